from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton, QToolButton

from reader.core.budget import picks
from reader.core.display import DisplayOptions
from reader.core.entities import Access, Row
from reader.core.filters import Grouping, Order
from reader.paths import THEMES
from reader.style.fonts import load_fonts
from reader.style.palette import load_themes
from reader.ui.home import Home
from reader.ui.home.choice import cards, within_budget
from tests.ui.articles import NOON, entry, pixels, small, stored, titles

PALETTES = {palette.id: palette for palette in load_themes(THEMES)[0]}


@pytest.fixture
def home(qtbot, library, paths):
    load_fonts()
    small(library)
    pane = Home(library, paths.data)
    qtbot.addWidget(pane)
    pane.dress(PALETTES["base"])
    pane.resize(1000, 800)
    pane.show()
    pane.show_news(NOON - timedelta(days=1, minutes=30))
    QApplication.processEvents()
    yield pane
    pane.panel.hide()
    pane.wait()


def shown(home):
    return titles(home._store, home.ids())


def bands(home):
    return [(band.row, band.kind, band.label) for _, band in home.view.geometry_.bands_between(0, 99_999)]


def heard(signal):
    found = []
    signal.connect(found.append)
    return found


def test_the_news_lie_under_their_days_with_a_line_for_the_last_visit(home):
    assert sorted(shown(home)[:3]) == ["Titre 1", "Titre 2", "Titre 3"]
    assert sorted(shown(home)) == [f"Titre {number}" for number in range(1, 9)]
    kinds = [(row, kind) for row, kind, _ in bands(home)]
    assert kinds == [(0, "heading"), (3, "heading"), (5, "visit"), (5, "heading"), (6, "heading")]
    assert "5 new since your last visit" in home.header.news.text()
    assert "8 unread" in home.header.news.text()


def test_what_matters_comes_first_in_its_day(home):
    assert shown(home)[0] == "Titre 3"
    geometry = home.view.geometry_
    assert [geometry.density(row).value for row in range(3)] == ["cards", "cards", "cards"]


