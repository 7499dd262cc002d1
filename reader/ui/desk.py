"""What lies over the window for a moment: tray panel, settings, sheets, the welcome."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QObject, Signal

import reader
from reader.core.entities import Article, FeedId, JournalId
from reader.paths import Paths
from reader.ui.dialogs.about import About
from reader.ui.dialogs.activity import Activity
from reader.ui.dialogs.feed_settings import FeedSettings
from reader.ui.dialogs.settings import SettingsDialog
from reader.ui.dialogs.shortcut_sheet import ShortcutSheet
from reader.ui.library import Library
from reader.ui.notification_tray import NotificationTray
from reader.ui.preferences import Preferences
from reader.ui.welcome import Welcome
from reader.ui.window import Window


class Desk(QObject):
    """`said` has words for a notice."""

    said = Signal(str)
    feed_opened = Signal(object)

    def __init__(
        self, window: Window, library: Library, preferences: Preferences, tray: NotificationTray, paths: Paths
    ) -> None:
        super().__init__()
        self._window, self._library, self._preferences, self._tray = window, library, preferences, tray
        self._paths = paths
        self._welcome: Welcome | None = None
        self.make_welcome: Callable[[], Welcome] | None = None
        self.setting_changed: Callable[[str], None] = preferences.changed
        tray.seen.connect(library.see_notifications)

    def toggle_tray(self) -> None:
        """Open the tray panel, or close it."""
        if self._tray.is_open():
            self._tray.close_panel()
        else:
            self.show_notifications()
            self._tray.open()

    def show_notifications(self) -> None:
        """Fill the tray panel."""
        self._tray.show_notifications(self._library.store.notifications(), datetime.now(UTC))

    def close_panels(self) -> bool:
        """Close what lies over the window; False when nothing does."""
        if self._tray.is_open():
            self._tray.close_panel()
            return True
        if self._window.page() is not None:
            self._window.show_page(None)
            return True
        return False

    def show_settings(self) -> None:
        """The settings, applied as they are changed."""
        dialog = SettingsDialog(
            self._preferences.settings, self._preferences.palettes, self._preferences.palette, self._window
        )
        dialog.changed.connect(lambda name: self.setting_changed(name))
        # The editor works beside the window: what is modal would keep the hand from it.
        dialog.theme_deed.connect(lambda deed: dialog.accept() if deed == "edit" else None)
        dialog.theme_deed.connect(self._preferences.theme_deed)
        dialog.exec()
        dialog.deleteLater()

    def show_shortcuts(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """The sheet of keys."""
        dialog = ShortcutSheet(rows, self._preferences.palette, self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_activity(self) -> None:
        """What was done and can be undone."""
        dialog = Activity(self._preferences.palette, self._window)
        self._fill(dialog)
        dialog.undo_requested.connect(lambda one: self._undo_in(dialog, JournalId(one)))
        dialog.exec()
        dialog.deleteLater()

    def _fill(self, dialog: Activity) -> None:
        dialog.show_entries(self._library.store.journal(200), datetime.now(UTC))

    def _undo_in(self, dialog: Activity, entry: JournalId) -> None:
        self._library.undo(entry)
        self._fill(dialog)

    def show_feed(self, feed_id: int) -> None:
        """One feed's settings; what they change is said by signals that the composition connects."""
        store = self._library.store
        feed = store.feed(FeedId(feed_id))
        if feed is None:
            return
        dialog = FeedSettings(feed, store.folders(), self._preferences.palette, self._window)
        self.feed_opened.emit(dialog)
        dialog.exec()
        dialog.deleteLater()

    def show_about(self) -> None:
        """Version, licence, where the library is."""
        dialog = About(reader.__version__, self._paths.data, self._preferences.palette, self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_welcome(self) -> None:
        """The page of the first start."""
        if self._welcome is None and self.make_welcome is not None:
            self._welcome = self.make_welcome()
        if self._welcome is not None:
            self._window.show_page(self._welcome)

    def leave_welcome(self) -> None:
        """On to the panes."""
        self._preferences.settings.set("welcomed", True)
        self._window.show_page(None)

    def show_changes(self, article: Article | None) -> None:
        """What changed in an article since it was read."""
        if article is not None and len(article.revisions) < 2:
            self.said.emit(QCoreApplication.translate("Desk", "There is only one version of this article."))
