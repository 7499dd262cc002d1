"""Articles per day as bars, drawn in the theme's colours: what came, and in the accent what was read of it."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from reader.core.figures import Day
from reader.render.numbers import count_words
from reader.style.fonts import WINDOW, font
from reader.style.palette import Palette, mix

_LEFT, _BOTTOM, _TOP = 40, 24, 8


def steps(most: int) -> list[int]:
    """The lines of the scale: at most four round numbers from 0, the last at or above `most`."""
    size = 1
    while True:
        for factor in (1, 2, 5):
            step = size * factor
            if step * 3 >= most:
                return [step * count for count in range(4) if count == 0 or step * (count - 1) < max(1, most)]
        size *= 10


def day_words(day: date) -> str:
    """ "18 Nov", « 18 nov. »."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")


class DayPlot(QWidget):
    """One bar a day, oldest at the left."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._theme = palette
        self._days: tuple[Day, ...] = ()
        self.setMinimumHeight(160)

    def sizeHint(self) -> QSize:
        """Qt's: wide and low."""
        return QSize(600, 180)

    def show_days(self, days: tuple[Day, ...]) -> None:
        """Show other days."""
        self._days = days
        arrived, read = sum(day.arrived for day in days), sum(day.read for day in days)
        words = self.tr("{0} articles came, {1} of them are read").format(count_words(arrived), count_words(read))
        self.setAccessibleName(words)
        self.update()

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._theme = palette
        self.update()

    def bar(self, place: int) -> QRectF:
        """The room of one day's bar, the whole height of the plot."""
        width = (self.width() - _LEFT) / max(1, len(self._days))
        return QRectF(_LEFT + place * width, _TOP, width, self.height() - _BOTTOM - _TOP)

    def words_at(self, x: float) -> str:
        """What is said of the day at `x`; empty beside the bars."""
        for place, day in enumerate(self._days):
            box = self.bar(place)
            if box.left() <= x < box.right():
                words = self.tr("{0}: {1} articles, {2} read")
                return words.format(day_words(day.day), count_words(day.arrived), count_words(day.read))
        return ""

    def event(self, event: QEvent) -> bool:
        """Qt's: the day under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(event.pos().x()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: scale, bars, dates."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._days:
            scale = steps(max(day.arrived for day in self._days))
            self._paint_scale(painter, scale)
            for place, day in enumerate(self._days):
                self._paint_bar(painter, self.bar(place), day, scale[-1])
            self._paint_dates(painter)
        painter.end()

    def _paint_scale(self, painter: QPainter, scale: list[int]) -> None:
        theme = self._theme
        painter.setFont(font(WINDOW, 11, tabular=True))
        height = self.height() - _BOTTOM - _TOP
        for value in scale:
            y = _TOP + height * (1 - value / scale[-1])
            painter.setPen(QPen(QColor(mix(theme.window, theme.text, 0.3 if value == 0 else 0.1)), 1))
            painter.drawLine(QPointF(_LEFT, y), QPointF(self.width(), y))
            painter.setPen(QColor(theme.text_secondary))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - 8, _LEFT - 8, 16), right, count_words(value))

    def _paint_bar(self, painter: QPainter, room: QRectF, day: Day, top: int) -> None:
        theme = self._theme
        gap = min(3.0, room.width() * 0.2)
        radius = min(3.0, theme.radius / 2, (room.width() - 2 * gap) / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        for count, colour in ((day.arrived, mix(theme.window, theme.text, 0.26)), (day.read, theme.accent)):
            high = room.height() * count / max(1, top)
            if high > 0:
                box = QRectF(room.left() + gap, room.bottom() - high, room.width() - 2 * gap, high)
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(box, radius, radius)

    def _paint_dates(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._theme.text_secondary))
        painter.setFont(font(WINDOW, 11))
        # A date every week, counted back from today.
        for place in range(len(self._days) - 1, -1, -7):
            box = self.bar(place)
            words = QRectF(box.center().x() - 40, box.bottom() + 4, 80, 18)
            words.moveRight(min(words.right(), float(self.width())))
            align = Qt.AlignmentFlag.AlignRight if words.right() >= self.width() else Qt.AlignmentFlag.AlignHCenter
            painter.drawText(words, align | Qt.AlignmentFlag.AlignTop, day_words(self._days[place].day))
