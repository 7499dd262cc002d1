"""The text of a comparison, set as the pane sets it, with the signs of its changes in the margin."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reader.render.diff_view import DiffDocument
from reader.render.diff_view.writing import ground_of
from reader.style.fonts import WINDOW, font
from reader.style.palette import Palette
from reader.ui.reading_pane.view import ArticleView

_WIDTH = 23
_OWN_KEYS = (Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_U)


class Gutter(QWidget):
    """The margin's signs: +, −, ±, ↕, with a bar as high as what changed; the change one stands on has a frame."""

    def __init__(self, text: "ChangesText") -> None:
        super().__init__(text)
        self._text = text
        self._palette: Palette | None = None
        self.present = -1
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

        text.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: the signs stay beside the column wherever it goes."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Beside the column."""
        left = self._text.viewport().geometry().left()
        self.setGeometry(max(0, left - _WIDTH - 1), 0, _WIDTH, self._text.viewport().height())
        self.raise_()
        self.update()

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._palette = palette
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the signs in sight."""
        shown, palette = self._text.compared, self._palette
        if shown is None or palette is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        letters = font(WINDOW, 15, 700)
        painter.setFont(letters)
        scrolled = self._text.verticalScrollBar().value()
        for one in shown.writer.signed:
            box = shown.decorator.box(one).translated(0, -scrolled)
            if box.bottom() < 0 or box.top() > self.height():
                continue
            present = one.place == self.present >= 0
            bar = QRectF(self.width() - 5, box.top(), 4 if present else 3, max(12.0, box.height()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.accent if present else palette.text_secondary))
            painter.drawRoundedRect(bar, 1.5, 1.5)
            tile = QRectF(0, box.top() + min(6.0, max(0.0, box.height() - 17) / 2), 16, 17)
            painter.setBrush(QColor(ground_of(one.sign, palette)))
            if present:
                painter.setPen(QPen(QColor(palette.accent), 1.5))
            painter.drawRoundedRect(tile, min(4, palette.radius), min(4, palette.radius))
            painter.setPen(QColor(palette.text))
            painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, one.sign.value)
        painter.end()


class ChangesText(ArticleView):
    """An `ArticleView` of a `DiffDocument`; N, P and U are its keys while it has the focus."""

    def __init__(self, data_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(data_folder, parent)
        self.compared: DiffDocument | None = None
        self.gutter = Gutter(self)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.gutter.update())

    def show_comparison(self, shown: DiffDocument) -> None:
        """Show another comparison, from its top."""
        self.compared = shown
        self.show_document(shown)  # type: ignore[arg-type]
        self.gutter.place()

    def event(self, event: QEvent) -> bool:
        """Letters that are this view's own are not the window's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Our own keys and Space go to the view around."""
        if event.key() in _OWN_KEYS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def height_of(self, position: int) -> float:
        """The top of what stands at a position, in the document."""
        layout = self.document().documentLayout()
        return layout.blockBoundingRect(self.document().findBlock(position)).top()


def _is_own(event: QKeyEvent) -> bool:
    return event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in _OWN_KEYS
