"""Any theme for those who need more contrast: the same character, its words and lines further from their grounds. Pure.

Beyond the contract: text 12 to 1 (where the contract asks 7), secondary words, links and badges 7 (4.5), rings,
controls and icons 4.5 (3), lines that only order 3, and what is chosen is told by its ground alone.
"""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from reader.style.palette.colour import best_on, blend, contrast, legible
from reader.style.palette.contract import MARK, SMALL, TEXT, pairs
from reader.style.palette.derive import derived
from reader.style.palette.tokens import NEEDED, Palette

# Grounds that must stay what their text needs, and the text whose opposite they go to.
_GROUNDS = {
    "text": "window list pane raised overlay control control_hover control_pressed hover code_background",
    "sidebar_text": "sidebar sidebar_hover sidebar_pressed",
}
_TINTS = (
    "diff_added_mark diff_removed_mark diff_moved_mark diff_added diff_removed diff_moved"
    " highlight_1 highlight_2 highlight_3 highlight_4"
)
_CHOSEN = (
    ("list_selection", "list", ("list_selection_text", "list_selection_secondary", "list_selection_accent")),
    ("sidebar_selection", "sidebar", ("sidebar_selection_text", "sidebar_selection_secondary")),
    ("menu_selection", "overlay", ("menu_selection_text",)),
    ("selection", "pane", ("selection_text",)),
)
_MORE = {TEXT: 12.0, SMALL: 7.0, MARK: 4.5}
_PAGE, _LINE = 14.0, 2


@lru_cache(maxsize=32)
def heightened(palette: Palette) -> Palette:
    """The theme with more contrast; one that has it already comes back equal."""
    colours = dict(palette.colors())
    for ink, grounds in _GROUNDS.items():
        clearest = best_on(colours[ink])
        for name in grounds.split():
            colours[name] = _cleared(colours[name], clearest)
        colours[ink] = legible(colours[ink], [colours[name] for name in grounds.split()], _MORE[TEXT])
    _fill(colours, best_on(colours["text"]))
    tints = derived({name: colours[name] for name in NEEDED}, palette.scheme)
    colours |= {name: tints[name] for name in _TINTS.split()}
    for chosen, ground, words in _CHOSEN:
        # A chosen line is filled with the theme's own colour: a stronger tint would be grey.
        colours[chosen] = legible(colours["accent"], [colours[ground]], 7.1)
        for name in words:
            colours[name] = best_on(colours[chosen])
    settled = {"on_accent", "badge_update_text", *(name for _, _, words in _CHOSEN for name in words)}
    for needs, ink, meets in pairs():
        if ink not in settled:
            colours[ink] = _inked(colours[ink], [colours[name] for name in meets], needs)
    surfaces = [colours[name] for name in ("window", "list", "pane", "raised", "overlay")]
    for name, ratio in (("border", MARK), ("table_line", MARK), ("text_disabled", SMALL)):
        colours[name] = legible(colours[name], surfaces, ratio * 1.02)
    changed: dict[str, Any] = {**colours, "border_width": max(_LINE, palette.border_width)}
    return replace(palette, **changed)


def _cleared(ground: str, clearest: str) -> str:
    """A ground on its way to `clearest` until black or white words have 14 to 1 on it: a tint stays where it may."""
    words = best_on(clearest)
    for share in (0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9):
        moved = blend(ground, clearest, share)
        if contrast(words, moved) >= _PAGE:
            return moved
    return clearest


def _fill(colours: dict[str, str], paper: str) -> None:
    """Filled buttons and badges: words in the paper's own black or white, the ground 7 to 1 from them."""
    words = paper
    for name in ("accent", "accent_hover", "accent_pressed", "badge_update"):
        colours[name] = legible(colours[name], [words], 7.1)
    colours["on_accent"] = colours["badge_update_text"] = words
    colours["hit"] = legible(colours["hit"], [colours["text"]], 7.1)


def _inked(ink: str, grounds: list[str], needs: float) -> str:
    """An ink as far from its grounds as asked; where a dark and a light one both carry it, as far as they let it."""
    for ratio in (_MORE[needs], (_MORE[needs] + needs) / 2, needs * 1.02):
        found = legible(ink, grounds, ratio)
        if all(contrast(found, ground) >= ratio for ground in grounds):
            return found
    return found
