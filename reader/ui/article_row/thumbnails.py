"""Pictures of rows, decoded and rounded in threads, never on the window's own; the newest wishes come first.

A bounded store: about 24 MB of pixels. A file that cannot be read is asked for once.
"""

import threading
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QRectF, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath

_BYTES = 24 * 2**20
_WAITING = 48


@dataclass(frozen=True, slots=True)
class Wish:
    """A picture at a size in logical pixels, for a screen of this ratio, its corners rounded."""

    file: str
    width: int
    height: int
    radius: int
    ratio: float


class Thumbnails(QObject):
    """What was decoded, and a queue of what is wanted. `arrived` when there is something new to paint."""

    arrived = Signal()
    _decoded = Signal(object, QImage)

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = data_folder
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._held: OrderedDict[Wish, QImage] = OrderedDict()
        self._other_corners: dict[Wish, Wish] = {}
        self._bytes = 0
        self._lock = threading.Lock()
        self._waiting: OrderedDict[Wish, None] = OrderedDict()
        self._busy: set[Wish] = set()
        self._decoded.connect(self._keep)

    def get(self, wish: Wish) -> QImage | None:
        """The picture, or None while it is being decoded; a null image when its file cannot be read."""
        found = self._held.get(wish)
        if found is not None:
            self._held.move_to_end(wish)
            return found
        with self._lock:
            if wish in self._busy:
                return None
            fresh = wish not in self._waiting
            self._waiting[wish] = None
            self._waiting.move_to_end(wish)
            while len(self._waiting) > _WAITING:
                self._waiting.popitem(last=False)
        if fresh:
            self._pool.start(_Decoding(self))
        return None

    def meanwhile(self, wish: Wish) -> QImage | None:
        """The same picture with other corners, while it is cut anew for another theme: no box blinks."""
        like = replace(wish, radius=0)
        kept = self._other_corners.get(like)
        return self._held.get(kept) if kept is not None else None

    def wait(self) -> None:
        """Until nothing is being decoded; for pictures of the window and for tests."""
        self._pool.waitForDone()

    def decode_next(self) -> None:
        """Decode the newest wish; called in a thread of the pool."""
        with self._lock:
            if not self._waiting:
                return
            wish, _ = self._waiting.popitem()
            self._busy.add(wish)
        picture = _decoded(self._folder / wish.file, wish)
        with suppress(RuntimeError):  # the window may have gone meanwhile
            self._decoded.emit(wish, picture)

    def _keep(self, wish: Wish, picture: QImage) -> None:
        with self._lock:
            self._busy.discard(wish)
        if wish in self._held:
            return
        self._held[wish] = picture
        self._other_corners[replace(wish, radius=0)] = wish
        self._bytes += picture.sizeInBytes()
        while self._bytes > _BYTES and len(self._held) > 1:
            gone, old = self._held.popitem(last=False)
            if self._other_corners.get(replace(gone, radius=0)) == gone:
                del self._other_corners[replace(gone, radius=0)]
            self._bytes -= old.sizeInBytes()
        self.arrived.emit()


class _Decoding(QRunnable):
    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails

    def run(self) -> None:
        """Do one piece of work."""
        self._thumbnails.decode_next()


def _decoded(file: Path, wish: Wish) -> QImage:
    """The picture filling the wished rectangle, cut at its sides, with round corners."""
    wanted = QSize(round(wish.width * wish.ratio), round(wish.height * wish.ratio))
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        turned = reader.transformation().value & 4  # a quarter turn, by the camera's own note
        target = wanted.transposed() if turned else wanted
        reader.setScaledSize(size.scaled(target, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    picture = reader.read()
    if picture.isNull():
        return QImage()
    if not size.isValid():
        picture = picture.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    left, top = (picture.width() - wanted.width()) // 2, (picture.height() - wanted.height()) // 3
    cut = picture.copy(QRect(max(0, left), max(0, top), wanted.width(), wanted.height()))
    rounded = QImage(wanted, QImage.Format.Format_ARGB32_Premultiplied)
    rounded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(rounded)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(rounded.rect()), wish.radius * wish.ratio, wish.radius * wish.ratio)
    painter.setClipPath(path)
    painter.drawImage(0, 0, cut)
    painter.end()
    rounded.setDevicePixelRatio(wish.ratio)
    return rounded
