"""Markdown to a flat sequence of blocks: what the pane draws one after the other. Pure values, no Qt.

A figure is a picture and the lines under it that begin with an em space (its caption) or two (its credit).
Notes are links to `#note-1` and, in the note itself, back to `#ref-1`; or the `[^1]` of Markdown Extra.
Details that open are a paragraph of `▸` (`▾` where the publisher shows them open) and bold words, and all up to a
paragraph of `▴`. Pictures of one paragraph are one gallery.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import IntFlag, StrEnum
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

SEPARATOR = "\u241f"  # texts stored before captions were lines keep caption and credit in the picture's title
CAPTION, CREDIT = "\u2003", "\u2003\u2003"
_NOTE, _BACK = "#note-", "#ref-"
_SCHEMES = ("http", "https", "mailto", "")


class Style(IntFlag):
    """How a run is set; flags add up."""

    PLAIN = 0
    BOLD = 1
    ITALIC = 2
    CODE = 4
    STRIKE = 8
    RAISED = 16
    LOWERED = 32


class Kind(StrEnum):
    """The kinds of blocks."""

    PARAGRAPH = "p"
    HEADING = "h"
    ITEM = "li"
    CODE = "code"
    TABLE = "table"
    FIGURE = "fig"
    RULE = "hr"
    FOOTNOTE = "fn"
    TERM = "dt"
    DEFINITION = "dd"
    FOLD = "fold"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters set alike. `token` is the class of highlighted code: keyword, string, comment, number, function."""

    text: str
    style: int = 0
    href: str = ""
    token: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture and its words; `href` where the publisher linked it, `beside` where it goes on with the gallery of the
    picture before it."""

    url: str
    alt: str = ""
    caption: str = ""
    credit: str = ""
    href: str = ""
    beside: bool = False


Cell = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One block. `level` of a heading (1-6), `quote` and `depth` count nested quotations and lists, `marker` is the
    item's sign (empty in its further paragraphs), `rows` of a table begin with its heads. `fold` counts the details
    that a block lies in; the line that opens some is a FOLD, of level 1 where they are shown open."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    quote: int = 0
    depth: int = 0
    marker: str = ""
    language: str = ""
    rows: tuple[tuple[Cell, ...], ...] = ()
    figure: Figure | None = None
    fold: int = 0

    @property
    def text(self) -> str:
        """The block's bare words."""
        return "".join(run.text for run in self.runs)


