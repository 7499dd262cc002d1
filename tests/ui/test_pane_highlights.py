"""Highlights as a reader makes, changes, removes and finds them again."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCursor
from PySide6.QtTest import QTest

from reader.core.entities import ArticleId
from reader.ui.reading_pane.highlighting import HighlightPanel
from tests.render.articles import PALETTES, article, long_text
from tests.ui.test_reading_pane import pane

__all__ = ["pane"]

TEXT = "Avant la phrase, une autre.\n\nLa mer ne négocie pas, mais elle laisse du temps à qui la regarde.\n\nAprès."


def select(pane, words):
    raw = pane.view.document().toRawText()
    start = raw.index(words)
    cursor = pane.view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    pane.view.setTextCursor(cursor)
    pane.view.setFocus()


def painted(pane, number):
    image = pane.view.viewport().grab().toImage()
    wanted = QColor(getattr(PALETTES["base"], f"highlight_{number}")).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))


def test_h_marks_the_selected_words_in_the_theme_s_colour(pane, qtbot):
    pane.show_article(article(TEXT))
    select(pane, "La mer")
    with qtbot.waitSignal(pane.highlight_made) as told:
        QTest.keyClick(pane.view, Qt.Key.Key_H)
    one = told.args[0]
    assert (one.quote, one.article_id, one.colour) == ("La mer", 7, 1)
    assert not pane.view.textCursor().hasSelection()
    assert painted(pane, 1) > 100
    pane.dress(PALETTES["sombre"])
    pane.dress(PALETTES["base"])
    assert painted(pane, 1) > 100


def test_h_and_n_are_the_pane_s_only_while_words_are_selected(qtbot, pane):
    heard = []
    QShortcut(QKeySequence("N"), pane, lambda: heard.append("next"))
    with qtbot.waitActive(pane):
        pane.activateWindow()
    pane.show_article(article(TEXT))
    pane.view.setFocus()
    QTest.keyClick(pane.view, Qt.Key.Key_N)
    assert heard == ["next"]
    select(pane, "Après")
    QTest.keyClick(pane.view, Qt.Key.Key_N)
    assert heard == ["next"]
    panel = pane.findChild(HighlightPanel)
    assert panel.isVisible()
    assert panel.note.hasFocus()


def test_a_press_on_a_highlight_changes_its_colour_its_note_or_takes_it_off(pane, qtbot):
    pane.show_article(article(TEXT))
    select(pane, "laisse du temps")
    QTest.keyClick(pane.view, Qt.Key.Key_H)
    kept = [replace(one, id=12) for one in pane.highlighting.highlights]
    pane.show_highlights(kept)

    def press():
        anchored = pane.view.shown.decorator.highlights[0]
        cursor = QTextCursor(pane.view.document())
        cursor.setPosition(anchored.position + 3)
        spot = pane.view.cursorRect(cursor).center() + QPoint(2, 0)
        QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        return next(one for one in pane.findChildren(HighlightPanel) if one.isVisible())

    panel = press()
    with qtbot.waitSignal(pane.highlight_changed) as told:
        QTest.mouseClick(panel.colours[2], Qt.MouseButton.LeftButton)
    assert (told.args[0].id, told.args[0].colour) == (12, 3)
    assert painted(pane, 3) > 100
    panel = press()
    panel.note.setPlainText("à relire")
    with qtbot.waitSignal(pane.highlight_changed) as told:
        QTest.mouseClick(panel.done, Qt.MouseButton.LeftButton)
    assert told.args[0].note == "à relire"
    panel = press()
    with qtbot.waitSignal(pane.highlight_removed) as told:
        QTest.mouseClick(panel.remove, Qt.MouseButton.LeftButton)
    assert told.args[0].id == 12
    assert painted(pane, 3) == 0


def test_highlights_come_back_in_a_later_version_and_the_lost_are_told(pane):
    pane.show_article(article(TEXT))
    for words in ("La mer", "une autre"):
        select(pane, words)
        QTest.keyClick(pane.view, Qt.Key.Key_H)
    kept = list(pane.highlighting.highlights)
    later = "Un ajout en tête.\n\n" + TEXT.replace("Avant la phrase, une autre.", "Rien.")
    pane.refresh_article(article(later, revision=2))
    pane.show_highlights(kept)
    raw = pane.view.document().toRawText()
    places = [(one.position, one.length) for one in pane.view.shown.decorator.highlights]
    assert [raw[start : start + length] for start, length in places] == ["La mer"]
    assert [one.quote for one in pane.highlighting.lost()] == ["une autre"]


def test_a_highlight_far_down_a_long_article_is_found_when_it_is_written(pane, qtbot):
    text = long_text(20_000) + "\n\nTout à la fin, une perle."
    pane.show_article(article(text))
    select_all = pane.view.shown
    select_all.write_more(60_000)
    select(pane, "une perle")
    QTest.keyClick(pane.view, Qt.Key.Key_H)
    kept = list(pane.highlighting.highlights)
    pane.show_article(article("Autre.", id=ArticleId(8)))
    assert pane.view.shown.decorator.highlights == []
    pane.show_article(article(text))
    pane.show_highlights(kept)
    qtbot.waitUntil(lambda: len(pane.view.shown.decorator.highlights) == 1, timeout=20_000)
    assert pane.go_to_highlight(kept[0])
    assert pane.view.verticalScrollBar().value() > 10_000
    assert not pane.go_to_highlight(replace(kept[0], id=99))
