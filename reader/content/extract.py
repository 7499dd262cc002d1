"""The main article out of a web page: trafilatura chooses the text, the same blocks are cut out of the page itself.

trafilatura's own output loses captions, embeds and much of the markup; its choice of text is the best measured. It is
imported when first needed: that costs a third of a second.
"""

import copy
import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from lxml import etree
from lxml import html as lxml_html

from reader.content import paywall
from reader.content.language import language_of
from reader.content.markup import clean
from reader.content.markup.addresses import safe_address
from reader.content.metadata import PageFacts, page_facts
from reader.content.update_markers import lift_update_block, split_marker
from reader.core.entities import Access, Picture, UpdateNote
from reader.core.errors import ContentError
from reader.core.reading import count_words, reading_minutes

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
LARGEST = 5_000_000
_WORD = re.compile(r"\w+")
_CLUTTER = ("script", "style", "noscript", "nav", "footer", "form", "button", "template", "svg")
_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "td", "dd", "dt")
_KEPT = ("figure", "table", "pre", "img", "iframe", "video")
_BESIDE = re.compile(r"share|related|newslet|promo|social|comment|sidebar|subscribe|recommend|cookie|breadcrumb", re.I)


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article out of a page; the fields are those of CLI.md's `extract`."""

    url: str | None
    canonical_url: str | None
    title: str | None
    kicker: str | None
    author: str | None
    published: datetime | None
    updated: datetime | None
    section: str | None
    tags: tuple[str, ...]
    language: str | None
    site: str | None
    access: Access
    update: UpdateNote | None
    lead_image: Picture | None
    markdown: str
    html: str
    text: str
    words: int
    reading_minutes: int
    pictures: tuple[Picture, ...]
    problems: tuple[str, ...]


def extract(page: bytes, *, url: str | None = None) -> Extracted:
    """The article of `page`. Raises ContentError for what is no page, is empty or larger than 5 MB."""
    if len(page) > LARGEST:
        raise ContentError("The page is larger than 5 MB.", "La page dépasse 5 Mo.")
    tree = _parsed(page)
    facts = page_facts(tree, url)
    problems: list[str] = []
    chosen, author, date = _chosen(tree, url, problems)
    fragment = _carved(tree, chosen) if chosen else ""
    if not fragment:
        problems.append("No main text was found; the page's paragraphs were kept.")
        fragment = "".join(_written(element) for element in tree.iter("p"))
    cleaned = clean(fragment, base_url=url)
    title, marker = split_marker(facts.title or "")
    lead = _lead(facts, cleaned.pictures, url)
    body = _without_lead(_without_headline(cleaned.markdown, title), lead)
    markdown, note = lift_update_block(body, marker, near=facts.updated)
    words = count_words(markdown)
    language = language_of(cleaned.markdown, facts.language)
    return Extracted(
        url=url,
        canonical_url=facts.canonical_url,
        title=title or None,
        kicker=facts.kicker,
        author=facts.author or author,
        published=facts.published or date,
        updated=facts.updated,
        section=facts.section,
        tags=tuple(facts.tags),
        language=language,
        site=facts.site,
        access=paywall.access_of((), markdown, free=facts.free),
        update=note,
        lead_image=lead,
        markdown=markdown,
        html=cleaned.html,
        text=cleaned.text,
        words=words,
        reading_minutes=reading_minutes(words, language),
        pictures=cleaned.pictures,
        problems=(*problems, *cleaned.problems),
    )


def _parsed(page: bytes) -> Element:
    if not page.strip(b"\x00 \r\n\t"):
        raise ContentError("The page is empty.", "La page est vide.")
    try:
        text = page.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = re.search(rb"""charset\s*=\s*["']?([\w.\-]+)""", page[:4000], re.I)
        try:
            text = page.decode(declared[1].decode() if declared else "cp1252", "replace")
        except LookupError:
            text = page.decode("cp1252", "replace")
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "", text)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
        return lxml_html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise ContentError("This is not a web page.", "Ce n'est pas une page web.", cause=str(error)) from error


def _chosen(tree: Element, url: str | None, problems: list[str]) -> tuple[str, str | None, datetime | None]:
    """The text that trafilatura takes for the article, its author and date."""
    import trafilatura

    from reader.content.feed_formats.raw import moment

    try:
        found: Any = trafilatura.bare_extraction(
            copy.deepcopy(tree), url=url, include_comments=False, with_metadata=True
        )
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, etree.LxmlError) as error:
        problems.append(f"The main text could not be chosen: {type(error).__name__}.")
        return "", None, None
    if found is None:
        return "", None, None
    return found.text or "", found.author, moment(found.date)


