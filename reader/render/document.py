"""Typeset blocks to a QTextDocument, block after block, by QTextCursor. QtGui only; no HTML, no request.

`ArticleWriter` writes the head, then as many blocks as it is asked to, so that a long article can be written in
several steps; what it writes is noted in an `Outline`, from which `decorations` paints and the pane finds its way.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)

from reader.render.embeds import embed_of, provider_of
from reader.render.figures import FIGURE, Figure, Pictures, Shown
from reader.render.folds import FOLD, Folds
from reader.render.formats import Formats, Letters, Setting, TextStyle, column_width
from reader.render.galleries import plate_of, write_gallery, write_picture
from reader.render.outline import Ground, Group, Heading, Outline, Pill, Span
from reader.render.tables import write_table
from reader.style.fonts import CODE, WINDOW
from reader.text.blocks import Block, Kind, Run, Style, lines_of

__all__ = ["ArticleWriter", "TextStyle", "column_width", "new_document"]

_HARD, _NARROW, _SHY = "\u00a0", "\u202f", "\u00ad"
_HEADINGS = {1: (1.5, 2.0, 0.6), 2: (1.36, 1.9, 0.5), 3: (1.14, 1.5, 0.35)}
_CODE_LINES = 40
# Arabic, Hebrew, Chinese and others have no italics: where a font is asked for some, it draws boxes.
_NO_ITALICS = re.compile(r"[\u0590-\u08ff\u0900-\u109f\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff\ufb1d-\ufefc]")
# Kinds and styles of the texts of a newer version of `reader.text`, drawn by their names.
_TERM, _DEFINITION, _LOWERED = "dt", "dd", 32
Finder = Callable[[str], Shown]


def new_document(formats: Formats, pictures: Pictures) -> tuple[QTextDocument, Figure]:
    """An empty document for one article and the drawer of its pictures."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    document.setDefaultFont(formats.font(Letters()))
    frame = document.rootFrame().frameFormat()
    frame.setTopMargin(round(2.4 * formats.pixels))
    frame.setBottomMargin(round(5 * formats.pixels))
    document.rootFrame().setFrameFormat(frame)
    figure = Figure(document, pictures, formats.palette)
    document.documentLayout().registerHandler(FIGURE, figure)
    return document, figure


