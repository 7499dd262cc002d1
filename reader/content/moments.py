"""Times as publishers write them in an update note, French and English: "18 novembre, 14 h", "Nov. 18, 5:04 p.m."."""

import re
from datetime import UTC, datetime, timedelta

_MONTHS = {
    **{"jan": 1, "fev": 2, "fév": 2, "feb": 2, "mar": 3, "avr": 4, "apr": 4, "mai": 5, "may": 5, "juin": 6, "jun": 6},
    **{"juil": 7, "jul": 7, "aou": 8, "aoû": 8, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12, "déc": 12},
}
_NAME = r"(?P<month>[^\W\d_]{3,9})\.?"
_DATES = (
    re.compile(r"\b(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)"),
    re.compile(r"\b(?P<day>\d{1,2})[/.](?P<number>\d{1,2})(?:[/.](?P<year>\d{4}|\d\d))?\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s+(?:of\s+)?{_NAME}(?:,?\s+(?P<year>\d{{4}}))?"),
    re.compile(rf"\b{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s?[:h])(?:,?\s+(?P<year>\d{{4}}))?"),
)
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})\s?(?:h(?:eures?)?\b\s?|h(?=\d)|:)(?P<minute>\d\d)?\s?(?P<half>[ap]\.?m\b)?"
    r"|\b(?P<bare>\d{1,2})\s?(?P<bare_half>[ap]\.?m\b)",
    re.I,
)
_UTC = re.compile(r"\b(?:utc|gmt)\b", re.I)
_AHEAD = timedelta(days=2)


def moment_in(words: str, near: datetime | None) -> datetime | None:
    """The time that `words` name, in UTC; an hour alone is on the day of `near`, a day without a year close to it.

    Without `near` nothing is known of the year or the zone, and nothing is invented: None.
    """
    if near is None or not words.strip():
        return None
    day = _day(words.lower(), near)
    left = (
        words
        if day is None
        else words.replace(day[1], " ", 1)
        if day[1] in words
        else words.lower().replace(day[1], " ", 1)
    )
    clock = _clock(left)
    if day is None and clock is None:
        return None
    hour, minute = clock or (0, 0)
    moment = (day[0] if day else near).replace(hour=hour, minute=minute, second=0, microsecond=0)
    return moment.replace(tzinfo=UTC) if _UTC.search(words) else moment.astimezone(UTC)


def _day(words: str, near: datetime) -> tuple[datetime, str] | None:
    for pattern in _DATES:
        for found in pattern.finditer(words):
            facts = found.groupdict()
            month = int(facts["number"]) if facts.get("number") else _month(facts.get("month") or "")
            if month is None:
                continue
            year = int(facts["year"]) if facts["year"] else near.year
            year += 2000 if year < 100 else 0
            try:
                day = near.replace(year=year, month=month, day=int(facts["day"]))
                if not facts["year"] and day > near + _AHEAD + timedelta(days=180):
                    day = day.replace(year=year - 1)
            except ValueError:
                continue
            return day, found[0]
    return None


def _month(name: str) -> int | None:
    return _MONTHS.get(name[:4]) or _MONTHS.get(name[:3])


def _clock(words: str) -> tuple[int, int] | None:
    found = _CLOCK.search(words)
    if found is None:
        return None
    hour = int(found["hour"] or found["bare"])
    half = (found["half"] or found["bare_half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    minute = int(found["minute"] or 0)
    return (hour, minute) if hour < 24 and minute < 60 else None
