import sqlite3
from contextlib import closing
from pathlib import Path

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
        with pytest.raises(Exception, match="cannot be written"):
            database.execute_sql("INSERT INTO folder (name) VALUES ('x')")


def test_a_copy_is_made_before_an_older_library_changes(tmp_path, monkeypatch):
    file = tmp_path / "library.db"
    database, _ = opened(file)
    database.execute_sql("INSERT INTO folder (name) VALUES ('kept')")
    database.close()
    before = schema.SCHEMA_VERSION
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "ALTER TABLE folder ADD COLUMN note TEXT;\n"))
    monkeypatch.setattr(schema, "SCHEMA_VERSION", len(schema.MIGRATIONS))
    database, _ = opened(file)
    with closing(database):
        assert database.execute_sql("SELECT name, note FROM folder").fetchall() == [("kept", None)]
    with closing(sqlite3.connect(tmp_path / "backups" / f"before-migration-{before}.db")) as copy:
        assert copy.execute("SELECT * FROM folder").fetchall() == [(1, "kept")]


FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("version", range(1, schema.SCHEMA_VERSION))
def test_every_older_library_comes_up_to_date_with_everything_in_it(tmp_path, version):
    file = tmp_path / "library.db"
    with closing(sqlite3.connect(file)) as old:
        old.executescript((FIXTURES / f"schema-{version}.sql").read_text(encoding="utf-8"))
    database, _ = opened(file)
    with closing(database):
        ask = database.execute_sql
        assert ask("PRAGMA user_version").fetchone()[0] == schema.SCHEMA_VERSION
        assert ask("SELECT title, own_title, unread, total FROM feed").fetchall() == [
            ("Le Journal", "Mon journal", 1, 2)
        ]
        assert ask("SELECT title, revision, significant FROM article ORDER BY id").fetchall() == [
            ("Le phare", 3, 2),
            ("La mer", 1, 1),
        ]
        assert ask("SELECT read, starred FROM status ORDER BY article_id").fetchall() == [(1, 1), (0, 0)]
        assert ask("SELECT number, kind FROM revision WHERE article_id = 1").fetchall() == [
            (1, "first"),
            (2, "added"),
            (3, "cosmetic"),
        ]
        assert ask("SELECT rowid FROM search WHERE search MATCH 'gardien'").fetchall() == [(1,)]
        assert ask("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert ask("PRAGMA foreign_key_check").fetchall() == []
    assert (tmp_path / "backups" / f"before-migration-{version}.db").exists()


def test_what_the_third_step_adds_starts_empty_and_keeps_enclosures(tmp_path):
    file = tmp_path / "library.db"
    with closing(sqlite3.connect(file)) as old:
        old.executescript((FIXTURES / "schema-2.sql").read_text(encoding="utf-8"))
    database, _ = opened(file)
    with closing(database):
        ask = database.execute_sql
        assert ask("SELECT article_id, url, bytes FROM enclosure").fetchall() == [
            (2, "https://exemple.org/mer.mp3", 1000)
        ]
        assert ask("SELECT full_text, moved_to, attachments FROM feed").fetchall() == [
            ("always", "https://exemple.org/neuf", 0)
        ]
        assert ask("SELECT sum(awaits_page) FROM article").fetchone() == (0,)
        assert ask("SELECT (SELECT count(*) FROM page) + (SELECT count(*) FROM attachment)").fetchone() == (0,)


def test_what_waits_for_its_page_and_what_is_news_outlive_the_next_steps(tmp_path):
    file = tmp_path / "library.db"
    with closing(sqlite3.connect(file)) as old:
        old.executescript((FIXTURES / "schema-4.sql").read_text(encoding="utf-8"))
    database, _ = opened(file)
    with closing(database):
        ask = database.execute_sql
        assert ask("SELECT article_id, state, tries FROM page").fetchall() == [(2, "pending", 1)]
        assert ask("SELECT state, file FROM attachment").fetchall() == [("stored", "media/mer.mp3")]
        assert ask("SELECT reflag, attachments FROM feed").fetchall() == [("all", 1)]
        assert ask("SELECT address, story, awaits_page FROM article").fetchall() == [
            ("exemple.org/phare", 1, 0),
            (None, None, 1),
        ]
        assert ask("SELECT key, article_id FROM likeness").fetchall() == [(7, 1)]


def test_the_step_of_the_rules_keeps_every_number_and_mutes_nothing(tmp_path):
    file = tmp_path / "library.db"
    with closing(sqlite3.connect(file)) as old:
        old.executescript((FIXTURES / "schema-9.sql").read_text(encoding="utf-8"))
    database, _ = opened(file)
    with closing(database):
        ask = database.execute_sql
        assert ask("SELECT article_id, tag_id FROM article_tag").fetchall() == [(1, 1)]
        assert ask("SELECT id, digest, aside FROM article ORDER BY id").fetchall() == [(1, "d1", 0), (2, None, 0)]
        assert ask("SELECT unread, total, muted FROM feed").fetchall() == [(1, 2, 0)]
        assert ask("SELECT unread, total FROM smart_feed").fetchall() == [(0, 1)]
        assert ask("SELECT name, enabled, ended, removed, caught FROM rule").fetchall() == [("Ancienne", 1, 0, 0, 0)]
        ask("UPDATE status SET aside = 1, read = 1 WHERE article_id = 2")
        ask("UPDATE status SET aside = 2 WHERE article_id = 1")
        assert ask("SELECT aside FROM article ORDER BY id").fetchall() == [(2,), (1,)]
        assert ask("SELECT unread, total, muted FROM feed").fetchall() == [(0, 0, 1)]
        assert ask("SELECT unread, total FROM smart_feed").fetchall() == [(0, 0)]
        ask("UPDATE status SET aside = 0, read = 0")
        assert ask("SELECT unread, total, muted FROM feed").fetchall() == [(2, 2, 0)]
        assert ask("SELECT unread, total FROM smart_feed").fetchall() == [(1, 1)]
