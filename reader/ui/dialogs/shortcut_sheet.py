"""The sheet of keys: every action by group, its key drawn as a key, searchable."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.style.fonts import WINDOW, font
from reader.style.palette import Palette, mix
from reader.ui.sidebar.tree import folded

Row = tuple[str, str, str]


def caps(key: str) -> list[list[str]]:
    """The keys of a combination as they are drawn: "Ctrl+Shift+F · /" is two combinations. More say nothing more."""
    found = []
    for combination in re.split(r" · |(?<!\+), ", key)[:2]:
        parts = combination.replace("++", "+\0").split("+")
        found.append([part.replace("\0", "+") for part in parts if part])
    return [one for one in found if one]


class _Keys(QWidget):
    def __init__(self, key: str, palette: Palette) -> None:
        super().__init__()
        self.theme = palette
        self._caps = caps(key)
        self._metrics = QFontMetrics(font(WINDOW, 12, 600))
        self.setFixedSize(self._lay(None), 24)
        self.setAccessibleName(key)

    def _lay(self, painter: QPainter | None) -> int:
        left = 1
        for place, combination in enumerate(self._caps):
            left += 10 if place else 0
            for part in combination:
                width = max(24, self._metrics.horizontalAdvance(part) + 14)
                if painter is not None:
                    self._cap(painter, QRectF(left, 1, width, 21), part)
                left += width + 4
        return left

    def _cap(self, painter: QPainter, box: QRectF, words: str) -> None:
        theme, radius = self.theme, min(5, self.theme.radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mix(theme.window, theme.text, 0.3)))
        painter.drawRoundedRect(box.adjusted(0, 1, 0, 1), radius, radius)
        painter.setPen(QPen(QColor(mix(theme.window, theme.text, 0.3)), 1))
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(QColor(theme.text))
        painter.setFont(font(WINDOW, 12, 600))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._lay(painter)
        painter.end()


class _Line(QWidget):
    def __init__(self, words: str, key: str, palette: Palette) -> None:
        super().__init__()
        self.words = f"{words} {key}"
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.keys = _Keys(key, palette)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.addWidget(label, 1)
        row.addWidget(self.keys)


class ShortcutSheet(QDialog):
    """Handed rows (group, action, key); groups keep their order and stand in two columns."""

    def __init__(self, rows: Sequence[Row], palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutSheet")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        title = QLabel(self.tr("Keyboard shortcuts"))
        title.setProperty("role", "title")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search shortcuts"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(220)
        self.search.textChanged.connect(self._filter)
        self._groups: list[tuple[QWidget, list[_Line]]] = []
        self._nothing = QLabel(self.tr("No action has these words."))
        self._nothing.setProperty("role", "secondary")
        self._nothing.hide()
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.search)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        body = self._body(rows, palette)
        area.setWidget(body)
        # Two columns of the language of the moment; where the screen is narrower, they scroll.
        self._wide = max(820, body.sizeHint().width() + 48)
        self.resize(self._wide, 600)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 8, 8)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self._nothing)
        whole.addWidget(area, 1)
        head.setContentsMargins(0, 0, 16, 0)

    def sizeHint(self) -> QSize:
        """Qt's: two columns."""
        return QSize(self._wide, 600)

    def _body(self, rows: Sequence[Row], palette: Palette) -> QWidget:
        groups: dict[str, list[Row]] = {}
        for row in rows:
            if row[2]:
                groups.setdefault(row[0], []).append(row)
        body = QWidget()
        body.setObjectName("dialogBody")
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 16, 16)
        grid.setHorizontalSpacing(48)
        grid.setVerticalSpacing(0)
        columns = [QVBoxLayout(), QVBoxLayout()]
        heights = [0, 0]
        for name, lines in groups.items():
            shorter = 0 if heights[0] <= heights[1] else 1
            columns[shorter].addWidget(self._group(name, lines, palette))
            heights[shorter] += 2 + len(lines)
        for place, column in enumerate(columns):
            column.addStretch(1)
            grid.addLayout(column, 0, place)
            grid.setColumnStretch(place, 1)
        return body

    def _group(self, name: str, rows: Sequence[Row], palette: Palette) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 12, 0, 4)
        column.setSpacing(0)
        heading = QLabel(name)
        heading.setProperty("role", "section")
        column.addWidget(heading)
        lines = [_Line(words, key, palette) for _, words, key in rows]
        for line in lines:
            column.addWidget(line)
        self._groups.append((box, lines))
        return box

    def shown(self) -> list[str]:
        """The lines on show, action and key."""
        return [line.words for _, lines in self._groups for line in lines if not line.isHidden()]

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        for _, lines in self._groups:
            for line in lines:
                line.keys.theme = palette
                line.keys.update()

    def _filter(self, words: str) -> None:
        sought = folded(words.strip())
        for box, lines in self._groups:
            for line in lines:
                line.setVisible(sought in folded(line.words))
            box.setVisible(any(not line.isHidden() for line in lines))
        self._nothing.setVisible(not self.shown())
