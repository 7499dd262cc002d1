"""What is archived or deleted is in these lists and no others, and every number says so."""

from dataclasses import replace

import pytest

from reader.core.entities import Access
from reader.core.filters import ArticleFilter, Grouping, View
from tests.old_library import ask, counted
from tests.store.test_lists import entry, put, store, titles  # noqa: F401 - a fixture

LISTS = [
    (ArticleFilter(), "156"),
    (ArticleFilter(View.HOME), "156"),
    (ArticleFilter(View.UNREAD), "16"),
    (ArticleFilter(View.STARRED), "346"),
    (ArticleFilter(View.UPDATED), ""),
    (ArticleFilter(View.SUBSCRIBER), "5"),
    (ArticleFilter(View.ARCHIVE), "34"),
    (ArticleFilter(View.ARCHIVE, grouping=Grouping.SECTION), "43"),
    (ArticleFilter(View.ARCHIVE, folder="Presse", hide_read=True), "34"),
    (ArticleFilter(feed_id=1), "1"),
    (ArticleFilter(folder="Presse"), "1"),
    (ArticleFilter(search="récit"), "156"),
    (ArticleFilter(search="récit", archived=True), "13456"),
    (ArticleFilter(search="is:archived"), "34"),
    (ArticleFilter(search="est:archivé titre:t3"), "3"),
    (ArticleFilter(search="-is:archived", archived=True), "156"),
]


@pytest.fixture
def sorted_out(store):  # noqa: F811
    """T3 and T4 are archived and starred, T2 is deleted."""
    named = store.named
    store.mark([named["T3"], named["T4"]], starred=True)
    store.archive([named["T3"], named["T4"]])
    store.delete([named["T2"]])
    return store


@pytest.mark.parametrize(("wanted", "expected"), LISTS, ids=str)
def test_lists_show_these(sorted_out, wanted, expected):
    assert titles(sorted_out, wanted) == expected
    assert sorted_out.count(wanted) == len(expected)
    assert sorted(sorted_out.matching(sorted_out.named.values(), wanted)) == sorted(sorted_out.ids(wanted))


def test_typing_finds_the_archive_with_ranks_and_without(sorted_out):
    for typed in ("récit", "récit min:1"):
        assert {hit.row.title for hit in sorted_out.search(typed)} == {"T1", "T3", "T4", "T5", "T6"}


def test_every_number_is_that_of_its_list(sorted_out, paths):
    totals = sorted_out.totals()
    for view in (View.ALL, View.UNREAD, View.STARRED, View.UPDATED, View.ARCHIVE):
        assert totals[view] == len(sorted_out.ids(ArticleFilter(view))), view
    assert sorted_out.folder_counts() == {"Presse": (1, 1)}
    assert counted(paths)
    named = sorted_out.named
    sorted_out.archive([named["T3"]], False)
    sorted_out.delete([named["T4"], named["T6"]])
    assert sorted_out.totals()[View.ARCHIVE] == 0 and sorted_out.totals()[View.ALL] == 3 and counted(paths)
    for _ in range(4):
        sorted_out.undo()
    assert counted(paths) and sorted_out.totals()[View.ARCHIVE] == 0 and sorted_out.totals()[View.ALL] == 6


def test_saved_searches_count_what_they_list(store):  # noqa: F811
    store.save_search("Récits", "récit")
    for deed in (store.archive, store.delete):
        deed([store.named["T1"], store.named["T2"]])
        smart = store.smart_feeds()[0]
        assert (smart.total, smart.unread) == (4, 3) and titles(store, ArticleFilter(search="récit")) == "3456"
        store.undo()
        assert (store.smart_feeds()[0].total, store.smart_feeds()[0].unread) == (6, 4)


def test_a_rule_that_hides_and_the_archive_keep_out_of_each_other_s_way(store, paths):  # noqa: F811
    one = store.named["T1"]
    store.archive([one])
    store._database.execute_sql("UPDATE status SET aside = aside | 1 WHERE article_id = ?", (one,))
    assert titles(store, ArticleFilter(View.ARCHIVE)) == titles(store, ArticleFilter(View.MUTED)) == "1"
    store.archive([one], False)
    assert titles(store, ArticleFilter(View.ARCHIVE)) == "" and titles(store, ArticleFilter(View.MUTED)) == "1"
    assert "1" not in titles(store, ArticleFilter()) and counted(paths)


def test_one_article_of_two_feeds_is_archived_and_counted_once(store, paths):  # noqa: F811
    words = "Le gardien du phare quitte la pointe ce soir, dit la mairie du bourg, et nul ne le remplace avant mars."
    one = entry(1, guid="t1", title="Le phare ferme", markdown=words, section="Droit", access=Access.SUBSCRIBER)
    put(store, "Delta", "Presse", [one])
    put(store, "Gamma", "Presse", [replace(one, guid="t2", section="Mer", access=Access.OPEN)])
    shown = next(row.id for row in store.rows(store.ids(ArticleFilter())) if row.title == "Le phare ferme")
    assert len(store.archive([shown]).statuses) == 2
    assert len(store.ids(ArticleFilter(View.ARCHIVE))) == store.totals()[View.ARCHIVE] == 1
    assert ask(paths, "SELECT sum(archived) FROM feed") == [(2,)]
    store.archive([shown], False)
    store.delete([shown])
    assert "Le phare ferme" not in [row.title for row in store.rows(store.ids(ArticleFilter()))] and counted(paths)
