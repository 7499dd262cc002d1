"""Subscriptions: adding, leaving, health. Part of the store's facade; see `Store`."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from reader.core.changes import Changes
from reader.core.entities import Feed, FeedId, FullText, NotificationKind, ParsedFeed, Validators
from reader.store import journal, notifications
from reader.store.encoding import from_ticks, normal_address, to_ticks

_SELECT = """
SELECT feed.id, feed.url, coalesce(feed.own_title, feed.title, feed.url), feed.site_url, folder.name, feed.full_text,
       feed.etag, feed.last_modified, feed.content_hash, feed.last_success, feed.last_error, feed.failures,
       feed.next_due, feed.interval_minutes, feed.unread, feed.total, feed.icon_file, feed.attachments, feed.reflag,
       feed.retention
FROM feed LEFT JOIN folder ON folder.id = feed.folder_id WHERE feed.removed = 0
"""

_CHANGES = {
    "own_title": "rename-feed",
    "folder_id": "move-feed",
    "full_text": "change-full-text",
    "attachments": "change-attachments",
    "reflag": "reflag-feed",
    "retention": "change-retention",
}


def _feed(row: tuple[Any, ...]) -> Feed:
    return Feed(
        id=FeedId(row[0]),
        url=row[1],
        title=row[2],
        site_url=row[3],
        folder=row[4],
        full_text=FullText(row[5]),
        validators=Validators(row[6], row[7], row[8]),
        last_success=from_ticks(row[9]),
        last_error=row[10],
        failures=row[11],
        next_due=from_ticks(row[12]),
        interval_minutes=row[13],
        unread=row[14],
        total=row[15],
        icon_file=row[16],
        attachments=bool(row[17]),
        reflag=row[18],
        retention=row[19],
    )


def folder_id(database: Any, name: str | None) -> int | None:  # noqa: ANN401
    """The id of the folder called `name`, made when it is new; None for no folder."""
    if not name:
        return None
    database.execute_sql("INSERT INTO folder (name) VALUES (?) ON CONFLICT DO NOTHING", (name,))
    return int(database.execute_sql("SELECT id FROM folder WHERE name = ?", (name,)).fetchone()[0])


def add(database: Any, url: str, values: Mapping[str, str | None]) -> tuple[FeedId, Changes]:  # noqa: ANN401
    """Subscribe. An address already subscribed gives its id and no changes; one left earlier comes back as it was."""
    with database.atomic():
        feed_id, fresh = _subscribe(database, url, values)
    return feed_id, Changes(feeds=frozenset({feed_id}), counts=True) if fresh else Changes()


def add_many(database: Any, wanted: Sequence[tuple[str, Mapping[str, str | None]]]) -> tuple[list[FeedId], Changes]:  # noqa: ANN401
    """Subscribe to many at once, as one operation that can be undone; the ids of those that are new."""
    with database.atomic():
        made = [_subscribe(database, url, values) for url, values in wanted]
        added = [feed_id for feed_id, fresh in made if fresh]
        if added:
            undone = {"feeds": [[feed_id, {"removed": 1}] for feed_id in added]}
            journal.write(database, "import", len(added), undone)
    return added, Changes(feeds=frozenset(added), counts=bool(added))


def _subscribe(database: Any, url: str, values: Mapping[str, str | None]) -> tuple[FeedId, bool]:  # noqa: ANN401
    address = normal_address(url)
    held = database.execute_sql("SELECT id, removed FROM feed WHERE address = ?", (address,)).fetchone()
    if held and not held[1]:
        return FeedId(held[0]), False
    if held:
        database.execute_sql("UPDATE feed SET removed = 0, next_due = NULL WHERE id = ?", (held[0],))
        return FeedId(held[0]), True
    own = (values["title"], values["site_url"], values["full_text"], folder_id(database, values["folder"]))
    cursor = database.execute_sql(
        "INSERT INTO feed (url, address, title, site_url, full_text, folder_id) VALUES (?, ?, ?, ?, ?, ?)",
        (url.strip(), address, *own),
    )
    return FeedId(cursor.lastrowid), True


def is_subscribed(database: Any, url: str) -> bool:  # noqa: ANN401
    """Whether a subscription has this address, normalised."""
    sql = "SELECT 1 FROM feed WHERE address = ? AND removed = 0"
    return database.execute_sql(sql, (normal_address(url),)).fetchone() is not None


def change(database: Any, feed_id: FeedId, column: str, value: str | int | None) -> Changes:  # noqa: ANN401
    """Set one of `_CHANGES`; can be undone."""
    kind = _CHANGES[column]
    with database.atomic():
        row = database.execute_sql(f"SELECT {column} FROM feed WHERE id = ? AND removed = 0", (feed_id,)).fetchone()
        if row is None or row[0] == value:
            return Changes()
        database.execute_sql(f"UPDATE feed SET {column} = ? WHERE id = ?", (value, feed_id))
        journal.write(database, kind, 1, {"feeds": [[feed_id, {column: row[0]}]]})
    return Changes(feeds=frozenset({feed_id}), counts=True)


def _inside(database: Any, folder: str) -> list[tuple[FeedId, int, str]]:  # noqa: ANN401
    """The feeds of a folder and of those inside it: id, folder's id and name."""
    sql = "SELECT feed.id, folder.id, folder.name FROM feed JOIN folder ON folder.id = folder_id WHERE removed = 0"
    found = database.execute_sql(f"{sql} AND instr(folder.name || ' / ', ? || ' / ') = 1", (folder,)).fetchall()
    return [(FeedId(row[0]), row[1], row[2]) for row in found]


