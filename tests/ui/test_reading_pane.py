"""The pane as a reader uses it: keys, clicks, pixels; a guard on every socket proves that reading asks nobody."""

import socket
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from reader.core.entities import Access, ArticleId, Picture, ReadingPlace
from reader.render.formats import TextStyle
from reader.render.search import prepare
from reader.style.apply import apply
from reader.style.fonts import load_fonts
from reader.ui.reading_pane import ReadingPane
from reader.ui.reading_pane.note_popup import NotePopup
from reader.ui.reading_pane.taking import copy_as_quotation
from tests.render.articles import PALETTES, UPDATED, article, long_text
from tests.render.test_document import stored_picture

LONG = long_text(2500)


@pytest.fixture
def pane(qtbot, qapp, tmp_path):
    load_fonts()
    apply(qapp, PALETTES["base"], tmp_path / "cache")
    pane = ReadingPane(tmp_path)
    qtbot.addWidget(pane)
    pane.dress(PALETTES["base"])
    pane.resize(760, 800)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def top_words(pane):
    cursor = pane.view.cursorForPosition(QPoint(2, 2))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()[:20]


def click_link(pane, words):
    pane.view.moveCursor(QTextCursor.MoveOperation.Start)
    places = prepare(pane.view.document().toRawText()).find(words)
    assert places, words
    middle = QTextCursor(pane.view.document())
    middle.setPosition(places[0][0] + 2)
    pane.view.setTextCursor(middle)
    pane.view.ensureCursorVisible()
    rect = pane.view.cursorRect(middle)
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() + QPoint(2, 0))


def test_a_link_is_told_and_never_opened_here(pane, qtbot):
    pane.show_article(article("Voir [la page suivante](https://encre.invalid/x) ou [écrire](mailto:a@encre.invalid)."))
    with qtbot.waitSignal(pane.link_activated) as told:
        click_link(pane, "page suivante")
    assert told.args == ["https://encre.invalid/x"]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "smb://x/y", "encre:unknown", "//x"])
def test_other_schemes_go_nowhere(pane, qtbot, address):
    pane.show_article(article("Un."))
    with qtbot.assertNotEmitted(pane.link_activated), qtbot.assertNotEmitted(pane.changes_requested):
        pane.view.link_chosen.emit(address)


def test_the_update_card_and_the_versions_ask_for_what_they_say(pane, qtbot):
    pane.show_article(article("Suite.", **UPDATED))
    with qtbot.waitSignal(pane.changes_requested) as told:
        click_link(pane, "See what changed")
    assert told.args == [7]
    with qtbot.waitSignal(pane.versions_requested):
        click_link(pane, "versions")
    pane.show_article(article("Début.", access=Access.TEASER))
    with qtbot.waitSignal(pane.subscriber_prompt_requested):
        click_link(pane, "Add your access")


class Forbidden(socket.socket):
    def connect(self, *_):
        raise AssertionError("a request while reading")

    connect_ex = sendto = connect


def test_reading_asks_no_server_for_anything(pane, qtbot, monkeypatch):
    monkeypatch.setattr(socket, "socket", Forbidden)
    asked = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **_: asked.append(args) or [])
    far = Picture("http://127.0.0.1:9/far.png", "Loin", width=100, height=100)
    text = "![Loin](http://127.0.0.1:9/far.png)\n\n[x](http://127.0.0.1:9/x)\n\n<img src='http://127.0.0.1:9/y.png'>"
    pane.show_article(article(text, pictures=(far,)))
    pane.wait_for_pictures()
    pane.grab()
    assert asked == []
    for address in ("http://127.0.0.1:9/far.png", "file:///etc/hostname", "data:image/png;base64,AA", "qrc:/x"):
        assert pane.view.loadResource(2, QUrl(address)).isEmpty()
    from PySide6 import QtCore

    assert not [
        child for child in pane.findChildren(QtCore.QObject) if "NetworkAccess" in child.metaObject().className()
    ]


