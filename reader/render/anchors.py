"""Where a highlight stands in the text of today: by its words, else by what stood around them. Pure."""

from dataclasses import dataclass
from datetime import datetime

from reader.core.entities import ArticleId
from reader.core.highlights import CONTEXT, Highlight
from reader.render.copying import clean
from reader.render.search import Folded, fold

_LEAST_CONTEXT = 12


@dataclass(frozen=True, slots=True)
class Anchored:
    """A highlight and its place in the document (Qt's positions)."""

    highlight: Highlight
    position: int
    length: int


def _bare(text: str) -> str:
    return " ".join(fold(text).split())


def _agreement(folded: str, start: int, end: int, before: str, after: str) -> int:
    """How many characters on both sides are those that were there."""
    count = 0
    left = folded[max(0, start - len(before) - 4) : start].rstrip()
    for one, other in zip(reversed(left), reversed(before), strict=False):
        if one != other:
            break
        count += 1
    right = folded[end : end + len(after) + 4].lstrip()
    for one, other in zip(right, after, strict=False):
        if one != other:
            break
        count += 1
    return count


def locate(folded: Folded, highlight: Highlight) -> Anchored | None:
    """The place of a highlight; None when its words are gone and nothing around them is left."""
    quote, before, after = _bare(highlight.quote), _bare(highlight.before), _bare(highlight.after)
    text = folded.text
    found: list[tuple[int, int]] = []
    at = text.find(quote) if quote else -1
    while at >= 0 and len(found) < 500:
        found.append((at, at + len(quote)))
        at = text.find(quote, at + 1)
    if found:
        wanted = highlight.at * max(1, len(text))
        start, end = max(
            found, key=lambda span: (_agreement(text, span[0], span[1], before, after), -abs(span[0] - wanted))
        )
    else:
        span = _between(text, before, after, len(quote))
        if span is None:
            return None
        start, end = span
    begin, stop = folded.places([start, end])
    return Anchored(highlight, begin, max(1, stop - begin))


def _between(text: str, before: str, after: str, length: int) -> tuple[int, int] | None:
    """The corrected words: what lies today between what stood before and what stood after."""
    if len(before) < _LEAST_CONTEXT or len(after) < _LEAST_CONTEXT:
        return None
    start = text.find(before)
    while start >= 0:
        begin = start + len(before)
        end = text.find(after, begin, begin + 2 * length + 80 + len(after))
        if end > begin:
            return begin + (text[begin] == " "), end - (text[end - 1] == " ")
        start = text.find(before, start + 1)
    return None


def highlight_of(
    text: str, first: int, last: int, article_id: ArticleId, colour: int, made: datetime, note: str = ""
) -> Highlight | None:
    """The highlight of the characters from `first` to `last` of a document's raw text (Qt's positions); None for
    white space alone."""
    units = text.encode("utf-16-le", "surrogatepass")

    def part(low: int, high: int) -> str:
        return clean(units[2 * max(0, low) : 2 * high].decode("utf-16-le", "ignore")).replace("\n", " ")

    quote = part(first, last).strip()
    if not quote:
        return None
    at = first / max(1, len(units) // 2)
    before, after = part(first - CONTEXT, first), part(last, last + CONTEXT)
    return Highlight(0, article_id, colour, quote, before, after, round(at, 5), note, made)


def as_markdown(title: str, url: str | None, highlights: list[Highlight]) -> str:
    """The highlights of one article, with their notes, under its headline."""
    source = f"[{title}]({url})" if url else title
    out = [f"## {source}", ""]
    for one in sorted(highlights, key=lambda one: one.at):
        out += [f"> {one.quote}", ""] + ([one.note, ""] if one.note else [])
    return "\n".join(out)
