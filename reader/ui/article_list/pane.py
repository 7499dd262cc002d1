"""The list of articles as a pane: what it shows, what stays in place while the library changes, what is chosen."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from reader.core.changes import Changes
from reader.core.entities import ArticleId
from reader.store import Store
from reader.ui.article_list.shown import ShownArticles
from reader.ui.article_list.unread import nearest_unread
from reader.ui.row_view.loading import AT_ONCE, FIRST


class ArticleList(ShownArticles):
    """Articles of one filter. Every signal carries ids; the list itself changes nothing in the library."""

    def __init__(self, store: Store, data_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(store, data_folder, parent)
        self._bar.clicked.connect(self._show_arrivals)
        self.view.current_moved.connect(self._chosen)

    # What changes meanwhile

    def apply_changes(self, changes: Changes) -> None:
        """Repaint what changed; new articles wait behind a bar while the reader is reading or scrolled."""
        # A feed with counts and no articles was left, renamed, moved or brought back; without counts, only its health.
        feeds_moved = bool(changes.feeds and changes.counts and not changes.new and not changes.updated)
        if feeds_moved or changes.updated or changes.statuses:
            self.view.rows.forget(None if feeds_moved else changes.updated | changes.statuses)
            self.view.viewport().update()
        if changes.removed or feeds_moved:
            self.reload()
        elif self._filter.by_status and self._moves_rows(changes):
            self._visited.clear()
            self.reload()
        elif changes.new and changes.affects(self._filter):
            self._arrive(changes)

    def _moves_rows(self, changes: Changes) -> bool:
        """Whether marks put articles into this list or out of it, other than those the reader has just visited."""
        touched = changes.statuses - self._visited - {self.current()}
        return bool(touched)

    def look_again(self) -> None:
        """Another program has written: rows are read anew; what came or went since is told, or shown at the top."""
        known = self.view.rows.ids[:FIRST]
        kept = set(self._store.matching(known, replace(self._filter, keep=frozenset()))) | self._visited
        if set(known) - kept - {self.current()}:
            self.reload()
            return
        self.view.rows.forget()
        self.view.viewport().update()
        newest = map(ArticleId, self._store.listing(self._filter, FIRST, quick=True).ids)
        # The first rows of now are sought among the first of before: a million ids are not looked through for that.
        self._wait_for(set(newest) - set(map(ArticleId, self.view.rows.ids[:AT_ONCE])))

    def _arrive(self, changes: Changes) -> None:
        self._wait_for(set(self._store.matching(changes.new, self._filter)))

    def _wait_for(self, fresh: set[ArticleId]) -> None:
        """These have come: shown at once where the reader is at the top and reads nothing, else told by the bar."""
        fresh -= self._arrived
        if not fresh:
            return
        if self.current() is None and self.view.anchor() is None:
            self.reload()
            return
        self._arrived |= fresh
        self._say_arrivals()
        self._bar.show()

    def _show_arrivals(self) -> None:
        self._forget_arrivals()
        self._read_from_the_top()
        self.view.restore(None, 0)
        self.new_arrivals_requested.emit()

    # What is chosen

    def _chosen(self, article_id: int) -> None:
        self._visited.add(ArticleId(article_id))
        self.article_chosen.emit(article_id)

    def stay(self, ids: Sequence[int]) -> None:
        """These rows stay where they are though a mark would put them out of the list: the reader is among them."""
        self._visited.update(map(ArticleId, ids))

    def neighbour(self, gone: Collection[int]) -> ArticleId | None:
        """Where to go on when these articles leave."""
        return self.view.neighbour(gone)

    def move(self, step: int) -> bool:  # type: ignore[override] # nobody moves a pane by pixels
        """`step` articles further; False at the end."""
        return self.view.step_by(step)

    def next_unread(self, backwards: bool = False) -> bool:
        """Choose the next unread article of the list, beginning again at the other end; False when there is none."""
        found = nearest_unread(self._store, self._filter, self.view.rows, self.view.currentIndex().row(), backwards)
        if found is None:
            return False
        self.view.choose_row(found)
        return True

    def above(self) -> list[ArticleId]:
        """The articles above the current one."""
        row = self.view.currentIndex().row()
        return [ArticleId(one) for one in self.view.rows.ids[: max(0, row)]]

    def below(self) -> list[ArticleId]:
        """The articles below the current one; all when there is none."""
        return [ArticleId(one) for one in self.view.rows.ids[self.view.currentIndex().row() + 1 :]]

    def page(self, forward: bool) -> None:
        """Scroll by what is seen."""
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + (1 if forward else -1) * bar.pageStep())
