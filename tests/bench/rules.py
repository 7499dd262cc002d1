"""Rules: a slice of the live preview, storing with twenty rules, a rule's run over a library, its undoing. CPU time.

`ENCRE_BENCH_RULES` (default 20000) says how large the library is.
"""

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

from reader.core.entities import ChangeKind, ParsedEntry
from reader.core.filters import ArticleFilter, View
from reader.core.plans import ArticlePlan
from reader.core.rules import Net, RuleDraft
from reader.store import Store
from tests.bench.many_articles import generate

_NETS = (
    ("words anywhere", Net(words=("phare", "mer du nord"))),
    ("words in the headline", Net(words=("phare", "mer"), title_only=True)),
    ("an expression", Net(expression=r"ph\w+s? .*(nuit|jour)")),
)


def run() -> list[str]:
    """One line for each measure."""
    size = int(os.environ.get("ENCRE_BENCH_RULES", "20000"))
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(generate(Path(folder) / "library", size))
        lines = [f"preview of {name}: {_slice(store, net):.1f} ms CPU for 200 articles" for name, net in _NETS]
        plain = _storing(store, "plain")
        for number in range(20):
            store.save_rule(RuleDraft(str(number), Net(words=(f"mot{number}", "rien du tout"))))
        _timed(lambda: _finish(store))
        ruled = _storing(store, "ruled")
        lines.append(f"storing 400 articles: {plain:.0f} ms CPU, with 20 rules {ruled:.0f}: {ruled / plain:.2f} times")
        spent = _timed(lambda: (store.save_rule(RuleDraft("x", Net(words=("le", "la", "a*")))), _finish(store)))
        caught = store.rules()[0].caught
        listed = _timed(lambda: store.listing(ArticleFilter(View.UNREAD), 200))
        lines.append(
            f"a rule over {size} articles: {spent / 1000:.1f} s CPU, {caught} hidden; first rows {listed:.1f} ms"
        )
        undone = _timed(store.undo)
        lines.append(f"undoing it: {undone:.0f} ms CPU, {1000 * undone / max(caught, 1):.0f} µs an article")
        store.close()
    return lines


def _timed(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return (process_time() - began) * 1000


def _slice(store: Store, net: Net) -> float:
    store.preview_rule(net)
    return min(_timed(lambda: store.preview_rule(net)) for _ in range(5))


def _finish(store: Store) -> None:
    while store.run_rules() is not None:
        pass


def _storing(store: Store, name: str) -> float:
    now, spent = datetime.now(UTC), 0.0
    for start in range(0, 400, 20):
        plans = []
        for number in range(start, start + 20):
            words = (
                f"Le récit {name} {number}. " + "Des phrases accentuées, çà et là, sur la forêt et la rivière. " * 80
            )
            entry = ParsedEntry(guid=f"{name}{number}", title=f"{name} {number}", markdown=words, published=now)
            plans.append(ArticlePlan(entry, ChangeKind.FIRST, f"{name}{number}", 800, 4))
        spent += _timed(lambda plans=plans: store.apply(1, plans, now))  # type: ignore[misc]
    return spent
