"""What the readers (XML, JSON) hand over: fields as the feed wrote them, nothing cleaned."""

from dataclasses import dataclass, field

from reader.content.feed_formats.dates import moment, zoned_moment
from reader.core.entities import Enclosure

__all__ = ["RawEntry", "RawFeed", "RawPicture", "moment", "zoned_moment"]


@dataclass(slots=True)
class RawPicture:
    """A picture that stands beside an entry (media:content, image, …), not in its text."""

    url: str
    caption: str | None = None
    credit: str | None = None


@dataclass(slots=True)
class RawEntry:
    """One entry. `title` may hold HTML; `contents` all bodies given, the longest wins; `base` resolves addresses;
    `labels` are the words for readers of categories that are named for machines (RFC 4287, 4.2.2).

    `spare_*` hold what weaker elements say (dc:title, itunes:summary, media:description, media:content, …): used where
    the entry's own elements say nothing.
    """

    guid: str | None = None
    url: str | None = None
    title: str = ""
    author: str | None = None
    published: str | None = None
    updated: str | None = None
    summary: str | None = None
    contents: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    pictures: list[RawPicture] = field(default_factory=list)
    enclosures: list[Enclosure] = field(default_factory=list)
    language: str | None = None
    base: str | None = None
    permalink: bool = True
    spare_url: str | None = None
    spare_title: str = ""
    spare_author: str | None = None
    spare_summary: str | None = None
    spare_media: str | None = None
    spare_enclosures: list[Enclosure] = field(default_factory=list)


@dataclass(slots=True)
class RawFeed:
    """A feed document. `format` is a word of CLI.md. `ttl_minutes` is what `ttl` or `sy:updatePeriod` ask for;
    `skip_hours` (0–23, UTC) and `skip_days` (0 is Monday) when the publisher wants to be left alone."""

    format: str
    title: str | None = None
    site_url: str | None = None
    feed_url: str | None = None
    language: str | None = None
    updated: str | None = None
    icon: str | None = None
    author: str | None = None
    ttl_minutes: int | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()
    entries: list[RawEntry] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
