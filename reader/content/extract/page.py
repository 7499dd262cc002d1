"""A page's bytes to its tree: encodings as browsers guess them, and limits that hold whatever the page does."""

import codecs
import re
from itertools import islice
from typing import Any, TypeAlias

from lxml import etree
from lxml import html as lxml_html

from reader.content.markup.bounds import bare_paragraphs, tamed
from reader.core.errors import ContentError
from reader.core.wording import Sentence

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
LARGEST = 5_000_000
FAR_TOO_LARGE = 50_000_000
DEEPEST = 200
_MOST_ATTRIBUTES = 64
_MOST_ELEMENTS = 150_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:\-]{2,40})""", re.I)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# A page that says Latin-1 or ASCII means Windows' table (WHATWG Encoding, section 4.2).
_MEANT = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
          "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "x-sjis": "cp932", "ks_c_5601-1987": "cp949",
          "euc-kr": "cp949", "iso-8859-9": "cp1254", "tis-620": "cp874"}  # fmt: skip


def page_tree(page: bytes, problems: list[str]) -> Element:
    """The page's tree; what had to be cut is told in `problems`. Raises ContentError for what is empty or no page."""
    if len(page) > FAR_TOO_LARGE:
        raise ContentError("The page is larger than 50 MB.", "La page dépasse 50 Mo.")
    if len(page) > LARGEST:
        page = page[:LARGEST]
        problems.append(
            Sentence(
                "The page was longer than 5 MB; its end was left out.",
                "La page dépassait 5 Mo ; sa fin a été laissée de côté.",
            )
        )
    if not page.strip(b"\x00 \r\n\t"):
        raise ContentError("The page is empty.", "La page est vide.")
    if _looks_binary(page):
        raise ContentError("This is not a web page.", "Ce n'est pas une page web.", cause="binary bytes")
    text = _CONTROL.sub("", decoded(page))
    text = tamed(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    try:
        tree = _parsed(text)
        if text.count("<") > DEEPEST and tree.xpath("boolean(/" + "/*" * DEEPEST + ")") and _lost_words(text, tree):
            # libxml2 gives up on bottomless nesting and drops what lies in it.
            problems.append(
                Sentence(
                    "The page was nested too deeply; its bare text was kept.",
                    "La page était imbriquée trop profondément ; seul son texte a été gardé.",
                )
            )
            tree = _parsed(f"<html><body>{bare_paragraphs(text)}</body></html>")
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ContentError("This is not a web page.", "Ce n'est pas une page web.", cause=str(error)) from error
    return _bounded(tree, problems)


def _parsed(text: str) -> Element:
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    return lxml_html.document_fromstring(text.encode(), parser=parser)


def _lost_words(text: str, tree: Element) -> bool:
    """Whether the parser dropped most of the words."""
    return len("".join("".join(tree.itertext()).split())) * 2 < len("".join(bare_paragraphs(text).split()))


def decoded(page: bytes) -> str:
    """The page's text: byte order mark, UTF-8 that is valid, what the page declares, then Windows-1252."""
    for mark, name in _MARKS:
        if page.startswith(mark):
            return page[len(mark) :].decode(name, "replace")
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        declared = _CHARSET.search(page[:8_000])
    name = declared[1].decode("ascii", "replace").lower() if declared else "cp1252"
    if name in ("utf-8", "utf8") and page.count(b"\xc3") * 3 < sum(page.count(bytes([one])) for one in b"\xe9\xe8\xe0"):
        name = "cp1252"
    try:
        return page.decode(_MEANT.get(name, name), "replace")
    except LookupError:
        return page.decode("cp1252", "replace")


def _looks_binary(page: bytes) -> bool:
    """Control bytes that no text holds, in number, and none of the tags that a page has."""
    sample = page[:8_000]
    if page.startswith(tuple(mark for mark, _ in _MARKS)):
        return False
    strange = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return strange * 20 > len(sample) and re.search(rb"<(?:html|body|head|p|div|article)\b", sample, re.I) is None


def _bounded(tree: Element, problems: list[str]) -> Element:
    """Depth, attributes and elements beyond what any article needs are cut: what comes after stays fast."""
    for element in tree.xpath(f"//*[count(@*) > {_MOST_ATTRIBUTES}]"):
        kept = list(islice(element.attrib.items(), _MOST_ATTRIBUTES))
        element.attrib.clear()
        element.attrib.update(kept)
    for element in tree.xpath("/" + "/*" * DEEPEST):
        words = " ".join(text for text in element.itertext() if text.strip())[:100_000]
        for child in list(element):
            element.remove(child)
        element.text = words
    for index, element in enumerate(tree.iter()):
        if index >= _MOST_ELEMENTS:
            _cut_after(element)
            problems.append(
                Sentence(
                    "The page had more than 150,000 elements; its end was left out.",
                    "La page comptait plus de 150 000 éléments ; sa fin a été laissée de côté.",
                )
            )
            break
    return tree


def _cut_after(element: Element) -> None:
    """Take out everything that follows `element` in the page."""
    place = element
    while place is not None:
        for later in list(place.itersiblings()):
            later.getparent().remove(later)
        place = place.getparent()
