"""The publisher's own sign of an update: its mark in the headline ("[MàJ]"), its block in the text ("Mise à jour :").

A date alone is no news: most pages are touched after they are published (docs of the decision: research on signals).
An article about an update keeps its headline: a mark stands alone in brackets, or alone before a colon or a dash, with
nothing but a number or a time ("Mise à jour de Windows : ce qui change" is no mark).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reader.content.moments import moment_in
from reader.core.entities import UpdateNote
from reader.core.sameness import MOMENT, bare_words, normal_text, split_blocks

_SPACES = re.compile(r"\s{2,}")
_DONE = (
    r"m[àa]j|mise?s?\s+[àa]\s+jour|actualisée?s?|updated|corrigée?s?|corrected|rectifiée?s?|edited|éditée?s?|amended"
)
_WORDS = (
    rf"{_DONE}|update|actualisation|correction|rectificatif|rectification|erratum|errata|clarification|[eé]dit"
    r"|addendum|ajout"
)
_NUMBER = r"(?:\s*(?:n[°o]\s*|#)?\d(?![\w.]|\s?[:h]\s?\d|\s?[ap]\.?m))?"
_LINK_WORD = r"(?:du|de|le|la|à|a|at|on|as of|of|the|ce|vers|depuis)\s+"
_AT = rf"(?:\s*[,–—-]?\s*(?:{_LINK_WORD})*{MOMENT})"
_MARK = rf"(?P<mark>(?:{_WORDS}){_NUMBER})(?!\w)"
_BRACKETED = re.compile(rf"\s*[\[(]\s*{_MARK}{_AT}?\s*(?::[^\])]*)?[\])]\s*[:\-–—|]?\s*", re.I)
_LEADING = re.compile(
    rf"^[^\w\"«“(\[]*{_MARK}(?:\s*(?:à\s+|at\s+)?\d{{1,2}}\s?(?:h(?:\d\d)?|:\d\d|[ap]m)(?!\w))?\s*[:|–—]\s*", re.I
)
_CAPITALS = re.compile(rf"^\s*(?P<mark>(?-i:[A-ZÀ-Ý]{{3,}}(?:\s[A-ZÀ-Ý]+)*)){_NUMBER}\s?-\s?(?=\S)")
_TRAILING = re.compile(rf"\s+[–—|-]\s+(?P<mark>(?:{_DONE}){_NUMBER}){_AT}?\s*$", re.I)
_FRENCH = re.compile(r"m[àa]j|mis|actual|corrigé|rectif|éd|ajout|errat", re.I)
_ANY_MARK = re.compile(rf"(?:{_WORDS})", re.I)

_OPEN = r"^(?:>\s*)?[*_\[\\]{0,8}"
_LABEL = re.compile(
    rf"{_OPEN}{_MARK}(?:\\?\])?(?P<when>(?:[^:\n*_]|(?<=\d):(?=\d\d)){{0,70}}?)"
    r"[*_\\\]]{0,8}\s*(?::(?!\d\d\b)|\s[–—-]\s)\s*[*_\\\]]{0,8}\s*(?P<text>.*)$",
    re.I | re.S,
)
_BOLD = re.compile(
    rf"^(?:>\s*)?(?P<sign>\*\*|__)\[?{_MARK}\]?(?P<when>[^\n*_]{{0,70}}?)[.:]?(?P=sign)\s*[.:–—-]?\s*(?P<text>.*)$",
    re.I | re.S,
)
_HEADING = re.compile(rf"^#{{1,6}}\s+(?:\*\*|\[)?{_MARK}(?:\]|\*\*)?(?P<when>[^\n]{{0,70}})$", re.I)
_SENTENCE = re.compile(
    r"^(?:>\s*)?[*_(]{0,8}(?P<text>(?:(?:cet |ce |this )?"
    r"(?:article|billet|post|story|papier|page|entry)\s+(?:a été |was |has been )(?:depuis |since )?"
    r"(?:mise? à jour|actualisée?|modifiée?|corrigée?|complétée?|updated|corrected|amended)\b(?! par\b| by\b)"
    r"|(?:an? |une )(?:earlier|previous|première|précédente) version (?:of this|de cet? )).+)$",
    re.I | re.S,
)
_STARTS = re.compile(rf"[\W_]{{0,8}}(?:{_WORDS}|cet|ce|this|une?|an?|la|the|article|billet|story|post)\b", re.I)
# The first words of all forms above: a block that begins otherwise is not looked at any further.
_FIRST_WORD = re.compile(r"[>\s*_\[\\(#]*([^\W\d_]+)")
_FIRST_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        maj màj mis mise miss mises actualisé actualisée actualisés actualisées updated corrigé corrigée corrigés
        corrigées corrected rectifié rectifiée rectifiés rectifiées edited édité éditée édités éditées amended update
        actualisation correction rectificatif rectification erratum errata clarification edit édit addendum ajout cet
        ce this article billet post story papier page entry a an une earlier previous première précédente
        """,
    )
)
_WHEN_WORDS = re.compile(
    rf"{MOMENT}|\b(?:du|de|le|la|à|a|at|on|as|of|the|ce|vers|et|and|heures?|paris|local|time|e[sd]?t|p[sd]?t|ces?t|gmt|utc|bst)\b"
    r"|[(),.\]\[–—-]\s*(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.I,
)
_ORIGINAL = re.compile(
    r"^\W*(?:(?:article|post|publication|texte|billet|actualité)\s+(?:d'|d’)?(?:origine|originale?|initiale?)"
    r"|original\s+(?:article|story|post|report)\b.{0,40}|publié initialement.{0,40})\W*$",
    re.I,
)
_RULE = re.compile(r"^(?:-{3,}|\*{3,}|_{3,}|(?:\* ){2,}\*)$")
_SKIPPED_AT_HEAD, _SKIPPED_AT_END, _LONGEST_NOTE = 2, 3, 8


