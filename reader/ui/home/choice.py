"""What matters on Home: which articles become cards, which fit a reading budget, and in which order all are shown.

Pure: rows in, rows out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.budget import picks
from reader.core.entities import Access, Row


def worth(row: Row) -> float:
    """How much an article asks to be seen: unread, marked as updated, with a picture, long, for subscribers."""
    found = 1.0 + (0 if row.read else 2.0)
    found += 1.0 if row.marker is not None or row.changed else 0
    found += 0.9 if row.picture else 0
    found += 0.4 if row.minutes >= 4 else 0
    found += 0.4 if row.access is Access.SUBSCRIBER else -0.6 if row.access is Access.TEASER else 0
    found += 0.3 if row.kicker else 0
    return found + (0.3 if row.starred else 0)


def cards(rows: Sequence[Row], most: int) -> list[Row]:
    """Up to `most` articles that become cards: those worth most, each from another feed while there are other feeds."""
    ranked = sorted(rows, key=worth, reverse=True)
    chosen: list[Row] = []
    for again in (False, True):
        for row in ranked:
            if len(chosen) == most:
                break
            if row not in chosen and (again or row.feed_id not in {one.feed_id for one in chosen}):
                chosen.append(row)
    return sorted(chosen, key=ranked.index)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of Home under its band: its articles in order, the first `cards` of them as cards."""

    rows: tuple[Row, ...]
    cards: int


def arranged(rows: Sequence[Row], most: int) -> Segment:
    """Cards first, the rest in the order it had. A stretch of one or two articles has no rest beside a card."""
    if most <= 0:
        return Segment(tuple(rows), 0)
    chosen = cards(rows, most)
    return Segment((*chosen, *(row for row in rows if row not in chosen)), len(chosen))


def within_budget(rows: Sequence[Row], minutes: int) -> list[Row]:
    """What to read in so many minutes: unread, best together; never a bare excerpt."""
    fit = [(row, row.minutes, worth(row)) for row in rows if not row.read and row.access is not Access.TEASER]
    return picks(fit, minutes)
