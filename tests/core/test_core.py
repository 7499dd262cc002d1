import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.core.changes import Changes
from reader.core.entities import ArticleId, FeedId
from reader.core.filters import ArticleFilter
from reader.core.reading import count_words, reading_minutes
from reader.engine import protocol
from reader.settings import load_settings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Un deux trois", 3),
        ("L’océan recule aujourd'hui", 3),
        ("[une page](https://exemple.org/a/b/c)", 2),
        ("![vague](https://exemple.org/v.png)", 1),
        ("après-midi — « c’est-à-dire » -- d'où", 3),
        ("- un\n- deux 'trois' l'-été", 5),
        ("слово за слово", 3),
        ("ľahká noc, œuvre €5 😀", 4),
    ],
)
def test_words_are_those_a_reader_reads(text, words):
    assert count_words(text) == words


@given(st.text(st.one_of(st.characters(), st.sampled_from("aàœ'’- \n_.²ª“…"))))
def test_words_are_counted_as_the_definition_says_in_any_script(text):
    assume("](" not in text)
    assert count_words(text) == len(re.findall(r"\w+(?:['’\-]\w+)*", text))


@pytest.mark.parametrize(
    ("words", "language", "minutes"),
    [(0, "fr", 0), (1, "fr", 1), (214, "fr", 1), (215, "fr", 2), (238, "en-GB", 1), (221, None, 2)],
)
def test_minutes_round_up_at_the_language_s_speed(words, language, minutes):
    assert reading_minutes(words, language) == minutes


def test_changes_concern_the_lists_they_touch():
    new = Changes(new=frozenset({ArticleId(1)}), feeds=frozenset({FeedId(7)}), origin="engine")
    assert new.affects(ArticleFilter())
    assert new.affects(ArticleFilter(feed_id=FeedId(7)))
    assert not new.affects(ArticleFilter(feed_id=FeedId(8)))
    assert not Changes(counts=True).affects(ArticleFilter())
    assert not Changes()
    both = new | Changes(statuses=frozenset({ArticleId(2)}), origin="list")
    assert (both.new, both.statuses, both.origin) == ({1}, {2}, "")


@pytest.mark.parametrize(
    "message",
    [
        protocol.Hello(1, 1),
        protocol.Refresh((1, 2), True),
        protocol.Changed(new=(3,), counts=True),
        protocol.Found("https://a.example", (("https://a.example/f", "A", ("Un", "Deux")),)),
        protocol.Failed("x", "Une phrase.", "A sentence."),
        protocol.Repair(),
        protocol.EstimateOffline(),
        protocol.DownloadEnclosure(3, "https://a.example/a.mp3"),
        protocol.Estimate(2, 40, 4_000_000),
        protocol.Fetching("pages", 3, 12, "Le phare"),
        protocol.Downloaded(3, 1, 0),
    ],
)
def test_a_message_survives_the_pipe(message):
    line = protocol.encode(message)
    assert line.endswith(b"\n") and line.count(b"\n") == 1
    assert protocol.decode(line) == message


@pytest.mark.parametrize(
    "line", [b"", b"{}", b"[]", b"null", b'{"type":"refresh","colour":1}', b"\xff\xfe", b'{"type":[]}']
)
def test_noise_on_the_pipe_is_refused(line):
    with pytest.raises(ValueError, match="not a message"):
        protocol.decode(line)


def test_settings_last_and_bad_ones_are_named(tmp_path):
    file = tmp_path / "settings.toml"
    settings = load_settings(file)
    assert (settings.text("theme"), settings.problems) == ("base", [])
    settings.set("theme", "sombre")
    settings.set("zoom", 120)
    assert load_settings(file).text("theme") == "sombre"
    file.write_text('zoom = 9000\nlanguage = "klingon"\nfuture = 1\n', encoding="utf-8")
    settings = load_settings(file)
    assert (settings.number("zoom"), settings.text("language"), len(settings.problems)) == (100, "system", 2)
    settings.set("zoom", 110)
    assert "future = 1" in file.read_text(encoding="utf-8")


def test_a_broken_settings_file_is_kept_aside(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_bytes(b"\x00\xff not toml")
    settings = load_settings(file)
    assert len(settings.problems) == 1
    settings.set("theme", "sombre")
    assert (tmp_path / "settings.toml.unreadable").read_bytes() == b"\x00\xff not toml"
