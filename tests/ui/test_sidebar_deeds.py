from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QIcon, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from reader.core.entities import FeedId
from reader.core.filters import ArticleFilter, View
from reader.style.apply import apply
from reader.style.icons import menu_icon
from reader.ui.sidebar.tree import walk
from tests.ui.sample_sidebar import FEEDS, TOTALS, WHOLE, count_of, feed, indexes, lines, press


def test_the_dot_of_trouble_is_painted(sidebar, palette):
    sidebar.show_feeds([FEEDS[3]], TOTALS, Path())
    assert count_of(sidebar.tree.viewport().grab().toImage(), palette.error) > 20
    sidebar.show_feeds([feed(4, "Chips", "Tech", 3)], TOTALS, Path())
    assert count_of(sidebar.tree.viewport().grab().toImage(), palette.error) == 0


def test_the_site_s_own_sign_is_shown(sidebar, tmp_path):
    sign = QImage(32, 32, QImage.Format.Format_RGB32)
    sign.fill(QColor("#12ab34"))
    sign.save(str(tmp_path / "sign.png"))
    sidebar.show_feeds([feed(1, "Été", None, 1, icon_file="sign.png")], TOTALS, tmp_path)
    assert count_of(sidebar.tree.viewport().grab().toImage(), "#12ab34") > 200


def test_a_dark_sign_gets_a_plate_on_a_dark_sidebar_only(sidebar, palettes, tmp_path):
    sign = QImage(32, 32, QImage.Format.Format_ARGB32)
    sign.fill(Qt.GlobalColor.transparent)
    for x in range(8, 24):
        for y in range(8, 24):
            sign.setPixelColor(x, y, QColor("#050505"))
    sign.save(str(tmp_path / "sign.png"))
    sidebar.show_feeds([feed(1, "Été", None, 1, icon_file="sign.png")], TOTALS, tmp_path)
    plates = []
    for palette in palettes[:2]:
        sidebar.dress(palette)
        picture = sidebar.tree.viewport().grab().toImage()
        box = sidebar.tree.visualRect(sidebar.tree.model().index(7, 0))
        corner = picture.pixelColor(24 + 2, box.center().y() - 4)
        plates.append(corner != QColor(palette.sidebar))
    assert plates == [False, True]


def test_renaming_in_place(sidebar, qtbot):
    renamed, moved = [], []
    sidebar.feed_renamed.connect(lambda *what: renamed.append(what))
    sidebar.folder_called.connect(lambda *what: moved.append(what))
    press(sidebar, "Linux")
    QTest.keyClick(sidebar.tree, Qt.Key.Key_F2)
    editor = sidebar.tree.findChild(object, "renameField")
    editor.setText("Kernel news")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: renamed == [(3, "Kernel news")])
    press(sidebar, "Tech")
    QTest.keyClick(sidebar.tree, Qt.Key.Key_F2)
    editor = [one for one in sidebar.tree.findChildren(object, "renameField") if one.isVisible()][-1]
    editor.setText("Machines")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: moved == [("Tech", "Machines")])


def test_delete_asks_to_leave_a_feed_and_nothing_else(sidebar):
    left = []
    sidebar.feed_remove_requested.connect(left.append)
    for words in ("Tech", "Home", "Zèbre"):
        press(sidebar, words)
        QTest.keyClick(sidebar.tree, Qt.Key.Key_Delete)
    assert left == [5]


@pytest.mark.parametrize(
    ("onto", "folder"), [("News", "News"), ("Linux", "Tech / Free"), ("Zèbre", None), ("Feeds", None), ("", None)]
)
def test_a_feed_is_dragged_into_a_folder(sidebar, onto, folder):
    moved = []
    sidebar.feed_moved.connect(lambda *what: moved.append(what))
    model = sidebar.tree.model()
    data = model.mimeData([press(sidebar, "Chips")])
    target = press(sidebar, onto) if onto else QModelIndex()
    assert model.canDropMimeData(data, Qt.DropAction.MoveAction, -1, -1, target)
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, target)
    assert moved == [(4, folder)]
    assert not model.canDropMimeData(data, Qt.DropAction.MoveAction, -1, -1, press(sidebar, "Home"))


@pytest.mark.parametrize(("over", "framed"), [("News", "News"), ("eau", "News"), ("Zèbre", "Feeds"), ("Home", "")])
def test_a_drag_shows_the_folder_into_which_it_goes(sidebar, palettes, over, framed):
    # Wearing orange: its accent is nowhere else in an unchosen sidebar.
    palette = palettes[5]
    sidebar.dress(palette)
    view, model = sidebar.tree, sidebar.tree.model()
    data = model.mimeData([press(sidebar, "Chips")])
    view.selectionModel().clear()
    rects = {index.data(): view.visualRect(index) for index in indexes(view)}
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(rects[over].center(), Qt.DropAction.MoveAction, data, buttons, keys)
    view.dragEnterEvent(enter)
    view.dragMoveEvent(QDragMoveEvent(rects[over].center(), Qt.DropAction.MoveAction, data, buttons, keys))
    picture = view.viewport().grab().toImage()
    accent = QColor(palette.sidebar_accent)
    middle = 110
    marked = [name for name, rect in rects.items() if picture.pixelColor(middle, rect.top() + 2) == accent]
    assert marked == ([framed] if framed else [])
    view.dragLeaveEvent(QDragLeaveEvent())
    assert count_of(view.viewport().grab().toImage(), palette.sidebar_accent) == 0


