"""Clean-ups and the bin: undone after days the library is what it was; purged, only what may go is gone."""

from contextlib import closing
from datetime import timedelta

import pytest

from reader.core.entities import NotificationKind
from reader.core.filters import ArticleFilter, View
from reader.core.highlights import Highlight
from reader.core.retention import Policy, Removal, agreement
from reader.engine import protocol
from reader.engine.decide import decide
from reader.engine.tidying import Housekeeper
from reader.settings import load_settings
from reader.store import Store
from tests.engine.test_process import engine, heard, say
from tests.old_library import NOW, SHARED, ask, counted, entry, everything, files, fill

LATER = NOW + timedelta(days=31)


@pytest.fixture
def feed_id(library, paths):
    return fill(library, paths)


@pytest.fixture
def keeper(library, paths):
    def keeper(free=10**12, **options):
        return Housekeeper(library, paths, lambda _: None, "en", free=lambda _: free, **options)

    return keeper


def limits(paths, **values):
    settings = load_settings(paths.settings_file)
    for name, value in values.items():
        settings.set(name, value)
    return settings


def agree(library, paths, **values):
    settings = limits(paths, **values)
    settings.set("retention_agreed", agreement(library.policies(settings.policy())))


def titles(library, **options):
    return sorted(row.title for row in library.rows(list(library.ids(ArticleFilter(**options)))))


def id_of(paths, title):
    return ask(paths, "SELECT id FROM article WHERE title = ?", title)[0][0]


@pytest.mark.parametrize("removes", ["text", "article"])
def test_a_clean_up_undone_days_later_leaves_the_library_as_it_was(library, paths, feed_id, keeper, removes):
    library.tag([id_of(paths, "T1")], add=["mer"])
    library.mark([id_of(paths, "T2")], starred=True)
    library.mark([id_of(paths, "T3")], read=False)
    before = everything(paths)
    agree(library, paths, retention_newest=1, retention_removes=removes)
    assert keeper().tidy(NOW).cleaned == 2
    assert titles(library) == (["T1", "T2", "T3", "T5"] if removes == "article" else [f"T{n}" for n in range(6)])
    assert everything(paths) != before and counted(paths)
    assert files(paths) == before[1]
    keeper().tidy(NOW + timedelta(days=20))
    entry, changes = library.undo(library.journal()[0].id)
    assert (entry.kind, entry.count, len(changes.removed)) == ("daily-clean-up", 2, 2)
    assert everything(paths) == before and counted(paths)


def test_nothing_happens_before_the_limits_were_seen(library, paths, feed_id, keeper):
    before = everything(paths)
    limits(paths, retention_newest=1)
    assert keeper().tidy(NOW) == protocol.Tidied()
    assert everything(paths) == before
    agree(library, paths)
    library.set_retention(feed_id, Policy(2))
    assert keeper().tidy(NOW + timedelta(days=2)) == protocol.Tidied(), "these limits were not seen yet"
    library.undo()
    assert keeper().tidy(NOW + timedelta(days=3, hours=1)).cleaned == 5


def test_it_runs_once_a_day_and_says_what_it_did(library, paths, feed_id, keeper):
    agree(library, paths, retention_newest=3, retention_removes="article")
    assert keeper().tidy(NOW).cleaned == 3
    notice = library.notifications()[0]
    assert (notice.kind, notice.title) == (NotificationKind.STORAGE, "Clean-up")
    assert notice.text.startswith("3 read articles have gone into the bin") and "30 days" in notice.text
    agree(library, paths, retention_newest=1)
    assert keeper().tidy(NOW + timedelta(hours=23)).cleaned == 0
    assert keeper().tidy(NOW + timedelta(hours=25)).cleaned == 2


