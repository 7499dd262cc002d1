"""Feeds and OPML that are nearly XML, made well-formed: entities, stray ampersands, control characters, noise.

Works on text, in one pass a rule, and never grows a document beyond measure: an entity bomb is refused.
"""

import html
import re
from collections.abc import Callable, Iterator

from reader.core.errors import ContentError

_DECLARATION = re.compile(r"^\s*(?:<\?xml.*?\?+>\s*)+", re.S)
_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf|channel|opml|entry)(?=[\s>/])", re.I)
_DOCTYPE = re.compile(r"<!DOCTYPE\s+[\w:.\-]+[^\[>]*(?:\[(?P<inside>.*?)\]\s*)?>", re.S | re.I)
_ENTITY = re.compile(r"""<!ENTITY\s+([\w:.\-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>""", re.S)
_LITERAL = re.compile(r"<!\[CDATA\[|<!--")
_REFERENCE = re.compile(r"&(?:#(?P<number>[xX]?[0-9a-fA-F]{1,8});|(?P<name>[A-Za-z][\w.\-]{0,40});)?")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BARE = re.compile(r"<(?![A-Za-z_!?/])")
_PREFIXED = re.compile(r"</?([A-Za-z_][\w.\-]{0,30}):[A-Za-z_]|\s([A-Za-z_][\w.\-]{0,30}):[A-Za-z_][\w.\-]*\s*=")
_BOUND = re.compile(r"\sxmlns:([\w.\-]+)\s*=")
_MOST_PREFIXES = 50
_XML_NAMES = ("amp", "lt", "gt", "quot", "apos")
_LARGEST_GROWTH = 1_000_000
_DEEPEST = 8
_HEAD = 100_000
# The addresses that everyone binds these prefixes to.
_SPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "webfeeds": "http://webfeeds.org/rss/1.0",
}


def without_declaration(text: str) -> str:
    """The document without its XML declaration, which no longer tells the truth once the bytes are text."""
    return _DECLARATION.sub("", text.lstrip("\ufeff \t\r\n"), count=1)


def mended(text: str) -> str:
    """The document as close to well-formed XML as these rules bring it. Raises ContentError for an entity bomb."""
    own: dict[str, str] = {}
    start = text[:_HEAD].lower().find("<!doctype")
    doctype = _DOCTYPE.match(text, start) if start >= 0 else None
    if doctype is not None:
        for name, double, single in _ENTITY.findall(doctype["inside"] or ""):
            own.setdefault(name, double or single)
        text = text[: doctype.start()] + text[doctype.end() :]
    text = _closed(_only_the_document(_CONTROL.sub("", text)))
    text = re.sub(r"(<[\w:]+)\s+xmlns(?=[\s>])(?!\s*=)", r"\1", text[:2_000]) + text[2_000:]
    budget = [_LARGEST_GROWTH]

    def reference(found: re.Match[str]) -> str:
        return _resolved(found, own, budget, 0)

    return _declared("".join(_pieces(text, lambda part: _BARE.sub("&lt;", _REFERENCE.sub(reference, part)))))


def _pieces(text: str, mend: Callable[[str], str]) -> Iterator[str]:
    """The text between CDATA sections and comments mended, the sections as they are, the comments left out."""
    at = 0
    while (found := _LITERAL.search(text, at)) is not None:
        yield mend(text[at : found.start()])
        closing = "]]>" if found[0] == "<![CDATA[" else "-->"
        end = text.find(closing, found.end())
        if end < 0:
            # Nothing closes it, nor any that follows: it is text, in which "<" marks no more sections.
            yield mend(_LITERAL.sub(lambda one: html.escape(one[0]), text[found.start() :]))
            return
        at = end + len(closing)
        if closing == "]]>":
            yield text[found.start() : at]
    yield mend(text[at:])


def _resolved(found: re.Match[str], own: dict[str, str], budget: list[int], depth: int) -> str:
    name = found["name"]
    if name is None:
        if found["number"] is None:
            return "&amp;"
        return html.escape(_CONTROL.sub("", html.unescape(f"&#{found['number']};")), quote=True)
    if name in _XML_NAMES:
        return found[0]
    if name not in own:
        plain = html.unescape(f"&{name};")
        return html.escape(plain, quote=True) if plain != f"&{name};" else f"&amp;{name};"
    if depth >= _DEEPEST:
        raise _bomb()
    inner = _REFERENCE.sub(lambda one: _resolved(one, own, budget, depth + 1), own[name])
    budget[0] -= len(inner) + 1
    if budget[0] < 0:
        raise _bomb()
    return inner


def _bomb() -> ContentError:
    return ContentError(
        "The feed declares entities that grow beyond measure; it was refused.",
        "Le flux déclare des entités qui enflent sans mesure ; il a été refusé.",
    )


def _only_the_document(text: str) -> str:
    """From the root element to its end tag: what stands before and behind is noise (warnings of PHP, scripts)."""
    root = _ROOT.search(text)
    if root is None:
        return text
    name = root[0][1:]
    another = re.compile(rf"</{re.escape(name)}\s*>(?=\s*<(?:\?xml|!DOCTYPE|{re.escape(name)}[\s>]))", re.I).search(
        text, root.end()
    )
    if another is not None:  # two documents, one behind the other
        return text[root.start() : another.end()]
    end = text.rfind(f"</{name}")
    close = text.find(">", end) if end > root.start() else -1
    return text[root.start() : close + 1] if close > 0 else text[root.start() :]


def _closed(text: str) -> str:
    """A document cut off in the middle of a tag or of a CDATA section ends before or with it."""
    if text.rfind("<![CDATA[") > text.rfind("]]>"):
        return text + "]]>"
    if text.rfind("<!--") > text.rfind("-->"):
        return text[: text.rfind("<!--")]
    last = text.rfind("<")
    return text[:last] if last > text.rfind(">") and re.match(r"</?[A-Za-z!]", text[last : last + 3]) else text


def _declared(text: str) -> str:
    """Prefixes without a declaration get one on the root element."""
    used = {one or other for one, other in _PREFIXED.findall(text)} - {"xml", "xmlns", ""}
    missing = sorted(used - set(_BOUND.findall(text)))[:_MOST_PREFIXES]
    root = _ROOT.search(text)
    if not missing or root is None:
        return text
    bound = "".join(f' xmlns:{prefix}="{_SPACES.get(prefix, f"urn:undeclared:{prefix}")}"' for prefix in missing)
    return text[: root.end()] + bound + text[root.end() :]
