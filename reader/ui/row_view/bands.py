"""What lies between rows: day headings, names of groups, the line of the last visit. Pure; the words come later."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from reader.ui.article_row.look import HEADING, VISIT

_MICRO = 1_000_000


@dataclass(frozen=True, slots=True)
class Band:
    """A band over `row`: a heading for a day or a group of this name, or a line of the last visit or stop."""

    row: int
    kind: Literal["heading", "visit", "stopped"]
    label: date | str
    count: int = 0

    @property
    def height(self) -> int:
        """In pixels."""
        return HEADING if self.kind == "heading" else VISIT


def day_bands(times: Sequence[int], *, newest_first: bool = True) -> list[Band]:
    """A heading over each first row of a local day; found by halving, so that a million rows cost little."""
    found: list[Band] = []
    start, size = 0, len(times)
    while start < size:
        day = datetime.fromtimestamp(times[start] / _MICRO).date()
        if newest_first:
            edge = _midnight(day)
            end = bisect_right(times, -edge, lo=start, key=lambda time: -time)
        else:
            edge = _midnight(day + timedelta(days=1))
            end = bisect_left(times, edge, lo=start)
        end = max(end, start + 1)
        found.append(Band(start, "heading", day, end - start))
        start = end
    return found


def _midnight(day: date) -> int:
    return round(datetime(day.year, day.month, day.day).astimezone().timestamp()) * _MICRO


def group_bands(groups: Sequence[tuple[int, str]], size: int) -> list[Band]:
    """A heading over each named group."""
    ends = [*(start for start, _ in groups[1:]), size][: len(groups)]
    return [Band(start, "heading", name, end - start) for (start, name), end in zip(groups, ends, strict=True)]


def with_stop(bands: list[Band], ids: Sequence[int], stopped: int | None) -> list[Band]:
    """`bands` with a line over the article that was open last; none at the very top, or beside the last visit."""
    place = next((row for row, one in enumerate(ids) if one == stopped), 0) if stopped is not None else 0
    if place == 0 or any(band.row == place and band.kind == "visit" for band in bands):
        return bands
    after = sum(band.row <= place for band in bands)
    return [*bands[:after], Band(place, "stopped", ""), *bands[after:]]


def with_visit(bands: list[Band], times: Sequence[int], since: datetime | None, *, newest_first: bool) -> list[Band]:
    """`bands` with a line where the articles since the last visit end; none when all or nothing is new."""
    if since is None or not times:
        return bands
    edge = round(since.timestamp() * _MICRO)
    if newest_first:
        place = bisect_left(times, -edge, key=lambda time: -time)
        count = place
    else:
        place = bisect_right(times, edge)
        count = len(times) - place
    if not 0 < place < len(times):
        return bands
    line = Band(place, "visit", "", count)
    before = next((index for index, band in enumerate(bands) if band.row >= place), len(bands))
    return [*bands[:before], line, *bands[before:]]
