"""The command line for what articles need besides the feed: full texts, what is missing, attachments."""

import json

import pytest

from tests.cli.test_cli import encre  # noqa: F401 - the fixture
from tests.engine.pages import news_page
from tests.loopback import picture, rss

pytestmark = pytest.mark.network
SUMMARY = "Le gardien du phare de Kermor quitte son poste […]"


def test_full_text_is_a_choice_at_subscription_and_after(encre, site):  # noqa: F811
    site.pages = {"/fil": rss("J", [("a", "Le phare change de mains", SUMMARY)])}
    site.pages["/a/a"] = news_page("Le phare change de mains")
    status, out, _ = encre("add", f"{site.url}/fil", "--full-text", "never", "--json")
    assert (status, json.loads(out)["full_text"]) == (0, "never")
    assert "coopérative" not in encre("show", "1", "--format", "markdown")[1]
    assert json.loads(encre("add", f"{site.url}/fil", "--full-text", "always", "--json")[1])["full_text"] == "always"
    assert "coopérative" in encre("show", "1", "--format", "markdown")[1]
    assert json.loads(encre("add", f"{site.url}/fil", "--json")[1])["full_text"] == "always", "unsaid is unchanged"


def test_offline_tells_what_is_missing_and_why_and_repairs_it(encre, site):  # noqa: F811
    site.pages = {"/fil": rss("J", [("a", "Le phare", "<p>Un mot.</p><img src='/p.png'>")])}
    encre("add", f"{site.url}/fil")
    out = encre("offline")[1]
    assert "/p.png" in out and "n'existe pas (404)" in out
    assert json.loads(encre("offline", "--json")[1])["text"] == 1
    site.pages["/p.png"] = picture()
    status, out, said = encre("offline", "--repair", "--json")
    found = json.loads(out)
    assert (status, found["ready"], found["images_stored"], found["missing"]) == (0, 1, 1, 0)
    assert "À récupérer : " in said and "1 images" in said
    assert "/p.png" not in encre("offline", lang="en")[1]


def test_attachments_come_when_they_are_asked_for(encre, site):  # noqa: F811
    site.pages = {
        "/fil": b"<rss version='2.0'><channel><title>Ondes</title><item><guid>a</guid><title>Un</title>"
        b"<enclosure url='/un.mp3' type='audio/mpeg' length='5'/></item></channel></rss>",
        "/un.mp3": b"sound",
    }
    encre("add", f"{site.url}/fil")
    assert json.loads(encre("show", "1", "--format", "json")[1])["enclosures"] == [
        {"url": f"{site.url}/un.mp3", "type": "audio/mpeg", "bytes": 5}
    ]
    status, out, _ = encre("download", "1", "--json")
    (held,) = json.loads(out)
    assert (status, held["state"]) == (0, "stored")
    assert (encre.data / held["file"]).read_bytes() == b"sound"
    assert encre("download", "--feed", "Ondes")[0] == 0
    assert json.loads(encre("feeds", "--json")[1])[0]["attachments"] is True
    assert encre("download", "--feed", "Ondes", "--off")[0] == 0
    assert json.loads(encre("feeds", "--json")[1])[0]["attachments"] is False
    assert encre("download")[0] == 1
    assert encre("download", "99")[0] == 1
