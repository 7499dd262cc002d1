"""A picture over the whole window: fit or real size, zoom to the pointer, drag, next and previous, save, copy."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QToolButton, QWidget

from reader.render.figures import read_image
from reader.style.fonts import WINDOW
from reader.style.icons import icon
from reader.style.palette import Palette, mix
from reader.ui.own_keys import keeps

_STEP = 1.25
_LARGEST = 16.0


@dataclass(frozen=True, slots=True)
class Sight:
    """One picture to look at: its file and its words."""

    file: Path
    caption: str = ""
    credit: str = ""
    alt: str = ""


def _bar_rules(palette: Palette) -> str:
    """The buttons' own sheet: the viewer is dark in every theme, and so are they."""
    over, pressed = (mix(palette.veil, palette.veil_text, share) for share in (0.18, 0.3))
    return f"""QWidget {{ background: transparent; }}
        QToolButton {{ background: {palette.veil}; border: none; border-radius: 6px; padding: 7px; }}
        QToolButton:hover {{ background: {over}; }}
        QToolButton:pressed {{ background: {pressed}; }}
        QToolButton:focus {{ border: 2px solid {palette.veil_text}; padding: 5px; }}"""


def _veil(palette: Palette, alpha: int) -> QColor:
    ground = QColor(palette.veil)
    ground.setAlpha(alpha)
    return ground


