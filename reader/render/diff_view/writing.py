"""Writes marked blocks as the pane writes blocks, and notes where the marks are; paints their grounds."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from reader.render.decorations import Decorator
from reader.render.diff_view.marking import ADDED, MARKS, REMOVED, RESTYLED, Marked, Sign
from reader.render.document import ArticleWriter, Finder
from reader.render.figures import Figure
from reader.render.formats import Formats, Letters, Setting
from reader.render.outline import Ground, Outline, Span
from reader.style.fonts import WINDOW
from reader.style.palette import Palette, mix
from reader.text.blocks import Run

INSET = 1.1
_GROUNDS = {ADDED: "diff_added", REMOVED: "diff_removed", RESTYLED: "diff_moved"}


@dataclass(slots=True)
class Signed:
    """A sign in the margin beside the blocks from `first` to `last` (Qt's positions); `whole` where all came or went.

    `place` is the number of the change it belongs to, -1 for what is no change of its own.
    """

    sign: Sign
    first: int
    last: int
    whole: bool = False
    place: int = -1
    inset: bool = False


class DiffWriter(ArticleWriter):
    """An `ArticleWriter` for marked runs; `inset` sets what is in a card in from its edges."""

    inset = False

    def __init__(
        self, document: QTextDocument, figure: Figure, formats: Formats, find: Finder, language: str | None
    ) -> None:
        super().__init__(document, figure, formats, find, language)
        self.changes: list[Span] = []
        self.signed: list[Signed] = []

    def begin_block(self, setting: Setting, letters: Letters, *, change: QTextBlockFormat | None = None) -> int:
        """As the article's, set in where it stands in a card."""
        if self.inset:
            setting = replace(setting, start=setting.start + INSET, end=setting.end + INSET)
        return super().begin_block(setting, letters, change=change)

    def runs(self, runs: tuple[Run, ...], base: Letters) -> None:  # type: ignore[override]
        """Insert runs and note their marks."""
        for run in runs:
            mark, start = run.style & MARKS, self.cursor.position()
            super().runs([replace(run, style=run.style & ~MARKS)], base)
            self._mark(start, mark)

    def code_run(self, run: Run, base: Letters) -> None:
        """The same for code."""
        mark, start = run.style & MARKS, self.cursor.position()
        super().code_run(replace(run, style=run.style & ~MARKS), base)
        self._mark(start, mark)

    def _mark(self, start: int, mark: int) -> None:
        stop = self.cursor.position()
        if not mark or stop <= start:
            return
        letters = QTextCharFormat()
        # On the grounds of a difference only the body's own colour is sure to be legible.
        letters.setForeground(QColor(self.formats.palette.text))
        if mark == REMOVED:
            # A link that is gone leads nowhere, and Qt strikes no link out.
            letters.setAnchor(False)
            letters.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
            letters.setFontStrikeOut(True)
            letters.setUnderlineColor(QColor(self.formats.palette.text))
        else:
            dashed = QTextCharFormat.UnderlineStyle.DashUnderline
            plain = QTextCharFormat.UnderlineStyle.SingleUnderline
            letters.setUnderlineStyle(dashed if mark == RESTYLED else plain)
            letters.setUnderlineColor(QColor(self.formats.palette.text))
        cursor = QTextCursor(self.document)
        cursor.setPosition(start)
        cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(letters)
        self.changes.append(Span(start, stop - start, _GROUNDS[mark]))

    def write_marked(self, part: Marked, place: int) -> None:
        """Write one block with its sign."""
        position = self.cursor.position()
        start = position if self.at_block_start else position + 1
        self.write(part.block)
        if part.block.figure is not None and part.block.runs and part.sign is not None and not part.whole:
            self._caption(part.block.runs)
        if part.sign is not None:
            # Behind a table stands an empty block that the next text will fill.
            last = self.cursor.position() - self.at_block_start
            self.signed.append(Signed(part.sign, start, last, part.whole, place, self.inset))

    def _caption(self, runs: tuple[Run, ...]) -> None:
        small = Letters("text_secondary", 0.72, WINDOW)
        self.begin_block(Setting(0.72, 1.45, bottom=1.4), small)
        self.runs(runs, small)

    def small_line(
        self, words: str, href: str = "", *, top: float = 0.0, bottom: float = 0.85, bold: bool = False
    ) -> int:
        """A line of the window's own words; its position."""
        letters = Letters("link" if href else "text_secondary", 0.72, WINDOW, 600 if bold else 400)
        place = self.begin_block(Setting(0.72, 1.7, top, bottom), letters)
        self.words(words, letters, href=href)
        return place


class DiffDecorator(Decorator):
    """Paints the grounds of changes under what the pane's decorator paints."""

    def __init__(self, writer: DiffWriter, outline: Outline, formats: Formats) -> None:
        super().__init__(writer.document, outline, formats)
        self._writer = writer
        self.bands: list[int] = []

    def paint(self, painter: QPainter, clip: QRectF) -> None:
        """Paint what lies in `clip`."""
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        self._bands(painter, clip)
        painter.restore()
        super().paint(painter, clip)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = [(one.first, one.last) for one in self._writer.signed if one.whole]
        for span in self._writer.changes:
            if self._rect(span.position).intersects(clip) and not any(a <= span.position <= b for a, b in whole):
                self._words(painter, span)
        painter.restore()

    def _tables(self, painter: QPainter, first: int, last: int) -> None:
        """The grounds of whole blocks lie over cards, under quotation bars, lines of tables and list marks."""
        for one in self._writer.signed:
            if one.whole and one.first <= last and one.last >= first:
                painter.setBrush(QColor(ground_of(one.sign, self.palette)))
                round_ = min(4, self.palette.radius)
                painter.drawRoundedRect(self.box(one).adjusted(0, -4, 0, 4), round_, round_)
        for group in self.outline.groups:
            if group.ground is Ground.QUOTE and group.first <= last and group.last >= first:
                self._group(painter, group, self.document.textWidth())
        super()._tables(painter, first, last)

    def _words(self, painter: QPainter, span: Span) -> None:
        painter.setBrush(QColor(getattr(self.palette, str(span.what))))
        round_ = min(3, self.palette.radius)
        for box, base in self._boxes_across(span.position, span.length):
            high = min(box.height(), 1.36 * self.formats.pixels)
            painter.drawRoundedRect(QRectF(box.left() - 1, base - high * 0.76, box.width() + 2, high), round_, round_)

    def _bands(self, painter: QPainter, clip: QRectF) -> None:
        painter.setBrush(QColor(mix(self.palette.pane, self.palette.text, 0.05)))
        for position in self.bands:
            rect = self._rect(position)
            if rect.intersects(clip):
                band = QRectF(0, rect.top() - 1, self.document.textWidth(), rect.height() + 10)
                round_ = min(6, self.palette.radius)
                painter.drawRoundedRect(band, round_, round_)

    def box(self, one: Signed) -> QRectF:
        """Where the signed blocks lie in the document, over the whole column."""
        top, bottom = self._rect(one.first).top(), self._rect(one.last).bottom()
        edge = 0.6 * INSET * self.formats.pixels if one.inset else 0.0
        return QRectF(edge, top, self.document.textWidth() - 2 * edge, bottom - top)


def _ground(sign: Sign) -> str:
    return {Sign.ADDED: "diff_added", Sign.REMOVED: "diff_removed"}.get(sign, "diff_moved")


def ground_of(sign: Sign, palette: Palette) -> str:
    """The colour behind a sign in the margin."""
    return str(getattr(palette, _ground(sign)))
