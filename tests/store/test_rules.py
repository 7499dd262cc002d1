"""Rules in the library: what they hide is in no list and no number, kept whole, and comes back; all of it undoable."""

from datetime import UTC, datetime, timedelta

import pytest

from reader.core.entities import ChangeKind, ParsedEntry
from reader.core.errors import UsageError
from reader.core.filters import ArticleFilter, View
from reader.core.plans import ArticlePlan
from reader.core.rules import Deed, Net, RuleDraft
from reader.store import rule_deeds

NOON = datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0)


def plan(number, words, article_id=None, **facts):
    given = {"guid": f"g{number}", "title": f"T{number}", "markdown": words}
    entry = ParsedEntry(**given | {"published": NOON - timedelta(hours=number)} | facts)
    kind = ChangeKind.FIRST if article_id is None else ChangeKind.ADDED
    return ArticlePlan(entry, kind, words + entry.title, 9, 2, article_id)


@pytest.fixture
def store(library):
    """T1–T4 in Alpha (folder Presse), T5 and T6 in Beta."""
    library.add_feed("https://a.example/", title="Alpha", folder="Presse")
    library.add_feed("https://b.example/", title="Beta")
    alpha = [
        plan(1, "Le phare.", section="Mer"),
        plan(2, "La mer et le phare.", author="Zoé"),
        plan(3, "Un train."),
        plan(4, "Le gardien.", section="mer", title="T4 Phare"),
    ]
    library.apply(1, alpha, NOON)
    library.apply(2, [plan(5, "Un phare encore."), plan(6, "Rien de tel.")], NOON)
    return library


def titles(store, **wanted):
    return "".join(row.title[1] for row in store.rows(store.ids(ArticleFilter(**wanted))))


def finish(store):
    while store.run_rules() is not None:
        pass


def mute(store, deed=Deed.HIDE, until=None, name="x", rule_id=None, **net):
    saved, _ = store.save_rule(RuleDraft(name, Net(**net), deed, until), rule_id)
    finish(store)
    return saved


def numbers(store):
    totals = store.totals()
    return totals[View.ALL], totals[View.UNREAD], totals[View.MUTED]


def right(store):
    """Every number beside a list is the length of that list."""
    for view in View:
        if view is not View.HOME:
            assert store.count(ArticleFilter(view)) == len(store.ids(ArticleFilter(view))), view
    for view, number in store.totals().items():
        unread = ArticleFilter(view, hide_read=view is View.TODAY)
        assert number == len(store.ids(unread)), view
    for feed in store.feeds():
        assert feed.unread == len(store.ids(ArticleFilter(View.UNREAD, feed_id=feed.id)))
        assert feed.total == len(store.ids(ArticleFilter(feed_id=feed.id)))
    for folder, (unread, total) in store.folder_counts().items():
        assert unread == len(store.ids(ArticleFilter(View.UNREAD, folder=folder)))
        assert total == len(store.ids(ArticleFilter(folder=folder)))
    for smart in store.smart_feeds():
        assert smart.total == len(store.ids(ArticleFilter(search=smart.query)))
        assert smart.unread == len(store.ids(ArticleFilter(View.UNREAD, search=smart.query)))


CAUGHT = [
    ({"words": ("phare",)}, "1245"),
    ({"words": ("phare",), "title_only": True}, "4"),
    ({"words": ("phare",), "without": ("mer",)}, "145"),
    ({"sections": ("MER",)}, "14"),
    ({"authors": ("zoe",)}, "2"),
    ({"feeds": (2,)}, "56"),
    ({"feeds": (2,), "words": ("phare",)}, "5"),
    ({"expression": r"ph[aà]re\.$"}, "12"),
    ({"expression": "train|gardien"}, "34"),
]


@pytest.mark.parametrize(("net", "caught"), CAUGHT, ids=str)
def test_muted_articles_leave_every_list_and_number_and_come_back(store, net, caught):
    store.save_search("Phares", "phare")
    everything, rest = "123456", "".join(one for one in "123456" if one not in caught)
    preview = store.preview_rule(Net(**net))
    assert "".join(sorted(row.title[1] for row in store.rows(preview.caught))) == caught and preview.below is None
    rule_id = mute(store, **net)
    assert titles(store) == titles(store, view=View.UNREAD) == rest
    assert (
        titles(store, view=View.MUTED)
        == titles(store, search="is:muted")
        == titles(store, search="est:masqué")
        == caught
    )
    assert numbers(store) == (len(rest), len(rest), len(caught))
    assert titles(store, search="-is:muted") == rest
    right(store)
    (rule,) = store.rules()
    assert (rule.caught, rule.left, rule.acts) == (len(caught), 0.0, True)
    store.mark_all(ArticleFilter())
    assert store.totals()[View.UNREAD] == 0
    store.remove_rule(rule_id)
    assert titles(store) == everything and titles(store, view=View.UNREAD) == caught
    assert store.rules() == [] and numbers(store)[2] == 0
    right(store)


