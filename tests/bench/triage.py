"""Undo that lasts: 18,000 articles marked as read, undone and done again, in the store and with the window's panes.

The window is offscreen; `ENCRE_BENCH_UNDO` (default 100000) says how large the library is. Three smart feeds count along.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from reader.app import make_application
from reader.core.filters import ArticleFilter, View
from reader.core.startup import WindowOptions
from reader.paths import THEMES
from reader.settings import load_settings
from reader.store import Store
from reader.style.fonts import load_fonts
from reader.style.palette import load_themes
from reader.ui.desktop import Desktop
from reader.ui.preferences import Preferences
from tests.bench.many_articles import generate

_MARKED = 18_000


def run() -> list[str]:
    """One line for each measure."""
    app = make_application()
    load_fonts()
    size = int(os.environ.get("ENCRE_BENCH_UNDO", "100000"))
    with tempfile.TemporaryDirectory() as folder:
        paths = generate(Path(folder) / "library", size)
        store = Store.open(paths)
        for word in ("phare", "mer -nuit", "train"):
            store.save_search(word, word)
        ids = list(store.ids(ArticleFilter(View.ALL)))[:_MARKED]
        store.mark(ids, read=False)
        preferences = Preferences(load_settings(paths.settings_file), load_themes(THEMES)[0], paths.cache, "en")
        desktop = Desktop(app, store, paths, preferences, WindowOptions(offline=True, view="all"))
        desktop.show()
        desktop.article_list.wait()
        app.processEvents()
        lines = _lines(app, desktop, ids)
        desktop.quit()
        store.close()
    return lines


def _lines(app: QApplication, desktop: Desktop, ids: list[int]) -> list[str]:
    store = desktop.store
    marked = _timed(lambda: store.mark(ids, read=True))
    lines = [f"18,000 in the store: marked in {marked}, undone in {_timed(store.undo)}"]
    lines.append(f"18,000 in the store: done again in {_timed(store.redo)}")
    store.undo()
    for name, deed in (("archived", store.archive), ("deleted", store.delete)):
        done = _timed(lambda deed=deed: deed(ids))
        lines.append(f"18,000 in the store: {name} in {done}, undone in {_timed(store.undo)}")

    def whole(deed: Callable[[], object]) -> str:
        return _timed(lambda: (deed(), app.processEvents()))

    for view in (View.ALL, View.UNREAD):
        desktop.navigation.go(ArticleFilter(view))
        desktop.article_list.wait()
        app.processEvents()
        done = whole(lambda: desktop.library.mark(ids, read=True))
        undone = whole(desktop.library.undo)
        again = whole(desktop.library.redo)
        lines.append(f"18,000 with the window at {view.value}: marked {done}, undone {undone}, again {again}")
        desktop.library.undo()
    return lines


def _timed(deed: Callable[[], object]) -> str:
    """How long a deed takes, and how much of it is the processor's: the rest is the machine's other work."""
    started, worked = time.perf_counter(), time.process_time()
    deed()
    spent, work = time.perf_counter() - started, time.process_time() - worked
    return f"{spent * 1_000:.0f} ms (processor {work * 1_000:.0f})"


if __name__ == "__main__":
    print("\n".join(run()))
