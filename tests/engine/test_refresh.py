"""Rounds against a real server on loopback, into a real library."""

import hashlib
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from reader.content.feed_formats import parse_feed
from reader.core.entities import Access, ChangeKind, NotificationKind, OfflineState
from reader.core.errors import FetchError, UsageError
from reader.core.filters import ArticleFilter, View
from reader.engine.http import HttpClient, is_private
from reader.engine.protocol import Changed, Progress
from reader.engine.refresh import RefreshOptions, refresh
from reader.engine.subscribe import subscribe, typed_addresses
from reader.engine.welcome import ADDRESS, install_welcome
from reader.paths import ROOT
from tests.loopback import picture, rss

pytestmark = pytest.mark.network


@pytest.fixture
def go(library, paths):
    def go(**options):
        events = []
        cancelled = options.pop("cancelled", lambda: False)
        summary = refresh(library, paths, RefreshOptions(language="fr", **options), events.append, cancelled)
        return summary, events

    return go


def headlines(library, **wanted):
    return [row.title for row in library.rows(library.ids(ArticleFilter(**wanted)))]


def test_articles_arrive_with_their_pictures_and_are_ready_offline(library, paths, site, go):
    body = "<p>Le texte.</p><img src='/p.png' alt='Un phare'>"
    site.pages = {"/fil": rss("Le Journal", [("b", "Deux", body), ("a", "Un", "<p>a</p>")]), "/p.png": picture()}
    feed_id, _ = library.add_feed(f"{site.url}/fil")
    summary, events = go()
    assert headlines(library) == ["Deux", "Un"]
    assert (summary.new, summary.fetched, summary.images_stored, summary.failed) == (2, 1, 1, [])
    article = library.article(library.ids(ArticleFilter())[0])
    assert (article.offline, article.markdown, article.feed) == (OfflineState.READY, f"Le texte.\n\n![Un phare]({site.url}/p.png)\n", "Le Journal")  # fmt: skip
    stored = paths.data / article.pictures[0].file
    assert stored.read_bytes() == site.pages["/p.png"]
    assert stored.stem == hashlib.blake2b(site.pages["/p.png"], digest_size=20).hexdigest()
    assert [event for event in events if isinstance(event, Progress)][-1] == Progress(1, 1, f"{site.url}/fil")
    told = set().union(*(event.new for event in events if isinstance(event, Changed)))
    assert told == set(library.ids(ArticleFilter()))
    (notice,) = library.notifications()
    assert (notice.kind, notice.title, notice.text) == (
        NotificationKind.NEW, "Le Journal", "2 nouveaux articles : Deux · Un")  # fmt: skip
    assert library.feed(feed_id).next_due > datetime.now(UTC)


def test_an_unchanged_feed_costs_one_304_and_changes_nothing(library, site, go):
    page = rss("J", [("a", "Un", "a")])
    site.pages["/fil"] = (page, {"ETag": 'W/"x"', "Last-Modified": "Wed, 18 Nov 2026 09:00:00 GMT"})
    library.add_feed(f"{site.url}/fil")
    go()
    site.asked.clear()
    summary, _ = go(force=True)
    assert (summary.unchanged, summary.new) == (1, 0)
    assert [(path, headers["If-None-Match"], headers["If-Modified-Since"]) for path, headers in site.asked] == [
        ("/fil", 'W/"x"', "Wed, 18 Nov 2026 09:00:00 GMT")
    ]
    assert go()[0].feeds == 0, "nothing is due so soon"


def test_the_same_bytes_without_validators_count_as_unchanged(library, site, go):
    site.pages["/fil"] = rss("J", [("a", "Un", "a")])
    library.add_feed(f"{site.url}/fil")
    assert go()[0].fetched == 1
    assert go(force=True)[0].unchanged == 1


def test_a_round_without_news_does_without_the_readers_of_feeds_and_pages(tmp_path, site):
    site.pages["/fil"] = (rss("J", [("a", "Un", "a")]), {"ETag": '"x"'})
    script = (
        "import sys; from reader.__main__ import main; "
        "status = main(['--data-dir', sys.argv[1], *sys.argv[2:]]); "
        "print(status, sorted({'lxml', 'nh3', 'PIL', 'markdown_it', 'trafilatura'} & set(sys.modules)))"
    )

    def said(*words):
        command = [sys.executable, "-c", script, str(tmp_path / "bibliothèque"), *words]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()[-1]

    assert said("add", f"{site.url}/fil", "--no-refresh").startswith("0")
    assert said("refresh", "--force").startswith("0 ['PIL', 'lxml'")
    assert said("refresh", "--force") == "0 []"


