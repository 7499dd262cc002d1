"""The next unread article within a list, quickly in a list of any length."""

from reader.core.entities import ArticleId
from reader.core.filters import ArticleFilter, Grouping, Order
from reader.store import Store
from reader.ui.row_view import RowModel

_CHUNK, _SHORT = 1_000, 20_000


def nearest_unread(store: Store, wanted: ArticleFilter, rows: RowModel, current: int, backwards: bool) -> int | None:
    """The row of the nearest unread article after `current` (before it, `backwards`), wrapping around; else None.

    A short list is asked piece by piece; a long one by date leaves the search to the index of unread articles.
    """
    size = len(rows.ids)
    ahead = range(current - 1, -1, -1) if backwards else range(current + 1, size)
    if backwards and current < 0:
        ahead = range(size - 1, -1, -1)
    behind = range(size - 1, max(current, -1), -1) if backwards else range(max(0, current))
    by_date = wanted.order in (Order.NEWEST, Order.OLDEST) and wanted.grouping in (Grouping.DAY, Grouping.NONE)
    for stretch in (ahead, behind):
        if not stretch:
            continue
        if len(stretch) > _SHORT and by_date and wanted.search is None:
            found = _by_index(store, wanted, rows, stretch, backwards)
        else:
            found = _piecewise(store, rows, stretch)
        if found is not None:
            return found
    return None


def _piecewise(store: Store, rows: RowModel, stretch: range) -> int | None:
    start, size = 0, _CHUNK
    while start < len(stretch):
        piece = stretch[start : start + size]
        unread = store.unread_among([rows.ids[row] for row in piece])
        if unread:
            return next(row for row in piece if rows.ids[row] in unread)
        start, size = start + size, size * 2
    return None


def _by_index(store: Store, wanted: ArticleFilter, rows: RowModel, stretch: range, backwards: bool) -> int | None:
    before = stretch[0] - stretch.step
    if 0 <= before < len(rows.ids):
        place = (rows.times[before], ArticleId(rows.ids[before]))
    else:
        first = stretch[0]
        nudge = 1 if (wanted.order is Order.NEWEST) != backwards else -1
        place = (rows.times[first] + nudge, ArticleId(0))
    found = store.next_unread(wanted, place, backwards=backwards)
    if found is None:
        return None
    row = rows.place_of(found)
    return row if row in stretch else None
