"""One row as it is painted and as it is spoken."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from reader.paths import THEMES
from reader.style.fonts import load_fonts
from reader.style.palette import load_themes
from reader.ui.article_row.look import HEIGHTS, Density, Look
from reader.ui.article_row.painting import RowPainter, State
from reader.ui.article_row.thumbnails import Thumbnails
from reader.ui.article_row.words import spoken
from tests.ui.articles import NOON
from tests.ui.test_home import row

PALETTES = {palette.id: palette for palette in load_themes(THEMES)[0]}


@pytest.mark.parametrize("density", list(Density))
def test_a_row_says_in_which_other_feeds_its_article_is(qapp, density):
    load_fonts()
    alone = row(1)
    pictures = []
    for one in (
        alone,
        replace(alone, also_in=("L'Agence",)),
        replace(alone, also_in=("L'Agence", "Le Journal du soir")),
    ):
        image = QImage(460, HEIGHTS[density], QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        rows = RowPainter(Look(PALETTES["base"]), Thumbnails(Path("/nowhere")), 1.0)
        rows.paint(painter, image.rect(), one, State(), density)
        painter.end()
        pictures.append(image)
        words = ", ".join(one.also_in)
        assert (f"also in {words}" in spoken(one, NOON)) == bool(words)
    assert pictures[0] != pictures[1] != pictures[2]
    half = QRect(0, 0, 460, HEIGHTS[density] // 2)
    assert pictures[0].copy(half) == pictures[2].copy(half), "only the last line tells it"
