"""Tag soup made well-formed: every element is closed where its parent, the next entry or the document ends.

Works in one pass over mended text (see `mend`), in time linear to its length; never fails and never loses a word.
"""

import re
from collections.abc import Iterator

_TAG = re.compile(
    r"""<(?P<end>/)?(?P<name>[A-Za-z_][\w.\-]*(?::[A-Za-z_][\w.\-]*)?)"""
    r"""(?P<rest>(?:\s(?:"[^"<]*"|'[^'<]*'|[^<>"']+)*+|/)?(?=>)|[^<>]*+)>"""
)
_CDATA = "<![CDATA["
_ATTRIBUTE = re.compile(r"""([A-Za-z_][\w.\-]*(?::[A-Za-z_][\w.\-]*)?)\s*=\s*(?:"([^"<]*)"|'([^'<]*)'|([^\s"'<>=]+))""")
_STRAY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)")
_VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr"))
_ENTRIES = frozenset(("item", "entry"))
_AROUND = frozenset(("rss", "feed", "rdf", "channel", "items"))
# Fields of an entry that hold words only: whatever field opens inside one of them stands beside it.
_LINES = frozenset(
    ("title", "link", "guid", "pubdate", "author", "category", "creator", "date", "id", "published", "updated")
)
_FIELDS = _LINES | {"description", "encoded", "summary", "content", "enclosure", "comments"}
_DEEPEST = 150


def balanced(text: str) -> str:
    """`text` with every tag closed, attributes quoted and each given once, what is no tag escaped."""
    return "".join(_tokens(text))


def _tokens(text: str) -> Iterator[str]:
    open_tags: list[str] = []
    at = 0
    while at < len(text):
        start = text.find("<", at)
        if start < 0:
            break
        yield text[at:start].replace("]]>", "]]&gt;")
        if text.startswith(_CDATA, start):
            end = text.find("]]>", start)
            yield text[start:] + "]]>" if end < 0 else text[start : end + 3]
            at = len(text) if end < 0 else end + 3
            continue
        tag = _TAG.match(text, start)
        if tag is None:
            yield "&lt;"
            at = start + 1
            continue
        yield from _tag(tag, open_tags)
        at = tag.end()
    if at < len(text):
        yield text[at:].replace("]]>", "]]&gt;")
    yield from (f"</{name}>" for name in reversed(open_tags))


def _tag(tag: re.Match[str], open_tags: list[str]) -> Iterator[str]:
    name = tag["name"]
    local = name.rpartition(":")[2].lower()
    if tag["end"]:
        if name in open_tags:
            while open_tags:
                closed = open_tags.pop()
                yield f"</{closed}>"
                if closed == name:
                    break
        return
    if local in _ENTRIES:
        # An entry holds no entry: whatever is still open in the last one ends here.
        while open_tags and open_tags[-1].rpartition(":")[2].lower() not in _AROUND:
            yield f"</{open_tags.pop()}>"
    elif (
        local in _FIELDS
        and len(open_tags) > 1
        and _local(open_tags[-1]) in _LINES
        and _local(open_tags[-2]) in _ENTRIES
    ):
        yield f"</{open_tags.pop()}>"
    if len(open_tags) >= _DEEPEST:
        return
    alone = tag["rest"].rstrip().endswith("/") or (local in _VOID and ":" not in name and _inside_text(open_tags))
    yield f"<{name}{_attributes(tag['rest'])}{'/' if alone else ''}>"
    if not alone:
        open_tags.append(name)


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _inside_text(open_tags: list[str]) -> bool:
    """Whether a tag stands in HTML written straight into the feed, where `link` and `img` are empty elements."""
    depth = next((index for index, name in enumerate(open_tags) if name.rpartition(":")[2].lower() in _ENTRIES), None)
    return depth is not None and len(open_tags) > depth + 1


def _attributes(rest: str) -> str:
    given: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(rest):
        value = double or single or bare
        given.setdefault(name, value.strip().replace(" ", "%20") if name.startswith("xmlns") else value)
    return "".join(
        f' {name}="{_STRAY.sub("&amp;", value).replace(chr(34), "&quot;")}"' for name, value in given.items()
    )