def test_a_click_and_the_keys_choose(home):
    chosen = heard(home.article_chosen)
    place = home.view.visualRect(home.view.rows.index(1, 0)).center()
    QTest.mouseClick(home.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.keyClick(home.view, Qt.Key.Key_Down)
    assert home.move(-1) and home.next_unread() and home.next_unread(backwards=True)
    assert home.ids().index(chosen[0]) == 1 and home.ids().index(chosen[1]) >= 3
    assert home.current() == chosen[-1]
    home._store.mark(home.ids(), read=True)
    assert not home.next_unread()


OPTIONS = [
    (DisplayOptions(subscriber=False), {"Titre 4", "Titre 5"}),
    (DisplayOptions(news=False), {"Titre 2", "Titre 4", "Titre 5", "Titre 6", "Titre 7", "Titre 8"}),
    (DisplayOptions(without_sections=frozenset({"droit"})), {"Titre 1", "Titre 3"}),
    (DisplayOptions(ready_only=True), {"Titre 5", "Titre 6"}),
]


@pytest.mark.parametrize(("options", "hidden"), OPTIONS)
def test_display_options_are_obeyed(home, options, hidden):
    home.set_options(options)
    assert set(shown(home)) == {f"Titre {number}" for number in range(1, 9)} - hidden


def test_orders_groups_and_densities(home):
    home.set_options(DisplayOptions(grouping=Grouping.FEED, density="compact"))
    assert [label for _, _, label in bands(home)] == ["La Revue", "Le Journal", "The Paper"]
    assert shown(home) == [f"Titre {number}" for number in (3, 4, 1, 2, 7, 8, 5, 6)]
    home.set_options(DisplayOptions(grouping=Grouping.NONE, order=Order.OLDEST, density="compact"))
    assert shown(home) == [f"Titre {number}" for number in (8, 7, 6, 5, 4, 3, 2, 1)]
    home.set_options(DisplayOptions(density="cards"))
    assert {home.view.geometry_.density(row).value for row in range(8)} == {"cards"}


def test_the_panel_changes_home_at_once_and_resets(home):
    changed = heard(home.options_changed)
    QTest.mouseClick(home.header.options, Qt.MouseButton.LeftButton)
    boxes = {box.text(): box for box in home.panel.findChildren(QCheckBox)}
    assert {"Subscriber articles", "News", "Droit", "Le Journal", "La Revue", "Pictures"} <= boxes.keys()
    assert "Actualités" not in boxes
    boxes["Subscriber articles"].click()
    boxes["Droit"].click()
    boxes["Le Journal"].click()
    assert shown(home) == ["Titre 6"]
    assert changed[-1] == home.options() == DisplayOptions(
        subscriber=False, without_sections=frozenset({"droit"}), without_feeds=frozenset({1}))  # fmt: skip
    density = next(box for box in home.panel.findChildren(QComboBox) if box.accessibleName() == "Density")
    density.setCurrentIndex(2)
    assert home.options().density == "cards"
    QTest.mouseClick(home.panel._reset, Qt.MouseButton.LeftButton)
    assert changed[-1] == DisplayOptions() and len(shown(home)) == 8
    assert home.panel.isVisible()
    QTest.keyClick(home.panel, Qt.Key.Key_Escape)
    assert not home.panel.isVisible()
    for visible in (True, False, True):
        QTest.mouseClick(home.header.options, Qt.MouseButton.LeftButton)
        assert home.panel.isVisible() is visible
    QTest.mouseClick(home.view.viewport(), Qt.MouseButton.LeftButton, pos=home.view.viewport().rect().bottomLeft())
    assert not home.panel.isVisible()


def test_hidden_by_options_is_said(home):
    home.set_options(DisplayOptions(without_feeds=frozenset({1, 2, 3})))
    assert home._empty.accessibleName() == "Nothing to show on Home Display options hide some articles."


def test_a_budget_picks_what_fits(home):
    button = next(one for one in home.header.findChildren(QToolButton) if one.text() == "10 min")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    row, kind, label = bands(home)[0]
    assert (row, kind) == (0, "heading") and label.startswith("For your 10 minutes: ")
    picked = home._store.rows(home.ids()[: bands(home)[1][0]])
    assert 0 < sum(one.minutes for one in picked) <= 10
    assert len(set(home.ids())) == 8
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not str(bands(home)[0][2]).startswith("For")


def test_where_the_reader_stopped_is_one_click_away(home):
    chosen = heard(home.article_chosen)
    stopped = home.ids()[4]
    home.show_news(None, stopped)
    assert home.header.stopped.isVisible()
    assert titles(home._store, [stopped])[0] in home.header.stopped.text()
    QTest.mouseClick(home.header.stopped, Qt.MouseButton.LeftButton)
    assert chosen == [stopped] and home.current() == stopped
    home.show_news(None)
    assert not home.header.stopped.isVisible()


def test_marks_are_painted_in_place_and_news_come_in(home, qtbot):
    first = home.ids()[0]
    rect = home.view.visualRect(home.view.rows.index(0, 0))
    before = pixels(home.view.viewport().grab().toImage().copy(rect), PALETTES["base"].unread)
    order = home.ids()
    home.apply_changes(home._store.mark([first], read=True))
    assert home.ids() == order
    assert pixels(home.view.viewport().grab().toImage().copy(rect), PALETTES["base"].unread) < before
    bar = home.findChild(QPushButton, "arrivals")
    home.apply_changes(stored(home._store, entry(9, -1)))
    qtbot.waitUntil(lambda: shown(home)[0] == "Titre 9")
    assert not bar.isVisible()
    home.choose(order[2])
    home.apply_changes(stored(home._store, entry(10, -1)))
    assert bar.text().startswith("1 ") and shown(home)[1] != "Titre 10"
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton)
    assert "Titre 10" in shown(home)[:2] and not bar.isVisible()
    assert home.current() == order[2] and home.selected() == [order[2]]


