"""Colour arithmetic: OKLab and OKLCH, contrast, and what colour-blind eyes see. Pure; colours are "#rrggbb".

OKLab is Björn Ottosson's (2020), contrast is WCAG 2.2's ratio of relative luminances, the three colour-vision
deficiencies are simulated by Machado, Oliveira and Fernandes (2009) at severity 1.0, on linear RGB.
"""

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

Vision = Literal["protanopia", "deuteranopia", "tritanopia"]
VISIONS: tuple[Vision, ...] = ("protanopia", "deuteranopia", "tritanopia")
_Triple = tuple[float, float, float]
_SEEN: dict[Vision, tuple[_Triple, _Triple, _Triple]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_LINEAR = tuple(value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in range(256))


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0-255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(colour: str) -> _Triple:
    red, green, blue = channels(colour)
    return _LINEAR[red], _LINEAR[green], _LINEAR[blue]


def _encoded(value: float) -> int:
    value = min(1.0, max(0.0, value))
    return round(255 * (value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055))


def _hex(linear: _Triple) -> str:
    red, green, blue = linear
    return f"#{_encoded(red):02x}{_encoded(green):02x}{_encoded(blue):02x}"


@lru_cache(maxsize=4096)
def oklab(colour: str) -> _Triple:
    """Lightness 0-1 and the two axes of colour."""
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _from_oklab(lightness: float, a: float, b: float) -> _Triple:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def oklch(colour: str) -> _Triple:
    """Lightness 0-1, chroma 0-0.4, hue 0-360."""
    lightness, a, b = oklab(colour)
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The colour, its chroma lowered as far as the screen's gamut asks, hue and lightness kept."""
    cosine, sine = math.cos(math.radians(hue)), math.sin(math.radians(hue))

    def at(amount: float) -> _Triple:
        return _from_oklab(lightness, amount * cosine, amount * sine)

    found = at(chroma)
    if not all(-0.0005 <= part <= 1.0005 for part in found):
        low, high = 0.0, chroma
        for _ in range(14):
            middle = (low + high) / 2
            low, high = (middle, high) if all(-0.0005 <= part <= 1.0005 for part in at(middle)) else (low, middle)
        found = at(low)
    return _hex(found)


def blend(one: str, other: str, share: float) -> str:
    """`one` with `share` (0-1) of `other`, by eye: the way goes through OKLab."""
    start, end = oklab(one), oklab(other)
    lightness, a, b = (first + (last - first) * share for first, last in zip(start, end, strict=True))
    return _hex(_from_oklab(lightness, a, b))


@lru_cache(maxsize=4096)
def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0-1) of `other` laid over it, as paint on glass: the way goes through sRGB."""
    pairs = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """WCAG's relative luminance, 0-1."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, 1 to 21."""
    first, second = luminance(one), luminance(other)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def difference(one: str, other: str) -> float:
    """The distance in OKLab times 100: about 2 can just be told apart."""
    return 100 * math.dist(oklab(one), oklab(other))


@lru_cache(maxsize=4096)
def seen_with(colour: str, vision: Vision) -> str:
    """The colour as an eye with this deficiency sees it."""
    rows, linear = _SEEN[vision], _linear(colour)
    red, green, blue = (sum(weight * part for weight, part in zip(row, linear, strict=True)) for row in rows)
    return _hex((red, green, blue))


def best_on(ground: str) -> str:
    """Black or white, whichever reads better."""
    return max(("#ffffff", "#000000"), key=lambda end: contrast(end, ground))


def legible(colour: str, backgrounds: Iterable[str], ratio: float) -> str:
    """`colour`, made lighter or darker only as far as its contrast on every background needs; its hue stays.

    Where no colour has that contrast on all of them, the best of black and white.
    """
    return _legible(colour, tuple(backgrounds), ratio)


@lru_cache(maxsize=2048)
def _legible(colour: str, grounds: tuple[str, ...], ratio: float) -> str:
    if all(contrast(colour, ground) >= ratio for ground in grounds):
        return colour
    own = luminance(colour)
    best, distance = "", math.inf
    for low, high in _windows(sorted({luminance(ground) for ground in grounds}), ratio * 1.005):
        goal = min(high, max(low, own))
        if abs(goal - own) < distance:
            moved = _with_luminance(colour, goal)
            if all(contrast(moved, ground) >= ratio for ground in grounds):
                best, distance = moved, abs(goal - own)
    ends = ("#000000", "#ffffff")
    return best or max(ends, key=lambda end: min(contrast(end, ground) for ground in grounds))


def _windows(grounds: list[float], ratio: float) -> list[tuple[float, float]]:
    """The ranges of luminance that keep `ratio` from every ground: below, above and between them."""
    above = [0.0, *((ground + 0.05) * ratio - 0.05 for ground in grounds)]
    below = [*((ground + 0.05) / ratio - 0.05 for ground in grounds), 1.0]
    return [(low, high) for low, high in zip(above, below, strict=True) if low <= high]


def _with_luminance(colour: str, goal: float) -> str:
    """`colour` on its way to white or black, at the first step that reaches the luminance `goal`."""
    end = "#ffffff" if goal > luminance(colour) else "#000000"
    low, high = 0.0, 1.0
    for _ in range(11):
        middle = (low + high) / 2
        reached = luminance(blend(colour, end, middle))
        near = reached < goal if end == "#ffffff" else reached > goal
        low, high = (middle, high) if near else (low, middle)
    return blend(colour, end, high)
