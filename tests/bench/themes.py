"""Themes: a switch of the whole window with an article open beside building it; the start; memory."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from reader.app import make_application
from reader.core.filters import ArticleFilter, View
from reader.core.startup import WindowOptions
from reader.engine.welcome import install_welcome
from reader.paths import THEMES, find_paths
from reader.settings import load_settings
from reader.store import Store
from reader.style.fonts import load_fonts
from reader.style.palette import load_themes
from reader.ui.desktop import Desktop
from reader.ui.preferences import Preferences
from tests.render.articles import article, long_text

_SWITCHES = 100
_START = """
import time; from pathlib import Path
from reader.app import make_application
from reader.paths import THEMES
from reader.style import apply
app = make_application(); started = time.perf_counter(); own = time.thread_time()
from reader.style.palette import load_themes
palettes = load_themes(THEMES)[0]
read = time.perf_counter() - started
apply.apply(app, palettes[0], Path({cache!r}))
print(1000 * read, 1000 * (time.perf_counter() - started), 1000 * (time.thread_time() - own))
"""


def _start(cache):
    """Reading eight themes, and wearing the first, in a fresh process: wall, wall, CPU, in ms."""
    command = [sys.executable, "-c", _START.format(cache=str(cache))]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [float(part) for part in done.stdout.split()]


def _resident():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def _open_files():
    return len(list(Path("/proc/self/fd").iterdir()))


def _switch(app, desktop, palettes):
    times, cpu = [], []
    for palette in palettes:
        started, own = time.perf_counter(), time.thread_time()
        desktop.preferences.wear_palette(palette)
        desktop.window.repaint()
        app.processEvents()
        times.append(1000 * (time.perf_counter() - started))
        cpu.append(1000 * (time.thread_time() - own))
    return times, cpu


def _p95(values):
    return sorted(values)[max(0, round(0.95 * len(values)) - 1)]


def _measure(app, home):
    paths = find_paths(str(home))
    palettes = load_themes(THEMES)[0]
    with_store = Store.open(paths)
    install_welcome(with_store, paths, "fr")
    started = time.perf_counter()
    preferences = Preferences(load_settings(paths.settings_file), palettes, paths.cache, "fr")
    desktop = Desktop(app, with_store, paths, preferences, WindowOptions(offline=True, size=(1360, 860)))
    desktop.show()
    desktop.navigation.go(ArticleFilter(View.ALL))
    app.processEvents()
    desktop.pane.show_article(article(long_text(2000)))
    desktop.window.repaint()
    built = 1000 * (time.perf_counter() - started)
    for _ in range(2):
        _switch(app, desktop, palettes)
    times, cpu = _switch(app, desktop, palettes * 5)
    widgets = len(QApplication.allWidgets())
    before, files = _resident(), _open_files()
    many, _ = _switch(app, desktop, (palettes * (_SWITCHES // len(palettes) + 1))[:_SWITCHES])
    grown = _resident() - before
    lines = [
        f"a switch of {widgets} widgets and 2,000 words: median {median(times):.0f} ms, p95 {_p95(times):.0f} ms,"
        f" CPU {median(cpu):.0f} ms; {median(times) / built:.2f} of building that window ({built:.0f} ms)",
        f"{_SWITCHES} switches: p95 {_p95(many):.0f} ms, memory {grown:+.1f} MB, files {_open_files() - files:+d}",
    ]
    desktop.quit()
    with_store.close()
    return lines


def run():
    app = make_application()
    load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        first = _start(Path(folder) / "cache")
        warm = [_start(Path(folder) / "cache") for _ in range(5)]
        size = sum(file.stat().st_size for file in (Path(folder) / "cache").rglob("*") if file.is_file())
        read, whole, cpu = (median(column) for column in zip(*warm, strict=True))
        lines = [
            f"start: eight files read {read:.0f} ms, worn {whole:.0f} ms (CPU {cpu:.0f} ms);"
            f" the first time ever {first[1]:.0f} ms; cache {size / 1024:.0f} KB a theme",
        ]
        return lines + _measure(app, Path(folder) / "home")
