"""Articles dragged onto a line of the sidebar, and what is done with a whole tag or folder; each can be undone."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from reader.core.filters import ArticleFilter, View
from reader.core.search_words import folded
from reader.ui.library import Library
from reader.ui.notice_seat import NoticeSeat


class Dropped(QObject):
    """Does it, and says what was done."""

    def __init__(self, library: Library, notice: NoticeSeat) -> None:
        super().__init__()
        self._library, self._notice = library, notice

    def take(self, ids: Sequence[int], target: object) -> None:
        """Articles were let go on "Starred", on "Unread" or on a tag (its name)."""
        if target is View.STARRED:
            count = len(self._library.mark(ids, starred=True).statuses)
            words = self.tr("%n article(s) starred.", "", count)
        elif target is View.UNREAD:
            count = len(self._library.mark(ids, read=False).statuses)
            words = self.tr("%n article(s) marked as unread.", "", count)
        elif isinstance(target, str):
            count = len(self._library.tag(ids, [target], []).statuses)
            words = self.tr("%n article(s) tagged “{0}”.", "", count).format(target)
        else:
            return
        self._say(words, count)

    def rename_tag(self, old: str, new: str) -> None:
        """A tag has another name on all its articles."""
        if folded(old) != folded(new):
            self._library.tag(self._library.store.ids(ArticleFilter(tag=old)), [new], [old])

    def remove_tag(self, tag: str) -> None:
        """No article has the tag any more."""
        count = len(self._library.tag(self._library.store.ids(ArticleFilter(tag=tag)), [], [tag]).statuses)
        self._say(self.tr("The tag “{0}” is taken from %n article(s).", "", count).format(tag), count)

    def call_folder(self, old: str, new: str) -> None:
        """A folder has another name or place."""
        self._library.tell(self._library.store.call_folder(old, new), now=True)

    def leave_folder(self, folder: str) -> None:
        """Unsubscribe from all feeds of a folder."""
        changes = self._library.store.leave_folder(folder)
        self._library.tell(changes, now=True)
        count = len(changes.feeds)
        self._say(self.tr("%n feed(s) left; starred articles stay.", "", count), count)

    def _say(self, words: str, count: int) -> None:
        if count:
            self._notice.show_words(words, QCoreApplication.translate("Commands", "Undo"))
