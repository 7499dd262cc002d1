"""What a rule would catch, shown while it is written: the articles that came last, slice by slice, never in one go."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.entities import ArticleId, Row
from reader.core.errors import EncreError
from reader.core.rules import Net, Preview
from reader.render.numbers import count_words
from reader.style.palette import Palette
from reader.ui.article_row.look import HEIGHTS, Density, Look
from reader.ui.article_row.painting import RowPainter, State
from reader.ui.article_row.thumbnails import Thumbnails
from reader.ui.article_row.words import spoken
from reader.ui.empty_state import EmptyState
from reader.ui.language import spoken as language

MOST = 5_000
_SHOWN = 200
_SLICE, _LEAST, _LARGEST = 120, 20, 600
_SECONDS = 0.03
Index = QModelIndex | QPersistentModelIndex
LookFor = Callable[[Net, tuple[int, int] | None, int], Preview]


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def add(self, rows: list[Row]) -> None:
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
        self.rows += rows
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row, datetime.now().astimezone())
        return row.title if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None


class _Painter(QStyledItemDelegate):
    """Rows as the list of articles has them, without their pictures."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = Thumbnails(Path(), self)
        self.painter = RowPainter(Look(palette), self._thumbnails, parent.devicePixelRatioF())
        self.painter.pictures = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        model = index.model()
        assert isinstance(model, _Rows)
        row = model.rows[index.row()]
        rect = option.rect
        self.painter.paint(painter, rect, row, State(), Density.COMPACT)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, HEIGHTS[Density.COMPACT])


class RulePreview(QFrame):
    """`look` asks the library what a net catches, `rows` gives rows by id. `trouble` says why a net cannot be used."""

    def __init__(
        self, look: LookFor, rows: Callable[[Sequence[ArticleId]], list[Row]], palette: Palette, most: int = MOST
    ) -> None:
        super().__init__()
        self.setObjectName("rulePreview")
        self._look, self._fetch, self._most = look, rows, most
        self._net = Net()
        self.trouble = ""
        self.changed: Callable[[], None] = lambda: None
        self._below: tuple[int, int] | None = None
        self.looked = self.caught = 0
        self._slice = _SLICE
        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.note = QLabel()
        self.note.setProperty("role", "secondary")
        for label in (self.heading, self.note):
            label.setWordWrap(True)
        self.model = _Rows()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Articles that this rule would catch"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.empty = EmptyState("no_result")
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.note)
        column.addSpacing(4)
        column.addWidget(stack, 1)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._next)
        self.dress(palette)
        self._say()

    @property
    def running(self) -> bool:
        """Whether there are articles still to be looked at."""
        return self._turn.isActive()

    def show_net(self, net: Net) -> None:
        """Look for this from now on; the first slice at once."""
        if net == self._net:
            return
        self._net, self._below, self.looked, self.caught, self.trouble = net, None, 0, 0, ""
        self.model.show([])
        if net:
            self._turn.start()
            self._next()
        else:
            self.stop()
            self._say()

    def stop(self) -> None:
        """Look no further."""
        self._turn.stop()

    def _next(self) -> None:
        began = perf_counter()
        size = min(self._slice, self._most - self.looked)
        try:
            found = self._look(self._net, self._below, size)
        except EncreError as error:
            self._refuse(error.sentence(language()))
            return
        if found.slow:
            self._refuse(self.tr("This expression takes too long to search for. Try one with fewer repetitions in it."))
            return
        room = max(0, _SHOWN - self.caught)
        if room and found.caught:
            self.model.add(self._fetch(found.caught[:room]))
        self.looked, self.caught, self._below = self.looked + found.looked, self.caught + len(found.caught), found.below
        spent = perf_counter() - began
        self._slice = max(_LEAST, min(_LARGEST, int(self._slice * _SECONDS / max(spent, 0.001))))
        if found.below is None or self.looked >= self._most:
            self.stop()
        self._say()

    def _refuse(self, sentence: str) -> None:
        self.stop()
        self.trouble = sentence
        self.model.show([])
        self.caught = 0
        self._say()

    def _say(self) -> None:
        self._stack.setCurrentWidget(self.list if self.model.rows else self.empty)
        if self.trouble or not self._net:
            self.heading.setText(self.tr("What it would catch"))
            self.note.setText(self.trouble or self.tr("Say what to look for, and the articles are shown here."))
        else:
            words = self.tr("%n article(s) would be caught", None, self.caught)
            self.heading.setText(words.replace(str(self.caught), count_words(self.caught), 1))
            looked = count_words(self.looked)
            whole = self._below is None and not self.running
            said = self.tr("of all {0} articles") if whole else self.tr("of the last {0} articles")
            self.note.setText(said.format(looked) + ("…" if self.running else ""))
            if not self.running and 2 * self.caught > self.looked > 20:
                self.note.setText(self.note.text() + ". " + self.tr("That is more than half of what comes in."))
        role = "error" if self.trouble else "secondary"
        if self.note.property("role") != role:
            self.note.setProperty("role", role)
            self.note.style().unpolish(self.note)
            self.note.style().polish(self.note)
        self.changed()

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self.empty.dress(palette, palette.window)
        self.list.setItemDelegate(_Painter(palette, self.list))
        self.list.setStyleSheet(f"QListView {{ background: {palette.list}; }}")