def call_folder(database: Any, old: str, new: str) -> Changes:  # noqa: ANN401
    """A folder has another name, or stands in another one; what lies deeper goes along. One operation."""
    with database.atomic():
        held = _inside(database, old) if new.strip() and new != old else []
        for feed_id, _, name in held:
            there = folder_id(database, new + name[len(old) :])
            database.execute_sql("UPDATE feed SET folder_id = ? WHERE id = ?", (there, feed_id))
        if held:
            back = [[feed_id, {"folder_id": folder}] for feed_id, folder, _ in held]
            journal.write(database, "move-feed", len(held), {"feeds": back})
    return Changes(feeds=frozenset(one for one, _, _ in held), counts=bool(held))


def leave_folder(database: Any, folder: str) -> Changes:  # noqa: ANN401
    """Unsubscribe from all feeds of a folder and of those inside it, as one operation."""
    with database.atomic():
        held = [one for one, _, _ in _inside(database, folder)]
        for feed_id in held:
            database.execute_sql("UPDATE feed SET removed = 1 WHERE id = ?", (feed_id,))
        if held:
            back = [[feed_id, {"removed": 0}] for feed_id in held]
            journal.write(database, "remove-feed", len(held), {"feeds": back})
    return Changes(feeds=frozenset(held), counts=bool(held))


def folders(database: Any) -> list[str]:  # noqa: ANN401
    """The folders in use, by name."""
    rows = database.execute_sql(
        "SELECT name FROM folder WHERE id IN (SELECT folder_id FROM feed WHERE removed = 0)"
        " ORDER BY name COLLATE NOCASE"
    )
    return [row[0] for row in rows.fetchall()]


def remove(database: Any, feed_id: FeedId) -> Changes:  # noqa: ANN401
    """Unsubscribe. Nothing is deleted: the feed is hidden, starred articles stay, the journal brings it back."""
    with database.atomic():
        changed = database.execute_sql("UPDATE feed SET removed = 1 WHERE id = ? AND removed = 0", (feed_id,)).rowcount
        if not changed:
            return Changes()
        journal.write(database, "remove-feed", 1, {"feeds": [[feed_id, {"removed": 0}]]})
    return Changes(feeds=frozenset({feed_id}), counts=True)


def subscribed(database: Any) -> list[Feed]:  # noqa: ANN401
    """All subscriptions by folder and title."""
    rows = database.execute_sql(_SELECT + " ORDER BY folder.name IS NULL, folder.name, 3 COLLATE NOCASE").fetchall()
    return [_feed(row) for row in rows]


def due(database: Any, now: datetime) -> list[Feed]:  # noqa: ANN401
    """The feeds whose time has come, longest waiting first. Only http(s) feeds are fetched."""
    sql = (
        _SELECT + " AND feed.url LIKE 'http%' AND (feed.next_due IS NULL OR feed.next_due <= ?) ORDER BY feed.next_due"
    )
    return [_feed(row) for row in database.execute_sql(sql, (to_ticks(now),)).fetchall()]


def succeeded(
    database: Any,  # noqa: ANN401
    feed_id: FeedId,
    now: datetime,
    next_due: datetime,
    validators: Validators,
    parsed: ParsedFeed | None,
    *,
    moved_to: str | None,
    icon_file: str | None,
) -> Changes:
    """A fetch that went well; `parsed` is None when the server said "not modified".

    A permanent redirect is believed when it is seen for the second time: the subscription then takes the new address,
    unless another subscription has it, and the tray says so.
    """
    with database.atomic():
        database.execute_sql(
            "UPDATE feed SET last_success = ?, last_error = NULL, failures = 0, next_due = ?, etag = ?,"
            " last_modified = ?, content_hash = ?, title = coalesce(?, title), site_url = coalesce(?, site_url),"
            " icon_file = coalesce(?, icon_file), icon_url = coalesce(?, icon_url), interval_minutes = ? WHERE id = ?",
            (
                to_ticks(now),
                to_ticks(next_due),
                validators.etag,
                validators.last_modified,
                validators.content_hash,
                parsed.title if parsed else None,
                parsed.site_url if parsed else None,
                icon_file,
                parsed.icon if parsed else None,
                max(1, round((next_due - now).total_seconds() / 60)),
                feed_id,
            ),
        )
        moved = _follow(database, feed_id, moved_to)
    return Changes(feeds=frozenset({feed_id}), counts=moved)


def _follow(database: Any, feed_id: FeedId, moved_to: str | None) -> bool:  # noqa: ANN401
    row = database.execute_sql("SELECT moved_to FROM feed WHERE id = ?", (feed_id,)).fetchone()
    if row is None or moved_to is None or row[0] != moved_to:
        database.execute_sql("UPDATE feed SET moved_to = ? WHERE id = ?", (moved_to, feed_id))
        return False
    return bool(
        database.execute_sql(
            "UPDATE OR IGNORE feed SET url = ?, address = ?, moved_to = NULL WHERE id = ?",
            (moved_to, normal_address(moved_to), feed_id),
        ).rowcount
    )


def failed(database: Any, feed_id: FeedId, now: datetime, next_due: datetime, error: str) -> Changes:  # noqa: ANN401
    """A fetch that went wrong. The tray hears of the first failure only; the feed keeps its sentence until it heals."""
    with database.atomic():
        row = database.execute_sql(
            "UPDATE feed SET last_error = ?, failures = failures + 1, next_due = ? WHERE id = ?"
            " RETURNING failures, coalesce(own_title, title, url)",
            (error, to_ticks(next_due), feed_id),
        ).fetchone()
        first = row is not None and row[0] == 1
        if first:
            notifications.add(database, NotificationKind.FEED_BROKEN, row[1], error, (), feed_id, now)
    return Changes(feeds=frozenset({feed_id}), notifications=first)
