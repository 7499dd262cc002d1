"""Where each element's words lie in the page, and which of them were chosen for the article."""

import re
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from lxml import etree

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_WORD = re.compile(r"\w+")
# Chinese, Japanese, Thai and their kin put no space between words: there each sign counts as one.
_SIGNS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_SIGN = re.compile(rf"[{_SIGNS}]")
_SIGN_OR_WORD = re.compile(rf"[{_SIGNS}]|[^\W{_SIGNS}]+")
_SIGNS_OF_A_WORD = 2  # about so many make one
_SAMPLE, _DENSE = 4_000, 0.3


@dataclass(slots=True)
class Votes:
    """Where each element's words lie in the page, and which of them were chosen."""

    chosen: frozenset[tuple[str, ...]]
    spoken: frozenset[str]
    words: list[str] = field(default_factory=list)
    spans: dict[Element, tuple[int, int]] = field(default_factory=dict)
    sums: list[int] = field(default_factory=list)
    dense: bool = False

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

    def words_in(self, element: Element) -> int:
        """The same as words of a language that parts them."""
        size = self.size(element)
        return -(-size // _SIGNS_OF_A_WORD) if self.dense else size


def votes_of(body: Element, chosen: str) -> Votes:
    """Count the page's words against the chosen text."""
    dense = len(_SIGN.findall(chosen[:_SAMPLE])) > _DENSE * len(chosen[:_SAMPLE])
    find = (_SIGN_OR_WORD if dense else _WORD).findall
    words = [word.lower() for word in find(chosen)]
    votes = Votes(frozenset(zip(words, words[1:], words[2:], strict=False)), frozenset(words), dense=dense)
    page = votes.words
    starts: list[int] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            starts.append(len(page))
            if element.text and isinstance(element.tag, str):
                page += find(element.text.lower())
        else:
            votes.spans[element] = (starts.pop(), len(page))
            if element.tail and element is not body:
                page += find(element.tail.lower())
    total = 0
    votes.sums.append(0)
    for three in zip(page, page[1:], page[2:], strict=False):
        total += three in votes.chosen
        votes.sums.append(total)
    votes.sums += [total] * 3
    return votes
