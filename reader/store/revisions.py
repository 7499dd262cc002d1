"""Every stored version of an article, small: each against what it resembles most. Part of the store's facade.

An original is compressed against its own Markdown, a later Markdown against the first one, which is never dropped; so
each revision needs the first and nothing else. While an article has one revision, its Markdown is the current text and
is not stored twice (an empty blob). `articles` takes it down right before that text is replaced.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reader.core.entities import ArticleId, ChangeKind, Revision, UpdateNote
from reader.core.plans import ArticlePlan
from reader.store.encoding import from_ticks, packed, to_ticks, unpacked
from reader.store.thinning import MOST_REVISIONS, Held, to_drop

_AS_CURRENT = b""
_INSERT = (
    "INSERT INTO revision (article_id, number, fetched, updated, title, markdown, original, hash, kind, marker,"
    " update_at, update_block) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def add_first(database: Any, fresh: Sequence[tuple[ArticleId, ArticlePlan]], now: datetime) -> None:  # noqa: ANN401
    """Store the first version of new articles."""
    rows = [_row(article_id, 1, plan, ChangeKind.FIRST, now, _AS_CURRENT) for article_id, plan in fresh]
    database.execute_many(_INSERT, rows)


def _row(
    article_id: ArticleId, number: int, plan: ArticlePlan, kind: ChangeKind, now: datetime, body: bytes
) -> tuple[Any, ...]:
    entry, note = plan.entry, plan.entry.update or UpdateNote()
    original = packed(entry.content_html, entry.markdown) if entry.content_html else None
    return (
        *(article_id, number, to_ticks(now), to_ticks(entry.updated), entry.title),
        *(body, original, plan.hash, kind.value, note.marker, to_ticks(note.at), note.block),
    )


def add(
    database: Any,  # noqa: ANN401
    article_id: ArticleId,
    number: int,
    plan: ArticlePlan,
    kind: ChangeKind,
    now: datetime,
) -> None:
    """Store the later version that `plan` brings; called before the current text is replaced by it."""
    body = packed(plan.entry.markdown, _taken_down(database, article_id))
    database.execute_sql(_INSERT, _row(article_id, number, plan, kind, now, body))
    if number > MOST_REVISIONS:
        _thin(database, article_id)


def replace_text(database: Any, article_id: ArticleId, number: int, plan: ArticlePlan) -> None:  # noqa: ANN401
    """Put `plan`'s text in the place of the newest version's: the same version, held better (a page for a summary).

    Called before the current text is replaced by it. The original stays the one that came with the version.
    """
    held = original(database, article_id, number)
    body = _AS_CURRENT if number == 1 else packed(plan.entry.markdown, _taken_down(database, article_id))
    note = plan.entry.update or UpdateNote()
    database.execute_sql(
        "UPDATE revision SET title = ?, markdown = ?, original = ?, hash = ?, updated = ?, marker = ?, update_at = ?,"
        " update_block = ? WHERE article_id = ? AND number = ?",
        (
            *(plan.entry.title, body, packed(held, plan.entry.markdown) if held else None, plan.hash),
            *(to_ticks(plan.entry.updated), note.marker, to_ticks(note.at), note.block, article_id, number),
        ),
    )


def _taken_down(database: Any, article_id: ArticleId) -> str:  # noqa: ANN401
    """The first revision's Markdown; stored with its revision from now on."""
    blob, current = database.execute_sql(
        "SELECT revision.markdown, article_text.markdown FROM revision JOIN article_text USING (article_id)"
        " WHERE article_id = ? ORDER BY number LIMIT 1",
        (article_id,),
    ).fetchone()
    if blob:
        return unpacked(blob)
    database.execute_sql(
        "UPDATE revision SET markdown = ? WHERE article_id = ? AND markdown = x''", (packed(current), article_id)
    )
    return str(current)


def _thin(database: Any, article_id: ArticleId) -> None:  # noqa: ANN401
    starred, read = database.execute_sql(
        "SELECT starred, read_revision FROM status WHERE article_id = ?", (article_id,)
    ).fetchone()
    if starred:
        return
    rows = database.execute_sql(
        "SELECT number, fetched, kind FROM revision WHERE article_id = ? ORDER BY number", (article_id,)
    ).fetchall()
    for number in to_drop([Held(row[0], row[1], ChangeKind(row[2])) for row in rows], read):
        database.execute_sql("DELETE FROM revision WHERE article_id = ? AND number = ?", (article_id, number))


def body(database: Any, article_id: ArticleId, number: int) -> tuple[str, str, UpdateNote | None] | None:  # noqa: ANN401
    """Headline, Markdown and update note of one version; None when it is not held."""
    row = database.execute_sql(
        "SELECT title, markdown, marker, update_at, update_block FROM revision WHERE article_id = ? AND number = ?",
        (article_id, number),
    ).fetchone()
    if row is None:
        return None
    noted = row[2] is not None or row[4] is not None
    return (
        row[0],
        _markdown(database, article_id, row[1]),
        UpdateNote(row[2], from_ticks(row[3]), row[4]) if noted else None,
    )


def original(database: Any, article_id: ArticleId, number: int) -> str | None:  # noqa: ANN401
    """The publisher's HTML of one version as it came; None when it is not held."""
    row = database.execute_sql(
        "SELECT original, markdown FROM revision WHERE article_id = ? AND number = ?", (article_id, number)
    ).fetchone()
    if row is None or row[0] is None:
        return None
    return unpacked(row[0], _markdown(database, article_id, row[1]))


def _markdown(database: Any, article_id: ArticleId, blob: bytes) -> str:  # noqa: ANN401
    first, current = database.execute_sql(
        "SELECT revision.markdown, article_text.markdown FROM revision JOIN article_text USING (article_id)"
        " WHERE article_id = ? ORDER BY number LIMIT 1",
        (article_id,),
    ).fetchone()
    if not blob:
        return str(current)
    return unpacked(blob) if blob == first else unpacked(blob, unpacked(first) if first else str(current))


def listed(database: Any, article_id: ArticleId) -> tuple[Revision, ...]:  # noqa: ANN401
    """All versions held, the first one first."""
    rows = database.execute_sql(
        "SELECT number, fetched, title, kind FROM revision WHERE article_id = ? ORDER BY number", (article_id,)
    ).fetchall()
    moments = [from_ticks(row[1]) for row in rows]
    return tuple(
        Revision(row[0], moment, row[2], ChangeKind(row[3]))
        for row, moment in zip(rows, moments, strict=True)
        if moment is not None
    )


def last_read(database: Any, article_id: ArticleId) -> int:  # noqa: ANN401
    """The version that the reader last read, or the one held before it; the first when none was read."""
    row = database.execute_sql(
        "SELECT max(number) FROM revision JOIN status USING (article_id)"
        " WHERE article_id = ? AND (number <= read_revision OR number = 1)",
        (article_id,),
    ).fetchone()
    return int(row[0] or 1)