def test_read_articles_leave_home_only_when_it_is_shown_anew(home):
    home.set_options(DisplayOptions(hide_read=True))
    home.choose(home.ids()[1])
    home.apply_changes(home._store.mark([home.current()], read=True))
    assert len(home.ids()) == 8
    home.show_news(None)
    assert len(home.ids()) == 7


def test_a_narrow_home_has_one_column_and_a_wide_one_three(home):
    for width, across in ((400, 1), (760, 2), (1_300, 3)):
        home.resize(width, 800)
        QApplication.processEvents()
        tops = [home.view.geometry_.rect(row).top() for row in range(3)]
        assert tops.count(tops[0]) == across


def test_a_long_headline_does_not_widen_home(home):
    stored(home._store, entry(11, title="Une très longue manchette " * 12), feed="Carnet")
    home.show_news(None, home._store.find_feed("Carnet") and max(home.ids()) + 1)
    assert home.header.stopped.isVisible()
    home.resize(340, 700)
    QApplication.processEvents()
    assert home.width() == 340
    right = max(child.geometry().right() for child in home.header.findChildren(QToolButton))
    assert right <= 340 and home.header.options.accessibleName() == "Display options"


def test_more_comes_when_the_end_is_near(home):
    old = [entry(number, 10 + number // 20, title=f"Ancien {number}") for number in range(100, 400)]
    for start in range(0, len(old), 20):
        stored(home._store, *old[start : start + 20])
    home.show_news(None)
    held = len(home.ids())
    bar = home.view.verticalScrollBar()
    bar.setValue(bar.maximum() - 10)
    QApplication.processEvents()
    assert len(home.ids()) > held == 240
    assert bar.value() < bar.maximum() - 500


def row(number, *, feed=1, minutes=3, read=False, picture=None, access=Access.OPEN, marker=None):
    from reader.core.entities import ArticleId, FeedId, OfflineState

    facts = {"title": f"T{number}", "kicker": None, "section": None, "published": NOON, "minutes": minutes}
    facts |= {"read": read, "starred": False, "access": access, "marker": marker, "changed": False}
    return Row(
        id=ArticleId(number), feed_id=FeedId(feed), feed="F", offline=OfflineState.READY, picture=picture, **facts
    )


def test_cards_are_what_matters_from_different_feeds():
    rows = [row(1), row(2, read=True), row(3, picture="a"), row(4, picture="b", marker="MàJ"), row(5, feed=2)]
    assert [one.id for one in cards(rows, 2)] == [4, 5]
    assert [one.id for one in cards(rows, 3)] == [4, 3, 5]
    assert cards(rows, 0) == []
    assert len(cards(rows, 9)) == 5


def test_a_budget_is_used_best():
    assert picks([("a", 5, 1.0), ("b", 4, 0.9), ("c", 6, 1.2)], 10) == ["b", "c"]
    assert picks([("a", 11, 9.0), ("b", 0, 9.0)], 10) == []
    assert picks([], 10) == [] and picks([("a", 1, 1.0)], 0) == []
    rows = [row(1, minutes=8), row(2, minutes=9, read=True), row(3, minutes=2, access=Access.TEASER), row(4, minutes=2)]
    assert [one.id for one in within_budget(rows, 10)] == [1, 4]


@pytest.mark.parametrize("theme", list(PALETTES))
def test_every_theme_paints_home(home, theme):
    home.dress(PALETTES[theme])
    image = home.view.viewport().grab().toImage()
    assert pixels(image.copy(0, 0, 300, 300), PALETTES[theme].raised) > 5_000


def test_what_another_program_adds_waits_behind_the_bar_while_something_is_read(home):
    home.choose(home.ids()[2])
    chosen, place = home.current(), home.view.visualRect(home.view.currentIndex())
    stored(home._store, entry(40, -1))
    home.look_again()
    assert home._bar.isVisible() and home.view.visualRect(home.view.currentIndex()) == place
    home._bar.click()
    assert home.current() == chosen and not home._bar.isVisible()
    assert "Titre 40" in titles(home._store, home.ids())
