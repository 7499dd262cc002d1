"""Every colour of a theme from the few that are given: mixed in OKLab, then made legible where it will lie. Pure."""

from collections.abc import Iterable, Mapping

from reader.style.palette.colour import (
    VISIONS,
    best_on,
    blend,
    contrast,
    difference,
    from_oklch,
    legible,
    oklch,
    seen_with,
)

# A little above what the contract asks, so that rounding never falls below it.
_TEXT, _SMALL, _MARK, _APART = 7.1, 4.6, 3.1, 3.0


class Derivation:
    """The tokens of one theme, in reading order: what is given stays as it is, the rest follows from it."""

    def __init__(self, given: Mapping[str, str], scheme: str) -> None:
        self._given = given
        self._dark = scheme == "dark"
        self.colours: dict[str, str] = {}
        self._surfaces()
        self._words()
        self._controls()
        self._sidebar()
        self._list()
        self._badges()
        self._article()
        self._changes()
        self._rest()

    def __getitem__(self, name: str) -> str:
        return self.colours[name]

    def _set(self, name: str, value: str) -> str:
        self.colours[name] = self._given.get(name, value).lower()
        return self.colours[name]

    def _all(self, names: str) -> list[str]:
        return [self.colours[name] for name in names.split()]

    def _ink(self, name: str, value: str, grounds: str, ratio: float) -> str:
        """A colour for what lies on `grounds`."""
        return self._set(name, legible(value, self._all(grounds), ratio))

    def _ground(self, name: str, value: str, inks: str, ratio: float) -> str:
        """A ground for `inks`: where they would not be legible on it, the ground gives way."""
        return self._set(name, legible(value, self._all(inks), ratio))

    def _chosen(self, name: str, ground: str, words: str) -> None:
        """A chosen line's ground, and its words `name`_text: what is not given gives way to what is."""
        words = self._given.get(f"{name}_text", words).lower()
        self._set(name, legible(ground, [legible(words, [ground], _TEXT)], _TEXT))
        self._ink(f"{name}_text", words, name, _TEXT)

    def _toward(self, ground: str, ink: str, light: float, dark: float) -> str:
        return blend(self[ground], self[ink], dark if self._dark else light)

    def _surfaces(self) -> None:
        for name in ("window", "pane", "text", "accent"):
            self._set(name, self._given[name])
        self._set("list", blend(self["window"], self["pane"], 0.5))
        self._set("sidebar", blend(self["window"], self["text"], 0.03))
        raised = blend(self["pane"], self["text"], 0.07) if self._dark else blend(self["pane"], "#ffffff", 0.6)
        self._set("raised", raised)
        self._set("overlay", self["raised"])
        self._set("plate", best_on("#000000") if not self._dark else blend(self["text"], "#ffffff", 0.6))
        veil = blend("#000000", self["accent"], 0.12)
        self._set("veil", veil)
        self._ink("veil_text", "#f2f2f2", "veil", _TEXT)
        self._set("shadow", "#000000")

    def _words(self) -> None:
        grounds = "pane window list raised overlay"
        self._ink("text_secondary", blend(self["text"], self["pane"], 0.35), grounds, _SMALL)
        self._set("text_disabled", blend(self["text"], self["pane"], 0.5))
        self._set("on_accent", best_on(self["accent"]))
        self._set("accent_hover", legible(blend(self["accent"], self["text"], 0.1), [self["on_accent"]], _SMALL))
        self._set("accent_pressed", legible(blend(self["accent"], self["text"], 0.2), [self["on_accent"]], _SMALL))
        self._ink("link", self["accent"], grounds, _SMALL)
        self._ink("link_visited", blend(self["link"], self["text"], 0.4), "pane raised", _SMALL)
        self._ink("link_hover", blend(self["link"], self["text"], 0.2), "pane raised", _SMALL)
        self._chosen("selection", self._toward("pane", "accent", 0.2, 0.3), self["text"])

    def _controls(self) -> None:
        grounds = "pane window list raised overlay"
        self._ground("control", self["raised"], "text", _TEXT)
        for name, share in (("control_hover", 0.06), ("control_pressed", 0.13)):
            self._ground(name, blend(self["window"], self["text"], share), "text", _TEXT)
        self._ink("control_border", blend(self["window"], self["text"], 0.4), grounds, _MARK)
        self._set("border", blend(self["window"], self["text"], 0.12))
        self._chosen("menu_selection", self._toward("overlay", "accent", 0.18, 0.26), self["text"])
        self._ink("scrollbar", blend(self["window"], self["text"], 0.28), "window list pane overlay", _MARK)
        self._ink("scrollbar_hover", blend(self["scrollbar"], self["text"], 0.35), "window list pane overlay", _MARK)

    def _sidebar(self) -> None:
        ground = self["sidebar"]
        text = self._set("sidebar_text", self["text"] if contrast(self["text"], ground) > 7 else best_on(ground))
        self._ground("sidebar_hover", blend(ground, text, 0.06), "sidebar_text", _TEXT)
        self._ground("sidebar_pressed", blend(ground, text, 0.13), "sidebar_text", _TEXT)
        self._chosen("sidebar_selection", self._toward("sidebar", "accent", 0.16, 0.22), text)
        chosen, words = self["sidebar_selection"], self["sidebar_selection_text"]
        self._ink("sidebar_selection_secondary", blend(words, chosen, 0.3), "sidebar_selection", _SMALL)
        self._ink("sidebar_text_secondary", blend(text, ground, 0.35), "sidebar sidebar_hover", _SMALL)
        self._ink("sidebar_accent", self["accent"], "sidebar sidebar_hover", _SMALL)

    def _list(self) -> None:
        text = self._set("list_text", self["text"])
        self._chosen("list_selection", self._toward("list", "accent", 0.14, 0.2), text)
        chosen, words = self["list_selection"], self["list_selection_text"]
        self._ground("hover", blend(self["list"], self["text"], 0.04), "text list_text", _TEXT)
        self._ink("list_text_secondary", self["text_secondary"], "list hover raised", _SMALL)
        self._ink("list_accent", self["accent"], "list hover raised", _SMALL)
        self._ink("list_selection_secondary", blend(words, chosen, 0.3), "list_selection", _SMALL)
        self._ink("list_selection_accent", self["accent"], "list_selection", _SMALL)

    def _rows(self) -> list[str]:
        """The grounds marks and badges of a row lie on; a chosen row that inverts paints them in its own words."""
        rows = self._all("list hover pane raised")
        chosen = self["list_selection"]
        return rows if contrast(chosen, self["list"]) > 3 else [*rows, chosen]

    def _mark(self, name: str, value: str, ratio: float) -> str:
        """A mark or badge of a row, legible to every eye: what a deficiency makes paler goes further."""
        rows = self._rows()
        wanted, found = ratio, legible(value, rows, ratio)
        while wanted < ratio * 1.6 and not _seen_by_all(found, rows, ratio):
            wanted *= 1.06
            found = legible(value, rows, wanted)
        return self._set(name, found)

    def _badges(self) -> None:
        rows, dark = self._rows(), self._dark
        self._mark("unread", self["accent"], _MARK)
        self._mark("star", "#e0a100", _MARK)
        update = self._mark("badge_update", "#fdba74" if dark else "#b53a0a", _SMALL)
        self._set("badge_update_text", best_on(update))
        self._mark("badge_changed", update, _SMALL)
        self._mark("badge_subscriber", "#c9b2f5" if dark else "#6b46a8", _SMALL)
        self._mark("badge_teaser", self["text_secondary"], _SMALL)
        self._set("offline_partial", legible(self["text_secondary"], rows, _SMALL))
        self._set("offline_missing", legible("#ff9b8f" if dark else "#b3261e", rows, _SMALL))
        self._set("pill", self._toward("pane", "accent", 0.12, 0.2))
        self._ink("pill_text", self["accent"], "pill", _SMALL)

    def _article(self) -> None:
        for number, colour in enumerate(("#f2c200", "#6fbf4a", "#4aa3df", "#d873b8"), 1):
            self._ground(f"highlight_{number}", self._tint(colour, 0.3, 0.3), "text", _TEXT)
        self._ground("hit", self._tint("#f2a000", 0.75, 0.5), "text", _SMALL)
        self._ground("code_background", blend(self["pane"], self["text"], 0.05), "text", _TEXT)
        self._ink("code_text", self["text"], "code_background", _TEXT)
        inks = ("#8250df", "#1a7f4b", "#6e7781", "#b35900", "#0a62c4")
        if self._dark:
            inks = ("#c8a6f5", "#8ad6a6", "#98a2ad", "#f2b26b", "#8cc4f7")
        for name, colour in zip(("keyword", "string", "comment", "number", "function"), inks, strict=True):
            self._ink(f"code_{name}", colour, "code_background", _SMALL)
        self._ink("quote_bar", blend(self["accent"], self["pane"], 0.3), "pane", _MARK)
        self._set("table_line", blend(self["pane"], self["text"], 0.18))

    def _tint(self, colour: str, light: float, dark: float) -> str:
        return blend(self["pane"], colour, dark if self._dark else light)

    def _changes(self) -> None:
        """Added and removed differ in blue against orange and in lightness, not in green against red alone."""
        lightness = oklch(self["pane"])[0]
        steps = (0.13, 0.05, 0.16) if self._dark else (-0.05, -0.1, -0.08)
        parts = (("added", 182.0, 0.055), ("removed", 38.0, 0.075), ("moved", 265.0, 0.05))
        for (name, hue, chroma), step in zip(parts, steps, strict=True):
            for more in (1.0, 1.25, 1.5, 1.8, 2.2):
                ground = from_oklch(min(1.0, max(0.0, lightness + step * more)), chroma, hue)
                if _told_apart(ground, self["pane"]):
                    break
            self._ground(f"diff_{name}", ground, "text", _TEXT)
            mark = from_oklch(0.8 if self._dark else 0.45, 0.13, hue)
            self._set(f"diff_{name}_mark", legible(mark, [self["pane"], self[f"diff_{name}"]], _SMALL))

    def _rest(self) -> None:
        grounds = [*self._all("window list pane raised overlay sidebar"), self["list_selection"]]
        if contrast(self["list_selection"], self["list"]) > 3:
            grounds.pop()
        self._set("focus_ring", legible(self["accent"], grounds, _MARK))
        signs = ("#b3261e", "#855300", "#1a7f4b", "#0a62c4")
        if self._dark:
            signs = ("#ff9b8f", "#f2c06b", "#8ad6a6", "#8cc4f7")
        for name, colour in zip(("error", "warning", "success", "info"), signs, strict=True):
            self._ink(name, colour, "window list pane raised overlay", _SMALL)


def _seen_by_all(ink: str, grounds: Iterable[str], ratio: float) -> bool:
    return all(
        contrast(seen_with(ink, vision), seen_with(ground, vision)) >= ratio for ground in grounds for vision in VISIONS
    )


def _told_apart(one: str, other: str) -> bool:
    return all(difference(seen_with(one, vision), seen_with(other, vision)) >= _APART for vision in VISIONS)


def derived(given: Mapping[str, str], scheme: str) -> dict[str, str]:
    """Every colour token, from at least the four that are needed."""
    return Derivation(given, scheme).colours
