"""The publisher's own sign of an update: its mark in the headline ("[MàJ]"), its block in the text ("Mise à jour :").

A date alone is no news: most pages are touched after they are published (docs of the decision: research on signals).
"""

import re
from datetime import datetime

from dateutil import parser as date_parser

from reader.core.entities import UpdateNote

_WORDS = r"m[àa]j|maj|mise\s+[àa]\s+jour|mis\s+[àa]\s+jour|updated?|update"
_NUMBER = r"(?:\s*(?:n[°o]\s*)?\d{1,2}(?!\d|\s?[:h]\s?\d))?"
_BRACKETED = re.compile(rf"\s*[\[(]\s*(?P<mark>(?:{_WORDS}){_NUMBER})\s*(?::[^\])]*)?[\])]\s*[:\-–—]?\s*", re.I)
_LEADING = re.compile(rf"^\s*(?P<mark>(?:{_WORDS}){_NUMBER})\s*[:|–—]\s*", re.I)
_BLOCK = re.compile(
    rf"^(?:\*\*|__|\*|#{{1,6}}\s+|>\s*)*\[?(?P<mark>(?:{_WORDS}){_NUMBER})\]?"
    r"(?P<when>(?:[^:\n*]|(?<=\d):(?=\d\d)){0,60}?)(?:\*\*|__|\*)?\s*:(?!\d\d\b)(?:\*\*|__|\*)?\s*(?P<text>.*)",
    re.I | re.S,
)
_HEADING = re.compile(rf"^#{{1,6}}\s+\[?(?P<mark>(?:{_WORDS}){_NUMBER})\]?(?P<when>[^\n]{{0,60}})$", re.I)
_SAME_DAY = re.compile(r"\b(\d{1,2})\s*[h:]\s*(\d{2})?\b", re.I)


def split_marker(title: str) -> tuple[str, str | None]:
    """The headline without its update mark, and the mark as it was written, without brackets or colon."""
    found = _LEADING.search(title) or _BRACKETED.search(title)
    if found is None:
        return title.strip(), None
    rest = f"{title[: found.start()].rstrip()} {title[found.end() :].lstrip()}".strip()
    return (rest, found["mark"].strip()) if rest else (title.strip(), None)


def lift_update_block(
    markdown: str, marker: str | None = None, *, near: datetime | None = None
) -> tuple[str, UpdateNote | None]:
    """The text without the publisher's update block, and the note; `near` dates a note that names an hour only.

    The block is looked for at the head and at the end of the text, where publishers put it; a quotation or a heading
    in the middle that speaks of an update stays where it is.
    """
    blocks = markdown.strip().split("\n\n")
    for index in dict.fromkeys((*range(min(2, len(blocks))), len(blocks) - 1, len(blocks) - 2)):
        if not 0 <= index < len(blocks) or len(blocks) < 2:
            continue
        lifted = _as_block(blocks, index)
        if lifted is not None:
            mark, when, text, used = lifted
            rest = blocks[:index] + blocks[index + used :]
            note = UpdateNote(marker or mark, _moment(when, near), text.strip() or None)
            return ("\n\n".join(rest) + "\n" if rest else ""), note
    return markdown, UpdateNote(marker) if marker else None


def _as_block(blocks: list[str], index: int) -> tuple[str, str, str, int] | None:
    quoted = blocks[index].startswith(">")
    block = re.sub(r"^>\s?", "", blocks[index], flags=re.M) if quoted else blocks[index]
    heading = _HEADING.match(block.strip().rstrip(":").strip())
    if heading is not None and index + 1 < len(blocks):
        return heading["mark"], heading["when"], blocks[index + 1], 2
    found = _BLOCK.match(block)
    if found is None:
        return None
    if found["text"].strip():
        return found["mark"], found["when"], found["text"], 1
    return (found["mark"], found["when"], blocks[index + 1], 2) if index + 1 < len(blocks) else None


def _moment(when: str, near: datetime | None) -> datetime | None:
    """The time that the note itself names; an hour alone is on the day of `near`. Never invented."""
    words = when.strip(" ()-–—,.[]")
    if not words or near is None:
        return None
    hour = _SAME_DAY.search(words)
    try:
        if hour is not None:
            return near.replace(hour=int(hour[1]), minute=int(hour[2] or 0), second=0, microsecond=0)
        moment = date_parser.parse(words, default=near.replace(hour=0, minute=0, second=0), dayfirst=True)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=near.tzinfo)
