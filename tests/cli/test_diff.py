"""`diff` and the versions of `show`, as a process prints them."""

import json

import pytest

from tests.cli.test_cli import encre  # noqa: F401 - the fixture
from tests.loopback import rss

pytestmark = pytest.mark.network

LEAD = "<p>Le gardien du phare a quitté la pointe hier soir, après quarante ans de service.</p>"
LIST = "<ul><li>Une lampe</li><li>Une carte</li></ul><p>Le musée ouvrira en décembre.</p><p>La mairie se tait.</p>"


@pytest.fixture
def changed(encre, site):  # noqa: F811
    """An article read in its first version, which has two more since."""
    site.pages["/fil"] = rss("Le Journal", [("a", "Le phare", LEAD + LIST)])
    encre("add", f"{site.url}/fil")
    (row,) = json.loads(encre("list", "--json")[1])
    assert encre("mark", "read", str(row["id"]))[0] == 0
    site.pages["/fil"] = rss("Le Journal", [("a", "Le phare", LEAD.replace("quarante", "trente") + LIST)])
    encre("refresh", "--force")
    block = "<p><b>Mise à jour, 14 h :</b> il revient lundi.</p>"
    site.pages["/fil"] = rss(
        "Le Journal", [("a", "[MàJ] Le phare rouvre", block + LEAD.replace("quarante", "trente") + LIST)]
    )
    encre("refresh", "--force")
    return str(row["id"])


def test_the_json_is_the_contract_s(encre, changed):  # noqa: F811
    found = json.loads(encre("diff", changed, "--json")[1])
    assert found["blocks"][0] == {
        "op": "insert", "before": None, "after": "il revient lundi.", "moved": None,
        "words": [["insert", "il revient lundi."]],
    }  # fmt: skip
    assert found["blocks"][1]["words"][1:3] == [["delete", "quarante "], ["insert", "trente "]]
    assert [one["op"] for one in found["blocks"]] == ["insert", "replace", "equal", "equal", "equal"]
    assert {name: value for name, value in found.items() if name != "blocks"} == {
        "id": int(changed), "from": 1, "to": 3, "change": "marked update",
        "title": ["Le phare", "Le phare rouvre"], "added_words": 4, "removed_words": 1,
    }  # fmt: skip


def test_the_text_needs_no_colour(encre, changed):  # noqa: F811
    assert encre("diff", changed)[1] == (
        "Le phare rouvre\n"
        "1 → 3 · mise à jour annoncée · 4 mots ajoutés, 1 retiré\n"
        "\n"
        "~ [-Le phare-] {+Le phare rouvre+}\n"
        "\n"
        "+ {+il revient lundi.+}\n"
        "\n"
        "~ Le gardien du phare a quitté la pointe hier soir, après [-quarante-]\n"
        "  {+trente+} ans de service.\n"
        "\n"
        "  … 3 blocs sans changement\n"
    )
    assert "1 → 2 · corrected · 1 word added, 1 removed" in encre("diff", changed, "1", "2", lang="en")[1]
    assert "2 → 3" in encre("diff", changed, "2")[1]
    assert encre("diff", changed, "3", "3")[1].endswith("Rien n'a changé.\n")


def test_what_is_not_there_gets_a_sentence(encre, changed):  # noqa: F811
    assert encre("diff", "999") == (1, "", "Il n'y a pas d'article 999.\n")
    assert encre("diff", changed, "1", "9") == (1, "", f"L'article {changed} n'a pas de version 9.\n")
    assert encre("diff", changed, "7", lang="en") == (1, "", f"Article {changed} has no version 7.\n")
    assert encre("diff", changed, "x")[0] == 2
    assert encre("diff")[0] == 2


def test_show_tells_of_versions_and_shows_each_with_its_note(encre, changed):  # noqa: F811
    shown = encre("show", changed)[1]
    assert "Version 3 (dernière : 3) · modifié depuis la lecture" in shown
    assert "MISE À JOUR\nil revient lundi." in shown
    assert f"{changed:>6} ~ " in encre("list")[1]
    first = encre("show", changed, "--revision", "1")[1]
    assert first.startswith("Le phare\n")
    assert "quarante" in first and "MISE À JOUR" not in first
    assert json.loads(encre("show", changed, "--format", "json")[1])["also_in"] == []


def test_a_publisher_s_control_characters_stay_out_of_the_diff(encre, site):  # noqa: F811
    for word in ("un", "deux"):
        site.pages["/fil"] = rss("Fil", [("a", "Le phare", f"<p>Le &#x9b;31m {word} &#x202e; mot du gardien.</p>")])
        encre("add", f"{site.url}/fil")
        encre("refresh", "--force")
    out = encre("diff", "1")[1]
    assert "[-un-] {+deux+}" in out
    assert not {"\x9b", "\u202e", "\x1b"} & set(out)
