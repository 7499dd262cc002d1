"""Names of XML elements in one spelling: "title", "dc:creator", "atom:link", whatever address and case a feed gives.

Publishers misspell name spaces (http for https, a missing "#", other case); the usual spellings all mean the same.
"""

import html
import re
from functools import lru_cache
from typing import Any, TypeAlias

from lxml import etree

Element: TypeAlias = Any  # the stubs of lxml leave much of it untyped

BASE = "{http://www.w3.org/XML/1998/namespace}base"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# By the address in small letters, without scheme, "www." and the last "/" or "#".
_PREFIXES = {
    "": "",
    "purl.org/rss/1.0": "",
    "purl.org/net/rss1.1": "",
    "backend.userland.com/rss": "",
    "backend.userland.com/rss2": "",
    "backend.userland.com/rss091": "",
    "backend.userland.com/rss092": "",
    "blogs.law.harvard.edu/tech/rss": "",
    "cyber.law.harvard.edu/rss": "",
    "my.netscape.com/rdf/simple/0.9": "",
    "channel.netscape.com/rdf/simple/0.9": "",
    "my.netscape.com/publish/formats/rss-0.91.dtd": "",
    "purl.org/rss/1.0/modules/rss091": "",
    "w3.org/2005/atom": "atom:",
    "purl.org/atom/ns": "atom:",
    "w3.org/1999/xhtml": "xhtml:",
    "w3.org/1999/02/22-rdf-syntax-ns": "rdf:",
    "purl.org/rss/1.0/modules/content": "content:",
    "purl.org/dc/elements/1.0": "dc:",
    "purl.org/dc/elements/1.1": "dc:",
    "purl.org/dc/terms": "dc:",
    "search.yahoo.com/mrss": "media:",
    "itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "itunes.com/dtds/itunes-1.0.dtd": "itunes:",
    "example.com/dtds/podcast-1.0.dtd": "itunes:",
    "purl.org/rss/1.0/modules/syndication": "sy:",
    "webfeeds.org/rss/1.0": "webfeeds:",
    "feedburner.com/rss/feedburner/ext/1.0": "feedburner:",
    "rssnamespace.org/feedburner/ext/1.0": "feedburner:",
}
_SCHEME = re.compile(r"^https?://(?:www\.)?")
_LOOKS_LIKE_HTML = re.compile(
    r"</(?:p|a|div|b|i|em|strong|span|ul|ol|li|h[1-6]|blockquote|table|pre)\s*>|<(?:br|img)\b", re.I
)


@lru_cache(maxsize=4096)
def name_of(tag: object) -> str:
    """ "{http://purl.org/dc/elements/1.1/}creator" is "dc:creator"; unknown name spaces give "?:name", comments ""."""
    if not isinstance(tag, str):
        return ""
    space, _, local = tag.rpartition("}")
    address = _SCHEME.sub("", space.removeprefix("{").strip().lower()).rstrip("/#")
    return _PREFIXES.get(address, "?:") + local.lower()


def text_of(element: Element) -> str:
    """The words inside, without the space around them."""
    if len(element):
        return "".join(element.itertext()).strip()
    return (element.text or "").strip()


def markup_of(element: Element) -> str:
    """The HTML inside: text as it was escaped, or elements written straight into the XML."""
    return inner_html(element).strip() if len(element) else (element.text or "").strip()


def inner_html(element: Element) -> str:
    """The elements inside `element` as HTML, their name spaces left out."""
    parts = [html.escape(element.text or "", quote=False)]
    for child in element:
        for inner in child.iter():
            if isinstance(inner.tag, str):
                inner.tag = inner.tag.rpartition("}")[2]
        etree.cleanup_namespaces(child)
        parts.append(etree.tostring(child, encoding="unicode", method="html"))
    return "".join(parts)


def looks_like_html(text: str) -> bool:
    """Whether a text that claims to be plain is HTML: it closes tags that plain words do not open."""
    return "<" in text and _LOOKS_LIKE_HTML.search(text) is not None
