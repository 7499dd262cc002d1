from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from reader.engine.welcome import install_welcome
from reader.paths import THEMES
from reader.style.apply import apply
from reader.style.fonts import load_fonts
from reader.style.palette import load_themes
from reader.ui.keyboard_focus import KeyboardFocus
from reader.ui.language import speak
from reader.ui.sidebar import Sidebar
from tests.ui.sample_sidebar import FEEDS, TOTALS
from tests.ui.whole_window import opened

PALETTES = load_themes(THEMES)[0]


@pytest.fixture(autouse=True)
def english(qapp):
    """The window speaks English whatever the machine speaks."""
    before = QLocale()
    speak("en")
    yield
    QLocale.setDefault(before)


@pytest.fixture
def palettes():
    return PALETTES


@pytest.fixture
def palette(qapp, tmp_path):
    """Base, worn by the program."""
    load_fonts()
    if qapp.findChild(KeyboardFocus) is None:
        KeyboardFocus(qapp)
    apply(qapp, PALETTES[0], tmp_path / "cache")
    yield PALETTES[0]
    qapp.setStyleSheet("")


@pytest.fixture
def welcomed(library, paths):
    """A library with Encre's own articles in it."""
    install_welcome(library, paths, "en")
    return library


@pytest.fixture
def shown(qtbot):
    """Shows a dialog and keeps it to the end of the test."""

    def show(dialog):
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    return show


@pytest.fixture
def sidebar(qtbot, palette):
    widget = Sidebar()
    qtbot.addWidget(widget)
    widget.dress(palette)
    widget.resize(232, 700)
    widget.show_feeds(FEEDS, TOTALS, Path())
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def desktop(qtbot, qapp, palette, paths):
    """The whole window, shown, with an empty library."""
    with opened(qapp, paths) as desktop:
        yield desktop