@dataclass(frozen=True, slots=True)
class _Note:
    mark: str
    when: str
    text: str
    used: range


def split_marker(title: str) -> tuple[str, str | None]:
    """The headline without its update mark, and the mark as it was written, without brackets or colon."""
    rest, mark = _SPACES.sub(" ", title.strip()), None
    for _ in range(3):
        found = _LEADING.search(rest) or _BRACKETED.search(rest) or _TRAILING.search(rest) or _capitals(rest)
        if found is None:
            break
        left = f"{rest[: found.start()].rstrip()} {rest[found.end() :].lstrip()}".strip()
        if not re.search(r"\w", left):
            break
        rest, mark = left, mark or re.sub(r"\s+", " ", found["mark"].strip())
    return rest, mark


def _capitals(title: str) -> re.Match[str] | None:
    """ "UPDATE 2-Oil rises", "MISE À JOUR - Le phare": a hyphen parts them only when the mark is shouted."""
    found = _CAPITALS.match(title)
    return found if found and _ANY_MARK.fullmatch(found["mark"]) else None


def is_update_note(words: str) -> bool:
    """Whether a block of plain words is the publisher's own note of a change ("Correction: …", "Mise à jour : …")."""
    start = words[:400].strip()
    return _STARTS.match(start) is not None and bool(_notes([start]))


def lift_update_block(
    markdown: str, marker: str | None = None, *, near: datetime | None = None
) -> tuple[str, UpdateNote | None]:
    """The text without the publisher's update blocks, and the note; `near` dates a note that names an hour only.

    Blocks are looked for at the head and at the end of the text, where publishers put them; a quotation or a heading
    in the middle that speaks of an update stays where it is. Several notes become one, each under its own label; the
    same words are never shown twice.
    """
    blocks = split_blocks(markdown.strip())
    notes = _notes(blocks)
    if not notes:
        return markdown, UpdateNote(marker) if marker else None
    used = {index for note in notes for index in note.used}
    told: dict[str, _Note] = {}
    for note in notes:
        told.setdefault(normal_text(note.text), note)
    rest = [
        block
        for index, block in enumerate(blocks)
        if index not in used and (not told or normal_text(block) not in told)
    ]
    if not told or not any(re.search(r"\w", block) for block in rest):
        return markdown, UpdateNote(marker) if marker else None
    kept = list(told.values())
    text = kept[0].text if len(kept) == 1 else "\n\n".join(f"**{_label(note)}** {note.text}" for note in kept)
    moments = [moment for note in kept if (moment := moment_in(note.when, near)) is not None]
    if _RULE.match(rest[0]):
        rest = rest[1:]
    return "\n\n".join(rest) + "\n", UpdateNote(marker or kept[0].mark, max(moments, default=None), text)


def _label(note: _Note) -> str:
    when = note.when.strip(" ,()–—-[]")
    colon = " :" if _FRENCH.match(note.mark) else ":"
    return f"{note.mark}, {when}{colon}" if when else f"{note.mark}{colon}"


