"""Tells where the reader is, once the scrolling rests and when the article is left; and that the end was reached."""

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.entities import ReadingPlace
from reader.ui.reading_pane.places import reading_place
from reader.ui.reading_pane.view import ArticleView

_REST_MS = 500


class PlaceKeeper(QObject):
    """`moved` with the new ReadingPlace, `ended` once for each article."""

    moved = Signal(object)
    ended = Signal()

    def __init__(self, view: ArticleView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._told = ReadingPlace(0, 0.0)
        self._ended = False
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._tell)
        view.verticalScrollBar().valueChanged.connect(self._scrolled)

    def open(self, place: ReadingPlace | None) -> None:
        """Another article, left at `place` the last time."""
        self._told = place or ReadingPlace(0, 0.0)
        self._ended = False

    def leave(self) -> None:
        """Tell now what would be told in a moment."""
        if self._timer.isActive():
            self._timer.stop()
            self._tell()

    def place(self) -> ReadingPlace:
        """Where the reader is now."""
        return reading_place(self._view, self._view.shown.outline.starts if self._view.shown else [])

    def _tell(self) -> None:
        if self._view.shown is None or self._view.isHidden():
            return
        place = self.place()
        if place != self._told:
            self._told = place
            self.moved.emit(place)

    def _scrolled(self) -> None:
        self._timer.start()
        bar, shown = self._view.verticalScrollBar(), self._view.shown
        if shown is not None and shown.complete and 0 < bar.maximum() <= bar.value() + 2 and not self._ended:
            self._ended = True
            self.ended.emit()
