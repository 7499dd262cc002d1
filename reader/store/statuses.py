"""Read and starred, and where the reader stopped; every mark can be undone. Part of the store's facade."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from reader.core.changes import Changes
from reader.core.entities import ArticleId, ReadingPlace
from reader.store import duplicates, journal
from reader.store.encoding import to_ticks


def mark(database: Any, ids: Sequence[int], field: str, value: bool, origin: str) -> Changes:  # noqa: ANN401
    """Set `field` ("read" or "starred") where it differs; only what changed is journaled.

    One article of several feeds is marked in all of them. Marking as read what was read and has changed since takes
    note that the newest version is the one read.
    """
    with database.atomic():
        touched, reverse = set_marks(database, ids, field, value)
        if not touched:
            return Changes()
        kind = {"read": "mark-read", "starred": "star"} if value else {"read": "mark-unread", "starred": "unstar"}
        journal.write(database, kind[field], len(touched), reverse)
    return Changes(statuses=frozenset(map(ArticleId, touched)), counts=bool(reverse["ids"]), origin=origin)


def set_marks(
    database: Any,  # noqa: ANN401
    ids: Sequence[int],
    field: str,
    value: bool,
) -> tuple[list[int], dict[str, Any]]:
    """The same without a word in the journal, inside a transaction: the articles touched, and what takes it back."""
    column = {"read": "read", "starred": "starred"}[field]
    reading = field == "read" and value
    behind = " OR (? AND read_revision < (SELECT revision FROM article WHERE id = article_id))"
    differing = database.execute_sql(
        f"SELECT article_id, {column} <> ?, read_revision FROM status WHERE ({column} <> ?{behind})"
        " AND article_id IN (SELECT value FROM json_each(?))",
        (value, value, reading, json.dumps(duplicates.with_twins(database, ids))),
    ).fetchall()
    touched = [row[0] for row in differing]
    if not touched:
        return [], {}
    database.execute_sql(
        f"UPDATE status SET {column} = ?, changed_at = ?, read_revision = CASE WHEN ? THEN"
        " (SELECT revision FROM article WHERE id = article_id) ELSE read_revision END"
        " WHERE article_id IN (SELECT value FROM json_each(?))",
        (value, to_ticks(datetime.now(UTC)), reading, json.dumps(touched)),
    )
    reverse: dict[str, Any] = {"field": field, "value": int(not value), "ids": [row[0] for row in differing if row[1]]}
    if reading:
        reverse["seen"] = _by_revision((row[0], row[2]) for row in differing)
    return touched, reverse


def _by_revision(seen: Iterable[tuple[int, int | None]]) -> list[tuple[int | None, list[int]]]:
    """Articles by the revision that was read before, so that undoing knows it; compact for thousands of them."""
    groups: dict[int | None, list[int]] = {}
    for article_id, revision in seen:
        groups.setdefault(revision, []).append(article_id)
    return list(groups.items())


def save_place(database: Any, article_id: ArticleId, place: ReadingPlace) -> None:  # noqa: ANN401
    """Remember where the reader stopped."""
    database.execute_sql(
        "UPDATE status SET place_block = ?, place_ratio = ? WHERE article_id = ?",
        (place.block, place.ratio, article_id),
    )
