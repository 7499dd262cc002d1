"""What an entry means for the library: new, unchanged, or changed and how. Pure functions over values.

A stored full text is never replaced by a teaser, an empty text or an error page: nothing is lost.
"""

import re
from difflib import SequenceMatcher

from reader.content.identity import normal_hash, normal_text
from reader.core.entities import Access, ChangeKind, ParsedEntry
from reader.core.plans import ArticlePlan, KnownArticle
from reader.core.reading import count_words, reading_minutes

_WORD = re.compile(r"\w+", re.UNICODE)
_ADDED_WORDS, _ADDED_SHARE = 25, 0.05
_COSMETIC_WORDS = 2


def decide(entry: ParsedEntry, known: KnownArticle | None) -> ArticlePlan | None:
    """The plan for an entry, its runs not made yet; None when there is nothing to store."""
    content_hash = normal_hash(entry.title, entry.markdown)
    words = count_words(entry.markdown)
    minutes = reading_minutes(words, entry.language)
    if known is None:
        return ArticlePlan(entry, ChangeKind.FIRST, content_hash, words, minutes)
    marker = entry.update.marker if entry.update else None
    if known.hash == content_hash and marker == known.marker:
        return None
    if _is_loss(entry, known):
        return None
    return ArticlePlan(entry, _kind(entry, known, marker), content_hash, words, minutes, known.id)


def _is_loss(entry: ParsedEntry, known: KnownArticle) -> bool:
    held, offered = count_words(known.markdown), count_words(entry.markdown)
    if entry.access is Access.TEASER and known.access is not Access.TEASER:
        return True
    # An error page or an emptied entry has a small part of the words; a real cut leaves more.
    return held >= 60 and offered < held * 0.25


def _kind(entry: ParsedEntry, known: KnownArticle, marker: str | None) -> ChangeKind:
    if marker and marker != known.marker:
        return ChangeKind.MARKED
    before, after = (_WORD.findall(normal_text(text).lower()) for text in (known.markdown, entry.markdown))
    same_title = _WORD.findall(known.title.lower()) == _WORD.findall(entry.title.lower())
    if before == after:
        return ChangeKind.COSMETIC if same_title else ChangeKind.CORRECTED
    grown = len(after) - len(before)
    if grown >= _ADDED_WORDS or (before and grown >= len(before) * _ADDED_SHARE and grown > _COSMETIC_WORDS):
        return ChangeKind.ADDED
    changed = _changed_words(before, after)
    return ChangeKind.COSMETIC if same_title and changed <= _COSMETIC_WORDS else ChangeKind.CORRECTED


def _changed_words(before: list[str], after: list[str]) -> int:
    if max(len(before), len(after)) > 5_000:
        return abs(len(after) - len(before)) + _COSMETIC_WORDS + 1
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return sum(
        max(end - start, other_end - other_start)
        for kind, start, end, other_start, other_end in matcher.get_opcodes()
        if kind != "equal"
    )
