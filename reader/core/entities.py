"""The values that cross a room's border: feeds, articles, rows, pictures, notifications.

All frozen; times are aware datetimes in UTC; absent facts are None, never invented.
"""

import builtins
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

ArticleId = NewType("ArticleId", int)
FeedId = NewType("FeedId", int)
FolderId = NewType("FolderId", int)
AssetId = NewType("AssetId", int)
NotificationId = NewType("NotificationId", int)
JournalId = NewType("JournalId", int)
SmartFeedId = NewType("SmartFeedId", int)


class Access(StrEnum):
    """How much of an article the publisher lets us hold."""

    OPEN = "open"
    SUBSCRIBER = "subscriber"
    TEASER = "teaser"


class OfflineState(StrEnum):
    """What the pane can show with the cable pulled."""

    READY = "ready"
    PARTIAL = "partial"
    TEXT = "text"
    TEASER = "teaser"
    MISSING = "missing"


class ChangeKind(StrEnum):
    """Why a revision was made."""

    FIRST = "first"
    COSMETIC = "cosmetic"
    CORRECTED = "corrected"
    ADDED = "added"
    MARKED = "marked update"


class Reflag(StrEnum):
    """Which changes show an article that was read as changed, and are announced; chosen per feed."""

    MARKED = "marked"
    SIGNIFICANT = "significant"
    ALL = "all"
    NEVER = "never"


