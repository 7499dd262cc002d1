"""The rows of a list for Qt: every id, and the rows themselves by pages of 200, the last used ones kept."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.core.entities import ArticleId, Row
from reader.core.filters import Listing
from reader.ui.article_row.words import spoken
from reader.ui.row_view.dragging import ARTICLES, parcel

PAGE, _PAGES = 200, 24
_TOLD = 20
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RowModel(QAbstractTableModel):
    """Ids in order, each one's time, and `read` to fetch the rows of some ids. `pages_read` counts what was fetched."""

    def __init__(self, read: Callable[[Sequence[ArticleId]], list[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self.ids: array[int] = array("q")
        self.times: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, Row]] = OrderedDict()
        self.pages_read = 0
        self.address: Callable[[ArticleId], str | None] = lambda _: None

    def show(self, listing: Listing) -> None:
        """Show other articles."""
        self.beginResetModel()
        self.ids, self.times = listing.ids, listing.times
        self._pages.clear()
        self.endResetModel()

    def grow(self, listing: Listing) -> None:
        """The same list, of which more is known now; rows already shown stay what they are."""
        held, size = len(self.ids), len(listing.ids)
        if size <= held:
            return
        self._pages.pop(held // PAGE, None)
        self.beginInsertRows(_NOWHERE, held, size - 1)
        self.ids, self.times = listing.ids, listing.times
        self.endInsertRows()

    def starts(self, listing: Listing) -> bool:
        """Whether `listing` begins with what is shown."""
        return listing.ids[: len(self.ids)] == self.ids

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as there are ids."""
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """The headline; for screen readers the whole row as a sentence."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row(index.row())
        if row is None:
            return None
        return row.title if role == Qt.ItemDataRole.DisplayRole else spoken(row, datetime.now().astimezone())

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt's: every article can be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """Qt's: articles."""
        return [ARTICLES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Qt's: all of these articles; headlines and addresses of the first few go along."""
        numbers = sorted(index.row() for index in indexes)
        few = [row for number in numbers[:_TOLD] if (row := self.row(number)) is not None]
        known = (self.address(row.id) for row in few)
        return parcel([self.ids[number] for number in numbers], few, [one for one in known if one])

    def row(self, number: int) -> Row | None:
        """One row; None for an article that has gone since the ids were read."""
        page = self._pages.get(number // PAGE)
        if page is None:
            page = self._fetch(number // PAGE)
        else:
            self._pages.move_to_end(number // PAGE)
        return page.get(self.ids[number])

    def _fetch(self, place: int) -> dict[int, Row]:
        wanted = [ArticleId(one) for one in self.ids[place * PAGE : (place + 1) * PAGE]]
        page: dict[int, Row] = {row.id: row for row in self._read(wanted)}
        self._pages[place] = page
        self.pages_read += 1
        if len(self._pages) > _PAGES:
            self._pages.popitem(last=False)
        return page

    def forget(self, changed: Iterable[int] | None = None) -> None:
        """Read these articles' rows (or all) again when they are next needed."""
        if changed is None:
            self._pages.clear()
            return
        wanted = set(changed)
        for place, page in list(self._pages.items()):
            if touched := wanted & page.keys():
                fresh = {row.id: row for row in self._read([ArticleId(one) for one in touched])}
                self._pages[place] = page | fresh

    def place_of(self, article_id: int) -> int:
        """The number of an article's row, -1 when it is not there."""
        try:
            return self.ids.index(article_id)
        except ValueError:
            return -1
