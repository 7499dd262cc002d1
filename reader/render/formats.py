"""How each part of an article is set: sizes, leading, margins and colour roles, as Qt formats made once for a style.

A role names a colour token of the palette; the body's own colour is no format at all but the view's palette, so that
most of a text needs no new colour when the theme changes.
"""

from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextFormat

from reader.style.fonts import CODE, EASIER, READING, WINDOW
from reader.style.palette import Palette

PIXELS = 20.0
_FIRST = QTextFormat.Property.UserProperty.value


class Property(IntEnum):
    """Our own properties of Qt's formats."""

    ROLE = _FIRST + 1
    PICTURE = _FIRST + 2
    MARK = _FIRST + 3
    UNSEEN = _FIRST + 4


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The reader's typography: size in per cent, characters a line (45-90), leading in per cent of the size.

    `dim_pictures` softens pictures in dark themes.
    """

    family: str = READING
    zoom: int = 100
    measure: int = 68
    line_height: int = 155
    justified: bool = False
    hyphens: bool = True
    dim_pictures: bool = False

    @property
    def pixels(self) -> float:
        """The size of the body's letters; families whose letters look larger are set a little smaller."""
        return PIXELS * self.zoom / 100 * _LOOKS.get(self.family, 1.0)

    def within_bounds(self) -> "TextStyle":
        """The same with every number in its range."""
        return replace(
            self,
            zoom=min(300, max(50, self.zoom)),
            measure=min(90, max(45, self.measure)),
            line_height=min(220, max(120, self.line_height)),
        )


_LOOKS = {WINDOW: 0.92, EASIER: 0.98, "Public Sans": 0.95, "Spectral": 1.06}
_SAMPLE = "la réforme votée par le conseil municipal est entrée en vigueur avec trois mois de retard sur le calendrier "


def column_width(style: TextStyle) -> int:
    """The width in pixels of `style.measure` characters of running text."""
    letters = QFont(style.family)
    letters.setPixelSize(max(6, round(style.pixels)))
    letters.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return round(QFontMetricsF(letters).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * style.measure)


@dataclass(frozen=True, slots=True)
class Letters:
    """One way to set characters; `size` in parts of the body's, `spacing` in per cent, `family` "" for the body's."""

    role: str = "text"
    size: float = 1.0
    family: str = ""
    weight: int = 400
    italic: bool = False
    spacing: float = 0.0
    capitals: bool = False
    tabular: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to set a block, in parts of the body's size; `leading` 0 leaves the height to the content."""

    size: float = 1.0
    leading: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    start: float = 0.0
    end: float = 0.0
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    heading: int = 0


class Formats:
    """Qt's formats for one style and one palette, each made once."""

    def __init__(self, style: TextStyle, palette: Palette, *, right_to_left: bool = False) -> None:
        self.style = style
        self.palette = palette
        self.right_to_left = right_to_left
        self.pixels = style.pixels
        self._letters: dict[Letters, QTextCharFormat] = {}
        self._settings: dict[Setting, QTextBlockFormat] = {}

    def forget(self) -> None:
        """Make the formats anew at their next use, after a change of palette."""
        self._letters.clear()
        self._settings.clear()

    def unseen(self) -> QTextCharFormat:
        """For words that are heard and not seen: no room, no colour."""
        found = QTextCharFormat()
        letters = QFont(WINDOW)
        letters.setPixelSize(1)
        letters.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 1)
        found.setFont(letters)
        found.setForeground(Qt.GlobalColor.transparent)
        found.setProperty(Property.UNSEEN, True)
        return found

    def letters(self, wanted: Letters) -> QTextCharFormat:
        """The character format; shared, copy it before changing it."""
        found = self._letters.get(wanted)
        if found is None:
            found = self._letters[wanted] = self._new_letters(wanted)
        return found

    def font(self, wanted: Letters) -> QFont:
        """The font alone."""
        family = wanted.family or self.style.family
        font = QFont(family)
        # In the easier typeface everything that is read is set in it.
        if self.style.family == EASIER and family == WINDOW:
            font = QFont(EASIER)
        font.setPixelSize(max(6, round(self.pixels * wanted.size)))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setWeight(QFont.Weight(wanted.weight))
        font.setItalic(wanted.italic)
        if wanted.spacing:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + wanted.spacing)
        if wanted.capitals:
            font.setCapitalization(QFont.Capitalization.AllUppercase)
        if family == CODE:
            # Code is shown as it is written: "!=" stays two signs.
            font.setFeature(QFont.Tag("calt"), 0)
        if wanted.tabular and family in (WINDOW, CODE):
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _new_letters(self, wanted: Letters) -> QTextCharFormat:
        found = QTextCharFormat()
        found.setFont(self.font(wanted))
        return self.colour(found, wanted.role)

    def colour(self, letters: QTextCharFormat, role: str) -> QTextCharFormat:
        """The same format in the role's colour; returns it."""
        letters.setProperty(Property.ROLE, role)
        if role != "text":
            colour_of(self.palette, role, letters)
        return letters

    def setting(self, wanted: Setting) -> QTextBlockFormat:
        """The block format; shared, copy it before changing it."""
        found = self._settings.get(wanted)
        if found is None:
            found = self._settings[wanted] = self._new_setting(wanted)
        return found

    def _new_setting(self, wanted: Setting) -> QTextBlockFormat:
        pixels = self.pixels
        found = QTextBlockFormat()
        found.setAlignment(wanted.align)
        if self.right_to_left:
            found.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if wanted.leading:
            height = round(pixels * wanted.size * wanted.leading)
            found.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        found.setTopMargin(round(wanted.top * pixels))
        found.setBottomMargin(round(wanted.bottom * pixels))
        left, right = (wanted.end, wanted.start) if self.right_to_left else (wanted.start, wanted.end)
        found.setLeftMargin(left * pixels)
        found.setRightMargin(right * pixels)
        if wanted.heading:
            found.setHeadingLevel(wanted.heading)
        return found


def colour_of(palette: Palette, role: str, letters: QTextCharFormat) -> None:
    """Set the colours of `role`, a token of the palette, into `letters`."""
    letters.setForeground(QColor(getattr(palette, role)))
    if role == "link":
        line = QColor(palette.link)
        line.setAlpha(110)
        letters.setUnderlineColor(line)
