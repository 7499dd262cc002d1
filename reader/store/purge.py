"""The end of what is in the bin: texts, versions and pictures go for good. Part of the store's facade.

A purged article leaves its identifier behind, so that it is not new again while its feed still shows it. What was
starred, tagged or annotated in the bin is not purged. Files are first written down as leaving, in the same transaction,
and taken off the disk after it: a kill in between leaves a file for the next time, never a picture without its file.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reader.store import bin as bin_
from reader.store.retention import UNEXEMPT, UNMARKED, sizes

_LAST = 1 << 40
_AMONG = "IN (SELECT value FROM json_each(?))"
_WAITING = (
    "FROM bin JOIN journal ON journal.id = bin.journal_id JOIN article ON article.id = bin.article_id"
    " JOIN status ON status.article_id = article.id WHERE bin.purged IS NULL AND bin.at < ?"
)
# What was deleted by hand may be unread or archived; for what a clean-up took, the whole invariant holds to the end.
_MAY_GO = f"({UNEXEMPT} OR (journal.kind = 'delete' AND {UNMARKED}))"
_NEEDED = (
    "(EXISTS (SELECT 1 FROM article_asset WHERE asset_id = asset.id)"
    " OR EXISTS (SELECT 1 FROM asset_past WHERE asset_id = asset.id))"
)


@dataclass(frozen=True, slots=True)
class Purged:
    """What went for good at once: articles, and the bytes that this has freed in texts and files."""

    ids: tuple[int, ...] = ()
    bytes: int = 0


def count_waiting(database: Any, before: int) -> int:  # noqa: ANN401
    """How many articles went into the bin before a time and may be purged."""
    sql = f"SELECT count(DISTINCT bin.article_id) {_WAITING} AND {_MAY_GO}"
    return int(database.execute_sql(sql, (before,)).fetchone()[0])


def content(database: Any) -> tuple[int, int]:  # noqa: ANN401
    """How many articles are in the bin and can come back, and the bytes of their texts and of what they alone need."""
    rows = database.execute_sql("SELECT DISTINCT article_id FROM bin WHERE purged IS NULL").fetchall()
    ids = [row[0] for row in rows]
    return len(ids), sum(sizes(database, ids))


def release(database: Any, before: int) -> list[int]:  # noqa: ANN401
    """What a clean-up put in the bin and is exempt by now comes out of it; which articles."""
    sql = f"SELECT bin.article_id, bin.what {_WAITING} AND journal.kind <> 'delete' AND NOT ({UNEXEMPT})"
    with database.atomic():
        rows = database.execute_sql(sql, (before,)).fetchall()
        for article_id, what in rows:
            bin_.rescue(database, article_id, what)
    return [row[0] for row in rows]


def purge(database: Any, before: int, now: int, limit: int) -> Purged:  # noqa: ANN401
    """Up to `limit` of the articles that went into the bin before a time, the oldest first, in one transaction."""
    with database.atomic():
        rows = database.execute_sql(
            f"SELECT bin.article_id, bin.what {_WAITING} AND {_MAY_GO} ORDER BY bin.at, bin.article_id LIMIT ?",
            (before, limit),
        ).fetchall()
        if not rows:
            return Purged()
        whole = [row[0] for row in rows if row[1] == "article"]
        emptied = [row[0] for row in rows if row[1] == "text" and row[0] not in set(whole)]
        size = sum(sizes(database, [*whole, *emptied]))
        _take_files(database, [*whole, *emptied])
        _empty(database, emptied)
        _forget(database, whole)
        for what, ids in (("article", whole), ("text", [*emptied, *whole])):
            database.execute_sql(
                f"UPDATE bin SET purged = ? WHERE what = ? AND purged IS NULL AND article_id {_AMONG}",
                (now, what, json.dumps(ids)),
            )
        database.execute_sql(
            "UPDATE journal SET undone = -1 WHERE undone = 0 AND id IN (SELECT journal_id FROM bin WHERE purged = ?)"
            " AND NOT EXISTS (SELECT 1 FROM bin WHERE journal_id = journal.id AND purged IS NULL)",
            (now,),
        )
    return Purged((*whole, *emptied), size)


def _take_files(database: Any, ids: Sequence[int]) -> None:  # noqa: ANN401
    """Pictures and attachments of these articles that nothing else needs are forgotten, their files leave."""
    given = json.dumps(list(ids))
    candidates = database.execute_sql(
        f"SELECT asset_id FROM article_asset WHERE article_id {_AMONG}"
        f" UNION SELECT asset_id FROM asset_past WHERE article_id {_AMONG}",
        (given, given),
    ).fetchall()
    # In this order: a trigger keeps what leaves `article_asset` in `asset_past`.
    database.execute_sql(f"DELETE FROM article_asset WHERE article_id {_AMONG}", (given,))
    database.execute_sql(f"DELETE FROM asset_past WHERE article_id {_AMONG}", (given,))
    files = database.execute_sql(
        f"DELETE FROM asset WHERE id {_AMONG} AND NOT {_NEEDED} RETURNING file",
        (json.dumps([row[0] for row in candidates]),),
    ).fetchall()
    files += database.execute_sql(
        f"DELETE FROM attachment WHERE url IN (SELECT url FROM enclosure WHERE article_id {_AMONG})"
        f" AND NOT EXISTS (SELECT 1 FROM enclosure WHERE url = attachment.url AND article_id NOT {_AMONG})"
        " RETURNING file",
        (given, given),
    ).fetchall()
    leaving = [(row[0],) for row in files if row[0]]
    database.execute_many("INSERT INTO leaving VALUES (?) ON CONFLICT DO NOTHING", leaving)


def _empty(database: Any, ids: Sequence[int]) -> None:  # noqa: ANN401
    """The headline stays, with its marks; the text goes in all its versions."""
    given = json.dumps(list(ids))
    database.execute_sql(f"UPDATE article_text SET markdown = '', runs = NULL WHERE article_id {_AMONG}", (given,))
    database.execute_sql(f"DELETE FROM revision WHERE article_id {_AMONG}", (given,))
    database.execute_sql(f"DELETE FROM likeness WHERE article_id {_AMONG}", (given,))
    database.execute_sql(f"UPDATE page SET state = 'kept', entry = NULL WHERE article_id {_AMONG}", (given,))
    database.execute_sql(
        f"UPDATE status SET place_block = NULL, place_ratio = NULL WHERE article_id {_AMONG}", (given,)
    )
    database.execute_sql(
        "UPDATE article SET words = 0, minutes = 0, images = 0, images_stored = 0, update_block = NULL,"
        # An article of the same story that has its text is to be shown in the place of this one.
        f" awaits_page = 0, turn = CASE WHEN story IS NULL THEN 0 ELSE id + {_LAST} END WHERE id {_AMONG}",
        (given,),
    )
    database.execute_sql(f"DELETE FROM search WHERE rowid {_AMONG}", (given,))
    database.execute_sql(
        "INSERT INTO search (rowid, title, kicker, author, body) SELECT id, title, coalesce(kicker, ''),"
        f" coalesce(author, ''), '' FROM article WHERE id {_AMONG} ORDER BY id",
        (given,),
    )


def _forget(database: Any, ids: Sequence[int]) -> None:  # noqa: ANN401
    """Nothing of these articles stays but what they are told by in their feed."""
    given = json.dumps(list(ids))
    for table in ("article_text", "revision", "likeness", "page", "enclosure", "smart_match", "rule_match"):
        database.execute_sql(f"DELETE FROM {table} WHERE article_id {_AMONG}", (given,))
    database.execute_sql(f"DELETE FROM search WHERE rowid {_AMONG}", (given,))
    database.execute_sql(
        "UPDATE article SET title = '', kicker = NULL, author = NULL, section = NULL, tags = '[]', marker = NULL,"
        " update_at = NULL, update_block = NULL, words = 0, minutes = 0, images = 0, images_stored = 0,"
        f" awaits_page = 0, story = NULL, turn = 0 WHERE id {_AMONG}",
        (given,),
    )


def leaving(database: Any, limit: int) -> list[str]:  # noqa: ANN401
    """Files to take off the disk, relative to the data folder; one that is needed again is not among them."""
    with database.atomic():
        database.execute_sql(
            "DELETE FROM leaving WHERE EXISTS (SELECT 1 FROM asset WHERE asset.file = leaving.file)"
            " OR EXISTS (SELECT 1 FROM attachment WHERE attachment.file = leaving.file)"
            " OR EXISTS (SELECT 1 FROM feed WHERE feed.icon_file = leaving.file)"
        )
        rows = database.execute_sql("SELECT file FROM leaving LIMIT ?", (limit,)).fetchall()
    return [row[0] for row in rows]


def left(database: Any, files: Sequence[str]) -> None:  # noqa: ANN401
    """These files are off the disk."""
    database.execute_sql(f"DELETE FROM leaving WHERE file {_AMONG}", (json.dumps(list(files)),))
