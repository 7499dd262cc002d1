"""Details that open and close: what lies in closed ones is written like the rest, and hidden.

Positions stay what they are whether a fold is open or not, so that finding, highlights and the reader's place need not
know of it; only what goes to a place opens the way to it (`reveal`).
"""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable, QTextTableCellFormat, QTextTableFormat

from reader.render.outline import Fold, Outline
from reader.text.blocks import Block

FOLD = "encre:fold-"
_NOWHERE = QPointF(0, 1e9)


class Folds:
    """The folds of one document. `states` is what the reader opened or closed, by the folds' keys; it may be shared
    between documents of one article. With `foldable` off all is open (on paper, where changes are shown)."""

    def __init__(self, document: QTextDocument, outline: Outline) -> None:
        self._document = document
        self._outline = outline
        self._within: list[Fold] = []
        self._hidden_tables: dict[int, tuple[QTextTableFormat, list[QTextTableCellFormat]]] = {}
        self.states: dict[tuple[str, int], bool] = {}
        self.foldable = False

    # ---- while it is written --------------------------------------------------------------------------------------
    def add(self, position: int, block: Block) -> int:
        """Note the line of a fold; its number."""
        words = block.text
        nth = sum(1 for one in self._outline.folds if one.key[0] == words)
        key = (words, nth)
        is_open = self.states.get(key, bool(block.level)) or not self.foldable
        fold = Fold(position, block.fold, key, is_open)
        self._outline.folds.append(fold)
        self._within.append(fold)
        return len(self._outline.folds) - 1

    def leave(self, level: int) -> bool:
        """What is written next lies in `level` folds; whether that leaves one."""
        left = len(self._within) > level
        del self._within[level:]
        return left

    def follow(self, first: int, last: int) -> None:
        """A block, or several, were written between two positions: in closed folds they are not seen."""
        around = [fold for fold in self._within if fold.position < first]
        for fold in around:
            fold.first, fold.last = fold.first if fold.first >= 0 else first, last
        if not all(fold.is_open for fold in around):
            self._show(first, last)

    # ---- while it is read -----------------------------------------------------------------------------------------
    def toggle(self, number: int) -> bool:
        """Open a fold or close it; whether it is open now."""
        fold = self._outline.folds[number]
        self._set(fold, not fold.is_open)
        return fold.is_open

    def reveal(self, position: int) -> bool:
        """Open every fold that hides a position; whether one did."""
        closed = [fold for fold in self._outline.folds if fold.holds(position) and not fold.is_open]
        for fold in closed:
            self._set(fold, True)
        return bool(closed)

    def settle(self) -> None:
        """Tell the view the true height: it reckons the height of what is not laid out yet by its letters, and the
        letters in closed folds take none."""
        if any(not fold.is_open for fold in self._outline.folds):
            layout = self._document.documentLayout()
            layout.documentSizeChanged.emit(layout.documentSize())

    def _set(self, fold: Fold, is_open: bool) -> None:
        # Qt lays out lazily: in a text that is laid out in part it loses blocks' heights when others come or go.
        self._document.documentLayout().documentSize()
        fold.is_open = self.states[fold.key] = is_open
        if fold.first >= 0:
            self._show(fold.first, fold.last)

    def _show(self, first: int, last: int) -> None:
        """Show or hide the blocks between two positions, as the folds around each say."""
        closed = [fold for fold in self._outline.folds if not fold.is_open and fold.first >= 0]
        block = self._document.findBlock(first)
        while block.isValid() and block.position() <= last:
            is_shown = not any(fold.holds(block.position()) for fold in closed)
            block.setVisible(is_shown)
            if not is_shown:
                # Qt asks hidden blocks too what lies under a point: put far below, they never answer.
                block.layout().setPosition(_NOWHERE)
            block = block.next()
        for table in (*(one for one, _ in self._outline.tables), *self._outline.rows):
            if first <= table.firstPosition() <= last:
                self._show_table(table, is_shown=not any(fold.holds(table.firstPosition()) for fold in closed))
        self._document.markContentsDirty(first, last - first + 1)

    def _show_table(self, table: QTextTable, *, is_shown: bool) -> None:
        """A table takes room by its margins and paddings even where nothing in it is shown."""
        place = table.firstPosition()
        cells = [table.cellAt(row, column) for row in range(table.rows()) for column in range(table.columns())]
        if is_shown and place in self._hidden_tables:
            whole, parts = self._hidden_tables.pop(place)
            table.setFormat(whole)
            for cell, part in zip(cells, parts, strict=True):
                cell.setFormat(part)
        elif not is_shown and place not in self._hidden_tables:
            parts = [QTextTableCellFormat(cell.format().toTableCellFormat()) for cell in cells]
            self._hidden_tables[place] = (QTextTableFormat(table.format()), parts)
            flat = QTextTableFormat(table.format())
            flat.setTopMargin(0)
            flat.setBottomMargin(0)
            table.setFormat(flat)
            for cell in cells:
                empty = QTextTableCellFormat(cell.format().toTableCellFormat())
                empty.setPadding(0)
                cell.setFormat(empty)


def shown_from(block: QTextBlock) -> QTextBlock:
    """The block itself, or the first one after it that is not hidden."""
    while block.isValid() and not block.isVisible():
        block = block.next()
    return block


def shown_until(block: QTextBlock) -> QTextBlock:
    """The block itself, or the last one before it that is not hidden."""
    while block.isValid() and not block.isVisible():
        block = block.previous()
    return block
