"""The library's schema as numbered, append-only steps, and how a file is opened safely.

Times are integers: microseconds since 1970 in UTC. Used by `reader.store` alone.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import peewee

from reader.core.errors import DiskFull, ForeignLibrary, StoreError
from reader.store.aside import SCHEMA as ASIDE
from reader.store.bin import SCHEMA as BIN
from reader.store.highlights import SCHEMA as HIGHLIGHTS
from reader.store.rules import SCHEMA as RULES
from reader.store.tags import SCHEMA as TAGS

APPLICATION_ID = 0x456E6372  # "Encr"

_FIRST = """
CREATE TABLE folder (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

CREATE TABLE feed (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    address TEXT NOT NULL UNIQUE,          -- the url, normalised: one subscription per address
    title TEXT, own_title TEXT, site_url TEXT, icon_file TEXT,
    folder_id INTEGER REFERENCES folder(id),
    full_text TEXT NOT NULL DEFAULT 'auto',
    etag TEXT, last_modified TEXT, content_hash TEXT,
    last_success INTEGER, last_error TEXT, failures INTEGER NOT NULL DEFAULT 0,
    next_due INTEGER, interval_minutes INTEGER NOT NULL DEFAULT 60,
    removed INTEGER NOT NULL DEFAULT 0,    -- unsubscribed: kept, so that it can be undone and starred articles stay
    unread INTEGER NOT NULL DEFAULT 0,     -- kept by the triggers below, never counted by a scan
    total INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feed(id),
    guid TEXT NOT NULL,
    url TEXT, title TEXT NOT NULL, kicker TEXT, author TEXT, section TEXT, language TEXT,
    tags TEXT NOT NULL DEFAULT '[]',
    published INTEGER, updated INTEGER, received INTEGER NOT NULL,
    sort INTEGER NOT NULL,                 -- published, else received: the order of every list
    words INTEGER NOT NULL, minutes INTEGER NOT NULL,
    access TEXT NOT NULL, marker TEXT, update_at INTEGER, update_block TEXT,
    hash TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1,
    images INTEGER NOT NULL DEFAULT 0, images_stored INTEGER NOT NULL DEFAULT 0,
    UNIQUE (feed_id, guid)
);
CREATE INDEX article_newest ON article(sort DESC, id DESC);                    -- the list "all"
CREATE INDEX article_feed_newest ON article(feed_id, sort DESC, id DESC);      -- the list of one feed

CREATE TABLE article_text (
    article_id INTEGER PRIMARY KEY REFERENCES article(id),
    markdown TEXT NOT NULL,
    runs BLOB
);

CREATE TABLE revision (
    article_id INTEGER NOT NULL REFERENCES article(id),
    number INTEGER NOT NULL,
    fetched INTEGER NOT NULL, updated INTEGER,
    title TEXT NOT NULL, markdown BLOB NOT NULL, original BLOB, hash TEXT NOT NULL, kind TEXT NOT NULL,
    PRIMARY KEY (article_id, number)
) WITHOUT ROWID;

CREATE TABLE status (
    feed_id INTEGER NOT NULL, guid TEXT NOT NULL,     -- by guid: a service may report an article not yet seen
    article_id INTEGER UNIQUE,
    sort INTEGER NOT NULL DEFAULT 0,
    read INTEGER NOT NULL DEFAULT 0, starred INTEGER NOT NULL DEFAULT 0, changed_at INTEGER,
    read_revision INTEGER, place_block INTEGER, place_ratio REAL,
    PRIMARY KEY (feed_id, guid)
);
CREATE INDEX status_unread ON status(sort DESC, article_id DESC) WHERE read = 0;      -- the list "unread"
CREATE INDEX status_starred ON status(sort DESC, article_id DESC) WHERE starred = 1;  -- the list "starred"

CREATE TRIGGER status_unread_added AFTER INSERT ON status WHEN new.article_id IS NOT NULL BEGIN
    UPDATE feed SET unread = unread + (new.read = 0), total = total + 1 WHERE id = new.feed_id;
END;
CREATE TRIGGER status_met_article AFTER UPDATE OF article_id ON status
    WHEN old.article_id IS NULL AND new.article_id IS NOT NULL BEGIN
    UPDATE feed SET unread = unread + (new.read = 0), total = total + 1 WHERE id = new.feed_id;
END;
CREATE TRIGGER status_read_changed AFTER UPDATE OF read ON status
    WHEN new.article_id IS NOT NULL AND old.read <> new.read BEGIN
    UPDATE feed SET unread = unread + (new.read = 0) - (old.read = 0) WHERE id = new.feed_id;
END;

CREATE TABLE asset (
    id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, hash TEXT, file TEXT,
    bytes INTEGER, width INTEGER, height INTEGER,
    state TEXT NOT NULL DEFAULT 'pending', tries INTEGER NOT NULL DEFAULT 0, error TEXT, retry_at INTEGER
);
CREATE INDEX asset_pending ON asset(state, retry_at);

CREATE TABLE article_asset (
    article_id INTEGER NOT NULL REFERENCES article(id),
    asset_id INTEGER NOT NULL REFERENCES asset(id),
    position INTEGER NOT NULL, lead INTEGER NOT NULL DEFAULT 0, alt TEXT, caption TEXT, credit TEXT,
    PRIMARY KEY (article_id, asset_id)
) WITHOUT ROWID;
CREATE INDEX article_asset_of ON article_asset(asset_id);

CREATE TABLE enclosure (
    article_id INTEGER NOT NULL REFERENCES article(id), position INTEGER NOT NULL,
    url TEXT NOT NULL, type TEXT, bytes INTEGER,
    PRIMARY KEY (article_id, position)
) WITHOUT ROWID;

CREATE TABLE account (id INTEGER PRIMARY KEY, service TEXT NOT NULL, url TEXT NOT NULL, user TEXT NOT NULL);
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account(id),
    feed_id INTEGER NOT NULL, guid TEXT NOT NULL, field TEXT NOT NULL, value INTEGER NOT NULL, at INTEGER NOT NULL
);
CREATE TABLE notification (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
    article_ids TEXT NOT NULL DEFAULT '[]', feed_id INTEGER, at INTEGER NOT NULL, seen INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX notification_unseen ON notification(seen) WHERE seen = 0;
CREATE TABLE journal (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, count INTEGER NOT NULL, at INTEGER NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0, reverse TEXT NOT NULL
);
CREATE TABLE smart_feed (id INTEGER PRIMARY KEY, name TEXT NOT NULL, query TEXT NOT NULL);
CREATE TABLE rule (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, query TEXT NOT NULL, action TEXT NOT NULL,
    until INTEGER);

CREATE VIRTUAL TABLE search USING fts5(
    title, kicker, author, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
"""

# A cosmetic revision is stored but is not news. A feed that has moved is believed the second time.
_SECOND = """
ALTER TABLE article ADD COLUMN significant INTEGER NOT NULL DEFAULT 1;
UPDATE article SET significant = coalesce(
    (SELECT max(number) FROM revision WHERE article_id = article.id AND kind <> 'cosmetic'), 1);
ALTER TABLE feed ADD COLUMN moved_to TEXT;
CREATE INDEX article_updated ON article(sort DESC, id DESC) WHERE marker IS NOT NULL OR significant > 1;
CREATE INDEX article_section ON article(section COLLATE NOCASE) WHERE section IS NOT NULL;
"""

# Pages, enclosures and icons that are still to be fetched are rows, so that a kill loses none of them.
_PAGES = """
CREATE TABLE page (
    article_id INTEGER PRIMARY KEY REFERENCES article(id),
    state TEXT NOT NULL DEFAULT 'pending', -- pending, stored, kept (it has no more than the feed), failed, passed (old)
    from_page INTEGER NOT NULL DEFAULT 0,  -- the text that is held came from the page
    feed_mark TEXT NOT NULL,               -- of the feed's own text, last seen: the same again is no change
    entry BLOB,                            -- the feed's later words, waiting for their page; NULL: the article has them
    tries INTEGER NOT NULL DEFAULT 0, error TEXT, retry_at INTEGER
);
CREATE INDEX page_pending ON page(state, retry_at);
ALTER TABLE article ADD COLUMN awaits_page INTEGER NOT NULL DEFAULT 0;

CREATE TABLE attachment (                  -- by address: a new revision of its article must not forget the file
    id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL DEFAULT 'wanted', file TEXT, bytes INTEGER,
    tries INTEGER NOT NULL DEFAULT 0, error TEXT, retry_at INTEGER
);
CREATE INDEX enclosure_url ON enclosure(url);
ALTER TABLE feed ADD COLUMN attachments INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN icon_url TEXT;
ALTER TABLE feed ADD COLUMN icon_due INTEGER;
"""

# Revisions: small, and with their update note. One article through several feeds is a story. Per feed, what is news.
_REVISIONS = """
ALTER TABLE feed ADD COLUMN reflag TEXT;       -- marked, significant, all, never; NULL: as the setting says
ALTER TABLE article ADD COLUMN address TEXT;   -- the canonical address: one form for one page
ALTER TABLE article ADD COLUMN story INTEGER;  -- shared by articles of several feeds that are the same piece
ALTER TABLE article ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;  -- the visible one with the least turn is shown
CREATE INDEX article_address ON article(address) WHERE address IS NOT NULL;
CREATE INDEX article_story ON article(story, turn) WHERE story IS NOT NULL;
CREATE TABLE likeness (                        -- keys that nearly identical texts share, to find them by
    key INTEGER NOT NULL, article_id INTEGER NOT NULL REFERENCES article(id),
    PRIMARY KEY (key, article_id)
) WITHOUT ROWID;
ALTER TABLE revision ADD COLUMN marker TEXT;
ALTER TABLE revision ADD COLUMN update_at INTEGER;
ALTER TABLE revision ADD COLUMN update_block TEXT;
UPDATE revision SET (marker, update_at, update_block) = (SELECT marker, update_at, update_block FROM article
    WHERE article.id = revision.article_id) WHERE number = (SELECT revision FROM article
    WHERE article.id = revision.article_id);
CREATE INDEX notification_updated ON notification(article_ids) WHERE kind = 'updated';
"""

# Lists at a million articles: every order that a list can have is an index, and covers what the list asks.
_LISTS = """
DROP INDEX article_newest;
CREATE INDEX article_newest ON article(sort DESC, id DESC, feed_id);                -- "all", and a folder that is large
DROP INDEX article_section;
CREATE INDEX article_section ON article(section COLLATE NOCASE, sort DESC, id DESC); -- the list of one section
CREATE INDEX article_longest ON article(minutes DESC, sort DESC, id DESC);          -- orders "longest", "shortest"
CREATE INDEX article_restricted ON article(sort DESC, id DESC) WHERE access <> 'open'; -- the list "subscriber"
DROP INDEX article_updated;
CREATE INDEX article_updated ON article(sort DESC, id DESC, feed_id, marker, significant)
    WHERE marker IS NOT NULL OR significant > 1;
DROP INDEX status_unread;  -- "read" and "starred" are in their indexes, lest SQLite look them up in the table
CREATE INDEX status_unread ON status(sort DESC, article_id DESC, feed_id, read) WHERE read = 0;
CREATE INDEX status_feed_unread ON status(feed_id, sort DESC, article_id DESC, read) WHERE read = 0;
DROP INDEX status_starred;
CREATE INDEX status_starred ON status(sort DESC, article_id DESC, feed_id, starred) WHERE starred = 1;
CREATE INDEX feed_removed ON feed(id) WHERE removed = 1;
CREATE INDEX article_twin ON article(id, story, turn) WHERE turn > 0;  -- what another article of its story stands for
"""

# Saved searches know their articles, and triggers count them: a smart feed's number costs no search.
_SMART = """
ALTER TABLE smart_feed ADD COLUMN unread INTEGER NOT NULL DEFAULT 0;
ALTER TABLE smart_feed ADD COLUMN total INTEGER NOT NULL DEFAULT 0;
CREATE TABLE smart_match (
    smart_feed_id INTEGER NOT NULL REFERENCES smart_feed(id), article_id INTEGER NOT NULL REFERENCES article(id),
    PRIMARY KEY (smart_feed_id, article_id)
) WITHOUT ROWID;
CREATE INDEX smart_match_of ON smart_match(article_id);
CREATE TRIGGER smart_match_added AFTER INSERT ON smart_match BEGIN
    UPDATE smart_feed SET total = total + 1, unread = unread
        + coalesce((SELECT read = 0 FROM status WHERE article_id = new.article_id), 0) WHERE id = new.smart_feed_id;
END;
CREATE TRIGGER smart_match_gone AFTER DELETE ON smart_match BEGIN
    UPDATE smart_feed SET total = total - 1, unread = unread
        - coalesce((SELECT read = 0 FROM status WHERE article_id = old.article_id), 0) WHERE id = old.smart_feed_id;
END;
CREATE TRIGGER status_read_in_smart_feeds AFTER UPDATE OF read ON status
    WHEN new.article_id IS NOT NULL AND old.read <> new.read BEGIN
    UPDATE smart_feed SET unread = unread + (new.read = 0) - (old.read = 0)
        WHERE id IN (SELECT smart_feed_id FROM smart_match WHERE article_id = new.article_id);
END;
"""

# Of the entry as the feed gave it: the same again is not cleaned again.
_DIGESTS = """
ALTER TABLE article ADD COLUMN digest TEXT;
"""

MIGRATIONS: tuple[str, ...] = (
    *(_FIRST, _SECOND, _PAGES, _REVISIONS, _LISTS, HIGHLIGHTS, _SMART, TAGS, _DIGESTS),
    ASIDE + RULES,
    BIN,
)
SCHEMA_VERSION = len(MIGRATIONS)


class _Library(peewee.SqliteDatabase):  # type: ignore[misc, unused-ignore]
    """SQLite with errors that a person understands: a full disk says so, whichever call meets it first."""

    def execute_sql(self, sql: str, params: Any = None) -> Any:  # noqa: ANN401 - peewee's own signature
        """Run one statement. Raises DiskFull or StoreError for what the disk refuses."""
        try:
            return super().execute_sql(sql, params)  # type: ignore[no-untyped-call]
        except peewee.OperationalError as error:
            raise _understood(error) from error

    def execute_many(self, sql: str, rows: Any) -> None:  # noqa: ANN401 - as sqlite3 takes them
        """Run one statement for many rows. Raises DiskFull or StoreError for what the disk refuses."""
        try:
            self.cursor().executemany(sql, rows)  # type: ignore[no-untyped-call]
        except sqlite3.OperationalError as error:
            raise _understood(error) from error

    def commit(self) -> None:
        """End the transaction. Raises DiskFull or StoreError."""
        try:
            super().commit()
        except peewee.OperationalError as error:
            raise _understood(error) from error


def _understood(error: Exception) -> Exception:
    words = str(error).lower()
    if "full" in words:
        return DiskFull(
            "The disk is full; nothing of the library was lost.",
            "Le disque est plein ; rien de la bibliothèque n'est perdu.",
            cause=str(error),
            retry=True,
        )
    if "locked" in words or "busy" in words:
        return StoreError(
            "Another program holds the library; try again in a moment.",
            "Un autre programme tient la bibliothèque ; réessayez dans un instant.",
            cause=str(error),
            retry=True,
        )
    if "readonly" in words or "read-only" in words or "i/o" in words:
        return StoreError(
            "The library cannot be written.", "La bibliothèque ne peut pas être écrite.", cause=str(error)
        )
    return error


def open_database(file: Path, *, durable: bool) -> tuple[Any, bool]:
    """The database at `file`, its schema brought up to date, and whether it is read-only (made by a newer Encre).

    `durable` asks for synchronous=FULL (the window), else NORMAL (the engine). Raises ForeignLibrary for another
    program's database and StoreError for a file that cannot be opened; neither touches the file.
    """
    version = _inspect(file)
    newer = version > SCHEMA_VERSION
    pragmas: dict[str, Any] = {"foreign_keys": 1, "busy_timeout": 10_000, "synchronous": 2 if durable else 1}
    pragmas |= {"query_only": 1} if newer else {"journal_mode": "wal"}
    database = _Library(str(file), pragmas=pragmas, timeout=10, lock_type="immediate")
    try:
        database.connect()
        if not newer:
            _migrate(database, file)
    except (peewee.DatabaseError, sqlite3.DatabaseError) as error:
        database.close()
        raise _cannot_open(file, error) from error
    return database, newer


def _inspect(file: Path) -> int:
    """The schema version of `file`, 0 for a new or empty one."""
    if not file.exists() or file.stat().st_size == 0:
        return 0
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=10)) as connection:
            owner = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise _cannot_open(file, error) from error
    if owner != APPLICATION_ID and (tables or owner):
        raise ForeignLibrary(
            f"{file.name} is another program's database; Encre leaves it alone.",
            f"{file.name} est la base d'un autre programme ; Encre n'y touche pas.",
        )
    return int(version)


def _cannot_open(file: Path, error: Exception) -> StoreError:
    return StoreError(
        f"The library {file.name} cannot be opened; nothing was changed in it.",
        f"La bibliothèque {file.name} ne s'ouvre pas ; rien n'y a été changé.",
        cause=str(error),
    )


def _migrate(database: Any, file: Path) -> None:  # noqa: ANN401 - peewee's own type is untyped here
    """Run the steps that are missing, each in a transaction; a copy is verified before the first touches old data."""
    if _version(database) == SCHEMA_VERSION:
        return
    if _version(database) > 0:
        _copy_verified(file, _version(database))
    for number, script in enumerate(MIGRATIONS, start=1):
        connection = database.connection()
        with database.atomic():
            # Asked again inside the transaction: window and engine may start together.
            if _version(database) >= number:
                continue
            for statement in _statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number}")


def _version(database: Any) -> int:  # noqa: ANN401
    return int(database.execute_sql("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> list[str]:
    statements, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements


def _copy_verified(file: Path, version: int) -> None:
    folder = file.parent / "backups"
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"before-migration-{version}.db"
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        if target.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise StoreError(
                "The library could not be copied safely, so it was not changed.",
                "La bibliothèque n'a pas pu être copiée sans risque ; elle n'a pas été changée.",
            )
