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


@dataclass(frozen=True, slots=True)
class ArticlePlan:
    """One article to store. `kind` FIRST with no `article_id` is new; None updates validators only, no revision."""

    entry: ParsedEntry
    kind: ChangeKind | None
    hash: str
    words: int
    minutes: int
    article_id: ArticleId | None = None
    runs: bytes | None = None


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture that is still to be fetched."""

    id: AssetId
    url: str
    tries: int
