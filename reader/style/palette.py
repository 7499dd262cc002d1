"""A theme file to a palette: read, checked, what is not given derived, contrast computed. Pure; no Qt.

A theme needs few colours: window, pane, text and accent; the other tokens follow from them and may be given. Contrast
is WCAG 2.2's ratio of relative luminances.
"""

import dataclasses
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from reader.core.errors import ThemeError

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NEEDED = ("window", "pane", "text", "accent")


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme: names, shapes, and a "#rrggbb" for every token."""

    id: str
    name_fr: str
    name_en: str
    scheme: Literal["light", "dark"]
    pair: str
    radius: int
    border_width: int
    badge_radius: int
    uppercase_labels: bool
    kicker_italic: bool
    unread_mark: str
    title_weight: int
    window: str
    sidebar: str
    list: str
    pane: str
    raised: str
    overlay: str
    text: str
    text_secondary: str
    text_disabled: str
    on_accent: str
    accent: str
    link: str
    link_visited: str
    link_hover: str
    selection: str
    selection_text: str
    sidebar_text: str
    sidebar_text_secondary: str
    sidebar_accent: str
    sidebar_selection: str
    sidebar_selection_text: str
    sidebar_selection_secondary: str
    sidebar_hover: str
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
    diff_added: str
    diff_removed: str
    diff_moved: str
    highlight_1: str
    highlight_2: str
    highlight_3: str
    highlight_4: str
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


_SHAPES: dict[str, int | bool | str] = {
    "radius": 6,
    "border_width": 1,
    "badge_radius": 4,
    "uppercase_labels": False,
    "kicker_italic": False,
    "unread_mark": "dot",
    "title_weight": 700,
}
_NAMES = ("id", "name_fr", "name_en", "scheme", "pair")
COLOURS = tuple(
    field.name for field in dataclasses.fields(Palette) if field.name not in _SHAPES and field.name not in _NAMES
)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


# The eight themes ask for the same few colours again and again: half of the time of reading them.
@lru_cache(maxsize=4096)
def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0-1) of `other` in it."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


@lru_cache(maxsize=4096)
def _luminance(colour: str) -> float:
    parts = [value / 255 for value in _channels(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def legible(colour: str, backgrounds: Iterable[str], ratio: float) -> str:
    """`colour`, moved towards black or white only as far as its contrast on every background needs."""
    grounds = list(backgrounds)
    target = max(("#000000", "#ffffff"), key=lambda end: min(contrast(end, ground) for ground in grounds))
    for step in range(51):
        moved = mix(colour, target, step / 50)
        if all(contrast(moved, ground) >= ratio for ground in grounds):
            return moved
    return target


def _best_on(ground: str) -> str:
    return max(("#ffffff", "#000000"), key=lambda end: contrast(end, ground))


def _derived(given: Mapping[str, str], scheme: str) -> dict[str, str]:
    """Every token: what is given as it is, the rest from what is there already, in reading order."""
    dark = scheme == "dark"
    colours: dict[str, str] = {}

    def token(name: str, value: str) -> str:
        colours[name] = given.get(name, value).lower()
        return colours[name]

    window, pane = token("window", given["window"]), token("pane", given["pane"])
    text, accent = token("text", given["text"]), token("accent", given["accent"])
    rows = token("list", mix(window, pane, 0.5))
    sidebar = token("sidebar", mix(window, text, 0.03))
    raised = token("raised", mix(pane, text, 0.06) if dark else mix(pane, "#ffffff", 0.6))
    overlay = token("overlay", raised)
    grounds = [pane, window, rows, raised, overlay]
    secondary = token("text_secondary", legible(mix(text, pane, 0.35), grounds, 4.6))
    token("text_disabled", mix(text, pane, 0.5))
    token("on_accent", _best_on(accent))
    link = token("link", legible(accent, [pane, raised], 4.6))
    token("link_visited", legible(mix(link, text, 0.4), [pane], 4.6))
    token("link_hover", legible(mix(link, text, 0.2), [pane], 4.6))
    token("selection", mix(pane, accent, 0.22))
    token("selection_text", text)
    side_text = token("sidebar_text", text if contrast(text, sidebar) > 7 else _best_on(sidebar))
    side_selection = token("sidebar_selection", mix(sidebar, accent, 0.16))
    side_hover = token("sidebar_hover", mix(sidebar, side_text, 0.06))
    chosen_side = token("sidebar_selection_text", legible(side_text, [side_selection], 7.1))
    token("sidebar_selection_secondary", legible(mix(chosen_side, side_selection, 0.3), [side_selection], 4.6))
    token("sidebar_text_secondary", legible(mix(side_text, sidebar, 0.35), [sidebar, side_hover], 4.6))
    token("sidebar_accent", legible(accent, [sidebar, side_hover], 4.6))
    chosen, hover = token("list_selection", mix(rows, accent, 0.14)), token("hover", mix(rows, text, 0.04))
    list_text = token("list_text", text)
    token("list_text_secondary", legible(secondary, [rows, hover], 4.6))
    token("list_accent", legible(accent, [rows, hover], 4.6))
    chosen_text = token("list_selection_text", list_text)
    token("list_selection_secondary", legible(mix(chosen_text, chosen, 0.3), [chosen], 4.6))
    token("list_selection_accent", legible(accent, [chosen], 4.6))
    token("unread", legible(accent, [rows, hover, chosen], 3.1))
    token("star", legible("#e0a100", [rows, hover, chosen, pane], 3.1))
    update = token("badge_update", legible("#c2410c" if not dark else "#fdba74", [rows, hover, chosen, pane], 4.6))
    token("badge_update_text", legible(_best_on(update), [update], 4.6))
    token("badge_changed", legible(update, [rows, hover, chosen, pane], 4.6))
    token("badge_subscriber", legible("#6b46a8" if not dark else "#c9b2f5", [rows, hover, chosen, pane], 4.6))
    token("badge_teaser", legible(secondary, [rows, hover, chosen, pane], 4.6))
    token("diff_added", mix(pane, "#2e9e5b", 0.22))
    token("diff_removed", mix(pane, "#d1483e", 0.22))
    token("diff_moved", mix(pane, "#3b7dd8", 0.2))
    for number, colour in enumerate(("#f2c200", "#6fbf4a", "#4aa3df", "#d873b8"), 1):
        token(f"highlight_{number}", mix(pane, colour, 0.2 if dark else 0.3))
    code = token("code_background", mix(pane, text, 0.05))
    token("code_text", legible(text, [code], 7.1))
    inks = ("#8250df", "#1a7f4b", "#6e7781", "#b35900", "#0a62c4")
    if dark:
        inks = ("#c8a6f5", "#8ad6a6", "#98a2ad", "#f2b26b", "#8cc4f7")
    for name, colour in zip(("keyword", "string", "comment", "number", "function"), inks, strict=True):
        token(f"code_{name}", legible(colour, [code], 4.6))
    token("quote_bar", legible(mix(accent, pane, 0.3), [pane], 3.1))
    token("table_line", mix(pane, text, 0.18))
    token("focus_ring", legible(accent, [*grounds, sidebar, chosen], 3.1))
    token("border", mix(window, text, 0.12))
    token("control_border", legible(mix(window, text, 0.4), grounds, 3.1))
    token("shadow", "#000000")
    token("scrollbar", mix(window, text, 0.28))
    signs = ("#c0281c", "#9a6200", "#1a7f4b", "#0a62c4") if not dark else ("#ff9b8f", "#f2c06b", "#8ad6a6", "#8cc4f7")
    for name, colour in zip(("error", "warning", "success", "info"), signs, strict=True):
        token(name, legible(colour, [*grounds, sidebar] if contrast(sidebar, pane) < 3 else grounds, 4.6))
    return colours


def load_theme(file: Path) -> Palette:
    """The palette of a theme file. Raises ThemeError naming the file, the line or key, and what is wrong."""
    try:
        document = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong(file, f"it cannot be read ({error})", f"il est illisible ({error})") from error
    except tomllib.TOMLDecodeError as error:
        raise _wrong(file, f"it is not TOML: {error}", f"ce n'est pas du TOML : {error}") from error
    allowed = {"id", "name", "scheme", "pair", "colors", "shape"}
    for key in document:
        if key not in allowed:
            raise _wrong(file, f"“{key}” is no key of a theme", f"« {key} » n'est pas une clé de thème")
    return _checked(file, document)


def _checked(file: Path, document: Mapping[str, Any]) -> Palette:
    names, colours, shape = (document.get(key, {}) for key in ("name", "colors", "shape"))
    for key, table in (("name", names), ("colors", colours), ("shape", shape)):
        if not isinstance(table, dict):
            raise _wrong(file, f"“{key}” must be a table", f"« {key} » doit être une table")
    theme_id, scheme = document.get("id"), document.get("scheme")
    if not isinstance(theme_id, str) or not re.fullmatch(r"[a-z0-9][a-z0-9\-]{0,39}", theme_id):
        raise _wrong(file, "“id” must be small letters, digits and hyphens", "« id » : minuscules, chiffres et tirets")
    if scheme not in ("light", "dark"):
        raise _wrong(file, "“scheme” must be light or dark", "« scheme » doit être light ou dark")
    for name, value in colours.items():
        if name not in COLOURS:
            raise _wrong(file, f"“{name}” is no colour token", f"« {name} » n'est pas un nom de couleur")
        if not isinstance(value, str) or not _COLOUR.fullmatch(value):
            raise _wrong(file, f"{name}: “{value}” is no colour #rrggbb", f"{name} : « {value} » n'est pas #rrggbb")
    for name in _NEEDED:
        if name not in colours:
            raise _wrong(file, f"the colour “{name}” is missing", f"la couleur « {name} » manque")
    for name, value in shape.items():
        if name not in _SHAPES or type(value) is not type(_SHAPES[name]):
            raise _wrong(file, f"shape.{name}: unknown or of the wrong type", f"shape.{name} : inconnu ou mal typé")
    given: dict[str, Any] = {**_SHAPES, **shape, **_derived(colours, scheme)}
    fr, en = names.get("fr") or theme_id, names.get("en") or theme_id
    return Palette(id=theme_id, name_fr=fr, name_en=en, scheme=scheme, pair=document.get("pair", theme_id), **given)


def _wrong(file: Path, en: str, fr: str) -> ThemeError:
    return ThemeError(f"The theme {file.name} cannot be used: {en}.", f"Le thème {file.name} est inutilisable : {fr}.")


_ORDER = ("base", "sombre", "yinyang-clair", "yinyang-sombre", "orange-mecanique-clair", "orange-mecanique-sombre")


def load_themes(folder: Path, own_folder: Path | None = None) -> tuple[list[Palette], list[ThemeError]]:
    """Encre's themes in the menu's order, then the reader's own; an unusable file is an error in the answer."""
    palettes: dict[str, Palette] = {}
    errors: list[ThemeError] = []
    for source in filter(None, (folder, own_folder)):
        for file in sorted(source.glob("*.toml")) if source.is_dir() else ():
            try:
                palette = load_theme(file)
            except ThemeError as error:
                errors.append(error)
                continue
            if palette.id in palettes:
                errors.append(_wrong(file, f"the id “{palette.id}” is taken", f"l'id « {palette.id} » est déjà pris"))
            else:
                palettes[palette.id] = palette
    rank = {theme_id: index for index, theme_id in enumerate(_ORDER)}
    return sorted(palettes.values(), key=lambda palette: rank.get(palette.id, len(rank))), errors


