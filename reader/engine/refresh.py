"""One round: fetch what is due, store what is new, then the pictures.

    for each feed that is due (or asked for), eight at a time:
        ask the server, with what it gave us last time         (http)
        not modified, or the very same bytes:  note it, next
        read the bytes into clean entries                      (content.feed_formats)
        for 20 entries at a time:
            decide what is new, changed, unchanged             (decide)
            set the text of what will be stored                (text)
            store it in one transaction, tell the window       (store)
        note the feed's health and when it is due next         (schedule)
        whatever goes wrong is a sentence on the feed; the others go on
    fetch the pictures that are missing                        (assets)

Killing it at any moment loses nothing: "due" and missing pictures are rows, and a plan carried out twice stores
nothing twice.
"""

import asyncio
import hashlib
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from reader.content.feed_formats import parse_feed
from reader.core.changes import Changes
from reader.core.entities import ArticleId, Feed, FeedId, NotificationKind, ParsedFeed, Validators
from reader.core.errors import EncreError, FetchError, StoreError
from reader.core.plans import ArticlePlan
from reader.engine import schedule, sentences
from reader.engine.assets import fetch_pictures
from reader.engine.decide import decide
from reader.engine.http import HttpClient, Refused, Response
from reader.engine.protocol import Changed, Message, Progress
from reader.engine.updates import announce_updates, usual_reflag
from reader.paths import Paths
from reader.store import Store
from reader.text import typeset

_AT_ONCE = 8
_BATCH = 20
_PAUSE = 0.002
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RefreshOptions:
    """What to refresh: these feeds, or all that are due; `force` asks also those that are not due."""

    feeds: tuple[FeedId, ...] = ()
    force: bool = False
    images: bool = True
    language: str = "en"
    offline: bool = False


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
    bytes: int = 0
    seconds: float = 0.0
    requests: int = 0
    cancelled: bool = False


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
    if options.feeds:
        wanted = [store.feed(feed_id) for feed_id in options.feeds]
        return [feed for feed in wanted if feed is not None and feed.url.startswith("http")]
    if options.force:
        return [feed for feed in store.feeds() if feed.url.startswith("http")]
    return store.due_feeds(datetime.now(UTC))


class _Round:
    def __init__(
        self, store: Store, paths: Paths, options: RefreshOptions, on_event: Callable[[Message], None]
    ) -> None:
        self._store = store
        self._paths = paths
        self._options = options
        self._tell = on_event
        self._summary = RefreshSummary()
        self._done = 0

    async def run(self, cancelled: Callable[[], bool]) -> RefreshSummary:
        started = time.monotonic()
        feeds = _feeds_of(self._store, self._options)
        self._summary.feeds = len(feeds)
        # A feed at home may show its own pictures: the hosts that the reader typed are trusted.
        trusted = {urlsplit(feed.url).hostname or "" for feed in self._store.feeds()}
        async with HttpClient(trusted=trusted, offline=self._options.offline) as client:
            work = asyncio.create_task(self._everything(feeds, client))
            while not work.done():
                await asyncio.wait([work], timeout=0.1)
                if cancelled() and not work.done():
                    self._summary.cancelled = True
                    work.cancel()
                    await asyncio.wait([work])
            if not work.cancelled():
                work.result()
            self._summary.bytes, self._summary.requests = client.bytes, client.requests
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
        if self._options.images:
            self._summary.images_stored = await fetch_pictures(self._store, self._paths, client, self._told)

    def _told(self, changes: Changes) -> None:
        if changes:
            self._tell(Changed.of(changes))

    async def _one(self, feed: Feed, client: HttpClient, total: int) -> None:
        """One feed; what goes wrong stays with it. Only a library that cannot be written ends the round."""
        try:
            answer = await client.get(feed.url, validators=feed.validators)
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
        due = schedule.after_failure(datetime.now(UTC), feed.failures, wait)
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
            due = max(
                now + timedelta(minutes=answer.max_age_minutes or 0),
                now + min(max((now - (feed.last_success or now)) * 1.5, schedule.SHORTEST), schedule.LONGEST),
            )
            self._summary.unchanged += 1
            self._note(feed, now, min(due, now + schedule.LONGEST), kept, None, answer.moved_to)
            return
        parsed = parse_feed(answer.body, url=answer.url, content_type=answer.content_type)
        await self._store_entries(feed, parsed)
        published = [entry.published for entry in parsed.entries if entry.published]
        due = schedule.next_due(now, published, ttl_minutes=parsed.ttl_minutes, max_age_minutes=answer.max_age_minutes)
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
        new_ids: list[ArticleId] = []
        # Oldest last in a feed: stored from the end, so that ids grow with time.
        entries = list(reversed(parsed.entries))
        present = {entry.guid for entry in entries}
        for start in range(0, len(entries), _BATCH):
            batch = entries[start : start + _BATCH]
            known = self._store.known(feed.id, [entry.guid for entry in batch])
            unknown = [entry for entry in batch if entry.guid not in known]
            known |= self._store.known_renamed(feed.id, unknown, present)
            plans = [plan for entry in batch if (plan := decide(entry, known.get(entry.guid))) is not None]
            if not plans:
                continue
            set_plans = [self._set(plan) for plan in plans]
            usual = usual_reflag(self._paths)
            changes = self._store.apply(feed.id, set_plans, datetime.now(UTC), reflag=usual)
            self._summary.new += len(changes.new)
            self._summary.updated += len(changes.updated)
            new_ids += self._store.news_among(changes.new)
            language = self._options.language
            changes |= announce_updates(self._store, feed.id, plans, usual=usual, language=language)
            self._told(changes)
            await asyncio.sleep(_PAUSE)
        if new_ids:
            name = feed.title if feed.title != feed.url else parsed.title or feed.title
            headlines = [row.title for row in self._store.rows(new_ids)]
            text = sentences.new_articles(self._options.language, list(reversed(headlines)))
            now = datetime.now(UTC)
            ids = tuple(reversed(new_ids))[:200]
            self._told(self._store.notify(NotificationKind.NEW, name, text, now=now, article_ids=ids, feed_id=feed.id))

    def _set(self, plan: ArticlePlan) -> ArticlePlan:
        """A plan that leaves the text as it is needs no runs."""
        return plan if plan.kind is None else replace(plan, runs=typeset(plan.entry.markdown, plan.entry.language))
