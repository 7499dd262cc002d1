"""The sentences of a document, to be read aloud one after the other: where each stands and what is said of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from reader.render.figures import FIGURE
from reader.render.formats import Property

# After these a full stop ends no sentence (French and English); UAX 29 cannot know them.
_FRENCH = ("mm", "mme", "mmes", "mlle", "dr", "pr", "p", "pp", "cf", "env", "vol", "chap", "fig", "n°")
_ENGLISH = ("mr", "mrs", "ms", "prof", "sr", "jr", "vs", "approx")
_SHORT = frozenset((*_FRENCH, *_ENGLISH))
_SILENT = dict.fromkeys(map(ord, "\u00ad\u2060\u200b"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said, and where it stands: Qt's positions, the end excluded."""

    words: str
    first: int
    last: int


def sentences_of(document: QTextDocument) -> list[Sentence]:
    """All sentences in reading order. Pictures are said by their words; marks of notes and what lies in closed details
    are left out."""
    found: list[Sentence] = []
    block = document.begin()
    while block.isValid():
        if block.isVisible():
            found += _of_block(document, block)
        block = block.next()
    return found


def _of_block(document: QTextDocument, block: QTextBlock) -> Iterator[Sentence]:
    start = block.position()
    for first, last in _parts(block.text()):
        words = _said(document, block, start + first, start + last)
        if any(letter.isalnum() for letter in words):
            yield Sentence(words, start + first, start + last)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """The bounds of sentences in UTF-16 units."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, text)
    units = text.encode("utf-16-le")
    first, at = 0, finder.toNextBoundary()
    while at > 0:
        piece = units[2 * first : 2 * at].decode("utf-16-le", "replace")
        if not _goes_on(piece) or 2 * at >= len(units):
            yield first, at
            first = at
        at = finder.toNextBoundary()


def _goes_on(piece: str) -> bool:
    """Whether a piece ends in an abbreviation or an initial rather than in the end of a sentence."""
    last = piece.rstrip().rpartition(" ")[2].rpartition("\u00a0")[2].rpartition("\u202f")[2].lstrip("(«“\"'’")
    if not last.endswith("."):
        return False
    word = last[:-1].lower()
    return word in _SHORT or (len(word) == 1 and last[0].isupper())


def _said(document: QTextDocument, block: QTextBlock, first: int, last: int) -> str:
    out: list[str] = []
    pieces = block.begin()
    while not pieces.atEnd():
        fragment = pieces.fragment()
        begin, end = max(first, fragment.position()), min(last, fragment.position() + fragment.length())
        format_ = fragment.charFormat()
        if begin < end and not format_.anchorHref().startswith("encre:note-"):
            if format_.objectType() == FIGURE:
                out.append(f" {format_.toolTip()} ")
            elif not format_.hasProperty(Property.UNSEEN) and not format_.anchorHref().startswith("encre:mark-"):
                cursor = QTextCursor(document)
                cursor.setPosition(begin)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                out.append(cursor.selectedText())
        pieces += 1
    return " ".join("".join(out).replace("\ufffc", " ").translate(_SILENT).split())
