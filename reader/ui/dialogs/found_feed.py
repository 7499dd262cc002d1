"""One feed to tick: its title, its address or what is said of it, its first three headlines. A check box as a card."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from reader.style.fonts import READING, WINDOW, font
from reader.style.icons import pixmap
from reader.style.palette import Palette, mix
from reader.ui.tip import tip

_LEFT, _LINE = 48, 22


class FoundFeed(QCheckBox):
    """`ticked_changed` when the reader or the dialog ticks it or not; a click anywhere on the card does."""

    ticked_changed = Signal()

    def __init__(self, url: str, title: str, headlines: tuple[str, ...], palette: Palette, *, ticked: bool) -> None:
        super().__init__()
        self.url, self.title = url, title or url
        self.headlines = headlines[:3]
        self.state = ""
        self.failed = False
        self._theme = palette
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(24 + 20 + 18 + (8 + _LINE * len(self.headlines) if self.headlines else 0))
        self.setChecked(ticked)
        self.toggled.connect(lambda _: self.ticked_changed.emit())
        self._speak()

    @property
    def ticked(self) -> bool:
        """Whether the reader wants it."""
        return self.isChecked()

    def set_ticked(self, ticked: bool) -> None:
        """Tick or not."""
        self.setChecked(ticked)

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
        self.setAccessibleName(", ".join([self.title, self.state or self.url, *self.headlines]))
        self.setToolTip(tip(self.url))

    def sizeHint(self) -> QSize:
        """Qt's: as wide as there is room."""
        return QSize(320, self.height())

    def hitButton(self, place: QPoint) -> bool:
        """Qt's: the whole card."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: card, tick, title, address, headlines."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, theme)
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
        painter.end()

    def _paint_card(self, painter: QPainter, theme: Palette) -> None:
        ring = self.hasFocus() and bool(self.property("keyboardFocus"))
        width = 2 if ring else theme.border_width
        edge = theme.focus_ring if ring else theme.control_border if self.underMouse() else theme.border
        ground = mix(theme.raised, theme.text, 0.03) if self.isDown() else theme.raised
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), theme.radius, theme.radius)

    def _paint_box(self, painter: QPainter, theme: Palette) -> None:
        box = QRectF(16, 13, 18, 18)
        radius = min(4, theme.radius)
        painter.setPen(QPen(QColor(theme.accent if self.ticked else theme.control_border), 1.5))
        painter.setBrush(QColor(theme.accent) if self.ticked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
        if self.ticked:
            tick = pixmap("check", theme.on_accent, 14, self.devicePixelRatioF())
            painter.drawPixmap(box.adjusted(2, 2, 0, 0).topLeft(), tick)
