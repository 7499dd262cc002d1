"""A table of one column for Qt and screen readers, whose rows lie where a `Geometry` says.

Qt's own table keeps a section for every row and asks for each of them; here every question about places is answered
by the geometry.
"""

from collections.abc import Collection

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView, QWidget

from reader.core.entities import ArticleId
from reader.ui.article_row.look import HEADING, Density
from reader.ui.row_view.geometry import Geometry, UniformGeometry
from reader.ui.row_view.model import RowModel

Index = QModelIndex | QPersistentModelIndex


class PlacedTable(QTableView):
    """The answers to Qt's questions about places, from `geometry_`."""

    def __init__(self, model: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.geometry_: Geometry = UniformGeometry(0, (), Density.COMFORTABLE)
        self.setModel(model)
        self._be_a_list()

    def _be_a_list(self) -> None:
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for corner in self.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly):
            corner.hide()

    def neighbour(self, gone: Collection[int]) -> ArticleId | None:
        """Where to go on when these articles leave the list: the next one after the current, else one before it."""
        row, ids = max(0, self.currentIndex().row()), self.rows.ids
        for place in (*range(row, len(ids)), *range(row - 1, -1, -1)):
            if ids[place] not in gone:
                return ArticleId(ids[place])
        return None

    def horizontalOffset(self) -> int:
        """Nothing scrolls sideways."""
        return 0

    def verticalOffset(self) -> int:
        """How far down the view is."""
        return self.verticalScrollBar().value()

    def visualRect(self, index: Index) -> QRect:
        """The place of a row in the viewport."""
        if not index.isValid():
            return QRect()
        return self.geometry_.rect(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point of the viewport."""
        row = self.geometry_.row_at(point.x(), point.y() + self.verticalOffset())
        return self.rows.index(row, 0) if row >= 0 else QModelIndex()

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """All that is seen: cheaper than adding up rows."""
        return QRegion(self.viewport().rect())

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the rows that a rectangle of the viewport touches."""
        box = rect.normalized().translated(0, self.verticalOffset())
        x = box.center().x()
        known = [row for y in (box.top(), box.bottom()) if (row := self.geometry_.row_at(x, y)) >= 0]
        selection = QItemSelection()
        if known:
            selection = QItemSelection(self.rows.index(min(known), 0), self.rows.index(max(known), 0))
        self.selectionModel().select(selection, command)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where an arrow, page, Home or End key leads."""
        moves = QAbstractItemView.CursorAction
        size, row = len(self.rows.ids), self.currentIndex().row()
        # Qt asks for "next" when the view takes the focus; that alone must not open, and so mark as read, an article.
        if size == 0 or (row < 0 and action in (moves.MoveNext, moves.MovePrevious)):
            return QModelIndex()
        if row < 0:
            return self.rows.index(0, 0)
        page = self.viewport().height() - 2 * HEADING
        here = self.geometry_.rect(row)
        steps = {moves.MoveUp: (0, -1), moves.MoveDown: (0, 1), moves.MoveLeft: (-1, 0), moves.MoveRight: (1, 0)}
        if action in steps:
            target = self.geometry_.step(row, *steps[action])
        elif action in (moves.MovePageUp, moves.MovePageDown):
            down = action == moves.MovePageDown
            target = self._row_near(here.center().x(), here.top() + (page if down else -page), size - 1 if down else 0)
        else:
            target = {moves.MoveHome: 0, moves.MoveEnd: size - 1}.get(action, row)
        return self.rows.index(target, 0)

    def _row_near(self, x: int, y: int, edge: int) -> int:
        if not 0 <= y < self.geometry_.height:
            return edge
        return next(iter(self.geometry_.rows_between(y, y + 1)), edge)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into view, clear of the sticking heading."""
        if not index.isValid():
            return
        rect, bar = self.geometry_.rect(index.row()), self.verticalScrollBar()
        top, height = bar.value(), self.viewport().height()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(rect.center().y() - height // 2)
        elif rect.top() < top + HEADING:
            bar.setValue(rect.top() - HEADING)
        elif rect.bottom() > top + height:
            bar.setValue(min(rect.bottom() - height + 1, rect.top() - HEADING))

    def updateGeometries(self) -> None:
        """Tell the scroll bar how much there is."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self.geometry_.height - height))
        bar.setPageStep(max(1, height - HEADING))
        bar.setSingleStep(26)
