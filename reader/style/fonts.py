"""The bundled fonts, loaded once: the same letters on every machine. Licences lie beside the files."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase

from reader.paths import RESOURCES

READING = "Literata"
WINDOW = "Inter"
CODE = "JetBrains Mono"
EASIER = "Atkinson Hyperlegible Next"
EMOJI = "Noto Emoji"

# What the window, its list and its labels are set in: there before the first paint.
_FIRST = ("Inter", "Literata", "BarlowCondensed")

_loaded: set[str] = set()


@dataclass(frozen=True, slots=True)
class Family:
    """A typeface to read in: the name Qt knows, the one shown, and its sort (serif, sans, easier)."""

    name: str
    label: str
    sort: str

    def kind(self) -> str:
        """The sort in the reader's words."""
        if self.sort == "serif":
            return QCoreApplication.translate("Typography", "with serifs")
        if self.sort == "sans":
            return QCoreApplication.translate("Typography", "without serifs")
        return QCoreApplication.translate("Typography", "for easier reading")


READING_FAMILIES = (
    Family(READING, "Literata", "serif"),
    Family("Spectral", "Spectral", "serif"),
    Family(WINDOW, "Inter", "sans"),
    Family("Public Sans", "Public Sans", "sans"),
    Family(EASIER, "Atkinson Hyperlegible", "easier"),
)


def load_fonts() -> None:
    """Add all fonts to Qt, once; a missing file leaves the system's font in its place."""
    if EMOJI in _loaded:
        return
    _load("")
    _loaded.add(EMOJI)
    # Where the system has no coloured emoji, drawn ones stand in: never boxes.
    if not any("emoji" in name.lower() and name != EMOJI for name in QFontDatabase.families()):
        QFontDatabase.setApplicationEmojiFontFamilies([EMOJI])


def load_first_fonts() -> None:
    """Add those that the first paint needs; `load_fonts` brings the others."""
    for family in _FIRST:
        _load(family)


def _load(beginning: str) -> None:
    for file in sorted((RESOURCES / "fonts").glob(f"{beginning}*.ttf")):
        if file.name not in _loaded:
            _loaded.add(file.name)
            QFontDatabase.addApplicationFont(str(file))


def font(family: str, pixels: float, weight: int = 400, *, italic: bool = False, tabular: bool = False) -> QFont:
    """A font of `pixels` height; `tabular` gives figures of equal width."""
    found = QFont(family)
    found.setPixelSize(max(1, round(pixels)))
    found.setWeight(QFont.Weight(weight))
    found.setItalic(italic)
    if tabular:
        found.setFeature(QFont.Tag("tnum"), 1)
    return found
