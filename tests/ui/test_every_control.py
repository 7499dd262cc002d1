"""What holds for every dialog and panel: names for those who cannot see, the theme's colours and no other."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QToolButton, QWidget

from reader.core.entities import (
    Access,
    ArticleId,
    Feed,
    FeedId,
    JournalEntry,
    JournalId,
    Notification,
    NotificationId,
    NotificationKind,
    OfflineState,
    Row,
)
from reader.core.figures import Day, FeedFigures, Figures
from reader.core.filters import View
from reader.core.rules import Deed, Net, Preview, Rule, RuleDraft, RuleId
from reader.engine.protocol import Found
from reader.settings import load_settings
from reader.style.apply import apply
from reader.ui.dialogs.about import About
from reader.ui.dialogs.activity import Activity
from reader.ui.dialogs.add_feed import AddFeedDialog
from reader.ui.dialogs.feed_settings import FeedSettings
from reader.ui.dialogs.rules import RulesDialog, Sources
from reader.ui.dialogs.settings import SettingsDialog
from reader.ui.dialogs.shortcut_sheet import ShortcutSheet
from reader.ui.dialogs.statistics import Statistics
from reader.ui.notice import Notice
from reader.ui.notification_tray import NotificationTray
from reader.ui.sidebar import Sidebar
from reader.ui.welcome import Welcome
from tests.ui.conftest import PALETTES

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
FEED = Feed(FeedId(1), "https://example.org/feed", "Le Journal", "https://example.org", "News", unread=3)


def add_feed(palette, paths):
    dialog = AddFeedDialog(["News"], palette)
    dialog.field.setText("example.org")
    dialog.look()
    dialog.show_found(Found("example.org", ((FEED.url, FEED.title, ("One",)),)))
    return dialog


def activity(palette, paths):
    dialog = Activity(palette)
    dialog.show_entries([JournalEntry(JournalId(1), "mark-read", 3, NOW, False)], NOW)
    return dialog


def statistics(palette, paths):
    dialog = Statistics(palette)
    days = tuple(Day(date(2026, 11, day), day, day // 2) for day in range(1, 19))
    feed = FeedFigures(FEED.id, FEED.title, 40, 18, 9, NOW, 1024, "The site does not answer.")
    dialog.show_figures(Figures(days, (feed,), 40, 22, 1, 1024), NOW)
    return dialog


def rules(palette, paths):
    dialog = RulesDialog(Sources(lambda *_: Preview((), 0, None), lambda _: [], {1: FEED.title}, ["Law"]), palette)
    on = Rule(RuleId(1), "Football", Net(words=("football",)), Deed.HIDE, NOW, caught=12)
    dialog.show_rules([on, replace(on, id=RuleId(2), slow=True, enabled=False)], 12)
    return dialog


def rule(palette, paths):
    row = Row(ArticleId(1), FEED.id, FEED.title, "A match", None, None, NOW, 2, False, False, Access.OPEN, None, False, OfflineState.READY, None)  # fmt: skip
    sources = Sources(lambda *_: Preview((ArticleId(1),), 1, None), lambda _: [row], {1: FEED.title}, ["Law"])
    dialog = RulesDialog(sources, palette)
    dialog.edit(RuleDraft("Football", Net(words=("football",)), until=NOW + timedelta(days=400)))
    return dialog


def sidebar(palette, paths):
    widget = Sidebar()
    widget.show_feeds([FEED], {View.ALL: 3}, Path())
    widget.start_filter()
    widget.resize(232, 500)
    return widget


def tray(palette, paths):
    window = QWidget()
    window.resize(500, 500)
    panel = NotificationTray(window)
    told = Notification(
        NotificationId(1), NotificationKind.NEW, "Le Journal", "New article: One", (), FEED.id, NOW, False
    )
    panel.show_notifications([told], NOW)
    panel.open()
    window.dress = panel.dress
    return window


def notice(palette, paths):
    window = QWidget()
    window.resize(500, 200)
    inner = Notice(window)
    inner.show_words("3 articles marked as read", "Undo")
    window.dress = inner.dress
    return window


MAKERS = {
    "add feed": add_feed,
    "settings": lambda palette, paths: SettingsDialog(load_settings(paths.settings_file), PALETTES, palette),
    "feed settings": lambda palette, paths: FeedSettings(FEED, ["News"], palette, notify=True),
    "keys": lambda palette, paths: ShortcutSheet([("Reading", "Next", "J")], palette),
    "about": lambda palette, paths: About("0.1.0", paths.data, palette),
    "activity": activity,
    "statistics": statistics,
    "rules": rules,
    "rule": rule,
    "welcome": lambda palette, paths: Welcome(PALETTES, palette),
    "sidebar": sidebar,
    "tray": tray,
    "notice": notice,
}


@pytest.fixture(params=list(MAKERS))
def made(request, shown, palette, paths):
    widget = shown(MAKERS[request.param](palette, paths))
    widget.dress(palette)
    return widget


def test_every_control_has_a_name_for_a_screen_reader(made):
    controls = [
        part
        for part in made.findChildren(QWidget)
        if isinstance(part, (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit))
        and part.isVisibleTo(made)
        and not isinstance(part.parent(), (QComboBox, QAbstractSpinBox, QLineEdit))
    ]
    assert controls
    for part in controls:
        name = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
        assert name.strip(), f"{type(part).__name__} {part.objectName()}"
        assert part.focusPolicy() != Qt.FocusPolicy.NoFocus, name


def still(widget, qtbot):
    """Its picture once nothing moves: a panel slides in."""
    seen = [widget.grab().toImage()]

    def unmoved():
        qtbot.wait(30)
        seen.append(widget.grab().toImage())
        return seen[-1] == seen[-2]

    qtbot.waitUntil(unmoved)
    return seen[-1]


def test_after_eight_themes_every_pixel_is_as_it_was(made, qapp, qtbot, tmp_path):
    for part in made.findChildren(QWidget):
        part.clearFocus()
    # Room for the widest theme: a dialog grows for thick borders, and does not shrink again.
    made.resize(made.width() + 40, made.height() + 40)
    for field in made.findChildren(QLineEdit):
        if field.text() and field.isClearButtonEnabled():
            # It fades in, on a loaded machine so slowly that it seems still.
            button = field.findChild(QToolButton)
            qtbot.waitUntil(lambda button=button: button.property("opacity") == 1)
    seen = []
    for palette in [*PALETTES, PALETTES[0]]:
        apply(qapp, palette, tmp_path / "cache")
        made.dress(palette)
        seen.append(still(made, qtbot))
    assert seen[0] == seen[8]
    assert len({bytes(picture.constBits()) for picture in seen}) == 8


def test_the_ground_is_the_theme_s(made, qapp, tmp_path):
    for palette in PALETTES:
        apply(qapp, palette, tmp_path / "cache")
        made.dress(palette)
        qapp.processEvents()
        picture = made.grab().toImage()
        ground = palette.sidebar if isinstance(made, Sidebar) else palette.window
        assert picture.pixelColor(2, 2) == QColor(ground), palette.id