def test_undo_is_about_what_the_reader_did_and_not_about_the_daily_clean_up(library, paths, feed_id, keeper):
    library.mark([id_of(paths, "T5")], read=False)
    library.undo()
    agree(library, paths, retention_newest=3)
    assert keeper().tidy(NOW).cleaned == 3
    daily = library.journal(1)[0]
    assert daily.kind == "daily-clean-up"
    assert library.redo()[0].kind == "mark-unread", "it has not taken the way forward"
    assert library.undo()[0].kind == "mark-unread"
    assert library.next_undo().kind == "mark-read" and library.next_undo(daily.id) == daily
    assert library.undo(daily.id)[0].count == 3
    assert ask(paths, "SELECT count(*) FROM bin") == [(0,)]


@pytest.mark.parametrize("removes", list(Removal))
def test_what_has_waited_long_enough_goes_for_good_and_nothing_else(library, paths, feed_id, keeper, removes):
    kept = fill(library, paths, 2, feed="b")
    library.set_retention(kept, Policy())
    agree(library, paths, retention_newest=2, retention_removes=removes.value)
    first = id_of(paths, "T0")
    old_file = library.article(first).pictures[0].file
    attachment = "attachments/son.mp3"
    keeper().tidy(NOW)
    held = files(paths)
    gone = keeper().tidy(LATER)
    assert gone.purged == 4 and gone.bytes > 500
    assert library.notifications()[0].text.startswith("4 articles have left the disk")
    assert library.journal()[0].lapsed and library.undo(library.journal()[0].id) is None
    assert counted(paths) and library.check() == []
    # The other feed's articles need the same pictures: they stay, and so does the attachment.
    assert old_file in files(paths)
    assert attachment in files(paths)
    assert set(files(paths)) == {row[0] for row in ask(paths, "SELECT file FROM asset WHERE file IS NOT NULL")} | {
        attachment
    }
    assert len(files(paths)) < len(held)
    article = library.article(first)
    if removes is Removal.ARTICLE:
        assert article is None and "T0" not in titles(library, feed_id=feed_id)
    else:
        assert (article.title, article.markdown, article.revisions, article.pictures) == ("T0", "", (), ())
        assert titles(library, search="t0") == ["T0"], "of the two feeds that have it, the one that holds its text"
        assert library.rows(list(library.ids(ArticleFilter(search="t0"))))[0].feed == "B"
        assert titles(library, feed_id=feed_id, search="t1") == ["T1"]
    assert ask(paths, "SELECT count(*) FROM search WHERE search MATCH 'récit'") == [(4,)]
    assert [len(library.article(one).revisions) for one in library.ids(ArticleFilter(feed_id=kept))] == [1, 2]
    assert library.offline_summary().missing == 0


def test_a_picture_stays_while_an_earlier_version_needs_it(library, paths, feed_id, keeper):
    other, _ = library.add_feed("https://c.example/", title="C")
    first = library.known(feed_id, ["a1"])["a1"]
    with_picture = entry(1, guid="c1", title="Autre", markdown=f"Texte. ![x]({SHARED})")
    library.apply(other, [decide(with_picture, None)], NOW)
    without = entry(1, guid="c1", title="Autre", markdown="Texte tout autre, sans image ni rien d'ancien.", pictures=())
    library.apply(other, [decide(without, library.known(other, ["c1"])["c1"])], NOW)
    assert first is not None
    library.delete(list(library.ids(ArticleFilter(feed_id=feed_id))))
    keeper().empty_bin(NOW + timedelta(days=365))
    assert library.asset_for(SHARED) in files(paths), "version 1 of the other article shows it"
    assert library.asset_for("https://p.example/2.png") is None
    assert len(files(paths)) == 2, "its own picture and the shared one"


def test_what_was_marked_since_comes_back_instead_of_going(library, paths, feed_id, keeper):
    agree(library, paths, retention_newest=1)
    keeper().tidy(NOW)
    starred, noted, tagged, again = (id_of(paths, f"T{n}") for n in range(4))
    library.mark([starred], starred=True)
    library.highlights.keep(Highlight(0, noted, 1, "récit", "Le ", " du", 0.1, "", NOW))
    library.tag([tagged], add=["mer"])
    library.mark([again], read=False)
    assert keeper().tidy(LATER).purged == 1
    for one in (starred, noted, tagged, again):
        assert "récit" in library.article(one).markdown
    assert library.article(id_of(paths, "T4")).markdown == ""
    assert ask(paths, "SELECT count(*) FROM bin") == [(1,)]


