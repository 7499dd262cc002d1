"""The bundled fonts, loaded once: the same letters on every machine. Licences lie beside the files."""

from PySide6.QtGui import QFont, QFontDatabase

from reader.paths import RESOURCES

READING = "Literata"
WINDOW = "Inter"
CODE = "JetBrains Mono"
EASIER = "Atkinson Hyperlegible Next"

_loaded: list[int] = []


def load_fonts() -> None:
    """Add the fonts to Qt, once; a missing file leaves the system's font in its place."""
    if _loaded:
        return
    for file in sorted((RESOURCES / "fonts").glob("*.ttf")):
        _loaded.append(QFontDatabase.addApplicationFont(str(file)))


def font(family: str, pixels: float, weight: int = 400, *, italic: bool = False, tabular: bool = False) -> QFont:
    """A font of `pixels` height; `tabular` gives figures of equal width."""
    found = QFont(family)
    found.setPixelSize(max(1, round(pixels)))
    found.setWeight(QFont.Weight(weight))
    found.setItalic(italic)
    if tabular:
        found.setFeature(QFont.Tag("tnum"), 1)
    return found
