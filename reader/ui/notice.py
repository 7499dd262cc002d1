"""The notice at the bottom of the window: a sentence, at most one deed ("Undo"), gone after some seconds."""

from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from reader.style.icons import icon
from reader.style.palette import Palette
from reader.ui.shadow import cast_shadow

_BOTTOM, _SIDE, _WIDEST = 24, 24, 640
_SHORTEST = 1200


@dataclass(frozen=True, slots=True)
class _Said:
    words: str
    action: str
    milliseconds: int


class Notice(QFrame):
    """Stands at the bottom middle of its parent. Several wait for each other; time stands still under the mouse."""

    action_chosen = Signal(str)
    shown = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._waiting: deque[_Said] = deque()
        self._now: _Said | None = None
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._action = QPushButton()
        self._action.setProperty("flat", True)
        self._action.clicked.connect(self._act)
        self._close = QToolButton()
        self._close.setIconSize(QSize(16, 16))
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close the notice"))
        self._close.clicked.connect(self._next)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)
        parent.installEventFilter(self)
        self.hide()
        cast_shadow(self)

    def show_words(self, text: str, action: str = "", seconds: float = 6) -> None:
        """Say a sentence. One that waits makes the present one short; the same sentence twice is said once."""
        said = _Said(text, action, round(seconds * 1000))
        if said == self._now:
            self._timer.start(said.milliseconds)
            return
        if said not in self._waiting:
            self._waiting.append(said)
        if self._now is None:
            self._next()
        elif self._timer.remainingTime() > _SHORTEST:
            self._timer.start(_SHORTEST)

    def withdraw(self) -> None:
        """What was said is true no more: it has been undone."""
        self._waiting.clear()
        self._next()

    def words(self) -> str:
        """What is said now; empty when nothing is."""
        return self._now.words if self._now is not None else ""

    def focus_action(self) -> None:
        """Put the keyboard on the deed, for those who have no mouse."""
        if self._now is not None:
            target = self._action if self._now.action else self._close
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._close.setIcon(icon("x", palette.text_secondary, 16))

    def _next(self) -> None:
        self._timer.stop()
        self._now = self._waiting.popleft() if self._waiting else None
        if self._now is None:
            self.hide()
            return
        self._words.setText(self._now.words)
        self._action.setText(self._now.action)
        self._action.setAccessibleName(self._now.action)
        self._action.setVisible(bool(self._now.action))
        self.setAccessibleName(self._now.words)
        self._lay()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._now.words))
        self._timer.start(min(self._now.milliseconds, _SHORTEST * 2) if self._waiting else self._now.milliseconds)
        self.shown.emit(self._now.words)

    def _act(self) -> None:
        words = self._now.action if self._now is not None else ""
        self._next()
        self.action_chosen.emit(words)

    def _lay(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        widest = max(160, min(_WIDEST, parent.width() - 2 * _SIDE))
        # Margins, spaces, the cross and the frame.
        buttons = 72 + (self._action.sizeHint().width() + 8 if self._now and self._now.action else 0)
        words = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 4
        width = min(widest, words + buttons)
        self.setFixedWidth(width)
        # As high as its words need when they wrap.
        height = max(44, self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height())
        self.setFixedHeight(height)
        self.move(QPoint((parent.width() - width) // 2, parent.height() - height - _BOTTOM))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: keep to the bottom of the parent."""
        if watched is self.parent() and event.type() is QEvent.Type.Resize and self._now is not None:
            self._lay()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Qt's: do not vanish under the mouse."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Qt's: go on."""
        if self._now is not None:
            self._timer.start(max(_SHORTEST * 2, self._now.milliseconds // 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._next()
        else:
            super().keyPressEvent(event)
