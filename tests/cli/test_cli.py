"""The command line as other programs meet it: a process, its two streams, its exit status."""

import json
import os
import subprocess
import sys

import pytest

from reader.paths import ROOT, find_paths
from tests.loopback import picture, rss

pytestmark = pytest.mark.network


@pytest.fixture
def encre(tmp_path):
    data = tmp_path / "data"

    def run(*words, given=None, lang="fr"):
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "--data-dir", str(data), "--lang", lang, *words],
            input=given,
            capture_output=True,
            timeout=60,
            env=os.environ | {"PYTHONWARNINGS": "error"},
        )
        assert b"Traceback" not in done.stderr
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    run.data = data
    return run


@pytest.fixture
def journal(encre, site):
    body = "<p>Le texte du phare.</p><figure><img src='/p.png' alt='Un phare'><figcaption>Au soir. Crédits : Nous</figcaption></figure>"
    site.pages = {
        "/fil": rss("Le Journal", [("b", "[MàJ] Deux", body), ("a", "Un", "<p>Texte.</p>")]),
        "/p.png": picture(),
    }
    status, out, _ = encre("add", f"{site.url}/fil", "--json")
    assert status == 0
    return json.loads(out)


def test_a_feed_is_added_listed_and_shown(encre, journal):
    assert (journal["title"], journal["new"], journal["added"]) == ("Le Journal", 2, True)
    rows = json.loads(encre("list", "--json")[1])
    assert [row["title"] for row in rows] == ["Deux", "Un"]
    assert "markdown" not in rows[0]
    status, out, _ = encre("show", str(rows[0]["id"]), "--format", "json")
    shown = json.loads(out)
    assert status == 0
    assert shown["update"] == {"marker": "MàJ", "at": None, "block": None}
    assert shown["markdown"].startswith("Le texte du phare.")
    assert shown["offline"]["state"] == "ready"
    assert [one["change"] for one in shown["revisions"]] == ["first"]
    assert "Le texte du phare." in encre("show", str(rows[0]["id"]))[1]


def test_statuses_change_and_come_back(encre, journal):
    ids = [row["id"] for row in json.loads(encre("list", "--json")[1])]
    assert encre("mark", "read", str(ids[0]))[0] == 0
    assert [row["id"] for row in json.loads(encre("list", "--view", "unread", "--json")[1])] == [ids[1]]
    assert encre("mark", "starred", given=f"{ids[1]}\n".encode())[0] == 0
    assert [row["id"] for row in json.loads(encre("list", "--view", "starred", "--json")[1])] == [ids[1]]
    assert encre("mark", "read", "--all", "--view", "unread")[0] == 0
    assert json.loads(encre("list", "--view", "unread", "--json")[1]) == []
    assert encre("undo")[0] == 0
    assert [row["id"] for row in json.loads(encre("list", "--view", "unread", "--json")[1])] == [ids[1]]


def test_what_cannot_be_done_is_one_sentence_and_a_status(encre, journal, site):
    assert encre("show", "999") == (1, "", "Il n'y a pas d'article 999.\n")
    assert encre("mark", "read", "1", "999")[0] == 1
    assert len(json.loads(encre("list", "--view", "unread", "--json")[1])) == 2
    assert encre("mark", "read", "x") == (1, "", "« x » n'est pas un id.\n")
    assert encre("refresh", "--feed", "77")[0] == 1
    assert encre("extract", "/nulle/part")[0] == 1
    assert encre("frobnicate")[0] == 2
    assert encre("show", "pas-un-nombre")[0] == 2
    assert encre("add", f"{site.url}/rien", lang="en")[0] == 1
    site.pages = {}
    status, out, _ = encre("refresh", "--force", "--json")
    assert status == 3
    assert json.loads(out)["failed"][0]["feed_id"] == journal["feed_id"]


def test_nothing_reached_and_a_busy_library_have_their_own_status(encre, journal, site):
    from reader.engine.lock import EngineLock

    with EngineLock(find_paths(str(encre.data)).lock):
        assert encre("refresh")[0] == 4
    site.shutdown()
    site.server_close()
    assert encre("refresh", "--force")[0] == 5


