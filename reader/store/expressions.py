"""Regular expressions of the reader, searched within a bounded time: none can make a refresh or a window hang.

`regex` gives up when its time is over, which Python's own `re` cannot. It is imported at the first expression: the
start has no use for it.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from reader.core.errors import UsageError
from reader.core.rules import bare

LONGEST = 1_000
"""Characters of an expression."""
_SECONDS = 0.05
_PATIENCE = 3


class Bounded:
    """One expression; capitals and accents make no difference. `slow` once it has taken too long in several texts."""

    def __init__(self, expression: str) -> None:
        self._compiled = _compiled(expression)
        self._failures = 0.0

    @property
    def slow(self) -> bool:
        """Whether it is not worth trying on."""
        return self._failures >= _PATIENCE

    def forgive(self) -> None:
        """Where it was given up, try again: the reader has switched its rule on anew."""
        if self.slow:
            self._failures = 0.0

    def __call__(self, text: str) -> bool:
        """Whether it is found; not when that takes too long."""
        if self.slow:
            return False
        try:
            found = self._compiled.search(text, timeout=_SECONDS) is not None
        except TimeoutError:
            self._failures += 1
            return False
        # A machine that was asleep or very busy is forgiven in time.
        self._failures = max(0.0, self._failures - 0.05)
        return found


def bounded(expression: str) -> Bounded | None:
    """The expression made ready; None for none. Raises UsageError for one that means nothing."""
    return Bounded(expression) if expression else None


def finder(expression: str) -> Callable[[str], bool] | None:
    """The same for an expression that is kept: one that means nothing any more finds nothing."""
    try:
        return bounded(expression)
    except UsageError:
        return None


@lru_cache(maxsize=64)
def _compiled(expression: str) -> Any:  # noqa: ANN401 - regex has no types of its own
    import regex

    if len(expression) > LONGEST:
        raise UsageError(
            f"A regular expression may have {LONGEST} characters at most.",
            f"Une expression régulière ne peut dépasser {LONGEST} caractères.",
        )
    try:
        return regex.compile(bare(expression), regex.IGNORECASE | regex.MULTILINE | regex.VERSION1)
    except (regex.error, RecursionError, OverflowError, MemoryError) as error:
        place = (getattr(error, "pos", None) or 0) + 1
        raise UsageError(
            f"This is no regular expression: there is a mistake at character {place}.",
            f"Ce n’est pas une expression régulière : il y a une faute au caractère {place}.",
            cause=str(error),
        ) from error
