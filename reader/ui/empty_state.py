"""What a pane shows when it has nothing to show: a drawing in the theme's two colours, a sentence, the next step."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.style.drawings import draw
from reader.style.palette import Palette

_SIZE = 128


class _Drawing(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.palette_: Palette | None = None
        self.ground = ""
        self.setFixedSize(_SIZE, _SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.palette_ is not None:
            painter = QPainter(self)
            draw(painter, QRectF(self.rect()), self.name, self.palette_, self.ground)
            painter.end()


class EmptyState(QWidget):
    """A drawing, a heading, a sentence and at most one button. `chosen` when the button is pressed."""

    chosen = Signal()

    def __init__(self, drawing: str = "nothing_selected") -> None:
        super().__init__()
        self.setObjectName("emptyState")
        self._drawing = _Drawing(drawing)
        self._heading = _words("heading")
        self._sentence = _words("secondary")
        self._button = QPushButton()
        self._button.setAccessibleName("")
        self._button.hide()
        self._button.clicked.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        for part in (self._drawing, self._heading, self._sentence, self._button):
            centred = part is not self._heading and part is not self._sentence
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag(0))
        column.addStretch(3)

    def minimumSizeHint(self) -> QSize:
        """Room for the drawing and a line of words."""
        return QSize(160, 160)

    def show_words(self, drawing: str, heading: str, sentence: str = "", button: str = "") -> None:
        """Say something else."""
        self._drawing.name = drawing
        self._drawing.update()
        for label, words in ((self._heading, heading), (self._sentence, sentence)):
            label.setText(words)
            label.setVisible(bool(words))
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(f"{heading} {sentence}".strip())

    def dress(self, palette: Palette, ground: str = "") -> None:
        """Wear a theme; `ground` is the colour behind, the pane's when empty."""
        self._drawing.palette_ = palette
        self._drawing.ground = ground or palette.pane
        self._drawing.update()


def _words(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.hide()
    return label
