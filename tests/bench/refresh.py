"""A first refresh of 10,000 articles, the same again unchanged, and with 10,000 pictures: CPU, wall, peak memory.

Beside each other in one run, and beside a floor: the same bytes fetched, read by lxml and stored in SQLite with a
full-text index, by the least code that does it. Then what each stage takes of it. ENCRE_BENCH_FEEDS makes it smaller.
"""

import os
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from reader.content.feed_formats import parse_feed, read_feed
from reader.content.markup import clean
from reader.content.markup.dom import inert_tree
from reader.core.likeness import keys
from reader.engine.decide import decide
from reader.paths import ROOT, find_paths
from reader.store import Store
from reader.store.encoding import packed
from tests.bench._press import feed_document

ENTRIES, SIZE = 50, 5_000
FLOOR = """
import asyncio, sqlite3, sys, aiohttp
from lxml import etree
async def main(port, feeds, file):
    database = sqlite3.connect(file)
    database.execute("PRAGMA journal_mode = wal")
    database.execute("CREATE TABLE article (id INTEGER PRIMARY KEY, title, body)")
    database.execute("CREATE VIRTUAL TABLE search USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 2')")
    async with aiohttp.ClientSession() as session:
        for feed in range(feeds):
            async with session.get(f"http://127.0.0.1:{port}/feed/{feed}") as answer:
                root = etree.fromstring(await answer.read())
            rows = [(item.findtext("title"), item.findtext("description")) for item in root.iter("item")]
            with database:
                database.executemany("INSERT INTO article (title, body) VALUES (?, ?)", rows)
                database.executemany("INSERT INTO search (title, body) VALUES (?, ?)", rows)
asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]))
"""


@contextmanager
def press(feeds):
    """The press; its port."""
    command = [sys.executable, "-m", "tests.bench._press", str(feeds), str(ENTRIES), str(SIZE)]
    child = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield int(child.stdout.readline())
    finally:
        child.stdin.close()
        child.stdout.close()
        child.wait()


def measured(command):
    """CPU seconds, wall seconds and peak megabytes of a command and what it started."""
    started = time.perf_counter()
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise RuntimeError(f"{command[-4:]}: {child.returncode}")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - started, usage.ru_maxrss / 1024


def taken(work, things, count):
    """CPU microseconds an article of doing `work` with each of `things`, the best of three; and what came of it."""
    best, made = 1e9, []
    for _ in range(3):
        started = time.process_time()
        made = [work(one) for one in things]
        best = min(best, time.process_time() - started)
    return 1e6 * best / count, made


def stages(feeds=20):
    """CPU of each stage, in this process: (name, microseconds an article); indented ones are part of the one above."""
    bodies, count, url = [feed_document(one, ENTRIES, SIZE) for one in range(feeds)], feeds * ENTRIES, "http://e.org/f"
    fields, _ = taken(lambda body: read_feed(body, url=url), bodies, count)
    whole, parsed = taken(lambda body: parse_feed(body, url=url), bodies, count)
    entries = [entry for feed in parsed for entry in feed.entries]
    html = [entry.content_html for entry in entries]
    yield "bytes to clean entries", whole
    yield "  XML to fields", fields
    yield "  HTML to Markdown", taken(lambda one: clean(one, base_url=url), html, count)[0]
    yield "    of it: an inert tree", taken(lambda one: inert_tree(one, url), html, count)[0]
    yield "decide", taken(lambda entry: decide(entry, None), entries, count)[0]
    with tempfile.TemporaryDirectory() as folder, closing(Store.open(find_paths(folder), role="engine")) as store:
        ids = [store.add_feed(f"{url}/{one}")[0] for one in range(feeds)]
        started = time.process_time()
        for feed_id, feed in zip(ids, parsed, strict=True):
            store.apply(feed_id, [decide(entry, None) for entry in feed.entries[:40]], datetime.now(UTC))
        yield "store 40 at a time, decide with it", 1e6 * (time.process_time() - started) / (feeds * 40)
    yield "  keys of likeness", taken(lambda entry: keys(entry.title, entry.markdown), entries, count)[0]
    yield "  originals compressed", taken(lambda one: packed(one.content_html, one.markdown), entries, count)[0]


def run():
    feeds = int(os.environ.get("ENCRE_BENCH_FEEDS", "200"))
    with tempfile.TemporaryDirectory() as folder, press(feeds) as port:
        data = str(Path(folder) / "library")
        with closing(Store.open(find_paths(data))) as store:
            store.import_feeds([(f"http://127.0.0.1:{port}/feed/{one}", None, None, None) for one in range(feeds)])
        refresh = [sys.executable, str(ROOT / "main.py"), "--data-dir", data, "refresh", "--force"]
        floor = measured([sys.executable, "-c", FLOOR, str(port), str(feeds), str(Path(folder) / "floor.db")])
        first = measured([*refresh, "--no-images"])
        again = measured([*refresh, "--no-images"])
        bare = measured([*refresh[:-1], "--no-images"])
        pictures = measured(refresh)
        still = measured(refresh)
        with closing(Store.open(find_paths(data))) as store:
            summary = store.offline_summary()
        file = (Path(data) / "library.db").stat().st_size
    count = feeds * ENTRIES
    yield f"{feeds} feeds × {ENTRIES} entries of {SIZE // 1000} KB; {summary.ready} of {count} articles ready offline"
    yield f"{'':38}{'CPU s':>8}{'wall s':>8}{'peak MB':>9}"
    rows = {
        "floor: fetch, lxml, SQLite, FTS5": floor,
        "first refresh, no pictures": first,
        "again, unchanged": again,
        "nothing due: the start alone": bare,
        f"{summary.images_stored} pictures": pictures,
        "again with pictures, unchanged": still,
    }
    for name, (cpu, wall, memory) in rows.items():
        yield f"{name:38}{cpu:8.2f}{wall:8.1f}{memory:9.0f}"
    yield f"first refresh: {first[0] / floor[0]:.1f} × the floor, {1000 * first[0] / count:.2f} ms CPU an article"
    yield f"unchanged: {100 * again[0] / first[0]:.1f} % of the first (goal ≤ 3 %)"
    for name, microseconds in stages():
        yield f"{name:38}{microseconds:8.0f} µs an article"
    yield f"peak memory with pictures: {pictures[2]:.0f} MB (goal ≤ 150); database {file / count / 1000:.1f} kB an article"


if __name__ == "__main__":
    for line in run():
        print(line)
