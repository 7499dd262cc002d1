"""The first hits of a search: as many and as right as the whole list has them, and never more work than there is time."""

import json
from contextlib import closing
from datetime import date

import pytest

from reader.core.filters import ArticleFilter, Grouping, Order
from reader.core.search_words import understood
from reader.paths import find_paths
from reader.store import Store, first_hits
from tests.bench.many_articles import generate, vocabulary
from tests.store.test_lists import entry, put

WORDS = vocabulary()
ASKED = (
    *(WORDS[0], WORDS[900], f"{WORDS[0]} {WORDS[40]}", WORDS[0][:3], WORDS[0][:4], WORDS[0][:5], WORDS[0][:7]),
    *(f'"{WORDS[0]} {WORDS[1]}"', f"-{WORDS[0]}", f"{WORDS[3]} -{WORDS[0]}", f"title:{WORDS[0][:4]}", "section:Droit"),
    *(f"{WORDS[0]} is:starred", f"{WORDS[2]} before:2020", f"{WORDS[1]} min:20", "zzz", "has:image", f"{WORDS[1]} c"),
)


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """12,000 articles."""
    folder = tmp_path_factory.mktemp("many")
    generate(folder, 12_000)
    with closing(Store.open(find_paths(str(folder)))) as store:
        yield store


@pytest.mark.parametrize("asked", ASKED)
def test_the_first_hits_are_hits_and_with_time_enough_the_newest(many, asked, monkeypatch):
    wanted = ArticleFilter(search=asked)
    whole = list(many.ids(wanted))
    assert set(many.listing(wanted, 100, quick=True).ids) <= set(whole)
    monkeypatch.setattr(first_hits, "_SECONDS", 60)
    monkeypatch.setattr(first_hits, "_MANY", 12_000)
    if " " not in asked or ":" in asked:
        # A word that is everywhere as it stands is not taken for a beginning.
        assert list(many.listing(wanted, 100, quick=True).ids) == whole[:100]
    assert asked in ("zzz", "has:image", f"{WORDS[1]} c") or len(whole) > 0


def test_when_the_time_is_up_what_there_is_is_given(many, monkeypatch):
    monkeypatch.setattr(first_hits, "_SECONDS", 0)
    rare = next(word for word in WORDS[2_000:] if len(many.ids(ArticleFilter(search=f"{word} "))) > 5)
    first = list(many.listing(ArticleFilter(search=f"{rare} "), 200, quick=True).ids)
    whole = list(many.ids(ArticleFilter(search=f"{rare} ")))
    assert first == whole[: len(first)] and len(first) < len(whole)
    hits = many.search(f"{rare} is:unread", 200)
    unread = set(many.ids(ArticleFilter(search=f"{rare} is:unread")))
    assert {hit.row.id for hit in hits} == unread, "the command line waits for all of them"


def test_a_beginning_is_looked_at_in_any_spelling(library):
    put(library, "Alpha", None, [entry(1, title="Élégamment"), entry(2, title="Eleganz"), entry(3, title="Élevage")])
    for typed, expected in (
        ("eleg", "12"),
        ("éleg", "12"),
        ("title:élég", "12"),
        ("eleva", "3"),
        ("-eleganz elega", "1"),
    ):
        wanted = ArticleFilter(search=typed)
        first = library.listing(wanted, 9, quick=True).ids
        whole = library.ids(wanted)
        assert list(first) == list(whole)
        numbers = {"Élégamment": "1", "Eleganz": "2", "Élevage": "3"}
        assert "".join(numbers[row.title] for row in library.rows(list(whole))) == expected, typed


@pytest.mark.parametrize(
    ("typed", "match"),
    [
        ("e", '"e"'),
        ("train e", '"train" "e"'),
        ("e*", '"e"'),
        ("l'e", '"l e"'),
        ("en", '"en"*'),
        ("7", '"7"'),
        ("字", '"字"*'),
        ("title:e", '{title} : "e"'),
    ],
)
def test_a_single_letter_is_a_word(typed, match):
    assert understood(typed, date(2026, 3, 1)).match == match


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("grouping", [Grouping.FEED, Grouping.SECTION])
def test_a_search_is_grouped_as_other_lists_are(many, order, grouping):
    ids = set(many.ids(ArticleFilter(search="is:starred")))
    plain = many.listing(ArticleFilter(grouping=grouping, order=order))
    found = many.listing(ArticleFilter(search="is:starred", grouping=grouping, order=order))
    assert list(found.ids) == [one for one in plain.ids if one in ids] and len(ids) > 50
    starts = {name: start for start, name in found.groups}
    assert [name for _, name in found.groups] == [name for _, name in plain.groups if name in starts]
    second = found.groups[1]
    assert found.ids[second[0]] != found.ids[0]
    page = many.listing(ArticleFilter(search="is:starred", grouping=grouping, order=order), 7, second[0] - 2)
    assert list(page.ids) == list(found.ids[second[0] - 2 : second[0] + 5])
    assert page.groups[:2] == ((0, found.groups[0][1]), (2, second[1]))
    assert json.dumps(list(page.times)) == json.dumps(list(found.times[second[0] - 2 : second[0] + 5]))


def test_snippets_mark_words_phrases_and_beginnings(library):
    put(
        library,
        "Alpha",
        None,
        [entry(1, markdown="Le train de nuit part. La nuit, un train attend la lueur du phare.")],
    )
    (one,) = library.ids(ArticleFilter())
    for typed, marked in (
        ('"train de nuit"', ["train de nuit"]),
        ("phar", ["phare"]),
        ("lueur -vapeur", ["lueur"]),
        ("NUIT is:unread", ["nuit", "nuit"]),
    ):
        around = library.snippets(typed, [one])[one]
        assert [part.split("\x03")[0] for part in around.split("\x02")[1:]] == marked, typed
    assert library.snippets("is:unread", [one]) == {} and library.snippets("train", []) == {}
