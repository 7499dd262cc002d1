from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from reader.core.entities import ArticleId, FeedId, Notification, NotificationId, NotificationKind
from reader.engine import sentences
from reader.store import Store
from reader.ui.empty_state import EmptyState
from reader.ui.notification_rows import words_of
from reader.ui.notification_tray import NotificationTray

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
KIND = NotificationKind


def line(number, kind, title, text, *, articles=(), feed=None, hours=0.0, seen=False):
    ids = tuple(map(ArticleId, articles))
    feed_id = None if feed is None else FeedId(feed)
    return Notification(NotificationId(number), kind, title, text, ids, feed_id, NOW - timedelta(hours=hours), seen)


LINES = [
    line(1, KIND.NEW, "Le Journal", sentences.new_articles("en", ["One", "Two"]), articles=[7, 8], feed=1, hours=0.5),
    line(2, KIND.FEED_BROKEN, "The Wire", "The site is not there (404).", feed=2, hours=1),
    line(3, KIND.UPDATED, "The sea rises", "Updated by Le Journal", articles=[7], feed=1, hours=2, seen=True),
    line(4, KIND.FEED_MOVED, "Atlas", "The feed has moved: https://atlas.example.org/", feed=3, hours=30, seen=True),
]


@pytest.fixture
def tray(qtbot, palette):
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    panel = NotificationTray(window)
    panel.dress(palette)
    window.show()
    qtbot.waitExposed(window)
    window.panel = panel
    panel.window_ = window
    return panel


def opened(tray, qtbot):
    tray.open()
    qtbot.waitUntil(lambda: tray.x() == tray.window_.width() - tray.width())
    return tray


def test_an_empty_tray_says_what_will_come_here(tray, qtbot):
    tray.show_notifications([], NOW)
    opened(tray, qtbot)
    said = [label.text() for label in tray.findChild(EmptyState).findChildren(QLabel) if label.isVisible()]
    assert said[0] == "You have no notifications yet"
    assert "New articles" in said[1]


def test_lines_stand_by_day_and_feed(tray, qtbot):
    tray.show_notifications(LINES, NOW)
    opened(tray, qtbot)
    shown = sorted(
        [
            (part.mapTo(tray, QPoint()).y(), part)
            for part in [*tray.rows(), *tray.findChildren(QLabel)]
            if part.isVisible()
        ],
        key=lambda pair: pair[0],
    )
    words = [part.text() if isinstance(part, QLabel) else "– " + part.words.lead for _, part in shown]
    assert words == [
        "Notifications",
        "Today",
        "Le Journal",
        "– 2 new articles",
        "– The sea rises",
        "The Wire",
        "– This feed could not be refreshed",
        "Yesterday",
        "Atlas",
        "– This feed has a new address",
    ]
    assert tray.rows()[0].words.lines == ("One", "Two")
    spoken = QAccessible.queryAccessibleInterface(tray.rows()[2])
    assert spoken.role() == QAccessible.Role.Button
    assert "The site is not there (404)." in spoken.text(QAccessible.Text.Name)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("headlines", [["Un"], ["Un", "Deux : le retour"], list("abcde")])
def test_the_engine_s_sentences_are_taken_apart(language, headlines):
    text = sentences.new_articles(language, headlines)
    words = words_of(line(1, KIND.NEW, "Le Journal", text))
    assert list(words.lines) == headlines[:3]
    assert words.lead == text.split(":")[0].strip()


def test_a_click_and_enter_open_what_a_line_tells_of(tray, qtbot):
    heard = []
    tray.article_requested.connect(lambda one: heard.append(("article", one)))
    tray.update_requested.connect(lambda one: heard.append(("update", one)))
    tray.articles_requested.connect(lambda many: heard.append(("articles", many)))
    tray.feed_requested.connect(lambda feed: heard.append(("feed", feed)))
    tray.show_notifications(LINES, NOW)
    opened(tray, qtbot)
    for row in tray.rows():
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(80, 12))
    QTest.keyClick(tray.rows()[1], Qt.Key.Key_Return)
    assert heard == [("articles", [7, 8]), ("update", 7), ("feed", 2), ("feed", 3), ("update", 7)]


