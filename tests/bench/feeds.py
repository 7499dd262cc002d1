"""Entries read in a second of CPU, beside feedparser in the same run: `python -m tests.bench.feeds`. Ratios, not times."""

import random
import time
from collections.abc import Callable
from html import escape

import feedparser

from reader.content.feed_formats import parse_feed, read_feed

_ENTRIES = 50
_SIZE = 5_000
_WORDS = "le phare éclaire la côte jusqu’à minuit et demi quand la brume tombe sur le port de la ville"


def feed(seed: int) -> bytes:
    """A feed of 50 entries of 5 KB of HTML: paragraphs with links, lists, figures."""
    chance = random.Random(seed)
    words = _WORDS.split()

    def text(count: int) -> str:
        return " ".join(chance.choice(words) for _ in range(count))

    items = []
    for number in range(_ENTRIES):
        body = ""
        while len(body) < _SIZE:
            body += (
                f'<p>{text(50)} <a href="https://exemple.org/{chance.randrange(999)}?a=1&amp;b=2">{text(3)}</a>.</p>'
            )
            body += f"<ul><li>{text(8)}</li><li>{text(8)}</li></ul>" if chance.random() < 0.2 else ""
        items.append(
            f"<item><title>{text(8)} {number}</title><link>https://exemple.org/a/{number}</link>"
            f'<guid isPermaLink="false">a-{seed}-{number}</guid><pubDate>Wed, 18 Nov 2026 10:{number:02}:00 +0100</pubDate>'
            f"<description>{text(30)}</description><content:encoded>{escape(body)}</content:encoded></item>"
        )
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f"<rss version='2.0' {space}><channel><title>Phare</title>{''.join(items)}</channel></rss>".encode()


def pace(work: Callable[[bytes], object], documents: list[bytes], times: int) -> float:
    """Entries in a second of CPU, the best of `times`."""
    best = float("inf")
    for _ in range(times):
        started = time.process_time()
        for document in documents:
            work(document)
        best = min(best, time.process_time() - started)
    return len(documents) * _ENTRIES / best


def run() -> list[str]:
    """Our reading (fields as written), our whole parse (cleaned, Markdown), feedparser."""
    documents = [feed(seed) for seed in range(4)]
    theirs = pace(feedparser.parse, documents, 2)
    rows = [("read", pace(read_feed, documents, 20)), ("read and cleaned to Markdown", pace(parse_feed, documents, 3))]
    return [f"{name}: {ours:.0f} entries/s, {ours / theirs:.1f} × feedparser ({theirs:.0f})" for name, ours in rows]


if __name__ == "__main__":
    print("\n".join(run()))
