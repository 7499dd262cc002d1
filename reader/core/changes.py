"""The one shape of change: what a mutation touched. Panes ask `affects`; `origin` lets the initiator skip its echo."""

from dataclasses import dataclass

from reader.core.entities import ArticleId, FeedId
from reader.core.filters import ArticleFilter


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids touched by one mutation; the `removed` ones left lists, or came back into them.

    `counts` is true when sidebar counts moved; `notifications` when the tray did.
    """

    new: frozenset[ArticleId] = frozenset()
    updated: frozenset[ArticleId] = frozenset()
    removed: frozenset[ArticleId] = frozenset()
    statuses: frozenset[ArticleId] = frozenset()
    feeds: frozenset[FeedId] = frozenset()
    counts: bool = False
    notifications: bool = False
    origin: str = ""

    def __bool__(self) -> bool:
        return bool(
            self.new or self.updated or self.removed or self.statuses or self.feeds or self.counts or self.notifications
        )

    def __or__(self, other: "Changes") -> "Changes":
        """Both together, for coalescing a burst; the origin is kept only when it is the same."""
        return Changes(
            new=self.new | other.new,
            updated=self.updated | other.updated,
            removed=self.removed | other.removed,
            statuses=self.statuses | other.statuses,
            feeds=self.feeds | other.feeds,
            counts=self.counts or other.counts,
            notifications=self.notifications or other.notifications,
            origin=self.origin if self.origin == other.origin else "",
        )

    def affects(self, shown: ArticleFilter) -> bool:
        """Whether a list of `shown` must look again. A feed's list is not concerned by other feeds' articles."""
        if self.removed or self.statuses:
            return True
        if not (self.new or self.updated):
            return False
        return shown.feed_id is None or not self.feeds or shown.feed_id in self.feeds
