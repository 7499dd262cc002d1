"""Highlights in the text: made from the selection (H), with a note (N), changed or removed by a press on them."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from reader.core.highlights import COLOURS, Highlight
from reader.render.anchors import Anchored, highlight_of, locate
from reader.render.copying import seen_text
from reader.render.search import prepare
from reader.style.palette import Palette, mix
from reader.ui.reading_pane.overlay import Overlay
from reader.ui.reading_pane.paging import go_to
from reader.ui.reading_pane.view import ArticleView


class HighlightPanel(Overlay):
    """Four colours, a note, and the way to take the highlight off. `decided` with the highlight as it is to be, `None`
    for none."""

    decided = Signal(object)

    def __init__(self, highlight: Highlight, palette: Palette, pane: QWidget) -> None:
        super().__init__(pane)
        self.setObjectName("notePopup")
        self.setAccessibleName(QCoreApplication.translate("Highlights", "Highlight"))
        self._highlight = highlight
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        names = (
            QCoreApplication.translate("Highlights", "First colour"),
            QCoreApplication.translate("Highlights", "Second colour"),
            QCoreApplication.translate("Highlights", "Third colour"),
            QCoreApplication.translate("Highlights", "Fourth colour"),
        )
        self.colours: list[QToolButton] = []
        for number in range(1, COLOURS + 1):
            button = QToolButton()
            button.setFixedSize(28, 28)
            button.setToolTip(names[number - 1])
            button.setAccessibleName(names[number - 1])
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            ground = getattr(palette, f"highlight_{number}")
            edge = palette.text if number == highlight.colour else mix(ground, palette.text, 0.25)
            wide = 2 if number == highlight.colour else 1
            button.setStyleSheet(f"background: {ground}; border: {wide}px solid {edge}; border-radius: 14px;")
            button.clicked.connect(lambda _=False, number=number: self._recolour(number))
            self.colours.append(button)
            row.addWidget(button)
        row.addStretch(1)
        self.remove = QPushButton(QCoreApplication.translate("Highlights", "Remove"))
        self.remove.setProperty("flat", True)
        self.remove.clicked.connect(lambda: self._decide(None))
        row.addWidget(self.remove)
        column.addLayout(row)
        self.note = QPlainTextEdit(highlight.note)
        self.note.setPlaceholderText(QCoreApplication.translate("Highlights", "A note"))
        self.note.setAccessibleName(QCoreApplication.translate("Highlights", "A note"))
        self.note.setFixedSize(300, 84)
        self.note.setTabChangesFocus(True)
        column.addWidget(self.note)
        done = QPushButton(QCoreApplication.translate("Highlights", "Keep"))
        done.clicked.connect(self._keep)
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignRight)
        self.done = done

    def _recolour(self, colour: int) -> None:
        self._decide(replace(self._highlight, colour=colour, note=self.note.toPlainText().strip()))

    def _keep(self) -> None:
        self._decide(replace(self._highlight, note=self.note.toPlainText().strip()))

    def _decide(self, highlight: Highlight | None) -> None:
        self.decided.emit(highlight)
        self.close()


class Highlighting(QObject):
    """Highlights of the article shown. `made`, `changed` and `removed` ask that the library follow; what is shown
    follows at once. `text_needed` asks that the article be written to its end first."""

    made = Signal(object)
    changed = Signal(object)
    removed = Signal(object)
    text_needed = Signal()

    def __init__(self, view: ArticleView, pane: QWidget) -> None:
        super().__init__(pane)
        self._view = view
        self._pane = pane
        self._palette: Palette | None = None
        self._colour = 1
        self.highlights: list[Highlight] = []
        view.highlight_wanted.connect(self.highlight_selection)
        view.pressed_at.connect(self._pressed)

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._palette = palette

    def show(self, highlights: list[Highlight]) -> None:
        """The highlights of this article, as the library has them."""
        self.highlights = list(highlights)
        self.anchor()

    def anchor(self) -> None:
        """Find the places anew: the document is another, or longer."""
        shown = self._view.shown
        if shown is None:
            return
        mine = [one for one in self.highlights if one.article_id == shown.article.id]
        folded = prepare(seen_text(self._view.document(), shown.outline)) if mine else None
        found = [locate(folded, one) for one in mine] if folded is not None else []
        shown.decorator.highlights = sorted(
            (one for one in found if one is not None), key=lambda one: (one.position, one.length)
        )
        self._view.viewport().update()

    def go_to(self, highlight: Highlight) -> bool:
        """Scroll to a highlight; False where its words are gone."""
        shown = self._view.shown
        there = shown.decorator.highlights if shown is not None else []
        found = next((one for one in there if one.highlight.id == highlight.id), None)
        if found is not None:
            go_to(self._view, found.position)
        return found is not None

    def lost(self) -> list[Highlight]:
        """Highlights whose words are in this version no more."""
        shown = self._view.shown
        there = {id(one.highlight) for one in shown.decorator.highlights} if shown is not None else set()
        return [one for one in self.highlights if id(one) not in there]

    def highlight_selection(self, with_note: bool = False) -> None:
        """Highlight the selected words in the colour used last; a note may be written at once."""
        shown, cursor = self._view.shown, self._view.textCursor()
        if shown is None or not cursor.hasSelection():
            return
        self.text_needed.emit()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        text = seen_text(self._view.document(), shown.outline)
        one = highlight_of(text, first, last, shown.article.id, self._colour, datetime.now(UTC))
        if one is None:
            return
        cursor.clearSelection()
        self._view.setTextCursor(cursor)
        self.highlights.append(one)
        self.anchor()
        self.made.emit(one)
        if with_note:
            anchored = next((a for a in shown.decorator.highlights if a.highlight is one), None)
            if anchored is not None:
                self.open_panel(anchored)

    def _pressed(self, position: int) -> None:
        shown = self._view.shown
        if shown is None or self._view.textCursor().hasSelection():
            return
        here = [one for one in shown.decorator.highlights if one.position <= position < one.position + one.length]
        if here:
            self.open_panel(min(here, key=lambda one: one.length))

    def open_panel(self, anchored: Anchored) -> None:
        """Show colours and note beside a highlight."""
        if self._palette is None:
            return
        panel = HighlightPanel(anchored.highlight, self._palette, self._pane)
        panel.decided.connect(lambda wanted, old=anchored.highlight: self._follow(old, wanted))
        cursor = self._view.textCursor()
        cursor.setPosition(anchored.position + anchored.length)
        rect = self._view.cursorRect(cursor)
        place = self._view.viewport().mapTo(self._pane, rect.bottomLeft() + QPoint(0, 8))
        panel.come(place, above=place.y() - rect.height() - 16)
        panel.note.setFocus(Qt.FocusReason.PopupFocusReason)

    def _follow(self, old: Highlight, wanted: Highlight | None) -> None:
        # The library may have given it its id meanwhile: it is known by its words and its moment.
        places = [index for index, one in enumerate(self.highlights) if (one.quote, one.made) == (old.quote, old.made)]
        if not places:
            return
        present = self.highlights[places[0]]
        if wanted is None:
            del self.highlights[places[0]]
            self.anchor()
            self.removed.emit(present)
        elif (wanted.colour, wanted.note) != (present.colour, present.note):
            self._colour = wanted.colour
            fresh = replace(present, colour=wanted.colour, note=wanted.note)
            self.highlights[places[0]] = fresh
            self.anchor()
            self.changed.emit(fresh)
