"""The focus ring is seen only by those who use the keyboard: who moved the focus last, a key or the mouse?

Keys and buttons are seen at the window, before Qt hands them to a widget: a filter on the whole program would cost
Python's time for each of the thousands of events of a change of theme.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget


class KeyboardFocus(QObject):
    """Sets the property `keyboardFocus` that the sheet's ring looks for; one for the program, as long as it lives."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._by_key = True
        app.focusWindowChanged.connect(self._watch)
        app.focusChanged.connect(self._moved)
        self._watch(app.focusWindow())

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember what was used last; never eats an event."""
        kind = event.type()
        if kind is QEvent.Type.KeyPress:
            self._by_key = True
        elif kind is QEvent.Type.MouseButtonPress:
            self._by_key = False
        return False

    def _moved(self, before: QWidget | None, after: QWidget | None) -> None:
        if before is not None:
            mark(before, False)
        if after is not None:
            mark(after, self._by_key)


def mark(widget: QWidget, ring: bool) -> None:
    """Show or hide the ring of one control."""
    if bool(widget.property("keyboardFocus")) != ring:
        widget.setProperty("keyboardFocus", ring)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
