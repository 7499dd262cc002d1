"""The window follows what the desktop asks for: contrast and motion at once, another size from the next start on."""

import os
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from reader.ui.notice_seat import NoticeSeat
from reader.ui.preferences import Preferences
from reader.ui.text_size import wanted_factor


class FollowDesktop(QObject):
    """`begin` after the first paint. `again` is true once the reader asked for a new start, after `quit`."""

    def __init__(self, preferences: Preferences, notice: NoticeSeat, quit_: Callable[[], None]) -> None:
        super().__init__()
        self._preferences, self._notice, self._quit = preferences, notice, quit_
        self._drawn_at = wanted_factor(preferences.settings, os.environ)
        self.again = False
        preferences.size_changed.connect(self._offer)
        notice.action_chosen.connect(self._restart)

    def begin(self) -> None:
        """Ask the desktop, and hear its changes."""
        # D-Bus comes after the first paint, as what it says does.
        from reader.ui.desktop_wishes import DesktopWishes

        wishes = DesktopWishes(self)
        wishes.changed.connect(self._preferences.take_wishes)
        wishes.begin()

    def _offer(self) -> None:
        if wanted_factor(self._preferences.settings, os.environ) != self._drawn_at:
            words = QCoreApplication.translate("Desktop", "The new size of the interface holds from the next start on.")
            self._notice.show_words(words, QCoreApplication.translate("Desktop", "Restart Encre"), seconds=20)

    def _restart(self, words: str) -> None:
        if words == QCoreApplication.translate("Desktop", "Restart Encre"):
            self.again = True
            self._quit()