def test_a_muted_article_is_kept_whole_and_a_star_is_seen_in_any_case(store):
    (two,) = store.ids(ArticleFilter(search="author:zoe"))
    before = store.article(two)
    mute(store, words=("phare",))
    assert store.article(two) == before
    store.mark([two], starred=True)
    assert titles(store, view=View.STARRED) == "2" and store.count(ArticleFilter(View.STARRED)) == 1
    assert store.rules_hiding(two) == [store.rules()[0].id]
    right(store)


def test_what_comes_in_is_ruled_in_the_transaction_that_stores_it(store):
    mute(store, words=("phare",))
    changes = store.apply(1, [plan(7, "Un phare neuf."), plan(8, "Autre chose.")], NOON)
    assert len(changes.new) == 2
    assert titles(store) == "368" and "7" in titles(store, view=View.MUTED)
    assert [row.title for row in store.rows(store.news_among(changes.new))] == ["T8"]
    right(store)


def test_a_changed_article_is_looked_at_again(store):
    mute(store, words=("phare",))
    (train,) = store.ids(ArticleFilter(search="train"))
    store.apply(1, [plan(3, "Un train vers le phare.", train)], NOON)
    assert titles(store) == "6"
    store.apply(1, [plan(3, "Un train vers la gare.", train)], NOON)
    assert titles(store) == "36"
    right(store)


def test_a_page_that_completes_an_article_is_looked_at(store):
    from dataclasses import replace

    store.save_search("Phares", "phare")
    mute(store, words=("phare",))
    (train,) = store.ids(ArticleFilter(search="train"))
    whole = replace(plan(3, "Un train.\n\nIl va au phare.", train), kind=None)
    store.complete_article(whole, "stored")
    assert titles(store) == "6" and store.rules()[0].caught == 5
    right(store)


def test_two_rules_on_one_article_hide_it_until_both_let_go(store):
    one, two = mute(store, words=("mer",)), mute(store, words=("phare",))
    store.remove_rule(one)
    assert titles(store) == "36"
    store.remove_rule(two)
    assert titles(store) == "123456"


def test_switching_off_brings_back_and_on_again_hides(store):
    rule = mute(store, words=("phare",))
    store.switch_rule(rule, False)
    assert titles(store) == "123456" and not store.rules()[0].acts and store.rules()[0].caught == 4
    store.apply(1, [plan(7, "Phare, septième.")], NOON)
    store.switch_rule(rule, True)
    finish(store)
    assert titles(store) == "36"
    assert [entry.kind for entry in store.journal()] == ["start-rule", "stop-rule", "save-rule"]
    assert [entry.count for entry in store.journal()] == [4, 4, 4]
    assert not store.switch_rule(rule, True)
    right(store)


def test_a_rule_ends_by_itself_and_what_it_hid_comes_back(store):
    end = datetime.now(UTC) + timedelta(days=1)
    rule = mute(store, words=("phare",), until=end)
    assert not store.end_rules(end - timedelta(seconds=1)) and titles(store) == "36"
    changes = store.end_rules(end)
    assert changes.counts and len(changes.removed) == 4
    assert titles(store) == "123456" and store.rules()[0].ended and not store.rules()[0].acts
    store.apply(1, [plan(7, "Phare, septième.")], NOON)
    assert "7" in titles(store)
    mute(store, rule_id=rule, words=("phare",), until=end + timedelta(days=7))
    assert titles(store) == "36" and not store.rules()[0].ended
    right(store)


