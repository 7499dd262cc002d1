"""What a start does before the list is painted, and what it leaves for the first idle moments."""

import subprocess
import sys
from contextlib import closing

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from reader.core.startup import WindowOptions
from reader.paths import ROOT, THEMES
from reader.settings import load_settings
from reader.store import Store
from reader.style.palette import load_themes
from reader.ui.after_paint import AfterPaint
from reader.ui.desktop import Desktop
from reader.ui.preferences import Preferences


@pytest.fixture
def desktop(qtbot, qapp, palette, paths):
    with closing(Store.open(paths)) as store:
        preferences = Preferences(load_settings(paths.settings_file), load_themes(THEMES)[0], paths.cache, "en")
        preferences.settings.set("welcomed", True)
        desktop = Desktop(qapp, store, paths, preferences, WindowOptions(view="all", offline=True))
        yield desktop
        desktop.quit()
        desktop.window.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_is_opened_later_is_imported_later():
    names = subprocess.run(
        [sys.executable, "-c", "import reader.app, sys; print(*(name for name in sys.modules if vars(sys.modules[name])))"],
        capture_output=True, text=True, cwd=ROOT, check=True, timeout=60,
    ).stdout.split()  # fmt: skip
    rare = ("reader.ui.dialogs", "reader.ui.reading_pane", "reader.ui.welcome", "reader.ui.highlights_list")
    rare += ("reader.render.export", "reader.render.document", "markdown_it", "qdarktheme", "importlib.metadata")
    rare += ("reader.content", "reader.engine.process", "reader.engine.http", "aiohttp", "lxml", "reader.cli")
    assert "reader.ui.desktop" in names
    assert [name for name in names if any(name == one or name.startswith(one + ".") for one in rare)] == []


def test_the_seat_says_that_no_article_is_open_until_the_pane_comes(qtbot, desktop):
    desktop.show()
    assert desktop.window.findChild(QWidget, "readingPane") is None
    words = [label.text() for label in desktop.seat.findChildren(QLabel) if label.isVisible()]
    assert words == ["No article is open"]
    qtbot.waitUntil(lambda: desktop.window.findChild(QWidget, "readingPane") is not None)
    pane = desktop.window.findChild(QWidget, "readingPane")
    assert pane is desktop.pane and pane.isVisible() and pane.geometry() == desktop.seat.rect()
    words = [label.text() for label in desktop.seat.findChildren(QLabel) if label.isVisible()]
    assert words == ["No article is open"]


def test_the_pane_looks_like_the_seat_it_takes(qtbot, desktop):
    desktop.show()
    before = desktop.seat.grab().toImage()
    assert desktop.pane.isVisible()
    assert desktop.seat.grab().toImage() == before


def test_steps_come_in_order_after_the_paint(qtbot):
    done = []

    class Window(QWidget):
        def paintEvent(self, event):
            done.append("painted")

    window = Window()
    qtbot.addWidget(window)
    later = AfterPaint(window, [lambda: done.append("one"), lambda: done.append("two")])
    later.add(lambda: done.append("three"))
    assert done == []
    window.show()
    qtbot.waitUntil(lambda: "three" in done)
    assert [one for one in done if one != "painted"] == ["one", "two", "three"] and done[0] == "painted"
    later.finish()
    assert done.count("one") == 1
