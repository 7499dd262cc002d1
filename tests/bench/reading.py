"""Opening an article: key press to painted, beside an empty QTextBrowser built and painted in the same run."""

import gc
import tempfile
import time
from pathlib import Path
from statistics import median

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QTextBrowser

from reader.core.entities import ArticleId, Picture
from reader.render.formats import TextStyle
from reader.style.apply import apply
from reader.style.fonts import load_fonts
from reader.ui.reading_pane import ReadingPane
from tests.render.articles import PALETTES, article, long_text


def _ms(start):
    return 1000 * (time.perf_counter() - start)


def _p95(values):
    return sorted(values)[max(0, round(0.95 * len(values)) - 1)]


def _empty(app):
    times = []
    for _ in range(20):
        start = time.perf_counter()
        browser = QTextBrowser()
        browser.resize(760, 800)
        browser.show()
        browser.viewport().repaint()
        times.append(_ms(start))
        browser.close()
        browser.deleteLater()
        app.processEvents()
    return median(times)


def _open(app, pane, articles):
    """By the clock, and by the window's own CPU: a machine busy with other things lengthens only the first."""
    times, cpu = [], []
    for one in articles:
        gc.collect()
        start, own = time.perf_counter(), time.thread_time()
        pane.show_article(one)
        pane.view.viewport().repaint()
        times.append(_ms(start))
        cpu.append(1000 * (time.thread_time() - own))
        app.processEvents()
    return times, cpu


def _whole(app, pane, one):
    """First screen, whole and the longest block of the loop, in ms, of a long article."""
    gc.collect()
    start = time.perf_counter()
    pane.show_article(one)
    pane.view.viewport().repaint()
    first, longest = _ms(start), 0.0
    while not pane.view.shown.complete:
        turn = time.thread_time()
        app.processEvents()
        longest = max(longest, 1000 * (time.thread_time() - turn))
    return first, _ms(start), longest


def _themes(app, pane):
    times = []
    for name in (*PALETTES, "base"):
        start = time.perf_counter()
        pane.dress(PALETTES[name])
        pane.view.viewport().repaint()
        times.append(_ms(start))
        for _ in range(20):
            app.processEvents()
    return times


def _with_pictures(folder, text):
    """The long text with 60 pictures of 1280×800 stored in the library."""
    pictures = []
    (folder / "media").mkdir(exist_ok=True)
    for number in range(60):
        image = QImage(1280, 800, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        for row in range(0, 800, 4):
            painter.fillRect(0, row, 1280, 4, QColor.fromHsv((number * 6 + row) % 360, 120, 200))
        painter.end()
        image.save(str(folder / "media" / f"{number}.jpg"))
        url = f"https://encre.invalid/{number}.jpg"
        pictures.append(Picture(url, file=f"media/{number}.jpg", width=1280, height=800))
    parts = text.split("\n\n")
    step = len(parts) // 60
    for number, picture in enumerate(pictures):
        parts.insert(number * (step + 1) + 1, f"![p]({picture.url})")
    return article("\n\n".join(parts), id=ArticleId(500), pictures=tuple(pictures))


def _scroll(app, pane, step=24):
    while not pane.view.shown.complete:
        app.processEvents()
    bar, times = pane.view.verticalScrollBar(), []
    bar.setValue(bar.maximum() // 3)
    for _ in range(200):
        start, own = time.perf_counter(), time.thread_time()
        bar.setValue(bar.value() + step)
        pane.view.viewport().repaint()
        times.append((_ms(start), 1000 * (time.thread_time() - own)))
        app.processEvents()
    return [sorted(column) for column in zip(*times, strict=True)]


def _typing(pane):
    times = []
    pane.open_find()
    for words in ("n", "né", "nég", "négo", "négocie", "e"):
        start = time.perf_counter()
        pane.finding.bar.field.setText(words)
        pane.view.viewport().repaint()
        times.append(_ms(start))
    pane.finding.close()
    return times


def run() -> list[str]:
    """The lines to print."""
    app = QApplication.instance() or QApplication([])
    load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        apply(app, PALETTES["base"], Path(folder) / "cache")
        pane = ReadingPane(Path(folder))
        pane.dress(PALETTES["base"])
        pane.set_text_style(TextStyle())
        pane.resize(760, 800)
        pane.show()
        app.processEvents()
        unit = _empty(app)
        short, long = long_text(2_000), long_text(20_000)
        several = [article(short, id=ArticleId(n)) for n in range(30)]
        _open(app, pane, several[:3])
        times, cpu = _open(app, pane, several)
        lines = [
            f"an empty QTextBrowser built and painted: {unit:.1f} ms",
            f"open 2,000 words: p50 {median(times):.1f} ms ({median(times) / unit:.1f}×), "
            f"p95 {_p95(times):.1f} ms ({_p95(times) / unit:.1f}×); CPU p50 {median(cpu):.1f} ms; goal p95 ≤ 33",
        ]
        themes = _themes(app, pane)
        lines.append(f"theme switch, 2,000 words: p50 {median(themes):.1f}, p95 {_p95(themes):.1f} ms; goal ≤ 60")
        whole = [_whole(app, pane, article(long, id=ArticleId(100 + n))) for n in range(5)]
        first, all_, longest = (median(column) for column in zip(*whole, strict=True))
        lines.append(
            f"open 20,000 words: first screen {first:.1f} ms ({first / unit:.1f}×), whole {all_:.0f} ms, "
            f"longest block of the loop {longest:.1f} ms of CPU; goals ≤ 50, ≤ 400, ≤ 16"
        )
        themes = _themes(app, pane)
        lines.append(f"theme switch, 20,000 words: p50 {median(themes):.1f}, p95 {_p95(themes):.1f} ms; goal ≤ 60")
        for words, step in (("scroll 20,000 words", 24), ("scroll them with 60 pictures", 90)):
            if step > 24:
                pane.show_article(_with_pictures(Path(folder), long))
            clock, cpu = _scroll(app, pane, step)
            lines.append(
                f"{words}: p50 {median(clock):.1f}, p99 {clock[-3]:.1f} ms a frame; CPU p99 {cpu[-3]:.1f} ms; goal ≤ 16"
            )
        typed = _typing(pane)
        lines.append(f"find, a letter typed: p50 {median(typed):.1f}, worst {max(typed):.1f} ms; goal ≤ 16")
        pane.close()
    return lines


if __name__ == "__main__":
    print("\n".join(run()))
