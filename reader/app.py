"""The composition root of the window: builds it, connects it, runs it."""

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from reader.core.errors import EncreError
from reader.core.startup import WindowOptions
from reader.paths import THEMES, find_paths
from reader.settings import load_settings
from reader.store import Store
from reader.style.fonts import load_first_fonts, load_fonts
from reader.style.icons import app_icon
from reader.style.palette import load_kept_themes
from reader.ui.desktop import Desktop
from reader.ui.keyboard_focus import KeyboardFocus
from reader.ui.language import speak, wanted_language
from reader.ui.picture import save_picture
from reader.ui.preferences import Preferences
from reader.ui.single_instance import SingleInstance
from reader.ui.text_size import drawn_at, wanted_factor

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]
_log = logging.getLogger(__name__)


def run_window(options: WindowOptions) -> int:
    """Open the window; the exit status of CLI.md."""
    paths = find_paths(options.data_dir)
    settings = load_settings(paths.settings_file)
    language = wanted_language(settings.text("language"), options.language)
    with drawn_at(wanted_factor(settings, os.environ)):
        app = make_application()
    speak(language)
    single = SingleInstance(paths.data)
    if options.shot is None and not single.claim({"article": options.article, "view": options.view}):
        return 0
    if options.hidden and not QSystemTrayIcon.isSystemTrayAvailable():
        return _refuse(
            QCoreApplication.translate("App", "This desktop has no tray, so Encre cannot start hidden in it.")
        )
    palettes, errors = load_kept_themes(THEMES, paths.own_themes, paths.cache)
    if not palettes or (options.theme and options.theme not in {palette.id for palette in palettes}):
        words = QCoreApplication.translate("App", "There is no theme called “{0}”.").format(options.theme)
        return _refuse(words if palettes else errors[0].sentence(language))
    if options.gallery:
        return _show_gallery(app, Preferences(settings, palettes, paths.cache, options.language), options)
    try:
        store = Store.open(paths)
    except EncreError as error:
        return _refuse(error.sentence(language))
    except OSError as error:
        return _refuse(
            QCoreApplication.translate("App", "The data folder cannot be used: {0}.").format(error.strerror or error)
        )
    load_first_fonts()
    preferences = Preferences(settings, palettes, paths.cache, options.language)
    desktop = Desktop(app, store, paths, preferences, options)
    fallback = [] if preferences.find(settings.text("theme")) else [_fallen_back(settings.text("theme"))]
    desktop.tell_later([error.sentence(language) for error in errors] + fallback + settings.problems)
    sys.excepthook = _hook(desktop)
    if options.shot is None:
        single.attend(desktop.come_forward)
    try:
        status = desktop.run()
    finally:
        single.close()
        store.close()
    if desktop.following.again:
        os.execv(sys.executable, sys.orig_argv)
    return status


def make_application() -> QApplication:
    """Qt's program object with Encre's name and sign; the one that exists already, if one does."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QApplication.setApplicationName("encre")
    QApplication.setApplicationDisplayName("Encre")
    QApplication.setDesktopFileName("fr.encre.Encre")
    app = QApplication(sys.argv[:1])
    app.setWindowIcon(app_icon())
    app.setQuitOnLastWindowClosed(False)
    KeyboardFocus(app)
    return app


def make_drawing_application(language: str) -> QApplication:
    """Qt's program object for drawing pages with no window: Encre's letters, and its words in `language`."""
    app = make_application()
    load_fonts()
    speak(language)
    return app


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 1


def _show_gallery(app: QApplication, preferences: Preferences, options: WindowOptions) -> int:
    """The gallery alone, without a library."""
    from reader.ui.gallery import Gallery

    load_fonts()
    preferences.dress(options.theme)
    gallery = Gallery(preferences.palettes, preferences.find(options.theme or "") or preferences.palette)
    gallery.theme_chosen.connect(preferences.dress)
    gallery.finished.connect(app.exit)
    if options.size:
        gallery.resize(*options.size)
    gallery.show()
    if options.shot is not None:
        return 0 if save_picture(gallery.grab().toImage(), Path(options.shot)) else 1
    return int(app.exec())


def _fallen_back(theme_id: str) -> str:
    words = QCoreApplication.translate("App", "The theme “{0}” is not there or cannot be used: Encre wears Base.")
    return words.format(theme_id)


def _hook(desktop: Desktop) -> Hook:
    """A bug must not vanish: the log holds it whole, the reader gets one sentence."""

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.error("unexpected", exc_info=(kind, error, trace))
        desktop.tell_later(
            [
                QCoreApplication.translate(
                    "App", "Encre met an unexpected error; the log holds it. Your library is safe."
                )
            ]
        )

    return report
