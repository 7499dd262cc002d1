"""Libraries of any size for the benches, through the store's own door: every article has its text, search and counts."""

import random
from datetime import UTC, datetime, timedelta

from reader.core.entities import ChangeKind, ParsedEntry
from reader.core.filters import ArticleFilter
from reader.core.plans import ArticlePlan
from reader.paths import Paths
from reader.store import Store

_TEXT = """
encre papier lampe train gare fenêtre lecture article journal nuit matin port phare carnet page marge note titre colonne
presse atelier lettre voyage silence réseau câble disque copie version garde mémoire ville
"""
_WORDS = _TEXT.split()


def fill_library(paths: Paths, count: int, feeds: int = 40, words: int = 120) -> None:
    """A library of `count` articles of `words` words in `feeds` feeds, a third of them read; the same each time."""
    rng = random.Random(7)
    store = Store.open(paths, role="engine")
    now = datetime.now(UTC)
    ids = [store.add_feed(f"https://bench{n}.invalid/feed", title=f"Journal {n}")[0] for n in range(min(feeds, count))]
    for start in range(0, count, 20):
        plans = [_plan(rng, number, now, words) for number in range(start, min(start + 20, count))]
        store.apply(ids[(start // 20) % len(ids)], plans, now)
    if count:
        store.mark(list(store.ids(ArticleFilter()))[::3], read=True)
    store.close()


def _plan(rng: random.Random, number: int, now: datetime, words: int) -> ArticlePlan:
    title = " ".join(rng.choices(_WORDS, k=9)).capitalize()
    body = "\n\n".join(" ".join(rng.choices(_WORDS, k=40)).capitalize() + "." for _ in range(max(1, words // 40)))
    entry = ParsedEntry(
        guid=f"bench-{number}",
        title=title,
        markdown=body,
        url=f"https://bench.invalid/{number}",
        section=rng.choice(("Droit", "Idées", "Sciences", None)),
        published=now - timedelta(minutes=7 * number),
        language="fr",
    )
    return ArticlePlan(entry, ChangeKind.FIRST, f"{number:032x}", words, max(1, words // 214))
