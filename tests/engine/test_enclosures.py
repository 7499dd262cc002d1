"""Enclosures: listed with their size, downloaded on request or per feed, kept under data/attachments, never run."""

import stat

import pytest

from reader.core.filters import ArticleFilter
from reader.engine import protocol
from reader.engine.enclosures import file_name
from reader.engine.refresh import RefreshOptions, refresh

pytestmark = pytest.mark.network
# Between one megabyte and two: progress is told once, however the pieces fall.
SOUND = bytes(range(256)) * 6_000


@pytest.fixture
def go(library, paths):
    def go(**options):
        events = []
        summary = refresh(library, paths, RefreshOptions(language="fr", **options), events.append)
        return summary, events

    return go


def podcast(*names):
    items = "".join(
        f"<item><guid>{name}</guid><title>{name}</title><description>{'Des mots. ' * 30}</description>"
        f"<enclosure url='/{name}.mp3' type='audio/mpeg' length='{len(SOUND)}'/></item>"
        for name in names
    )
    return f"<rss version='2.0'><channel><title>Ondes</title>{items}</channel></rss>".encode()


@pytest.fixture
def episode(library, site, go):
    site.pages = {"/fil": podcast("un"), "/un.mp3": (SOUND, {"ETag": '"1"', "Content-Type": "audio/mpeg"})}
    feed_id, _ = library.add_feed(f"{site.url}/fil")
    go()
    return feed_id, library.ids(ArticleFilter())[0]


def test_it_is_listed_and_nothing_is_fetched_unasked(library, site, episode):
    (enclosure,) = library.article(episode[1]).enclosures
    assert (enclosure.type, enclosure.bytes, enclosure.state, enclosure.file) == ("audio/mpeg", len(SOUND), None, None)
    assert "/un.mp3" not in [path for path, _ in site.asked]


def test_on_request_it_is_on_the_disk_and_cannot_be_run(library, paths, site, go, episode):
    changes = library.want_enclosures(episode[1])
    assert changes.updated == {episode[1]}
    assert library.article(episode[1]).enclosures[0].state == "wanted"
    summary, events = go(download=episode[1])
    assert (summary.enclosures_stored, summary.feeds) == (1, 0)
    (enclosure,) = library.article(episode[1]).enclosures
    file = paths.data / enclosure.file
    assert (enclosure.state, enclosure.file[:12], file.suffix) == ("stored", "attachments/", ".mp3")
    assert file.read_bytes() == SOUND
    assert not file.stat().st_mode & (stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    assert [one.name for one in file.parent.iterdir()] == [file.name], "nothing else is left there"
    assert [one.stage for one in events if isinstance(one, protocol.Fetching)] == ["enclosures"]
    site.asked.clear()
    assert not library.want_enclosures(episode[1])
    go(download=episode[1])
    assert site.asked == []


def test_a_new_version_of_the_article_keeps_the_file(library, site, go, episode):
    library.want_enclosures(episode[1])
    go(download=episode[1])
    held = library.article(episode[1]).enclosures
    site.pages["/fil"] = podcast("un").replace(b"Des mots.", b"Tout autre chose est dit ici.")
    go(force=True)
    assert library.article(episode[1]).revision == 2
    assert library.article(episode[1]).enclosures == held


def test_a_broken_download_goes_on_where_it_stopped(library, paths, site, go, episode):
    part = file_name(f"{site.url}/un.mp3", "audio/mpeg")
    folder = paths.data / "attachments"
    folder.mkdir()
    (folder / f".{part}.part").write_bytes(SOUND[:1_000_000])
    (folder / f".{part}.tag").write_text('"1"')
    library.want_enclosures(episode[1])
    site.asked.clear()
    go(download=episode[1])
    assert site.asked[0][1]["Range"] == "bytes=1000000-"
    assert (folder / part).read_bytes() == SOUND


def test_a_file_that_has_changed_meanwhile_is_fetched_whole(library, paths, site, go, episode):
    part = file_name(f"{site.url}/un.mp3", "audio/mpeg")
    folder = paths.data / "attachments"
    folder.mkdir()
    (folder / f".{part}.part").write_bytes(b"another" * 1_000)
    (folder / f".{part}.tag").write_text('"0"')
    library.want_enclosures(episode[1])
    go(download=episode[1])
    assert (folder / part).read_bytes() == SOUND


def test_what_cannot_be_had_says_so_and_can_be_asked_for_again(library, site, go, episode):
    site.pages["/un.mp3"] = 404
    library.want_enclosures(episode[1])
    summary, _ = go(download=episode[1])
    assert (summary.enclosures_stored, summary.enclosures_failed) == (0, 1)
    assert library.article(episode[1]).enclosures[0].state == "failed"
    site.pages["/un.mp3"] = SOUND
    library.want_enclosures(episode[1])
    assert go(download=episode[1])[0].enclosures_stored == 1


def test_a_feed_can_be_set_to_download_what_comes(library, paths, site, go, episode):
    feed_id, _ = episode
    assert library.set_attachments(feed_id, True).feeds == {feed_id}
    assert library.feed(feed_id).attachments
    site.pages["/fil"] = podcast("deux", "un")
    site.pages["/deux.mp3"] = SOUND[:1000]
    assert go(force=True)[0].enclosures_stored == 1
    states = {
        library.article(one).title: library.article(one).enclosures[0].state for one in library.ids(ArticleFilter())
    }
    assert states == {"un": None, "deux": "stored"}
    assert library.undo()[0].kind == "change-attachments"
    assert not library.feed(feed_id).attachments


def test_a_full_disk_is_one_sentence_and_ends_nothing_else(library, site, go, episode, monkeypatch):
    from reader.engine import enclosures

    monkeypatch.setattr(enclosures, "_SPARE", 10**18)
    library.want_enclosures(episode[1])
    summary, _ = go(download=episode[1])
    assert summary.enclosures_failed == 1
    assert library.article(episode[1]).enclosures[0].state == "failed"


@pytest.mark.parametrize(
    ("url", "kind", "start", "ending"),
    [
        ("https://a.example/%C3%89pisode%201.mp3?x=1", "audio/mpeg", "Épisode-1-", ".mp3"),
        ("https://a.example/setup.exe", "application/octet-stream", "setup-", ".bin"),
        ("https://a.example/run.sh", "text/x-shellscript", "run-", ".bin"),
        ("https://a.example/../../etc/passwd", None, "passwd-", ".bin"),
        ("https://a.example/", "application/pdf", "file-", ".pdf"),
        ("https://a.example/a.desktop", "application/x-desktop", "a-", ".bin"),
        ("https://a.example/..%2F..%2Fevil.mp3", None, "evil-", ".mp3"),
    ],
)
def test_no_name_that_a_system_would_run_or_that_leads_elsewhere(url, kind, start, ending):
    name = file_name(url, kind)
    assert name.startswith(start) and name.endswith(ending)
    assert "/" not in name and "\\" not in name and not name.startswith(".")
