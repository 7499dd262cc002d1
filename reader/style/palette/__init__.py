"""Themes as values: a theme file to a palette, what is not given derived, contrast computed. Pure; no Qt.

A theme needs four colours: window, pane, text and accent; docs/themes.md names the others and what they are for.
Reading, deriving and measuring are imported at their first use: a start with themes that were read before needs none.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reader.style.palette.colour import best_on, blend, contrast, from_oklch, legible, mix, oklch, seen_with
from reader.style.palette.half import half_of, is_night, wanted_scheme
from reader.style.palette.tokens import COLOURS, GROUPS, LETTERS, NEEDED, SHAPES, Palette

if TYPE_CHECKING:
    from reader.style.palette.contract import Contrast, contrast_report, failing
    from reader.style.palette.files import Theme, load_theme, load_themes, read_theme, theme_files
    from reader.style.palette.heightened import heightened
    from reader.style.palette.kept import load_kept_themes
    from reader.style.palette.mending import mended

_LATER = {
    **dict.fromkeys(("Contrast", "contrast_report", "failing"), "contract"),
    **dict.fromkeys(("Theme", "load_theme", "load_themes", "read_theme", "theme_files"), "files"),
    "heightened": "heightened",
    "load_kept_themes": "kept",
    "mended": "mending",
}

__all__ = (
    "COLOURS",
    "GROUPS",
    "LETTERS",
    "NEEDED",
    "SHAPES",
    "Contrast",
    "Palette",
    "Theme",
    "best_on",
    "blend",
    "contrast",
    "contrast_report",
    "failing",
    "from_oklch",
    "half_of",
    "heightened",
    "is_night",
    "legible",
    "load_kept_themes",
    "load_theme",
    "load_themes",
    "mended",
    "mix",
    "oklch",
    "read_theme",
    "seen_with",
    "theme_files",
    "wanted_scheme",
)


def __getattr__(name: str) -> Any:  # noqa: ANN401 - what the table above names
    if name not in _LATER:
        raise AttributeError(name)
    found = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = found
    return found
