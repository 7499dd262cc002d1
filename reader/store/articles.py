"""Articles and their revisions: carrying out the engine's plans, and reading one whole. Part of the store's facade."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeAlias

from reader.core.changes import Changes
from reader.core.entities import (
    Access,
    Article,
    ArticleId,
    ChangeKind,
    Enclosure,
    FeedId,
    Picture,
    ReadingPlace,
    Reflag,
    UpdateNote,
)
from reader.core.likeness import canonical_address
from reader.core.plans import ArticlePlan, KnownArticle
from reader.core.readiness import offline_state
from reader.core.reading import count_words, reading_minutes
from reader.core.significance import reflags
from reader.store import attachments, duplicates, pages, revisions, rule_runs, smart
from reader.store.bin import EMPTIED, GONE
from reader.store.encoding import from_ticks, to_ticks

_Stored: TypeAlias = tuple[ArticleId, ArticlePlan]
_IN_A_FEED = 1_000
_ARTICLE = f"""
SELECT article.feed_id, coalesce(feed.own_title, feed.title, feed.url), article.guid, article.url, article.title,
       article.kicker, article.author, article.section, article.tags, article.language, article.published,
       article.updated, article.received, article.words, article.minutes, status.read, status.starred, article.access,
       article.marker, article.update_at, article.update_block, article.revision, status.read_revision,
       article.images, article.images_stored, article_text.markdown, article_text.runs,
       status.place_block, status.place_ratio, article.significant, article.awaits_page, {duplicates.ALSO_IN},
       article.aside IN (2, 3), {EMPTIED}, article.aside >= 4
FROM article JOIN feed ON feed.id = article.feed_id JOIN article_text ON article_text.article_id = article.id
     JOIN status ON status.article_id = article.id
