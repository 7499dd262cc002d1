from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from reader.core.entities import (
    Access,
    ChangeKind,
    Enclosure,
    OfflineState,
    ParsedEntry,
    ParsedFeed,
    Picture,
    ReadingPlace,
    UpdateNote,
    Validators,
)
from reader.core.filters import ArticleFilter, View
from reader.core.plans import ArticlePlan
from reader.paths import find_paths
from reader.store import Store

NOW = datetime(2026, 3, 14, 12, 30, 0, 123456, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    with closing(Store.open(find_paths(str(tmp_path / "library")))) as store:
        yield store


def entry(number, **facts):
    given = {"guid": f"g{number}", "title": f"Titre {number}", "markdown": f"Texte du récit {number}."}
    return ParsedEntry(**given | {"published": NOW - timedelta(hours=number)} | facts)


def first(*entries):
    return [ArticlePlan(one, ChangeKind.FIRST, f"hash {one.guid}", 4, 1) for one in entries]


def filled(store, *entries):
    feed_id, _ = store.add_feed("https://exemple.org/fil", title="Le Journal", folder="Presse")
    return feed_id, store.apply(feed_id, first(*(entries or map(entry, (1, 2, 3)))), NOW)


def titles(store, **wanted):
    return [row.title for row in store.rows(store.ids(ArticleFilter(**wanted)))]


def test_one_subscription_per_address(store):
    feed_id, changes = store.add_feed("https://Exemple.org:443/fil#haut")
    assert changes.feeds == {feed_id}
    again, changes = store.add_feed("http://exemple.org/fil")
    assert (again, bool(changes)) == (feed_id, False)


def test_articles_come_back_whole_newest_first(store):
    story = entry(
        1,
        kicker="C'est ainsi",
        author="Camille",
        section="Droit",
        tags=("mer",),
        language="fr",
        updated=NOW,
        access=Access.SUBSCRIBER,
        update=UpdateNote("MàJ", NOW, "Une précision."),
        pictures=(Picture("https://exemple.org/a.png", "vague", "La mer", "Anne", lead=True),),
        enclosures=(Enclosure("https://exemple.org/a.mp3", "audio/mpeg", 12),),
    )
    _, changes = filled(store, entry(2), story)
    assert titles(store) == ["Titre 1", "Titre 2"]
    article = store.article(store.ids(ArticleFilter())[0])
    assert (article.title, article.kicker, article.tags) == ("Titre 1", "C'est ainsi", ("mer",))
    assert (article.published, article.updated) == (NOW - timedelta(hours=1), NOW)
    assert (article.update, article.enclosures) == (story.update, story.enclosures)
    assert (article.lead_image, article.offline) == (story.pictures[0], OfflineState.TEXT)
    assert len(changes.new) == 2


def test_storing_the_same_plan_twice_stores_one_article(store):
    feed_id, _ = filled(store)
    assert not store.apply(feed_id, first(entry(1)), NOW)
    assert store.feeds()[0].total == 3


def test_a_revision_keeps_the_earlier_text_and_the_read_mark(store):
    feed_id, _ = filled(store)
    article_id = store.known(feed_id, ["g1"])["g1"].id
    store.mark([article_id], read=True)
    newer = entry(1, markdown="Un texte corrigé.", title="Nouveau titre")
    store.apply(feed_id, [ArticlePlan(newer, ChangeKind.CORRECTED, "h2", 3, 1, article_id)], NOW)
    article = store.article(article_id)
    assert (article.title, article.markdown, article.read) == ("Nouveau titre", "Un texte corrigé.", True)
    assert article.changed_since_read
    assert [revision.change for revision in article.revisions] == [ChangeKind.FIRST, ChangeKind.CORRECTED]
    assert store.article(article_id, 1).markdown == "Texte du récit 1."
    assert store.article(article_id, 9) is None
    assert [hit.row.id for hit in store.search("corrigé")] == [article_id]


VIEWS = [
    ({}, ["Titre 1", "Titre 2", "Titre 3"]),
    ({"view": View.UNREAD}, ["Titre 1", "Titre 3"]),
    ({"view": View.UNREAD, "keep": frozenset({2})}, ["Titre 1", "Titre 2", "Titre 3"]),
    ({"view": View.STARRED}, ["Titre 3"]),
    ({"folder": "Presse"}, ["Titre 1", "Titre 2", "Titre 3"]),
    ({"folder": "Autre"}, []),
    ({"feed_id": 99}, []),
    ({"section": "droit"}, ["Titre 2"]),
    ({"search": "RECIT 3"}, ["Titre 3"]),
    ({"search": '"*('}, []),
]


@pytest.mark.parametrize(("wanted", "expected"), VIEWS)
def test_a_filter_shows_these_articles(store, wanted, expected):
    filled(store, entry(1), entry(2, section="Droit"), entry(3))
    store.mark([2], read=True)
    store.mark([3], starred=True)
    assert titles(store, **wanted) == expected
    assert store.count(ArticleFilter(**wanted)) == len(expected)


def test_marking_all_is_undone_to_what_it_was(store):
    filled(store)
    store.mark([2], read=True)
    changes = store.mark_all(ArticleFilter(), origin="list")
    assert (changes.statuses, changes.origin) == ({1, 3}, "list")
    assert store.feeds()[0].unread == 0
    undone, changes = store.undo()
    assert (undone.kind, undone.count, changes.statuses) == ("mark-read", 2, {1, 3})
    assert titles(store, view=View.UNREAD) == ["Titre 1", "Titre 3"]
    assert store.feeds()[0].unread == 2
    store.undo()
    assert store.undo() is None


def test_leaving_a_feed_keeps_starred_articles_and_can_be_undone(store):
    feed_id, _ = filled(store)
    store.mark([3], starred=True)
    store.remove_feed(feed_id)
    assert (store.feeds(), titles(store)) == ([], ["Titre 3"])
    store.undo()
    assert len(store.feeds()) == 1 and len(titles(store)) == 3


def test_a_broken_feed_is_told_once_and_heals(store):
    feed_id, _ = filled(store)
    for _ in range(3):
        store.feed_failed(feed_id, now=NOW, next_due=NOW + timedelta(hours=1), error="Le site ne répond pas.")
    assert (store.feeds()[0].last_error, store.feeds()[0].failures) == ("Le site ne répond pas.", 3)
    assert [(line.title, line.text) for line in store.notifications()] == [("Le Journal", "Le site ne répond pas.")]
    assert store.due_feeds(NOW) == []
    assert [feed.id for feed in store.due_feeds(NOW + timedelta(hours=2))] == [feed_id]
    parsed = ParsedFeed("rss20", title="Le Journal du soir")
    store.feed_succeeded(feed_id, now=NOW, next_due=NOW, validators=Validators('"e"'), parsed=parsed)
    feed = store.feeds()[0]
    assert (feed.title, feed.last_error, feed.failures, feed.validators.etag) == ("Le Journal du soir", None, 0, '"e"')
    assert store.unseen_notifications() == 1
    store.mark_notifications_seen()
    assert store.unseen_notifications() == 0


def test_a_picture_makes_its_articles_ready(store):
    picture = Picture("https://exemple.org/a.png", lead=True)
    filled(store, entry(1, pictures=(picture,)), entry(2, pictures=(picture,)))
    (asset,) = store.pending_assets(10, NOW)
    changes = store.asset_stored(asset.id, file="media/ab/ab.png", content_hash="ab", size=9, width=4, height=3)
    assert changes.updated == {1, 2}
    assert [row.offline for row in store.rows([1, 2])] == [OfflineState.READY] * 2
    assert store.rows([1])[0].picture == "media/ab/ab.png"
    assert (store.offline_summary().ready, store.offline_summary().images_stored) == (2, 2)
    assert store.pending_assets(10, NOW) == []


def test_a_picture_that_failed_waits_for_its_time(store):
    filled(store, entry(1, pictures=(Picture("https://exemple.org/a.png"),)))
    (asset,) = store.pending_assets(10, NOW)
    store.asset_failed(asset.id, error="Absente.", retry_at=NOW + timedelta(hours=1))
    assert store.pending_assets(10, NOW) == []
    assert [asset.tries for asset in store.pending_assets(10, NOW + timedelta(hours=1))] == [1]


def test_the_place_and_everything_else_outlive_a_restart(store, tmp_path):
    filled(store)
    store.save_place(1, ReadingPlace(7, 0.25))
    store.close()
    with closing(Store.open(find_paths(str(tmp_path / "library")))) as again:
        assert again.article(1).place == ReadingPlace(7, 0.25)
        assert again.check() == []


@pytest.mark.parametrize("query", ["", "  ", '"', "a AND", "NEAR(", "-x", "titre:*", "récit*", "çà et là"])
def test_no_search_is_malformed(store, query):
    filled(store)
    assert isinstance(store.search(query), list)


def test_the_sidebar_s_numbers(store):
    feed_id, _ = filled(store, entry(1), entry(2, update=UpdateNote("MàJ")), entry(3))
    store.mark([store.ids(ArticleFilter())[2]], read=True, starred=True)
    totals = store.totals()
    assert (totals[View.UNREAD], totals[View.ALL], totals[View.STARRED], totals[View.UPDATED]) == (2, 3, 1, 1)
    assert store.feed(feed_id).unread == 2
    store.remove_feed(feed_id)
    assert store.totals()[View.UNREAD] == 0


def test_a_cosmetic_revision_is_stored_but_is_not_news(store):
    feed_id, _ = filled(store, entry(1))
    (article_id,) = store.ids(ArticleFilter())
    store.mark([article_id], read=True)
    for kind, changed in ((ChangeKind.COSMETIC, False), (ChangeKind.ADDED, True)):
        store.apply(feed_id, [ArticlePlan(entry(1), kind, kind.value, 4, 1, article_id)], NOW)
        assert store.article(article_id).changed_since_read is changed
        assert store.rows([article_id])[0].changed is changed
        assert bool(titles(store, view=View.UPDATED)) is changed
    assert len(store.article(article_id).revisions) == 3


def test_renaming_moving_and_importing_can_be_undone(store):
    feed_id, _ = filled(store)
    store.rename_feed(feed_id, "Mon journal")
    store.move_feed(feed_id, "Matin")
    assert (store.feed(feed_id).title, store.feed(feed_id).folder, store.folders()) == (
        "Mon journal", "Matin", ["Matin"])  # fmt: skip
    added, _ = store.import_feeds(
        [("https://exemple.org/fil", None, None, None), ("https://autre.example/fil", "Autre", "Matin", None)]
    )
    assert [store.feed(one).title for one in added] == ["Autre"]
    assert [store.undo()[0].kind for _ in range(3)] == ["import", "move-feed", "rename-feed"]
    assert [(feed.title, feed.folder) for feed in store.feeds()] == [("Le Journal", "Presse")]


def test_a_moved_feed_is_believed_the_second_time(store):
    feed_id, _ = store.add_feed("https://exemple.org/fil")
    facts = {"now": NOW, "next_due": NOW, "validators": Validators(), "parsed": None}
    for seen in ("https://exemple.org/fil", "https://nouveau.example/fil"):
        store.feed_succeeded(feed_id, **facts, moved_to="https://nouveau.example/fil")
        assert store.feed(feed_id).url == seen


def test_the_article_being_read_stays_in_unread(store):
    filled(store)
    being_read = store.ids(ArticleFilter())[1]
    store.mark([being_read], read=True)
    assert titles(store, view=View.UNREAD) == ["Titre 1", "Titre 3"]
    kept = ArticleFilter(View.UNREAD, keep=frozenset({being_read}))
    assert [row.title for row in store.rows(store.ids(kept))] == ["Titre 1", "Titre 2", "Titre 3"]
    assert store.count(kept) == 3


def test_a_picture_given_up_gets_another_chance_at_a_repair(store):
    filled(store, entry(1, pictures=(Picture("https://exemple.org/m.jpg"),)))
    (asset,) = store.pending_assets(5, NOW)
    store.asset_failed(asset.id, error="absent", retry_at=None)
    assert store.pending_assets(5, NOW) == []
    assert store.retry_failed_assets() == 1
    store.asset_stored(asset.id, file="media/ab/x.jpg", content_hash="x", size=5, width=3, height=2)
    assert store.asset_for("https://exemple.org/m.jpg") == "media/ab/x.jpg"
    assert store.retry_failed_assets() == 0
