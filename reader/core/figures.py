"""Figures about the library: what came and was read day by day, and how each feed fares."""

from dataclasses import dataclass
from datetime import date, datetime

from reader.core.entities import FeedId


@dataclass(frozen=True, slots=True)
class Day:
    """Articles dated on one day, in the reader's zone, and how many of them are read."""

    day: date
    arrived: int
    read: int


@dataclass(frozen=True, slots=True)
class FeedFigures:
    """One feed: all it has, what came and was read in the days looked at, its newest, the size of its pictures."""

    id: FeedId
    title: str
    total: int
    arrived: int
    read: int
    newest: datetime | None
    bytes: int
    error: str | None


@dataclass(frozen=True, slots=True)
class Figures:
    """The whole: a row for every day looked at, oldest first, and every feed by title."""

    days: tuple[Day, ...]
    feeds: tuple[FeedFigures, ...]
    total: int
    unread: int
    starred: int
    bytes: int


def is_silent(feed: FeedFigures, now: datetime, days: int = 90) -> bool:
    """Whether a feed has had nothing new for that long."""
    return feed.newest is None or (now - feed.newest).days >= days
