"""An article as PDF: pages broken between lines, page numbers, links, bookmarks of the headings, metadata.

Qt writes the pages but knows no bookmarks: they are added as an incremental update (ISO 32000-1, 7.5.6).
"""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
)

from reader.core.entities import Article
from reader.render.article import ArticleDocument
from reader.render.export.files import write_file
from reader.render.export.outline_of_pdf import Bookmark, with_bookmarks
from reader.render.figures import Pictures, read_image
from reader.render.formats import Letters, TextStyle
from reader.render.outline import Ground
from reader.style.fonts import WINDOW
from reader.style.palette import Palette
from reader.style.palette.fixed import PAPER

COLUMN = 620.0
_FOOT = 44.0
_SHARP = 2.5


class _InstantPictures(Pictures):
    """Pictures decoded when they are drawn, sharp enough for paper."""

    def image(self, file: Path, size: QSize) -> QImage | None:
        """The picture, at once."""
        natural = read_image(file)
        wide = round(size.width() * _SHARP)
        if natural.width() > wide > 0:
            return natural.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        return natural


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the document: its edges, and whether a page may not end after it or begin with it."""

    top: float
    bottom: float
    holds_next: bool
    holds_previous: bool


def page_breaks(lines: list[Line], height: float) -> list[float]:
    """The tops of the pages. No heading ends a page, no paragraph leaves one line alone on either side."""
    tops = [0.0]
    index = 0
    while index < len(lines):
        first = index
        while index < len(lines) and lines[index].bottom <= tops[-1] + height:
            index += 1
        if index >= len(lines):
            break
        wanted = index
        while wanted > first and (lines[wanted].holds_previous or lines[wanted - 1].holds_next):
            wanted -= 1
        # What holds together for a whole page, or is taller than one, is cut where it must be.
        index = wanted if wanted > first else max(index, first + 1)
        if index < len(lines):
            tops.append(lines[index].top)
    return tops


def lines_of(shown: ArticleDocument) -> list[Line]:
    """The lines of the document from top to bottom; those of a table's row count as one."""
    document = shown.document
    layout = document.documentLayout()
    layout.documentSize()
    found: list[Line] = []
    titles = {group.first for group in shown.outline.groups if group.ground is Ground.NOTES_RULE}
    block = document.begin()
    while block.isValid():
        rect, count = layout.blockBoundingRect(block), block.layout().lineCount()
        heading = block.blockFormat().headingLevel() > 0 or block.position() in titles
        figure = bool(block.text()) and not block.text().strip("\ufffc")
        for number in range(count):
            line = block.layout().lineAt(number)
            top = rect.top() + line.y()
            # With a fixed height a line may say less than it takes.
            bottom = rect.top() + block.layout().lineAt(number + 1).y() if number + 1 < count else rect.bottom()
            orphan = count > 1 and (number == 0 or (number == count - 2 and count > 2))
            widow = count > 1 and number == count - 1
            found.append(Line(top, max(bottom, top + 1), heading or figure or orphan, widow))
        block = block.next()
    found.sort(key=lambda line: (line.top, line.bottom))
    merged: list[Line] = []
    for one in found:
        if merged and one.top < merged[-1].bottom - 2:
            last = merged[-1]
            merged[-1] = Line(last.top, max(last.bottom, one.bottom), last.holds_next or one.holds_next, False)
        else:
            merged.append(one)
    return merged


class Printout:
    """The pages of an article on any paged device: a PDF, a printer, a preview."""

    def __init__(self, article: Article, data_folder: Path, style: TextStyle, palette: Palette) -> None:
        paper = replace(palette, pane=PAPER)
        small = replace(style, zoom=85)
        self.shown = ArticleDocument(
            article, small, paper, _InstantPictures(), data_folder=data_folder, width=COLUMN, paper=True
        )
        self.shown.write_more(60_000)
        frame = self.shown.document.rootFrame().frameFormat()
        frame.setTopMargin(0)
        frame.setBottomMargin(0)
        self.shown.document.rootFrame().setFrameFormat(frame)
        self.article = article
        self.tops: list[float] = []
        self.height = 0.0

    def paint(self, device: QPagedPaintDevice, painter: QPainter) -> None:
        """Draw every page on `device`."""
        scale = painter.viewport().width() / COLUMN
        self.height = painter.viewport().height() / scale - _FOOT
        lines = lines_of(self.shown)
        self.tops = page_breaks(lines, self.height)
        for number, top in enumerate(self.tops):
            if number:
                device.newPage()
            painter.save()
            painter.scale(scale, scale)
            end = self.tops[number + 1] if number + 1 < len(self.tops) else top + self.height
            self._page(painter, top, min(end, top + self.height))
            self._foot(painter, number)
            painter.restore()

    def _page(self, painter: QPainter, top: float, bottom: float) -> None:
        clip = QRectF(0, top, COLUMN, bottom - top)
        painter.save()
        painter.translate(0, -top)
        # A hair short of the next page: the soft edge of its first picture is not seen here.
        painter.setClipRect(clip.adjusted(-4, 0, 4, -1.5))
        self.shown.decorator.paint(painter, clip)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(self.shown.palette.text))
        context.clip = clip
        self.shown.document.documentLayout().draw(painter, context)
        painter.restore()

    def _foot(self, painter: QPainter, number: int) -> None:
        painter.setFont(self.shown.formats.font(Letters(size=0.62, family=WINDOW)))
        painter.setPen(QColor(self.shown.palette.text_secondary))
        box = QRectF(0, self.height + _FOOT - 20, COLUMN, 20)
        title = painter.fontMetrics().elidedText(self.article.title, Qt.TextElideMode.ElideRight, round(COLUMN - 90))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, title)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, f"{number + 1} / {len(self.tops)}")

    def place_of(self, position: int) -> tuple[int, float]:
        """The page (from 0) of a position, and the part of the page above it."""
        block = self.shown.document.findBlock(position)
        top = self.shown.document.documentLayout().blockBoundingRect(block).top()
        page = max(index for index, start in enumerate(self.tops) if start <= top + 1)
        return page, min(1.0, max(0.0, (top - self.tops[page]) / (self.height + _FOOT)))


def write_pdf(
    article: Article, file: Path, data_folder: Path, palette: Palette, style: TextStyle | None = None
) -> None:
    """Write the article as PDF on A4. Raises ExportError."""
    printout = Printout(article, data_folder, style or TextStyle(), palette)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(24, 20, 24, 16), QPageLayout.Unit.Millimeter)
    writer.setTitle(article.title)
    writer.setCreator("Encre")
    if hasattr(writer, "setAuthor"):  # since Qt 6.9
        writer.setAuthor(article.author or article.feed)
    painter = QPainter(writer)
    printout.paint(writer, painter)
    painter.end()
    marks = [Bookmark(article.title, 1, 0, 0.0)]
    for heading in printout.shown.outline.headings:
        marks.append(Bookmark(heading.text, max(2, heading.level), *printout.place_of(heading.position)))
    body = with_bookmarks(bytes(buffer.data().data()), marks, article.language or "")
    write_file(file, body)
