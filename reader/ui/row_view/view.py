"""The view: painting the rows that are seen, the pointer, the keys, the star; places are `places.PlacedTable`'s."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reader.core.entities import ArticleId
from reader.ui.article_row import words
from reader.ui.article_row.look import HEADING, Look
from reader.ui.article_row.painting import RowPainter, State
from reader.ui.article_row.thumbnails import Thumbnails
from reader.ui.row_view.band_painting import paint_band, paint_sticky
from reader.ui.row_view.dragging import picture
from reader.ui.row_view.geometry import Geometry
from reader.ui.row_view.model import RowModel
from reader.ui.row_view.places import Index
from reader.ui.row_view.swiping import SwipedTable

_LETTERS_GO_ON = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_PAST_AT_MOST = 50


@dataclass(frozen=True, slots=True)
class Anchor:
    """What stays where it is while a list changes: an article, its time, and its distance from the view's top."""

    article_id: int
    time: int
    offset: int


Annotate = Callable[[list[ArticleId]], dict[ArticleId, str]]


class RowView(SwipedTable):
    """Rows, headings that stick, the star that can be clicked. Ids and places go out as signals."""

    current_moved = Signal(int)
    opened = Signal(int)
    star_clicked = Signal(int)
    menu_requested = Signal(list, QPoint)
    scrolled_past = Signal(list)
    resized = Signal()

    def __init__(self, model: RowModel, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.thumbnails = thumbnails
        self.painter_: RowPainter | None = None
        self.sticky = True
        self._annotate: Annotate | None = None
        self._hovered, self._star_hovered = -1, False
        self._by_keyboard = False
        self._top_row = 0
        self._quiet = False
        thumbnails.arrived.connect(self.viewport().update)

    # What the owner says

    def lay_out(self, geometry: Geometry) -> None:
        """Rows lie otherwise from now on."""
        geometry.fit(self.viewport().width())
        self.geometry_ = geometry
        self.updateGeometries()
        self.viewport().update()

    def annotate(self, notes: Annotate | None) -> None:
        """Ask `notes` for the words around a search's hits, of the rows that are seen; None for no search."""
        self._annotate = notes
        if self.painter_ is not None:
            self.painter_.notes.clear()

    def dress(self, look: Look, *, pictures: bool) -> None:
        """Wear a theme."""
        notes = self.painter_.notes if self.painter_ else {}
        self.painter_ = RowPainter(look, self.thumbnails, self.devicePixelRatioF())
        self.painter_.pictures, self.painter_.notes = pictures, notes
        self.viewport().update()

    def anchor(self) -> Anchor | None:
        """The first row wholly seen (under the sticking heading), and where it is; None at the very top."""
        top = self.verticalScrollBar().value()
        if top == 0 or not self.rows.ids:
            return None
        seen = self.geometry_.rows_between(top + HEADING, top + HEADING + 1)
        row = next(iter(seen), 0)
        if row >= len(self.rows.ids):
            return None
        return Anchor(self.rows.ids[row], self.rows.times[row], self.geometry_.rect(row).top() - top)

    def anchor_at(self, article_id: int | None) -> Anchor | None:
        """A row that is seen, and where it is; None for one that is not."""
        row = self.rows.place_of(article_id) if article_id is not None else -1
        top = self.geometry_.rect(row).top() - self.verticalOffset() if row >= 0 else -1
        seen = 0 <= top < self.viewport().height()
        return Anchor(self.rows.ids[row], self.rows.times[row], top) if seen else None

    def restore(self, anchor: Anchor | None, row: int) -> None:
        """Put `row` where the anchor was."""
        if anchor is not None and 0 <= row < len(self.rows.ids):
            self._scroll_quietly(self.geometry_.rect(row).top() - anchor.offset)
        elif anchor is None:
            self._scroll_quietly(0)

    def _scroll_quietly(self, y: int) -> None:
        self._quiet = True
        self.verticalScrollBar().setValue(y)
        self._top_row = self._first_seen()
        self._quiet = False

    def step_by(self, step: int) -> bool:
        """Choose the row `step` further, the last or first where there are not as many; False when that is this one."""
        row = self.currentIndex().row()
        target = min(len(self.rows.ids) - 1, max(0, row + step if row >= 0 else 0))
        if target < 0 or target == row:
            return False
        self.choose_row(target)
        return True

    def choose_row(self, row: int, *, quiet: bool = False, scroll: bool = True) -> None:
        """Make `row` the current and only chosen one; quietly when nobody needs to hear of it."""
        before, self._quiet = self._quiet, quiet or self._quiet
        index = self.rows.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        if scroll:
            self.scrollTo(index)
        self._quiet = before

    def choose_again(self, chosen: list[ArticleId], current: ArticleId | None) -> None:
        """After the rows were read anew: the same articles are chosen and current, and nobody hears of it."""
        if current is None and not chosen:
            return
        before, self._quiet = self._quiet, True
        selection, flags = self.selectionModel(), QItemSelectionModel.SelectionFlag
        place = -1 if current is None else self.rows.place_of(current)
        if place >= 0:
            selection.setCurrentIndex(self.rows.index(place, 0), flags.NoUpdate)
        for row in self._rows_of(chosen):
            selection.select(self.rows.index(row, 0), flags.Select | flags.Rows)
        self._quiet = before

    def _rows_of(self, wanted: list[ArticleId]) -> list[int]:
        if len(wanted) < 20:
            return [row for one in wanted if (row := self.rows.place_of(one)) >= 0]
        known = set(wanted)
        return [row for row, one in enumerate(self.rows.ids) if one in known]

    def chosen_rows(self) -> list[int]:
        """The numbers of all chosen rows, in order."""
        selection = self.selectionModel().selection()
        ranges = sorted((one.top(), one.bottom()) for one in map(selection.at, range(selection.count())))
        return [row for top, bottom in ranges for row in range(top, bottom + 1)]

    def id_at(self, row: int) -> ArticleId | None:
        """The article of a row."""
        return ArticleId(self.rows.ids[row]) if 0 <= row < len(self.rows.ids) else None

    # Scrolling

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows take the new width; the row at the top stays there."""
        held = self.anchor() if event.oldSize().width() != event.size().width() else None
        self.geometry_.fit(self.viewport().width())
        self.updateGeometries()
        if held is not None:
            self.restore(held, self.rows.place_of(held.article_id))
        super().resizeEvent(event)
        self.resized.emit()

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Everything moves but the heading that sticks."""
        self.viewport().update()
        first = self._first_seen()
        passed = range(self._top_row, min(first, len(self.rows.ids)))
        if not self._quiet and 0 < len(passed) <= _PAST_AT_MOST:
            self.scrolled_past.emit([self.rows.ids[row] for row in passed])
        self._top_row = first

    def _first_seen(self) -> int:
        top = self.verticalOffset()
        return next(iter(self.geometry_.rows_between(top + HEADING, top + HEADING + 1)), 0)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows and bands that are seen, then the heading that sticks."""
        painter = QPainter(self.viewport())
        if self.painter_ is None:
            painter.fillRect(event.rect(), self.palette().base())
            painter.end()
            return
        self.painter_.now = datetime.now().astimezone()
        painter.fillRect(event.rect(), self.painter_.look.plain.ground)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        top = self.verticalOffset()
        first, last = top + event.rect().top(), top + event.rect().bottom()
        numbers = self.geometry_.rows_between(first, last)
        if self._annotate is not None:
            self._note(numbers, self.painter_, self._annotate)
        self._paint_rows(painter, self.painter_, numbers, top)
        inset, width = self.geometry_.inset, self.viewport().width()
        for y, band in self.geometry_.bands_between(first, last):
            paint_band(painter, self.painter_.look, QRect(inset, y - top, width - 2 * inset, band.height), band)
        if self.sticky and top > 0:
            heading, after = self.geometry_.heading_over(top)
            if heading is not None:
                offset = min(0, after - top - heading.height)
                paint_sticky(painter, self.painter_.look, QRect(0, offset, width, heading.height), inset, heading)
        painter.end()

    def _paint_rows(self, painter: QPainter, rows: RowPainter, numbers: Iterable[int], top: int) -> None:
        selection, aside = self.selectionModel(), self.pushed()[0]
        for number in numbers:
            row = self.rows.row(number)
            if row is None:
                continue
            place, density = self.geometry_.rect(number).translated(0, -top), self.geometry_.density(number)
            paint = partial(rows.paint, painter, place, row, self._state(number, selection), density)
            if number == aside:
                self.paint_pushed(painter, rows.look, place, row, density, paint)
            else:
                paint()

    def _note(self, numbers: Iterable[int], painter: RowPainter, notes: Annotate) -> None:
        missing = [ArticleId(self.rows.ids[number]) for number in numbers if self.rows.ids[number] not in painter.notes]
        if missing:
            painter.notes |= dict.fromkeys(missing, "") | notes(missing)

    def _state(self, number: int, selection: QItemSelectionModel) -> State:
        is_chosen = selection.isSelected(self.rows.index(number, 0))
        current = number == self.currentIndex().row()
        following = number + 1 < len(self.rows.ids) and selection.isSelected(self.rows.index(number + 1, 0))
        hovered = number == self._hovered
        ring = current and self._by_keyboard and self.hasFocus()
        return State(is_chosen, hovered, ring, hovered and self._star_hovered, following)

    # Mouse and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer shows that it can be clicked."""
        super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    def _hover(self, point: QPoint) -> None:
        index = self.indexAt(point)
        number = index.row() if index.isValid() else -1
        on_star = number >= 0 and self._on_star(number, point)
        if (number, on_star) != (self._hovered, self._star_hovered):
            for one in {number, self._hovered} - {-1}:
                self.viewport().update(self.geometry_.rect(one).translated(0, -self.verticalOffset()))
            self._hovered, self._star_hovered = number, on_star

    def _on_star(self, number: int, point: QPoint) -> bool:
        row = self.rows.row(number)
        if row is None or self.painter_ is None:
            return False
        place = self.visualRect(self.rows.index(number, 0))
        return self.painter_.star_place(place, row, self.geometry_.density(number)).contains(point)

    def viewportEvent(self, event: QEvent) -> bool:
        """Resting on the star or on a row tells what a click does, or what is missing offline."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def tip_at(self, point: QPoint) -> str:
        """What is said of a point of the viewport; "" for nothing."""
        number = self.indexAt(point).row()
        row = self.rows.row(number) if number >= 0 else None
        if row is None:
            return ""
        if self._on_star(number, point):
            return words.star_tip(row)
        return words.offline_words(row)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer."""
        super().leaveEvent(event)
        self._hover(QPoint(-1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the star stars; the right button opens a menu and chooses nothing."""
        self._by_keyboard = False
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and self._on_star(index.row(), point):
            self.star_clicked.emit(self.rows.ids[index.row()])
        elif event.button() == Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    def startDrag(self, supported: Qt.DropAction) -> None:
        """Qt's: the chosen articles go along, whole rows or none."""
        numbers = self.chosen_rows()
        first = self.rows.row(numbers[0]) if numbers else None
        if first is None or self.painter_ is None:
            return
        drag = QDrag(self)
        drag.setMimeData(self.rows.mimeData([self.rows.index(number, 0) for number in numbers]))
        drag.setPixmap(picture(self.painter_.look, first.title, len(numbers), self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-12, -8))
        drag.exec(Qt.DropAction.CopyAction)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the article."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton and not self._on_star(index.row(), point):
            self.opened.emit(self.rows.ids[index.row()])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for the chosen rows, or for the row under the pointer when it is not one of them."""
        chosen = self.chosen_rows()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).center()
        else:
            place = event.pos()
            row = self.indexAt(place).row()
            chosen = chosen if row in chosen else [row] if row >= 0 else []
        if chosen:
            ids = [self.rows.ids[row] for row in chosen]
            self.menu_requested.emit(ids, self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, pages, Home, End and Enter are ours; letters and Space belong to the window's actions."""
        self._by_keyboard = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.rows.ids[self.currentIndex().row()])
            return
        if event.text().isprintable() and event.text() and event.modifiers() in _LETTERS_GO_ON:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is seen only by those who came by key."""
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        self._by_keyboard = event.reason() in by_key
        super().focusInEvent(event)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which article is current now, unless it was moved quietly."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and not self._quiet:
            self.current_moved.emit(self.rows.ids[current.row()])
