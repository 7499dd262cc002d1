"""Home as a pane: what it shows under the reader's display options, and what stays in place while news come in."""

from array import array
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.core.changes import Changes
from reader.core.display import DisplayOptions
from reader.core.entities import ArticleId, Row
from reader.core.filters import ArticleFilter, Listing, View
from reader.render.moments import day_heading
from reader.store import Store
from reader.style.palette import Palette
from reader.ui.article_row.look import Density, Look
from reader.ui.article_row.thumbnails import Thumbnails
from reader.ui.display_options import OptionsPanel
from reader.ui.empty_state import EmptyState
from reader.ui.home.choice import arranged, within_budget
from reader.ui.home.geometry import HomeGeometry, Stretch, columns
from reader.ui.home.header import HomeHeader
from reader.ui.row_view import Band, RowModel, RowView
from reader.ui.row_view.arrivals import Arrivals
from reader.ui.row_view.loading import bands_of

_STEP = 240
# A refresh brings articles in many small bursts; Home is laid out anew once for all of them (milliseconds).
_SOON = 400


class Home(QWidget):
    """The news by day. `options_changed` carries the DisplayOptions that the owner keeps."""

    article_chosen = Signal(int)
    article_opened = Signal(int)
    star_clicked = Signal(int)
    menu_requested = Signal(list, QPoint)
    swiped = Signal(int, str)
    scrolled_past = Signal(list)
    options_changed = Signal(object)

    def __init__(self, store: Store, data_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("home")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._store = store
        self._options = DisplayOptions()
        self._since: datetime | None = None
        self._stopped: ArticleId | None = None
        self._budget, self._limit, self._columns = 0, _STEP, 0
        self._rows: list[Row] = []
        # Nothing is read before Home is first shown: its options may come earlier.
        self._asked = False
        self._visited: set[ArticleId] = set()
        self._more = False
        self._arrived: set[ArticleId] = set()
        self.header = HomeHeader(self)
        self.view = RowView(RowModel(store.rows, self), Thumbnails(data_folder, self), self)
        self.panel = OptionsPanel(self)
        self._empty = EmptyState("nothing_unread")
        self._build()

    def _build(self) -> None:
        self._bar = Arrivals()
        self._bar.clicked.connect(self._show_arrivals)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.reload)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.view)
        self.view.rows.address = self._store.address
        self.view.setAccessibleName(self.tr("Articles by day"))
        self.view.current_moved.connect(self._chosen)
        self.view.opened.connect(self.article_opened)
        self.view.star_clicked.connect(self.star_clicked)
        self.view.menu_requested.connect(self.menu_requested)
        self.view.swiped.connect(self.swiped)
        self.view.scrolled_past.connect(self.scrolled_past)
        self.view.verticalScrollBar().valueChanged.connect(self._near_the_end)
        self.view.resized.connect(self._resized)
        self.header.budget_chosen.connect(self._set_budget)
        self.header.options_requested.connect(self.open_options)
        self.header.stopped_chosen.connect(self._go_where_stopped)
        self.panel.changed.connect(self._options_chosen)

    # What is shown

    def show_news(self, since: datetime | None, stopped: ArticleId | None = None) -> None:
        """The news from the top; `since` is the last visit, `stopped` the article left half read."""
        self._asked = True
        self._since, self._stopped, self._limit = since, stopped, _STEP
        self._visited.clear()
        self._arrived.clear()
        self._bar.hide()
        self._read()
        self.view.restore(None, 0)

    def reload(self) -> None:
        """The news anew; what is chosen and what is at the top stay there."""
        current = self.current()
        held = self.view.anchor() or self.view.anchor_at(current)
        self._soon.stop()
        self._arrived.clear()
        self._bar.hide()
        self._read()
        if held is not None:
            self.view.restore(held, self.view.rows.place_of(held.article_id))
        self.view.choose_again([current] if current is not None else [], current)

    def look_again(self) -> None:
        """Another program has written: what came since is told where something is being read, else shown."""
        listing = self._store.listing(self.filter(), self._limit)
        fresh = {ArticleId(one) for one in listing.ids} - {row.id for row in self._rows}
        if self.current() is None or not fresh:
            self.reload()
            return
        self._arrived |= fresh
        self._bar.show_count(len(self._arrived))
        self._bar.show()

    def filter(self) -> ArticleFilter:
        """What Home shows under its options."""
        return self._options.narrowed(ArticleFilter(View.HOME))

    def _read(self) -> None:
        wanted = self.filter()
        if wanted.by_status:
            wanted = replace(wanted, keep=frozenset(self._visited))
        listing = self._store.listing(wanted, self._limit)
        self._more = len(listing.ids) == self._limit
        self._rows = self._store.rows([ArticleId(one) for one in listing.ids])
        known = {row.id: row for row in self._rows}
        picked = within_budget(self._rows, self._budget) if self._budget else []
        stretches = self._stretches(wanted, listing, known, {row.id for row in picked})
        if picked:
            stretches.insert(0, (Band(0, "heading", self._budget_words(picked), len(picked)), picked))
        self._show(stretches, dict(zip(listing.ids, listing.times, strict=True)))
        self._say(listing)

    def _stretches(
        self, wanted: ArticleFilter, listing: Listing, known: dict[ArticleId, Row], without: set[ArticleId]
    ) -> list[tuple[Band | None, list[Row]]]:
        """The rows under each band."""
        bands: list[Band | None] = list(bands_of(wanted, listing, self._since))
        starts = [band.row for band in bands if band is not None]
        if not starts or starts[0] > 0:
            bands, starts = [None, *bands], [0, *starts]
        found = []
        for band, start, end in zip(bands, starts, [*starts[1:], len(listing.ids)], strict=True):
            inside = [ArticleId(one) for one in listing.ids[start:end]]
            found.append((band, [known[one] for one in inside if one in known and one not in without]))
        return found

    def _show(self, stretches: list[tuple[Band | None, list[Row]]], times: dict[int, int]) -> None:
        self._columns = columns(self.view.viewport().width())
        density = Density(self._options.density)
        ids: list[ArticleId] = []
        laid: list[Stretch] = []
        for number, (band, rows) in enumerate(stretches):
            segment = arranged(rows, self._cards_of(len(rows), density, first=number == 0))
            pictured = self._options.pictures and any(row.picture for row in segment.rows[: segment.cards])
            laid.append(Stretch(band, len(segment.rows), segment.cards, pictured))
            ids += [row.id for row in segment.rows]
        self.view.rows.show(Listing(array("q", ids), array("q", (times[one] for one in ids))))
        rest = Density.COMPACT if density is not Density.CARDS else Density.CARDS
        self.view.lay_out(HomeGeometry(laid, rest))
        self._stack.setCurrentWidget(self.view if ids else self._empty)

    def _cards_of(self, size: int, density: Density, *, first: bool) -> int:
        if density is Density.CARDS:
            return size
        if density is Density.COMPACT:
            return 0
        lines = 2 if first and size >= 4 * self._columns else 1
        return min(size, self._columns * lines)

    def _budget_words(self, picked: list[Row]) -> str:
        total = sum(row.minutes for row in picked)
        return self.tr("For your {0} minutes: {1} min in all").format(self._budget, total)

    def _say(self, listing: Listing) -> None:
        now = datetime.now().astimezone()
        edge = None if self._since is None else self._since.timestamp() * 1_000_000
        fresh = 0 if edge is None else sum(time > edge for time in listing.times)
        unread = [row for row in self._rows if not row.read]
        # Written out, not "Today": two days on, today is a day like any other.
        day = day_heading(now.date(), now.date() + timedelta(days=2))
        self.header.say(day, fresh, len(unread), sum(row.minutes for row in unread))
        stopped = self._store.rows([self._stopped]) if self._stopped is not None else []
        self.header.say_stopped(stopped[0] if stopped else None)
        if not listing.ids:
            narrowed = self._options != DisplayOptions()
            sentence = self.tr("Display options hide some articles.") if narrowed else ""
            self._empty.show_words("nothing_unread", self.tr("Nothing to show on Home"), sentence)

    # What changes meanwhile

    def stay(self, ids: Sequence[int]) -> None:
        """These stay where they are though they are read: the reader is among them."""
        self._visited.update(map(ArticleId, ids))

    def apply_changes(self, changes: Changes) -> None:
        """Marks are repainted where they are; new articles come in unless something is being read: then they wait."""
        feeds_moved = bool(changes.feeds and changes.counts and not changes.new and not changes.updated)
        if changes.removed or feeds_moved:
            self.reload()
        elif changes.updated or changes.statuses:
            self.view.rows.forget(changes.updated | changes.statuses)
            held = (changes.updated | changes.statuses) & {row.id for row in self._rows}
            fresh = {row.id: row for row in self._store.rows(sorted(held))}
            self._rows = [fresh.get(row.id, row) for row in self._rows]
            if self._options.hide_read and changes.statuses - self._visited:
                self.reload()
        if changes.new:
            self._arrive(changes)
        self.view.viewport().update()

    def _arrive(self, changes: Changes) -> None:
        self._arrived |= set(self._store.matching(changes.new, self.filter()))
        if self.current() is None and self.view.anchor() is None:
            self._soon.start()
        elif self._arrived:
            self._bar.show_count(len(self._arrived))
            self._bar.show()

    def _show_arrivals(self) -> None:
        self.reload()
        self.view.restore(None, 0)

    def _near_the_end(self, value: int) -> None:
        bar = self.view.verticalScrollBar()
        if self._more and value > 0 and value > bar.maximum() - 2 * bar.pageStep():
            self._more = False
            self._limit += _STEP
            self.reload()

    def _resized(self) -> None:
        if columns(self.view.viewport().width()) != self._columns and self._rows:
            self.reload()

    # What is chosen

    def _chosen(self, article_id: int) -> None:
        self._visited.add(ArticleId(article_id))
        self.article_chosen.emit(article_id)

    def _go_where_stopped(self) -> None:
        if self._stopped is not None and not self.choose(self._stopped):
            self.article_chosen.emit(self._stopped)

    def current(self) -> ArticleId | None:
        """The article that the keys move from."""
        return self.view.id_at(self.view.currentIndex().row())

    def ids(self) -> list[ArticleId]:
        """The articles in the order in which they are shown."""
        return [ArticleId(one) for one in self.view.rows.ids]

    def selected(self) -> list[ArticleId]:
        """All chosen articles, in order."""
        return [ArticleId(self.view.rows.ids[row]) for row in self.view.chosen_rows()]

    def choose(self, article_id: int) -> bool:
        """Choose an article and bring it into view; False when Home does not show it."""
        row = self.view.rows.place_of(article_id)
        if row >= 0:
            self.view.choose_row(row)
        return row >= 0

    def neighbour(self, gone: Collection[int]) -> ArticleId | None:
        """Where to go on when these articles leave."""
        return self.view.neighbour(gone)

    def move(self, step: int) -> bool:  # type: ignore[override] # nobody moves a pane by pixels
        """`step` articles further; False at the end."""
        return self.view.step_by(step)

    def next_unread(self, backwards: bool = False) -> bool:
        """Choose the next unread article, beginning again at the other end; False when there is none."""
        ids, here = self.view.rows.ids, self.view.currentIndex().row()
        unread = self._store.unread_among(ids)
        ahead = [*range(here + 1, len(ids)), *range(max(0, here))]
        behind = [*range(max(here, 0) - 1, -1, -1), *range(len(ids) - 1, here, -1)]
        found = next((row for row in (behind if backwards else ahead) if ids[row] in unread), None)
        if found is None:
            return False
        self.view.choose_row(found)
        return True

    def above(self) -> list[ArticleId]:
        """The articles above the current one."""
        return self.ids()[: max(0, self.view.currentIndex().row())]

    def below(self) -> list[ArticleId]:
        """The articles below the current one; all when there is none."""
        return self.ids()[self.view.currentIndex().row() + 1 :]

    def page(self, forward: bool) -> None:
        """Scroll by what is seen."""
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + (1 if forward else -1) * bar.pageStep())

    # Options and looks

    def options(self) -> DisplayOptions:
        """The display options in force."""
        return self._options

    def set_options(self, options: DisplayOptions) -> None:
        """Show Home under these options."""
        self._options = options
        if self.view.painter_ is not None:
            self.view.painter_.pictures = options.pictures
        if self._asked:
            self.reload()

    def _options_chosen(self, options: DisplayOptions) -> None:
        self.set_options(options)
        self.options_changed.emit(options)

    def open_options(self) -> None:
        """Offer the display options under their button."""
        self.panel.offer(self._options, self._store.sections(), [(feed.id, feed.title) for feed in self._store.feeds()])
        self.panel.open_under(self.header.options)

    def _set_budget(self, minutes: int) -> None:
        self._budget = minutes
        self.reload()
        self.view.restore(None, 0)

    def speak(self) -> None:
        """Say everything in the language that is spoken now."""
        self.view.setAccessibleName(self.tr("Articles by day"))
        self.header.speak()
        self.reload()

    def dress(self, palette: Palette) -> None:
        """Wear a theme; place and choice stay."""
        self.header.dress(palette)
        self.view.dress(Look(palette), pictures=self._options.pictures)
        self._empty.dress(palette, palette.list)

    def stop(self) -> None:
        """The program ends: no thread may be at work when it does."""
        self.wait()

    def wait(self) -> None:
        """Until all pictures are decoded; for pictures of the window and for tests."""
        self.view.thumbnails.wait()