def snapshot(store):
    ask = store._database.execute_sql
    tables = ("article", "article_text", "status", "revision", "feed", "smart_feed", "rule_match")
    return [ask(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables]


def without_times(state):
    """`changed_at` of a status says when it was last marked, also by undoing nothing of it."""
    return [[row[:6] + row[7:] if number == 2 else row for row in table] for number, table in enumerate(state)]


@pytest.mark.parametrize("deed", Deed)
def test_undoing_a_rule_takes_back_all_that_it_did_and_redoing_does_it_again(store, deed):
    store.save_search("Phares", "phare")
    store.mark([store.ids(ArticleFilter(search="author:zoe"))[0]], read=True, starred=True)
    before = without_times(snapshot(store))
    mute(store, deed, words=("phare",))
    done, marked = without_times(snapshot(store)), titles(store, view=View.STARRED)
    assert done != before
    entry, changes = store.undo()
    assert entry.kind == "save-rule" and entry.count == 4 and changes.counts
    undone = without_times(snapshot(store))
    assert undone[:-1] == before[:-1] and store.rules() == []
    right(store)
    store.redo()
    finish(store)
    assert without_times(snapshot(store)) == done and titles(store, view=View.STARRED) == marked
    assert [rule.caught for rule in store.rules()] == [4]
    store.undo()
    assert without_times(snapshot(store))[:-1] == before[:-1]


def test_changing_a_rule_lets_go_what_it_caught_before_and_can_be_undone(store):
    rule = mute(store, words=("phare",), name="Phares")
    mute(store, rule_id=rule, words=("train",), name="Trains")
    assert titles(store) == "12456" and [(one.name, one.caught) for one in store.rules()] == [("Trains", 1)]
    store.undo()
    finish(store)
    assert titles(store) == "36" and [(one.name, one.caught) for one in store.rules()] == [("Phares", 4)]
    mute(store, Deed.READ, rule_id=rule, words=("phare",), name="Phares")
    assert titles(store) == "123456"
    right(store)


def test_removing_can_be_undone_days_later_with_what_came_in_between(store):
    rule = mute(store, words=("phare",))
    store.remove_rule(rule)
    store.apply(1, [plan(7, "Phare, septième.")], NOON)
    assert "7" in titles(store)
    store.undo()
    finish(store)
    assert titles(store) == "36" and store.rules()[0].id == rule


def test_a_rule_that_marks_as_read_leaves_what_the_reader_unmarked_alone(store):
    mute(store, Deed.READ, words=("phare",))
    assert titles(store, view=View.UNREAD) == "36" and titles(store) == "123456"
    changes = store.apply(1, [plan(7, "Un phare neuf."), plan(8, "Autre chose.")], NOON)
    assert titles(store, view=View.UNREAD) == "368"
    assert [row.title for row in store.rows(store.news_among(changes.new))] == ["T8"]
    (zoe,) = store.ids(ArticleFilter(search="author:zoe"))
    store.mark([zoe], read=False)
    store.apply(1, [plan(2, "La mer, le phare et la pluie.", zoe, author="Zoé")], NOON)
    assert "2" in titles(store, view=View.UNREAD)
    assert [entry.kind for entry in store.journal()] == ["mark-unread", "save-rule"]


def test_a_rule_that_stars(store):
    mute(store, Deed.STAR, sections=("mer",))
    store.apply(2, [plan(7, "x", section="Mer")], NOON)
    assert titles(store, view=View.STARRED) == "147"


def smart_feeds(store):
    return [(one.name, one.query, one.unread, one.total) for one in store.smart_feeds()]


def test_a_rule_that_collects_is_a_smart_feed_by_any_means_that_rules_have(store):
    rule = mute(store, Deed.COLLECT, expression=r"ph\w+e", feeds=(1,), name='Phares "vifs"')
    assert smart_feeds(store) == [('Phares "vifs"', 'rule:"Phares vifs"', 3, 3)]
    assert titles(store) == "123456" and titles(store, search='rule:"phares vifs"') == "124"
    store.apply(1, [plan(7, "Un phare neuf."), plan(8, "Autre chose.")], NOON)
    right(store)
    assert smart_feeds(store)[0][2:] == (4, 4)
    mute(store, Deed.COLLECT, rule_id=rule, words=("train",), name="Trains")
    assert smart_feeds(store) == [("Trains", 'rule:"Trains"', 1, 1)]
    store.undo()
    finish(store)
    assert smart_feeds(store) == [('Phares "vifs"', 'rule:"Phares vifs"', 4, 4)]
    mute(store, words=("mer",))
    assert smart_feeds(store)[0][2:] == (3, 3)
    right(store)
    store.remove_rule(rule)
    assert smart_feeds(store) == []
    store.undo()
    finish(store)
    assert smart_feeds(store)[0][2:] == (3, 3)
    right(store)
    mute(store, Deed.READ, rule_id=rule, words=("phare",), name="Phares")
    assert smart_feeds(store) == []
    store.undo()
    finish(store)
    assert smart_feeds(store)[0][2:] == (3, 3)


def test_making_a_rule_that_collects_is_undone_and_done_again_in_one(store):
    mute(store, Deed.COLLECT, words=("phare",), name="Phares")
    held = smart_feeds(store)
    store.undo()
    assert smart_feeds(store) == [] and store.rules() == []
    store.redo()
    finish(store)
    assert smart_feeds(store) == held
    store.undo()
    saved, _ = store.save_search("Autre", "mer")
    assert saved != 1, "an id of what can come back is nobody else's"


def test_a_search_names_a_rule(store):
    mute(store, Deed.READ, words=("phare",), name="Mer")
    mute(store, Deed.READ, words=("train",), name="Mer du Nord")
    assert titles(store, search="rule:mer") == "1245" and titles(store, search='règle:"mer du"') == "3"
    assert titles(store, search="rule:nord -train") == "" and titles(store, search="-rule:mer") == "36"
    mute(store, words=("gardien",), name="Gardien")
    assert titles(store, search="rule:gardien") == "" and titles(store, search="rule:gardien is:muted") == "4"


def test_a_long_run_goes_piece_by_piece_and_a_kill_costs_no_more_than_one(store, monkeypatch, paths):
    from reader.store import Store

    monkeypatch.setattr(rule_deeds, "_AT_ONCE", 2)
    changes = store.save_rule(RuleDraft("x", Net(words=("phare",)), Deed.READ))[1]
    assert changes.counts and store.rules_pending() and 0.5 < store.rules()[0].left < 1
    assert titles(store, view=View.UNREAD) == "12346"  # the newest two by arrival, T5 and T6, are done
    again = Store.open(paths, role="engine")
    assert again.run_rules(1) is not None and again.rules()[0].left < store.rules()[0].left + 0.5
    again.close()
    finish(store)
    assert titles(store, view=View.UNREAD) == "36" and not store.rules_pending()
    assert [(entry.kind, entry.count) for entry in store.journal()] == [("save-rule", 4)]
    store.undo()
    assert titles(store, view=View.UNREAD) == "123456"


def test_a_run_that_was_undone_meanwhile_does_nothing_more(store, monkeypatch):
    monkeypatch.setattr(rule_deeds, "_AT_ONCE", 2)
    store.save_rule(RuleDraft("x", Net(words=("phare",))))
    store.undo()
    assert not store.rules_pending() and store.run_rules() is None
    assert titles(store) == "123456"


def test_twins_the_one_that_is_not_muted_stands_for_both(library):
    text = (
        "Le gardien du phare quitte la pointe ce soir, dit la mairie, et personne ne le remplace avant le mois de mars."
    )
    for number, name in ((1, "Alpha"), (2, "Beta")):
        library.add_feed(f"https://{number}.example/", title=name, folder="Presse")
        library.apply(number, [plan(number, text, title="Le phare ferme", published=NOON)], NOON)
    assert [row.feed for row in library.rows(library.ids(ArticleFilter()))] == ["Alpha"]
    mute(library, feeds=(1,))
    assert [row.feed for row in library.rows(library.ids(ArticleFilter()))] == ["Beta"]
    right(library)
    mute(library, words=("gardien",))
    assert not library.ids(ArticleFilter()) and len(library.ids(ArticleFilter(View.MUTED))) == 1
    right(library)


def test_feeds_that_were_left_keep_only_their_stars_and_numbers_are_right(store):
    (five,) = store.ids(ArticleFilter(search="encore"))
    store.mark([five], starred=True)
    mute(store, words=("phare",))
    store.remove_feed(2)
    right(store)
    store.undo()
    right(store)


BAD = ["(", "[a", "*a", "(?P<x>", "a{3,1}", "\\", "(?<=a*)*(", "x" * 1001]


@pytest.mark.parametrize("expression", BAD)
def test_what_is_no_expression_gets_a_sentence(store, expression):
    with pytest.raises(UsageError, match="expression") as error:
        store.preview_rule(Net(expression=expression))
    assert "expression" in error.value.fr and error.value.fr != error.value.en


HANGS = [r"(a+)+$", r"(a|aa)+$", r"(.*a){25}", r"(\w+\s?)+$", r"(x+x+)+y", r"^(([a-z])+.)+[A-Z]([a-z])+$"]


@pytest.mark.parametrize("expression", HANGS)
def test_an_expression_that_would_hang_is_given_up_and_its_rule_is_stopped_or_harmless(store, expression):
    long = [plan(number, ("a" * 60 + "b ") * 40 + "x" * 3000 + "!") for number in range(10, 16)]
    store.apply(1, long, NOON)
    store.save_rule(RuleDraft("x", Net(expression=expression)))
    finish(store)
    (rule,) = store.rules()
    assert not store.rules_pending()
    if rule.slow:
        assert not rule.acts and titles(store)[-6:] == "111111"
        assert store.preview_rule(Net(expression=expression)).slow
    right(store)


def test_one_that_surely_hangs_is_stopped_and_says_so_and_can_be_tried_again(store):
    store.apply(1, [plan(number, "a" * 5000 + "!") for number in range(10, 16)], NOON)
    rule, _ = store.save_rule(RuleDraft("x", Net(expression=r"(a+a+)+b")))
    assert store.rules()[0].slow and not store.rules()[0].enabled and not store.rules_pending()
    store.switch_rule(rule, True)
    assert not store.rules()[0].slow and store.rules()[0].enabled
    finish(store)
    assert store.rules()[0].slow
