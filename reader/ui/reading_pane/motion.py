"""Scrolling that moves: a page or a turn of the wheel glides at the display's own rate, and the text can move by itself
at a pace. Without it, steps are immediate.
"""

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollBar

GLIDE_MS = 160


class Motion(QObject):
    """Moves one scroll bar. `stopped` when the text that moves by itself reaches its end or is stopped."""

    stopped = Signal()

    def __init__(self, bar: QScrollBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self.smooth = False
        self._from = self._to = 0
        self._clock = QElapsedTimer()
        self._glide = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._glide.timeout.connect(self._frame)
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._step)
        self._pace = 0.0
        self._at = 0.0

    def _frame_ms(self) -> int:
        """The time between two pictures of the screen that the text is on."""
        return max(4, min(33, int(1000 / max(1.0, self._bar.screen().refreshRate()))))

    def settle(self) -> None:
        """Be where a glide was going: the next step starts from there."""
        if self._glide.isActive():
            self._glide.stop()
            self._bar.setValue(self._to)

    def glide_from(self, before: int) -> None:
        """The bar was just moved: when motion is wanted, show the way from `before` to there."""
        target = self._bar.value()
        if self.smooth and target != before:
            self._bar.setValue(before)
            self._glide_to(target)

    def glide_by(self, pixels: int) -> None:
        """Move on by so many pixels from where a glide is going, else from here."""
        aim = (self._to if self._glide.isActive() else self._bar.value()) + pixels
        self._glide_to(max(self._bar.minimum(), min(self._bar.maximum(), aim)))

    def _glide_to(self, target: int) -> None:
        self._from, self._to = self._bar.value(), target
        self._clock.start()
        self._glide.start(self._frame_ms())

    def _frame(self) -> None:
        share = min(1.0, self._clock.nsecsElapsed() / 1e6 / GLIDE_MS)
        # Fast at first, coming to rest: a cube, turned over.
        self._bar.setValue(round(self._from + (self._to - self._from) * (1 - (1 - share) ** 3)))
        if share >= 1:
            self._glide.stop()

    def moves(self) -> bool:
        """Whether the text moves by itself now."""
        return self._timer.isActive()

    def start(self, pixels_a_second: float) -> None:
        """Let the text move by itself; at the end it stops."""
        self.settle()
        self._pace, self._at = pixels_a_second, float(self._bar.value())
        self._clock.start()
        self._timer.start(self._frame_ms())

    def stop(self) -> None:
        """Let it stand."""
        if self._timer.isActive():
            self._timer.stop()
            self.stopped.emit()

    def _step(self) -> None:
        if abs(self._at - self._bar.value()) > 2:
            # The reader scrolled meanwhile: go on from there.
            self._at = float(self._bar.value())
        # By the clock: a late picture is no slower text. A window that slept does not jump.
        self._at += self._pace * min(0.1, self._clock.nsecsElapsed() / 1e9)
        self._clock.restart()
        self._bar.setValue(round(self._at))
        if self._bar.value() >= self._bar.maximum():
            self.stop()
