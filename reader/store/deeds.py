"""The half of the store's facade for what lasts of the reader's deeds: smart feeds, undo and redo."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reader.core.changes import Changes
from reader.core.entities import ArticleId, JournalEntry, JournalId, SmartFeed, SmartFeedId
from reader.core.filters import ArticleFilter
from reader.store import counts, feeds, journal, smart, tags


class Deeds:
    """Base of `Store`; it has the open database."""

    _database: Any

    def smart_feeds(self) -> list[SmartFeed]:
        """Saved searches with their numbers; `ArticleFilter(search=query)` is the list of one."""
        return [self._counted(one) if smart.is_aside(one.query) else one for one in smart.feeds(self._database)]

    def _counted(self, one: SmartFeed) -> SmartFeed:
        """With the numbers of its list, which an index of the few that are put aside has at once."""
        wanted = ArticleFilter(search=one.query)
        unread = counts.count(self._database, replace(wanted, hide_read=True))
        return replace(one, unread=unread, total=counts.count(self._database, wanted))

    def save_search(self, name: str, query: str, smart_id: SmartFeedId | None = None) -> tuple[SmartFeedId, Changes]:
        """Keep a search as a smart feed, or change the one with this id; `undo` takes it back."""
        with self._database.atomic():
            held = None if smart_id is None else smart.held(self._database, smart_id)
            saved = smart.save(self._database, name, query, smart_id)
            if held is None:
                journal.write(self._database, "save-smart-feed", 1, {"smart_gone": saved})
            else:
                journal.write(self._database, "change-smart-feed", 1, {"smart_feed": [saved, *held]})
        return saved, Changes(counts=True)

    def remove_smart_feed(self, smart_id: SmartFeedId) -> Changes:
        """Forget a saved search; `undo` brings it back."""
        with self._database.atomic():
            held = smart.remove(self._database, smart_id)
            if held is None:
                return Changes()
            journal.write(self._database, "remove-smart-feed", 1, {"smart_feed": [smart_id, *held]})
        return Changes(counts=True)

    def call_folder(self, old: str, new: str) -> Changes:
        """Rename a folder or put it into another one, with all that lies in it; undone as one operation."""
        return feeds.call_folder(self._database, old, new)

    def leave_folder(self, folder: str) -> Changes:
        """Unsubscribe from all feeds of a folder; starred articles stay, and `undo` brings all of it back."""
        return feeds.leave_folder(self._database, folder)

    def address(self, article_id: ArticleId) -> str | None:
        """Where an article is on the web, None where it has no address."""
        row = self._database.execute_sql("SELECT url FROM article WHERE id = ?", (article_id,)).fetchone()
        return row[0] if row is not None else None

    def tags(self) -> list[tuple[str, int]]:
        """The reader's own tags with the number of their articles, by name."""
        return tags.used(self._database)

    def tags_of(self, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The reader's own tags on these articles; articles without any are left out."""
        return tags.of_articles(self._database, ids)

    def tag(
        self, ids: Sequence[int], *, add: Sequence[str] = (), remove: Sequence[str] = (), origin: str = ""
    ) -> Changes:
        """Put tags on articles and take others away, as one operation that can be undone; accents do not matter."""
        with self._database.atomic():
            before = tags.change(self._database, ids, add, remove)
            if not before:
                return Changes()
            journal.write(self._database, "tag", len(before), {"tags": list(before.items())})
        return Changes(statuses=frozenset(map(ArticleId, before)), counts=True, origin=origin)

    def undo(self, entry: JournalId | None = None) -> tuple[JournalEntry, Changes] | None:
        """Reverse this operation, or the newest not undone yet; None when there is none."""
        return journal.undo(self._database, entry)

    def next_undo(self, entry: JournalId | None = None) -> JournalEntry | None:
        """What `undo` would reverse."""
        return journal.next_undo(self._database, entry)

    def redo(self, entry: JournalId | None = None) -> tuple[JournalEntry, Changes] | None:
        """Do again this operation, or the one undone last; None when there is none or more was done since."""
        return journal.redo(self._database, entry)

    def journal(self, limit: int = 50) -> list[JournalEntry]:
        """Reversible operations, newest first."""
        return journal.entries(self._database, limit)
