"""Which revisions go when an article has too many: middle ones, never the first, the read and the last. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.entities import ChangeKind

MOST_REVISIONS = 12
"""Revisions kept of one article. Starred articles keep all of theirs."""


@dataclass(frozen=True, slots=True)
class Held:
    """One revision; `fetched` in microseconds since 1970."""

    number: int
    fetched: int
    kind: ChangeKind


def to_drop(held: Sequence[Held], read: int | None, most: int = MOST_REVISIONS) -> list[int]:
    """Numbers to drop from `held` (in order), so that `most` stay: quiet ones first, then those closest in time."""
    left = list(held)
    dropped = []
    while len(left) > most:
        middle = [index for index in range(1, len(left) - 1) if left[index].number != read]
        if not middle:
            break
        worst = min(middle, key=lambda index: _worth(left, index))
        dropped.append(left.pop(worst).number)
    return sorted(dropped)


def _worth(held: Sequence[Held], index: int) -> tuple[bool, int]:
    return held[index].kind is not ChangeKind.COSMETIC, held[index + 1].fetched - held[index - 1].fetched
