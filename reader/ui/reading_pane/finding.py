"""Finding words in the article: the bar, the hits and the way from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.render.copying import seen_text
from reader.render.decorations import Hits
from reader.render.search import Folded, prepare
from reader.style.palette import Palette
from reader.ui.find_bar import FindBar
from reader.ui.reading_pane.places import line_top, scroll_to
from reader.ui.reading_pane.view import ArticleView


class Finding(QObject):
    """Owns the bar over `pane`. `text_needed` asks that a long article be written to its end first."""

    text_needed = Signal()

    def __init__(self, view: ArticleView, pane: QWidget) -> None:
        super().__init__(pane)
        self._view = view
        self._pane = pane
        self._folded: Folded | None = None
        self._sought: tuple[tuple[str, ...], bool] = ((), False)
        self.bar = FindBar(pane)
        self.bar.hide()
        self.bar.query_changed.connect(self.search)
        self.bar.step_requested.connect(self.step)
        self.bar.closed.connect(self.close)
        pane.installEventFilter(self)

    def open(self, words: str = "") -> None:
        """Show the bar, with `words` (a selection) in it."""
        if words:
            self.bar.field.setText(words)
        self.place()
        self.bar.show()
        self.bar.raise_()
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()
        self.search(self.bar.field.text())

    def close(self) -> None:
        """Hide the bar and the marks; the keyboard goes back to the text."""
        hits = self.hits
        self.bar.hide()
        self._mark_sought()
        if 0 <= hits.present < len(hits.places):
            start, length = hits.places[hits.present]
            cursor = self._view.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(start + length, cursor.MoveMode.KeepAnchor)
            self._view.setTextCursor(cursor)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def hits(self) -> Hits:
        """All hits, and which is the present one."""
        return self._view.shown.decorator.hits if self._view.shown else Hits()

    def forget(self) -> None:
        """The document is another, or longer."""
        self._folded = None
        if self.bar.isVisible():
            self.search(self.bar.field.text(), move=False)
        else:
            self._mark_sought()

    def mark_words(self, words: Sequence[str], *, begins: bool = False) -> None:
        """Mark the words of a search in whatever is shown, without the bar; none takes the marks away."""
        self._sought = (tuple(words), begins)
        if not self.bar.isVisible():
            self._mark_sought()

    def _mark_sought(self) -> None:
        words, begins = self._sought
        if self._view.shown is None or not (words or self.hits.places):
            return
        if words and self._folded is None:
            self._folded = prepare(self._view.document().toRawText())
        places = self._folded.find_words(words, begins=begins) if words and self._folded is not None else ()
        self._mark(Hits(places, -1))

    def search(self, query: str, *, move: bool = True) -> None:
        """Mark every hit; the first from the top of the pane on becomes the present one."""
        if self._view.shown is None:
            return
        if self._folded is None:
            self.text_needed.emit()
            self._folded = prepare(seen_text(self._view.document(), self._view.shown.outline))
        places = self._folded.find(query)
        present = self._first_below(places) if places else -1
        self._mark(Hits(places, present))
        if places and move:
            self._reveal()

    def step(self, backwards: bool) -> None:
        """The next hit, or the one before; round at the ends."""
        hits = self.hits
        if not hits.places:
            if self.bar.field.text().strip():
                self.search(self.bar.field.text())
            return
        self._mark(Hits(hits.places, (hits.present + (-1 if backwards else 1)) % len(hits.places)))
        self._reveal()

    def _first_below(self, places: tuple[tuple[int, int], ...]) -> int:
        top = self._view.cursorForPosition(self._view.viewport().rect().topLeft()).position()
        return next((index for index, (start, _) in enumerate(places) if start >= top), 0)

    def _mark(self, hits: Hits) -> None:
        if self._view.shown is not None:
            self._view.shown.decorator.hits = hits
            self._view.viewport().update()
        self.bar.show_count(hits.present, len(hits.places))

    def _reveal(self) -> None:
        hits, bar = self.hits, self._view.verticalScrollBar()
        self._view.reveal(hits.places[hits.present][0])
        top = line_top(self._view.document(), hits.places[hits.present][0])
        height = self._view.viewport().height()
        if not bar.value() + 56 <= top <= bar.value() + height - 56:
            scroll_to(self._view, round(top - height / 3))

    def place(self) -> None:
        """At the top right, inside the pane."""
        width = min(420, self._pane.width() - 32)
        height = self.bar.sizeHint().height()
        self.bar.setGeometry(self._pane.width() - width - 20, 12, width, height)

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self.bar.dress(palette)
        QTimer.singleShot(0, self, self.place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False
