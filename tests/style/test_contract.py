import random
import re
from pathlib import Path

import pytest

from reader.core.errors import ThemeError
from reader.paths import THEMES
from reader.style.palette import (
    COLOURS,
    GROUPS,
    LETTERS,
    SHAPES,
    Theme,
    contrast,
    contrast_report,
    failing,
    from_oklch,
    legible,
    load_theme,
    load_themes,
    oklch,
    read_theme,
    seen_with,
    theme_files,
)
from tests.style.test_style import MINIMAL

ROOT = Path(__file__).resolve().parents[2]
PALETTES, ERRORS = load_themes(THEMES)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.id)
def test_every_pair_holds_for_every_state_and_every_eye(palette):
    report = contrast_report(palette)
    assert [one for one in report if not one.holds] == []
    pairs = {(one.pair, one.vision) for one in report}
    assert len(pairs) == len(report) > 150
    for state in ("control_hover", "control_pressed", "diff_removed", "highlight_4"):
        assert (f"text/{state}", "normal") in pairs
    for vision in ("protanopia", "deuteranopia", "tritanopia"):
        assert {("unread/list", vision), ("star/pane", vision), ("diff_added/diff_removed", vision)} <= pairs


def own_colours(chance, scheme):
    hue = chance.random() * 360
    light = scheme == "light"
    return {
        "window": from_oklch(chance.uniform(*((0.9, 1) if light else (0, 0.25))), 0.03, hue),
        "pane": from_oklch(chance.uniform(*((0.93, 1) if light else (0, 0.3))), 0.02, hue),
        "text": from_oklch(chance.uniform(*((0.1, 0.3) if light else (0.88, 1))), 0.04, hue),
        "accent": from_oklch(chance.uniform(0.2, 0.95), chance.uniform(0, 0.3), chance.random() * 360),
    }


def test_four_colours_whatever_they_are_give_a_theme_that_holds():
    chance = random.Random(11)
    for _ in range(60):
        scheme = chance.choice(("light", "dark"))
        colours = own_colours(chance, scheme)
        assert failing(Theme("mien", scheme, colours=colours).palette()) == [], colours


def test_a_colour_is_made_legible_in_its_own_hue():
    ink = legible("#ffb0b0", ["#ffffff"], 4.5)
    assert contrast(ink, "#ffffff") >= 4.5
    assert abs(oklch(ink)[2] - oklch("#ffb0b0")[2]) < 4
    assert legible("#123456", ["#ffffff"], 4.5) == "#123456"
    between = legible("#ff0000", ["#000000", "#ffffff"], 3.9)
    assert min(contrast(between, "#000000"), contrast(between, "#ffffff")) >= 3.9
    assert legible("#777777", ["#000000", "#ffffff"], 7) in ("#000000", "#ffffff")


def test_colour_blind_eyes_are_those_of_machado():
    # The paper's matrices at severity 1.0: grey stays grey, pure red is dark to a protanope.
    for vision in ("protanopia", "deuteranopia", "tritanopia"):
        assert contrast(seen_with("#808080", vision), "#808080") < 1.02
    assert contrast(seen_with("#ff0000", "protanopia"), "#000000") < contrast("#ff0000", "#000000") * 0.7
    assert seen_with("#ff0000", "protanopia") == "#6d5f00"


def test_oklch_goes_there_and_back():
    for colour in ("#000000", "#ffffff", "#24568f", "#ff6a13", "#b01f5b"):
        assert from_oklch(*oklch(colour)) == colour
    assert from_oklch(0.7, 0.5, 30).startswith("#ff")


FAULTS = [
    ('accent = "#c00000"', 'accent = "#c00000"\ntext_secondry = "#333333"', 8, "no colour token", "nom de couleur"),
    ('text = "#111111"', 'text = "#11111"', 6, "no colour #rrggbb", "n'est pas une couleur"),
    ('text = "#111111"', 'text = "#999999"', 6, "has a contrast of 2.8; it needs 7", "contraste de 2,8, il faut 7"),
    (
        'accent = "#c00000"',
        'accent = "#c00000"\ndiff_added = "#d0f0d0"\ndiff_removed = "#d0f0d0"',
        8,
        "look alike",
        "se ressemblent",
    ),
    ('accent = "#c00000"', 'accent = "#c00000"\n[shape]\nradius = 99', 9, "0-24", "0-24"),
    ('accent = "#c00000"', 'accent = "#c00000"\n[letters]\ntypeface = "Comic"', 9, "Literata", "Literata"),
    ('scheme = "light"', 'scheme = "light"\nname = { it = "Mio" }', 0, "only fr and en", "fr et en seulement"),
    ('scheme = "light"', 'scheme = "light"\npair = "../etc"', 3, "hyphens", "tirets"),
    ("[colors]", "[couleurs]", 3, "no key of a theme", "clé de thème"),
]


@pytest.mark.parametrize(("old", "new", "line", "english", "french"), FAULTS)
def test_a_fault_is_said_with_its_line_in_both_languages(tmp_path, old, new, line, english, french):
    file = tmp_path / "mien.toml"
    file.write_text(MINIMAL.replace(old, new))
    with pytest.raises(ThemeError) as caught:
        load_theme(file)
    assert english in caught.value.en
    assert french in caught.value.fr
    if line:
        assert f"mien.toml, line {line}," in caught.value.en
        assert f"mien.toml, ligne {line}," in caught.value.fr


def test_a_theme_is_written_as_it_is_read(tmp_path):
    for file in theme_files(THEMES):
        theme = read_theme(file)
        copy = tmp_path / file.name
        copy.write_text(theme.to_toml(), encoding="utf-8")
        assert read_theme(copy) == theme
        assert load_theme(copy) == load_theme(file)
    quoted = Theme("a", "light", name_en='"; id = "b\\', colours={"window": "#ffffff"})
    assert '\\"; id = \\"b\\\\"' in quoted.to_toml()


def test_hostile_files_are_refused_without_harm(tmp_path):
    (tmp_path / "large.toml").write_text(MINIMAL + "#" * 70_000)
    (tmp_path / "deep.toml").write_text("a = " + "[" * 5000)
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / ".hidden.toml").write_text("no")
    palettes, errors = load_themes(THEMES, tmp_path)
    assert (len(palettes), len(errors)) == (8, 4)
    palettes, errors = load_themes(THEMES, tmp_path / "nowhere")
    assert (len(palettes), errors) == (8, [])


def test_no_colour_is_written_in_code():
    """Colours are the themes' own; print, covers and the tray have theirs in one file."""
    written = re.compile(r"""["'{ ]#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}["';]|QColor\(\d|QColor\(["']""")
    named = re.compile(r"GlobalColor\.(?!transparent|color)")
    for file in sorted((ROOT / "reader").rglob("*.py")):
        if "palette" in file.parts:
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            assert not written.search(line), f"{file}:{number}: {line}"
            assert not named.search(line), f"{file}:{number}: {line}"


def test_every_token_is_in_a_group_and_in_the_documentation():
    grouped = [name for names in GROUPS.values() for name in names]
    assert sorted(grouped) == sorted(COLOURS)
    words = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
    for name in (*COLOURS, *SHAPES, *LETTERS):
        assert f"`{name}`" in words, name
