"""The window put together: panes, navigation, library, engine, tray icon; each hears of the others by signals here."""

import contextlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QImage
from PySide6.QtWidgets import QApplication

from reader.core.changes import Changes
from reader.core.display import options_from_text
from reader.core.filters import ArticleFilter, View
from reader.core.startup import WindowOptions
from reader.paths import Paths
from reader.store import Store
from reader.style.palette import Palette
from reader.ui.actions import ActionTable
from reader.ui.after_paint import AfterPaint
from reader.ui.article_list import ArticleList
from reader.ui.bindings import in_force
from reader.ui.commands import Commands, Hands
from reader.ui.desk import Desk
from reader.ui.dropped import Dropped
from reader.ui.engine_client import EngineClient, engine_command
from reader.ui.errands import Errands
from reader.ui.first_start import FirstStart
from reader.ui.follow_desktop import FollowDesktop
from reader.ui.home import Home
from reader.ui.late_parts import LateParts
from reader.ui.library import Library
from reader.ui.navigation import Navigation
from reader.ui.notice_seat import NoticeSeat
from reader.ui.pane_seat import PaneSeat
from reader.ui.picture import WhenSettled, save_picture
from reader.ui.preferences import Preferences
from reader.ui.reading_place import ReadingPlace
from reader.ui.rules import RuleErrands
from reader.ui.sidebar import Sidebar
from reader.ui.signs import Signs
from reader.ui.toolbar import Toolbar, open_menu
from reader.ui.window import Parts, Window
from reader.ui.wiring import article_id, connect_all, moment

if TYPE_CHECKING:
    from reader.ui.changes_view import ChangesView
    from reader.ui.notification_tray import NotificationTray
    from reader.ui.own_themes import OwnThemes
    from reader.ui.reading_pane import ReadingPane
    from reader.ui.theme_menu import ThemeMenu
    from reader.ui.tray_icon import TrayIcon


