import sqlite3
from contextlib import closing

import pytest

from reader.core.errors import ForeignLibrary, StoreError
from reader.store import schema


def opened(file):
    database, read_only = schema.open_database(file, durable=True)
    return database, read_only


def test_a_new_library_has_our_mark_and_counts_its_unread(tmp_path):
    database, read_only = opened(tmp_path / "library.db")
    with closing(database):
        assert not read_only
        assert database.execute_sql("PRAGMA application_id").fetchone()[0] == schema.APPLICATION_ID
        assert database.execute_sql("PRAGMA journal_mode").fetchone()[0] == "wal"
        database.execute_sql("INSERT INTO feed (id, url, address) VALUES (1, 'u', 'u')")
        database.execute_sql("INSERT INTO status (feed_id, guid, article_id) VALUES (1, 'a', 1), (1, 'b', 2)")
        database.execute_sql("UPDATE status SET read = 1 WHERE guid = 'a'")
        database.execute_sql("UPDATE status SET read = 1 WHERE guid = 'a'")
        assert database.execute_sql("SELECT unread, total FROM feed").fetchone() == (1, 2)


def test_opening_again_keeps_everything(tmp_path):
    database, _ = opened(tmp_path / "library.db")
    database.execute_sql("INSERT INTO feed (url, address) VALUES ('u', 'u')")
    database.close()
    database, _ = opened(tmp_path / "library.db")
    with closing(database):
        assert database.execute_sql("SELECT url FROM feed").fetchall() == [("u",)]


def test_another_program_s_database_is_never_touched(tmp_path):
    file = tmp_path / "library.db"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE theirs (x)")
        other.commit()
    before = file.read_bytes()
    with pytest.raises(ForeignLibrary, match="another program's"):
        opened(file)
    assert file.read_bytes() == before


def test_bytes_that_are_no_database_get_a_sentence(tmp_path):
    file = tmp_path / "library.db"
    file.write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreError, match="cannot be opened"):
        opened(file)
    assert file.read_bytes() == b"not a database at all" * 100


def test_a_newer_library_opens_read_only(tmp_path):
    file = tmp_path / "library.db"
    database, _ = opened(file)
    database.execute_sql(f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")
    database.close()
    database, read_only = opened(file)
    with closing(database):
        assert read_only
        with pytest.raises(Exception, match="readonly"):
            database.execute_sql("INSERT INTO folder (name) VALUES ('x')")


def test_a_copy_is_made_before_an_older_library_changes(tmp_path, monkeypatch):
    file = tmp_path / "library.db"
    database, _ = opened(file)
    database.execute_sql("INSERT INTO folder (name) VALUES ('kept')")
    database.close()
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "ALTER TABLE folder ADD COLUMN note TEXT;\n"))
    monkeypatch.setattr(schema, "SCHEMA_VERSION", len(schema.MIGRATIONS))
    database, _ = opened(file)
    with closing(database):
        assert database.execute_sql("SELECT name, note FROM folder").fetchall() == [("kept", None)]
    with closing(sqlite3.connect(tmp_path / "backups" / "before-migration-1.db")) as copy:
        assert copy.execute("SELECT * FROM folder").fetchall() == [(1, "kept")]
