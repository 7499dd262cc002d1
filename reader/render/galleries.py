"""Pictures in the text: one by itself with its words under it, several in rows, each over its own.

A gallery is pictures of one paragraph of the Markdown, or pictures without words that follow each other. A row without
words is one line; one with words is a table without lines, so that each stands under its picture.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextFrameFormat, QTextLength, QTextTableCellFormat
from PySide6.QtGui import QTextTableFormat as TableFormat

from reader.render.embeds import host_of, leads_to_picture, provider_of
from reader.render.figures import GAP, NO_PICTURE, Shown, figure_format, fits_beside, ratio_of
from reader.render.formats import Letters, Setting
from reader.render.outline import Span
from reader.style.fonts import WINDOW
from reader.text import set_title
from reader.text.blocks import Block, Kind

if TYPE_CHECKING:
    from reader.render.document import ArticleWriter

_HARD = "\u00a0"
_LONGEST_WORDS = 600
# The width of a row in heights: a row of two pictures of 4:3.
_WANTED_RATIO = 2.6
_CAPTION, _CREDIT = Letters("text_secondary", 0.72, WINDOW), Letters("text_secondary", 0.62, WINDOW)


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture as it is to be set: with its words, and where a press on it leads."""

    shown: Shown
    alt: str = ""
    caption: str = ""
    credit: str = ""
    href: str = ""

    @property
    def bare(self) -> bool:
        """Whether nothing stands under it."""
        return not (self.caption or self.credit or self.href)


def plate_of(writer: "ArticleWriter", block: Block) -> Plate | None:
    """The picture of a block; None for what is no picture."""
    figure = block.figure
    if block.kind is not Kind.FIGURE or figure is None:
        return None
    href = figure.href if not leads_to_picture(figure.href) else ""
    shown = replace(writer.find(figure.url), href=href if provider_of(href) else "")
    caption = figure.caption or set_title(shown.picture.caption or "", writer.language)
    credit = figure.credit or set_title(shown.picture.credit or "", writer.language)
    return Plate(shown, figure.alt, caption, credit, href)


def gallery_length(writer: "ArticleWriter", blocks: Sequence[Block], first: int) -> int:
    """How many blocks from `first` on are one gallery; 1 for anything else."""
    here = blocks[first]
    plate = plate_of(writer, here)
    count = 1
    while plate is not None and first + count < len(blocks):
        following = blocks[first + count]
        other = plate_of(writer, following)
        same = (following.quote, following.depth, following.fold) == (here.quote, here.depth, here.fold)
        together = other is not None and (following.figure.beside or (plate.bare and other.bare))  # type: ignore[union-attr]
        if not same or not together:
            break
        plate, count = other, count + 1
    return count


def rows_of(ratios: Sequence[float], most: int) -> list[int]:
    """How many pictures stand in each row, so that the rows come out about equally high. `ratios` are widths in
    heights; a row has at most `most`."""
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for end in range(1, len(ratios) + 1):
        found = []
        for count in range(1, min(most, end) + 1):
            cost, rows = best[end - count]
            found.append((cost + log(sum(ratios[end - count : end]) / _WANTED_RATIO) ** 2, [*rows, count]))
        best.append(min(found))
    return best[-1][1]


def write_picture(writer: "ArticleWriter", plate: Plate, block: Block | None = None) -> None:
    """A picture by itself: its caption, its credit in a line of its own, where a press leads."""
    start = writer.indent(block) if block else 0.0
    linked = bool(plate.href)
    setting = Setting(top=0.9, bottom=1.3 if plate.bare else 0.35, start=start)
    format_ = QTextBlockFormat(writer.formats.setting(replace(setting, align=Qt.AlignmentFlag.AlignHCenter)))
    writer.begin_block(setting, Letters(), change=format_)
    _insert(writer, plate)
    _words(writer, plate, start, 0.1 if linked else 1.4)
    if linked:
        letters = Letters("link", 0.68, WINDOW)
        writer.begin_block(Setting(0.68, 1.5, bottom=1.4, start=start), letters)
        where = provider_of(plate.href) or host_of(plate.href) or plate.href
        writer.words(f"{where}{_HARD}↗", letters, href=plate.href)


def _insert(writer: "ArticleWriter", plate: Plate) -> int:
    """The sign that stands for the picture and, unseen, its words for those who listen; its number."""
    worded = replace(plate.shown.picture, alt=plate.alt, caption=plate.caption, credit=plate.credit)
    number = writer.figure.add(replace(plate.shown, picture=worded))
    writer.outline.figures.append((writer.cursor.position(), number))
    writer.cursor.insertText("\ufffc", figure_format(number, plate.alt or plate.caption))
    if not writer.paper:
        _tell(writer, plate.alt)
    return number


def _tell(writer: "ArticleWriter", alt: str) -> None:
    words = " ".join(alt.replace("\u00ad", "").split())[:_LONGEST_WORDS]
    told = QCoreApplication.translate("ReadingPane", "Picture: {0}").format(words)
    told = told if words else QCoreApplication.translate("ReadingPane", "Picture")
    start = writer.cursor.position()
    writer.cursor.insertText(told.replace(" ", _HARD), writer.formats.unseen())
    writer.outline.unseen.append(Span(start, writer.cursor.position() - start, "alt"))


def _words(writer: "ArticleWriter", plate: Plate, start: float, last: float) -> None:
    if plate.caption:
        writer.begin_block(Setting(0.72, 1.45, bottom=0.1 if plate.credit else last, start=start), _CAPTION)
        writer.words(plate.caption, _CAPTION)
    if plate.credit:
        writer.begin_block(Setting(0.62, 1.5, bottom=last, start=start), _CREDIT)
        writer.words(plate.credit, _CREDIT)


