"""The contrast contract: every pair of tokens that meets on the screen, in every state, and what it needs. Pure."""

from dataclasses import dataclass

from reader.style.palette.colour import VISIONS, contrast, difference, seen_with
from reader.style.palette.tokens import Palette

TEXT, SMALL, MARK = 7.0, 4.5, 3.0
# Two grounds that must be told apart: their distance in OKLab times 100 (2 is just visible).
APART = 2.5

_NORMAL: tuple[tuple[float, str, str], ...] = (
    (TEXT, "text", "window list pane raised overlay control control_hover control_pressed"),
    (TEXT, "text", "diff_added diff_removed diff_moved highlight_1 highlight_2 highlight_3 highlight_4"),
    (TEXT, "sidebar_text", "sidebar sidebar_hover sidebar_pressed"),
    (TEXT, "sidebar_selection_text", "sidebar_selection"),
    (TEXT, "list_text", "list hover raised"),
    (TEXT, "list_selection_text", "list_selection"),
    (TEXT, "selection_text", "selection"),
    (TEXT, "menu_selection_text", "menu_selection"),
    (TEXT, "code_text", "code_background"),
    (SMALL, "text", "hit"),
    (SMALL, "text_secondary", "window list pane raised overlay"),
    (SMALL, "link", "window pane raised overlay"),
    (SMALL, "link_visited", "pane raised"),
    (SMALL, "link_hover", "pane raised"),
    (SMALL, "on_accent", "accent accent_hover accent_pressed"),
    (SMALL, "list_text_secondary", "list hover raised"),
    (SMALL, "list_accent", "list hover raised"),
    (SMALL, "list_selection_secondary", "list_selection"),
    (SMALL, "list_selection_accent", "list_selection"),
    (SMALL, "sidebar_text_secondary", "sidebar sidebar_hover"),
    (SMALL, "sidebar_selection_secondary", "sidebar_selection"),
    (SMALL, "sidebar_accent", "sidebar sidebar_hover"),
    (SMALL, "badge_update_text", "badge_update"),
    (SMALL, "badge_changed", "list hover pane raised"),
    (SMALL, "badge_subscriber", "list hover pane raised"),
    (SMALL, "badge_teaser", "list hover pane raised"),
    (SMALL, "pill_text", "pill"),
    (SMALL, "code_keyword", "code_background"),
    (SMALL, "code_string", "code_background"),
    (SMALL, "code_comment", "code_background"),
    (SMALL, "code_number", "code_background"),
    (SMALL, "code_function", "code_background"),
    (SMALL, "diff_added_mark", "diff_added pane"),
    (SMALL, "diff_removed_mark", "diff_removed pane"),
    (SMALL, "diff_moved_mark", "diff_moved pane"),
    (SMALL, "error", "window pane raised"),
    (SMALL, "warning", "window pane raised"),
    (SMALL, "success", "window pane raised"),
    (SMALL, "info", "window pane raised"),
    (SMALL, "veil_text", "veil"),
    (MARK, "focus_ring", "window list pane raised overlay sidebar"),
    (MARK, "control_border", "window list pane raised overlay"),
    (MARK, "scrollbar", "window list pane overlay"),
    (MARK, "scrollbar_hover", "window list pane overlay"),
    (MARK, "unread", "list hover raised"),
    (MARK, "star", "list hover pane raised"),
    (MARK, "offline_partial", "list hover"),
    (MARK, "offline_missing", "list hover"),
    (MARK, "quote_bar", "pane"),
)
_SIMULATED: tuple[tuple[float, str, str], ...] = (
    (MARK, "unread", "list hover"),
    (MARK, "star", "list hover pane"),
    (SMALL, "badge_update_text", "badge_update"),
    (SMALL, "badge_changed", "list hover"),
    (SMALL, "badge_subscriber", "list hover"),
    (SMALL, "badge_teaser", "list hover"),
    (SMALL, "text", "diff_added diff_removed diff_moved"),
)
_APART = (("diff_added", "diff_removed"), ("diff_added", "pane"), ("diff_removed", "pane"), ("diff_moved", "pane"))


@dataclass(frozen=True, slots=True)
class Contrast:
    """A pair of tokens that meet on the screen: its figure, what it needs, and whose eyes see it.

    `measure` is "contrast" (WCAG's ratio) or "difference" (the distance in OKLab times 100).
    """

    pair: str
    ratio: float
    needs: float
    vision: str = "normal"
    measure: str = "contrast"

    @property
    def holds(self) -> bool:
        """Whether the need is met."""
        return self.ratio >= self.needs


def contrast_report(palette: Palette) -> list[Contrast]:
    """Every pair that meets: text 7, secondary text, links, badges and code 4.5, rings, controls and icons 3.

    Then unread mark, star, badges and changes as eyes with each of the three colour-vision deficiencies see them.
    """
    colours = palette.colors()
    report = [
        Contrast(f"{ink}/{ground}", round(contrast(colours[ink], colours[ground]), 2), needs)
        for needs, ink, grounds in _NORMAL
        for ground in grounds.split()
    ]
    report += [
        Contrast(f"{one}/{other}", round(difference(colours[one], colours[other]), 2), APART, measure="difference")
        for one, other in _APART
    ]
    for vision in VISIONS:
        seen = {name: seen_with(colour, vision) for name, colour in colours.items()}
        report += [
            Contrast(f"{ink}/{ground}", round(contrast(seen[ink], seen[ground]), 2), needs, vision)
            for needs, ink, grounds in _SIMULATED
            for ground in grounds.split()
        ]
        report += [
            Contrast(f"{one}/{other}", round(difference(seen[one], seen[other]), 2), APART, vision, "difference")
            for one, other in _APART
        ]
    return report


def pairs() -> list[tuple[float, str, tuple[str, ...]]]:
    """What each ink needs on the grounds it meets: (ratio, ink, grounds), one entry an ink and ratio."""
    return [(needs, ink, tuple(grounds.split())) for needs, ink, grounds in _NORMAL]


def failing(palette: Palette) -> list[Contrast]:
    """The pairs that do not hold, worst first."""
    return sorted((one for one in contrast_report(palette) if not one.holds), key=lambda one: one.ratio / one.needs)
