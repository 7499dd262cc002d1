"""HTML to a tree with nothing alive in it: lxml first (it bounds depth and size), then nh3 as the second wall.

Pictures, embeds, formulas and notes are settled on the way, while the page's own attributes are still there.
"""

import re
from itertools import islice
from typing import Any, TypeAlias
from urllib.parse import urljoin

import nh3
from lxml import etree
from lxml import html as lxml_html
from lxml.etree import LxmlError

from reader.content.markup.addresses import safe_address
from reader.content.markup.bounds import bare_paragraphs, tamed
from reader.content.markup.embeds import EMBEDS, settle_embeds
from reader.content.markup.footnotes import mark_footnotes
from reader.content.markup.formulas import settle_formulas
from reader.content.markup.pictures import PICTURES, settle_captions, settle_pictures
from reader.content.markup.plain import is_plain
from reader.content.markup.source import Source
from reader.content.markup.tidying import tidy
from reader.core.wording import Sentence

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped

LONGEST = 5_000_000
DEEPEST = 200
MOST_ATTRIBUTES = 64
_HARMLESS = 20_000  # letters; below, neither depth nor attributes can cost a second
# fmt: off
_DEAD = (
    "script", "style", "head", "template", "applet", "canvas", "button", "select", "input", "textarea", "svg", "frame",
    "frameset", "dialog", "link", "meta", "base", "nav", "map", "noembed", "noframes", "option", "datalist", "progress",
    "meter", "title", "xmp", "plaintext", "portal",
)
BLOCKS = (
    "p", "div", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table",
    "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "pre", "blockquote", "figure", "figcaption", "hr",
    "details", "summary", "aside", "main", "header", "footer", "center", "address", "body", "html",
)
_KEPT = set(BLOCKS) | {
    "a", "img", "br", "strong", "b", "em", "i", "cite", "dfn", "var", "del", "s", "strike", "code", "kbd", "samp", "tt",
    "sub", "sup", "q", "span", "small", "mark", "u", "ins", "abbr", "time", "bdi", "bdo", "font", "big", "wbr",
}
# fmt: on
_ATTRIBUTES = {
    "*": {"class", "dir"},
    "pre": {"data-lang", "data-language"},
    "code": {"data-lang", "data-language"},
    "a": {"href"},
    "img": {"src", "alt"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start", "reversed"},
    "details": {"open"},
    "li": {"value"},
    "abbr": {"title"},
}
_WITH_PICTURES = (*PICTURES, *EMBEDS)
_WITH_LINKS = ("a", "noscript", *EMBEDS)
_MOST_REFERENCES = 20_000
_CONTROLS = bytes((*range(9), 0x0B, 0x0C, *range(0x0E, 0x20)))
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_TARGETS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "div", "figcaption", "blockquote", "td")
_PARSER = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
# Every element is of the one class that has `drop_tree`: choosing one by its name takes longer than parsing.
_PARSER.set_element_class_lookup(etree.ElementDefaultClassLookup(element=lxml_html.HtmlElement))
_TOLD_ELSEWHERE: Any = etree.XPath("boolean(//*[@data-lang or @data-language][not(self::pre or self::code)])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def inert_tree(html: str, base_url: str | None) -> tuple[Element, list[str]]:
    """The fragment as a tree under one `div`, and sentences on what was left out."""
    problems: list[str] = []
    if len(html) > LONGEST:
        html = html[:LONGEST]
        problems.append(
            Sentence(
                "The text was longer than 5 MB; its end was left out.",
                "Le texte dépassait 5 Mo ; sa fin a été laissée de côté.",
            )
        )
    try:
        body = _body_of(html)
        source = Source(body)
        tree = _parsed(body)
        _bound(tree, html, problems)
        _prepare(tree, source, base_url)
        return (tree if _needs_no_wall(tree, source) else walled(tree)), problems
    except (LxmlError, ValueError, RecursionError, AssertionError):
        problems.append(
            Sentence(
                "The HTML could not be read; its bare text was kept.",
                "Le HTML n’a pas pu être lu ; seul son texte a été gardé.",
            )
        )
        return _allowed(bare_paragraphs(html)), problems


def walled(tree: Element) -> Element:
    """The tree after the second wall: written out, read as browsers do, and nothing kept that is not on the lists."""
    return _allowed(lxml_html.tostring(tree, encoding="unicode"))


def _allowed(written: str) -> Element:
    if written.count("&") > _MOST_REFERENCES:
        return _allow_only(parse(written))
    safe = nh3.clean(
        written,
        tags=_KEPT,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )
    return parse(safe)


def _needs_no_wall(tree: Element, source: Source) -> bool:
    """Whether nh3 would give this very tree back: see `plain`. What could make a difference beside it goes to nh3."""
    if source.says(b"&#") and _is_controlled(tree):
        return False
    if source.holds(b"data-lang") and _TOLD_ELSEWHERE(tree):
        return False
    return tree.tag == "html" and is_plain(tree)


def _is_controlled(tree: Element) -> bool:
    """Whether character references have brought in signs that HTML forbids."""
    return _CONTROL.search("".join(tree.itertext())) is not None


def _allow_only(tree: Element) -> Element:
    """The second wall for texts made of character references, in which nh3 is quadratic: the same lists."""
    for element in list(tree.iter()):
        if not isinstance(element.tag, str):
            drop(element)
        elif element.tag not in _KEPT and element.tag not in ("html", "body"):
            element.drop_tag()
        else:
            allowed = _ATTRIBUTES["*"] | _ATTRIBUTES.get(element.tag, set())
            for name in [name for name in element.attrib if name not in allowed]:
                del element.attrib[name]
    return tree


def parse(html: str) -> Element:
    """The fragment under one `div` of a document; control characters, which HTML forbids, go."""
    return _parsed(_body_of(html))


def _body_of(html: str) -> bytes:
    text = tamed(html)
    try:
        body = text.encode()
    except UnicodeEncodeError:
        body = _CONTROL.sub("", text).encode()
    if len(body.translate(None, _CONTROLS)) < len(body):
        body = _CONTROL.sub("", text).encode()
    return b"<div>%b</div>" % body


def _parsed(body: bytes) -> Element:
    return etree.fromstring(body, _PARSER)


def _bound(tree: Element, html: str, problems: list[str]) -> None:
    """What makes hostile pages slow is cut; a short text cannot hold enough of it to matter."""
    if len(html) > _HARMLESS:
        for element in tree.xpath(f"//*[count(@*) > {MOST_ATTRIBUTES}]"):
            kept = list(islice(element.attrib.items(), MOST_ATTRIBUTES))
            element.attrib.clear()
            element.attrib.update(kept)
    if html.count("<") >= DEEPEST:
        _flatten_the_deep(tree, problems)


def _prepare(tree: Element, source: Source, base_url: str | None) -> None:
    names = source.names
    base = next(tree.iter("base"), None) if "base" in names else None
    if base is not None and base.get("href"):
        base_url = safe_address(urljoin(base_url or "", base.get("href")), None) or base_url
    tidy(tree, source)
    if not names.isdisjoint(("math", "script")) or source.holds(b"katex"):
        settle_formulas(tree)
    if not names.isdisjoint(EMBEDS):
        settle_embeds(tree, base_url)
    if not names.isdisjoint(_DEAD):
        for element in list(tree.iter(*_DEAD)):
            drop(element)
    if source.holds(b"hidden", b"style"):
        for element in tree.xpath("//*[@hidden or @style]"):
            if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
                drop(element)
    if not names.isdisjoint(_WITH_PICTURES):
        settle_pictures(tree, base_url)
    if source.holds(b"aption", b"egende"):
        settle_captions(tree, source)
    if not names.isdisjoint(_WITH_LINKS):
        if source.holds(b"#"):
            mark_footnotes(tree, base_url)
        for link in list(tree.iter("a")):
            _settle_link(link, base_url)


def _flatten_the_deep(tree: Element, problems: list[str]) -> None:
    """Replace what lies deeper than any reader's text by its words: the writer and nh3 then stay within bounds."""
    deep = tree.xpath("/" + "/*" * DEEPEST)
    if not deep:
        return
    problems.append(
        Sentence(
            "The HTML was nested too deeply; its inner parts were kept as plain text.",
            "Le HTML était imbriqué trop profondément ; ses parties intérieures ont été gardées en texte simple.",
        )
    )
    for element in deep:
        words = " ".join(text for text in element.itertext() if text.strip())[:100_000]
        for child in list(element):
            element.remove(child)
        element.text = words
    if not "".join(tree.itertext()).strip():
        raise ValueError("libxml2 gave up on the depth and lost the words")


def drop(element: Element) -> None:
    """Take an element out; the words after it stay."""
    if element.getparent() is not None:
        element.drop_tree()


def _settle_link(link: Element, base_url: str | None) -> None:
    given = link.get("href")
    if given is None or given.startswith(("#note-", "#ref-")):
        return
    address = safe_address(given, base_url)
    if address is None:
        del link.attrib["href"]
        return
    link.set("href", address)
    if len(link) and next(link.iterdescendants(*BLOCKS), None) is not None:
        _move_link_inside(link, address)


def _move_link_inside(link: Element, address: str) -> None:
    """A card (`<a><h3>…</h3><p>…</p></a>`): its first words carry the link, its blocks stay blocks."""
    target = next((one for one in link.iterdescendants(*_TARGETS) if _is_line(one)), None)
    picture = next(link.iterdescendants("img"), None)
    link.tag = "div"
    link.attrib.clear()
    inner = lxml_html.Element("a", href=address)
    if target is not None:
        inner.text, target.text = target.text, None
        inner.extend(list(target))
        target.append(inner)
    if picture is not None and not any(one.tag == "a" for one in picture.iterancestors()):
        around = lxml_html.Element("a", href=address)
        around.tail, picture.tail = picture.tail, None
        picture.getparent().replace(picture, around)
        around.append(picture)


def _is_line(element: Element) -> bool:
    held = "".join(element.itertext()).strip()
    return bool(held) and next(element.iterdescendants(*BLOCKS, "a"), None) is None
