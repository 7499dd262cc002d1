"""What a desktop asks of every program, and how Freedesktop's portal, GNOME and KDE say it. Pure."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

_APPEARANCE, _GNOME = "org.freedesktop.appearance", "org.gnome.desktop.interface"
_GNOME_ACCESS = "org.gnome.desktop.a11y.interface"
_KDE, _KDE_FONTS = "org.kde.kdeglobals.KDE", "org.kde.kdeglobals.General"
# What is asked, and nothing else is listened to.
KEYS = (
    (_APPEARANCE, "color-scheme"),
    (_APPEARANCE, "contrast"),
    (_APPEARANCE, "reduced-motion"),
    (_GNOME, "text-scaling-factor"),
    (_GNOME, "enable-animations"),
    (_GNOME_ACCESS, "high-contrast"),
    (_KDE, "AnimationDurationFactor"),
    (_KDE_FONTS, "font"),
)
# Plasma's own letters are 10 points; GNOME tells a factor.
_KDE_POINTS = 10.0
_LEAST, _MOST = 0.8, 3.0


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the desktop asks for. `text` is a factor (1.0: as usual), `scheme` is "" where it does not say."""

    scheme: Literal["", "light", "dark"] = ""
    contrast: bool = False
    calm: bool = False
    text: float = 1.0

    def to_text(self) -> str:
        """For the settings: what was heard last holds at the next start, before the desktop can be asked."""
        return json.dumps(asdict(self))


def wishes_from_text(words: str) -> Wishes:
    """What `to_text` wrote; anything else is no wish."""
    try:
        found: Any = json.loads(words or "{}")
        scheme, text = found.get("scheme", ""), float(found.get("text", 1.0))
        return Wishes(
            scheme if scheme in ("light", "dark") else "",
            found.get("contrast") is True,
            found.get("calm") is True,
            text if _LEAST <= text <= _MOST else 1.0,
        )
    except (ValueError, TypeError, AttributeError):
        return Wishes()


def wishes_from(answers: Mapping[tuple[str, str], object], *, contrast: bool = False) -> Wishes:
    """The portal's answers as wishes; what is missing or makes no sense is no wish. `contrast`: another door's word.

    color-scheme: 1 dark, 2 light; contrast and reduced-motion: 1 wanted (the portal's documentation of Settings).
    """
    scheme = _number(answers.get((_APPEARANCE, "color-scheme")), 0)
    kde_factor = _number(answers.get((_KDE, "AnimationDurationFactor")), 1)
    return Wishes(
        scheme="dark" if scheme == 1 else "light" if scheme == 2 else "",
        contrast=contrast
        or _number(answers.get((_APPEARANCE, "contrast")), 0) == 1
        or answers.get((_GNOME_ACCESS, "high-contrast")) is True,
        calm=_number(answers.get((_APPEARANCE, "reduced-motion")), 0) == 1
        or answers.get((_GNOME, "enable-animations")) is False
        or kde_factor == 0,
        text=_text(answers),
    )


def _text(answers: Mapping[tuple[str, str], object]) -> float:
    factor = _number(answers.get((_GNOME, "text-scaling-factor")), 0)
    if not factor:
        # KDE: "Noto Sans,10,-1,5,50,0,0,0,0,0".
        parts = str(answers.get((_KDE_FONTS, "font"), "")).split(",")
        factor = _number(parts[1], 0) / _KDE_POINTS if len(parts) > 1 else 0
    return round(min(_MOST, max(_LEAST, factor)), 2) if factor > 0 else 1.0


def _number(value: object, default: float) -> float:
    try:
        found = float(str(value)) if value is not None and not isinstance(value, bool) else default
    except ValueError:
        return default
    return found if found == found and abs(found) < 1e6 else default
