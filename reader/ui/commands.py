"""What each action does: the table of `actions` on one side, navigation, library and errands on the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMenu, QWidget

from reader.core.entities import Feed, JournalEntry
from reader.core.filters import ArticleFilter, View
from reader.paths import Paths
from reader.render.numbers import count_words
from reader.ui.actions import ACTIONS, ActionTable, Situation
from reader.ui.desk import Desk
from reader.ui.errands import Errands
from reader.ui.library import Library
from reader.ui.navigation import Navigation
from reader.ui.notice_seat import NoticeSeat
from reader.ui.pane_seat import PaneSeat
from reader.ui.passing_menu import passing
from reader.ui.preferences import Preferences
from reader.ui.reading_commands import ReadingCommands
from reader.ui.search_field import SearchField
from reader.ui.sidebar import Sidebar
from reader.ui.storage_desk import StorageDesk
from reader.ui.tidying_commands import TidyingCommands
from reader.ui.window import Window

# So many pages are opened at once: more is a slip.
_TABS = 12


@dataclass(frozen=True, slots=True)
class Hands:
    """All that the actions work with."""

    window: Window
    actions: ActionTable
    navigation: Navigation
    library: Library
    errands: Errands
    preferences: Preferences
    seat: PaneSeat
    sidebar: Sidebar
    search: SearchField
    options: QWidget
    notice: NoticeSeat
    desk: Desk
    paths: Paths
    quit: Callable[[], None]


class Commands(QObject):
    """Connects every action and keeps it switched on only when it can be used."""

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self._reading = ReadingCommands(hands.seat, hands.navigation, hands.window)
        self.storage = StorageDesk(hands.window, hands.library, hands.preferences, hands.errands)
        self._tidying = TidyingCommands(hands.library, hands.navigation, hands.notice, self.storage)
        hands.actions.connect(self._table() | self._reading.table() | self._tidying.table())
        hands.notice.action_chosen.connect(self._act_on_notice)
        hands.navigation.moved.connect(self.update)
        self._app = QApplication.instance()
        if isinstance(self._app, QApplication):
            self._app.focusChanged.connect(self.update)
        self.update()

    def stop(self) -> None:
        """The window is closing: the focus that leaves it is of no interest any more."""
        if isinstance(self._app, QApplication):
            self._app.focusChanged.disconnect(self.update)

    def _table(self) -> dict[str, Callable[[], object]]:
        hands, go = self._hands, self._hands.navigation
        return {
            "next": lambda: go.move(1),
            "previous": lambda: go.move(-1),
            "next_unread": go.next_unread,
            "next_unread_feed": go.next_unread_feed,
            "previous_unread": lambda: go.next_unread(backwards=True),
            "read_on": lambda: self._page(True),
            "read_back": lambda: self._page(False),
            "find": lambda: hands.seat.pane.open_find(),
            "find_next": lambda: hands.seat.pane.find_next(),
            "find_previous": lambda: hands.seat.pane.find_next(backwards=True),
            "copy": lambda: hands.seat.pane.copy(),
            "zoom_in": lambda: hands.seat.pane.zoom_by(1),
            "zoom_out": lambda: hands.seat.pane.zoom_by(-1),
            "zoom_reset": lambda: hands.seat.pane.zoom_by(0),
            "toggle_read": go.toggle_read,
            "toggle_star": go.toggle_star,
            "tag": self._tag,
            "mark_all": lambda: self.mark_all(go.listed),
            "mark_above": lambda: self._mark_around(above=True),
            "mark_below": lambda: self._mark_around(above=False),
            "open_browser": self.open_browser,
            "copy_link": self._copy_link,
            "changes": self._show_changes,
            "mark_feed": self._mark_feed,
            "mark_folder": self._mark_folder,
            "mark_day": lambda: self.mark_older(1),
            "mark_week": lambda: self.mark_older(7),
            "mark_month": lambda: self.mark_older(30),
            "undo": self.undo,
            "redo": self.redo,
            "mute": lambda: hands.desk.mute(),
            "rules": lambda: hands.desk.show_rules(),
            "activity": hands.desk.show_activity,
            "refresh": hands.errands.refresh,
            "refresh_feed": self._refresh_feed,
            "cancel": hands.errands.cancel,
            "add_feed": lambda: hands.errands.add_feed(hands.window, hands.preferences.palette),
            "import_opml": self._import,
            "export_opml": self._export,
            "prepare_offline": hands.desk.show_offline,
            "statistics": hands.desk.show_statistics,
            "highlights": hands.desk.show_highlights,
            "next_feed": lambda: hands.sidebar.step(1),
            "previous_feed": lambda: hands.sidebar.step(-1),
            "go_home": lambda: go.go(ArticleFilter(View.HOME)),
            "go_all": lambda: go.go(ArticleFilter(View.ALL)),
            "go_unread": lambda: go.go(ArticleFilter(View.UNREAD)),
            "go_starred": lambda: go.go(ArticleFilter(View.STARRED)),
            "go_archive": lambda: go.go(ArticleFilter(View.ARCHIVE)),
            "search": self._search,
            "notifications": hands.desk.toggle_tray,
            "display_options": self._show_options,
            "sidebar": hands.window.toggle_sidebar,
            "focus": lambda: hands.window.show_alone(not hands.window.reading_alone),
            "back": self._back,
            "settings": hands.desk.show_settings,
            "shortcuts": lambda: hands.desk.show_shortcuts(hands.actions.sheet()),
            "welcome": lambda: hands.desk.show_welcome(),
            "data_folder": self._open_folder,
            "about": hands.desk.show_about,
            "quit": hands.quit,
        }

    def update(self) -> None:
        """Switch the actions on and off."""
        hands, focused = self._hands, QApplication.focusWidget()
        article = hands.navigation.article
        journal = hands.library.store.journal(20)
        hands.actions.update(
            Situation(
                article=bool(hands.navigation.targets()),
                feed=hands.navigation.wanted.feed_id is not None or article is not None,
                rows=True,
                refreshing=hands.errands.refreshing,
                online=hands.errands.online,
                undoable=hands.library.store.next_undo() is not None,
                redoable=any(entry.redoable for entry in journal),
                pressing=isinstance(focused, QAbstractButton),
                writable=not hands.library.store.read_only,
            )
        )

    def mark_all(self, wanted: ArticleFilter) -> None:
        """Mark a whole list as read and offer to undo it."""
        count = len(self._hands.library.mark_all(wanted).statuses)
        self._marked(count)

    def mark_older(self, days: int) -> None:
        """Mark what is older than some days in the list on show as read, and offer to undo it."""
        before = datetime.now(UTC) - timedelta(days=days)
        self._marked(len(self._hands.library.mark_all(self._hands.navigation.listed, before).statuses))

    def _its_feeds(self) -> list[Feed]:
        """The feeds of the selected rows, else of the open article."""
        store = self._hands.library.store
        ids = {row.feed_id for row in store.rows(self._hands.navigation.targets())}
        return [feed for feed in store.feeds() if feed.id in ids]

    def _mark_feed(self) -> None:
        self._mark_lists([ArticleFilter(feed_id=feed.id) for feed in self._its_feeds()])

    def _mark_folder(self) -> None:
        feeds = self._its_feeds()
        folders = sorted({feed.folder for feed in feeds if feed.folder})
        loose = [ArticleFilter(feed_id=feed.id) for feed in feeds if not feed.folder]
        self._mark_lists([*(ArticleFilter(folder=folder) for folder in folders), *loose])

    def _mark_lists(self, lists: list[ArticleFilter]) -> None:
        """All of these lists, as one operation."""
        library = self._hands.library
        ids = {one for wanted in lists for one in library.store.ids(wanted)}
        self._marked(len(library.mark(sorted(ids), read=True).statuses))

    def _tag(self) -> None:
        """Ask for the tags of the selected articles, and put them on."""
        ids, library = self._hands.navigation.targets(), self._hands.library
        changed = self._hands.desk.ask_tags(library.store.tags(), list(library.store.tags_of(ids).values()), len(ids))
        if changed is None:
            return
        count = len(library.tag(ids, *changed).statuses)
        if count:
            words = self.tr("The tags of %n article(s) are changed.", "", count)
            self._hands.notice.show_words(words, QCoreApplication.translate("Commands", "Undo"))
        self.update()

    def _mark_around(self, *, above: bool) -> None:
        self._marked(self._hands.navigation.mark_around(above))

    def _marked(self, count: int) -> None:
        if count:
            words = self.tr("%n article(s) marked as read.", "", count)
            self._hands.notice.show_words(words, QCoreApplication.translate("Commands", "Undo"))
        else:
            self._hands.notice.show_words(QCoreApplication.translate("Commands", "All of it was read already."))
        self.update()

    def undo(self) -> None:
        """Undo the last reversible operation and say what it was."""
        self._hands.notice.withdraw()
        entry = self._hands.library.undo()
        if entry is None:
            self._hands.notice.show_words(QCoreApplication.translate("Commands", "There is nothing to undo."))
        else:
            self._hands.notice.show_words(_undone(entry))
        self.update()

    def redo(self) -> None:
        """Do again what was undone last, and say what it was."""
        self._hands.notice.withdraw()
        entry = self._hands.library.redo()
        words = QCoreApplication.translate("Commands", "There is nothing to do again.")
        if entry is not None:
            words = QCoreApplication.translate("Commands", "Done again ({0}).").format(count_words(entry.count))
        self._hands.notice.show_words(words)
        self.update()

    def open_browser(self, address: str = "") -> None:
        """Open an address in the browser, or those of the selected articles; only addresses of the web and of mail."""
        known = [address] if address else self._addresses()
        urls = [url for url in map(QUrl, known) if url.scheme().lower() in ("http", "https", "mailto")]
        if not urls:
            words = QCoreApplication.translate("Commands", "This article has no address on the web.")
        elif len(urls) > _TABS:
            words = QCoreApplication.translate("Commands", "Select {0} articles at most to open them.").format(_TABS)
        else:
            for url in urls:
                QDesktopServices.openUrl(url)
            return
        self._hands.notice.show_words(words)

    def _addresses(self) -> list[str]:
        """Where the articles that an action is about are on the web."""
        store, targets = self._hands.library.store, self._hands.navigation.targets()
        return [address for one in targets[: _TABS + 1] if (address := store.address(one))]

    def _copy_link(self) -> None:
        addresses = self._addresses()
        if addresses:
            QGuiApplication.clipboard().setText("\n".join(addresses))
            self._hands.notice.show_words(QCoreApplication.translate("Commands", "Link copied."))

    def _refresh_feed(self) -> None:
        article, feed_id = self._hands.navigation.article, self._hands.navigation.wanted.feed_id
        if feed_id is None and article is not None:
            feed_id = article.feed_id
        if feed_id is not None:
            self._hands.errands.refresh([feed_id])

    def _search(self) -> None:
        self._hands.search.setFocus()
        self._hands.search.selectAll()

    def _show_options(self) -> None:
        """The display options of the view on show; what the button says stays true."""
        self._hands.navigation.open_options(self._hands.options)
        self._hands.navigation.moved.emit()

    def _back(self) -> None:
        pane = self._hands.seat.pane
        if self._hands.desk.close_panels() or pane.close_find() or pane.calm():
            return
        if self._hands.search.text():
            self._hands.search.clear()
        else:
            self._hands.navigation.back()

    def _page(self, forward: bool) -> None:
        """Space and Shift+Space, in what changed and in the article."""
        go = self._hands.navigation
        if not self._hands.desk.page_changes(forward):
            (go.read_on if forward else go.read_back)()

    def _show_changes(self) -> None:
        """C: what changed; C again: back to the article."""
        go = self._hands.navigation
        if self._hands.desk.close_changes():
            return
        wanted = go.aimed or (go.targets() if go.article is None else ())
        if wanted:
            go.open(wanted[0])
        self._hands.desk.show_changes(go.article, go.read_before)

    def _import(self) -> None:
        title = QCoreApplication.translate("Commands", "Import subscriptions")
        kinds = QCoreApplication.translate("Commands", "Subscriptions (*.opml *.xml);;All files (*)")
        file, _ = QFileDialog.getOpenFileName(self._hands.window, title, "", kinds)
        if file:
            self._hands.errands.import_opml(file)

    def _export(self) -> None:
        title = QCoreApplication.translate("Commands", "Export subscriptions")
        kinds = QCoreApplication.translate("Commands", "Subscriptions (*.opml)")
        file, _ = QFileDialog.getSaveFileName(self._hands.window, title, "encre.opml", kinds)
        if file:
            self._hands.errands.export_opml(file)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._hands.paths.data)))

    def _act_on_notice(self, words: str) -> None:
        if words == QCoreApplication.translate("Commands", "Undo"):
            self.undo()

    def main_menu(self, themes: QMenu, parent: QWidget) -> QMenu:
        """The toolbar's menu: the groups of the table, and the themes."""
        menu = QMenu(parent)
        menu.setToolTipsVisible(True)
        menu.destroyed.connect(themes.deleteLater)
        self._hands.actions.tint()
        group, target = "", menu
        for action in ACTIONS:
            if action.name in ("back", "find_next", "find_previous", "next_feed", "previous_feed"):
                continue
            if action.group != group:
                group = action.group
                target = menu.addMenu(action.group_words)
                if group == ACTIONS[-1].group:
                    menu.insertMenu(target.menuAction(), themes)
            target.addAction(self._hands.actions[action.name])
        menu.addSeparator()
        for name in ("settings", "shortcuts", "quit"):
            menu.addAction(self._hands.actions[name])
        return menu

    def article_menu(self, ids: Sequence[int], at: QPoint) -> None:
        """The menu of these rows: the selected ones, or the one under the pointer when it is not among them."""
        menu, go = QMenu(self._hands.window), self._hands.navigation
        self._hands.actions.tint()
        go.aim(ids)
        # The chosen action comes after the menu is gone.
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, lambda: go.aim(())))
        for names in (
            ("open_browser", "copy_link"),
            ("toggle_read", "toggle_star", "tag"),
            ("archive", "delete"),
            ("mark_above", "mark_below", "mark_all"),
            ("changes",),
        ):
            for name in names:
                menu.addAction(self._hands.actions[name])
            if "tag" in names:
                mute = menu.addMenu(QCoreApplication.translate("Commands", "Mute"))
                mute.addAction(self._hands.actions["mute"])
                self._hands.desk.fill_rule_menu(mute)
            if "mark_all" in names:
                more = menu.addMenu(QCoreApplication.translate("Commands", "Mark more as read"))
                for name in ("mark_feed", "mark_folder", "mark_day", "mark_week", "mark_month"):
                    more.addAction(self._hands.actions[name])
            menu.addSeparator()
        passing(menu).popup(at)


