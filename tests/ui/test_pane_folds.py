"""Details that fold: opened and closed by a click or the keyboard, by finding and by going to what they hold."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from reader.core.entities import ReadingPlace
from reader.render.formats import TextStyle
from tests.render.articles import PALETTES, article, long_text
from tests.ui.articles import pixels
from tests.ui.test_reading_pane import click_link, pane

__all__ = ["pane"]
TABLE = "| Ville | Âge |\n|---|---|\n| Ici | 12 ans |\n| Là | 3 |"
TEXT = (
    "Avant.\n\n▸ **Qui paie la digue ?**\n\nLe conseil paie.\n\n```python\nprint(1)\n```\n\n"
    f"{TABLE}\n\n## Dedans\n\n- un\n\n▸ **Et ensuite ?**\n\nRien.\n\n▴\n\n▴\n\nAprès.\n\n▾ **Ouvert**\n\nVu.\n\n▴\n\nFin."
)


def seen(pane):
    """The blocks in sight, from top to bottom, with the height that each takes."""
    layout = pane.view.document().documentLayout()
    layout.documentSize()
    block, found = pane.view.document().begin(), []
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        if block.isVisible() and rect.height() > 0 and block.text():
            found.append((rect.top(), block.text()))
        block = block.next()
    return [words for _, words in sorted(found)]


def height(pane):
    return pane.view.document().documentLayout().documentSize().height()


def body(pane):
    words = seen(pane)
    return words[words.index("Avant.") :]


def show(pane, text=TEXT, **facts):
    pane.show_article(article(text, **facts))
    pane.view.setFocus()


CLOSED = ["Avant.", "Qui paie la digue\u202f?", "Après.", "Ouvert", "Vu.", "Fin."]


def test_details_are_as_the_publisher_left_them_and_open_by_a_click(pane):
    show(pane)
    assert body(pane) == CLOSED
    low = height(pane)
    click_link(pane, "qui paie")
    opened = body(pane)
    assert opened[2] == "Le conseil paie." and "Ici" in opened and "Dedans" in opened
    assert "Et ensuite\u202f?" in opened and "Rien." not in opened, "what lies in it keeps its own state"
    high = height(pane)
    click_link(pane, "qui paie")
    assert body(pane) == CLOSED
    assert height(pane) == low, "code and tables leave no gap behind"
    click_link(pane, "qui paie")
    assert height(pane) == high


def test_what_is_hidden_takes_no_click_and_no_place(pane, qtbot):
    show(pane, f"▸ **Plus**\n\n{long_text(300)}\n\n▴\n\nUn [lien](https://encre.invalid/9) ici.\n\n{long_text(300)}")
    for times in range(3):
        if times:
            click_link(pane, "plus")
            click_link(pane, "plus")
        with qtbot.waitSignal(pane.link_activated) as told:
            click_link(pane, "lien")
        assert told.args == ["https://encre.invalid/9"]
        for y in range(0, pane.view.viewport().height(), 3):
            assert pane.view.cursorForPosition(QPoint(5, y)).block().isVisible(), (times, y)
        top = pane.view.viewport().grab().toImage()
        assert pixels(top.copy(0, 0, 400, 120), PALETTES["base"].pill) > 300, "the section's ground is painted"


def test_the_keyboard_opens_them_and_passes_over_links_in_closed_ones(pane, qtbot):
    show(pane, "▸ **Plus**\n\nUn [lien caché](https://encre.invalid/1).\n\n▴\n\nUn [lien](https://encre.invalid/2).")
    QTest.keyClick(pane.view, Qt.Key.Key_Tab)
    assert pane.view.textCursor().selectedText() == "Plus"
    QTest.keyClick(pane.view, Qt.Key.Key_Tab)
    with qtbot.waitSignal(pane.link_activated) as told:
        QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert told.args == ["https://encre.invalid/2"]
    show(pane, "▸ **Plus**\n\nUn mot.\n\n▴\n\nFin.", id=9)
    QTest.keyClick(pane.view, Qt.Key.Key_Tab)
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert "Un mot." in seen(pane)


def test_finding_opens_what_hides_the_hit(pane):
    show(pane)
    pane.open_find()
    pane.finding.bar.field.setText("rien")
    assert len(pane.finding.hits.places) == 1
    assert "Rien." in body(pane)
    place = pane.view.cursorForPosition(QPoint(4, 4)).position()
    assert place < pane.finding.hits.places[0][0]


def test_a_heading_in_them_is_gone_to_and_its_way_opened(pane):
    show(pane)
    assert not pane.reading.next_heading(), "what is not seen is passed over"
    pane.reading.go_to_heading(0)
    assert "Dedans" in body(pane)


def test_what_was_opened_stays_open_through_theme_letters_and_another_article(pane):
    show(pane)
    click_link(pane, "qui paie")
    opened = body(pane)
    pane.dress(PALETTES["sombre"])
    assert body(pane) == opened
    pane.set_text_style(TextStyle(zoom=135))
    assert body(pane) == opened
    show(pane, "Un autre.", id=8)
    show(pane)
    assert body(pane) == opened


def test_the_place_before_and_after_closed_details_is_kept(pane):
    text = f"{long_text(600)}\n\n▸ **Plus**\n\n{long_text(900)}\n\n▴\n\n{long_text(900)}"
    show(pane, text)
    bar = pane.view.verticalScrollBar()
    for share in (0.2, 0.5, 0.8):
        bar.setValue(round(bar.maximum() * share))
        place, value = pane.place(), bar.value()
        show(pane, text, place=place)
        assert abs(bar.value() - value) <= 2, share
        assert not pane.view.shown.outline.folds[0].is_open
    inside = pane.view.shown.outline.starts.index(pane.view.shown.outline.folds[0].first) + 3
    show(pane, text, place=ReadingPlace(inside, 0.5))
    assert pane.view.shown.outline.folds[0].is_open, "a place in them opens them"
    assert pane.place().block == inside


def test_their_sign_turns_and_hairlines_hold_them(pane):
    show(pane)
    fold = pane.view.shown.outline.folds[0]
    rect = pane.view.document().documentLayout().blockBoundingRect(pane.view.document().findBlock(fold.position))
    room = rect.toRect().translated(0, -pane.view.verticalScrollBar().value())
    room.setWidth(26)

    def sign():
        return pane.view.viewport().grab().toImage().copy(room)

    before = sign()
    assert pixels(before, PALETTES["base"].accent, near=40) > 20
    click_link(pane, "qui paie")
    assert pixels(sign(), PALETTES["base"].accent, near=40) > 20 and sign() != before


def test_all_is_copied_and_printed_open(pane, tmp_path):
    show(pane)
    pane.copy_as_markdown()
    assert "Rien." in QGuiApplication.clipboard().text()
    from reader.render.export.pdf import Printout

    printed = Printout(article(TEXT), tmp_path, TextStyle(), PALETTES["base"])
    assert "Rien." in printed.shown.document.toPlainText()
    assert all(fold.is_open for fold in printed.shown.outline.folds)
    block = printed.shown.document.begin()
    while block.isValid():
        assert block.isVisible()
        block = block.next()


def test_what_is_read_aloud_is_what_is_seen(pane):
    from reader.render.sentences import sentences_of

    show(pane)
    assert "Le conseil paie." not in [one.words for one in sentences_of(pane.view.document())]
    click_link(pane, "qui paie")
    assert "Le conseil paie." in [one.words for one in sentences_of(pane.view.document())]
