"""What lies over the window for a moment: tray panel, settings, sheets, the welcome.

Each dialog is imported when it is first opened: together they would double the time of the start.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QDialog, QMenu, QVBoxLayout, QWidget

import reader
from reader.core.entities import Article, FeedId, JournalId
from reader.paths import Paths
from reader.style.palette import Palette
from reader.ui.bindings import in_force
from reader.ui.library import Library
from reader.ui.made_later import MadeLater
from reader.ui.preferences import Preferences
from reader.ui.reading_place import ReadingPlace
from reader.ui.window import Window

if TYPE_CHECKING:
    from reader.engine.protocol import Fetching
    from reader.ui.dialogs.activity import Activity
    from reader.ui.dialogs.key_page import KeyPage
    from reader.ui.dialogs.offline import OfflineDialog
    from reader.ui.dialogs.rules import RuleList
    from reader.ui.dialogs.settings import SettingsDialog
    from reader.ui.highlights_list import Entry
    from reader.ui.notification_tray import NotificationTray


class Desk(QObject):
    """`said` has words for a notice, `feed_chosen` and `article_chosen` where a dialog leads."""

    said = Signal(str)
    feed_opened = Signal(object)
    feed_chosen = Signal(int)
    article_chosen = Signal(int)
    highlight_chosen = Signal(object)
    keys_changed = Signal(object)

    def __init__(
        self,
        window: Window,
        library: Library,
        preferences: Preferences,
        tray: "MadeLater[NotificationTray]",
        paths: Paths,
        reading: ReadingPlace,
    ) -> None:
        super().__init__()
        self._reading = reading
        self._window, self._library, self._preferences, self._tray = window, library, preferences, tray
        self._paths = paths
        self._offline: OfflineDialog | None = None
        self.fetch_missing: Callable[[], None] = lambda: None
        self.pause: Callable[[], None] = lambda: None
        self.online, self.refreshing = True, False
        self.show_welcome: Callable[[], None] = lambda: None
        self.show_rules: Callable[[], None] = lambda: None
        self.mute: Callable[[], None] = lambda: None
        self.fill_rule_menu: Callable[[QMenu], None] = lambda _: None
        self.rule_page: Callable[[Palette], RuleList] | None = None
        self.setting_changed: Callable[[str], None] = preferences.changed
        tray.when_made(lambda made: made.seen.connect(library.see_notifications))

    def toggle_tray(self) -> None:
        """Open the tray panel, or close it."""
        if self._tray().is_open():
            self._tray().close_panel()
        else:
            self.show_notifications()
            self._tray().open()

    def show_notifications(self) -> None:
        """Fill the tray panel."""
        self._tray().show_notifications(self._library.store.notifications(), datetime.now(UTC))

    def close_panels(self) -> bool:
        """Close what lies over the window; False when nothing does."""
        if self._tray.made is not None and self._tray.made.is_open():
            self._tray.made.close_panel()
            return True
        if self._window.page() is not None:
            self._window.show_page(None)
            return True
        return self.close_changes()

    def show_settings(self) -> None:
        """The settings, applied as they are changed."""
        dialog = self.settings_dialog()
        dialog.exec()
        dialog.deleteLater()

    def settings_dialog(self) -> "SettingsDialog":
        """The settings, not open yet."""
        from reader.ui.dialogs.settings import SettingsDialog

        worn = self._preferences
        pages: dict[str, Callable[[Palette], QWidget]] = {"keys": self._key_page}
        if self.rule_page is not None:
            pages = {"rules": self.rule_page} | pages
        dialog = SettingsDialog(worn.settings, worn.palettes, worn.palette, self._window, pages)
        dialog.changed.connect(lambda name: self.setting_changed(name))
        # The editor works beside the window: what is modal would keep the hand from it.
        dialog.theme_deed.connect(lambda deed: dialog.accept() if deed == "edit" else None)
        dialog.theme_deed.connect(worn.theme_deed)
        return dialog

    def _key_page(self, palette: Palette) -> "KeyPage":
        from reader.ui.dialogs.key_page import KeyPage

        page = KeyPage(self._preferences.settings.keys(), palette)
        page.changed.connect(self._keep_keys)
        return page

    def _keep_keys(self, own: Mapping[str, Sequence[str]]) -> None:
        """The keys hold at once, also where the disk refuses to keep them: that is said."""
        try:
            self._preferences.settings.set_keys(own)
        except OSError:
            self.said.emit(QCoreApplication.translate("Desk", "The keys could not be saved."))
        self.keys_changed.emit(in_force(own))

    def show_shortcuts(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """The sheet of keys."""
        from reader.ui.dialogs.shortcut_sheet import ShortcutSheet

        dialog = ShortcutSheet(rows, self._preferences.palette, self._window)
        dialog.exec()
        dialog.deleteLater()

    def ask_tags(
        self, known: Sequence[tuple[str, int]], held: Sequence[Sequence[str]], count: int
    ) -> tuple[list[str], list[str]] | None:
        """Which tags to put on `count` articles and which to take away; None when that was given up."""
        from reader.ui.dialogs.tags import TagDialog

        dialog = TagDialog(known, held, count, self._window)
        changed = dialog.changes() if dialog.exec() else None
        dialog.deleteLater()
        return changed

    def show_activity(self) -> None:
        """What was done and can be undone."""
        from reader.ui.dialogs.activity import Activity

        dialog = Activity(self._preferences.palette, self._window)
        self._fill(dialog)
        dialog.undo_requested.connect(lambda one: self._undo_in(dialog, JournalId(one)))
        dialog.redo_requested.connect(lambda one: self._redo_in(dialog, JournalId(one)))
        dialog.exec()
        dialog.deleteLater()

    def _fill(self, dialog: "Activity") -> None:
        dialog.show_entries(self._library.store.journal(200), datetime.now(UTC))

    def _undo_in(self, dialog: "Activity", entry: JournalId) -> None:
        self._library.undo(entry)
        self._fill(dialog)

    def _redo_in(self, dialog: "Activity", entry: JournalId) -> None:
        self._library.redo(entry)
        self._fill(dialog)

    def show_feed(self, feed_id: int) -> None:
        """One feed's settings; what they change is said by signals that the composition connects."""
        from reader.ui.dialogs.feed_settings import FeedSettings

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
        from reader.ui.dialogs.about import About

        dialog = About(reader.__version__, self._paths.data, self._preferences.palette, self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_statistics(self) -> None:
        """How the feeds fare and what was read."""
        from reader.ui.dialogs.statistics import Statistics

        dialog = Statistics(self._preferences.palette, self._window)
        now = datetime.now(UTC)
        dialog.show_figures(self._library.store.figures(now), now)
        dialog.feed_requested.connect(self.feed_chosen)
        dialog.feed_requested.connect(lambda _: dialog.accept())
        dialog.exec()
        dialog.deleteLater()

    def show_highlights(self) -> None:
        """All that was marked, in every article."""
        from reader.ui.highlights_list import HighlightsList

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
        shown.highlight_chosen.connect(self.highlight_chosen)
        shown.highlight_chosen.connect(lambda _: dialog.accept())
        dialog.exec()
        dialog.deleteLater()

    def _entries(self, words: str) -> "list[Entry]":
        from reader.ui.highlights_list import Entry

        entries = []
        for one in self._library.store.highlights.find(words):
            article = self._library.store.article(one.article_id)
            if article is not None:
                entries.append(Entry(one, article.title, article.url))
        return entries

    def show_offline(self) -> None:
        """What is missing to read with no network, and fetching it."""
        from reader.ui.dialogs.offline import OfflineDialog

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

    def show_fetching(self, message: "Fetching") -> None:
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
        self._reading.show_changes()
        self._window.show_reading(True)
        self._reading.changes.show_changes(article, before)
        self._reading.changes.text.setFocus()
        behind = article.changed_since_read or not article.read
        if behind and self._preferences.settings.flag("mark_read_on_open") and not self._library.store.read_only:
            self._library.mark([article.id], read=True)

    def close_changes(self) -> bool:
        """Back to the article, at its place; False when no changes are shown."""
        if not self._reading.shows_changes:
            return False
        self._reading.show_article()
        self._reading.seat.pane.setFocus()
        return True

    def page_changes(self, forward: bool) -> bool:
        """A page on or back in what changed; False when no changes are shown."""
        if not self._reading.shows_changes:
            return False
        self._reading.changes.page(forward)
        return True

    def follow(self, article: Article | None) -> None:
        """The pane was filled: changes of another article go, those of this one learn of a newer version."""
        if not self._reading.shows_changes:
            return
        if article is None or article.id != self._reading.changes.article_id():
            self._reading.show_article()
        elif len(article.revisions) != self._reading.changes.versions():
            self._reading.changes.show_changes(article)
