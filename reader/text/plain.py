"""The text for a terminal: wrapped, with the marks of its blocks. Pure."""

import textwrap

from reader.text.blocks import Block, Kind, Run, Style, parse_blocks

_SHY = "\u00ad"
_RAISED = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def to_terminal(markdown: str, width: int = 78) -> str:
    """The text wrapped at `width` columns; figures as their words in brackets, addresses of links after their words."""
    return "\n\n".join(filter(None, (_block(block, width) for block in parse_blocks(markdown))))


def _block(block: Block, width: int) -> str:
    bar = "│ " * block.quote
    if block.kind is Kind.RULE:
        return bar + "─" * min(width, 24)
    if block.kind is Kind.CODE:
        return "\n".join(f"{bar}    {line}" for line in block.text.split("\n"))
    if block.kind is Kind.FIGURE and block.figure:
        figure = block.figure
        words = " — ".join(filter(None, (figure.caption or figure.alt, figure.credit))) or "…"
        return _wrapped(f"[{words}]", width, bar, bar)
    if block.kind is Kind.TABLE:
        return _table(block)
    words = "".join(_words(block))
    if block.kind is Kind.HEADING:
        return f"{bar}{words}\n{bar}{('═' if block.level < 2 else '─') * min(len(words), width)}"
    indent = "  " * max(0, block.depth - 1)
    mark = f"{block.marker} " if block.marker else "  " if block.depth else ""
    if block.kind is Kind.FOLD:
        mark = "▾ "
    if block.kind is Kind.DEFINITION:
        mark = "    "
    if block.kind is Kind.FOOTNOTE:
        mark = f"[{block.marker}] " if block.marker else "    "
    return _wrapped(words, width, bar + indent + mark, bar + indent + " " * len(mark))


def _words(block: Block) -> list[str]:
    parts = []
    for index, run in enumerate(block.runs):
        parts.append(f"[{run.text}]" if run.href.startswith("encre:note-") else _shifted(run))
        ends = index + 1 == len(block.runs) or block.runs[index + 1].href != run.href
        if run.href.startswith("http") and ends and run.href != run.text:
            parts.append(f" <{run.href}>")
    return parts


def _shifted(run: Run) -> str:
    """Raised and lowered signs of their own where Unicode has them (x², H₂O), else marks that say so (x^(n+1))."""
    for style, signs, sign in ((Style.RAISED, _RAISED, "^"), (Style.LOWERED, _LOWERED, "_")):
        if run.style & style:
            shifted = run.text.translate(signs)
            known = all(ord(letter) in signs for letter in run.text)
            return shifted if known else f"{sign}{run.text}" if len(run.text) == 1 else f"{sign}({run.text})"
    return run.text


def _wrapped(words: str, width: int, first: str, rest: str) -> str:
    lines: list[str] = []
    for part in words.replace(_SHY, "").split("\u2028"):
        lines += textwrap.wrap(
            part,
            width,
            initial_indent=rest if lines else first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [rest.rstrip()]
    return "\n".join(lines)


def _table(block: Block) -> str:
    rows = [["".join(run.text for run in cell) for cell in row] for row in block.rows]
    widths = [max(len(row[column]) if column < len(row) else 0 for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip() for row in rows]
    return "\n".join([lines[0], "  ".join("─" * width for width in widths), *lines[1:]])
