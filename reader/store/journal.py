"""Reversible operations and how to reverse them: undo lasts, because it is rows. Part of the store's facade."""

import json
from datetime import UTC, datetime
from typing import Any

from reader.core.changes import Changes
from reader.core.entities import ArticleId, FeedId, JournalEntry, JournalId
from reader.store import smart
from reader.store.encoding import from_ticks, to_ticks

_FEED_COLUMNS = {"removed", "own_title", "folder_id", "full_text", "attachments", "reflag"}


def write(database: Any, kind: str, count: int, reverse: dict[str, Any]) -> None:  # noqa: ANN401
    """Add an operation; called inside its own transaction. `reverse` holds what `undo` needs."""
    database.execute_sql(
        "INSERT INTO journal (kind, count, at, reverse) VALUES (?, ?, ?, ?)",
        (kind, count, to_ticks(datetime.now(UTC)), json.dumps(reverse)),
    )


def entries(database: Any, limit: int) -> list[JournalEntry]:  # noqa: ANN401
    """The newest operations first."""
    rows = database.execute_sql("SELECT id, kind, count, at, undone FROM journal ORDER BY id DESC LIMIT ?", (limit,))
    return [_entry(row) for row in rows.fetchall()]


def undo(database: Any, entry: JournalId | None = None) -> tuple[JournalEntry, Changes] | None:  # noqa: ANN401
    """Reverse `entry`, or the newest operation that is not undone yet; None when there is no such operation."""
    with database.atomic():
        row = database.execute_sql(
            "SELECT id, kind, count, at, 1, reverse FROM journal WHERE undone = 0 AND id = coalesce(?, id)"
            " ORDER BY id DESC LIMIT 1",
            (entry,),
        ).fetchone()
        if row is None:
            return None
        changes = _reverse(database, json.loads(row[5]))
        database.execute_sql("UPDATE journal SET undone = 1 WHERE id = ?", (row[0],))
    return _entry(row[:5]), changes


def _reverse(database: Any, reverse: dict[str, Any]) -> Changes:  # noqa: ANN401
    if "feeds" in reverse:
        for feed_id, columns in reverse["feeds"]:
            for name in columns.keys() & _FEED_COLUMNS:
                database.execute_sql(f"UPDATE feed SET {name} = ? WHERE id = ?", (columns[name], feed_id))
        return Changes(feeds=frozenset(FeedId(feed_id) for feed_id, _ in reverse["feeds"]), counts=True)
    if "smart_feed" in reverse:
        smart.restore(database, reverse["smart_feed"])
        return Changes(counts=True)
    column = {"read": "read", "starred": "starred"}[reverse["field"]]
    ids = set(reverse["ids"])
    database.execute_sql(
        f"UPDATE status SET {column} = ? WHERE article_id IN (SELECT value FROM json_each(?))",
        (reverse["value"], json.dumps(list(ids))),
    )
    for revision, seen in reverse.get("seen", ()):
        database.execute_sql(
            "UPDATE status SET read_revision = ? WHERE article_id IN (SELECT value FROM json_each(?))",
            (revision, json.dumps(seen)),
        )
        ids.update(seen)
    return Changes(statuses=frozenset(map(ArticleId, ids)), counts=True)


def _entry(row: tuple[Any, ...]) -> JournalEntry:
    at = from_ticks(row[3])
    assert at is not None
    return JournalEntry(JournalId(row[0]), row[1], row[2], at, bool(row[4]))
