"""What changed in an article of 20,000 words: from the key press to the first screen painted, and to the whole text.

Run by `python -m tests.bench.changes`, beside opening the same article in the pane: ratios, the machine leaves them.
"""

import os
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from reader.core.comparison import compare
from reader.core.entities import Article, ChangeKind, Revision
from reader.style.apply import apply
from reader.style.fonts import load_fonts
from reader.ui.changes_view import ChangesView
from reader.ui.reading_pane import ReadingPane
from tests.bench.differences import cases
from tests.render.articles import PALETTES, article

_NOW = datetime(2026, 11, 18, tzinfo=UTC)


def _versions(old: str, new: str) -> dict[int, Article]:
    held = tuple(Revision(number, _NOW, "Headline", ChangeKind.ADDED) for number in (1, 2))
    made = replace(article(), markdown=old, runs=None, update=None, revisions=held, revision=1, read_revision=1)
    return {1: made, 2: replace(made, markdown=new, revision=2)}


def _ms(work: Callable[[], object]) -> float:
    """Of the window's own CPU: a machine busy with other things leaves it as it is."""
    started = time.thread_time()
    work()
    return 1000 * (time.thread_time() - started)


def main() -> None:
    """Print milliseconds of the window's own CPU for each case: the median of five."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    load_fonts()
    folder = Path(tempfile.mkdtemp())
    apply(app, PALETTES["base"], folder)
    for name, (old, new) in cases().items():
        first, whole, opened = _measure(app, folder, _versions(old, new))
        print(f"{name:28}first screen{first:7.0f} ms  whole{whole:7.0f} ms  the article itself{opened:7.0f} ms")


def _measure(app: QApplication, folder: Path, held: dict[int, Article]) -> list[float]:
    view = ChangesView(
        folder,
        lambda _, before, after: compare(held[before or 1], held[after or 2]),
        lambda _, number: held[number or 2],
    )
    pane = ReadingPane(folder)
    for part in (view, pane):
        part.dress(PALETTES["base"])
        part.resize(760, 800)
        part.show()
    app.processEvents()
    first, whole, opened = [], [], []
    for _ in range(5):
        first.append(_ms(lambda: (view.show_changes(held[2]), view.text.viewport().repaint())))
        whole.append(first[-1] + _ms(lambda: view.text.compared and view.text.compared.write_more(60_000)))
        opened.append(_ms(lambda: (pane.show_article(held[2]), pane.view.viewport().repaint())))
        app.processEvents()
    for part in (view, pane):
        part.close()
        part.deleteLater()
    return [sorted(times)[2] for times in (first, whole, opened)]


if __name__ == "__main__":
    main()
