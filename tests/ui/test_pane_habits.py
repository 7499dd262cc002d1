"""Typography kept, time left, menus, what a screen reader is told."""

import contextlib
import re
import zlib

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QTextCursor, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from reader.render.formats import TextStyle
from reader.settings import load_settings
from reader.ui.reading_pane.exporting import by_day_and_night, export_to, paint_on
from reader.ui.reading_pane.menus import context_menu, more_menu, outline_menu
from reader.ui.reading_pane.overlay import Overlay
from reader.ui.reading_pane.remembered import keep_style, read_style
from reader.ui.reading_pane.time_left import minutes_left
from reader.ui.reading_pane.typography_panel import TypographyPanel
from tests.render.articles import PALETTES, article
from tests.ui.test_reading_pane import LONG, pane

__all__ = ["pane"]


def test_the_typography_is_kept_in_the_settings(tmp_path):
    settings = load_settings(tmp_path / "settings.toml")
    assert read_style(settings) == TextStyle()
    chosen = TextStyle("Spectral", 130, 60, 170, True, False, True)
    keep_style(settings, chosen)
    assert read_style(load_settings(tmp_path / "settings.toml")) == chosen


def test_the_panel_sets_the_text_as_it_is_moved(pane, qtbot):
    pane.show_article(article(LONG))
    pane.tools.come()
    QTest.mouseClick(pane.tools.buttons["type"], Qt.MouseButton.LeftButton)
    panel = pane.findChild(TypographyPanel)
    assert panel.isVisible()
    QTest.mouseClick(panel.families["Spectral"], Qt.MouseButton.LeftButton)
    QTest.keyClick(panel.sliders["zoom"], Qt.Key.Key_Right)
    style = pane.text_style()
    assert (style.family, style.zoom) == ("Spectral", 105)
    assert pane.view.document().defaultFont().family() == "Spectral"
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not [one for one in pane.findChildren(Overlay) if one.isVisible()]


@pytest.mark.parametrize(
    ("minutes", "share", "left"), [(10, 0.0, 10), (10, 0.5, 5), (10, 0.95, 1), (10, 1.0, 0), (3, 2, 0)]
)
def test_the_time_left_is_whole_minutes(minutes, share, left):
    assert minutes_left(minutes, share) == left


def test_the_time_left_shows_while_scrolling(pane):
    pane.show_article(article(LONG, minutes=10))
    assert not pane.time_left.isVisible()
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum() // 2)
    assert (pane.time_left.isVisible(), pane.time_left.text()) == (True, "5 min left")
    pane.show_article(article("Court.", minutes=1))
    pane.view.verticalScrollBar().setValue(3)
    assert "left" not in pane.time_left.text() or not pane.time_left.isVisible()


def labels(menu):
    return [act.text() for act in menu.actions() if not act.isSeparator()]


def act(menu, words):
    next(one for one in menu.actions() if one.text() == words).trigger()


def test_the_menus_say_what_can_be_done_now(pane, qtbot):
    pane.show_article(article("Un mot [là](https://encre.invalid/x).\n\n## Deux & trois\n\n### Quatre"))
    assert labels(context_menu(pane, "")) == ["Copy", "Select all"]
    pane.view.selectAll()
    assert "Copy as Markdown" in labels(context_menu(pane, ""))
    cursor = pane.view.textCursor()
    cursor.setPosition(pane.view.shown.outline.starts[1])
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    pane.view.setTextCursor(cursor)
    menu = context_menu(pane, "https://encre.invalid/x")
    with qtbot.waitSignal(pane.search_requested) as told:
        act(menu, "Search the library for these words")
    assert told.args == ["Un"]
    act(menu, "Copy the link’s address")
    assert QGuiApplication.clipboard().text() == "https://encre.invalid/x"
    assert labels(outline_menu(pane)) == ["Deux && trois", "    Quatre"]
    more = more_menu(pane, article("Un.", url=None))
    assert [one.isEnabled() for one in more.actions() if one.text() in ("Copy the link", "Open in the browser")] == [
        False, False,
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["pdf", "epub", "html", "markdown"])
def test_every_kind_of_file_is_written(pane, tmp_path, kind):
    file = tmp_path / f"out.{kind}"
    export_to(kind, article("Un mot."), file, tmp_path, PALETTES["base"], TextStyle())
    assert file.stat().st_size > 100


