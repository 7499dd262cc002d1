"""The bin: articles deleted or cleaned up, whole until their space is needed; the journal puts in and takes out.

What is in the bin as an "article" is in no list (`status.aside`); of what is in it as a "text" the article stays in its
lists, and is read as before until its text goes for good (`purge`). Part of the store's facade.
"""

import json
from collections.abc import Sequence
from typing import Any

from reader.store.aside import ARCHIVED, DELETED

SCHEMA = """
CREATE TABLE bin (
    article_id INTEGER NOT NULL REFERENCES article(id),
    what TEXT NOT NULL,                    -- article, text
    at INTEGER NOT NULL,                   -- since when
    journal_id INTEGER NOT NULL,           -- the operation that put it here, and takes it out when it is undone
    purged INTEGER,                        -- since when it is gone for good; NULL: it can come back
    PRIMARY KEY (article_id, what)
) WITHOUT ROWID;
CREATE INDEX bin_waiting ON bin(at) WHERE purged IS NULL;
CREATE INDEX bin_operation ON bin(journal_id);

ALTER TABLE feed ADD COLUMN retention TEXT;   -- newest/months/what goes, or "all"; NULL: as the setting says
ALTER TABLE feed ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;  -- kept by the triggers below
UPDATE feed SET archived = (SELECT count(*) FROM status WHERE feed_id = feed.id AND aside IN (2, 3)
    AND article_id IS NOT NULL);
CREATE TRIGGER status_archived AFTER UPDATE OF aside ON status
    WHEN new.article_id IS NOT NULL AND (old.aside IN (2, 3)) <> (new.aside IN (2, 3)) BEGIN
    UPDATE feed SET archived = archived + (new.aside IN (2, 3)) - (old.aside IN (2, 3)) WHERE id = new.feed_id;
END;
CREATE TRIGGER status_archived_added AFTER INSERT ON status
    WHEN new.article_id IS NOT NULL AND new.aside IN (2, 3) BEGIN
    UPDATE feed SET archived = archived + 1 WHERE id = new.feed_id;
END;
CREATE TRIGGER status_archived_met AFTER UPDATE OF article_id ON status
    WHEN old.article_id IS NULL AND new.article_id IS NOT NULL AND new.aside IN (2, 3) BEGIN
    UPDATE feed SET archived = archived + 1 WHERE id = new.feed_id;
END;

CREATE TABLE asset_past (                  -- pictures of an article's earlier versions: they are needed to show those
    article_id INTEGER NOT NULL, asset_id INTEGER NOT NULL, PRIMARY KEY (asset_id, article_id)
) WITHOUT ROWID;
CREATE INDEX asset_past_of ON asset_past(article_id);
CREATE TRIGGER asset_of_the_past AFTER DELETE ON article_asset BEGIN
    INSERT OR IGNORE INTO asset_past VALUES (old.article_id, old.asset_id);
END;
CREATE TABLE leaving (file TEXT PRIMARY KEY) WITHOUT ROWID;  -- files that nothing needs, still to be taken off the disk
CREATE TABLE chore (name TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;  -- when what is done now and then was
"""
EMPTIED = "EXISTS (SELECT 1 FROM bin WHERE article_id = article.id AND purged IS NOT NULL)"
GONE = f"(article.aside >= 4 OR {EMPTIED})"
_AMONG = "IN (SELECT value FROM json_each(?))"


def archive(database: Any, ids: Sequence[int], archived: bool) -> list[int]:  # noqa: ANN401
    """Put away, or take back, those of these articles that are not so; which they were. Inside a transaction."""
    return _set(database, ids, ARCHIVED, archived)


def put(database: Any, ids: Sequence[int], what: str, at: int, operation: int) -> list[int]:  # noqa: ANN401
    """Into the bin, as "article" or "text", by an operation of the journal; those that were not yet."""
    fresh = database.execute_sql(
        "INSERT INTO bin (article_id, what, at, journal_id) SELECT value, ?, ?, ? FROM json_each(?) WHERE true"
        " ON CONFLICT DO NOTHING RETURNING article_id",
        (what, at, operation, json.dumps(list(ids))),
    ).fetchall()
    made = [row[0] for row in fresh]
    if what == "article":
        _set(database, made, DELETED, True)
    return made


def take_out(database: Any, operation: int, limit: int = -1) -> list[int]:  # noqa: ANN401
    """What an operation put in comes back, but for what is gone for good; which. Inside a transaction."""
    rows = database.execute_sql(
        "DELETE FROM bin WHERE (article_id, what) IN (SELECT article_id, what FROM bin WHERE journal_id = ?"
        " AND purged IS NULL LIMIT ?) RETURNING article_id, what",
        (operation, limit),
    ).fetchall()
    _set(database, [row[0] for row in rows if row[1] == "article"], DELETED, False)
    return [row[0] for row in rows]


def rescue(database: Any, article_id: int, what: str) -> None:  # noqa: ANN401
    """One article comes out of the bin though its operation is not undone. Inside a transaction."""
    database.execute_sql("DELETE FROM bin WHERE article_id = ? AND what = ?", (article_id, what))
    if what == "article":
        _set(database, [article_id], DELETED, False)


def held(database: Any, operation: int) -> list[tuple[str, list[int]]]:  # noqa: ANN401
    """What an operation put in and can take out, by what it took of the articles."""
    sql = "SELECT what, json_group_array(article_id) FROM bin WHERE journal_id = ? AND purged IS NULL GROUP BY what"
    return [(row[0], json.loads(row[1])) for row in database.execute_sql(sql, (operation,)).fetchall()]


def _set(database: Any, ids: Sequence[int], reason: int, on: bool) -> list[int]:  # noqa: ANN401
    """Add a reason to be aside, or take it away, where that changes something; which articles it changed."""
    value = f"aside | {reason}" if on else f"aside & ~{reason}"
    found = database.execute_sql(
        f"SELECT article_id FROM status WHERE (aside & {reason} = 0) = ? AND article_id {_AMONG}",
        (on, json.dumps(list(ids))),
    ).fetchall()
    changed = [row[0] for row in found]
    database.execute_sql(f"UPDATE status SET aside = {value} WHERE article_id {_AMONG}", (json.dumps(changed),))
    return changed


def follow_twin(database: Any, article_id: int, twin: int, at: int) -> None:  # noqa: ANN401
    """A new article is the same piece as one that was archived or deleted by hand: it goes where that one is."""
    row = database.execute_sql(
        "SELECT status.aside, bin.journal_id FROM status LEFT JOIN (SELECT article_id, journal_id FROM bin JOIN journal"
        " ON journal.id = journal_id WHERE what = 'article' AND journal.kind = 'delete') AS bin USING (article_id)"
        " WHERE status.article_id = ?",
        (twin,),
    ).fetchone()
    if row is not None and row[0] & ARCHIVED:
        archive(database, [article_id], True)
    if row is not None and row[1] is not None:
        put(database, [article_id], "article", at, row[1])
