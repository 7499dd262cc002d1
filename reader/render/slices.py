"""Long documents are written in slices, so that the window never waits for the whole of one."""

import time
from abc import ABC, abstractmethod

from PySide6.QtGui import QTextCursor, QTextDocument

# Letters between two looks at the clock.
STEP = 2_500


class InSlices(ABC):
    """A document that is written on until `complete`; the subclass writes."""

    document: QTextDocument
    complete: bool

    @abstractmethod
    def _write_letters(self, letters: int) -> None:
        """Write about so many letters more, and say in `complete` whether that was the end."""

    def write_more(self, milliseconds: float) -> bool:
        """Write on for about that long; True when all is there."""
        end = time.perf_counter() + milliseconds / 1000
        while not self.complete:
            cursor = QTextCursor(self.document)
            cursor.beginEditBlock()
            self._write_letters(STEP)
            cursor.endEditBlock()
            if time.perf_counter() >= end:
                break
        return self.complete
