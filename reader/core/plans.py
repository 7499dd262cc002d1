"""What the engine has decided to store, as values: `decide` makes them, the store carries them out."""

from dataclasses import dataclass
from datetime import datetime

from reader.core.entities import Access, ArticleId, AssetId, ChangeKind, FeedId, ParsedEntry


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """What is held of an article, for deciding whether an entry brings anything new.

    One that is `gone` was deleted or cleaned up: whatever its feed goes on showing of it is of no interest.
    """

    id: ArticleId
    hash: str
    title: str
    markdown: str
    access: Access
    updated: datetime | None
    marker: str | None
    block: str | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class ArticlePlan:
    """One article to store. `kind` FIRST with no `article_id` is new; None makes no revision and leaves the text as it
    is: only its hash and the facts beside it (address, author, section, tags, access) are brought up to date.

    `page` is the mark of the feed's own text when the article's page is to be fetched too, else None; `cut` says that
    this text itself tells that it goes on elsewhere.

    `places` tells where a reader goes on: for each block of the text held, the index of its block in the new one, or
    for a block that is gone `~index` (negative) of what follows it.
    """

    entry: ParsedEntry
    kind: ChangeKind | None
    hash: str
    words: int
    minutes: int
    article_id: ArticleId | None = None
    runs: bytes | None = None
    page: str | None = None
    cut: bool = False
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture that is still to be fetched, and the address of the feed that it came with."""

    id: AssetId
    url: str
    tries: int
    feed_url: str = ""


@dataclass(frozen=True, slots=True)
class HeldPage:
    """What is known of an article's page: `state` as in the table, `feed_mark` of the feed's text last seen."""

    article_id: ArticleId
    state: str
    feed_mark: str
    from_page: bool


@dataclass(frozen=True, slots=True)
class PageJob:
    """A page to be fetched. `entry` is what the feed says; `held` what the library has; `from_page`: of this page."""

    article_id: ArticleId
    feed_id: FeedId
    feed_url: str
    url: str
    tries: int
    entry: ParsedEntry
    held: KnownArticle
    from_page: bool
    always: bool


@dataclass(frozen=True, slots=True)
class Attachment:
    """An enclosure that the reader wants on the disk; `bytes` as announced."""

    id: int
    url: str
    type: str | None
    bytes: int | None
    tries: int
    feed_url: str


@dataclass(frozen=True, slots=True)
class IconJob:
    """A feed whose site's icon is to be looked for; `icon_url` as the feed names it."""

    feed_id: FeedId
    feed_url: str
    site_url: str | None
    icon_url: str | None
