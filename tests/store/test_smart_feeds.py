"""Saved searches: their numbers follow what is stored, changed, marked, renamed and undone."""

from datetime import datetime, timedelta

import pytest

from reader.core.entities import ChangeKind, ParsedEntry
from reader.core.filters import ArticleFilter, View
from reader.core.plans import ArticlePlan

NOON = datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0)


def plan(number, words, article_id=None, **facts):
    published = NOON - timedelta(hours=number)
    entry = ParsedEntry(guid=f"g{number}", title=f"T{number}", markdown=words, published=published, **facts)
    kind = ChangeKind.FIRST if article_id is None else ChangeKind.ADDED
    return ArticlePlan(entry, kind, words, 9, 2, article_id)


@pytest.fixture
def store(library):
    feed_id, _ = library.add_feed("https://a.example/", title="Alpha")
    library.apply(feed_id, [plan(1, "Le phare."), plan(2, "La mer et le phare."), plan(3, "Un train.")], NOON)
    return library


def numbers(store):
    return {one.name: (one.unread, one.total) for one in store.smart_feeds()}


def test_numbers_follow_what_comes_and_what_changes(store):
    store.save_search("Phares", "phare")
    assert numbers(store) == {"Phares": (2, 2)}
    store.apply(1, [plan(4, "Encore un phare."), plan(5, "Rien.")], NOON)
    assert numbers(store) == {"Phares": (3, 3)}
    (train,) = store.ids(ArticleFilter(search="train"))
    store.apply(1, [plan(3, "Un train vers le phare.", train)], NOON)
    assert numbers(store) == {"Phares": (4, 4)}
    store.apply(1, [plan(3, "Un train.", train)], NOON)
    assert numbers(store) == {"Phares": (3, 3)}


def test_numbers_of_what_is_archived_are_those_of_its_list(store):
    store.save_search("Gardés", "phare is:archived")
    store.save_search("Phares", "phare")
    assert numbers(store) == {"Gardés": (0, 0), "Phares": (2, 2)}
    first, second = store.ids(ArticleFilter(search="phare"))
    store.archive([first, second], True)
    store.mark([first], read=True)
    assert numbers(store) == {"Gardés": (1, 2), "Phares": (0, 0)}
    assert len(store.ids(ArticleFilter(search="phare is:archived"))) == 2
    store.archive([second], False)
    assert numbers(store) == {"Gardés": (0, 1), "Phares": (1, 1)}


def test_numbers_follow_marks_and_their_undoing(store):
    store.save_search("Phares", "phare is:unread")
    store.mark_all(ArticleFilter())
    assert numbers(store) == {"Phares": (0, 2)}
    store.undo()
    assert numbers(store) == {"Phares": (2, 2)}


SAVED = [
    ("phare -mer", 1),
    ("-phare", 1),
    ("feed:alpha", 3),
    ("feed:beta", 0),
    ("min:2 train", 1),
    ("", 0),
    ("after:1d", 3),
]


@pytest.mark.parametrize(("query", "count"), SAVED)
def test_a_number_is_that_of_its_list(store, query, count):
    store.save_search("x", query)
    assert numbers(store) == {"x": (count, count)}
    assert len(store.ids(ArticleFilter(search=query))) == count


def test_changing_renaming_removing_and_undoing(store):
    smart_id, changes = store.save_search("Mer", "mer")
    assert changes.counts
    store.save_search("Train", "train", smart_id)
    assert [(one.name, one.query, one.total) for one in store.smart_feeds()] == [("Train", "train", 1)]
    store.save_search("De Bêta", "flux:beta")
    store.rename_feed(1, "Bêta")
    assert numbers(store)["De Bêta"] == (3, 3)
    store.remove_smart_feed(smart_id)
    assert list(numbers(store)) == ["De Bêta"]
    assert not store.remove_smart_feed(smart_id)
    entry, changes = store.undo()
    assert (entry.kind, changes.counts) == ("remove-smart-feed", True)
    assert numbers(store)["Train"] == (1, 1)


def test_saving_and_changing_are_undone_and_done_again(store):
    smart_id, _ = store.save_search("Mer", "mer")
    store.save_search("Train", "train", smart_id)
    assert [store.undo()[0].kind, *numbers(store)] == ["change-smart-feed", "Mer"]
    assert [store.undo()[0].kind, *numbers(store)] == ["save-smart-feed"]
    assert [store.redo()[0].kind, *numbers(store)] == ["save-smart-feed", "Mer"]
    assert [store.redo()[0].kind, *numbers(store)] == ["change-smart-feed", "Train"]
    assert store.redo() is None
    assert [one.undone for one in store.journal()] == [False, False]
    store.remove_smart_feed(smart_id)
    store.undo()
    store.redo()
    assert numbers(store) == {}


def test_what_comes_back_does_not_take_another_s_place(store):
    first, _ = store.save_search("Mer", "mer")
    store.remove_smart_feed(first)
    removal = store.journal()[0].id
    second, _ = store.save_search("Train", "train")
    assert second != first
    store.undo(removal)
    assert numbers(store) == {"Mer": (1, 1), "Train": (1, 1)}


def unread(store):
    return set(store.ids(ArticleFilter(View.UNREAD)))


def test_marks_are_done_again_until_something_else_is_done(store):
    first, second, third = store.ids(ArticleFilter())
    store.mark([first], read=True)
    store.mark_all(ArticleFilter())
    store.undo()
    assert unread(store) == {second, third}
    entry, changes = store.redo()
    assert (entry.kind, entry.undone, changes.statuses) == ("mark-read", False, {second, third})
    assert unread(store) == set()
    store.undo()
    assert unread(store) == {second, third}
    store.mark([second], starred=True)
    assert store.redo() is None
    assert unread(store) == {second, third}


def test_opening_an_article_does_not_forget_what_can_be_done_again(store):
    first, *_ = store.ids(ArticleFilter())
    store.remove_feed(1)
    store.undo()
    store.mark([first], read=True)
    assert store.redo()[0].kind == "remove-feed"
    assert store.feeds() == []


def test_what_is_older_than_a_moment_is_marked(store):
    ids = list(store.ids(ArticleFilter()))
    store.mark_all(ArticleFilter(), before=NOON - timedelta(hours=2))
    assert unread(store) == set(ids[:2])
    assert numbers(store) == {}
    store.undo()
    assert unread(store) == set(ids)
