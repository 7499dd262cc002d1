from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from reader.core.figures import Day, FeedFigures, Figures, is_silent
from reader.core.filters import ArticleFilter
from reader.engine.welcome import install_welcome
from reader.ui.day_plot import DayPlot, steps
from reader.ui.dialogs.statistics import Statistics
from tests.ui.heard import Heard

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


def feed(number, title, arrived, read, *, age=0, size=0, error=None):
    return FeedFigures(number, title, arrived, arrived, read, NOW - timedelta(days=age), size, error)


FEEDS = (
    feed(1, "Été", 60, 30, size=5_000_000),
    feed(2, "Chips", 9, 9, age=100, size=800, error="The site does not answer."),
    feed(3, "Atlas", 0, 0, age=200),
)
DAYS = tuple(Day(date(2026, 10, 20) + timedelta(days=place), place, place // 2) for place in range(30))


@pytest.fixture
def dialog(shown, palette):
    dialog = shown(Statistics(palette))
    dialog.show_figures(Figures(DAYS, FEEDS, 69, 30, 2, 5_000_800), NOW)
    return dialog


def test_the_library_s_own_figures(welcomed, paths):
    library = welcomed
    rows = library.rows(library.ids(ArticleFilter()))
    newest = max(row.published for row in rows)
    now = newest + timedelta(hours=1)
    library.mark([rows[0].id], read=True)
    library.mark([rows[1].id, rows[2].id], starred=True)
    found = library.figures(now, 30)
    first = (now.astimezone() - timedelta(days=29)).date()
    assert [day.day for day in found.days] == [first + timedelta(days=place) for place in range(30)]
    inside = [row for row in rows if row.published.astimezone().date() >= first]
    assert sum(day.arrived for day in found.days) == len(inside) > 0
    assert sum(day.read for day in found.days) == sum(row.id == rows[0].id for row in inside)
    assert (found.total, found.unread, found.starred) == (len(rows), len(rows) - 1, 2)
    (figures,) = found.feeds
    assert (figures.title, figures.total, figures.newest) == ("Welcome to Encre", len(rows), newest)
    assert figures.bytes == found.bytes == sum(file.stat().st_size for file in paths.media.rglob("*") if file.is_file())
    library.remove_feed(figures.id)
    assert library.figures(now, 30).feeds == ()
    install_welcome(library, paths, "en")


def test_the_table_is_sorted_by_what_is_behind_the_words(dialog):
    assert [line[0] for line in dialog.lines()] == ["Été", "Chips", "Atlas"]
    assert dialog.lines()[0][1:3] == ["14", "50\u00a0%"]
    assert dialog.lines()[2][1:3] == ["0.0", "–"]
    dialog.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [line[0] for line in dialog.lines()] == ["Atlas", "Chips", "Été"]
    dialog.table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    assert [line[0] for line in dialog.lines()] == ["Été", "Chips", "Atlas"]


def test_silent_feeds_and_those_in_trouble_are_found(dialog):
    dialog.which.setCurrentIndex(1)
    assert {line[0] for line in dialog.lines()} == {"Chips", "Atlas"}
    dialog.which.setCurrentIndex(2)
    assert [line[0] for line in dialog.lines()] == ["Chips"]
    heard = Heard().listen(dialog, "feed_requested")
    dialog.table.itemActivated.emit(dialog.table.topLevelItem(0), 0)
    assert heard == [("feed_requested", 2)]
    assert is_silent(FEEDS[2], NOW) and not is_silent(FEEDS[0], NOW)


def test_the_plot_draws_what_came_and_what_was_read(qtbot, palette):
    plot = DayPlot(palette)
    qtbot.addWidget(plot)
    plot.resize(640, 180)
    plot.show_days(DAYS)
    assert plot.accessibleName() == "435 articles came, 210 of them are read"
    picture = plot.grab().toImage()
    accent = QColor(palette.accent)
    heights = []
    for place in (0, 10, 29):
        x = round(plot.bar(place).center().x())
        heights.append(sum(picture.pixelColor(x, y) == accent for y in range(picture.height())))
    assert heights[0] == 0 and heights[2] > 2 * heights[1] > 0
    assert plot.words_at(plot.bar(29).center().x()) == "18 Nov: 29 articles, 14 read"
    assert plot.words_at(3) == ""


@pytest.mark.parametrize("most", [0, 1, 2, 3, 7, 29, 30, 31, 99, 140, 4321])
def test_the_scale_has_few_round_numbers(most):
    scale = steps(most)
    assert scale[0] == 0 and 2 <= len(scale) <= 4 and scale[-1] >= most
    assert len(scale) == 2 or scale[-2] < most
