"""Articles' own pages: which are still to be fetched, which gave their text. Part of the store's facade."""

import dataclasses
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reader.core.changes import Changes
from reader.core.entities import (
    Access,
    ArticleId,
    Enclosure,
    FeedId,
    FullText,
    ParsedEntry,
    Picture,
    UpdateNote,
)
from reader.core.plans import HeldPage, KnownArticle, PageJob
from reader.store.bin import GONE
from reader.store.encoding import from_ticks, packed, to_ticks, unpacked

BACKLOG = 100  # pages that a feed may have waiting; older ones wait for a repair
_TIMES = ("published", "updated")
_PLAIN = ("guid", "title", "markdown", "url", "kicker", "author", "section", "language", "content_html")
_JOBS = """
SELECT article_id, feed_id, feed_url, url, tries, entry, from_page, always, guid, title, kicker, author, published,
       updated, section, tags, language, access, marker, update_at, update_block, hash FROM (
    SELECT page.article_id, article.feed_id, feed.url AS feed_url, article.url, page.tries, page.entry, page.from_page,
           feed.full_text = 'always' AS always, article.guid, article.title, article.kicker, article.author,
           article.published, article.updated, article.section, article.tags, article.language, article.access,
           article.marker, article.update_at, article.update_block, article.hash, article.sort,
           row_number() OVER (PARTITION BY article.feed_id ORDER BY article.sort DESC, article.id DESC) AS place
    FROM page JOIN article ON article.id = page.article_id JOIN feed ON feed.id = article.feed_id
    WHERE page.state = 'pending' AND (page.retry_at IS NULL OR page.retry_at <= ?) AND article.url IS NOT NULL
          AND feed.removed = 0 AND article.aside < 4
) WHERE place <= ? ORDER BY place, sort DESC LIMIT ?
"""


def request(database: Any, article_id: ArticleId, feed_mark: str | None, cut: bool) -> None:  # noqa: ANN401
    """Ask for an article's page, inside the transaction that stores the article; None asks for nothing.

    `cut` says that the feed's text itself tells that it goes on elsewhere: until then the article is held in part.
    """
    if feed_mark is None:
        return
    database.execute_sql(
        "INSERT INTO page (article_id, feed_mark) VALUES (?, ?) ON CONFLICT (article_id) DO UPDATE SET"
        " state = 'pending', feed_mark = excluded.feed_mark, entry = NULL, tries = 0, error = NULL, retry_at = NULL",
        (article_id, feed_mark),
    )
    database.execute_sql("UPDATE article SET awaits_page = ? WHERE id = ?", (cut, article_id))


def held(database: Any, feed_id: FeedId, guids: Sequence[str]) -> dict[str, HeldPage]:  # noqa: ANN401
    """What is known of the pages of these articles, by guid; of deleted ones there is nothing to know."""
    rows = database.execute_sql(
        "SELECT guid, article_id, state, feed_mark, from_page FROM page JOIN article ON article.id = article_id"
        f" WHERE feed_id = ? AND guid IN (SELECT value FROM json_each(?)) AND NOT {GONE}",
        (feed_id, json.dumps(list(guids))),
    )
    return {row[0]: HeldPage(ArticleId(row[1]), row[2], row[3], bool(row[4])) for row in rows.fetchall()}


def ask_again(database: Any, article_id: ArticleId, feed_mark: str, entry: ParsedEntry) -> None:  # noqa: ANN401
    """The feed says something new of an article whose text came from its page: the page is due again."""
    database.execute_sql(
        "UPDATE page SET state = 'pending', feed_mark = ?, entry = ?, tries = 0, error = NULL, retry_at = NULL"
        " WHERE article_id = ?",
        (feed_mark, _written(entry), article_id),
    )


def jobs(database: Any, now: datetime, limit: int, per_feed: int) -> list[PageJob]:  # noqa: ANN401
    """Pages that are due, the newest of every feed first."""
    rows = database.execute_sql(_JOBS, (to_ticks(now), per_feed, limit)).fetchall()
    return [_job(database, row) for row in rows]


def _job(database: Any, row: tuple[Any, ...]) -> PageJob:  # noqa: ANN401
    article_id, access = ArticleId(row[0]), Access(row[17])
    markdown = database.execute_sql("SELECT markdown FROM article_text WHERE article_id = ?", (article_id,)).fetchone()
    held_now = KnownArticle(article_id, row[21], row[9], markdown[0], access, from_ticks(row[13]), row[18], row[20])
    entry = _read(row[5]) if row[5] else _as_stored(database, row, markdown[0])
    facts = (article_id, FeedId(row[1]), row[2], row[3], row[4])
    return PageJob(*facts, entry, held_now, bool(row[6]), bool(row[7]))


