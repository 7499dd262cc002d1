"""What the settings change at once: theme, language, text, list. One place applies each."""

import contextlib
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from reader.core.wishes import Wishes, wishes_from_text
from reader.settings import Settings
from reader.style.apply import apply
from reader.style.palette import Palette, half_of, heightened, wanted_scheme
from reader.ui.language import speak, wanted_language
from reader.ui.motion import keep_still

if TYPE_CHECKING:
    from reader.render.formats import TextStyle

_TEXT = ("zoom", "measure", "typeface", "line_height", "justified", "hyphens", "dim_pictures")
_HALVES = ("theme", "theme_follow", "night_begins", "night_ends")
_WISHED = ("contrast", "motion", "interface_size")
_MINUTE = 60_000


@runtime_checkable
class Dressed(Protocol):
    """What wears a theme."""

    def dress(self, palette: Palette) -> None:
        """Wear it."""


def system_scheme() -> str:
    """What the desktop asks for: "light", "dark", or "" where it does not say."""
    schemes = {Qt.ColorScheme.Light: "light", Qt.ColorScheme.Dark: "dark"}
    return schemes.get(QGuiApplication.styleHints().colorScheme(), "")


class Preferences(QObject):
    """The settings as the window wears them. `theme_changed` carries the palette, `text_changed` the TextStyle,
    `themes_changed` that other themes are there, `theme_deed` a wish of the theme chooser, `said` words for a notice,
    `size_changed` that the next start would draw everything at another size.
    """

    theme_changed = Signal(object)
    themes_changed = Signal()
    theme_deed = Signal(str)
    text_changed = Signal(object)
    density_changed = Signal(str)
    language_changed = Signal(str)
    size_changed = Signal()
    said = Signal(str)

    def __init__(
        self,
        settings: Settings,
        palettes: Sequence[Palette],
        cache: Path,
        language: str | None,
        system: Callable[[], str] = system_scheme,
    ) -> None:
        super().__init__()
        self._system = system
        self.settings = settings
        self.palettes = list(palettes)
        self.wishes = wishes_from_text(settings.text("desktop_wishes"))
        self._calm()
        self._cache = cache
        self._given_language = language
        self._worn: Palette | None = None
        self.wear: Callable[[Palette], None] = lambda _: None
        self._clock = QTimer(self)
        self._clock.setInterval(_MINUTE)
        self._clock.timeout.connect(self.dress_again)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: self.dress_again())

    @property
    def language(self) -> str:
        """ "fr" or "en"."""
        return wanted_language(self.settings.text("language"), self._given_language)

    @property
    def palette(self) -> Palette:
        """The theme chosen, in the half that is wanted now; Base when it is not there any more."""
        chosen = self.find(self.settings.text("theme")) or self.palettes[0]
        return self._as_wished(half_of(chosen, self._scheme(), self.palettes))

    def _as_wished(self, palette: Palette) -> Palette:
        chosen = self.settings.text("contrast")
        more = self.wishes.contrast if chosen == "system" else chosen == "more"
        return heightened(palette) if more else palette

    def _calm(self) -> None:
        chosen = self.settings.text("motion")
        keep_still(self.wishes.calm if chosen == "system" else chosen == "less")

    def take_wishes(self, wishes: Wishes) -> None:
        """The desktop asks for something else than before: remember it and follow."""
        before, self.wishes = self.wishes, wishes
        if wishes == before:
            return
        with contextlib.suppress(OSError):
            self.settings.set("desktop_wishes", wishes.to_text())
        self._calm()
        if self._worn is not None and self.palette != self._worn:
            self.dress()
        if wishes.text != before.text:
            self.size_changed.emit()

    @property
    def follow(self) -> str:
        """ "chosen", "system" or "hours"."""
        return self.settings.text("theme_follow")

    def _scheme(self) -> str:
        begins, ends = (round(self.settings.number(name)) for name in ("night_begins", "night_ends"))
        system = self.wishes.scheme or self._system()
        return wanted_scheme(self.follow, system, datetime.now().astimezone().hour, begins, ends)

    @property
    def worn(self) -> Palette:
        """The theme on the screen: the chosen one, or the one that is tried on."""
        return self._worn or self.palette

    def find(self, theme_id: str) -> Palette | None:
        """A theme by its id."""
        return next((palette for palette in self.palettes if palette.id == theme_id), None)

    def dress(self, theme_id: str | None = None) -> None:
        """Wear a theme, the chosen one by default, without choosing it."""
        self.wear_palette((self.find(theme_id) if theme_id else None) or self.palette)

    def dress_again(self) -> None:
        """The hour or the desktop may want the other half."""
        if self.follow != "chosen":
            self.dress()

    def wear_palette(self, palette: Palette) -> None:
        """Wear this palette, be it in the list or in the making; every open dialog follows."""
        palette = self._as_wished(palette)
        if palette == self._worn:
            return
        before, self._worn = self._worn, palette
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._tell_desktop(palette)
            apply(app, palette, self._cache)
        self.theme_changed.emit(palette)
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and isinstance(widget, Dressed):
                widget.dress(palette)
        if before is not None and before.typeface != palette.typeface:
            self.text_changed.emit(self.text_style())
        if before is not None and before.density != palette.density:
            self.density_changed.emit(self.density())

    def _tell_desktop(self, palette: Palette) -> None:
        """The title bar follows where the platform lets it; while we follow the desktop, it must go its own way."""
        hints = QGuiApplication.styleHints()
        self._clock.start() if self.follow == "hours" else self._clock.stop()
        if self.follow == "system":
            hints.unsetColorScheme()
            return
        scheme = Qt.ColorScheme.Dark if palette.scheme == "dark" else Qt.ColorScheme.Light
        if hints.colorScheme() != scheme:
            hints.setColorScheme(scheme)

    def choose_theme(self, theme_id: str) -> None:
        """Wear a theme and remember it. Who chooses the half that is not wanted now has it, and follows no more."""
        chosen = self.find(theme_id)
        if chosen is not None:
            self.settings.set("theme", theme_id)
            if half_of(chosen, self._scheme(), self.palettes) is not chosen:
                self.settings.set("theme_follow", "chosen")
                words = QCoreApplication.translate("Preferences", "{0} is worn; it no longer changes by itself.")
                self.said.emit(words.format(chosen.display_name(self.language)))
        self.dress()

    def choose_place(self, place: int) -> None:
        """The theme at this place of the menu (from 0); none there, none worn."""
        if 0 <= place < len(self.palettes):
            self.choose_theme(self.palettes[place].id)

    def choose_follow(self, follow: str) -> None:
        """ "chosen", "system" or "hours"; what is worn stays chosen when following ends."""
        if follow == "chosen" and self._worn is not None:
            self.settings.set("theme", self._worn.id)
        self.settings.set("theme_follow", follow)
        self.changed("theme_follow")

    def take_palettes(self, palettes: Sequence[Palette]) -> None:
        """Other themes are there, or the same with other colours: wear what is chosen as it is now."""
        if list(palettes) != self.palettes and palettes:
            self.palettes = list(palettes)
            self.themes_changed.emit()
            if self.palette != self._worn:
                self.dress()

    def text_style(self) -> "TextStyle":
        """How the pane sets the text."""
        # Here and below: the pane's own modules come with the pane, not with the start.
        from reader.ui.reading_pane.remembered import read_style

        return read_style(self.settings, self.palette.typeface)

    def keep_text_style(self, style: "TextStyle") -> None:
        """The pane's own panel has chosen another style: remember it."""
        from reader.ui.reading_pane.remembered import keep_style

        keep_style(self.settings, style, self.palette.typeface)

    def density(self) -> str:
        """How high the list's rows are: the reader's choice, or the theme's."""
        chosen = self.settings.text("density")
        return self.palette.density if chosen == "theme" else chosen

    def speak(self) -> None:
        """Load the words of the language chosen."""
        speak(self.language)
        self.language_changed.emit(self.language)

    def changed(self, name: str) -> None:
        """A setting was changed in the dialog."""
        if name in _HALVES:
            if self._worn is not None:
                self._tell_desktop(self._worn)
            self.dress()
        elif name in _WISHED:
            self._calm()
            self.dress()
            if name == "interface_size":
                self.size_changed.emit()
        elif name == "language":
            self.speak()
        elif name in _TEXT:
            self.text_changed.emit(self.text_style())
