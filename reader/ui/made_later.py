"""A part of the window that is made, and its module imported, at its first use: the first paint does not wait."""

from collections.abc import Callable
from typing import Generic, TypeVar

Part = TypeVar("Part")


class MadeLater(Generic[Part]):
    """Call it for the part. Whoever wants to connect to the part says so by `when_made`."""

    def __init__(self, make: Callable[[], Part]) -> None:
        self._make = make
        self._waiting: list[Callable[[Part], object]] = []
        self.made: Part | None = None

    def __call__(self) -> Part:
        """The part, made at the first call."""
        if self.made is None:
            self.made = self._make()
            for welcome in self._waiting:
                welcome(self.made)
            self._waiting.clear()
        return self.made

    def when_made(self, welcome: Callable[[Part], object]) -> None:
        """Call `welcome` with the part once it is there; now, if it is."""
        if self.made is None:
            self._waiting.append(welcome)
        else:
            welcome(self.made)
