"""A palette onto the program, live: qdarktheme's sheet for Qt's controls, QPalette, and our own rules for our panes.

The only importer of qdarktheme. Importing it costs 120 ms and it writes icons under the user's cache: its sheet is
made once for each theme and version, in our own cache folder, and read from there afterwards.
"""

import hashlib
import importlib.util
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from reader.style.controls import control_rules
from reader.style.fonts import WINDOW, font
from reader.style.palette import Palette, legible, mix
from reader.style.sheet import own_rules

_VERSION = 3
_keepers: list[QWidget] = []
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_UNUSED = re.compile(
    "QMdi|QDockWidget|QToolBox|Plot|QColumnView|QLCD|QSizeGrip|QWizard|QMainWindow|QMenuBar|QStatusBar|QToolBar"
)


def apply(app: QApplication, palette: Palette, cache: Path) -> None:
    """Dress the whole program in `palette`. A cache folder that cannot be written costs time, not the theme."""
    prepare(app)
    sheet = _base_sheet(palette, cache) + control_rules(palette) + own_rules(palette)
    # From one sheet to the next Qt polishes a widget once for each of its ancestors (200 widgets: 1,500 times, 85 ms).
    # From none to one it polishes each once, and taking one off is cheap (together 20 ms); nothing is painted between.
    app.setStyleSheet("")
    app.setPalette(_qt_palette(palette))
    app.setStyleSheet(sheet)


def prepare(app: QApplication) -> None:
    """What every theme stands on, once for each program: Fusion, our letters, and a widget that keeps Qt's tables.

    Qt remembers the rules of each widget in tables that it drops with the last sheet. A widget that was measured but
    never shown (the list of a closed combo box) is not told: it still counts as known, the new tables never hear of
    its end, and the next change of sheets walks over freed memory. One hidden widget with a sheet of its own keeps
    the tables for as long as the program runs.
    """
    if _keepers:
        return
    app.setStyle("Fusion")
    app.setFont(font(WINDOW, 13))
    keeper = QWidget()
    keeper.setObjectName("sheetKeeper")
    keeper.setStyleSheet("QWidget#sheetKeeper { padding: 0; }")
    _keepers.append(keeper)


def _qt_palette(palette: Palette) -> QPalette:
    found = QPalette()
    roles = {
        QPalette.ColorRole.Window: palette.window,
        QPalette.ColorRole.WindowText: palette.text,
        QPalette.ColorRole.Base: palette.pane,
        QPalette.ColorRole.AlternateBase: palette.list,
        QPalette.ColorRole.Text: palette.text,
        QPalette.ColorRole.Button: palette.window,
        QPalette.ColorRole.ButtonText: palette.text,
        QPalette.ColorRole.Highlight: palette.selection,
        QPalette.ColorRole.HighlightedText: palette.selection_text,
        QPalette.ColorRole.Link: palette.link,
        QPalette.ColorRole.LinkVisited: palette.link_visited,
        QPalette.ColorRole.ToolTipBase: palette.overlay,
        QPalette.ColorRole.ToolTipText: palette.text,
        QPalette.ColorRole.PlaceholderText: palette.text_secondary,
        QPalette.ColorRole.Accent: palette.accent,
        QPalette.ColorRole.Shadow: palette.shadow,
    }
    for role, colour in roles.items():
        found.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        found.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.text_disabled))
    return found


def _base_sheet(palette: Palette, cache: Path) -> str:
    facts = f"{_VERSION} {_installed()} {palette.scheme} {sorted(_custom_colours(palette).items())}"
    key = hashlib.blake2b(facts.encode(), digest_size=10).hexdigest()
    file = cache / "themes" / f"{key}.qss"
    try:
        sheet = file.read_text(encoding="utf-8")
        if all(Path(icon).exists() for icon in re.findall(r"url\(([^)]+)\)", sheet)[:3]):
            return sheet
    except OSError:
        pass
    sheet = _generated(palette, cache)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(f".{os.getpid()}.new")
        fresh.write_text(sheet, encoding="utf-8")
        fresh.replace(file)
    except OSError:
        pass
    return sheet


def _installed() -> str:
    """What another version of qdarktheme changes. (To ask importlib.metadata costs each start 9 ms.)"""
    spec = importlib.util.find_spec("qdarktheme")
    facts = Path(spec.origin).stat() if spec is not None and spec.origin else None
    return f"{facts.st_mtime_ns} {facts.st_size}" if facts else ""


def _generated(palette: Palette, cache: Path) -> str:
    with _home(cache / "qdarktheme"):
        import qdarktheme

        sheet = qdarktheme.load_stylesheet(palette.scheme, custom_colors=_custom_colours(palette))
    return _without_the_unused(str(sheet))


def _without_the_unused(sheet: str) -> str:
    """The sheet without rules for widgets Encre never shows: a fifth of the time of a switch went into them."""
    kept = []
    for selectors, body in _RULE.findall(sheet):
        used = [one for one in selectors.split(",") if not _UNUSED.search(one)]
        if used:
            kept.append(f"{','.join(used)}{{{body}}}")
    return "".join(kept)


@lru_cache(maxsize=1)
def _aside() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="encre-")


@contextmanager
def _home(folder: Path) -> Iterator[None]:
    """qdarktheme writes icons under the home folder whatever the platform says; for the moment, ours is home."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        # The icons are needed as long as we run; they go with us.
        folder = Path(_aside().name)
    kept = os.environ.get("HOME")
    os.environ["HOME"] = str(folder)
    try:
        yield
    finally:
        if kept is None:
            del os.environ["HOME"]
        else:
            os.environ["HOME"] = kept


def _custom_colours(palette: Palette) -> dict[str, str]:
    """Ten of qdarktheme's colour ids: with fewer, eight themes look like four."""
    return {
        # Boxes and choices are drawn in it: it must be seen where they lie.
        "primary": legible(palette.accent, [palette.window, palette.pane, palette.raised], 3.1),
        "background": palette.window,
        "foreground": palette.text,
        "border": palette.border,
        "toolbar.background": palette.window,
        "statusBar.background": palette.window,
        "input.background": palette.pane,
        "tableSectionHeader.background": mix(palette.window, palette.text, 0.08),
        "treeSectionHeader.background": mix(palette.window, palette.text, 0.08),
        "linkVisited": palette.link_visited,
    }
