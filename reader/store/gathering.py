"""The part of the store's facade about what is still to be gathered: pages, pictures, enclosures, icons."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reader.core.changes import Changes
from reader.core.entities import (
    ArticleId,
    FeedId,
    FullText,
    MissingItem,
    NotificationId,
    NotificationKind,
    OfflineEstimate,
    ParsedEntry,
)
from reader.core.imported_later import imported_later
from reader.store import feeds, notifications

if TYPE_CHECKING:
    from reader.core.plans import ArticlePlan, Attachment, HeldPage, IconJob, PageJob
    from reader.store import articles, assets, attachments, pages
else:
    articles, assets = imported_later("reader.store.articles"), imported_later("reader.store.assets")
    attachments, pages = imported_later("reader.store.attachments"), imported_later("reader.store.pages")


class Gathering:
    """What the engine asks and tells about everything that an article needs besides the feed's own words."""

    _database: Any

    def together(self) -> AbstractContextManager[Any]:
        """What is done inside is one transaction: after a kill all of it is there, or nothing."""
        transaction: AbstractContextManager[Any] = self._database.atomic()
        return transaction

    def note_digests(self, seen: Sequence[tuple[ArticleId, str | None]]) -> None:
        """Entries that are written otherwise and say the same: the next time, they are known as they are now."""
        with self._database.atomic():
            articles.note_digests(self._database, seen)

    def headlines(self, ids: Sequence[ArticleId]) -> list[str]:
        """The headlines of these articles, in order of id."""
        return articles.headlines(self._database, ids)

    def renotify(
        self,
        old: NotificationId | None,
        kind: NotificationKind,
        title: str,
        text: str,
        *,
        now: datetime,
        article_ids: Sequence[ArticleId],
        feed_id: FeedId,
    ) -> tuple[NotificationId, Changes]:
        """A line in the tray in the place of the unseen line `old`: a feed's news grow as they come in."""
        made = notifications.replace(self._database, old, kind, title, text, article_ids, feed_id, now)
        return made, Changes(notifications=True)

    def set_full_text(self, feed_id: FeedId, mode: FullText) -> Changes:
        """Whether the pages of a feed's articles are fetched; can be undone, and no text that is held is lost."""
        changes = feeds.change(self._database, feed_id, "full_text", mode.value)
        return changes | pages.mode_changed(self._database, feed_id, mode) if changes else changes

    def set_attachments(self, feed_id: FeedId, wanted: bool) -> Changes:
        """Whether the enclosures of a feed's coming articles are downloaded at refresh; can be undone."""
        return feeds.change(self._database, feed_id, "attachments", int(wanted))

    def held_pages(self, feed_id: FeedId, guids: Sequence[str]) -> dict[str, HeldPage]:
        """What is known of the pages of these articles, by guid."""
        return pages.held(self._database, feed_id, guids)

    def ask_page_again(self, article_id: ArticleId, feed_mark: str, entry: ParsedEntry) -> None:
        """The feed says something new of an article whose text came from its page."""
        pages.ask_again(self._database, article_id, feed_mark, entry)

    def page_jobs(self, now: datetime, *, limit: int, per_feed: int) -> list[PageJob]:
        """Pages to fetch now, the newest of every feed first."""
        return pages.jobs(self._database, now, limit, per_feed)

    def complete_article(self, plan: ArticlePlan, state: str) -> Changes:
        """The page's text in the place of the feed's summary; `state` "stored", or "kept" when only facts came."""
        return articles.complete(self._database, plan, state)

    def page_done(self, article_id: ArticleId, state: str, error: str | None = None) -> None:
        """The page is done with: "stored", "kept" (it has no more than the feed) or "failed"."""
        pages.finish(self._database, article_id, state, error)

    def page_failed(self, article_id: ArticleId, *, error: str, retry_at: datetime) -> None:
        """The page could not be had this time."""
        pages.retry_later(self._database, article_id, error, retry_at)

    def trim_pages(self, feed_id: FeedId) -> None:
        """Keep the backlog of a feed bounded."""
        pages.trim(self._database, feed_id)

    def retry_failed_pages(self) -> int:
        """Give the pages that were given up or passed over another chance; how many there are."""
        return pages.retry_failed(self._database)

    def missing(self, limit: int = 500) -> list[MissingItem]:
        """What articles lack to be read offline, and why, the newest articles first."""
        return assets.missing(self._database, limit)

    def offline_estimate(self) -> OfflineEstimate:
        """How much "Prepare for offline" would fetch."""
        return assets.estimate(self._database)

    def count_pending_assets(self, now: datetime) -> int:
        """How many pictures could be fetched now."""
        return assets.count_pending(self._database, now)

    def stored_files(self) -> list[tuple[int, str, int]]:
        """Every stored picture: id, file relative to the data folder, bytes."""
        return assets.stored_files(self._database)

    def pictures_lost(self, asset_ids: Sequence[int]) -> Changes:
        """The files of these pictures are gone from the disk: they are to be fetched again."""
        return assets.lost(self._database, asset_ids)

    def want_enclosures(self, article_id: ArticleId, url: str | None = None) -> Changes:
        """The reader asks for an article's enclosure, or for all of them."""
        return attachments.want(self._database, article_id, url)

    def wanted_enclosures(self, now: datetime, limit: int, article_id: ArticleId | None = None) -> list[Attachment]:
        """Enclosures to fetch now."""
        return attachments.wanted(self._database, now, limit, article_id)

    def enclosure_stored(self, attachment_id: int, *, file: str, size: int) -> Changes:
        """An enclosure is on the disk; `file` is relative to the data folder, `size` in bytes."""
        return attachments.stored(self._database, attachment_id, file, size)

    def enclosure_failed(self, attachment_id: int, *, error: str, retry_at: datetime | None) -> Changes:
        """An enclosure could not be had; without `retry_at` it is given up until it is asked for again."""
        return attachments.failed(self._database, attachment_id, error, retry_at)

    def icons_due(self, now: datetime, limit: int) -> list[IconJob]:
        """Feeds whose site's icon is to be looked for."""
        return attachments.icons_due(self._database, now, limit)

    def icon_looked_for(self, feed_id: FeedId, file: str | None, due: datetime) -> Changes:
        """What came of looking for an icon, and when to look again."""
        return attachments.icon_looked_for(self._database, feed_id, file, due)
