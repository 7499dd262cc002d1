"""The notice's place over the window: whoever has something to say says it here, and the notice comes with the first.

As the pane's seat is: a start that has nothing to say makes no notice.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.style.palette import Palette

if TYPE_CHECKING:
    from reader.ui.notice import Notice


class NoticeSeat(QObject):
    """`action_chosen` carries the words of the deed that was chosen."""

    action_chosen = Signal(str)

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._palette: Palette | None = None
        self._notice: Notice | None = None

    @property
    def notice(self) -> "Notice":
        """The notice, made at the first call."""
        if self._notice is None:
            from reader.ui.notice import Notice

            self._notice = Notice(self._ground)
            self._notice.action_chosen.connect(self.action_chosen)
            if self._palette is not None:
                self._notice.dress(self._palette)
        return self._notice

    def show_words(self, text: str, action: str = "", seconds: float = 6) -> None:
        """Say a sentence, with at most one deed ("Undo")."""
        self.notice.show_words(text, action, seconds)

    def withdraw(self) -> None:
        """What was said is true no more: it has been undone."""
        if self._notice is not None:
            self._notice.withdraw()

    def words(self) -> str:
        """What is said now; empty when nothing is."""
        return self._notice.words() if self._notice is not None else ""

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._palette = palette
        if self._notice is not None:
            self._notice.dress(palette)