class ArticleWriter:
    """Writes one article into `document`; `find` tells where the picture of an address is."""

    def __init__(
        self, document: QTextDocument, figure: Figure, formats: Formats, find: Finder, language: str | None
    ) -> None:
        self.document = document
        self.figure = figure
        self.formats = formats
        self.find = find
        self.language = language
        self.paper = False
        self.narrow = False
        self.outline = Outline()
        self.folds = Folds(document, self.outline)
        self.cursor = QTextCursor(document)
        self.at_block_start = True
        self._table: QTextTable | None = None
        self._quotes: list[Group] = []
        self._note = ""
        self._in_group = self._after_group = False
        self._hyphens = formats.style.hyphens
        self._links: dict[tuple[Letters, str], QTextCharFormat] = {}
        align = Qt.AlignmentFlag.AlignJustify if formats.style.justified else Qt.AlignmentFlag.AlignLeft
        self._body = Setting(1.0, formats.style.line_height / 100, bottom=0.85, align=align)

    # ---- the cursor's small steps ---------------------------------------------------------------------------------
    def begin_block(self, setting: Setting, letters: Letters, *, change: QTextBlockFormat | None = None) -> int:
        """Start a block of text and return its position."""
        block = change if change is not None else self.formats.setting(setting)
        characters = self.formats.letters(letters)
        if self.at_block_start:
            self.cursor.setBlockFormat(block)
            self.cursor.setBlockCharFormat(characters)
            self.at_block_start = False
            self._part_from_table(block.topMargin())
        else:
            self.cursor.insertBlock(block, characters)
        return self.cursor.position()

    def _part_from_table(self, margin: float) -> None:
        """Qt leaves out the top margin of a block behind a table: the table gives it."""
        table, self._table = self._table, None
        if table is not None and table.firstCursorPosition().block().isVisible():
            format_ = table.format()
            format_.setBottomMargin(max(format_.bottomMargin(), margin))
            table.setFormat(format_)

    def words(self, text: str, letters: Letters, *, href: str = "", pill: Pill | None = None) -> None:
        """Insert words set as `letters`, as a link where `href` is given, on a pill where one is."""
        if not text:
            return
        start = self.cursor.position()
        if letters.italic and _NO_ITALICS.search(text):
            letters = replace(letters, italic=False)
        if self.paper and href.startswith("encre:"):
            href, letters = "", replace(letters, role="text_secondary" if letters.role == "link" else letters.role)
        self.cursor.insertText(text, self._linked(letters, href) if href else self.formats.letters(letters))
        length = self.cursor.position() - start
        if letters.role != "text":
            self.outline.tinted.append(Span(start, length, letters.role))
        if pill is not None:
            self.outline.pills.append(Span(start, length, pill))

    def _linked(self, letters: Letters, href: str) -> QTextCharFormat:
        key = (letters, href)
        found = self._links.get(key)
        if found is None:
            found = QTextCharFormat(self.formats.letters(letters))
            found.setAnchor(True)
            found.setAnchorHref(href)
            if letters.role == "link":
                found.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            self._links[key] = found
        return found

    def forget_formats(self) -> None:
        """Make the links' formats anew at their next use, after a change of palette."""
        self._links.clear()

    def start_article_block(self) -> None:
        """Note that the next block of the article begins where the next text will."""
        position = self.cursor.position()
        self.outline.starts.append(position if self.at_block_start else position + 1)

    # ---- runs -----------------------------------------------------------------------------------------------------
    def runs(self, runs: Iterable[Run], base: Letters) -> None:
        """Insert a block's runs on top of `base`."""
        for run in runs:
            text = run.text if self._hyphens else run.text.replace(_SHY, "")
            if run.style & Style.RAISED and run.href.startswith("encre:note-"):
                self._note_mark(text, run.href, base)
            elif run.style & (Style.RAISED | _LOWERED):
                self._shifted(text, run, base)
            elif run.style & Style.CODE:
                self._inline_code(text, run, base)
            else:
                self.words(text, self._styled(run, base), href=run.href)

    def _styled(self, run: Run, base: Letters) -> Letters:
        if not run.style and not run.href:
            return base
        return replace(
            base,
            weight=700 if run.style & Style.BOLD else base.weight,
            italic=base.italic != bool(run.style & Style.ITALIC),
            role="link" if run.href and not run.href.startswith(FOLD) else base.role,
        )

    def _shifted(self, text: str, run: Run, base: Letters) -> None:
        """Exponents and indices: smaller, on a baseline of their own."""
        letters = self._styled(run, replace(base, size=base.size * 0.68))
        format_ = QTextCharFormat(self._linked(letters, run.href) if run.href else self.formats.letters(letters))
        format_.setBaselineOffset(40 if run.style & Style.RAISED else -18)
        self._insert(text, format_, letters.role)

    def _insert(self, text: str, format_: QTextCharFormat, role: str) -> None:
        start = self.cursor.position()
        self.cursor.insertText(text, format_)
        if role != "text":
            self.outline.tinted.append(Span(start, self.cursor.position() - start, role))

    def _inline_code(self, text: str, run: Run, base: Letters) -> None:
        letters = replace(base, family=CODE, size=base.size * 0.83, role="link" if run.href else "code_text")
        # Code runs from left to right whatever the text around it does.
        apart = self.formats.right_to_left
        self.words(_NARROW + "\u2066" * apart, base)
        self.words(text.replace(" ", _HARD) if len(text) < 24 else text, letters, href=run.href, pill=Pill.CODE)
        self.words("\u2069" * apart + _NARROW, base)

    def _note_mark(self, text: str, href: str, base: Letters) -> None:
        letters = Letters("link", 0.62 * base.size, WINDOW, 600)
        label = href.removeprefix("encre:note-")
        self.outline.note_marks.setdefault(label, self.cursor.position())
        format_ = QTextCharFormat(self.formats.letters(letters) if self.paper else self._linked(letters, href))
        # A raised baseline instead of Qt's superscript, which would open the line.
        format_.setBaselineOffset(38)
        format_.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
        self._insert(text, format_, "link")

    # ---- blocks ---------------------------------------------------------------------------------------------------
    def write_gallery(self, blocks: Sequence[Block]) -> None:
        """Write several pictures that belong together."""
        self._surround(blocks[0])
        number = len(self.outline.starts)
        write_gallery(self, blocks)
        self.folds.follow(self.outline.starts[number], self.end())

    def _surround(self, block: Block) -> None:
        if self.folds.leave(block.fold) and not self.at_block_start:
            # The hairline that ends details keeps its distance from their last line.
            last = self.cursor.blockFormat()
            last.setBottomMargin(max(last.bottomMargin(), round(1.2 * self.formats.pixels)))
            self.cursor.setBlockFormat(last)
        self._follow_quotes(block)
        self._after_group, self._in_group = (
            self._in_group,
            bool(block.quote or block.depth or block.kind == _DEFINITION),
        )

    def end(self) -> int:
        """The last position that is written; behind a table stands an empty block that the next text will fill."""
        return self.cursor.position() - self.at_block_start

    def write(self, block: Block) -> None:
        """Write one block of the body; a kind this version does not know is a paragraph."""
        self.start_article_block()
        self._surround(block)
        self._write(block)
        self.folds.follow(self.outline.starts[-1], self.end())

    def _write(self, block: Block) -> None:
        if block.kind is Kind.HEADING:
            self._heading(block)
        elif (embed := embed_of(block)) is not None:
            self._embed(*embed)
        elif (plate := plate_of(self, block)) is not None:
            if plate.shown.href and plate.shown.file is None:
                self._embed(plate.shown.href, plate.alt)
            else:
                write_picture(self, plate, block)
        elif block.kind is Kind.FOLD:
            self._fold(block)
        elif block.kind is Kind.CODE:
            self._code(block)
        elif block.kind is Kind.RULE:
            place = self.begin_block(Setting(0.5, 1.0, 1.1, 1.5), Letters())
            self.outline.groups.append(Group(Ground.RULE, place, place))
        elif block.kind is Kind.TABLE and block.rows:
            write_table(self, block)
        elif block.kind is Kind.FOOTNOTE:
            self._footnote(block)
        else:
            self._paragraph(block)

    def _follow_quotes(self, block: Block) -> None:
        position = self.cursor.position() if self.at_block_start else self.cursor.position() + 1
        del self._quotes[block.quote :]
        for group in self._quotes:
            group.last = position
        while len(self._quotes) < block.quote:
            group = Group(Ground.QUOTE, position, position, level=len(self._quotes))
            self._quotes.append(group)
            self.outline.groups.append(group)

    def indent(self, block: Block) -> float:
        """How far a block is set in, in parts of the body's size."""
        return 1.3 * block.quote + 1.45 * block.depth

    def _heading(self, block: Block) -> None:
        size, top, bottom = _HEADINGS.get(block.level, (1.0, 1.2, 0.25))
        letters = Letters(size=size, weight=700)
        setting = Setting(size, 1.25, top, bottom, self.indent(block), heading=max(1, min(6, block.level)))
        place = self.begin_block(setting, letters)
        self.runs(_without_widow(block.runs), letters)
        self.outline.headings.append(Heading(block.text.replace(_SHY, ""), block.level, place))

    def _paragraph(self, block: Block) -> None:
        letters, setting = Letters(), self._body
        kind = str(block.kind)
        if self._after_group and not block.quote and not block.depth:
            setting = replace(setting, top=0.85)
        if kind == _TERM:
            letters, setting = Letters(weight=600), replace(setting, bottom=0.1)
        elif kind == _DEFINITION:
            setting = replace(setting, start=1.45 + self.indent(block), bottom=0.45)
        if block.quote:
            letters = Letters("text_secondary", 1.04, italic=True)
            setting = replace(setting, size=1.04, top=0.1, bottom=0.6, end=0.6, align=Qt.AlignmentFlag.AlignLeft)
        if block.depth:
            setting = replace(setting, bottom=0.35, align=Qt.AlignmentFlag.AlignLeft)
        if block.quote or block.depth:
            setting = replace(setting, start=max(setting.start, self.indent(block)))
        place = self.begin_block(setting, letters)
        if block.marker:
            sign = block.marker if block.marker != "•" or block.depth < 2 else "–"
            self.outline.marks.append(Span(place, 0, sign))
        self.runs(block.runs, letters)

    def _fold(self, block: Block) -> None:
        """The line that opens and closes details."""
        letters = Letters(weight=600)
        setting = Setting(1.0, self.formats.style.line_height / 100, 1.2, 1.2, 1.3 + self.indent(block))
        place = self.begin_block(setting, letters)
        number = self.folds.add(place, block)
        press = f"{FOLD}{number}" if self.folds.foldable else ""
        self.runs([run if run.href else replace(run, href=press) for run in block.runs], letters)

    def _footnote(self, block: Block) -> None:
        letters = Letters("text_secondary", 0.82)
        if not self._note:
            head = Letters("text_secondary", 0.66, WINDOW, 600, spacing=4)
            place = self.begin_block(Setting(0.66, 1.5, 2.6, 0.5), head)
            self.outline.groups.append(Group(Ground.NOTES_RULE, place, place))
            self.words(QCoreApplication.translate("ReadingPane", "Notes"), head)
            self.outline.starts[-1] = place
        if block.marker:
            self._note = block.marker
        place = self.begin_block(Setting(0.82, 1.5, bottom=0.4, start=1.45), letters)
        if block.marker:
            self.outline.marks.append(Span(place, 0, f"{block.marker}."))
            self.outline.note_places[block.marker] = place
        self.outline.notes.setdefault(self._note, []).append(block)
        self.runs(block.runs, letters)
        if block.marker and not self.paper:
            self.words(f"{_HARD}↑", Letters("link", 0.7, WINDOW), href=f"encre:mark-{block.marker}")

    def _embed(self, address: str, words: str) -> None:
        """A card: what it is, where it plays."""
        provider = provider_of(address)
        title = words if words and words not in (address, "▶") else provider
        letters = Letters("link", 0.84, WINDOW, 600)
        place = self.begin_block(Setting(0.84, 1.5, 1.6, 0.0, 1.1, 1.1), letters)
        self.words(title, letters, href=address)
        small = Letters("text_secondary", 0.68, WINDOW)
        last = self.begin_block(Setting(0.68, 1.5, bottom=1.6, start=1.1, end=1.1), small)
        words = QCoreApplication.translate("ReadingPane", "{0}, opens in the browser").format(provider)
        self.words(f"▶{_HARD} {words}", small)
        self.outline.groups.append(Group(Ground.EMBED, place, last, pad=0.6 * self.formats.pixels))

    def _code(self, block: Block) -> None:
        base = Letters("code_text", 0.75, CODE)
        start = 1.0 + self.indent(block)
        lines = lines_of(block.runs)
        group = Group(Ground.CODE, 0, 0, pad=0.75 * self.formats.pixels, code=block.text)
        # A block of thousands of lines would be laid out at one go: it is cut, and painted as one.
        for first in range(0, len(lines), _CODE_LINES):
            part, last = lines[first : first + _CODE_LINES], first + _CODE_LINES >= len(lines)
            setting = Setting(0.75, 1.5, 0.0 if first else 1.75, 1.75 if last else 0.0, start, 1.0)
            place = self.begin_block(setting, base)
            group.first, group.last = group.first if first else place, place
            for index, line in enumerate(part):
                for run in line:
                    self.code_run(run, base)
                if index + 1 < len(part):
                    self.words("\u2028", base)
        self.outline.groups.append(group)

    def code_run(self, run: Run, base: Letters) -> None:
        """Characters of a line of code in the colour of their token."""
        role = f"code_{run.token}" if run.token else "code_text"
        self.words(run.text, replace(base, role=role, italic=run.token == "comment"))

    def close_table(self, table: QTextTable) -> None:
        """Go on after a table: the document's last block stands free."""
        self._table = table
        self.cursor = QTextCursor(self.document)
        self.cursor.movePosition(QTextCursor.MoveOperation.End)
        self.at_block_start = True

    def natural_width(self, text: str, letters: Letters) -> float:
        """The width of a line of text in pixels."""
        return QFontMetricsF(self.formats.font(letters)).horizontalAdvance(text)


def _without_widow(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs with a short last word tied to the one before it."""
    if not runs:
        return runs
    last = runs[-1]
    head, space, word = last.text.rpartition(" ")
    if not space or len(word) > 10 or len(head) < 12:
        return runs
    return (*runs[:-1], replace(last, text=f"{head}{_HARD}{word}"))
