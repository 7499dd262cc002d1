"""Which half of a pair is worn: as chosen, as the desktop is, or by the hour. Pure."""

from collections.abc import Iterable

from reader.style.palette.tokens import Palette


def is_night(hour: int, begins: int, ends: int) -> bool:
    """Whether `hour` (0-23) lies in the night from `begins` to `ends`, over midnight too; equal hours are no night."""
    if begins <= ends:
        return begins <= hour < ends
    return hour >= begins or hour < ends


def wanted_scheme(follow: str, system: str, hour: int, begins: int, ends: int) -> str:
    """ "light", "dark" or "" (as chosen). `follow` is "chosen", "system" or "hours"; `system` "" when unknown."""
    if follow == "system":
        return system
    if follow == "hours":
        return "dark" if is_night(hour, begins, ends) else "light"
    return ""


def half_of(palette: Palette, scheme: str, palettes: Iterable[Palette]) -> Palette:
    """The half of this pair that has the scheme; `palette` itself where its pair has none."""
    if scheme in ("", palette.scheme):
        return palette
    other = (one for one in palettes if one.id == palette.pair and one.scheme == scheme)
    return next(other, palette)
