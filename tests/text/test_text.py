import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import Kind, Style, compose, read_runs, to_terminal, typeset
from reader.text.blocks import parse_blocks
from reader.text.typography import hyphenate, set_words

N, H = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Quoi ? Non ! Si ; voilà", f"Quoi{N}? Non{N}! Si{N}; voilà"),
        ("Quoi? Non!", f"Quoi{N}? Non{N}!"),
        ("Voici : la mer", f"Voici{H}: la mer"),
        ('Il a dit "bonjour" hier', f"Il a dit «{H}bonjour{H}» hier"),
        ("« déjà »", f"«{H}déjà{H}»"),
        ("l'eau, aujourd'hui...", "l’eau, aujourd’hui…"),
        ("12 000 euros, 45 %, 10 h 05", f"12{N}000 euros, 45{N}%, 10{H}h{H}05"),
        ("M. Dupont et Mme Durand", f"M.{H}Dupont et Mme{H}Durand"),
        ("le 18 novembre, le 1er mai, art. 3", f"le 18{H}novembre, le 1er{H}mai, art.{H}3"),
        ("3 km² à 12 km/h et 5 pommes", f"3{H}km² à 12{H}km/h et 5 pommes"),
        ("12:30 et https://a.b/c?d=e", "12:30 et https://a.b/c?d=e"),
    ],
)
def test_french_is_set_as_french(given, shown):
    assert set_words(given, "fr") == shown


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ('She said "it\'s done"', 'She said "it\'s done"'),
        ("“Curled” and ‘single’ -- dashes — as written...", "“Curled” and ‘single’ -- dashes — as written..."),
        ("What? No! Yes: so; there", "What? No! Yes: so; there"),
        ("5 km, 20 MB, 3 million, 10 a.m. by Dr. Smith", f"5{H}km, 20{H}MB, 3{H}million, 10{H}a.m. by Dr.{H}Smith"),
        ("5 kittens and 20 mice", "5 kittens and 20 mice"),
    ],
)
def test_english_is_left_as_written_but_for_numbers_and_names(given, shown):
    assert set_words(given, "en") == shown


def test_long_words_may_break_at_their_syllables():
    assert hyphenate("extraordinaire", "fr").replace("\u00ad", "-") == "extra-or-di-naire"
    assert hyphenate("extraordinaire", "ja") == "extraordinaire"


TEXT = """# Titre

Un *mot*, un **autre**, `du "code"`, ~~barré~~ et [un lien](https://e.org).[^1]

![alt](https://e.org/p.jpg "Légende␟Crédits : moi")

> Une citation
>
> - dedans

1. un
2. deux

   suite

```python
def f(): return "x"
```

| a | b |
| --- | --- |
| 1 | **2** |

---

[^1]: La note.
"""


def test_every_kind_of_block_comes_in_its_surroundings():
    blocks = parse_blocks(TEXT)
    seen = [(block.kind.value, block.quote, block.depth, block.marker) for block in blocks]
    assert seen == [
        ("h", 0, 0, ""), ("p", 0, 0, ""), ("fig", 0, 0, ""), ("p", 1, 0, ""), ("li", 1, 1, "•"), ("li", 0, 1, "1."),
        ("li", 0, 1, "2."), ("li", 0, 1, ""), ("code", 0, 0, ""), ("table", 0, 0, ""), ("hr", 0, 0, ""),
        ("fn", 0, 0, "1"),
    ]  # fmt: skip
    styles = {run.text: run.style for run in blocks[1].runs}
    assert styles["mot"] == Style.ITALIC
    assert styles['du "code"'] == Style.CODE
    assert [run.href for run in blocks[1].runs if run.text == "un lien"] == ["https://e.org"]
    assert (blocks[2].figure.caption, blocks[2].figure.credit) == ("Légende", "Crédits : moi")
    assert blocks[9].rows[1][1][0].style == Style.BOLD


def test_what_is_stored_is_what_was_composed():
    assert read_runs(typeset(TEXT, "fr-FR")) == compose(TEXT, "fr")
    for damaged in (None, b"", b"\x00abc", b"\x01abc"):
        assert read_runs(damaged) is None


def test_code_is_coloured_and_never_curled():
    code = next(block for block in compose(TEXT, "fr").blocks if block.kind is Kind.CODE)
    assert ("def", "keyword") in [(run.text.strip(), run.token) for run in code.runs]
    assert code.text == 'def f(): return "x"'


def test_the_terminal_shows_all_of_it():
    shown = to_terminal(TEXT, 72)
    assert max(map(len, shown.split("\n"))) <= 80
    for words in ("Titre\n═════", "un lien <https://e.org>", "[Légende — Crédits : moi]", "│ Une citation", "2. deux",
                  '    def f(): return "x"', "a  b\n─  ─\n1  2", "[1] La note."):  # fmt: skip
        assert words in shown


def test_no_address_of_another_scheme_is_a_link():
    for scheme in ("javascript", "file", "data", "smb", "intent"):
        blocks = parse_blocks(f"[x]({scheme}:y)")
        assert all(not run.href for block in blocks for run in block.runs)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab \n*_`#[]()!-+.1|~\\&;é\"'>?^:", max_size=80), st.sampled_from(["fr", "en", None, "ja"]))
def test_no_markdown_breaks_it(text, language):
    assert read_runs(typeset(text, language)) == compose(text, language)
    to_terminal(text)


def test_galleries_and_details_are_kept_with_the_runs_and_told_in_a_terminal():
    text = (
        "▸ **Qui paie ?**\n\nLe conseil.\n\n▴\n\n![a](https://e.org/a.png)\\\n\u2003Aube\\\n![b](https://e.org/b.png)"
    )
    made = compose(text, "fr")
    assert read_runs(typeset(text, "fr")) == made
    assert [(block.kind, block.fold) for block in made.blocks[:2]] == [(Kind.FOLD, 0), (Kind.PARAGRAPH, 1)]
    assert made.blocks[0].text == f"Qui paie{N}?"
    assert [block.figure.beside for block in made.blocks[2:]] == [False, True]
    assert to_terminal(text) == "▾ Qui paie ?\n\nLe conseil.\n\n[Aube]\n\n[b]"
