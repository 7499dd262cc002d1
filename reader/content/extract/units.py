"""The blocks of a page that are kept or left out as a whole, with what tells whether they are of the article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from reader.content.extract.clutter import is_beside, is_box, is_caption, name_of
from reader.content.extract.votes import Votes

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
# fmt: off
BLOCKS = (
    "p", "div", "section", "article", "main", "ul", "ol", "dl", "table", "pre", "blockquote", "figure", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "footer", "details", "li", "dt", "dd", "figcaption", "address", "hr", "center",
    "aside", "form", "fieldset", "video", "audio", "iframe", "picture", "img", "summary", "tr", "td", "th", "tbody",
    "body",
)
_MEDIA = frozenset((
    "figure", "table", "pre", "picture", "img", "video", "audio", "iframe", "embed", "object", "svg", "math",
))
# fmt: on
FLOW = tuple(tag for tag in BLOCKS if tag not in ("img", "picture", "hr"))
_LEAVES = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "figcaption", "summary", "dt", "hr"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
NOT_ROOT = _LEAVES | _MEDIA | {"li", "blockquote", "td", "dd", "ul", "ol", "dl", "tr", "tbody", "thead", "span", "a"}
POST = re.compile(
    r"twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-post|bluesky-embed|mastodon-embed|reddit-embed"
)


@dataclass(slots=True, eq=False)
class Unit:
    """A block of the page that is kept or left out as a whole."""

    element: Element
    words: int
    share: float
    links: float
    kind: str  # text, heading, item, media
    beside: bool
    near_links: bool = False
    jumps: bool = False
    cell: bool = False
    formula: bool = False
    kept: bool = False

    @property
    def text(self) -> str:
        """The words in one line."""
        return " ".join("".join(self.element.itertext()).split())


def units_of(root: Element, votes: Votes, site: str) -> Iterator[Unit]:
    """The units of an element in the order of the page; `site` is what links within the publisher's pages share."""
    for child in root:
        if not isinstance(child.tag, str) or child not in votes.spans:
            if isinstance(child.tag, str) and child.tag == "p":
                yield from units_of(child, votes, site)
            continue
        tag = child.tag
        if (tag == "blockquote" and POST.search(child.get("class") or "")) or (
            tag in _MEDIA and not (tag == "table" and _is_frame(child, votes))
        ):
            yield _unit(child, votes, "media", site)
        elif tag not in _LEAVES and next(child.iterdescendants(*FLOW), None) is not None:
            yield from units_of(child, votes, site)
        elif votes.size(child) or next(child.iter("img", "iframe", "video", "math"), None) is not None:
            kind = (
                "media"
                if not votes.size(child)
                else "caption"
                if is_caption(child)
                else "heading"
                if tag in _HEADINGS
                else "item"
                if tag == "li"
                else "text"
            )
            yield _unit(child, votes, kind, site)


def _is_frame(table: Element, votes: Votes) -> bool:
    return votes.held(table) > 0.4 * (votes.sums[-1] or 1) or len(table.findall(".//p")) > 6


def _unit(element: Element, votes: Votes, kind: str, site: str) -> Unit:
    size = votes.size(element)
    links = [link for link in element.iter("a") if link in votes.spans]
    linked = sum(votes.size(link) for link in links)
    near = bool(links) and all(_is_near(link.get("href") or "", site) for link in links)
    share = linked / size if size else 0.0
    table = next(element.iterancestors("table"), None)
    in_cell = table is not None and votes.held(table) <= 0.4 * (votes.sums[-1] or 1)
    return Unit(
        element,
        votes.words_in(element),
        votes.share(element),
        share,
        kind,
        beside=is_in_margin(element),
        near_links=near,
        jumps=share > 0.9 and 0 < size <= 12 and all((link.get("href") or "").startswith("#") for link in links),
        cell=in_cell,
        formula=kind == "text" and _holds_formula(element),
    )


def _holds_formula(element: Element) -> bool:
    """Whether a block holds a formula: its signs are words that no choice of text knows."""
    if next(element.iter("math", "mjx-container"), None) is not None:
        return True
    return any((one.get("type") or "").startswith("math/tex") for one in element.iter("script")) or any(
        "katex" in (one.get("class") or "") for one in element.iter("span")
    )


def _is_near(address: str, site: str) -> bool:
    """Whether a link leads to another page of the same publisher."""
    if address.startswith("#"):
        return False
    host = urlsplit(address).hostname if address.startswith(("http:", "https:", "//")) else None
    return host is None or (bool(site) and (host == site or host.endswith("." + site)))


def is_in_margin(element: Element) -> bool:
    """Whether an element lies in a part of the page that is named as something beside the article."""
    above = element
    for _ in range(6):
        if above is None or above.tag in ("body", "article", "main"):
            return False
        if (above.tag == "aside" and not is_box(name_of(above))) or is_beside(name_of(above)):
            return True
        above = above.getparent()
    return False
