"""The reader's own tags: on many articles at once, in search and in smart feeds, undone and done again."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from reader.core.filters import ArticleFilter
from reader.store import schema
from tests.store.test_smart_feeds import plan

NOON = datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0)


@pytest.fixture
def store(library):
    feed_id, _ = library.add_feed("https://a.example/", title="Alpha")
    library.apply(feed_id, [plan(n, f"Texte {n}.") for n in range(1, 4)], NOON)
    return library


def found(store, query):
    return [row.title for row in store.rows(list(store.ids(ArticleFilter(search=query))))]


def test_tags_are_found_counted_and_in_the_rows(store):
    one, two, _ = store.ids(ArticleFilter())
    changes = store.tag([one, two], add=["à lire", "Été"])
    assert changes.statuses == {one, two}
    store.tag([one], remove=["ete"])
    assert store.tags() == [("à lire", 2), ("Été", 1)]
    assert store.tags_of([one, two]) == {one: ("à lire",), two: ("à lire", "Été")}
    assert [row.tags for row in store.rows([one, two])] == [("à lire",), ("à lire", "Été")]
    assert found(store, 'tag:"A lire"') == ["T1", "T2"]
    assert found(store, "tag:ÉTÉ") == ["T2"]
    assert found(store, "-tag:ete texte") == ["T1", "T3"]
    assert store.suggestions("et") == ['tag:"Été"']


def test_one_word_in_two_spellings_is_one_tag(store):
    one, two, _ = store.ids(ArticleFilter())
    store.tag([one], add=["Été"])
    store.tag([one, two], add=["  ete "])
    assert store.tags() == [("Été", 2)]
    assert not store.tag([one, two], add=["ÉTÉ"])
    assert not store.tag([one], add=[" "])


def test_smart_feeds_count_tags_and_undo_takes_them_back(store):
    one, two, three = store.ids(ArticleFilter())
    store.save_search("Lire", "tag:lire")
    store.tag([one], add=["lire"])
    store.tag([one, two, three], add=["vu"], remove=["lire"])
    assert [(one.total, one.unread) for one in store.smart_feeds()] == [(0, 0)]
    entry, changes = store.undo()
    assert (entry.kind, entry.count, changes.statuses) == ("tag", 3, {one, two, three})
    assert store.tags() == [("lire", 1)]
    assert [(one.total, one.unread) for one in store.smart_feeds()] == [(1, 1)]
    store.redo()
    assert store.tags() == [("vu", 3)]
    store.undo()
    store.undo()
    assert store.tags() == []


def test_smart_feeds_outlive_the_step_that_brings_tags(tmp_path):
    file = tmp_path / "library.db"
    with closing(sqlite3.connect(file)) as old:
        old.executescript((Path(__file__).parent / "fixtures" / "schema-7.sql").read_text(encoding="utf-8"))
    database, _ = schema.open_database(file, durable=True)
    with closing(database):
        ask = database.execute_sql
        assert ask("SELECT name, query, unread, total FROM smart_feed").fetchall() == [("Phares", "phare", 0, 1)]
        assert ask("SELECT count(*) FROM article_tag").fetchone() == (0,)
