"""What the engine has decided to store, as values: `decide` makes them, the store carries them out."""

from dataclasses import dataclass
from datetime import datetime

from reader.core.entities import Access, ArticleId, AssetId, ChangeKind, ParsedEntry


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """What is held of an article, for deciding whether an entry brings anything new."""

    id: ArticleId
    hash: str
    title: str
    markdown: str
    access: Access
    updated: datetime | None
    marker: str | None
    block: str | None = None


@dataclass(frozen=True, slots=True)
class ArticlePlan:
    """One article to store. `kind` FIRST with no `article_id` is new; None makes no revision and leaves the text as it
    is: only its hash and the facts beside it (address, author, section, tags, access) are brought up to date.

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
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture that is still to be fetched."""

    id: AssetId
    url: str
    tries: int
