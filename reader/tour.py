"""The tour: the real window, the real engine, a real server on loopback, and a picture of each step.

It serves the sample feeds, subscribes through the dialog, refreshes, stops the server, and reads offline through list,
article, themes and tray: `python -m reader.tour FOLDER`. `make tour` runs it, and `make run` where there is no display.
"""

import functools
import http.server
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from reader.app import make_application
from reader.core.entities import ArticleId
from reader.core.filters import ArticleFilter, View
from reader.core.startup import WindowOptions
from reader.paths import RESOURCES, THEMES, Paths, find_paths
from reader.settings import load_settings
from reader.store import Store
from reader.style.fonts import load_fonts
from reader.style.palette import load_themes
from reader.ui.desktop import Desktop
from reader.ui.dialogs.add_feed import AddFeedDialog
from reader.ui.language import speak, wanted_language
from reader.ui.preferences import Preferences

_SAMPLES = RESOURCES / "welcome"
_FEEDS = ("le-journal-d-encre.xml", "the-encre-journal.xml", "carnet.json")
_SIZE = (1360, 860)
_PATIENCE = 60.0


class _Samples(http.server.SimpleHTTPRequestHandler):
    """The sample feeds as if this server were their site: addresses in them lead here, pictures too."""

    def do_GET(self) -> None:
        """A feed with its own address in it, or any other file as it is."""
        file = Path(self.translate_path(self.path))
        before = file.with_stem(f"{file.stem}-before")
        if isinstance(self.server, SampleSite) and self.server.edition == 1 and before.is_file():
            file = before
        if file.suffix not in (".xml", ".json") or not file.is_file():
            super().do_GET()
            return
        here = f"http://{self.headers['Host']}"
        body = file.read_bytes().replace(b"https://encre.invalid", here.encode())
        self.send_response(200)
        self.send_header("Content-Type", "application/xml" if file.suffix == ".xml" else "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """The tour prints its pictures and nothing else."""


class SampleSite(http.server.ThreadingHTTPServer):
    """A site on loopback that publishes the samples: first the earlier edition, then the present one."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), functools.partial(_Samples, directory=str(folder)))
        self.edition = 1
        self._stopped = False
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"

    def stop(self) -> None:
        """Pull the cable; done again it does nothing."""
        if not self._stopped:
            self._stopped = True
            self.shutdown()
            self.server_close()


class Tour:
    """Walks through one window and keeps the pictures."""

    def __init__(self, desktop: Desktop, paths: Paths, folder: Path) -> None:
        self._desktop, self._paths, self._folder = desktop, paths, folder
        self.pictures: list[Path] = []

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Wait until nothing moves, and keep a picture of the window (or of `widget`)."""
        shown = widget or self._desktop.window
        before = None
        for _ in range(40):
            pause(0.12)
            picture = shown.grab().toImage()
            if before is not None and picture == before:
                break
            before = picture
        file = self._folder / f"{len(self.pictures) + 1:02d}-{name}.png"
        picture.save(str(file), "PNG")  # type: ignore[call-overload]
        self.pictures.append(file)

    def begin(self, site: SampleSite) -> None:
        """The welcome, and the first feed through the dialog."""
        desktop = self._desktop
        desktop.show()
        desktop.window.resize(*_SIZE)
        self.take("welcome")
        desktop.first_start.leave()
        desktop.actions["add_feed"].trigger()
        dialog = desktop.window.findChild(AddFeedDialog)
        assert dialog is not None
        field = dialog.findChild(QLineEdit)
        assert field is not None
        QTest.keyClicks(field, f"{site.url}/{_FEEDS[0]}")
        QTest.keyClick(field, Qt.Key.Key_Return)
        wait_for(lambda: len(dialog.cards()) > 0)
        self.take("add-a-feed", dialog)
        dialog.deed.click()
        for name in _FEEDS[1:]:
            desktop.errands.subscribe([f"{site.url}/{name}"])
        wait_for(self._complete)
        # Keys go to the active window, and the dialog was it.
        desktop.window.activateWindow()
        pause(0.3)

    def update(self, site: SampleSite) -> None:
        """An article is read; its site publishes an update of it and more; a refresh brings both."""
        desktop = self._desktop
        first = next(row for row in desktop.store.rows(self._ids()) if row.section == "Transports")
        desktop.navigation.reveal(first.id)
        wait_for(lambda: bool(desktop.store.rows([first.id])[0].read))
        site.edition = 2
        desktop.actions["refresh"].trigger()
        wait_for(lambda: desktop.store.rows([first.id])[0].changed)
        wait_for(self._complete)
        site.stop()

    def _ids(self) -> list[ArticleId]:
        return [ArticleId(one) for one in self._desktop.store.ids(ArticleFilter(View.ALL))]

    def _complete(self) -> bool:
        """Whether every feed has come, with all pictures."""
        feeds, summary = self._desktop.store.feeds(), self._desktop.store.offline_summary()
        all_here = len(feeds) == len(_FEEDS) and all(feed.last_success for feed in feeds)
        return all_here and not self._desktop.engine.refreshing and summary.images == summary.images_stored

    def read_offline(self) -> None:
        """The server is gone: list, articles, tray, themes."""
        desktop = self._desktop
        desktop.notice.withdraw()
        desktop.navigation.close_article()
        desktop.navigation.go(ArticleFilter(View.HOME))
        self.take("home")
        desktop.navigation.go(ArticleFilter(View.ALL))
        ids = self._ids()
        self.take("list")
        updated = next((row.id for row in desktop.store.rows(ids) if row.marker and row.picture), ids[0])
        desktop.navigation.reveal(updated)
        self.take("article")
        QTest.keyClick(desktop.window, Qt.Key.Key_Space)
        self.take("article-read-on")
        desktop.actions["changes"].trigger()
        self.take("what-changed")
        desktop.desk.close_changes()
        desktop.navigation.go(ArticleFilter(View.UNREAD))
        QTest.keyClick(desktop.window, Qt.Key.Key_N)
        self.take("unread")
        desktop.actions["notifications"].trigger()
        self.take("notifications")
        desktop.actions["notifications"].trigger()
        desktop.navigation.go(ArticleFilter(View.ALL))
        desktop.navigation.reveal(updated)
        for palette in desktop.preferences.palettes:
            desktop.preferences.choose_theme(palette.id)
            self.take(f"theme-{palette.id}")
        desktop.preferences.choose_theme("base")

    def settle(self) -> None:
        """Search, undo, a narrow window, the settings."""
        desktop = self._desktop
        desktop.toolbar.search.setText("train")
        pause(0.4)
        self.take("search")
        desktop.toolbar.search.clear()
        pause(0.3)
        desktop.navigation.go(ArticleFilter(View.UNREAD))
        desktop.actions["mark_all"].trigger()
        self.take("marked-as-read")
        desktop.actions["undo"].trigger()
        pause(0.3)
        desktop.navigation.go(ArticleFilter(View.ALL))
        desktop.window.resize(640, 860)
        self.take("narrow")
        desktop.window.resize(*_SIZE)
        QTimer.singleShot(400, self._picture_of_dialog)
        desktop.actions["settings"].trigger()

    def _picture_of_dialog(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            self.take("settings", dialog)
            dialog.close()


def pause(seconds: float) -> None:
    """Let the window work for a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.005)


