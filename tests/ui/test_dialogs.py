from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea

from reader.core.entities import Feed, FeedId, FullText, JournalEntry, JournalId, Reflag
from reader.core.filters import ArticleFilter, View
from reader.ui.dialogs.about import About
from reader.ui.dialogs.activity import Activity
from reader.ui.dialogs.feed_settings import FeedSettings
from reader.ui.dialogs.shortcut_sheet import ShortcutSheet, caps
from reader.ui.language import speak
from reader.ui.welcome import Welcome, known_feeds
from tests.ui.heard import Heard

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)

FEED = Feed(FeedId(3), "https://example.org/feed", "Le Journal", folder="News", total=1240, last_success=NOW)


def test_a_feed_s_settings_say_only_what_changed(shown, palette):
    dialog = shown(FeedSettings(FEED, ["News", "Tech"], palette, notify=True))
    heard = Heard().listen(dialog, "renamed", "moved", "full_text_chosen", "notify_chosen", "remove_requested")
    assert any(label.text().startswith("1,240 ") for label in dialog.findChildren(QLabel))
    dialog.accept()
    assert heard == []
    dialog.name.setText("Mine")
    dialog.folder.setCurrentText("Sea / Wind")
    dialog.full_text.setCurrentIndex(1)
    dialog.notify.click()
    dialog.accept()
    assert heard == [
        ("renamed", 3, "Mine"),
        ("moved", 3, "Sea / Wind"),
        ("full_text_chosen", 3, FullText.ALWAYS),
        ("notify_chosen", 3, False),
    ]


def test_a_feed_has_its_own_choice_of_changes_that_count_and_of_attachments(shown, palette):
    dialog = shown(FeedSettings(replace(FEED, reflag="marked"), [], palette))
    heard = Heard().listen(dialog, "reflag_chosen", "attachments_chosen")
    assert dialog.reflag.currentText() == "Only what the site marks as updated"
    dialog.reflag.setCurrentIndex(dialog.reflag.findText("None"))
    QTest.mouseClick(dialog.attachments, Qt.MouseButton.LeftButton)
    dialog.accept()
    assert heard == [("reflag_chosen", 3, Reflag.NEVER), ("attachments_chosen", 3, True)]
    again = shown(FeedSettings(replace(FEED, reflag="never", attachments=True), [], palette))
    heard = Heard().listen(again, "reflag_chosen", "attachments_chosen")
    again.reflag.setCurrentIndex(0)
    again.accept()
    assert heard == [("reflag_chosen", 3, None)]


def test_a_feed_in_trouble_can_be_tried_again_or_left(shown, palette):
    broken = Feed(FeedId(3), "https://example.org/feed", "Le Journal", last_error="The site does not answer.")
    dialog = shown(FeedSettings(broken, [], palette))
    heard = Heard().listen(dialog, "refresh_requested", "remove_requested")
    assert not dialog.notify.isVisible()
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    buttons["Try again"].click()
    buttons["Unsubscribe"].click()
    assert heard == [("refresh_requested", 3), ("remove_requested", 3)]
    assert not dialog.isVisible()


# Keys, activity, about

ROWS = [
    ("Reading", "Next article", "J"),
    ("Reading", "Next unread", "N"),
    ("Window", "Search", "Ctrl+Shift+F, /"),
    ("Window", "Nothing", ""),
    ("Window", "Larger", "Ctrl++"),
]


def test_the_sheet_of_keys_is_searched(shown, palette):
    sheet = shown(ShortcutSheet(ROWS, palette))
    assert sheet.shown() == ["Next article J", "Next unread N", "Search Ctrl+Shift+F, /", "Larger Ctrl++"]
    sheet.findChild(QLineEdit).setText("next")
    assert sheet.shown() == ["Next article J", "Next unread N"]
    sheet.findChild(QLineEdit).setText("shift+f")
    assert sheet.shown() == ["Search Ctrl+Shift+F, /"]


def test_keys_are_drawn_one_by_one():
    assert caps("Ctrl+Shift+F, /") == [["Ctrl", "Shift", "F"], ["/"]]
    assert caps("Ctrl++") == [["Ctrl", "+"]]
    assert caps("Ctrl+,") == [["Ctrl", ","]]


