"""Rows that can be pushed aside on a touchpad: what lies under them shows what letting go does, then they come back."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QRect, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.core.entities import Row
from reader.ui.article_row.look import Density, Look
from reader.ui.motion import milliseconds
from reader.ui.row_view.model import RowModel
from reader.ui.row_view.places import PlacedTable
from reader.ui.row_view.swipe import DOES, Swipe
from reader.ui.row_view.swipe_painting import paint_under

# Where a system does not say when the fingers are lifted (X11), this long a rest says it (milliseconds).
_REST = 180
_BACK = 160
# What a high-resolution wheel counts, in pixels: 120 of it are one click, which scrolls some 48.
_PIXELS = 0.4
_CLICK = 120
Phase = Qt.ScrollPhase
Gesture = Qt.NativeGestureType


class SwipedTable(PlacedTable):
    """`swiped` with an article and the deed of the direction; the row is back in its place by itself."""

    swiped = Signal(int, str)

    def __init__(self, model: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._swipe = Swipe()
        self._pushed, self._pushed_id, self._push = -1, -1, 0.0
        self._armed, self._lifted = False, True
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self._let_go)
        self._back = QVariantAnimation(self)
        self._back.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._back.valueChanged.connect(self._shift)
        self._back.finished.connect(self._settle)

    def set_swipes(self, right: str, left: str) -> None:
        """What pushing a row to the right and to the left does: "read", "star", "browser" or "none"."""
        self._swipe.right, self._swipe.left = right, left

    def pushed(self) -> tuple[int, float]:
        """The row that is aside and how far, in pixels; (-1, 0) for none."""
        held = 0 <= self._pushed < len(self.rows.ids) and self.rows.ids[self._pushed] == self._pushed_id
        return (self._pushed, self._push) if held and self._push else (-1, 0.0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's: the fingers scroll, or push the row under them aside."""
        if not self._followed(event):
            super().wheelEvent(event)
            return
        phase = event.phase()
        fresh = phase is Phase.ScrollBegin or (phase is Phase.NoScrollPhase and not self._rest.isActive())
        if fresh:
            self._lay_down()
        if phase is Phase.ScrollMomentum or self._lifted:
            self._pass_on(event)
            return
        moved = event.pixelDelta()
        across, down = float(moved.x()), float(moved.y())
        if moved.isNull():
            across, down = _PIXELS * event.angleDelta().x(), _PIXELS * event.angleDelta().y()
        if self._move(across, down, event.position().toPoint()):
            event.accept()
        else:
            super().wheelEvent(event)
        if phase is Phase.NoScrollPhase:
            self._rest.start()
        elif phase is Phase.ScrollEnd:
            self._let_go()

    def _followed(self, event: QWheelEvent) -> bool:
        """Whether it comes from fingers on a touchpad: a wheel's clicks, tilted or with a key held, are none."""
        if event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        if event.phase() is not Phase.NoScrollPhase or not event.pixelDelta().isNull():
            return True
        turned = event.angleDelta()
        fine = turned.x() % _CLICK != 0 or turned.y() % _CLICK != 0
        return fine or event.deviceType() is QInputDevice.DeviceType.TouchPad

    def _pass_on(self, event: QWheelEvent) -> None:
        """After the fingers are lifted a list rolls on; a row does not."""
        if self._swipe.owner == "row":
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt's: three fingers, where the system tells of them."""
        if isinstance(event, QNativeGestureEvent) and self._native(event):
            event.accept()
            return True
        return super().viewportEvent(event)

    def _native(self, event: QNativeGestureEvent) -> bool:
        kind, place = event.gestureType(), event.position().toPoint()
        if kind is Gesture.BeginNativeGesture:
            self._lay_down()
        elif kind is Gesture.PanNativeGesture and not self._lifted:
            return self._move(event.delta().x(), event.delta().y(), place)
        elif kind is Gesture.SwipeNativeGesture and event.value() in (0.0, 180.0):
            self._lay_down()
            self._move(DOES + 1 if event.value() == 0 else -DOES - 1, 0, place)
            self._let_go()
            return True
        elif kind is Gesture.EndNativeGesture:
            self._let_go()
        return False

    def _lay_down(self) -> None:
        self._settle()
        self._lifted = False
        self._swipe.begin()

    def _move(self, across: float, down: float, place: QPoint) -> bool:
        """Whether the movement is the row's."""
        if self._swipe.move(across, down) != "row":
            return False
        if self._pushed < 0 and (index := self.indexAt(place)).isValid():
            self._pushed, self._pushed_id = index.row(), self.rows.ids[index.row()]
        if self._pushed >= 0:
            self._back.stop()
            self._armed = self._swipe.armed
            self._shift(self._swipe.offset)
        return True

    def _let_go(self) -> None:
        """The fingers are lifted: do what the row shows, and let it go back."""
        self._rest.stop()
        if self._lifted:
            return
        self._lifted = True
        row, _ = self.pushed()
        deed = self._swipe.deed
        if row >= 0:
            time = milliseconds(self, _BACK)
            self._back.setStartValue(self._push)
            self._back.setEndValue(0.0)
            self._back.setDuration(time)
            self._back.start() if time else self._settle()
            if self._armed:
                self.swiped.emit(self._pushed_id, deed)

    def _shift(self, offset: object) -> None:
        self._push = float(offset)  # type: ignore[arg-type]
        self.viewport().update()

    def _settle(self) -> None:
        self._back.stop()
        if self._push:
            self._shift(0.0)
        self._pushed, self._armed = -1, False

    def paint_pushed(
        self, painter: QPainter, look: Look, place: QRect, row: Row, density: Density, paint: Callable[[], None]
    ) -> None:
        """The row aside, painted by `paint` as if it were in its place, and under it what letting go does."""
        box = place.adjusted(8, 4, -8, -4) if density is Density.CARDS else place
        painter.save()
        painter.setClipRect(box)
        paint_under(painter, look, box, self._push, self._swipe_deed(), row, armed=self._armed)
        painter.translate(self._push, 0)
        painter.setClipRect(place)
        painter.fillRect(box, look.plain.ground)
        paint()
        painter.restore()

    def _swipe_deed(self) -> str:
        return self._swipe.right if self._push > 0 else self._swipe.left
