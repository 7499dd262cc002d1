"""The lasting tray: typed lines that stay until they are seen, and after. Part of the store's facade."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reader.core.changes import Changes
from reader.core.entities import ArticleId, FeedId, Notification, NotificationId, NotificationKind
from reader.store import duplicates
from reader.store.encoding import from_ticks, to_ticks


def add(
    database: Any,  # noqa: ANN401
    kind: NotificationKind,
    title: str,
    text: str,
    article_ids: Sequence[ArticleId],
    feed_id: FeedId | None,
    now: datetime,
) -> Changes:
    """One more line in the tray."""
    database.execute_sql(
        "INSERT INTO notification (kind, title, text, article_ids, feed_id, at) VALUES (?, ?, ?, ?, ?, ?)",
        (kind.value, title, text, json.dumps(list(article_ids)), feed_id, to_ticks(now)),
    )
    return Changes(notifications=True)


def replace(
    database: Any,  # noqa: ANN401
    old: NotificationId | None,
    kind: NotificationKind,
    title: str,
    text: str,
    article_ids: Sequence[ArticleId],
    feed_id: FeedId | None,
    now: datetime,
) -> NotificationId:
    """A line in the place of `old`, if that is still there and unseen; else one more line. Its id."""
    if old is not None:
        database.execute_sql("DELETE FROM notification WHERE id = ? AND seen = 0", (old,))
    add(database, kind, title, text, article_ids, feed_id, now)
    return NotificationId(database.execute_sql("SELECT last_insert_rowid()").fetchone()[0])


def replace_update(
    database: Any,  # noqa: ANN401
    title: str,
    text: str,
    article_id: ArticleId,
    feed_id: FeedId,
    now: datetime,
) -> Changes:
    """The one line about this article's updates, in the place of the one before."""
    about = [json.dumps([one]) for one in duplicates.with_twins(database, [article_id])]
    with database.atomic():
        database.execute_sql(
            "DELETE FROM notification WHERE kind = 'updated' AND article_ids IN (SELECT value FROM json_each(?))",
            (json.dumps(about),),
        )
        return add(database, NotificationKind.UPDATED, title, text, (article_id,), feed_id, now)


def newest(database: Any, limit: int) -> list[Notification]:  # noqa: ANN401
    """The tray's content, newest first."""
    rows = database.execute_sql(
        "SELECT id, kind, title, text, article_ids, feed_id, at, seen FROM notification"
        " ORDER BY at DESC, id DESC LIMIT ?",
        (limit,),
    )
    return [_notification(row) for row in rows.fetchall()]


def unseen(database: Any) -> int:  # noqa: ANN401
    """The bell's number."""
    return int(database.execute_sql("SELECT count(*) FROM notification WHERE seen = 0").fetchone()[0])


def mark_seen(database: Any) -> Changes:  # noqa: ANN401
    """The reader has opened the tray."""
    changed = database.execute_sql("UPDATE notification SET seen = 1 WHERE seen = 0").rowcount
    return Changes(notifications=changed > 0)


def _notification(row: tuple[Any, ...]) -> Notification:
    at = from_ticks(row[6])
    assert at is not None
    return Notification(
        id=NotificationId(row[0]),
        kind=NotificationKind(row[1]),
        title=row[2],
        text=row[3],
        article_ids=tuple(map(ArticleId, json.loads(row[4]))),
        feed_id=None if row[5] is None else FeedId(row[5]),
        at=at,
        seen=bool(row[7]),
    )
