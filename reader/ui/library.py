"""The library as the window changes it: every mutation is told to all panes as `Changes`, bursts together.

Another process (the command line) may write too: SQLite's data version tells, and the panes look again.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.changes import Changes
from reader.core.entities import ArticleId, FeedId, JournalEntry, JournalId, ReadingPlace, SmartFeedId
from reader.core.filters import ArticleFilter
from reader.core.rules import RuleDraft, RuleId
from reader.store import Store

if TYPE_CHECKING:
    from reader.core.retention import Policy

_BURST = 200
_WATCH = 2_000
_BINNED = ("clean-up", "daily-clean-up", "delete")
MOST_AT_ONCE = 20_000  # articles that the window takes out of the bin itself: a quarter of a second's work


class Library(QObject):
    """The window's hand on the store. `changed` carries coalesced `Changes`, at most five a second."""

    changed = Signal(object)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store
        self.take_back: Callable[[int], None] = lambda _: None
        self._waiting = Changes()
        self._stopped = False
        self._burst = QTimer(self, interval=_BURST, singleShot=True)
        self._burst.timeout.connect(self.flush)
        self._version = store.data_version()
        self._watch = QTimer(self, interval=_WATCH)
        self._watch.timeout.connect(self._look)
        self._watch.start()

    def tell(self, changes: Changes, *, now: bool = False) -> None:
        """Pass changes on to the panes: `now` for what the reader did, else together with the burst under way."""
        if not changes or self._stopped:
            return
        self._waiting = self._waiting | changes if self._waiting else changes
        if now:
            self.flush()
        elif not self._burst.isActive():
            self._burst.start()

    def stop(self) -> None:
        """The window is closing: nothing is told any more."""
        self.flush()
        self._watch.stop()
        self._stopped = True

    def flush(self) -> None:
        """Tell what is waiting."""
        self._burst.stop()
        waiting, self._waiting = self._waiting, Changes()
        if waiting:
            self._version = self.store.data_version()
            self.changed.emit(waiting)

    def _look(self) -> None:
        version = self.store.data_version()
        if version != self._version:
            self._version = version
            # Who wrote is not known; while the engine works, its own messages say more.
            self.tell(Changes(counts=True, notifications=True, origin="elsewhere"))

    def mark(self, ids: Sequence[int], *, read: bool | None = None, starred: bool | None = None) -> Changes:
        """Mark articles; told at once."""
        changes = self.store.mark(ids, read=read, starred=starred, origin="window")
        self.tell(changes, now=True)
        return changes

    def tag(self, ids: Sequence[int], add: Sequence[str], remove: Sequence[str]) -> Changes:
        """Put tags on articles and take others away; undoable."""
        changes = self.store.tag(ids, add=add, remove=remove, origin="window")
        self.tell(changes, now=True)
        return changes

    def archive(self, ids: Sequence[int], archived: bool) -> Changes:
        """Put articles away, or take them back; undoable."""
        changes = self.store.archive(ids, archived, origin="window")
        self.tell(changes, now=True)
        return changes

    def delete(self, ids: Sequence[int]) -> Changes:
        """Put articles into the bin; undoable."""
        changes = self.store.delete(ids, origin="window")
        self.tell(changes, now=True)
        return changes

    def set_retention(self, feed_id: int, policy: "Policy | None") -> None:
        """How much of a feed is kept; undoable."""
        self.tell(self.store.set_retention(FeedId(feed_id), policy), now=True)

    def mark_all(self, wanted: ArticleFilter, before: datetime | None = None) -> Changes:
        """Mark all that a list shows as read, or what is older than `before`; told at once."""
        changes = self.store.mark_all(wanted, before=before, origin="window")
        self.tell(changes, now=True)
        return changes

    def undo(self, entry: JournalId | None = None) -> JournalEntry | None:
        """Undo an operation, the last one by default; told at once.

        Very many articles come out of the bin piece by piece, by the engine's hand, and the window does not wait.
        """
        large = self.store.next_undo(entry)
        if large is not None and large.kind in _BINNED and large.count > MOST_AT_ONCE:
            self.take_back(large.id)
            return large
        undone = self.store.undo(entry)
        if undone is None:
            return None
        self.tell(undone[1], now=True)
        return undone[0]

    def redo(self, entry: JournalId | None = None) -> JournalEntry | None:
        """Do an operation again, what was undone last by default; told at once."""
        done = self.store.redo(entry)
        if done is None:
            return None
        self.tell(done[1], now=True)
        return done[0]

    def save_search(self, name: str, query: str, smart_id: int | None = None) -> None:
        """Keep a search as a smart feed, or change one; undoable."""
        known = None if smart_id is None else SmartFeedId(smart_id)
        self.tell(self.store.save_search(name, query, known)[1], now=True)

    def remove_smart_feed(self, smart_id: int) -> None:
        """Forget a smart feed; undoable."""
        self.tell(self.store.remove_smart_feed(SmartFeedId(smart_id)), now=True)

    def save_rule(self, draft: RuleDraft, rule_id: RuleId | None = None) -> RuleId:
        """Make a rule, or change one; undoable. Its id."""
        saved, changes = self.store.save_rule(draft, rule_id)
        self.tell(changes, now=True)
        return saved

    def remove_feed(self, feed_id: FeedId) -> None:
        """Unsubscribe; undoable."""
        self.tell(self.store.remove_feed(feed_id), now=True)

    def rename_feed(self, feed_id: FeedId, title: str | None) -> None:
        """The reader's own title."""
        self.tell(self.store.rename_feed(feed_id, title), now=True)

    def move_feed(self, feed_id: FeedId, folder: str | None) -> None:
        """Into a folder or out of any."""
        self.tell(self.store.move_feed(feed_id, folder), now=True)

    def see_notifications(self) -> None:
        """The tray was opened."""
        self.tell(self.store.mark_notifications_seen(), now=True)

    def save_place(self, article_id: int, place: ReadingPlace) -> None:
        """Where the reader stopped; of interest to nobody else."""
        self.store.save_place(ArticleId(article_id), place)
        self._version = self.store.data_version()