def wait_for(reached: Callable[[], bool]) -> None:
    """Work until `reached`. Raises TimeoutError after a minute."""
    end = time.monotonic() + _PATIENCE
    while not reached():
        if time.monotonic() > end:
            raise TimeoutError("the tour waited in vain")
        pause(0.05)


def _say(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
    """Qt's warnings, but for what its offscreen platform says of every window."""
    if "propagateSizeHints" not in words:
        sys.stderr.write(f"{words}\n")


def take_tour(folder: Path) -> list[Path]:
    """Take the tour with a library of its own; the pictures, in order."""
    qInstallMessageHandler(_say)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    app = make_application()
    site = SampleSite(_SAMPLES)
    with tempfile.TemporaryDirectory() as home:
        paths = find_paths(home)
        settings = load_settings(paths.settings_file)
        speak(wanted_language(settings.text("language")))
        load_fonts()
        palettes, _ = load_themes(THEMES)
        store = Store.open(paths)
        desktop = Desktop(app, store, paths, Preferences(settings, palettes, paths.cache, None), WindowOptions())
        tour = Tour(desktop, paths, folder)
        try:
            tour.begin(site)
            tour.update(site)
            tour.read_offline()
            tour.settle()
        finally:
            site.stop()
            desktop.quit()
            store.close()
    return tour.pictures


def main() -> int:
    """Take the tour and print the names of its pictures."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/tour")
    try:
        pictures = take_tour(folder)
    except TimeoutError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for picture in pictures:
        sys.stdout.write(f"{picture}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
