"""Enclosures that the reader wants on the disk, and the icons of sites. Part of the store's facade."""

from datetime import datetime
from typing import Any

from reader.core.changes import Changes
from reader.core.entities import ArticleId, FeedId
from reader.core.plans import Attachment, IconJob
from reader.store.encoding import to_ticks


def want_by_feed(database: Any, article_id: ArticleId) -> None:  # noqa: ANN401
    """Inside the transaction that stores an article: its enclosures are wanted where its feed is set so."""
    database.execute_sql(
        "INSERT INTO attachment (url) SELECT enclosure.url FROM enclosure JOIN article ON article.id = article_id"
        " JOIN feed ON feed.id = feed_id WHERE article_id = ? AND feed.attachments ON CONFLICT DO NOTHING",
        (article_id,),
    )


def want(database: Any, article_id: ArticleId, url: str | None) -> Changes:  # noqa: ANN401
    """The reader asks for an article's enclosure, or for all of them; one that failed gets another chance."""
    rows = database.execute_sql(
        "INSERT INTO attachment (url) SELECT url FROM enclosure WHERE article_id = ? AND (? IS NULL OR url = ?)"
        " ON CONFLICT (url) DO UPDATE SET state = 'wanted', tries = 0, error = NULL, retry_at = NULL"
        " WHERE state <> 'stored' RETURNING id",
        (article_id, url, url),
    ).fetchall()
    return Changes(updated=frozenset({article_id}) if rows else frozenset())


def wanted(database: Any, now: datetime, limit: int, article_id: ArticleId | None = None) -> list[Attachment]:  # noqa: ANN401
    """Enclosures to fetch now, of one article only when it is given."""
    rows = database.execute_sql(
        "SELECT attachment.id, attachment.url, min(enclosure.type), min(enclosure.bytes), attachment.tries,"
        " min(feed.url) FROM attachment JOIN enclosure ON enclosure.url = attachment.url JOIN article"
        " ON article.id = article_id JOIN feed ON feed.id = feed_id WHERE state = 'wanted'"
        " AND (retry_at IS NULL OR retry_at <= ?) AND (? IS NULL OR article_id = ?)"
        " GROUP BY attachment.id ORDER BY attachment.id DESC LIMIT ?",
        (to_ticks(now), article_id, article_id, limit),
    ).fetchall()
    return [Attachment(*row) for row in rows]


def stored(database: Any, attachment_id: int, file: str, size: int) -> Changes:  # noqa: ANN401
    """An enclosure is on the disk; `file` is relative to the data folder."""
    database.execute_sql(
        "UPDATE attachment SET state = 'stored', file = ?, bytes = ?, error = NULL, retry_at = NULL WHERE id = ?",
        (file, size, attachment_id),
    )
    return Changes(updated=_articles(database, attachment_id))


def failed(database: Any, attachment_id: int, error: str, retry_at: datetime | None) -> Changes:  # noqa: ANN401
    """An enclosure could not be had; without `retry_at` it is given up until it is asked for again."""
    database.execute_sql(
        "UPDATE attachment SET tries = tries + 1, error = ?, retry_at = ?, state = ? WHERE id = ?",
        (error, to_ticks(retry_at), "wanted" if retry_at else "failed", attachment_id),
    )
    return Changes(updated=_articles(database, attachment_id))


def _articles(database: Any, attachment_id: int) -> frozenset[ArticleId]:  # noqa: ANN401
    rows = database.execute_sql(
        "SELECT article_id FROM enclosure WHERE url = (SELECT url FROM attachment WHERE id = ?)", (attachment_id,)
    ).fetchall()
    return frozenset(ArticleId(row[0]) for row in rows)


def icons_due(database: Any, now: datetime, limit: int) -> list[IconJob]:  # noqa: ANN401
    """Feeds that answered and whose icon was not looked for lately."""
    rows = database.execute_sql(
        "SELECT id, url, site_url, icon_url FROM feed WHERE removed = 0 AND url LIKE 'http%'"
        " AND last_success IS NOT NULL AND (icon_due IS NULL OR icon_due <= ?) LIMIT ?",
        (to_ticks(now), limit),
    ).fetchall()
    return [IconJob(FeedId(row[0]), row[1], row[2], row[3]) for row in rows]


def icon_looked_for(database: Any, feed_id: FeedId, file: str | None, due: datetime) -> Changes:  # noqa: ANN401
    """What came of looking for an icon; an icon that is held stays when none is found."""
    database.execute_sql(
        "UPDATE feed SET icon_file = coalesce(?, icon_file), icon_due = ? WHERE id = ?",
        (file, to_ticks(due), feed_id),
    )
    return Changes(feeds=frozenset({feed_id}) if file else frozenset())
