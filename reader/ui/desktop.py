"""The window put together: panes, navigation, library, engine, tray icon; each hears of the others by signals here."""

import contextlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from reader.core.changes import Changes
from reader.core.display import options_from_text
from reader.core.entities import ArticleId
from reader.core.filters import ArticleFilter, View
from reader.core.startup import WindowOptions
from reader.paths import Paths
from reader.store import Store
from reader.style.palette import Palette
from reader.ui.actions import ActionTable
from reader.ui.article_list import ArticleList
from reader.ui.commands import Commands, Hands
from reader.ui.desk import Desk
from reader.ui.dialogs.feed_settings import FeedSettings
from reader.ui.engine_client import EngineClient, engine_command
from reader.ui.errands import Errands
from reader.ui.home import Home
from reader.ui.library import Library
from reader.ui.navigation import Navigation
from reader.ui.notice import Notice
from reader.ui.notification_tray import NotificationTray
from reader.ui.own_themes import OwnThemes
from reader.ui.picture import WhenSettled, save_picture
from reader.ui.preferences import Preferences
from reader.ui.reading_pane import ReadingPane
from reader.ui.sidebar import Sidebar
from reader.ui.theme_menu import ThemeMenu
from reader.ui.toolbar import Toolbar, open_menu
from reader.ui.tray_icon import TrayIcon
from reader.ui.view_names import filter_name
from reader.ui.welcome import Welcome
from reader.ui.window import Parts, Window


