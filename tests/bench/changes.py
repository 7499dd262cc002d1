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
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


def main() -> None:
    """Print milliseconds of the clock for each case: the median of five."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    load_fonts()
    folder = Path(tempfile.mkdtemp())
    apply(app, PALETTES[0], folder)
    for name, (old, new) in cases().items():
        held = _versions(old, new)
        view = ChangesView(
            folder,
            lambda _id, before, after, held=held: compare(held[before or 1], held[after or 2]),  # type: ignore[misc]
            lambda _id, number, held=held: held[number or 2],  # type: ignore[misc]
        )
        pane = ReadingPane(folder)
        for part in (view, pane):
            part.dress(PALETTES[0])
            part.resize(760, 800)
            part.show()
        app.processEvents()
        first, whole, opened = [], [], []
        for _ in range(5):
            first.append(_ms(lambda: (view.show_changes(held[2]), view.text.viewport().repaint())))
            whole.append(first[-1] + _ms(lambda: view.text.compared and view.text.compared.write_more(60_000)))
            opened.append(_ms(lambda: (pane.show_article(held[2]), pane.view.viewport().repaint())))
            app.processEvents()
        middle = [sorted(times)[2] for times in (first, whole, opened)]
        print(
            f"{name:32} first screen {middle[0]:7.1f} ms  whole {middle[1]:7.1f} ms  "
            f"the article itself {middle[2]:7.1f} ms"
        )
        for part in (view, pane):
            part.close()
            part.deleteLater()


if __name__ == "__main__":
    main()
