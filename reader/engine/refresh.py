"""One round: fetch what is due, store what is new, then the pictures.

    end the rules whose time is over                           (store)
    for each feed that is due (or asked for), eight at a time:
        ask the server, with what it gave us last time         (http)
        not modified, or the very same bytes:  note it, next
        read the bytes into clean entries                      (content.feed_formats)
        for some 40 entries at a time, fewer long ones:
            decide what is new, changed, unchanged             (weighing, decide)
            set the text of what is long                       (runs)
            store it in one transaction, tell the window       (store)
        note the feed's health and when it is due next         (schedule)
        whatever goes wrong is a sentence on the feed; the others go on
            ask for the article's page where the feed has only a summary   (fulltext)
    fetch those pages, the newest first, and their texts       (pages, workshop)
    fetch the pictures that are missing, the sites' icons      (assets, icons)
    fetch the enclosures of feeds that are set so              (enclosures)
    let new rules look at what was there already               (ruling)

Killing it at any moment loses nothing: "due", pages, pictures and enclosures that are still to be fetched are rows, and
a plan carried out twice stores nothing twice.
"""

import asyncio
import hashlib
import logging
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from reader.core.changes import Changes
from reader.core.entities import (
    ArticleId,
    Feed,
    FeedId,
    NotificationId,
    NotificationKind,
    ParsedEntry,
    ParsedFeed,
    Validators,
)
from reader.core.errors import EncreError, FetchError, StoreError
from reader.engine import schedule, sentences
from reader.engine.enclosures import fetch_enclosures
from reader.engine.http import HttpClient, Refused, Response
from reader.engine.protocol import Changed, Message, Progress
from reader.engine.ruling import run_rules
from reader.engine.stages import Tools, trusted_by
from reader.engine.updates import announce_updates, usual_reflag
from reader.engine.workshop import Workshop
from reader.paths import Paths
from reader.store import Store

_AT_ONCE = 8
_BATCH, _BATCH_LETTERS = 40, 200_000
_PAUSE = 0.002
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RefreshOptions:
    """What to refresh: these feeds, or all that are due; `force` asks also those that are not due.

    `repair` asks no feed but fetches all that is missing: pages, pictures, also those given up. `download` fetches the
    wanted enclosures of one article and nothing else. `pace` and `contact` as the HTTP client takes them.
    """

    feeds: tuple[FeedId, ...] = ()
    force: bool = False
    images: bool = True
    language: str = "en"
    offline: bool = False
    repair: bool = False
    download: ArticleId | None = None
    pace: float = 1.0
    contact: str = ""


@dataclass(frozen=True, slots=True)
class FailedFeed:
    """A feed that could not be refreshed, with its sentence."""

    feed_id: FeedId
    url: str
    error: str
    retry_at: datetime | None
    reached: bool


@dataclass(slots=True)
class RefreshSummary:
    """What a round did; `bytes` as they came after decompression, `seconds` by the clock."""

    feeds: int = 0
    fetched: int = 0
    unchanged: int = 0
    failed: list[FailedFeed] = field(default_factory=list)
    new: int = 0
    updated: int = 0
    images_stored: int = 0
    pages_stored: int = 0
    enclosures_stored: int = 0
    enclosures_failed: int = 0
    bytes: int = 0
    seconds: float = 0.0
    requests: int = 0
    cancelled: bool = False


@dataclass(slots=True)
class _News:
    """A feed's new articles of this round that are news, the newest first, and their line in the tray.

    `came`: there were new ones, told in the tray or not.
    """

    title: str
    headlines: list[str] = field(default_factory=list)
    ids: list[ArticleId] = field(default_factory=list)
    line: NotificationId | None = None
    came: bool = False


def refresh(
    store: Store,
    paths: Paths,
    options: RefreshOptions,
    on_event: Callable[[Message], None],
    cancelled: Callable[[], bool] = lambda: False,
) -> RefreshSummary:
    """Run one round to its end or until `cancelled`. Raises StoreError when the library cannot be written."""
    return asyncio.run(_Round(store, paths, options, on_event).run(cancelled))


def _feeds_of(store: Store, options: RefreshOptions) -> list[Feed]:
    if options.repair or options.download is not None:
        return []
    if options.feeds:
        wanted = [store.feed(feed_id) for feed_id in options.feeds]
        return [feed for feed in wanted if feed is not None and feed.url.startswith("http")]
    if options.force:
        return [feed for feed in store.feeds() if feed.url.startswith("http")]
    return store.due_feeds(datetime.now(UTC))


