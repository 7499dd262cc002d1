from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QImage
from PySide6.QtTest import QTest

from reader.core.entities import Feed, FeedId, OfflineSummary, Validators
from reader.core.filters import ArticleFilter, View
from reader.ui.sidebar import Sidebar
from reader.ui.sidebar.tree import build, shape, walk

NOW = datetime(2026, 11, 18, 10, 5, tzinfo=UTC)
TOTALS = {View.HOME: 9, View.ALL: 40, View.UNREAD: 9, View.STARRED: 2, View.TODAY: 1, View.UPDATED: 3}
SENTENCE = "The site says that this page is gone (404)."


def feed(number, title, folder=None, unread=0, **facts):
    return Feed(FeedId(number), f"https://{number}.example.org/", title, folder=folder, unread=unread, **facts)


FEEDS = [
    feed(1, "Été", "News", 4),
    feed(2, "eau", "News", 0),
    feed(3, "Linux", "Tech / Free", 2),
    feed(4, "Chips", "Tech", 3, last_error=SENTENCE, last_success=NOW),
    feed(5, "Zèbre", None, 0),
]


@pytest.fixture
def sidebar(qtbot, palette):
    widget = Sidebar()
    qtbot.addWidget(widget)
    widget.dress(palette)
    widget.resize(232, 700)
    widget.show_feeds(FEEDS, TOTALS, Path())
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def lines(sidebar):
    """Depth and words of every line on show, from top to bottom."""
    view = sidebar.tree
    found, index = [], view.model().index(0, 0)
    while index.isValid():
        node = view.tree.node(index)
        found.append(f"{'  ' * node.depth}{index.data()}" + (f" {node.count}" if node.count else ""))
        index = view.indexBelow(index)
    return found


def press(sidebar, words, button=Qt.MouseButton.LeftButton, x=None):
    view = sidebar.tree
    index = view.model().index(0, 0)
    while index.isValid() and index.data() != words:
        index = view.indexBelow(index)
    assert index.isValid(), words
    place = view.visualRect(index).center() if x is None else QPoint(x, view.visualRect(index).center().y())
    QTest.mouseClick(view.viewport(), button, pos=place)
    return index


WHOLE = [
    "Home 9", "All articles 40", "Unread 9", "Starred 2", "Today 1", "Updated 3", "Feeds",
    "News 4", "  eau", "  Été 4", "Tech 5", "  Free 2", "    Linux 2", "  Chips 3", "Zèbre",
]  # fmt: skip


def test_it_shows_views_then_folders_in_folders_then_feeds(sidebar):
    assert lines(sidebar) == WHOLE


def test_a_click_chooses_and_choose_is_silent(sidebar, qtbot):
    chosen = []
    sidebar.filter_chosen.connect(chosen.append)
    sidebar.choose(ArticleFilter(view=View.UNREAD))
    sidebar.choose(ArticleFilter(feed_id=FeedId(3)))
    assert chosen == []
    assert sidebar.tree.currentIndex().data() == "Linux"
    for words in ("Starred", "Tech", "Chips", "Chips", "Feeds"):
        press(sidebar, words)
    assert chosen == [
        ArticleFilter(view=View.STARRED),
        ArticleFilter(folder="Tech"),
        ArticleFilter(feed_id=FeedId(4)),
        ArticleFilter(feed_id=FeedId(4)),
    ]


def test_steps_pass_over_the_heading_and_what_is_folded(sidebar):
    chosen = []
    sidebar.filter_chosen.connect(chosen.append)
    sidebar.choose(ArticleFilter(view=View.UPDATED))
    press(sidebar, "News", x=15)
    assert chosen == []
    sidebar.step(1)
    sidebar.step(1)
    sidebar.step(-1)
    assert chosen == [ArticleFilter(folder="News"), ArticleFilter(folder="Tech"), ArticleFilter(folder="News")]


def test_selection_folding_and_place_outlive_a_refresh(sidebar):
    press(sidebar, "Tech", x=15)
    folded = WHOLE[:11] + WHOLE[14:]
    assert lines(sidebar) == folded
    sidebar.choose(ArticleFilter(feed_id=FeedId(1)))
    sidebar.resize(232, 260)
    sidebar.tree.verticalScrollBar().setValue(60)
    chosen = []
    sidebar.filter_chosen.connect(chosen.append)
    more = [*FEEDS, feed(6, "Atlas", None, 7)]
    sidebar.show_feeds(more, {**TOTALS, View.UNREAD: 16}, Path())
    assert lines(sidebar) == [line.replace("Unread 9", "Unread 16") for line in folded[:-1]] + ["Atlas 7", "Zèbre"]
    assert sidebar.tree.currentIndex().data() == "Été"
    assert sidebar.tree.verticalScrollBar().value() == 60
    assert chosen == []
    other = Sidebar()
    other.show_feeds(FEEDS, TOTALS, Path())
    other.restore(sidebar.state())
    assert lines(other) == folded
    other.restore("not what it was")
    assert lines(other) == folded


def test_counts_change_in_place(sidebar):
    before = sidebar.tree.model().index(7, 0)
    fresh = [feed(1, "Été", "News", 1), *FEEDS[1:]]
    resets = []
    sidebar.tree.model().modelReset.connect(lambda: resets.append(1))
    sidebar.show_feeds(fresh, TOTALS, Path())
    assert "News 1" in lines(sidebar) and "  Été 1" in lines(sidebar)
    assert resets == []
    assert before.data() == "News"


