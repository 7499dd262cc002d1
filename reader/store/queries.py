"""Lists, counts and search. A filter becomes SQL in exactly one function, `_where`. Part of the store's facade."""

import json
import re
from array import array
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from reader.core.entities import Access, ArticleId, FeedId, Row, SearchHit
from reader.core.filters import ArticleFilter, View
from reader.store.articles import offline_state
from reader.store.encoding import from_ticks, to_ticks

_WORD = re.compile(r"\w+")
_ROWS = """
SELECT article.id, article.feed_id, coalesce(feed.own_title, feed.title, feed.url), article.title, article.kicker,
       article.section, article.sort, article.minutes, status.read, status.starred, article.access, article.marker,
       status.read_revision, article.revision, article.images, article.images_stored,
       (SELECT file FROM article_asset JOIN asset ON asset.id = asset_id
        WHERE article_id = article.id AND file IS NOT NULL ORDER BY lead DESC, position LIMIT 1)
FROM article JOIN feed ON feed.id = article.feed_id JOIN status ON status.article_id = article.id
WHERE article.id IN (SELECT value FROM json_each(?))
"""


def match_expression(query: str) -> str | None:
    """Any words as an FTS5 expression that cannot be malformed: all must occur, the last may be a beginning."""
    words = _WORD.findall(query)
    if not words:
        return None
    return " ".join(f'"{word}"' for word in words[:-1]) + f' "{words[-1]}"*'


def _where(wanted: ArticleFilter) -> tuple[str, list[Any]]:
    """The one place where a filter becomes SQL. Articles of feeds left stay visible only when starred."""
    views = {
        View.HOME: "1",
        View.ALL: "1",
        View.UNREAD: "status.read = 0",
        View.STARRED: "status.starred = 1",
        View.TODAY: "status.sort >= ?",
        View.UPDATED: "(article.marker IS NOT NULL OR article.revision > coalesce(status.read_revision, 1))",
        View.SUBSCRIBER: "article.access IN ('subscriber', 'teaser')",
    }
    today = datetime.now(UTC) - timedelta(days=1)
    tests = [views[wanted.view]]
    values: list[Any] = [to_ticks(today)] if wanted.view is View.TODAY else []
    tests.append("(feed.removed = 0 OR status.starred = 1)")
    if wanted.feed_id is not None:
        tests.append("article.feed_id = ?")
        values.append(wanted.feed_id)
    if wanted.folder is not None:
        tests.append("feed.folder_id = (SELECT id FROM folder WHERE name = ?)")
        values.append(wanted.folder)
    if wanted.section is not None:
        tests.append("article.section = ? COLLATE NOCASE")
        values.append(wanted.section)
    if wanted.search is not None:
        tests.append("article.id IN (SELECT rowid FROM search WHERE search MATCH ?)")
        values.append(match_expression(wanted.search) or '""')
    sql = " AND ".join(tests)
    if wanted.keep:
        sql = f"({sql}) OR article.id IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(sorted(wanted.keep)))
    return sql, values


_FROM = "FROM status JOIN article ON article.id = status.article_id JOIN feed ON feed.id = article.feed_id"


def ids(database: Any, wanted: ArticleFilter, limit: int | None, offset: int) -> "array[int]":  # noqa: ANN401
    """The ids a list shows, newest first."""
    where, values = _where(wanted)
    sql = f"SELECT article.id {_FROM} WHERE {where} ORDER BY status.sort DESC, article.id DESC LIMIT ? OFFSET ?"
    found = database.execute_sql(sql, (*values, -1 if limit is None else limit, offset))
    return array("q", (row[0] for row in found))


def count(database: Any, wanted: ArticleFilter) -> int:  # noqa: ANN401
    """How many articles a list would show."""
    where, values = _where(wanted)
    return int(database.execute_sql(f"SELECT count(*) {_FROM} WHERE {where}", values).fetchone()[0])


def rows(database: Any, wanted: Sequence[ArticleId]) -> list[Row]:  # noqa: ANN401
    """The rows of these articles in the given order; unknown ids are left out."""
    found = database.execute_sql(_ROWS, (json.dumps(list(wanted)),)).fetchall()
    by_id = {row[0]: _row(row) for row in found}
    return [by_id[article_id] for article_id in wanted if article_id in by_id]


def _row(row: tuple[Any, ...]) -> Row:
    published, access = from_ticks(row[6]), Access(row[10])
    assert published is not None
    return Row(
        id=ArticleId(row[0]),
        feed_id=FeedId(row[1]),
        feed=row[2],
        title=row[3],
        kicker=row[4],
        section=row[5],
        published=published,
        minutes=row[7],
        read=bool(row[8]),
        starred=bool(row[9]),
        access=access,
        marker=row[11],
        changed=row[12] is not None and row[13] > row[12],
        offline=offline_state(access, row[14], row[15], True),
        picture=row[16],
    )


def search(database: Any, query: str, limit: int) -> list[SearchHit]:  # noqa: ANN401
    """Articles with all the words, best first; accents do not matter, no query is malformed."""
    expression = match_expression(query)
    if expression is None:
        return []
    found = database.execute_sql(
        "SELECT rowid, snippet(search, 3, char(2), char(3), '…', 24) FROM search"
        " WHERE search MATCH ? ORDER BY bm25(search, 8, 4, 2, 1) LIMIT ?",
        (expression, limit),
    ).fetchall()
    snippets = {ArticleId(row[0]): row[1] for row in found}
    return [SearchHit(row, snippets[row.id]) for row in rows(database, list(snippets))]
