"""Start to the first painted list, beside "import PySide6 and show an empty window" in the same run.

Each figure is the median of several starts; the two programs take turns, so that a noisy moment hits both. "Evicted"
asks the system to drop the files of interpreter, libraries and library from its cache first, which it may refuse for
pages that other processes hold.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reader.paths import ROOT, find_paths
from tests.bench.libraries import fill_library

_RUNS = 5
_EMPTY = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, done)
def done():
    print(time.clock_gettime(time.CLOCK_MONOTONIC), flush=True)
    app.exit(0)
app = QApplication([])
window = Window()
window.resize(1360, 860)
window.show()
app.exec()
"""
_OURS = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from reader.core.startup import WindowOptions
import reader.app
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            names, parent = set(), watched
            while parent is not None:
                names.add(parent.objectName())
                parent = parent.parent()
            # The list's own rows, or on the first start the welcome that stands in their place.
            if "welcome" in names or ("articleList" in names and "qt_scrollarea_viewport" == watched.objectName()):
                QApplication.instance().removeEventFilter(self)
                QTimer.singleShot(0, done)
        return False
def done():
    print(time.clock_gettime(time.CLOCK_MONOTONIC), flush=True)
    import os
    os._exit(0)
watch = Watch()
app = reader.app.make_application()
app.installEventFilter(watch)
reader.app.run_window(WindowOptions(data_dir=sys.argv[1], view="all", offline=True))
"""


def _start(script: str, *arguments: str) -> float:
    """Seconds from the start of the process to the first painted picture."""
    begun = time.clock_gettime(time.CLOCK_MONOTONIC)
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, cwd=ROOT, timeout=60, check=True
    )
    return float(done.stdout.split()[-1]) - begun


def _evict(folder: Path) -> None:
    if not hasattr(os, "posix_fadvise"):
        return
    places = [folder, ROOT / "reader", ROOT / "resources", Path(sys.prefix), Path(os.__file__).parent]
    for place in places:
        for file in place.rglob("*"):
            if file.is_file() and not file.is_symlink():
                handle = os.open(file, os.O_RDONLY)
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
                os.close(handle)


def _pair(folder: Path, *, evicted: bool) -> tuple[float, float]:
    ours, empty = [], []
    for _ in range(3 if evicted else _RUNS):
        if evicted:
            _evict(folder)
        empty.append(_start(_EMPTY))
        if evicted:
            _evict(folder)
        ours.append(_start(_OURS, str(folder)))
    return statistics.median(ours), statistics.median(empty)


def run() -> list[str]:
    """One line for each size of library, files in cache and evicted."""
    lines = []
    with tempfile.TemporaryDirectory() as home:
        for count in (0, 10_000):
            folder = Path(home) / str(count)
            fill_library(find_paths(str(folder)), count)
            _start(_OURS, str(folder))
            for evicted in (False, True):
                ours, empty = _pair(folder, evicted=evicted)
                words = "evicted" if evicted else "in cache"
                lines.append(
                    f"start to first painted list, {count:>6} articles, {words:<8}: {ours * 1000:5.0f} ms,"
                    f" empty window {empty * 1000:5.0f} ms, {ours / empty:.2f} times"
                )
    return lines
