"""Markdown to typeset runs: pure, no Qt. The engine makes them once and keeps them; the window draws them.

`typeset` writes a compact form, `read_runs` reads it back; runs of an older version are made anew on the spot.
"""

import json
import zlib
from dataclasses import dataclass, replace
from typing import Any

from reader.text.blocks import Block, Cell, Figure, Kind, Run, Style, parse_blocks
from reader.text.highlight import highlight
from reader.text.plain import to_terminal
from reader.text.typography import hyphenate, set_words

# fmt: off
__all__ = [
    "Block", "Cell", "Figure", "Kind", "Run", "Style", "Typeset", "compose", "read_runs", "set_title", "to_terminal",
    "typeset",
]
# fmt: on

VERSION = 2
_CODE = int(Style.CODE)


@dataclass(frozen=True, slots=True)
class Typeset:
    """A text ready to be drawn; `language` is "fr", "en" or what the article declared, "" when unknown."""

    language: str
    blocks: tuple[Block, ...]


def set_title(title: str, language: str | None) -> str:
    """A headline with its language's spaces and marks, never hyphenated."""
    return set_words(title, (language or "")[:2].lower())


def compose(markdown: str, language: str | None) -> Typeset:
    """The typeset form of a text."""
    short = (language or "")[:2].lower()
    return Typeset(short, tuple(_set(block, short) for block in parse_blocks(markdown)))


def _set(block: Block, language: str) -> Block:
    if block.kind is Kind.CODE:
        return replace(block, runs=highlight(block.text, block.language))
    if block.figure is not None:
        figure = block.figure
        alt, caption, credit = (set_words(words, language) for words in (figure.alt, figure.caption, figure.credit))
        return replace(block, figure=replace(figure, alt=alt, caption=caption, credit=credit))
    if block.rows:
        rows = tuple(tuple(_runs(cell, language, hyphens=False) for cell in row) for row in block.rows)
        return replace(block, rows=rows)
    runs = _runs(block.runs, language, hyphens=block.kind not in (Kind.HEADING, Kind.FOLD))
    return replace(block, runs=runs)


def _runs(runs: tuple[Run, ...], language: str, *, hyphens: bool) -> tuple[Run, ...]:
    out: list[Run] = []
    before = ""
    last = len(runs) - 1
    for index, run in enumerate(runs):
        if run.style & _CODE:
            out.append(run)
        else:
            text = set_words(run.text, language, before)
            if hyphens and "://" not in text:
                text = hyphenate(text, language, spare_last=index == last)
            out.append(Run(text, run.style, run.href))
        before = run.text[-1:] or before
    return tuple(out)


def typeset(markdown: str, language: str | None) -> bytes:
    """The stored form: a version byte, then compressed JSON."""
    text = compose(markdown, language)
    body = [text.language, [_packed(block) for block in text.blocks]]
    return bytes([VERSION]) + zlib.compress(json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def read_runs(stored: bytes | None) -> Typeset | None:
    """What `typeset` wrote; None when there is none, it is of another version, or it is damaged."""
    if not stored or stored[0] != VERSION:
        return None
    try:
        language, blocks = json.loads(zlib.decompress(stored[1:]))
        return Typeset(language, tuple(map(_unpacked, blocks)))
    except (zlib.error, ValueError, TypeError, IndexError, KeyError):
        return None


def _packed(block: Block) -> list[object]:
    runs = [_packed_run(run) for run in block.runs]
    rows = [[[_packed_run(run) for run in cell] for cell in row] for row in block.rows]
    figure = block.figure
    words: list[object] = [figure.url, figure.alt, figure.caption, figure.credit, figure.href] if figure else []
    if figure and figure.beside:
        words.append(True)
    facts: list[object] = [block.level, block.quote, block.depth, block.marker, block.language]
    # Facts that came later stand at the end and only where they are needed: what was stored before reads as it did.
    if block.fold:
        facts.append(block.fold)
    return [block.kind.value, runs, facts, rows, words]


def _packed_run(run: Run) -> object:
    if not (run.style or run.href or run.token):
        return run.text
    return [run.text, run.style, run.href, run.token]


def _unpacked_run(packed: str | list[str]) -> Run:
    return Run(packed) if isinstance(packed, str) else Run(packed[0], int(packed[1]), packed[2], packed[3])


def _unpacked(packed: list[Any]) -> Block:
    kind, runs, (level, quote, depth, marker, language, *later), rows, words = packed
    return Block(
        Kind(kind),
        tuple(map(_unpacked_run, runs)),
        int(level),
        int(quote),
        int(depth),
        marker,
        language,
        tuple(tuple(tuple(map(_unpacked_run, cell)) for cell in row) for row in rows),
        Figure(*words) if words else None,
        int(later[0]) if later else 0,
    )
