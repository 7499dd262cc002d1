import pytest

from reader.render.search import prepare

TEXT = "Le géomor\u00adpho\u00adlogue dit\u00a0: «\u00a0l’été\u00a0» fini\u2029Œuvre \U0001f30a été, ETE"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("geomorphologue", ["géomor\u00adpho\u00adlogue"]),
        ("été", ["été", "été", "ETE"]),
        ("l'ete", ["l’été"]),
        ("dit : « l", ["dit\u00a0: «\u00a0l"]),
        ("oeuvre", ["Œuvre"]),
        ("œuvre", ["Œuvre"]),
        ("fini oeuvre", ["fini\u2029Œuvre"]),
        ("\U0001f30a", ["\U0001f30a"]),
        ("", []),
        ("   ", []),
        ("absent", []),
    ],
)
def test_accents_hyphens_and_spaces_do_not_count(query, found):
    units = TEXT.encode("utf-16-le")
    hits = prepare(TEXT).find(query)
    assert [units[2 * start : 2 * (start + length)].decode("utf-16-le") for start, length in hits] == found


def test_a_million_hits_stop_at_a_bound():
    assert len(prepare("e" * 20_000).find("e")) == 5_000
