"""Archive, delete and clean up in the window: what leaves the lists, where one goes on, and the way back."""

import re
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextBrowser

from reader.core.entities import FeedId, JournalEntry, JournalId
from reader.core.filters import ArticleFilter, View
from reader.core.retention import FeedClearing, Policy, Removal, agreement
from reader.engine.tidying import Housekeeper
from reader.settings import load_settings
from reader.store import Store
from reader.ui import library as library_module
from reader.ui.article_row.words import offline_words, spoken
from reader.ui.dialogs.activity import ActivityRow
from reader.ui.dialogs.clean_up import CleanUp
from reader.ui.dialogs.feed_settings import FeedSettings
from reader.ui.sidebar.tree import walk
from tests import old_library
from tests.ui.test_desktop import opened
from tests.ui.triage import ALL, fill, titles

ARCHIVE = ArticleFilter(View.ARCHIVE)
LINES = [
    FeedClearing(FeedId(1), "Le Journal", Removal.TEXT, 1_204, 3_100_000, 34_000_000, 57),
    FeedClearing(FeedId(2), "La Mer", Removal.TEXT),
]


@pytest.fixture
def desktop(qtbot, qapp, palette, paths):
    fill(paths)
    with opened(qapp, paths, offline=True) as desktop:
        desktop.first_start.leave()
        desktop.navigation.go(ALL)
        yield desktop


def choose(desktop, *wanted):
    rows = desktop.store.rows(list(desktop.article_list.ids()))
    view = desktop.article_list.view
    ids = [row.id for row in rows if row.title in wanted]
    desktop.article_list.choose(ids[0])
    view.choose_again(ids, ids[0])
    desktop.commands.update()


def press(desktop, key):
    QTest.keyClick(desktop.article_list.view, key)


def count_beside(desktop, view):
    return next(one.count for one in walk(desktop.sidebar.tree.tree.root) if one.view is view)


def said(text):
    """Words as they are read, whether or not the plural forms are there already; common spaces."""
    text = re.sub(r"\b(1 \w+)\(s\)", r"\1", text.replace("\u00a0", " "))
    return text.replace("(s)", "s")


def notice(desktop):
    return said(desktop.notice.words())


def test_e_puts_away_what_is_chosen_and_goes_on_with_the_next(desktop):
    before = titles(desktop)
    choose(desktop, before[1], before[2])
    press(desktop, Qt.Key.Key_E)
    assert titles(desktop) == [before[0], *before[3:]]
    assert desktop.navigation.article.title == before[3]
    assert "2 articles archived" in notice(desktop)
    assert count_beside(desktop, View.ARCHIVE) == 2
    for wanted in (ArticleFilter(View.UNREAD), ArticleFilter(folder="News"), ArticleFilter(feed_id=FeedId(1))):
        desktop.navigation.go(wanted)
        assert not {before[1], before[2]} & set(titles(desktop))
    desktop.navigation.go(ARCHIVE)
    assert titles(desktop) == before[1:3]
    assert all("Archived" in spoken(row, datetime.now(UTC)) for row in desktop.store.rows(desktop.store.ids(ARCHIVE)))
    desktop.actions["undo"].trigger()
    assert titles(desktop) == [] and count_beside(desktop, View.ARCHIVE) == 0
    desktop.actions["redo"].trigger()
    assert titles(desktop) == before[1:3]
    choose(desktop, before[1])
    desktop.notice.withdraw()
    press(desktop, Qt.Key.Key_E)
    assert titles(desktop) == [before[2]] and "1 article taken back" in notice(desktop)
    desktop.navigation.go(ALL)
    assert titles(desktop) == [*before[:2], *before[3:]]


def test_the_last_of_a_list_leaves_the_pane_empty_and_the_list_says_why(desktop):
    desktop.navigation.go(ARCHIVE)
    assert "Nothing is archived yet" in desktop.article_list._empty.accessibleName() + " ".join(
        label.text() for label in desktop.article_list._empty.findChildren(QLabel)
    )
    desktop.navigation.go(ALL)
    every = titles(desktop)
    choose(desktop, *every)
    press(desktop, Qt.Key.Key_Delete)
    assert titles(desktop) == [] and desktop.navigation.article is None
    assert f"{len(every)} articles deleted" in notice(desktop)
    desktop.commands.undo()
    assert titles(desktop) == every


def test_what_is_archived_is_found_by_typing_and_starred_as_before(desktop):
    choose(desktop, "Alpha 2")
    desktop.actions["toggle_star"].trigger()
    press(desktop, Qt.Key.Key_E)
    desktop.navigation.search("train")
    assert "Alpha 2" in titles(desktop)
    desktop.navigation.search("train -is:archived")
    assert "Alpha 2" not in titles(desktop) and "Alpha 0" in titles(desktop)
    desktop.navigation.search("est:archivé")
    assert titles(desktop) == ["Alpha 2"]
    desktop.navigation.go(ArticleFilter(View.STARRED))
    assert titles(desktop) == ["Alpha 2"]
    choose(desktop, "Alpha 2")
    press(desktop, Qt.Key.Key_E)
    assert titles(desktop) == ["Alpha 2"], "a star is independent of the archive"
    assert desktop.navigation.article.title == "Alpha 2"


