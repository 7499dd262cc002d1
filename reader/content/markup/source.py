"""What a fragment's source speaks of, so that what it has none of is not looked for in its tree.

A parser makes elements and attributes only of what is written: a name that is not in the source is not in the tree
(`html`, `head`, `body` and `p` apart, which it may add). The other way round proves nothing.
"""

import re

_NAME = re.compile(rb"<([a-z][^\s/>]*)")


class Source:
    """A fragment's bytes in small letters, and the names of all that could be its elements."""

    __slots__ = ("_low", "names")

    def __init__(self, body: bytes) -> None:
        self._low = body.lower()
        self.names = frozenset(name.decode("utf-8", "replace") for name in set(_NAME.findall(self._low)))

    def holds(self, *words: bytes) -> bool:
        """Whether one of these words, in small letters, is anywhere in it."""
        return any(word in self._low for word in words)

    def finds(self, expression: re.Pattern[bytes]) -> bool:
        """Whether an expression in small letters matches anywhere in it."""
        return expression.search(self._low) is not None

    def follows(self, tag: bytes, endings: tuple[bytes, ...]) -> bool:
        """Whether a tag stands somewhere after one of these endings, with nothing but white space between."""
        return any(before.rstrip().endswith(endings) for before in self._low.split(tag)[:-1])

    def count(self, word: bytes) -> int:
        """How often it holds a word."""
        return self._low.count(word)
