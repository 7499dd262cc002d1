"""What a mark costs the window with 100,000 articles: every pane, menu and counter that hears of it, in CPU."""

import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent

from reader.app import make_application
from reader.core.filters import ArticleFilter
from reader.core.startup import WindowOptions
from reader.paths import THEMES, find_paths
from reader.settings import load_settings
from reader.store import Store
from reader.style.fonts import load_fonts
from reader.style.palette import load_themes
from reader.ui.desktop import Desktop
from reader.ui.preferences import Preferences
from tests.bench.libraries import fill_library

_ARTICLES, _TIMES = 100_000, 40


def _costs(deeds):
    """Median and 95th percentile in ms of CPU."""
    times = []
    for deed in deeds:
        before = time.thread_time()
        deed()
        times.append(1000 * (time.thread_time() - before))
    return statistics.median(times), sorted(times)[round(0.95 * len(times)) - 1]


def run() -> list[str]:
    """One line for each thing done."""
    app = make_application()
    load_fonts()
    with tempfile.TemporaryDirectory() as home:
        paths = find_paths(home)
        fill_library(paths, _ARTICLES)
        store = Store.open(paths)
        preferences = Preferences(
            load_settings(paths.settings_file), load_themes(THEMES)[0], Path(home) / "cache", "en"
        )
        desktop = Desktop(app, store, paths, preferences, WindowOptions(view="all", offline=True))
        desktop.show()
        for _ in range(100):
            app.processEvents()
        ids = list(store.ids(ArticleFilter(), limit=_TIMES))
        read = _costs([lambda one=one: desktop.library.mark([one], read=True) for one in ids])
        star = _costs([lambda one=one: desktop.library.mark([one], starred=True) for one in ids])
        next_one = _costs([lambda: (desktop.navigation.move(1), desktop.window.repaint())] * _TIMES)
        desktop.quit()
        desktop.window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        store.close()
    return [
        f"{words}, {_ARTICLES} articles: median {cost[0]:.1f} ms, p95 {cost[1]:.1f} ms of CPU"
        for words, cost in (("mark as read", read), ("star", star), ("J, pane and all painted", next_one))
    ]