def test_a_screen_reader_is_told_title_text_and_tools(pane):
    pane.show_article(article("Premier.\n\n## Deux\n\nTroisième."))
    pane.tools.come()
    text = QAccessible.queryAccessibleInterface(pane.view)
    assert text.text(QAccessible.Text.Name) == "La digue et le marais"
    words = text.textInterface()
    read = words.text(0, words.characterCount())
    places = [read.index(part) for part in ("La digue", "Maëlle", "Premier.", "Deux", "Troisième.")]
    assert places == sorted(places)
    for button in pane.tools.findChildren(QPushButton) + list(pane.tools.buttons.values()):
        told = QAccessible.queryAccessibleInterface(button)
        assert told.text(QAccessible.Text.Name), button
        assert told.role() in (QAccessible.Role.Button, QAccessible.Role.PushButton)
    assert (
        pane.view.document().findBlock(pane.view.shown.outline.headings[0].position).blockFormat().headingLevel() == 2
    )


def test_links_are_reached_by_tab_and_opened_by_enter(pane, qtbot):
    pane.show_article(article("Un [premier](https://encre.invalid/1) et un [second](https://encre.invalid/2)."))
    pane.view.setFocus()
    QTest.keyClick(pane.view, Qt.Key.Key_Tab)
    assert pane.tools.isVisible()
    with qtbot.waitSignal(pane.link_activated) as told:
        QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert told.args == ["https://encre.invalid/1"]
    assert pane.view.mapTo(pane, QPoint()).x() >= 0


def test_a_page_glides_where_motion_is_wanted_and_the_next_one_starts_where_it_was_going(pane, qtbot):
    pane.show_article(article(LONG))
    bar = pane.view.verticalScrollBar()
    assert pane.reading.page(True)
    first = bar.value()
    bar.setValue(0)
    pane.reading.set_motion(True)
    assert pane.reading.page(True)
    assert bar.value() < first
    assert pane.reading.page(True)
    qtbot.waitUntil(lambda: bar.value() > first)
    pane.show_article(article("Court."))
    assert not pane.reading.page(True)