def _shingles(text: str) -> list[tuple[str, ...]]:
    words = [word.lower() for word in _WORD.findall(text)]
    size = 3 if len(words) >= 3 else max(1, len(words))
    return [tuple(words[index : index + size]) for index in range(len(words) - size + 1)]


def _carved(tree: Element, chosen: str) -> str:
    """The part of the page that holds the chosen text, without the blocks that are foreign to it."""
    oracle = Counter(_shingles(chosen))
    body = next(tree.iter("body"), tree)
    for element in list(body.iter(*_CLUTTER)):
        if element.tag != "noscript" or element.find(".//img") is None:
            element.drop_tree()
    root = _narrowest(body, oracle)
    inside = [element for element in root.iter(*_BLOCKS) if not any(True for _ in element.iterdescendants(*_BLOCKS))]
    good = [element for element in inside if _belongs(element, oracle)]
    if not good:
        return ""
    order = {element: index for index, element in enumerate(root.iter())}
    first, last = order[good[0]], order[good[-1]]
    kept = set(good)
    spoken = " ".join(_WORD.findall(chosen.lower()))
    for element in inside:
        if element not in kept and next(element.iter(*_KEPT), None) is None and not _is_short_part(element, spoken):
            _remove(element)
    for element in list(root.iter(*_KEPT)):
        position = order.get(element, -1)
        beside = any(
            _BESIDE.search(f"{one.get('class') or ''} {one.get('id') or ''}") for one in _around(element, root)
        )
        if element.tag != "pre" and (beside or not first - 30 <= position <= last + 30):
            _remove(element)
    return _written(root)


def _narrowest(body: Element, oracle: Counter[tuple[str, ...]]) -> Element:
    """Down to the deepest element that still holds nearly all of the chosen text."""
    total = sum(oracle.values()) or 1
    root = body
    while True:
        inner = next(
            (child for child in root if isinstance(child.tag, str) and _held(child, oracle) >= 0.92 * total), None
        )
        if inner is None or inner.tag in _BLOCKS:
            return root
        root = inner


def _held(element: Element, oracle: Counter[tuple[str, ...]]) -> int:
    return sum((Counter(_shingles(" ".join(element.itertext()))) & oracle).values())


def _belongs(element: Element, oracle: Counter[tuple[str, ...]]) -> bool:
    shingles = _shingles("".join(element.itertext()))
    return bool(shingles) and sum(one in oracle for one in shingles) >= 0.5 * len(shingles)


def _is_short_part(element: Element, spoken: str) -> bool:
    """A heading or cell has too few words for shingles: a cell stays with its table, a heading when it is spoken."""
    words = " ".join(_WORD.findall("".join(element.itertext()).lower()))
    in_table = next(element.iterancestors("table"), None) is not None
    return in_table or (0 < words.count(" ") + bool(words) <= 6 and f" {words} " in f" {spoken} ")


def _around(element: Element, root: Element) -> list[Element]:
    found = [element]
    for ancestor in element.iterancestors():
        if ancestor is root:
            break
        found.append(ancestor)
    return found


def _remove(element: Element) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _written(element: Element) -> str:
    return str(lxml_html.tostring(element, encoding="unicode", with_tail=False))


def _without_headline(markdown: str, title: str) -> str:
    """The headline stands in the head of the pane; a first heading that says it again is left out."""
    first, _, rest = markdown.partition("\n\n")
    heading = re.match(r"#{1,2} (.+)$", first.strip())
    return (
        rest
        if heading and title and _WORD.findall(split_marker(heading[1].replace("\\", ""))[0]) == _WORD.findall(title)
        else markdown
    )


def _without_lead(markdown: str, lead: Picture | None) -> str:
    """The lead picture stands in the head of the pane too."""
    first, _, rest = markdown.partition("\n\n")
    return rest if lead and first.startswith("![") and f"]({lead.url}" in first else markdown


def _lead(facts: PageFacts, pictures: tuple[Picture, ...], url: str | None) -> Picture | None:
    address = safe_address(facts.image, url)
    if address is None:
        return None
    same = next((picture for picture in pictures if picture.url == address), None)
    return Picture(address, same.alt, same.caption, same.credit, lead=True) if same else Picture(address, lead=True)
