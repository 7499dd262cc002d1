"""Where the reader is: which list, which article, what comes next. Marks as read after the delay; keeps the place.

It holds the panes by their contracts and knows no other part of the window.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.core.changes import Changes
from reader.core.entities import Article, ArticleId
from reader.core.filters import ArticleFilter, View
from reader.core.search_words import understood
from reader.settings import Settings
from reader.ui.library import Library
from reader.ui.pane_seat import PaneSeat
from reader.ui.rows import HomeRows, ListRows, Rows
from reader.ui.sidebar import Sidebar
from reader.ui.window import Window

_REST = 700


class Navigation(QObject):
    """`moved` when list or article are others than before, `shown` when the pane was filled; `said` has a notice."""

    moved = Signal()
    shown = Signal()
    said = Signal(str)

    def __init__(
        self,
        library: Library,
        settings: Settings,
        window: Window,
        sidebar: Sidebar,
        article_list: ListRows,
        home: HomeRows,
        seat: PaneSeat,
        since: datetime | None,
        stopped: ArticleId | None,
    ) -> None:
        super().__init__()
        self._library, self._settings, self._window = library, settings, window
        self._sidebar, self._list, self._home, self._seat = sidebar, article_list, home, seat
        self._since, self._stopped = since, stopped
        self._at_home = False
        self._article: Article | None = None
        # The version last read when the article was opened: marking it as read does not change what is compared.
        self.read_before: int | None = None
        self._before_search: ArticleFilter | None = None
        self._reading_time = QTimer(self, singleShot=True)
        self._reading_time.timeout.connect(self._mark_as_read)
        self._aimed: tuple[ArticleId, ...] = ()
        self._passed: set[int] = set()
        self._scrolling = QTimer(self, interval=_REST, singleShot=True)
        self._scrolling.timeout.connect(self._mark_passed)

    @property
    def rows(self) -> Rows:
        """The list in use: Home's or the list's."""
        return self._home if self._at_home else self._list

    @property
    def wanted(self) -> ArticleFilter:
        """Which list the reader is in."""
        return ArticleFilter(View.HOME) if self._at_home else self._list.wanted()

    @property
    def listed(self) -> ArticleFilter:
        """Which articles are listed: those that display options hide are not, and no mark reaches them."""
        return self.rows.filter()

    def open_options(self, button: QWidget) -> None:
        """The display options of the list in use; Home has a button of its own."""
        if self._at_home:
            self._home.open_options()
        else:
            self._list.open_options(button)

    @property
    def article(self) -> Article | None:
        """The article in the pane."""
        return self._article

    def go(self, wanted: ArticleFilter) -> None:
        """Show another list, from the top."""
        self._before_search = None
        self._show(wanted)

    def search(self, words: str) -> None:
        """Show what is found; no words: back to where one was."""
        if words:
            if self._before_search is None:
                self._before_search = self.wanted
            self._show(ArticleFilter(View.ALL, search=words, archived=True))
        elif self._before_search is not None:
            self.go(self._before_search)

    def _show(self, wanted: ArticleFilter) -> None:
        # Whatever leads to a list leads out of the welcome.
        self._window.show_page(None)
        self._window.show_reading(False)
        plain = wanted == ArticleFilter(View.HOME)
        self._at_home = plain
        if plain:
            self._home.show_news(self._since, self._stopped)
            self._window.show_home(front_page=self._article is None)
        else:
            self._list.show_filter(wanted, since=self._since, stopped=self._stopped)
            self._window.show_list()
        if self._article is not None:
            self._mark_sought()
        if wanted.search is None:
            self._sidebar.choose(wanted)
        self._window.fold_sidebar()
        self.moved.emit()

    def open(self, article_id: int) -> None:
        """Show an article in the pane; read after the delay."""
        if self._article is not None and self._article.id == article_id:
            self._window.show_reading(True)
            return
        article = self._library.store.article(ArticleId(article_id))
        if article is None:
            self.said.emit(QCoreApplication.translate("Navigation", "This article is not in the library any more."))
            return
        if article.deleted:
            words = QCoreApplication.translate("Navigation", "This article is in the bin; “Activity” brings it back.")
            self.said.emit(words)
            return
        self._article = article
        self._window.show_page(None)
        self._mark_sought()
        self._seat.pane.show_article(article)
        self.shown.emit()
        if self._at_home:
            self._window.show_home(front_page=False)
        self._window.show_reading(True)
        self._reading_time.stop()
        self.read_before = article.read_revision
        behind = not article.read or article.changed_since_read
        if behind and self._settings.flag("mark_read_on_open") and not self._library.store.read_only:
            self._wait_until_read()
        self.moved.emit()

    def _mark_sought(self) -> None:
        """The words of a search are marked in the article, too."""
        query = understood(self.wanted.search or "", datetime.now().astimezone().date())
        self._seat.pane.mark_words(query.words, begins=query.exact != query.match)

    def _wait_until_read(self) -> None:
        delay = round(self._settings.number("mark_read_delay") * 1000)
        if delay:
            self._reading_time.start(delay)
        else:
            self._mark_as_read()

    def reveal(self, article_id: int) -> None:
        """Show an article named elsewhere (tray, command line): in its list when it is there, else among all."""
        known = ArticleId(article_id)
        if not self.rows.choose(known):
            away = any(row.archived for row in self._library.store.rows([known]))
            self.go(ArticleFilter(View.ARCHIVE if away else View.ALL))
            self._list.choose(known)
        self.open(article_id)

    def back(self) -> None:
        """From the text back to the list: out of the whole screen, out of the pane, out of the article."""
        if self._window.reading_alone:
            self._window.show_alone(False)
        elif self._window.turns:
            self._window.show_reading(False)
        elif self._at_home and self._article is not None:
            self.close_article()
            self._window.show_home(front_page=True)

    def close_article(self) -> None:
        """Nothing in the pane."""
        self._reading_time.stop()
        self._article = None
        self.show_nothing()
        self.moved.emit()

    def show_nothing(self) -> None:
        """What the pane says when no article is open."""
        unread = self._library.store.totals().get(View.UNREAD, 0)
        words = self.tr("%n unread article(s) wait.", "", unread) if unread else ""
        self._seat.show_empty("nothing_selected", QCoreApplication.translate("Navigation", "No article is open"), words)

    def move(self, step: int) -> None:
        """J and K."""
        self.rows.move(step)

    def next_unread(self, backwards: bool = False) -> None:
        """N: here, else in the next feed that has unread articles, else say so."""
        if self.rows.next_unread(backwards):
            return
        wanted = self.wanted
        narrow = wanted.feed_id is not None or wanted.folder is not None or wanted.view is View.STARRED
        if narrow and not backwards and self._go_to_unread_feed():
            self.rows.next_unread()
            return
        self.said.emit(QCoreApplication.translate("Navigation", "No more unread articles here."))

    def next_unread_feed(self) -> None:
        """G: the first unread article of the next feed that has one."""
        if self._go_to_unread_feed():
            self.rows.next_unread()
        else:
            self.said.emit(QCoreApplication.translate("Navigation", "No more unread articles here."))

    def pass_by(self, ids: Sequence[int]) -> None:
        """Rows have gone out of sight at the top: read, where the reader wants that; once scrolling rests."""
        if self._settings.flag("mark_read_on_scroll") and not self._library.store.read_only:
            self._passed.update(ids)
            self._scrolling.start()

    def finish(self) -> None:
        """The window is closing: mark what waits to be marked."""
        if self._scrolling.isActive():
            self._scrolling.stop()
            self._mark_passed()

    def _mark_passed(self) -> None:
        passed, self._passed = sorted(self._passed), set[int]()
        self.rows.stay(passed)
        self._library.mark(passed, read=True)

    def _go_to_unread_feed(self) -> bool:
        feeds = self._library.store.feeds()
        wanted, article = self.wanted, self._article
        of_article = article.feed_id if article is not None else None
        own = wanted.feed_id if wanted.feed_id is not None else of_article
        here = next((index for index, feed in enumerate(feeds) if feed.id == own), -1)
        following = [feed for feed in feeds[here + 1 :] + feeds[: max(0, here)] if feed.unread]
        if following:
            self.go(ArticleFilter(View.ALL, feed_id=following[0].id))
        return bool(following)

    def read_on(self) -> None:
        """Space: a page on, then the next unread article."""
        if self._article is None or not self._seat.pane.reading.page(True):
            self.next_unread()

    def read_back(self) -> None:
        """Shift+Space: a page back."""
        if self._article is not None:
            self._seat.pane.reading.page(False)

    def targets(self) -> list[ArticleId]:
        """What an action is about: the rows whose menu is open, else the selected ones, else the open article."""
        if self._aimed:
            return list(self._aimed)
        selected = self.rows.selected()
        if selected:
            return selected
        return [self._article.id] if self._article is not None else []

    def aim(self, ids: Sequence[int]) -> None:
        """A menu was opened on these rows: what it does is about them; none when it has closed."""
        self._aimed = tuple(map(ArticleId, ids))
        self.moved.emit()

    @property
    def aimed(self) -> tuple[ArticleId, ...]:
        """The rows whose menu is open."""
        return self._aimed

    def toggle_read(self, ids: Sequence[int] = ()) -> None:
        """M: unread when all are read, else read. Rows that are named stay where they are, however they are marked."""
        rows = self._library.store.rows([ArticleId(one) for one in ids] or self.targets())
        self.rows.stay(ids)
        if self._article is not None and self._article.id in {row.id for row in rows}:
            self._reading_time.stop()
        if rows:
            self._library.mark([row.id for row in rows], read=not all(row.read for row in rows))

    def mark_unread(self, article_id: int) -> None:
        """The pane's own tool: unread again, however long it stays open."""
        self._reading_time.stop()
        self._library.mark([article_id], read=self._article is not None and not self._article.read)

    def toggle_star(self, ids: Sequence[int] = ()) -> None:
        """S: starless when all have one, else a star."""
        rows = self._library.store.rows([ArticleId(one) for one in ids] or self.targets())
        if rows:
            self._library.mark([row.id for row in rows], starred=not all(row.starred for row in rows))

    def mark_around(self, above: bool) -> int:
        """Mark the rows above or below the selection as read; how many changed."""
        if self._aimed:
            listed = list(self.rows.ids())
            places = [listed.index(one) for one in self._aimed if one in listed]
            ids = listed[: min(places, default=0)] if above else listed[max(places, default=len(listed)) + 1 :]
        else:
            ids = list(self.rows.above() if above else self.rows.below())
        return len(self._library.mark(ids, read=True).statuses)

    def _mark_as_read(self) -> None:
        if self._article is not None:
            self._library.mark([self._article.id], read=True)

    def take(self, changes: Changes) -> None:
        """The library has changed: show it where it is seen."""
        if changes.origin == "elsewhere":
            self.rows.look_again()
        else:
            self._list.apply_changes(changes)
            self._home.apply_changes(changes)
        shown = self._article
        if shown is not None and shown.id in changes.updated | changes.statuses:
            fresh = self._library.store.article(shown.id)
            if fresh is not None:
                if fresh.revision == shown.revision and shown.changed_since_read:
                    # Being marked as read is no reason to take "see what changed" away under the reader's eyes.
                    fresh = replace(fresh, changed_since_read=True)
                elif fresh.revision != shown.revision:
                    self.read_before = fresh.read_revision
                self._article = fresh
                self._seat.pane.refresh_article(fresh)
                self.shown.emit()
        if shown is None and changes.counts:
            self.show_nothing()
        self.moved.emit()


def now() -> datetime:
    """The moment, aware and in UTC."""
    return datetime.now(UTC)
