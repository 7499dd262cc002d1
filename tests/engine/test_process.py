"""The engine as a real child process: the pipe, the lock, and being killed at any moment."""

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

import pytest

from reader.core.errors import Busy
from reader.core.filters import ArticleFilter, View
from reader.engine import protocol
from reader.engine.lock import EngineLock
from reader.paths import ROOT, find_paths
from reader.store import Store
from tests.engine.pages import made_words, news_page
from tests.loopback import picture, rss

pytestmark = [pytest.mark.network, pytest.mark.slow]


@contextmanager
def engine(paths, *options):
    command = [
        sys.executable,
        str(ROOT / "main.py"),
        "--engine",
        "--data-dir",
        str(paths.data),
        "--lang",
        "fr",
        *options,
    ]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        yield child
    finally:
        if child.poll() is None:
            child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout, child.stderr):
            with suppress(BrokenPipeError):
                stream.close()


def say(child, *messages):
    for message in messages:
        child.stdin.write(protocol.encode(message))
    child.stdin.flush()


def heard(child, kind):
    """Messages up to the first of `kind`."""
    messages = []
    for line in child.stdout:
        messages.append(protocol.decode(line))
        if isinstance(messages[-1], kind):
            return messages
    raise AssertionError(f"no {kind.__name__} after {messages}")


def test_the_pipe_from_handshake_to_end_of_input(paths, site):
    site.pages = {"/fil": rss("Le Journal", [("a", "Un", "<img src='/p.png'>x")]), "/p.png": picture()}
    with engine(paths) as child:
        assert heard(child, protocol.Hello)[0].protocol == protocol.PROTOCOL_VERSION
        say(child, protocol.Discover(f"{site.url}/fil"))
        assert heard(child, protocol.Found)[-1].feeds == ((f"{site.url}/fil", "Le Journal", ("Un",)),)
        say(child, protocol.Subscribe(f"{site.url}/fil", "Presse"))
        messages = heard(child, protocol.Finished)
        assert [one.title for one in messages if isinstance(one, protocol.Subscribed)] == ["Le Journal"]
        assert messages[-1] == protocol.Finished(1, 1, 0, 0)
        say(child, protocol.Subscribe("nulle part"))
        assert "n'est pas une adresse" in heard(child, protocol.Failed)[-1].fr
        child.stdin.write(b"garbage\n")
        say(child, protocol.Refresh(force=True))
        assert heard(child, protocol.Finished)[-1].new == 0
        child.stdin.close()
        assert child.wait(10) == 0
        assert child.stderr.read() == b""
    with closing(Store.open(paths)) as store:
        assert [row.title for row in store.rows(store.ids(ArticleFilter()))] == ["Un"]


def test_a_second_engine_is_told_that_the_first_is_at_work(paths, site):
    with engine(paths) as child:
        heard(child, protocol.Hello)
        with EngineLock(paths.lock):
            say(child, protocol.Refresh())
            assert "Un autre moteur" in heard(child, protocol.Failed)[-1].fr
            with pytest.raises(Busy), EngineLock(paths.lock):
                pass
        say(child, protocol.Refresh())
        assert heard(child, protocol.Finished)[-1].cancelled
        assert heard(child, protocol.Finished)[-1].cancelled is False


def test_a_cancel_is_heard_in_the_middle_of_a_round(paths, site):
    site.slow = 0.2
    with closing(Store.open(paths)) as store:
        for number in range(20):
            site.pages[f"/{number}"] = rss("J", [("a", f"{number}", "x")])
            store.add_feed(f"{site.url}/{number}")
    with engine(paths) as child:
        heard(child, protocol.Hello)
        say(child, protocol.Refresh())
        heard(child, protocol.Progress)
        say(child, protocol.Cancel())
        assert heard(child, protocol.Finished)[-1].cancelled


FEEDS, ENTRIES = 12, 40


@pytest.fixture
def press(site):
    """Twelve feeds with pictures; those of every third feed hold summaries whose pages have more."""
    for number in range(FEEDS):
        cut = number % 3 == 0
        items = [
            (
                f"g{number}x{index}",
                made_words(f"{number}-{index}", 6),
                f"<p>{made_words(number * 100 + index, 20)}{' […]' if cut else ''}</p>"
                f"<img src='/p{number}-{index % 5}.png'>",
            )
            for index in range(ENTRIES)
        ]
        site.pages[f"/{number}"] = rss(f"J{number}", items)
        for index in range(5):
            site.pages[f"/p{number}-{index}.png"] = picture(f"#{number:02x}66{index * 9:02x}")
        for guid, title, _ in items[:6] if cut else ():
            site.pages[f"/a/{guid}"] = news_page(title, [made_words(f"{guid}{part}") for part in range(5)])
    return [f"{site.url}/{number}" for number in range(FEEDS)]


def subscribed(paths, addresses):
    with closing(Store.open(paths)) as store:
        for address in addresses:
            store.add_feed(address)


def go(paths):
    """One undisturbed round; its summary."""
    with engine(paths) as child:
        heard(child, protocol.Hello)
        say(child, protocol.Refresh(force=True))
        return heard(child, protocol.Finished)[-1]


