"""What the reader does with many articles: marking by age, feed, folder and by scrolling; undone and done again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton, QScrollArea

from reader.core.filters import ArticleFilter, View
from reader.ui.dialogs.activity import Activity
from tests.ui.test_desktop import opened
from tests.ui.triage import ALL, NOW, fill, titles, unread

ALPHA = {f"Alpha {n}" for n in range(4)}
BETA = {f"Beta {n}" for n in range(4)}


@pytest.fixture
def desktop(qtbot, qapp, palette, paths):
    fill(paths)
    with opened(qapp, paths, offline=True) as desktop:
        desktop.first_start.leave()
        desktop.navigation.go(ALL)
        yield desktop


def choose(desktop, *wanted):
    view = desktop.article_list.view
    view.choose_again([row.id for row in desktop.store.rows(list(desktop.store.ids(ALL))) if row.title in wanted], None)


@pytest.mark.parametrize(
    ("action", "left"),
    [
        ("mark_day", {"Alpha 0", "Beta 0"}),
        ("mark_week", ALPHA | BETA),
        ("mark_feed", ALPHA),
        ("mark_folder", ALPHA),
    ],
)
def test_marking_by_age_and_by_feed(desktop, action, left):
    choose(desktop, "Beta 2")
    desktop.commands.update()
    desktop.actions[action].trigger()
    assert unread(desktop) == left
    desktop.commands.undo()
    assert unread(desktop) == ALPHA | BETA


def test_marking_the_feeds_of_several_rows_is_one_operation(desktop):
    choose(desktop, "Alpha 1", "Beta 2")
    desktop.commands.update()
    desktop.actions["mark_feed"].trigger()
    assert unread(desktop) == set()
    desktop.actions["undo"].trigger()
    assert unread(desktop) == ALPHA | BETA
    desktop.actions["redo"].trigger()
    assert unread(desktop) == set()
    assert not desktop.actions["redo"].isEnabled()


def test_age_counts_in_the_list_on_show_alone(desktop):
    desktop.navigation.go(ArticleFilter(folder="News"))
    desktop.actions["mark_day"].trigger()
    assert unread(desktop) == {"Alpha 0"} | BETA


def test_the_next_feed_with_unread_articles(qtbot, desktop):
    desktop.navigation.go(ArticleFilter(folder="News"))
    desktop.actions["mark_all"].trigger()
    QTest.keyClick(desktop.window, Qt.Key.Key_N)
    assert desktop.navigation.article.title == "Beta 0"
    desktop.library.undo()
    QTest.keyClick(desktop.window, Qt.Key.Key_G)
    assert desktop.navigation.article.title == "Alpha 0"


@pytest.mark.parametrize("wanted", [True, False])
def test_rows_that_are_scrolled_past_are_read_where_that_is_wanted_and_stay(qtbot, desktop, wanted):
    desktop.settings.set("mark_read_on_scroll", wanted)
    desktop.navigation.go(ArticleFilter(View.UNREAD))
    before = titles(desktop)
    desktop.window.resize(1280, 420)
    bar = desktop.article_list.view.verticalScrollBar()
    assert bar.maximum() > 0
    for place in range(0, bar.maximum() + 1, 40):
        bar.setValue(place)
    bar.setValue(bar.maximum())
    desktop.navigation.finish()
    assert titles(desktop) == before
    gone = set(before) - unread(desktop)
    assert gone == (set(before[: len(gone)]) if wanted else set())
    assert bool(gone) is wanted
    if wanted:
        desktop.commands.undo()
        assert unread(desktop) == ALPHA | BETA


def test_the_activity_view_undoes_and_does_again(qtbot, desktop, shown):
    desktop.library.mark_all(ALL)
    dialog = shown(Activity(desktop.preferences.palette))
    dialog.undo_requested.connect(lambda one: desktop.desk._undo_in(dialog, one))
    dialog.redo_requested.connect(lambda one: desktop.desk._redo_in(dialog, one))
    dialog.show_entries(desktop.store.journal(), NOW)
    for name, left in (("Undo", ALPHA | BETA), ("Redo", set()), ("Undo", ALPHA | BETA)):
        (button,) = dialog.rows()[0].findChildren(QPushButton)
        assert button.text() == name
        button.click()
        assert unread(desktop) == left


def test_display_options_are_one_key_away_kept_by_view_and_bound_what_is_marked(qtbot, desktop, qapp, paths):
    button = desktop.toolbar.options
    assert button.isVisible() and not button.isChecked()
    QTest.keyClick(desktop.window, Qt.Key.Key_V)
    panel = desktop.article_list._panel
    assert panel.isVisible() and not button.isChecked()
    box = next(one for one in panel.findChildren(QCheckBox) if one.text() == "Alpha")
    box.click()
    assert set(titles(desktop)) == BETA and button.isChecked()
    desktop.actions["mark_all"].trigger()
    assert unread(desktop) == ALPHA
    QTest.keyClick(panel.findChild(QScrollArea), Qt.Key.Key_Escape)
    assert not panel.isVisible() and desktop.navigation.wanted == ALL
    desktop.navigation.go(ArticleFilter(View.UNREAD))
    assert set(titles(desktop)) == ALPHA and not button.isChecked()
    desktop.navigation.go(ArticleFilter(View.HOME))
    assert not button.isVisible()
    QTest.keyClick(desktop.window, Qt.Key.Key_V)
    assert desktop.home.panel.isVisible()
    next(one for one in desktop.home.panel.findChildren(QCheckBox) if one.text() == "Alpha").click()
    desktop.navigation.go(ALL)
    desktop.commands.undo()
    assert set(titles(desktop)) == BETA and button.isChecked()
    desktop.navigation.go(ArticleFilter(View.HOME))
    desktop.actions["mark_all"].trigger()
    assert unread(desktop) == ALPHA
    assert "alpha" not in desktop.settings.text("list_options") and desktop.settings.text("list_options")


def test_home_marks_what_is_scrolled_past_too(qtbot, desktop):
    desktop.settings.set("mark_read_on_scroll", True)
    desktop.window.resize(1280, 420)
    desktop.navigation.go(ArticleFilter(View.HOME))
    bar, order = desktop.home.view.verticalScrollBar(), desktop.home.ids()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for place in range(0, bar.maximum() + 1, 30):
        bar.setValue(place)
    bar.setValue(bar.maximum())
    desktop.navigation.finish()
    gone = [row.title for row in desktop.store.rows(order) if row.read]
    assert gone and desktop.home.ids() == order
    desktop.commands.undo()
    assert unread(desktop) == ALPHA | BETA
