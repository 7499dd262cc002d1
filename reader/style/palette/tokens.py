"""What a theme is made of: the palette's fields, their groups for the editor, and what each shape may be. Pure."""

import dataclasses
from dataclasses import dataclass
from typing import Literal

NEEDED = ("window", "pane", "text", "accent")


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme: names, shapes, letters, and a "#rrggbb" for every colour. docs/themes.md says what each is for."""

    id: str
    name_fr: str
    name_en: str
    scheme: Literal["light", "dark"]
    pair: str
    radius: int
    border_width: int
    badge_radius: int
    bar_width: int
    quote_style: str
    heading_style: str
    unread_mark: str
    uppercase_labels: bool
    kicker_italic: bool
    title_weight: int
    selected_weight: int
    label_weight: int
    label_typeface: str
    typeface: str
    density: str
    window: str
    sidebar: str
    list: str
    pane: str
    raised: str
    overlay: str
    text: str
    text_secondary: str
    text_disabled: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_pressed: str
    link: str
    link_visited: str
    link_hover: str
    selection: str
    selection_text: str
    control: str
    control_hover: str
    control_pressed: str
    menu_selection: str
    menu_selection_text: str
    sidebar_text: str
    sidebar_text_secondary: str
    sidebar_accent: str
    sidebar_selection: str
    sidebar_selection_text: str
    sidebar_selection_secondary: str
    sidebar_hover: str
    sidebar_pressed: str
    list_text: str
    list_text_secondary: str
    list_accent: str
    list_selection: str
    list_selection_text: str
    list_selection_secondary: str
    list_selection_accent: str
    hover: str
    unread: str
    star: str
    badge_update: str
    badge_update_text: str
    badge_changed: str
    badge_subscriber: str
    badge_teaser: str
    offline_partial: str
    offline_missing: str
    pill: str
    pill_text: str
    diff_added: str
    diff_removed: str
    diff_moved: str
    diff_added_mark: str
    diff_removed_mark: str
    diff_moved_mark: str
    highlight_1: str
    highlight_2: str
    highlight_3: str
    highlight_4: str
    hit: str
    code_background: str
    code_text: str
    code_keyword: str
    code_string: str
    code_comment: str
    code_number: str
    code_function: str
    quote_bar: str
    table_line: str
    focus_ring: str
    border: str
    control_border: str
    shadow: str
    scrollbar: str
    scrollbar_hover: str
    plate: str
    veil: str
    veil_text: str
    error: str
    warning: str
    success: str
    info: str

    def display_name(self, language: str) -> str:
        """The name in the menu."""
        return self.name_fr if language == "fr" else self.name_en

    def colors(self) -> dict[str, str]:
        """Every colour token."""
        return {name: getattr(self, name) for name in COLOURS}

    @property
    def sign_radius(self) -> int:
        """The corners of a small square, such as a feed's letter of 16 px."""
        return min(8, round(self.radius * 0.6))


@dataclass(frozen=True, slots=True)
class Shape:
    """What a token that is no colour may be: its default, and a range or choices."""

    default: int | bool | str
    low: int = 0
    high: int = 0
    step: int = 1
    choices: tuple[str, ...] = ()

    def accepts(self, value: object) -> bool:
        """Whether `value` is of the default's type and in the range or among the choices."""
        if type(value) is not type(self.default):
            return False
        if isinstance(value, bool):
            return True
        if isinstance(value, int):
            return self.low <= value <= self.high and value % self.step == 0
        return value in self.choices

    def said(self) -> str:
        """What is allowed, for a sentence."""
        if isinstance(self.default, bool):
            return "true, false"
        return ", ".join(f'"{choice}"' for choice in self.choices) or f"{self.low}-{self.high}"


TYPEFACES = ("Literata", "Spectral", "Inter", "Public Sans", "Atkinson Hyperlegible Next")
LABEL_TYPEFACES = ("Inter", "Barlow Condensed", "Literata", "JetBrains Mono")
# The two tables of a theme file beside [colors].
SHAPES: dict[str, Shape] = {
    "radius": Shape(6, 0, 24),
    "border_width": Shape(1, 1, 3),
    "badge_radius": Shape(4, 0, 12),
    "bar_width": Shape(3, 1, 10),
    "quote_style": Shape("bar", choices=("bar", "card", "double")),
    "heading_style": Shape("plain", choices=("plain", "rule", "pill", "italic")),
    "unread_mark": Shape("dot", choices=("dot", "half", "square")),
}
LETTERS: dict[str, Shape] = {
    "typeface": Shape("Literata", choices=TYPEFACES),
    "title_weight": Shape(700, 400, 700, 100),
    "selected_weight": Shape(400, 400, 700, 100),
    "label_typeface": Shape("Inter", choices=LABEL_TYPEFACES),
    "label_weight": Shape(600, 400, 700, 100),
    "uppercase_labels": Shape(default=False),
    "kicker_italic": Shape(default=False),
    "density": Shape("comfortable", choices=("comfortable", "compact")),
}
_NAMES = ("id", "name_fr", "name_en", "scheme", "pair")
COLOURS = tuple(
    field.name
    for field in dataclasses.fields(Palette)
    if field.name not in SHAPES and field.name not in LETTERS and field.name not in _NAMES
)
GROUPS: dict[str, tuple[str, ...]] = {
    "surfaces": ("window", "sidebar", "list", "pane", "raised", "overlay", "plate", "veil", "shadow"),
    "text": ("text", "text_secondary", "text_disabled", "link", "link_visited", "link_hover", "veil_text"),
    "accent": ("accent", "on_accent", "accent_hover", "accent_pressed", "selection", "selection_text", "focus_ring"),
    "controls": (
        *("control", "control_hover", "control_pressed", "control_border", "border"),
        *("menu_selection", "menu_selection_text", "scrollbar", "scrollbar_hover"),
    ),
    "sidebar": tuple(name for name in COLOURS if name.startswith("sidebar_")),
    "list": (*(name for name in COLOURS if name.startswith("list_")), "hover", "unread", "star"),
    "badges": (
        *(name for name in COLOURS if name.startswith("badge_")),
        *("pill", "pill_text", "offline_partial", "offline_missing"),
    ),
    "article": (
        *(name for name in COLOURS if name.startswith(("highlight_", "code_"))),
        *("hit", "quote_bar", "table_line"),
    ),
    "changes": tuple(name for name in COLOURS if name.startswith("diff_")),
    "signs": ("error", "warning", "success", "info"),
}
