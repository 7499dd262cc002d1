"""Reversible operations and how to reverse them: undo lasts, because it is rows. Part of the store's facade."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from reader.core.changes import Changes
from reader.core.entities import ArticleId, FeedId, JournalEntry, JournalId
from reader.store import bin as bin_
from reader.store import rules, smart, tags
from reader.store.encoding import from_ticks, to_ticks

_FEED_COLUMNS = {"removed", "own_title", "folder_id", "full_text", "attachments", "reflag", "retention"}

BY_ITSELF = "daily-clean-up"  # undone where it is named: "undo" is about what the reader did


def write(database: Any, kind: str, count: int, reverse: dict[str, Any]) -> JournalId:  # noqa: ANN401
    """Add an operation; called inside its own transaction. `reverse` holds what `undo` needs. The operation's id.

    What was undone before can be done again no more: it belongs to a past that is left. An article that counts as read
    because it was opened leaves no past, nor does the engine's own tidying.
    """
    if (kind, count) != ("mark-read", 1) and kind != BY_ITSELF:
        database.execute_sql("UPDATE journal SET undone = 1 WHERE undone > 1")
    row = database.execute_sql(
        "INSERT INTO journal (kind, count, at, reverse) VALUES (?, ?, ?, ?) RETURNING id",
        (kind, count, to_ticks(datetime.now(UTC)), json.dumps(reverse)),
    ).fetchone()
    return JournalId(row[0])


def extend(database: Any, entry: JournalId, count: int, marks: list[dict[str, Any]]) -> None:  # noqa: ANN401
    """An operation goes on: a rule has come further down the library. An operation that was undone stays as it is."""
    database.execute_sql("UPDATE journal SET count = ? WHERE id = ? AND undone = 0", (count, entry))
    # By SQLite itself: a long run adds thousands of pieces to what is long already.
    for one in marks:
        sql = "UPDATE journal SET reverse = json_insert(reverse, '$.marks[#]', json(?)) WHERE id = ? AND undone = 0"
        database.execute_sql(sql, (json.dumps(one), entry))


def put_in_bin(
    database: Any,  # noqa: ANN401
    kind: str,
    ids: Sequence[int],
    what: str,
    operation: JournalId | None = None,
) -> JournalId | None:
    """Put articles into the bin, as an operation of their own or as more of one; its id, None where nothing changed.

    Called inside a transaction. What is in the bin knows its operation, so that the journal holds no long lists.
    """
    one = write(database, kind, 0, {}) if operation is None else operation
    count = len(bin_.put(database, ids, what, to_ticks(datetime.now(UTC)) or 0, one))
    if operation is None and not count:
        database.execute_sql("DELETE FROM journal WHERE id = ?", (one,))
        return None
    reverse = json.dumps({"bin": one})
    database.execute_sql("UPDATE journal SET count = count + ?, reverse = ? WHERE id = ?", (count, reverse, one))
    return one


def close(database: Any, entry: JournalId) -> None:  # noqa: ANN401
    """An operation was undone, and not by `undo`: it cannot be done again. Inside a transaction."""
    database.execute_sql("UPDATE journal SET undone = 1 WHERE id = ? AND undone = 0", (entry,))


def entries(database: Any, limit: int) -> list[JournalEntry]:  # noqa: ANN401
    """The newest operations first."""
    rows = database.execute_sql("SELECT id, kind, count, at, undone FROM journal ORDER BY id DESC LIMIT ?", (limit,))
    return [_entry(row) for row in rows.fetchall()]


_NEXT = (
    "SELECT id, kind, count, at, undone, reverse FROM journal WHERE undone = 0 AND id = coalesce(?, id)"
    " AND (kind <> ? OR id = ?) ORDER BY id DESC LIMIT 1"
)


def next_undo(database: Any, entry: JournalId | None = None) -> JournalEntry | None:  # noqa: ANN401
    """The operation that `undo` would reverse."""
    row = database.execute_sql(_NEXT, (entry, BY_ITSELF, entry)).fetchone()
    return None if row is None else _entry(row[:5])


def undo(database: Any, entry: JournalId | None = None) -> tuple[JournalEntry, Changes] | None:  # noqa: ANN401
    """Reverse `entry`, or the newest operation that is not undone yet; None when there is no such operation."""
    with database.atomic():
        row = database.execute_sql(_NEXT, (entry, BY_ITSELF, entry)).fetchone()
        if row is None:
            return None
        record = json.loads(row[5])
        again = json.dumps(_opposite(database, record))
        changes = _reverse(database, record)
        # `undone` is the order in which things were undone, from 2 on: `redo` takes the last. 1 is beyond doing again.
        database.execute_sql(
            "UPDATE journal SET undone = (SELECT max(1, max(undone)) + 1 FROM journal), reverse = ? WHERE id = ?",
            (again, row[0]),
        )
    return _entry((*row[:4], 2)), changes


def redo(database: Any, entry: JournalId | None = None) -> tuple[JournalEntry, Changes] | None:  # noqa: ANN401
    """Do `entry` again, or what was undone last; None when there is no such operation."""
    with database.atomic():
        row = database.execute_sql(
            "SELECT id, kind, count, at, 0, reverse FROM journal WHERE undone > 1 AND id = coalesce(?, id)"
            " ORDER BY undone DESC LIMIT 1",
            (entry,),
        ).fetchone()
        if row is None:
            return None
        record = json.loads(row[5])
        back = json.dumps(_opposite(database, record))
        changes = _reverse(database, record)
        database.execute_sql("UPDATE journal SET undone = 0, reverse = ? WHERE id = ?", (back, row[0]))
    return _entry(row[:5]), changes


def _opposite(database: Any, record: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    """What would take back the carrying out of `record`: the present state of all that it touches."""
    if "feeds" in record:
        return {"feeds": [[feed_id, _feed_now(database, feed_id, names)] for feed_id, names in record["feeds"]]}
    if "rule" in record:
        rule_id, marks = record["rule"][0], record.get("marks", ())
        now = rules.held(database, rule_id)
        return {"rule": [rule_id, now], "marks": [_opposite(database, one) for one in reversed(marks)]}
    if "tags" in record:
        held = tags.of_articles(database, [one for one, _ in record["tags"]])
        return {"tags": [[one, held.get(one, ())] for one, _ in record["tags"]]}
    if "smart_feed" in record or "smart_gone" in record:
        smart_id = record["smart_gone"] if "smart_gone" in record else record["smart_feed"][0]
        known = smart.held(database, smart_id)
        return {"smart_gone": smart_id} if known is None else {"smart_feed": [smart_id, *known]}
    if "archived" in record:
        return {"archived": int(not record["archived"]), "ids": record["ids"]}
    if "bin" in record:
        again = {} if "again" in record else {"again": bin_.held(database, record["bin"])}
        return {"bin": record["bin"]} | again
    opposite = {"field": record["field"], "value": int(not record["value"]), "ids": record["ids"]}
    seen = [one for _, ids in record.get("seen", ()) for one in ids]
    if seen:
        sql = "SELECT read_revision, json_group_array(article_id) FROM status WHERE article_id IN"
        sql += " (SELECT value FROM json_each(?)) GROUP BY read_revision"
        found = database.execute_sql(sql, (json.dumps(seen),)).fetchall()
        opposite["seen"] = [[revision, json.loads(ids)] for revision, ids in found]
    return opposite


def _feed_now(database: Any, feed_id: int, names: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    columns = sorted(names.keys() & _FEED_COLUMNS)
    row = database.execute_sql(f"SELECT {', '.join(columns)} FROM feed WHERE id = ?", (feed_id,)).fetchone()
    return dict(zip(columns, row, strict=True)) if row else {}


def _reverse(database: Any, reverse: dict[str, Any]) -> Changes:  # noqa: ANN401
    if "feeds" in reverse:
        for feed_id, columns in reverse["feeds"]:
            for name in columns.keys() & _FEED_COLUMNS:
                database.execute_sql(f"UPDATE feed SET {name} = ? WHERE id = ?", (columns[name], feed_id))
        return Changes(feeds=frozenset(FeedId(feed_id) for feed_id, _ in reverse["feeds"]), counts=True)
    if "rule" in reverse:
        changes = Changes(removed=frozenset(rules.restore(database, *reverse["rule"])), counts=True)
        for one in reverse.get("marks", ()):
            changes |= _reverse(database, one)
        # After the rule itself: a smart feed that is back asks for it by its name.
        return changes | smart.rebuild(database)
    if "tags" in reverse:
        tags.put(database, reverse["tags"])
        return Changes(statuses=frozenset(ArticleId(one) for one, _ in reverse["tags"]), counts=True)
    if "smart_gone" in reverse:
        smart.remove(database, reverse["smart_gone"])
        return Changes(counts=True)
    if "smart_feed" in reverse:
        smart.restore(database, reverse["smart_feed"])
        return Changes(counts=True)
    if "archived" in reverse:
        bin_.archive(database, reverse["ids"], bool(reverse["archived"]))
        return moved(reverse["ids"])
    if "bin" in reverse and "again" in reverse:
        at = to_ticks(datetime.now(UTC)) or 0
        put = (bin_.put(database, ids, what, at, reverse["bin"]) for what, ids in reverse["again"])
        return moved([one for ids in put for one in ids])
    if "bin" in reverse:
        return moved(bin_.take_out(database, reverse["bin"]))
    return _mark(database, reverse)


def moved(ids: Sequence[int]) -> Changes:
    """These articles have left the lists, or come back to them."""
    found = frozenset(map(ArticleId, ids))
    return Changes(removed=found, statuses=found, counts=bool(found))


def _mark(database: Any, reverse: dict[str, Any]) -> Changes:  # noqa: ANN401
    """Marks as they were. Each row is written once, mark and version read together: that halves the time of many."""
    column = {"read": "read", "starred": "starred"}[reverse["field"]]
    left, touched = set(reverse["ids"]), set(reverse["ids"])
    among = "WHERE article_id IN (SELECT value FROM json_each(?))"
    for revision, seen in reverse.get("seen", ()):
        both, rest = left.intersection(seen), set(seen) - left
        sql = f"UPDATE status SET {column} = ?, read_revision = ? {among}"
        database.execute_sql(sql, (reverse["value"], revision, json.dumps(sorted(both))))
        if rest:
            database.execute_sql(f"UPDATE status SET read_revision = ? {among}", (revision, json.dumps(sorted(rest))))
        left -= both
        touched |= rest
    if left:
        database.execute_sql(f"UPDATE status SET {column} = ? {among}", (reverse["value"], json.dumps(sorted(left))))
    return Changes(statuses=frozenset(map(ArticleId, touched)), counts=True)


def _entry(row: tuple[Any, ...]) -> JournalEntry:
    at = from_ticks(row[3])
    assert at is not None
    return JournalEntry(JournalId(row[0]), row[1], row[2], at, bool(row[4]), redoable=row[4] > 1, lapsed=row[4] < 0)
