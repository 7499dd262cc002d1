"""The bar to find words in the article: a field, a count, previous and next. It knows nothing of the document."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reader.style.icons import icon
from reader.style.palette import Palette


class FindBar(QFrame):
    """`query_changed` at each letter, `step_requested` with True for backwards, `closed` by Escape or the cross."""

    query_changed = Signal(str)
    step_requested = Signal(bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 6, 6)
        row.setSpacing(4)
        self.field = QLineEdit()
        self.field.setPlaceholderText(QCoreApplication.translate("FindBar", "Find in the article"))
        self.field.setAccessibleName(QCoreApplication.translate("FindBar", "Find in the article"))
        self.field.setMinimumWidth(200)
        self.field.textChanged.connect(self.query_changed)
        self.count = QLabel()
        self.count.setProperty("role", "secondary")
        self.count.setMinimumWidth(72)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        self._buttons: list[tuple[QToolButton, str]] = []
        previous = self._button("arrow-up", QCoreApplication.translate("FindBar", "Previous hit (Shift+Enter)"))
        previous.clicked.connect(lambda: self.step_requested.emit(True))
        following = self._button("arrow-down", QCoreApplication.translate("FindBar", "Next hit (Enter)"))
        following.clicked.connect(lambda: self.step_requested.emit(False))
        close = self._button("x", QCoreApplication.translate("FindBar", "Close (Esc)"))
        close.clicked.connect(self.closed)
        self.steps = (previous, following)

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        self._buttons.append((button, name))
        return button

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        for button, name in self._buttons:
            button.setIcon(icon(name, palette.text, 16, disabled=palette.text_disabled))

    def show_count(self, present: int, total: int) -> None:
        """Say which hit of how many; nothing while the field is empty."""
        if not self.field.text().strip():
            words = ""
        elif not total:
            words = QCoreApplication.translate("FindBar", "No hit")
        else:
            words = QCoreApplication.translate("FindBar", "{0} of {1}").format(present + 1, total)
        self.count.setText(words)
        for button in self.steps:
            button.setEnabled(total > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter for the next hit, Shift+Enter for the one before, Escape to close."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_requested.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
