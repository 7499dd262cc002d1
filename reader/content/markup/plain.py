"""Which trees the second wall would give back as they are.

nh3 writes a tree out, reads it as browsers do, and keeps what its lists allow. Where every element is on the list
below, under one of the parents given there, reading it anew gives the same tree (HTML, 13.2.6: no block closes a
paragraph, no link opens in a link, no item outside a list), and of attributes the writer asks for no others than nh3
would leave. Addresses with a host that is not plainly one are left to it too. Most texts of feeds are such; for them
the wall is this list, element by element.
"""

import re
from collections.abc import Iterable
from typing import Any, TypeAlias

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
# fmt: off
_HOLDERS = frozenset((
    "body", "div", "section", "article", "main", "header", "footer", "aside", "blockquote", "li", "figure",
    "figcaption", "center", "dd", "details",
))
_INLINE = frozenset((
    "a", "strong", "b", "em", "i", "cite", "dfn", "var", "del", "s", "strike", "code", "kbd", "samp", "tt", "sub",
    "sup", "q", "span", "small", "mark", "u", "ins", "abbr", "time", "bdi", "bdo", "font", "big",
))
# fmt: on
_LINES = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "dt", "summary", *_HOLDERS, *_INLINE))
_PARENTS: dict[str, frozenset[str]] = {
    **dict.fromkeys((*_HOLDERS, "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "hr", "pre"), _HOLDERS),
    **dict.fromkeys((*_INLINE, "br", "img", "wbr"), _LINES),
    "a": _LINES - {"a"},
    "li": frozenset(("ul", "ol")),
    "dt": frozenset(("dl",)),
    "dd": frozenset(("dl",)),
    "summary": frozenset(("details",)),
    "body": frozenset(("html",)),
}
_BYTE = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_ORDINARY = re.compile(
    rf"https?://(?:(?:[a-z\d](?:-?[a-z\d])*\.)*[a-z](?:-?[a-z])*|{_BYTE}(?:\.{_BYTE}){{3}})(?::[1-5]?\d{{1,4}})?(?=[/?#]|\Z)"
    r"|#note-|#ref-|mailto:[\w.@+-]+\Z",
    re.I,
)


def is_plain(elements: Iterable[Element]) -> bool:
    """Whether the elements of a whole document, its root left out, make such a tree."""
    for element in elements:
        parents = _PARENTS.get(element.tag)
        above = element.getparent().tag
        if parents is None or above not in parents:
            return False
        if element.tag == "a":
            if above in _INLINE and next(element.iterancestors("a"), None) is not None:
                return False
            address = element.get("href")
        elif element.tag == "img":
            if len(element) or element.text:  # it was written otherwise
                return False
            address = element.get("src")
        elif element.tag == "pre" and "\r" in "".join(element.itertext()):
            return False
        else:
            continue
        if address is not None and _ORDINARY.match(address) is None:
            return False
    return True
