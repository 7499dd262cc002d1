"""The reader's typography in the settings."""

from reader.render.formats import TextStyle
from reader.settings import Settings
from reader.style.fonts import READING

# The name of each part of the style, and of its setting.
_NAMES = {
    "family": "typeface",
    "zoom": "zoom",
    "measure": "measure",
    "line_height": "line_height",
    "justified": "justified",
    "hyphens": "hyphens",
    "dim_pictures": "dim_pictures",
}


def read_style(settings: Settings, typeface: str = READING) -> TextStyle:
    """The typography kept, `typeface` where the theme's is chosen; a value that cannot be used is the default."""
    chosen = settings.text("typeface")
    return TextStyle(
        typeface if chosen == "theme" else chosen,
        round(settings.number("zoom")),
        round(settings.number("measure")),
        round(settings.number("line_height")),
        settings.flag("justified"),
        settings.flag("hyphens"),
        settings.flag("dim_pictures"),
    )


def keep_style(settings: Settings, style: TextStyle, typeface: str = READING) -> None:
    """Write what changed. Raises OSError when the disk refuses."""
    before = read_style(settings, typeface)
    for part, name in _NAMES.items():
        if getattr(style, part) != getattr(before, part):
            settings.set(name, getattr(style, part))
