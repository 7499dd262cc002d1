"""The whole window as its reader uses it: real library, real engine, real server on loopback, real keys and clicks."""

import socket
from contextlib import closing
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.core.entities import NotificationKind
from reader.core.filters import ArticleFilter, View
from reader.core.highlights import Highlight
from reader.settings import load_settings
from reader.store import Store
from reader.ui.dialogs.add_feed import AddFeedDialog
from tests.loopback import picture, rss
from tests.ui.whole_window import opened, refreshed

pytestmark = pytest.mark.network

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)

ITEMS = [(f"g{n}", f"Headline {n}", f"<p>{'Words of the story. ' * 60}</p>") for n in range(6)]


@pytest.fixture
def filled(qtbot, desktop, site):
    site.pages["/feed"] = rss("Le Journal", ITEMS)
    desktop.settings.set("mark_read_delay", 0.0)
    refreshed(qtbot, desktop, lambda: desktop.errands.subscribe([f"{site.url}/feed"]))
    desktop.first_start.leave()
    desktop.navigation.go(ArticleFilter(View.UNREAD))
    return desktop


def titles(desktop):
    return [row.title for row in desktop.store.rows(list(desktop.article_list.ids()))]


def test_the_first_start_has_something_to_read_at_once_and_offline(qtbot, desktop, monkeypatch):
    desktop.begin()
    qtbot.waitUntil(lambda: desktop.store.offline_summary().images_stored >= 5, timeout=20_000)
    assert desktop.window.page() is not None
    desktop.first_start.read()
    assert desktop.window.page() is None
    assert desktop.navigation.article is not None
    assert "Encre" in desktop.pane.view.document().toPlainText()
    summary = desktop.store.offline_summary()
    assert summary.images_stored == summary.images > 0


def test_a_feed_is_added_through_the_dialog_and_its_articles_come(qtbot, desktop, site):
    site.pages["/feed"] = rss("Le Journal", ITEMS[:2])
    assert desktop.window.page() is not None, "the welcome is there"
    QTest.keyClick(desktop.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = desktop.window.findChild(AddFeedDialog)
    QTest.keyClicks(dialog.field, f"{site.url}/feed")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(dialog.cards()) == 1, timeout=20_000)
    QTest.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desktop.store.count(ArticleFilter()) == 2, timeout=20_000)
    qtbot.waitUntil(lambda: titles(desktop) == ["Headline 0", "Headline 1"], timeout=5_000)
    assert desktop.navigation.wanted.feed_id is not None
    assert desktop.window.page() is None, "a feed leads out of the welcome"


def test_an_address_without_a_feed_is_a_sentence_in_the_dialog(qtbot, desktop, site):
    site.pages["/page"] = b"<html><title>Nothing</title><p>No feed here.</p></html>"
    desktop.errands.add_feed(desktop.window, desktop.preferences.palette, f"{site.url}/page")
    dialog = desktop.window.findChild(AddFeedDialog)
    qtbot.waitUntil(lambda: "No feed was found" in dialog.sentence.text(), timeout=20_000)


def test_keys_go_through_the_articles_and_mark_them_read(qtbot, filled):
    window = filled.window
    assert titles(filled) == [item[1] for item in ITEMS]
    QTest.keyClick(window, Qt.Key.Key_J)
    QTest.keyClick(window, Qt.Key.Key_J)
    assert filled.navigation.article.title == "Headline 1"
    qtbot.waitUntil(lambda: filled.store.totals()[View.UNREAD] == 4, timeout=3_000)
    assert "Headline 1" in titles(filled), "the row being read stays in Unread"
    QTest.keyClick(window, Qt.Key.Key_K)
    assert filled.navigation.article.title == "Headline 0"
    QTest.keyClick(window, Qt.Key.Key_N)
    assert filled.navigation.article.title == "Headline 2"
    QTest.keyClick(window, Qt.Key.Key_S)
    assert filled.store.article(filled.navigation.article.id).starred
    qtbot.waitUntil(lambda: filled.store.article(filled.navigation.article.id).read, timeout=3_000)
    QTest.keyClick(window, Qt.Key.Key_M)
    assert not filled.store.article(filled.navigation.article.id).read


