"""Places of rows against a plain sum; days against a plain walk."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.article_row.look import HEIGHTS, Density
from reader.ui.home.geometry import HomeGeometry, Stretch
from reader.ui.row_view import Band, UniformGeometry, day_bands, with_visit

HEIGHT = HEIGHTS[Density.COMFORTABLE]


@given(st.integers(1, 60), st.sets(st.integers(0, 59), max_size=12), st.integers(-50, 8_000))
def test_places_are_those_of_a_plain_sum(size, starts, y):
    bands = [Band(row, "heading", "x") for row in sorted(starts) if row < size]
    geometry = UniformGeometry(size, bands, Density.COMFORTABLE)
    geometry.fit(300)
    tops, at = [], 0
    for row in range(size):
        at += sum(band.height for band in bands if band.row == row)
        tops.append(at)
        at += HEIGHT
    assert geometry.height == at
    assert [geometry.rect(row).top() for row in range(size)] == tops
    expected = next((row for row, top in enumerate(tops) if top <= y < top + HEIGHT), -1)
    assert geometry.row_at(10, y) == expected
    seen = list(geometry.rows_between(max(0, y), max(0, y) + 500))
    touched = [row for row, top in enumerate(tops) if top + HEIGHT > max(0, y) and top <= max(0, y) + 500]
    assert set(touched) <= set(seen)
    assert len(seen) <= len(touched) + 2


@given(st.lists(st.integers(0, 400 * 86_400), min_size=1, max_size=80), st.booleans())
def test_days_are_those_of_a_plain_walk(seconds, newest_first):
    now = datetime(2026, 3, 30, 15, tzinfo=UTC)
    moments = sorted((now - timedelta(seconds=one) for one in seconds), reverse=newest_first)
    times = [round(moment.timestamp()) * 1_000_000 for moment in moments]
    expected = []
    for row, moment in enumerate(moments):
        day = moment.astimezone().date()
        if not expected or expected[-1][1] != day:
            expected.append((row, day))
    found = day_bands(times, newest_first=newest_first)
    assert [(band.row, band.label) for band in found] == expected
    assert sum(band.count for band in found) == len(times)


@pytest.mark.parametrize(("hours", "row"), [(0.5, None), (1.5, 1), (2.5, 2), (9, None)])
def test_the_last_visit_is_a_line_between_new_and_seen(hours, row):
    now = datetime(2026, 3, 30, 15, tzinfo=UTC)
    times = [round((now - timedelta(hours=number)).timestamp()) * 1_000_000 for number in (1, 2, 3)]
    found = with_visit([], times, now - timedelta(hours=hours), newest_first=True)
    assert [(band.row, band.count) for band in found] == ([] if row is None else [(row, row)])


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9)), min_size=1, max_size=6), st.integers(320, 1_600))
def test_home_s_places_do_not_overlap_and_can_be_found(shapes, width):
    stretches = [
        Stretch(Band(0, "heading", str(number)), size, min(size, cards), cards % 2 == 0)
        for number, (size, cards) in enumerate(shapes)
    ]
    geometry = HomeGeometry(stretches, Density.COMPACT)
    geometry.fit(width)
    size = sum(stretch.size for stretch in stretches)
    rects = [geometry.rect(row) for row in range(size)]
    for row, rect in enumerate(rects):
        assert rect.left() >= 0 and rect.right() < width and rect.bottom() < geometry.height
        assert not any(rect.intersects(other) for other in rects[row + 1 :])
        assert geometry.row_at(rect.center().x(), rect.center().y()) == row
        assert row in geometry.rows_between(rect.top(), rect.top() + 1)
        assert 0 <= geometry.step(row, 0, 1) < size and geometry.step(row, 0, -1) <= row
