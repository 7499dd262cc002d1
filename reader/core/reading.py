"""Words and minutes. Speeds: English 238 words a minute (Brysbaert 2019), French 214 (quoted there), others 220."""

import math
import re

_SPEED = {"en": 238, "fr": 214}
_OTHERS = 220
_ADDRESS = re.compile(r"\]\((?:<[^>\n]*>|[^)\s]*)(?:\s+\"[^\"]*\")?\)")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_FOREIGN = re.compile("[^\\W\x00-\xffŒœŠšŽžŸƒˆ]")


def _kinds(encoding: str) -> bytes:
    """For each byte: "w" for a letter or digit of a word, "j" for a sign that joins two of them, a space for others."""
    signs = bytes(range(256)).decode(encoding, "replace")
    return "".join("w" if re.match(r"\w", sign) else "j" if sign in "'’-" else " " for sign in signs).encode()


_KINDS = {encoding: _kinds(encoding) for encoding in ("latin-1", "cp1252")}


def count_words(markdown: str) -> int:
    """Words a reader reads: addresses of links and pictures do not count.

    Counted as bytes of three kinds, which takes a tenth of the time; a text in other letters is read by expression.
    """
    text = _ADDRESS.sub("]", markdown) if "](" in markdown else markdown
    encoding = "latin-1"
    try:
        signs = text.encode(encoding)
    except UnicodeEncodeError:
        if _FOREIGN.search(text):
            return len(_WORD.findall(text))
        encoding = "cp1252"
        signs = text.encode(encoding, "replace")
    kinds = b" " + signs.translate(_KINDS[encoding])
    return kinds.count(b" w") + kinds.count(b" jw") + kinds.count(b"jjw")


def reading_minutes(words: int, language: str | None) -> int:
    """Minutes, rounded up, at least one for a text with words, zero for none."""
    return math.ceil(words / _SPEED.get((language or "")[:2].lower(), _OTHERS))
