"""Tables in the text: hairlines painted, numbers to the right, smaller letters where they must be wide.

A table that cannot be read in the column even so shows the columns that fit; the whole is one press away, on a sheet
of its own. A long table is written in parts, its columns of one width throughout.
"""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import (
    QTextCharFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from reader.render import counted
from reader.render.formats import Letters, Setting
from reader.style.fonts import WINDOW
from reader.text.blocks import Block, Cell

if TYPE_CHECKING:
    from reader.render.document import ArticleWriter

Rows = tuple[tuple[Cell, ...], ...]
_LETTERS = Letters(size=0.75, family=WINDOW, tabular=True)
_SMALL = replace(_LETTERS, size=0.66)
# A figure with a sign before and a short unit after it: "+ 1 234,5", "3 km²", "21 h 40", "12,5 €".
_NUMBER = re.compile(r"^[^\w]{0,2}\d[\d\s.,:/h–-]*\s?[^\d\s]{0,3}$")
_PART_ROWS = 24
_LONG = 30


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a table is shown: rows and columns, letters, widths in per cent, columns of numbers, what is left out, and
    the width of the whole in per cent of the column."""

    rows: Rows
    letters: Letters
    widths: tuple[float, ...]
    numbers: tuple[bool, ...]
    hidden: int
    width: float


def write_table(writer: "ArticleWriter", block: Block) -> None:
    """Write the table, and the way to its sheet where the column does not do it justice."""
    plan = _planned(writer, block.rows)
    starts = writer.outline.starts
    for first in range(0, len(plan.rows), _PART_ROWS):
        last = first + _PART_ROWS >= len(plan.rows)
        table = _write_part(writer, plan, first, last=last)
        if first == 0 and starts:
            starts[-1] = table.firstPosition()
    if writer.paper:
        return
    if plan.hidden or plan.letters is _SMALL or len(plan.rows) > _LONG:
        _offer_sheet(writer, block, plan)


def _planned(writer: "ArticleWriter", rows: Rows) -> _Plan:
    columns = max(len(row) for row in rows)
    column_width = max(200.0, writer.document.textWidth())
    letters, kept = _LETTERS, columns
    least = _least_widths(writer, rows, columns, letters)
    if sum(least) > column_width:
        letters, least = _SMALL, _least_widths(writer, rows, columns, _SMALL)
        while not writer.paper and kept > 2 and sum(least[:kept]) > column_width:
            kept -= 1
    natural = _natural_widths(writer, rows, kept, letters)
    shown = tuple(row[:kept] for row in rows)
    numbers = tuple(_is_numbers(shown, column) for column in range(kept))
    # A table of a few short words is not torn over the whole column.
    width = min(100.0, max(56.0, 160 * sum(natural) / column_width, 100 * sum(least[:kept]) / column_width))
    widths = _shared(least[:kept], natural, column_width * width / 100)
    return _Plan(shown, letters, widths, numbers, columns - kept, width)


def _shared(least: list[float], natural: list[float], room: float) -> tuple[float, ...]:
    """Widths in per cent: what the words need, and the rest by how much text a column has."""
    spare = max(0.0, room - sum(least))
    wishes = [max(0.0, wish - need) for wish, need in zip(natural, least, strict=True)]
    total = sum(wishes)
    shares = [wish / total if total else 1 / len(least) for wish in wishes]
    widths = [need + spare * share for need, share in zip(least, shares, strict=True)]
    return tuple(100 * width / sum(widths) for width in widths)


def _write_part(writer: "ArticleWriter", plan: _Plan, first: int, *, last: bool) -> QTextTable:
    rows = plan.rows[first : first + _PART_ROWS]
    format_ = QTextTableFormat()
    format_.setBorder(0)
    format_.setCellSpacing(0)
    format_.setCellPadding(0)
    format_.setTopMargin(0 if first else round(0.5 * writer.formats.pixels))
    format_.setBottomMargin(round(1.4 * writer.formats.pixels) if last else 0)
    format_.setWidth(QTextLength(QTextLength.Type.PercentageLength, plan.width))
    # Qt's tables know no direction: where the text runs from right to left the first column is written as the last.
    order = list(range(len(plan.widths)))
    order = order[::-1] if writer.formats.right_to_left else order
    shares = [plan.widths[column] for column in order]
    format_.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, width) for width in shares])
    format_.setHeaderRowCount(0 if first else 1)
    format_.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    if writer.formats.right_to_left:
        format_.setAlignment(Qt.AlignmentFlag.AlignRight)
    table = writer.cursor.insertTable(len(rows), len(plan.widths), format_)
    for r, row in enumerate(rows):
        for place, c in enumerate(order):
            content = row[c] if c < len(row) else ()
            _write_cell(writer, table, (r, place), content, plan, number=plan.numbers[c], head=first + r == 0)
    writer.outline.tables.append((table, first == 0))
    writer.close_table(table)
    return table


def _write_cell(
    writer: "ArticleWriter",
    table: QTextTable,
    place: tuple[int, int],
    content: Cell,
    plan: _Plan,
    *,
    number: bool,
    head: bool,
) -> None:
    row, column = place
    cell = table.cellAt(row, column)
    letters = replace(plan.letters, role="text_secondary", weight=600) if head else plan.letters
    align = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
    cursor, writer.cursor = writer.cursor, cell.firstCursorPosition()
    writer.cursor.setBlockFormat(writer.formats.setting(Setting(letters.size, 1.4, align=align)))
    writer.cursor.setBlockCharFormat(writer.formats.letters(letters))
    writer.runs(content, letters)
    writer.cursor = cursor
    pixels = writer.formats.pixels
    format_ = QTextTableCellFormat()
    format_.setTopPadding(0.36 * pixels)
    format_.setBottomPadding(0.36 * pixels)
    format_.setLeftPadding((0.45 if column else 0.1) * pixels)
    format_.setRightPadding((0.45 if column + 1 < table.columns() else 0.1) * pixels)
    middle = QTextCharFormat.VerticalAlignment
    format_.setVerticalAlignment(middle.AlignBottom if head else middle.AlignTop)
    # Last: the block's character format would overwrite the cell's.
    cell.setFormat(format_)


def _offer_sheet(writer: "ArticleWriter", block: Block, plan: _Plan) -> None:
    letters = Letters("link", 0.68, WINDOW)
    writer.begin_block(Setting(0.68, 1.5, bottom=1.4), letters)
    words = QCoreApplication.translate("ReadingPane", "Open the table on a sheet of its own")
    if plan.hidden:
        words = counted.more_columns(plan.hidden)
    writer.words(words, letters, href=f"encre:sheet-{len(writer.outline.sheets)}")
    writer.outline.sheets.append(block)


def cell_words(cell: Cell) -> str:
    """A cell's bare words."""
    return "".join(run.text for run in cell).replace("\u00ad", "")


def _is_numbers(rows: Rows, column: int) -> bool:
    words = [cell_words(row[column]).strip() for row in rows[1:] if column < len(row)]
    words = [word for word in words if word]
    return any(_NUMBER.match(word) for word in words) and all(_NUMBER.match(word) or word in "–—-" for word in words)


def _padding(writer: "ArticleWriter") -> float:
    return 0.95 * writer.formats.pixels


def _least_widths(writer: "ArticleWriter", rows: Rows, columns: int, letters: Letters) -> list[float]:
    """For each column the width at which no word is broken."""
    found = []
    for column in range(columns):
        words = {word for row in rows if column < len(row) for word in cell_words(row[column]).split(" ")}
        longest = sorted(words, key=len)[-3:]
        widest = max((writer.natural_width(word, replace(letters, weight=600)) for word in longest), default=0.0)
        found.append(widest + _padding(writer))
    return found


def _natural_widths(writer: "ArticleWriter", rows: Rows, columns: int, letters: Letters) -> list[float]:
    """For each column the width of its longest cell on one line."""
    found = []
    for column in range(columns):
        cells = sorted((cell_words(row[column]) for row in rows if column < len(row)), key=len)[-2:]
        widest = max((writer.natural_width(cell, letters) for cell in cells), default=0.0)
        found.append(min(widest, 2400.0) + _padding(writer))
    return found
