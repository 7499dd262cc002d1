"""Rules at work: over what has just been stored, piece by piece over the whole library, and in advance for a preview.

A run is rows: how far it has come is kept with the rule, so that a kill costs no more than the piece under way. Part of
the store's facade.
"""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from reader.core.changes import Changes
from reader.core.entities import ArticleId, FeedId
from reader.core.rules import Catcher, Deed, Facts, Net, PendingRun, Preview, Rule, net_from_text
from reader.store import journal, rules, smart, statuses
from reader.store.expressions import Bounded, bounded, finder

_MARKING = (Deed.READ, Deed.STAR)
_FEEDS = "+article.feed_id IN (SELECT value FROM json_each(?))"
_Found = list[tuple[int, Facts]]


def preview(database: Any, net: Net, below: tuple[int, int] | None, limit: int) -> Preview:  # noqa: ANN401
    """What `net` would catch of the next `limit` articles of the feeds that are read, or of those that it names.

    Raises UsageError for an expression that means nothing.
    """
    finds = bounded(net.expression)
    catcher = Catcher(net, finds)
    which: str = "+article.feed_id NOT IN (SELECT id FROM feed WHERE removed = 1)"
    values: list[Any] = []
    if net.feeds:
        which, values = _FEEDS, [json.dumps(list(net.feeds))]
    if below is not None:
        which, values = f"(article.sort, article.id) < (?, ?) AND {which}", [*below, *values]
    which += " AND article.aside < 4 ORDER BY article.sort DESC, article.id DESC"
    found = _facts(database, f"{which} LIMIT {int(limit)}", values, net.needs_text)
    caught = [ArticleId(one) for one, facts in found if catcher.catches(facts)]
    place = None
    if len(found) == limit:
        row = database.execute_sql("SELECT sort, id FROM article WHERE id = ?", (found[-1][0],)).fetchone()
        place = (row[0], row[1])
    return Preview(tuple(caught), len(found), place, finds is not None and finds.slow)


def match_new(database: Any, ids: Iterable[int]) -> Changes:  # noqa: ANN401
    """Let the rules act on articles that are new or changed; called inside the transaction that stored them."""
    wanted, acting = sorted(ids), rules.acting(database)
    if not wanted or not acting:
        return Changes()
    among = json.dumps(wanted)
    found = _facts(database, "article.id IN (SELECT value FROM json_each(?))", (among,), any(map(_needs_text, acting)))
    hidden: set[ArticleId] = set()
    touched: set[ArticleId] = set()
    which = ("article_id IN (SELECT value FROM json_each(?))", (among,))
    for rule in acting:
        caught, slow = _caught(rule, found)
        fresh, _ = rules.note_caught(database, rule.id, caught, which)
        if slow:
            hidden |= rules.stop_slow(database, rule.id)
        elif rule.deed in _MARKING:
            touched |= _do(database, rule.deed, fresh)[0]
    hidden |= rules.settle(database, wanted)
    return Changes(removed=frozenset(hidden), statuses=frozenset(touched), counts=bool(hidden or touched))


def step(database: Any, limit: int) -> Changes | None:  # noqa: ANN401
    """The next piece of a run over the library; None when none is left. The matching holds up no other writer."""
    run = rules.pending(database)
    if run is None:
        return None
    found = _below(database, run.rule.net, run.below, limit)
    caught, slow = _caught(run.rule, found)
    with database.atomic():
        if rules.pending(database) != run:
            return Changes()
        return _take(database, run, found, caught, limit, slow=slow)


def first_step(database: Any, rule: Rule, limit: int) -> Changes:  # noqa: ANN401
    """The first piece of a rule's run, inside the transaction that made it: what was read last is hidden at once."""
    run = rules.pending_of(database, rule.id)
    if run is None:
        return Changes()
    found = _below(database, rule.net, run.below, limit)
    caught, slow = _caught(rule, found)
    return _take(database, run, found, caught, limit, slow=slow)


def _take(
    database: Any,  # noqa: ANN401
    run: PendingRun,
    found: _Found,
    caught: Sequence[int],
    limit: int,
    *,
    slow: bool,
) -> Changes:
    rule = run.rule
    if slow:
        return Changes(removed=frozenset(rules.stop_slow(database, rule.id)), counts=True)
    end = found[-1][0] if len(found) == limit else 0
    fresh, gone = rules.note_caught(database, rule.id, caught, ("article_id >= ? AND article_id < ?", (end, run.below)))
    hidden = rules.settle(database, [*fresh, *gone])
    smart.match_again(database, [*fresh, *gone])
    touched: set[ArticleId] = set()
    marks: list[dict[str, Any]] = []
    if rule.deed in _MARKING:
        touched, marks = _do(database, rule.deed, fresh)
    rules.looked_at(database, rule.id, end or None)
    if run.entry is not None:
        journal.extend(database, run.entry, rules.caught(database, rule.id), marks)
    return Changes(removed=frozenset(hidden), statuses=frozenset(touched), counts=True)


def _do(database: Any, deed: Deed, ids: Sequence[int]) -> tuple[set[ArticleId], list[dict[str, Any]]]:  # noqa: ANN401
    """Mark or star; the articles touched, and what takes it back."""
    touched, reverse = statuses.set_marks(database, ids, "read" if deed is Deed.READ else "starred", True)
    return set(map(ArticleId, touched)), [reverse] if touched else []


def _caught(rule: Rule, found: _Found) -> tuple[list[int], bool]:
    """The articles that a rule catches, and whether its expression turned out to take too long."""
    catcher, finds = _catcher(rule.net.to_text())
    if isinstance(finds, Bounded):
        finds.forgive()
    return [one for one, facts in found if catcher.catches(facts)], isinstance(finds, Bounded) and finds.slow


@lru_cache(maxsize=128)
def _catcher(text: str) -> tuple[Catcher, object]:
    net = net_from_text(text)
    finds = finder(net.expression)
    return Catcher(net, finds), finds


def _needs_text(rule: Rule) -> bool:
    return rule.net.needs_text


def _below(database: Any, net: Net, below: int, limit: int) -> _Found:  # noqa: ANN401
    """The next articles by id, downwards; those of other feeds than the net's are passed over."""
    which: str = "article.id < ?"
    values: list[Any] = [below]
    if net.feeds:
        which, values = f"{which} AND {_FEEDS}", [below, json.dumps(list(net.feeds))]
    return _facts(database, f"{which} ORDER BY article.id DESC LIMIT {int(limit)}", values, net.needs_text)


def _facts(database: Any, which: str, values: Sequence[Any], with_text: bool) -> _Found:  # noqa: ANN401
    body, join = "''", ""
    if with_text:
        body = "coalesce(article.update_block || char(10), '') || article_text.markdown"
        join = " JOIN article_text ON article_text.article_id = article.id"
    sql = f"SELECT article.id, feed_id, title, kicker, author, section, {body} FROM article{join} WHERE {which}"
    found = database.execute_sql(sql, tuple(values)).fetchall()
    return [(row[0], Facts(FeedId(row[1]), *row[2:])) for row in found]
