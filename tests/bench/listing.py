"""The list at scale: first rows after a click, frames while scrolling and dragging, memory, search.

`ENCRE_BENCH_SIZES` (default 10000,100000; add 1000000 for the full measure) says how large the generated libraries are;
`ENCRE_BENCH_FOLDER` keeps them for the next time. Each size is measured in a process of its own.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.many_articles import generate

_FRAMES = 300


def run() -> list[str]:
    """One line for each measure."""
    sizes = [int(one) for one in os.environ.get("ENCRE_BENCH_SIZES", "10000,100000").split(",")]
    kept = os.environ.get("ENCRE_BENCH_FOLDER")
    with tempfile.TemporaryDirectory() as given:
        folder = Path(kept or given)
        empty = _measured(folder / "empty", 0, 12)
        lines = []
        for size in sizes:
            found = _measured(folder / f"short-{size}", size, 12)
            lines += _told(size, found, found["memory"] - empty["memory"])
        if 100_000 in sizes:
            long = _measured(folder / "long-100000", 100_000, 700)
            lines.append(f"search, 100,000 of 5 KB: {_milliseconds(long['search'])}")
    return lines


def _told(size: int, found: dict, growth: float) -> list[str]:
    name = f"{size:,} articles"
    return [
        f"list, {name}: first rows after a click {_milliseconds(found['first'])}",
        f"list, {name}: frame p99 scrolling {found['scroll'][0]:.1f} ms, dragging {found['drag'][0]:.1f} ms, "
        f"while the rest is being read {found['loading'][0]:.1f} ms (longest {found['loading'][2]:.1f}); whole list after {found['whole']:.0f} ms "
        f"(processor time of a frame: {found['scroll'][1]:.1f}, {found['drag'][1]:.1f}, {found['loading'][1]:.1f} ms)",
        f"list, {name}: next unread {found['unread']:.1f} ms, counts {found['totals']:.1f} ms, "
        f"memory +{growth:.0f} MB over an empty library",
        f"search, {name}, short: {_milliseconds(found['search'])}",
    ]


def _milliseconds(by_name: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.1f} ms" for name, value in by_name.items())


def _measured(folder: Path, size: int, body_words: int) -> dict:
    generate(folder, size, body_words=body_words)
    command = [sys.executable, "-m", "tests.bench.listing", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    return json.loads(done.stdout.strip().splitlines()[-1])


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)


def _frame_times(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds on the clock and of this thread's processor time, which a busy machine does not stretch."""
    begun = time.thread_time()
    wall = _timed(work)
    return wall, 1000 * (time.thread_time() - begun)


def _p99(frames: list[tuple[float, float]]) -> list[float]:
    """The 99th of a hundred, on the clock and of the processor, and the longest on the clock."""
    place = min(len(frames) - 1, round(0.99 * len(frames)))
    if not frames:
        return [0.0, 0.0, 0.0]
    return [*(sorted(one)[place] for one in zip(*frames, strict=True)), max(wall for wall, _ in frames)]


def _memory() -> float:
    words = Path("/proc/self/statm").read_text().split()
    return (int(words[1]) - int(words[2])) * os.sysconf("SC_PAGE_SIZE") / 2**20


def _measure(folder: Path) -> dict:
    from PySide6.QtWidgets import QApplication

    from reader.core.filters import ArticleFilter, Grouping, View
    from reader.paths import THEMES, find_paths
    from reader.store import Store
    from reader.style.apply import apply
    from reader.style.fonts import load_fonts
    from reader.style.palette import load_themes
    from reader.ui.article_list import ArticleList

    app = QApplication([])
    load_fonts()
    palette = load_themes(THEMES)[0][0]
    paths = find_paths(str(folder))
    store = Store.open(paths)
    apply(app, palette, paths.data / "cache")
    pane = ArticleList(store, paths.data)
    pane.dress(palette)
    pane.resize(384, 860)
    pane.show()
    app.processEvents()

    def show(wanted: ArticleFilter) -> None:
        pane.show_filter(wanted)
        app.processEvents()
        pane.view.viewport().repaint()

    feed = store.feeds()[3].id
    views = {"all": ArticleFilter(), "unread": ArticleFilter(View.UNREAD), "feed": ArticleFilter(feed_id=feed)}
    views |= {"folder": ArticleFilter(folder="Dossier 3"), "section": ArticleFilter(section="Droit")}
    views |= {"updated": ArticleFilter(View.UPDATED), "by section": ArticleFilter(grouping=Grouping.SECTION)}
    first = {name: _timed(lambda wanted=wanted: show(wanted)) for name, wanted in views.items()}
    begun = time.perf_counter()
    show(ArticleFilter())
    bar, loading, total = pane.view.verticalScrollBar(), [], store.count(ArticleFilter())

    def frame(value: int) -> None:
        bar.setValue(value)
        pane.view.viewport().repaint()
        app.processEvents()

    while len(pane.ids()) < total:
        loading.append(_frame_times(lambda: frame(bar.value() + 40)))
    whole = 1000 * (time.perf_counter() - begun)
    source = random.Random(3)
    scroll = [_frame_times(lambda: frame(bar.value() + 40)) for _ in range(_FRAMES)]
    drag = [_frame_times(lambda: frame(source.randrange(max(1, bar.maximum())))) for _ in range(_FRAMES)]
    memory = _memory()
    pane.choose(pane.ids()[len(pane.ids()) // 2]) if total else None
    unread = max(_timed(pane.next_unread) for _ in range(20))
    return {
        **{"first": first, "whole": whole, "scroll": _p99(scroll), "drag": _p99(drag), "memory": memory},
        **{"loading": _p99(loading), "unread": unread, "totals": _timed(store.totals)},
        "search": _searches(store) if total else {},
    }


def _searches(store) -> dict[str, float]:
    from reader.core.filters import ArticleFilter
    from tests.bench.many_articles import vocabulary

    words = vocabulary()
    asked = {"common": words[0], "rare": words[3000], "two": f"{words[0]} {words[40]}", "beginning": words[0][:3]}
    asked |= {"one letter": words[0][:1], "four letters": words[0][:4], "six letters": words[0][:6]}
    asked |= {
        "phrase": f'"{words[0]} {words[1]} {words[2]}"',
        "not": f"-{words[0]}",
        "but not": f"{words[3]} -{words[0]}",
    }
    asked |= {"title": f"title:{words[0][:4]}", "no fact": "has:image", "with a fact": f"{words[0]} is:starred"}
    found = {}
    for name, query in asked.items():
        if name in ("common", "rare", "two", "beginning"):
            found[name] = min(_timed(lambda query=query: store.search(query, 20)) for _ in range(3))
        found[f"{name} as a list"] = _timed(
            lambda query=query: store.snippets(
                query, store.listing(ArticleFilter(search=query), 200, quick=True).ids[:10].tolist()
            )
        )
    found["suggestions"] = _timed(lambda: store.suggestions(words[0][:3]))
    return found


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[1]))))
    sys.stdout.flush()
    os._exit(0)
