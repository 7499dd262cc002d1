"""Figures for the statistics: looked at by days through the index of the list, never through bodies."""

from datetime import datetime, timedelta
from typing import Any

from reader.core.entities import FeedId
from reader.core.figures import Day, FeedFigures, Figures
from reader.store.encoding import from_ticks, to_ticks

_DAYS = """
SELECT date(article.sort / 1000000, 'unixepoch', 'localtime'), count(*), sum(coalesce(status.read, 0))
FROM article JOIN feed ON feed.id = article.feed_id AND feed.removed = 0
LEFT JOIN status ON status.article_id = article.id
WHERE article.sort >= ? AND article.sort <= ? GROUP BY 1
"""
_FEEDS = """
SELECT feed.id, coalesce(feed.own_title, feed.title, feed.url), feed.total,
       (SELECT max(sort) FROM article WHERE feed_id = feed.id), feed.last_error
FROM feed WHERE feed.removed = 0 ORDER BY 2 COLLATE NOCASE
"""
_RECENT = """
SELECT article.feed_id, count(*), sum(coalesce(status.read, 0))
FROM article LEFT JOIN status ON status.article_id = article.id
WHERE article.sort >= ? AND article.sort <= ? GROUP BY 1
"""
_BYTES = """
SELECT article.feed_id, sum(asset.bytes) FROM asset
JOIN article_asset ON article_asset.asset_id = asset.id JOIN article ON article.id = article_asset.article_id
WHERE asset.state = 'stored' GROUP BY 1
"""


def figures(database: Any, now: datetime, days: int) -> Figures:  # noqa: ANN401
    """The last `days` days, today included, in the machine's zone; `now` is aware."""
    today = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    first = today - timedelta(days=days - 1)
    window = (to_ticks(first), to_ticks(now))
    counts = {row[0]: row[1:] for row in database.execute_sql(_DAYS, window).fetchall()}
    dates = [(today - timedelta(days=back)).date() for back in range(days - 1, -1, -1)]
    recent = {row[0]: row[1:] for row in database.execute_sql(_RECENT, window).fetchall()}
    sizes = dict(database.execute_sql(_BYTES).fetchall())
    feeds = []
    for feed_id, title, total, newest, error in database.execute_sql(_FEEDS).fetchall():
        arrived, read = recent.get(feed_id, (0, 0))
        size = sizes.get(feed_id) or 0
        feeds.append(FeedFigures(FeedId(feed_id), title, total, arrived, read, from_ticks(newest), size, error))
    unread = database.execute_sql("SELECT coalesce(sum(unread), 0) FROM feed WHERE removed = 0").fetchone()[0]
    starred = database.execute_sql(
        "SELECT count(*) FROM status WHERE starred = 1 AND article_id IS NOT NULL"
    ).fetchone()[0]
    total_bytes = database.execute_sql("SELECT coalesce(sum(bytes), 0) FROM asset WHERE state = 'stored'").fetchone()[0]
    by_day = tuple(Day(day, *counts.get(day.isoformat(), (0, 0))) for day in dates)
    return Figures(by_day, tuple(feeds), sum(feed.total for feed in feeds), unread, starred, total_bytes)
