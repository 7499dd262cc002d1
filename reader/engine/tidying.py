"""Clean-ups by the reader's limits, and the end of what has waited in the bin: after a refresh, at most once a day.

    if the reader has seen what the limits take (the dry run), feed by feed, four hundred articles at a time:
        put them, or their texts, into the bin: one operation of the journal       (store)
    what a clean-up took and the reader has starred since comes back
    what has waited in the bin for the days of the setting goes for good, twenty at a time
    on a disk that is nearly full, what has waited longest goes before its time, until there is room
    files that nothing needs are taken off the disk

Killing it at any moment loses nothing: what is in the bin is whole, and what is to leave the disk is written down.
"""

import logging
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from reader.core.entities import FeedId, JournalId, NotificationKind
from reader.core.retention import Policy, is_agreed
from reader.engine import sentences
from reader.engine.protocol import Changed, Message, Tidied, Tidying
from reader.paths import Paths
from reader.settings import load_settings
from reader.store import Store

_CHORE = "tidy"
_RHYTHM = timedelta(hours=24)
_BATCH, _PURGED_AT_ONCE, _PAUSE = 400, 20, 0.002
NEARLY_FULL = 500_000_000  # bytes free: below it the bin is emptied before its time
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Housekeeper:
    """What tidying works with; `free` says how many bytes are free on the disk of the library."""

    store: Store
    paths: Paths
    tell: Callable[[Message], None]
    language: str
    cancelled: Callable[[], bool] = lambda: False
    free: Callable[[Paths], int] = lambda paths: shutil.disk_usage(paths.data).free

    def tidy(self, now: datetime) -> Tidied:
        """All that is due, at most once a day; a full disk does not wait for the day."""
        last = self.store.chore_done(_CHORE)
        pressed = self.free(self.paths) < NEARLY_FULL
        if last is not None and now - last < _RHYTHM and not pressed:
            return Tidied()
        settings = load_settings(self.paths.settings_file)
        policies = self.store.policies(settings.policy())
        agreed = is_agreed(policies, settings.text("retention_agreed"))
        cleaned = self._clean(policies, now, asked=False) if agreed else 0
        if cleaned:
            self._say(sentences.cleaned(self.language, cleaned, round(settings.number("bin_days"))), now)
        gone = self._purge(now - timedelta(days=settings.number("bin_days")), now)
        if gone.purged:
            self._say(sentences.purged(self.language, gone.purged, gone.bytes), now)
        if self.free(self.paths) < NEARLY_FULL:
            gone = self._make_room(gone, now)
        if not self.cancelled():
            self.store.do_chore(_CHORE, now)
        return Tidied(cleaned, gone.purged, gone.bytes)

    def clean_up(self, now: datetime) -> Tidied:
        """The reader asks for a clean-up, having seen what it takes."""
        settings = load_settings(self.paths.settings_file)
        cleaned = self._clean(self.store.policies(settings.policy()), now, asked=True)
        return Tidied(cleaned=cleaned)

    def empty_bin(self, now: datetime) -> Tidied:
        """The reader asks for the space of all that is in the bin."""
        return self._purge(now + timedelta(seconds=1), now)

    def take_back(self, operation: JournalId) -> Tidied:
        """Undo what put very many articles into the bin, piece by piece; ended halfway, undoing again does the rest."""
        total, done = self.store.count_binned(operation), 0
        while done < total and not self.cancelled():
            changes, over = self.store.take_back(operation, limit=_BATCH)
            done += len(changes.removed)
            self.tell(Changed.of(changes))
            self.tell(Tidying(done, total))
            if over:
                break
            time.sleep(_PAUSE)
        return Tidied(restored=done)

    def _clean(self, policies: Mapping[FeedId, Policy], now: datetime, *, asked: bool) -> int:
        operation: JournalId | None = None
        done, total = 0, sum(len(self.store.going(feed_id, policy, now)) for feed_id, policy in policies.items())
        if total:
            self.tell(Tidying(0, total))
        for feed_id, policy in policies.items():
            while policy and not self.cancelled():
                operation, changes = self.store.clean_up(
                    feed_id, policy, now, limit=_BATCH, operation=operation, asked=asked
                )
                if not changes:
                    break
                done += len(changes.removed)
                self.tell(Changed.of(changes))
                self.tell(Tidying(done, max(done, total)))
                # The window may write in between.
                time.sleep(_PAUSE)
        return done

    def _purge(self, before: datetime, now: datetime, *, enough: int | None = None) -> Tidied:
        """What went into the bin before a time, until `enough` bytes are free on the disk where that is given."""
        self._told_released(before)
        total = self.store.count_purgeable(before)
        done, size = 0, 0
        while total and not self.cancelled() and (enough is None or self.free(self.paths) < enough):
            gone = self.store.purge(before, now, limit=_PURGED_AT_ONCE)
            if not gone.ids:
                break
            self._sweep()
            done, size = done + len(gone.ids), size + gone.bytes
            self.tell(Changed(updated=gone.ids, counts=True))
            self.tell(Tidying(done, max(done, total)))
            time.sleep(_PAUSE)
        self._sweep()
        return Tidied(0, done, size)

    def _make_room(self, before: Tidied, now: datetime) -> Tidied:
        """The disk is nearly full: what has waited longest goes before its time, and that is said."""
        gone = self._purge(now, now, enough=NEARLY_FULL)
        if gone.purged:
            self._say(sentences.made_room(self.language, gone.purged, gone.bytes), now)
        return Tidied(0, before.purged + gone.purged, before.bytes + gone.bytes)

    def _told_released(self, before: datetime) -> None:
        changes = self.store.release(before)
        if changes:
            self.tell(Changed.of(changes))

    def _sweep(self) -> None:
        """Take off the disk what nothing needs; what cannot be deleted now is tried again the next time."""
        while files := self.store.leaving_files():
            left = []
            for name in files:
                try:
                    (self.paths.data / name).unlink(missing_ok=True)
                    left.append(name)
                except OSError as error:
                    _log.warning("%s: %s", name, error)
            self.store.files_left(left)
            if len(left) < len(files):
                return

    def _say(self, sentence: tuple[str, str], now: datetime) -> None:
        changes = self.store.notify(NotificationKind.STORAGE, *sentence, now=now)
        self.tell(Changed.of(changes))