def turn(pane, notches, **touchpad):
    """The wheel turned by so many notches towards the reader; `touchpad` tells pixels of its own."""
    point = QPointF(pane.view.viewport().rect().center())
    pixels = touchpad.get("pixels", QPoint())
    event = QWheelEvent(
        point, pane.view.viewport().mapToGlobal(point), pixels, QPoint(0, -120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(pane.view.viewport(), event)


def test_a_turn_of_the_wheel_glides_and_turns_add_up(pane, qtbot):
    pane.show_article(article(LONG))
    bar = pane.view.verticalScrollBar()
    turn(pane, 1)
    notch = bar.value()
    assert notch > 0, "without motion it is there at once"
    bar.setValue(0)
    pane.reading.set_motion(True)
    places = set()
    bar.valueChanged.connect(places.add)
    turn(pane, 1)
    turn(pane, 1)
    assert bar.value() < notch
    qtbot.waitUntil(lambda: bar.value() == 2 * notch)
    assert len(places) > 2
    turn(pane, -9)
    qtbot.waitUntil(lambda: bar.value() == 0)
    turn(pane, 1, pixels=QPoint(0, -7))
    assert bar.value() > 0, "a touchpad is followed as it is"


def test_the_text_moves_by_itself_until_its_end(pane, qtbot):
    pane.show_article(article(LONG, minutes=1))
    bar = pane.view.verticalScrollBar()
    assert pane.reading.toggle_auto_scroll()
    qtbot.waitUntil(lambda: bar.value() > 5)
    assert not pane.reading.toggle_auto_scroll()
    bar.setValue(bar.maximum() - 3)
    with qtbot.waitSignal(pane.motion.stopped):
        pane.reading.toggle_auto_scroll()
    assert bar.value() == bar.maximum()


def ink(pane, top, bottom):
    image = pane.view.viewport().grab().toImage()
    return min(image.pixelColor(x, y).lightness() for x in range(0, image.width(), 2) for y in range(top, bottom, 2))


def test_all_but_the_paragraph_read_is_veiled(pane):
    pane.show_article(article(LONG))
    pane.view.verticalScrollBar().setValue(3000)
    height = pane.view.viewport().height()
    around, middle = (height - 120, height - 20), (round(height * 0.34), round(height * 0.38))
    dark = ink(pane, *around)
    pane.reading.set_paragraph_focus(True)
    assert ink(pane, *middle) <= dark + 20
    assert ink(pane, *around) > dark + 60
    pane.reading.set_paragraph_focus(False)
    assert ink(pane, *around) == dark


def test_the_link_can_be_sent(pane, qtbot):
    one = article("Un.", title="Là & ici")
    pane.show_article(one)
    with qtbot.waitSignal(pane.link_activated) as told:
        act(more_menu(pane, one), "Send the link by e-mail")
    assert told.args == ["mailto:?subject=L%C3%A0%20%26%20ici&body=https%3A//encre.invalid/7"]


def test_down_moves_by_a_line_and_by_a_paragraph_where_the_others_are_veiled(pane):
    pane.show_article(article(LONG))
    bar, style = pane.view.verticalScrollBar(), pane.text_style()
    line = round(style.pixels * style.line_height / 100)
    QTest.keyClick(pane.view, Qt.Key.Key_Down)
    QTest.keyClick(pane.view, Qt.Key.Key_Down)
    assert bar.value() == 2 * line
    QTest.keyClick(pane.view, Qt.Key.Key_Up)
    assert bar.value() == line
    bar.setValue(1500)
    pane.toggle_paragraph_focus()
    eye = QPoint(8, round(pane.view.viewport().height() * 0.36))
    before = pane.view.cursorForPosition(eye).block().blockNumber()
    seen = []
    for _ in range(3):
        QTest.keyClick(pane.view, Qt.Key.Key_Down)
        seen.append(pane.view.cursorForPosition(eye).block().blockNumber())
    assert seen == [before + 1, before + 2, before + 3]
    assert pane.calm() and not pane.view.focused
    assert not pane.calm()


def test_a_screen_reader_meets_the_words_of_a_picture_where_it_stands(pane):
    pictures = "![Un phare](https://encre.invalid/p.png)\n\nDeux.\n\n![](https://encre.invalid/q.png)\n\nTrois."
    pane.show_article(article(f"Un.\n\n{pictures}"))
    words = QAccessible.queryAccessibleInterface(pane.view).textInterface()
    read = words.text(0, words.characterCount()).replace("\u00a0", " ")
    assert read.endswith("Un.\n\ufffcPicture: Un phare\nDeux.\n\ufffcPicture\nTrois.")
    pane.select_all()
    pane.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert "Picture" not in copied.text() and "Picture" not in copied.html()
    pane.open_find()
    pane.finding.bar.field.setText("phare")
    assert pane.finding.hits.places == (), "what is not seen is not found"
    blocks = [block for block in blocks_of(pane) if block.text().startswith("\ufffc")]
    assert blocks[0].layout().boundingRect().height() < 112 + 8, "the words take no room"


def blocks_of(pane):
    block = pane.view.document().begin()
    while block.isValid():
        yield block
        block = block.next()


def drawn(file):
    """What a PDF draws: its pages' contents, uncompressed."""
    found = []
    for part in re.findall(rb"stream\r?\n(.*?)endstream", file.read_bytes(), re.S):
        with contextlib.suppress(zlib.error):
            found.append(zlib.decompress(part))
    return [one for one in found if b" rg" in one or b" scn" in one or b"BT" in one]


@pytest.mark.parametrize("theme", [name for name, one in sorted(PALETTES.items()) if one.scheme == "dark"])
def test_paper_is_white_and_its_ink_that_of_the_light_pair(qapp, theme, tmp_path):
    light, dark = by_day_and_night(PALETTES[theme])
    assert (light.scheme, dark) == ("light", PALETTES[theme])
    for name, palette in (("light", light), ("dark", dark)):
        export_to("pdf", article("Un mot."), tmp_path / f"{name}.pdf", tmp_path, palette, TextStyle())
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / f"printed-{name}.pdf"))
        assert paint_on(printer, article("Un mot."), tmp_path, palette, TextStyle()) == 1
    for kind in ("", "printed-"):
        assert drawn(tmp_path / f"{kind}light.pdf")
        assert drawn(tmp_path / f"{kind}dark.pdf") == drawn(tmp_path / f"{kind}light.pdf")


@pytest.mark.parametrize("theme", ["rose-clair", "rose-sombre"])
def test_a_page_follows_the_system_from_light_to_dark(theme, tmp_path):
    light, dark = PALETTES["rose-clair"], PALETTES["rose-sombre"]
    export_to("html", article("Un mot."), tmp_path / "a.html", tmp_path, PALETTES[theme], TextStyle())
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert text.index(light.pane) < text.index("prefers-color-scheme: dark") < text.index(dark.pane)