class Desktop(QObject):
    """One window on one library, with the engine behind it. `ended` carries the exit status."""

    ended = Signal(int)

    def __init__(
        self, app: QApplication, store: Store, paths: Paths, preferences: Preferences, options: WindowOptions
    ) -> None:
        super().__init__()
        self._app, self.store, self.paths, self._options = app, store, paths, options
        self.preferences, self.settings = preferences, preferences.settings
        self.still = options.shot is not None
        self._quitting = False
        self._build()
        connect_all(self)
        after = (*self.late.first_steps(), self.signs.show_offline, *self.late.last_steps(), self._hear_desktop)
        self.later = AfterPaint(self.window, after)

    def _build(self) -> None:
        data, language = self.paths.data, self.preferences.language
        offline = self._options.offline or self.still
        self.late = LateParts(self)
        self.actions = ActionTable()
        self.actions.bind(in_force(self.settings.keys()))
        self.library = Library(self.store)
        self.seat, self.sidebar, self.toolbar = PaneSeat(self.late.pane), Sidebar(), Toolbar(self.actions)
        self.article_list, self.home = ArticleList(self.store, data), Home(self.store, data)
        self.reading = ReadingPlace(self.seat, self.late.changes)
        self.window = Window(Parts(self.toolbar, self.sidebar, self.article_list, self.home, self.reading))
        self.actions.belong_to(self.window)
        self.notice = NoticeSeat(self.window.ground)
        self.dropped = Dropped(self.library, self.notice)
        self.following = FollowDesktop(self.preferences, self.notice, self.quit)
        self.engine = EngineClient(engine_command(data, language, offline=offline), self.store.schema_version)
        self.errands = Errands(self.engine, self.library, self.settings, self.toolbar, language, not offline)
        self.desk = Desk(self.window, self.library, self.preferences, self.late.tray, self.paths, self.reading)
        self.navigation = Navigation(
            self.library,
            self.settings,
            self.window,
            self.sidebar,
            self.article_list,
            self.home,
            self.seat,
            moment(self.settings.text("last_visit")),
            article_id(self.settings.text("stopped_at")),
        )
        self.signs = Signs(
            self.store,
            data,
            self.window,
            self.toolbar,
            self.sidebar,
            self.article_list,
            self.late.tray_icon,
            self.errands,
        )
        self.signs.follow(self.navigation)
        self.first_start = FirstStart(
            self.store, self.window, self.preferences, self.actions, self.errands, self.navigation
        )
        self.desk.show_welcome = self.first_start.show
        self.desk.fetch_missing, self.desk.pause = self.errands.fetch_missing, self.errands.cancel
        self.desk.online = self.errands.online
        self.rules = RuleErrands(self)
        self.commands = Commands(
            Hands(
                self.window,
                self.actions,
                self.navigation,
                self.library,
                self.errands,
                self.preferences,
                self.seat,
                self.sidebar,
                self.toolbar.search,
                self.toolbar.options,
                self.notice,
                self.desk,
                self.paths,
                self.quit,
            )
        )

    @property
    def changes(self) -> "ChangesView":
        """The view of what changed, made at the first call."""
        return self.reading.changes

    @property
    def pane(self) -> "ReadingPane":
        """The reading pane, made at the first call."""
        return self.seat.pane

    @property
    def tray(self) -> "NotificationTray":
        """The panel of notifications, made at the first call."""
        return self.late.tray()

    @property
    def tray_icon(self) -> "TrayIcon":
        """The icon in the desktop's tray, made at the first call."""
        return self.late.tray_icon()

    @property
    def own_themes(self) -> "OwnThemes":
        """The reader's own themes and the menu of all, made at the first call."""
        return self.late.own_themes()

    def run(self) -> int:
        """Show the window and stay until it is closed; the exit status."""
        self.show()
        if self.still:
            self.later.finish()
            WhenSettled(self.window, self._save_shot)
        else:
            self.later.add(self.begin)
            if self._options.hidden:
                self.later.begin()
        self.ended.connect(self._app.exit)
        return int(self._app.exec())

    def show(self) -> None:
        """Fill the panes and show the window."""
        if self._options.theme and not self.still:
            self.preferences.choose_theme(self._options.theme)
        # Not before the widgets are there: each would be polished again whenever it is put somewhere.
        self.preferences.dress(self._options.theme)
        self._apply_list_settings()
        self.speak()
        if self._options.size:
            self.window.resize(*self._options.size)
        else:
            self.window.restore_state(self.settings.text("window_state"))
        self.sidebar.restore(self.settings.text("sidebar_state"))
        self.signs.show_feeds()
        self.signs.show_bell()
        self.navigation.show_nothing()
        view = View(self._options.view) if self._options.view else View.HOME
        self.navigation.go(ArticleFilter(view))
        if self._options.article is not None:
            self.navigation.reveal(self._options.article)
        elif self.first_start.needed() and not self.still:
            self.first_start.show()
        if not self._options.hidden:
            self.window.show()
        (self.home if view is View.HOME else self.article_list).setFocus()
        self.signs.show_unread()

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
        self.first_start.fill()
        self.errands.begin()
        self.rules.begin()
        wanted = self.settings.flag("close_to_tray") and not self.settings.flag("told_no_tray")
        if wanted and not self.tray_icon.available():
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
        self.navigation.finish()
        self.library.stop()
        self.signs.stop()
        self.rules.stop()
        self.later.stop()
        self.commands.stop()
        if not self.store.read_only:
            with contextlib.suppress(OSError):
                self.settings.set("window_state", self.window.state(self.settings.text("window_state")))
                self.settings.set("last_visit", datetime.now(UTC).isoformat())
                article = self.navigation.article
                self.settings.set("stopped_at", str(article.id) if article else "")
        self.window.hide()
        for rows in (self.article_list, self.home):
            rows.stop()
        if self.late.tray_icon.made is not None:
            self.late.tray_icon.made.hide()
        self.engine.stop()
        self.ended.emit(0)

    def decide_close(self, event: QCloseEvent) -> None:
        """The window was closed: stay in the tray where that is wanted and there is one, else quit."""
        if self._quitting:
            return
        if self.settings.flag("close_to_tray") and self.tray_icon.available():
            event.ignore()
            self.window.hide()
        else:
            self.quit()

    def toggle_window(self) -> None:
        """The tray icon was clicked."""
        if self.window.isVisible() and self.window.isActiveWindow():
            self.window.hide()
        else:
            self.come_forward({})

    def go_from_sidebar(self, wanted: ArticleFilter) -> None:
        """A line of the sidebar was chosen: it ends a search."""
        self.toolbar.search.clear_quietly()
        self.navigation.go(wanted)

    def changed(self, changes: Changes) -> None:
        """The library has changed: whoever shows it hears of it."""
        self.navigation.take(changes)
        if changes.counts or changes.feeds or changes.new or changes.statuses:
            self.signs.show_feeds()
            self.signs.show_unread()
            # A mark changes nothing of what can be read offline, and counting that looks at every article.
            if not changes.statuses or changes.new or changes.updated or changes.removed:
                self.signs.count_offline_soon()
        if changes.notifications:
            self.signs.show_bell()
            if self.late.tray_is_open():
                self.desk.show_notifications()
        self.commands.update()

    def mirror_arrivals(self, new: int, updated: int) -> None:
        """The desktop's own notification, only while the window is not in use: the tray keeps everything."""
        if (new or updated) and self.settings.flag("toasts") and not self.window.isActiveWindow():
            words = [self.tr("%n new article(s)", "", new)] if new else []
            words += [self.tr("%n updated article(s)", "", updated)] if updated else []
            self.tray_icon.toast("Encre", " · ".join(words), None)

    def leave_feed(self, feed_id: int) -> None:
        """Unsubscribe, and offer to undo it."""
        feed = next((feed for feed in self.store.feeds() if feed.id == feed_id), None)
        if feed is None:
            return
        self.library.remove_feed(feed.id)
        if self.navigation.wanted.feed_id == feed.id:
            self.navigation.go(ArticleFilter(View.ALL))
        words = QCoreApplication.translate("Desktop", "“{0}” is left; its starred articles stay.").format(feed.title)
        self.notice.show_words(words, QCoreApplication.translate("Commands", "Undo"))

    def search_for(self, words: str) -> None:
        """Look words of an article up in the whole library."""
        self.toolbar.search.setText(words)
        self.toolbar.search.setFocus()

    def refreshing_changed(self, refreshing: bool) -> None:
        """A round has begun or ended."""
        self.tray_icon.set_refreshing(refreshing)
        self.commands.update()
        self.desk.show_offline_state(refreshing)

    def open_main_menu(self, at: QPoint) -> None:
        """The toolbar's menu."""
        open_menu(self.commands.main_menu(self.themes_menu(), self.window), at)

    def setting_changed(self, name: str) -> None:
        """A setting was changed in the dialog: it holds at once."""
        self.preferences.changed(name)
        if name == "refresh_minutes":
            self.errands.keep_rhythm()
        elif name.startswith("retention_"):
            self.commands.storage.limits_touched()
        elif name in ("density", "list_pictures", "swipe_right", "swipe_left"):
            self._apply_list_settings()

    def _apply_list_settings(self) -> None:
        self.article_list.set_density(self.preferences.density())
        self.article_list.set_pictures(self.settings.flag("list_pictures"))
        self.article_list.restore_views(self.settings.text("list_options"))
        for rows in (self.article_list, self.home):
            rows.view.set_swipes(self.settings.text("swipe_right"), self.settings.text("swipe_left"))
        self.home.set_options(options_from_text(self.settings.text("home_options")))

    def _hear_desktop(self) -> None:
        if not self.still:
            self.following.begin()

    def themes_menu(self) -> "ThemeMenu":
        """The menu of themes, tried on under the mouse."""
        return self.own_themes.menu()

    def dress(self, palette: Palette) -> None:
        """Every pane wears the theme."""
        for part in (self.toolbar, self.sidebar, self.article_list, self.home, self.reading, self.notice, self.actions):
            part.dress(palette)
        if self.late.tray.made is not None:
            self.late.tray.made.dress(palette)

    def speak(self) -> None:
        """Say everything in the language of the moment."""
        self.actions.speak()
        self.toolbar.speak()
        self.signs.show_place()
