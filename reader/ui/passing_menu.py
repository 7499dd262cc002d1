"""A menu that is made for one use: without this each would stay, and be dressed at every change of theme."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu

# Qt hides a menu before it says what was chosen, and a tried-on theme is put back after that.
_AFTER_MS = 300


def passing(menu: QMenu) -> QMenu:
    """The menu; it goes once it has been used."""
    menu.aboutToHide.connect(lambda: QTimer.singleShot(_AFTER_MS, menu, menu.deleteLater))
    return menu
