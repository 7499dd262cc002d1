"""Scrolling that moves: a page glides, and the text can move by itself at a pace. Without it, steps are immediate."""

from PySide6.QtCore import QEasingCurve, QObject, QPropertyAnimation, QTimer, Signal
from PySide6.QtWidgets import QScrollBar

_GLIDE_MS = 160
_FRAME_MS = 16


class Motion(QObject):
    """Moves one scroll bar. `stopped` when the text that moves by itself reaches its end or is stopped."""

    stopped = Signal()

    def __init__(self, bar: QScrollBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self.smooth = False
        self._glide = QPropertyAnimation(bar, b"value", self)
        self._glide.setDuration(_GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self._step)
        self._pace = 0.0
        self._at = 0.0

    def settle(self) -> None:
        """Be where a glide was going: the next step starts from there."""
        if self._glide.state() == QPropertyAnimation.State.Running:
            target = int(self._glide.endValue())
            self._glide.stop()
            self._bar.setValue(target)

    def glide_from(self, before: int) -> None:
        """The bar was just moved: when motion is wanted, show the way from `before` to there."""
        target = self._bar.value()
        if self.smooth and target != before:
            self._glide.setStartValue(before)
            self._glide.setEndValue(target)
            self._bar.setValue(before)
            self._glide.start()

    def moves(self) -> bool:
        """Whether the text moves by itself now."""
        return self._timer.isActive()

    def start(self, pixels_a_second: float) -> None:
        """Let the text move by itself; at the end it stops."""
        self.settle()
        self._pace, self._at = pixels_a_second, float(self._bar.value())
        self._timer.start()

    def stop(self) -> None:
        """Let it stand."""
        if self._timer.isActive():
            self._timer.stop()
            self.stopped.emit()

    def _step(self) -> None:
        if abs(self._at - self._bar.value()) > 2:
            # The reader scrolled meanwhile: go on from there.
            self._at = float(self._bar.value())
        self._at += self._pace * _FRAME_MS / 1000
        self._bar.setValue(round(self._at))
        if self._bar.value() >= self._bar.maximum():
            self.stop()