def test_a_starred_article_deleted_by_hand_waits_for_ever(library, paths, feed_id, keeper):
    star, plain = id_of(paths, "T1"), id_of(paths, "T2")
    library.mark([star], starred=True)
    library.mark([plain], read=False)
    library.delete([star, plain])
    assert keeper().tidy(LATER + timedelta(days=900)).purged == 1
    assert library.article(plain) is None
    assert not library.journal()[0].undone
    library.undo()
    assert titles(library) == ["T0", "T1", "T3", "T4", "T5"]


def test_a_disk_that_is_nearly_full_does_not_wait(library, paths, feed_id, keeper):
    library.delete([id_of(paths, "T1")])
    assert keeper().tidy(NOW + timedelta(days=365)).purged == 1
    library.delete([id_of(paths, "T2")])
    now = library.journal()[0].at + timedelta(minutes=1)
    assert keeper().tidy(now).purged == 0
    assert keeper(free=1_000_000).tidy(now).purged == 1
    assert "The disk is nearly full" in [one.title for one in library.notifications()]


@pytest.mark.parametrize("purged", [False, True])
@pytest.mark.parametrize("removes", ["text", "article"])
def test_what_the_feed_still_shows_is_not_new_again(library, paths, feed_id, keeper, removes, purged):
    agree(library, paths, retention_newest=1, retention_removes=removes)
    keeper().tidy(NOW)
    if purged:
        keeper().tidy(LATER)
    before = everything(paths)
    for facts in ({}, {"title": "T1 [MàJ]", "markdown": "Un texte tout neuf, bien plus long que celui d'avant."}):
        known = library.known(feed_id, ["a1"])
        again = entry(1, guid="a1", **facts)
        assert known["a1"].gone == (removes == "article" or purged)
        plan = decide(again, known["a1"])
        if known["a1"].gone or not facts:
            assert plan is None
    if library.known(feed_id, ["a1"])["a1"].gone:
        moved = entry(1, guid="moved")
        held = library.known_renamed(feed_id, [moved], ["moved"])
        assert decide(moved, held["moved"]) is None, "under another identifier, too"
    assert everything(paths) == before


def test_an_archived_article_that_changes_stays_archived(library, paths, feed_id):
    article_id = id_of(paths, "T1")
    library.archive([article_id])
    for number in (1, 2):
        longer = entry(number, "Et la mairie annonce que le phare sera vendu en mars.", guid=f"a{number}")
        library.apply(feed_id, [decide(longer, library.known(feed_id, [longer.guid])[longer.guid])], NOW)
    article = library.article(article_id)
    assert (article.revision, article.archived, article.changed_since_read) == (2, True, True)
    assert titles(library, view=View.UPDATED) == ["T2"] and "T1" in titles(library, view=View.ARCHIVE)
    assert counted(paths)


def test_a_feed_left_keeps_its_archive_and_comes_back_whole_after_days(library, paths, feed_id, keeper):
    library.archive([id_of(paths, "T1"), id_of(paths, "T2")])
    library.mark([id_of(paths, "T2"), id_of(paths, "T3")], starred=True)
    library.tag([id_of(paths, "T4")], add=["mer"])
    agree(library, paths, retention_newest=1, retention_removes="article")
    before = everything(paths)
    library.remove_feed(feed_id)
    assert titles(library) == ["T3"] and library.count(ArticleFilter()) == 1
    assert titles(library, view=View.ARCHIVE) == ["T1", "T2"] and library.totals()[View.ARCHIVE] == 2
    assert titles(library, view=View.STARRED) == ["T2", "T3"]
    assert titles(library, search="récit", archived=True) == ["T1", "T2", "T3"]
    assert keeper().tidy(NOW + timedelta(days=3)) == protocol.Tidied(), "what was left is not cleaned up"
    keeper().tidy(NOW + timedelta(days=90))
    library.undo()
    assert everything(paths) == before


