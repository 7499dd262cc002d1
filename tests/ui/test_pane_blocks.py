"""What an article can hold beside paragraphs: wide tables, code, moving pictures, embeds, definitions."""

from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from reader.core.entities import Picture
from reader.render.embeds import embed_of, provider_of
from reader.render.outline import Ground
from reader.text.blocks import Block, Kind, Run
from tests.render.articles import PALETTES, article
from tests.render.test_document import stored_picture
from tests.ui.articles import pixels
from tests.ui.test_reading_pane import click_link, pane

__all__ = ["pane"]

WIDE = (
    "| Commune | Habitants | Établissement | Arrondissement | Circonscription | Développement | Aménagement |\n"
    "|---|---|---|---|---|---|---|\n"
    "| Saint-Aubin-des-Dunes | 2 340 | anticonstitutionnellement | Côte-Atlantique | troisième | différé | non |\n"
    "| Val-aux-Grues | 640 | intergouvernemental | Marais-Septentrional | deuxième | engagé | oui |\n"
)
LONG_TABLE = "| Année | Recul |\n|---|---|\n" + "".join(f"| {1900 + n} | {n},5 |\n" for n in range(80))


def cells(shown):
    return [table.cellAt(r, c).firstCursorPosition().block().text() for table, _ in shown.outline.tables
            for r in range(table.rows()) for c in range(table.columns())]  # fmt: skip


def test_a_narrow_table_is_whole_in_the_text_numbers_to_the_right(pane):
    pane.show_article(article("| Ville | Âge |\n|---|---|\n| Ici | 12 ans |\n| Là | 3 |\n"))
    shown = pane.view.shown
    assert cells(shown) == ["Ville", "Âge", "Ici", "12 ans", "Là", "3"]
    assert not shown.outline.sheets
    table = shown.outline.tables[0][0]
    assert table.cellAt(2, 1).firstCursorPosition().blockFormat().alignment() == Qt.AlignmentFlag.AlignRight
    assert table.cellAt(2, 0).firstCursorPosition().blockFormat().alignment() == Qt.AlignmentFlag.AlignLeft


