"""Lists, counts and search. A filter becomes SQL in exactly one function, `_where`. Part of the store's facade."""

import json
import re
from array import array
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reader.core.entities import Access, ArticleId, FeedId, Row, SearchHit
from reader.core.filters import ArticleFilter, View
from reader.store import duplicates
from reader.store.articles import offline_state
from reader.store.encoding import from_ticks, to_ticks

_WORD = re.compile(r"\w+")
_ROWS = f"""
SELECT article.id, article.feed_id, coalesce(feed.own_title, feed.title, feed.url), article.title, article.kicker,
       article.section, article.sort, article.minutes, status.read, status.starred, article.access, article.marker,
       status.read_revision, article.significant, article.images, article.images_stored,
       (SELECT file FROM article_asset JOIN asset ON asset.id = asset_id
        WHERE article_id = article.id AND file IS NOT NULL ORDER BY lead DESC, position LIMIT 1),
       {duplicates.ALSO_IN}
FROM article JOIN feed ON feed.id = article.feed_id JOIN status ON status.article_id = article.id
WHERE article.id IN (SELECT value FROM json_each(?))
"""


def match_expression(query: str) -> str | None:
    """Any words as an FTS5 expression that cannot be malformed: all must occur, the last may be a beginning."""
    words = _WORD.findall(query)
    if not words:
        return None
    return " ".join(f'"{word}"' for word in words[:-1]) + f' "{words[-1]}"*'


_UPDATED = (
    "(article.marker IS NOT NULL OR article.significant > 1)"
    " AND (article.marker IS NOT NULL OR article.significant > coalesce(status.read_revision, 1))"
)
_VIEWS = {
    View.HOME: "1",
    View.ALL: "1",
    View.UNREAD: "status.read = 0",
    View.STARRED: "status.starred = 1",
    View.TODAY: "article.sort >= ?",
    View.UPDATED: _UPDATED,
    View.SUBSCRIBER: "article.access IN ('subscriber', 'teaser')",
}
# The first table leads: it is the one whose index already has the order of the list.
_BY_ARTICLE = (
    "FROM article CROSS JOIN status ON status.article_id = article.id CROSS JOIN feed ON feed.id = article.feed_id"
)
_BY_STATUS = (
    "FROM status CROSS JOIN article ON article.id = status.article_id CROSS JOIN feed ON feed.id = article.feed_id"
)


def _since_midnight() -> datetime:
    """The beginning of the reader's own day."""
    return datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)


def _where(wanted: ArticleFilter) -> tuple[str, list[Any]]:
    """The one place where a filter becomes SQL. Articles of feeds left stay visible only when starred."""
    tests = [_VIEWS[wanted.view], "(feed.removed = 0 OR status.starred = 1)", duplicates.shown_once(wanted)]
    values: list[Any] = [to_ticks(_since_midnight())] if wanted.view is View.TODAY else []
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
    return " AND ".join(tests), values


def _source(wanted: ArticleFilter) -> str:
    narrow = wanted.view in (View.UNREAD, View.STARRED)
    return _BY_STATUS if narrow and wanted.feed_id is None and wanted.search is None else _BY_ARTICLE


def ids(database: Any, wanted: ArticleFilter, limit: int | None, offset: int) -> "array[int]":  # noqa: ANN401
    """The ids a list shows, newest first."""
    where, values = _where(wanted)
    source = _source(wanted)
    order = "status.sort DESC, status.article_id DESC" if source is _BY_STATUS else "article.sort DESC, article.id DESC"
    if wanted.keep:
        # Asked apart from the rest: an OR over both would keep the index from being used.
        kept = f"SELECT article.id, article.sort {_BY_ARTICLE} WHERE article.id IN (SELECT value FROM json_each(?))"
        sql = f"SELECT id FROM (SELECT article.id, article.sort {source} WHERE {where} UNION {kept})"
        sql += " ORDER BY sort DESC, id DESC LIMIT ? OFFSET ?"
        values.append(json.dumps(sorted(wanted.keep)))
    else:
        sql = f"SELECT article.id {source} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
    found = database.execute_sql(sql, (*values, -1 if limit is None else limit, offset))
    return array("q", (row[0] for row in found))


def totals(database: Any) -> dict[View, int]:  # noqa: ANN401
    """What the sidebar shows beside each view: unread ones, but all of Starred and Updated."""
    unread, total = database.execute_sql(
        "SELECT coalesce(sum(unread), 0), coalesce(sum(total), 0) FROM feed WHERE removed = 0"
    ).fetchone()
    today = database.execute_sql(
        f"SELECT count(*) {_BY_STATUS} WHERE status.read = 0 AND status.sort >= ? AND feed.removed = 0"
        f" AND {duplicates.shown_once(ArticleFilter(View.TODAY))}",
        (to_ticks(_since_midnight()),),
    ).fetchone()[0]
    twins, unread_twins = duplicates.left_out(database)
    return {
        View.ALL: total - twins,
        View.UNREAD: unread - unread_twins,
        View.TODAY: today,
        View.STARRED: count(database, ArticleFilter(View.STARRED)),
        View.UPDATED: count(database, ArticleFilter(View.UPDATED)),
    }


def sections(database: Any) -> list[str]:  # noqa: ANN401
    """The publishers' rubrics in use, by name."""
    found = database.execute_sql(
        "SELECT DISTINCT section COLLATE NOCASE FROM article WHERE section IS NOT NULL ORDER BY 1"
    )
    return [row[0] for row in found.fetchall()]


def count(database: Any, wanted: ArticleFilter) -> int:  # noqa: ANN401
    """How many articles a list would show."""
    if wanted.keep:
        return len(ids(database, wanted, None, 0))
    where, values = _where(wanted)
    return int(database.execute_sql(f"SELECT count(*) {_source(wanted)} WHERE {where}", values).fetchone()[0])


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
        also_in=duplicates.also_in(row[17]),
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
    once = set(duplicates.shown(database, snippets))
    return [SearchHit(row, snippets[row.id]) for row in rows(database, [one for one in snippets if one in once])]
