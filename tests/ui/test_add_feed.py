import pytest
from PySide6.QtCore import QLocale, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from reader.engine.protocol import Failed, Found, Subscribed
from reader.ui.dialogs.add_feed import AddFeedDialog, looks_like_address, opml_file
from tests.ui.heard import Heard

FOUND = Found(
    "example.org",
    (
        ("https://example.org/feed", "Le Journal", ("One", "Two", "Three", "Four")),
        ("https://example.org/podcast", "", ("Episode",)),
    ),
)


@pytest.fixture
def add(shown, palette, qapp):
    QGuiApplication.clipboard().clear()
    dialog = shown(AddFeedDialog(["News", "Tech"], palette))
    dialog.heard = Heard().listen(dialog, "look_requested", "subscribe_requested", "opml_dropped")
    return dialog


def test_looking_shows_what_was_found_with_headlines(add):
    assert not add.deed.isEnabled() and not add.folder.isVisible()
    QTest.keyClicks(add.field, "example.org")
    QTest.keyClick(add.field, Qt.Key.Key_Return)
    assert add.heard == [("look_requested", "example.org")]
    assert add.progress.isVisible() and not add.deed.isEnabled()
    assert add.sentence.text() == "Looking at example.org…"
    add.show_found(FOUND)
    assert not add.progress.isVisible()
    assert [(card.title, card.headlines, card.ticked) for card in add.cards()] == [
        ("Le Journal", ("One", "Two", "Three"), True),
        ("https://example.org/podcast", ("Episode",), False),
    ]
    spoken = QAccessible.queryAccessibleInterface(add.cards()[0])
    assert spoken.role() == QAccessible.Role.CheckBox and spoken.state().checked
    assert spoken.text(QAccessible.Text.Name).startswith("Le Journal, https://example.org/feed, One")


def test_several_feeds_are_ticked_and_subscribed_into_a_folder(add, qtbot):
    add.field.setText("example.org")
    add.look()
    add.show_found(FOUND)
    QTest.mouseClick(add.cards()[1], Qt.MouseButton.LeftButton, pos=QPoint(100, 20))
    add.folder.setCurrentText("Tech")
    assert add.deed.text() == "Add 2 feeds"
    QTest.mouseClick(add.deed, Qt.MouseButton.LeftButton)
    assert add.heard[1:] == [
        ("subscribe_requested", "https://example.org/feed", "Tech"),
        ("subscribe_requested", "https://example.org/podcast", "Tech"),
    ]
    QTest.keyClick(add, Qt.Key.Key_Return)
    assert len(add.heard) == 3, "Enter twice subscribes once"
    add.show_subscribed(Subscribed(1, "Le Journal"))
    assert add.isVisible()
    add.show_subscribed(Subscribed(2, "Podcast"))
    assert not add.isVisible() and add.result() == 1


def test_a_feed_that_fails_stays_with_its_sentence(add):
    add.field.setText("example.org")
    add.look()
    add.show_found(FOUND)
    add.cards()[1].set_ticked(True)
    add.deed.click()
    add.show_failed(Failed("https://example.org/podcast", "Le site ne répond pas.", "The site does not answer."))
    add.show_subscribed(Subscribed(1, "Le Journal"), "https://example.org/feed")
    assert add.isVisible()
    assert add.sentence.text() == "The site does not answer."
    assert [card.state for card in add.cards()] == ["Subscribed as “Le Journal”", "The site does not answer."]


def test_a_look_that_fails_says_why_and_can_be_tried_again(add):
    add.field.setText("example.org")
    add.look()
    add.show_failed(Failed("another.org", "Non.", "No."))
    assert add.progress.isVisible()
    add.show_failed(Failed("example.org", "Cette page n'existe plus (404).", "That page is gone (404)."))
    assert (add.sentence.text(), add.sentence.property("role")) == ("That page is gone (404).", "error")
    assert add.deed.isEnabled()
    QLocale.setDefault(QLocale("fr_FR"))
    add.show_failed(Failed("example.org", "Cette page n'existe plus (404).", "That page is gone (404)."))
    assert add.sentence.text() == "Cette page n'existe plus (404)."


def test_nothing_found_is_said(add):
    add.field.setText("example.org")
    add.look()
    add.show_found(Found("example.org", ()))
    assert add.sentence.text() == "No feed was found there."


def test_an_answer_for_an_address_no_longer_asked_is_ignored(add):
    add.field.setText("example.org")
    add.look()
    add.field.setText("elsewhere.org")
    add.look()
    add.show_found(FOUND)
    assert add.cards() == []
    add.show_found(Found("elsewhere.org", FOUND.feeds))
    assert len(add.cards()) == 2
    add.field.setText("elsewhere.or")
    assert add.cards() == [] and add.deed.text() == "Look"


def test_escape_leaves(add):
    QTest.keyClick(add.field, Qt.Key.Key_Escape)
    assert not add.isVisible() and add.heard == []


def dropped(dialog, data):
    event = QDropEvent(
        QPointF(20, 20), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    dialog.dropEvent(event)


def test_a_dropped_file_of_subscriptions_is_handed_over(add, tmp_path):
    file = tmp_path / "mes flux.opml"
    file.write_text("<opml/>")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    dropped(add, data)
    assert add.heard == [("opml_dropped", str(file))]
    assert not add.isVisible()


def test_a_dropped_address_is_looked_at_and_another_file_is_refused(add, tmp_path):
    (tmp_path / "photo.jpg").write_text("")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.jpg"))])
    dropped(add, data)
    assert add.sentence.text() == "That file is not a list of subscriptions (OPML)."
    data = QMimeData()
    data.setText("https://example.org/\nmore")
    dropped(add, data)
    assert add.heard == [("look_requested", "https://example.org/")]


def test_a_path_written_into_the_field_is_an_import(add, tmp_path):
    file = tmp_path / "subscriptions.xml"
    file.write_text("<opml/>")
    add.field.setText(str(file))
    add.look()
    assert add.heard == [("opml_dropped", str(file))]
    assert opml_file(str(tmp_path / "none.opml")) is None
    assert opml_file("https://example.org/feed.xml") is None
    assert opml_file("\0.opml") is None


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("https://example.org/feed", True),
        ("example.org", True),
        ("feed://example.org", True),
        ("two words.org", False),
        ("someone@example.org", False),
        ("ftp://example.org", False),
        ("secret", False),
        ("", False),
        ("http://[bad", False),
    ],
)
def test_only_an_address_is_taken_from_the_clipboard(words, is_one):
    assert looks_like_address(words) is is_one


def test_the_clipboard_s_address_is_offered(shown, palette):
    QGuiApplication.clipboard().setText(" https://example.org/feed ")
    dialog = shown(AddFeedDialog([], palette))
    assert dialog.field.text() == "https://example.org/feed"
    QGuiApplication.clipboard().clear()
