"""Lists and counts. A filter becomes SQL in exactly one function, `_where`. Part of the store's facade.

Every list is led by the table whose index already has its order; other tables are joined only where the filter asks
something of them. Lists by feed and by section are asked group by group, so that no order needs sorting.
"""

import binascii
import json
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal

from reader.core.entities import Access, ArticleId, FeedId, Row
from reader.core.filters import NEWS_SECTIONS, ArticleFilter, Grouping, Listing, Order, View
from reader.core.readiness import offline_state
from reader.store import duplicates, tags
from reader.store.bin import EMPTIED
from reader.store.encoding import from_ticks, to_ticks
from reader.store.first_hits import first_hits
from reader.store.grouping import in_groups, lowered, shortened
from reader.store.keeping import with_kept
from reader.store.search import AMONG_HITS, aside_test, search_tests, section_names

_ROWS = f"""
SELECT article.id, article.feed_id, coalesce(feed.own_title, feed.title, feed.url), article.title, article.kicker,
       article.section, article.sort, article.minutes, status.read, status.starred, article.access, article.marker,
       status.read_revision, article.significant, article.images, article.images_stored,
       (SELECT file FROM article_asset JOIN asset ON asset.id = asset_id
        WHERE article_id = article.id AND file IS NOT NULL ORDER BY lead DESC, position LIMIT 1), article.awaits_page,
       {duplicates.ALSO_IN}, (SELECT json_group_array(name) FROM (SELECT name FROM article_tag JOIN tag
        ON tag.id = tag_id WHERE article_id = article.id ORDER BY folded)), article.aside IN (2, 3), {EMPTIED}
FROM article JOIN feed ON feed.id = article.feed_id JOIN status ON status.article_id = article.id
WHERE article.id IN (SELECT value FROM json_each(?))
"""
_UPDATED = (
    "(article.marker IS NOT NULL OR article.significant > 1)"
    " AND (article.marker IS NOT NULL OR article.significant > coalesce(status.read_revision, 1))"
)
_VIEWS = {
    View.UNREAD: "status.read = 0",
    View.STARRED: "status.starred = 1",
    View.UPDATED: _UPDATED,
    View.SUBSCRIBER: "article.access <> 'open'",
}
_REMOVED = "SELECT id FROM feed WHERE removed = 1"
# A folder shows what lies in the folders inside it, too.
IN_FOLDER = "SELECT id FROM feed WHERE folder_id IN (SELECT id FROM folder WHERE instr(name || ' / ', ? || ' / ') = 1)"
# A million rows fetched one by one hold Python's lock a million times, and the window stutters; so SQLite packs them.
_BULK = 50_000
_PACKED = (
    "SELECT CAST(group_concat(printf('%016x', one), '') AS BLOB), CAST(group_concat(printf('%016x', time), '') AS BLOB)"
    " FROM ({})"
)

Lead = Literal["article", "status"]
Test = tuple[str, list[Any]]


def since_midnight() -> datetime:
    """The beginning of the reader's own day."""
    return datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)


def _key(lead: Lead) -> str:
    return "article.id" if lead == "article" else "status.article_id"


def _where(
    database: Any,  # noqa: ANN401
    wanted: ArticleFilter,
    lead: Lead,
    *,
    spread: bool = False,
    hits: Sequence[int] | None = None,
    whole: ArticleFilter | None = None,
) -> Test:
    """The one place where a filter becomes SQL. Articles of feeds left stay visible only when starred.

    One article of several feeds is shown once in the list that `whole` is (`wanted` may be one group of it); a feed's
    own list shows all of its articles. `spread` asks that the articles of a folder be met in the order of the list,
    not feed by feed; `hits` are articles that have a search's words, where not all need be found.
    """
    where, values = _tests(database, wanted, lead, spread=spread, hits=hits)
    whole = replace(whole or wanted, keep=frozenset())
    if whole.feed_id is None and duplicates.any_stories(database):
        there, its_values = _tests(database, whole, "article", spread=True, hits=hits)
        return f"{where} AND NOT {duplicates.stood_for(_key(lead), there)}", [*values, *its_values]
    return where, values


