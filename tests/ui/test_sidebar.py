from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.core.entities import FeedId, OfflineSummary, Validators
from reader.core.filters import ArticleFilter, View
from reader.ui.sidebar import Sidebar
from reader.ui.sidebar.tree import build, shape, walk
from tests.ui.sample_sidebar import FEEDS, SENTENCE, TOTALS, WHOLE, feed, lines, press


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
    sidebar.choose(ArticleFilter(view=View.ARCHIVE))
    press(sidebar, "News", x=15)
    assert chosen == []
    sidebar.step(1)
    sidebar.step(1)
    sidebar.step(-1)
    assert chosen == [ArticleFilter(folder="News"), ArticleFilter(folder="Tech"), ArticleFilter(folder="News")]


def test_selection_folding_and_place_outlive_a_refresh(sidebar):
    press(sidebar, "Tech", x=15)
    folded = WHOLE[:12] + WHOLE[15:]
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
    before = sidebar.tree.model().index(8, 0)
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
    assert lines(sidebar)[8:] == ["News 4", "  Été 4"]
    sidebar.quick_filter.setText("tech")
    assert lines(sidebar)[8:] == ["Tech 5", "  Free 2", "    Linux 2", "  Chips 3"]
    QTest.keyClick(sidebar.quick_filter, Qt.Key.Key_Escape)
    assert lines(sidebar) == WHOLE
    assert not sidebar.quick_filter.isVisible()


def test_read_feeds_can_be_hidden_but_not_the_chosen_one(sidebar):
    sidebar.choose(ArticleFilter(feed_id=FeedId(5)))
    sidebar.hide_read(True)
    assert lines(sidebar)[8:] == ["News 4", "  Été 4", "Tech 5", "  Free 2", "    Linux 2", "  Chips 3", "Zèbre"]
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


def test_the_foot_never_says_all_when_something_is_missing(sidebar):
    sidebar.show_offline(OfflineSummary(articles=1240, ready=1239), True)
    assert sidebar.foot.offline.text() == "1,240 articles · 99 % ready offline"
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