def test_a_file_of_the_media_folder_is_served(pane, tmp_path):
    file = tmp_path / stored_picture(tmp_path)
    assert bytes(pane.view.loadResource(2, QUrl.fromLocalFile(str(file)))[:4]) == b"\x89PNG"


def test_the_place_is_kept_over_theme_zoom_width_and_a_restart(pane, qtbot):
    one = article(LONG)
    pane.show_article(one)
    pane.view.verticalScrollBar().setValue(4321)
    cursor = pane.view.cursorForPosition(QPoint(200, 300))
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor, 3)
    pane.view.setTextCursor(cursor)
    line, chosen = top_words(pane), pane.selected_text()
    assert chosen
    for name in ("sombre", "yinyang-clair", "orange-mecanique-sombre", "rose-clair"):
        pane.dress(PALETTES[name])
        assert (top_words(pane), pane.selected_text()) == (line, chosen)
        assert pane.view.verticalScrollBar().value() == 4321
    before = pane.place()
    pane.set_text_style(TextStyle(zoom=160))
    assert (pane.place().block, pane.selected_text()) == (before.block, chosen)
    pane.set_text_style(TextStyle())
    assert abs(pane.view.verticalScrollBar().value() - 4321) <= 31
    pane.resize(420, 800)
    assert pane.place().block == before.block
    pane.resize(760, 800)
    assert (pane.place().block, pane.selected_text()) == (before.block, chosen)
    with qtbot.waitSignal(pane.place_changed) as told:
        pane.view.verticalScrollBar().setValue(5000)
        pane.show_article(article("Autre.", id=ArticleId(8)))
    assert told.args[0] == 7
    kept = told.args[1]
    pane.show_article(replace(one, place=kept))
    assert abs(pane.view.verticalScrollBar().value() - 5000) <= 2
    pane.set_text_style(TextStyle(zoom=130, measure=50))
    pane.show_article(replace(one, place=kept))
    assert pane.place().block == kept.block


def test_a_place_of_a_text_that_became_shorter_is_its_end(pane):
    pane.show_article(article("Un.\n\nDeux.", place=ReadingPlace(400, 0.5)))
    assert pane.article_id() == 7


def test_space_pages_to_the_end_and_no_further(pane, qtbot):
    pane.show_article(article(LONG))
    ends = []
    pane.end_reached.connect(ends.append)
    bar, values = pane.view.verticalScrollBar(), [0]
    while pane.reading.page(True):
        assert 0 < bar.value() - values[-1] <= 800
        values.append(bar.value())
    assert bar.value() == bar.maximum()
    assert len(values) > 5
    assert ends == [7]
    assert pane.reading.page(False)
    assert bar.value() < bar.maximum()
    pane.show_article(article("Court."))
    assert not pane.reading.page(True)


def test_no_line_is_skipped_or_cut_in_two_by_a_page(pane):
    pane.show_article(article(LONG))
    pane.reading.page(True)
    for _ in range(4):
        cut = pane.view.cursorForPosition(QPoint(4, pane.view.viewport().height() - 1))
        assert pane.reading.page(True)
        assert 0 <= pane.view.cursorRect(cut).top() < 70