def _tests(
    database: Any,  # noqa: ANN401
    wanted: ArticleFilter,
    lead: Lead,
    *,
    spread: bool,
    hits: Sequence[int] | None = None,
) -> Test:
    """What an article itself must be to be shown; called by `_where` alone."""
    tests: list[Test] = [(_VIEWS[wanted.view], [])] if wanted.view in _VIEWS else []
    tests.append((aside_test(wanted, lead), []))
    if lead == "status":
        tests.append(("status.article_id IS NOT NULL", []))
    if wanted.view is View.TODAY:
        tests.append((f"{lead}.sort >= ?", [to_ticks(since_midnight())]))
    if database.execute_sql(_REMOVED + " LIMIT 1").fetchone():
        starred = "SELECT article_id FROM status WHERE starred = 1"
        archived = f" OR {lead}.aside IN (2, 3)" if wanted.archived or wanted.view is View.ARCHIVE else ""
        tests.append((f"(+{lead}.feed_id NOT IN ({_REMOVED}) OR {_key(lead)} IN ({starred}){archived})", []))
    if wanted.feed_id is not None:
        tests.append((f"{lead}.feed_id = ?", [wanted.feed_id]))
    if wanted.folder is not None:
        tests.append((f"{'+' if spread else ''}{lead}.feed_id IN ({IN_FOLDER})", [wanted.folder]))
    if wanted.section == "":
        tests.append(("article.section IS NULL", []))
    elif wanted.section is not None:
        tests.append(("article.section = ? COLLATE NOCASE", [wanted.section]))
    tests += [tags.test_of(wanted.tag, _key(lead))] if wanted.tag is not None else []
    if wanted.search is not None:
        tests += search_tests(database, wanted.search, lead, hits)
    tests += _options(wanted, lead)
    return " AND ".join(test for test, _ in tests) or "1", [value for _, values in tests for value in values]


def _options(wanted: ArticleFilter, lead: Lead) -> Iterator[Test]:
    """The reader's display options; called by `_tests` alone."""
    if wanted.hide_read and wanted.view is not View.UNREAD:
        yield "status.read = 0", []
    if not wanted.subscriber:
        yield "article.access = 'open'", []
    if wanted.ready_only:
        yield "article.access <> 'teaser' AND article.images = article.images_stored", []
    hidden = {*wanted.without_sections, *(() if wanted.news else NEWS_SECTIONS)}
    if hidden:
        # SQLite's lower() knows ASCII alone: both spellings of an accented first letter are named.
        spelled = sorted({form for name in hidden for form in (name, name.capitalize(), name.upper())})
        test = "lower(article.section) NOT IN (SELECT value FROM json_each(?))"
        exact = "article.section NOT IN (SELECT value FROM json_each(?))"
        kept = "" if wanted.news else "article.section IS NOT NULL AND "
        none = "article.section IS NULL OR " if wanted.news else ""
        yield f"({kept}({none}({test} AND {exact})))", [json.dumps(sorted(hidden)), json.dumps(spelled)]
    if wanted.without_feeds:
        yield f"+{lead}.feed_id NOT IN (SELECT value FROM json_each(?))", [json.dumps(sorted(wanted.without_feeds))]


def _plan(database: Any, wanted: ArticleFilter) -> tuple[Lead, bool]:  # noqa: ANN401
    """Which table leads, and whether a folder's articles are met in the list's order: whichever meets fewer rows."""
    by_length = wanted.order in (Order.LONGEST, Order.SHORTEST)
    unread = wanted.hide_read or wanted.view is View.UNREAD
    lead: Lead = "article"
    if wanted.view in (View.MUTED, View.ARCHIVE):
        return lead, True
    if wanted.tag is not None:
        return lead, False
    if (unread or wanted.view is View.STARRED) and wanted.search is None and not by_length:
        lead = "status"
    count = "unread" if lead == "status" and unread else "total"
    sql = f"SELECT coalesce(sum({count}), 0) FROM feed"
    if lead == "status" and wanted.section is not None:
        lead = "status" if database.execute_sql(sql).fetchone()[0] <= 50_000 else "article"
    if wanted.folder is None:
        return lead, False
    if by_length or wanted.view in (View.STARRED, View.UPDATED, View.SUBSCRIBER):
        return lead, True
    all_of_them = database.execute_sql(sql).fetchone()[0]
    inside = database.execute_sql(f"{sql} WHERE id IN ({IN_FOLDER})", (wanted.folder,)).fetchone()[0]
    return lead, 200 * all_of_them < inside * inside


