"""The numbers beside views, feeds and folders: from counters that triggers keep, else from an index.

Part of the store's facade.
"""

from typing import Any

from reader.core.filters import ArticleFilter, View
from reader.store import duplicates, queries

_REMOVED = "SELECT id FROM feed WHERE removed = 1"


def totals(database: Any) -> dict[View, int]:  # noqa: ANN401
    """What the sidebar shows beside each view: unread ones, but all of Starred and Updated."""
    unread, total = database.execute_sql(
        "SELECT coalesce(sum(unread), 0), coalesce(sum(total), 0) FROM feed WHERE removed = 0"
    ).fetchone()
    return {
        View.ALL: total - queries.left_out(database, ArticleFilter(View.ALL)),
        View.UNREAD: unread - queries.left_out(database, ArticleFilter(View.UNREAD)),
        View.TODAY: count(database, ArticleFilter(View.TODAY, hide_read=True)),
        View.STARRED: count(database, ArticleFilter(View.STARRED)),
        View.UPDATED: count(database, ArticleFilter(View.UPDATED)),
        View.MUTED: count(database, ArticleFilter(View.MUTED)),
        View.ARCHIVE: count(database, ArticleFilter(View.ARCHIVE)),
    }


def folders(database: Any) -> dict[str, tuple[int, int]]:  # noqa: ANN401
    """Unread and all articles of each folder in use, by its name; one article of several of its feeds counts once."""
    found = database.execute_sql(
        "SELECT folder.name, folder.id, sum(feed.unread), sum(feed.total) FROM feed"
        " JOIN folder ON folder.id = feed.folder_id"
        " WHERE feed.removed = 0 GROUP BY folder.id ORDER BY folder.name COLLATE NOCASE"
    ).fetchall()
    twins = _twins_by_folder(database) if duplicates.any_stories(database) else {}
    left = {row[0]: twins.get(row[1], (0, 0)) for row in found}
    return {row[0]: (row[2] - left[row[0]][0], row[3] - left[row[0]][1]) for row in found}


def _twins_by_folder(database: Any) -> dict[int, tuple[int, int]]:  # noqa: ANN401
    """Unread and all articles that another one of the same folder stands for, in one pass over all of them."""
    found = database.execute_sql(
        "SELECT feed.folder_id, sum(status.read = 0), count(*) FROM article INDEXED BY article_twin"
        " CROSS JOIN feed ON feed.id = article.feed_id CROSS JOIN status ON status.article_id = article.id"
        " WHERE article.turn > 0 AND article.aside = 0 AND feed.removed = 0 AND feed.folder_id IS NOT NULL AND EXISTS ("
        "SELECT 1 FROM article AS twin CROSS JOIN feed AS its ON its.id = twin.feed_id WHERE twin.story = article.story"
        " AND twin.turn < article.turn AND twin.aside = 0 AND its.removed = 0"
        " AND its.folder_id = feed.folder_id) GROUP BY 1"
    )
    return {row[0]: (row[1], row[2]) for row in found.fetchall()}


def count(database: Any, wanted: ArticleFilter) -> int:  # noqa: ANN401
    """How many articles a list would show."""
    if wanted.keep:
        return len(queries.ids(database, wanted, None, 0))
    plain = ArticleFilter(wanted.view, wanted.feed_id, wanted.folder, order=wanted.order, grouping=wanted.grouping)
    if wanted == plain and wanted.view in (View.HOME, View.ALL, View.UNREAD, View.MUTED, View.ARCHIVE):
        return _counted(database, wanted)
    if wanted == plain and wanted.view is View.UPDATED:
        return queries.counted_updated(database, wanted)
    return queries.counted(database, wanted)


def _counted(database: Any, wanted: ArticleFilter) -> int:  # noqa: ANN401
    """From the feeds' own counters, and the starred articles of feeds left."""
    column = {View.UNREAD: "unread", View.MUTED: "muted", View.ARCHIVE: "archived"}.get(wanted.view, "total")
    test = "1"
    values: list[int | str] = []
    if wanted.feed_id is not None:
        test, values = test + " AND feed.id = ?", [*values, wanted.feed_id]
    if wanted.folder is not None:
        test += f" AND feed.id IN ({queries.IN_FOLDER})"
        values = [*values, wanted.folder]
    # What is archived stays when its feed is left.
    shown = "1" if wanted.view is View.ARCHIVE else "removed = 0"
    sql = f"SELECT coalesce(sum({column}), 0) FROM feed WHERE {shown} AND {test}"
    found = int(database.execute_sql(sql, values).fetchone()[0])
    unread = " AND status.read = 0" if wanted.view is View.UNREAD else ""
    unread += " AND status.aside IN (1, 3)" if wanted.view is View.MUTED else " AND status.aside = 0"
    left = (
        "SELECT count(*) FROM status JOIN feed ON feed.id = status.feed_id"
        f" WHERE status.starred = 1 AND status.article_id IS NOT NULL AND feed.removed = 1 AND {test}{unread}"
    )
    if wanted.view is not View.ARCHIVE and database.execute_sql(_REMOVED + " LIMIT 1").fetchone():
        found += int(database.execute_sql(left, values).fetchone()[0])
    return found - queries.left_out(database, ArticleFilter(wanted.view, folder=wanted.folder, feed_id=wanted.feed_id))
