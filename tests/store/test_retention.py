"""What a clean-up takes in a real library: the SQL and the pure rule are one, whatever the articles are like."""

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.core.entities import ChangeKind, ParsedEntry
from reader.core.plans import ArticlePlan
from reader.core.retention import Policy, Removal, Standing, goes
from reader.paths import find_paths
from reader.store import Store
from reader.store.encoding import to_ticks

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
SIZE = 12
MARKS = ("read", "starred", "annotated", "tagged", "archived", "muted", "deleted", "emptied")
articles = st.fixed_dictionaries({"came": st.integers(0, 500)} | dict.fromkeys(MARKS, st.booleans()))
policies = st.builds(Policy, st.integers(0, SIZE), st.integers(0, 14), st.sampled_from(Removal))


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with closing(Store.open(find_paths(str(tmp_path_factory.mktemp("library"))))) as store:
        for feed in range(2):
            store.add_feed(f"https://{feed}.example/")
        entries = [ParsedEntry(f"g{n}", f"T{n}", f"Texte {n}.", published=NOW) for n in range(SIZE)]
        plans = [ArticlePlan(one, ChangeKind.FIRST, one.guid, 2, 1) for one in entries]
        for feed_id in (1, 2):
            store.apply(feed_id, plans, NOW)
        yield store


def put(store, facts):
    """The library as the facts say: articles of the first feed, by id."""
    ask = store._database.execute_sql
    for table in ("highlight", "article_tag", "tag", "bin", "journal"):
        ask(f"DELETE FROM {table}")
    ask("INSERT INTO tag VALUES (1, 'mer', 'mer')")
    ask("INSERT INTO journal (id, kind, count, at, reverse) VALUES (1, 'clean-up', 1, 1, '{}')")
    for article_id, one in enumerate(facts, start=1):
        came = to_ticks(NOW - timedelta(days=one["came"]))
        aside = one["muted"] + 2 * one["archived"] + 4 * one["deleted"]
        ask("UPDATE article SET received = ?, sort = ? WHERE id = ?", (came, came - article_id % 3, article_id))
        sql = "UPDATE status SET read = ?, starred = ?, aside = ? WHERE article_id = ?"
        ask(sql, (one["read"], one["starred"], aside, article_id))
        if one["annotated"]:
            ask("INSERT INTO highlight VALUES (NULL, ?, 1, 'mots', '', '', 0, '', 1)", (article_id,))
        if one["tagged"]:
            ask("INSERT INTO article_tag VALUES (?, 1)", (article_id,))
        if one["emptied"]:
            ask("INSERT INTO bin VALUES (?, 'text', 1, 1, NULL)", (article_id,))


def standings(store, facts):
    order = "SELECT id FROM article WHERE feed_id = 1 AND aside < 4 ORDER BY sort DESC, id DESC"
    rank = {row[0]: number for number, row in enumerate(store._database.execute_sql(order).fetchall())}
    for article_id, one in enumerate(facts, start=1):
        marks = {name: one[name] for name in MARKS if name != "muted"}
        yield article_id, Standing(rank.get(article_id, 0), NOW - timedelta(days=one["came"]), **marks)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(articles, min_size=SIZE, max_size=SIZE), policies)
def test_a_clean_up_takes_what_the_rule_says_and_nothing_exempt(library, facts, policy):
    put(library, facts)
    expected = {article_id for article_id, one in standings(library, facts) if goes(one, policy, NOW)}
    operation, changes = library.clean_up(1, policy, NOW, limit=100, operation=None)
    assert changes.removed == expected
    assert (operation is None) == (not expected)
    taken = library._database.execute_sql("SELECT article_id FROM bin WHERE journal_id > 1").fetchall()
    assert {row[0] for row in taken} == expected
    for article_id in expected:
        one = facts[article_id - 1]
        assert one["read"] and not (one["starred"] or one["annotated"] or one["tagged"] or one["archived"])
    again = library.clean_up(1, policy, NOW, limit=100, operation=None)
    if policy.removes is Removal.TEXT:
        assert not again[1], "a second clean-up finds nothing"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(articles, min_size=SIZE, max_size=SIZE), policies)
def test_the_dry_run_says_what_the_clean_up_then_does(library, facts, policy):
    put(library, facts)
    told = library.clearing(1, policy, NOW)
    assert told.articles == len(library.clean_up(1, policy, NOW, limit=100, operation=None)[1].removed)
    assert (told.text > 0) == (told.articles > 0)
    exempt = [one for _, one in standings(library, facts) if not one.deleted]
    assert told.spared <= len(exempt) - told.articles


def test_a_clean_up_in_pieces_is_one_operation(library):
    put(library, [dict.fromkeys(MARKS, False) | {"read": True, "came": 400} for _ in range(SIZE)])
    operation, taken = None, []
    while True:
        operation, changes = library.clean_up(
            1, Policy(months=6, removes=Removal.ARTICLE), NOW, limit=5, operation=operation
        )
        if not changes:
            break
        taken.append(len(changes.removed))
    assert taken == [5, 5, 2]
    entry = library.journal(1)[0]
    assert (entry.id, entry.kind, entry.count) == (operation, "clean-up", SIZE)
    feed = library.feed(1)
    assert (feed.unread, feed.total) == (0, 0)
    undone, changes = library.undo()
    assert undone.id == operation and len(changes.removed) == SIZE
    assert library.feed(1).total == SIZE
    library.redo()
    assert library.feed(1).total == 0
    library.undo()
    assert library.feed(1).total == SIZE
    assert json.loads(library._database.execute_sql("SELECT json_group_array(aside) FROM article").fetchone()[0]) == (
        [0] * SIZE * 2
    )


def test_a_feed_s_own_limits_come_first_and_can_be_undone(library):
    usual = Policy(months=6)
    assert library.policies(usual) == {1: usual, 2: usual}
    library.set_retention(2, Policy())
    assert library.policies(usual) == {1: usual, 2: Policy()}
    library.set_retention(2, Policy(50, removes=Removal.ARTICLE))
    assert library.feed(2).retention == "50/0/article"
    library.undo()
    library.undo()
    assert library.policies(usual) == {1: usual, 2: usual}
