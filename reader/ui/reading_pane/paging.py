"""Moving through the text by pages and headings."""

from PySide6.QtCore import QPoint

from reader.render.formats import TextStyle
from reader.render.outline import Heading
from reader.ui.reading_pane.places import line_top, scroll_to
from reader.ui.reading_pane.view import EYE, ArticleView

_ABOVE_HEADING = 16
# Above the first line of a page: the line before it stays out of sight.
_BREATH = 6


def page_by(view: ArticleView, style: TextStyle, *, forward: bool) -> bool:
    """A page on or back, the line that was cut at the edge whole again; False at the end or the beginning."""
    bar = view.verticalScrollBar()
    if bar.value() >= bar.maximum() if forward else bar.value() <= bar.minimum():
        return False
    height = view.viewport().height()
    line = round(style.pixels * style.line_height / 100)
    if not forward:
        scroll_to(view, bar.value() - height + 2 * line)
        return True
    bottom = view.cursorForPosition(QPoint(4, height - line // 2))
    step = line_top(view.document(), bottom.position()) - bar.value() - _BREATH
    # A picture taller than half the pane is no line to begin the next page with.
    scroll_to(view, round(bar.value() + (step if height / 2 < step < height else height - 2 * line)))
    return True


def line_by(view: ArticleView, style: TextStyle, by: int) -> None:
    """As a typewriter does: the text moves by exactly a line, the eye stays; with all but one paragraph veiled, by a
    paragraph.
    """
    bar, document = view.verticalScrollBar(), view.document()
    if not view.focused:
        scroll_to(view, bar.value() + by * round(style.pixels * style.line_height / 100))
        return
    eye = round(view.viewport().height() * EYE)
    block = view.cursorForPosition(QPoint(8, eye)).block()
    block = block.next() if by > 0 else block.previous()
    while block.isValid() and not block.text().strip():
        block = block.next() if by > 0 else block.previous()
    if block.isValid():
        middle = document.documentLayout().blockBoundingRect(block)
        scroll_to(view, round(middle.top() + min(middle.height() / 2, style.pixels) - eye))


def go_to(view: ArticleView, position: int) -> None:
    """Scroll so that the line of a position stands at the top, opening what it lies in."""
    view.reveal(position)
    scroll_to(view, round(line_top(view.document(), position)) - _ABOVE_HEADING)


def next_heading(view: ArticleView, headings: list[Heading], *, backwards: bool) -> bool:
    """Scroll to the next heading below the top, or the one before; False where there is none."""
    value = view.verticalScrollBar().value()
    seen = [one for one in headings if view.document().findBlock(one.position).isVisible()]
    tops = [round(line_top(view.document(), one.position)) - _ABOVE_HEADING for one in seen]
    wanted = [top for top in tops if (top < value - 4 if backwards else top > value + 4)]
    if wanted:
        scroll_to(view, wanted[-1] if backwards else wanted[0])
    return bool(wanted)
