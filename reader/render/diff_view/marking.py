"""Changed blocks as typeset blocks whose runs carry marks: added, removed, otherwise emphasised or linked. Pure.

The words of a block are compared as they are read, not as Markdown writes them: a link or a bold word stays whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.core.differences import BlockChange, Op, align, opcodes, word_changes
from reader.text import compose
from reader.text.blocks import Block, Cell, Kind, Run, lines_of

ADDED, REMOVED, RESTYLED = 1 << 10, 1 << 11, 1 << 12
MARKS = ADDED | REMOVED | RESTYLED
_SHY = "\u00ad"
# Between what went and what came in its place where no space of the text parts them.
_APART = "\u2009"
_NOTE = re.compile(r"^\[\^([^\]\s]{1,40})\]:\s?")
_NOTE_MARK = re.compile(r"\[\^([^\]\s^]{1,40})\]")


class Sign(StrEnum):
    """What stands in the margin beside a changed block."""

    ADDED = "+"
    REMOVED = "−"
    CHANGED = "±"
    MOVED = "↕"
    RESTYLED = "~"


@dataclass(frozen=True, slots=True)
class Marked:
    """A typeset block and its sign; `whole` where all of it came or went."""

    block: Block
    sign: Sign | None = None
    whole: bool = False


def set_block(markdown: str, language: str | None) -> tuple[Block, ...]:
    """One block of Markdown, set by itself: notes stand where they are, there is no whole text to gather them from."""
    plain = _NOTE_MARK.sub(r"^\1^", _NOTE.sub(r"\1. ", markdown))
    return compose(plain, language).blocks or (Block(Kind.PARAGRAPH, (Run(plain),)),)


def marked_blocks(change: BlockChange, origin: str | None, language: str | None) -> Iterator[Marked]:
    """The blocks of one change with their marks; `origin` is the text before a block that moved here."""
    if change.op is Op.EQUAL or not change.counts:
        if change.after is not None:
            yield from map(Marked, set_block(change.after, language))
        return
    before = origin if origin is not None else change.before
    old = _bare(set_block(before, language)) if before is not None else ()
    new = _bare(set_block(change.after, language)) if change.after is not None else ()
    for op, one, other, _ in align([_told(block) for block in old], [_told(block) for block in new]):
        if one is not None and other is not None:
            found = _paired(old[one], new[other], op)
        elif one is not None:
            found = [Marked(_all(old[one], REMOVED), Sign.REMOVED, whole=True)]
        else:
            found = [Marked(new[other or 0], Sign.ADDED, whole=True)]
        yield from (replace(part, sign=Sign.MOVED) for part in found) if origin is not None else found


def _bare(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Without places to hyphenate, which would part words."""
    return tuple(
        replace(block, runs=tuple(replace(run, text=run.text.replace(_SHY, "")) for run in block.runs))
        for block in blocks
    )


def _told(block: Block) -> str:
    figure = block.figure
    words = (
        [figure.url, figure.caption, figure.credit] if figure else [_words(cell) for row in block.rows for cell in row]
    )
    return " ".join([block.text, *words])


