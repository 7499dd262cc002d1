"""Where rows lie, in pixels from the top of the whole list. `UniformGeometry` is for rows of one height.

Positions are computed by halving over the bands between rows; nothing is kept for a row.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QRect

from reader.ui.article_row.look import HEIGHTS, PLAIN_CARD, Density
from reader.ui.row_view.bands import Band


class Geometry(Protocol):
    """What a view asks: the height of all, the place of a row, the rows and bands of a stretch."""

    height: int
    inset: int

    def fit(self, width: int) -> None:
        """Lie in a view of this width."""

    def rect(self, row: int) -> QRect:
        """The place of a row."""

    def row_at(self, x: int, y: int) -> int:
        """The row at a point, -1 where there is none."""

    def rows_between(self, top: int, bottom: int) -> Iterable[int]:
        """The rows that touch a stretch, in order."""

    def bands_between(self, top: int, bottom: int) -> Iterable[tuple[int, Band]]:
        """The bands that touch a stretch, each with its top."""

    def heading_over(self, y: int) -> tuple[Band | None, int]:
        """The heading whose rows lie at `y`, and the top of the next heading (or the end)."""

    def density(self, row: int) -> Density:
        """How a row is painted."""

    def step(self, row: int, across: int, down: int) -> int:
        """The row reached by an arrow key; the same one at an edge."""


class UniformGeometry:
    """Rows of one height under bands."""

    inset = 0

    def __init__(self, size: int, bands: Sequence[Band], density: Density, *, pictures: bool = True) -> None:
        self._size, self._density = size, density
        self._row = HEIGHTS[density] if pictures or density is not Density.CARDS else PLAIN_CARD
        self._width = 0
        self._bands = list(bands)
        self._rows = [band.row for band in self._bands]
        self._sums = [0]
        for band in self._bands:
            self._sums.append(self._sums[-1] + band.height)
        self._tops = [band.row * self._row + before for band, before in zip(self._bands, self._sums, strict=False)]
        self._headings = [index for index, band in enumerate(self._bands) if band.kind == "heading"]
        self._heading_tops = [self._tops[index] for index in self._headings]
        self.height = size * self._row + self._sums[-1]

    def fit(self, width: int) -> None:
        """Lie in a view of this width."""
        self._width = width

    def rect(self, row: int) -> QRect:
        """The place of a row."""
        over = self._sums[bisect_right(self._rows, row)]
        return QRect(0, row * self._row + over, self._width, self._row)

    def row_at(self, x: int, y: int) -> int:
        """The row at a point, -1 where there is none."""
        if not 0 <= y < self.height:
            return -1
        band = bisect_right(self._tops, y) - 1
        row = (y - self._sums[band + 1]) // self._row
        if band >= 0 and y < self._tops[band] + self._bands[band].height:
            return -1
        return int(row) if 0 <= row < self._size else -1

    def rows_between(self, top: int, bottom: int) -> Iterable[int]:
        """The rows that touch a stretch, in order."""
        return range(self._first_at(top), min(self._size, self._first_at(bottom) + 1))

    def _first_at(self, y: int) -> int:
        """The row at `y`, or the first one below the band that is there."""
        band = bisect_right(self._tops, y) - 1
        row = max(0, (y - self._sums[band + 1]) // self._row)
        return max(row, self._rows[band]) if band >= 0 else row

    def bands_between(self, top: int, bottom: int) -> Iterator[tuple[int, Band]]:
        """The bands that touch a stretch, each with its top."""
        index = max(0, bisect_right(self._tops, top) - 1)
        while index < len(self._bands) and self._tops[index] < bottom:
            if self._tops[index] + self._bands[index].height > top:
                yield self._tops[index], self._bands[index]
            index += 1

    def heading_over(self, y: int) -> tuple[Band | None, int]:
        """The heading whose rows lie at `y`, and the top of the next heading (or the end)."""
        place = bisect_right(self._heading_tops, y)
        after = self._heading_tops[place] if place < len(self._heading_tops) else self.height
        return (self._bands[self._headings[place - 1]], after) if place else (None, after)

    def density(self, row: int) -> Density:
        """How a row is painted."""
        return self._density

    def step(self, row: int, across: int, down: int) -> int:
        """The row reached by an arrow key; the same one at an edge."""
        return min(self._size - 1, max(0, row + down))
