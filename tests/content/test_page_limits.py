"""Pages that are made to hurt: cut or refused, with a sentence, and the words that can be kept are kept."""

import pytest

from reader.content.extract import extract
from reader.content.markup import clean
from reader.core.errors import ContentError, EncreError

WORDS = "Une vraie phrase avec des mots, une virgule et un point final. "
PARAGRAPH = f"<p>{WORDS * 12}</p>"


def page(inside):
    return f"<html><head><title>t</title></head><body><article><h1>t</h1>{inside}</article></body></html>".encode()


HOSTILE = {
    "bottomless divs": page("<div>" * 5_000 + PARAGRAPH + "</div>" * 5_000),
    "bottomless lists": page("<ul><li>" * 3_000 + PARAGRAPH),
    "nested tables": page("<table><tr><td>" * 300 + PARAGRAPH + "</td></tr></table>" * 300),
    "an endless page": page(PARAGRAPH * 8_000),
    "one endless line": page("<p>" + WORDS * 30_000 + "</p>"),
    "attributes": page("<div " + " ".join(f'a{n}="x"' for n in range(100_000)) + f">{PARAGRAPH}</div>"),
    "attributes with brackets": page("<div " + " ".join(f'a{n}=">"' for n in range(30_000)) + f">{PARAGRAPH}</div>"),
    "links": page(PARAGRAPH + '<a href="/x">lien</a> ' * 20_000),
    "a line of links": page(PARAGRAPH + '<a href="/x">lien</a> ' * 50_000),
    "pictures": page(PARAGRAPH + "<img src=/a.jpg>" * 20_000),
    "notes": page('<p>x<sup><a href="#n">1</a></sup></p>' * 5_000 + f'<p id="n">{WORDS}</p>' + PARAGRAPH),
    "headings": page("<h2>a b c d</h2>" * 10_000 + PARAGRAPH),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_keeps_its_words(name):
    found = extract(HOSTILE[name], url="https://exemple.org/a")
    assert "Une vraie phrase avec des mots" in found.text


@pytest.mark.parametrize("name", ["bottomless divs", "an endless page"])
def test_what_was_cut_is_said(name):
    assert extract(HOSTILE[name]).problems


@pytest.mark.parametrize(
    ("body", "english", "french"),
    [
        (b"", "The page is empty.", "La page est vide."),
        (b"\x00 \n", "The page is empty.", "La page est vide."),
        (
            bytes((n * n * 7 + n // 3) % 256 for n in range(20_000)),
            "This is not a web page.",
            "Ce n'est pas une page web.",
        ),
        (b"x" * 50_000_001, "The page is larger than 50 MB.", "La page dépasse 50 Mo."),
    ],
)
def test_what_is_no_page_gets_a_sentence_in_both_languages(body, english, french):
    with pytest.raises(ContentError) as caught:
        extract(body)
    assert (caught.value.en, caught.value.fr) == (english, french)
    assert isinstance(caught.value, EncreError)


def test_a_fragment_with_a_giant_tag_keeps_its_words():
    giant = "<p " + " ".join(f"b{n}" for n in range(50_000)) + f">{WORDS}</p>"
    assert clean(giant).text == WORDS.strip()


def test_a_million_ampersands_pass_the_second_wall_by_its_own_road():
    cleaned = clean("<p onclick=x>" + "&" * 1_000_000 + f"<a href='javascript:x'>{WORDS}</a><form>x</form></p>")
    assert WORDS.strip() in cleaned.text
    assert "javascript" not in cleaned.markdown


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>café « là » œuvre</p>".encode(), "café « là » œuvre"),
        ("<meta charset=iso-8859-1><p>café à 12 €</p>".encode("cp1252"), "café à 12 €"),
        ("<meta charset=utf-8><p>déjà été à l'école</p>".encode("cp1252"), "déjà été à l'école"),
        ("<p>café</p>".encode("utf-16"), "café"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Привет мир</p>'.encode("cp1251"),
         "Привет мир"),
        (b"<meta charset=x-klingon><p>caf\xe9</p>", "café"),
    ],
)  # fmt: skip
def test_pages_in_every_encoding(body, words):
    assert words in extract(body).text


def test_no_text_keeps_tens_of_thousands_of_links():
    cleaned = clean('<p>a <a href="https://e.org/x">un lien</a></p>' * 6_000)
    assert len(cleaned.markdown.split("](https://e.org/x)")) == 5_001
    assert cleaned.markdown.count("un lien") == 6_000
    assert cleaned.problems
