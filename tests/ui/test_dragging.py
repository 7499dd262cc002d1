"""Articles dragged onto tags, "Starred" and "Unread"; folders into folders; tags as lines of the sidebar."""

import pytest
from PySide6.QtCore import QModelIndex, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from reader.core.filters import ArticleFilter, View
from reader.ui.row_view.dragging import articles_in, picture
from reader.ui.sidebar.tree import walk
from tests.ui.sample_sidebar import lines, press
from tests.ui.test_desktop import opened
from tests.ui.triage import ALL, fill, titles, unread

MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction


@pytest.fixture
def desktop(qtbot, qapp, palette, paths):
    fill(paths)
    with opened(qapp, paths, offline=True) as desktop:
        desktop.first_start.leave()
        desktop.navigation.go(ALL)
        yield desktop


def line(desktop, words):
    """The rectangle of a line of the sidebar."""
    view, index = desktop.sidebar.tree, desktop.sidebar.tree.model().index(0, 0)
    while index.isValid() and index.data() != words:
        index = view.indexBelow(index)
    assert index.isValid(), words
    return view.visualRect(index)


def drag(desktop, names, onto):
    """Rows of the list let go over a line of the sidebar; whether it took them."""
    model, view = desktop.article_list.view.rows, desktop.sidebar.tree
    rows = [titles(desktop).index(name) for name in names]
    data = model.mimeData([model.index(row, 0) for row in rows])
    place, buttons, keys = line(desktop, onto).center(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(place, COPY, data, buttons, keys))
    drop = QDropEvent(QPointF(place), COPY, data, buttons, keys)
    drop.setAccepted(False)
    QApplication.sendEvent(view.viewport(), drop)
    desktop.library.flush()
    return drop.isAccepted()


def named(desktop, *names):
    return [row.id for row in desktop.store.rows(list(desktop.store.ids(ALL))) if row.title in names]


def test_articles_dropped_on_starred_have_a_star_and_on_unread_are_unread(desktop):
    drag(desktop, ["Alpha 1", "Beta 2"], "Starred")
    starred = {row.title for row in desktop.store.rows(list(desktop.store.ids(ArticleFilter(View.STARRED))))}
    assert starred == {"Alpha 1", "Beta 2"}
    assert desktop.notice.words().startswith("2 article") and "starred" in desktop.notice.words()
    desktop.library.mark_all(ALL)
    drag(desktop, ["Alpha 0"], "Unread")
    assert unread(desktop) == {"Alpha 0"}
    for onto in ("Home", "All articles", "Feeds", "Alpha"):
        drag(desktop, ["Beta 0"], onto)
    assert unread(desktop) == {"Alpha 0"} and desktop.store.feeds()[0].title == "Alpha"
    assert desktop.store.journal()[0].kind == "mark-unread"


def test_a_tag_is_a_line_with_its_articles_that_takes_more_is_renamed_and_removed(qtbot, desktop):
    assert "Tags" not in lines(desktop.sidebar)
    desktop.library.tag(named(desktop, "Alpha 2"), ["À lire"], [])
    assert lines(desktop.sidebar)[6:8] == ["Tags", "À lire 1"]
    drag(desktop, ["Alpha 2", "Beta 0", "Beta 3"], "À lire")
    assert "À lire 3" in lines(desktop.sidebar)
    press(desktop.sidebar, "À lire")
    assert titles(desktop) == ["Beta 0", "Alpha 2", "Beta 3"]
    assert desktop.window.windowTitle().endswith("À lire")
    desktop.library.tag(named(desktop, "Beta 0"), [], ["à lire"])
    assert titles(desktop) == ["Alpha 2", "Beta 3"]
    QTest.keyClick(desktop.sidebar.tree, Qt.Key.Key_F2)
    field = [one for one in desktop.sidebar.tree.findChildren(QLineEdit, "renameField") if one.isVisible()][-1]
    field.setText("Plus tard")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Plus tard 2" in lines(desktop.sidebar))
    press(desktop.sidebar, "Plus tard")
    assert titles(desktop) == ["Alpha 2", "Beta 3"]
    QTest.keyClick(desktop.sidebar.tree, Qt.Key.Key_Delete)
    assert "Tags" not in lines(desktop.sidebar) and desktop.store.tags() == []
    desktop.actions["undo"].trigger()
    assert "Plus tard 2" in lines(desktop.sidebar)


