"""What Qt's documents cannot draw: bars, cards, pills, list marks, rules, lines of tables, hits of a search.

Painted under the text, in document coordinates, from the outline; only what lies in the clip is touched. Colours come
from the palette at each painting: a theme's change needs no change of the document for them.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)

from reader.render.anchors import Anchored
from reader.render.folds import shown_from, shown_until
from reader.render.formats import Formats
from reader.render.outline import Fold, Ground, Group, Outline, Pill, Span
from reader.style.palette import mix


@dataclass(frozen=True, slots=True)
class Hits:
    """Found places as (position, length), in order, and which of them is the present one (-1: none)."""

    places: tuple[tuple[int, int], ...] = ()
    present: int = -1


class Decorator:
    """Paints one document's decorations."""

    def __init__(self, document: QTextDocument, outline: Outline, formats: Formats) -> None:
        self.document = document
        self.outline = outline
        self.formats = formats
        self.palette = formats.palette
        self.hits = Hits()
        self.highlights: list[Anchored] = []

    def paint(self, painter: QPainter, clip: QRectF) -> None:
        """Paint what lies in `clip`."""
        layout = self.document.documentLayout()
        column = self.document.textWidth()
        fuzzy = Qt.HitTestAccuracy.FuzzyHit
        first = layout.hitTest(QPointF(1, max(0.0, clip.top() - 40)), fuzzy)
        last = layout.hitTest(QPointF(column, clip.bottom() + 40), fuzzy) + 1
        # Between blocks Qt may name one in closed details.
        if not (here := self.document.findBlock(first)).isVisible():
            first = shown_until(here).position()
        if not (here := self.document.findBlock(last)).isVisible():
            last = max(last, shown_from(here).position() + 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for group in self.outline.groups:
            end = self.document.findBlock(group.last)
            if group.first <= last and end.position() + end.length() >= first and self._is_shown(group):
                self._group(painter, group, column)
        for fold in self.outline.folds:
            if fold.position <= last and max(fold.position, fold.last) >= first - 2000:
                self._fold(painter, fold, column)
        self._tables(painter, first, last)
        for span in _within(self.outline.marks, first - 2000, last):
            self._mark(painter, span)
        for span in _within(self.outline.pills, first - 200, last):
            self._pill(painter, span)
        self._highlights(painter, first, last)
        self._hits(painter, first, last)
        painter.restore()

    def _rect(self, position: int) -> QRectF:
        return self.document.documentLayout().blockBoundingRect(self.document.findBlock(position))

    def _is_shown(self, group: Group) -> bool:
        """Whether anything of a group is seen: all of it may lie in closed details."""
        first = shown_from(self.document.findBlock(group.first))
        return first.isValid() and first.position() <= max(group.first, group.last)

    def _edges(self, first: int, last: int) -> tuple[float, float]:
        """Top and bottom of what is seen of the blocks between two positions."""
        layout = self.document.documentLayout()
        top = layout.blockBoundingRect(shown_from(self.document.findBlock(first))).top()
        return top, layout.blockBoundingRect(shown_until(self.document.findBlock(last))).bottom()

    def _fold(self, painter: QPainter, fold: Fold, column: float) -> None:
        """Hairlines above and below details, and the sign of their state before their line."""
        block = self.document.findBlock(fold.position)
        if not block.isVisible() or not block.layout().lineCount():
            return
        palette, pixels = self.palette, self.formats.pixels
        line = self._rect(fold.position)
        last = self.document.findBlock(fold.last) if fold.is_open and fold.last >= 0 else block
        painter.setPen(QPen(QColor(palette.table_line), palette.border_width))
        for edge in (self._between(block.previous(), block), self._between(last, last.next())):
            y = round(edge) + 0.5
            painter.drawLine(QPointF(0, y), QPointF(column, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent))
        right = self.formats.right_to_left
        text = block.layout().lineAt(0)
        edge = line.left() + (text.x() + text.width() + 0.72 * pixels if right else text.x() - 0.72 * pixels)
        middle = QPointF(edge, line.top() + text.y() + text.ascent() - 0.24 * pixels)
        painter.drawPolygon(_chevron(middle, 0.27 * pixels, is_open=fold.is_open, right_to_left=right))

    def _between(self, above: QTextBlock, below: QTextBlock) -> float:
        """The middle of the gap between two blocks, those in closed details left out."""
        above, below = shown_until(above), shown_from(below)
        layout = self.document.documentLayout()
        top, half = layout.blockBoundingRect(above).bottom(), 0.55 * self.formats.pixels
        if not below.isValid():
            return top + half
        bottom = layout.blockBoundingRect(below).top()
        return (top + bottom) / 2 if above.isValid() else bottom - half

    def _group(self, painter: QPainter, group: Group, column: float) -> None:
        top, bottom = self._edges(group.first, group.last)
        palette, pixels = self.palette, self.formats.pixels
        radius = min(palette.radius, 10)
        if group.ground is Ground.QUOTE:
            self._quote(painter, group.level, QRectF(0, top, column, bottom - top))
        elif group.ground is Ground.CODE:
            box = QRectF(0, top - group.pad, column, bottom - top + 2 * group.pad)
            painter.setBrush(QColor(palette.code_background))
            painter.drawRoundedRect(box, radius, radius)
        elif group.ground is Ground.EMBED:
            box = QRectF(0.5, top - group.pad, column - 1, bottom - top + 2 * group.pad)
            painter.setPen(QPen(QColor(palette.control_border), palette.border_width))
            painter.setBrush(QColor(mix(palette.pane, palette.text, 0.03)))
            painter.drawRoundedRect(box, radius, radius)
            painter.setPen(Qt.PenStyle.NoPen)
        elif group.ground in (Ground.UPDATE, Ground.CARD):
            self._card(painter, group, QRectF(0, top - group.pad, column, bottom - top + 2 * group.pad))
        else:
            painter.setPen(QPen(QColor(palette.table_line), palette.border_width))
            if group.ground is Ground.RULE:
                middle = round((top + bottom) / 2) + 0.5
                painter.drawLine(QPointF(column * 0.38, middle), QPointF(column * 0.62, middle))
            else:
                line = round(top - 0.9 * pixels) + 0.5
                painter.drawLine(QPointF(0, line), QPointF(column, line))
            painter.setPen(Qt.PenStyle.NoPen)

    def _quote(self, painter: QPainter, level: int, box: QRectF) -> None:
        """The theme's own way to set a quotation off: a bar, a soft card with a bar, or two lines that answer."""
        palette, width = self.palette, float(self.palette.bar_width)
        start = (0.1 + 1.3 * level) * self.formats.pixels
        right_to_left = self.formats.right_to_left
        left = box.right() - start - width if right_to_left else start
        bar = QRectF(left, box.top() + 2, width, box.height() - 4)
        if palette.quote_style == "card":
            radius = min(palette.radius, 10)
            inner = box.adjusted(0, -5, -start, 5) if right_to_left else box.adjusted(start - 2, -5, 0, 5)
            painter.setBrush(QColor(mix(palette.pane, palette.accent, 0.06)))
            painter.drawRoundedRect(inner, radius, radius)
        painter.setBrush(QColor(palette.quote_bar))
        if palette.quote_style == "double":
            thin = max(1.0, width / 6)
            painter.drawRect(QRectF(bar.left(), bar.top(), width / 2, bar.height()))
            painter.drawRect(QRectF(bar.right() - thin, bar.top(), thin, bar.height()))
            return
        round_ = width / 2 if palette.radius else 0
        painter.drawRoundedRect(bar, round_, round_)

    def _card(self, painter: QPainter, group: Group, box: QRectF) -> None:
        palette = self.palette
        radius = min(palette.radius, 10)
        bar = palette.badge_update if group.ground is Ground.UPDATE else palette.badge_subscriber
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.fillRect(box, QColor(mix(palette.pane, bar, 0.09)))
        width = 4.0 if palette.border_width == 1 else 6.0
        left = box.right() - width if self.formats.right_to_left else box.left()
        painter.fillRect(QRectF(left, box.top(), width, box.height()), QColor(bar))
        painter.restore()

    def _tables(self, painter: QPainter, first: int, last: int) -> None:
        layout = self.document.documentLayout()
        pad = 0.36 * self.formats.pixels
        for table, has_heads in self.outline.tables:
            if table.lastPosition() < first or table.firstPosition() > last:
                continue
            if not table.firstCursorPosition().block().isVisible():
                continue
            frame = layout.frameBoundingRect(table)
            for row in range(table.rows()):
                blocks = [table.cellAt(row, c).lastCursorPosition().block() for c in range(table.columns())]
                line = round(max(layout.blockBoundingRect(block).bottom() for block in blocks) + pad) + 0.5
                head = has_heads and row == 0
                role = self.palette.text_secondary if head else self.palette.table_line
                painter.setPen(QPen(QColor(role), self.palette.border_width if head else 1))
                painter.drawLine(QPointF(frame.left(), line), QPointF(frame.right(), line))
        painter.setPen(Qt.PenStyle.NoPen)

    def _mark(self, painter: QPainter, span: Span) -> None:
        block = self.document.findBlock(span.position)
        rect, layout = self.document.documentLayout().blockBoundingRect(block), block.layout()
        if not layout.lineCount() or not block.isVisible():
            return
        line, font = layout.lineAt(0), block.charFormat().font()
        metrics, pixels = QFontMetricsF(font), self.formats.pixels
        base = rect.top() + line.y() + line.ascent()
        sign = str(span.what)
        right = self.formats.right_to_left
        edge = rect.left() + (line.x() + line.width() if right else line.x())
        if sign == "•":
            middle = QPointF(edge + (0.62 if right else -0.62) * pixels, base - metrics.xHeight() / 2)
            painter.setBrush(QColor(self.palette.accent))
            painter.drawEllipse(middle, pixels * 0.13, pixels * 0.13)
            return
        width = metrics.horizontalAdvance(sign)
        left = edge + 0.45 * pixels if right else edge - 0.45 * pixels - width
        painter.setFont(font)
        painter.setPen(QColor(self.palette.accent if sign == "–" else self.palette.text_secondary))
        painter.drawText(QPointF(left, base), sign)
        painter.setPen(Qt.PenStyle.NoPen)

    def _pill(self, painter: QPainter, span: Span) -> None:
        cursor = QTextCursor(self.document)
        cursor.setPosition(span.position + 1)
        metrics = QFontMetricsF(cursor.charFormat().font())
        pixels, palette = self.formats.pixels, self.palette
        code = span.what is Pill.CODE
        for box, base in self._boxes(span.position, span.length):
            if code:
                painter.setBrush(QColor(palette.code_background))
                tall = QRectF(box.left(), base - metrics.ascent() - 1, box.width(), metrics.height() + 2)
                painter.drawRoundedRect(tall.adjusted(-0.16 * pixels, 0, 0.16 * pixels, 0), 4, 4)
                continue
            height = pixels * 1.1
            pill = QRectF(box.left(), base - metrics.capHeight() / 2 - height / 2, box.width(), height)
            radius = min(height / 2, palette.badge_radius)
            if span.what is Pill.SECTION:
                painter.setBrush(QColor(palette.pill))
            elif span.what is Pill.UPDATE:
                painter.setBrush(QColor(palette.badge_update))
            else:
                role = palette.badge_subscriber if span.what is Pill.SUBSCRIBER else palette.badge_teaser
                painter.setPen(QPen(QColor(role), palette.border_width))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                pill.adjust(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(pill, radius, radius)
            painter.setPen(Qt.PenStyle.NoPen)

    def _highlights(self, painter: QPainter, first: int, last: int) -> None:
        for one in self.highlights:
            if one.position > last or one.position + one.length < first:
                continue
            colour = getattr(self.palette, f"highlight_{one.highlight.colour}")
            painter.setBrush(QColor(colour))
            place = QRectF()
            for box, base in self._boxes_across(one.position, one.length):
                place = QRectF(box.left() - 1, base - box.height() * 0.74, box.width() + 2, box.height())
                painter.drawRect(place)
            if one.highlight.note and not place.isNull():
                # A dot at the end tells that there is a note.
                painter.setBrush(QColor(self.palette.accent))
                size = 0.17 * self.formats.pixels
                painter.drawEllipse(place.topRight() + QPointF(0, size / 2), size, size)

    def _boxes_across(self, position: int, length: int) -> Iterator[tuple[QRectF, float]]:
        """As `_boxes`, over as many blocks as the characters take."""
        end = position + length
        while position < end:
            block = self.document.findBlock(position)
            stop = min(end, block.position() + block.length() - 1)
            if stop > position:
                yield from self._boxes(position, stop - position)
            position = block.position() + block.length()

    def _hits(self, painter: QPainter, first: int, last: int) -> None:
        places = self.hits.places
        start = bisect_left(places, (first - 200, 0))
        for index in range(start, bisect_left(places, (last, 0))):
            present = index == self.hits.present
            colour = QColor(self.palette.hit if present else self.palette.highlight_1)
            painter.setBrush(colour)
            if present:
                painter.setPen(QPen(QColor(self.palette.focus_ring), 1.5))
            for box, base in self._boxes(*places[index]):
                top = base - box.height() * 0.72
                painter.drawRoundedRect(QRectF(box.left() - 1, top, box.width() + 2, box.height() * 0.9), 3, 3)
            painter.setPen(Qt.PenStyle.NoPen)

    def _boxes(self, position: int, length: int) -> Iterator[tuple[QRectF, float]]:
        """For each line the characters lie on: their box (its height that of the line) and the baseline."""
        block: QTextBlock = self.document.findBlock(position)
        rect, layout = self.document.documentLayout().blockBoundingRect(block), block.layout()
        if not block.isVisible():
            return
        index, end = position - block.position(), min(position + length - block.position(), block.length() - 1)
        while index < end:
            line = layout.lineForTextPosition(index)
            if not line.isValid():
                return
            stop = min(end, line.textStart() + line.textLength())
            one, other = _x(line.cursorToX(index)), _x(line.cursorToX(stop))
            left, right = min(one, other), max(one, other)
            top = rect.top() + line.y()
            yield QRectF(rect.left() + left, top, right - left, line.height()), top + line.ascent()
            index = stop if stop > index else end


def _chevron(middle: QPointF, size: float, *, is_open: bool, right_to_left: bool) -> QPolygonF:
    """A triangle that points down where details are open, else to where the text runs."""
    way = -size if right_to_left else size
    points = (
        [(-size, -size * 0.6), (size, -size * 0.6), (0.0, size * 0.7)]
        if is_open
        else [(-way * 0.6, -size), (way * 0.7, 0.0), (-way * 0.6, size)]
    )
    return QPolygonF([middle + QPointF(x, y) for x, y in points])


def _x(found: object) -> float:
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]


def _within(spans: list[Span], first: int, last: int) -> list[Span]:
    low = bisect_left(spans, first, key=lambda span: span.position)
    return spans[low : bisect_left(spans, last, key=lambda span: span.position)]
