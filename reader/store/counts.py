"""The numbers beside views, feeds and folders: from counters that triggers keep, else from an index.

Part of the store's facade.
"""

from typing import Any

from reader.core.filters import ArticleFilter, View
from reader.store import queries
from reader.store.encoding import to_ticks

_REMOVED = "SELECT id FROM feed WHERE removed = 1"


def totals(database: Any) -> dict[View, int]:  # noqa: ANN401
    """What the sidebar shows beside each view: unread ones, but all of Starred and Updated."""
    unread, total = database.execute_sql(
        "SELECT coalesce(sum(unread), 0), coalesce(sum(total), 0) FROM feed WHERE removed = 0"
    ).fetchone()
    today = database.execute_sql(
        "SELECT count(*) FROM status WHERE read = 0 AND article_id IS NOT NULL AND sort >= ?"
        f" AND +feed_id NOT IN ({_REMOVED})",
        (to_ticks(queries.since_midnight()),),
    ).fetchone()[0]
    return {
        View.ALL: total,
        View.UNREAD: unread,
        View.TODAY: today,
        View.STARRED: count(database, ArticleFilter(View.STARRED)),
        View.UPDATED: count(database, ArticleFilter(View.UPDATED)),
    }


def folders(database: Any) -> dict[str, tuple[int, int]]:  # noqa: ANN401
    """Unread and all articles of each folder in use, by its name."""
    found = database.execute_sql(
        "SELECT folder.name, sum(feed.unread), sum(feed.total) FROM feed JOIN folder ON folder.id = feed.folder_id"
        " WHERE feed.removed = 0 GROUP BY folder.id ORDER BY folder.name COLLATE NOCASE"
    )
    return {row[0]: (row[1], row[2]) for row in found.fetchall()}


def count(database: Any, wanted: ArticleFilter) -> int:  # noqa: ANN401
    """How many articles a list would show."""
    if wanted.keep:
        return len(queries.ids(database, wanted, None, 0))
    plain = ArticleFilter(wanted.view, wanted.feed_id, wanted.folder, order=wanted.order, grouping=wanted.grouping)
    if wanted == plain and wanted.view in (View.HOME, View.ALL, View.UNREAD):
        return _counted(database, wanted)
    if wanted == plain and wanted.view is View.UPDATED:
        return queries.counted_updated(database, wanted)
    return queries.counted(database, wanted)


def _counted(database: Any, wanted: ArticleFilter) -> int:  # noqa: ANN401
    """From the feeds' own counters, and the starred articles of feeds left."""
    column = "unread" if wanted.view is View.UNREAD else "total"
    test = "1"
    values: list[int | str] = []
    if wanted.feed_id is not None:
        test, values = test + " AND feed.id = ?", [*values, wanted.feed_id]
    if wanted.folder is not None:
        test += f" AND feed.id IN ({queries.IN_FOLDER})"
        values = [*values, wanted.folder]
    sql = f"SELECT coalesce(sum({column}), 0) FROM feed WHERE removed = 0 AND {test}"
    found = int(database.execute_sql(sql, values).fetchone()[0])
    unread = " AND status.read = 0" if wanted.view is View.UNREAD else ""
    left = (
        "SELECT count(*) FROM status JOIN feed ON feed.id = status.feed_id"
        f" WHERE status.starred = 1 AND status.article_id IS NOT NULL AND feed.removed = 1 AND {test}{unread}"
    )
    if database.execute_sql(_REMOVED + " LIMIT 1").fetchone():
        found += int(database.execute_sql(left, values).fetchone()[0])
    return found
