"""Where Home's cards and rows lie: lines of cards in columns, then rows in one or two columns, centred."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect

from reader.ui.article_row.look import BESIDE, HEIGHTS, PLAIN_CARD, Density
from reader.ui.row_view.bands import Band

WIDEST, CARD_WORDS, BESIDE_HEIGHT = 1240, 158, 232


def columns(width: int) -> int:
    """How many cards lie side by side."""
    return 1 if width < 560 else 2 if width < 880 else 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """A band (or none) and the rows under it: how many are cards, and whether any card has a picture."""

    band: Band | None
    size: int
    cards: int
    pictured: bool


class HomeGeometry:
    """Places for the rows of all stretches, one after the other."""

    def __init__(self, stretches: Sequence[Stretch], rest: Density, room_below: int = 24) -> None:
        self._stretches, self._rest, self._below = list(stretches), rest, room_below
        self.height = self.inset = 0
        self._rects: list[QRect] = []
        self._lines: list[tuple[int, range]] = []
        self._tops: list[int] = []
        self._bands: list[tuple[int, Band]] = []
        self._cards: set[int] = set()

    def fit(self, width: int) -> None:
        """Lie in a view of this width."""
        inside = min(WIDEST, width - 16)
        self.inset = (width - inside) // 2
        self._rects, self._lines, self._bands, self._cards = [], [], [], set()
        y = 4
        for stretch in self._stretches:
            if stretch.band is not None:
                self._bands.append((y, replace(stretch.band, row=len(self._rects))))
                y += stretch.band.height
            y = self._lay(stretch, y, inside)
        self.height = y + self._below if self._rects else 0
        self._tops = [top for top, _ in self._lines]

    def _lay(self, stretch: Stretch, y: int, inside: int) -> int:
        across = columns(inside)
        wide = inside // min(across, max(1, stretch.cards))
        high = round(wide * 0.46) + CARD_WORDS if stretch.pictured else PLAIN_CARD
        if wide >= BESIDE:
            high = BESIDE_HEIGHT if stretch.pictured else PLAIN_CARD
        first = len(self._rects)
        self._cards.update(range(first, first + stretch.cards))
        y = self._grid(range(first, first + stretch.cards), y, (inside, across, high))
        rows = range(first + stretch.cards, first + stretch.size)
        beside = 2 if inside >= 880 and len(rows) > 1 else 1
        return self._grid(rows, y, (inside, beside, HEIGHTS[self._rest]))

    def _grid(self, rows: range, y: int, shape: tuple[int, int, int]) -> int:
        inside, across, high = shape
        for start in range(0, len(rows), across):
            line = rows[start : start + across]
            share = min(across, len(rows))
            for place in range(len(line)):
                left, right = inside * place // share, inside * (place + 1) // share
                self._rects.append(QRect(self.inset + left, y, right - left, high))
            self._lines.append((y, line))
            y += high
        return y

    def rect(self, row: int) -> QRect:
        """The place of a row."""
        return self._rects[row] if row < len(self._rects) else QRect()

    def _line_at(self, y: int) -> int:
        return max(0, bisect_right(self._tops, y) - 1)

    def row_at(self, x: int, y: int) -> int:
        """The row at a point, -1 where there is none."""
        line = self._lines[self._line_at(y)][1] if self._lines else range(0)
        return next((row for row in line if self._rects[row].contains(x, y)), -1)

    def rows_between(self, top: int, bottom: int) -> Iterable[int]:
        """The rows that touch a stretch, in order."""
        if not self._lines:
            return range(0)
        first, last = self._lines[self._line_at(top)][1], self._lines[self._line_at(bottom)][1]
        start = first.start if self._rects[first.start].bottom() >= top else first.stop
        return range(start, max(start, last.stop))

    def bands_between(self, top: int, bottom: int) -> Iterator[tuple[int, Band]]:
        """The bands that touch a stretch, each with its top."""
        return ((y, band) for y, band in self._bands if y < bottom and y + band.height > top)

    def heading_over(self, y: int) -> tuple[Band | None, int]:
        """The heading whose rows lie at `y`, and the top of the next heading (or the end)."""
        headings = [(top, band) for top, band in self._bands if band.kind == "heading"]
        over = [band for top, band in headings if top <= y]
        after = next((top for top, _ in headings if top > y), self.height)
        return (over[-1] if over else None), after

    def density(self, row: int) -> Density:
        """How a row is painted."""
        return Density.CARDS if row in self._cards else self._rest

    def step(self, row: int, across: int, down: int) -> int:
        """The row reached by an arrow key; the same one at an edge."""
        if across:
            return min(len(self._rects) - 1, max(0, row + across))
        here = next((index for index, (_, line) in enumerate(self._lines) if row in line), 0)
        target = min(len(self._lines) - 1, max(0, here + down))
        if target == here:
            return row
        centre, line = self._rects[row].center().x(), self._lines[target][1]
        return min(line, key=lambda one: abs(self._rects[one].center().x() - centre))
