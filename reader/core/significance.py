"""How much a change matters: cosmetic, corrected, added or a marked update; and what that asks for. Pure.

cosmetic    the same words (punctuation, capitals, accents, emphasis, an address, a misprint); kept, without noise
corrected   words or figures were replaced or taken out, or the headline was
added       a sentence or more came in
marked      the publisher says so: a new mark in the headline, a new or changed update block

What changes by itself (`core.sameness`) is no change at all and makes no revision: `is_same`.
"""

import re
import unicodedata
from dataclasses import dataclass

from reader.core.differences import Op, opcodes
from reader.core.entities import ChangeKind, Reflag
from reader.core.sameness import bare_words, normal_text, plain_typography

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_ADDED_IN_ONE_PLACE, _ADDED_WHILE_REPLACING = 5, 8
_SHORTEST_MISPRINT = 6


@dataclass(frozen=True, slots=True)
class Version:
    """What is compared of an article: headline without its mark, text without its update block, and these two."""

    title: str
    markdown: str
    marker: str | None = None
    block: str | None = None


_REFLAGGING = {
    Reflag.MARKED: {ChangeKind.MARKED},
    Reflag.SIGNIFICANT: {ChangeKind.MARKED, ChangeKind.ADDED, ChangeKind.CORRECTED},
    Reflag.ALL: {ChangeKind.MARKED, ChangeKind.ADDED, ChangeKind.CORRECTED, ChangeKind.COSMETIC},
    Reflag.NEVER: set[ChangeKind](),
}


def reflags(choice: Reflag, kind: ChangeKind) -> bool:
    """Whether such a change shows the article as changed. Its read mark is never touched."""
    return kind in _REFLAGGING[choice]


def announces(choice: Reflag, kind: ChangeKind, *, read: bool, starred: bool) -> bool:
    """Whether the tray tells of it: what was read or kept has changed. Of the rest only what the publisher marks."""
    return reflags(choice, kind) and (read or starred or kind is ChangeKind.MARKED)


def is_same(old: Version, new: Version) -> bool:
    """Whether nothing happened: equal but for what changes by itself. A mark that went away is no news either."""
    return (
        plain_typography(old.title) == plain_typography(new.title)
        and not _newly_marked(old, new)
        and normal_text(old.markdown) == normal_text(new.markdown)
    )


def significance(old: Version, new: Version) -> ChangeKind:
    """The kind of a change. Two versions that are the same are cosmetic."""
    if _newly_marked(old, new):
        return ChangeKind.MARKED
    title = _change(_words(plain_typography(old.title)), _words(plain_typography(new.title)))
    text = _change(_words(normal_text(old.markdown)), _words(normal_text(new.markdown)))
    if text is ChangeKind.COSMETIC and title is not ChangeKind.COSMETIC:
        return ChangeKind.CORRECTED
    return text


def _newly_marked(old: Version, new: Version) -> bool:
    if new.marker and new.marker.casefold() != (old.marker or "").casefold():
        return True
    return bool(new.block) and normal_text(new.block or "") != normal_text(old.block or "")


def _words(text: str) -> list[str]:
    return _WORD.findall(bare_words(text).casefold())


def _change(old: list[str], new: list[str]) -> ChangeKind:
    if old == new or [_unaccented(word) for word in old] == [_unaccented(word) for word in new]:
        return ChangeKind.COSMETIC
    kind = ChangeKind.COSMETIC
    for op, start, stop, other_start, other_stop in opcodes(old, new):
        gone, come = old[start:stop], new[other_start:other_stop]
        enough = _ADDED_WHILE_REPLACING if gone else _ADDED_IN_ONE_PLACE
        if op is not Op.EQUAL and len(come) - len(gone) >= enough:
            return ChangeKind.ADDED
        if op is not Op.EQUAL and not (len(gone) == len(come) and all(map(_is_misprint, gone, come))):
            kind = ChangeKind.CORRECTED
    return kind


def _unaccented(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def _is_misprint(old: str, new: str) -> bool:
    """One letter inside a long word, or two that changed places. The first and last letters bear meaning (il-, -s)."""
    if min(len(old), len(new)) < _SHORTEST_MISPRINT or not (old.isalpha() and new.isalpha()):
        return _unaccented(old) == _unaccented(new)
    if old[:2] != new[:2] or old[-1] != new[-1]:
        return _unaccented(old) == _unaccented(new)
    if abs(len(old) - len(new)) == 1:
        longer, shorter = (old, new) if len(old) > len(new) else (new, old)
        return any(longer[:index] + longer[index + 1 :] == shorter for index in range(2, len(longer) - 1))
    differing = [index for index in range(len(old)) if old[index : index + 1] != new[index : index + 1]]
    if len(old) != len(new) or not differing:
        return False
    swapped = len(differing) == 2 and old[differing[0]] == new[differing[1]] and old[differing[1]] == new[differing[0]]
    return len(differing) == 1 or (swapped and differing[1] == differing[0] + 1)
