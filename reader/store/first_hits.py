"""The first hits of a search, newest first, within a time that a reader does not notice. Part of the store's facade.

FTS5 answers at once for a word; but a word that is everywhere, a phrase of such words, what must not occur, or the
beginning of a word of which the library has hundreds can take it a second. So the newest articles are asked, then
those before them, in stretches that grow, until there are enough hits or the time is up; the whole list comes from a
thread. A beginning of four or five letters is sought as its first three, for which the index has an answer, and each
hit is looked at.
"""

import re
import time
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from reader.core.filters import ArticleFilter
from reader.core.search_words import Query, folded
from reader.store.search import query_of

_SECONDS = 0.012
_MANY = 4_000
_NO_INDEX = ("has", "language", "tag", "section")
# How many articles the first stretch has, and by how much each is longer than the one before.
_FIRST, _LONGER = 1_000, 3
# What must be among the newest articles for a word to be everywhere: so many hits in so many.
_AMONG, _EVERYWHERE = 10_000, 1_000
_INDEXED, _LONG = 3, 6


def first_hits(database: Any, wanted: ArticleFilter, limit: int) -> list[int] | None:  # noqa: ANN401
    """The newest articles with the words of a search, more of them where other conditions will leave some out.

    None for a list that no index has to be spared, or for all of its rows.
    """
    query = query_of(wanted.search) if wanted.search is not None else None
    if not query or limit < 0:
        return None
    if query.match is None and query.without is None:
        # Facts that no index knows: the newest articles are looked at, not all of them.
        scanned = any(test.field in _NO_INDEX for test in query.tests)
        top = _top(database)
        return list(range(top, max(0, top - _MANY), -1)) if scanned else None
    plain = not query.tests and replace(wanted, search=None) == ArticleFilter(grouping=wanted.grouping)
    return _of(database, query, 2 * limit if plain else max(_MANY, 2 * limit))


def _of(database: Any, query: Query, enough: int) -> list[int]:  # noqa: ANN401
    """At least `enough` ids of articles with a query's words, newest first, where there are as many; fewer when the
    time is up. Its other conditions are left to the list."""
    top = _top(database)
    begun, found = time.perf_counter(), list[int]()
    expression, seen = _expression(database, query, top)
    for low, high in _stretches(top):
        asked = time.perf_counter()
        if expression is None:
            found += _without(database, query, low, high)
        elif seen is None:
            found += _matching(database, expression, low, high, enough - len(found))
        else:
            found += _seen(database, expression, seen, low, high, (enough - len(found), begun + 1.5 * _SECONDS))
        now = time.perf_counter()
        if len(found) >= enough or now - begun + _LONGER * (now - asked) > _SECONDS:
            break
    return found


def _top(database: Any) -> int:  # noqa: ANN401
    return database.execute_sql("SELECT max(id) FROM article").fetchone()[0] or 0


def is_everywhere(database: Any, expression: str, top: int) -> bool:  # noqa: ANN401
    """Whether one in ten of the newest articles has it; asks no more than that."""
    sql = f"SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? AND rowid > ? LIMIT {_EVERYWHERE})"
    count = database.execute_sql(sql, (expression, top - _AMONG)).fetchone()[0]
    return bool(count >= min(_EVERYWHERE, max(1, top // 10)))


def _expression(database: Any, query: Query, top: int) -> tuple[str | None, "re.Pattern[str] | None"]:  # noqa: ANN401
    """What FTS5 is asked, and how a hit must look besides."""
    if query.match is None or query.exact is None:
        return None, None
    seen = None
    match = query.match
    if query.exact != match:
        word = query.words[-1]
        if len(word) > _INDEXED and is_everywhere(database, query.exact, top):
            # A word that is everywhere as it stands need not be a beginning as well.
            match = query.exact
        elif _INDEXED < len(word) < _LONG:
            match = match[: match.rindex(word) + _INDEXED] + '"*'
            seen = beginning(word)
    return (f"({match}) NOT ({query.without})" if query.without else match), seen


def _stretches(top: int) -> Iterator[tuple[int, int]]:
    """Ids above the first and up to the second of each pair, from the newest down to the first."""
    high, size = top, _FIRST
    while high > 0:
        low = max(0, high - size)
        yield low, high
        high, size = low, size * _LONGER


def _matching(database: Any, expression: str, low: int, high: int, most: int) -> list[int]:  # noqa: ANN401
    sql = "SELECT rowid FROM search WHERE search MATCH ? AND rowid > ? AND rowid <= ? ORDER BY rowid DESC LIMIT ?"
    return [row[0] for row in database.execute_sql(sql, (expression, low, high, most)).fetchall()]


def _without(database: Any, query: Query, low: int, high: int) -> list[int]:  # noqa: ANN401
    """All but those that have what must not occur."""
    gone = set(_matching(database, query.without, low, high, high - low)) if query.without else set()
    return [one for one in range(high, low, -1) if one not in gone]


def _seen(
    database: Any,  # noqa: ANN401
    expression: str,
    word: "re.Pattern[str]",
    low: int,
    high: int,
    bounds: tuple[int, float],
) -> list[int]:
    """Hits in which the word begins so, read one after another; `bounds`: how many at most, and until when."""
    most, until = bounds
    sql = "SELECT rowid, title, kicker, author, body FROM search WHERE search MATCH ? AND rowid > ? AND rowid <= ?"
    found: list[int] = []
    for number, (one, *texts) in enumerate(database.execute_sql(f"{sql} ORDER BY rowid DESC", (expression, low, high))):
        if any(text and word.search(text) for text in texts):
            found.append(one)
        if len(found) >= most or (number % 16 == 15 and time.perf_counter() > until):
            break
    return found


@cache
def _spellings() -> dict[str, str]:
    """The letters that the index keeps as one: "e" stands for "é", "Ê" and so on."""
    found: dict[str, str] = defaultdict(str)
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        plain = folded(chr(code))
        if len(plain) == 1 and plain.isalpha() and unicodedata.category(chr(code)).startswith("L"):
            found[plain] += chr(code)
    return dict(found)


def beginning(word: str) -> "re.Pattern[str]":
    """What finds a word that begins so, in any spelling of its accents."""
    letters = (f"[{letter}{_spellings().get(letter, '')}]" for letter in map(re.escape, folded(word)))
    return re.compile(rf"\b{''.join(letters)}", re.IGNORECASE)
