"""Generated libraries for the measures: any number of articles over ten years, in 200 feeds and 20 folders.

Words are drawn from a small vocabulary of our own with the uneven frequencies of a language, so that some searches
meet half of the library and others a handful.
"""

import random
from contextlib import closing
from pathlib import Path

from reader.paths import Paths, find_paths
from reader.store import Store

FEEDS = 200
_NOW = 1_795_000_000_000_000
_SYLLABLES = [
    "ba",
    "lo",
    "mi",
    "ra",
    "tu",
    "ne",
    "so",
    "vi",
    "de",
    "ga",
    "pe",
    "li",
    "mo",
    "ur",
    "ant",
    "ion",
    "ette",
    "age",
    "oir",
    "isme",
    "phare",
    "mer",
    "nuit",
    "train",
    "encre",
    "loi",
]
SECTIONS = (None, "Actualités", "Droit", "Sciences", "Culture", "Monde", "Économie", "Long reads")


def vocabulary(size: int = 4_000) -> list[str]:
    """`size` different words."""
    source = random.Random(7)
    words: dict[str, None] = {}
    while len(words) < size:
        words["".join(source.choices(_SYLLABLES, k=source.randint(2, 4)))] = None
    return list(words)


def generate(folder: Path, articles: int, *, body_words: int = 12, seed: int = 1) -> Paths:
    """A library of `articles` under `folder`; one that is already there is used again."""
    paths = find_paths(str(folder))
    if (folder / "complete").exists():
        return paths
    with closing(Store.open(paths)) as store:
        _fill(store._database.connection(), articles, body_words, random.Random(seed))
    (folder / "complete").touch()
    return paths


def _fill(connection, articles, body_words, source):
    words = vocabulary()
    weights = [1 / (rank + 2) for rank in range(len(words))]
    connection.execute("PRAGMA synchronous = 0")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO folder (name) VALUES (?)", ((f"Dossier {n}",) for n in range(20)))
    connection.executemany(
        "INSERT INTO feed (id, url, address, title, folder_id) VALUES (?, ?, ?, ?, ?)",
        (
            (n, f"https://f{n}.example/", f"http://f{n}.example/", f"Journal {n}", n % 20 + 1)
            for n in range(1, FEEDS + 1)
        ),
    )
    step = 3_650 * 86_400_000_000 // max(1, articles)
    for start in range(0, articles, 10_000):
        numbers = range(start + 1, min(articles, start + 10_000) + 1)
        stream = source.choices(words, weights, k=len(numbers) * (10 + body_words))
        _insert(connection, numbers, stream, body_words, source, _NOW - articles * step, step)
    connection.execute("COMMIT")


def _insert(connection, numbers, stream, body_words, source, begin, step):
    articles, texts, statuses, search = [], [], [], []
    for place, number in enumerate(numbers):
        own = stream[place * (10 + body_words) : (place + 1) * (10 + body_words)]
        title, body = " ".join(own[:9]).capitalize(), " ".join(own[10:])
        feed, time = source.randint(1, FEEDS), begin + number * step
        marker = "MàJ" if source.random() < 0.02 else None
        access = source.choices(("open", "subscriber", "teaser"), (90, 7, 3))[0]
        articles.append(
            (
                number,
                feed,
                f"g{number}",
                title,
                own[9],
                source.choice(SECTIONS),
                time,
                time,
                time,
                body_words,
                source.randint(1, 25),
                access,
                marker,
                f"h{number}",
            )
        )
        texts.append((number, body))
        statuses.append((feed, f"g{number}", number, time, source.random() < 0.8, source.random() < 0.01))
        search.append((number, title, own[9], "", body))
    connection.executemany(
        "INSERT INTO article (id, feed_id, guid, title, kicker, section, published, received, sort, words, minutes,"
        " access, marker, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        articles,
    )
    connection.executemany("INSERT INTO article_text (article_id, markdown) VALUES (?, ?)", texts)
    connection.executemany(
        "INSERT INTO status (feed_id, guid, article_id, sort, read, starred) VALUES (?, ?, ?, ?, ?, ?)", statuses
    )
    connection.executemany("INSERT INTO search (rowid, title, kicker, author, body) VALUES (?, ?, ?, ?, ?)", search)
