"""A change of theme under the reader's hands: the whole window, its dialogs, its place and its selection."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QMenu, QWidget

from reader.core.filters import ArticleFilter, View
from reader.ui.dialogs.add_feed import AddFeedDialog
from reader.ui.dialogs.shortcut_sheet import ShortcutSheet
from tests.render.articles import article, long_text
from tests.ui.conftest import PALETTES
from tests.ui.whole_window import opened

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SURFACES = ("window", "sidebar", "list", "pane", "overlay", "list_selection", "sidebar_selection", "control", "raised")


@pytest.fixture
def reading(qtbot, qapp, palette, paths, welcomed):
    """The whole window with a long article open."""
    with opened(qapp, paths) as desktop:
        desktop.navigation.go(ArticleFilter(View.ALL))
        desktop.article_list.setFocus()
        qtbot.wait(20)
        desktop.pane.show_article(article(long_text(2000)))
        qapp.processEvents()
        yield desktop
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, (QDialog, QMenu)):
                widget.close()


def colours(widget):
    picture = widget.grab().toImage()
    return Counter(
        picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)
    )


def left_over(widget, before, after):
    """Grounds of the theme before that are still seen, in a theme that has no such colour."""
    own = set(after.colors().values())
    gone = {getattr(before, name) for name in SURFACES} - own
    return {colour: count for colour, count in colours(widget).items() if colour in gone and count > 20}


def test_place_and_selection_stay_through_all_eight(reading, qapp):
    view = reading.pane.view
    bar = view.verticalScrollBar()
    cursor = QTextCursor(view.document())
    cursor.setPosition(2000)
    cursor.setPosition(2100, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    bar.setValue(bar.maximum() // 3)
    qapp.processEvents()
    chosen = reading.article_list.view.currentIndex()
    before = (bar.value(), view.textCursor().selectedText(), chosen.row(), reading.window.sizes())
    assert before[0] > 0 and len(before[1]) == 100
    for palette in [*PALETTES, PALETTES[0]]:
        reading.preferences.wear_palette(palette)
        qapp.processEvents()
        now = (bar.value(), view.textCursor().selectedText(), chosen.row(), reading.window.sizes())
        assert now == before, palette.id


def test_each_pane_wears_the_theme_and_nothing_is_left_of_the_one_before(reading, qapp):
    parts = {"sidebar": reading.sidebar, "list": reading.article_list, "pane": reading.pane, "window": reading.toolbar}
    before = PALETTES[-1]
    reading.preferences.wear_palette(before)
    for palette in PALETTES:
        reading.preferences.wear_palette(palette)
        qapp.processEvents()
        grounds = {token: colours(part).most_common(1)[0][0] for token, part in parts.items()}
        assert grounds == {token: getattr(palette, token) for token in parts}, palette.id
        assert left_over(reading.window, before, palette) == {}, (before.id, palette.id)
        before = palette


def test_no_picture_of_the_list_blinks(reading, qapp, qtbot):
    def pictures():
        """Pictures have thousands of colours, everything else has some hundreds."""
        return len(colours(reading.article_list.view))

    round_, square = PALETTES[0], PALETTES[4]
    reading.preferences.wear_palette(round_)
    reading.article_list.view.grab()
    reading.article_list.view.thumbnails.wait()
    qapp.processEvents()
    before = pictures()
    assert before > 1000
    assert round_.radius != square.radius
    reading.preferences.wear_palette(square)
    assert pictures() > before * 0.7


def test_open_dialogs_and_panels_follow(reading, qapp, qtbot):
    dialogs = [
        reading.desk.settings_dialog(),
        ShortcutSheet(reading.actions.sheet(), reading.preferences.palette, reading.window),
        AddFeedDialog([], reading.preferences.palette, reading.window),
    ]
    # The page after the one with a picture of every theme.
    dialogs[0].findChild(QListWidget, "settingsGroups").setCurrentRow(1)
    for dialog in dialogs:
        dialog.show()
    reading.notice.show_words("A word", "Undo")
    reading.desk.toggle_tray()
    qtbot.wait(250)
    worn = reading.preferences.worn
    for palette in (PALETTES[3], PALETTES[6], PALETTES[5], PALETTES[0]):
        reading.preferences.wear_palette(palette)
        qapp.processEvents()
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        assert len(shown) >= 3
        for widget in shown:
            assert left_over(widget, worn, palette) == {}, (type(widget).__name__, worn.id, palette.id)
        worn = palette


def test_menus_wear_the_theme_of_the_moment_they_are_opened(reading, qapp, qtbot):
    seen = set()
    for palette in (PALETTES[0], PALETTES[1], PALETTES[7]):
        reading.preferences.wear_palette(palette)
        reading.commands.article_menu(QPoint(40, 40))
        menu = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible())
        action = next(one for one in menu.actions() if not one.icon().isNull() and one.isEnabled())
        picture = action.icon().pixmap(16, 16).toImage()
        inks = Counter(
            picture.pixelColor(x, y).name()
            for x in range(picture.width())
            for y in range(picture.height())
            if picture.pixelColor(x, y).alpha() > 250
        )
        assert QColor(palette.text_secondary).name() in inks
        seen.add(menu.grab().toImage().pixelColor(menu.width() // 2, 3).name())
        menu.close()
    assert len(seen) == 3


def test_a_menu_that_was_used_does_not_stay(reading, qapp, qtbot):
    def menus():
        return sum(isinstance(widget, QMenu) for widget in QApplication.allWidgets())

    before = menus()
    for _ in range(3):
        reading.commands.article_menu(QPoint(40, 40))
        reading.open_main_menu(QPoint(400, 40))
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QMenu):
                widget.close()
    qtbot.waitUntil(lambda: menus() <= before, timeout=4000)


def test_switching_leaves_no_widget_behind(reading, qapp):
    for palette in PALETTES:
        reading.preferences.wear_palette(palette)
    widgets = len([one for one in QApplication.allWidgets() if isinstance(one, QWidget)])
    for palette in PALETTES * 3:
        reading.preferences.wear_palette(palette)
    assert len(QApplication.allWidgets()) == widgets
