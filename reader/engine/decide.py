"""What an entry means for the library: new, unchanged, or changed and how. Pure functions over values.

A stored full text is never replaced by a teaser, an excerpt, an empty text or an error page: nothing is lost. What
changes by itself (dates, counters, addresses) makes no revision, and the text held stays as it is; see
`core.significance` for the rest.
"""

import hashlib
import re

from reader.core.differences import place_map
from reader.core.entities import Access, ChangeKind, ParsedEntry, UpdateNote
from reader.core.plans import ArticlePlan, KnownArticle
from reader.core.reading import count_words, reading_minutes
from reader.core.sameness import bare_words
from reader.core.significance import Version, is_same, significance
from reader.text.blocks import Block, parse_blocks

_LEAST_HELD, _LEAST_SHARE = 60, 0.25
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|lire la suite|read more|continue reading)\W*$", re.I)


def decide(entry: ParsedEntry, known: KnownArticle | None) -> ArticlePlan | None:
    """The plan for an entry, its runs not made yet; None when there is nothing to store."""
    note = entry.update or UpdateNote()
    content_hash = content_mark(entry)
    words = count_words(entry.markdown)
    minutes = reading_minutes(words, entry.language)
    if known is None:
        return ArticlePlan(entry, ChangeKind.FIRST, content_hash, words, minutes)
    if known.gone:
        return None
    same_mark = note.marker is None or note.marker.casefold() == (known.marker or "").casefold()
    if known.hash == content_hash and same_mark and known.access is entry.access:
        return None
    if _is_loss(entry, known):
        return None
    old = Version(known.title, known.markdown, known.marker, known.block)
    new = Version(entry.title, entry.markdown, note.marker, note.block)
    if is_same(old, new):
        return ArticlePlan(entry, None, content_hash, words, minutes, known.id)
    # The rest of a text of which only the beginning was held is no news of the publisher's.
    kind = ChangeKind.COSMETIC if _completes(entry, known) else significance(old, new)
    places = moved_places(known.markdown, entry.markdown)
    return ArticlePlan(entry, kind, content_hash, words, minutes, known.id, places=places)


def content_mark(entry: ParsedEntry) -> str:
    """A hash of headline, kicker, update note and text, letter for letter.

    The same again is nothing new; what differs is looked at for what counts (`is_same`). So an article that never
    changes, and most do not, is never read for what counts.
    """
    block = entry.update.block if entry.update else None
    words = "\n\n".join((entry.title, entry.kicker or "", block or "", entry.markdown))
    return hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=16).hexdigest()


def moved_places(before: str, after: str) -> tuple[int, ...]:
    """Where a reader who stopped at each block of `before` goes on in `after`; as `ArticlePlan.places`."""
    if before == after:
        return ()
    return place_map([_told(block) for block in parse_blocks(before)], [_told(block) for block in parse_blocks(after)])


def _told(block: Block) -> str:
    """What one block is recognised by."""
    cells = " ".join(run.text for row in block.rows for cell in row for run in cell)
    return f"{block.kind}{block.level} {block.text} {cells} {block.figure.url if block.figure else ''}"


def _is_loss(entry: ParsedEntry, known: KnownArticle) -> bool:
    if entry.access is Access.TEASER and known.access is not Access.TEASER:
        return True
    held, offered = count_words(known.markdown), count_words(entry.markdown)
    # An error page or an emptied entry has a small part of the words; a real cut leaves more.
    if held >= _LEAST_HELD and offered < held * _LEAST_SHARE:
        return True
    return offered < held and _begins(entry.markdown, known.markdown)


def _completes(entry: ParsedEntry, known: KnownArticle) -> bool:
    if count_words(entry.markdown) <= count_words(known.markdown):
        return False
    was_teaser = known.access is Access.TEASER and entry.access is not Access.TEASER
    return was_teaser or _begins(known.markdown, entry.markdown)


def _begins(excerpt: str, whole: str) -> bool:
    """Whether one text is the beginning of the other, cut off by a sign that says so."""
    words = bare_words(excerpt)
    cut = _CUT.search(words)
    return cut is not None and bool(words[: cut.start()].strip()) and bare_words(whole).startswith(words[: cut.start()])
