"""The feeds that a page offers: its `link rel=alternate`, else links that look like feeds, else the usual places."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml import html as lxml_html

_TYPES = {
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/json",
    "text/xml",
    "application/xml",
}
_LOOKS_LIKE = re.compile(r"(?:/|\b)(?:feed|rss|atom|flux)(?:/|\.xml|\.rdf|\.json|$)|\.(?:rss|atom)$|/index\.xml$", re.I)
_USUAL = ("/feed/", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json")


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that a page names; the title is the page's word for it, often empty."""

    url: str
    title: str


def find_feeds(page: bytes, *, url: str) -> list[FoundFeed]:
    """The feeds that the page at `url` names, the declared ones first, at most 20; empty when there is none."""
    try:
        tree: Any = lxml_html.document_fromstring(page[:5_000_000], parser=lxml_html.HTMLParser(huge_tree=True))
    except (etree.LxmlError, ValueError):
        return []
    base = next((element.get("href") for element in tree.iter("base") if element.get("href")), None)
    base_url = urljoin(url, base) if base else url
    declared = [
        FoundFeed(urljoin(base_url, link.get("href").strip()), " ".join((link.get("title") or "").split()))
        for link in tree.iter("link")
        if link.get("href")
        and "alternate" in (link.get("rel") or "").lower().split()
        and (link.get("type") or "").lower().partition(";")[0].strip() in _TYPES
    ]
    linked = [
        FoundFeed(urljoin(base_url, link.get("href").strip()), " ".join("".join(link.itertext()).split())[:80])
        for link in tree.iter("a")
        if link.get("href") and _LOOKS_LIKE.search(urlsplit(link.get("href")).path or "")
    ]
    found: dict[str, FoundFeed] = {}
    for feed in declared or linked:
        if feed.url.startswith(("http://", "https://")) and "/wp-json/" not in feed.url:
            found.setdefault(feed.url, feed)
    return list(found.values())[:20]


def guess_feeds(url: str) -> list[str]:
    """Where a site without a word of it usually keeps its feed: under the given folder, then at the root."""
    parts = urlsplit(url)
    root = f"{parts.scheme}://{parts.netloc}"
    folder = parts.path.rstrip("/")
    guesses = [f"{root}{folder}{place}" for place in _USUAL[:2]] if folder else []
    return list(dict.fromkeys([*guesses, *(root + place for place in _USUAL)]))