def test_yesterday_s_mark_all_is_undone_from_the_activity(shown, palette, welcomed):
    library = welcomed
    unread = library.count(ArticleFilter(view=View.UNREAD))
    library.mark_all(ArticleFilter(view=View.UNREAD))
    library.mark(library.ids(ArticleFilter())[:1], starred=True)
    dialog = shown(Activity(palette))
    dialog.undo_requested.connect(lambda entry: library.undo(JournalId(entry)))
    dialog.show_entries(library.journal(), NOW)
    assert [row.words() for row in dialog.rows()] == ["1 article starred", f"{unread} articles marked as read"]
    dialog.rows()[1].findChild(QPushButton).click()
    assert library.count(ArticleFilter(view=View.UNREAD)) == unread
    assert library.count(ArticleFilter(view=View.STARRED)) == 1
    dialog.show_entries(library.journal(), NOW)
    assert dialog.rows()[1].findChild(QPushButton).text() == "Redo"


def test_an_unknown_operation_still_has_words(shown, palette):
    dialog = shown(Activity(palette))
    dialog.show_entries([JournalEntry(JournalId(1), "rule-run", 12000, NOW - timedelta(days=1), False)], NOW)
    assert dialog.rows()[0].words() == "rule-run (12,000)"


def test_about_tells_version_and_folder(shown, palette):
    dialog = shown(About("0.1.0", Path("/data/encre"), palette))
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Version 0.1.0" in words and "Your library lies in /data/encre" in words


# Welcome


@pytest.fixture
def welcome(shown, palette, palettes):
    dialog = shown(Welcome(palettes, palette))
    names = ("read_requested", "feeds_chosen", "import_requested", "add_requested", "theme_chosen", "language_chosen")
    dialog.heard = Heard().listen(dialog, *names)
    return dialog


def test_the_first_button_reads_at_once(welcome):
    QTest.keyClick(welcome, Qt.Key.Key_Return)
    assert welcome.heard == [("read_requested",)]
    assert not welcome.isVisible()


def test_feeds_of_the_reader_s_language_come_first_and_none_is_ticked():
    french, english = known_feeds("fr"), known_feeds("en")
    assert french[0].language == "fr" and english[0].language == "en"
    assert {feed.url for feed in french} == {feed.url for feed in english}
    assert all(feed.about_fr and feed.about_en for feed in french)
    assert known_feeds("fr", Path("/nowhere")) == []


def test_ticked_feeds_are_followed(welcome):
    assert not welcome.follow_button.isEnabled()
    for card in welcome.cards[1:3]:
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    assert welcome.follow_button.text() == "Follow 2 feeds"
    welcome.follow_button.click()
    assert welcome.heard == [("feeds_chosen", [feed.url for feed in known_feeds("en")[1:3]])]


def test_theme_and_language_are_tried_on_while_it_stays_open(welcome, palettes):
    welcome.cards[0].set_ticked(True)
    ticked = welcome.cards[0].url
    welcome.themes.cards[2].click()
    welcome.languages.setCurrentIndex(welcome.languages.findData("fr"))
    assert welcome.heard == [("theme_chosen", "yinyang-clair"), ("language_chosen", "fr")]
    welcome.dress(palettes[2])
    assert [card.theme.id for card in welcome.themes.cards if card.isChecked()] == ["yinyang-clair"]
    QLocale.setDefault(QLocale("fr_FR"))
    welcome.changeEvent(QEvent(QEvent.Type.LanguageChange))
    assert welcome.cards[0].title == known_feeds("fr")[0].title
    assert [card.url for card in welcome.cards if card.ticked] == [ticked]
    assert welcome.languages.currentData() == "fr"


@pytest.mark.parametrize(("button", "name"), [("import_button", "import_requested"), ("add_button", "add_requested")])
def test_the_other_ways_in(welcome, button, name):
    getattr(welcome, button).click()
    assert welcome.heard == [(name,)]


def test_no_key_of_the_sheet_is_cut_off_in_french_either(desktop, shown):
    speak("fr")
    desktop.speak()
    sheet = shown(ShortcutSheet(desktop.actions.sheet(), desktop.preferences.palette, None))
    area = sheet.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()
    assert not any("Media" in words or "Média" in words for words in sheet.shown())
