"""What the three readers (strict XML, loose, JSON) hand over: fields as the feed wrote them, nothing cleaned."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from dateutil import parser as date_parser

from reader.core.entities import Enclosure


@dataclass(slots=True)
class RawPicture:
    """A picture that stands beside an entry (media:content, image, …), not in its text."""

    url: str
    caption: str | None = None
    credit: str | None = None


@dataclass(slots=True)
class RawEntry:
    """One entry. `title` may hold HTML; `contents` all bodies given, the longest wins; `base` resolves addresses."""

    guid: str | None = None
    url: str | None = None
    title: str = ""
    author: str | None = None
    published: str | None = None
    updated: str | None = None
    summary: str | None = None
    contents: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    pictures: list[RawPicture] = field(default_factory=list)
    enclosures: list[Enclosure] = field(default_factory=list)
    language: str | None = None
    base: str | None = None


@dataclass(slots=True)
class RawFeed:
    """A feed document. `format` is a word of CLI.md."""

    format: str
    title: str | None = None
    site_url: str | None = None
    feed_url: str | None = None
    language: str | None = None
    updated: str | None = None
    icon: str | None = None
    ttl_minutes: int | None = None
    entries: list[RawEntry] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


_RFC3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d)?([.,]\d+)?([Zz]|[+-]\d\d:?\d\d)?$")
_ZONES = {"EST": -18000, "EDT": -14400, "CST": -21600, "CDT": -18000, "MST": -25200, "MDT": -21600}
_ZONES |= {"PST": -28800, "PDT": -25200, "CET": 3600, "CEST": 7200, "MET": 3600, "BST": 3600, "Z": 0, "UT": 0, "GMT": 0}


def moment(text: str | None) -> datetime | None:
    """The time that `text` names (RFC 3339, RFC 5322, or as people write it), in UTC; None when it names none."""
    found = zoned_moment(text)
    return None if found is None else found.astimezone(UTC)


def zoned_moment(text: str | None) -> datetime | None:
    """The same in the publisher's own zone, which hours named in a text are in."""
    words = (text or "").strip()
    if not words:
        return None
    found: datetime | None = None
    try:
        if _RFC3339.match(words):
            found = datetime.fromisoformat(words.replace(",", ".").upper())
        else:
            try:
                found = parsedate_to_datetime(words)
            except (ValueError, TypeError, IndexError):
                found = date_parser.parse(words, tzinfos=_ZONES, default=datetime(1970, 1, 1), fuzzy=False)
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found
        found.astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None
    return found if 1970 < found.year < 2200 else None