@dataclass(frozen=True, slots=True)
class Contrast:
    """A pair of tokens that meet on the screen, its ratio, and what it needs."""

    pair: str
    ratio: float
    needs: float


def contrast_report(palette: Palette) -> list[Contrast]:
    """Every pair that meets: text 7, secondary text, links, badges and code 4.5, rings, control borders, icons 3."""
    texts = ["text/window", "text/list", "text/pane", "text/raised", "text/overlay", "sidebar_text/sidebar"]
    texts += ["list_text/list", "list_text/hover", "list_selection_text/list_selection", "selection_text/selection"]
    texts += ["sidebar_selection_text/sidebar_selection", "sidebar_text/sidebar_hover", "code_text/code_background"]
    texts += [f"text/{ground}" for ground in ("diff_added", "diff_removed", "diff_moved")]
    texts += [f"text/highlight_{number}" for number in range(1, 5)]
    smaller = [f"text_secondary/{ground}" for ground in ("window", "list", "pane", "raised", "overlay")]
    smaller += ["link/pane", "link/raised", "link_visited/pane", "link_hover/pane", "on_accent/accent"]
    smaller += ["list_text_secondary/list", "list_text_secondary/hover", "list_accent/list", "list_accent/hover"]
    smaller += ["list_selection_secondary/list_selection", "list_selection_accent/list_selection"]
    smaller += ["sidebar_text_secondary/sidebar", "sidebar_text_secondary/sidebar_hover"]
    smaller += ["sidebar_selection_secondary/sidebar_selection"]
    smaller += ["sidebar_accent/sidebar", "badge_update_text/badge_update"]
    badges = ("badge_changed", "badge_subscriber", "badge_teaser")
    smaller += [f"{badge}/{ground}" for badge in badges for ground in ("list", "hover", "pane")]
    smaller += [f"code_{name}/code_background" for name in ("keyword", "string", "comment", "number", "function")]
    smaller += [f"{sign}/pane" for sign in ("error", "warning", "success", "info")]
    marks = ["focus_ring/window", "focus_ring/list", "focus_ring/pane", "focus_ring/sidebar", "control_border/window"]
    marks += ["control_border/pane", "unread/list", "unread/hover", "star/list", "star/pane"]
    marks += ["quote_bar/pane"]
    rows = [(pair, 7.0) for pair in texts] + [(pair, 4.5) for pair in smaller] + [(pair, 3.0) for pair in marks]
    report = []
    for pair, needs in rows:
        one, _, other = pair.partition("/")
        report.append(Contrast(pair, round(contrast(getattr(palette, one), getattr(palette, other)), 2), needs))
    return report