def write_gallery(writer: "ArticleWriter", blocks: Sequence[Block]) -> None:
    """The pictures of a gallery in rows; what is too small for a row, or leads elsewhere, by itself."""
    plates = [plate for block in blocks if (plate := plate_of(writer, block)) is not None]
    marked = any(block.figure is not None and block.figure.beside for block in blocks)
    # Words under the last picture alone are said of all.
    shared = Plate(plates[-1].shown, caption=plates[-1].caption, credit=plates[-1].credit)
    together = all(plate.bare for plate in plates[:-1]) and not plates[-1].href and not shared.bare
    if together:
        plates[-1] = replace(plates[-1], caption="", credit="")
    first = 0
    while first < len(plates):
        last = first
        while last < len(plates) and fits_beside(plates[last].shown, missing=marked):
            last += 1
        if last - first > 1:
            _rows(writer, blocks[first:last], plates[first:last], ends=last == len(plates) and together)
        else:
            last = first + 1
            writer.start_article_block()
            write_picture(writer, plates[first], blocks[first])
        first = last
    if together:
        _words(writer, shared, writer.indent(blocks[0]), 1.4)


def _rows(writer: "ArticleWriter", blocks: Sequence[Block], plates: Sequence[Plate], *, ends: bool) -> None:
    """`ends` where words for all of them follow."""
    worded = any(not plate.bare for plate in plates)
    most = 2 if writer.narrow else 3 if worded else 4
    at = 0
    for count in rows_of([ratio_of(plate.shown) for plate in plates], most):
        row, last = plates[at : at + count], at + count == len(plates)
        if any(not plate.bare for plate in row) and count > 1:
            _table(writer, blocks[at : at + count], row, last=last)
        elif count == 1 and not row[0].bare:
            writer.start_article_block()
            write_picture(writer, row[0], blocks[at])
        else:
            _line(writer, blocks[at], row, first=at == 0, last=last, ends=ends)
        at += count


def _line(
    writer: "ArticleWriter", block: Block, plates: Sequence[Plate], *, first: bool, last: bool, ends: bool
) -> None:
    """Bare pictures in one line; each block of the article begins at its picture."""
    # A line of text keeps a few pixels under the pictures: the gap between rows is made up to GAP.
    gap = GAP / writer.formats.pixels
    setting = Setting(
        top=0.9 if first else 0.0, bottom=0.35 if last and ends else 1.3 if last else gap, start=writer.indent(block)
    )
    format_ = QTextBlockFormat(writer.formats.setting(replace(setting, align=Qt.AlignmentFlag.AlignHCenter)))
    numbers = []
    for index, plate in enumerate(plates):
        if index:
            writer.cursor.insertText("\ufffc", figure_format(NO_PICTURE, ""))
            writer.outline.starts.append(writer.cursor.position())
        else:
            writer.start_article_block()
            writer.begin_block(setting, Letters(), change=format_)
        numbers.append(_insert(writer, plate))
    writer.figure.set_row(numbers)


def _table(writer: "ArticleWriter", blocks: Sequence[Block], plates: Sequence[Plate], *, last: bool) -> None:
    """Pictures with their words under each, in the cells of a table without lines."""
    pixels = writer.formats.pixels
    inset = writer.indent(blocks[0]) * pixels
    numbers = [writer.figure.count + index for index in range(len(plates))]
    ratios = [ratio_of(plate.shown) for plate in plates]
    column = max(80.0, writer.document.textWidth() - inset)
    height = (column - 1 - GAP * (len(plates) - 1)) / sum(ratios)
    widths = [height * ratio + GAP for ratio in ratios]
    widths[-1] = column - sum(widths[:-1])
    format_ = TableFormat()
    format_.setBorder(0)
    format_.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    format_.setCellSpacing(0)
    format_.setCellPadding(0)
    format_.setTopMargin(round(0.9 * pixels))
    format_.setBottomMargin(round((1.1 if last else 0.2) * pixels))
    format_.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    per_cent = [100 * width / column for width in widths]
    format_.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, one) for one in per_cent])
    # Qt mirrors no table: pictures stand from left to right in every language, set in from where the text begins.
    if writer.formats.right_to_left:
        format_.setRightMargin(inset)
    else:
        format_.setLeftMargin(inset)
    table = writer.cursor.insertTable(1, len(plates), format_)
    for index, plate in enumerate(plates):
        cursor, writer.cursor = writer.cursor, table.cellAt(0, index).firstCursorPosition()
        writer.outline.starts.append(writer.cursor.position())
        writer.cursor.setBlockFormat(writer.formats.setting(Setting(bottom=0.3)))
        _insert(writer, plate)
        writer.at_block_start = False
        _words(writer, plate, 0.0, 0.0)
        if plate.href:
            letters = Letters("link", 0.62, WINDOW)
            writer.begin_block(Setting(0.62, 1.5), letters)
            writer.words(f"{provider_of(plate.href) or host_of(plate.href)}{_HARD}↗", letters, href=plate.href)
        writer.cursor = cursor
        cell = QTextTableCellFormat()
        cell.setRightPadding(GAP if index + 1 < len(plates) else 0)
        cell.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignTop)
        table.cellAt(0, index).setFormat(cell)
    writer.figure.set_row(numbers, inset)
    writer.outline.rows.append(table)
    writer.close_table(table)
