"""One comparison as a document: headline, how much changed, the update block, then the text with its unchanged
stretches folded. Written in steps, as articles are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextOption

from reader.core.comparison import Comparison
from reader.core.differences import BlockChange, Op
from reader.core.entities import Article, Picture
from reader.core.sameness import split_blocks
from reader.render.article import is_right_to_left
from reader.render.diff_view.marking import MARKS, Marked, Sign, marked_blocks, merged
from reader.render.diff_view.writing import DiffDecorator, DiffWriter, Signed
from reader.render.document import new_document
from reader.render.figures import Pictures, look_up
from reader.render.figures import Shown as ShownPicture
from reader.render.formats import Formats, Letters, Setting, TextStyle
from reader.render.head import is_narrow
from reader.render.moments import long_moment
from reader.render.outline import Ground, Group
from reader.render.slices import InSlices
from reader.style.fonts import WINDOW
from reader.style.palette import Palette
from reader.text import set_title
from reader.text.blocks import Run

FOLD, CHANGE = "encre:unfold-", "encre:change-"
_FIRST = 4_000
_HARD = "\u00a0"
_TITLE = -1


@dataclass(frozen=True, slots=True)
class Words:
    """What only the window can say, for it counts: the fold of n paragraphs, and how much changed in one line."""

    folded: Callable[[int], str]
    size: Callable[[Comparison], str]


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown and how far it is opened: `opened` are the first blocks of stretches; `whole` opens all."""

    comparison: Comparison
    after: Article
    opened: frozenset[int] = frozenset()
    whole: bool = False