@pytest.mark.parametrize(("count", "words", "batches"), [(90, 5, [40, 40, 10]), (3, 30_000, [1, 1, 1])])
def test_articles_are_stored_a_few_at_a_time_lest_the_window_wait(library, site, go, count, words, batches):
    site.pages["/fil"] = rss("J", [(str(one), f"Article {one}", f"<p>{'encre ' * words}</p>") for one in range(count)])
    library.add_feed(f"{site.url}/fil")
    _, events = go()
    assert [len(one.new) for one in events if isinstance(one, Changed) and one.new] == batches


def test_of_a_changed_feed_only_what_changed_is_read_again(library, site, go):
    long = "Le gardien du phare a quitté la pointe hier soir, après quarante ans. "
    old = [("a", "Un phare", f"<p>{long * 3}</p>"), ("b", "Deux ports", f"<p>{long * 4}</p>")]
    site.pages["/fil"] = rss("J", old)
    feed_id, _ = library.add_feed(f"{site.url}/fil")
    go()
    site.pages["/fil"] = rss(
        "J", [old[0], ("b", "Deux ports", f"<p>{long * 4}Et une phrase de plus, bien longue.</p>")]
    )
    again = parse_feed(site.pages["/fil"], url=f"{site.url}/fil", known=library.digests(feed_id))
    assert ([entry.guid for entry in again.entries], again.unchanged, again.present) == (["b"], 1, ("a", "b"))
    summary, _ = go(force=True)
    assert (summary.fetched, summary.updated, summary.new) == (1, 1, 0)
    assert parse_feed(site.pages["/fil"], url=f"{site.url}/fil", known=library.digests(feed_id)).entries == ()


def test_an_entry_that_is_written_otherwise_and_says_the_same_is_read_again_once(library, site, go):
    site.pages["/fil"] = rss("J", [("a", "Un phare", "<p>Le gardien du phare a quitté la pointe.</p>")])
    feed_id, _ = library.add_feed(f"{site.url}/fil")
    go()
    site.pages["/fil"] = rss("J", [("a", "Un phare", "<p class='n'>Le gardien du phare a quitté la pointe.</p>")])
    assert parse_feed(site.pages["/fil"], url=f"{site.url}/fil", known=library.digests(feed_id)).unchanged == 0
    summary, _ = go(force=True)
    assert (summary.fetched, summary.updated, summary.new) == (1, 0, 0)
    assert parse_feed(site.pages["/fil"], url=f"{site.url}/fil", known=library.digests(feed_id)).unchanged == 1


def test_an_entry_that_is_still_there_is_not_taken_over_by_its_copy(library, site, go):
    item = "<item><guid>{}</guid><title>Un phare</title><link>https://e.org/phare</link><description>{}</description></item>"
    words = "Le gardien du phare a quitté la pointe hier soir, après quarante ans. " * 3
    feed = "<rss version='2.0'><channel><title>J</title>{}</channel></rss>"
    site.pages["/fil"] = feed.format(item.format("a", words)).encode()
    library.add_feed(f"{site.url}/fil")
    go(images=False)
    site.pages["/fil"] = feed.format(item.format("a", words) + item.format("b", words + "Fin.")).encode()
    go(force=True, images=False)
    assert len(library.ids(ArticleFilter())) == 2


def test_a_marked_update_makes_a_revision_and_is_announced(library, site, go):
    site.pages["/fil"] = rss("J", [("a", "Le phare", "<p>Il ferme.</p><p>Demain.</p>")])
    library.add_feed(f"{site.url}/fil")
    go()
    site.pages["/fil"] = rss(
        "J", [("a", "[MàJ] Le phare", "<p><b>Mise à jour :</b> il rouvre.</p><p>Il ferme.</p><p>Demain.</p>")]
    )
    summary, _ = go(force=True)
    assert (summary.new, summary.updated) == (0, 1)
    (article_id,) = library.ids(ArticleFilter(View.UPDATED))
    article = library.article(article_id)
    assert (article.title, article.update.marker, article.update.block) == ("Le phare", "MàJ", "il rouvre.")
    assert [one.change for one in article.revisions] == [ChangeKind.FIRST, ChangeKind.MARKED]
    assert library.notifications()[0].kind is NotificationKind.UPDATED


