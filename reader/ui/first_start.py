"""The first start: Encre's own articles in the library, the welcome page in the place of the panes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.core.entities import ArticleId
from reader.core.filters import ArticleFilter, View
from reader.store import Store
from reader.ui.actions import ActionTable
from reader.ui.errands import Errands
from reader.ui.navigation import Navigation
from reader.ui.preferences import Preferences
from reader.ui.window import Window

if TYPE_CHECKING:
    from reader.ui.welcome import Welcome


class FirstStart(QObject):
    """Shows the welcome, and does what is chosen there."""

    def __init__(
        self,
        store: Store,
        window: Window,
        preferences: Preferences,
        actions: ActionTable,
        errands: Errands,
        navigation: Navigation,
    ) -> None:
        super().__init__()
        self._store, self._window, self._preferences = store, window, preferences
        self._actions, self._errands, self._navigation = actions, errands, navigation
        self._page: Welcome | None = None

    def needed(self) -> bool:
        """Whether there is nothing to read yet and the welcome was never left."""
        return not self._store.feeds() and not self._preferences.settings.flag("welcomed")

    def fill(self) -> None:
        """Put our own articles into an empty library."""
        if self.needed():
            self._errands.welcome()

    def show(self) -> None:
        """The welcome in the place of the panes."""
        if self._page is None:
            self._page = self._made()
        self._window.show_page(self._page)

    def leave(self) -> None:
        """On to the panes."""
        self._preferences.settings.set("welcomed", True)
        self._window.show_page(None)

    def _made(self) -> "Welcome":
        # Only a first start shows it, and only then pays for it.
        from reader.ui.welcome import Welcome

        preferences = self._preferences
        page = Welcome(preferences.palettes, preferences.palette, preferences.settings.text("language"))
        page.read_requested.connect(self.read)
        page.feeds_chosen.connect(self._follow)
        page.import_requested.connect(self._actions["import_opml"].trigger)
        page.add_requested.connect(self._actions["add_feed"].trigger)
        page.theme_chosen.connect(preferences.choose_theme)
        page.language_chosen.connect(self._choose_language)
        preferences.theme_changed.connect(page.dress)
        return page

    def _choose_language(self, language: str) -> None:
        self._preferences.settings.set("language", language)
        self._preferences.changed("language")

    def read(self) -> None:
        """Open the first of our own articles."""
        self.leave()
        self._navigation.go(ArticleFilter(View.ALL))
        first = self._store.ids(ArticleFilter(View.ALL), limit=1)
        if first:
            self._navigation.reveal(ArticleId(first[0]))

    def _follow(self, addresses: Sequence[str]) -> None:
        self.leave()
        self._errands.subscribe(list(addresses))