def test_space_reads_on_and_then_opens_the_next_unread(qtbot, filled):
    QTest.keyClick(filled.window, Qt.Key.Key_N)
    first = filled.navigation.article.id
    for _ in range(12):
        QTest.keyClick(filled.window, Qt.Key.Key_Space)
    assert filled.navigation.article.id != first


def test_mark_all_is_undone_by_the_notice_and_by_the_key(qtbot, filled):
    QTest.keyClick(filled.window, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert filled.store.totals()[View.UNREAD] == 0
    assert filled.notice.words() == "6 articles marked as read."
    QTest.keyClick(filled.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert filled.store.totals()[View.UNREAD] == 6
    assert filled.notice.words() == "Undone: marked as read (6)."


def test_a_letter_typed_into_the_search_is_no_shortcut(qtbot, filled):
    QTest.keyClick(filled.window, Qt.Key.Key_Slash)
    search = filled.toolbar.search
    assert search.hasFocus() or not filled.window.isActiveWindow()
    search.setFocus()
    QTest.keyClicks(search, "headline 3 jsm")
    assert search.text() == "headline 3 jsm"
    search.setText("headline 3")
    qtbot.waitUntil(lambda: titles(filled) == ["Headline 3"], timeout=3_000)
    QTest.keyClick(search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(titles(filled)) == 6, timeout=3_000)
    assert filled.navigation.wanted.view is View.UNREAD


def test_the_bell_counts_and_the_tray_lasts(qtbot, filled, site):
    assert filled.store.unseen_notifications() == 1
    QTest.keyClick(filled.window, Qt.Key.Key_F7)
    assert filled.tray.is_open()
    assert filled.store.notifications()[0].kind is NotificationKind.NEW
    qtbot.waitUntil(lambda: filled.store.unseen_notifications() == 0, timeout=5_000)
    QTest.keyClick(filled.window, Qt.Key.Key_Escape)
    assert not filled.tray.is_open()


def test_a_broken_feed_does_not_stop_the_others_and_says_why(qtbot, filled, site):
    site.pages["/broken"] = 500
    broken, _ = filled.store.add_feed(f"{site.url}/broken")
    site.pages["/feed"] = rss("Le Journal", [("new", "Fresh", "<p>New words</p>"), *ITEMS])
    outcome = refreshed(qtbot, filled, lambda: QTest.keyClick(filled.window, Qt.Key.Key_F5))
    assert (outcome.new, outcome.failed) == (1, 1)
    assert filled.store.feed(broken).last_error
    assert filled.notice.words() == "1 new article. 1 feed could not be reached."


def test_reading_makes_no_request(qtbot, filled, site, monkeypatch):
    site.pages["/p.png"] = picture(size=(400, 300))
    body = f"<p>Before</p><img src='{site.url}/p.png'><p>{'After. ' * 200}</p>"
    site.pages["/feed"] = rss("Le Journal", [("pic", "With a picture", body), *ITEMS])
    refreshed(qtbot, filled, lambda: filled.errands.refresh())
    qtbot.waitUntil(lambda: filled.store.offline_summary().images_stored == 1, timeout=10_000)
    asked = len(site.asked)

    def refuse(*_, **__):
        raise AssertionError("the window touched the network")

    monkeypatch.setattr(socket, "socket", refuse)
    filled.navigation.go(ArticleFilter(View.ALL))
    for _ in range(3):
        QTest.keyClick(filled.window, Qt.Key.Key_J)
        qtbot.wait(50)
    assert len(site.asked) == asked


def test_themes_change_window_and_article_together_and_are_remembered(qtbot, qapp, filled, paths):
    QTest.keyClick(filled.window, Qt.Key.Key_N)
    seen = set()
    for place, palette in enumerate(filled.preferences.palettes, 1):
        QTest.keyClick(filled.window, Qt.Key(Qt.Key.Key_0 + place), Qt.KeyboardModifier.ControlModifier)
        image = filled.window.grab().toImage()
        corner = image.pixelColor(image.width() - 30, image.height() - 30).name()
        assert corner == palette.pane.lower()
        seen.add((corner, image.pixelColor(4, image.height() // 2).name()))
    assert len(seen) == 8
    assert load_settings(paths.settings_file).text("theme") == "rose-sombre"


def test_the_command_line_s_changes_are_seen(qtbot, filled, paths):
    with closing(Store.open(paths, role="engine")) as other:
        other.mark_all(ArticleFilter())
    qtbot.waitUntil(lambda: filled.store.totals()[View.UNREAD] == 0 and titles(filled) == [], timeout=8_000)


def test_place_theme_and_reading_are_there_after_a_restart(qtbot, qapp, palette, paths, site):
    site.pages["/feed"] = rss("Le Journal", ITEMS)
    with opened(qapp, paths) as desktop:
        refreshed(qtbot, desktop, lambda: desktop.errands.subscribe([f"{site.url}/feed"]))
        desktop.navigation.go(ArticleFilter(View.ALL))
        desktop.preferences.choose_theme("sombre")
        desktop.window.toggle_sidebar()
        desktop.navigation.move(1)
        opened_id = desktop.navigation.article.id
    with opened(qapp, paths) as desktop:
        assert desktop.preferences.palette.id == "sombre"
        assert not desktop.sidebar.isVisible()
        assert desktop.settings.text("stopped_at") == str(opened_id)


def test_a_narrow_window_shows_list_or_text(qtbot, filled):
    filled.window.resize(640, 700)
    assert filled.article_list.isVisible() and not filled.pane.isVisible()
    QTest.keyClick(filled.window, Qt.Key.Key_N)
    assert filled.pane.isVisible() and not filled.article_list.isVisible()
    QTest.keyClick(filled.window, Qt.Key.Key_Escape)
    assert filled.article_list.isVisible() and not filled.pane.isVisible()


def test_only_the_text_and_back(qtbot, filled):
    QTest.keyClick(filled.window, Qt.Key.Key_N)
    QTest.keyClick(filled.window, Qt.Key.Key_F11)
    assert filled.pane.isVisible()
    assert not filled.toolbar.isVisible() and not filled.sidebar.isVisible() and not filled.article_list.isVisible()
    QTest.keyClick(filled.window, Qt.Key.Key_Escape)
    assert filled.toolbar.isVisible() and filled.article_list.isVisible()


def test_offline_says_so_and_asks_nothing(qtbot, qapp, palette, paths, site):
    with opened(qapp, paths, offline=True) as desktop:
        desktop.store.add_feed(f"{site.url}/feed")
        desktop.errands.refresh()
        assert desktop.notice.words() == "Encre was started offline: nothing is fetched."
    assert site.asked == []


def test_a_highlight_of_the_list_leads_to_its_words_or_says_that_they_are_gone(qtbot, filled):
    QTest.keyClick(filled.window, Qt.Key.Key_J)
    article = filled.navigation.article
    marks = [Highlight(0, article.id, 1, quote, "", "", 0.5, "", NOW) for quote in ("of the story", "never here")]
    kept = [filled.store.highlights.keep(mark) for mark in marks]
    QTest.keyClick(filled.window, Qt.Key.Key_J)
    filled.desk.highlight_chosen.emit(kept[0])
    assert filled.navigation.article.id == article.id
    assert filled.notice.words() == ""
    filled.desk.highlight_chosen.emit(kept[1])
    assert filled.notice.words() == "These words are not in the present version of the article."