class DiffDocument(InSlices):
    """The document of one comparison. `places[n]` is where change n begins, as far as it is written."""

    def __init__(
        self,
        shown: Shown,
        style: TextStyle,
        palette: Palette,
        pictures: Pictures,
        words: Words,
        *,
        data_folder: Path,
        width: float,
    ) -> None:
        article = shown.after
        self.shown, self.width, self._words = shown, width, words
        right = is_right_to_left(article.language, article.title + article.markdown[:400])
        self.formats = Formats(style, palette, right_to_left=right)
        self.document, self.figure = new_document(self.formats, pictures)
        self.figure.dimmed = style.dim_pictures
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        self.document.setDefaultTextOption(option)
        self.document.setTextWidth(width)
        known = {picture.url: picture for picture in article.pictures}

        def find(url: str) -> ShownPicture:
            return look_up(known.get(url) or Picture(url), data_folder)

        self.writer = DiffWriter(self.document, self.figure, self.formats, find, article.language)
        self.outline = self.writer.outline
        self.decorator = DiffDecorator(self.writer, self.outline, self.formats)
        self.places: list[int] = []
        self.numbers = numbered(shown.comparison)
        self.update = update_blocks(shown.comparison, article)
        self._card: Group | None = None
        self._steps = self._written()
        self.complete = False
        self.writer.cursor.beginEditBlock()
        self._write_letters(_FIRST)
        self.writer.cursor.endEditBlock()

    @property
    def changes(self) -> int:
        """How many places there are to go to."""
        return len(set(self.numbers.values()))

    def _write_letters(self, letters: int) -> None:
        while letters > 0:
            written = next(self._steps, None)
            if written is None:
                self.complete = True
                return
            letters -= written

    def _written(self) -> Iterator[int]:
        """Write piece after piece; how many letters each had, and a little more."""
        yield self._head()
        blocks = self.shown.comparison.difference.blocks
        for folded, stretch in self.shown.comparison.difference.stretches():
            if folded and len(stretch) > 1 and not self.shown.whole and stretch.start not in self.shown.opened:
                yield self._fold(stretch)
                continue
            for index in stretch:
                yield self._block(index, blocks[index])
        self._end_card()

    # ---- the head ---------------------------------------------------------------------------------------------------
    def _head(self) -> int:
        writer, article, pair = self.writer, self.shown.after, self.shown.comparison.title
        writer.start_article_block()
        size = 1.45 if is_narrow(self.document.textWidth(), self.formats.pixels) else 1.85
        letters = Letters(size=size, weight=self.formats.palette.title_weight)
        place = writer.begin_block(Setting(size, 1.2, bottom=0.5, heading=1), letters)
        title = set_title(article.title, article.language)
        if pair is None:
            writer.words(title, letters)
        else:
            old, new = (Run(set_title(one, article.language)) for one in pair)
            runs = merged((old,), (new,))
            writer.runs(runs, letters)
            self.places.append(place)
            sign = Sign.CHANGED if any(run.style & MARKS for run in runs) else Sign.RESTYLED
            writer.signed.append(Signed(sign, place, place, place=self.numbers[_TITLE]))
        small = Letters("text_secondary", 0.72, WINDOW)
        writer.begin_block(Setting(0.72, 1.6, bottom=1.6), small)
        writer.words(self._words.size(self.shown.comparison), small)
        return 200

    # ---- the text ---------------------------------------------------------------------------------------------------
    def _fold(self, stretch: range) -> int:
        self._follow_card(stretch.start)
        writer = self.writer
        writer.start_article_block()
        letters = Letters("link", 0.72, WINDOW, 500)
        place = writer.begin_block(Setting(0.72, 1.7, 0.9, 1.5, align=Qt.AlignmentFlag.AlignHCenter), letters)
        words = self._words.folded(len(stretch)).replace(" ", _HARD)
        writer.words(f"⋯{_HARD}{_HARD}{words}", letters, href=f"{FOLD}{stretch.start}")
        self.decorator.bands.append(place)
        return 60

    def _block(self, index: int, change: BlockChange) -> int:
        self._follow_card(index)
        number = self.numbers.get(index, -1)
        text = change.after if change.after is not None else change.before or ""
        if change.op is Op.DELETE and change.moved is not None:
            self._departure(index, change)
            return 80
        origin = None
        if change.op is Op.INSERT and change.moved is not None:
            origin = self.shown.comparison.difference.blocks[change.moved].before
        for part in marked_blocks(change, origin, self.shown.after.language):
            self._part(part, number)
        return 40 + len(text)

    def _part(self, part: Marked, number: int) -> None:
        before = len(self.writer.signed)
        self.writer.write_marked(part, number)
        if 0 <= number == len(self.places):
            signed = self.writer.signed[before:]
            self.places.append(signed[0].first if signed else self.outline.starts[-1])

    def _departure(self, index: int, change: BlockChange) -> None:
        """Where a block was that has moved: a line that leads to where it is now."""
        if not change.counts:
            return
        arrived = change.moved or 0
        words = " ".join((change.before or "").split())
        words = words if len(words) <= 48 else words[:48].rsplit(" ", 1)[0] + "…"
        sentence = (
            QCoreApplication.translate("ChangesView", "Moved further down: “{0}”")
            if arrived > index
            else QCoreApplication.translate("ChangesView", "Moved further up: “{0}”")
        )
        self.writer.start_article_block()
        place = self.writer.small_line(sentence.format(words), f"{CHANGE}{self.numbers.get(arrived, 0)}")
        self.writer.signed.append(Signed(Sign.MOVED, place, place))

    # ---- the update's card ------------------------------------------------------------------------------------------
    def _follow_card(self, index: int) -> None:
        if index in self.update:
            if self._card is None:
                self._begin_card()
            return
        self._end_card()

    def _begin_card(self) -> None:
        writer, note = self.writer, self.shown.after.update
        label = Letters("badge_changed", 0.64, WINDOW, 700, spacing=5, capitals=True)
        writer.inset = True
        words = QCoreApplication.translate("ReadingPane", "Update")
        if note is not None and note.at is not None:
            words = f"{words}{_HARD}· {long_moment(note.at)}"
        place = writer.begin_block(Setting(0.64, 1.6, 0.9, 0.4), label)
        writer.words(words, label)
        self._card = Group(Ground.UPDATE, place, place, pad=0.65 * self.formats.pixels)

    def _end_card(self) -> None:
        card, self._card = self._card, None
        if card is None:
            return
        self.writer.inset = False
        card.last = self.writer.cursor.position()
        block = self.writer.cursor.blockFormat()
        block.setBottomMargin(round(1.6 * self.formats.pixels))
        self.writer.cursor.setBlockFormat(block)
        self.outline.groups.append(card)


def update_blocks(comparison: Comparison, after: Article) -> frozenset[int]:
    """The indices of the blocks that are the publisher's update block, which opens the text."""
    block = after.update.block if after.update else None
    left = len(split_blocks(block)) if block else 0
    found = []
    for index, one in enumerate(comparison.difference.blocks):
        if not left:
            break
        found.append(index)
        left -= one.after is not None
    return frozenset(found)


def numbered(comparison: Comparison) -> dict[int, int]:
    """The number of the change each changed block belongs to; -1 is the headline.

    Blocks that came or went next to each other are one change; a block that moved counts where it is now.
    """
    numbers: dict[int, int] = {}
    count = 0
    if comparison.title is not None:
        numbers[_TITLE], count = 0, 1
    last: BlockChange | None = None
    for index, one in enumerate(comparison.difference.blocks):
        departed = one.op is Op.DELETE and one.moved is not None
        if one.op is Op.EQUAL or not one.counts or departed:
            last = None
            continue
        joins = last is not None and Op.REPLACE not in (last.op, one.op) and last.moved is None and one.moved is None
        if not joins:
            count += 1
        numbers[index] = count - 1
        last = one
    return numbers
