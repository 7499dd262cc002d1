"""Which articles a clean-up takes: the rule as a table, and the invariant for every article there could be."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.retention import (
    FeedClearing,
    Policy,
    Removal,
    Standing,
    agreement,
    goes,
    is_agreed,
    is_exempt,
    months_before,
    policy_from_text,
    worth_showing,
)

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
OLD = Standing(rank=500, came=NOW - timedelta(days=400))
BOTH = Policy(200, 6)


@pytest.mark.parametrize(
    ("one", "policy", "expected"),
    [
        (OLD, Policy(), False),
        (OLD, BOTH, True),
        (OLD, Policy(200), True),
        (OLD, Policy(months=6), True),
        (replace(OLD, rank=199), BOTH, False),
        (replace(OLD, rank=200), BOTH, True),
        (replace(OLD, rank=0), Policy(months=6), True),
        (replace(OLD, came=NOW - timedelta(days=30)), BOTH, False),
        (replace(OLD, came=NOW - timedelta(days=30)), Policy(200), True),
        (replace(OLD, read=False), BOTH, False),
        (replace(OLD, starred=True), BOTH, False),
        (replace(OLD, annotated=True), BOTH, False),
        (replace(OLD, tagged=True), BOTH, False),
        (replace(OLD, archived=True), BOTH, False),
        (replace(OLD, deleted=True), BOTH, False),
        (replace(OLD, emptied=True), BOTH, False),
        (replace(OLD, emptied=True), replace(BOTH, removes=Removal.ARTICLE), True),
    ],
)
def test_what_a_clean_up_takes(one, policy, expected):
    assert goes(one, policy, NOW) is expected


standings = st.builds(
    Standing,
    rank=st.integers(0, 1000),
    came=st.datetimes(datetime(2000, 1, 1), datetime(2026, 3, 1), timezones=st.just(UTC)),
    **dict.fromkeys(("read", "starred", "annotated", "tagged", "archived", "deleted", "emptied"), st.booleans()),
)
policies = st.builds(Policy, st.integers(0, 900), st.integers(0, 400), st.sampled_from(Removal))


@given(standings, policies)
def test_nothing_exempt_ever_goes(one, policy):
    if goes(one, policy, NOW):
        assert one.read
        assert not (one.starred or one.annotated or one.tagged or one.archived or one.deleted)
        assert not is_exempt(one)


@given(standings, policies, st.integers(0, 500), st.integers(0, 100))
def test_keeping_more_never_takes_more(one, policy, more, longer):
    wider = replace(
        policy, newest=policy.newest and policy.newest + more, months=policy.months and policy.months + longer
    )
    if goes(one, wider, NOW):
        assert goes(one, policy, NOW)


@pytest.mark.parametrize(
    ("months", "day"), [(1, "2026-02-28"), (0, "2026-03-31"), (3, "2025-12-31"), (13, "2025-02-28"), (25, "2024-02-29")]
)
def test_months_are_those_of_the_calendar(months, day):
    assert months_before(NOW, months).date().isoformat() == day


@given(policies)
def test_a_policy_is_kept_as_text(policy):
    read = policy_from_text(policy.to_text())
    assert read == (policy if policy else Policy())


@pytest.mark.parametrize("text", [None, "", "x", "1/2", "1/2/pictures", "-1/2/text", "1/2/text/3"])
def test_text_that_is_no_policy_leaves_the_usual_one(text):
    assert policy_from_text(text) is None


def test_what_was_not_seen_is_not_agreed_to():
    agreed = agreement({1: BOTH, 2: Policy(), 3: Policy(50)})
    assert is_agreed({1: BOTH, 3: Policy(50)}, agreed)
    assert is_agreed({1: BOTH}, agreed), "a feed that was left changes nothing"
    assert is_agreed({1: BOTH, 9: BOTH}, agreed), "a new feed under limits that were agreed to"
    assert is_agreed({1: Policy()}, agreed), "keeping everything needs no word"
    assert not is_agreed({1: Policy(10)}, agreed)
    assert not is_agreed({1: Policy(50)}, agreed), "those are another feed's limits"
    assert not is_agreed({2: BOTH}, agreed), "it was to keep everything"
    assert not is_agreed({9: Policy(10)}, agreed)
    assert not is_agreed({1: replace(BOTH, removes=Removal.ARTICLE)}, agreed)
    assert not is_agreed({1: BOTH}, "")


def test_the_largest_saving_comes_first():
    lines = [
        FeedClearing(1, "a", Removal.TEXT, 1, 10, 0),
        FeedClearing(2, "b", Removal.TEXT),
        FeedClearing(3, "c", Removal.TEXT, 0, 0, 0, spared=4),
        FeedClearing(4, "d", Removal.TEXT, 2, 10, 90),
    ]
    assert [one.title for one in worth_showing(lines)] == ["d", "a", "c"]
