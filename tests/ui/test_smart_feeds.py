"""Saved searches in the window, and the search field: suggestions, what was searched before, its fields."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.core.filters import ArticleFilter, View
from reader.settings import load_settings
from reader.ui.search_field import remembered
from reader.ui.sidebar.tree import key_of, walk
from tests.ui.test_desktop import opened
from tests.ui.triage import fill, smart_lines, titles

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desktop(qtbot, qapp, palette, paths):
    fill(paths)
    with opened(qapp, paths, offline=True) as desktop:
        desktop.first_start.leave()
        yield desktop


def typed(qtbot, desktop, words):
    search = desktop.toolbar.search
    search.setFocus()
    QTest.keyClicks(search, words)
    qtbot.waitUntil(lambda: desktop.navigation.wanted.search == words.strip(), timeout=3_000)


def node_of(desktop, name):
    return next(node for node in walk(desktop.sidebar.tree.tree.root) if node.title == name)


def test_a_search_is_saved_from_the_list_s_head_and_named_in_place(qtbot, desktop):
    assert not desktop.toolbar.save.isVisible()
    typed(qtbot, desktop, "lighthouse")
    assert desktop.toolbar.save.isVisible()
    QTest.mouseClick(desktop.toolbar.save, Qt.MouseButton.LeftButton)
    assert smart_lines(desktop) == [("lighthouse", 4)]
    assert titles(desktop) == ["Beta 1", "Alpha 1", "Beta 3", "Alpha 3"]
    editor = desktop.sidebar.tree.findChild(object, "renameField")
    editor.setText("Lights")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: smart_lines(desktop) == [("Lights", 4)])
    assert "Lights" in desktop.window.windowTitle()
    assert not desktop.toolbar.save.isVisible()
    assert desktop.toolbar.search.text() == ""


def test_its_number_follows_marks_and_undo(qtbot, desktop):
    desktop.library.save_search("Lights", "lighthouse")
    desktop.sidebar.mark_read_requested.emit(ArticleFilter(search="lighthouse"))
    assert smart_lines(desktop) == [("Lights", 0)]
    QTest.keyClick(desktop.window, Qt.Key.Key_Z, CTRL)
    assert smart_lines(desktop) == [("Lights", 4)]
    QTest.keyClick(desktop.window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert smart_lines(desktop) == [("Lights", 0)]


def test_choosing_and_removing_a_smart_feed_with_the_keyboard(qtbot, desktop):
    desktop.library.save_search("Trains", "train feed:beta")
    tree = desktop.sidebar.tree
    tree.select_key(key_of(ArticleFilter(search="train feed:beta")))
    assert titles(desktop) == ["Beta 0", "Beta 2"]
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert smart_lines(desktop) == []
    assert desktop.navigation.wanted.view is View.ALL
    assert desktop.navigation.wanted.search is None
    desktop.commands.undo()
    assert smart_lines(desktop) == [("Trains", 2)]


def test_the_menu_of_a_smart_feed_changes_what_it_looks_for(desktop):
    desktop.library.save_search("train", "train")
    desktop.sidebar.smart_feed_changed.emit(node_of(desktop, "train").smart.id, "lighthouse feed:alpha")
    assert smart_lines(desktop) == [("lighthouse feed:alpha", 2)]
    words = [action.text() for action in desktop.sidebar.menu_for(node_of(desktop, "lighthouse feed:alpha")).actions()]
    assert [one for one in words if one] == ["Mark all as read", "Rename", "Change the search…", "Remove"]


def test_feeds_are_not_dropped_on_smart_feeds(desktop):
    desktop.library.save_search("train", "train")
    tree = desktop.sidebar.tree.tree
    data = tree.mimeData([tree.index_of("feed 1")])
    for key in ("search train", "heading smart"):
        assert not tree.canDropMimeData(data, Qt.DropAction.MoveAction, -1, 0, tree.index_of(key))
    assert tree.canDropMimeData(data, Qt.DropAction.MoveAction, -1, 0, tree.index_of("heading"))


def test_suggestions_come_while_typing_and_one_is_taken_by_key(qtbot, desktop):
    typed(qtbot, desktop, "alp")
    search = desktop.toolbar.search
    qtbot.waitUntil(lambda: 'feed:"Alpha"' in search.suggestions(), timeout=3_000)
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert search.text() == 'feed:"Alpha"'
    assert titles(desktop) == ["Alpha 0", "Alpha 1", "Alpha 2", "Alpha 3"]
    assert search.suggestions() == []


def test_history_is_offered_kept_in_the_settings_and_forgotten(qtbot, desktop, paths):
    typed(qtbot, desktop, "train")
    QTest.keyClick(desktop.toolbar.search, Qt.Key.Key_Return)
    typed_before = load_settings(paths.settings_file).text("search_history")
    assert typed_before == "train"
    search = desktop.toolbar.search
    search.setFocus()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    search.setFocus()
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert search.suggestions() == ["train", "Forget these searches"]
    QTest.keyClick(search, Qt.Key.Key_Up)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert load_settings(paths.settings_file).text("search_history") == ""


def test_a_search_that_grew_takes_the_place_of_its_beginning():
    assert remembered(["tra", "lamp"], "train") == ("train", "lamp")
    assert remembered(["lamp", "train"], "train") == ("train", "lamp")


def test_the_help_writes_a_field(qtbot, desktop):
    search = desktop.toolbar.search
    search.setText("train")
    menu = search.help_menu()
    next(one for one in menu.actions() if one.text().startswith("feed:")).trigger()
    assert search.text() == "train feed:"
    QTest.keyClicks(search, "beta")
    qtbot.waitUntil(lambda: titles(desktop) == ["Beta 0", "Beta 2"], timeout=3_000)


def test_control_enter_saves(qtbot, desktop):
    typed(qtbot, desktop, "train")
    QTest.keyClick(desktop.toolbar.search, Qt.Key.Key_Return, CTRL)
    assert smart_lines(desktop) == [("train", 4)]


def test_a_narrow_window_keeps_its_buttons(qtbot, desktop):
    typed(qtbot, desktop, "train")
    assert desktop.toolbar.save.isVisible()
    desktop.window.resize(520, 600)
    qtbot.waitUntil(lambda: not desktop.toolbar.save.isVisible())
    qtbot.waitUntil(lambda: desktop.toolbar.minimumSizeHint().width() <= 520, timeout=2_000)
    desktop.window.resize(1280, 800)
    qtbot.waitUntil(desktop.toolbar.save.isVisible)