def test_the_quick_filter_folds_accents_and_escape_leaves_it(sidebar, qtbot):
    sidebar.start_filter()
    QTest.keyClicks(sidebar.quick_filter, "ete")
    assert lines(sidebar)[7:] == ["News 4", "  Été 4"]
    sidebar.quick_filter.setText("tech")
    assert lines(sidebar)[7:] == ["Tech 5", "  Free 2", "    Linux 2", "  Chips 3"]
    QTest.keyClick(sidebar.quick_filter, Qt.Key.Key_Escape)
    assert lines(sidebar) == WHOLE
    assert not sidebar.quick_filter.isVisible()


def test_read_feeds_can_be_hidden_but_not_the_chosen_one(sidebar):
    sidebar.choose(ArticleFilter(feed_id=FeedId(5)))
    sidebar.hide_read(True)
    assert lines(sidebar)[7:] == ["News 4", "  Été 4", "Tech 5", "  Free 2", "    Linux 2", "  Chips 3", "Zèbre"]
    sidebar.choose(ArticleFilter(view=View.HOME))
    assert "Zèbre" not in lines(sidebar)
    sidebar.choose(ArticleFilter(feed_id=FeedId(5)))
    assert sidebar.tree.currentIndex().data() == "Zèbre"


def test_a_feed_in_trouble_says_why_on_hover_and_to_a_screen_reader(sidebar):
    index = press(sidebar, "Chips")
    assert SENTENCE in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"Chips, 3 unread, {SENTENCE}"
    healthy = press(sidebar, "Linux")
    assert healthy.data(Qt.ItemDataRole.AccessibleTextRole) == "Linux, 2 unread"


def test_the_dot_of_trouble_is_painted(sidebar, palette):
    sidebar.show_feeds([FEEDS[3]], TOTALS, Path())
    assert count_of(sidebar.tree.viewport().grab().toImage(), palette.error) > 20
    sidebar.show_feeds([feed(4, "Chips", "Tech", 3)], TOTALS, Path())
    assert count_of(sidebar.tree.viewport().grab().toImage(), palette.error) == 0


def count_of(image: QImage, colour):
    wanted = QColor(colour)
    return sum(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


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
    sidebar.feed_moved.connect(lambda *what: moved.append(what))
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
    qtbot.waitUntil(lambda: sorted(moved) == [(3, "Machines / Free"), (4, "Machines")])


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


def indexes(view):
    found, index = [], view.model().index(0, 0)
    while index.isValid():
        found.append(index)
        index = view.indexBelow(index)
    return found


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


def test_the_foot_never_says_all_when_something_is_missing(sidebar):
    sidebar.show_offline(OfflineSummary(articles=1240, ready=1239), True)
    assert sidebar.foot.offline.text() == "1,240 article(s) · 99 % ready offline"
    sidebar.show_offline(OfflineSummary(articles=3, ready=3), False)
    assert sidebar.foot.offline.text().endswith("100 % ready offline")
    assert "No network" in sidebar.foot.offline.accessibleName()
    sidebar.show_offline(OfflineSummary(), True)
    assert sidebar.foot.offline.text() == "Nothing kept yet · Add a feed to begin"


def test_the_foot_s_buttons(sidebar):
    heard = []
    sidebar.add_requested.connect(lambda: heard.append("add"))
    sidebar.settings_requested.connect(lambda: heard.append("settings"))
    sidebar.offline_requested.connect(lambda: heard.append("offline"))
    for button in (sidebar.foot.add, sidebar.foot.settings, sidebar.foot.offline):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == ["add", "settings", "offline"]


def test_a_folder_of_the_sidebar_lists_what_lies_deeper_too(welcomed):
    library = welcomed
    (welcome,) = library.feeds()
    count = library.count(ArticleFilter(feed_id=welcome.id))
    assert count > 3
    for folder, found in (("Tech / Free", count), ("Tech", count), ("Tec", 0), ("Tech / Fr", 0)):
        library.move_feed(welcome.id, "Tech / Free")
        assert library.count(ArticleFilter(folder=folder)) == found, folder


def test_the_sidebar_of_a_real_library(sidebar, welcomed, paths):
    sidebar.show_feeds(welcomed.feeds(), welcomed.totals(), paths.data)
    unread = welcomed.count(ArticleFilter(view=View.UNREAD))
    assert f"Unread {unread}" in lines(sidebar)
    assert lines(sidebar)[-1] == f"Welcome to Encre {unread}"


def test_two_thousand_feeds_keep_their_order():
    feeds = [feed(number, f"Feed {number:05}", "Many", 1) for number in range(2000)]
    root = build(feeds, TOTALS)
    assert [node.row for node in walk(root) if node.kind == "feed"] == list(range(2000))
    assert shape(build(feeds, {})) == shape(root)
    assert Validators() == feeds[0].validators


def test_all_folders_fold_and_open_from_the_menu_of_the_heading(sidebar):
    added = []
    sidebar.add_requested.connect(lambda: added.append(1))
    sidebar.choose(ArticleFilter(feed_id=FeedId(3)))
    words = {action.text(): action for action in sidebar.menu_for(sidebar.tree.tree.root).actions()}
    words["Fold all folders"].trigger()
    assert lines(sidebar)[7:] == ["News 4", "Tech 5", "Zèbre"]
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
