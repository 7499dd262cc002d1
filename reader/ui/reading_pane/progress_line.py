"""The reading progress: two pixels at the top of the pane."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from reader.style.palette import Palette

HEIGHT = 2


class ProgressLine(QWidget):
    """Follows a scroll bar."""

    def __init__(self, bar: QScrollBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar = bar
        self._colour = QColor()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar.valueChanged.connect(self.update)
        bar.rangeChanged.connect(self.update)

    def share(self) -> float:
        """How much is read, 0 to 1; 0 where all fits the pane."""
        return self._bar.value() / self._bar.maximum() if self._bar.maximum() > 0 else 0.0

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._colour = QColor(palette.accent)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the share read, from the side where lines begin."""
        painter = QPainter(self)
        width = self.width() * self.share()
        right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter.fillRect(QRectF(self.width() - width if right else 0, 0, width, HEIGHT), self._colour)
        painter.end()