def _source(where: str, lead: Lead) -> str:
    other = "status" if lead == "article" else "article"
    joined = f" CROSS JOIN {other} ON status.article_id = article.id" if f"{other}." in where else ""
    return f"FROM {lead}{joined}"


def _order(wanted: ArticleFilter, lead: Lead) -> str:
    newest = f"{lead}.sort DESC, {_key(lead)} DESC"
    oldest = f"{lead}.sort, {_key(lead)}"
    orders = {
        Order.NEWEST: newest,
        Order.OLDEST: oldest,
        Order.LONGEST: f"article.minutes DESC, {newest}",
        Order.SHORTEST: f"article.minutes, {oldest}",
    }
    return orders[wanted.order]


def _select(
    database: Any,  # noqa: ANN401
    wanted: ArticleFilter,
    limit: int,
    offset: int,
    *,
    quick: bool = False,
    whole: ArticleFilter | None = None,
) -> Listing:
    """Ids and times in the list's order; a negative `limit` is all of them."""
    lead, spread = _plan(database, wanted)
    hits = first_hits(database, wanted, limit) if quick else None
    where, values = _where(database, wanted, lead, spread=spread, hits=hits, whole=whole)
    by_length = wanted.order in (Order.LONGEST, Order.SHORTEST)
    source = _source(where + (" article." if by_length else ""), lead)
    # The first hits lead, or the few articles of a tag, not the order of the list: that would look at all.
    few = AMONG_HITS in where or wanted.tag is not None
    source = source.replace("FROM article", "FROM article NOT INDEXED", 1) if few else source
    columns, order = f"{_key(lead)} AS one, {lead}.sort AS time", _order(wanted, lead)
    if 0 <= limit <= _BULK:
        sql = f"SELECT {columns} {source} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
        found = database.execute_sql(sql, (*values, limit, offset)).fetchall()
        return Listing(array("q", (row[0] for row in found)), array("q", (row[1] for row in found)))
    ids, times = array("q"), array("q")
    while True:
        room = _BULK if limit < 0 else min(_BULK, limit - len(ids))
        start, after = offset + len(ids), ""
        place: tuple[int, ...] = ()
        if ids and not by_length:
            sign = "<" if wanted.order is Order.NEWEST else ">"
            start, after, place = 0, f" AND ({lead}.sort, {_key(lead)}) {sign} (?, ?)", (times[-1], ids[-1])
        inner = f"SELECT {columns} {source} WHERE {where}{after} ORDER BY {order} LIMIT ? OFFSET ?"
        row = database.execute_sql(_PACKED.format(inner), (*values, *place, room, start)).fetchone()
        _unpack(row[0], ids)
        if _unpack(row[1], times) < room or len(ids) == limit:
            return Listing(ids, times)


def _unpack(packed: bytes | None, into: "array[int]") -> int:
    """Numbers of sixteen hexadecimal figures each; how many there were."""
    numbers = array("q", binascii.unhexlify(packed or b""))
    if sys.byteorder == "little":
        numbers.byteswap()
    into.extend(numbers)
    return len(numbers)


