"""A picture of the window for `--shot` and the tour: waits until nothing moves any more, then saves."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

_EVERY, _LONGEST = 120, 6_000


class WhenSettled(QObject):
    """Calls `then` with the window's picture once two looks, 120 ms apart, see the same; after 6 s at the latest."""

    def __init__(self, window: QWidget, then: Callable[[QImage], None]) -> None:
        super().__init__(window)
        self._window, self._then = window, then
        self._before = QImage()
        self._waited = 0
        self._look = QTimer(self, interval=_EVERY)
        self._look.timeout.connect(self._compare)
        self._look.start()

    def _compare(self) -> None:
        picture = self._window.grab().toImage()
        self._waited += _EVERY
        if picture == self._before or self._waited >= _LONGEST:
            self._look.stop()
            self._then(picture)
        self._before = picture


def save_picture(picture: QImage, file: Path) -> bool:
    """Write a PNG; False when the disk refuses."""
    file.parent.mkdir(parents=True, exist_ok=True)
    return bool(picture.save(str(file), "PNG"))  # type: ignore[call-overload]
