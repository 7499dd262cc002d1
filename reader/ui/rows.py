"""What navigation asks of the panes that show articles: list and Home, each by its contract."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtWidgets import QWidget

from reader.core.changes import Changes
from reader.core.entities import ArticleId
from reader.core.filters import ArticleFilter


class Rows(Protocol):
    """What list and Home have in common."""

    def current(self) -> ArticleId | None:
        """The article on which the selection stands."""

    def selected(self) -> list[ArticleId]:
        """All selected articles."""

    def move(self, step: int) -> bool:
        """Go on by `step` rows; False at the end."""

    def next_unread(self, backwards: bool = False) -> bool:
        """Go to the next unread row; False when there is none."""

    def choose(self, article_id: ArticleId) -> bool:
        """Go to an article; False when it is not in the list."""

    def neighbour(self, gone: Collection[int]) -> ArticleId | None:
        """Where to go on when these articles leave the list."""

    def apply_changes(self, changes: Changes) -> None:
        """Show what has changed."""

    def reload(self) -> None:
        """Ask again."""

    def stay(self, ids: Sequence[int]) -> None:
        """Keep these rows though a mark would put them out of the list."""

    def look_again(self) -> None:
        """Something was changed elsewhere, nobody knows what: show it without moving what is being read."""

    def filter(self) -> ArticleFilter:
        """Which articles are shown, as the display options leave them."""

    def ids(self) -> Sequence[int]:
        """All articles, in order."""

    def above(self) -> list[ArticleId]:
        """The articles above the selection."""

    def below(self) -> list[ArticleId]:
        """The articles below the selection."""


class ListRows(Rows, Protocol):
    """What only the list can do."""

    def show_filter(
        self, wanted: ArticleFilter, *, since: datetime | None = None, stopped: ArticleId | None = None
    ) -> None:
        """Show another list."""

    def wanted(self) -> ArticleFilter:
        """Which list was asked for."""

    def count(self) -> int:
        """How many articles it has."""

    def open_options(self, button: QWidget) -> None:
        """Offer its display options under a button."""


class HomeRows(Rows, Protocol):
    """What only Home can do."""

    def show_news(self, since: datetime | None, stopped: ArticleId | None = None) -> None:
        """Show the front page; `since` is the last visit, `stopped` the article left half read."""

    def open_options(self) -> None:
        """Offer its display options."""
