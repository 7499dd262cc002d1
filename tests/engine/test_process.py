"""The engine as a real child process: the pipe, the lock, and being killed at any moment."""

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager, suppress

import pytest

from reader.core.errors import Busy
from reader.core.filters import ArticleFilter
from reader.engine import protocol
from reader.engine.lock import EngineLock
from reader.paths import ROOT
from reader.store import Store
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


def test_killed_ten_times_in_mid_refresh_nothing_is_lost_and_nothing_doubled(paths, site):
    feeds, entries = 12, 40
    with closing(Store.open(paths)) as store:
        for number in range(feeds):
            items = [
                (f"g{index}", f"{number}-{index}", f"<p>Texte {index}.</p><img src='/p{number}.png'>")
                for index in range(entries)
            ]
            site.pages[f"/{number}"] = rss(f"J{number}", items)
            site.pages[f"/p{number}.png"] = picture(f"#{number:02x}6699")
            store.add_feed(f"{site.url}/{number}")
    chance = random.Random(7)
    stored = 0
    for _ in range(10):
        with engine(paths) as child:
            heard(child, protocol.Hello)
            say(child, protocol.Refresh(force=True))
            heard(child, protocol.Progress)
            time.sleep(chance.uniform(0.005, 0.25))
            child.kill()
            child.wait()
        with closing(Store.open(paths)) as store:
            assert store.check() == []
            count = store.count(ArticleFilter())
            assert count >= stored
            stored = count
            store.mark([int(one) for one in store.ids(ArticleFilter(), 3)], read=True)
    with engine(paths) as child:
        heard(child, protocol.Hello)
        say(child, protocol.Refresh(force=True))
        assert heard(child, protocol.Finished)[-1].failed == 0
    with closing(Store.open(paths)) as store:
        titles = sorted(row.title for row in store.rows(store.ids(ArticleFilter())))
        assert titles == sorted(f"{number}-{index}" for number in range(feeds) for index in range(entries))
        assert all(feed.total == entries for feed in store.feeds())
        summary = store.offline_summary()
        assert (summary.ready, summary.images) == (feeds * entries, feeds * entries)
        for article_id in store.ids(ArticleFilter(), 5):
            article = store.article(article_id)
            assert (paths.data / article.pictures[0].file).read_bytes() == site.pages[
                "/" + article.pictures[0].url.rsplit("/", 1)[1]
            ]
        assert sum(feed.unread for feed in store.feeds()) == len(store.ids(ArticleFilter())) - sum(
            row.read for row in store.rows(store.ids(ArticleFilter()))
        )
    with closing(sqlite3.connect(paths.database)) as database:
        assert (
            database.execute("SELECT count(*), count(DISTINCT article_id) FROM revision").fetchone()
            == (feeds * entries,) * 2
        )
        assert database.execute("SELECT count(*) FROM search").fetchone() == (feeds * entries,)


def test_the_engine_and_the_command_line_never_import_qt(paths):
    code = "import sys; from reader.engine import process; from reader.cli import run; print([m for m in sys.modules if 'PySide6' in m])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
