"""What a clean-up would take: `core.retention.goes` asked of a whole feed in SQL. Part of the store's facade."""

import json
from datetime import datetime
from typing import Any

from reader.core.entities import FeedId
from reader.core.retention import FeedClearing, Policy, Removal, months_before, policy_from_text
from reader.store.encoding import to_ticks

# `core.retention.is_exempt`, the other way round: what no clean-up spares for its own sake.
UNMARKED = (
    "status.starred = 0 AND NOT EXISTS (SELECT 1 FROM highlight WHERE highlight.article_id = article.id)"
    " AND NOT EXISTS (SELECT 1 FROM article_tag WHERE article_tag.article_id = article.id)"
)
UNEXEMPT = f"status.read = 1 AND status.aside & 2 = 0 AND {UNMARKED}"
_EMPTIED = "EXISTS (SELECT 1 FROM bin WHERE bin.article_id = article.id AND bin.what = 'text')"
# What an article alone needs: no article outside the list has it, now or in an earlier version.
_ALONE = (
    " NOT EXISTS (SELECT 1 FROM article_asset AS its WHERE its.asset_id = asset.id AND its.article_id NOT {among})"
    " AND NOT EXISTS (SELECT 1 FROM asset_past AS its WHERE its.asset_id = asset.id AND its.article_id NOT {among})"
)
_AMONG = "IN (SELECT value FROM json_each(?))"


def policies(database: Any, usual: Policy) -> dict[FeedId, Policy]:  # noqa: ANN401
    """What holds for each subscription: its own policy, else the usual one."""
    rows = database.execute_sql("SELECT id, retention FROM feed WHERE removed = 0").fetchall()
    own = ((FeedId(row[0]), policy_from_text(row[1])) for row in rows)
    return {feed_id: usual if policy is None else policy for feed_id, policy in own}


def going(database: Any, feed_id: FeedId, policy: Policy, now: datetime, limit: int = -1) -> list[int]:  # noqa: ANN401
    """The articles of a feed that a clean-up takes, the oldest first."""
    beyond = _beyond(database, feed_id, policy, now)
    if beyond is None:
        return []
    where, values = beyond
    sql = f"SELECT article.id {where} AND {UNEXEMPT} ORDER BY article.sort, article.id LIMIT ?"
    return [row[0] for row in database.execute_sql(sql, (*values, limit)).fetchall()]


def _beyond(database: Any, feed_id: FeedId, policy: Policy, now: datetime) -> tuple[str, list[Any]] | None:  # noqa: ANN401
    """The articles of a feed that no limit keeps; None where there can be none."""
    if not policy:
        return None
    tests: list[str] = ["article.feed_id = ?", "article.aside < 4"]
    values: list[Any] = [feed_id]
    if policy.newest:
        last = database.execute_sql(
            "SELECT sort, id FROM article WHERE feed_id = ? AND aside < 4 ORDER BY sort DESC, id DESC LIMIT 1 OFFSET ?",
            (feed_id, policy.newest - 1),
        ).fetchone()
        if last is None:
            return None
        tests.append("(article.sort, article.id) < (?, ?)")
        values += last
    if policy.months:
        since = to_ticks(months_before(now, policy.months))
        # No article is sorted later than it came: the first test walks the index, the second is the rule.
        tests += ["article.sort < ?", "article.received < ?"]
        values += [since, since]
    if policy.removes is Removal.TEXT:
        tests.append(f"NOT {_EMPTIED}")
    return f"FROM article CROSS JOIN status ON status.article_id = article.id WHERE {' AND '.join(tests)}", values


def clearing(database: Any, feed_id: FeedId, policy: Policy, now: datetime) -> FeedClearing:  # noqa: ANN401
    """What a clean-up would take of one feed. Reads the texts of what would go: may take a second at many thousands."""
    row = database.execute_sql("SELECT coalesce(own_title, title, url) FROM feed WHERE id = ?", (feed_id,)).fetchone()
    title = str(row[0]) if row else ""
    beyond = _beyond(database, feed_id, policy, now)
    if beyond is None:
        return FeedClearing(feed_id, title, policy.removes)
    all_of_them = database.execute_sql(f"SELECT count(*) {beyond[0]}", beyond[1]).fetchone()[0]
    ids = going(database, feed_id, policy, now)
    text, pictures = sizes(database, ids)
    return FeedClearing(feed_id, title, policy.removes, len(ids), text, pictures, all_of_them - len(ids))


def sizes(database: Any, ids: list[int]) -> tuple[int, int]:  # noqa: ANN401
    """Bytes of these articles' texts in all versions, and of the pictures and attachments that nothing else needs."""
    given = json.dumps(ids)
    text = database.execute_sql(
        "SELECT (SELECT coalesce(sum(length(CAST(markdown AS BLOB)) + coalesce(length(runs), 0)), 0) FROM article_text"
        f" WHERE article_id {_AMONG}) + (SELECT coalesce(sum(length(markdown) + coalesce(length(original), 0)), 0)"
        f" FROM revision WHERE article_id {_AMONG})",
        (given, given),
    ).fetchone()[0]
    pictures = database.execute_sql(
        "SELECT coalesce(sum(bytes), 0) FROM (SELECT DISTINCT file, bytes FROM asset WHERE state = 'stored'"
        f" AND id IN (SELECT asset_id FROM article_asset WHERE article_id {_AMONG}"
        f" UNION SELECT asset_id FROM asset_past WHERE article_id {_AMONG}) AND{_ALONE.format(among=_AMONG)})",
        (given, given, given, given),
    ).fetchone()[0]
    enclosed = database.execute_sql(
        "SELECT coalesce(sum(bytes), 0) FROM attachment WHERE state = 'stored' AND url IN"
        f" (SELECT url FROM enclosure WHERE article_id {_AMONG})"
        f" AND NOT EXISTS (SELECT 1 FROM enclosure WHERE url = attachment.url AND article_id NOT {_AMONG})",
        (given, given),
    ).fetchone()[0]
    return int(text), int(pictures) + int(enclosed)
