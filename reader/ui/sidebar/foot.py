"""The sidebar's foot: how much can be read with no network, "+ Add", settings."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from reader.core.entities import OfflineSummary
from reader.render.numbers import count_words
from reader.style.fonts import WINDOW, font
from reader.style.icons import icon, pixmap
from reader.style.palette import Palette, mix


class OfflineState(QAbstractButton):
    """A ring that fills as the library becomes readable with no network, and the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("offlineState")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(44)
        self.theme: Palette | None = None
        self._share, self._online = 0, True
        self._lines = ("", "")

    def show_summary(self, summary: OfflineSummary, *, online: bool) -> None:
        """ "1,240 articles · 98 % ready offline"; never 100 % while something is missing."""
        whole = summary.articles > 0 and summary.articles == summary.ready
        self._share = 100 if whole else min(99, summary.ready * 100 // max(1, summary.articles))
        self._online = online
        count = self.tr("%n article(s)", None, summary.articles)
        first = count.replace(str(summary.articles), count_words(summary.articles), 1)
        second = self.tr("{0} % ready offline").format(self._share)
        if not summary.articles:
            first, second = self.tr("Nothing kept yet"), self.tr("Add a feed to begin")
        self._lines = (first, second)
        self.setText(f"{first} · {second}")
        state = self.tr("Online") if online else self.tr("No network. What is ready can still be read.")
        self.setToolTip(f"{self.text()}\n{state}")
        self.setAccessibleName(f"{self.text()}. {state}")
        self.update()

    def sizeHint(self) -> QSize:
        """Qt's: two lines."""
        return QSize(160, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: the ring and two lines."""
        if (theme := self.theme) is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        hovered = self.underMouse()
        if hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.sidebar_hover))
            painter.drawRoundedRect(box, max(0, theme.radius - 2), max(0, theme.radius - 2))
        if self.property("keyboardFocus"):
            painter.setPen(QPen(QColor(theme.focus_ring), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), max(0, theme.radius - 2), max(0, theme.radius - 2))
        self._ring(painter, QRectF(15, 12, 20, 20), theme)
        room = self.width() - 49
        for line, (words, top) in enumerate(zip(self._lines, (5, 21), strict=True)):
            painter.setFont(font(WINDOW, 12, 600 if line == 0 else 400, tabular=True))
            painter.setPen(QColor(theme.sidebar_text if line == 0 else theme.sidebar_text_secondary))
            shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(41, top, room + 2, 18), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    def _ring(self, painter: QPainter, box: QRectF, theme: Palette) -> None:
        if not self._online:
            ratio = self.devicePixelRatioF()
            sign = pixmap("wifi-off", theme.sidebar_text_secondary, 18, ratio)
            painter.drawPixmap(box.topLeft().toPoint(), sign)
            return
        ring = box.adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(mix(theme.sidebar, theme.sidebar_text, 0.2)), 3))
        painter.drawEllipse(ring)
        # Flat ends: round ones close the gap that 98 % leaves.
        painter.setPen(QPen(QColor(theme.sidebar_accent), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        if self._share:
            painter.drawArc(ring, 90 * 16, -round(self._share * 3.6 * 16))


class Foot(QWidget):
    """The offline state over two buttons."""

    add_requested = Signal()
    settings_requested = Signal()
    offline_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sidebarFoot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.offline = OfflineState()
        self._told = (OfflineSummary(), True)
        self.add = _button("addButton", Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.settings = _button("settingsButton", Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.add.clicked.connect(self.add_requested)
        self.settings.clicked.connect(self.settings_requested)
        self.offline.clicked.connect(self.offline_requested)
        lower = QHBoxLayout()
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addWidget(self.add)
        lower.addStretch(1)
        lower.addWidget(self.settings)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.offline)
        column.addLayout(lower)
        self._say()

    def _say(self) -> None:
        """The words, in the language of now."""
        self.add.setText(self.tr("Add"))
        self.add.setToolTip(self.tr("Add a feed (Ctrl+N)"))
        self.add.setAccessibleName(self.tr("Add a feed"))
        self.settings.setToolTip(self.tr("Settings (Ctrl+,)"))
        self.settings.setAccessibleName(self.tr("Settings"))
        self.show_offline(*self._told)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's: another language, said anew."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._say()

    def show_offline(self, summary: OfflineSummary, online: bool) -> None:
        """How much of the library can be read with no network."""
        self._told = (summary, online)
        self.offline.show_summary(summary, online=online)

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self.offline.theme = palette
        self.offline.update()
        self.add.setIcon(icon("plus", palette.sidebar_text, 16))
        self.settings.setIcon(icon("settings", palette.sidebar_text_secondary, 16))


def _button(name: str, style: Qt.ToolButtonStyle) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setToolButtonStyle(style)
    button.setIconSize(QSize(16, 16))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
