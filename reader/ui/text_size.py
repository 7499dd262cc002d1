"""How large the whole window is drawn: the reader's choice, or what the desktop asked for when it was last heard.

Qt takes the factor once, before its program object is made. Everything grows together (letters, rows, icons, the
pictures' own points stay sharp), so nothing is clipped that was not clipped before.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from reader.core.wishes import wishes_from_text
from reader.settings import Settings

_VARIABLE = "QT_SCALE_FACTOR"
_LEAST, _MOST = 0.5, 4.0


def wanted_factor(settings: Settings, environment: Mapping[str, str]) -> float:
    """The factor for this start. Under X11 the desktop's larger text comes as the screen's resolution, which Qt
    follows by itself: there only the reader's own choice counts.
    """
    chosen = settings.text("interface_size")
    if chosen != "system":
        return int(chosen) / 100
    platform = environment.get("QT_QPA_PLATFORM", "")
    if platform.startswith("wayland") or (not platform and environment.get("WAYLAND_DISPLAY")):
        return wishes_from_text(settings.text("desktop_wishes")).text
    return 1.0


@contextmanager
def drawn_at(factor: float) -> Iterator[None]:
    """While Qt's program object is made; afterwards the programs we start inherit nothing of it."""
    before = os.environ.get(_VARIABLE)
    if factor != 1.0:
        os.environ[_VARIABLE] = f"{min(_MOST, max(_LEAST, factor * _given(before))):.4g}"
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(_VARIABLE, None)
        else:
            os.environ[_VARIABLE] = before


def _given(words: str | None) -> float:
    try:
        return float(words or 1)
    except ValueError:
        return 1.0
