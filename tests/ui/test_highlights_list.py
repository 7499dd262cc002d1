from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest

from reader.core.entities import ArticleId
from reader.core.highlights import Highlight
from reader.style.apply import apply
from reader.style.fonts import load_fonts
from reader.ui.highlights_list import Entry, HighlightsList
from tests.render.articles import PALETTES

NOW = datetime(2026, 11, 18, tzinfo=UTC)


def entry(identity, article, colour, quote, note=""):
    return Entry(
        Highlight(identity, ArticleId(article), colour, quote, "", "", identity / 10, note, NOW),
        f"Titre {article}",
        "https://x.invalid",
    )


ENTRIES = [entry(1, 1, 1, "La mer"), entry(2, 2, 3, "Le phare", "à relire"), entry(3, 1, 4, "La digue")]


@pytest.fixture
def shown(qtbot, qapp, tmp_path):
    load_fonts()
    apply(qapp, PALETTES["base"], tmp_path)
    widget = HighlightsList()
    qtbot.addWidget(widget)
    widget.dress(PALETTES["base"])
    widget.resize(384, 500)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_highlights_are_listed_in_their_colours_and_opened(shown, qtbot):
    assert not shown.view.isVisible()
    shown.show_entries(ENTRIES)
    image = shown.view.viewport().grab().toImage()
    for colour in (1, 3, 4):
        wanted = QColor(getattr(PALETTES["base"], f"highlight_{colour}"))
        assert any(image.pixelColor(x, y) == wanted for x in range(12, 18) for y in range(image.height())), colour
    rect = shown.view.visualItemRect(shown.view.item(1))
    with qtbot.waitSignal(shown.highlight_chosen) as told:
        QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert told.args[0].id == 2
    spoken = [shown.view.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken == ["La mer. Titre 1", "Le phare. Titre 2", "La digue. Titre 1"]


def test_typing_asks_and_copying_takes_them_out_by_article(shown, qtbot):
    shown.show_entries(ENTRIES)
    with qtbot.waitSignal(shown.query_changed) as told:
        QTest.keyClicks(shown.field, "phare")
    assert told.args == ["phare"]
    QTest.mouseClick(shown.copy, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert text.index("## [Titre 1]") < text.index("> La mer") < text.index("> La digue") < text.index("## [Titre 2]")
    assert "à relire" in text
    shown.show_entries([])
    assert not shown.copy.isEnabled()