class FullText(StrEnum):
    """Per feed: whether the page of an article is fetched at refresh."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class NotificationKind(StrEnum):
    """The types of the lasting tray."""

    NEW = "new"
    UPDATED = "updated"
    FEED_BROKEN = "feed-broken"
    FEED_MOVED = "feed-moved"
    STORAGE = "storage"
    BACKUP = "backup"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of an article. `file` is relative to the data folder, None until stored; width and height in pixels."""

    url: str
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None
    lead: bool = False
    file: str | None = None
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Enclosure:
    """An attached media file. `state` is None (not asked for), wanted, stored or failed; `file` is relative."""

    url: str
    type: str | None = None
    bytes: int | None = None
    file: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class UpdateNote:
    """The publisher's own update: its mark in the headline, its time, its text (Markdown)."""

    marker: str | None = None
    at: datetime | None = None
    block: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What the feed itself says of an entry, word for word, before it is tidied for the reader.

    `digest` stands for all of it and for the rules by which it was read: where it is the same as last time, so is
    the entry.
    """

    author: str | None = None
    categories: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True)
class ParsedEntry:
    """One entry of a feed, cleaned: what would be stored. `title` has no update marker; `markdown` no update block."""

    guid: str
    title: str
    markdown: str
    url: str | None = None
    kicker: str | None = None
    author: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    summary_html: str | None = None
    content_html: str | None = None
    access: Access = Access.OPEN
    update: UpdateNote | None = None
    pictures: tuple[Picture, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    given: Given = Given()

    @property
    def lead_image(self) -> Picture | None:
        """The picture that opens the article, if one does."""
        return next((picture for picture in self.pictures if picture.lead), None)


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed document, parsed and cleaned. `format` is as in CLI.md (rss20, atom10, json11, …).

    `unchanged` entries were known by their digest and are not among `entries`; `times` and `present` (the identifiers)
    are those of all entries.
    """

    format: str
    title: str | None = None
    site_url: str | None = None
    feed_url: str | None = None
    language: str | None = None
    updated: datetime | None = None
    icon: str | None = None
    ttl_minutes: int | None = None
    entries: tuple[ParsedEntry, ...] = ()
    problems: tuple[str, ...] = ()
    unchanged: int = 0
    times: tuple[datetime, ...] = ()
    present: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Validators:
    """What the server gave for a conditional request, verbatim, and the hash of the body last parsed."""

    etag: str | None = None
    last_modified: str | None = None
    content_hash: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription: the feed, the reader's own title and folder, and its health.

    `reflag` is which changes count as news (`significance.Reflag`), `retention` how much is kept (`retention.Policy` as
    text); None for what the setting says.
    """

    id: FeedId
    url: str
    title: str
    site_url: str | None = None
    folder: str | None = None
    full_text: FullText = FullText.AUTO
    validators: Validators = Validators()
    last_success: datetime | None = None
    last_error: str | None = None
    failures: int = 0
    next_due: datetime | None = None
    interval_minutes: int = 60
    unread: int = 0
    total: int = 0
    icon_file: str | None = None
    attachments: bool = False
    reflag: str | None = None
    retention: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What one row of the list shows; never a body. `picture` is a file relative to the data folder.

    `changed`: it was read and has changed since, as its feed's choice has it. `also_in`: titles of other feeds.
    `tags` are the reader's own. `emptied`: a clean-up has taken the text.
    """

    id: ArticleId
    feed_id: FeedId
    feed: str
    title: str
    kicker: str | None
    section: str | None
    published: datetime
    minutes: int
    read: bool
    starred: bool
    access: Access
    marker: str | None
    changed: bool
    offline: OfflineState
    picture: str | None
    also_in: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    archived: bool = False
    emptied: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """One stored version of an article."""

    number: int
    fetched: datetime
    title: str
    change: ChangeKind


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """Where the reader stopped: index of the block at the top of the pane, and the ratio scrolled into it (0–1).

    Blocks are counted in the typeset text, whose order the pane draws; the head and the update note are not among them.
    """

    block: int
    ratio: float


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its text: what the pane shows and `show` prints. `emptied`: a clean-up has taken the text."""

    id: ArticleId
    feed_id: FeedId
    feed: str
    guid: str
    url: str | None
    title: str
    kicker: str | None
    author: str | None
    section: str | None
    tags: tuple[str, ...]
    language: str | None
    published: datetime | None
    updated: datetime | None
    received: datetime
    words: int
    minutes: int
    read: bool
    starred: bool
    access: Access
    update: UpdateNote | None
    revision: int
    revisions: tuple[Revision, ...]
    changed_since_read: bool
    offline: OfflineState
    images: int
    images_stored: int
    bytes: int
    pictures: tuple[Picture, ...]
    enclosures: tuple[Enclosure, ...]
    markdown: str
    runs: builtins.bytes | None = None
    place: ReadingPlace | None = None
    read_revision: int | None = None
    also_in: tuple[str, ...] = ()
    archived: bool = False
    emptied: bool = False
    deleted: bool = False

    @property
    def lead_image(self) -> Picture | None:
        """The picture that opens the article, if one does."""
        return next((picture for picture in self.pictures if picture.lead), None)


@dataclass(frozen=True, slots=True)
class Notification:
    """One line of the lasting tray."""

    id: NotificationId
    kind: NotificationKind
    title: str
    text: str
    article_ids: tuple[ArticleId, ...]
    feed_id: FeedId | None
    at: datetime
    seen: bool


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A found article and the words around the hit; hits in `snippet` lie between U+0002 and U+0003."""

    row: Row
    snippet: str


@dataclass(frozen=True, slots=True)
class SmartFeed:
    """A saved search shown as a feed; the numbers are kept by triggers and say what its words and facts match."""

    id: SmartFeedId
    name: str
    query: str
    unread: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """A reversible operation; `kind`: mark-read, mark-unread, star, unstar, import, remove-feed, save-rule …

    A `lapsed` one cannot be undone any more: what it deleted is gone for good.
    """

    id: JournalId
    kind: str
    count: int
    at: datetime
    undone: bool
    redoable: bool = False
    lapsed: bool = False


@dataclass(frozen=True, slots=True)
class OfflineSummary:
    """How much of the library can be read with no network; `bytes` of stored pictures."""

    articles: int = 0
    ready: int = 0
    partial: int = 0
    text: int = 0
    teaser: int = 0
    missing: int = 0
    images: int = 0
    images_stored: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class MissingItem:
    """What an article lacks to be read offline. `kind` is "page" or "picture"; `reason` None: not fetched yet."""

    article_id: ArticleId
    title: str
    url: str
    reason: str | None
    kind: str = "picture"


@dataclass(frozen=True, slots=True)
class OfflineEstimate:
    """What "Prepare for offline" would fetch; `bytes` is estimated from what is stored already."""

    pages: int = 0
    pictures: int = 0
    bytes: int = 0