class Desktop(QObject):
    """One window on one library, with the engine behind it. `ended` carries the exit status."""

    ended = Signal(int)

    def __init__(
        self, app: QApplication, store: Store, paths: Paths, preferences: Preferences, options: WindowOptions
    ) -> None:
        super().__init__()
        self._app, self.store, self._paths, self._options = app, store, paths, options
        self.preferences, self.settings = preferences, preferences.settings
        self.still = options.shot is not None
        self._quitting = False
        self._build()
        self._connect_reading()
        self._connect_feeds()
        self._connect_program()

    def _build(self) -> None:
        data, language = self._paths.data, self.preferences.language
        offline = self._options.offline or self.still
        self.actions = ActionTable()
        self.library = Library(self.store)
        self.pane, self.sidebar, self.toolbar = ReadingPane(data), Sidebar(), Toolbar(self.actions)
        self.article_list, self.home = ArticleList(self.store, data), Home(self.store, data)
        self.window = Window(Parts(self.toolbar, self.sidebar, self.article_list, self.home, self.pane))
        self.actions.belong_to(self.window)
        self.tray = NotificationTray(self.window.ground)
        self.notice = Notice(self.window.ground)
        self.tray_icon = TrayIcon(self.window)
        self.engine = EngineClient(engine_command(data, language, offline=offline), self.store.schema_version)
        self.errands = Errands(self.engine, self.library, self.settings, self.toolbar, language, not offline)
        self.own_themes = OwnThemes(self.preferences, self._paths.own_themes, self.window)
        self.desk = Desk(self.window, self.library, self.preferences, self.tray, self._paths)
        self.desk.make_welcome = self._make_welcome
        self.navigation = Navigation(
            self.library,
            self.settings,
            self.window,
            self.sidebar,
            self.article_list,
            self.home,
            self.pane,
            _moment(self.settings.text("last_visit")),
            _article_id(self.settings.text("stopped_at")),
        )
        self.commands = Commands(
            Hands(
                self.window,
                self.actions,
                self.navigation,
                self.library,
                self.errands,
                self.preferences,
                self.pane,
                self.sidebar,
                self.toolbar.search,
                self.notice,
                self.desk,
                self._paths,
                self.quit,
            )
        )

    def _connect_reading(self) -> None:
        for rows in (self.article_list, self.home):
            rows.article_chosen.connect(self.navigation.open)
            rows.star_clicked.connect(lambda one: self.navigation.toggle_star([one]))
            rows.menu_requested.connect(lambda _, at: self.commands.article_menu(at))
        self.article_list.article_opened.connect(lambda _: self.pane.setFocus())
        self.pane.link_activated.connect(self.commands.open_browser)
        self.pane.place_changed.connect(self.library.save_place)
        self.pane.star_requested.connect(lambda one: self.navigation.toggle_star([one]))
        self.pane.unread_requested.connect(lambda _: self.navigation.toggle_read())
        self.pane.browser_requested.connect(lambda _: self.commands.open_browser())
        for signal in (self.pane.changes_requested, self.pane.versions_requested):
            signal.connect(lambda _: self.desk.show_changes(self.navigation.article))
        self.toolbar.search.searched.connect(self.navigation.search)
        self.toolbar.search.left.connect(self.article_list.setFocus)
        self.navigation.moved.connect(self._show_place)
        self.navigation.said.connect(self.notice.show_words)
        self.library.changed.connect(self._changed)

    def _connect_feeds(self) -> None:
        sidebar, library = self.sidebar, self.library
        sidebar.filter_chosen.connect(self._chosen)
        sidebar.add_requested.connect(lambda: self.errands.add_feed(self.window, self.preferences.palette))
        sidebar.settings_requested.connect(self.desk.show_settings)
        sidebar.offline_requested.connect(self.errands.fetch_missing)
        sidebar.feed_refresh_requested.connect(lambda feed_id: self.errands.refresh([feed_id]))
        sidebar.feed_remove_requested.connect(self._remove_feed)
        sidebar.feed_settings_requested.connect(self.desk.show_feed)
        self.desk.feed_opened.connect(self._connect_feed_settings)
        sidebar.feed_renamed.connect(lambda feed_id, title: library.rename_feed(feed_id, title or None))
        sidebar.feed_moved.connect(library.move_feed)
        sidebar.mark_read_requested.connect(self.commands.mark_all)
        self.tray.article_requested.connect(self.navigation.reveal)
        self.tray.articles_requested.connect(lambda ids: self.navigation.reveal(ids[0]))
        self.tray.feed_requested.connect(lambda feed_id: self.navigation.go(ArticleFilter(feed_id=feed_id)))
        self.errands.said.connect(self.notice.show_words)
        self.errands.arrived.connect(self._arrived)
        self.errands.subscribed.connect(lambda feed_id: self.navigation.go(ArticleFilter(feed_id=feed_id)))
        self.desk.said.connect(self.notice.show_words)
        self.desk.setting_changed = self._setting_changed
        self.engine.refreshing_changed.connect(lambda _: self.commands.update())
        self.engine.refreshing_changed.connect(self.tray_icon.set_refreshing)

    def _connect_feed_settings(self, dialog: FeedSettings) -> None:
        dialog.renamed.connect(lambda feed_id, title: self.library.rename_feed(feed_id, title or None))
        dialog.moved.connect(self.library.move_feed)
        dialog.refresh_requested.connect(lambda feed_id: self.errands.refresh([feed_id]))
        dialog.remove_requested.connect(self._remove_feed)

    def _connect_program(self) -> None:
        preferences, tray_icon = self.preferences, self.tray_icon
        preferences.theme_changed.connect(self._dress)
        preferences.text_changed.connect(self.pane.set_text_style)
        preferences.density_changed.connect(self.article_list.set_density)
        self.pane.text_style_changed.connect(preferences.keep_text_style)
        self.home.options_changed.connect(lambda options: self.settings.set("home_options", options.to_text()))
        preferences.language_changed.connect(lambda _: self._speak())
        self.toolbar.menu_requested.connect(
            lambda at: open_menu(self.commands.main_menu(self._themes(), self.window), at)
        )
        self.toolbar.themes_requested.connect(lambda at: open_menu(self._themes(), at))
        for place in range(9):
            key = QShortcut(QKeySequence(f"Ctrl+{place + 1}"), self.window)
            key.activated.connect(lambda chosen=place: preferences.choose_place(chosen))
        for sayer in (preferences, self.own_themes):
            sayer.said.connect(self.notice.show_words)
        self.window.close_asked.connect(self._close)
        self.window.narrowed.connect(self.toolbar.fit)
        tray_icon.toggle_requested.connect(self._toggle_window)
        tray_icon.refresh_requested.connect(self.errands.refresh)
        tray_icon.mark_all_read_requested.connect(lambda: self.commands.mark_all(ArticleFilter(View.UNREAD)))
        tray_icon.settings_requested.connect(self.desk.show_settings)
        tray_icon.quit_requested.connect(self.quit)
        tray_icon.toast_clicked.connect(lambda _: self.come_forward({}))

    def run(self) -> int:
        """Show the window and stay until it is closed; the exit status."""
        self.show()
        if self.still:
            WhenSettled(self.window, self._save_shot)
        else:
            QTimer.singleShot(0, self.begin)
        self.ended.connect(self._app.exit)
        return int(self._app.exec())

    def show(self) -> None:
        """Fill the panes and show the window."""
        if self._options.theme:
            self.preferences.dress(self._options.theme)
        self.preferences.dress()
        self.pane.set_text_style(self.preferences.text_style())
        self._apply_list_settings()
        self._speak()
        if self._options.size:
            self.window.resize(*self._options.size)
        else:
            self.window.restore_state(self.settings.text("window_state"))
        self._show_feeds()
        self._show_bell()
        self.navigation.show_nothing()
        view = View(self._options.view) if self._options.view else View.HOME
        self.navigation.go(ArticleFilter(view))
        if self._options.article is not None:
            self.navigation.reveal(self._options.article)
        elif not self.store.feeds() and not self.still:
            self.desk.show_welcome()
        if not self._options.hidden:
            self.window.show()
        self.tray_icon.set_unread(self._unread())

    def begin(self) -> None:
        """The window is there: fill an empty library with the welcome, refresh what is due."""
        if self.store.read_only:
            self.notice.show_words(
                QCoreApplication.translate(
                    "Desktop", "A newer Encre made this library: it is opened for reading only."
                ),
                seconds=30,
            )
            return
        if not self.store.feeds() and not self.settings.flag("welcomed"):
            self.errands.welcome()
        self.errands.begin()
        if not TrayIcon.available() and self.settings.flag("close_to_tray") and not self.settings.flag("told_no_tray"):
            self.settings.set("told_no_tray", True)
            self.notice.show_words(
                QCoreApplication.translate("Desktop", "This desktop has no tray: closing the window quits Encre."),
                seconds=12,
            )

    def _save_shot(self, picture: QImage) -> None:
        saved = save_picture(picture, Path(self._options.shot or ""))
        self._quitting = True
        self.ended.emit(0 if saved else 1)

    def come_forward(self, wishes: dict[str, object]) -> None:
        """A second start: show the window, and the article or view it asked for."""
        self.window.show()
        self.window.setWindowState(self.window.windowState() & ~self.window.windowState().WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        view, article = wishes.get("view"), wishes.get("article")
        if isinstance(view, str) and view in {one.value for one in View}:
            self.navigation.go(ArticleFilter(View(view)))
        if isinstance(article, int):
            self.navigation.reveal(article)

    def tell_later(self, sentences: Sequence[str]) -> None:
        """Say something once the window is there."""
        for sentence in sentences:
            QTimer.singleShot(0, self, lambda words=sentence: self.notice.show_words(words, seconds=12))

    def quit(self) -> None:
        """Remember the place, let the engine finish, and end."""
        if self._quitting:
            return
        self._quitting = True
        self.library.stop()
        self.commands.stop()
        if not self.store.read_only:
            with contextlib.suppress(OSError):
                self.settings.set("window_state", self.window.state(self.settings.text("window_state")))
                self.settings.set("last_visit", datetime.now(UTC).isoformat())
                article = self.navigation.article
                self.settings.set("stopped_at", str(article.id) if article else "")
        self.window.hide()
        self.tray_icon.hide()
        self.engine.stop()
        self.ended.emit(0)

    def _close(self, event: QCloseEvent) -> None:
        if self._quitting:
            return
        if self.settings.flag("close_to_tray") and TrayIcon.available():
            event.ignore()
            self.window.hide()
        else:
            self.quit()

    def _toggle_window(self) -> None:
        if self.window.isVisible() and self.window.isActiveWindow():
            self.window.hide()
        else:
            self.come_forward({})

    def _chosen(self, wanted: ArticleFilter) -> None:
        self.toolbar.search.clear_quietly()
        self.navigation.go(wanted)

    def _changed(self, changes: Changes) -> None:
        self.navigation.take(changes)
        if changes.counts or changes.feeds or changes.new or changes.statuses:
            self._show_feeds()
            self.tray_icon.set_unread(self._unread())
        if changes.notifications:
            self._show_bell()
            if self.tray.is_open():
                self.desk.show_notifications()
        self.commands.update()

    def _show_feeds(self) -> None:
        self.sidebar.show_feeds(self.store.feeds(), self.store.totals(), self._paths.data)
        self.sidebar.show_offline(self.store.offline_summary(), self.errands.online)
        self.article_list.set_last_refresh(self.errands.last_refresh)

    def _show_bell(self) -> None:
        self.toolbar.show_bell(self.store.unseen_notifications())

    def _show_place(self) -> None:
        wanted = self.navigation.wanted
        feed = self.store.feed(wanted.feed_id) if wanted.feed_id is not None else None
        name = filter_name(wanted, feed.title if feed else None)
        self.toolbar.show_place(name, None if wanted.view is View.HOME else self.article_list.count())
        unread = self._unread()
        article = self.navigation.article
        title = f"{article.title} – {name}" if article else name
        self.window.setWindowTitle(f"({unread}) {title}" if unread else title)

    def _unread(self) -> int:
        return self.store.totals().get(View.UNREAD, 0)

    def _arrived(self, new: int, updated: int) -> None:
        if (new or updated) and self.settings.flag("toasts") and not self.window.isActiveWindow():
            words = [self.tr("%n new article(s)", "", new)] if new else []
            words += [self.tr("%n updated article(s)", "", updated)] if updated else []
            self.tray_icon.toast("Encre", " · ".join(words), None)

    def _remove_feed(self, feed_id: int) -> None:
        feed = next((feed for feed in self.store.feeds() if feed.id == feed_id), None)
        if feed is None:
            return
        self.library.remove_feed(feed.id)
        if self.navigation.wanted.feed_id == feed.id:
            self.navigation.go(ArticleFilter(View.ALL))
        words = QCoreApplication.translate("Desktop", "“{0}” is left; its starred articles stay.").format(feed.title)
        self.notice.show_words(words, QCoreApplication.translate("Commands", "Undo"))

    def _setting_changed(self, name: str) -> None:
        self.preferences.changed(name)
        if name == "refresh_minutes":
            self.errands.keep_rhythm()
        elif name in ("density", "list_pictures"):
            self._apply_list_settings()

    def _apply_list_settings(self) -> None:
        self.article_list.set_density(self.preferences.density())
        self.article_list.set_pictures(self.settings.flag("list_pictures"))
        self.home.set_options(options_from_text(self.settings.text("home_options")))

    def _themes(self) -> ThemeMenu:
        return self.own_themes.menu()

    def _make_welcome(self) -> Welcome:
        welcome = Welcome(self.preferences.palettes, self.preferences.palette, self.settings.text("language"))
        welcome.read_requested.connect(self._read_welcome)
        welcome.feeds_chosen.connect(self._follow)
        welcome.import_requested.connect(self.actions["import_opml"].trigger)
        welcome.add_requested.connect(self.actions["add_feed"].trigger)
        welcome.theme_chosen.connect(self.preferences.choose_theme)
        welcome.language_chosen.connect(self._choose_language)
        self.preferences.theme_changed.connect(welcome.dress)
        return welcome

    def _choose_language(self, language: str) -> None:
        self.settings.set("language", language)
        self.preferences.changed("language")

    def _read_welcome(self) -> None:
        self.desk.leave_welcome()
        self.navigation.go(ArticleFilter(View.ALL))
        first = self.store.ids(ArticleFilter(View.ALL), limit=1)
        if first:
            self.navigation.reveal(ArticleId(first[0]))

    def _follow(self, addresses: Sequence[str]) -> None:
        self.desk.leave_welcome()
        self.errands.subscribe(list(addresses))

    def _dress(self, palette: Palette) -> None:
        parts = (self.toolbar, self.sidebar, self.article_list, self.home, self.pane, self.tray, self.notice)
        for part in parts:
            part.dress(palette)
        self.actions.dress(palette)

    def _speak(self) -> None:
        self.actions.speak()
        self.toolbar.speak()
        self._show_place()


def _article_id(text: str) -> ArticleId | None:
    return ArticleId(int(text)) if text.isdecimal() else None


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
