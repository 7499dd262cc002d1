"""Every window test speaks English, wears Base and has Encre's own fonts."""

import pytest

from reader.paths import THEMES
from reader.style.apply import apply
from reader.style.fonts import load_fonts
from reader.style.palette import load_themes
from reader.ui.language import speak


@pytest.fixture(scope="session")
def palettes():
    return {palette.id: palette for palette in load_themes(THEMES)[0]}


@pytest.fixture
def dressed(qapp, palettes, tmp_path):
    load_fonts()
    speak("en")
    apply(qapp, palettes["base"], tmp_path / "cache")
    yield palettes["base"]
    speak("en")
