"""A theme that cannot be read made one that can, by the smallest changes to what it gives. Pure."""

from dataclasses import replace

from reader.style.palette.colour import best_on, blend, legible
from reader.style.palette.contract import Contrast, contrast_report, failing
from reader.style.palette.files import Theme
from reader.style.palette.tokens import NEEDED

_ROUNDS = 6


def mended(theme: Theme) -> Theme:
    """The theme with its own colours moved as far as the contract asks; what cannot be moved is derived again."""
    found = theme
    for _ in range(_ROUNDS):
        faults = failing(found.palette())
        if not faults:
            return found
        found = _better(found, faults)
    if not failing(found.palette()):
        return found
    # The small things give way before the four that make the theme.
    return _bare(found)


def _bare(theme: Theme) -> Theme:
    found = replace(theme, colours={name: theme.colours[name] for name in NEEDED})
    for _ in range(_ROUNDS):
        faults = failing(found.palette())
        if not faults:
            break
        found = _better(found, faults)
    return found


def _better(theme: Theme, faults: list[Contrast]) -> Theme:
    palette, colours = theme.palette(), dict(theme.colours)
    report = [one for one in contrast_report(palette) if one.measure == "contrast"]
    for fault in faults:
        ink, _, ground = fault.pair.partition("/")
        if fault.measure == "difference" or fault.vision != "normal":
            for name in (ink, ground):
                if name not in NEEDED:
                    colours.pop(name, None)
            if len(theme.colours) == len(NEEDED):
                # Between light and dark there is no room for tints: the page goes to its own side.
                colours["pane"] = blend(colours["pane"], best_on(colours["text"]), 0.2)
        elif ink in theme.colours and colours.get(ink) == theme.colours[ink]:
            grounds = [(one.pair.partition("/")[2], one.needs) for one in report if one.pair.startswith(f"{ink}/")]
            most = max(needs for _, needs in grounds) * 1.02
            colours[ink] = legible(colours[ink], [getattr(palette, name) for name, _ in grounds], most)
        if ground in theme.colours and ground not in NEEDED and ink not in theme.colours:
            colours.pop(ground, None)
        elif ground in NEEDED and ink == "text":
            colours[ground] = legible(colours[ground], [colours["text"]], fault.needs * 1.05)
    return replace(theme, colours=colours)
