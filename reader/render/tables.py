"""Tables in the text: hairlines painted, heads repeated, smaller letters where they must be wide.

A table that cannot be read in the column even so is shown as it is and offered as a sheet of its own.
"""

from dataclasses import replace
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

from reader.render.formats import Letters, Setting
from reader.style.fonts import WINDOW
from reader.text.blocks import Block, Cell

if TYPE_CHECKING:
    from reader.render.document import ArticleWriter

_LETTERS = Letters(size=0.75, family=WINDOW, tabular=True)
_NUMBER = frozenset("0123456789 \u00a0\u202f.,+-−–—%€$£/:h×°")


def write_table(writer: "ArticleWriter", block: Block) -> None:
    """Write the table; a sheet is offered where its longest words do not fit the column."""
    rows = block.rows
    columns = max(len(row) for row in rows)
    wide = _words_width(writer, rows, columns) > max(200.0, writer.document.textWidth())
    letters = replace(_LETTERS, size=0.65) if wide else _LETTERS
    format_ = QTextTableFormat()
    format_.setBorder(0)
    format_.setCellSpacing(0)
    format_.setCellPadding(0)
    format_.setTopMargin(round(0.5 * writer.formats.pixels))
    format_.setBottomMargin(round((0.4 if wide else 1.4) * writer.formats.pixels))
    format_.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    format_.setHeaderRowCount(1)
    format_.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    table = writer.cursor.insertTable(len(rows), columns, format_)
    aligned = [_is_numbers(rows, column) for column in range(columns)]
    for r, row in enumerate(rows):
        for c in range(columns):
            _write_cell(writer, table, (r, c), row[c] if c < len(row) else (), letters, right=aligned[c])
    writer.outline.tables.append(table)
    if writer.outline.starts:
        writer.outline.starts[-1] = table.firstPosition()
    writer.close_table()
    if wide:
        small = Letters("link", 0.66, WINDOW)
        place = writer.begin_block(Setting(0.66, 1.5, bottom=1.4), small)
        words = QCoreApplication.translate("ReadingPane", "Open the table in a sheet of its own")
        writer.words(words, small, href=f"encre:sheet-{len(writer.outline.sheets)}")
        writer.outline.sheets.append((place, block))


def _write_cell(
    writer: "ArticleWriter",
    table: QTextTable,
    place: tuple[int, int],
    content: Cell,
    letters: Letters,
    *,
    right: bool,
) -> None:
    row, column = place
    cell = table.cellAt(row, column)
    head = row == 0
    if head:
        letters = replace(letters, role="text_secondary", weight=600)
    align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
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


def _text(cell: Cell) -> str:
    return "".join(run.text for run in cell).replace("\u00ad", "")


def _is_numbers(rows: tuple[tuple[Cell, ...], ...], column: int) -> bool:
    words = [_text(row[column]).strip() for row in rows[1:] if column < len(row)]
    words = [word for word in words if word]
    return bool(words) and all(set(word) <= _NUMBER for word in words) and any(word[-1:].isdigit() for word in words)


def _words_width(writer: "ArticleWriter", rows: tuple[tuple[Cell, ...], ...], columns: int) -> float:
    """The least width at which no word is broken, paddings included."""
    total = 0.0
    for column in range(columns):
        words = {word for row in rows if column < len(row) for word in _text(row[column]).split()}
        longest = sorted(words, key=len)[-3:]
        total += max((writer.natural_width(word, _LETTERS) for word in longest), default=0.0)
    return total + columns * 0.9 * writer.formats.pixels
