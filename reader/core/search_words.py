"""What the reader types into the search box, understood: words, "phrases", -not, field:value. Nothing is malformed.

Fields in both languages: title/titre, author/auteur, kicker/chapo, feed/flux, section/rubrique, tag/mot, rule/règle,
lang/langue, before/avant, after/après, is/est (read, unread, starred, updated, subscriber, teaser, ready, muted,
archived), has/avec (image), min and max (minutes of reading). A value that a field cannot mean is searched as words.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_TOKEN = re.compile(r'(?P<no>-?)(?:(?P<field>\w+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
# A single letter begins half of all words: it would find everything, and slowly.
_LETTER = re.compile(r"(?<!\w)[a-z0-9]\W*$")
_COLUMNS = {"title": "title", "titre": "title", "author": "author", "auteur": "author"}
_COLUMNS |= {"kicker": "kicker", "chapo": "kicker", "accroche": "kicker"}
_FIELDS = {"feed": "feed", "flux": "feed", "section": "section", "rubrique": "section", "tag": "tag", "mot": "tag"}
_FIELDS |= {"lang": "language", "langue": "language", "before": "before", "avant": "before", "after": "after"}
_FIELDS |= {"rule": "rule", "regle": "rule"}
_FIELDS |= {"apres": "after", "is": "is", "est": "is", "has": "has", "avec": "has", "min": "min", "max": "max"}
_STATES = {"read": "read", "lu": "read", "unread": "unread", "non-lu": "unread", "nonlu": "unread"}
_STATES |= {"starred": "starred", "favori": "starred", "etoile": "starred", "updated": "updated", "maj": "updated"}
_STATES |= {"subscriber": "subscriber", "abonne": "subscriber", "teaser": "teaser", "extrait": "teaser"}
_STATES |= {"ready": "ready", "pret": "ready", "muted": "muted", "masque": "muted"}
_STATES |= {"archived": "archived", "archive": "archived"}
_IMAGE = ("image", "images", "picture", "photo")


@dataclass(frozen=True, slots=True)
class Test:
    """One condition on an article's facts. `value` is text, a moment (before, after) or minutes (min, max)."""

    field: str
    value: str | int | datetime
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """`match` is an FTS5 expression of what must occur, `without` of what must not; either may be None.

    The word being typed may be a beginning in `match`; in `exact` it is taken as it stands. A single letter is a word.
    """

    match: str | None
    exact: str | None
    without: str | None
    tests: tuple[Test, ...]
    words: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.match or self.without or self.tests)


def folded(text: str) -> str:
    """Small letters without accents, as the full-text index keeps them."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(one for one in plain if not unicodedata.combining(one)).casefold()


def understood(text: str, today: date) -> Query:
    """The query that `text` means on the day `today`."""
    wanted: list[str] = []
    unwanted: list[str] = []
    words: list[str] = []
    tests: list[Test] = []
    typed = False
    found = list(_TOKEN.finditer(text))
    for number, token in enumerate(found):
        negative, field = bool(token["no"]), folded(token["field"] or "")
        value = token["word"] if token["phrase"] is None else token["phrase"]
        test = _test(field, value, negative, today)
        if test is not None:
            tests.append(test)
            continue
        if field and field not in _COLUMNS:
            value = f"{token['field']} {value}"
        being_typed = number == len(found) - 1 and token["phrase"] is None and not text[-1:].isspace()
        begins = (being_typed or value.endswith("*")) and not _LETTER.search(folded(value))
        term = _term(value, prefix=begins, column=_COLUMNS.get(field))
        if term is not None:
            typed = being_typed and begins and not negative and not value.endswith("*")
            (unwanted if negative else wanted).append(term)
            words += [] if negative else re.findall(r"\w+", value)
    exact = [*wanted[:-1], wanted[-1].removesuffix("*")] if wanted and typed else wanted
    return Query(
        " ".join(wanted) or None, " ".join(exact) or None, " OR ".join(unwanted) or None, tuple(tests), tuple(words)
    )


def _term(value: str, *, prefix: bool, column: str | None) -> str | None:
    words = re.findall(r"\w+", value)
    if not words:
        return None
    phrase = f'"{" ".join(words)}"' + ("*" if prefix else "")
    return f"{{{column}}} : {phrase}" if column else phrase


def _test(field: str, value: str, negative: bool, today: date) -> Test | None:
    kind = _FIELDS.get(field)
    if kind is None or not value.strip():
        return None
    if kind in ("before", "after"):
        moment = _day(value, today)
        return None if moment is None else Test(kind, moment, negative)
    if kind in ("min", "max"):
        return Test(kind, int(value), negative) if value.isdecimal() and len(value) < 6 else None
    meaning: Callable[[str], str | None] = {
        "is": lambda word: _STATES.get(folded(word)),
        "has": lambda word: "image" if folded(word) in _IMAGE else None,
    }.get(kind, lambda word: folded(word).strip("*"))
    found = meaning(value)
    return Test(kind, found, negative) if found else None


def _day(value: str, today: date) -> datetime | None:
    """The local beginning of a day: 2026, 2026-03, 2026-03-14, today, yesterday, 7d (days ago)."""
    known = {"today": 0, "aujourdhui": 0, "yesterday": 1, "hier": 1}
    word = folded(value).replace("'", "").replace("’", "")
    ago = re.fullmatch(r"(\d{1,5})[dj]", word)
    if word in known or ago:
        day = today - timedelta(days=known.get(word, 0) if ago is None else int(ago[1]))
        return datetime(day.year, day.month, day.day).astimezone()
    parts = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", word)
    if parts is None:
        return None
    try:
        return datetime(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1)).astimezone()
    except (ValueError, OverflowError):
        return None
