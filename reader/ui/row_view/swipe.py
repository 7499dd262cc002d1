"""Two fingers on a touchpad, followed: does the hand scroll the list, or push one row aside? Pure.

A movement belongs to whom it first goes far enough towards, and stays there until the fingers are lifted.
"""

from dataclasses import dataclass, field
from typing import Literal

# Pixels: before a movement is anybody's, where letting go does something, and how hard it goes on from there.
DECIDES, DOES, BEYOND = 12.0, 80.0, 0.3
Owner = Literal["", "row", "list"]


@dataclass(slots=True)
class Swipe:
    """One movement of the fingers. `left` and `right` are the deeds of pushing a row there, "none" holds it."""

    right: str = "none"
    left: str = "none"
    across: float = 0.0
    down: float = 0.0
    owner: Owner = field(default="")

    def begin(self) -> None:
        """The fingers are laid down."""
        self.across = self.down = 0.0
        self.owner = ""

    def move(self, across: float, down: float) -> Owner:
        """They have moved on by so many pixels; who has the movement now."""
        self.across, self.down = self.across + across, self.down + down
        if not self.owner:
            if abs(self.down) >= DECIDES and 2 * abs(self.down) > abs(self.across):
                self.owner = "list"
            elif abs(self.across) >= DECIDES:
                self.owner = "row"
        return self.owner

    @property
    def deed(self) -> str:
        """What the present direction stands for."""
        return self.right if self.across > 0 else self.left

    @property
    def offset(self) -> float:
        """How far the row is from its place, in pixels; to the right is more."""
        if self.owner != "row" or self.deed == "none":
            return 0.0
        far = abs(self.across)
        shown = far if far <= DOES else DOES + (far - DOES) * BEYOND
        return shown if self.across > 0 else -shown

    @property
    def armed(self) -> bool:
        """Whether letting go now does the deed."""
        return abs(self.offset) >= DOES
