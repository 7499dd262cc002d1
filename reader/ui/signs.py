"""What sidebar, toolbar, title and tray icon say of the library: feeds, counts, what is kept, the bell, the place."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.core.filters import View
from reader.store import Store
from reader.ui.article_list import ArticleList
from reader.ui.errands import Errands
from reader.ui.made_later import MadeLater
from reader.ui.navigation import Navigation
from reader.ui.sidebar import Sidebar
from reader.ui.toolbar import Toolbar
from reader.ui.view_names import filter_name
from reader.ui.window import Window

if TYPE_CHECKING:
    from reader.ui.tray_icon import TrayIcon

_CALM = 800


class Signs(QObject):
    """Reads the store and tells the parts that show it; each method is one thing to say."""

    def __init__(
        self,
        store: Store,
        data_folder: Path,
        window: Window,
        toolbar: Toolbar,
        sidebar: Sidebar,
        article_list: ArticleList,
        tray_icon: "MadeLater[TrayIcon]",
        errands: Errands,
    ) -> None:
        super().__init__()
        self._store, self._data_folder, self._window = store, data_folder, window
        self._toolbar, self._sidebar, self._list = toolbar, sidebar, article_list
        self._tray_icon, self._errands = tray_icon, errands
        self._navigation: Navigation | None = None
        self._nothing_kept = True
        # Counting all pictures costs time in a large library: once a burst of changes is over.
        self._offline_later = QTimer(self, singleShot=True)
        self._offline_later.timeout.connect(self.show_offline)

    def follow(self, navigation: Navigation) -> None:
        """Say where this navigation is."""
        self._navigation = navigation

    def stop(self) -> None:
        """The window is closing."""
        self._offline_later.stop()

    def show_feeds(self) -> None:
        """Feeds, views and smart feeds with their counts."""
        store = self._store
        self._sidebar.show_feeds(store.feeds(), store.totals(), self._data_folder, store.smart_feeds(), store.tags())
        self._list.set_last_refresh(self._errands.last_refresh)

    def count_offline_soon(self) -> None:
        """How much can be read with no network, in a moment; at once after the first article."""
        if not self._offline_later.isActive():
            self._offline_later.start(0 if self._nothing_kept else _CALM)

    def show_offline(self) -> None:
        """How much can be read with no network. Looks at every article."""
        summary = self._store.offline_summary()
        self._nothing_kept = summary.articles == 0
        self._sidebar.show_offline(summary, self._errands.online)

    def show_bell(self) -> None:
        """How many notifications were not seen yet."""
        self._toolbar.show_bell(self._store.unseen_notifications())

    def show_unread(self) -> None:
        """The number on the tray icon."""
        if self._tray_icon.made is not None:
            self._tray_icon.made.set_unread(self._unread())

    def show_place(self) -> None:
        """Where one is, in the toolbar and in the window's title."""
        navigation = self._navigation
        if navigation is None:
            return
        wanted = navigation.wanted
        feed = self._store.feed(wanted.feed_id) if wanted.feed_id is not None else None
        saved = next((one.name for one in self._store.smart_feeds() if one.query == wanted.search), None)
        name = saved or filter_name(wanted, feed.title if feed else None)
        count = None if wanted.view is View.HOME else self._list.count()
        savable = wanted.search is not None and saved is None and not self._store.read_only
        self._toolbar.show_place(name, count, savable=savable)
        self._toolbar.show_options(None if wanted.view is View.HOME else self._list.has_own_options())
        unread, article = self._unread(), navigation.article
        title = f"{article.title} – {name}" if article else name
        self._window.setWindowTitle(f"({unread}) {title}" if unread else title)

    def _unread(self) -> int:
        return self._store.totals().get(View.UNREAD, 0)
