"""Where each element's words lie in the page, and which of them were chosen for the article."""

import re
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from lxml import etree

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Votes:
    """Where each element's words lie in the page, and which of them were chosen."""

    chosen: frozenset[tuple[str, ...]]
    spoken: frozenset[str]
    words: list[str] = field(default_factory=list)
    spans: dict[Element, tuple[int, int]] = field(default_factory=dict)
    sums: list[int] = field(default_factory=list)

    def share(self, element: Element) -> float:
        """How much of an element's words was chosen, 0 to 1; by threes of words, by words when there are fewer."""
        start, end = self.spans[element]
        if end - start < 3:
            words = self.words[start:end]
            return sum(word in self.spoken for word in words) / len(words) if words else 0.0
        return (self.sums[end - 2] - self.sums[start]) / (end - start - 2)

    def held(self, element: Element) -> int:
        """How many of the chosen threes an element holds."""
        start, end = self.spans[element]
        return self.sums[end - 2] - self.sums[start] if end - start >= 3 else 0

    def size(self, element: Element) -> int:
        """How many words an element holds."""
        start, end = self.spans[element]
        return end - start


def votes_of(body: Element, chosen: str) -> Votes:
    """Count the page's words against the chosen text."""
    words = [word.lower() for word in _WORD.findall(chosen)]
    votes = Votes(frozenset(zip(words, words[1:], words[2:], strict=False)), frozenset(words))
    page = votes.words
    starts: list[int] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            starts.append(len(page))
            if element.text and isinstance(element.tag, str):
                page += _WORD.findall(element.text.lower())
        else:
            votes.spans[element] = (starts.pop(), len(page))
            if element.tail and element is not body:
                page += _WORD.findall(element.tail.lower())
    total = 0
    votes.sums.append(0)
    for three in zip(page, page[1:], page[2:], strict=False):
        total += three in votes.chosen
        votes.sums.append(total)
    votes.sums += [total] * 3
    return votes