WHERE article.id = ?
"""


def known(database: Any, feed_id: FeedId, guids: Sequence[str]) -> dict[str, KnownArticle]:  # noqa: ANN401
    """What is held of the articles with these guids; those that are deleted are known, and gone."""
    rows = database.execute_sql(
        "SELECT guid, id, hash, title, coalesce(markdown, ''), access, updated, marker, update_block,"
        f" {GONE} FROM article LEFT JOIN article_text ON article_id = id"
        " WHERE feed_id = ? AND guid IN (SELECT value FROM json_each(?))",
        (feed_id, json.dumps(list(guids))),
    )
    return {
        row[0]: KnownArticle(
            ArticleId(row[1]), row[2], row[3], row[4], Access(row[5]), from_ticks(row[6]), row[7], row[8], bool(row[9])
        )
        for row in rows.fetchall()
    }


def digests(database: Any, feed_id: FeedId) -> set[str]:  # noqa: ANN401
    """What the newest articles of a feed were told by when they were last stored; older ones are in no feed."""
    rows = database.execute_sql(
        "SELECT digest FROM article WHERE feed_id = ? ORDER BY sort DESC, id DESC LIMIT ?", (feed_id, _IN_A_FEED)
    )
    return {row[0] for row in rows.fetchall() if row[0]}


def note_digests(database: Any, seen: Sequence[tuple[ArticleId, str | None]]) -> None:  # noqa: ANN401
    """Articles whose entries are told otherwise and mean the same: the next time, they are known by that."""
    database.execute_many("UPDATE article SET digest = ? WHERE id = ?", [(digest, one) for one, digest in seen])


def headlines(database: Any, ids: Sequence[ArticleId]) -> list[str]:  # noqa: ANN401
    """The headlines of these articles, in order of id."""
    rows = database.execute_sql(
        "SELECT title FROM article WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", (json.dumps(list(ids)),)
    )
    return [row[0] for row in rows.fetchall()]


def apply(
    database: Any,  # noqa: ANN401
    feed_id: FeedId,
    plans: Sequence[ArticlePlan],
    now: datetime,
    reflag: Reflag,
) -> Changes:
    """Store some articles in one transaction. A plan carried out twice stores nothing twice."""
    new: set[ArticleId] = set()
    updated: set[ArticleId] = set()
    with database.atomic():
        own = database.execute_sql("SELECT reflag FROM feed WHERE id = ?", (feed_id,)).fetchone()
        choice = Reflag(own[0]) if own and own[0] else reflag
        fresh = _insert(database, feed_id, [plan for plan in plans if plan.article_id is None], now)
        twins = duplicates.join(database, feed_id, fresh, now)
        changed = [(plan.article_id, plan) for plan in plans if plan.article_id is not None and plan.kind is not None]
        for article_id, plan in changed:
            _revise(database, article_id, plan, now, reflags(choice, plan.kind or ChangeKind.COSMETIC))
        for plan in plans:
            if plan.article_id is not None and plan.kind is None:
                _note_facts(database, plan.article_id, plan)
        for article_id, plan in (*fresh, *changed):
            pages.request(database, article_id, plan.page, plan.cut)
        new.update(article_id for article_id, _ in fresh)
        updated.update(article_id for article_id, _ in changed)
        _index(database, changed, fresh)
        ruled = rule_runs.match_new(database, new | updated)
        smart.match_again(database, new | updated)
    touched = bool(new or updated)
    feeds = frozenset({feed_id}) if touched else frozenset[FeedId]()
    changes = Changes(frozenset(new), frozenset(updated), statuses=frozenset(twins), feeds=feeds, counts=bool(new))
    # A new article that is hidden at once has left no list.
    return changes | replace(ruled, removed=ruled.removed - new)


def _insert(database: Any, feed_id: FeedId, plans: Sequence[ArticlePlan], now: datetime) -> list[_Stored]:  # noqa: ANN401
    """The new articles with all that belongs to them but for the index; one statement for all wherever it can be."""
    made = [(_insert_row(database, feed_id, plan, now), plan) for plan in plans]
    fresh = [(article_id, plan) for article_id, plan in made if article_id is not None]
    database.execute_many(
        "INSERT INTO article_text VALUES (?, ?, ?)",
        [(article_id, plan.entry.markdown, plan.runs) for article_id, plan in fresh],
    )
    revisions.add_first(database, fresh, now)
    database.execute_many(
        "INSERT INTO status (feed_id, guid, article_id, sort) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (feed_id, guid) DO UPDATE SET article_id = excluded.article_id, sort = excluded.sort",
        [(feed_id, plan.entry.guid, article_id, _sort(plan, now)) for article_id, plan in fresh],
    )
    _attach(database, fresh)
    count_images(database, [article_id for article_id, plan in fresh if plan.entry.pictures])
    return fresh


def _sort(plan: ArticlePlan, now: datetime) -> int:
    received = to_ticks(now) or 0
    return min(to_ticks(plan.entry.published) or received, received)


def _insert_row(database: Any, feed_id: FeedId, plan: ArticlePlan, now: datetime) -> ArticleId | None:  # noqa: ANN401
    """None when there is such an article already."""
    entry = plan.entry
    note = entry.update or UpdateNote()
    row = database.execute_sql(
        "INSERT INTO article (feed_id, guid, url, title, kicker, author, section, language, tags, published, updated,"
        " received, sort, words, minutes, access, marker, update_at, update_block, hash, address, digest)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (feed_id, guid) DO NOTHING RETURNING id",
        (
            *(feed_id, entry.guid, entry.url, entry.title, entry.kicker, entry.author, entry.section, entry.language),
            *(json.dumps(entry.tags), to_ticks(entry.published), to_ticks(entry.updated), to_ticks(now)),
            *(_sort(plan, now), plan.words, plan.minutes, entry.access.value, note.marker, to_ticks(note.at)),
            *(note.block, plan.hash, canonical_address(entry.url), entry.given.digest or None),
        ),
    ).fetchone()
    return None if row is None else ArticleId(row[0])


def _note_facts(database: Any, article_id: ArticleId, plan: ArticlePlan) -> None:  # noqa: ANN401
    """Nothing happened that counts: the text stays as it is held, letter for letter, and so does the update note."""
    entry = plan.entry
    database.execute_sql(
        "UPDATE article SET hash = ?, url = coalesce(?, url), kicker = coalesce(?, kicker),"
        " author = coalesce(?, author), section = coalesce(?, section), tags = ?, updated = coalesce(?, updated),"
        " access = ?, digest = ? WHERE id = ?",
        (
            *(plan.hash, entry.url, entry.kicker, entry.author, entry.section, json.dumps(entry.tags)),
            *(to_ticks(entry.updated), entry.access.value, entry.given.digest or None, article_id),
        ),
    )


def _revise(database: Any, article_id: ArticleId, plan: ArticlePlan, now: datetime, news: bool) -> None:  # noqa: ANN401
    entry, note = plan.entry, plan.entry.update or UpdateNote()
    number = database.execute_sql(
        "UPDATE article SET url = coalesce(?, url), title = ?, kicker = ?, author = coalesce(?, author), section = ?,"
        " tags = ?, updated = ?, words = ?, minutes = ?, access = ?, marker = ?, update_at = ?, update_block = ?,"
        " hash = ?, digest = ?, revision = revision + 1 WHERE id = ? RETURNING revision",
        (
            *(entry.url, entry.title, entry.kicker, entry.author, entry.section, json.dumps(entry.tags)),
            *(to_ticks(entry.updated), plan.words, plan.minutes, entry.access.value),
            *(note.marker, to_ticks(note.at), note.block, plan.hash, entry.given.digest or None, article_id),
        ),
    ).fetchone()[0]
    revisions.add(database, article_id, number, plan, plan.kind or ChangeKind.COSMETIC, now)
    database.execute_sql(
        "UPDATE article_text SET markdown = ?, runs = ? WHERE article_id = ?", (entry.markdown, plan.runs, article_id)
    )
    if news:
        database.execute_sql("UPDATE article SET significant = ? WHERE id = ?", (number, article_id))
    _move_place(database, article_id, plan.places)
    _attach_anew(database, article_id, plan)


def complete(database: Any, plan: ArticlePlan, state: str) -> Changes:  # noqa: ANN401
    """The page's text and facts in the place of the feed's summary: the same version, held better; not an update."""
    article_id, entry, note = plan.article_id, plan.entry, plan.entry.update or UpdateNote()
    assert article_id is not None
    with database.atomic():
        number = database.execute_sql(
            "UPDATE article SET kicker = ?, author = ?, section = ?, language = ?, tags = ?, published = ?,"
            " updated = ?, words = ?, minutes = ?, access = ?, marker = ?, update_at = ?, update_block = ?, hash = ?"
            " WHERE id = ? RETURNING revision",
            (
                *(entry.kicker, entry.author, entry.section, entry.language, json.dumps(entry.tags)),
                *(to_ticks(entry.published), to_ticks(entry.updated), plan.words, plan.minutes, entry.access.value),
                *(note.marker, to_ticks(note.at), note.block, plan.hash, article_id),
            ),
        ).fetchone()[0]
        revisions.replace_text(database, article_id, number, plan)
        database.execute_sql(
            "UPDATE article_text SET markdown = ?, runs = ? WHERE article_id = ?",
            (entry.markdown, plan.runs, article_id),
        )
        _index(database, [(article_id, plan)], [])
        _attach_anew(database, article_id, plan)
        pages.finish(database, article_id, state)
        twins = duplicates.completed(database, article_id, plan)
        ruled = rule_runs.match_new(database, [article_id])
        smart.match_again(database, [article_id])
    return Changes(updated=frozenset({article_id}), statuses=frozenset(twins)) | ruled


def _move_place(database: Any, article_id: ArticleId, places: Sequence[int]) -> None:  # noqa: ANN401
    """The reader goes on at the same block, wherever it stands now; where it is gone, at what follows it."""
    row = database.execute_sql("SELECT place_block FROM status WHERE article_id = ?", (article_id,)).fetchone()
    if not places or row is None or row[0] is None:
        return
    there = places[min(row[0], len(places) - 1)]
    database.execute_sql(
        "UPDATE status SET place_block = ?, place_ratio = CASE WHEN ? THEN 0 ELSE place_ratio END WHERE article_id = ?",
        (~there if there < 0 else there, there < 0, article_id),
    )


def _index(database: Any, changed: Sequence[_Stored], fresh: Sequence[_Stored]) -> None:  # noqa: ANN401
    """Make texts findable, after all else: between two of them, any statement that could be taken back would make FTS5
    write out what it has gathered, which takes it longer than the texts themselves."""
    database.execute_many("DELETE FROM search WHERE rowid = ?", [(article_id,) for article_id, _ in changed])
    database.execute_many(
        "INSERT INTO search (rowid, title, kicker, author, body) VALUES (?, ?, ?, ?, ?)",
        sorted(_searched(article_id, plan) for article_id, plan in (*changed, *fresh)),
    )


def _searched(article_id: ArticleId, plan: ArticlePlan) -> tuple[int, str, str, str, str]:
    entry = plan.entry
    block = entry.update.block if entry.update else None
    body = "\n\n".join(filter(None, (block, entry.markdown)))
    return article_id, entry.title, entry.kicker or "", entry.author or "", body


def _attach_anew(database: Any, article_id: ArticleId, plan: ArticlePlan) -> None:  # noqa: ANN401
    database.execute_sql("DELETE FROM article_asset WHERE article_id = ?", (article_id,))
    database.execute_sql("DELETE FROM enclosure WHERE article_id = ?", (article_id,))
    _attach(database, [(article_id, plan)])
    count_images(database, [article_id])


def _attach(database: Any, articles: Sequence[_Stored]) -> None:  # noqa: ANN401
    """Pictures and enclosures of the current revisions; a picture's file, once stored, is kept."""
    shown = [(article_id, place, one) for article_id, plan in articles for place, one in enumerate(plan.entry.pictures)]
    database.execute_many(
        "INSERT INTO asset (url) VALUES (?) ON CONFLICT DO NOTHING", [(picture.url,) for _, _, picture in shown]
    )
    database.execute_many(
        "INSERT INTO article_asset SELECT ?, id, ?, ?, ?, ?, ? FROM asset WHERE url = ? ON CONFLICT DO NOTHING",
        [(article_id, place, one.lead, one.alt, one.caption, one.credit, one.url) for article_id, place, one in shown],
    )
    for article_id, plan in articles:
        for position, enclosure in enumerate(plan.entry.enclosures):
            database.execute_sql(
                "INSERT INTO enclosure VALUES (?, ?, ?, ?, ?)",
                (article_id, position, enclosure.url, enclosure.type, enclosure.bytes),
            )
        if plan.entry.enclosures:
            attachments.want_by_feed(database, article_id)