def _words(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def _paired(old: Block, new: Block, op: Op) -> list[Marked]:
    kinds = (old.kind, new.kind)
    if kinds == (Kind.CODE, Kind.CODE):
        return [_signed(replace(new, runs=_lines_merged(old, new)))]
    if kinds == (Kind.TABLE, Kind.TABLE):
        if max(map(len, old.rows)) == max(map(len, new.rows)):
            return [_signed(replace(new, rows=_rows_merged(old.rows, new.rows)))]
    elif old.figure is not None and new.figure is not None:
        if old.figure.url == new.figure.url:
            return [Marked(replace(new, runs=_under_picture(old, new)), Sign.CHANGED if op is not Op.EQUAL else None)]
    elif old.runs and new.runs and Kind.CODE not in kinds:
        return [_signed(replace(new, runs=merged(old.runs, new.runs)))]
    return [
        Marked(_all(old, REMOVED), Sign.REMOVED, whole=True),
        Marked(new, Sign.ADDED, whole=True),
    ]


def _under_picture(old: Block, new: Block) -> tuple[Run, ...]:
    """Caption and credit of a picture that stayed, their words compared."""
    assert old.figure is not None and new.figure is not None
    out: list[Run] = []
    for name in ("caption", "credit"):
        one, other = getattr(old.figure, name), getattr(new.figure, name)
        if one or other:
            out += [Run("\u2028")] if out else []
            out += merged((Run(one),), (Run(other),))
    return tuple(out)


def _signed(block: Block) -> Marked:
    marks = 0
    for run in (*block.runs, *(run for row in block.rows for cell in row for run in cell)):
        marks |= run.style & MARKS
    signs = {0: None, ADDED: Sign.ADDED, REMOVED: Sign.REMOVED, RESTYLED: Sign.RESTYLED}
    return Marked(block, signs.get(marks, Sign.CHANGED))


def _all(block: Block, mark: int) -> Block:
    rows = tuple(tuple(_stamped(cell, mark) for cell in row) for row in block.rows)
    return replace(block, runs=_stamped(block.runs, mark), rows=rows)


def _stamped(runs: Sequence[Run], mark: int) -> Cell:
    return tuple(replace(run, style=run.style | mark) for run in runs)


def merged(before: Sequence[Run], after: Sequence[Run]) -> Cell:
    """The runs of both, those gone marked as removed and those that came as added; white space is never marked."""
    old, new = _words(before), _words(after)
    out: list[Run] = []
    at = there = 0
    for op, piece in word_changes(old, new):
        if op is Op.DELETE:
            # Equal pieces are worded as in `after`: the place in `before` may be off by a space.
            start = old.find(piece, max(0, at - 3))
            start = start if start >= 0 else old.find(piece)
            at = start + len(piece)
            out += _cut(before, start, at, REMOVED)
            continue
        if op is Op.INSERT and out and out[-1].style & REMOVED:
            out.append(Run(_APART))
        out += _cut(after, there, there + len(piece), ADDED if op is Op.INSERT else 0)
        there += len(piece)
        at += len(piece) if op is Op.EQUAL else 0
    if old == new:
        return tuple(_restyled(before, after))
    return tuple(out)


def _cut(runs: Sequence[Run], start: int, stop: int, mark: int) -> Iterator[Run]:
    """The characters from `start` to `stop`, as they were set; the spaces around them are not marked."""
    at = 0
    bare = _words(runs)[start:stop]
    first = start + len(bare) - len(bare.lstrip())
    last = max(first, start + len(bare.rstrip()))
    for run in runs:
        low, high = max(start, at), min(stop, at + len(run.text))
        for one, other, style in ((low, first, 0), (max(low, first), min(high, last), mark), (last, high, 0)):
            one, other = max(one, low), min(other, high)
            if one < other:
                yield replace(run, text=run.text[one - at : other - at], style=run.style | style)
        at += len(run.text)


def _restyled(before: Sequence[Run], after: Sequence[Run]) -> Iterator[Run]:
    """The same words, marked where they are emphasised otherwise or lead elsewhere."""
    was = [(run.style, run.href) for run in before for _ in run.text]
    at = 0
    for run in after:
        same = all(one == (run.style, run.href) for one in was[at : at + len(run.text)])
        yield run if same else replace(run, style=run.style | RESTYLED)
        at += len(run.text)


def _lines_merged(old: Block, new: Block) -> Cell:
    """Code is compared line by line."""
    one, other = lines_of(old.runs), lines_of(new.runs)
    out: list[Run] = []
    for op, start, stop, first, last in opcodes([_words(line) for line in one], [_words(line) for line in other]):
        parts = [(line, REMOVED) for line in one[start:stop]] if op is not Op.EQUAL else []
        parts += [(line, ADDED if op is not Op.EQUAL else 0) for line in other[first:last]]
        for line, mark in parts:
            out += [Run("\n")] if out else []
            indent = len(_words(line)) - len(_words(line).lstrip())
            out += _cut(line, 0, indent, 0)
            out += _cut(line, indent, len(_words(line)), mark)
    return tuple(out)


def _rows_merged(old: Sequence[Sequence[Cell]], new: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows are paired first, then the words of their cells."""
    steps = align([_row_words(row) for row in old], [_row_words(row) for row in new])
    out: list[tuple[Cell, ...]] = []
    for _, one, other, _ in steps:
        if one is not None and other is not None and len(old[one]) == len(new[other]):
            out.append(tuple(merged(was, now) for was, now in zip(old[one], new[other], strict=True)))
        elif one is not None and other is None:
            out.append(tuple(_stamped(cell, REMOVED) for cell in old[one]))
        elif other is not None:
            out.append(tuple(_stamped(cell, ADDED) for cell in new[other]))
    return tuple(out)


def _row_words(row: Sequence[Cell]) -> str:
    return " ".join(map(_words, row))
