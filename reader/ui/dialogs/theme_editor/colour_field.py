"""One colour under the hand: lightness, chroma and hue on strips that show where they lead, and the #rrggbb."""

import re

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QLinearGradient, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from reader.style.palette import Palette, from_oklch, oklch

_STOPS = 24
_RANGES = {"lightness": 1.0, "chroma": 0.32, "hue": 360.0}


class Strip(QWidget):
    """A strip of colours with a knob: drag, click, or the arrows. `moved` carries the place, 0-1."""

    moved = Signal(float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(26)
        self.setMinimumWidth(180)
        self._colours: list[str] = []
        self._theme: Palette | None = None
        self.place = 0.0

    def sizeHint(self) -> QSize:
        """Qt's: wide and low."""
        return QSize(240, 26)

    def show_strip(self, colours: list[str], place: float, palette: Palette) -> None:
        """Other colours, another place, another theme around."""
        self._colours, self.place, self._theme = colours, place, palette
        self.setAccessibleDescription(f"{place:.0%}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: the strip, its knob, the ring."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(9, 6, -9, -6)
        gradient = QLinearGradient(box.topLeft(), box.topRight())
        for number, colour in enumerate(self._colours):
            gradient.setColorAt(number / max(1, len(self._colours) - 1), QColor(colour))
        round_ = min(7, self._theme.radius)
        painter.setPen(QPen(QColor(self._theme.control_border), 1))
        painter.setBrush(gradient)
        painter.drawRoundedRect(box, round_, round_)
        painter.setPen(QPen(QColor(self._theme.text), 2))
        painter.setBrush(QColor(self._theme.raised))
        centre = QPointF(box.left() + self.place * box.width(), box.center().y())
        painter.drawEllipse(centre, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.focus_ring), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), round_ + 4, round_ + 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's: go there."""
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt's: drag."""
        self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._set((event.position().x() - 9) / max(1, self.width() - 18))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: the arrows by a hundredth, the pages by a tenth."""
        steps = {
            Qt.Key.Key_Left: -0.01,
            Qt.Key.Key_Down: -0.01,
            Qt.Key.Key_Right: 0.01,
            Qt.Key.Key_Up: 0.01,
            Qt.Key.Key_PageDown: -0.1,
            Qt.Key.Key_PageUp: 0.1,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._set(self.place + step)

    def _set(self, place: float) -> None:
        self.place = min(1.0, max(0.0, place))
        self.moved.emit(self.place)
        self.update()


class ColourField(QWidget):
    """`changed` carries the colour at each move of the hand."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._place = [0.0, 0.0, 0.0]
        self._theme: Palette | None = None
        names = (
            QCoreApplication.translate("ThemeEditor", "Lightness"),
            QCoreApplication.translate("ThemeEditor", "Strength"),
            QCoreApplication.translate("ThemeEditor", "Hue"),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        self.strips: list[Strip] = []
        for row, name in enumerate(names):
            strip = Strip(name)
            strip.moved.connect(lambda place, which=row: self._moved(which, place))
            grid.addWidget(QLabel(name), row, 0)
            grid.addWidget(strip, row, 1)
            self.strips.append(strip)
        self.code = QLineEdit()
        self.code.setMaxLength(7)
        self.code.setAccessibleName(QCoreApplication.translate("ThemeEditor", "Colour as #rrggbb"))
        self.code.textEdited.connect(self._typed)
        grid.addWidget(QLabel(QCoreApplication.translate("ThemeEditor", "Code")), 3, 0)
        grid.addWidget(self.code, 3, 1)
        grid.setColumnStretch(1, 1)

    def show_colour(self, colour: str, palette: Palette) -> None:
        """A colour chosen elsewhere, in the theme worn now. A grey keeps the hue the hand left."""
        self._theme = palette
        lightness, chroma, hue = oklch(colour)
        hue = hue if chroma > 0.004 else self._place[2] * 360
        if from_oklch(*self._values()) != colour:
            self._place = [lightness, min(1.0, chroma / _RANGES["chroma"]), hue / 360]
        if self.code.text().lower() != colour:
            self.code.setText(colour)
        self._paint()

    def _values(self) -> tuple[float, float, float]:
        return self._place[0], self._place[1] * _RANGES["chroma"], self._place[2] * _RANGES["hue"]

    def _paint(self) -> None:
        if self._theme is None:
            return
        values = self._values()
        for which, (strip, most) in enumerate(zip(self.strips, _RANGES.values(), strict=True)):
            stops = []
            for number in range(_STOPS):
                parts = list(values)
                parts[which] = most * number / (_STOPS - 1)
                stops.append(from_oklch(*parts))
            strip.show_strip(stops, self._place[which], self._theme)

    def _moved(self, which: int, place: float) -> None:
        self._place[which] = place
        colour = from_oklch(*self._values())
        self.code.setText(colour)
        self._paint()
        self.changed.emit(colour)

    def _typed(self, text: str) -> None:
        if re.fullmatch(r"#[0-9a-fA-F]{6}", text):
            self.changed.emit(text.lower())
