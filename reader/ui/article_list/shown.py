"""What the list shows: one filter under display options, read in pieces, found again after it was read anew."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.core.display import DisplayOptions
from reader.core.entities import ArticleId
from reader.core.filters import ArticleFilter, Order
from reader.store import Store
from reader.style.palette import Palette
from reader.ui.article_list.empty_words import EmptyWords, empty_words, hidden_words
from reader.ui.article_list.options import ViewOptions
from reader.ui.article_row.look import Density, Look
from reader.ui.article_row.thumbnails import Thumbnails
from reader.ui.display_options import OptionsPanel
from reader.ui.empty_state import EmptyState
from reader.ui.row_view import RowModel, RowView, UniformGeometry
from reader.ui.row_view.arrivals import Arrivals
from reader.ui.row_view.loading import FIRST, Loaded, Loader, load

_COUNTED = ("view", "feed_id", "folder", "order", "grouping")


class ShownArticles(QWidget):
    """The articles of one filter under a view's display options; the first rows at once, the rest from a thread."""

    article_chosen = Signal(int)
    article_opened = Signal(int)
    star_clicked = Signal(int)
    menu_requested = Signal(list, QPoint)
    new_arrivals_requested = Signal()
    scrolled_past = Signal(list)
    swiped = Signal(int, str)
    empty_chosen = Signal()
    count_changed = Signal(int)
    options_changed = Signal(object)

    def __init__(self, store: Store, data_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleList")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._store = store
        self._wanted = self._filter = ArticleFilter()
        self._views = ViewOptions()
        self._options = DisplayOptions()
        self._since: datetime | None = None
        self._stopped: ArticleId | None = None
        self._last_refresh: datetime | None = None
        self._given_words: EmptyWords | None = None
        self._panel = OptionsPanel(self)
        self._panel.changed.connect(self._options_chosen)
        self._visited: set[ArticleId] = set()
        self._arrived: set[ArticleId] = set()
        self._awaited: ArticleId | None = None
        self._again: tuple[list[ArticleId], ArticleId | None] = ([], None)
        self._loaded = Loaded(store.listing(self._filter, 0), (), True)
        self._loader = Loader(store, self)
        self._loader.loaded.connect(self._more)
        self.view = RowView(RowModel(store.rows, self), Thumbnails(data_folder, self), self)
        self._build()

    def _build(self) -> None:
        self._bar = Arrivals()
        self._empty = EmptyState()
        self._empty.chosen.connect(self._next_step)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._stack)
        self.setFocusProxy(self.view)
        self.view.rows.address = self._store.address
        self.view.setAccessibleName(QCoreApplication.translate("ArticleList", "Articles"))
        self.view.opened.connect(self.article_opened)
        self.view.star_clicked.connect(self.star_clicked)
        self.view.menu_requested.connect(self.menu_requested)
        self.view.scrolled_past.connect(self.scrolled_past)
        self.view.swiped.connect(self.swiped)

    # What is shown

    def show_filter(
        self, wanted: ArticleFilter, *, since: datetime | None = None, stopped: ArticleId | None = None
    ) -> None:
        """A new list, from the top; `since` is the last visit, `stopped` the article then open. First rows at once."""
        self._wanted, self._since, self._stopped = wanted, since, stopped
        self._panel.hide()
        self._wear(self._views.of(wanted))
        self._filter = wanted = self._narrowed()
        self._visited.clear()
        self._forget_arrivals()
        self._awaited = None
        self._loader.cancel()
        query = wanted.search
        self.view.annotate(None if query is None else lambda ids: self._store.snippets(query, ids))
        self._take(load(self._store, wanted, since, FIRST, stopped), None)
        self.view.restore(None, 0)
        if not self._loaded.whole:
            self._loader.ask(wanted, since, stopped)

    def reload(self) -> None:
        """The same filter anew: chosen articles, the place and the article being read stay where they are."""
        self._forget_arrivals()
        wanted = self._kept_filter()
        if len(self.view.rows.ids) <= FIRST * 25 and self._loaded.whole:
            self._loader.cancel()
            self._take(load(self._store, wanted, self._since, None, self._stopped), self.view.rows)
        else:
            self._loader.ask(wanted, self._since, self._stopped)

    def _read_from_the_top(self) -> None:
        """The first rows and what is chosen in them at once; the rest, and what is chosen there, when it comes."""
        wanted = self._kept_filter()
        self._loader.cancel()
        self._take(load(self._store, wanted, self._since, FIRST, self._stopped), self.view.rows)
        if not self._loaded.whole:
            self._loader.ask(wanted, self._since, self._stopped)

    def _narrowed(self) -> ArticleFilter:
        return self._options.narrowed(self._wanted) if self._options.arranges else self._wanted

    def _kept_filter(self) -> ArticleFilter:
        current = self.current()
        kept = self._filter.keep | self._visited | ({current} if current is not None else set())
        return replace(self._filter, keep=frozenset(kept)) if self._filter.by_status else self._filter

    def _more(self, token: int, found: Loaded) -> None:
        """An answer of the thread: more of the same list, or the list anew."""
        if token != self._loader.token:
            return
        model = self.view.rows
        if model.starts(found.listing):
            held = self.view.anchor()
            self._loaded = found
            model.grow(found.listing)
            model.forget()
            self._lay_out()
            if held is not None:
                self.view.restore(held, model.place_of(held.article_id))
            if self.current() is None:
                self.view.choose_again(*self._again)
            self._say_empty()
            self.count_changed.emit(self.count())
        elif found.whole or found.listing.ids:
            if not found.whole and self.view.anchor() is not None:
                return
            self._take(found, model)
        if self._awaited is not None and self.choose(self._awaited):
            self._awaited = None

    def _take(self, found: Loaded, before: RowModel | None) -> None:
        """Show a list; what was chosen, current and at the top is found again in it, where there was one before."""
        chosen, current = (self.selected(), self.current()) if before is not None else ([], None)
        held = self.view.anchor() or self.view.anchor_at(current) if before is not None else None
        self._loaded = found
        self.view.rows.show(found.listing)
        self._lay_out()
        if held is not None:
            self.view.restore(held, self._place_like(held.article_id, held.time))
        self.view.choose_again(chosen, current)
        self._again = ([], None) if found.whole else (chosen, current)
        self._say_empty()
        self.count_changed.emit(self.count())

    def _place_like(self, article_id: int, time: int) -> int:
        """The row of an article, or of its neighbour in time when it has left the list."""
        place, times = self.view.rows.place_of(article_id), self.view.rows.times
        if place >= 0 or not times:
            return place
        sign = -1 if self._filter.order is Order.NEWEST else 1
        return min(len(times) - 1, bisect_left(times, sign * time, key=lambda other: sign * other))

    def _lay_out(self) -> None:
        size, bands = len(self._loaded.listing.ids), self._loaded.bands
        density = Density(self._options.density)
        self.view.lay_out(UniformGeometry(size, bands, density, pictures=self._options.pictures))

    def _say_empty(self) -> None:
        # Of a search the first moment may have found nothing; the thread has the last word.
        empty = not self.view.rows.ids and self._loaded.whole
        self._stack.setCurrentWidget(self._empty if empty else self.view)
        if empty:
            words = self._given_words or empty_words(self._wanted, self._last_refresh)
            if self._hides_all():
                words = hidden_words()
            self._empty.show_words(words.drawing, words.heading, words.sentence, words.button)

    def _hides_all(self) -> bool:
        """Whether the list is empty because of its display options alone."""
        return self._options.hides and not self.view.rows.ids and bool(self._store.ids(self._wanted, 1))

    def _next_step(self) -> None:
        if self._hides_all():
            self._options_chosen(self._views.plain)
        else:
            self.empty_chosen.emit()

    def set_empty_words(self, drawing: str = "", heading: str = "", sentence: str = "", button: str = "") -> None:
        """What an empty list says from now on; without a heading, the list's own words for each view."""
        self._given_words = EmptyWords(drawing, heading, sentence, button) if heading else None
        self._say_empty()

    def set_last_refresh(self, at: datetime | None) -> None:
        """When the feeds were last refreshed, for "Everything is read. Last refresh 4 min ago."."""
        self._last_refresh = at
        self._say_empty()

    # What is there

    def filter(self) -> ArticleFilter:
        """What the list shows, as its display options leave it."""
        return self._filter

    def wanted(self) -> ArticleFilter:
        """What was asked for, before display options."""
        return self._wanted

    def ids(self) -> Sequence[int]:
        """The articles, in order, as far as they are known."""
        return self.view.rows.ids

    def count(self) -> int:
        """How many there are: as the counters say while the rest is still being read."""
        plain = replace(ArticleFilter(), **{name: getattr(self._filter, name) for name in _COUNTED})
        if self._loaded.whole or self._filter != plain:
            return len(self.view.rows.ids)
        return self._store.count(plain)

    def current(self) -> ArticleId | None:
        """The article that the keys move from."""
        return self.view.id_at(self.view.currentIndex().row())

    def selected(self) -> list[ArticleId]:
        """All chosen articles, in order."""
        return [ArticleId(self.view.rows.ids[row]) for row in self.view.chosen_rows()]

    def choose(self, article_id: int) -> bool:
        """Choose an article and bring it into view; False when the list does not have it (or not yet)."""
        row = self.view.rows.place_of(article_id)
        if row < 0:
            self._awaited = None if self._loaded.whole else ArticleId(article_id)
            return False
        self.view.choose_row(row)
        return True

    def _forget_arrivals(self) -> None:
        self._arrived.clear()
        self._bar.hide()

    # How it looks

    def set_options(self, options: DisplayOptions) -> None:
        """Show what these display options leave of the filter, as they say; they are this view's own from now on."""
        self._views.keep(self._wanted, options)
        self._wear(options)
        self._filter = self._narrowed()
        self._read_from_the_top()

    def _wear(self, options: DisplayOptions) -> None:
        self._options = options
        if self.view.painter_ is not None:
            self.view.painter_.pictures = options.pictures

    def options(self) -> DisplayOptions:
        """The display options in force."""
        return self._options

    def has_own_options(self) -> bool:
        """Whether this view differs from what the settings say of all lists."""
        return self._options != self._views.plain

    def restore_views(self, text: str) -> None:
        """The display options of every view, as `views` gave them."""
        self._views.text = text
        self._wear(self._views.of(self._wanted))

    def views(self) -> str:
        """The display options of every view, to be kept as text."""
        return self._views.text

    def open_options(self, button: QWidget) -> None:
        """Offer the display options under a button; `options_changed` with what is chosen."""
        one = self._wanted.feed_id is not None
        feeds = [] if one else [(feed.id, feed.title) for feed in self._store.feeds()]
        self._panel.offer(self._options, self._store.sections(), feeds, plain=self._views.plain)
        self._panel.open_under(button)

    def _options_chosen(self, options: DisplayOptions) -> None:
        self.set_options(options)
        self.options_changed.emit(options)

    def speak(self) -> None:
        """Say everything in the language that is spoken now."""
        self.view.setAccessibleName(QCoreApplication.translate("ArticleList", "Articles"))
        self._say_arrivals()
        self._say_empty()
        self.view.viewport().update()

    def _say_arrivals(self) -> None:
        count = len(self._arrived)
        self._bar.show_count(count)

    def set_density(self, density: str) -> None:
        """Rows are "comfortable", "compact" or "cards" where a view has no choice of its own."""
        self._views.change(density=density)
        self._lay_out_anew()

    def set_pictures(self, shown: bool) -> None:
        """With or without pictures where a view has no choice of its own."""
        self._views.change(pictures=shown)
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        """Other looks; the article at the top stays there."""
        held = self.view.anchor()
        self._wear(self._views.of(self._wanted))
        self._lay_out()
        if held is not None:
            self.view.restore(held, self.view.rows.place_of(held.article_id))

    def dress(self, palette: Palette) -> None:
        """Wear a theme; place and choice stay."""
        self.view.dress(Look(palette), pictures=self._options.pictures)
        self._empty.dress(palette, palette.list)

    def stop(self) -> None:
        """The program ends: no thread may be reading when it does."""
        self._loader.cancel()
        self.wait()

    def wait(self) -> None:
        """Until the whole list is known and its pictures are decoded; for pictures of the window and for tests."""
        self._loader.wait()
        self.view.thumbnails.wait()
