"""Blocks of Markdown put together: items, lists in a row, folds. Strings in, strings out."""

import re

_LIST_START = re.compile(r"([-*]|(\d+)[.)]) ")


def list_sign(item: str) -> str:
    """The sign before an item, with its space."""
    found = _LIST_START.match(item)
    return found.group() if found else ""


def apart(before: str, made: list[str]) -> list[str]:
    """Two lists in a row would run into one: the second takes the other sign."""
    if not made:
        return made
    old, new = _LIST_START.match(before), _LIST_START.match(made[0])
    if old is None or new is None or bool(old[2]) != bool(new[2]) or old[1][-1] != new[1][-1]:
        return made
    if new[2]:
        return [re.sub(r"^(\d+)\. ", r"\1) ", made[0], flags=re.M)]
    return [re.sub(r"^- ", "* ", made[0], flags=re.M)]


def item_body(blocks: list[str]) -> tuple[str, bool]:
    """An item's blocks, and whether they need empty lines between: all but a line with a list under it."""
    if len(blocks) == 1:
        return blocks[0], False
    start = _LIST_START.match(blocks[1])
    if len(blocks) == 2 and start is not None and start[2] in (None, "1") and "\n\n" not in blocks[1]:
        return "\n".join(blocks), False
    return "\n\n".join(blocks), True


def foldable(blocks: list[str], *, is_open: bool) -> list[str]:
    """The blocks of details with the sign of their state and that of their end, where there is a line to press and
    something behind it."""
    if len(blocks) < 2 or not blocks[0].startswith("▾ **"):
        return blocks
    return [blocks[0] if is_open else "▸" + blocks[0][1:], *blocks[1:], "▴"]


def indented(body: str, pad: str, *, first: str) -> str:
    """`body` behind `first`, its other lines behind `pad`; empty ones stay empty."""
    return first + (re.sub(r"\n(?=[^\n])", "\n" + pad, body) if "\n" in body else body)