def _as_stored(database: Any, row: tuple[Any, ...], markdown: str) -> ParsedEntry:  # noqa: ANN401
    pictures = database.execute_sql(
        "SELECT url, alt, caption, credit, lead FROM article_asset JOIN asset ON asset.id = asset_id"
        " WHERE article_id = ? ORDER BY position",
        (row[0],),
    ).fetchall()
    enclosures = database.execute_sql(
        "SELECT url, type, bytes FROM enclosure WHERE article_id = ? ORDER BY position", (row[0],)
    ).fetchall()
    note = UpdateNote(row[18], from_ticks(row[19]), row[20])
    return ParsedEntry(
        guid=row[8],
        title=row[9],
        markdown=markdown,
        url=row[3],
        kicker=row[10],
        author=row[11],
        published=from_ticks(row[12]),
        updated=from_ticks(row[13]),
        section=row[14],
        tags=tuple(json.loads(row[15])),
        language=row[16],
        access=Access(row[17]),
        update=note if note.marker or note.block else None,
        pictures=tuple(Picture(one[0], one[1], one[2], one[3], bool(one[4])) for one in pictures),
        enclosures=tuple(Enclosure(*one) for one in enclosures),
    )


def finish(database: Any, article_id: ArticleId, state: str, error: str | None = None) -> None:  # noqa: ANN401
    """The page is done with: "stored" (its text is held), "kept" (it has no more), "failed" (it cannot be had)."""
    database.execute_sql(
        "UPDATE page SET state = ?, from_page = max(from_page, ?), entry = NULL, error = ?, retry_at = NULL"
        " WHERE article_id = ?",
        (state, state == "stored", error, article_id),
    )
    if state != "failed":
        database.execute_sql("UPDATE article SET awaits_page = 0 WHERE id = ?", (article_id,))


def retry_later(database: Any, article_id: ArticleId, error: str, retry_at: datetime) -> None:  # noqa: ANN401
    """The page could not be had this time."""
    database.execute_sql(
        "UPDATE page SET tries = tries + 1, error = ?, retry_at = ? WHERE article_id = ?",
        (error, to_ticks(retry_at), article_id),
    )


def trim(database: Any, feed_id: FeedId) -> None:  # noqa: ANN401
    """Keep the backlog of a feed bounded: its older articles are passed over until a repair asks for them."""
    database.execute_sql(
        "UPDATE page SET state = 'passed' WHERE state = 'pending' AND article_id IN (SELECT article_id FROM page JOIN"
        " article ON article.id = article_id WHERE feed_id = ? AND state = 'pending'"
        " ORDER BY sort DESC, id DESC LIMIT -1 OFFSET ?)",
        (feed_id, BACKLOG),
    )


def retry_failed(database: Any) -> int:  # noqa: ANN401
    """Pages that were given up or passed over get another chance; how many there are."""
    sql = (
        "UPDATE page SET state = 'pending', retry_at = NULL, tries = 0"
        " WHERE state IN ('failed', 'passed') OR (state = 'pending' AND retry_at IS NOT NULL)"
    )
    return int(database.execute_sql(sql).rowcount)


def mode_changed(database: Any, feed_id: FeedId, mode: FullText) -> Changes:  # noqa: ANN401
    """What a feed's new mode means for the articles that are held: none are lost, the newest gain their page."""
    mine = "SELECT id FROM article WHERE feed_id = ? AND url LIKE 'http%'"
    if mode is FullText.NEVER:
        database.execute_sql(
            f"UPDATE page SET state = CASE WHEN from_page THEN 'stored' ELSE 'kept' END, entry = NULL"
            f" WHERE state <> 'stored' AND article_id IN ({mine})",
            (feed_id,),
        )
        database.execute_sql("UPDATE article SET awaits_page = 0 WHERE feed_id = ?", (feed_id,))
        return Changes(feeds=frozenset({feed_id}))
    if mode is FullText.ALWAYS:
        database.execute_sql(
            "INSERT INTO page (article_id, feed_mark) SELECT id, '' FROM article WHERE feed_id = ?"
            " AND url LIKE 'http%' ORDER BY sort DESC LIMIT ?"
            " ON CONFLICT (article_id) DO UPDATE SET state = 'pending', tries = 0, retry_at = NULL WHERE NOT from_page",
            (feed_id, BACKLOG),
        )
    return Changes(feeds=frozenset({feed_id}))


def _written(entry: ParsedEntry) -> bytes:
    facts: dict[str, Any] = {name: getattr(entry, name) for name in _PLAIN}
    facts |= {name: to_ticks(getattr(entry, name)) for name in _TIMES}
    facts |= {"tags": entry.tags, "access": entry.access.value}
    facts["pictures"] = [dataclasses.asdict(one) for one in entry.pictures]
    facts["enclosures"] = [dataclasses.asdict(one) for one in entry.enclosures]
    note = entry.update
    facts["update"] = (note.marker, to_ticks(note.at), note.block) if note else None
    return packed(json.dumps(facts, ensure_ascii=False))


def _read(blob: bytes) -> ParsedEntry:
    facts = json.loads(unpacked(blob))
    facts |= {name: from_ticks(facts[name]) for name in _TIMES}
    facts |= {"tags": tuple(facts["tags"]), "access": Access(facts["access"])}
    facts["pictures"] = tuple(Picture(**one) for one in facts["pictures"])
    facts["enclosures"] = tuple(Enclosure(**one) for one in facts["enclosures"])
    note = facts["update"]
    facts["update"] = UpdateNote(note[0], from_ticks(note[1]), note[2]) if note else None
    return ParsedEntry(**facts)
