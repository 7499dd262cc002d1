"""Archive, delete, clean up: what takes articles out of the lists. Each says what it did and offers to undo it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject

from reader.core.entities import ArticleId
from reader.ui.library import Library
from reader.ui.navigation import Navigation
from reader.ui.notice_seat import NoticeSeat
from reader.ui.storage_desk import StorageDesk


class TidyingCommands(QObject):
    """The actions; each is about the selected rows, else about the open article."""

    def __init__(self, library: Library, navigation: Navigation, notice: NoticeSeat, storage: StorageDesk) -> None:
        super().__init__()
        self._library, self._go, self._notice, self._storage = library, navigation, notice, storage

    def table(self) -> dict[str, Callable[[], object]]:
        """What each action does."""
        return {"archive": self._archive, "delete": self._delete, "clean_up": self._storage.show_clean_up}

    def _archive(self) -> None:
        """E: put away; where all of them are archived already, take back."""
        rows = self._library.store.rows(self._go.targets())
        if not rows or self._library.store.read_only:
            return
        archived = not all(row.archived for row in rows)
        ids = [row.id for row in rows]
        count = self._leave(ids, lambda: len(self._library.archive(ids, archived).statuses))
        if count:
            put, back = self.tr("%n article(s) archived.", "", count), self.tr("%n article(s) taken back.", "", count)
            self._notice.show_words(put if archived else back, QCoreApplication.translate("Commands", "Undo"))

    def _delete(self) -> None:
        ids = self._go.targets()
        if not ids or self._library.store.read_only:
            return
        count = self._leave(ids, lambda: len(self._library.delete(ids).statuses))
        if count:
            words = self.tr("%n article(s) deleted.", "", count)
            self._notice.show_words(words, QCoreApplication.translate("Commands", "Undo"))

    def _leave(self, ids: Sequence[ArticleId], deed: Callable[[], int]) -> int:
        """Do it, and go on with the next article where these have left the list; how many it concerned."""
        rows, gone = self._go.rows, frozenset(ids)
        after = rows.neighbour(gone)
        count = deed()
        store, article = self._library.store, self._go.article
        if count and not set(store.matching(ids, self._go.wanted)) & gone:
            was_open = article is not None and article.id in gone
            if after is not None and (was_open or rows.current() is None):
                rows.choose(after)
            elif was_open:
                self._go.close_article()
        return count
