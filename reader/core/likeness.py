"""The same article through several feeds: the same address, or nearly the same headline and text within days. Pure.

Candidates are found by keys (the least hashes of the text's word sequences, as in Broder's "On the resemblance and
containment of documents", 1997, and one of the headline); `is_same_story` then compares the two.
"""

import re
import zlib
from array import array
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from sys import byteorder
from urllib.parse import urlsplit

from reader.core import western
from reader.core.sameness import plain_address, without_marks

_WORD = re.compile(r"\w+")
_SMALL = western.kinds(lambda sign: sign.lower() if _WORD.fullmatch(sign) else " ")
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—]{2,30}$")
_SCRAMBLES = ((2_654_435_761, 97), (2_246_822_519, 613), (3_266_489_917, 1_811))
_LOWER_HALF = 0 if byteorder == "little" else 1
_LONGEST_READ = 4_000
_KEY_WORDS, _COMPARED_WORDS = 200, 600
_SHORTEST_TEXT = 12
_OWN_WORDS = 60
APART = timedelta(days=4)
"""Between the moments of two articles that are one; more parts them, unless they have one address."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is compared of an article; `moment` is when it was published, or arrived."""

    title: str
    markdown: str
    moment: datetime
    address: str | None = None


@lru_cache(maxsize=256)
def canonical_address(url: str | None) -> str | None:
    """One form for one page: no scheme, www., tracking, fragment or final slash; None for a site's front page."""
    try:
        parts = urlsplit(plain_address((url or "").strip()))
        host = (parts.hostname or "").lower().removeprefix("www.").removeprefix("m.").removeprefix("amp.")
        port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    except ValueError:
        return None
    path = re.sub(r"(?:/(?:index\.\w+|amp))?/?$", "", parts.path.removesuffix(".amp"))
    if not host or parts.scheme not in ("http", "https") or not (path or parts.query):
        return None
    return f"{host}{port}{path}" + (f"?{parts.query}" if parts.query else "")


def keys(title: str, markdown: str) -> tuple[int, ...]:
    """Up to four whole numbers; two articles that are nearly the same share at least one of them."""
    found = []
    heading, _ = _headline(title)
    if len(heading) >= 3:
        found.append(zlib.crc32(" ".join(sorted(heading)).encode()))
    words = _first_words(markdown)
    if len(words) >= _SHORTEST_TEXT:
        found += [number << 32 | least for number, least in enumerate(_least_hashes(words), start=1)]
    return tuple(found)


def _least_hashes(words: list[str]) -> list[int]:
    """For each scramble, the least hash of four words in a row, modulo 2³².

    All hashes are scrambled at once, as one whole number in which each has 64 bits: none runs over into the next.
    """
    parts = list(map(str.encode, words))
    runs = map(b" ".join, zip(parts, parts[1:], parts[2:], parts[3:], strict=False))
    lanes = array("Q", map(zlib.crc32, runs)).tobytes()
    together = int.from_bytes(lanes, byteorder)
    least = []
    for factor, shift in _SCRAMBLES:
        shifts = int.from_bytes(shift.to_bytes(8, byteorder) * (len(lanes) // 8), byteorder)
        scrambled = (together * factor + shifts).to_bytes(len(lanes), byteorder)
        least.append(min(array("I", scrambled)[_LOWER_HALF::2]))
    return least


def is_same_story(one: Piece, other: Piece) -> bool:
    """Whether both are one article. A link to a page with a text of one's own about it is another article."""
    if not may_be_same_story(one, other):
        return False
    shared, least = _shared(_words(one.markdown)[:_COMPARED_WORDS], _words(other.markdown)[:_COMPARED_WORDS])
    alike = _alike(one.title, other.title)
    if _at_one_address(one, other):
        return shared >= 0.3 or (alike >= 0.4 and (least < _OWN_WORDS or shared >= 0.2))
    return least >= _SHORTEST_TEXT and shared >= (0.65 if alike == 1 else 0.8)


def may_be_same_story(one: Piece, other: Piece) -> bool:
    """Whether their texts are worth comparing: what is told without them is told first, since texts cost."""
    if _at_one_address(one, other):
        return True
    return abs(one.moment - other.moment) <= APART and _alike(one.title, other.title) >= 0.75


def _at_one_address(one: Piece, other: Piece) -> bool:
    return one.address is not None and one.address == other.address


def _alike(title: str, other: str) -> float:
    """The share of words that two headlines have in common; none when their numbers differ ("Episode 12")."""
    (heads, numbers), (others, other_numbers) = _headline(title), _headline(other)
    if numbers != other_numbers:
        return 0.0
    return 2 * len(heads & others) / (len(heads) + len(others) or 1)


@lru_cache(maxsize=1_024)
def _headline(title: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of a headline, and its numbers in their order."""
    words = _WORD.findall(_SITE.sub("", title).casefold())
    return frozenset(words), tuple(word for word in words if word.isdigit())


def _first_words(markdown: str) -> list[str]:
    """The words that keys are made of: whole blocks are read until there are enough."""
    for letters in (7 * _KEY_WORDS, 11 * _KEY_WORDS):
        words = _words(markdown[: markdown.rfind("\n\n", 0, letters) + 1])
        if len(words) > _KEY_WORDS:
            return words[:_KEY_WORDS]
    return _words(markdown)[:_KEY_WORDS]


def _words(markdown: str) -> list[str]:
    text = without_marks(markdown[:_LONGEST_READ])
    # Folding makes of these two what no Western encoding holds.
    found = None if "ß" in text or "µ" in text else western.words(text, _SMALL)
    return _WORD.findall(text.casefold()) if found is None else found


def _shared(one: list[str], other: list[str]) -> tuple[float, int]:
    """How much of the shorter text's word sequences the longer one holds (0 to 1), and its number of words."""
    runs, others = ({tuple(words[index : index + 3]) for index in range(len(words) - 2)} for words in (one, other))
    smaller = min(len(runs), len(others))
    return (len(runs & others) / smaller if smaller else 0.0), min(len(one), len(other))