def test_search_feeds_offline_notifications_and_opml(encre, journal, tmp_path):
    found = json.loads(encre("search", "PHARE", "--json")[1])
    assert [one["title"] for one in found] == ["Deux"]
    assert "**phare**" in found[0]["snippet"].lower()
    assert json.loads(encre("offline", "--json")[1])["ready"] == 2
    tray = json.loads(encre("notifications", "--json", "--seen")[1])
    assert [one["kind"] for one in tray] == ["new"]
    assert json.loads(encre("notifications", "--json")[1])[0]["seen"]
    file = tmp_path / "feeds.opml"
    assert encre("export-opml", str(file))[0] == 0
    assert encre("remove", "Le Journal")[0] == 0
    assert json.loads(encre("feeds", "--json")[1]) == []
    assert len(json.loads(encre("import-opml", str(file), "--json")[1])["added"]) == 1
    assert json.loads(encre("feeds", "--json")[1])[0]["title"] == "Le Journal"


def test_documents_are_read_without_a_library(encre, tmp_path):
    feed, page = tmp_path / "feed.xml", tmp_path / "page.html"
    feed.write_bytes(rss("Fil", [("a", "Un", "<p>Texte</p><script>x()</script>")]))
    page.write_text("<p>Un <b>mot</b><script>x()</script></p>")
    assert json.loads(encre("parse-feed", str(feed), "--json")[1])["entries"][0]["markdown"] == "Texte\n"
    assert json.loads(encre("clean", str(page), "--json")[1])["markdown"] == "Un **mot**\n"
    assert encre("clean", "-", given=b"<i>a</i>")[1] == "*a*\n"
    lines = [
        {"op": "clean", "file": str(page)},
        {"op": "parse-feed", "file": str(page), "url": "https://e.org/"},
        {"op": "nope", "file": str(page)},
    ]
    given = "\n".join(map(json.dumps, lines)) + "\nnot json\n"
    answers = [json.loads(line) for line in encre("batch", given=given.encode())[1].splitlines()]
    assert answers[0]["markdown"] == "Un **mot**\n"
    assert all("error" in answer for answer in answers[1:])
    assert not encre.data.exists()


def test_the_themes_come_with_their_contrast(encre):
    themes = json.loads(encre("themes", "--json")[1])
    assert len(themes) == 8
    assert all(one["ratio"] >= one["needs"] for theme in themes for one in theme["contrast"])
    assert themes[0]["name"] == {"fr": "Thème de base", "en": "Base"}


def test_no_command_imports_qt(tmp_path):
    script = (
        "import sys\nfrom reader.__main__ import main\n"
        f"for words in (['list'], ['feeds'], ['themes'], ['offline'], ['refresh'], ['undo', '--list']):\n"
        f"    main(['--data-dir', {str(tmp_path / 'd')!r}, *words])\n"
        "assert not any(name.startswith('PySide6') for name in sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, timeout=60)


def test_control_characters_of_a_headline_never_reach_the_terminal(encre, site):
    site.pages = {"/fil": rss("Fil", [("a", "Un &#x9b;31m mot &#x202e;tnemelbmert", "<p>x</p>")])}
    encre("add", f"{site.url}/fil")
    out = encre("list")[1]
    assert "\x9b" not in out
    assert "\u202e" not in out


@pytest.mark.parametrize(
    ("language", "broken", "empty"),
    [
        ("en", "The feed is not well-formed XML;", "An empty entry was left out."),
        ("fr", "Le flux n’est pas du XML bien formé\u202f;", "Une entrée vide a été laissée de côté."),
    ],
)
def test_what_is_odd_of_a_document_is_said_in_the_readers_language(encre, tmp_path, language, broken, empty):
    feed = tmp_path / "feed.xml"
    feed.write_text("<rss version='2.0'><channel><item><title>Un</title></item><item></item></channel>")
    first, second = json.loads(encre("parse-feed", str(feed), "--json", lang=language)[1])["problems"]
    assert (first.startswith(broken), second) == (True, empty)
    status, _, said = encre("parse-feed", str(feed), lang=language)
    assert (status, empty in said) == (0, True)


def test_an_opml_file_that_cannot_be_replaced_is_kept_and_the_sentence_names_it(encre, journal, tmp_path):
    """The name leaves no room for the new file beside it: the old one must still be there, whole."""
    file = tmp_path / ("a" * 245 + ".opml")
    file.write_text("mine", encoding="utf-8")
    status, _, said = encre("export-opml", str(file))
    assert (status, file.read_text(encoding="utf-8")) == (1, "mine")
    assert "ne peut pas être écrit" in said and "image" not in said
