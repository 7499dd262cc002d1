"""Reading aloud: sentence after sentence from where the reader is, the one spoken marked, with a small bar to steer."""

import sys
from bisect import bisect_right
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QSize, Qt, Signal, qVersion
from PySide6.QtGui import QColor, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTextEdit, QToolButton, QWidget

from reader.render.sentences import Sentence, sentences_of
from reader.style.icons import icon
from reader.style.palette import Palette, mix
from reader.ui.reading_pane.places import line_top, scroll_to
from reader.ui.reading_pane.view import ArticleView
from reader.ui.voice import Voice, find_voice

_MEDIA_KEYS = (
    (Qt.Key.Key_MediaNext, "after"),
    (Qt.Key.Key_MediaPrevious, "before"),
    (Qt.Key.Key_MediaStop, "stop"),
)
SPEEDS = (0.6, 0.8, 1.0, 1.2, 1.4, 1.7, 2.0, 2.5)
_ICONS = {"before": "skip-back", "pause": "pause", "after": "skip-forward", "slower": "minus", "faster": "plus"}


class AloudBar(QFrame):
    """The bar at the foot of the pane. `pressed` names its button: before, pause, after, slower, faster, stop."""

    pressed = Signal(str)

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self.setObjectName("paneTools")
        self.setAccessibleName(QCoreApplication.translate("Aloud", "Reading aloud"))
        self._over = pane
        self._palette: Palette | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        self.speed = QLabel()
        self.speed.setMinimumWidth(44)
        self.speed.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.buttons: dict[str, QToolButton] = {}
        for name in ("before", "pause", "after", "slower", "faster", "stop"):
            button = QToolButton()
            button.setIconSize(QSize(20, 20))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, name=name: self.pressed.emit(name))
            self.buttons[name] = button
            row.addWidget(button)
            if name == "slower":
                row.addWidget(self.speed)
        self._names(paused=False)
        self.hide()

    def _names(self, *, paused: bool) -> None:
        words = {
            "before": QCoreApplication.translate("Aloud", "The sentence before"),
            "pause": QCoreApplication.translate("Aloud", "Go on (L)")
            if paused
            else QCoreApplication.translate("Aloud", "Pause (L)"),
            "after": QCoreApplication.translate("Aloud", "The next sentence"),
            "slower": QCoreApplication.translate("Aloud", "Slower"),
            "faster": QCoreApplication.translate("Aloud", "Faster"),
            "stop": QCoreApplication.translate("Aloud", "Stop reading aloud (Esc)"),
        }
        for name, button in self.buttons.items():
            button.setToolTip(words[name])
            button.setAccessibleName(words[name])

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._palette = palette
        self.show_state(paused=False, speed=None)

    def show_state(self, *, paused: bool, speed: float | None) -> None:
        """Whether it pauses, and how fast it speaks."""
        self._names(paused=paused)
        if speed is not None:
            self.speed.setText(
                QCoreApplication.translate("Aloud", "{0}×").format(self.locale().toString(speed, "f", 1))
            )
        if self._palette is not None:
            for name, button in self.buttons.items():
                sign = {"stop": "x", "pause": "play" if paused else "pause"}.get(name) or _ICONS[name]
                button.setIcon(icon(sign, self._palette.text, 20))

    def come(self) -> None:
        """Show at the foot, in the middle."""
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Stay at the foot of the pane."""
        size = self.sizeHint()
        foot = QPoint((self._over.width() - size.width()) // 2, self._over.height() - size.height() - 16)
        self.setGeometry(foot.x(), foot.y(), size.width(), size.height())


class Aloud(QObject):
    """Speaks the article of the view. `told` has a sentence for the reader: no voice, or a voice that fails."""

    told = Signal(str)

    def __init__(self, view: ArticleView, pane: QWidget, voice: Callable[[QObject], Voice | None] = find_voice) -> None:
        super().__init__(pane)
        self._view, self._find = view, voice
        self._voice: Voice | None = None
        self._sentences: list[Sentence] = []
        self._at = 0
        self._language = ""
        self._speaking = False
        self._speed = SPEEDS.index(1.0)
        self._palette: Palette | None = None
        self.bar = AloudBar(pane)
        self.bar.pressed.connect(self._steer)
        self._keys = [self._media_key(pane, key, name) for key, name in _MEDIA_KEYS]

    def _media_key(self, pane: QWidget, key: Qt.Key, name: str) -> QShortcut:
        """A media key steers while an article is read aloud; play and pause is an action of the window."""
        made = QShortcut(key, pane)
        made.activated.connect(lambda: self._steer(name))
        made.setEnabled(False)
        return made

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._palette = palette
        self.bar.dress(palette)
        self._show()

    def active(self) -> bool:
        """Whether an article is being read aloud or pauses."""
        return bool(self._sentences)

    def sentence(self) -> str:
        """The words spoken now; empty where none are."""
        return self._sentences[self._at].words if self._sentences else ""

    def toggle(self, language: str | None) -> None:
        """Begin at the selection, else at the first whole line in sight; or pause, or go on."""
        if self._sentences:
            self._pause() if self._speaking else self._say()
            return
        if self._voice is None:
            self._voice = self._find(self)
            if self._voice is None:
                self.told.emit(no_voice())
                return
            self._voice.said.connect(self._next)
            self._voice.failed.connect(self._failed)
        self._sentences = sentences_of(self._view.document())
        if not self._sentences:
            return
        self._language = (language or "").replace("_", "-").split("-")[0].lower()
        self._at = self._first()
        self.bar.come()
        self._say()

    def _first(self) -> int:
        cursor = self._view.textCursor()
        if cursor.hasSelection():
            place = cursor.selectionStart()
        elif self._view.verticalScrollBar().value() == 0:
            return 0
        else:
            place = self._view.cursorForPosition(QPoint(2, 2)).position()
        return max(0, bisect_right([one.first for one in self._sentences], place) - 1)

    def _say(self) -> None:
        if self._voice is not None:
            self._speaking = True
            self._show()
            self._voice.say(self.sentence(), self._language, SPEEDS[self._speed])

    def _pause(self) -> None:
        self._speaking = False
        if self._voice is not None:
            self._voice.hush()
        self._show()

    def _next(self) -> None:
        if self._at + 1 < len(self._sentences):
            self._at += 1
            self._say()
        else:
            self.stop()

    def _failed(self) -> None:
        self.stop()
        self._voice = None
        self.told.emit(QCoreApplication.translate("Aloud", "The voice of this system could not speak."))

    def anchor(self) -> None:
        """The document is another of the same words: find the sentences anew and stay where one was."""
        if self._sentences:
            self._sentences = sentences_of(self._view.document())
            self._at = min(self._at, len(self._sentences) - 1)
            self._show() if self._sentences else self.stop()

    def refold(self) -> None:
        """Details were opened or closed: what is read next is another, the sentence read now stays."""
        if self._sentences:
            place = self._sentences[self._at].first
            self._sentences = sentences_of(self._view.document())
            self._at = max(0, bisect_right([one.first for one in self._sentences], place) - 1)

    def stop(self) -> None:
        """End; the mark goes."""
        if self._voice is not None:
            self._voice.hush()
        self._sentences, self._speaking = [], False
        self.bar.hide()
        self._show()

    def _steer(self, name: str) -> None:
        if not self._sentences:
            return
        if name == "stop":
            self.stop()
        elif name == "pause":
            self._pause() if self._speaking else self._say()
        elif name in ("slower", "faster"):
            self._speed = max(0, min(len(SPEEDS) - 1, self._speed + (1 if name == "faster" else -1)))
            self._again()
        else:
            self._at = max(0, min(len(self._sentences) - 1, self._at + (1 if name == "after" else -1)))
            self._again()

    def _again(self) -> None:
        """Say the sentence anew, unless the voice pauses."""
        self._say() if self._speaking else self._show()

    def _show(self) -> None:
        """Mark the sentence, keep it in sight, show the bar's state."""
        for key in self._keys:
            key.setEnabled(self.active())
        self.bar.show_state(paused=not self._speaking, speed=SPEEDS[self._speed])
        if not self._sentences or self._palette is None:
            self._view.setExtraSelections([])
            return
        one = self._sentences[self._at]
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(one.first)
        cursor.setPosition(one.last, QTextCursor.MoveMode.KeepAnchor)
        mark = QTextEdit.ExtraSelection()
        ground = QTextCharFormat()
        ground.setBackground(QColor(mix(self._palette.pane, self._palette.accent, 0.18)))
        mark.cursor, mark.format = cursor, ground
        self._view.setExtraSelections([mark])
        self._keep_in_sight(one)

    def _keep_in_sight(self, one: Sentence) -> None:
        room, bar = self._view.viewport().height(), self._view.verticalScrollBar()
        top = line_top(self._view.document(), one.first) - bar.value()
        foot = line_top(self._view.document(), max(one.first, one.last - 1)) - bar.value()
        if top < 8 or foot > room - 96:
            scroll_to(self._view, round(bar.value() + top - room * 0.3))


def no_voice(system: str = sys.platform) -> str:
    """How a voice is got on this system."""
    if system.startswith(("win", "darwin")):
        words = QCoreApplication.translate(
            "Aloud", "Reading aloud needs a package that is not installed: run “{0}”, then start Encre again."
        )
        return words.format(f"pip install PySide6-Addons=={qVersion()}")
    return QCoreApplication.translate(
        "Aloud", "Reading aloud needs a voice: install speech-dispatcher or espeak-ng, then try again."
    )