def test_deeds_appear_under_the_mouse_and_by_key(tray, qtbot):
    heard = []
    tray.refresh_requested.connect(lambda feed: heard.append(("again", feed)))
    tray.feed_requested.connect(lambda feed: heard.append(("feed", feed)))
    tray.show_notifications(LINES, NOW)
    opened(tray, qtbot)
    row = tray.rows()[2]
    assert row.findChildren(QToolButton) == []
    row.setFocus(Qt.FocusReason.TabFocusReason)
    tools = {button.accessibleName(): button for button in row.findChildren(QToolButton)}
    assert list(tools) == ["Try again", "Go to the feed"]
    for button in tools.values():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == [("again", 2), ("feed", 2)]


def test_what_was_unseen_keeps_its_dot_until_the_tray_closes(tray, qtbot, library: Store, palette):
    library.notify(KIND.NEW, "Le Journal", "New article: One", now=NOW, article_ids=[ArticleId(1)])
    tray.seen.connect(library.mark_notifications_seen)
    tray.show_notifications(library.notifications(), NOW)
    opened(tray, qtbot)
    assert library.unseen_notifications() == 0
    tray.show_notifications(library.notifications(), NOW)
    row = tray.rows()[0]
    dot = row.grab().toImage().pixelColor(8, 23)
    assert dot == QColor(palette.unread)
    tray.close_panel()
    tray.open()
    assert tray.rows()[0].grab().toImage().pixelColor(8, 23) != dot


def test_what_comes_while_it_is_open_is_seen(tray, qtbot, library: Store):
    tray.seen.connect(library.mark_notifications_seen)
    tray.show_notifications([], NOW)
    opened(tray, qtbot)
    library.notify(KIND.FEED_BROKEN, "The Wire", "No answer.", now=NOW)
    tray.show_notifications(library.notifications(), NOW)
    assert library.unseen_notifications() == 0
    assert [row.unseen for row in tray.rows()] == [True]


def test_it_stands_at_the_right_edge_and_escape_closes(tray, qtbot):
    tray.show_notifications(LINES, NOW)
    opened(tray, qtbot)
    assert tray.geometry().right() == tray.window_.width() - 1
    tray.window_.resize(700, 480)
    assert (tray.geometry().right(), tray.height()) == (699, 480)
    field = QLineEdit(tray.window_)
    field.show()
    tray.close_panel()
    field.setFocus()
    tray.open()
    assert not field.hasFocus()
    closed = []
    tray.closed.connect(lambda: closed.append(1))
    QTest.keyClick(tray, Qt.Key.Key_Escape)
    assert closed == [1] and not tray.is_open()
    assert field.hasFocus()
    qtbot.waitUntil(lambda: not tray.isVisible())
    tray.close_panel()
    assert closed == [1]


def test_the_arrows_walk_the_lines(tray, qtbot):
    tray.show_notifications(LINES, NOW)
    opened(tray, qtbot)
    walked = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(tray.window_.focusWidget(), key)
        walked.append(next(row.notification.id for row in tray.rows() if row.hasFocus()))
    assert walked == [1, 3, 1]


def test_a_year_of_notifications_is_shown_a_page_at_a_time(tray, qtbot):
    many = [line(number, KIND.UPDATED, f"T{number}", "", hours=number, feed=1, articles=[1]) for number in range(300)]
    tray.show_notifications(many, NOW)
    opened(tray, qtbot)
    assert len(tray.rows()) == 40
    tray._show_more()
    assert len(tray.rows()) == 160


def test_feeds_are_named_where_the_window_knows_them(tray, qtbot):
    tray.show_notifications([LINES[2]], NOW, {FeedId(1): "My own title"})
    opened(tray, qtbot)
    assert "My own title" in [label.text() for label in tray.findChildren(QLabel)]
