"""What lies over the window for a moment: tray panel, settings, sheets, the welcome."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout

import reader
from reader.core.entities import Article, FeedId, JournalId
from reader.engine.protocol import Fetching
from reader.paths import Paths
from reader.ui.changes_view import ChangesView
from reader.ui.dialogs.about import About
from reader.ui.dialogs.activity import Activity
from reader.ui.dialogs.feed_settings import FeedSettings
from reader.ui.dialogs.offline import OfflineDialog
from reader.ui.dialogs.settings import SettingsDialog
from reader.ui.dialogs.shortcut_sheet import ShortcutSheet
from reader.ui.dialogs.statistics import Statistics
from reader.ui.highlights_list import Entry, HighlightsList
from reader.ui.library import Library
from reader.ui.notification_tray import NotificationTray
from reader.ui.preferences import Preferences
from reader.ui.window import Window


class Desk(QObject):
    """`said` has words for a notice, `feed_chosen` and `article_chosen` where a dialog leads."""

    said = Signal(str)
    feed_opened = Signal(object)
    feed_chosen = Signal(int)
    article_chosen = Signal(int)

    def __init__(
        self,
        window: Window,
        library: Library,
        preferences: Preferences,
        tray: NotificationTray,
        paths: Paths,
        reading: QStackedWidget,
        changes: ChangesView,
    ) -> None:
        """`reading` holds the reading pane and, in its place, `changes`."""
        super().__init__()
        self._reading, self._changes = reading, changes
        self._window, self._library, self._preferences, self._tray = window, library, preferences, tray
        self._paths = paths
        self._offline: OfflineDialog | None = None
        self.fetch_missing: Callable[[], None] = lambda: None
        self.pause: Callable[[], None] = lambda: None
        self.online, self.refreshing = True, False
        self.show_welcome: Callable[[], None] = lambda: None
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
        return self.close_changes()

    def show_settings(self) -> None:
        """The settings, applied as they are changed."""
        dialog = SettingsDialog(
            self._preferences.settings, self._preferences.palettes, self._preferences.palette, self._window
        )
        dialog.changed.connect(lambda name: self.setting_changed(name))
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

    def show_statistics(self) -> None:
        """How the feeds fare and what was read."""
        dialog = Statistics(self._preferences.palette, self._window)
        now = datetime.now(UTC)
        dialog.show_figures(self._library.store.figures(now), now)
        dialog.feed_requested.connect(self.feed_chosen)
        dialog.feed_requested.connect(lambda _: dialog.accept())
        dialog.exec()
        dialog.deleteLater()

    def show_highlights(self) -> None:
        """All that was marked, in every article."""
        dialog = QDialog(self._window)
        dialog.setWindowTitle(QCoreApplication.translate("Desk", "All highlights"))
        dialog.resize(640, 560)
        shown = HighlightsList(dialog)
        shown.dress(self._preferences.palette)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(shown)
        shown.show_entries(self._entries(""))
        shown.query_changed.connect(lambda words: shown.show_entries(self._entries(words)))
        shown.highlight_chosen.connect(lambda one: self.article_chosen.emit(one.article_id))
        shown.highlight_chosen.connect(lambda _: dialog.accept())
        dialog.exec()
        dialog.deleteLater()

    def _entries(self, words: str) -> list[Entry]:
        entries = []
        for one in self._library.store.highlights.find(words):
            article = self._library.store.article(one.article_id)
            if article is not None:
                entries.append(Entry(one, article.title, article.url))
        return entries

    def show_offline(self) -> None:
        """What is missing to read with no network, and fetching it."""
        dialog = OfflineDialog(self._preferences.palette, self._window, online=self.online)
        dialog.fetch_requested.connect(lambda: self.fetch_missing())
        dialog.pause_requested.connect(lambda: self.pause())
        dialog.article_requested.connect(self.article_chosen)
        self._offline = dialog
        self.show_offline_state(self.refreshing)
        dialog.exec()
        self._offline = None
        dialog.deleteLater()

    def show_offline_state(self, refreshing: bool) -> None:
        """A round has begun or ended."""
        self.refreshing = refreshing
        if self._offline is not None:
            if not refreshing:
                self._offline.show_ended()
            store = self._library.store
            self._offline.show_missing(
                store.offline_summary(), store.offline_estimate(), store.missing(200), fetching=refreshing
            )

    def show_fetching(self, message: Fetching) -> None:
        """How far the round is."""
        if self._offline is not None:
            self._offline.show_fetching(message)

    def show_subscriber_ways(self) -> None:
        """How a reader's own access is added: quietly, where it would unlock something."""
        self.said.emit(
            QCoreApplication.translate(
                "Desk", "If you subscribe to this site, add the personal feed address that it gives you."
            )
        )

    def show_changes(self, article: Article | None, before: int | None = None) -> None:
        """What changed in an article since the version `before`, by default the one last read; then that is read."""
        if article is None:
            return
        if len(article.revisions) < 2:
            self.said.emit(QCoreApplication.translate("Desk", "There is only one version of this article."))
            return
        # Shown first, so that its column has its width when the text is set.
        self._reading.setCurrentWidget(self._changes)
        self._window.show_reading(True)
        self._changes.show_changes(article, before)
        self._changes.text.setFocus()
        behind = article.changed_since_read or not article.read
        if behind and self._preferences.settings.flag("mark_read_on_open") and not self._library.store.read_only:
            self._library.mark([article.id], read=True)

    def close_changes(self) -> bool:
        """Back to the article, at its place; False when no changes are shown."""
        if self._reading.currentWidget() is not self._changes:
            return False
        self._reading.setCurrentIndex(0)
        pane = self._reading.currentWidget()
        if pane is not None:
            pane.setFocus()
        return True

    def page_changes(self, forward: bool) -> bool:
        """A page on or back in what changed; False when no changes are shown."""
        if self._reading.currentWidget() is not self._changes:
            return False
        self._changes.page(forward)
        return True

    def follow(self, article: Article | None) -> None:
        """The pane was filled: changes of another article go, those of this one learn of a newer version."""
        if self._reading.currentWidget() is not self._changes:
            return
        if article is None or article.id != self._changes.article_id():
            self._reading.setCurrentIndex(0)
        elif len(article.revisions) != self._changes.versions():
            self._changes.show_changes(article)
