"""Read and starred, and where the reader stopped; every mark can be undone. Part of the store's facade."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from reader.core.changes import Changes
from reader.core.entities import ArticleId, ReadingPlace
from reader.store import journal
from reader.store.encoding import to_ticks


def mark(database: Any, ids: Sequence[int], field: str, value: bool, origin: str) -> Changes:  # noqa: ANN401
    """Set `field` ("read" or "starred") where it differs; only what changed is journaled."""
    column = {"read": "read", "starred": "starred"}[field]
    with database.atomic():
        changed = database.execute_sql(
            f"UPDATE status SET {column} = ?, changed_at = ?, read_revision = CASE WHEN ? THEN"
            " (SELECT revision FROM article WHERE id = article_id) ELSE read_revision END"
            f" WHERE {column} <> ? AND article_id IN (SELECT value FROM json_each(?)) RETURNING article_id",
            (value, to_ticks(datetime.now(UTC)), field == "read" and value, value, json.dumps(list(ids))),
        ).fetchall()
        touched = [row[0] for row in changed]
        if not touched:
            return Changes()
        kind = {"read": "mark-read", "starred": "star"} if value else {"read": "mark-unread", "starred": "unstar"}
        journal.write(database, kind[field], len(touched), {"field": field, "value": int(not value), "ids": touched})
    return Changes(statuses=frozenset(map(ArticleId, touched)), counts=True, origin=origin)


def save_place(database: Any, article_id: ArticleId, place: ReadingPlace) -> None:  # noqa: ANN401
    """Remember where the reader stopped."""
    database.execute_sql(
        "UPDATE status SET place_block = ?, place_ratio = ? WHERE article_id = ?",
        (place.block, place.ratio, article_id),
    )
