from datetime import UTC, datetime

import pytest

from reader.core.entities import ArticleId
from reader.render.anchors import as_markdown, highlight_of, locate
from reader.render.search import prepare

NOW = datetime(2026, 11, 18, tzinfo=UTC)
TEXT = "Titre\u2029La mer \U0001f30a ne né\u00adgocie pas, mais elle laisse du temps.\u2029Plus loin, la mer revient, et la mer repart."


def made(text, words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    units = len(text[:at].encode("utf-16-le")) // 2
    return highlight_of(text, units, units + len(words.encode("utf-16-le")) // 2, ArticleId(7), 2, NOW)


def words_at(text, found):
    units = text.encode("utf-16-le")
    return units[2 * found.position : 2 * (found.position + found.length)].decode("utf-16-le")


def test_a_highlight_keeps_words_without_soft_hyphens_and_what_is_around():
    one = made(TEXT, "né\u00adgocie pas")
    assert (one.quote, one.colour, one.id) == ("négocie pas", 2, 0)
    assert one.before.endswith("ne ")
    assert one.after.startswith(", mais")
    assert words_at(TEXT, locate(prepare(TEXT), one)) == "né\u00adgocie pas"


@pytest.mark.parametrize("nth", [0, 1])
def test_equal_words_are_told_apart_by_their_surroundings(nth):
    text = TEXT.replace("Plus loin, la mer", "Plus loin, la mer")
    one = made(text, "la mer", nth)
    later = "Un paragraphe de plus, où la mer monte.\u2029" + text
    found = locate(prepare(later), one)
    assert later[:1] == "U"
    after = later.encode("utf-16-le")[2 * (found.position + found.length) :].decode("utf-16-le")
    assert after.startswith(" revient" if nth == 0 else " repart")


def test_corrected_words_are_found_between_what_stood_around_them():
    text = "Au début de la phrase, le pont a coûté douze millions, et le maire en est content depuis lors."
    one = made(text, "le pont a coûté douze millions")
    later = text.replace("douze", "quatorze")
    found = locate(prepare(later), one)
    assert words_at(later, found) in ("le pont a coûté quatorze millions", " le pont a coûté quatorze millions")
    assert locate(prepare("Tout autre chose."), one) is None


def test_white_space_is_no_highlight_and_a_list_of_them_is_markdown():
    assert highlight_of("a   b", 1, 4, ArticleId(7), 1, NOW) is None
    first, second = made(TEXT, "La mer"), made(TEXT, "repart")
    assert as_markdown("Titre", "https://x.invalid", [second, first]) == (
        "## [Titre](https://x.invalid)\n\n> La mer\n\n> repart\n"
    )
