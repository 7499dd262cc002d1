"""One article as a document that is written in steps: the first screen at once, the rest while the loop is idle."""

import time
import unicodedata
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextOption

from reader.core.entities import Article, Picture
from reader.render.decorations import Decorator
from reader.render.document import ArticleWriter, new_document
from reader.render.figures import Pictures, Shown, look_up
from reader.render.formats import Formats, TextStyle
from reader.render.galleries import gallery_length
from reader.render.head import is_narrow, parts_of, write_head, write_tail
from reader.render.recolouring import recolour
from reader.render.slices import STEP, InSlices
from reader.style.palette import Palette
from reader.text import Typeset, compose, read_runs

WHOLE = 60_000
_FIRST = 9_000
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "iw", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"})
_SHORT = 30_000


def is_right_to_left(language: str | None, text: str) -> bool:
    """Whether a text runs from right to left: by its language, else by the first strong letters of its words."""
    short = (language or "").replace("_", "-").split("-")[0].lower()
    if short:
        return short in _RIGHT_TO_LEFT
    kinds = [unicodedata.bidirectional(letter) for letter in text[:400]]
    return sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L")


def typeset_of(article: Article) -> Typeset:
    """The runs the engine kept, or the text set on the spot."""
    return read_runs(article.runs) or compose(article.markdown, article.language)


class ArticleDocument(InSlices):
    """The document of one article, with its outline, its pictures and its decorations.

    `width` is that of the column in pixels; on `paper` nothing is offered that only a window can do. `folds` is what
    the reader opened and closed before, and is kept up to date.
    """

    def __init__(
        self,
        article: Article,
        style: TextStyle,
        palette: Palette,
        pictures: Pictures,
        *,
        data_folder: Path,
        width: float,
        paper: bool = False,
        folds: dict[tuple[str, int], bool] | None = None,
    ) -> None:
        self.article = article
        self.palette = palette
        text = typeset_of(article)
        self.parts = parts_of(article, text)
        right = is_right_to_left(article.language, article.title + article.markdown[:400])
        self.formats = Formats(style, palette, right_to_left=right)
        self.document, self.figure = new_document(self.formats, pictures)
        self.figure.dimmed = style.dim_pictures
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        self.document.setDefaultTextOption(option)
        self.document.setTextWidth(width)
        self.narrow = is_narrow(width, self.formats.pixels)
        self._data_folder = data_folder
        self._known = {picture.url: picture for picture in article.pictures}
        self.writer = ArticleWriter(self.document, self.figure, self.formats, self._find, article.language)
        self.writer.paper = paper
        self.writer.narrow = self.narrow
        self.folds = self.writer.folds
        self.folds.foldable = not paper
        self.folds.states = {} if folds is None else folds
        self.outline = self.writer.outline
        self.decorator = Decorator(self.document, self.outline, self.formats)
        self._next = 0
        self.complete = False
        self._to_tint: list[int] = []
        self._write_first()

    def _find(self, url: str) -> Shown:
        return look_up(self._known.get(url) or Picture(url), self._data_folder)

    def _write_first(self) -> None:
        self.writer.cursor.beginEditBlock()
        write_head(self.writer, self.article, self.parts.lead)
        long = len(self.article.markdown) > WHOLE
        self._write_letters(_FIRST if long else 1 << 60)
        self.writer.cursor.endEditBlock()

    def _write_letters(self, letters: int) -> None:
        blocks = self.parts.blocks
        while self._next < len(blocks) and letters > 0:
            count = gallery_length(self.writer, blocks, self._next)
            block, together = blocks[self._next], blocks[self._next : self._next + count]
            self._next += count
            if count > 1:
                self.writer.write_gallery(together)
            else:
                self.writer.write(block)
            letters -= 40 * count + sum(len(run.text) for run in block.runs) + 60 * sum(map(len, block.rows))
        if self._next >= len(blocks) and not self.complete:
            self.folds.leave(0)
            write_tail(self.writer, self.article)
            self.complete = True

    def write_until(self, block: int) -> None:
        """Write at least up to the end of block `block` (0 is the head) and a screen more."""
        if self.complete or block + 8 < len(self.outline.starts):
            return
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        while not self.complete and len(self.outline.starts) < block + 8:
            self._write_letters(STEP)
        cursor.endEditBlock()

    # ---- themes ---------------------------------------------------------------------------------------------------
    def dress(self, palette: Palette, first: int, last: int) -> bool:
        """Wear a theme: what lies between the two positions at once; True when `tint_more` has the rest to do."""
        self.palette = self.formats.palette = self.decorator.palette = self.figure.palette = palette
        self.formats.forget()
        self.writer.forget_formats()
        spans = self.outline.tinted
        if self.document.characterCount() <= _SHORT:
            near, self._to_tint = list(range(len(spans))), []
        else:
            near = [i for i, span in enumerate(spans) if first <= span.position + span.length and span.position <= last]
            chosen = set(near)
            self._to_tint = [i for i in range(len(spans)) if i not in chosen]
        recolour(self.document, palette, [spans[i] for i in near])
        self._shape(palette)
        return bool(self._to_tint)

    def _shape(self, palette: Palette) -> None:
        """The headline's weight and the kicker's slant are the theme's."""
        for span in self.outline.shaped:
            letters = QTextCharFormat()
            if span.what == "title":
                letters.setFontWeight(palette.title_weight)
            else:
                letters.setFontItalic(palette.kicker_italic)
            cursor = QTextCursor(self.document)
            cursor.setPosition(span.position)
            cursor.setPosition(span.position + span.length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(letters)

    def tint_more(self, milliseconds: float) -> bool:
        """Recolour on for about that long; True while there is more."""
        end = time.perf_counter() + milliseconds / 1000
        while self._to_tint and time.perf_counter() < end:
            part, self._to_tint = self._to_tint[:60], self._to_tint[60:]
            recolour(self.document, self.palette, [self.outline.tinted[i] for i in part])
        return bool(self._to_tint)
