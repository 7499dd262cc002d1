import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QRawFont, QTextLayout
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.core.errors import ThemeError
from reader.paths import RESOURCES, THEMES
from reader.style.apply import apply
from reader.style.drawings import pixmap as drawing
from reader.style.fonts import CODE, EASIER, READING, READING_FAMILIES, WINDOW, font, load_fonts
from reader.style.icons import app_icon, icon, tray_icon
from reader.style.palette import contrast, contrast_report, legible, load_theme, load_themes

NAMES = {
    "base": "Thème de base",
    "sombre": "Thème sombre",
    "yinyang-clair": "Thème yinyang clair",
    "yinyang-sombre": "Thème yinyang sombre",
    "orange-mecanique-clair": "Thème orange mécanique clair",
    "orange-mecanique-sombre": "Thème orange mécanique sombre",
    "rose-clair": "Thème rose clair",
    "rose-sombre": "Thème rose sombre",
}
PALETTES, ERRORS = load_themes(THEMES)


def test_the_eight_themes_are_there_in_the_menu_s_order():
    assert ERRORS == []
    assert {palette.id: palette.display_name("fr") for palette in PALETTES} == NAMES
    assert [palette.id for palette in PALETTES] == list(NAMES)
    for palette in PALETTES:
        other = next(one for one in PALETTES if one.id == palette.pair)
        assert (other.pair, other.scheme != palette.scheme) == (palette.id, True)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.id)
def test_every_pair_of_colours_can_be_read(palette):
    assert [one for one in contrast_report(palette) if one.ratio < one.needs] == []


def test_no_two_themes_look_alike():
    looks = {(palette.window, palette.pane, palette.accent, palette.radius) for palette in PALETTES}
    assert len(looks) == 8


def test_contrast_is_that_of_wcag():
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
    assert contrast(legible("#ffee00", ["#ffffff"], 4.5), "#ffffff") >= 4.5


MINIMAL = 'id = "mien"\nscheme = "light"\n[colors]\nwindow = "#ffffff"\npane = "#fffff0"\ntext = "#111111"\naccent = "#c00000"\n'


def test_a_reader_s_own_theme_needs_four_colours(tmp_path):
    (tmp_path / "mien.toml").write_text(MINIMAL)
    (tmp_path / "faux.toml").write_text(MINIMAL.replace("#c00000", "rouge").replace("mien", "faux"))
    palettes, errors = load_themes(THEMES, tmp_path)
    assert [palette.id for palette in palettes][8:] == ["mien"]
    assert [one for one in contrast_report(palettes[8]) if one.ratio < one.needs] == []
    assert errors[0].en == "The theme faux.toml, line 7, cannot be used: accent: “rouge” is no colour #rrggbb."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("id = \n", "line 1"),
        (MINIMAL.replace('"light"', '"grey"'), "scheme"),
        (MINIMAL.replace("window", "windw"), "windw"),
        (MINIMAL.replace('accent = "#c00000"\n', ""), "accent"),
        (MINIMAL + "[shape]\nradius = 'x'\n", "radius"),
        ("couleurs = 1\n" + MINIMAL, "couleurs"),
        ("\x00", "TOML"),
    ],
)
def test_a_wrong_theme_file_is_named_with_its_fault(tmp_path, text, words):
    file = tmp_path / "t.toml"
    file.write_text(text)
    with pytest.raises(ThemeError, match=words) as caught:
        load_theme(file)
    assert "t.toml" in caught.value.fr


def test_the_fonts_are_ours_with_their_weights(qapp):
    load_fonts()
    load_fonts()
    for family in (READING, WINDOW, CODE, EASIER):
        assert family in QFontDatabase.families()
        assert QFontInfo(font(family, 20)).family() == family
    assert QFontInfo(font(READING, 20, 600)).weight() == 600
    assert QFontInfo(font(READING, 20, italic=True)).italic()
    assert list((RESOURCES / "fonts").glob("*OFL.txt"))


def gallery():
    widget = QWidget()
    layout = QVBoxLayout(widget)
    for part in (QPushButton("Ajouter"), QLineEdit("mer"), QCheckBox("Toujours")):
        layout.addWidget(part)
    widget.resize(240, 160)
    return widget


def test_a_live_switch_through_all_eight_comes_back_to_the_same_pixels(qtbot, qapp, tmp_path):
    load_fonts()
    widget = gallery()
    qtbot.addWidget(widget)
    seen = []
    for part in widget.findChildren(QWidget):
        part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.show()
    apply(qapp, PALETTES[1], tmp_path / "cache")
    qapp.processEvents()
    for palette in [*PALETTES, PALETTES[0]]:
        apply(qapp, palette, tmp_path / "cache")
        qapp.processEvents()
        picture = widget.grab().toImage()
        assert picture.pixelColor(2, 2) == QColor(palette.window)
        seen.append(bytes(picture.constBits()))
    assert seen[0] == seen[8]
    assert len(set(seen)) == 8
    assert not Path("~/.cache/qdarktheme").expanduser().exists()
    sheets = list((tmp_path / "cache" / "themes").glob("*.qss"))
    assert len(sheets) == 8


def test_a_sheet_is_made_once(qapp, tmp_path, monkeypatch):
    from reader.style import apply as module

    apply(qapp, PALETTES[0], tmp_path)
    made = []
    monkeypatch.setattr(module, "_generated", lambda *_: made.append(1) or "")
    apply(qapp, PALETTES[0], tmp_path)
    assert made == []
    apply(qapp, dataclasses.replace(PALETTES[0], accent="#123456"), tmp_path)
    assert made == [1]


def test_icons_and_drawings_take_the_theme_s_colours(qapp):
    picture = icon("star", "#ff0000", 20).pixmap(20, 20).toImage()
    reds = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    assert any(colour.alpha() > 200 and colour.red() > 200 and colour.green() < 60 for colour in reds)
    assert not app_icon().pixmap(64, 64).isNull()
    assert tray_icon(3).pixmap(64, 64).toImage() != tray_icon(0).pixmap(64, 64).toImage()
    drawings = {
        bytes(drawing(name, 80, PALETTES[0]).toImage().constBits())
        for name in ("welcome", "no_result", "bell_asleep", "nothing_unread", "no_feeds", "offline", "nothing_selected")
    }
    assert len(drawings) == 7


def test_every_typeface_to_read_in_is_shipped_with_its_licence_and_french_spaces(qapp):
    load_fonts()
    sorts = [family.sort for family in READING_FAMILIES]
    assert (sorts.count("serif"), sorts.count("sans"), sorts.count("easier")) >= (2, 2, 1)
    for family in READING_FAMILIES:
        shown = font(family.name, 20)
        assert QFontInfo(shown).family() == family.name
        assert QFontInfo(font(family.name, 20, italic=True)).italic()
        raw = QRawFont.fromFont(shown)
        for sign in "\u202f\u2009\u2011\u00adéœÀ«»’":
            assert raw.supportsCharacter(ord(sign)), (family.name, hex(ord(sign)))
        assert (RESOURCES / "fonts" / f"{family.name.replace(' ', '')}-OFL.txt").exists()


@pytest.mark.parametrize("words", ["🙂", "🇫🇷", "👩‍🚀", "❤️"])
def test_an_emoji_is_never_a_box(qapp, words):
    load_fonts()
    layout = QTextLayout(words, font(READING, 20))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = [(glyph, run.rawFont().familyName()) for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    assert glyphs and all(glyph for glyph, _ in glyphs), glyphs
