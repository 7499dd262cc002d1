"""Tables: data as a Markdown table with merged cells spread out, a table that only lays a page out as its blocks."""

import re
from collections.abc import Callable
from typing import Any, TypeAlias

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
Blocks = Callable[[Element], list[str]]
Line = Callable[[Element], str]
_WIDEST = 60
_LONGEST_CELL = 400


def table(element: Element, blocks: Blocks, line: Line) -> list[str]:
    """The blocks of a table: its caption, then one table, or the blocks of its cells when it is a frame for a page."""
    caption = [block for part in element.iterchildren("caption") for block in blocks(part)]
    rows = [(row, [cell for cell in row if cell.tag in ("td", "th")]) for row in _own_rows(element)]
    rows = [(row, cells) for row, cells in rows if cells]
    if not rows:
        return caption + [block for part in element if part.tag != "caption" for block in blocks(part)]
    if _is_frame(element, [cells for _, cells in rows]):
        return caption + [block for _, cells in rows for cell in cells for block in blocks(cell)]
    grid = _spread([cells for _, cells in rows], line)
    grid = [row for row in grid if any(row)]
    if not grid:
        return caption
    if not any(cell.tag == "th" for cell in rows[0][1]) and rows[0][0].getparent().tag != "thead":
        grid.insert(0, [""] * len(grid[0]))
    lines = [f"| {' | '.join(row)} |" for row in grid]
    return [*caption, "\n".join([lines[0], "|" + " --- |" * len(grid[0]), *lines[1:]])]


def _own_rows(element: Element) -> list[Element]:
    rows = []
    for part in element:
        if part.tag == "tr":
            rows.append(part)
        elif part.tag in ("thead", "tbody", "tfoot"):
            rows += [row for row in part if row.tag == "tr"]
    return rows


def _is_frame(element: Element, rows: list[list[Element]]) -> bool:
    if max(map(len, rows)) == 1:
        return True
    if (
        next(element.iterdescendants("table", "pre", "blockquote", "figure", "h1", "h2", "h3", "h4", "dl"), None)
        is not None
    ):
        return True
    cells = [cell for row in rows for cell in row]
    lists = next(element.iterdescendants("ul", "ol"), None) is not None
    long = [cell for cell in cells if len(cell) and len("".join(cell.itertext())) > _LONGEST_CELL]
    has_heads = next(element.iterdescendants("th"), None) is not None
    if has_heads:
        return len(long) * 2 > len(cells)
    return lists or bool(long)


def _spread(rows: list[list[Element]], line: Line) -> list[list[str]]:
    """A full grid: a cell's words stand where it begins, the places it spans besides stay empty (HTML 4.9.12)."""
    grid: list[list[str]] = []
    below: dict[int, int] = {}
    for cells in rows:
        row: list[str] = []
        for cell in cells:
            _pass_spanned(row, below)
            width = _span(cell, "colspan")
            height = _span(cell, "rowspan")
            for place in range(len(row), len(row) + width):
                if height > 1:
                    below[place] = height - 1
            row += [line(cell), *[""] * (width - 1)]
            if len(row) > _WIDEST:
                break
        _pass_spanned(row, below)
        grid.append(row)
    width = max(map(len, grid))
    return [row + [""] * (width - len(row)) for row in grid]


def _pass_spanned(row: list[str], below: dict[int, int]) -> None:
    while below.get(len(row), 0) > 0 and len(row) <= _WIDEST:
        below[len(row)] -= 1
        row.append("")


def _span(cell: Element, name: str) -> int:
    given = cell.get(name) or "1"
    return min(int(given), 40) if re.fullmatch(r"[1-9]\d{0,3}", given) else 1