def _undone(entry: JournalEntry) -> str:
    words = {
        "mark-read": QCoreApplication.translate("Commands", "Undone: marked as read ({0})."),
        "mark-unread": QCoreApplication.translate("Commands", "Undone: marked as unread ({0})."),
        "star": QCoreApplication.translate("Commands", "Undone: starred ({0})."),
        "unstar": QCoreApplication.translate("Commands", "Undone: star taken away ({0})."),
        "remove-feed": QCoreApplication.translate("Commands", "Undone: the feed is back."),
        "archive": QCoreApplication.translate("Commands", "Undone: archived ({0})."),
        "unarchive": QCoreApplication.translate("Commands", "Undone: taken back from the archive ({0})."),
        "delete": QCoreApplication.translate("Commands", "Undone: deleted ({0})."),
        "clean-up": QCoreApplication.translate("Commands", "Undone: the clean-up ({0})."),
        "import": QCoreApplication.translate("Commands", "Undone: import of {0} feeds."),
        "remove-smart-feed": QCoreApplication.translate("Commands", "Undone: the smart feed is back."),
        "tag": QCoreApplication.translate("Commands", "Undone: tags ({0})."),
        "save-smart-feed": QCoreApplication.translate("Commands", "Undone: the search is not saved any more."),
        "change-smart-feed": QCoreApplication.translate("Commands", "Undone: the smart feed is as it was."),
        "save-rule": QCoreApplication.translate("Commands", "Undone: the rule is gone, and what it did with it."),
        "change-rule": QCoreApplication.translate("Commands", "Undone: the rule is as it was."),
        "remove-rule": QCoreApplication.translate("Commands", "Undone: the rule is back."),
        "stop-rule": QCoreApplication.translate("Commands", "Undone: the rule is on again."),
        "start-rule": QCoreApplication.translate("Commands", "Undone: the rule is off again."),
    }
    return words.get(entry.kind, QCoreApplication.translate("Commands", "Undone.")).format(count_words(entry.count))
