"""HTML to a tree with nothing alive in it: lxml first (it bounds depth and size), then nh3 as the second wall.

Lazy pictures and `srcset` are resolved, tracking pixels go, embeds become titled links.
"""

import re
from typing import Any, TypeAlias

import nh3
from lxml import html as lxml_html
from lxml.etree import LxmlError

from reader.content.markup.addresses import safe_address
from reader.content.markup.footnotes import mark_footnotes

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped

LONGEST = 5_000_000
DEEPEST = 200
# fmt: off
_DEAD = (
    "script", "style", "head", "template", "noscript", "object", "applet", "canvas", "form", "button", "select",
    "input", "textarea", "svg", "frame", "frameset", "dialog", "link", "meta", "base",
)
_KEPT = {
    "p", "div", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table",
    "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "pre", "blockquote", "figure", "figcaption", "hr",
    "details", "summary", "a", "img", "br", "strong", "b", "em", "i", "cite", "del", "s", "code", "kbd", "samp",
    "sub", "sup", "q", "span", "small", "mark", "u", "ins", "abbr", "time", "aside", "main", "header", "footer",
    "center", "address",
}
# fmt: on
_ATTRIBUTES = {
    "*": {"class", "lang", "dir", "id"},
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start"},
}
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-full-src", "data-orig-file")
_WIDEST = 1600


def inert_tree(html: str, base_url: str | None) -> tuple[Element, list[str]]:
    """The fragment as a tree under one `div`, and sentences on what was left out."""
    problems: list[str] = []
    if len(html) > LONGEST:
        html = html[:LONGEST]
        problems.append("The text was longer than 5 MB; its end was left out.")
    try:
        tree = _parse(html)
        _prepare(tree, base_url, problems)
        written = lxml_html.tostring(tree, encoding="unicode")
    except (LxmlError, ValueError, RecursionError):
        problems.append("The HTML could not be read; its bare text was kept.")
        written = re.sub(r"<[^>]*>", " ", html)[:LONGEST].replace("<", "&lt;")
    safe = nh3.clean(
        written,
        tags=_KEPT,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )
    return _parse(safe), problems


def _parse(html: str) -> Element:
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    plain = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "", html)
    return lxml_html.document_fromstring(f"<div>{plain}</div>".encode(), parser=parser)


def _prepare(tree: Element, base_url: str | None, problems: list[str]) -> None:
    _flatten_the_deep(tree, problems)
    for element in list(tree.iter(*_DEAD)):
        if element.tag == "noscript" and element.find(".//img") is not None:
            continue
        _drop(element)
    for frame in list(tree.iter("iframe", "video", "audio", "embed")):
        _link_embed(frame, base_url)
    for image in list(tree.iter("img")):
        _settle_picture(image, base_url)
    mark_footnotes(tree)
    for link in tree.iter("a"):
        address = safe_address(link.get("href"), base_url)
        if address and not (link.get("href") or "").startswith("#"):
            link.set("href", address)
        else:
            link.attrib.pop("href", None)


def _flatten_the_deep(tree: Element, problems: list[str]) -> None:
    """Replace what lies deeper than any reader's text by its words: the writer and nh3 then stay within bounds."""
    level, depth = list(tree), 1
    while level:
        if depth == DEEPEST:
            problems.append("The HTML was nested too deeply; its inner parts were kept as plain text.")
            for element in level:
                words = " ".join(text for text in element.itertext() if text.strip())[:100_000]
                for child in list(element):
                    element.remove(child)
                element.text = words
            if not "".join(tree.itertext()).strip():
                raise ValueError("libxml2 gave up on the depth and lost the words")
            return
        level, depth = [child for element in level for child in element], depth + 1


def _drop(element: Element) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _link_embed(frame: Element, base_url: str | None) -> None:
    source = frame.get("src") or next((part.get("src") for part in frame.iter("source")), None)
    address = safe_address(source, base_url)
    if address is None:
        _drop(frame)
        return
    link = lxml_html.Element("a", href=address)
    link.text = frame.get("title") or address.split("/")[2]
    paragraph = lxml_html.Element("p")
    paragraph.append(link)
    paragraph.tail = frame.tail
    parent = frame.getparent()
    if parent is not None:
        parent.replace(frame, paragraph)


def _settle_picture(image: Element, base_url: str | None) -> None:
    if _is_pixel(image):
        _drop(image)
        return
    candidates = [image.get("data-srcset"), image.get("srcset")]
    parent = image.getparent()
    if parent is not None and parent.tag == "picture":
        candidates += [source.get("srcset") for source in parent.iter("source")]
    best = next((found for found in map(_best_of, candidates) if found), None)
    lazy = next((image.get(name) for name in _LAZY if image.get(name)), None)
    address = next(filter(None, (safe_address(one, base_url) for one in (best, lazy, image.get("src")))), None)
    if address and address.startswith("http"):
        image.set("src", address)
    else:
        _drop(image)


def _best_of(candidates: str | None) -> str | None:
    """The widest picture of a `srcset` that is no wider than the pane can use, else the narrowest."""
    found: list[tuple[float, str]] = []
    for part in re.split(r",\s+", candidates or ""):
        words = part.split()
        if words:
            size = re.fullmatch(r"([\d.]+)([wx])", words[1]) if len(words) > 1 else None
            width = float(size[1]) * (1 if size[2] == "w" else 800) if size and size[1].count(".") < 2 else 1
            found.append((width, words[0]))
    fitting = [one for one in found if one[0] <= _WIDEST]
    return max(fitting)[1] if fitting else min(found)[1] if found else None


def _is_pixel(image: Element) -> bool:
    sizes = (image.get("width"), image.get("height"))
    return any(re.fullmatch(r"\s*[0-2](px)?\s*", size) for size in sizes if size is not None)
