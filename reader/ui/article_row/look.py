"""What a theme gives to rows: fonts, colours of each state, measures of each density (4 px grid, LOOK.md)."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from reader.style.fonts import READING, WINDOW, font
from reader.style.palette import Palette, contrast, mix


class Density(StrEnum):
    """How much of an article a list shows."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"
    CARDS = "cards"


HEIGHTS = {Density.COMFORTABLE: 104, Density.COMPACT: 64, Density.CARDS: 304}
HEADING, VISIT = 36, 28
PLAIN_CARD = 184
LEFT, RIGHT = 24, 16
# A card as wide as this has its picture at its side.
BESIDE = 620


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of one state of a row: its ground and everything on it."""

    ground: QColor
    title: QColor
    title_read: QColor
    secondary: QColor
    accent: QColor
    unread: QColor
    star: QColor
    update: QColor
    update_words: QColor
    changed: QColor
    subscriber: QColor
    teaser: QColor
    teaser_ground: QColor
    partial: QColor
    missing: QColor


def _seen(colour: str, ground: str, instead: str, needs: float) -> QColor:
    """`colour`, unless it cannot be told from `ground`: a yinyang selection inverts, and its badges with it."""
    return QColor(colour if contrast(colour, ground) >= needs else instead)


def _inks(palette: Palette, ground: str, words: tuple[str, str, str]) -> Inks:
    text, secondary, accent = words
    update = palette.badge_update if contrast(palette.badge_update, ground) >= 3 else text
    update_words = palette.badge_update_text if update == palette.badge_update else ground
    return Inks(
        ground=QColor(ground),
        title=QColor(text),
        title_read=QColor(mix(text, secondary, 0.72)),
        secondary=QColor(secondary),
        accent=QColor(accent),
        unread=_seen(palette.unread, ground, text, 3),
        star=_seen(palette.star, ground, text, 3),
        update=QColor(update),
        update_words=QColor(update_words),
        changed=_seen(palette.badge_changed, ground, text, 4.5),
        subscriber=_seen(palette.badge_subscriber, ground, text, 4.5),
        teaser=_seen(palette.badge_teaser, ground, secondary, 4.5),
        teaser_ground=QColor(mix(ground, text, 0.07)),
        partial=_seen(palette.offline_partial, ground, secondary, 3),
        missing=_seen(palette.offline_missing, ground, text, 3),
    )


class Look:
    """One theme's fonts and colours for rows, made once for each theme."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        words = (palette.list_text, palette.list_text_secondary, palette.list_accent)
        chosen = (palette.list_selection_text, palette.list_selection_secondary, palette.list_selection_accent)
        self.plain = _inks(palette, palette.list, words)
        self.hover = _inks(palette, palette.hover, words)
        self.chosen = _inks(palette, palette.list_selection, chosen)
        self.raised = _inks(palette, palette.raised, words)
        self.border = QColor(palette.border)
        self.shadow = QColor(palette.shadow)
        self.ring = QColor(palette.focus_ring)
        self.capitals = palette.uppercase_labels
        self.title_unread, self.title_read = font(READING, 15, 600), font(READING, 15)
        self.card_title = font(READING, 19, 600)
        self.initial = font(READING, 64, 600)
        self.source = self._label(font(WINDOW, 12, 600))
        self.heading = self._heading()
        self.small = font(WINDOW, 12, tabular=True)
        self.kicker = font(READING, 13, italic=True) if palette.kicker_italic else font(WINDOW, 13)
        self.hit_around, self.hit = font(WINDOW, 13), font(WINDOW, 13, 700)
        self.around_metrics = QFontMetricsF(self.hit_around)
        self.badge = font(WINDOW, 11, 600) if palette.label_typeface == WINDOW else self._label(font(WINDOW, 11))
        self.small_metrics, self.badge_metrics = QFontMetricsF(self.small), QFontMetricsF(self.badge)
        self.source_metrics, self.kicker_metrics = QFontMetricsF(self.source), QFontMetricsF(self.kicker)

    def _label(self, given: QFont) -> QFont:
        if self.capitals:
            given.setCapitalization(QFont.Capitalization.AllUppercase)
            given.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.8)
            given.setPixelSize(11)
        if self.palette.label_typeface != WINDOW:
            # Condensed letters are small for their size.
            given.setFamily(self.palette.label_typeface)
            given.setPixelSize(given.pixelSize() + 2)
        given.setWeight(QFont.Weight(self.palette.label_weight))
        return given

    def _heading(self) -> QFont:
        if self.palette.heading_style == "italic":
            return font(READING, 15, italic=True)
        given = self._label(font(WINDOW, 12, 600))
        if self.palette.heading_style == "rule":
            given.setPixelSize(given.pixelSize() + 2)
        return given
