"""One article through several feeds: shown once, read and starred together. Part of the store's facade.

Articles of one `story` are the same piece; the visible one with the least `turn` stands for all of them. Nothing is
merged or removed: leaving the feed of that one brings the next, and each feed's own list shows its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reader.core.entities import Access, ArticleId, FeedId, ParsedEntry
from reader.core.imported_later import imported_later
from reader.store import bin as bin_
from reader.store.encoding import from_ticks, to_ticks

if TYPE_CHECKING:
    from reader.core import likeness
    from reader.core.likeness import Piece
    from reader.core.plans import ArticlePlan
else:
    likeness = imported_later("reader.core.likeness")

_MOST_CANDIDATES = 20
_FULLER = 1.5
_BY_KEY = "SELECT * FROM (SELECT article_id FROM likeness WHERE key = ? ORDER BY article_id DESC LIMIT ?)"
_BY_ADDRESS = "SELECT * FROM (SELECT id FROM article WHERE address = ? ORDER BY id DESC LIMIT ?)"
ALSO_IN = """
(SELECT group_concat(coalesce(its.own_title, its.title, its.url), char(31)) FROM article AS twin
 JOIN feed AS its ON its.id = twin.feed_id
 WHERE twin.story = article.story AND twin.id <> article.id AND twin.feed_id <> article.feed_id AND its.removed = 0)
