import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from reader.ui.notice import Notice
from reader.ui.tray_icon import TrayIcon


@pytest.fixture
def notice(qtbot, palette):
    window = QWidget()
    window.resize(800, 400)
    qtbot.addWidget(window)
    notice = Notice(window)
    notice.dress(palette)
    window.show()
    qtbot.waitExposed(window)
    notice.window_ = window
    return notice


def test_it_stands_at_the_bottom_middle_with_its_deed(notice):
    notice.show_words("42 articles marked as read", "Undo")
    assert notice.isVisible()
    assert notice.findChild(QLabel).text() == "42 articles marked as read"
    assert abs(notice.geometry().center().x() - 400) <= 1
    assert notice.geometry().bottom() == 400 - 24 - 1
    notice.window_.resize(500, 300)
    assert abs(notice.geometry().center().x() - 250) <= 1
    chosen = []
    notice.action_chosen.connect(chosen.append)
    QTest.mouseClick(notice.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert chosen == ["Undo"]
    assert not notice.isVisible()


def test_notices_wait_for_each_other(notice, qtbot):
    said = []
    notice.shown.connect(said.append)
    notice.show_words("One", seconds=0.02)
    notice.show_words("Two", "Undo", seconds=0.02)
    notice.show_words("Two", "Undo", seconds=0.02)
    notice.show_words("Three", seconds=0.02)
    assert notice.words() == "One"
    qtbot.waitUntil(lambda: not notice.isVisible())
    assert said == ["One", "Two", "Three"]


def test_a_notice_without_a_deed_shows_no_button(notice):
    notice.show_words("Saved")
    assert not notice.findChild(QPushButton).isVisible()


def test_it_is_reached_and_left_by_key(notice):
    chosen = []
    notice.action_chosen.connect(chosen.append)
    notice.show_words("3 feeds imported", "Undo")
    notice.focus_action()
    button = notice.window_.focusWidget()
    assert button.accessibleName() == "Undo"
    QTest.keyClick(button, Qt.Key.Key_Space)
    notice.show_words("Again", "Undo")
    notice.focus_action()
    QTest.keyClick(notice.window_.focusWidget(), Qt.Key.Key_Escape)
    assert chosen == ["Undo"]
    assert not notice.isVisible()


def test_a_long_sentence_wraps_and_stays_inside(notice):
    notice.window_.resize(400, 300)
    notice.show_words("Une phrase vraiment longue qui raconte tout ce qui vient de se passer. " * 3, "Annuler")
    assert notice.window_.rect().contains(notice.geometry())
    words = notice.findChild(QLabel)
    assert words.height() >= words.heightForWidth(words.width())


def test_the_icon_of_the_desktop_counts_and_asks(qapp, qtbot):
    icon = TrayIcon()
    heard = []
    icon.refresh_requested.connect(lambda: heard.append("refresh"))
    icon.mark_all_read_requested.connect(lambda: heard.append("read"))
    icon.quit_requested.connect(lambda: heard.append("quit"))
    actions = {action.text(): action for action in icon.menu.actions()}
    assert not actions["Mark all as read"].isEnabled()
    icon.set_unread(1240)
    assert icon.tool_tip() == "Encre · 1,240 unread"
    for name in ("Refresh", "Mark all as read", "Quit"):
        actions[name].trigger()
    icon.set_refreshing(True)
    assert icon.tool_tip() == "Encre · 1,240 unread · refreshing"
    assert not actions["Refresh"].isEnabled()
    assert heard == ["refresh", "read", "quit"]
    icon.set_unread(0)
    icon.set_refreshing(False)
    assert icon.tool_tip() == "Encre"


def test_without_a_tray_nothing_is_shown(qapp):
    icon = TrayIcon()
    icon.show()
    icon.toast("Le Journal", "3 new articles", 7)
    assert TrayIcon.available() is False