def test_find_marks_every_hit_and_steps_round(pane, qtbot):
    pane.show_article(article(LONG))
    pane.open_find()
    QTest.keyClicks(pane.finding.bar.field, "negocie")
    total = len(pane.finding.hits.places)
    assert total == LONG.count("négocie") > 3
    assert pane.finding.bar.count.text() == f"1 of {total}"
    QTest.keyClick(pane.finding.bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pane.finding.bar.count.text() == f"{total} of {total}"
    picture = pane.view.viewport().grab().toImage()
    pane.find_next()
    assert pane.finding.bar.count.text() == f"1 of {total}"
    QTest.keyClick(pane.finding.bar.field, Qt.Key.Key_Escape)
    assert not pane.finding.bar.isVisible()
    assert pane.selected_text() == "négocie"
    assert pane.view.viewport().grab().toImage() != picture
    pane.open_find()
    pane.finding.bar.field.setText("rien de tel")
    assert pane.finding.bar.count.text() == "No hit"


def test_hits_are_painted_in_the_theme_s_colour(pane):
    pane.show_article(article("Un mot et encore un mot, puis un dernier mot."))
    pane.open_find()
    pane.finding.bar.field.setText("mot")
    image = pane.view.viewport().grab().toImage()
    marked = QColor(PALETTES["base"].highlight_1).rgb()
    assert sum(image.pixel(x, y) == marked for x in range(image.width()) for y in range(image.height())) > 100


def test_zoom_steps_and_is_told(pane, qtbot):
    pane.show_article(article("Un."))
    with qtbot.waitSignal(pane.text_style_changed) as told:
        pane.zoom_by(1)
    assert told.args[0].zoom == 110
    pane.zoom_by(-1)
    pane.zoom_by(-1)
    assert pane.text_style().zoom == 90
    pane.zoom_by(0)
    assert pane.text_style() == TextStyle()


def test_copy_is_clean_and_carries_markdown(pane):
    pane.show_article(article("Un **anticonstitutionnellement** long mot.\n\n- un\n- deux"))
    pane.select_all()
    pane.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert "Un anticonstitutionnellement long mot.\n\n• un\n• deux" in data.text()
    assert b"**anticonstitutionnellement**" in bytes(data.data("text/markdown"))
    copy_as_quotation(pane.view)
    assert QGuiApplication.clipboard().text().startswith("> ")


def test_a_picture_opens_in_the_viewer_by_a_click(pane, qtbot, tmp_path):
    files = [stored_picture(tmp_path, f"aa/{n}.png", (640, 320), colour) for n, colour in enumerate(("red", "blue"))]
    pictures = tuple(
        Picture(f"https://encre.invalid/{n}.png", f"Image {n}", file=file, width=640, height=320)
        for n, file in enumerate(files)
    )
    pane.show_article(article("".join(f"![i]({one.url})\n\n" for one in pictures), pictures=pictures, kicker=None))
    pane.wait_for_pictures()
    position, _ = pane.view.shown.outline.figures[0]
    rect = pane.view.picture_rect(position)
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    viewer = pane.following.viewer
    assert viewer.isVisible()
    assert viewer.grab().toImage().pixelColor(viewer.rect().center() - QPoint(0, 24)) == QColor("red")
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.grab().toImage().pixelColor(viewer.rect().center() - QPoint(0, 24)) == QColor("blue")
    before = viewer.scale
    QTest.keyClick(viewer, Qt.Key.Key_Plus)
    assert viewer.scale > before
    pane.resize(900, 700)
    assert viewer.size() == QSize(900, 700)
    QTest.keyClick(viewer, Qt.Key.Key_0)
    assert viewer.scale == 1.0
    assert viewer.save_to(tmp_path / "out.png")
    assert (tmp_path / "out.png").read_bytes() == (tmp_path / files[1]).read_bytes()
    assert not viewer.save_to(tmp_path / "no" / "where.png")
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()


def test_a_picture_that_arrives_appears_without_a_jump(pane, tmp_path):
    one = Picture("https://encre.invalid/p.png", "Phare")
    text = f"![Phare]({one.url})\n\n{LONG}"
    pane.show_article(article(text, pictures=(one,)))
    pane.view.verticalScrollBar().setValue(3000)
    line = top_words(pane)
    file = stored_picture(tmp_path, size=(900, 600))
    pane.refresh_article(article(text, pictures=(replace(one, file=file, width=900, height=600),)))
    assert top_words(pane) == line
    assert pane.view.verticalScrollBar().value() > 3100
    shown = pane.view.shown
    pane.refresh_article(article(text, pictures=(replace(one, file=file, width=900, height=600),), starred=True))
    assert pane.view.shown is shown


def test_a_note_opens_beside_its_mark_and_the_text_goes_there_and_back(pane, qtbot):
    filler = "\n\n".join(["Une phrase de plus pour la hauteur de la page."] * 60)
    pane.show_article(article(f"Un mot.[^1]\n\n{filler}\n\n[^1]: La *note* du bas."))
    pane.view.link_chosen.emit("encre:note-1")
    popup = pane.findChild(NotePopup)
    assert popup.isVisible()
    assert popup.words.accessibleName() == "La note du bas."
    QTest.mouseClick(popup.findChild(QPushButton), Qt.MouseButton.LeftButton)
    bottom = pane.view.verticalScrollBar().value()
    assert bottom > 300
    pane.view.link_chosen.emit("encre:mark-1")
    assert pane.view.verticalScrollBar().value() < bottom


def test_the_outline_leads_to_each_heading(pane):
    pane.show_article(article(LONG))
    names = [one.text for one in pane.reading.headings()]
    assert names[:3] == ["Partie 1 du récit", "Partie 2 du récit", "Partie 3 du récit"]
    pane.reading.go_to_heading(2)
    assert pane.reading.next_heading()
    assert pane.reading.next_heading(backwards=True)
    rect = pane.view.viewport().rect()
    cursor = pane.view.cursorForPosition(QPoint(4, 30))
    assert cursor.block().text() == "Partie 3 du récit", rect


def test_the_tools_come_with_the_pointer_and_ask(pane, qtbot):
    pane.show_article(article("Un.", **UPDATED))
    assert not pane.tools.isVisible()
    QTest.mouseMove(pane.view.viewport(), QPoint(40, 40))
    QTest.mouseMove(pane.view.viewport(), QPoint(60, 60))
    assert pane.tools.isVisible()
    for name, signal in (("star", pane.star_requested), ("unread", pane.unread_requested)):
        with qtbot.waitSignal(signal) as told:
            QTest.mouseClick(pane.tools.buttons[name], Qt.MouseButton.LeftButton)
        assert told.args == [7]
    assert all(button.accessibleName() and button.toolTip() for button in pane.tools.buttons.values())
    pane.refresh_article(article("Un.", starred=True, **UPDATED))
    assert pane.tools.buttons["star"].toolTip() == "Remove the star (S)"


def test_a_long_article_is_there_at_once_and_whole_soon(pane, qtbot):
    pane.show_article(article(long_text(20_000)))
    assert not pane.view.shown.complete
    assert top_words(pane)
    qtbot.waitUntil(lambda: pane.view.shown.complete, timeout=20_000)
    whole = pane.view.document().blockCount()
    assert whole > len(pane.view.shown.parts.blocks)
    pane.show_article(article(long_text(20_000), id=ArticleId(9), place=ReadingPlace(300, 0.2)))
    assert pane.place().block == 300


def test_an_empty_pane_says_so(pane):
    pane.show_article(article("Un."))
    pane.show_empty("nothing_selected", "Nothing is open", "Choose an article.")
    assert pane.article_id() is None
    assert not pane.view.isVisible()
    assert pane.grab().toImage().size() == QSize(760, 800)
    assert not pane.reading.page(True)
    pane.open_find()
    pane.copy()


def test_the_progress_line_follows(pane):
    pane.show_article(article(LONG))
    assert pane.progress.share() == 0
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum())
    assert pane.progress.share() == 1
    image = QImage(pane.grab().toImage())
    assert image.pixelColor(300, 0) == QColor(PALETTES["base"].accent)


def headline_pixels(pane):
    block = pane.view.document().begin()
    while block.blockFormat().headingLevel() != 1:
        block = block.next()
    return block.charFormat().font().pixelSize()


def test_the_headline_is_smaller_in_a_narrow_pane_and_the_place_stays(pane):
    pane.show_article(article(LONG))
    wide = headline_pixels(pane)
    pane.view.verticalScrollBar().setValue(4000)
    before = pane.place().block
    pane.resize(360, 800)
    assert headline_pixels(pane) < wide
    assert abs(pane.place().block - before) <= 1
    pane.resize(760, 800)
    assert headline_pixels(pane) == wide
    assert abs(pane.place().block - before) <= 1
