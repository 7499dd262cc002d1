"""The focus ring is seen only by those who use the keyboard: an event filter that marks what Tab has reached."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class KeyboardFocus(QObject):
    """Installed once on the application; sets the property `keyboardFocus` that the sheet's ring looks for."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark and unmark; never eats an event."""
        kind = event.type()
        if kind is QEvent.Type.FocusIn and isinstance(watched, QWidget) and isinstance(event, QFocusEvent):
            mark(watched, event.reason() in _BY_KEY)
        elif kind is QEvent.Type.FocusOut and isinstance(watched, QWidget):
            mark(watched, False)
        return False


def mark(widget: QWidget, ring: bool) -> None:
    """Show or hide the ring of one control."""
    if bool(widget.property("keyboardFocus")) != ring:
        widget.setProperty("keyboardFocus", ring)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
