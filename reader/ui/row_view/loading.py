"""Reading long lists in a thread: the first rows at once, the rest while they are already being read."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from reader.core.filters import ArticleFilter, Grouping, Listing, Order
from reader.store import Store
from reader.ui.row_view.bands import Band, day_bands, group_bands, with_stop, with_visit

FIRST, AT_ONCE = 200, 20_000
# Python hands its lock on after 5 ms; a frame that needs it a few times while a list is read would come too late.
_YIELDS = 0.0005


@dataclass(frozen=True, slots=True)
class Loaded:
    """A list as far as it is known, with its bands; `whole` when nothing is missing."""

    listing: Listing
    bands: tuple[Band, ...]
    whole: bool


def bands_of(
    wanted: ArticleFilter, listing: Listing, since: datetime | None, stopped: int | None = None
) -> tuple[Band, ...]:
    """Headings as the filter groups, the line of the last visit where the order is by date, and the article that was
    open last, where it is not too far down."""
    return tuple(with_stop(_headings(wanted, listing, since), listing.ids[:AT_ONCE], stopped))


def _headings(wanted: ArticleFilter, listing: Listing, since: datetime | None) -> list[Band]:
    if wanted.grouping in (Grouping.FEED, Grouping.SECTION):
        return group_bands(listing.groups, len(listing.ids))
    if wanted.order in (Order.LONGEST, Order.SHORTEST):
        return []
    newest = wanted.order is Order.NEWEST
    found = day_bands(listing.times, newest_first=newest) if wanted.grouping is Grouping.DAY else []
    return with_visit(found, listing.times, since, newest_first=newest)


def load(
    store: Store, wanted: ArticleFilter, since: datetime | None, limit: int | None, stopped: int | None = None
) -> Loaded:
    """A list, or its first `limit` rows; `since` is the last visit, `stopped` the article that was open last."""
    quick = limit is not None
    listing = store.listing(wanted, limit, quick=quick)
    whole = limit is None or (len(listing.ids) < limit and wanted.search is None)
    return Loaded(listing, bands_of(wanted, listing, since, stopped), whole)


class Loader(QObject):
    """One thread that reads lists; only the newest question is answered, by `loaded(token, Loaded)`."""

    loaded = Signal(int, object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.token = 0

    def cancel(self) -> None:
        """Nobody waits for what is being read."""
        self.token += 1
        self._pool.clear()

    def ask(self, wanted: ArticleFilter, since: datetime | None, stopped: int | None = None) -> int:
        """Read the whole list; the answer comes by `loaded` with this token."""
        self.cancel()
        self._pool.start(_Reading(self, self._store, replace(wanted), (since, stopped), self.token))
        return self.token

    def wait(self) -> None:
        """Until the thread has nothing to do."""
        self._pool.waitForDone()


@contextmanager
def _polite() -> Iterator[None]:
    """This thread gives way to the window at once, as long as it is at work."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(min(before, _YIELDS))
    try:
        yield
    finally:
        sys.setswitchinterval(before)


class _Reading(QRunnable):
    def __init__(
        self,
        loader: Loader,
        store: Store,
        wanted: ArticleFilter,
        marks: tuple[datetime | None, int | None],
        token: int,
    ) -> None:
        super().__init__()
        self._loader, self._store, self._wanted, self._marks, self._token = loader, store, wanted, marks, token

    def run(self) -> None:
        """First as much as is quickly had, then all."""
        with _polite():
            self._read()

    def _read(self) -> None:
        try:
            for limit in (AT_ONCE, None):
                if self._token != self._loader.token:
                    return
                found = load(self._store, self._wanted, self._marks[0], limit, self._marks[1])
                with suppress(RuntimeError):  # the window may have gone meanwhile
                    self._loader.loaded.emit(self._token, found)
                if found.whole:
                    return
        finally:
            self._store.leave_thread()