class ImageViewer(QWidget):
    """Covers its parent until Escape, a click beside the picture or the cross. `closed` when it goes."""

    closed = Signal()

    def __init__(self, parent: QWidget, palette: Palette) -> None:
        super().__init__(parent)
        self._over, self._theme = parent, palette
        self.setObjectName("imageViewer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(QCoreApplication.translate("ImageViewer", "Picture"))
        self._sights: list[Sight] = []
        self._index = 0
        self._picture = QPixmap()
        self._scale = 1.0
        self._middle = QPointF()
        self._fitted = True
        self._dragged: QPointF | None = None
        self._moved = False
        self._bar = QWidget(self)
        parent.installEventFilter(self)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for name, words, act in (
            ("chevron-left", QCoreApplication.translate("ImageViewer", "Previous picture (←)"), lambda: self.step(-1)),
            ("chevron-right", QCoreApplication.translate("ImageViewer", "Next picture (→)"), lambda: self.step(1)),
            ("maximize", QCoreApplication.translate("ImageViewer", "Fit or real size (0, 1)"), self.toggle_fit),
            ("copy", QCoreApplication.translate("ImageViewer", "Copy the picture (Ctrl+C)"), self.copy),
            ("download", QCoreApplication.translate("ImageViewer", "Save the picture (Ctrl+S)"), self.save),
            ("x", QCoreApplication.translate("ImageViewer", "Close (Esc)"), self.leave),
        ):
            button = QToolButton()
            button.setProperty("iconName", name)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(act)
            row.addWidget(button)
        self.hide()
        self.dress(palette)

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._theme = palette
        self._bar.setStyleSheet(_bar_rules(palette))
        for button in self._bar.findChildren(QToolButton):
            button.setIcon(icon(str(button.property("iconName")), palette.veil_text, 20))
        self.update()

    def show_pictures(self, sights: list[Sight], index: int) -> None:
        """Open on picture `index` of `sights`."""
        self._sights = sights
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self._open(index)

    @property
    def sight(self) -> Sight:
        """The picture looked at."""
        return self._sights[self._index]

    @property
    def scale(self) -> float:
        """Logical pixels of the screen for one of the picture."""
        return self._scale

    def _open(self, index: int) -> None:
        self._index = index % len(self._sights)
        self._picture = QPixmap.fromImage(read_image(self.sight.file))
        self.setAccessibleDescription(" ".join(filter(None, (self.sight.alt, self.sight.caption, self.sight.credit))))
        self.fit()

    def step(self, by: int) -> None:
        """Another picture of the article, round and round."""
        if len(self._sights) > 1:
            self._open(self._index + by)

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(24, 24, -24, -72)

    def fit(self) -> None:
        """The whole picture, never enlarged."""
        room = self._room()
        width, height = max(1, self._picture.width()), max(1, self._picture.height())
        self._scale = min(1.0, room.width() / width, room.height() / height)
        self._middle = room.center()
        self._fitted = True
        self.update()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Larger or smaller, the point `at` staying where it is."""
        anchor = at if at is not None else self._room().center()
        scale = min(_LARGEST, max(0.05, self._scale * factor))
        self._middle = anchor + (self._middle - anchor) * (scale / self._scale)
        self._scale = scale
        self._fitted = False
        self.update()

    def toggle_fit(self) -> None:
        """Between the whole picture and one pixel for one pixel."""
        if self._fitted:
            self.zoom(1 / self._scale)
        else:
            self.fit()

    def copy(self) -> None:
        """The picture onto the clipboard."""
        QGuiApplication.clipboard().setPixmap(self._picture)

    def save(self) -> None:
        """The picture's own file, byte for byte, where the reader chooses."""
        source = self.sight.file
        title = QCoreApplication.translate("ImageViewer", "Save the picture")
        name, _ = QFileDialog.getSaveFileName(self, title, source.name)
        if name:
            self.save_to(Path(name))

    def save_to(self, file: Path) -> bool:
        """Copy the file there; a disk that refuses is said in the caption's place."""
        try:
            file.write_bytes(self.sight.file.read_bytes())
        except OSError as error:
            words = QCoreApplication.translate("ImageViewer", "The picture could not be saved: {0}")
            self.setAccessibleDescription(words.format(error.strerror or error))
            self._say(self.accessibleDescription())
            return False
        return True

    def _say(self, words: str) -> None:
        sight = self.sight
        self._sights[self._index] = Sight(sight.file, words, "", sight.alt)
        self.update()

        def back() -> None:
            self._sights = [sight if one.file == sight.file else one for one in self._sights]
            self.update()

        QTimer.singleShot(4000, self, back)

    def leave(self) -> None:
        """Close."""
        self.hide()
        self.closed.emit()

    def _place(self) -> QRectF:
        width, height = self._picture.width() * self._scale, self._picture.height() * self._scale
        return QRectF(self._middle.x() - width / 2, self._middle.y() - height / 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture on a dark ground, its words below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _veil(self._theme, 236))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._scale < 3)
        place = self._place()
        if self._picture.hasAlphaChannel():
            painter.fillRect(place, QColor(self._theme.plate))
        painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
        foot = QRectF(self.rect()).adjusted(24, self.height() - 60, -24, -12)
        painter.fillRect(QRectF(0, self.height() - 64, self.width(), 64), _veil(self._theme, 190))
        letters = QFont(WINDOW)
        letters.setPixelSize(13)
        painter.setFont(letters)
        painter.setPen(QColor(self._theme.veil_text))
        words = self.sight.caption or self.sight.alt
        if self.sight.credit:
            words = f"{words}   {self.sight.credit}".strip()
        if len(self._sights) > 1:
            words = f"{self._index + 1}/{len(self._sights)}   {words}"
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window at every size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons in their corner and the picture fitted."""
        size = self._bar.sizeHint()
        self._bar.setGeometry(self.width() - size.width() - 12, 12, size.width(), size.height())
        if self._fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the pointer."""
        self.zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        self._dragged, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the picture."""
        if self._dragged is not None:
            self._middle += event.position() - self._dragged
            self._moved = self._moved or (event.position() - self._dragged).manhattanLength() > 1
            self._dragged = event.position()
            self._fitted = False
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside the picture closes."""
        self._dragged = None
        if not self._moved and not self._place().contains(event.position()):
            self.leave()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit or real size, at the pointer."""
        if self._fitted:
            self.zoom(max(2.0, 1 / self._scale), event.position())
        else:
            self.fit()

    def event(self, event: QEvent) -> bool:
        """Every key is its own while it covers the window."""
        return keeps(event, commands=True) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, arrows, + - 0 1, Ctrl+C, Ctrl+S."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Escape: self.leave,
            Qt.Key.Key_Space: self.leave,
            Qt.Key.Key_Home: lambda: self._open(0),
            Qt.Key.Key_End: lambda: self._open(-1),
            Qt.Key.Key_Left: lambda: self.step(-1),
            Qt.Key.Key_Right: lambda: self.step(1),
            Qt.Key.Key_Plus: lambda: self.zoom(_STEP),
            Qt.Key.Key_Equal: lambda: self.zoom(_STEP),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / _STEP),
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_1: lambda: self.zoom(1 / self._scale),
        }
        if control:
            acts = {Qt.Key.Key_C: self.copy, Qt.Key.Key_S: self.save}
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()
