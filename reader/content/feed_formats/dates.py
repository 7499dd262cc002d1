"""Times as feeds write them: RFC 3339, RFC 5322, W3C-DTF, and what people type, with month names of seven languages.

A text that names no day is no time: nothing is filled in from today.
"""

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone

from dateutil import parser as date_parser

_LONGEST = 120
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d)?([.,]\d+)?([Zz]|[+-]\d\d:?\d\d)?$")
_W3C = re.compile(r"(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?$")
_ORDINAL = re.compile(r"(\d{4})-?(\d{3})$")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?$")
_RFC5322 = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)?(\d{1,2})(?:er|st|nd|rd|th|\.|º)?[\s-]+(?:de\s+)?([^\W\d]{3,})\.?,?[\s-]+(?:de\s+)?(\d{2,4})"
    r"(?:,?\s+(?:à\s+|at\s+|um\s+|a\s+las\s+|alle\s+)?(\d{1,2})\s?(?::|h|\.)\s?(\d{2})?(?:[:.](\d{2})(?:\.\d+)?)?)?"
    r"\s*([AaPp][Mm]\b)?\s*(?:\(?([A-Za-z]{1,5})\)?)?\s*([+-]\d{1,2}:?\d{0,2})?\s*(?:\([^)]*\))?$"
)
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b")
_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b(.*)$")
# fmt: off
_MONTHS = (
    "jan january janv janvier januar enero gennaio januari janeiro ene gen",
    "feb february fev fevr fevrier februar febrero febbraio februari fevereiro",
    "mar march mars marz marzo maart marco mrt",
    "apr april avr avril abril aprile abr",
    "may mai mayo maggio mei maio mag",
    "jun june juin juni junio giugno junho giu",
    "jul july juil juillet juli julio luglio julho lug",
    "aug august aout agosto augustus ago",
    "sep sept september septembre septiembre settembre setembro set",
    "oct october octobre oktober octubre ottobre outubro okt ott out",
    "nov november novembre noviembre novembro",
    "dec december decembre dezember diciembre dicembre dezembro dez dic",
)
# fmt: on
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_ZONES = {"EST": -18000, "EDT": -14400, "CST": -21600, "CDT": -18000, "MST": -25200, "MDT": -21600}
_ZONES |= {"PST": -28800, "PDT": -25200, "AST": -14400, "ADT": -10800, "AKST": -32400, "AKDT": -28800, "HST": -36000}
_ZONES |= {"CET": 3600, "CEST": 7200, "MET": 3600, "MEST": 7200, "BST": 3600, "WET": 0, "WEST": 3600, "EET": 7200}
_ZONES |= {"EEST": 10800, "MSK": 10800, "IST": 19800, "JST": 32400, "KST": 32400, "HKT": 28800, "SGT": 28800}
_ZONES |= {"AEST": 36000, "AEDT": 39600, "NZST": 43200, "NZDT": 46800, "Z": 0, "UT": 0, "UTC": 0, "GMT": 0}


def moment(text: str | None, *, day_first: bool = False) -> datetime | None:
    """The time that `text` names, in UTC; None when it names none. `day_first` reads 03/04/2026 as a day of April."""
    found = zoned_moment(text, day_first=day_first)
    return None if found is None else found.astimezone(UTC)


def zoned_moment(text: str | None, *, day_first: bool = False) -> datetime | None:
    """The same in the publisher's own zone, which hours named in a text are in."""
    words = (text or "").strip()
    if not words or len(words) > _LONGEST:
        return None
    try:
        found = _rfc3339(words) or _rfc5322(words) or _other(" ".join(words.split()), day_first)
        if found is None:
            return None
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found
        found.astimezone(UTC)
    except (ValueError, TypeError, OverflowError, AttributeError):
        return None
    return found if 1970 < found.year < 2200 else None


def _rfc3339(words: str) -> datetime | None:
    return datetime.fromisoformat(words.replace(",", ".").upper()) if _RFC3339.match(words) else None


def _rfc5322(words: str) -> datetime | None:
    """ "Wed, 18 Nov 2026 09:00:00 +0100" and its kin: "mer. 18 nov. 2026 à 9 h 00", "1er décembre 2026"."""
    found = _RFC5322.match(words)
    month = _month(found[2]) if found else None
    if found is None or month is None:
        return None
    year = int(found[3])
    # RFC 5322, 4.3: two digits are 1950 to 2049, three count from 1900.
    year += 0 if len(found[3]) == 4 else 1900 if year > 49 else 2000
    hour, minute, second = (int(found[index] or 0) for index in (4, 5, 6))
    if found[7] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if found[7].lower() == "pm" else 0)
    day = datetime(year, month, int(found[1]), tzinfo=_zone(found[8], found[9]))
    # 24:00 and leap seconds are written by some and mean the next minute.
    return day + timedelta(hours=hour, minutes=minute, seconds=second) if hour <= 24 else None


def _month(name: str) -> int | None:
    plain = name.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return _MONTH.get(plain)


def _zone(name: str | None, offset: str | None) -> timezone | None:
    seconds = _ZONES.get((name or "").upper(), 0)
    if offset:
        digits = offset[1:].replace(":", "")
        hours, minutes = (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))
        seconds += (hours * 3600 + minutes * 60) * (-1 if offset[0] == "-" else 1)
    return timezone(timedelta(seconds=seconds)) if abs(seconds) < 86_400 else UTC


def _other(words: str, day_first: bool) -> datetime | None:
    plain = _W3C.match(words)
    if plain is not None and not (plain[2] and int(plain[2]) > 12):
        return datetime(int(plain[1]), int(plain[2] or 1), int(plain[3] or 1), tzinfo=UTC)
    ordinal = _ORDINAL.match(words)
    if ordinal is not None:
        return datetime(int(ordinal[1]), 1, 1, tzinfo=UTC) + timedelta(days=int(ordinal[2]) - 1)
    if _EPOCH.match(words):
        number = float(words)
        return datetime.fromtimestamp(number / 1000 if number >= 1e11 else number, UTC)
    words = _YEAR_FIRST.sub(r"\1-\2-\3", words)
    numeric = _NUMERIC.match(words)
    first, second = (int(numeric[1]), int(numeric[2])) if numeric else (0, 0)
    day_first = numeric is not None and second <= 12 and (day_first or first > 12)
    if words.startswith("0001-") or not re.search(r"\d", words):
        return None
    english = re.sub(r"[^\W\d_]+\.?", _in_english, re.sub(r"(?<=\d)\s?h\s?(?=\d\d\b)", ":", words))
    default = datetime(1970, 1, 1)
    return date_parser.parse(english, tzinfos=_named_zone, default=default, fuzzy=False, dayfirst=day_first)


def _named_zone(name: str | None, offset: int | None) -> int:
    """Seconds east of Greenwich; a name that nobody knows counts as Greenwich itself."""
    return offset if offset is not None else _ZONES.get((name or "").upper(), 0)


def _in_english(word: re.Match[str]) -> str:
    month = _month(word[0].rstrip("."))
    return f"{datetime(2000, month, 1):%b}" if month else "" if word[0].lower() in ("à", "le", "at") else word[0]
