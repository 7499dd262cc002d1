"""Full-text search: what was typed as SQL tests, ranked hits with the words around them, suggestions.

Part of the store's facade. A word that half of the library has would cost a second to rank at a million articles; such
searches rank headlines before texts and newer before older, and all others by bm25.
"""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from typing import Any

from reader.core.entities import ArticleId
from reader.core.filters import ArticleFilter, View
from reader.core.rules import plain_name
from reader.core.search_words import Query, Test, folded, understood
from reader.store.encoding import to_ticks

COMMON = 5_000
# What a list has that is led by the hits of its search.
AMONG_HITS = "IN (SELECT +value FROM json_each(?))"
TOKENS = "tokenize = 'unicode61 remove_diacritics 2'"
_BM25 = "bm25(search, 8, 4, 2, 1)"
_SNIPPET = "snippet(search, 3, char(2), char(3), '…', 24)"
SqlTest = tuple[str, list[Any]]
_STATES = {
    "read": "status.read = 1",
    "unread": "status.read = 0",
    "starred": "status.starred = 1",
    "updated": "(article.marker IS NOT NULL OR article.significant > coalesce(status.read_revision, 1))",
    "subscriber": "article.access = 'subscriber'",
    "teaser": "article.access = 'teaser'",
    "muted": "(article.aside IN (1, 3))",
    "archived": "(article.aside IN (2, 3))",
    "ready": "(article.access <> 'teaser' AND article.images = article.images_stored)",
}


def query_of(text: str) -> Query:
    """What `text` means today."""
    return understood(text, datetime.now().astimezone().date())


def aside_test(wanted: ArticleFilter, lead: str) -> str:
    """That an article is where this list looks: among the muted or archived ones, or not put aside.

    A star is seen in any case; a search that the reader types finds what is archived, too.
    """
    asked = query_of(wanted.search).tests if wanted.search is not None else ()
    states = {test.value for test in asked if test.field == "is" and not test.negative}
    # Said twice: the first is what the index asks for, word for word.
    if wanted.view is View.MUTED or "muted" in states:
        return f"{lead}.aside <> 0 AND {lead}.aside IN (1, 3)"
    if wanted.view is View.ARCHIVE or "archived" in states:
        return f"{lead}.aside <> 0 AND {lead}.aside IN (2, 3)"
    if wanted.archived:
        return f"{lead}.aside IN (0, 2)"
    return f"{lead}.aside {'< 4' if wanted.view is View.STARRED else '= 0'}"


def search_tests(
    database: Any,  # noqa: ANN401
    text: str,
    lead: str,
    hits: Sequence[int] | None = None,
) -> list[SqlTest]:
    """The SQL tests that an article of the leading table is what was searched; `hits` have the words in any case."""
    query, key = query_of(text), "article.id" if lead == "article" else "status.article_id"
    if not query:
        return [("0", [])]
    tests = [sql_of(database, test) for test in query.tests]
    expression = expression_of(query)
    if hits is not None:
        tests.append((f"{key} {AMONG_HITS}", [json.dumps(hits)]))
    elif expression is not None:
        tests.append((f"{key} IN (SELECT rowid FROM search WHERE search MATCH ?)", [expression]))
    elif query.without:
        tests.append((f"{key} NOT IN (SELECT rowid FROM search WHERE search MATCH ?)", [query.without]))
    return tests


def expression_of(query: Query) -> str | None:
    """The FTS5 expression of a query with words that must occur."""
    return _without(query.match, query)


def _without(match: str | None, query: Query) -> str | None:
    return f"({match}) NOT ({query.without})" if match and query.without else match


def _at_once(database: Any, query: Query) -> tuple[str | None, bool]:  # noqa: ANN401
    """The expression to answer with at once, and whether it is common.

    A word that is common as it stands need not be a beginning as well: to merge all that begins with it takes FTS5 a
    second at a million articles.
    """
    exact, whole = _without(query.exact, query), expression_of(query)
    if exact is not None and exact != whole and is_common(database, exact):
        return exact, True
    return whole, whole is not None and is_common(database, whole)


def is_common(database: Any, expression: str) -> bool:  # noqa: ANN401
    """Whether more articles match than can be ranked or sorted at once; asks no more than that."""
    sql = f"SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT {COMMON})"
    return bool(database.execute_sql(sql, (expression,)).fetchone()[0] == COMMON)


def sql_of(database: Any, test: Test) -> SqlTest:  # noqa: ANN401
    """One condition as an SQL test on `article` and `status`."""
    value: Any = test.value
    sql: str = "0"
    values: list[Any] = []
    if test.field in ("feed", "section"):
        sql, values = _named(database, test.field, value)
    elif test.field == "rule":
        sql, values = _ruled(database, value)
    elif test.field in ("before", "after"):
        sql, values = f"article.sort {'<' if test.field == 'before' else '>='} ?", [to_ticks(value)]
    elif test.field in ("min", "max"):
        sql, values = f"article.minutes {'>=' if test.field == 'min' else '<='} ?", [value]
    elif test.field == "language":
        sql, values = "coalesce(article.language, '') LIKE ? || '%'", [value]
    elif test.field == "tag":
        own = "article.id IN (SELECT article_id FROM article_tag JOIN tag ON tag.id = tag_id WHERE tag.folded = ?)"
        theirs = "EXISTS (SELECT 1 FROM json_each(article.tags) WHERE lower(value) = ?)"
        sql, values = f"({own} OR {theirs})", [value, value]
    elif test.field == "has":
        sql = "article.images > 0"
    elif test.field == "is":
        sql = _STATES[value]
    return (f"NOT {sql}" if test.negative else sql), values