def test_a_tag_s_list_is_its_own_articles_in_order_of_any_grouping_and_read_ones_can_be_hidden(desktop):
    desktop.library.tag(named(desktop, "Alpha 2", "Alpha 0", "Beta 1"), ["mer"], [])
    store = desktop.store

    def found(**facts):
        return [row.title for row in store.rows(list(store.ids(ArticleFilter(tag="MER", **facts))))]

    assert found() == ["Alpha 0", "Beta 1", "Alpha 2"]
    desktop.library.mark(named(desktop, "Beta 1"), read=True)
    assert found(hide_read=True) == found(view=View.UNREAD) == ["Alpha 0", "Alpha 2"]
    assert store.count(ArticleFilter(tag="mer")) == 3 and found(folder="News") == ["Alpha 0", "Alpha 2"]
    assert desktop.navigation.next_unread() is None


@pytest.mark.parametrize(
    ("onto", "expected"),
    [("News", "News / Free"), ("Zèbre", "Free"), ("Feeds", "Free"), ("eau", "News / Free"), ("", "Free")],
)
def test_a_folder_is_dragged_into_a_folder_or_out_of_it(sidebar, onto, expected):
    called, gone = [], []
    model = sidebar.tree.model()
    data = model.mimeData([press(sidebar, "Free")])
    target = press(sidebar, onto) if onto else QModelIndex()
    sidebar.choose(ArticleFilter(folder="Tech / Free"))
    sidebar.folder_called.connect(lambda *what: called.append(what))
    sidebar.filter_chosen.connect(gone.append)
    model.dropMimeData(data, MOVE, -1, -1, target)
    assert called == [("Tech / Free", expected)] and gone == [ArticleFilter(folder=expected)]


def test_a_folder_never_goes_into_itself(sidebar):
    called = []
    sidebar.folder_called.connect(lambda *what: called.append(what))
    model = sidebar.tree.model()
    data = model.mimeData([press(sidebar, "Tech")])
    for onto in ("Tech", "Free", "Linux", "Home", "Starred"):
        assert not model.dropMimeData(data, MOVE, -1, -1, press(sidebar, onto))
    assert called == []


def test_a_folder_goes_whole_with_its_list_is_left_whole_and_each_is_undone_at_once(desktop):
    store = desktop.store
    desktop.library.move_feed(store.find_feed("Beta").id, "News / Deep")
    desktop.navigation.go(ArticleFilter(folder="News / Deep"))
    desktop.sidebar._call_folder("News", "Press / News")
    assert [feed.folder for feed in store.feeds()] == ["Press / News", "Press / News / Deep"]
    assert desktop.navigation.wanted == ArticleFilter(folder="Press / News / Deep")
    assert titles(desktop) == [f"Beta {n}" for n in range(4)]
    desktop.actions["undo"].trigger()
    assert [feed.folder for feed in store.feeds()] == ["News", "News / Deep"]
    desktop.notice.withdraw()
    (node,) = (one for one in walk(desktop.sidebar.tree.tree.root) if one.folder == "News")
    next(one for one in desktop.sidebar.menu_for(node).actions() if one.text().startswith("Unsubscribe")).trigger()
    assert store.feeds() == [] and desktop.notice.words().startswith("2 feed")
    desktop.actions["undo"].trigger()
    assert len(store.feeds()) == 2
    desktop.actions["redo"].trigger()
    assert store.feeds() == []


def test_what_goes_along_with_a_drag(desktop, palette):
    model = desktop.article_list.view.rows
    desktop.store._database.execute_sql("UPDATE article SET url = 'https://alpha.example/0' WHERE title = 'Alpha 0'")
    data = model.mimeData([model.index(row, 0) for row in (1, 0)])
    assert articles_in(data) == list(model.ids[:2])
    assert [url.toString() for url in data.urls()] == ["https://alpha.example/0"]
    model.address = lambda _: None
    assert model.mimeData([model.index(1, 0)]).text() == titles(desktop)[1]
    look = desktop.article_list.view.painter_.look
    one, many = picture(look, "Titre", 1, 2.0).toImage(), picture(look, "Titre", 12, 2.0).toImage()
    assert one != many and one.devicePixelRatio() == 2.0


def test_titles_with_numbers_stand_in_the_order_one_reads_them(sidebar):
    from tests.ui.sample_sidebar import TOTALS, feed

    feeds = [feed(n, f"Journal {n}") for n in (1, 10, 2)]
    sidebar.show_feeds(feeds, TOTALS, sidebar.tree.painter.data_folder)
    names = [node.title for node in walk(sidebar.tree.tree.root) if node.feed]
    assert names == ["Journal 1", "Journal 2", "Journal 10"]
