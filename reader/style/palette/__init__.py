"""Themes as values: a theme file to a palette, what is not given derived, contrast computed. Pure; no Qt.

A theme needs four colours: window, pane, text and accent; docs/themes.md names the others and what they are for.
"""

from reader.style.palette.colour import (
    best_on,
    blend,
    contrast,
    from_oklch,
    legible,
    mix,
    oklch,
    seen_with,
)
from reader.style.palette.contract import Contrast, contrast_report, failing
from reader.style.palette.files import Theme, load_theme, load_themes, read_theme, theme_files
from reader.style.palette.half import half_of, is_night, wanted_scheme
from reader.style.palette.heightened import heightened
from reader.style.palette.mending import mended
from reader.style.palette.tokens import COLOURS, GROUPS, LETTERS, NEEDED, SHAPES, Palette

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
