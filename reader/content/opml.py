"""OPML in and out: what other readers write, merged folders included; bad XML is read as far as it goes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from reader.core.errors import ContentError


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
    """Read an OPML file. Raises ContentError when there is no outline in it at all."""
    problems: list[str] = []
    options: dict[str, Any] = {
        "resolve_entities": False,
        "no_network": True,
        "remove_comments": True,
        "remove_pis": True,
    }
    root = None
    try:
        root = etree.fromstring(body, etree.XMLParser(**options))
    except (etree.XMLSyntaxError, ValueError):
        try:
            mended = re.sub(rb"&(?!#?\w+;)", b"&amp;", _as_text(body))
            root = etree.fromstring(mended, etree.XMLParser(recover=True, encoding="utf-8", **options))
        except (etree.XMLSyntaxError, ValueError):
            root = None
        problems.append("The file is not well-formed XML; it was read as far as it goes.")
    if root is None or not any(_name(element) == "outline" for element in root.iter()):
        raise ContentError("This file holds no OPML subscriptions.", "Ce fichier ne contient pas d'abonnements OPML.")
    feeds: list[OpmlFeed] = []
    body_element = next((element for element in root.iter() if _name(element) == "body"), root)
    _walk(body_element, (), feeds, problems, 0)
    return ParsedOpml(tuple(feeds), tuple(problems))


def _as_text(body: bytes) -> bytes:
    for encoding in ("utf-8", "cp1252", "latin-1"):
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text[text.find("<opml") if "<opml" in text else 0 :].encode()
    return body


def _name(element: Any) -> str:  # noqa: ANN401 - comments and instructions have other types
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _walk(parent: Any, folders: tuple[str, ...], feeds: list[OpmlFeed], problems: list[str], depth: int) -> None:  # noqa: ANN401
    for outline in parent:
        if _name(outline) != "outline":
            continue
        facts = {key.lower(): " ".join(value.split()) for key, value in outline.attrib.items()}
        url, title = facts.get("xmlurl"), facts.get("title") or facts.get("text")
        if url:
            if url.startswith(("http://", "https://", "feed:")):
                address = url.removeprefix("feed:")
                address = f"http:{address}" if address.startswith("//") else address
                feeds.append(
                    OpmlFeed(address, title or None, " / ".join(folders) or None, facts.get("htmlurl") or None)
                )
            else:
                problems.append(f"{title or url}: “{url}” is not an address of the web.")
        elif facts.get("type") in ("rss", "atom"):
            problems.append(f"{title or 'An outline'}: no address is given.")
        if len(outline) and depth < 50:
            _walk(outline, folders if url or not title else (*folders, title), feeds, problems, depth + 1)


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
