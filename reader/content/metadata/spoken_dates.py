"""Dates as pages show them in words and figures: "18 novembre 2026", "Nov. 18, 2026", "18.11.2026", "2026-11-18"."""

import re
from datetime import UTC, datetime
from itertools import islice
from typing import Any, TypeAlias

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_NAMES = (
    "jan janv january janvier januar enero ene gennaio gen januari janeiro",
    "feb fév fevr févr february février fevrier februar febrero febbraio februari fevereiro fev",
    "mar mars march märz maerz mär mrz marzo maart março mrt",
    "apr avr april avril abril abr aprile",
    "may mai mayo maggio mag mei maio",
    "jun june juin juni junio giugno giu junho",
    "jul juil july juillet juli julio luglio lug julho",
    "aug août aout august agosto ago augustus",
    "sep sept september septembre septiembre setiembre settembre set setembro",
    "oct okt october octobre oktober octubre ottobre ott outubro out",
    "nov november novembre noviembre novembro",
    "dec déc dez dic december décembre decembre dezember diciembre dicembre dezembro",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_SHAPES = (
    re.compile(r"\b(?P<y>(?:19|20)\d\d)[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<d>0?[1-9]|[12]\d|3[01])\b"),
    re.compile(
        rf"\b(?P<d>0?[1-9]|[12]\d|3[01])(?:er|st|nd|rd|th|º|\.)?[\s/-]+(?:de\s+"
        rf"|of\s+)?(?P<n>{_MONTH})\.?,?[\s/-]+(?:de[l]?\s+)?"
        r"(?P<y>(?:19|20)\d\d)\b",
        re.I,
    ),
    re.compile(rf"\b(?P<n>{_MONTH})\.?\s+(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)\b", re.I),
    re.compile(r"\b(?P<y>(?:19|20)\d\d)年(?P<m>0?[1-9]|1[0-2])月(?P<d>0?[1-9]|[12]\d|3[01])日"),
    re.compile(
        r"\b(?P<a>0?[1-9]|[12]\d|3[01])(?P<sign>[./-])(?P<b>0?[1-9]|[12]\d|3[01])(?P=sign)(?P<y>(?:19|20)\d\d)\b"
    ),
)
_HOLDERS = (
    "//*[self::"
    + " or self::".join(
        ["span", "p", "div", "time", "li", "small", "em", "td", "a", "header", "h6", "h5", "strong", "dd"]
    )
    + "]"
)
_NAMED = re.compile(r"[dD]ate|[tT]ime|publi|posted|[bB]yline|meta|info|entry-")
_UNDER = "following::*[self::p or self::div or self::span or self::small or self::em or self::li]"
_AWAY = re.compile(
    r"comment|related|sidebar|widget|footer|recommend|promo|teaser|popular|reply|recirc|copyright|infobox", re.I
)
_CHANGED = re.compile(
    r"(?:updat|modif|mise? à jour|actualis|aktualisiert|stand|actualizad)\w*\W*(?:on|le|am|the)?\W*$", re.I
)
_LONGEST = 300
_DATELINE = 90  # letters; a longer line under the headline is text, and a date in it is not the article's


def spoken_date(tree: Element, language: str | None) -> datetime | None:
    """The first date of the page that stands where sites put that of an article, at midnight UTC; else None."""
    month_first = (language or "").lower().replace("_", "-") in ("en", "en-us")
    spots = tree.xpath(_HOLDERS + "[@class or @id]")
    named = (one for one in spots if _NAMED.search(f"{one.get('class') or ''} {one.get('id') or ''}"))
    for element in islice(named, 80):
        words = " ".join(" ".join(element.itertext()).split())
        if not 6 <= len(words) <= _LONGEST or not re.search(r"\d", words):
            continue
        above = [element, *list(element.iterancestors())[:6]]
        if any(_AWAY.search(f"{one.get('class') or ''} {one.get('id') or ''}") for one in above):
            continue
        if found := date_in(words, month_first=month_first):
            return found
    for head in list(tree.iter("h1"))[:2]:
        for element in head.xpath(_UNDER)[:8]:
            words = " ".join("".join(element.itertext()).split())
            if len(words) <= _DATELINE and (found := date_in(words, month_first=month_first)):
                return found
    return None


def date_in(words: str, *, month_first: bool = False) -> datetime | None:
    """The first date in `words` that is not said to be of a change, else the first at all; None when there is none."""
    found = sorted(
        ((match.start(), match) for shape in _SHAPES for match in shape.finditer(words[:4_000])), key=lambda one: one[0]
    )
    dates = [
        (_CHANGED.search(words[max(0, place - 40) : place]) is not None, _moment(match, month_first))
        for place, match in found
    ]
    known = [(changed, moment) for changed, moment in dates if moment is not None]
    return next((moment for changed, moment in known if not changed), known[0][1] if known else None)


def _moment(match: re.Match[str], month_first: bool) -> datetime | None:
    given = match.groupdict()
    if given.get("n"):
        month, day = _MONTHS[given["n"].lower()], int(given["d"])
    elif given.get("a"):
        one, other = int(given["a"]), int(given["b"])
        month, day = (
            (one, other) if (month_first and given["sign"] == "/" and one <= 12) or other > 12 else (other, one)
        )
    else:
        month, day = int(given["m"]), int(given["d"])
    try:
        moment = datetime(int(given["y"]), month, day, tzinfo=UTC)
    except ValueError:
        return None
    return moment if moment.year >= 1995 and moment <= datetime.now(UTC) else None