def test_an_article_deleted_through_one_feed_does_not_come_back_through_another(library, paths, feed_id):
    words = " ".join(f"mot{n}" for n in range(60))
    one = entry(9, guid="x9", title="Le gardien quitte le phare", markdown=words, url="https://a.example/gardien")
    other, _ = library.add_feed("https://d.example/", title="D")
    for deed, already in ((library.delete, 0), (library.archive, 1)):
        library.apply(feed_id, [decide(one, None)], NOW)
        article_id = ask(paths, "SELECT max(id) FROM article WHERE feed_id = ?", feed_id)[0][0]
        deed([article_id])
        library.apply(other, [decide(one, None)], NOW)
        assert len(library.ids(ArticleFilter(feed_id=other))) == already
        library.undo()
        one = entry(9, guid="x10", title="La mer monte encore", markdown=words[::-1], url="https://a.example/mer")


def test_very_many_come_back_piece_by_piece_and_ended_halfway_the_rest_does(library, paths, feed_id, keeper):
    before = everything(paths)
    library.delete(list(library.ids(ArticleFilter())))
    operation = library.journal(1)[0].id
    assert library.count_binned(operation) == 6 and library.next_undo().id == operation
    changes, over = library.take_back(operation, limit=4)
    assert (len(changes.removed), over) == (4, False) and not library.journal(1)[0].undone and counted(paths)
    assert keeper().take_back(operation) == protocol.Tidied(restored=2)
    assert library.journal(1)[0].undone and library.next_undo().kind == "mark-read"
    assert everything(paths) == before


LARGE = 1_500


@pytest.mark.slow
@pytest.mark.parametrize("removes", ["text", "article"])
def test_killed_in_mid_clean_up_nothing_is_lost(library, paths, removes):
    fill(library, paths, LARGE)
    before = everything(paths)
    limits(paths, retention_newest=10, retention_removes=removes)
    library.close()
    with engine(paths) as child:
        heard(child, protocol.Hello)
        say(child, protocol.CleanUp())
        while (told := heard(child, protocol.Tidying)[-1]).done < 300:
            pass
        assert told.total == LARGE - 10
        child.kill()
        child.wait()
    with closing(Store.open(paths)) as store:
        entry = store.journal(1)[0]
        assert 300 <= entry.count < LARGE - 10 and store.check() == [] and counted(paths)
    with engine(paths) as child:
        heard(child, protocol.Hello)
        say(child, protocol.CleanUp())
        assert heard(child, protocol.Tidied)[-1].cleaned == LARGE - 10 - entry.count
    with closing(Store.open(paths)) as store:
        assert [one.kind for one in store.journal(3)] == ["clean-up", "clean-up", "mark-read"]
        store.undo()
        store.undo()
    assert everything(paths) == before


@pytest.mark.slow
def test_killed_while_the_bin_is_emptied_no_picture_is_without_its_file(library, paths):
    fill(library, paths, 400)
    kept = list(library.ids(ArticleFilter()))[:50]
    library.delete(list(library.ids(ArticleFilter()))[50:])
    library.close()
    for done in (20, 100, 200):
        with engine(paths) as child:
            heard(child, protocol.Hello)
            say(child, protocol.EmptyBin())
            first = heard(child, protocol.Tidying)[-1].done
            while heard(child, protocol.Tidying)[-1].done - first < done - 20:
                pass
            child.kill()
            child.wait()
        named = {row[0] for row in ask(paths, "SELECT file FROM asset WHERE file IS NOT NULL")}
        assert named <= set(files(paths))
        with closing(Store.open(paths)) as store:
            assert store.check() == [] and counted(paths)
    with engine(paths) as child:
        heard(child, protocol.Hello)
        say(child, protocol.EmptyBin())
        assert heard(child, protocol.Tidied)[-1].bytes >= 0
    named = {row[0] for row in ask(paths, "SELECT file FROM asset WHERE file IS NOT NULL")}
    assert named == set(files(paths)) - {"attachments/son.mp3"} and len(named) == 51
    with closing(Store.open(paths)) as store:
        assert list(store.ids(ArticleFilter())) == kept
        assert all("récit" in store.article(one).markdown for one in kept)