def test_a_wide_table_breaks_no_word_and_opens_whole(pane, qtbot):
    pane.show_article(article(f"Avant.\n\n{WIDE}\nAprès."))
    shown = pane.view.shown
    assert "anticonstitutionnellement" not in cells(shown) or "non" not in cells(shown)
    for table, _ in shown.outline.tables:
        for row in range(table.rows()):
            for column in range(table.columns()):
                block = table.cellAt(row, column).firstCursorPosition().block()
                for number in range(block.layout().lineCount() - 1):
                    line = block.layout().lineAt(number)
                    end = block.text()[: line.textStart() + line.textLength()]
                    assert end[-1] in " -", block.text()
    click_link(pane, "open the whole table")
    sheet = pane.following.sheet
    assert sheet.isVisible()
    model = sheet.view.model()
    assert [model.headerData(c, Qt.Orientation.Horizontal) for c in (0, 6)] == ["Commune", "Aménagement"]
    sheet.view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert model.index(0, 0).data() == "Val-aux-Grues"
    sheet.copy_text()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[0] == "Commune"
    assert [line.split("\t")[0] for line in lines[1:]] == ["Val-aux-Grues", "Saint-Aubin-des-Dunes"]
    sheet.copy_markdown()
    assert QGuiApplication.clipboard().text().split("\n")[1] == "|" + " --- |" * 7
    QTest.keyClick(sheet.view, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_long_table_stands_in_parts_whose_columns_agree(pane):
    pane.show_article(article(LONG_TABLE))
    shown = pane.view.shown
    pane.view.document().documentLayout().documentSize()
    assert [heads for _, heads in shown.outline.tables] == [True, False, False, False]
    assert len(cells(shown)) == 162
    layout = pane.view.document().documentLayout()
    edges = {
        round(layout.blockBoundingRect(table.cellAt(1, 1).firstCursorPosition().block()).left())
        for table, _ in shown.outline.tables
    }
    assert len(edges) == 1
    gaps = [shown.document.findBlock(table.lastPosition() + 1) for table, _ in shown.outline.tables[:-1]]
    assert all(layout.blockBoundingRect(gap).height() < 40 for gap in gaps)


def test_code_is_copied_by_the_button_in_its_corner(pane, qtbot):
    code = "for x in range(3):\n    print(x != 2)"
    pane.show_article(article(f"Avant.\n\n```python\n{code}\n```\n\nAprès."))
    group = next(one for one in pane.view.shown.outline.groups if one.ground is Ground.CODE)
    rect = pane.view.ground_rect(group)
    QTest.mouseMove(pane.view.viewport(), QPoint(20, 10))
    assert not pane.code_button.isVisible()
    QTest.mouseMove(pane.view.viewport(), rect.center().toPoint())
    qtbot.waitUntil(pane.code_button.isVisible)
    QTest.mouseClick(pane.code_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == code


def test_a_moving_picture_stands_still_until_it_is_pressed(pane, qtbot, tmp_path):
    file = tmp_path / "media" / "aa" / "m.gif"
    file.parent.mkdir(parents=True)
    frames = [Image.new("P", (320, 200), n) for n in range(3)]
    for n, frame in enumerate(frames):
        frame.putpalette([255, 0, 0, 0, 255, 0, 0, 0, 255] * 10)
        frame.paste(n, (0, 0, 320, 200))
    frames[0].save(file, save_all=True, append_images=frames[1:], duration=40, loop=0)
    one = Picture("https://encre.invalid/m.gif", "Bouge", file="media/aa/m.gif", width=320, height=200)
    pane.show_article(article(f"![Bouge]({one.url})", pictures=(one,)))
    pane.wait_for_pictures()
    figure, (position, number) = pane.view.shown.figure, pane.view.shown.outline.figures[0]
    assert figure.moves(number)
    spot = pane.view.picture_rect(position).topLeft() + QPoint(12, 12)

    def colour():
        return pane.view.viewport().grab().toImage().pixelColor(spot).name()

    still = colour()
    QTest.qWait(150)
    assert colour() == still
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert figure.plays(number)
    qtbot.waitUntil(lambda: colour() != still)
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not figure.plays(number)


@pytest.mark.parametrize(
    ("address", "provider"),
    [
        ("https://www.youtube.com/watch?v=abc", "YouTube"),
        ("https://player.vimeo.com/video/1", "Vimeo"),
        ("https://encre.invalid/son.mp3", "encre.invalid"),
        ("https://encre.invalid/page", ""),
        ("https://notyoutube.com/x", ""),
        ("mailto:a@youtube.com", ""),
        ("https://[bad", ""),
    ],
)
def test_known_players_have_their_name(address, provider):
    assert provider_of(address) == provider


def test_only_a_link_alone_is_a_card():
    film = Run("Le film", href="https://youtu.be/abc")
    assert embed_of(Block(Kind.PARAGRAPH, (film,))) == ("https://youtu.be/abc", "Le film")
    assert embed_of(Block(Kind.PARAGRAPH, (Run("Voir "), film))) is None
    assert embed_of(Block(Kind.PARAGRAPH, (replace(film, href="https://encre.invalid/x"),))) is None
    assert embed_of(Block(Kind.PARAGRAPH, (film,), quote=1)) is None


def test_an_embed_is_a_card_that_opens_in_the_browser(pane, qtbot):
    pane.show_article(article("Avant.\n\n[Le film du barrage](https://www.youtube.com/watch?v=abc)\n\nAprès."))
    assert Ground.EMBED in [group.ground for group in pane.view.shown.outline.groups]
    assert "YouTube, opens in the browser" in pane.view.document().toPlainText().replace("\u00a0", " ")
    with qtbot.waitSignal(pane.link_activated) as told:
        click_link(pane, "film du barrage")
    assert told.args == ["https://www.youtube.com/watch?v=abc"]


def test_exponents_indices_and_definitions_of_newer_texts_are_drawn(pane):
    pane.show_article(article("Un."))
    writer = pane.view.shown.writer
    writer.write(Block(Kind.PARAGRAPH, (Run("x"), Run("2", 16), Run(" et H"), Run("2", 32), Run("O"))))
    writer.write(replace(Block(Kind.PARAGRAPH, (Run("Encre"),)), kind="dt"))
    writer.write(replace(Block(Kind.PARAGRAPH, (Run("Un liquide."),)), kind="dd"))
    block = pane.view.document().lastBlock()
    assert block.text() == "Un liquide."
    assert block.blockFormat().leftMargin() > 20
    assert block.previous().text() == "Encre"
    offsets, iterator = [], block.previous().previous().begin()
    while not iterator.atEnd():
        offsets.append(iterator.fragment().charFormat().baselineOffset())
        iterator += 1
    assert offsets == [0, 40, 0, -18, 0]


def test_what_follows_a_table_keeps_its_distance(pane):
    pane.show_article(
        article("| A | B |\n|---|---|\n| 1 | 2 |\n\nUn mot.[^1]\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n[^1]: Note.")
    )
    document = pane.view.document()
    document.documentLayout().documentSize()
    table = pane.view.shown.outline.tables[1][0]
    last = table.cellAt(1, 1).firstCursorPosition().block()
    notes = next(group for group in pane.view.shown.outline.groups if group.ground is Ground.NOTES_RULE)
    edges = [document.documentLayout().blockBoundingRect(one) for one in (last, document.findBlock(notes.first))]
    assert 45 < edges[1].top() - edges[0].bottom() < 80


def test_an_embed_without_its_still_is_a_card(pane):
    text = "[![Le barrage (YouTube)](https://encre.invalid/still.jpg)](https://www.youtube.com/watch?v=abc)"
    pane.show_article(article(text))
    assert [group.ground for group in pane.view.shown.outline.groups] == [Ground.EMBED]
    assert not pane.view.shown.outline.figures
    assert "Le barrage (YouTube)" in pane.view.document().toPlainText()


def test_a_picture_that_leads_to_a_film_opens_it_by_a_press(pane, qtbot, tmp_path):
    file = stored_picture(tmp_path, size=(640, 360))
    one = Picture("https://encre.invalid/s.png", "Le barrage", file=file, width=640, height=360)
    pane.show_article(article(f"[![Le barrage]({one.url})](https://vimeo.com/12)", pictures=(one,), kicker=None))
    pane.wait_for_pictures()
    rect = pane.view.picture_rect(pane.view.shown.outline.figures[0][0])
    with qtbot.waitSignal(pane.link_activated) as told:
        QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert told.args == ["https://vimeo.com/12"]
    assert "Vimeo" in pane.view.document().toPlainText()


ARABIC = "كان حارس المنارة يكتب كل ليلة"


def test_from_right_to_left_marks_stand_right_and_the_first_column_is_the_rightmost(pane):
    text = f"{ARABIC}.\n\n- الأول\n- الثاني `f()` هنا\n\n| المدينة | العدد |\n|---|---|\n| هنا | 12 |\n\n> {ARABIC}"
    pane.show_article(article(text, language="ar", title="سجل الحارس"))
    document, layout = pane.view.document(), pane.view.document().documentLayout()
    layout.documentSize()
    column = pane.view.column()
    item = document.findBlock(pane.view.shown.outline.marks[0].position)
    line = item.layout().lineAt(0)
    assert layout.blockBoundingRect(item).left() + line.x() + line.width() < column - 20, "there is room for the mark"
    box = layout.blockBoundingRect(item).translated(0, -pane.view.verticalScrollBar().value()).toRect()
    strip = pane.view.viewport().grab().toImage().copy(column - 24, box.top(), 24, box.height())
    assert pixels(strip, PALETTES["base"].accent, near=60) > 4
    table = pane.view.shown.outline.tables[0][0]
    left, right = (layout.blockBoundingRect(table.cellAt(0, c).firstCursorPosition().block()) for c in (0, 1))
    assert table.cellAt(0, 1).firstCursorPosition().block().text() == "المدينة"
    assert right.left() > left.left() and right.right() > column - 12
    block = document.lastBlock()
    while not block.text().startswith("كان"):
        block = block.previous()
    assert not block.begin().fragment().charFormat().fontItalic(), "no script without italics is asked for them"
    code = next(one for one in pane.view.shown.outline.pills if one.what.name == "CODE")
    where = document.findBlock(code.position)
    assert where.text().replace("\u202f", "").find("\u2066f()\u2069") > 0
    pane.select_all()
    pane.copy()
    assert "\u2066" not in QGuiApplication.clipboard().text()


def test_a_text_that_begins_with_its_own_headline_says_it_once(pane):
    pane.show_article(article("# La digue et le marais\n\nUn mot.", title="La digue et le marais"))
    words = pane.view.document().toPlainText()
    assert words.count("La digue et le marais") == 1
    pane.show_article(article("# Autre chose\n\nUn mot.", title="La digue et le marais", id=8))
    assert "Autre chose" in pane.view.document().toPlainText()
