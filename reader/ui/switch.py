"""A switch: a check box that looks like what it does."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from reader.style.palette import Palette, mix


class Switch(QCheckBox):
    """On or off, 38×22, in the theme's own shape."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._theme = palette
        self.setFixedSize(42, 26)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._theme = palette
        self.update()

    def sizeHint(self) -> QSize:
        """Qt's: the switch and room for its ring."""
        return QSize(42, 26)

    def hitButton(self, place: QPoint) -> bool:
        """Qt's: the whole of it."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: track and knob."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(3, 3, 36, 20)
        corner = 10.0 if theme.radius else 0.0
        on = self.isChecked()
        fill = theme.accent if on else mix(theme.window, theme.text, 0.14 if self.underMouse() else 0.08)
        edge = theme.accent if on else theme.control_border
        if not self.isEnabled():
            fill, edge = theme.border, theme.border
        painter.setBrush(QColor(fill))
        painter.setPen(QPen(QColor(edge), 1))
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.on_accent if on else theme.control_border))
        knob = QRectF(22 if on else 6, 6, 14, 14)
        painter.drawRoundedRect(knob, 7 if corner else 0, 7 if corner else 0)
        if self.hasFocus() and self.property("keyboardFocus"):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus_ring), 2))
            painter.drawRoundedRect(QRectF(1, 1, 40, 24), corner + 2 if corner else 0, corner + 2 if corner else 0)
        painter.end()