def _batches(entries: Sequence[ParsedEntry]) -> Iterator[list[ParsedEntry]]:
    """What is stored at once: so much that it takes some 20 ms, since the window may wait for it all that time."""
    batch: list[ParsedEntry] = []
    letters = 0
    for entry in entries:
        if batch and (len(batch) == _BATCH or letters + len(entry.markdown) > _BATCH_LETTERS):
            yield batch
            batch, letters = [], 0
        batch.append(entry)
        letters += len(entry.markdown)
    if batch:
        yield batch


def _result(work: asyncio.Task[None]) -> None:
    """Raises what ended the round: of several feeds that met a full disk at once, one says it."""
    try:
        work.result()
    except ExceptionGroup as group:
        told = group.subgroup(EncreError)
        first: BaseException = told or group
        while isinstance(first, BaseExceptionGroup):
            first = first.exceptions[0]
        raise first from group


class _Round:
    def __init__(
        self, store: Store, paths: Paths, options: RefreshOptions, on_event: Callable[[Message], None]
    ) -> None:
        self._store = store
        self._paths = paths
        self._options = options
        self._tell = on_event
        self._summary = RefreshSummary()
        self._tools: Tools
        self._done = 0

    async def run(self, cancelled: Callable[[], bool]) -> RefreshSummary:
        started = time.monotonic()
        feeds = _feeds_of(self._store, self._options)
        self._summary.feeds = len(feeds)
        options = self._options
        self._told(self._store.end_rules(datetime.now(UTC)))
        http = HttpClient(offline=options.offline, pace=options.pace, contact=options.contact)
        async with http as client, Workshop() as workshop:
            given = (self._store, self._paths, client, workshop, self._tell, options.language)
            self._tools = Tools(*given, usual_reflag(self._paths))
            work = asyncio.create_task(self._everything(feeds, client))
            while not work.done():
                await asyncio.wait([work], timeout=0.1)
                if cancelled() and not work.done():
                    self._summary.cancelled = True
                    work.cancel()
                    await asyncio.wait([work])
            if not work.cancelled():
                _result(work)
            self._summary.bytes, self._summary.requests = client.bytes, client.requests
        run_rules(self._store, self._tell, lambda: self._summary.cancelled or cancelled())
        self._summary.seconds = round(time.monotonic() - started, 3)
        return self._summary

    async def _everything(self, feeds: Sequence[Feed], client: HttpClient) -> None:
        queue = list(reversed(feeds))
        self._tell(Progress(0, len(feeds), ""))

        async def work() -> None:
            while queue:
                await self._one(queue.pop(), client, len(feeds))

        async with asyncio.TaskGroup() as group:
            for _ in range(min(_AT_ONCE, len(feeds))):
                group.create_task(work())
        await self._gather()

    async def _gather(self) -> None:
        """What the articles need besides the feeds' own words; each stage is imported when there is work for it."""
        tools, options, summary, store = self._tools, self._options, self._summary, self._store
        if options.download is None:
            if options.repair:
                from reader.engine.assets import find_lost

                store.retry_failed_pages()
                store.retry_failed_assets()
                self._told(find_lost(tools))
            if store.page_jobs(datetime.now(UTC), limit=1, per_feed=1):
                from reader.engine.pages import fetch_pages

                summary.pages_stored = await fetch_pages(tools, everything=options.repair)
            if options.images:
                await self._gather_pictures()
        found = await fetch_enclosures(tools, options.download)
        summary.enclosures_stored, summary.enclosures_failed = found

    async def _gather_pictures(self) -> None:
        if self._store.pending_assets(1, datetime.now(UTC)):
            from reader.engine.assets import fetch_pictures

            self._summary.images_stored = await fetch_pictures(self._tools)
        if self._store.icons_due(datetime.now(UTC), 1):
            from reader.engine.icons import fetch_icons

            await fetch_icons(self._tools)

    def _told(self, changes: Changes) -> None:
        if changes:
            self._tell(Changed.of(changes))

    async def _one(self, feed: Feed, client: HttpClient, total: int) -> None:
        """One feed; what goes wrong stays with it. Only a library that cannot be written ends the round."""
        try:
            answer = await client.get(feed.url, validators=feed.validators, trusted=trusted_by(feed.url))
            await self._take(feed, answer)
        except StoreError:
            raise
        except EncreError as error:
            self._failed(feed, error, error.sentence(self._options.language))
        except Exception as error:  # noqa: BLE001 - a bug in reading one feed must not stop the others
            _log.exception("feed %s (%s)", feed.id, feed.url)
            self._failed(feed, error, sentences.bug(self._options.language))
        self._done += 1
        self._tell(Progress(self._done, total, feed.title))

    def _failed(self, feed: Feed, error: Exception, sentence: str) -> None:
        wait = error.retry_after if isinstance(error, Refused) else None
        gone = isinstance(error, Refused) and error.status == 410
        due = schedule.after_failure(datetime.now(UTC), feed.failures, wait, gone=gone)
        reached = isinstance(error, Refused) or not isinstance(error, FetchError)
        if isinstance(error, EncreError):
            _log.info("feed %s: %s (%s)", feed.url, error.en, error.cause)
        self._summary.failed.append(FailedFeed(feed.id, feed.url, sentence, due, reached))
        self._told(self._store.feed_failed(feed.id, now=datetime.now(UTC), next_due=due, error=sentence))

    async def _take(self, feed: Feed, answer: Response) -> None:
        now = datetime.now(UTC)
        digest = hashlib.blake2b(answer.body, digest_size=16).hexdigest()
        if answer.not_modified or digest == feed.validators.content_hash:
            held = feed.validators if answer.not_modified else answer.validators
            kept = replace(held, content_hash=feed.validators.content_hash)
            due = schedule.when_unchanged(now, feed.interval_minutes, max_age_minutes=answer.max_age_minutes)
            self._summary.unchanged += 1
            self._note(feed, now, due, kept, None, answer.moved_to)
            return
        from reader.engine.weighing import parse_feed

        known = self._store.digests(feed.id)
        parsed = parse_feed(answer.body, url=answer.url, content_type=answer.content_type, known=known)
        await self._store_entries(feed, parsed)
        due = schedule.next_due(
            now, parsed.times, ttl_minutes=parsed.ttl_minutes, max_age_minutes=answer.max_age_minutes
        )
        self._summary.fetched += 1
        self._note(feed, now, due, replace(answer.validators, content_hash=digest), parsed, answer.moved_to)

    def _note(
        self,
        feed: Feed,
        now: datetime,
        due: datetime,
        validators: Validators,
        parsed: ParsedFeed | None,
        moved_to: str | None,
    ) -> None:
        changes = self._store.feed_succeeded(
            feed.id, now=now, next_due=due, validators=validators, parsed=parsed, moved_to=moved_to
        )
        if changes.counts and moved_to:
            words = sentences.moved(self._options.language, moved_to)
            changes |= self._store.notify(NotificationKind.FEED_MOVED, feed.title, words, now=now, feed_id=feed.id)
        if parsed is not None or feed.last_error or feed.last_success is None or changes.counts:
            self._told(changes)

    async def _store_entries(self, feed: Feed, parsed: ParsedFeed) -> None:
        from reader.engine.weighing import plans_of

        news = _News(feed.title if feed.title != feed.url else parsed.title or feed.title)
        # Oldest last in a feed: stored from the end, so that ids grow with time.
        # What has neither headline, words, address nor file (an identifier alone) would be an empty row.
        entries = [entry for entry in reversed(parsed.entries) if entry.title]
        present = set(parsed.present)
        for batch in _batches(entries):
            plans = plans_of(self._store, feed, batch, present)
            if not plans:
                continue
            # With what the tray says of them: a kill must not leave articles that were never announced.
            with self._store.together():
                changes = self._store.apply(feed.id, plans, datetime.now(UTC), reflag=self._tools.reflag)
                changes |= announce_updates(self._tools, feed.id, plans)
                changes |= self._announce_new(feed, news, changes.new)
            news.came = news.came or bool(changes.new)
            self._summary.new += len(self._store.not_hidden(changes.new))
            self._summary.updated += len(changes.updated)
            self._told(changes)
            await asyncio.sleep(_PAUSE)
        if news.came:
            self._store.trim_pages(feed.id)

    def _announce_new(self, feed: Feed, news: "_News", new: Collection[ArticleId]) -> Changes:
        # Of a piece that is held already, through another feed, the tray has told.
        fresh = self._store.news_among(new) if new else []
        if not fresh:
            return Changes()
        news.ids[:0] = reversed(fresh)
        news.headlines[:0] = reversed(self._store.headlines(fresh))
        news.line, told = self._store.renotify(
            news.line,
            NotificationKind.NEW,
            news.title,
            sentences.new_articles(self._options.language, news.headlines),
            now=datetime.now(UTC),
            article_ids=news.ids[:200],
            feed_id=feed.id,
        )
        return told
