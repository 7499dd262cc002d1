"""What a document holds and where: the places of blocks, groups, marks and colours, noted while it is written.

Positions are Qt's (UTF-16 units). The document is read-only once written, so they stay true.
"""

from dataclasses import dataclass, field
from enum import Enum, auto

from PySide6.QtGui import QTextTable

from reader.text.blocks import Block


class Ground(Enum):
    """What is painted under a group of blocks."""

    QUOTE = auto()
    EMBED = auto()
    CODE = auto()
    UPDATE = auto()
    CARD = auto()
    RULE = auto()
    NOTES_RULE = auto()


class Pill(Enum):
    """What is painted under a few words."""

    SECTION = auto()
    UPDATE = auto()
    SUBSCRIBER = auto()
    TEASER = auto()
    CODE = auto()


@dataclass(slots=True)
class Group:
    """Blocks with one ground: from the block at `first` to the one at `last`; `pad` pixels above and below."""

    ground: Ground
    first: int
    last: int
    pad: float = 0.0
    level: int = 0
    code: str = ""


@dataclass(slots=True)
class Fold:
    """Details: the line at `position`, and what it opens from `first` to `last`, empty until it is written. `key`
    tells it from the others of the article whatever comes before it."""

    position: int
    level: int
    key: tuple[str, int]
    is_open: bool
    first: int = -1
    last: int = -1

    def holds(self, position: int) -> bool:
        """Whether a position lies in what it opens."""
        return 0 <= self.first <= position <= self.last


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of the outline."""

    text: str
    level: int
    position: int


@dataclass(frozen=True, slots=True)
class Span:
    """Some characters and what they are: a role of the palette, a pill, a list mark."""

    position: int
    length: int
    what: str | Pill


@dataclass(slots=True)
class Outline:
    """Everything noted. `starts[n]` is where block n of the article begins: 0 is the head, n the body's n-th. `rows`
    are the tables that galleries with words stand in, `unseen` the words that are only heard."""

    starts: list[int] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    tinted: list[Span] = field(default_factory=list)
    shaped: list[Span] = field(default_factory=list)
    pills: list[Span] = field(default_factory=list)
    marks: list[Span] = field(default_factory=list)
    tables: list[tuple[QTextTable, bool]] = field(default_factory=list)
    sheets: list[Block] = field(default_factory=list)
    rows: list[QTextTable] = field(default_factory=list)
    folds: list[Fold] = field(default_factory=list)
    unseen: list[Span] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    figures: list[tuple[int, int]] = field(default_factory=list)
    notes: dict[str, list[Block]] = field(default_factory=dict)
    note_places: dict[str, int] = field(default_factory=dict)
    note_marks: dict[str, int] = field(default_factory=dict)
