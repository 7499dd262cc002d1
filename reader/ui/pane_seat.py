"""The reading pane's place in the window. It says that no article is open; the pane itself comes when first needed.

The pane with all that it reads by (typesetting, pictures, find, exports) costs more than the rest of the window
together: the list need not wait for it.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.style.palette import Palette
from reader.ui.empty_state import EmptyState

if TYPE_CHECKING:
    from reader.ui.reading_pane import ReadingPane


class PaneSeat(QWidget):
    """`built` carries the pane, once: whoever listens to it connects itself then."""

    built = Signal(object)

    def __init__(self, make: "Callable[[], ReadingPane]") -> None:
        super().__init__()
        self.setObjectName("paneSeat")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._make = make
        self._pane: ReadingPane | None = None
        self._empty: EmptyState | None = EmptyState()
        self._empty.setParent(self)
        self._words = ("nothing_selected", "", "")

    @property
    def pane(self) -> "ReadingPane":
        """The pane, made at the first call."""
        if self._pane is None:
            self._pane = self._made()
        return self._pane

    @property
    def built_pane(self) -> "ReadingPane | None":
        """The pane, None when nothing has called for it yet."""
        return self._pane

    def _made(self) -> "ReadingPane":
        pane = self._make()
        pane.setParent(self)
        pane.setGeometry(self.rect())
        pane.show_empty(*self._words)
        self._queue_up(pane)
        pane.show()
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        self._pane = pane
        self.built.emit(pane)
        return pane

    def _queue_up(self, pane: QWidget) -> None:
        """Tab comes to the pane after what stands before this seat, as if it had been there from the start."""
        before = self.previousInFocusChain()
        while before is not None and before is not self and before.focusPolicy() is Qt.FocusPolicy.NoFocus:
            before = before.previousInFocusChain()
        stops: list[QWidget] = [pane]
        while (widget := stops[-1].nextInFocusChain()) is not None and pane.isAncestorOf(widget):
            stops.append(widget)
        queue = [one for one in (before, *stops) if one is not None and one.focusPolicy() is not Qt.FocusPolicy.NoFocus]
        for one, following in pairwise(queue):
            QWidget.setTabOrder(one, following)

    def show_empty(self, drawing: str, heading: str, sentence: str = "") -> None:
        """Show no article but a drawing and words."""
        self._words = (drawing, heading, sentence)
        if self._pane is not None:
            self._pane.show_empty(drawing, heading, sentence)
        elif self._empty is not None:
            self._empty.show_words(drawing, heading, sentence)

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        for part in (self._pane, self._empty):
            if part is not None:
                part.dress(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole seat is the pane's."""
        super().resizeEvent(event)
        for part in (self._pane, self._empty):
            if part is not None:
                part.setGeometry(self.rect())
