"""Which trees the second wall would give back as they are.

nh3 writes a tree out, reads it as browsers do, and keeps what its lists allow. Where every element is on the list
below, under one of the parents given there, reading it anew gives the same tree (HTML, 13.2.6: no block closes a
paragraph, no link opens in a link, no item outside a list), and of attributes the writer asks for no others than nh3
would leave. Addresses with a host that is not plainly one are left to it too. Most texts of feeds are such; for them
the wall is this list, element by element.
"""

import re
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
_CHILDREN = {
    parent: frozenset(tag for tag, parents in _PARENTS.items() if parent in parents)
    for parent in frozenset().union(*_PARENTS.values())
}
_NONE: frozenset[str] = frozenset()
_SPECIAL = frozenset(("a", "img", "pre"))
_BYTE = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_ORDINARY = re.compile(
    rf"https?://(?:(?:[a-z\d](?:-?[a-z\d])*\.)*[a-z](?:-?[a-z])*|{_BYTE}(?:\.{_BYTE}){{3}})(?::[1-5]?\d{{1,4}})?(?=[/?#]|\Z)"
    r"|#note-|#ref-|mailto:[\w.@+-]+\Z",
    re.I,
)


def is_plain(root: Element) -> bool:
    """Whether the elements under the root of a whole document make such a tree."""
    pending = [root]
    while pending:
        parent = pending.pop()
        allowed, in_line = _CHILDREN.get(parent.tag, _NONE), parent.tag in _INLINE
        for child in parent:
            tag = child.tag
            if tag not in allowed or not (_is_plain_by_itself(child, tag, in_line) if tag in _SPECIAL else True):
                return False
            if len(child):
                pending.append(child)
    return True


def _is_plain_by_itself(element: Element, tag: str, in_line: bool) -> bool:
    if tag == "pre":
        return "\r" not in "".join(element.itertext())
    if tag == "a":
        address = element.get("href")
        if in_line and next(element.iterancestors("a"), None) is not None:
            return False
    else:
        address = element.get("src")
        if len(element) or element.text:  # it was written otherwise than `img`
            return False
    return address is None or _ORDINARY.match(address) is not None
