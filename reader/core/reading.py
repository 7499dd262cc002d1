"""Words and minutes. Speeds: English 238 words a minute (Brysbaert 2019), French 214 (quoted there), others 220."""

import math
import re

_SPEED = {"en": 238, "fr": 214}
_OTHERS = 220
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_ADDRESS = re.compile(r"(?<=\])\((?:<[^>\n]*>|[^)\s]*)(?:\s+\"[^\"]*\")?\)")


def count_words(markdown: str) -> int:
    """Words a reader reads: addresses of links and pictures do not count."""
    return len(_WORD.findall(_ADDRESS.sub("", markdown)))


def reading_minutes(words: int, language: str | None) -> int:
    """Minutes, rounded up, at least one for a text with words, zero for none."""
    return math.ceil(words / _SPEED.get((language or "")[:2].lower(), _OTHERS))
