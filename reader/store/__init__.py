"""The library: the only room that imports peewee. `Store` is its whole face; the other modules are its parts.

A window's start imports this: what its first list does not need is imported at its first use.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from reader.core.changes import Changes
from reader.core.entities import (
    Article,
    ArticleId,
    AssetId,
    Feed,
    FeedId,
    FullText,
    Notification,
    NotificationKind,
    OfflineSummary,
    ParsedEntry,
    ParsedFeed,
    ReadingPlace,
    Reflag,
    Row,
    SearchHit,
    Validators,
)
from reader.core.filters import ArticleFilter, Listing, View
from reader.core.imported_later import imported_later
from reader.store import counts, duplicates, feeds, notifications, queries, search, smart, statuses
from reader.store.deeds import Deeds
from reader.store.encoding import normal_address, to_ticks
from reader.store.gathering import Gathering
from reader.store.highlights import HighlightShelf
from reader.store.rule_deeds import RuleDeeds
from reader.store.schema import SCHEMA_VERSION, open_database
from reader.store.tidying import Tidying

if TYPE_CHECKING:
    from reader.core import comparison
    from reader.core.comparison import Comparison
    from reader.core.figures import Figures
    from reader.core.plans import ArticlePlan, Asset, KnownArticle
    from reader.paths import Paths
    from reader.store import articles, assets, figures, revisions
else:
    comparison = imported_later("reader.core.comparison")
    articles, assets = imported_later("reader.store.articles"), imported_later("reader.store.assets")
    figures, revisions = imported_later("reader.store.figures"), imported_later("reader.store.revisions")

__all__ = ["SCHEMA_VERSION", "Store"]


class Store(Gathering, Deeds, RuleDeeds, Tidying):
    """One open library. Every mutation returns the `Changes` it made; reads return values, never live objects."""

    def __init__(self, database: Any, *, read_only: bool) -> None:  # noqa: ANN401
        self._database = database
        self.read_only = read_only
        self.schema_version = SCHEMA_VERSION

    @classmethod
    def open(cls, paths: Paths, *, role: Literal["window", "engine"] = "window") -> Store:
        """Open or make the library. Raises ForeignLibrary or StoreError, with the file untouched."""
        paths.ensure()
        database, read_only = open_database(paths.database, durable=role == "window")
        return cls(database, read_only=read_only)

    def close(self) -> None:
        """Close the library."""
        self._database.close()

    def add_feed(
        self,
        url: str,
        *,
        title: str | None = None,
        folder: str | None = None,
        site_url: str | None = None,
        full_text: FullText = FullText.AUTO,
    ) -> tuple[FeedId, Changes]:
        """Subscribe; an address already subscribed gives its id and no changes."""
        values = {"title": title, "folder": folder, "site_url": site_url, "full_text": full_text.value}
        return feeds.add(self._database, url, values)

    def remove_feed(self, feed_id: FeedId) -> Changes:
        """Unsubscribe; starred articles stay and `undo` brings it back."""
        return feeds.remove(self._database, feed_id)

    def feeds(self) -> list[Feed]:
        """All subscriptions, by folder and title."""
        return feeds.subscribed(self._database)

    def find_feed(self, text: str) -> Feed | None:
        """The subscription with this id, address or title."""
        return next((feed for feed in self.feeds() if text in (str(feed.id), feed.url, feed.title)), None)

    def feed(self, feed_id: FeedId) -> Feed | None:
        """One subscription, or None."""
        return next((feed for feed in self.feeds() if feed.id == feed_id), None)

    def import_feeds(
        self, wanted: Sequence[tuple[str, str | None, str | None, str | None]]
    ) -> tuple[list[FeedId], Changes]:
        """Subscribe to many (address, title, folder, site), as one operation that can be undone; the new ids."""
        given = [
            (url, {"title": title, "folder": folder, "site_url": site, "full_text": FullText.AUTO.value})
            for url, title, folder, site in wanted
        ]
        return feeds.add_many(self._database, given)

    def rename_feed(self, feed_id: FeedId, title: str | None) -> Changes:
        """The reader's own title; None goes back to the feed's."""
        changes = feeds.change(self._database, feed_id, "own_title", (title or "").strip() or None)
        return changes | smart.rebuild(self._database) if changes else changes

    def move_feed(self, feed_id: FeedId, folder: str | None) -> Changes:
        """Put a feed into a folder, made when it is new, or out of any."""
        return feeds.change(self._database, feed_id, "folder_id", feeds.folder_id(self._database, folder))

    def reflag_feed(self, feed_id: FeedId, choice: Reflag | None) -> Changes:
        """Which of a feed's changes are news; None for what the setting says."""
        return feeds.change(self._database, feed_id, "reflag", choice.value if choice else None)

    def folders(self) -> list[str]:
        """The folders in use, by name."""
        return feeds.folders(self._database)

    def is_subscribed(self, url: str) -> bool:
        """Whether a subscription has this address, normalised."""
        return feeds.is_subscribed(self._database, url)

    @staticmethod
    def same_address(one: str, other: str) -> bool:
        """Whether two addresses are one subscription."""
        return normal_address(one) == normal_address(other)

    def due_feeds(self, now: datetime) -> list[Feed]:
        """The feeds whose time has come, longest waiting first."""
        return feeds.due(self._database, now)

    def feed_succeeded(
        self,
        feed_id: FeedId,
        *,
        now: datetime,
        next_due: datetime,
        validators: Validators,
        parsed: ParsedFeed | None,
        moved_to: str | None = None,
        icon_file: str | None = None,
    ) -> Changes:
        """A fetch that went well; `parsed` is None for "not modified", `moved_to` where it has moved for good."""
        return feeds.succeeded(
            self._database, feed_id, now, next_due, validators, parsed, moved_to=moved_to, icon_file=icon_file
        )

    def feed_failed(self, feed_id: FeedId, *, now: datetime, next_due: datetime, error: str) -> Changes:
        """A fetch that went wrong; the tray hears of the first failure only."""
        return feeds.failed(self._database, feed_id, now, next_due, error)

    def known(self, feed_id: FeedId, guids: Sequence[str]) -> dict[str, KnownArticle]:
        """What is held of the articles with these guids, by guid."""
        return articles.known(self._database, feed_id, guids)

    def digests(self, feed_id: FeedId) -> set[str]:
        """Of the feed's newest articles, what their entries are known by as the feed gives them (`Given.digest`)."""
        return articles.digests(self._database, feed_id)

    def known_renamed(
        self, feed_id: FeedId, entries: Sequence[ParsedEntry], present: Collection[str]
    ) -> dict[str, KnownArticle]:
        """What is held of entries whose feed has changed their identifiers; by the new ones. `present`: all in it."""
        names = duplicates.renamed(self._database, feed_id, entries, present)
        held = self.known(feed_id, list(names.values())) if names else {}
        return {new: held[old] for new, old in names.items()}

    def apply(
        self, feed_id: FeedId, plans: Sequence[ArticlePlan], now: datetime, *, reflag: Reflag = Reflag.SIGNIFICANT
    ) -> Changes:
        """Store some articles in one transaction; `reflag` is what counts as news where the feed has no choice."""
        return articles.apply(self._database, feed_id, plans, now, reflag)

    def news_among(self, ids: Collection[ArticleId]) -> list[ArticleId]:
        """Those of these new articles that are not another feed's article over again, in order of id."""
        return duplicates.news_among(self._database, ids)

    def ids(self, wanted: ArticleFilter, limit: int | None = None, offset: int = 0) -> array[int]:
        """The ids a list shows, in its order."""
        return queries.ids(self._database, wanted, limit, offset)

    def listing(
        self, wanted: ArticleFilter, limit: int | None = None, offset: int = 0, *, quick: bool = False
    ) -> Listing:
        """What a list shows, with times and named groups; may be called from another thread, see `leave_thread`.

        `quick` is for the first rows on the screen: of a search, what is found in a moment will do.
        """
        return queries.listing(self._database, wanted, limit, offset, quick=quick)

    def leave_thread(self) -> None:
        """Close the connection that reading in a thread of one's own has opened there."""
        self._database.close()

    def next_unread(
        self, wanted: ArticleFilter, place: tuple[int, ArticleId], *, backwards: bool = False
    ) -> ArticleId | None:
        """The nearest unread article after `place` (time as in `Listing`, id) in a list by date."""
        return queries.next_unread(self._database, wanted, place, backwards=backwards)

    def matching(self, ids: Iterable[int], shown: ArticleFilter) -> list[ArticleId]:
        """Those of these articles that a list shows."""
        return queries.matching(self._database, ids, shown)

    def unread_among(self, ids: Sequence[int]) -> set[int]:
        """Which of these articles are unread."""
        return queries.unread_among(self._database, ids)

    def rows(self, ids: Sequence[ArticleId]) -> list[Row]:
        """The rows of these articles in the given order; unknown ids are left out."""
        return queries.rows(self._database, ids)

    def count(self, wanted: ArticleFilter) -> int:
        """How many articles a list would show."""
        return counts.count(self._database, wanted)

    def totals(self) -> dict[View, int]:
        """The numbers beside the views: unread ones, but all of ALL, STARRED and UPDATED."""
        return counts.totals(self._database)

    def folder_counts(self) -> dict[str, tuple[int, int]]:
        """Unread and all articles of each folder in use, by its name."""
        return counts.folders(self._database)

    def sections(self) -> list[str]:
        """The publishers' rubrics in use."""
        return queries.sections(self._database)

    def article(self, article_id: ArticleId, revision: int | None = None) -> Article | None:
        """One article whole, or None."""
        return articles.read(self._database, article_id, revision)

    def compare(self, article_id: ArticleId, before: int | None = None, after: int | None = None) -> Comparison | None:
        """What changed, by default from the version last read (else the first) to the newest; None for unknown ones."""
        number = before if before is not None else revisions.last_read(self._database, article_id)
        old, new = self.article(article_id, number), self.article(article_id, after)
        return comparison.compare(old, new) if old is not None and new is not None else None

    def original(self, article_id: ArticleId, revision: int) -> str | None:
        """The publisher's HTML of one version as it came, or None."""
        return revisions.original(self._database, article_id, revision)

    def search(self, query: str, limit: int = 50) -> list[SearchHit]:
        """Articles that match what was typed (`core.search_words`), best first, with the words around the hits."""
        ids = search.ranked(self._database, query, limit + 50)
        if ids is None:
            wanted = ArticleFilter(search=query, archived=True)
            few = self.listing(wanted, limit, quick=True).ids
            found = [ArticleId(one) for one in (few if len(few) == limit else self.ids(wanted, limit))]
        else:
            shown = set(self.matching(ids, ArticleFilter(archived=True)))
            found = [one for one in ids if one in shown][:limit]
        around = search.snippets(self._database, query, found)
        return [SearchHit(row, around.get(row.id, "")) for row in self.rows(found)]

    def snippets(self, query: str, ids: Sequence[ArticleId]) -> dict[ArticleId, str]:
        """The words around the hits in these articles."""
        return search.snippets(self._database, query, list(ids))

    def suggestions(self, text: str, limit: int = 8) -> list[str]:
        """Searches that what was typed may become: feeds, sections, words of the library."""
        return search.suggestions(self._database, text, limit)

    def mark(
        self, ids: Sequence[int], *, read: bool | None = None, starred: bool | None = None, origin: str = ""
    ) -> Changes:
        """Mark articles; each kind of mark is one operation that can be undone."""
        changes = Changes(origin=origin)
        if read is not None:
            changes |= statuses.mark(self._database, ids, "read", read, origin)
        if starred is not None:
            changes |= statuses.mark(self._database, ids, "starred", starred, origin)
        return changes

    def mark_all(
        self, wanted: ArticleFilter, *, read: bool = True, before: datetime | None = None, origin: str = ""
    ) -> Changes:
        """Mark everything a list shows, or what is older than `before`, as one operation that can be undone."""
        if before is None:
            return self.mark(self.ids(wanted), read=read, origin=origin)
        found, end = self.listing(wanted), to_ticks(before) or 0
        older = [one for one, time in zip(found.ids, found.times, strict=True) if time < end]
        return self.mark(older, read=read, origin=origin)

    def save_place(self, article_id: ArticleId, place: ReadingPlace) -> None:
        """Remember where the reader stopped."""
        statuses.save_place(self._database, article_id, place)

    def figures(self, now: datetime, days: int = 30) -> Figures:
        """What came and was read in the last days, and how each feed fares."""
        return figures.figures(self._database, now, days)

    def notify(
        self,
        kind: NotificationKind,
        title: str,
        text: str,
        *,
        now: datetime,
        article_ids: Sequence[ArticleId] = (),
        feed_id: FeedId | None = None,
    ) -> Changes:
        """One more line in the tray."""
        return notifications.add(self._database, kind, title, text, article_ids, feed_id, now)

    def notify_update(self, article_id: ArticleId, title: str, text: str, *, now: datetime, feed_id: FeedId) -> Changes:
        """The one line about an article's updates, in the place of the one before."""
        return notifications.replace_update(self._database, title, text, article_id, feed_id, now)

    def notifications(self, limit: int = 200) -> list[Notification]:
        """The tray's content, newest first."""
        return notifications.newest(self._database, limit)

    def unseen_notifications(self) -> int:
        """The bell's number."""
        return notifications.unseen(self._database)

    def mark_notifications_seen(self) -> Changes:
        """The reader has opened the tray."""
        return notifications.mark_seen(self._database)

    def pending_assets(self, limit: int, now: datetime, article_ids: Sequence[ArticleId] | None = None) -> list[Asset]:
        """Pictures still to be fetched."""
        return assets.pending(self._database, limit, now, article_ids)

    def asset_stored(
        self, asset_id: AssetId, *, file: str, content_hash: str, size: int, width: int | None, height: int | None
    ) -> Changes:
        """A picture is on the disk, `file` being relative to the data folder; `size` in bytes."""
        return assets.stored(self._database, asset_id, (file, content_hash, size, width, height))

    def asset_failed(self, asset_id: AssetId, *, error: str, retry_at: datetime | None) -> None:
        """A picture could not be had; without `retry_at` it is given up until a repair."""
        assets.failed(self._database, asset_id, error, retry_at)

    def retry_failed_assets(self) -> int:
        """Give the pictures that were given up another chance; how many there are."""
        return assets.retry_failed(self._database)

    def asset_for(self, url: str) -> str | None:
        """The file of a stored picture, relative to the data folder."""
        return assets.file_of(self._database, url)

    def offline_summary(self) -> OfflineSummary:
        """How much of the library can be read with no network."""
        return assets.summary(self._database)

    @property
    def highlights(self) -> HighlightShelf:
        """What the reader marked in articles."""
        return HighlightShelf(self._database)

    def data_version(self) -> int:
        """A number that changes when another process has written."""
        return int(self._database.execute_sql("PRAGMA data_version").fetchone()[0])

    def check(self) -> list[str]:
        """What the database finds wrong with itself; empty when all is well."""
        found = [row[0] for row in self._database.execute_sql("PRAGMA integrity_check").fetchall()]
        return [] if found == ["ok"] else found
