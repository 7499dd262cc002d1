"""What can wait until the window has been painted for the first time: done then, a step in each idle turn."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class AfterPaint(QObject):
    """Runs its steps in order, each once."""

    def __init__(self, window: QWidget, steps: Sequence[Callable[[], object]]) -> None:
        super().__init__(window)
        self._window = window
        self._steps = list(steps)
        # Not by itself: the first paint starts it, and keys and clicks come between two steps.
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._next)
        window.installEventFilter(self)

    def add(self, step: Callable[[], object]) -> None:
        """One more step, the last."""
        self._steps.append(step)

    def begin(self) -> None:
        """Start without a paint, where nothing will be shown."""
        self._window.removeEventFilter(self)
        self._turn.start()

    def finish(self) -> None:
        """Do now what is left."""
        while self._steps:
            self._next()

    def _next(self) -> None:
        if self._steps:
            self._steps.pop(0)()
        if not self._steps:
            self._turn.stop()

    def stop(self) -> None:
        """The window is closing: nothing more."""
        self._window.removeEventFilter(self)
        self._turn.stop()
        self._steps.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window's own first paint; its panes are painted in the same turn of the loop."""
        if event.type() is QEvent.Type.Paint:
            self.begin()
        return False
