"""A page's bytes to its tree: encodings as browsers guess them, and limits that hold whatever the page does."""

import codecs
import re
from typing import Any, TypeAlias

from lxml import etree
from lxml import html as lxml_html

from reader.core.errors import ContentError

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
LARGEST = 5_000_000
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


def page_tree(page: bytes) -> Element:
    """The page's tree. Raises ContentError for what is empty, larger than 5 MB, or no page at all."""
    if len(page) > LARGEST:
        raise ContentError("The page is larger than 5 MB.", "La page dépasse 5 Mo.")
    if not page.strip(b"\x00 \r\n\t"):
        raise ContentError("The page is empty.", "La page est vide.")
    text = _CONTROL.sub("", decoded(page))
    if _looks_binary(text):
        raise ContentError("This is not a web page.", "Ce n'est pas une page web.", cause="binary bytes")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
        tree = lxml_html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ContentError("This is not a web page.", "Ce n'est pas une page web.", cause=str(error)) from error
    return _bounded(tree)


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


def _looks_binary(text: str) -> bool:
    sample = text[:4_000]
    strange = sum(not (letter.isprintable() or letter.isspace()) or letter == "\ufffd" for letter in sample)
    return strange * 5 > len(sample) and "<html" not in text[:20_000].lower()


def _bounded(tree: Element) -> Element:
    """Depth, attributes and elements beyond what any article needs are cut: what comes after stays fast."""
    for element in tree.xpath(f"//*[count(@*) > {_MOST_ATTRIBUTES}]"):
        for name in element.attrib.keys()[_MOST_ATTRIBUTES:]:
            del element.attrib[name]
    for element in tree.xpath("/" + "/*" * DEEPEST):
        words = " ".join(text for text in element.itertext() if text.strip())[:100_000]
        for child in list(element):
            element.remove(child)
        element.text = words
    for index, element in enumerate(tree.iter()):
        if index >= _MOST_ELEMENTS:
            _cut_after(element)
            break
    return tree


def _cut_after(element: Element) -> None:
    """Take out everything that follows `element` in the page."""
    place = element
    while place is not None:
        for later in list(place.itersiblings()):
            later.getparent().remove(later)
        place = place.getparent()
