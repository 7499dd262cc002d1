"""Smart feeds: saved searches that know their articles and count them. Part of the store's facade.

What is kept is which articles a search's words and lasting facts match; it is asked again of every article that is new
or changed. Facts that come and go (read, starred, ready, days counted from today) are left to the list itself, so a
number says how many of the kept ones are unread.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from reader.core.changes import Changes
from reader.core.entities import SmartFeed, SmartFeedId
from reader.core.search_words import Query
from reader.store.search import expression_of, query_of, sql_of

_PASSING = ("read", "unread", "starred", "updated", "ready", "muted", "archived")


def feeds(database: Any) -> list[SmartFeed]:  # noqa: ANN401
    """All saved searches, by name."""
    sql = "SELECT id, name, query, unread, total FROM smart_feed ORDER BY name COLLATE NOCASE, id"
    return [SmartFeed(SmartFeedId(row[0]), *row[1:]) for row in database.execute_sql(sql).fetchall()]


def is_aside(query: str) -> bool:
    """Whether a search is among what is muted or archived: the triggers count only what is in the lists."""
    tests = query_of(query).tests
    return any(test.field == "is" and test.value in ("muted", "archived") and not test.negative for test in tests)


def held(database: Any, smart_id: SmartFeedId) -> tuple[str, str] | None:  # noqa: ANN401
    """Name and query of a saved search, None when there is no such one."""
    row = database.execute_sql("SELECT name, query FROM smart_feed WHERE id = ?", (smart_id,)).fetchone()
    return None if row is None else (row[0], row[1])


def save(database: Any, name: str, query: str, smart_id: SmartFeedId | None = None) -> SmartFeedId:  # noqa: ANN401
    """Keep a search under a name, or change the one with this id."""
    with database.atomic():
        if smart_id is None:
            smart_id = _free_id(database)
            sql = "INSERT INTO smart_feed (id, name, query) VALUES (?, ?, ?)"
            database.execute_sql(sql, (smart_id, name, query))
        else:
            database.execute_sql("UPDATE smart_feed SET name = ?, query = ? WHERE id = ?", (name, query, smart_id))
        _fill(database, smart_id, query, None)
    return smart_id


def _free_id(database: Any) -> SmartFeedId:  # noqa: ANN401
    """An id that none ever had: undoing a removal must not meet another smart feed in its place."""
    row = database.execute_sql(
        "SELECT max(coalesce((SELECT max(id) FROM smart_feed), 0), coalesce((SELECT max(coalesce("
        "json_extract(reverse, '$.smart_feed[0]'), json_extract(reverse, '$.smart_gone'))) FROM journal"
        " WHERE kind LIKE '%smart-feed'), 0), coalesce((SELECT max(coalesce(json_extract(value,"
        " '$.smart_feed[0]'), json_extract(value, '$.smart_gone'))) FROM journal, json_each(reverse, '$.marks')"
        " WHERE kind LIKE '%-rule'), 0)) + 1"
    ).fetchone()
    return SmartFeedId(row[0])


def remove(database: Any, smart_id: SmartFeedId) -> tuple[str, str] | None:  # noqa: ANN401
    """Forget a saved search; its name and query, None when there is no such one. Called inside a transaction."""
    known = held(database, smart_id)
    if known is None:
        return None
    database.execute_sql("DELETE FROM smart_match WHERE smart_feed_id = ?", (smart_id,))
    database.execute_sql("DELETE FROM smart_feed WHERE id = ?", (smart_id,))
    return known


def restore(database: Any, kept: tuple[int, str, str]) -> None:  # noqa: ANN401
    """Bring one back as it was, with its id, removed or changed since; called inside a transaction."""
    smart_id, name, query = kept
    sql = "INSERT INTO smart_feed (id, name, query) VALUES (?, ?, ?)"
    sql += " ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query"
    database.execute_sql(sql, (smart_id, name, query))
    _fill(database, SmartFeedId(smart_id), query, None)


def match_again(database: Any, article_ids: Iterable[int]) -> None:  # noqa: ANN401
    """Which smart feeds have these articles, asked anew; called inside the transaction that changed them."""
    changed = sorted(article_ids)
    if changed:
        for row in database.execute_sql("SELECT id, query FROM smart_feed").fetchall():
            _fill(database, SmartFeedId(row[0]), row[1], changed)


def rebuild(database: Any) -> Changes:  # noqa: ANN401
    """Those smart feeds anew that name feeds or rules: one of these has another name now, or is there no more."""
    with database.atomic():
        for row in database.execute_sql("SELECT id, query FROM smart_feed").fetchall():
            if any(test.field in ("feed", "rule") for test in query_of(row[1]).tests):
                _fill(database, SmartFeedId(row[0]), row[1], None)
    return Changes(counts=True)


def _fill(database: Any, smart_id: SmartFeedId, text: str, only: list[int] | None) -> None:  # noqa: ANN401
    """The matches of one smart feed among all articles, or among those in `only`."""
    scope, among = ("", []) if only is None else (" AND {} IN (SELECT value FROM json_each(?))", [json.dumps(only)])
    sql = f"DELETE FROM smart_match WHERE smart_feed_id = ?{scope.format('article_id')}"
    database.execute_sql(sql, (smart_id, *among))
    where, values = _lasting(database, query_of(text))
    database.execute_sql(
        f"INSERT INTO smart_match SELECT ?, article.id FROM article WHERE {where}{scope.format('article.id')}",
        (smart_id, *values, *among),
    )


def _lasting(database: Any, query: Query) -> tuple[str, list[Any]]:  # noqa: ANN401
    """The tests of a search that time and marks do not change."""
    if not query:
        return "0", []
    kept = replace(query, tests=tuple(test for test in query.tests if test.value not in _PASSING))
    tests = [sql_of(database, test) for test in kept.tests]
    expression = expression_of(kept)
    if expression is not None:
        tests.append(("article.id IN (SELECT rowid FROM search WHERE search MATCH ?)", [expression]))
    elif kept.without:
        tests.append(("article.id NOT IN (SELECT rowid FROM search WHERE search MATCH ?)", [kept.without]))
    return " AND ".join(test for test, _ in tests) or "1", [value for _, values in tests for value in values]
