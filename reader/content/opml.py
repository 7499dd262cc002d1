"""OPML in and out: what other readers write, merged folders included; bad XML is read as far as it goes."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from reader.content.feed_formats.decoding import decoded
from reader.content.feed_formats.mend import mended, without_declaration
from reader.core.errors import ContentError
from reader.core.wording import Sentence

_BROKEN = Sentence(
    "The file is not well-formed XML; it was read as far as it goes.",
    "Le fichier n’est pas du XML bien formé ; il a été lu aussi loin que possible.",
)
LARGEST = 20_000_000
_DEEPEST = 50
_ADDRESS = re.compile(r"""\bxmlUrl\s*=\s*(?:"([^"<>]{1,4000})"|'([^'<>]{1,4000})')""", re.I)
_TITLE = re.compile(r"""\b(?:title|text)\s*=\s*"([^"]{1,500})\"""", re.I)


@dataclass(frozen=True, slots=True)
class OpmlFeed:
    """One subscription of an OPML file; `folder` is the names of the outlines around it, joined by " / "."""

    url: str
    title: str | None = None
    folder: str | None = None
    site_url: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedOpml:
    """The feeds in the file's order, and a sentence for each outline that could not be used."""

    feeds: tuple[OpmlFeed, ...]
    problems: tuple[str, ...]


def parse_opml(body: bytes) -> ParsedOpml:
    """Read an OPML file. Raises ContentError when there is no outline in it at all, or it is larger than 20 MB."""
    if len(body) > LARGEST:
        raise ContentError("The OPML file is larger than 20 MB.", "Le fichier OPML dépasse 20 Mo.")
    text = without_declaration(decoded(body))
    problems: list[str] = []
    root = None if "<!DOCTYPE" in text[:20_000] else _tree(text, recover=False)
    if root is None:
        text = mended(text)
        root = _tree(text, recover=False)
        if root is None:
            root = _tree(text, recover=True)
            problems.append(_BROKEN)
    feeds: list[OpmlFeed] = []
    seen = False
    if root is not None:
        seen = any(_name(element) == "outline" for element in root.iter())
        _walk(root, (), feeds, problems, 0)
    if problems:
        _rescue(text, feeds)
    if not seen and not feeds:
        raise ContentError("This file holds no OPML subscriptions.", "Ce fichier ne contient pas d'abonnements OPML.")
    return ParsedOpml(tuple(feeds), tuple(problems))


def _tree(text: str, *, recover: bool) -> Any:  # noqa: ANN401
    parser = etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _name(element: Any) -> str:  # noqa: ANN401 - comments and instructions have other types
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _walk(parent: Any, folders: tuple[str, ...], feeds: list[OpmlFeed], problems: list[str], depth: int) -> None:  # noqa: ANN401
    for outline in parent:
        if _name(outline) != "outline":
            # What broken XML leaves outside of `body` is read all the same.
            if depth < _DEEPEST and _name(outline) != "head":
                _walk(outline, folders, feeds, problems, depth + 1)
            continue
        facts = {key.rpartition("}")[2].lower(): " ".join(value.split()) for key, value in outline.attrib.items()}
        url, title = facts.get("xmlurl"), facts.get("title") or facts.get("text") or ""
        if url:
            _take(url, title, _folder(folders, facts.get("category")), facts.get("htmlurl"), feeds, problems)
        elif facts.get("type", "").lower() in ("rss", "atom"):
            english, french = (
                f"{title or 'An outline'}: no address is given.",
                f"{title or 'Un élément'} : sans adresse.",
            )
            problems.append(Sentence(english, french))
        if len(outline) and depth < _DEEPEST:
            _walk(outline, folders if url or not title else (*folders, title), feeds, problems, depth + 1)


def _folder(folders: tuple[str, ...], category: str | None) -> str | None:
    """Where the feed lies: the outlines around it, else its first `category` ("/Presse/Paris", OPML 2.0)."""
    if folders or not category:
        return " / ".join(folders) or None
    return " / ".join(filter(None, (part.strip() for part in category.split(",")[0].split("/")))) or None


def _take(
    url: str, title: str, folder: str | None, site: str | None, feeds: list[OpmlFeed], problems: list[str]
) -> None:
    address = re.sub(r"^feed:(?://)?(?=https?:)", "", url, flags=re.I)
    address = re.sub(r"^feed:", "http:", address, flags=re.I)
    if re.match(r"[\w\-]+(\.[\w\-]+)+(/|$)", address):
        address = f"http://{address}"
    if address.lower().startswith(("http://", "https://")):
        feeds.append(OpmlFeed(address, title or None, folder, site or None))
    else:
        english = f"{title or url}: “{url[:200]}” is not an address of the web."
        french = f"{title or url} : « {url[:200]} » n’est pas une adresse du web."
        problems.append(Sentence(english, french))


def _rescue(text: str, feeds: list[OpmlFeed]) -> None:
    """Addresses that broken XML hides from the parser (a quotation mark within an attribute), without their folder."""
    held = {feed.url for feed in feeds}
    for found in _ADDRESS.finditer(text):
        url = html.unescape(found[1] or found[2] or "").strip()
        if url.startswith(("http://", "https://")) and url not in held:
            start = text.rfind("<outline", max(0, found.start() - 5_000), found.start())
            title = _TITLE.search(text, start, found.start()) if start >= 0 else None
            feeds.append(OpmlFeed(url, " ".join(html.unescape(title[1]).split()) or None if title else None))
            held.add(url)


def write_opml(feeds: Sequence[OpmlFeed], title: str = "Encre") -> bytes:
    """OPML 2.0, folders as outlines around their feeds."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    folders: dict[str, Any] = {}
    for feed in feeds:
        parent = body
        if feed.folder:
            if feed.folder not in folders:
                folders[feed.folder] = etree.SubElement(body, "outline", text=feed.folder, title=feed.folder)
            parent = folders[feed.folder]
        name = feed.title or feed.url
        outline = etree.SubElement(parent, "outline", type="rss", text=name, title=name, xmlUrl=feed.url)
        if feed.site_url:
            outline.set("htmlUrl", feed.site_url)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))
