"""What the settings change at once: theme, language, text, list. One place applies each."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from reader.settings import Settings
from reader.style.apply import apply
from reader.style.palette import Palette
from reader.ui.language import speak, wanted_language

if TYPE_CHECKING:
    from reader.render.formats import TextStyle


class Dressed(Protocol):
    """What wears a theme."""

    def dress(self, palette: Palette) -> None:
        """Wear it."""


class Preferences(QObject):
    """The settings as the window wears them. `theme_changed` carries the palette, `text_changed` the TextStyle."""

    theme_changed = Signal(object)
    text_changed = Signal(object)
    language_changed = Signal(str)

    def __init__(self, settings: Settings, palettes: Sequence[Palette], cache: Path, language: str | None) -> None:
        super().__init__()
        self.settings = settings
        self.palettes = list(palettes)
        self._cache = cache
        self._given_language = language
        self._worn: Palette | None = None
        self.wear: Callable[[Palette], None] = lambda _: None

    @property
    def language(self) -> str:
        """ "fr" or "en"."""
        return wanted_language(self.settings.text("language"), self._given_language)

    @property
    def palette(self) -> Palette:
        """The theme chosen; Base when it is not there any more."""
        return self.find(self.settings.text("theme")) or self.palettes[0]

    @property
    def worn(self) -> Palette:
        """The theme on the screen: the chosen one, or the one that is tried on."""
        return self._worn or self.palette

    def find(self, theme_id: str) -> Palette | None:
        """A theme by its id."""
        return next((palette for palette in self.palettes if palette.id == theme_id), None)

    def dress(self, theme_id: str | None = None) -> None:
        """Wear a theme, the chosen one by default, without choosing it."""
        palette = (self.find(theme_id) if theme_id else None) or self.palette
        if palette is self._worn:
            return
        self._worn = palette
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply(app, palette, self._cache)
        self.theme_changed.emit(palette)

    def choose_theme(self, theme_id: str) -> None:
        """Wear a theme and remember it."""
        if self.find(theme_id) is not None:
            self.settings.set("theme", theme_id)
        self.dress()

    def text_style(self) -> "TextStyle":
        """How the pane sets the text."""
        # Here and below: the pane's own modules come with the pane, not with the start.
        from reader.ui.reading_pane.remembered import read_style

        return read_style(self.settings)

    def keep_text_style(self, style: "TextStyle") -> None:
        """The pane's own panel has chosen another style: remember it."""
        from reader.ui.reading_pane.remembered import keep_style

        keep_style(self.settings, style)

    def speak(self) -> None:
        """Load the words of the language chosen."""
        speak(self.language)
        self.language_changed.emit(self.language)

    def changed(self, name: str) -> None:
        """A setting was changed in the dialog."""
        if name == "theme":
            self.dress()
        elif name == "language":
            self.speak()
        elif name in ("zoom", "measure", "typeface", "line_height", "justified", "hyphens", "dim_pictures"):
            self.text_changed.emit(self.text_style())
