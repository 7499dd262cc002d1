"""Pictures: which are still to be fetched, which are held, how much can be read offline. Part of the store's facade."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reader.core.changes import Changes
from reader.core.entities import ArticleId, AssetId, MissingItem, OfflineEstimate, OfflineSummary
from reader.core.plans import Asset
from reader.store.articles import count_images
from reader.store.encoding import to_ticks

_USUAL_PICTURE = 120_000  # bytes, while no picture is stored that would tell
_USUAL_PAGE = 150_000


def pending(
    database: Any,  # noqa: ANN401
    limit: int,
    now: datetime,
    article_ids: Sequence[ArticleId] | None,
) -> list[Asset]:
    """Pictures to fetch: never tried, or due for another try; of these articles only, when they are given."""
    sql = (
        "SELECT id, url, tries, (SELECT feed.url FROM article_asset JOIN article ON article.id = article_id"
        " JOIN feed ON feed.id = feed_id WHERE asset_id = asset.id LIMIT 1)"
        " FROM asset WHERE state = 'pending' AND (retry_at IS NULL OR retry_at <= ?)"
    )
    values: list[Any] = [to_ticks(now)]
    if article_ids is not None:
        sql += " AND id IN (SELECT asset_id FROM article_asset WHERE article_id IN (SELECT value FROM json_each(?)))"
        values.append(json.dumps(list(article_ids)))
    rows = database.execute_sql(sql + " ORDER BY tries, id DESC LIMIT ?", (*values, limit)).fetchall()
    return [Asset(AssetId(row[0]), row[1], row[2], row[3] or "") for row in rows]


def stored(database: Any, asset_id: AssetId, facts: tuple[str, str, int, int | None, int | None]) -> Changes:  # noqa: ANN401
    """A picture is on the disk; `facts`: file (relative to the data folder), content hash, bytes, width, height."""
    with database.atomic():
        database.execute_sql(
            "UPDATE asset SET state = 'stored', file = ?, hash = ?, bytes = ?, width = ?, height = ?, error = NULL,"
            " retry_at = NULL WHERE id = ?",
            (*facts, asset_id),
        )
        found = database.execute_sql("SELECT article_id FROM article_asset WHERE asset_id = ?", (asset_id,)).fetchall()
        touched = [row[0] for row in found]
        count_images(database, touched)
    return Changes(updated=frozenset(map(ArticleId, touched)))


def failed(database: Any, asset_id: AssetId, error: str, retry_at: datetime | None) -> None:  # noqa: ANN401
    """A picture could not be had; without `retry_at` it is given up until a repair."""
    database.execute_sql(
        "UPDATE asset SET tries = tries + 1, error = ?, retry_at = ?, state = ? WHERE id = ?",
        (error, to_ticks(retry_at), "pending" if retry_at else "failed", asset_id),
    )


def retry_failed(database: Any) -> int:  # noqa: ANN401
    """Give every picture that was given up, or waits for its next try, another chance now; how many there are."""
    sql = "UPDATE asset SET state = 'pending', retry_at = NULL WHERE state = 'failed' OR retry_at IS NOT NULL"
    return int(database.execute_sql(sql).rowcount)


def count_pending(database: Any, now: datetime) -> int:  # noqa: ANN401
    """How many pictures could be fetched now."""
    sql = "SELECT count(*) FROM asset WHERE state = 'pending' AND (retry_at IS NULL OR retry_at <= ?)"
    return int(database.execute_sql(sql, (to_ticks(now),)).fetchone()[0])


def missing(database: Any, limit: int) -> list[MissingItem]:  # noqa: ANN401
    """What articles lack to be read offline, the newest articles first: their pages, then their pictures."""
    rows = database.execute_sql(
        "SELECT * FROM (SELECT article.id, title, coalesce(article.url, ''), page.error, 'page', sort FROM article"
        " JOIN page ON article_id = article.id WHERE page.state IN ('pending', 'failed', 'passed') AND NOT from_page"
        " AND aside < 4"
        " UNION ALL SELECT article.id, title, asset.url, asset.error, 'picture', sort FROM asset"
        " JOIN article_asset ON asset_id = asset.id JOIN article ON article.id = article_id"
        " WHERE asset.state <> 'stored' AND aside < 4) ORDER BY sort DESC, 1 DESC, 5 LIMIT ?",
        (limit,),
    ).fetchall()
    return [MissingItem(ArticleId(row[0]), *row[1:5]) for row in rows]


def estimate(database: Any) -> OfflineEstimate:  # noqa: ANN401
    """How much a repair would fetch. A picture counts as much as the stored ones on average, a page 150 kB."""
    pictures, average = database.execute_sql(
        "SELECT coalesce(sum(state <> 'stored'), 0), avg(CASE WHEN state = 'stored' THEN bytes END) FROM asset"
    ).fetchone()
    awaited = database.execute_sql(
        "SELECT count(*) FROM page WHERE state IN ('pending', 'failed', 'passed') AND NOT from_page"
    ).fetchone()[0]
    size = round(pictures * (average or _USUAL_PICTURE)) + awaited * _USUAL_PAGE
    return OfflineEstimate(pages=awaited, pictures=pictures, bytes=size)


def stored_files(database: Any) -> list[tuple[int, str, int]]:  # noqa: ANN401
    """Every stored picture: id, file relative to the data folder, bytes."""
    rows = database.execute_sql("SELECT id, file, bytes FROM asset WHERE state = 'stored'").fetchall()
    return [(row[0], row[1], row[2]) for row in rows]


def lost(database: Any, asset_ids: Sequence[int]) -> Changes:  # noqa: ANN401
    """The files of these pictures are gone from the disk: they are to be fetched again."""
    given = json.dumps(list(asset_ids))
    with database.atomic():
        database.execute_sql(
            "UPDATE asset SET state = 'pending', file = NULL, tries = 0, retry_at = NULL"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (given,),
        )
        found = database.execute_sql(
            "SELECT DISTINCT article_id FROM article_asset WHERE asset_id IN (SELECT value FROM json_each(?))", (given,)
        ).fetchall()
        count_images(database, [row[0] for row in found])
    return Changes(updated=frozenset(ArticleId(row[0]) for row in found))


def file_of(database: Any, url: str) -> str | None:  # noqa: ANN401
    """The file of a stored picture, relative to the data folder."""
    row = database.execute_sql("SELECT file FROM asset WHERE url = ? AND state = 'stored'", (url,)).fetchone()
    return row[0] if row else None


def summary(database: Any) -> OfflineSummary:  # noqa: ANN401
    """How much of the library can be read with no network."""
    row = database.execute_sql(
        "SELECT count(*), coalesce(sum(held AND NOT awaits_page AND images = images_stored), 0),"
        " coalesce(sum(held AND (awaits_page OR (images_stored > 0 AND images > images_stored))), 0),"
        " coalesce(sum(held AND NOT awaits_page AND images_stored = 0 AND images > 0), 0),"
        " coalesce(sum(access = 'teaser'), 0), coalesce(sum(images), 0), coalesce(sum(images_stored), 0),"
        " coalesce(sum(access <> 'teaser' AND NOT held), 0)"
        " FROM (SELECT *, access <> 'teaser' AND (words > 0 OR images > 0) AS held FROM article WHERE aside < 4"
        " AND (words > 0 OR images > 0 OR id NOT IN (SELECT article_id FROM bin WHERE purged IS NOT NULL)))"
    ).fetchone()
    size = database.execute_sql("SELECT coalesce(sum(bytes), 0) FROM asset WHERE state = 'stored'").fetchone()[0]
    return OfflineSummary(
        articles=row[0],
        ready=row[1],
        partial=row[2],
        text=row[3],
        teaser=row[4],
        missing=row[7],
        images=row[5],
        images_stored=row[6],
        bytes=size,
    )
