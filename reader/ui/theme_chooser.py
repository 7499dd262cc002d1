"""The eight themes as pictures to choose from: in the settings and on the first start."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.style.fonts import WINDOW, font
from reader.style.palette import Palette
from reader.ui.theme_picture import paint_theme

_SIZE = QSize(120, 75)


_ROOMY = 110


class ThemeCard(QAbstractButton):
    """One theme: its picture and name, a ring round the one that is worn."""

    def __init__(self, palette: Palette, worn: Palette, language: str, *, size: QSize) -> None:
        super().__init__()
        self.theme = palette
        self._worn = worn
        self._picture = size
        self.setCheckable(True)
        name = palette.display_name(language)
        # Under a picture of a theme the word "thème" says nothing.
        short = name.removeprefix("Thème de ").removeprefix("Thème ")
        self.setText(short[:1].upper() + short[1:])
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Under a small picture « Orange mécanique sombre » takes three lines.
        self._words = 50 if size.width() < _ROOMY else 34
        self.setFixedSize(size.width() + 12, size.height() + 16 + self._words)

    def dress(self, palette: Palette) -> None:
        """Wear the theme of the dialog around."""
        self._worn = palette
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: picture, name, ring."""
        worn, painter = self._worn, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(6, 6, self._picture.width(), self._picture.height())
        paint_theme(painter, box, self.theme)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = min(self.theme.radius, 10) + (3 if self.theme.radius else 0)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(QColor(worn.accent if self.isChecked() else worn.control_border), 2))
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), radius, radius)
        if self.hasFocus() and self.property("keyboardFocus"):
            painter.setPen(QPen(QColor(worn.focus_ring), 2, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.setFont(font(WINDOW, 12, 600 if self.isChecked() else 400))
        painter.setPen(QColor(worn.text if self.isChecked() else worn.text_secondary))
        under = QRectF(0, box.bottom() + 8, self.width(), self._words)
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(under, centred | Qt.TextFlag.TextWordWrap, self.text())
        painter.end()


class ThemeChooser(QWidget):
    """Cards in rows of four; `chosen` when one is taken, the arrows walk. `hovered` and `left` for those who try on."""

    chosen = Signal(str)
    hovered = Signal(str)
    left = Signal()
    deed_requested = Signal(str)

    def __init__(
        self,
        palettes: Sequence[Palette],
        current: str,
        language: str,
        *,
        columns: int = 4,
        size: QSize = _SIZE,
        deeds: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("themeChooser")
        self.setAccessibleName(self.tr("Themes"))
        self._columns = columns
        self._language, self._size, self.has_deeds = language, size, deeds
        self._group = QButtonGroup(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(columns, 1)
        whole.addLayout(self._grid)
        self.cards: list[ThemeCard] = []
        self.show_palettes(palettes, current)
        if deeds:
            whole.addLayout(self._make_deeds())

    def _make_deeds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        names = {
            "edit": self.tr("Edit this theme…"),
            "import": self.tr("Import…"),
            "export": self.tr("Export…"),
            "folder": self.tr("Open the folder"),
        }
        for deed, name in names.items():
            button = QPushButton(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, wanted=deed: self.deed_requested.emit(wanted))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def show_palettes(self, palettes: Sequence[Palette], current: str) -> None:
        """Other themes are there: a card for each, `current` marked."""
        for card in self.cards:
            self._group.removeButton(card)
            self._grid.removeWidget(card)
            card.deleteLater()
        self.cards.clear()
        columns = self._columns
        worn = next((palette for palette in palettes if palette.id == current), palettes[0])
        for place, palette in enumerate(palettes):
            card = ThemeCard(palette, worn, self._language, size=self._size)
            card.setChecked(palette.id == current)
            card.clicked.connect(lambda _=False, theme_id=palette.id: self.chosen.emit(theme_id))
            card.installEventFilter(self)
            self._group.addButton(card)
            self._grid.addWidget(card, place // columns, place % columns)
            self.cards.append(card)

    def choose(self, theme_id: str) -> None:
        """Mark another, silently."""
        for card in self.cards:
            card.setChecked(card.theme.id == theme_id)

    def dress(self, palette: Palette) -> None:
        """Wear a theme, and mark it."""
        for card in self.cards:
            card.dress(palette)
        self.choose(palette.id)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Qt's: which card the mouse is on; up and down walk by rows."""
        if isinstance(watched, ThemeCard):
            if isinstance(event, QEnterEvent):
                self.hovered.emit(watched.theme.id)
            elif event.type() is QEvent.Type.Leave:
                self.left.emit()
            elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._walk(watched, Qt.Key(event.key()))
        return False

    def _walk(self, card: ThemeCard, key: Qt.Key) -> bool:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        there = self.cards.index(card) + steps.get(key, len(self.cards))
        if 0 <= there < len(self.cards):
            self.cards[there].setFocus(Qt.FocusReason.TabFocusReason)
            self.cards[there].click()
            return True
        return key in steps