def lines_of(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs of code, line by line, without the line ends."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for index, part in enumerate(run.text.split("\n")):
            if index:
                lines.append([])
            if part:
                lines[-1].append(replace(run, text=part))
    return lines


def _allowed(address: str) -> bool:
    try:
        return urlsplit(address.strip()).scheme.lower() in _SCHEMES
    except ValueError:
        return False


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    reader.use(footnote_plugin).use(sub_plugin).use(superscript_plugin).use(deflist_plugin)
    reader.validateLink = _allowed  # type: ignore[method-assign, assignment]
    return reader


_READER = _reader()
_FOLD_SIGNS, _FOLD_END = ("▸ ", "▾ "), "▴"


@dataclass(slots=True)
class _List:
    number: int | None
    fresh: bool = False


@dataclass(slots=True)
class _State:
    """Where the walk stands: nested quotations, lists, the footnote, the table being filled."""

    quote: int = 0
    lists: list[_List] = field(default_factory=list)
    footnote: str = ""
    definition: bool = False
    rows: list[list[Cell]] = field(default_factory=list)

    def mark(self, block: Block) -> Block:
        """The block in its surroundings."""
        marker = ""
        if self.lists and self.lists[-1].fresh:
            self.lists[-1].fresh = False
            number = self.lists[-1].number
            marker = "•" if number is None else f"{number}."
        kind = block.kind
        if kind is Kind.PARAGRAPH and self.footnote:
            return replace(block, kind=Kind.FOOTNOTE, marker=self._footnote_mark())
        if kind is Kind.PARAGRAPH and (note := _note(block)) is not None:
            return replace(note, quote=self.quote)
        if kind is Kind.PARAGRAPH and self.lists:
            kind = Kind.ITEM
        elif kind is Kind.PARAGRAPH and self.definition:
            kind = Kind.DEFINITION
        depth = len(self.lists)
        return replace(block, kind=kind, quote=self.quote, depth=depth, marker=marker)

    def _footnote_mark(self) -> str:
        mark, self.footnote = self.footnote, " "
        return mark.strip()


def parse_blocks(markdown: str) -> tuple[Block, ...]:
    """The blocks of `markdown`; never raises, HTML in it is plain words."""
    blocks = list(_walk(_READER.parse(markdown)))
    return tuple(_folded(blocks) if _FOLD_END in markdown else blocks)


def _walk(tokens: list[Token]) -> Iterator[Block]:
    state = _State()
    for index, token in enumerate(tokens):
        kind = token.type
        if kind == "blockquote_open":
            state.quote += 1
        elif kind == "blockquote_close":
            state.quote -= 1
        elif kind == "bullet_list_open":
            state.lists.append(_List(None))
        elif kind == "ordered_list_open":
            state.lists.append(_List(int(token.attrs.get("start", 1)) - 1))
        elif kind in ("bullet_list_close", "ordered_list_close"):
            state.lists.pop()
        elif kind == "list_item_open":
            current = state.lists[-1]
            current.fresh = True
            current.number = None if current.number is None else current.number + 1
        elif kind in ("dd_open", "dd_close"):
            state.definition = kind == "dd_open"
        elif kind == "footnote_open":
            state.footnote = str(token.meta.get("label") or int(token.meta.get("id", 0)) + 1)
        elif kind == "footnote_close":
            state.footnote = ""
        elif kind == "hr":
            yield state.mark(Block(Kind.RULE))
        elif kind in ("fence", "code_block"):
            language = token.info.split()[0] if token.info.split() else ""
            yield state.mark(Block(Kind.CODE, (Run(token.content.rstrip("\n")),), language=language))
        elif kind == "table_open":
            state.rows = []
        elif kind == "tr_open":
            state.rows.append([])
        elif kind == "table_close":
            yield state.mark(Block(Kind.TABLE, rows=tuple(tuple(row) for row in state.rows)))
        elif kind == "inline":
            before = tokens[index - 1].type
            if before in ("th_open", "td_open"):
                state.rows[-1].append(tuple(run for run in _inline(token) if isinstance(run, Run)))
            elif before == "dt_open":
                yield state.mark(Block(Kind.TERM, tuple(run for run in _inline(token) if isinstance(run, Run))))
            elif before == "heading_open":
                level = int(tokens[index - 1].tag[1])
                runs = tuple(run for run in _inline(token) if isinstance(run, Run))
                yield state.mark(Block(Kind.HEADING, runs, level=level))
            else:
                for block in _paragraphs(token):
                    yield state.mark(block)


def _folded(blocks: list[Block]) -> Iterator[Block]:
    """The blocks with those in details marked so, and the signs that opened and closed them gone; a sign without its
    other half is a word like any other."""
    level, ends = 0, dict(_pairs(blocks))
    closed = set(ends.values())
    for index, block in enumerate(blocks):
        if index in closed:
            level -= 1
        elif index in ends:
            opened = int(block.text.startswith(_FOLD_SIGNS[1]))
            runs = (replace(block.runs[0], text=block.runs[0].text[2:]), *block.runs[1:])
            bare = tuple(replace(run, style=run.style & ~Style.BOLD) for run in runs if run.text)
            yield replace(block, kind=Kind.FOLD, runs=bare, level=opened, fold=level)
            level += 1
        else:
            yield replace(block, fold=level) if level else block


def _pairs(blocks: list[Block]) -> Iterator[tuple[int, int]]:
    """Where details begin and end: both lines in the same quotation and list, and nothing between them outside it."""
    opened: list[int] = []
    for index, block in enumerate(blocks):
        here = (block.quote, block.depth)
        opened = [one for one in opened if block.quote >= blocks[one].quote and block.depth >= blocks[one].depth]
        if block.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        if block.text == _FOLD_END:
            if opened and (blocks[opened[-1]].quote, blocks[opened[-1]].depth) == here and opened[-1] + 1 < index:
                yield opened.pop(), index
        elif block.text.startswith(_FOLD_SIGNS) and _is_bold_after_sign(block):
            opened.append(index)


def _is_bold_after_sign(block: Block) -> bool:
    rest = [run for run in block.runs[1:] if run.text.strip()]
    return len(block.runs[0].text) == 2 and bool(rest) and all(run.style & Style.BOLD for run in rest)


def _note(block: Block) -> Block | None:
    """A paragraph with a link back to its reference is a note, without that link."""
    back = next((run.href.removeprefix(_BACK) for run in block.runs if run.href.startswith(_BACK)), None)
    runs = [run for run in block.runs if not run.href.startswith(_BACK)]
    if back is None or not any(run.text.strip() for run in runs):
        return None
    return Block(Kind.FOOTNOTE, _trimmed(runs), marker=back)


def _paragraphs(token: Token) -> Iterator[Block]:
    """A paragraph, or several around the pictures that stand in it."""
    runs: list[Run] = []
    figure: Figure | None = None
    goes_on = False
    for part in (*_inline(token), None):
        if isinstance(part, Run):
            runs.append(part)
            continue
        if figure is not None:
            figure, runs = _captioned(figure, runs)
            yield Block(Kind.FIGURE, figure=replace(figure, beside=goes_on))
        goes_on = figure is not None
        if any(run.text.strip() for run in runs):
            yield Block(Kind.PARAGRAPH, _trimmed(runs))
            goes_on = False
        runs, figure = [], part


def _captioned(figure: Figure, runs: list[Run]) -> tuple[Figure, list[Run]]:
    """The figure with the lines under it that are its words, and the runs after them."""
    rows: list[list[Run]] = [[]]
    for run in runs:
        rows.append([]) if run.text == "\u2028" else rows[-1].append(run)
    words: dict[str, list[str]] = {"caption": [], "credit": []}
    taken = 1
    while taken < len(rows) and not any(run.text.strip() for run in rows[0]):
        line = "".join(run.text for run in rows[taken])
        if not line.startswith(CAPTION):
            break
        words["credit" if line.startswith(CREDIT) else "caption"].append(line.strip())
        taken += 1
    if taken == 1:
        return figure, runs
    rest = [run for row in rows[taken:] for run in (Run("\u2028"), *row)]
    return replace(figure, caption=" ".join(words["caption"]), credit=" ".join(words["credit"])), rest


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    first, last = replace(runs[0], text=runs[0].text.lstrip()), len(runs) - 1
    runs = [first, *runs[1:]]
    runs[last] = replace(runs[last], text=runs[last].text.rstrip())
    return tuple(run for run in runs if run.text)


_SIGNS = {
    "strong": int(Style.BOLD),
    "em": int(Style.ITALIC),
    "s": int(Style.STRIKE),
    "sup": int(Style.RAISED),
    "sub": int(Style.LOWERED),
}


def _inline(token: Token) -> Iterator[Run | Figure]:
    style, href = 0, ""
    for child in token.children or ():
        kind = child.type
        name, _, side = kind.rpartition("_")
        if name in _SIGNS:
            style = style | _SIGNS[name] if side == "open" else style & ~_SIGNS[name]
        elif kind == "link_open":
            href = str(child.attrs.get("href", ""))
            if href.startswith(_NOTE):
                href = "encre:note-" + href.removeprefix(_NOTE)
        elif kind == "link_close":
            href = ""
        elif kind == "image":
            caption, _, credit = str(child.attrs.get("title", "")).partition(SEPARATOR)
            alt = "".join(part.content for part in child.children or ())
            yield Figure(str(child.attrs.get("src", "")), alt, caption, credit, href)
        elif kind == "code_inline":
            yield Run(child.content, style | int(Style.CODE), href)
        elif kind == "softbreak":
            yield Run(" ", style, href)
        elif kind == "hardbreak":
            yield Run("\u2028", style, href)
        elif kind == "footnote_ref":
            label = str(child.meta.get("label") or int(child.meta.get("id", 0)) + 1)
            yield Run(label, style | int(Style.RAISED), f"encre:note-{label}")
        elif child.content:
            is_note = href.startswith("encre:note-")
            yield Run(
                child.content.strip("[]") if is_note else child.content,
                style | (int(Style.RAISED) if is_note else 0),
                href,
            )
