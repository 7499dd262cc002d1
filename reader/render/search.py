"""Find in a text: case, diacritics, soft hyphens and the kinds of spaces, quotes and hyphens do not count. Pure.

Places are in Qt's positions (UTF-16 units), so that an emoji before a hit does not shift it.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_LIMIT = 5_000
_SAME = {
    "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2003": " ", "\u2028": " ", "\u2029": " ", "\n": " ", "\t": " ",
    "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "\u00ad": "", "\u2060": "", "\u200b": "",
    "\u2066": "", "\u2068": "", "\u2069": "",
}  # fmt: skip


def _folded(sign: str) -> str:
    if sign in _SAME:
        return _SAME[sign]
    parts = unicodedata.normalize("NFKD", sign)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def fold(text: str) -> str:
    """The text as it is compared."""
    return text.translate({ord(sign): _folded(sign) for sign in set(text)})


@dataclass(frozen=True, slots=True)
class Folded:
    """A text ready to be searched. `cuts` and `shifts` map folded places to Qt's: a place moves by the last shift."""

    text: str
    cuts: tuple[int, ...]
    shifts: tuple[int, ...]

    def find(self, query: str) -> tuple[tuple[int, int], ...]:
        """Position and length of every hit, in order, at most 5,000; none for an empty query."""
        wanted = " ".join(fold(query).split()) if query.strip() else ""
        if not wanted:
            return ()
        starts: list[int] = []
        at = self.text.find(wanted)
        while at >= 0 and len(starts) < _LIMIT:
            starts.append(at)
            at = self.text.find(wanted, at + len(wanted))
        begins, ends = self.places(starts), self.places([at + len(wanted) for at in starts])
        return tuple((begin, max(1, end - begin)) for begin, end in zip(begins, ends, strict=True))

    def find_words(self, words: Sequence[str], *, begins: bool) -> tuple[tuple[int, int], ...]:
        """Where these words stand as words, in order; with `begins` the last of them may be a beginning."""
        wanted = [re.escape(fold(word)) for word in words]
        if not wanted:
            return ()
        ends = [*(rf"{word}(?!\w)" for word in wanted[:-1]), wanted[-1] + (r"\w*" if begins else r"(?!\w)")]
        spans = [found.span() for found in re.finditer(rf"(?<!\w)(?:{'|'.join(ends)})", self.text)][:_LIMIT]
        starts, stops = self.places([one for one, _ in spans]), self.places([one for _, one in spans])
        return tuple((start, max(1, stop - start)) for start, stop in zip(starts, stops, strict=True))

    def places(self, indexes: list[int]) -> list[int]:
        """The positions of ascending places of the folded text, in one walk along the shifts."""
        found, step, last = [], 0, len(self.cuts) - 1
        for index in indexes:
            if step < last and self.cuts[step + 1] <= index:
                step = bisect_right(self.cuts, index, step + 1) - 1
            found.append(index + self.shifts[step])
        return found


def prepare(text: str) -> Folded:
    """Fold a document's text once; 20,000 words take some milliseconds."""
    table = {ord(sign): _folded(sign) for sign in set(text)}
    odd = {sign for sign in set(text) if len(table[ord(sign)]) != 1 or ord(sign) > 0xFFFF}
    cuts, shifts = [0], [0]
    out: list[str] = []
    last = reached = shift = 0
    pattern = re.compile(f"[{re.escape(''.join(odd))}]") if odd else None
    for found in pattern.finditer(text) if pattern else ():
        index, sign = found.start(), found.group()
        plain, folded = text[last:index].translate(table), table[ord(sign)]
        out += (plain, folded)
        reached += len(plain) + len(folded)
        shift += (2 if ord(sign) > 0xFFFF else 1) - len(folded)
        last = index + 1
        cuts.append(reached)
        shifts.append(shift)
    out.append(text[last:].translate(table))
    return Folded("".join(out), tuple(cuts), tuple(shifts))