def listing(
    database: Any,  # noqa: ANN401
    wanted: ArticleFilter,
    limit: int | None = None,
    offset: int = 0,
    *,
    quick: bool = False,
    whole: ArticleFilter | None = None,
) -> Listing:
    """What a list shows, in its order; `limit` rows from `offset`. `quick`: of a search, its first hits will do.

    `whole` is the list of which `wanted` is one group.
    """
    if wanted.grouping in (Grouping.FEED, Grouping.SECTION):
        if wanted.search is None:
            return _grouped(database, wanted, limit, offset)
        found = listing(database, replace(wanted, grouping=Grouping.NONE), limit if quick else None, quick=quick)
        return shortened(in_groups(database, found, wanted.grouping), limit, offset)
    if not wanted.keep:
        return _select(database, wanted, -1 if limit is None else limit, offset, quick=quick, whole=whole)
    # Asked apart from the rest: an OR over both would keep the index from being used.
    most = -1 if limit is None else limit + offset
    found = _select(database, wanted, most, 0, quick=quick, whole=whole)
    merged = with_kept(database, wanted, found)
    end = None if limit is None else offset + limit
    return Listing(merged.ids[offset:end], merged.times[offset:end])


def _grouped(database: Any, wanted: ArticleFilter, limit: int | None, offset: int) -> Listing:  # noqa: ANN401
    """Group after group, each in the list's order, until there are enough."""
    ids, times, groups = array("q"), array("q"), []
    end = None if limit is None else offset + limit
    for name, narrowed in _groups(database, wanted):
        if end is not None and len(ids) >= end:
            break
        found = listing(database, narrowed, None if end is None else end - len(ids), whole=wanted)
        if found.ids:
            groups.append((len(ids), name))
            ids.extend(found.ids)
            times.extend(found.times)
    return shortened(Listing(ids, times, tuple(groups)), limit, offset)


def _groups(database: Any, wanted: ArticleFilter) -> Iterator[tuple[str, ArticleFilter]]:  # noqa: ANN401
    plain = replace(wanted, grouping=Grouping.NONE, keep=frozenset())
    if wanted.grouping is Grouping.SECTION:
        kept = _group_of(database, wanted, "lower(coalesce(section, ''))")
        names = [wanted.section] if wanted.section is not None else [*sections(database), ""]
        for name in names:
            yield name, replace(plain, section=name, keep=frozenset(kept.get(lowered(name), ())))
        return
    kept = _group_of(database, wanted, "feed_id")
    sql = "SELECT id, coalesce(own_title, title, url) FROM feed ORDER BY 2 COLLATE NOCASE, id"
    for feed_id, name in database.execute_sql(sql).fetchall():
        if wanted.feed_id in (None, feed_id):
            yield name, replace(plain, feed_id=FeedId(feed_id), keep=frozenset(kept.get(feed_id, ())))


def _group_of(database: Any, wanted: ArticleFilter, column: str) -> dict[Any, list[ArticleId]]:  # noqa: ANN401
    sql = f"SELECT {column}, id FROM article WHERE id IN (SELECT value FROM json_each(?))"
    found: dict[Any, list[ArticleId]] = {}
    for group, article_id in database.execute_sql(sql, (json.dumps(sorted(wanted.keep)),)).fetchall():
        found.setdefault(group, []).append(ArticleId(article_id))
    return found


def ids(database: Any, wanted: ArticleFilter, limit: int | None, offset: int) -> "array[int]":  # noqa: ANN401
    """The ids a list shows, in its order."""
    return listing(database, wanted, limit, offset).ids


def next_unread(
    database: Any,  # noqa: ANN401
    wanted: ArticleFilter,
    place: tuple[int, int],
    *,
    backwards: bool,
) -> ArticleId | None:
    """The nearest unread article after `place` (time, id) in a list by date; None when there is none."""
    lead: Lead = "status"
    where, values = _where(database, replace(wanted, hide_read=True), lead, spread=True)
    down = (wanted.order is Order.NEWEST) != backwards
    sign, way = ("<", "DESC") if down else (">", "ASC")
    sql = f"SELECT status.article_id {_source(where, lead)} WHERE {where} AND (status.sort, status.article_id) {sign}"
    sql += f" (?, ?) ORDER BY status.sort {way}, status.article_id {way} LIMIT 1"
    row = database.execute_sql(sql, (*values, *place)).fetchone()
    return None if row is None else ArticleId(row[0])