def test_delete_is_about_the_feed_where_the_keyboard_is_in_the_sidebar(qtbot, desktop):
    choose(desktop, "Beta 1")
    desktop.sidebar.tree.select_key("feed 2")
    with qtbot.waitSignal(desktop.sidebar.feed_remove_requested):
        desktop.sidebar.tree.setFocus()
        QTest.keyClick(desktop.sidebar.tree, Qt.Key.Key_Delete)
    assert [entry.kind for entry in desktop.store.journal()] == ["remove-feed"]


def test_what_is_named_elsewhere_is_shown_where_it_is(desktop):
    choose(desktop, "Alpha 1")
    press(desktop, Qt.Key.Key_E)
    choose(desktop, "Alpha 3")
    press(desktop, Qt.Key.Key_Delete)
    named = {row.title: row.id for row in desktop.store.rows(range(1, 9))}
    desktop.navigation.reveal(named["Alpha 1"])
    assert desktop.navigation.wanted == ARCHIVE and desktop.navigation.article.title == "Alpha 1"
    desktop.notice.withdraw()
    desktop.navigation.reveal(named["Alpha 3"])
    assert desktop.navigation.article.title == "Alpha 1" and "is in the bin" in notice(desktop)


def test_home_goes_on_with_the_next_card(desktop):
    desktop.navigation.go(ArticleFilter(View.HOME))
    desktop.home.view.choose_row(0)
    first, second = desktop.store.rows(list(desktop.home.view.rows.ids))[:2]
    assert desktop.navigation.article.title == first.title
    QTest.keyClick(desktop.home.view, Qt.Key.Key_E)
    assert first.id not in desktop.home.view.rows.ids
    assert desktop.navigation.article.title == second.title


def test_the_activity_view_says_what_was_done_and_what_is_gone_for_good(qtbot, palette, shown):
    now = datetime.now(UTC)

    def row(kind, count, **facts):
        return shown(ActivityRow(JournalEntry(JournalId(1), kind, count, now, **{"undone": False} | facts), palette))

    assert said(row("archive", 2).words()) == "2 articles archived"
    assert said(row("unarchive", 1).words()) == "1 article taken back from the archive"
    assert said(row("delete", 1).words()) == "1 article deleted"
    cleaned = row("clean-up", 1_204)
    assert said(cleaned.words()) == "Clean-up: 1,204 articles into the bin"
    assert [button.text() for button in cleaned.findChildren(QPushButton)] == ["Undo"]
    lapsed = row("clean-up", 3, undone=True, lapsed=True)
    assert lapsed.findChildren(QPushButton) == []
    assert "gone for good" in [label.text() for label in lapsed.findChildren(QLabel)]


def test_the_dry_run_says_that_nothing_is_gone_and_how_much_would_go(qtbot, palette, shown):
    dialog = shown(CleanUp(Policy(), palette))
    dialog.show_clearing([])
    assert dialog.sentence.text() == "Nothing has been deleted."
    assert dialog.deed.text() == "Keep everything"
    asked = []
    dialog.limits_changed.connect(asked.append)
    dialog.limits.newest.setValue(200)
    dialog.limits.months.setValue(6)
    assert not dialog.deed.isEnabled(), "not before its reader has seen the counts"
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [Policy(200, 6)]
    dialog.show_counting(1, 2)
    assert dialog.progress.isVisible() and not dialog.deed.isEnabled()
    dialog.show_clearing(LINES)
    assert said(dialog.sentence.text()).startswith(
        "1,204 read articles would go into the bin: 3.1 MB of text, 34.0 MB of"
    )
    assert dialog.sentence.text().endswith("Nothing has been deleted yet.")
    line = dialog.lines.topLevelItem(0)
    assert [said(line.text(column)) for column in range(5)] == ["Le Journal", "1,204", "3.1 MB", "34.0 MB", "57"]
    assert dialog.lines.topLevelItemCount() == 1
    wanted = []
    dialog.clean_requested.connect(lambda *given: wanted.append(given))
    QTest.keyClick(dialog.limits.months, Qt.Key.Key_Return)
    assert wanted == [(Policy(200, 6), True)]


