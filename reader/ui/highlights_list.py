"""All highlights of the library: searched, opened in their article, taken out as Markdown. Handed values, it asks by
signals.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.highlights import Highlight
from reader.render.anchors import as_markdown
from reader.style.fonts import READING, WINDOW, font
from reader.style.palette import Palette
from reader.ui.empty_state import EmptyState

_Index = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole
_PAD = 12
_CHOSEN = {"list_text": "list_selection_text", "list_text_secondary": "list_selection_secondary"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A highlight with its article's headline and address."""

    highlight: Highlight
    title: str
    url: str | None


class _Delegate(QStyledItemDelegate):
    """Bar in the highlight's colour, the words, the note, the headline."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette_: Palette | None = None

    def _parts(self, entry: Entry) -> list[tuple[str, str, float, bool, str]]:
        parts = [(entry.highlight.quote, READING, 15.0, False, "list_text")]
        if entry.highlight.note:
            parts.append((entry.highlight.note, WINDOW, 13.0, True, "list_text"))
        return [*parts, (entry.title, WINDOW, 12.0, False, "list_text_secondary")]

    def _laid(self, option: QStyleOptionViewItem, entry: Entry, painter: QPainter | None) -> int:
        view = option.widget
        width = max(120, (view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()) - 4 * _PAD)
        top = option.rect.top() + _PAD
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        for words, family, pixels, slanted, role in self._parts(entry):
            letters = font(family, pixels, italic=slanted)
            option.fontMetrics = type(option.fontMetrics)(letters)
            box = option.fontMetrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, words)
            if painter is not None and self.palette_ is not None:
                painter.setFont(letters)
                painter.setPen(QColor(getattr(self.palette_, _CHOSEN[role] if chosen else role)))
                place = QRect(option.rect.left() + 2 * _PAD, top, width, box.height())
                painter.drawText(place, Qt.TextFlag.TextWordWrap, words)
            top += box.height() + 4
        return top - option.rect.top() + _PAD - 4

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its words."""
        return QSize(160, self._laid(option, index.data(_ENTRY), None))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one highlight."""
        if self.palette_ is None:
            return
        entry: Entry = index.data(_ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            ground = self.palette_.list_selection if chosen else self.palette_.hover
            painter.fillRect(option.rect, QColor(ground))
        bar = QRect(option.rect.left() + _PAD, option.rect.top() + _PAD, 4, option.rect.height() - 2 * _PAD)
        painter.setPen(QColor(self.palette_.control_border))
        painter.setBrush(QColor(getattr(self.palette_, f"highlight_{entry.highlight.colour}")))
        painter.drawRect(bar)
        self._laid(option, entry, painter)
        painter.restore()


class HighlightsList(QWidget):
    """`query_changed` a moment after typing; `highlight_chosen` with the highlight to open."""

    query_changed = Signal(str)
    highlight_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleList")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        self.field = QLineEdit()
        words = QCoreApplication.translate("Highlights", "Search highlights and notes")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        row.addWidget(self.field, 1)
        self.copy = QPushButton(QCoreApplication.translate("Highlights", "Copy as Markdown"))
        self.copy.setProperty("flat", True)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.markdown()))
        row.addWidget(self.copy)
        column.addLayout(row)
        self.view = QListWidget()
        self.view.setAccessibleName(QCoreApplication.translate("Highlights", "Highlights"))
        self.view.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.view.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._delegate = _Delegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.itemActivated.connect(self._chosen)
        self.view.itemClicked.connect(self._chosen)
        column.addWidget(self.view, 1)
        self._empty = EmptyState()
        column.addWidget(self._empty, 1)
        self._entries: list[Entry] = []
        self._timer = QTimer(self, singleShot=True, interval=150)
        self._timer.timeout.connect(lambda: self.query_changed.emit(self.field.text()))
        self.field.textChanged.connect(self._timer.start)
        self.show_entries([])

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """The highlights found, in their order."""
        self._entries = list(entries)
        self.view.clear()
        for entry in entries:
            item = QListWidgetItem()
            item.setData(_ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.highlight.quote}. {entry.title}")
            self.view.addItem(item)
        self.view.setVisible(bool(entries))
        self.copy.setEnabled(bool(entries))
        self._empty.setVisible(not entries)
        if self.field.text().strip():
            self._empty.show_words(
                "no_result", QCoreApplication.translate("Highlights", "No highlight has these words")
            )
        else:
            self._empty.show_words(
                "nothing_selected",
                QCoreApplication.translate("Highlights", "Nothing is highlighted yet"),
                QCoreApplication.translate("Highlights", "Select some words of an article and press H."),
            )

    def markdown(self) -> str:
        """What is shown, article by article."""
        articles: dict[tuple[int, str, str | None], list[Highlight]] = {}
        for one in self._entries:
            articles.setdefault((one.highlight.article_id, one.title, one.url), []).append(one.highlight)
        return "\n".join(as_markdown(title, url, found) for (_, title, url), found in articles.items())

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._delegate.palette_ = palette
        self.view.setStyleSheet(f"QListWidget {{ background: {palette.list}; border: none; padding: 0; }}")
        self._empty.dress(palette, palette.list)
        self.view.viewport().update()

    def _chosen(self, item: QListWidgetItem) -> None:
        self.highlight_chosen.emit(item.data(_ENTRY).highlight)
