"""The whole window on a library of its own: real store, real engine."""

from contextlib import closing, contextmanager

from PySide6.QtCore import QEvent

from reader.core.startup import WindowOptions
from reader.engine import protocol
from reader.paths import THEMES
from reader.settings import load_settings
from reader.store import Store
from reader.style.palette import load_themes
from reader.ui.desktop import Desktop
from reader.ui.preferences import Preferences


@contextmanager
def opened(qapp, paths, **options):
    with closing(Store.open(paths)) as store:
        settings = load_settings(paths.settings_file)
        preferences = Preferences(settings, load_themes(THEMES)[0], paths.cache, "en")
        desktop = Desktop(qapp, store, paths, preferences, WindowOptions(**options))
        desktop.show()
        desktop.window.resize(1280, 800)
        try:
            yield desktop
        finally:
            desktop.quit()
            desktop.window.deleteLater()
            qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def refreshed(qtbot, desktop, send):
    finished = []
    desktop.engine.received.connect(lambda m: finished.append(m) if isinstance(m, protocol.Finished) else None)
    send()
    qtbot.waitUntil(lambda: bool(finished), timeout=30_000)
    desktop.library.flush()
    return finished[-1]
