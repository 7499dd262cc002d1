"""Puts articles on the view: the first screen at once, the rest while the loop is idle; sets them anew for another
typography, and recolours them for another theme, the reader's line and selection staying where they are.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.core.entities import Article, ArticleId
from reader.render.article import ArticleDocument
from reader.render.figures import Pictures
from reader.render.formats import TextStyle
from reader.render.head import is_narrow
from reader.style.palette import Palette
from reader.ui.reading_pane.places import Kept, go_to_place, keep, restore
from reader.ui.reading_pane.view import ArticleView

_SLICE_MS = 5.0
_WHOLE_MS = 60_000
_KEPT_FOLDS = 100


class Stage(QObject):
    """`written` when the last of a long article is there."""

    written = Signal()

    def __init__(self, view: ArticleView, pane: QWidget, data_folder: Path) -> None:
        super().__init__(pane)
        self._view = view
        self._pane = pane
        self._data_folder = data_folder
        self._folds: dict[ArticleId, dict[tuple[str, int], bool]] = {}
        self._pictures = Pictures(self)
        self._pictures.arrived.connect(view.viewport().update)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._go_on)

    def _build(self, article: Article, style: TextStyle, palette: Palette) -> ArticleDocument:
        self._pictures.forget_waiting()
        # A hidden view hears of its size only when it is shown: the column is measured before that.
        self._view.setGeometry(self._pane.rect())
        self._view.set_margins()
        width = self._view.column()
        # What the reader opened stays open while the program runs, whatever is read in between.
        folds = self._folds.pop(article.id, {})
        self._folds[article.id] = folds
        if len(self._folds) > _KEPT_FOLDS:
            del self._folds[next(iter(self._folds))]
        return ArticleDocument(
            article, style, palette, self._pictures, data_folder=self._data_folder, width=width, folds=folds
        )

    def show(self, article: Article, style: TextStyle, palette: Palette) -> None:
        """Open an article at its kept place."""
        shown = self._build(article, style, palette)
        if article.place is not None:
            shown.write_until(article.place.block)
        self._view.show_document(shown)
        if article.place is not None:
            starts = shown.outline.starts
            self._view.reveal(starts[min(article.place.block, len(starts) - 1)])
            go_to_place(self._view, shown.outline.starts, article.place)
        self._start()

    def keep(self) -> Kept | None:
        """Where the reader is and what is selected, to be given back to `rebuild`."""
        return keep(self._view, self._view.shown.outline.starts) if self._view.shown is not None else None

    def rebuild(
        self, article: Article, style: TextStyle, palette: Palette, kept: Kept | None, scale: float = 1.0
    ) -> None:
        """Set the article anew; `scale` is how much larger its letters become."""
        shown = self._build(article, style, palette)
        if kept is not None:
            shown.write_until(max(kept.top.block, kept.anchor.block, kept.position.block))
        self._view.show_document(shown)
        if kept is not None:
            restore(self._view, shown.outline.starts, kept, scale)
        self._start()

    def dress(self, palette: Palette) -> None:
        """Recolour what is shown: what is in sight now, the rest of a long article in steps."""
        shown, kept = self._view.shown, self.keep()
        if shown is None or kept is None:
            return
        first = self._view.cursorForPosition(QPoint(0, 0)).position()
        last = self._view.cursorForPosition(self._view.viewport().rect().bottomRight()).position()
        if shown.dress(palette, first - 200, last + 200):
            self._idle.start()
        restore(self._view, shown.outline.starts, kept)
        self._view.viewport().update()

    def outgrown(self) -> bool:
        """Whether the headline was set for a column of another sort, narrow or wide."""
        shown = self._view.shown
        if shown is None:
            return False
        pixels = shown.formats.pixels
        return is_narrow(self._view.column(), pixels) != shown.narrow

    def _start(self) -> None:
        if self._view.shown is not None and not self._view.shown.complete:
            self._idle.start()

    def stop(self) -> None:
        """Write no further: another article comes."""
        self._idle.stop()

    def _go_on(self) -> None:
        shown = self._view.shown
        if shown is None or (shown.write_more(_SLICE_MS) and not shown.tint_more(_SLICE_MS)):
            self._idle.stop()
            if shown is not None:
                shown.folds.settle()
            self.written.emit()

    def finish(self) -> None:
        """Write all that is left now."""
        if self._view.shown is not None:
            self._view.shown.write_more(_WHOLE_MS)

    def wait_for_pictures(self, milliseconds: int) -> None:
        """Come back when what is in sight is drawn, or after that long."""
        self.finish()
        waited = QTimer(singleShot=True)
        waited.start(milliseconds)
        self._view.viewport().repaint()
        while self._pictures.waiting() and waited.isActive():
            QGuiApplication.processEvents()
