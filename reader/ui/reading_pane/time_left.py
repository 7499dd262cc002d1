"""How long the rest takes, in a corner, for a moment while one scrolls."""

import math

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QLabel, QWidget

_STAYS_MS = 1600


def minutes_left(minutes: int, share: float) -> int:
    """Whole minutes of the part not yet read; 0 at the end."""
    return math.ceil(minutes * (1 - min(1.0, max(0.0, share))) - 0.05)


class TimeLeft(QLabel):
    """A small label at the bottom right of the pane."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self.setObjectName("timeLeft")
        self._over = pane
        self._timer = QTimer(self, singleShot=True, interval=_STAYS_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(self, minutes: int, share: float) -> None:
        """Say how long the rest takes; nothing before the start and for short texts."""
        if minutes < 2 or share <= 0:
            self.hide()
            return
        left = minutes_left(minutes, share)
        words = QCoreApplication.translate("ReadingPane", "{0} min left").format(left)
        self.setText(words if left else QCoreApplication.translate("ReadingPane", "The end"))
        self.adjustSize()
        self.move(self._over.width() - self.width() - 24, self._over.height() - self.height() - 16)
        self.show()
        self.raise_()
        self._timer.start()