def everything(paths):
    """The library as a reader could tell it from another: all but ids and times of arrival."""
    found = []
    with closing(Store.open(paths)) as store:
        assert store.check() == []
        for feed in store.feeds():
            found.append((feed.url, feed.title, feed.total, feed.last_error))
        for article_id in store.ids(ArticleFilter()):
            one = store.article(article_id)
            for shown in one.pictures:
                if shown.file:
                    assert (paths.data / shown.file).stem == blake2b(
                        (paths.data / shown.file).read_bytes(), digest_size=20
                    ).hexdigest()
            facts = (one.feed, one.guid, one.url, one.title, one.kicker, one.author, one.section, one.language)
            held = (one.markdown, one.published, one.words, one.access, one.offline, one.pictures, one.revision)
            found.append((*facts, *held, tuple((rev.number, rev.title, rev.change) for rev in one.revisions)))
        told = [one for notice in store.notifications(10_000) for one in notice.article_ids]
        assert sorted(told) == sorted(store.ids(ArticleFilter())), "each article is announced once"
        found.append(store.offline_summary())
    with closing(sqlite3.connect(paths.database)) as database:
        found.append(database.execute("SELECT state, count(*) FROM page GROUP BY state ORDER BY state").fetchall())
        found.append(database.execute("SELECT count(*) FROM search").fetchone())
        found.append(database.execute("SELECT url, hash, bytes FROM asset ORDER BY url").fetchall())
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    return sorted(map(repr, found))


def disturb(paths, how, seed):
    """Ten rounds, each ended at another moment by `how`; the reader goes on reading in between."""
    chance = random.Random(seed)
    stored = 0
    for attempt in range(10):
        with engine(paths) as child:
            heard(child, protocol.Hello)
            say(child, protocol.Refresh(force=True))
            # Early ones in the feeds, later ones among pages and pictures.
            heard(child, protocol.Progress if attempt < 6 else protocol.Fetching)
            time.sleep(chance.uniform(0.005, 0.3))
            how(child)
        with closing(Store.open(paths)) as store:
            assert store.check() == []
            count = store.count(ArticleFilter())
            assert count >= stored, "nothing is lost"
            stored = count


def by_force(child):
    child.kill()
    child.wait()


def by_the_window_s_end(child):
    """What the system does when the window is killed: both its ends of the pipes are closed."""
    child.stdin.close()
    child.stdout.close()
    assert child.wait(20) == 0


@pytest.mark.parametrize("how", [by_force, by_the_window_s_end])
def test_ended_ten_times_in_mid_refresh_the_library_is_that_of_an_undisturbed_run(tmp_path, press, how):
    quiet, disturbed = find_paths(str(tmp_path / "quiet")), find_paths(str(tmp_path / "disturbed"))
    for paths in (quiet, disturbed):
        subscribed(paths, press)
    disturb(disturbed, how, seed=7)
    for paths in (quiet, disturbed):
        assert go(paths).failed == 0
        assert go(paths).new == 0
    assert everything(disturbed) == everything(quiet)


def test_marks_made_while_the_engine_is_killed_stay(paths, press):
    subscribed(paths, press)
    marked = set()

    def kill_and_mark(child):
        by_force(child)
        with closing(Store.open(paths)) as store:
            for one in store.ids(ArticleFilter(View.UNREAD), 2):
                marked.add(store.article(one).guid)
                store.mark([one], read=True, starred=True)

    disturb(paths, kill_and_mark, seed=11)
    go(paths)
    with closing(Store.open(paths)) as store:
        rows = [store.article(one) for one in store.ids(ArticleFilter())]
        assert {one.guid for one in rows if one.read and one.starred} == marked
        assert {one.feed: sum(not row.read for row in rows if row.feed == one.feed) for one in rows} == {
            feed.title: feed.unread for feed in store.feeds()
        }


def test_the_worker_ends_with_its_engine(paths, press):
    subscribed(paths, press[:1])
    with engine(paths) as child:
        heard(child, protocol.Hello)
        say(child, protocol.Refresh(force=True))
        heard(child, protocol.Fetching)
        time.sleep(0.2)
        by_force(child)
    for _ in range(100):
        if not _workers(paths):
            return
        time.sleep(0.1)
    raise AssertionError("a worker outlived its engine")


def _workers(paths):
    """Worker processes whose parent is gone, by what /proc tells."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if b"--worker" in (entry / "cmdline").read_bytes() and "\nPPid:\t1\n" in (entry / "status").read_text():
                found.append(entry.name)
    return found


def test_the_engine_and_the_command_line_never_import_qt(paths):
    code = "import sys; from reader.engine import process; from reader.cli import run; print([m for m in sys.modules if 'PySide6' in m])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_prepare_for_offline_and_downloads_over_the_pipe(paths, site):
    site.pages["/fil"] = (
        b"<rss version='2.0'><channel><title>Ondes</title><item><guid>a</guid><title>Un</title><description>"
        + b"Des mots. " * 30
        + b"&lt;img src='/p.png'&gt;</description><enclosure url='/un.mp3' type='audio/mpeg'/></item></channel></rss>"
    )
    subscribed(paths, [f"{site.url}/fil"])
    with engine(paths) as child:
        heard(child, protocol.Hello)
        say(child, protocol.Refresh())
        heard(child, protocol.Finished)
        say(child, protocol.EstimateOffline())
        estimate = heard(child, protocol.Estimate)[-1]
        assert (estimate.pages, estimate.pictures) == (0, 1)
        site.pages |= {"/p.png": picture(), "/un.mp3": b"sound"}
        say(child, protocol.Repair())
        messages = heard(child, protocol.Finished)
        assert isinstance(messages[0], protocol.Estimate)
        assert [(one.done, one.total) for one in messages if isinstance(one, protocol.Fetching)][-1] == (1, 1)
        assert any(1 in one.updated for one in messages if isinstance(one, protocol.Changed))
        say(child, protocol.DownloadEnclosure(1))
        messages = heard(child, protocol.Downloaded)
        assert messages[-1] == protocol.Downloaded(1, 1, 0)
        assert not any(isinstance(one, protocol.Finished) for one in messages)
    with closing(Store.open(paths)) as store:
        (enclosure,) = store.article(1).enclosures
        assert (paths.data / enclosure.file).read_bytes() == b"sound"
