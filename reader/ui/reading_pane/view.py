"""The text itself: a QTextBrowser that shows one `ArticleDocument`, paints its decorations and asks the network for
nothing. Its column is a measure of characters, centred by viewport margins.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCursor,
    QTextLine,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from reader.render.article import ArticleDocument
from reader.render.copying import as_markdown, as_text
from reader.render.document import TextStyle, column_width
from reader.render.export.xhtml import body_xhtml
from reader.render.folds import shown_from, shown_until
from reader.render.outline import Group
from reader.style.palette import Palette
from reader.text.blocks import parse_blocks
from reader.ui.reading_pane.places import keep, restore

_LEAST_MARGIN = 24
_NO_KEY = Qt.KeyboardModifier.NoModifier
# Where the eye rests, as a share of the pane's height: the paragraph there is the one read.
EYE = 0.36


class ArticleView(QTextBrowser):
    """Signals: a link was chosen (any href, also the pane's own), hovered, a picture was clicked, the width changed."""

    link_chosen = Signal(str)
    link_hovered = Signal(str)
    picture_chosen = Signal(int)
    moved_over = Signal()
    pointed_at = Signal(QPointF)
    menu_wanted = Signal(QPoint, str)
    highlight_wanted = Signal(bool)
    pressed_at = Signal(int)
    line_wanted = Signal(int)
    opened = Signal()
    wheel_turned = Signal(int)

    def __init__(self, data_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._media = data_folder / "media"
        self.text_style = TextStyle()
        self._pressed: QPoint | None = None
        self.shown: ArticleDocument | None = None
        self.focused = False
        self.gliding = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.anchorClicked.connect(lambda address: self.link_chosen.emit(address.toString()))
        self.highlighted.connect(lambda address: self.link_hovered.emit(address.toString()))

    # ---- the document ---------------------------------------------------------------------------------------------
    def show_document(self, shown: ArticleDocument) -> None:
        """Show another document from its top."""
        old, self.shown = self.shown, shown
        shown.document.setParent(self)
        self.setDocument(shown.document)
        if old is not None:
            old.document.deleteLater()
        shown.writer.folds.settle()
        self.verticalScrollBar().setValue(0)

    def set_style(self, style: TextStyle) -> None:
        """The measure of the column follows the style."""
        self.text_style = style
        self.set_margins()

    def column(self) -> int:
        """The width of the text now, in pixels."""
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        return max(120, min(column_width(self.text_style), room - 2 * _LEAST_MARGIN))

    def set_margins(self) -> None:
        """Centre the column."""
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        column = self.column()
        left = max(_LEAST_MARGIN, (room - column) // 2)
        self.setViewportMargins(left, 0, max(0, room - column - left), 0)

    def dress(self, palette: Palette) -> None:
        """The colours of the body and the selection; the rest is the document's."""
        colours = QPalette(self.palette())
        for role, colour in (
            (QPalette.ColorRole.Text, palette.text),
            (QPalette.ColorRole.Base, palette.pane),
            (QPalette.ColorRole.Highlight, palette.selection),
            (QPalette.ColorRole.HighlightedText, palette.selection_text),
        ):
            colours.setColor(role, QColor(colour))
        self.setPalette(colours)

    # ---- Qt's own -------------------------------------------------------------------------------------------------
    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401 - Qt's own signature
        """Files of the library's media folder; nothing else, from nowhere else."""
        address = QUrl(name) if isinstance(name, str) else name
        file = Path(address.toLocalFile()) if address.isLocalFile() else None
        if file is None or ".." in file.parts or self._media not in file.parents or not file.is_file():
            return QByteArray()
        return QByteArray(file.read_bytes())

    def event(self, event: QEvent) -> bool:
        """Keep the reader's line while the width changes; the wheel works over the margins too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._marks(event):
            # With words selected, H and N are the pane's, whatever the window does with them otherwise.
            event.accept()
            return True
        if event.type() == QEvent.Type.Resize and self.shown is not None and self.shown.outline.starts:
            # Margins first, so that the text is laid out once.
            before = self.viewport().width()
            kept = keep(self, self.shown.outline.starts)
            self.set_margins()
            done = super().event(event)
            if self.viewport().width() != before:
                restore(self, self.shown.outline.starts, kept)
            return done
        if event.type() == QEvent.Type.Resize:
            self.set_margins()
        if isinstance(event, QWheelEvent) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._wheel(event)
            return True
        return super().event(event)

    def _wheel(self, event: QWheelEvent) -> None:
        """A notch of a wheel glides where motion is wanted; a touchpad tells every pixel itself."""
        if not self.gliding or not event.pixelDelta().isNull() or event.phase() != Qt.ScrollPhase.NoScrollPhase:
            self.verticalScrollBar().event(event)
            return
        step = self.verticalScrollBar().singleStep() * QGuiApplication.styleHints().wheelScrollLines()
        self.wheel_turned.emit(round(-event.angleDelta().y() / 120 * step))
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Decorations under the text, then the text."""
        if self.shown is not None:
            painter = QPainter(self.viewport())
            scrolled = self.verticalScrollBar().value()
            painter.translate(0, -scrolled)
            self.shown.decorator.paint(painter, QRectF(event.rect()).translated(0, scrolled))
            painter.end()
        super().paintEvent(event)
        if self.focused and self.shown is not None:
            self._veil()

    def _veil(self) -> None:
        """Paint the pane's colour, half through, over all but the paragraph in the upper half."""
        room = QRectF(self.viewport().rect())
        block = self.cursorForPosition(QPoint(8, round(room.height() * EYE))).block()
        rect = self.document().documentLayout().blockBoundingRect(block)
        top, bottom = (edge - self.verticalScrollBar().value() for edge in (rect.top() - 8, rect.bottom() + 8))
        veil = self.palette().color(QPalette.ColorRole.Base)
        veil.setAlpha(168)
        painter = QPainter(self.viewport())
        painter.fillRect(QRectF(0, 0, room.width(), top), veil)
        painter.fillRect(QRectF(0, bottom, room.width(), room.height() - bottom), veil)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and wheel is the pane's zoom, not Qt's own."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        self._wheel(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Backspace are the window's (page, then next article); Qt's browsing keys are not ours."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Backspace):
            event.ignore()
            return
        if self._marks(event):
            self.highlight_wanted.emit(event.key() == Qt.Key.Key_N)
            return
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and event.modifiers() in (_NO_KEY, Qt.KeyboardModifier.KeypadModifier):
            self.line_wanted.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _marks(self, event: QKeyEvent) -> bool:
        """Whether a key highlights the selection: H, or N for one with a note."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        return plain and event.key() in (Qt.Key.Key_H, Qt.Key.Key_N) and self.textCursor().hasSelection()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from link to link, and brings the tools."""
        self.moved_over.emit()
        moved = super().focusNextPrevChild(forward)
        while moved and self.hasFocus() and not self.textCursor().block().isVisible():
            # Links in closed details are passed over.
            moved = super().focusNextPrevChild(forward)
        return moved

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over pictures."""
        self.moved_over.emit()
        super().mouseMoveEvent(event)
        if not event.buttons():
            self.pointed_at.emit(event.position())
        if not event.buttons() and self.picture_at(event.position()) >= 0:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press in the margin starts a selection in the column."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a picture."""
        super().mouseReleaseEvent(event)
        moved = (event.position().toPoint() - self._pressed).manhattanLength() if self._pressed else 99
        number = self.picture_at(event.position())
        plain = event.button() == Qt.MouseButton.LeftButton and moved < QGuiApplication.styleHints().startDragDistance()
        if plain and number >= 0 and not self.textCursor().hasSelection():
            self.picture_chosen.emit(number)
        elif plain and not self.anchorAt(event.position().toPoint()):
            place = event.position() + QPointF(0, self.verticalScrollBar().value())
            self.pressed_at.emit(self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit))

    def cursorForPosition(self, point: QPoint) -> QTextCursor:
        """As Qt's; between two blocks Qt may name one in closed details: it is the one that follows them."""
        cursor = super().cursorForPosition(point)
        if not cursor.block().isVisible():
            following = shown_from(cursor.block())
            cursor.setPosition((following if following.isValid() else shown_until(cursor.block())).position())
        return cursor

    def reveal(self, position: int) -> None:
        """Open the details that hide a position."""
        if self.shown is not None and self.shown.writer.folds.reveal(position):
            self.opened.emit()
            self.viewport().update()

    def ground_rect(self, group: Group) -> QRectF:
        """Where a group's ground lies in the viewport."""
        layout = self.document().documentLayout()
        top = layout.blockBoundingRect(self.document().findBlock(group.first)).top() - group.pad
        bottom = layout.blockBoundingRect(self.document().findBlock(group.last)).bottom() + group.pad
        return QRectF(0, top - self.verticalScrollBar().value(), self.viewport().width(), bottom - top)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The pane's own menu, for the link under the pointer where there is one."""
        self.menu_wanted.emit(event.globalPos(), self.anchorAt(self.viewport().mapFromGlobal(event.globalPos())))

    def picture_at(self, point: QPointF) -> int:
        """The number of the picture under a point of the viewport, -1 where there is none."""
        if self.shown is None:
            return -1
        place = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        at = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.FuzzyHit)
        block = self.document().findBlock(at)
        for position, number in self.shown.outline.figures:
            here = block.position() <= position < block.position() + block.length()
            if here and self.picture_rect(position).contains(place.toPoint()):
                return number
        return -1

    def picture_rect(self, position: int) -> QRect:
        """Where the picture at a position is drawn, in the document."""
        block = self.document().findBlock(position)
        rect = self.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineAt(0)
        if not line.isValid():
            return QRect()
        drawn = line.naturalTextRect().translated(rect.topLeft())
        # Several pictures may share the line: from this one's edge to the next sign's.
        within = position - block.position()
        edges = sorted(rect.left() + _edge(line, one) for one in (within, within + 1))
        return QRectF(edges[0], drawn.top(), edges[1] - edges[0], drawn.height()).toRect()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or dragged: clean text, and the Markdown of it."""
        data = QMimeData()
        cursor = self.textCursor()
        if self.shown is None or not cursor.hasSelection():
            return data
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        data.setText(as_text(self.document(), self.shown.outline, first, last))
        marked = as_markdown(self.document(), self.shown.outline, self.shown.figure, first, last)
        data.setData("text/markdown", QByteArray(marked.encode()))
        # Made of the Markdown: Qt's own HTML carries the theme's colours and sizes into other programs.
        data.setHtml(f"<html><body>{body_xhtml(parse_blocks(marked), lambda _: '')}</body></html>")
        return data


def _edge(line: QTextLine, place: int) -> float:
    """Where a sign of the line begins, in the block's pixels."""
    found = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