def _notes(blocks: Sequence[str]) -> list[_Note]:
    """The notes of the head, then those of the end."""
    notes: list[_Note] = []
    index, skipped = 0, 0
    while index < len(blocks) and skipped <= _SKIPPED_AT_HEAD:
        note = _note(blocks, index) if _may_tell(blocks[index]) else None
        if note is not None:
            notes.append(note)
            index = note.used.stop
        elif not notes and (blocks[index].startswith("![") or not normal_text(blocks[index])):
            index, skipped = index + 1, skipped + 1
        else:
            break
    last, skipped = len(blocks) - 1, 0
    tail: list[_Note] = []
    while last >= index and skipped <= _SKIPPED_AT_END:
        starts = range(last, max(index - 1, last - 4), -1)
        note = next(
            (one for start in starts if _may_tell(blocks[start]) and (one := _ending(blocks, start, last))), None
        )
        if note is not None:
            tail.insert(0, note)
            last, skipped = note.used.start - 1, 0
        else:
            last, skipped = last - 1, skipped + 1
    return notes + tail


def _may_tell(block: str) -> bool:
    """Whether a block begins with a word that a note of an update begins with; nearly none does."""
    first = _FIRST_WORD.match(block)
    return first is not None and first[1].lower() in _FIRST_WORDS


def _ending(blocks: Sequence[str], start: int, last: int) -> _Note | None:
    note = _note(blocks, start, at_end=True)
    return note if note is not None and note.used.stop == last + 1 else None


def _note(blocks: Sequence[str], index: int, *, at_end: bool = False) -> _Note | None:
    """The update note that begins at this block."""
    block = blocks[index]
    if block.startswith(">"):
        block = re.sub(r"^>\s?", "", block, flags=re.M)
    heading = _HEADING.match(block.strip().rstrip(": "))
    if heading is not None and _is_when(heading["when"]):
        end = _end_of_section(blocks, index, at_end)
        return _made(heading, "\n\n".join(blocks[index + 1 : end]), range(index, end)) if end > index + 1 else None
    found = _LABEL.match(block)
    found = found if found and _is_when(found["when"]) else _BOLD.match(block)
    if found is None or not _is_when(found["when"]):
        told = _SENTENCE.match(block)
        if told is None or not normal_text(block):
            return None
        text = re.sub(r"[*_)]+$", "", told["text"].strip())
        return _Note("", _first_moment(text), text, range(index, index + 1))
    text = found["text"].strip()
    original = next(
        (one for one in range(index + 1, min(index + _LONGEST_NOTE, len(blocks))) if _is_original(blocks[one])), None
    )
    if original is not None:
        more = [text, *blocks[index + 1 : original]]
        return _made(found, "\n\n".join(filter(None, more)), range(index, original + 1))
    if text:
        return _made(found, text, range(index, index + 1))
    return _made(found, blocks[index + 1], range(index, index + 2)) if index + 1 < len(blocks) else None


def _made(found: re.Match[str], text: str, used: range) -> _Note | None:
    """A note, unless its text is a mere date: that is a dateline."""
    text = text.strip().removeprefix("\\\n")
    text = re.sub(r"^(?:\*\*|__)\s+|\s*\\?\]$", "", text.strip()) if not text.strip().endswith(")") else text.strip()
    if not normal_text(text) or not re.search(r"\w", bare_words(text)):
        return None
    return _Note(re.sub(r"\s+", " ", found["mark"].strip()), found["when"], text, used)


def _is_when(words: str) -> bool:
    """Whether a label names a time and nothing else, or nothing at all."""
    return re.search(r"\w", _WHEN_WORDS.sub(" ", words)) is None


def _first_moment(text: str) -> str:
    found = re.search(MOMENT, text, re.I)
    return found[0] if found else ""


def _is_original(block: str) -> bool:
    return len(block) < 120 and _ORIGINAL.match(bare_words(block)) is not None


def _end_of_section(blocks: Sequence[str], index: int, at_end: bool) -> int:
    """Where the section under a heading ends; without a sign of its end it is one block long."""
    for end in range(index + 1, min(index + 1 + _LONGEST_NOTE, len(blocks))):
        if blocks[end].startswith("#") or _RULE.match(blocks[end]) or _is_original(blocks[end]):
            return end
    return len(blocks) if at_end and index + 1 + _LONGEST_NOTE >= len(blocks) else min(index + 2, len(blocks))
