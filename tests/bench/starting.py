"""Start to the first painted list, beside "import PySide6 and show an empty window" in the same run.

Each figure is the median of several starts; the two programs take turns, so that a noisy moment hits both. "Evicted"
asks the system to drop the files of interpreter, libraries and library from its cache first, which it may refuse for
pages that other processes hold.
"""

import compileall
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from reader.paths import ROOT, find_paths
from tests.bench.libraries import fill_library

_RUNS = 7
_REST = 6.0
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
# As `main.py` starts it; what does the work after the first paint tells when that has been.
_OURS = """
import sys, time
from PySide6.QtCore import QTimer
from reader.ui.after_paint import AfterPaint
begin = AfterPaint.begin
def painted(steps):
    # The window's own paint: its panes are painted in the same turn of the loop, and this comes after it.
    begin(steps)
    QTimer.singleShot(0, done)
def done():
    print(time.clock_gettime(time.CLOCK_MONOTONIC), flush=True)
    import os
    os._exit(0)
AfterPaint.begin = painted
from reader.__main__ import main
main(["--data-dir", sys.argv[1], "--view", "all", "--offline"])
"""


@dataclass(frozen=True, slots=True)
class _Start:
    """Seconds from the start of the process to the first painted picture, by the clock and of CPU."""

    clock: float
    cpu: float


def _start(script: str, *arguments: str) -> _Start:
    begun, before = time.clock_gettime(time.CLOCK_MONOTONIC), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, cwd=ROOT, timeout=60, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return _Start(float(done.stdout.split()[-1]) - begun, cpu)


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


def _pair(folder: Path, *, evicted: bool) -> tuple[list[_Start], list[_Start]]:
    ours, empty = [], []
    for _ in range(3 if evicted else _RUNS):
        if evicted:
            _evict(folder)
        empty.append(_start(_EMPTY))
        if evicted:
            _evict(folder)
        ours.append(_start(_OURS, str(folder)))
    return ours, empty


def _line(words: str, ours: list[_Start], empty: list[_Start]) -> str:
    parts = []
    for name, told in (("clock", "by the clock"), ("cpu", "CPU")):
        own, other = (statistics.median(getattr(one, name) for one in starts) for starts in (ours, empty))
        parts.append(f"{told} {own * 1000:.0f} ms, empty window {other * 1000:.0f} ms, {own / other:.2f} times")
    return f"start to first painted list, {words}: {'; '.join(parts)}"


def _proportional(script: str, *arguments: str) -> float:
    """Memory at rest in MB (PSS: what is shared with other processes counts in part)."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT
    )
    try:
        time.sleep(_REST)
        lines = Path(f"/proc/{process.pid}/smaps_rollup").read_text().splitlines()
    finally:
        process.terminate()
        process.wait()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _memory(home: Path) -> list[str]:
    if not Path("/proc/self/smaps_rollup").exists():
        return []
    empty = _proportional(_EMPTY.replace("QTimer.singleShot(0, done)", "pass"))
    lines = []
    for count in (10_000, 100_000):
        folder = home / str(count)
        if not folder.exists():
            fill_library(find_paths(str(folder)), count)
        ours = _proportional(_OURS.replace("QTimer.singleShot(0, done)", "pass"), str(folder))
        lines.append(f"memory at rest, {count:>6} articles: {ours:.0f} MB, empty window {empty:.0f} MB (PSS)")
    return lines


def run() -> list[str]:
    """One line for each size of library, files in cache and evicted; then memory."""
    # As an installed program starts: with its bytecode, even where the environment keeps Python from writing it.
    compileall.compile_dir(ROOT / "reader", quiet=1)
    lines = []
    with tempfile.TemporaryDirectory() as home:
        for count in (0, 10_000):
            folder = Path(home) / str(count)
            fill_library(find_paths(str(folder)), count)
            _start(_OURS, str(folder))
            for evicted in (False, True):
                ours, empty = _pair(folder, evicted=evicted)
                lines.append(_line(f"{count:>6} articles, {'evicted' if evicted else 'in cache'}", ours, empty))
        lines += _memory(Path(home))
    return lines
