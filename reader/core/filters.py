"""Which articles a list shows, as a value. `store.queries` turns it into SQL in exactly one function."""

from dataclasses import dataclass
from enum import StrEnum

from reader.core.entities import ArticleId, FeedId


class View(StrEnum):
    """The named lists of the sidebar and of `list --view`."""

    HOME = "home"
    ALL = "all"
    UNREAD = "unread"
    STARRED = "starred"
    TODAY = "today"
    UPDATED = "updated"
    SUBSCRIBER = "subscriber"


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """A view narrowed by feed, folder, section or search words.

    `keep` names articles that stay in the list though they no longer match: the one being read stays in "unread".
    """

    view: View = View.ALL
    feed_id: FeedId | None = None
    folder: str | None = None
    section: str | None = None
    search: str | None = None
    keep: frozenset[ArticleId] = frozenset()
