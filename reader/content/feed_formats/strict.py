"""RSS 0.9x, 1.0, 2.0, CDF and Atom 0.3, 1.0 with lxml, for the 96 of 100 feeds that are well-formed XML.

Raises NotStrict for anything lxml calls an error; the caller then mends the document, so that no text is lost.
"""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from reader.content.feed_formats.atom import read_atom
from reader.content.feed_formats.extensions import RSS_ROWS, person_of
from reader.content.feed_formats.names import BASE, LANG, Element, markup_of, name_of, text_of
from reader.content.feed_formats.raw import RawEntry, RawFeed
from reader.content.feed_formats.rhythm import add_rhythm

_OPTIONS: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "load_dtd": False,
}
_OTHER_ENTITIES = re.compile(rb"&(?!amp;|lt;|gt;|quot;|apos;|#)")


class NotStrict(Exception):
    """Not well-formed, or no feed."""


def read_strict(body: bytes, base_url: str | None) -> RawFeed:
    """The feed of well-formed XML in UTF-8, without a declaration."""
    # With a document type, libxml2 takes unknown entities for declared elsewhere and drops them without a word.
    if b"<!DOCTYPE" in body[:20_000] and (b"<!ENTITY" in body or _OTHER_ENTITIES.search(body)):
        raise NotStrict("entities are declared")
    try:
        root = etree.fromstring(body, etree.XMLParser(encoding="utf-8", **_OPTIONS))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotStrict(str(error)) from error
    return _read(root, base_url)


def _read(root: Element, base_url: str | None) -> RawFeed:
    if name_of(root.tag).startswith("?:"):
        # A document in a name space of its own is what its elements say that it is.
        own = root.tag.rpartition("}")[0] + "}"
        for element in root.iter():
            if isinstance(element.tag, str):
                element.tag = element.tag.removeprefix(own)
    name = name_of(root.tag).rpartition(":")[2]
    if name == "entry":
        # A document of one entry (RFC 4287, 2).
        entry, root = root, etree.Element(root.tag.replace("entry", "feed"))
        root.append(entry)
        name = "feed"
    if name == "feed":
        return read_atom(root, base_url)
    if name in ("rss", "rdf", "channel"):
        return _rss(root, name, base_url)
    raise NotStrict(f"a document of type {name}")


def _rss(root: Element, name: str, base_url: str | None) -> RawFeed:
    channel = root if name == "channel" else next((child for child in root if name_of(child.tag) == "channel"), None)
    base = urljoin(base_url or "", root.get(BASE) or "") or None
    if channel is not None and channel.get(BASE):
        base = urljoin(base or "", channel.get(BASE))
    feed = RawFeed(_format(root, name, channel), language=root.get(LANG))
    items: list[Element] = []
    for child in channel if channel is not None else ():
        key = name_of(child.tag)
        if key == "item":
            items.append(child)
        elif key == "items" and channel is not root:
            items += [inner for inner in child if name_of(inner.tag) == "item"]
        elif (row := _CHANNEL.get(key)) is not None:
            row(feed, child)
    if channel is not root:
        for child in root:
            key = name_of(child.tag)
            if key == "item":
                items.append(child)
            elif key == "image" and not feed.icon:
                _icon(feed, child)
    if channel is not None and feed.site_url is None:
        feed.site_url = channel.get("HREF") or channel.get("href")
    if feed.site_url:
        feed.site_url = urljoin(base or "", feed.site_url)
    if channel is not None:
        add_rhythm(feed, channel)
    feed.entries = [_item(item, base) for item in items]
    return feed


def _format(root: Element, name: str, channel: Element) -> str:
    if name == "channel":
        return "cdf"
    if name == "rdf":
        spaces = {root.tag} | {child.tag for child in root}
        old = any("netscape.com" in str(tag) for tag in spaces)
        return "rss09x" if old else "rss10"
    version = (root.get("version") or "").strip()
    return "rss20" if not version or version.startswith("2") else "rss10" if version.startswith("1") else "rss09x"


def _item(item: Element, base: str | None) -> RawEntry:
    entry = RawEntry(base=base, language=item.get(LANG))
    if item.get(BASE):
        entry.base = urljoin(base or "", item.get(BASE))
    for child in item:
        row = RSS_ROWS.get(name_of(child.tag))
        if row is not None:
            row(entry, child)
            if child.get(BASE):
                entry.base = urljoin(entry.base or "", child.get(BASE))
    if entry.guid is None:
        about = next((value for key, value in item.attrib.items() if key.endswith("}about")), None)
        entry.guid, entry.permalink = about, True
    if entry.url is None:
        entry.url = item.get("HREF") or item.get("href")
    return entry


def _feed_title(feed: RawFeed, child: Element) -> None:
    feed.title = feed.title or markup_of(child)


def _site(feed: RawFeed, child: Element) -> None:
    feed.site_url = feed.site_url or text_of(child) or child.get("href")


def _atom_link(feed: RawFeed, child: Element) -> None:
    rel = (child.get("rel") or "alternate").lower()
    if rel == "self":
        feed.feed_url = feed.feed_url or child.get("href")
    elif rel == "alternate":
        feed.site_url = feed.site_url or child.get("href")


def _feed_language(feed: RawFeed, child: Element) -> None:
    feed.language = text_of(child) or feed.language


def _feed_updated(feed: RawFeed, child: Element) -> None:
    feed.updated = feed.updated or text_of(child)


def _feed_author(feed: RawFeed, child: Element) -> None:
    feed.author = feed.author or person_of(child)


def _icon(feed: RawFeed, child: Element) -> None:
    """`image` (RSS), itunes:image, webfeeds:icon; the last is square and made for readers, and wins."""
    inside = next((text_of(part) for part in child if name_of(part.tag).endswith("url")), None)
    address = inside or child.get("href") or (text_of(child) if not len(child) else None)
    if address and (not feed.icon or name_of(child.tag) == "webfeeds:icon"):
        feed.icon = address


_CHANNEL: dict[str, Callable[[RawFeed, Element], None]] = {
    "title": _feed_title,
    "dc:title": _feed_title,
    "link": _site,
    "a": _site,
    "atom:link": _atom_link,
    "language": _feed_language,
    "dc:language": _feed_language,
    "lastbuilddate": _feed_updated,
    "pubdate": _feed_updated,
    "dc:date": _feed_updated,
    "atom:updated": _feed_updated,
    "itunes:author": _feed_author,
    "image": _icon,
    "itunes:image": _icon,
    "webfeeds:icon": _icon,
}
