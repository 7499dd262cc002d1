"""What stands in the document: words in order, marks, colours, pictures; read as the reader sees it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from reader.core.entities import Access, Enclosure, Picture
from reader.render.article import ArticleDocument, is_right_to_left
from reader.render.copying import as_markdown, as_quotation, as_text
from reader.render.figures import Pictures, look_up
from reader.render.formats import TextStyle, column_width
from reader.render.outline import Ground, Pill
from reader.style.fonts import load_fonts
from tests.render.articles import PALETTES, UPDATED, article, long_text

BASE = PALETTES["base"]


@pytest.fixture(autouse=True)
def fonts(qapp):
    load_fonts()


def document(one, tmp_path=Path("/nowhere"), width=640.0, palette=BASE):
    return ArticleDocument(one, TextStyle(), palette, Pictures(), data_folder=tmp_path, width=width)


def words(shown):
    return [line for line in as_text(shown.document, shown.outline, 0, 1 << 30).split("\n") if line.strip()]


def stored_picture(tmp_path, name="aa/one.png", size=(400, 200), colour="#ff0000"):
    file = tmp_path / "media" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(*size, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    assert image.save(str(file))
    return f"media/{name}"


def test_the_head_and_the_body_in_reading_order():
    text = "## Titre\n\nUn *mot*, `code`.\n\n> dit-elle\n\n- un\n- deux\n\n1. prime\n\n```py\nx = 1\ny = 2\n```\n\n---\n\nfin"
    found = words(document(article(text, **UPDATED)))
    assert [" ".join(line.split()) for line in found[:7]] == [
        "Environnement 4 min Updated",
        "La digue et le marais",
        "Trois hivers de travaux",
        "By Maëlle Kerdoncuff · Le Journal",
        " ".join(found[4].split()),
        " ".join(found[5].split()),
        "La préfecture confirme le report au printemps.",
    ]
    assert found[4].startswith("Published 18 November 2026")
    assert "2\u00a0versions" in found[4] or "versions" in found[4]
    assert found[5].startswith("Update\u00a0 ·\u00a0 18 November 2026")
    assert found[7:] == [
        "See what changed", "Titre", "Un mot, \u202fcode\u202f.", "dit-elle", "• un", "• deux", "1. prime",
        "x = 1", "y = 2", "fin",
    ]  # fmt: skip


def test_grounds_pills_and_headings_are_noted_where_they_are():
    text = "## Un\n\n### Deux\n\n> q\n>\n> r\n\n```\nz\n```\n\nUn `mot` là.[^1]\n\n[^1]: La note."
    shown = document(article(text, **UPDATED))
    outline = shown.outline
    assert [group.ground for group in outline.groups] == [Ground.UPDATE, Ground.QUOTE, Ground.CODE, Ground.NOTES_RULE]
    assert [(one.text, one.level) for one in outline.headings] == [("Un", 2), ("Deux", 3)]
    assert [span.what for span in outline.pills] == [Pill.SECTION, Pill.UPDATE, Pill.CODE]
    quote = outline.groups[1]
    assert shown.document.findBlock(quote.first).text() == "q"
    assert shown.document.findBlock(quote.last).text() == "r"
    assert list(outline.note_places) == ["1"]
    assert shown.document.findBlock(outline.note_places["1"]).text().startswith("La note.")
    assert len(outline.starts) == 1 + len(shown.parts.blocks)
    for start, block in zip(outline.starts[1:], shown.parts.blocks, strict=True):
        assert shown.document.findBlock(start).text()[:3] in (block.text[:3], "Not")


def test_an_unknown_kind_of_block_is_a_paragraph():
    from dataclasses import replace

    shown = document(article("Un."))
    block = replace(shown.parts.blocks[0], kind="diagram")
    shown.writer.write(block)
    assert shown.document.lastBlock().text() == "Un."


@pytest.mark.parametrize("theme", ["sombre", "yinyang-clair", "orange-mecanique-sombre"])
def test_a_change_of_theme_recolours_what_is_written(theme):
    palette = PALETTES[theme]
    text = "Un [lien](https://encre.invalid/x) et du `code`.\n\n```py\ndef f(): pass\n```"
    shown, fresh = document(article(text)), document(article(text), palette=palette)
    assert shown.dress(palette, 0, 1 << 30) is False
    assert colours(shown) == colours(fresh) != colours(document(article(text)))


def colours(shown):
    found, block = [], shown.document.begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            letters = iterator.fragment().charFormat()
            found.append((iterator.fragment().text(), letters.foreground().color().name(), letters.fontWeight()))
            iterator += 1
        block = block.next()
    return found


def test_a_long_article_recolours_in_steps_to_the_same_colours():
    one = article(long_text(24_000))
    shown, fresh = document(one), document(one, palette=PALETTES["sombre"])
    for each in (shown, fresh):
        assert not each.complete
        each.write_more(60_000)
    assert shown.dress(PALETTES["sombre"], 0, 3000)
    while shown.tint_more(50):
        pass
    assert colours(shown) == colours(fresh)


def test_the_lead_picture_is_shown_once(tmp_path):
    file = stored_picture(tmp_path)
    lead = Picture("https://encre.invalid/p.png", "Un phare", "Le phare.", "Crédits : Encre", True, file, 400, 200)
    inside = '![Un phare](https://encre.invalid/p.png "Le phare.\u241fCrédits : Encre")'
    for text, place in ((f"{inside}\n\nSuite.", "head"), ("Suite.", "head"), (f"Suite.\n\n{inside}", "body")):
        shown = document(article(text, pictures=(lead,)), tmp_path)
        assert len(shown.outline.figures) == 1
        assert (shown.outline.figures[0][0] < shown.outline.starts[1]) is (place == "head")
        lines = words(shown)
        assert lines.count("Le phare.") == lines.count("Crédits\u00a0: Encre") + lines.count("Crédits : Encre") == 1


def render(shown, width=640, height=900):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(shown.palette.pane))
    painter = QPainter(image)
    shown.decorator.paint(painter, QRectF(0, 0, width, height))
    shown.document.drawContents(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


def count(image, colour):
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(0, image.width(), 4) for y in range(0, image.height(), 4))


def test_a_stored_picture_fills_the_column_and_a_missing_one_says_why(qtbot, tmp_path):
    file = stored_picture(tmp_path)
    here = Picture("https://encre.invalid/p.png", "Rouge", file=file, width=400, height=200)
    gone = Picture("https://encre.invalid/q.png", "Perdu", file="media/bb/gone.png", width=400, height=200)
    never = Picture("https://encre.invalid/r.png", "Attendu")
    text = "".join(f"![{one.alt}]({one.url})\n\n" for one in (here, gone, never))
    shown = document(article(text, pictures=(here, gone, never)), tmp_path)
    assert [one.file is None for one in shown.figure.shown] == [False, True, True]
    render(shown, height=1600)
    qtbot.waitUntil(lambda: not shown.figure.pictures.waiting())
    assert count(render(shown, height=1600), "#ff0000") > 640 * 320 / 16 * 0.9


@pytest.mark.parametrize("file", ["../../etc/passwd", "media/../secret.png", "settings.toml", "/etc/hostname", ""])
def test_no_file_outside_the_media_folder_is_a_picture(tmp_path, file):
    (tmp_path / "settings.toml").write_text("x")
    assert look_up(Picture("u", file=file, width=2, height=2), tmp_path).file is None


def test_a_transparent_picture_lies_on_a_light_plate_at_night(qtbot, tmp_path):
    file = stored_picture(tmp_path, colour="#00000000")
    one = Picture("https://encre.invalid/p.png", "Schéma", file=file, width=400, height=200)
    for theme, plate in (("sombre", True), ("base", False)):
        shown = document(article(f"![s]({one.url})", pictures=(one,)), tmp_path, palette=PALETTES[theme])
        render(shown)
        qtbot.waitUntil(lambda shown=shown: not shown.figure.pictures.waiting())
        assert (count(render(shown), PALETTES[theme].plate) > 5000) is plate


def test_a_teaser_has_its_prompt_and_attachments_are_listed():
    files = (Enclosure("https://encre.invalid/a/%C3%A9pisode.mp3", "audio/mpeg", 3_145_728),)
    lines = words(document(article("Début.", access=Access.TEASER, enclosures=files)))
    assert "Only the beginning of this article is here." in lines
    assert "Add your access" in lines
    assert lines[-1].replace("\u00a0", " ").startswith("épisode.mp3  ·  audio/mpeg  ·  3.0 M")
    assert "Add your access" not in words(document(article("Tout.")))


def test_arabic_runs_from_right_to_left():
    assert is_right_to_left("ar", "")
    assert is_right_to_left(None, "مرحبا بالعالم")
    assert not is_right_to_left(None, "Bonjour مرحبا")
    shown = document(article("- مرحبا بالعالم", language="ar", title="مرحبا"))
    shown.document.documentLayout().documentSize()
    block = shown.document.findBlock(shown.outline.starts[1])
    assert block.blockFormat().layoutDirection() is Qt.LayoutDirection.RightToLeft
    line = block.layout().lineAt(0)
    assert line.naturalTextRect().right() > 560


def test_the_measure_is_counted_in_characters_and_grows_with_the_letters():
    narrow, usual = column_width(TextStyle(measure=45)), column_width(TextStyle())
    assert 1.4 < usual / narrow < 1.6
    assert 1.9 < column_width(TextStyle(zoom=200)) / usual < 2.1


def test_copied_words_have_no_soft_hyphens_and_markdown_its_marks():
    text = "## Titre\n\nUn **anticonstitutionnellement** long [lien](https://encre.invalid/x) et `x()`.\n\n- un\n- deux"
    shown = document(article(text))
    start = shown.outline.starts[1]
    assert as_text(shown.document, shown.outline, start, 1 << 30) == (
        "Titre\n\nUn anticonstitutionnellement long lien et \u202fx()\u202f.\n\n• un\n• deux"
    )
    marked = as_markdown(shown.document, shown.outline, shown.figure, start, 1 << 30).replace("\u202f", "")
    assert marked == text
    quoted = as_quotation(
        shown.document, shown.outline, shown.article, shown.outline.starts[2], shown.outline.starts[3]
    )
    assert quoted.startswith("> Un anticonstitutionnellement long lien")
    assert quoted.endswith("— Maëlle Kerdoncuff, Le Journal, [La digue et le marais](https://encre.invalid/7)")


def test_the_head_names_the_other_feeds_of_the_article():
    found = words(document(article("Un.", also_in=("L'Agence", "Le Phare"))))
    line = next(" ".join(one.split()) for one in found if one.startswith("By "))
    assert line == "By Maëlle Kerdoncuff · Le Journal · also in L'Agence, Le Phare"
