"""A table on a sheet of its own over the pane: scrolls both ways, sorts by a column, copies as text or Markdown."""

import re
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.style.palette import Palette, mix
from reader.text.blocks import Block, Cell
from reader.ui.own_keys import keeps

_Index = QModelIndex | QPersistentModelIndex
_SORT = Qt.ItemDataRole.UserRole
_NUMBER = re.compile(r"[-+−]?\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?")


def cell_text(cell: Cell) -> str:
    """A cell's bare words."""
    return "".join(run.text for run in cell).replace("\u00ad", "").replace("\u2028", " ").strip()


def as_number(words: str) -> float | None:
    """The number a cell begins with, spaces and decimal comma allowed; None for words."""
    found = _NUMBER.match(words)
    if found is None:
        return None
    bare = re.sub(r"\s", "", found.group()).replace("−", "-").replace(",", ".")
    return float(bare)


class _Table(QAbstractTableModel):
    def __init__(self, block: Block) -> None:
        super().__init__()
        self.rows = [[cell_text(cell) for cell in row] for row in block.rows]
        self.columns = max(map(len, self.rows), default=0)

    def words(self, row: int, column: int) -> str:
        """The words of a cell; row 0 holds the heads."""
        return self.rows[row][column] if row < len(self.rows) and column < len(self.rows[row]) else ""

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """The rows under the heads."""
        return 0 if parent.isValid() else max(0, len(self.rows) - 1)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """The columns."""
        return 0 if parent.isValid() else self.columns

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Words; numbers stand right and sort as numbers, before words."""
        words = self.words(index.row() + 1, index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if as_number(words) is None else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == _SORT:
            number = as_number(words)
            return f"1{words.casefold()}" if number is None else f"0{number + 1e15:024.6f}"
        return None

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The heads."""
        if side == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.words(0, section)
        if side == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class TableSheet(QFrame):
    """Covers the pane until Escape or its button. `closed` when it goes."""

    closed = Signal()

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self.setObjectName("tableSheet")
        self._pane = pane
        self._model: _Table | None = None
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSortRole(_SORT)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        head.addWidget(self._title, 1)
        for words, act in (
            (QCoreApplication.translate("TableSheet", "Copy as text"), self.copy_text),
            (QCoreApplication.translate("TableSheet", "Copy as Markdown"), self.copy_markdown),
            (QCoreApplication.translate("TableSheet", "Close (Esc)"), self.leave),
        ):
            button = QPushButton(words)
            button.setProperty("flat", True)
            button.clicked.connect(act)
            head.addWidget(button)
        column.addLayout(head)
        self.view = QTableView()
        self.view.setModel(self._proxy)
        self.view.setSortingEnabled(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.verticalHeader().hide()
        self.view.setWordWrap(True)
        self.view.setShowGrid(False)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.setAccessibleName(QCoreApplication.translate("TableSheet", "Table"))
        column.addWidget(self.view, 1)
        pane.installEventFilter(self)
        self.hide()

    def show_table(self, block: Block) -> None:
        """Open on a table, in the order of the article."""
        self._model = _Table(block)
        self._proxy.setSourceModel(self._model)
        self._proxy.sort(-1)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        words = QCoreApplication.translate("TableSheet", "Table: {0} rows, {1} columns")
        self._title.setText(words.format(self._model.rowCount(), self._model.columns))
        self.setGeometry(self._pane.rect())
        self.show()
        self.raise_()
        self.view.resizeColumnsToContents()
        for index in range(self._model.columns):
            self.view.setColumnWidth(index, min(360, self.view.columnWidth(index) + 24))
        self.view.resizeRowsToContents()
        self.view.setFocus(Qt.FocusReason.PopupFocusReason)

    def _rows(self) -> list[list[str]]:
        if self._model is None:
            return []
        places = range(self._proxy.rowCount())
        order = [0, *(self._proxy.mapToSource(self._proxy.index(row, 0)).row() + 1 for row in places)]
        return [[self._model.words(row, column) for column in range(self._model.columns)] for row in order]

    def copy_text(self) -> None:
        """The table as lines of cells between tabs, as spreadsheets take them, in the order shown."""
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in self._rows()))

    def copy_markdown(self) -> None:
        """The table as Markdown, in the order shown."""
        rows = [[cell.replace("|", "\\|") for cell in row] for row in self._rows()]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        lines[1:1] = [f"|{' --- |' * len(rows[0])}"] if rows else []
        QGuiApplication.clipboard().setText("\n".join(lines))

    def leave(self) -> None:
        """Close."""
        self.hide()
        self.closed.emit()

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        line = palette.table_line
        self.setStyleSheet(
            f"QFrame#tableSheet {{ background: {palette.pane}; border: none; border-radius: 0; }}"
            f"QHeaderView {{ background: {palette.pane}; border: none; }}"
            f"QTableView {{ background: {palette.pane}; color: {palette.text}; border: none; font-size: 14px;"
            f" selection-background-color: {palette.selection}; selection-color: {palette.selection_text}; }}"
            f"QTableView::item {{ border: none; border-bottom: 1px solid {line}; padding: 6px 8px; }}"
            f"QHeaderView::section {{ background: {mix(palette.pane, palette.text, 0.05)}; font-weight: 600;"
            f" color: {palette.text_secondary}; border: none; border-bottom: 1px solid {line}; padding: 6px 8px; }}"
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the pane at every size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._pane.rect())
        return False

    def event(self, event: QEvent) -> bool:
        """Its keys are its own, and the one that copies."""
        copies = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)
        return keeps(event, commands=copies) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, Ctrl+C copies."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_text()
        else:
            super().keyPressEvent(event)
