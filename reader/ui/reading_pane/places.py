"""Where a reader is in a document, in terms that outlive zoom, width, theme and a restart: a block of the article and
how far into it. Block 0 is the head, block n the n-th of the body.
"""

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from reader.core.entities import ReadingPlace
from reader.render.folds import shown_until


@dataclass(frozen=True, slots=True)
class Spot:
    """A character: the article's block and the offset in it."""

    block: int
    offset: int


@dataclass(frozen=True, slots=True)
class Kept:
    """The character at the top with its distance from the edge in pixels, and the selection's two ends."""

    top: Spot
    distance: float
    anchor: Spot
    position: Spot


def spot_of(starts: list[int], position: int) -> Spot:
    """The character at a position of the document."""
    block = max(0, bisect_right(starts, position) - 1)
    return Spot(block, position - starts[block])


def position_of(starts: list[int], spot: Spot, length: int) -> int:
    """The position of a character, held within its block and the document."""
    if spot.block >= len(starts):
        return length - 1
    end = starts[spot.block + 1] - 1 if spot.block + 1 < len(starts) else length - 1
    return max(0, min(starts[spot.block] + spot.offset, end, length - 1))


def line_top(document: QTextDocument, position: int) -> float:
    """The top of the line a position lies on, in the document's pixels; in closed details, where they would begin."""
    block = document.findBlock(position)
    if not block.isVisible():
        return document.documentLayout().blockBoundingRect(shown_until(block)).bottom()
    top = document.documentLayout().blockBoundingRect(block).top()
    line = block.layout().lineForTextPosition(position - block.position())
    return top + line.y() if line.isValid() else top


def position_at(document: QTextDocument, height: float) -> int:
    """The position at a height of the document, at the beginning of its line."""
    layout = document.documentLayout()
    at = max(0, layout.hitTest(QPointF(2, height), Qt.HitTestAccuracy.FuzzyHit))
    if line_top(document, at) > height + 200:
        # Right after a change of width Qt, which lays out lazily, answers with a place far below: lay out the rest.
        layout.documentSize()
        at = max(0, layout.hitTest(QPointF(2, height), Qt.HitTestAccuracy.FuzzyHit))
    block = document.findBlock(at)
    return at if block.isVisible() else shown_until(block).position()


def keep(view: QTextBrowser, starts: list[int]) -> Kept:
    """Where the reader is, and what is selected."""
    document, scrolled = view.document(), view.verticalScrollBar().value()
    at = position_at(document, float(scrolled))
    cursor = view.textCursor()
    distance = line_top(document, at) - scrolled
    return Kept(spot_of(starts, at), distance, spot_of(starts, cursor.anchor()), spot_of(starts, cursor.position()))


def restore(view: QTextBrowser, starts: list[int], kept: Kept, scale: float = 1.0) -> None:
    """Be there again; `scale` is how much larger the letters are now."""
    document = view.document()
    length = document.characterCount()
    anchor, position = position_of(starts, kept.anchor, length), position_of(starts, kept.position, length)
    if anchor != position:
        cursor = QTextCursor(document)
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)
    if kept.top.block == 0 and kept.top.offset == 0:
        view.verticalScrollBar().setValue(0)
        return
    top = line_top(document, position_of(starts, kept.top, length))
    scroll_to(view, round(top - kept.distance * scale))


def scroll_to(view: QTextBrowser, value: int) -> None:
    """Scroll there, the layout being done that far first."""
    bar = view.verticalScrollBar()
    if value > bar.maximum():
        # Qt lays out lazily: asking for the size lays the rest out and sets the bar's range.
        view.document().documentLayout().documentSize()
    bar.setValue(max(0, value))


def _top(document: QTextDocument, position: int) -> float:
    """The top of a block; in closed details, where they would begin."""
    block = document.findBlock(position)
    if not block.isVisible():
        return document.documentLayout().blockBoundingRect(shown_until(block)).bottom()
    return document.documentLayout().blockBoundingRect(block).top()


def _edges(document: QTextDocument, starts: list[int], block: int) -> tuple[float, float]:
    layout = document.documentLayout()
    top = _top(document, starts[block]) if block else 0.0
    if block + 1 < len(starts):
        return top, _top(document, starts[block + 1])
    return top, layout.blockBoundingRect(document.lastBlock()).bottom()


def reading_place(view: QTextBrowser, starts: list[int]) -> ReadingPlace:
    """The block at the top of the pane and the ratio scrolled into it."""
    scrolled = float(view.verticalScrollBar().value())
    if scrolled <= 0 or not starts:
        return ReadingPlace(0, 0.0)
    document = view.document()
    block = spot_of(starts, position_at(document, scrolled)).block
    top, bottom = _edges(document, starts, block)
    # Between two blocks lie margins: they belong to the one above.
    if scrolled < top and block:
        block -= 1
        while block and not document.findBlock(starts[block]).isVisible():
            block -= 1
        top, bottom = _edges(document, starts, block)
    ratio = (scrolled - top) / (bottom - top) if bottom > top else 0.0
    return ReadingPlace(block, round(min(1.0, max(0.0, ratio)), 4))


def go_to_place(view: QTextBrowser, starts: list[int], place: ReadingPlace) -> None:
    """Scroll to a kept place; one past the end is the end."""
    if not starts:
        return
    block = max(0, min(place.block, len(starts) - 1))
    top, bottom = _edges(view.document(), starts, block)
    scroll_to(view, round(top + (bottom - top) * min(1.0, max(0.0, place.ratio))))
