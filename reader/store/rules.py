"""Rules: what mutes, marks or stars articles by itself, and what each one caught. Part of the store's facade."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from reader.core.entities import ArticleId, JournalId
from reader.core.rules import Deed, PendingRun, Rule, RuleDraft, RuleId, net_from_text
from reader.store.aside import MUTED
from reader.store.encoding import from_ticks, to_ticks

SCHEMA = """
ALTER TABLE rule ADD COLUMN enabled INTEGER NOT NULL DEFAULT 1;
ALTER TABLE rule ADD COLUMN ended INTEGER NOT NULL DEFAULT 0;    -- its time is over: it holds nothing any more
ALTER TABLE rule ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;  -- kept, so that undoing brings it back
ALTER TABLE rule ADD COLUMN trouble TEXT;                        -- why it was stopped: its expression takes too long
ALTER TABLE rule ADD COLUMN caught INTEGER NOT NULL DEFAULT 0;   -- kept by the triggers below
ALTER TABLE rule ADD COLUMN run_below INTEGER;   -- articles with a smaller id are still to be looked at; NULL: none
ALTER TABLE rule ADD COLUMN journal_id INTEGER;  -- the operation that this looking belongs to
CREATE TABLE rule_match (
    rule_id INTEGER NOT NULL REFERENCES rule(id), article_id INTEGER NOT NULL REFERENCES article(id),
    PRIMARY KEY (rule_id, article_id)
) WITHOUT ROWID;
CREATE INDEX rule_match_of ON rule_match(article_id);
CREATE TRIGGER rule_match_added AFTER INSERT ON rule_match BEGIN
    UPDATE rule SET caught = caught + 1 WHERE id = new.rule_id;
END;
CREATE TRIGGER rule_match_gone AFTER DELETE ON rule_match BEGIN
    UPDATE rule SET caught = caught - 1 WHERE id = old.rule_id;
