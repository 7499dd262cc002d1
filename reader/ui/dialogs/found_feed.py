"""One feed found at an address, to tick: its title, its address, its first three headlines."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame

from reader.style.fonts import READING, WINDOW, font
from reader.style.icons import pixmap
from reader.style.palette import Palette

_LEFT, _LINE = 48, 22


class FoundFeed(QFrame):
    """A card with a tick. `toggled` when the reader changes it; one already subscribed cannot be ticked."""

    toggled = Signal()

    def __init__(self, url: str, title: str, headlines: tuple[str, ...], palette: Palette, *, ticked: bool) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.url, self.title = url, title or url
        self.headlines = headlines[:3]
        self.ticked = ticked
        self._theme = palette
        self.state = ""
        self.failed = False
        self.setFixedHeight(24 + 20 + 18 + (8 + _LINE * len(self.headlines) if self.headlines else 0))
        self._speak()

    def set_ticked(self, ticked: bool) -> None:
        """Tick or not."""
        if ticked != self.ticked:
            self.ticked = ticked
            self._speak()
            self.update()
            self.toggled.emit()

    def show_state(self, words: str, *, failed: bool = False) -> None:
        """Say what becomes of it, in the place of its address."""
        self.state, self.failed = words, failed
        self._speak()
        self.update()

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._theme = palette
        self.update()

    def _speak(self) -> None:
        ticked = self.tr("ticked") if self.ticked else self.tr("not ticked")
        self.setAccessibleName(", ".join([self.title, ticked, self.state or self.url, *self.headlines]))
        self.setToolTip(self.url)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: tick, title, address, headlines."""
        super().paintEvent(event)
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter, theme)
        room = self.width() - _LEFT - 16

        def line(words: str, top: int, height: int) -> None:
            shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(_LEFT, top, room + 2, height), Qt.AlignmentFlag.AlignVCenter, shown)

        painter.setFont(font(WINDOW, 14, 600))
        painter.setPen(QColor(theme.text))
        line(self.title, 12, 20)
        painter.setFont(font(WINDOW, 12))
        painter.setPen(QColor(theme.error if self.failed else theme.text_secondary))
        line(self.state or self.url.removeprefix("https://").removeprefix("http://"), 32, 18)
        painter.setFont(font(READING, 14))
        painter.setPen(QColor(theme.text))
        for place, headline in enumerate(self.headlines):
            line(headline, 58 + place * _LINE, _LINE)
        if self.property("keyboardFocus"):
            painter.setPen(QPen(QColor(theme.focus_ring), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.radius, theme.radius)
        painter.end()

    def _paint_box(self, painter: QPainter, theme: Palette) -> None:
        box = QRectF(16, 13, 18, 18)
        radius = min(4, theme.radius)
        painter.setPen(QPen(QColor(theme.accent if self.ticked else theme.control_border), 1.5))
        painter.setBrush(QColor(theme.accent) if self.ticked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.ticked:
            tick = pixmap("check", theme.on_accent, 14, self.devicePixelRatioF())
            painter.drawPixmap(box.adjusted(2, 2, 0, 0).topLeft(), tick)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's: a click anywhere ticks."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.set_ticked(not self.ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: Space ticks; Enter is the dialog's."""
        if event.key() == Qt.Key.Key_Space:
            self.set_ticked(not self.ticked)
        else:
            super().keyPressEvent(event)
