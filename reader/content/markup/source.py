"""What a fragment's source speaks of, so that what it has none of is not looked for in its tree.

A parser makes elements and attributes only of what is written: a name that is not in the source is not in the tree
(`html`, `head`, `body` and `p` apart, which it may add). The other way round proves nothing.
"""

import re

# All that could be a tag, to its end or the end of what its quotation marks seem to hold. A mark without a partner
# stands for itself. Possessive throughout: whatever the text, each letter is looked at once.
_TAG = re.compile(rb"<([a-z](?:[^>\"']++|\"[^\"]*+\"|'[^']*+'|[\"'])*+)")
_NAME = re.compile(rb"<([a-z][^\s/>]*)")


class Source:
    """A fragment's bytes in small letters: the names of all that could be its elements, and what its tags say."""

    __slots__ = ("_low", "_tags", "names")

    def __init__(self, body: bytes) -> None:
        self._low = body.lower()
        self._tags = b"<%b>" % b"><".join(_TAG.findall(self._low))
        self.names = frozenset(name.decode("utf-8", "replace") for name in set(_NAME.findall(self._tags)))

    def holds(self, *words: bytes) -> bool:
        """Whether one of these words, in small letters, is in a tag: the name of an attribute, or in its value."""
        return any(word in self._tags for word in words)

    def count(self, word: bytes) -> int:
        """How often its tags hold a word."""
        return self._tags.count(word)

    def says(self, word: bytes) -> bool:
        """Whether a word, in small letters, is anywhere in it."""
        return word in self._low

    def follows(self, tag: bytes, endings: tuple[bytes, ...]) -> bool:
        """Whether a tag stands somewhere after one of these endings, with nothing but white space between."""
        return any(before.rstrip().endswith(endings) for before in self._low.split(tag)[:-1])
