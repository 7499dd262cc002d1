"""The reading pane's actions in the whole window: keys, side buttons of the mouse, history, F11, Space at the end."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest

from reader.core.entities import ArticleId
from reader.core.filters import ArticleFilter, View
from reader.paths import RESOURCES
from reader.ui.image_viewer import ImageViewer, Sight
from reader.ui.reading_history import ReadingHistory
from reader.ui.reading_pane.overlay import Overlay
from tests.ui.articles import entry, stored

PICTURE = next((RESOURCES / "welcome").rglob("*.jpg"), None) or next(RESOURCES.rglob("*.png"))
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def window(qtbot, desktop):
    text = "\n\n".join(f"## Partie {n}\n\n" + f"Une phrase du récit numéro {n}. " * 40 for n in range(6))
    stored(desktop.store, *(entry(n, markdown=text, url=f"https://encre.invalid/{n}") for n in range(1, 5)))
    desktop.settings.set("mark_read_delay", 0.0)
    desktop.first_start.leave()
    desktop.navigation.go(ArticleFilter(View.ALL))
    desktop.navigation.move(1)
    desktop.pane.view.setFocus()
    return desktop


def press(window, key, how=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.window, key, how)


def opened_title(window):
    return window.navigation.article.title


def test_alt_and_arrows_and_the_side_buttons_go_through_what_was_read(window):
    press(window, Qt.Key.Key_J)
    press(window, Qt.Key.Key_J)
    assert opened_title(window) == "Titre 3"
    press(window, Qt.Key.Key_Left, ALT)
    press(window, Qt.Key.Key_Left, ALT)
    press(window, Qt.Key.Key_Left, ALT)
    assert opened_title(window) == "Titre 1"
    press(window, Qt.Key.Key_Right, ALT)
    assert opened_title(window) == "Titre 2"
    view = window.pane.view.viewport()
    for button, title in ((Qt.MouseButton.BackButton, "Titre 1"), (Qt.MouseButton.ForwardButton, "Titre 2")):
        QTest.mouseClick(window.window.windowHandle(), button, pos=view.mapTo(window.window, view.rect().center()))
        assert opened_title(window) == title


def test_the_history_forgets_what_lay_ahead_and_what_is_gone():
    way = ReadingHistory()
    for number in (1, 2, 3):
        way.visit(ArticleId(number))
    assert (way.step(-1), way.step(-1), way.step(-1)) == (2, 1, None)
    way.visit(ArticleId(4))
    assert way.step(1) is None
    way.visit(ArticleId(5))
    assert way.step(-1) == 4
    way.forget(ArticleId(4))
    assert (way.step(0), way.step(1), way.step(-1), way.step(-1)) == (1, 5, 1, None)


def select_a_word(window):
    pane = window.pane
    cursor = pane.view.textCursor()
    cursor.setPosition(pane.view.shown.outline.starts[2])
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    pane.view.setTextCursor(cursor)
    return cursor.selectedText()


def test_keys_copy_highlight_and_look_up_what_is_selected(window, qtbot):
    word = select_a_word(window)
    assert word == "Une"
    press(window, Qt.Key.Key_C, CTRL | ALT)
    assert "https://encre.invalid/1" in QGuiApplication.clipboard().text()
    press(window, Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text().strip() == "Une"
    press(window, Qt.Key.Key_H)
    marked = window.store.highlights.of_article(window.navigation.article.id)
    assert [one.quote for one in marked] == ["Une"]
    with qtbot.waitSignal(window.pane.notice_raised) as told:
        press(window, Qt.Key.Key_H)
    assert told.args == ["Select some words first."]
    select_a_word(window)
    press(window, Qt.Key.Key_F, CTRL | ALT)
    qtbot.waitUntil(lambda: window.navigation.wanted.search == "Une", timeout=5_000)


def test_headings_are_reached_by_keys(window):
    bar = window.pane.view.verticalScrollBar()
    seen = [bar.value()]
    for _ in range(3):
        press(window, Qt.Key.Key_Down, ALT)
        seen.append(bar.value())
    assert seen == sorted(set(seen))
    press(window, Qt.Key.Key_Up, ALT)
    assert bar.value() == seen[2]


def test_escape_stops_the_veil_and_the_moving_text_before_it_leaves(window):
    press(window, Qt.Key.Key_P)
    press(window, Qt.Key.Key_Space, CTRL)
    assert window.pane.motion.moves() and window.pane.view.focused
    press(window, Qt.Key.Key_Escape)
    assert not window.pane.motion.moves() and window.pane.view.focused
    press(window, Qt.Key.Key_Escape)
    assert not window.pane.view.focused
    assert window.navigation.article is not None


def test_f11_leaves_only_the_text_and_space_goes_on_to_the_next_unread(window):
    press(window, Qt.Key.Key_F11)
    visible = [part for part in (window.toolbar, window.sidebar, window.article_list, window.home) if part.isVisible()]
    assert visible == []
    assert window.pane.width() >= window.window.width() - 4, "the pane has it all"
    view = window.pane.view
    left = view.viewport().mapTo(window.window, view.viewport().rect().topLeft()).x()
    assert left >= 48
    bar = view.verticalScrollBar()
    for _ in range(40):
        press(window, Qt.Key.Key_Space)
        if opened_title(window) != "Titre 1":
            break
        window.pane.motion.settle()
        last = bar.value() == bar.maximum()
    assert (opened_title(window), last) == ("Titre 2", True)
    assert not window.article_list.isVisible()
    press(window, Qt.Key.Key_F11)
    assert window.article_list.isVisible()


def test_the_typography_panel_opens_by_its_key(window):
    press(window, Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
    panels = [one for one in window.pane.children() if one.objectName() == "typographyPanel" and one.isVisible()]
    assert len(panels) == 1
    literata = QGuiApplication.focusObject()
    assert panels[0].isAncestorOf(literata)
    title = opened_title(window)
    for key in (Qt.Key.Key_J, Qt.Key.Key_M, Qt.Key.Key_H):
        QTest.keyClick(literata, key)
    assert opened_title(window) == title, "behind a panel letters do nothing"
    QTest.keyClick(literata, Qt.Key.Key_Escape)
    assert not panels[0].isVisible()
    assert window.pane.view.hasFocus()
    press(window, Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
    press(window, Qt.Key.Key_J)
    assert not any(one.isVisible() for one in window.pane.findChildren(Overlay)), "it goes with its article"


def test_the_viewer_has_every_key_while_it_is_open(window):
    viewer = ImageViewer(window.window, window.preferences.worn)
    title = opened_title(window)
    viewer.show_pictures([Sight(PICTURE, "Un"), Sight(PICTURE, "Deux"), Sight(PICTURE, "Trois")], 0)
    for key, caption in (
        (Qt.Key.Key_Right, "Deux"),
        (Qt.Key.Key_End, "Trois"),
        (Qt.Key.Key_Right, "Un"),
        (Qt.Key.Key_End, "Trois"),
        (Qt.Key.Key_Home, "Un"),
    ):
        QTest.keyClick(viewer, key)
        assert viewer.sight.caption == caption
    before = viewer.scale
    QTest.keyClick(viewer, Qt.Key.Key_Plus)
    assert viewer.scale > before
    QTest.keyClick(viewer, Qt.Key.Key_0)
    assert viewer.scale == before
    QGuiApplication.clipboard().clear()
    QTest.keyClick(viewer, Qt.Key.Key_C, CTRL)
    assert not QGuiApplication.clipboard().image().isNull()
    QTest.keyClick(viewer, Qt.Key.Key_J)
    assert opened_title(window) == title
    QTest.keyClick(viewer, Qt.Key.Key_Space)
    assert not viewer.isVisible()
