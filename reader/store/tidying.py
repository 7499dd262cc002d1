"""The part of the store's facade about what leaves the lists: archive, bin, clean-ups, the end of what is deleted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.core.changes import Changes
from reader.core.imported_later import imported_later
from reader.store import bin as bin_
from reader.store import duplicates, feeds, journal
from reader.store.encoding import from_ticks, to_ticks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from reader.core.entities import FeedId, JournalId
    from reader.core.retention import FeedClearing, Policy
    from reader.store import purge, retention
    from reader.store.purge import Purged
else:
    purge, retention = imported_later("reader.store.purge"), imported_later("reader.store.retention")


class Tidying:
    """Base of `Store`; it has the open database."""

    _database: Any

    def archive(self, ids: Sequence[int], archived: bool = True, *, origin: str = "") -> Changes:
        """Put articles away whole, or take them back; one of several feeds in all of them. Can be undone."""
        with self._database.atomic():
            every = duplicates.with_twins(self._database, ids)
            changed = bin_.archive(self._database, every, archived)
            if not changed:
                return Changes()
            kind = "archive" if archived else "unarchive"
            journal.write(self._database, kind, len(changed), {"archived": int(not archived), "ids": changed})
        return replace(journal.moved(changed), origin=origin)

    def delete(self, ids: Sequence[int], *, origin: str = "") -> Changes:
        """Put articles into the bin; one of several feeds in all of them. Can be undone until they are purged."""
        with self._database.atomic():
            every = duplicates.with_twins(self._database, ids)
            operation = journal.put_in_bin(self._database, "delete", every, "article")
            held = [] if operation is None else bin_.held(self._database, operation)
            binned = [one for _, its in held for one in its]
        return replace(journal.moved(binned), origin=origin)

    def set_retention(self, feed_id: FeedId, policy: Policy | None) -> Changes:
        """How much of a feed is kept; None for what the setting says. Can be undone."""
        return feeds.change(self._database, feed_id, "retention", policy.to_text() if policy is not None else None)

    def policies(self, usual: Policy) -> Mapping[FeedId, Policy]:
        """What holds for each subscription, `usual` where a feed has no policy of its own."""
        return retention.policies(self._database, usual)

    def clearing(self, feed_id: FeedId, policy: Policy, now: datetime) -> FeedClearing:
        """What a clean-up would take of one feed; may be asked in another thread, see `leave_thread`."""
        return retention.clearing(self._database, feed_id, policy, now)

    def going(self, feed_id: FeedId, policy: Policy, now: datetime) -> list[int]:
        """The articles of a feed that a clean-up would take, the oldest first."""
        return retention.going(self._database, feed_id, policy, now)

    def clean_up(
        self,
        feed_id: FeedId,
        policy: Policy,
        now: datetime,
        *,
        limit: int,
        operation: JournalId | None,
        asked: bool = True,
    ) -> tuple[JournalId | None, Changes]:
        """Put up to `limit` articles of a feed, or their texts, into the bin, as part of `operation` (None: a new one).

        One that the reader has not `asked` for is undone from the Activity view alone, not by "undo".
        The operation, None where there was nothing to do, and what was touched: nothing at all once the feed is clean.
        """
        with self._database.atomic():
            ids = retention.going(self._database, feed_id, policy, now, limit)
            if not ids:
                return operation, Changes()
            kind = "clean-up" if asked else journal.BY_ITSELF
            one = journal.put_in_bin(self._database, kind, ids, policy.removes.value, operation)
        return one, journal.moved(ids)

    def bin_content(self) -> tuple[int, int]:
        """How many articles are in the bin and can come back, and how many bytes they take."""
        return purge.content(self._database)

    def count_binned(self, operation: JournalId) -> int:
        """How many articles an operation put into the bin and could take out again."""
        return sum(len(ids) for _, ids in bin_.held(self._database, operation))

    def take_back(self, operation: JournalId, *, limit: int) -> tuple[Changes, bool]:
        """Up to `limit` of what an operation put into the bin comes back, and whether that was the rest of it.

        The operation is undone then, and cannot be done again: a clean-up does the same.
        """
        with self._database.atomic():
            ids = bin_.take_out(self._database, operation, limit)
            over = not bin_.held(self._database, operation)
            if over:
                journal.close(self._database, operation)
        return journal.moved(ids), over

    def count_purgeable(self, before: datetime) -> int:
        """How many articles went into the bin before a time and may go for good."""
        return purge.count_waiting(self._database, to_ticks(before) or 0)

    def release(self, before: datetime) -> Changes:
        """What a clean-up took before a time and the reader has starred, tagged or annotated since comes back."""
        return journal.moved(purge.release(self._database, to_ticks(before) or 0))

    def purge(self, before: datetime, now: datetime, *, limit: int = 20) -> Purged:
        """Let up to `limit` of the articles that went into the bin before a time go for good; empty: all are gone."""
        return purge.purge(self._database, to_ticks(before) or 0, to_ticks(now) or 0, limit)

    def leaving_files(self, limit: int = 200) -> list[str]:
        """Files that nothing needs any more, relative to the data folder; say `files_left` once they are deleted."""
        return purge.leaving(self._database, limit)

    def files_left(self, files: Sequence[str]) -> None:
        """These files are off the disk."""
        purge.left(self._database, files)

    def chore_done(self, name: str) -> datetime | None:
        """When something that is done now and then was last done."""
        row = self._database.execute_sql("SELECT at FROM chore WHERE name = ?", (name,)).fetchone()
        return None if row is None else from_ticks(row[0])

    def do_chore(self, name: str, now: datetime) -> None:
        """Take note that it was done."""
        self._database.execute_sql("INSERT OR REPLACE INTO chore VALUES (?, ?)", (name, to_ticks(now)))
