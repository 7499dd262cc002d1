"""The soft shadow under what floats over the window, in the theme's own colour; it goes where its panel goes."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

_REACH, _DOWN = 12, 3
# The alpha of each of the rings laid over one another, from the outermost in.
_SOFT = (3, 4, 5, 7, 9, 11)
_ROUND = 6


class Shadow(QWidget):
    """A sibling under `panel` that lets the mouse through and has nothing to read."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel.parentWidget())
        self._panel = panel
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # A child that nobody hid comes with its parent.
        self.hide()
        panel.installEventFilter(self)
        panel.destroyed.connect(self.deleteLater)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: the panel moves, comes, goes, or another lies over it."""
        if watched is self._panel:
            if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.ZOrderChange):
                self._follow()
            elif event.type() is QEvent.Type.Hide:
                self.hide()
        return False

    def _follow(self) -> None:
        around = self._panel.geometry().adjusted(-_REACH, -_REACH, _REACH, _REACH + _DOWN)
        if self.geometry() != around:
            self.setGeometry(around)
        if not self._panel.isHidden():
            self.show()
            self.stackUnder(self._panel)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: rings that grow fainter outwards."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for box, colour, radius in rings(QRectF(self.rect()).adjusted(0, _DOWN, 0, 0)):
            painter.setBrush(colour)
            painter.drawRoundedRect(box, radius, radius)
        painter.end()


def rings(outer: QRectF, reach: int = _REACH) -> list[tuple[QRectF, QColor, float]]:
    """The rings of a shadow that reaches `reach` pixels around what casts it, outermost first."""
    colour, found = QGuiApplication.palette().color(QPalette.ColorRole.Shadow), []
    for number, alpha in enumerate(_SOFT):
        inset = reach * number / len(_SOFT)
        ring = QColor(colour)
        ring.setAlpha(alpha)
        found.append((outer.adjusted(inset, inset, -inset, -inset), ring, _ROUND + reach - inset))
    return found


def cast_shadow(panel: QWidget) -> Shadow:
    """Give a floating panel its shadow."""
    return Shadow(panel)
