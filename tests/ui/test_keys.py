"""Every key can be changed: what the reader presses is what the window then obeys, now and at the next start."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.settings import load_settings
from reader.ui.bindings import DEFAULTS, RESERVED, given, holder, in_force, plain
from tests.ui.test_desktop import opened
from tests.ui.triage import ALL, fill

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desktop(qtbot, qapp, palette, paths):
    fill(paths)
    with opened(qapp, paths, offline=True) as desktop:
        desktop.first_start.leave()
        desktop.navigation.go(ALL)
        yield desktop


@pytest.fixture
def page(desktop, palette):
    """The page as a part of the window: the offscreen platform does not give a window the keys back."""
    page = desktop.desk._key_page(palette)
    page.setParent(desktop.window)
    page.setGeometry(600, 100, 600, 4_000)
    page.show()
    return page


def press(row, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
    assert row.button.text() == "Press a key…"
    QTest.keyClick(row.button, key, modifiers)


def obeys(desktop, page, key):
    """Press a key; the article that is open then."""
    page.hide()
    QTest.keyClick(desktop.window, key)
    return desktop.navigation.article


def test_no_two_actions_come_with_one_key():
    keys = [plain(key) for held in DEFAULTS.values() for key in held] + [plain(key) for key in RESERVED]
    assert len(keys) == len(set(keys))
    assert "" not in keys


def test_a_key_is_pressed_and_holds_at_once_and_later(qtbot, qapp, desktop, page, paths):
    press(page.row("next"), Qt.Key.Key_X)
    assert page.row("next").button.text() == "X"
    assert obeys(desktop, page, Qt.Key.Key_J) is None
    first = obeys(desktop, page, Qt.Key.Key_X).id
    assert ("Reading", "Next article", "X") in desktop.actions.sheet()
    assert load_settings(paths.settings_file).keys() == {"next": ("X",)}
    desktop.quit()
    with opened(qapp, paths, offline=True) as again:
        assert ("Reading", "Next article", "X") in again.actions.sheet()
        assert again.store.article(first) is not None


def test_a_key_that_is_taken_is_said_and_can_be_taken_over(page):
    press(page.row("next"), Qt.Key.Key_S)
    row = page.row("next")
    assert row.button.text() == "J"
    assert row.trouble.text() == "S does “Star or unstar”."
    QTest.mouseClick(row.take_over, Qt.MouseButton.LeftButton)
    assert row.button.text() == "S"
    assert not row.trouble.isVisible()
    assert page.row("toggle_star").button.text() == "No key"
    QTest.mouseClick(page.row("toggle_star").back, Qt.MouseButton.LeftButton)
    assert page.row("toggle_star").button.text() == "No key", "the key is in use elsewhere"
    QTest.mouseClick(row.back, Qt.MouseButton.LeftButton)
    assert row.button.text() == "J"
    QTest.mouseClick(page.row("toggle_star").back, Qt.MouseButton.LeftButton)
    assert page.row("toggle_star").button.text() == "S"
    assert page.own == {}


def test_encre_s_own_keys_cannot_be_taken(page):
    row = page.row("next")
    press(row, Qt.Key.Key_F10)
    assert row.trouble.text() == "F10 is Encre’s own and stays where it is."
    assert not row.take_over.isVisible()
    assert row.button.text() == "J"


def test_a_key_is_cleared_and_all_come_back(desktop, page):
    QTest.mouseClick(page.row("next").clear, Qt.MouseButton.LeftButton)
    assert obeys(desktop, page, Qt.Key.Key_J) is None
    assert "Next article" not in [words for _, words, _ in desktop.actions.sheet()]
    page.reset_all.click()
    assert obeys(desktop, page, Qt.Key.Key_J) is not None


def test_escape_leaves_it_and_tab_is_a_key(page):
    row = page.row("about")
    press(row, Qt.Key.Key_Escape)
    assert row.button.text() == "No key"
    press(row, Qt.Key.Key_Shift, SHIFT)
    assert row.button.listening
    QTest.keyClick(row.button, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert page.own == {"about": ("Ctrl+Tab",)}


def test_letters_are_off_while_typing(desktop, page):
    press(page.row("next"), Qt.Key.Key_X)
    page.hide()
    search = desktop.toolbar.search
    search.setFocus()
    QTest.keyClicks(search, "xjs")
    assert search.text() == "xjs"
    assert desktop.navigation.article is None


def test_settings_search_finds_actions(desktop, shown):
    dialog = shown(desktop.desk.settings_dialog())
    dialog.groups.setCurrentRow(dialog.groups.count() - 1)
    assert dialog.groups.currentItem().text() == "Keys"
    page = dialog.pages["keys"]
    assert page.isVisible()
    dialog.search.setText("star unstar")
    assert [row.action.name for row in page.rows if row.isVisible()] == ["toggle_star"]


@pytest.mark.parametrize("table", ['keys = "J"', "[keys]\nnext = 5\nnobody = ['Q']", "[keys]\nnext = ['no key']"])
def test_a_table_that_cannot_be_used_breaks_nothing(paths, table):
    paths.settings_file.parent.mkdir(parents=True, exist_ok=True)
    paths.settings_file.write_text(table, encoding="utf-8")
    keys = in_force(load_settings(paths.settings_file).keys())
    assert keys["previous"] == ("K",)
    assert keys.keys() == DEFAULTS.keys()


def test_giving_a_key_takes_it_from_all_others():
    own = given({}, "copy", ("Shift+J",))
    assert in_force(own)["mark_below"] == ()
    assert holder(own, "shift+j", "next") == "copy"
    assert holder(own, "Ctrl+C", "next") is None
