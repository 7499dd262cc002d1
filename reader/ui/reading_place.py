"""Where one reads: the article's pane, or in its place what changed in it, made when first asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from reader.style.palette import Palette
from reader.ui.pane_seat import PaneSeat

if TYPE_CHECKING:
    from reader.ui.changes_view import ChangesView


class ReadingPlace(QStackedWidget):
    """`changes_built` carries the view of changes, once: whoever listens to it connects itself then."""

    changes_built = Signal(object)

    def __init__(self, seat: PaneSeat, make: "Callable[[], ChangesView]") -> None:
        super().__init__()
        self.seat = seat
        self._make = make
        self._changes: ChangesView | None = None
        self.addWidget(seat)

    @property
    def changes(self) -> "ChangesView":
        """The view of changes, made at the first call."""
        if self._changes is None:
            self._changes = self._make()
            self.addWidget(self._changes)
            self.changes_built.emit(self._changes)
        return self._changes

    @property
    def shows_changes(self) -> bool:
        """Whether what changed is shown in the place of the article."""
        return self._changes is not None and self.currentWidget() is self._changes

    def show_changes(self) -> None:
        """What changed, in the place of the article."""
        self.setCurrentWidget(self.changes)

    def show_article(self) -> None:
        """The article again."""
        self.setCurrentWidget(self.seat)

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self.seat.dress(palette)
        if self._changes is not None:
            self._changes.dress(palette)