def unread_among(database: Any, wanted: Sequence[int]) -> set[int]:  # noqa: ANN401
    """Which of these articles are unread."""
    sql = "SELECT article_id FROM status WHERE +read = 0 AND article_id IN (SELECT value FROM json_each(?))"
    return {row[0] for row in database.execute_sql(sql, (json.dumps(list(wanted)),)).fetchall()}


def matching(database: Any, wanted: Iterable[int], shown: ArticleFilter) -> list[ArticleId]:  # noqa: ANN401
    """Those of these articles that a list shows."""
    where, values = _where(database, shown, "article", spread=True)
    sql = f"SELECT article.id {_source(where, 'article')} WHERE {where}"
    sql += " AND article.id IN (SELECT value FROM json_each(?))"
    found = database.execute_sql(sql, (*values, json.dumps(sorted(wanted)))).fetchall()
    return [ArticleId(row[0]) for row in found]


def sections(database: Any) -> list[str]:  # noqa: ANN401
    """The publishers' rubrics in use, by name."""
    return section_names(database)


def rows(database: Any, wanted: Sequence[ArticleId]) -> list[Row]:  # noqa: ANN401
    """The rows of these articles in the given order; unknown ids are left out."""
    found = database.execute_sql(_ROWS, (json.dumps(list(wanted)),)).fetchall()
    by_id = {row[0]: _row(row) for row in found}
    return [by_id[article_id] for article_id in wanted if article_id in by_id]


def _row(row: tuple[Any, ...]) -> Row:
    published, access = from_ticks(row[6]), Access(row[10])
    assert published is not None
    return Row(
        id=ArticleId(row[0]),
        feed_id=FeedId(row[1]),
        feed=row[2],
        title=row[3],
        kicker=row[4],
        section=row[5],
        published=published,
        minutes=row[7],
        read=bool(row[8]),
        starred=bool(row[9]),
        access=access,
        marker=row[11],
        changed=row[12] is not None and row[13] > row[12],
        offline=offline_state(access, row[14], row[15], bool(row[7] or row[14]), bool(row[17])),
        picture=row[16],
        also_in=duplicates.also_in(row[18]),
        tags=tuple(json.loads(row[19])),
        archived=bool(row[20]),
        emptied=bool(row[21]),
    )


def counted(database: Any, wanted: ArticleFilter) -> int:  # noqa: ANN401
    """How many articles a list would show, counted over its index."""
    lead, _ = _plan(database, wanted)
    where, values = _where(database, wanted, lead)
    return int(database.execute_sql(f"SELECT count(*) {_source(where, lead)} WHERE {where}", values).fetchone()[0])


def counted_updated(database: Any, wanted: ArticleFilter) -> int:  # noqa: ANN401
    """Marked articles are counted in the index alone; only the silently changed ones ask what the reader has read."""
    where, values = _where(database, replace(wanted, view=View.ALL), "article", spread=True, whole=wanted)
    marked = f"SELECT count(*) FROM article WHERE article.marker IS NOT NULL AND {where}"
    silent = (
        "SELECT count(*) FROM article CROSS JOIN status ON status.article_id = article.id WHERE article.marker IS NULL"
        f" AND article.significant > 1 AND article.significant > coalesce(status.read_revision, 1) AND {where}"
    )
    return sum(int(database.execute_sql(sql, values).fetchone()[0]) for sql in (marked, silent))


def left_out(database: Any, wanted: ArticleFilter) -> int:  # noqa: ANN401
    """How many of a list's articles another one stands for; the list itself has no display options."""
    if wanted.feed_id is not None or not duplicates.any_stories(database):
        return 0
    where, values = _tests(database, wanted, "article", spread=True)
    twins = duplicates.stood_for("article.id", where)
    sql = "SELECT count(*) FROM article INDEXED BY article_twin CROSS JOIN status ON status.article_id = article.id"
    sql += f" WHERE article.turn > 0 AND {where} AND {twins}"
    return int(database.execute_sql(sql, (*values, *values)).fetchone()[0])
