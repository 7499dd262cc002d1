"""What a start does before the list is painted, and what it leaves for the first idle moments."""

import subprocess
import sys
import time
from contextlib import closing

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from reader.core.filters import ArticleFilter, View
from reader.core.startup import WindowOptions
from reader.paths import ROOT, THEMES
from reader.settings import load_settings
from reader.store import Store
from reader.style.palette import load_kept_themes, load_themes
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
    # A module that waits for its first use is of a class of its own until then.
    script = "import reader.app, sys; print(*(n for n, m in sys.modules.items() if type(m).__name__ != '_LazyModule'))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True, timeout=60
    )
    names = done.stdout.split()
    rare = ("reader.ui.dialogs", "reader.ui.reading_pane", "reader.ui.welcome", "reader.ui.highlights_list")
    rare += ("reader.render.export", "reader.render.document", "markdown_it", "qdarktheme", "importlib.metadata")
    rare += ("reader.core.differences", "reader.core.sameness", "reader.core.likeness", "reader.store.articles")
    rare += ("reader.core.rules", "reader.store.rules", "reader.store.rule_runs", "regex")
    rare += ("reader.style.palette.derive", "reader.ui.notification_tray", "reader.ui.notice", "reader.ui.own_themes")
    rare += ("reader.core.retention", "reader.store.retention", "reader.store.purge", "reader.store.assets")
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


def test_the_icon_comes_into_the_desktop_s_tray_where_there_is_one(qtbot, desktop, monkeypatch):
    # There is no tray offscreen; Qt's own answer is the only thing replaced.
    monkeypatch.setattr("PySide6.QtWidgets.QSystemTrayIcon.isSystemTrayAvailable", staticmethod(lambda: True))
    shown = []
    monkeypatch.setattr("PySide6.QtWidgets.QSystemTrayIcon.show", lambda icon: shown.append(not icon.icon().isNull()))
    desktop.show()
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [True]


def test_no_import_reads_the_sources_of_modules_once_the_window_opens():
    script = (
        "import builtins\n"
        "from reader.ui.plain_imports import restore_import\n"
        "assert builtins.__import__.__name__ == '__feature_import__', 'PySide reads no more: plain_imports can go'\n"
        "restore_import()\n"
        "assert builtins.__import__.__name__ != '__feature_import__'\n"
        "from PySide6.QtWidgets import QLabel"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, timeout=60)


def test_themes_are_kept_between_starts_until_a_file_changes(tmp_path):
    own, cache = tmp_path / "themes", tmp_path / "cache"
    own.mkdir()
    fresh = load_themes(THEMES, own)
    assert load_kept_themes(THEMES, own, cache) == fresh
    assert load_kept_themes(THEMES, own, cache) == fresh
    kept = cache / "themes" / "palettes.json"
    text = (THEMES / "rose-clair.toml").read_text("utf-8")
    (own / "mine.toml").write_text(text.replace('"rose-clair"', '"mine"', 1), "utf-8")
    palettes, errors = load_kept_themes(THEMES, own, cache)
    assert [one.id for one in palettes][-1] == "mine" and errors == []
    (own / "mine.toml").write_text("id = ", "utf-8")
    palettes, errors = load_kept_themes(THEMES, own, cache)
    assert len(palettes) == 8 and "mine.toml" in errors[0].sentence("en")
    (own / "mine.toml").unlink()
    kept.write_text("{broken")
    assert load_kept_themes(THEMES, own, cache) == fresh


@pytest.mark.parametrize("theme", ["base", "orange-mecanique-sombre", "yinyang-clair"])
def test_the_line_beside_the_sidebar_is_whole(qtbot, desktop, theme):
    desktop.preferences.choose_theme(theme)
    desktop.show()
    picture = desktop.sidebar.grab().toImage()
    column = {picture.pixelColor(picture.width() - 1, y).name() for y in range(picture.height())}
    assert len(column) == 1, column


def test_no_thread_reads_any_more_when_the_program_ends(desktop, monkeypatch):
    listing, read = desktop.store.listing, []

    def slowly(*given, **options):
        time.sleep(0.2)
        found = listing(*given, **options)
        read.append(len(found.ids))
        return found

    desktop.show()
    monkeypatch.setattr(desktop.store, "listing", slowly)
    desktop.article_list._loader.ask(ArticleFilter(View.ALL), None)
    time.sleep(0.05)
    desktop.quit()
    before = list(read)
    time.sleep(0.5)
    assert read == before
