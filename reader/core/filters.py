"""Which articles a list shows, as a value. `store.queries` turns it into SQL in exactly one function."""

from array import array
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
    MUTED = "muted"
    ARCHIVE = "archive"


class Order(StrEnum):
    """In which order a list shows its articles (within a group, if it has groups)."""

    NEWEST = "newest"
    OLDEST = "oldest"
    LONGEST = "longest"
    SHORTEST = "shortest"


class Grouping(StrEnum):
    """What the headings of a list stand for; feeds and sections come in the order of their names."""

    DAY = "day"
    FEED = "feed"
    SECTION = "section"
    NONE = "none"


# What publishers call their plain news; an article of no section is news too.
NEWS_SECTIONS = ("news", "brief", "briefs", "actualité", "actualités", "actu", "actus", "brèves", "en bref", "dépêches")


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """A view narrowed by feed, folder, section, own tag or search words, and by the reader's display options.

    `archived` finds what is archived as well: what the reader types is searched in all that is kept.
    `keep` names articles that stay in the list though they no longer match: the one being read stays in "unread".
    Display options: `subscriber` and `news` switch those kinds off; `without_sections` (in small letters) and
    `without_feeds` leave out; `hide_read`; `ready_only` hides what is not ready offline.
    """

    view: View = View.ALL
    feed_id: FeedId | None = None
    folder: str | None = None
    section: str | None = None
    tag: str | None = None
    search: str | None = None
    archived: bool = False
    keep: frozenset[ArticleId] = frozenset()
    order: Order = Order.NEWEST
    grouping: Grouping = Grouping.DAY
    subscriber: bool = True
    news: bool = True
    without_sections: frozenset[str] = frozenset()
    without_feeds: frozenset[FeedId] = frozenset()
    hide_read: bool = False
    ready_only: bool = False

    @property
    def by_status(self) -> bool:
        """Whether marking an article can put it out of this list."""
        return self.hide_read or self.tag is not None or self.view in (View.UNREAD, View.STARRED, View.UPDATED)


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows: ids in order, each one's time (microseconds since 1970), and where named groups begin."""

    ids: "array[int]"
    times: "array[int]"
    groups: tuple[tuple[int, str], ...] = ()
