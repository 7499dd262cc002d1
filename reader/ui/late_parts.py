"""What the window is not painted with at first: each made, its module imported, and connected at its first use."""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.style.fonts import load_fonts
from reader.ui.made_later import MadeLater
from reader.ui.wiring import connect_tray, connect_tray_icon

if TYPE_CHECKING:
    from reader.ui.changes_view import ChangesView
    from reader.ui.desktop import Desktop
    from reader.ui.notification_tray import NotificationTray
    from reader.ui.own_themes import OwnThemes
    from reader.ui.reading_pane import ReadingPane
    from reader.ui.tray_icon import TrayIcon


class LateParts:
    """`pane` and `changes` are for the seats that show them."""

    def __init__(self, desktop: "Desktop") -> None:
        self._desktop = desktop
        self.tray: MadeLater[NotificationTray] = MadeLater(self._tray)
        self.tray_icon: MadeLater[TrayIcon] = MadeLater(self._tray_icon)
        self.own_themes: MadeLater[OwnThemes] = MadeLater(self._own_themes)

    def first_steps(self) -> tuple[Callable[[], object], ...]:
        """What comes at once after the first paint."""
        return self._rest_of_the_fonts, self._show_tray_icon, self.own_themes

    def last_steps(self) -> tuple[Callable[[], object], ...]:
        """What comes when all that the reader sees is there."""
        return _import_pane, lambda: self._desktop.pane, _collect

    def _rest_of_the_fonts(self) -> None:
        """Those that no row needs, but for a sign that only the emoji font has."""
        load_fonts()
        self._desktop.window.update()

    def _show_tray_icon(self) -> None:
        self.tray_icon().show()
        self._desktop.signs.show_unread()

    def pane(self) -> "ReadingPane":
        """A reading pane in the style and theme of the moment."""
        from reader.ui.motion import milliseconds
        from reader.ui.reading_pane import ReadingPane

        load_fonts()
        desktop = self._desktop
        pane = ReadingPane(desktop.paths.data)
        pane.set_text_style(desktop.preferences.text_style())
        pane.dress(desktop.preferences.worn)
        pane.reading.set_motion(not desktop.still and milliseconds(pane, 1) > 0)
        return pane

    def changes(self) -> "ChangesView":
        """A view of what changed, in the style and theme of the moment."""
        from reader.ui.changes_view import ChangesView

        desktop = self._desktop
        view = ChangesView(desktop.paths.data, desktop.store.compare, desktop.store.article)
        view.set_text_style(desktop.preferences.text_style())
        view.dress(desktop.preferences.worn)
        return view

    def _tray(self) -> "NotificationTray":
        from reader.ui.notification_tray import NotificationTray

        tray = NotificationTray(self._desktop.window.ground)
        tray.dress(self._desktop.preferences.worn)
        connect_tray(self._desktop, tray)
        return tray

    def _tray_icon(self) -> "TrayIcon":
        from reader.ui.tray_icon import TrayIcon

        icon = TrayIcon(self._desktop.window)
        connect_tray_icon(self._desktop, icon)
        return icon

    def _own_themes(self) -> "OwnThemes":
        from reader.ui.own_themes import OwnThemes

        desktop = self._desktop
        own = OwnThemes(desktop.preferences, desktop.paths.own_themes, desktop.window)
        own.said.connect(desktop.notice.show_words)
        return own

    def tray_is_open(self) -> bool:
        """Whether the panel of notifications is open."""
        return self.tray.made is not None and self.tray.made.is_open()


def _import_pane() -> None:
    """In a turn of its own: making the pane is another."""
    import reader.ui.reading_pane  # noqa: F401


def _collect() -> None:
    """The start is over: from here on garbage is collected, among what comes from now on (see `__main__`)."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