def test_emptying_the_bin_is_asked_twice(qtbot, palette, shown):
    dialog = shown(CleanUp(Policy(), palette))
    dialog.show_bin(0, 0, 30)
    assert dialog.bin.text() == "The bin is empty." and not dialog.empty_bin.isVisible()
    dialog.show_bin(1_204, 34_000_000, 30)
    assert said(dialog.bin.text()).startswith("In the bin: 1,204 articles, 34.0 MB. They can come back for 30 days")
    asked = []
    dialog.empty_requested.connect(lambda: asked.append(True))
    dialog.empty_bin.click()
    assert asked == [] and said(dialog.really.text()) == "Delete 1,204 articles for good"
    dialog.really.click()
    assert asked == [True]


def test_a_feed_s_own_limits_are_said_when_they_change(qtbot, palette, shown, library):
    feed_id, _ = library.add_feed("https://a.example/", title="A")
    for place, number, expected in ((1, 0, Policy()), (2, 50, Policy(50)), (0, 0, None)):
        dialog = shown(FeedSettings(library.feed(feed_id), [], palette))
        told = []
        dialog.retention_chosen.connect(lambda one, policy, told=told: told.append((one, policy)))
        assert dialog.limits.isVisible() == (dialog.keeps.currentIndex() == 2)
        dialog.keeps.setCurrentIndex(place)
        dialog.limits.newest.setValue(number)
        dialog.accept()
        assert told == [(feed_id, expected)]
        library.set_retention(feed_id, expected)


def test_limits_set_in_the_settings_are_shown_before_they_take_anything(qtbot, desktop):
    settings, seen = desktop.desk.settings_dialog(), []
    settings.open()
    row = next(one for one in settings.rows if one.setting.name == "retention_newest")
    row.control.setValue(2)

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, CleanUp) and dialog.deed.isEnabled():
            seen.append((dialog.limits.policy(), dialog.sentence.text()))
            dialog.close_button.click()
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)
    settings.accept()
    qtbot.waitUntil(lambda: bool(seen), timeout=5_000)
    assert seen == [(Policy(2), "Nothing has been deleted.")]
    assert desktop.settings.text("retention_agreed") == ""


@pytest.mark.network
@pytest.mark.slow
@pytest.mark.parametrize("most", [library_module.MOST_AT_ONCE, 10], ids=["by the window", "by the engine"])
def test_a_clean_up_from_the_dialog_and_back(qtbot, qapp, palette, paths, monkeypatch, most):
    monkeypatch.setattr(library_module, "MOST_AT_ONCE", most)
    with closing(Store.open(paths)) as store:
        old_library.fill(store, paths, 40)
    with opened(qapp, paths, offline=True) as desktop:
        desktop.navigation.go(ALL)
        assert len(titles(desktop)) == 40
        dialog = desktop.commands.storage.clean_up_dialog()
        dialog.show()
        dialog.limits.newest.setValue(10)
        dialog.limits.removes.setCurrentIndex(1)
        qtbot.waitUntil(
            lambda: dialog.deed.isEnabled() and said(dialog.sentence.text()).startswith("30 read"), timeout=5_000
        )
        assert len(titles(desktop)) == 40
        dialog.deed.click()
        qtbot.waitUntil(lambda: "30 articles are in the bin now" in said(dialog.sentence.text()), timeout=30_000)
        desktop.library.flush()
        assert titles(desktop) == [f"T{n}" for n in range(39, 29, -1)]
        qtbot.waitUntil(lambda: said(dialog.bin.text()).startswith("In the bin: 30 articles"), timeout=5_000)
        assert load_settings(paths.settings_file).text("retention_agreed") == "1:10/0/article"
        dialog.undo.click()
        qtbot.waitUntil(lambda: len(titles(desktop)) == 40, timeout=10_000)
        assert not dialog.undo.isVisible()
        entry = desktop.store.journal(1)[0]
        assert entry.undone and entry.redoable == (most > 40)
        qtbot.waitUntil(lambda: dialog.bin.text() == "The bin is empty.", timeout=5_000)


def test_an_emptied_article_says_so_and_leads_to_its_publisher(qtbot, qapp, palette, paths):
    with closing(Store.open(paths)) as store:
        old_library.fill(store, paths)
        settings = load_settings(paths.settings_file)
        settings.set("retention_newest", 1)
        settings.set("retention_agreed", agreement(store.policies(settings.policy())))
        keeper = Housekeeper(store, paths, lambda _: None, "en")
        keeper.tidy(old_library.NOW)
        keeper.tidy(old_library.NOW + timedelta(days=32))
    with opened(qapp, paths, offline=True) as desktop:
        desktop.navigation.go(ALL)
        choose(desktop, "T2")
        text = desktop.pane.findChild(QTextBrowser).toPlainText()
        assert "T2" in text and "A clean-up has taken the text of this article." in text and "récit" not in text
        row = desktop.store.rows([desktop.navigation.article.id])[0]
        assert offline_words(row) == "A clean-up has taken the text"
        assert desktop.navigation.article.url == "https://a.example/2"
        assert "Open it in the browser" in text