def test_broken_feeds_never_stop_good_ones(library, site, go):
    site.pages = {
        "/bon": rss("Bon", [("a", "Un", "a")]),
        "/page": b"<!DOCTYPE html><html><body>x</body></html>",
        "/vide": b"",
        "/clos": (503, {"Retry-After": "7200"}),
        "/perdu": 410,
    }
    for path in ("page", "vide", "clos", "perdu", "absent", "bon"):
        library.add_feed(f"{site.url}/{path}")
    library.add_feed("http://127.0.0.1:9/mort")
    summary, _ = go()
    assert headlines(library) == ["Un"]
    errors = {feed.url.rsplit("/", 1)[1]: feed.last_error for feed in library.feeds()}
    assert errors == {
        "bon": None,
        "page": "C'est une page web, pas un flux.",
        "vide": "La réponse est vide.",
        "clos": "Le site est surchargé ou fermé pour l'instant (503).",
        "perdu": "Le site dit que cette page n'existe plus (410).",
        "absent": "Le site dit que cette page n'existe pas (404).",
        "mort": "127.0.0.1 n'accepte pas la connexion.",
    }
    assert len(summary.failed) == 6
    closed = library.find_feed(f"{site.url}/clos")
    assert closed.next_due > datetime.now(UTC) + timedelta(minutes=110)
    broken = [one for one in library.notifications() if one.kind is NotificationKind.FEED_BROKEN]
    assert len(broken) == 6
    go(force=True)
    assert len([one for one in library.notifications() if one.kind is NotificationKind.FEED_BROKEN]) == 6


def test_a_bug_in_one_feed_is_logged_and_the_others_go_on(library, site, go, monkeypatch):
    from reader.engine import weighing as module

    real = module.parse_feed
    monkeypatch.setattr(
        module, "parse_feed", lambda body, **facts: 1 / 0 if b"Mauvais" in body else real(body, **facts)
    )
    site.pages = {"/1": rss("Mauvais", [("a", "x", "x")]), "/2": rss("Bon", [("a", "Un", "a")])}
    library.add_feed(f"{site.url}/1")
    library.add_feed(f"{site.url}/2")
    go()
    assert headlines(library) == ["Un"]
    assert "Encre n'a pas su lire" in library.find_feed(f"{site.url}/1").last_error


def test_a_permanent_move_is_followed_the_second_time(library, site, go):
    site.pages = {"/vieux": (301, {"Location": "/neuf"}), "/neuf": rss("J", [("a", "Un", "a")])}
    feed_id, _ = library.add_feed(f"{site.url}/vieux")
    go()
    assert library.feed(feed_id).url.endswith("/vieux")
    go(force=True)
    assert library.feed(feed_id).url.endswith("/neuf")
    assert library.notifications()[0].kind is NotificationKind.FEED_MOVED


def test_circles_bombs_and_broken_bodies_get_sentences(library, site, go):
    bomb = b"<rss>" + b" " * 12_000_000
    site.pages = {
        "/cercle": (302, {"Location": "/cercle"}),
        "/bombe": (bomb, {"Content-Encoding": "gzip"}),
        "/bon": (rss("J", [("a", "Un", "a")]), {"Content-Encoding": "gzip"}),
        "/ailleurs": (302, {"Location": "http://10.0.0.1/secret"}),
    }
    for path in site.pages:
        library.add_feed(site.url + path)
    go()
    errors = {feed.url.rsplit("/", 1)[1]: feed.last_error for feed in library.feeds()}
    assert errors["cercle"] == "L'adresse tourne en rond."
    assert errors["bombe"] == "La réponse dépasse 10 Mo."
    assert errors["ailleurs"].startswith("« 10.0.0.1 » est sur un réseau privé")
    assert headlines(library) == ["Un"]


def test_a_missing_picture_is_tried_again_only_at_a_repair(library, site, go):
    site.pages = {"/fil": rss("J", [("a", "Un", "<p>x</p><img src='/p.png'>")])}
    library.add_feed(f"{site.url}/fil")
    go()
    article_id = library.ids(ArticleFilter())[0]
    assert library.article(article_id).offline is OfflineState.TEXT
    site.pages["/p.png"] = picture()
    go(force=True)
    assert library.article(article_id).offline is OfflineState.TEXT
    library.retry_failed_assets()
    go(force=True)
    assert library.article(article_id).offline is OfflineState.READY


