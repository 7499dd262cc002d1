"""Keys that belong to what lies over the window, although the window has actions of the same keys."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def keeps(event: QEvent, *, commands: bool = False) -> bool:
    """Whether the event asks who wants a key, and it is wanted here: any without Ctrl, Alt or the system's key, with
    `commands` those too. Then it is accepted, comes again as a key press, and does nothing else in the window."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.modifiers() & _COMMANDS and not commands:
        return False
    event.accept()
    return True