END;
"""

_COLUMNS = ("name", "query", "action", "until", "enabled", "removed", "ended", "trouble")
_RULES = (
    "SELECT id, name, query, action, until, enabled, ended, trouble, caught, run_below, journal_id,"
    " (SELECT coalesce(max(id), 0) + 1 FROM article) FROM rule WHERE removed = 0"
)
_ACTING = "rule.enabled = 1 AND rule.removed = 0 AND rule.ended = 0"
_AMONG = "article_id IN (SELECT value FROM json_each(?))"
_OF_RULE = "article_id IN (SELECT article_id FROM rule_match WHERE rule_id = ?)"
# That some rule hides this article at present: muted is what follows from the rules, and nothing else.
_MUTED = (
    "EXISTS (SELECT 1 FROM rule_match CROSS JOIN rule ON rule.id = rule_match.rule_id WHERE rule_match.article_id ="
    f" status.article_id AND rule.action = 'hide' AND {_ACTING})"
)


def rules(database: Any) -> list[Rule]:  # noqa: ANN401
    """All rules, the newest first."""
    return [_rule(row) for row in database.execute_sql(f"{_RULES} ORDER BY id DESC").fetchall()]


def acting(database: Any) -> list[Rule]:  # noqa: ANN401
    """Those that are on, and whose time is not over."""
    return [_rule(row) for row in database.execute_sql(f"{_RULES} AND {_ACTING} ORDER BY id").fetchall()]


def _rule(row: tuple[Any, ...]) -> Rule:
    return Rule(
        id=RuleId(row[0]),
        name=row[1],
        net=net_from_text(row[2]),
        deed=Deed(row[3]) if row[3] in {one.value for one in Deed} else Deed.HIDE,
        until=from_ticks(row[4]),
        enabled=bool(row[5]),
        ended=bool(row[6]),
        slow=row[7] is not None,
        caught=row[8],
        left=0.0 if row[9] is None else min(1.0, row[9] / row[11]),
    )


def pending(database: Any) -> PendingRun | None:  # noqa: ANN401
    """The rule that has been waiting longest to look at what is in the library already."""
    return _pending(database, "1", ())


def pending_of(database: Any, rule_id: RuleId) -> PendingRun | None:  # noqa: ANN401
    """What one rule has still to look at, None for nothing."""
    return _pending(database, "id = ?", (rule_id,))


def _pending(database: Any, which: str, values: tuple[int, ...]) -> PendingRun | None:  # noqa: ANN401
    sql = f"{_RULES} AND {_ACTING} AND run_below IS NOT NULL AND {which} ORDER BY id LIMIT 1"
    row = database.execute_sql(sql, values).fetchone()
    return None if row is None else PendingRun(_rule(row), row[9], None if row[10] is None else JournalId(row[10]))


def caught(database: Any, rule_id: RuleId) -> int:  # noqa: ANN401
    """How many articles of the library a rule has caught."""
    return int(database.execute_sql("SELECT caught FROM rule WHERE id = ?", (rule_id,)).fetchone()[0])


def held(database: Any, rule_id: int) -> dict[str, Any] | None:  # noqa: ANN401
    """The columns that make a rule, None when there is no such one."""
    row = database.execute_sql(f"SELECT {', '.join(_COLUMNS)} FROM rule WHERE id = ?", (rule_id,)).fetchone()
    return None if row is None else dict(zip(_COLUMNS, row, strict=True))


def keep(database: Any, draft: RuleDraft, rule_id: RuleId | None) -> RuleId:  # noqa: ANN401
    """Write a rule down, a new one or in the place of the one with this id; it is as if never ended or stopped."""
    values = (draft.name, draft.net.to_text(), draft.deed.value, to_ticks(draft.until))
    if rule_id is None:
        sql = "INSERT INTO rule (name, query, action, until) VALUES (?, ?, ?, ?) RETURNING id"
        return RuleId(database.execute_sql(sql, values).fetchone()[0])
    sql = "UPDATE rule SET name = ?, query = ?, action = ?, until = ?, ended = 0, trouble = NULL WHERE id = ?"
    database.execute_sql(sql, (*values, rule_id))
    return rule_id


def restore(database: Any, rule_id: int, columns: dict[str, Any]) -> set[ArticleId]:  # noqa: ANN401
    """Set these columns of a rule; the articles that this hides or brings back. What it caught may be out of date."""
    for name in (one for one in _COLUMNS if one in columns):
        database.execute_sql(f"UPDATE rule SET {name} = ? WHERE id = ?", (columns[name], rule_id))
    run_again(database, RuleId(rule_id), None)
    return settle_rule(database, rule_id)


def run_again(database: Any, rule_id: RuleId, entry: JournalId | None) -> None:  # noqa: ANN401
    """The rule is to look at the whole library; `entry` is the operation that its marks belong to."""
    sql = "UPDATE rule SET run_below = (SELECT coalesce(max(id), 0) + 1 FROM article), journal_id = ? WHERE id = ?"
    database.execute_sql(sql, (entry, rule_id))


def looked_at(database: Any, rule_id: RuleId, below: int | None) -> None:  # noqa: ANN401
    """How far the rule has come down the library; None when it has seen all of it."""
    database.execute_sql("UPDATE rule SET run_below = ? WHERE id = ?", (below, rule_id))


def stop_slow(database: Any, rule_id: RuleId) -> set[ArticleId]:  # noqa: ANN401
    """Switch a rule off whose expression takes too long; what it hid comes back."""
    sql = "UPDATE rule SET enabled = 0, trouble = 'slow', run_below = NULL WHERE id = ?"
    database.execute_sql(sql, (rule_id,))
    return settle_rule(database, rule_id)


def end(database: Any, now: datetime) -> set[ArticleId]:  # noqa: ANN401
    """End the rules whose time is over; what they hid comes back."""
    over = database.execute_sql(
        "UPDATE rule SET ended = 1, run_below = NULL WHERE ended = 0 AND removed = 0 AND until <= ? RETURNING id",
        (to_ticks(now),),
    ).fetchall()
    return {one for row in over for one in settle_rule(database, row[0])}


def note_caught(
    database: Any,  # noqa: ANN401
    rule_id: RuleId,
    ids: Iterable[int],
    among: tuple[str, tuple[Any, ...]],
) -> tuple[list[int], list[int]]:
    """Keep what a rule catches of the articles `among` (SQL on `article_id`).

    The articles that it had not caught before, and those that it has let go.
    """
    which, values = among
    known = {
        row[0]
        for row in database.execute_sql(
            f"SELECT article_id FROM rule_match WHERE rule_id = ? AND {which}", (rule_id, *values)
        ).fetchall()
    }
    wanted = set(ids)
    gone, fresh = sorted(known - wanted), sorted(wanted - known)
    if gone:
        database.execute_sql(f"DELETE FROM rule_match WHERE rule_id = ? AND {_AMONG}", (rule_id, json.dumps(gone)))
    if fresh:
        database.execute_many("INSERT INTO rule_match VALUES (?, ?)", [(rule_id, one) for one in fresh])
    return fresh, gone


def settle(database: Any, ids: Sequence[int]) -> set[ArticleId]:  # noqa: ANN401
    """Hide of these articles what a rule catches, bring back what none does any more; those that this touched."""
    return _settle(database, _AMONG, json.dumps(list(ids))) if ids else set()


def settle_rule(database: Any, rule_id: int) -> set[ArticleId]:  # noqa: ANN401
    """The same for all that a rule caught."""
    return _settle(database, _OF_RULE, rule_id)


def _settle(database: Any, which: str, value: str | int) -> set[ArticleId]:  # noqa: ANN401
    ways = (
        f"SET aside = aside | {MUTED} WHERE aside & {MUTED} = 0 AND {which} AND {_MUTED}",
        f"SET aside = aside & ~{MUTED} WHERE aside & {MUTED} AND {which} AND NOT {_MUTED}",
    )
    touched: set[ArticleId] = set()
    for way in ways:
        found = database.execute_sql(f"UPDATE status {way} RETURNING article_id", (value,)).fetchall()
        touched.update(ArticleId(row[0]) for row in found)
    return touched


def catching(database: Any, article_id: ArticleId) -> list[RuleId]:  # noqa: ANN401
    """The rules that hide an article at present."""
    sql = "SELECT rule.id FROM rule_match JOIN rule ON rule.id = rule_id WHERE article_id = ? AND action = 'hide'"
    return [RuleId(row[0]) for row in database.execute_sql(f"{sql} AND {_ACTING} ORDER BY 1", (article_id,)).fetchall()]


def not_hidden(database: Any, ids: Collection[ArticleId]) -> list[ArticleId]:  # noqa: ANN401
    """Those of these articles that no rule hides, in order of id."""
    sql = f"SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?)) AND aside & {MUTED} = 0 ORDER BY id"
    found = database.execute_sql(sql, (json.dumps(list(ids)),)).fetchall() if ids else []
    return [ArticleId(row[0]) for row in found]
