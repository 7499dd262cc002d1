"""The spaces, quotation marks and dashes of French, numbers that stay with their units, and hyphens at the syllables.
Never inside code.

French: a narrow no-break space (U+202F) before ; ! ? and in figures, a no-break space (U+00A0) before : and inside « »
(Imprimerie nationale). In other languages quotation marks and dashes are left as their authors wrote them.
"""

import re
from functools import lru_cache

import pyphen

_NARROW, _HARD, _SHY = "\u202f", "\u00a0", "\u00ad"
_SPACE = r"[ \u00a0\u202f\u2009]"
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_FRENCH: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?<=\S){_SPACE}+(?=[;!?])"), _NARROW),
    (re.compile(r"(?<=[^\W\d_]|[»)\]])(?=[;!?](?:\s|$|[»)]))"), _NARROW),
    (re.compile(rf"(?<=\S){_SPACE}+(?=:(?:\s|$))"), _HARD),
    (re.compile(r"(?<=[^\W\d_]|[»)\]]):(?=\s|$)"), f"{_HARD}:"),
    (re.compile(rf"«{_SPACE}*"), f"«{_HARD}"),
    (re.compile(rf"{_SPACE}*»"), f"{_HARD}»"),
    (re.compile(rf"(?<=\d){_SPACE}(?=\d{{3}}(?:\D|$))"), _NARROW),
    (re.compile(rf"(?<=\d){_SPACE}(?=[%‰€$£°])"), _NARROW),
    (re.compile(r"(?<=\d\u00a0h) (?=\d\d\b)"), _HARD),
    (re.compile(r"\b(MM?\.|Mme|Mlle|Dr|Me|n°|p\.|art\.|fig\.) (?=[A-ZÀ-Þ\d])"), rf"\1{_HARD}"),
    (
        re.compile(rf"(?:(?<=\b\d)|(?<=\b\d\d)|(?<=\b1er)) (?=(?:{_MONTHS})\b)"),
        _HARD,
    ),
    (re.compile(r"(?<=\s)— (?=\S)|(?<=^)— "), f"—{_HARD}"),
    (re.compile(r"(?<!\.)\.\.\.(?!\.)"), "…"),
    (re.compile(r"(?<=\s)--(?=\s)"), "—"),
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
)
_UNITS = (
    r"h|min|s|ms|km|m|cm|mm|km²|m²|m³|ha|kg|g|mg|t|l|L|ml|cl|°C|°F|W|kW|MW|GW|kWh|MWh|GWh|TWh|V|A|Hz|kHz|MHz|GHz"
    r"|Mo|Go|Ko|ko|To|kB|KB|MB|GB|TB|px|km/h|mph|a\.m\.|p\.m\.|am|pm|millions?|milliards?|billions?|trillions?"
)
# What holds in every language: a number stays with its unit, a title with its name.
_BOTH: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?![\w]))"), _HARD),
    (re.compile(r"\b(Mr|Mrs|Ms|Dr|St|No|vol|fig|pp?)\. (?=[A-Z\d])"), rf"\1.{_HARD}"),
)
# Most runs need none of the rules: one search tells.
_ANY_BOTH = re.compile(r"\d |\. (?=[A-Z\d])")
_ANY_FRENCH = re.compile(r"[;!?:«»\d—']|\.\.\.|--|\b(?:MM?\.|Mme|Mlle|Dr|Me|n°|p\.|art\.|fig\.) ")
_WORD = re.compile(r"[^\W\d_]{7,}")


def set_words(text: str, language: str, before: str = "") -> str:
    """The text with the language's spaces and marks; `before` is the character before it ("" at a start)."""
    if _ANY_BOTH.search(text):
        for pattern, word in _BOTH:
            text = pattern.sub(word, text)
    if language == "fr" and ('"' in text or "'" in text):
        text = _quotes(text, before)
    if language == "fr" and _ANY_FRENCH.search(text):
        for pattern, word in _FRENCH:
            text = pattern.sub(word, text)
    return text


def _quotes(text: str, before: str) -> str:
    out: list[str] = []
    last = before
    for sign in text:
        if sign in "\"'":
            opening = not last or last.isspace() or last in "([{—–-/«“‘\u00a0\u202f"
            sign = "’" if sign == "'" else f"«{_HARD}" if opening else f"{_HARD}»"
        out.append(sign)
        last = sign[-1]
    return "".join(out)


@lru_cache(maxsize=4)
def _dictionary(language: str) -> pyphen.Pyphen | None:
    name = {"fr": "fr_FR", "en": "en_US"}.get(language)
    return pyphen.Pyphen(lang=name, left=3, right=3) if name else None


@lru_cache(maxsize=60_000)
def _hyphened(word: str, language: str) -> str:
    dictionary = _dictionary(language)
    return word if dictionary is None else str(dictionary.inserted(word, _SHY))


def hyphenate(text: str, language: str, *, spare_last: bool = False) -> str:
    """Soft hyphens (U+00AD) at the syllables of long words; nothing for languages without rules here. `spare_last`
    leaves the last word whole, so that no paragraph ends in half a word."""
    if language not in ("fr", "en"):
        return text
    if spare_last:
        head, space, word = text.rpartition(" ")
        return hyphenate(head, language) + space + word
    return _WORD.sub(lambda found: _hyphened(found.group(), language), text)
