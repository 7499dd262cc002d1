"""Pictures: which are still to be fetched, which are held, how much can be read offline. Part of the store's facade."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reader.core.changes import Changes
from reader.core.entities import ArticleId, AssetId, OfflineSummary
from reader.core.plans import Asset
from reader.store.articles import count_images
from reader.store.encoding import to_ticks


def pending(
    database: Any,  # noqa: ANN401
    limit: int,
    now: datetime,
    article_ids: Sequence[ArticleId] | None,
) -> list[Asset]:
    """Pictures to fetch: never tried, or due for another try; of these articles only, when they are given."""
    sql = "SELECT id, url, tries FROM asset WHERE state = 'pending' AND (retry_at IS NULL OR retry_at <= ?)"
    values: list[Any] = [to_ticks(now)]
    if article_ids is not None:
        sql += " AND id IN (SELECT asset_id FROM article_asset WHERE article_id IN (SELECT value FROM json_each(?)))"
        values.append(json.dumps(list(article_ids)))
    rows = database.execute_sql(sql + " ORDER BY tries, id DESC LIMIT ?", (*values, limit)).fetchall()
    return [Asset(AssetId(row[0]), row[1], row[2]) for row in rows]


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


def file_of(database: Any, url: str) -> str | None:  # noqa: ANN401
    """The file of a stored picture, relative to the data folder."""
    row = database.execute_sql("SELECT file FROM asset WHERE url = ? AND state = 'stored'", (url,)).fetchone()
    return row[0] if row else None


def summary(database: Any) -> OfflineSummary:  # noqa: ANN401
    """How much of the library can be read with no network."""
    row = database.execute_sql(
        "SELECT count(*), coalesce(sum(access <> 'teaser' AND images = images_stored), 0),"
        " coalesce(sum(access <> 'teaser' AND images_stored > 0 AND images > images_stored), 0),"
        " coalesce(sum(access <> 'teaser' AND images_stored = 0 AND images > 0), 0),"
        " coalesce(sum(access = 'teaser'), 0), coalesce(sum(images), 0), coalesce(sum(images_stored), 0) FROM article"
    ).fetchone()
    size = database.execute_sql("SELECT coalesce(sum(bytes), 0) FROM asset WHERE state = 'stored'").fetchone()[0]
    return OfflineSummary(
        articles=row[0],
        ready=row[1],
        partial=row[2],
        text=row[3],
        teaser=row[4],
        images=row[5],
        images_stored=row[6],
        bytes=size,
    )
