"""A library of read articles that came long ago, with pictures, for what is deleted and cleaned up; and all of it as
values, to compare it before and after."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from reader.core.entities import ChangeKind, Enclosure, ParsedEntry, Picture, Validators
from reader.core.plans import ArticlePlan
from reader.engine.decide import content_mark, decide
from tests.loopback import picture

NOW = datetime.now(UTC)
LONG_AGO = NOW - timedelta(days=400)
SHARED = "https://p.example/shared.png"
# What a deed leaves behind in any case: the journal itself, notices, when chores were done.
_DEEDS = ("journal", "notification", "chore", "sqlite_sequence")


def entry(number, words="", **facts):
    body = f"Le récit du phare numéro {number}. {words} ![Un phare](https://p.example/{number}.png)"
    pictures = (Picture(f"https://p.example/{number}.png", lead=True), Picture(SHARED))
    given = {
        "pictures": pictures,
        "published": LONG_AGO + timedelta(minutes=number),
        "url": f"https://a.example/{number}",
    }
    return ParsedEntry(**{"guid": f"g{number}", "title": f"T{number}", "markdown": body} | given | facts)


def fill(store, paths, count=6, feed="a"):
    """A feed of read articles T0, T1 …, the newest last, each with a picture of its own and one that all share; the
    first has a second version and an attachment on the disk. Gives the feed's id."""
    feed_id, _ = store.add_feed(f"https://{feed}.example/", title=feed.upper())
    entries = [entry(number, guid=f"{feed}{number}") for number in range(count)]
    entries[0] = entry(0, guid=f"{feed}0", enclosures=(Enclosure("https://p.example/son.mp3", "audio/mpeg", 9),))
    for start in range(0, count, 20):
        plans = [ArticlePlan(one, ChangeKind.FIRST, content_mark(one), 6, 1) for one in entries[start : start + 20]]
        store.apply(feed_id, plans, LONG_AGO + timedelta(days=1))
    known = store.known(feed_id, [f"{feed}0"])[f"{feed}0"]
    later = entry(0, "Le gardien est parti, dit la mairie.", guid=f"{feed}0", enclosures=entries[0].enclosures)
    store.apply(feed_id, [decide(later, known)], LONG_AGO + timedelta(days=2))
    ids = [row[0] for row in ask(paths, "SELECT id FROM article WHERE feed_id = ? ORDER BY id", feed_id)]
    store.mark(ids, read=True)
    fetch(store, paths)
    store.feed_succeeded(feed_id, now=NOW, next_due=NOW + timedelta(hours=1), validators=Validators(), parsed=None)
    return feed_id


def fetch(store, paths):
    """Every picture and attachment is on the disk."""
    for asset in store.pending_assets(10_000, NOW):
        body = picture(f"#{asset.id % 0xFFFFFF:06x}")
        name = blake2b(body, digest_size=20).hexdigest()
        file = f"media/{name[:2]}/{name}.png"
        (paths.data / file).parent.mkdir(parents=True, exist_ok=True)
        (paths.data / file).write_bytes(body)
        store.asset_stored(asset.id, file=file, content_hash=name, size=len(body), width=60, height=40)
    for (article_id,) in ask(paths, "SELECT article_id FROM enclosure"):
        store.want_enclosures(article_id)
    for one in store.wanted_enclosures(NOW, 100):
        (paths.data / "attachments").mkdir(exist_ok=True)
        (paths.data / "attachments" / "son.mp3").write_bytes(b"123456789")
        store.enclosure_stored(one.id, file="attachments/son.mp3", size=9)


def ask(paths, sql, *values):
    with closing(sqlite3.connect(paths.database)) as database:
        return database.execute(sql, values).fetchall()


def files(paths):
    """Every picture and attachment on the disk, with its bytes."""
    folders = (paths.data / "media", paths.data / "attachments")
    found = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(paths.data).as_posix(): file.read_bytes() for file in found}


def everything(paths):
    """Every row of every table but those of the deeds, and every file."""
    tables = [row[0] for row in ask(paths, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    kept = [name for name in tables if name not in _DEEDS and not name.startswith("search_")]
    assert ask(paths, "PRAGMA integrity_check") == [("ok",)]
    assert ask(paths, "PRAGMA foreign_key_check") == []
    return {name: sorted(map(repr, ask(paths, f"SELECT * FROM {name}"))) for name in kept}, files(paths)


def counted(paths):
    """What the triggers keep is what is there."""
    for feed_id, unread, total, archived in ask(paths, "SELECT id, unread, total, archived FROM feed"):
        sql = "SELECT coalesce(sum(read = 0 AND aside = 0), 0), coalesce(sum(aside = 0), 0),"
        sql += " coalesce(sum(aside IN (2, 3)), 0) FROM status WHERE feed_id = ? AND article_id IS NOT NULL"
        assert ask(paths, sql, feed_id) == [(unread, total, archived)]
    assert ask(
        paths, "SELECT count(*) FROM article JOIN status ON article_id = id WHERE article.aside <> status.aside"
    ) == [(0,)]
    return True
