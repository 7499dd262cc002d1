"""The words of a row: badges, the last line, and the sentence that a screen reader says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from PySide6.QtCore import QCoreApplication

from reader.core.entities import Access, OfflineState, Row
from reader.render.moments import short_moment

Kind = Literal["update", "changed", "subscriber", "teaser"]


@dataclass(frozen=True, slots=True)
class Badge:
    """A word in a small box; its kind says which colours it wears."""

    kind: Kind
    words: str


def badges(row: Row) -> Iterator[Badge]:
    """The badges of a row, the most telling first."""
    if row.marker is not None:
        yield Badge("update", QCoreApplication.translate("ArticleRow", "Updated"))
    elif row.changed:
        yield Badge("changed", QCoreApplication.translate("ArticleRow", "modified"))
    if row.access is Access.SUBSCRIBER:
        yield Badge("subscriber", QCoreApplication.translate("ArticleRow", "Subscriber"))
    elif row.access is Access.TEASER:
        yield Badge("teaser", QCoreApplication.translate("ArticleRow", "Excerpt"))


def minutes(row: Row) -> str:
    """The reading time, "4 min"; empty when there is nothing to read."""
    return QCoreApplication.translate("ArticleRow", "{0} min").format(row.minutes) if row.minutes else ""


def last_line(row: Row, now: datetime) -> str:
    """When, how long to read, and the reader's own tags."""
    return "  ·  ".join(filter(None, (short_moment(row.published, now), minutes(row), ", ".join(row.tags))))


def source_line(row: Row) -> str:
    """Feed and section."""
    return "  ·  ".join(filter(None, (row.feed, row.section)))


def also_in(row: Row) -> str:
    """The other feeds that brought this article; empty when there are none."""
    return QCoreApplication.translate("ArticleRow", "also in {0}").format(", ".join(row.also_in)) if row.also_in else ""


def offline_words(row: Row) -> str:
    """What is missing with the cable pulled; empty when the article is ready, or when a badge says it."""
    if row.emptied:
        return QCoreApplication.translate("ArticleRow", "A clean-up has taken the text")
    return {
        OfflineState.PARTIAL: QCoreApplication.translate("ArticleRow", "Some pictures are not stored yet"),
        OfflineState.TEXT: QCoreApplication.translate("ArticleRow", "Pictures are not stored yet"),
        OfflineState.MISSING: QCoreApplication.translate("ArticleRow", "The text is not stored yet"),
    }.get(row.offline, "")


def star_tip(row: Row) -> str:
    """What a click on the star does, with its key."""
    if row.starred:
        return QCoreApplication.translate("ArticleRow", "Remove the star (S)")
    return QCoreApplication.translate("ArticleRow", "Star (S)")


def spoken(row: Row, now: datetime) -> str:
    """The whole row as one sentence for a screen reader."""
    state = "" if row.read else QCoreApplication.translate("ArticleRow", "Unread")
    away = QCoreApplication.translate("ArticleRow", "Archived") if row.archived else ""
    star = QCoreApplication.translate("ArticleRow", "Starred") if row.starred else ""
    facts = (
        state,
        star,
        away,
        row.title,
        row.kicker,
        row.feed,
        row.section,
        short_moment(row.published, now),
        minutes(row),
    )
    told = [*facts, also_in(row), *row.tags, *(badge.words for badge in badges(row)), offline_words(row)]
    return ". ".join(fact.strip(" .") for fact in told if fact)