def count_images(database: Any, article_ids: Sequence[int]) -> None:  # noqa: ANN401
    """Set the picture counts that offline readiness is made of."""
    database.execute_sql(
        "UPDATE article SET (images, images_stored) = (SELECT count(*), coalesce(sum(asset.state = 'stored'), 0)"
        " FROM article_asset JOIN asset ON asset.id = asset_id WHERE article_id = article.id)"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(article_ids)),),
    )


def read(database: Any, article_id: ArticleId, number: int | None) -> Article | None:  # noqa: ANN401
    """One article whole, at revision `number` or the newest; None when there is no such article or revision."""
    row = database.execute_sql(_ARTICLE, (article_id,)).fetchone()
    if row is None:
        return None
    title, markdown, runs, words, minutes = row[4], row[25], row[26], row[13], row[14]
    has_note = row[18] is not None or row[20] is not None
    note = UpdateNote(row[18], from_ticks(row[19]), row[20]) if has_note else None
    if number is not None and number != row[21]:
        held = revisions.body(database, article_id, number)
        if held is None:
            return None
        (title, markdown, note), runs = held, None
        words = count_words(markdown)
        minutes = reading_minutes(words, row[9])
    pictures, size = _pictures(database, article_id)
    access, received = Access(row[17]), from_ticks(row[12])
    assert received is not None
    return Article(
        id=article_id,
        **dict(zip(("feed_id", "feed", "guid", "url"), row[:4], strict=True)),
        title=title,
        **dict(zip(("kicker", "author", "section"), row[5:8], strict=True)),
        tags=tuple(json.loads(row[8])),
        language=row[9],
        published=from_ticks(row[10]),
        updated=from_ticks(row[11]),
        received=received,
        words=words,
        minutes=minutes,
        read=bool(row[15]),
        starred=bool(row[16]),
        access=access,
        update=note,
        revision=number or row[21],
        revisions=revisions.listed(database, article_id),
        changed_since_read=row[22] is not None and row[29] > row[22],
        offline=offline_state(access, row[23], row[24], bool(row[25] or row[23]), bool(row[30])),
        images=row[23],
        images_stored=row[24],
        bytes=size,
        pictures=pictures,
        enclosures=_enclosures(database, article_id),
        markdown=markdown,
        runs=runs,
        place=None if row[27] is None else ReadingPlace(row[27], row[28]),
        read_revision=row[22],
        also_in=duplicates.also_in(row[31]),
        archived=bool(row[32]),
        emptied=bool(row[33]),
        deleted=bool(row[34]),
    )


def _pictures(database: Any, article_id: ArticleId) -> tuple[tuple[Picture, ...], int]:  # noqa: ANN401
    rows = database.execute_sql(
        "SELECT url, alt, caption, credit, lead, file, width, height, bytes FROM article_asset"
        " JOIN asset ON asset.id = asset_id WHERE article_id = ? ORDER BY position",
        (article_id,),
    ).fetchall()
    pictures = tuple(Picture(row[0], row[1], row[2], row[3], bool(row[4]), row[5], row[6], row[7]) for row in rows)
    return pictures, sum(row[8] or 0 for row in rows)


def _enclosures(database: Any, article_id: ArticleId) -> tuple[Enclosure, ...]:  # noqa: ANN401
    rows = database.execute_sql(
        "SELECT enclosure.url, type, coalesce(attachment.bytes, enclosure.bytes), file, state FROM enclosure"
        " LEFT JOIN attachment ON attachment.url = enclosure.url WHERE article_id = ? ORDER BY position",
        (article_id,),
    )
    return tuple(Enclosure(*row) for row in rows.fetchall())
