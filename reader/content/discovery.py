"""The feeds that a page offers: its `link` elements, what its service's convention says, links that look like feeds,
what its scripts name, and the usual places."""

import re
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml import html as lxml_html

from reader.content.feed_formats.addresses import web_address
from reader.content.feed_formats.decoding import decoded
from reader.content.site_feeds import FoundFeed, site_feeds, youtube_feed

__all__ = ["FoundFeed", "find_feeds", "guess_feeds", "site_feeds"]

MOST = 40
_LARGEST = 5_000_000
_TYPES = {
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/json",
    "application/rss",
    "application/atom",
    "text/rss+xml",
    "text/xml",
    "application/xml",
}
_LOOKS_LIKE = re.compile(
    r"(?:/|\b)(?:feeds?|rss|atom|flux|syndication|backend)(?:/|\.xml|\.rdf|\.json|\.php|$)|\.(?:rss|atom|rdf)$|/index\.xml$"
    r"|[?&](?:feed|format|alt|type|output)=(?:rss|atom)|spip\.php\?page=backend",
    re.I,
)
# Pages about feeds, and buttons of other readers: not feeds themselves.
_NO_FEED = re.compile(
    r"/wp-json/|oembed|/comments/feed|//(?:www\.)?(?:feedly|netvibes|inoreader|bloglines|newsblur|feedspot)\.com"
    r"|/(?:facebook|twitter|intent|share)",
    re.I,
)
_COMMENTS = re.compile(r"comment(?:s|aires?)\b|\br[ée]ponses?\b|/comments?/", re.I)
_LISTS_FEEDS = re.compile(r"(?:^|[/\-_.])(?:rss|feeds?|flux|syndication|abonnements?)(?:[/\-_.]|$)", re.I)
_IN_SCRIPT = re.compile(
    r'"(?:feedUrl|feedURL|feed_url|rssUrl|rssFeedUrl|rss_url|rssFeed|rss)"\s*:\s*"(https?:(?:[^"\\]|\\.){4,500})"'
)
_USUAL = (
    "/feed/", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json", "/feeds/posts/default",
    "/blog/feed/", "/blog/rss.xml", "/spip.php?page=backend", "/feed/rss2", "/index.php/feed/",
)  # fmt: skip


def find_feeds(page: bytes, *, url: str) -> list[FoundFeed]:
    """The feeds that the page at `url` names, the likeliest first, at most 40; empty when there is none.

    Declared ones come first, feeds of comments last. A page about feeds ("/rss") also offers all that it links to.
    """
    text = decoded(page[:_LARGEST])
    try:
        tree: Any = lxml_html.document_fromstring(
            re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\x00", "")), parser=lxml_html.HTMLParser(huge_tree=True)
        )
    except (etree.LxmlError, ValueError):
        return []
    base = next((element.get("href") for element in tree.iter("base") if element.get("href")), None)
    base_url = _joined(url, base) or url
    found = _declared(tree, base_url)
    youtube = youtube_feed(text, url)
    found = ([youtube] if youtube else []) + found + site_feeds(url)
    if not found or _LISTS_FEEDS.search(urlsplit(url).path):
        found += _linked(tree, base_url)
    if not found:
        found = [
            FoundFeed(address, "")
            for script in _IN_SCRIPT.findall(text)
            if (address := web_address(_unescaped(script), None))
        ]
    unique: dict[str, FoundFeed] = {}
    for feed in found:
        if not _NO_FEED.search(feed.url):
            held = unique.setdefault(feed.url, feed)
            if not held.title and feed.title:
                unique[feed.url] = feed
    return sorted(unique.values(), key=_is_of_comments)[:MOST]


def _joined(base: str, address: str | None) -> str | None:
    try:
        return web_address(address, base) if address else None
    except ValueError:
        return None


def _declared(tree: Any, base_url: str) -> list[FoundFeed]:  # noqa: ANN401 - the stubs of lxml leave elements untyped
    found = []
    for link in tree.iter("link", "a"):
        relations = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").lower().partition(";")[0].strip()
        address = _joined(base_url, link.get("href"))
        declared = ("alternate" in relations and kind in _TYPES) or "feed" in relations
        if kind in ("application/json", "text/xml", "application/xml"):
            # Used for other things as well (oEmbed, an interface): the address must look like a feed, too.
            declared = declared and _LOOKS_LIKE.search(link.get("href") or "") is not None
        if declared and address:
            found.append(FoundFeed(address, " ".join((link.get("title") or "").split())[:200]))
    return found


def _linked(tree: Any, base_url: str) -> list[FoundFeed]:  # noqa: ANN401
    found = []
    for link in tree.iter("a", "area"):
        target = (link.get("href") or "").strip()
        if target and _LOOKS_LIKE.search(target.partition("#")[0]):
            address = _joined(base_url, target)
            if address:
                words = " ".join("".join(link.itertext()).split()) or (link.get("title") or "").strip()
                found.append(FoundFeed(address, words[:80]))
    return found


def _unescaped(script: str) -> str:
    """An address as it stands in JSON: with \\/ and \\u002F."""
    plain = re.sub(r"\\u([0-9a-fA-F]{4})", lambda one: chr(int(one[1], 16)), script)
    return re.sub(r"\\(.)", r"\1", plain)


def _is_of_comments(feed: FoundFeed) -> bool:
    return _COMMENTS.search(f"{feed.title} {unquote(urlsplit(feed.url).path)}") is not None


def guess_feeds(url: str) -> list[str]:
    """Where a site without a word of it usually keeps its feed: under the given folder, then at the root."""
    try:
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
    except ValueError:
        return []
    folder = parts.path.rstrip("/")
    guesses = [f"{root}{folder}{place}" for place in _USUAL[:3]] if folder and len(folder) < 200 else []
    return list(dict.fromkeys([*guesses, *(root + place for place in _USUAL)]))