def _named(database: Any, field: str, words: str) -> SqlTest:  # noqa: ANN401
    """Feeds or sections with these words in their names; accents do not matter, which SQLite's LIKE cannot do."""
    if field == "feed":
        found = database.execute_sql("SELECT id, coalesce(own_title, title, url) FROM feed").fetchall()
        return "(article.feed_id IN (SELECT value FROM json_each(?)))", [_those(found, words)]
    names = [(name, name) for name in section_names(database)]
    return "(coalesce(article.section, '') COLLATE NOCASE IN (SELECT value FROM json_each(?)))", [_those(names, words)]


def _ruled(database: Any, words: str) -> SqlTest:  # noqa: ANN401
    """What the rule of this name has caught; where none is called so, what those caught that have it in their names."""
    found = database.execute_sql("SELECT id, name FROM rule WHERE removed = 0").fetchall()
    named = [(rule_id, folded(plain_name(name))) for rule_id, name in found]
    which = [one for one, name in named if name == words] or [one for one, name in named if words in name]
    caught = "SELECT article_id FROM rule_match WHERE rule_id IN (SELECT value FROM json_each(?))"
    return f"(article.id IN ({caught}))", [json.dumps(which)]


def _those(named: list[tuple[Any, str]], words: str) -> str:
    return json.dumps([key for key, name in named if words in folded(name)])


def section_names(database: Any) -> list[str]:  # noqa: ANN401
    """Every section, in one of its spellings, by leaps over the index: one for each."""
    found = database.execute_sql(
        "WITH RECURSIVE leap(name) AS (SELECT min(section COLLATE NOCASE) FROM article UNION ALL"
        " SELECT (SELECT section FROM article WHERE section > leap.name COLLATE NOCASE"
        " ORDER BY section COLLATE NOCASE LIMIT 1) FROM leap WHERE leap.name IS NOT NULL)"
        " SELECT name FROM leap WHERE name IS NOT NULL"
    )
    return [row[0] for row in found.fetchall()]


def ranked(database: Any, text: str, limit: int) -> list[ArticleId] | None:  # noqa: ANN401
    """Up to `limit` ids, best first, when words alone were searched; None when a filter has to decide."""
    query = query_of(text)
    if query.match is None or query.tests:
        return None
    expression, common = _at_once(database, query)
    if not common:
        sql = f"SELECT rowid FROM search WHERE search MATCH ? ORDER BY {_BM25} LIMIT ?"
        return [ArticleId(row[0]) for row in database.execute_sql(sql, (expression, limit)).fetchall()]
    found: dict[int, None] = {}
    for tier in (f"{{title}} : ({expression})" if query.without is None else expression, expression):
        sql = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?"
        found |= dict.fromkeys(row[0] for row in database.execute_sql(sql, (tier, limit)).fetchall())
    return [ArticleId(one) for one in found][:limit]


def snippets(database: Any, text: str, ids: list[ArticleId]) -> dict[ArticleId, str]:  # noqa: ANN401
    """The words around the hits in these articles' texts, hits between U+0002 and U+0003.

    A small index of these articles alone is asked: the library's would go through all that it knows of the words.
    """
    match = query_of(text).match
    if match is None or not ids:
        return {}
    sql = "SELECT rowid, title, kicker, author, body FROM search WHERE rowid IN (SELECT value FROM json_each(?))"
    with closing(sqlite3.connect(":memory:")) as desk:
        desk.execute(f"CREATE VIRTUAL TABLE search USING fts5(title, kicker, author, body, {TOKENS})")
        texts = database.execute_sql(sql, (json.dumps(ids),)).fetchall()
        desk.executemany("INSERT INTO search (rowid, title, kicker, author, body) VALUES (?, ?, ?, ?, ?)", texts)
        found = desk.execute(f"SELECT rowid, {_SNIPPET} FROM search WHERE search MATCH ?", (match,)).fetchall()
    return {ArticleId(row[0]): row[1] for row in found}


def suggestions(database: Any, text: str, limit: int) -> list[str]:  # noqa: ANN401
    """Whole searches that `text` may be the beginning of: feeds, sections, words of the newest headlines."""
    before, _, last = text.rpartition(" ")
    start = folded(last)
    if len(start) < 2 or start.startswith(("-", '"')) or ":" in start:
        return []
    feeds = database.execute_sql("SELECT coalesce(own_title, title, url) FROM feed WHERE removed = 0").fetchall()
    found = [f'feed:"{row[0]}"' for row in feeds if _begins(row[0], start) and '"' not in row[0]][:3]
    found += [f'section:"{name}"' for name in section_names(database) if _begins(name, start) and '"' not in name][:3]
    titles = database.execute_sql("SELECT title FROM article ORDER BY sort DESC, id DESC LIMIT 1000").fetchall()
    words = Counter(word for row in titles for word in re.findall(r"\w{3,}", row[0]) if folded(word).startswith(start))
    used: dict[str, str] = {}
    for word, _ in words.most_common():
        if folded(word) != start:
            used.setdefault(folded(word), word.lower())
    own = database.execute_sql("SELECT name FROM tag WHERE id IN (SELECT tag_id FROM article_tag)").fetchall()
    found += [f'tag:"{row[0]}"' for row in own if _begins(row[0], start) and '"' not in row[0]][:3]
    found += used.values()
    return [f"{before} {one}".lstrip() for one in found[:limit]]


def _begins(name: str, start: str) -> bool:
    return any(word.startswith(start) for word in folded(name).split())
