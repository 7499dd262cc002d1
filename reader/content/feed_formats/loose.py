"""The feeds that are not well-formed XML, with feedparser; its own cleaning and resolving are off, ours follow."""

from typing import Any

import feedparser

from reader.content.feed_formats.extensions import enclosure_of
from reader.content.feed_formats.raw import RawEntry, RawFeed, RawPicture
from reader.core.errors import ContentError

_FORMATS = {"rss090": "rss09x", "rss091n": "rss09x", "rss091u": "rss09x", "rss092": "rss09x", "rss093": "rss09x"}
_FORMATS |= {"rss094": "rss09x", "rss10": "rss10", "rss20": "rss20", "rss": "rss20", "atom03": "atom03"}
_FORMATS |= {"atom10": "atom10", "atom": "atom10", "cdf": "cdf"}


def read_loose(body: bytes, base_url: str | None) -> RawFeed:
    """The feed in `body` (UTF-8) as far as it can be read. Raises ContentError when nothing in it is a feed."""
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": base_url or ""}
    try:
        found: Any = feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False, response_headers=headers)
    except Exception as error:  # tag soup makes it raise almost anything; it must not end the round
        raise ContentError("The feed cannot be read.", "Le flux est illisible.", cause=repr(error)) from error
    channel = found.feed
    if not found.entries and not found.version and not channel.get("title"):
        raise ContentError("This is not a feed.", "Ce n'est pas un flux.", cause=str(found.get("bozo_exception", "")))
    feed = RawFeed(
        _FORMATS.get(found.version, found.version or "unknown"),
        title=channel.get("title"),
        site_url=channel.get("link"),
        feed_url=next((link.get("href") for link in channel.get("links", ()) if link.get("rel") == "self"), None),
        language=channel.get("language"),
        updated=channel.get("updated") or channel.get("published"),
        icon=channel.get("icon") or (channel.get("image") or {}).get("href"),
    )
    feed.entries = [_entry(entry) for entry in found.entries]
    return feed


def _entry(entry: Any) -> RawEntry:  # noqa: ANN401 - feedparser's own dictionaries
    pictures = [RawPicture(one["url"]) for one in entry.get("media_thumbnail", ()) if one.get("url")]
    for one in entry.get("media_content", ()):
        if one.get("url") and (one.get("medium") == "image" or str(one.get("type", "")).startswith("image/")):
            pictures.insert(0, RawPicture(one["url"]))
    return RawEntry(
        guid=entry.get("id"),
        url=entry.get("link"),
        title=entry.get("title") or "",
        author=entry.get("author"),
        published=entry.get("published") or entry.get("created"),
        updated=entry.get("updated"),
        summary=entry.get("summary"),
        contents=[one.get("value") or "" for one in entry.get("content", ())],
        categories=[tag.get("label") or tag.get("term") or "" for tag in entry.get("tags", ())],
        pictures=pictures,
        enclosures=[
            found
            for one in entry.get("enclosures", ())
            if (found := enclosure_of(one.get("href"), one.get("type"), str(one.get("length") or ""))) is not None
        ],
        base=(entry.get("title_detail") or {}).get("base") or None,
    )