def test_the_menu_of_a_feed_does_what_it_says(sidebar):
    heard = []
    sidebar.feed_refresh_requested.connect(lambda feed_id: heard.append(("refresh", feed_id)))
    sidebar.mark_read_requested.connect(lambda wanted: heard.append(("read", wanted.feed_id or wanted.folder)))
    sidebar.feed_settings_requested.connect(lambda feed_id: heard.append(("settings", feed_id)))
    sidebar.feed_remove_requested.connect(lambda feed_id: heard.append(("leave", feed_id)))
    sidebar.feed_moved.connect(lambda *what: heard.append(("move", what)))
    nodes = {node.title: node for node in walk(sidebar.tree.tree.root)}
    menu = sidebar.menu_for(nodes["Chips"])
    words = {action.text(): action for action in menu.actions()}
    for name in ("Refresh", "Mark all as read", "Feed settings…", "Unsubscribe"):
        words[name].trigger()
    move = {action.text(): action for action in words["Move to"].menu().actions()}
    assert move["Tech"].isChecked()
    move["News"].trigger()
    assert heard == [("refresh", 4), ("read", 4), ("settings", 4), ("leave", 4), ("move", (4, "News"))]
    heard.clear()
    for action in sidebar.menu_for(nodes["Tech"]).actions():
        if action.text() in ("Refresh", "Mark all as read"):
            action.trigger()
    assert heard == [("refresh", 3), ("refresh", 4), ("read", "Tech")]


def test_all_folders_fold_and_open_from_the_menu_of_the_heading(sidebar):
    added = []
    sidebar.add_requested.connect(lambda: added.append(1))
    sidebar.choose(ArticleFilter(feed_id=FeedId(3)))
    words = {action.text(): action for action in sidebar.menu_for(sidebar.tree.tree.root).actions()}
    words["Fold all folders"].trigger()
    assert lines(sidebar)[8:] == ["News 4", "Tech 5", "Zèbre"]
    assert sidebar.tree.currentIndex().data() == "Linux"
    words["Open all folders"].trigger()
    assert lines(sidebar) == WHOLE
    words["Hide read feeds"].trigger()
    assert "Zèbre" not in lines(sidebar)
    words["Add a feed…"].trigger()
    assert added == [1]


def test_the_ring_is_for_those_who_come_by_key(sidebar, palette):
    sidebar.choose(ArticleFilter(view=View.UNREAD))
    rings = []
    for reason in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
        sidebar.foot.add.setFocus()
        sidebar.tree.setFocus(reason)
        rings.append(count_of(sidebar.tree.viewport().grab().toImage(), palette.focus_ring))
    assert rings[0] == 0 and rings[1] > 100


def test_a_feed_moves_into_a_new_folder(sidebar, qtbot, palettes, qapp, tmp_path):
    moved, grounds = [], []
    sidebar.feed_moved.connect(lambda *what: moved.append(what))
    # Black sidebar, white window: the sidebar's words would be lost on the dialog's ground.
    apply(qapp, palettes[2], tmp_path / "cache")

    def answer():
        asked = qapp.activeModalWidget()
        asked.setTextValue("Mer")
        label = asked.findChild(QLabel)
        grounds.append(label.palette().color(label.foregroundRole()))
        asked.accept()

    nodes = {node.title: node for node in walk(sidebar.tree.tree.root)}
    holder = QWidget()
    qtbot.addWidget(holder)
    sidebar.setParent(holder)
    move = next(action for action in sidebar.menu_for(nodes["Chips"]).actions() if action.menu() is not None)
    QTimer.singleShot(0, answer)
    move.menu().actions()[-1].trigger()
    sidebar.setParent(None)
    assert moved == [(4, "Mer")]
    assert grounds == [QColor(palettes[2].text)]


def test_a_menu_s_icon_is_seen_on_its_chosen_line_too(qapp, palettes):
    for palette in palettes:
        seen = menu_icon("folder", palette)
        for mode, colour in (
            (QIcon.Mode.Normal, palette.text_secondary),
            (QIcon.Mode.Active, palette.list_selection_text),
        ):
            picture = seen.pixmap(QSize(16, 16), 1.0, mode).toImage()
            inks = {
                picture.pixelColor(x, y).name()
                for x in range(16)
                for y in range(16)
                if picture.pixelColor(x, y).alpha() > 250
            }
            assert colour in inks, (palette.id, mode)


def test_a_feed_s_words_are_never_read_as_tags(sidebar):
    hostile = "<b>R&D</b><img src='file:///etc/passwd'>"
    sidebar.show_feeds([feed(1, hostile, "R&D", 1, last_error="<i>no</i>")], TOTALS, Path())
    shown = press(sidebar, hostile).data(Qt.ItemDataRole.ToolTipRole)
    document = QTextDocument()
    document.setHtml(shown)
    assert document.toPlainText() == f"{hostile}\n<i>no</i>"
    node = next(node for node in walk(sidebar.tree.tree.root) if node.feed is not None)
    menu = next(action.menu() for action in sidebar.menu_for(node).actions() if action.menu() is not None)
    assert [action.text() for action in menu.actions()][1] == "R&&D"