"""
# The test that `article` or `status` (whose id is `key`) is not shown, because one more to the front of its story is in
# the same list. It asks the partial index of the few that could be, so that lists run on their own covering indexes.
_STOOD_FOR = (
    "EXISTS (SELECT 1 FROM article AS own INDEXED BY article_twin CROSS JOIN article AS twin ON twin.story = own.story"
    " AND twin.turn < own.turn{status} WHERE own.id = {key} AND own.turn > 0 AND {where})"
)
_ITS_STATUS = " CROSS JOIN status AS its ON its.article_id = twin.id"
_TABLES = re.compile(r"\b(article|status)\.")
_ALIASES = {"article": "twin.", "status": "its."}


def any_stories(database: Any) -> bool:  # noqa: ANN401
    """Whether there is anything to leave out at all."""
    return database.execute_sql("SELECT 1 FROM article WHERE turn > 0 LIMIT 1").fetchone() is not None


def stood_for(key: str, where: str) -> str:
    """SQL: another article of the story, nearer its front, is in the list that `where` says of `article` and `status`.

    The values of `where` are asked once more by it.
    """
    its = _TABLES.sub(lambda found: _ALIASES[found[1]], where)
    return _STOOD_FOR.format(key=key, where=its, status=_ITS_STATUS if "its." in its else "")


def also_in(titles: str | None) -> tuple[str, ...]:
    """What `ALSO_IN` gave, as titles."""
    return tuple(dict.fromkeys(titles.split("\x1f"))) if titles else ()


def news_among(database: Any, ids: Collection[ArticleId]) -> list[ArticleId]:  # noqa: ANN401
    """Those of these new articles that joined no earlier one, and that no rule has hidden or marked as read.

    A story has the id of its first article.
    """
    found = database.execute_sql(
        "SELECT id FROM article JOIN status ON article_id = id WHERE id IN (SELECT value FROM json_each(?))"
        " AND coalesce(story, id) = id AND article.aside = 0 AND read = 0 ORDER BY id",
        (json.dumps(list(ids)),),
    )
    return [ArticleId(row[0]) for row in found.fetchall()]


def with_twins(database: Any, ids: Sequence[int]) -> list[int]:  # noqa: ANN401
    """These articles and those that are the same piece."""
    found = database.execute_sql(
        "SELECT twin.id FROM article JOIN article AS twin ON twin.story = article.story"
        " WHERE article.id IN (SELECT value FROM json_each(?)) AND article.story IS NOT NULL",
        (json.dumps(list(ids)),),
    ).fetchall()
    return list(dict.fromkeys((*ids, *(row[0] for row in found))))


def join(
    database: Any,  # noqa: ANN401
    feed_id: FeedId,
    fresh: Sequence[tuple[ArticleId, ArticlePlan]],
    now: datetime,
) -> set[ArticleId]:
    """Note what new articles are known by, and join each with its like of other feeds; it takes over their marks.

    Gives the articles that are the same piece: what lists show of them has changed.
    """
    twins: set[ArticleId] = set()
    known_by = [(article_id, plan, likeness.keys(plan.entry.title, plan.entry.markdown)) for article_id, plan in fresh]
    for article_id, plan, own_keys in known_by:
        entry, moment = plan.entry, plan.entry.published or now
        own = likeness.Piece(entry.title, entry.markdown, moment, likeness.canonical_address(entry.url))
        like = next(
            (row for row in _candidates(database, feed_id, own, own_keys) if _is_like(database, own, row)), None
        )
        if like is not None:
            _make_one(database, article_id, plan, like)
            twins.update(ArticleId(one) for one in with_twins(database, [article_id]) if one != article_id)
    rows = sorted((key, article_id) for article_id, _, own_keys in known_by for key in own_keys)
    database.execute_many("INSERT OR IGNORE INTO likeness VALUES (?, ?)", rows)
    return twins


def _is_like(database: Any, own: Piece, row: tuple[Any, ...]) -> bool:  # noqa: ANN401
    """Whether a candidate is the same piece; its text is read only where the rest speaks for it."""
    moment = from_ticks(row[3])
    if moment is None or not likeness.may_be_same_story(own, other := likeness.Piece(row[1], "", moment, row[2])):
        return False
    text = database.execute_sql("SELECT markdown FROM article_text WHERE article_id = ?", (row[0],)).fetchone()
    return text is not None and likeness.is_same_story(own, replace(other, markdown=text[0]))


def completed(database: Any, article_id: ArticleId, plan: ArticlePlan) -> list[ArticleId]:  # noqa: ANN401
    """An article holds its page's text in the place of a summary: it is known by that too, and may stand for its story.

    Gives the others of the story where that changed.
    """
    rows = [(key, article_id) for key in likeness.keys(plan.entry.title, plan.entry.markdown)]
    database.execute_many("INSERT OR IGNORE INTO likeness VALUES (?, ?)", rows)
    story, turn = database.execute_sql("SELECT story, turn FROM article WHERE id = ?", (article_id,)).fetchone()
    if story is None or turn == 0 or not _steps_forward(database, story, article_id, plan):
        return []
    database.execute_sql("UPDATE article SET turn = 0 WHERE id = ?", (article_id,))
    return [ArticleId(one) for one in with_twins(database, [article_id]) if one != article_id]


def _steps_forward(database: Any, story: int, article_id: ArticleId, plan: ArticlePlan) -> bool:  # noqa: ANN401
    """Whether an article is to stand for its story; the one that did so has then stepped back.

    The fullest text stands for all: a link site's line must not hide the article.
    """
    first = database.execute_sql(
        "SELECT id, words, access FROM article WHERE story = ? AND id <> ? ORDER BY turn LIMIT 1", (story, article_id)
    ).fetchone()
    if first is None:
        return False
    teaser, first_teaser = plan.entry.access is Access.TEASER, Access(first[2]) is Access.TEASER
    fuller = (first_teaser and not teaser) or (first_teaser == teaser and plan.words > first[1] * _FULLER)
    if fuller:
        database.execute_sql("UPDATE article SET turn = id WHERE id = ?", (first[0],))
    return fuller


def renamed(
    database: Any,  # noqa: ANN401
    feed_id: FeedId,
    entries: Sequence[ParsedEntry],
    present: Collection[str],
) -> dict[str, str]:
    """Entries that are articles of this feed under another identifier: entry's guid to the guid that is held.

    Publishers change identifiers when they move or edit. It is believed where the address is the same, headline and
    text nearly so, and the held identifier is no longer among those `present` in the feed.
    """
    found = {}
    addresses = {entry.guid: likeness.canonical_address(entry.url) for entry in entries}
    held = database.execute_sql(
        "SELECT DISTINCT address FROM article WHERE address IN (SELECT value FROM json_each(?)) AND feed_id = ?",
        (json.dumps([address for address in addresses.values() if address]), feed_id),
    ).fetchall()
    known = {row[0] for row in held}
    for entry in entries:
        address = addresses[entry.guid]
        if address not in known:
            continue
        rows = database.execute_sql(
            f"SELECT guid, title, markdown, {bin_.GONE} AND published = ? FROM article"
            " LEFT JOIN article_text ON article_id = id WHERE address = ? AND feed_id = ? ORDER BY id DESC LIMIT ?",
            (to_ticks(entry.published), address, feed_id, _MOST_CANDIDATES),
        ).fetchall()
        moment = entry.published or datetime.now(UTC)
        own = likeness.Piece(entry.title, entry.markdown, moment)
        for guid, title, markdown, gone in rows:
            # Of what is gone for good only address and time are left to know it by.
            piece = likeness.Piece(title, markdown or "", moment)
            if guid not in present and (gone or likeness.is_same_story(own, piece)):
                found[entry.guid] = str(guid)
                break
    return found


def _candidates(database: Any, feed_id: FeedId, own: Piece, own_keys: Sequence[int]) -> list[tuple[Any, ...]]:  # noqa: ANN401
    """The newest few of each key: what a feed repeats under all its articles must not make each one slower."""
    by_key = [_BY_KEY] * len(own_keys) + ([_BY_ADDRESS] if own.address else [])
    if not by_key:
        return []
    values: list[int | str] = [one for key in own_keys for one in (key, _MOST_CANDIDATES)]
    values += [own.address, _MOST_CANDIDATES] if own.address else []
    return list(
        database.execute_sql(
            "SELECT id, title, address, coalesce(published, received) AS moment, story FROM article"
            f" WHERE feed_id <> ? AND id IN ({' UNION ALL '.join(by_key)})"
            " AND (address = ? OR moment BETWEEN ? AND ?) ORDER BY address IS ? DESC, id DESC LIMIT ?",
            (
                *(feed_id, *values, own.address),
                *(to_ticks(own.moment - likeness.APART), to_ticks(own.moment + likeness.APART)),
                *(own.address, _MOST_CANDIDATES),
            ),
        ).fetchall()
    )


def _make_one(database: Any, article_id: ArticleId, plan: ArticlePlan, like: tuple[Any, ...]) -> None:  # noqa: ANN401
    story = like[4] or like[0]
    if like[4] is None:
        database.execute_sql("UPDATE article SET story = id, turn = 0 WHERE id = ?", (story,))
    fuller = _steps_forward(database, story, article_id, plan)
    turn = 0 if fuller else article_id
    database.execute_sql("UPDATE article SET story = ?, turn = ? WHERE id = ?", (story, turn, article_id))
    database.execute_sql(
        "UPDATE status SET (read, starred, changed_at) = (SELECT read, starred, changed_at FROM status"
        " WHERE article_id = ?) WHERE article_id = ?",
        (like[0], article_id),
    )
    database.execute_sql(
        "UPDATE status SET read_revision = 1 WHERE article_id = ? AND read = 1 AND read_revision IS NULL", (article_id,)
    )
    bin_.follow_twin(database, article_id, like[0], to_ticks(datetime.now(UTC)) or 0)