def test_a_round_can_be_cancelled(library, site, go):
    site.slow = 0.3
    for number in range(30):
        site.pages[f"/{number}"] = rss(f"J{number}", [("a", f"Un {number}", "a")])
        library.add_feed(f"{site.url}/{number}")
    summary, _ = go(cancelled=lambda: len(site.asked) > 4)
    assert summary.cancelled
    assert len(headlines(library)) < 30
    site.slow = 0
    go()
    assert len(headlines(library)) == 30


def test_two_requests_at_a_time_and_no_more_per_host(library, site, go):
    running, most = [0], [0]

    def page(_):
        import time

        running[0] += 1
        most[0] = max(most[0], running[0])
        time.sleep(0.05)
        running[0] -= 1
        return rss("J", [("a", "Un", "a")])

    for number in range(8):
        site.pages[f"/{number}"] = page
        library.add_feed(f"{site.url}/{number}")
    go()
    assert most[0] <= 2


@pytest.mark.parametrize(
    ("typed", "addresses"),
    [
        ("exemple.org", ["https://exemple.org", "http://exemple.org"]),
        ("http://exemple.org/fil", ["http://exemple.org/fil"]),
        ("feed:https://exemple.org/fil", ["https://exemple.org/fil"]),
        ("localhost:8000/x", ["http://localhost:8000/x", "https://localhost:8000/x"]),
    ],
)
def test_what_people_type_is_an_address(typed, addresses):
    assert typed_addresses(typed) == addresses


@pytest.mark.parametrize(
    "typed", ["", "bonjour", "ftp://exemple.org", "un deux.org", "file:///etc/passwd", "http://[x"]
)
def test_what_is_no_address_gets_a_sentence(typed):
    with pytest.raises(UsageError, match="not an address"):
        typed_addresses(typed)


def test_a_feed_is_found_from_its_page(library, site):
    site.pages = {
        "/": b"<html><head><link rel='alternate' type='application/rss+xml' href='/fil'></head></html>",
        "/fil": rss("Le Journal", [("a", "Un", "a")]),
    }
    feed_id, found = subscribe(library, f"127.0.0.1:{site.server_port}", folder="Presse")
    assert (library.feed(feed_id).url, library.feed(feed_id).folder) == (f"{site.url}/fil", "Presse")
    assert found.title == "Le Journal"
    assert subscribe(library, f"{site.url}/fil") == (feed_id, None)
    with pytest.raises(FetchError):
        subscribe(library, f"{site.url}/rien")


def test_offline_nothing_is_asked(library, site, go):
    library.add_feed(f"{site.url}/fil")
    summary, _ = go(offline=True)
    assert site.asked == []
    assert len(summary.failed) == 1


def test_private_addresses_are_known():
    for address in (
        "127.0.0.1",
        "10.1.2.3",
        "192.168.1.1",
        "169.254.1.1",
        "::1",
        "fe80::1",
        "::ffff:10.0.0.1",
        "[::1]",
    ):
        assert is_private(address)
    for address in ("93.184.216.34", "2606:4700::1", "exemple.org"):
        assert not is_private(address)


def test_the_client_says_who_it_is(library, site, go):
    site.pages["/fil"] = rss("J", [])
    library.add_feed(f"{site.url}/fil")
    go()
    (_, headers) = site.asked[0]
    assert headers["User-Agent"].startswith("Encre/")
    assert HttpClient().requests == 0


def test_the_welcome_is_installed_once_and_never_fetched(library, paths, go):
    install_welcome(library, paths, "fr")
    before = library.count(ArticleFilter())
    assert before == 7
    rows = library.rows(library.ids(ArticleFilter()))
    assert {row.offline for row in rows} == {OfflineState.READY}
    assert [row.marker for row in rows if row.marker] == ["MàJ"]
    assert [row.section for row in rows if row.access is Access.SUBSCRIBER] == ["Enquête"]
    assert not install_welcome(library, paths, "fr").new
    assert library.count(ArticleFilter()) == before
    assert [feed.url for feed in library.feeds()] == [ADDRESS]
    assert go(force=True)[0].feeds == 0
