"""What crosses the pipe between window and engine: frozen dataclasses as JSON lines. Both sides import this.

The first line of each direction is a `Hello`. Standard output of the engine carries the protocol and nothing else.
End of input tells the engine to finish its transaction and quit. The articles themselves never cross: the library does.
"""

import dataclasses
import json
from dataclasses import dataclass
from typing import Any, ClassVar, get_args

from reader.core.changes import Changes
from reader.core.entities import ArticleId, FeedId

PROTOCOL_VERSION = 1


@dataclass(frozen=True, slots=True)
class Hello:
    """The handshake: versions of protocol and schema must agree."""

    name: ClassVar[str] = "hello"
    protocol: int
    schema: int


@dataclass(frozen=True, slots=True)
class Refresh:
    """Window → engine: refresh these feeds (none: all), due or not."""

    name: ClassVar[str] = "refresh"
    feeds: tuple[int, ...] = ()
    force: bool = False


@dataclass(frozen=True, slots=True)
class Subscribe:
    """Window → engine: find the feed at an address or page, subscribe, refresh. Answered by `Subscribed`/`Failed`."""

    name: ClassVar[str] = "subscribe"
    url: str
    folder: str | None = None


@dataclass(frozen=True, slots=True)
class Discover:
    """Window → engine: which feeds an address offers, with a preview. Answered by `Found` or `Failed`."""

    name: ClassVar[str] = "discover"
    url: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """Window → engine: stop the round after the transaction under way."""

    name: ClassVar[str] = "cancel"


@dataclass(frozen=True, slots=True)
class Welcome:
    """Window → engine: put the welcome articles into the library, from the files that came with Encre."""

    name: ClassVar[str] = "welcome"


@dataclass(frozen=True, slots=True)
class Repair:
    """Window → engine: fetch what is missing, also what was given up: pages, pictures. Can be cancelled.

    Answered by an `Estimate`, `Fetching` as it goes on, and `Finished`.
    """

    name: ClassVar[str] = "repair"


@dataclass(frozen=True, slots=True)
class EstimateOffline:
    """Window → engine: how much a `Repair` would fetch. Answered by `Estimate`; `Store.missing` has the list."""

    name: ClassVar[str] = "estimate-offline"


@dataclass(frozen=True, slots=True)
class DownloadEnclosure:
    """Window → engine: download an article's enclosure (no `url`: all of them). Answered by `Downloaded`."""

    name: ClassVar[str] = "download-enclosure"
    article_id: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class CleanUp:
    """Window → engine: put what the reader's limits leave into the bin now. Answered by `Tidying`, then `Tidied`."""

    name: ClassVar[str] = "clean-up"


@dataclass(frozen=True, slots=True)
class EmptyBin:
    """Window → engine: let all that is in the bin go for good now. Answered by `Tidying`, then `Tidied`."""

    name: ClassVar[str] = "empty-bin"


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Window → engine: undo a clean-up or a deletion of very many articles. Answered by `Tidying`, then `Tidied`."""

    name: ClassVar[str] = "take-back"
    entry: int


@dataclass(frozen=True, slots=True)
class Tidying:
    """Engine → window: how far a clean-up is, or the emptying of the bin; in articles."""

    name: ClassVar[str] = "tidying"
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Tidied:
    """Engine → window: how many articles went into the bin (`cleaned`), for good (`purged`, `bytes` freed), or came
    out of the bin (`restored`).
    """

    name: ClassVar[str] = "tidied"
    cleaned: int = 0
    purged: int = 0
    bytes: int = 0
    restored: int = 0


@dataclass(frozen=True, slots=True)
class Estimate:
    """Engine → window: how many pages and pictures are missing, and about how many bytes they are."""

    name: ClassVar[str] = "estimate"
    pages: int
    pictures: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Fetching:
    """Engine → window: what goes on after the feeds. `stage`: pages, pictures or enclosures (counted in bytes)."""

    name: ClassVar[str] = "fetching"
    stage: str
    done: int
    total: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Downloaded:
    """Engine → window: how many enclosures of an article are on the disk now, and how many could not be had."""

    name: ClassVar[str] = "downloaded"
    article_id: int
    stored: int
    failed: int


@dataclass(frozen=True, slots=True)
class RunRules:
    """Window → engine: let the rules that were made or changed look at what is in the library already."""

    name: ClassVar[str] = "run-rules"


@dataclass(frozen=True, slots=True)
class ImportOpml:
    """Window → engine: subscribe to all feeds of an OPML file. Answered by `Imported` or `Failed`."""

    name: ClassVar[str] = "import-opml"
    file: str


@dataclass(frozen=True, slots=True)
class ExportOpml:
    """Window → engine: write the subscriptions to an OPML file. Answered by `Exported` or `Failed`."""

    name: ClassVar[str] = "export-opml"
    file: str


@dataclass(frozen=True, slots=True)
class Imported:
    """Engine → window: what came of an import; `skipped` holds (address, reason) pairs."""

    name: ClassVar[str] = "imported"
    file: str
    added: int
    skipped: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """Engine → window: the subscriptions are in the file."""

    name: ClassVar[str] = "exported"
    file: str
    feeds: int


@dataclass(frozen=True, slots=True)
class Progress:
    """Engine → window: `done` of `total` feeds; `title` of the one last finished."""

    name: ClassVar[str] = "progress"
    done: int
    total: int
    title: str


@dataclass(frozen=True, slots=True)
class Changed:
    """Engine → window: what a transaction touched (ids only)."""

    name: ClassVar[str] = "changed"
    new: tuple[int, ...] = ()
    updated: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()
    statuses: tuple[int, ...] = ()
    feeds: tuple[int, ...] = ()
    counts: bool = False
    notifications: bool = False

    @classmethod
    def of(cls, changes: Changes) -> "Changed":
        """The changes of a transaction, ready for the pipe."""
        return cls(
            tuple(sorted(changes.new)),
            tuple(sorted(changes.updated)),
            tuple(sorted(changes.removed)),
            tuple(sorted(changes.statuses)),
            tuple(sorted(changes.feeds)),
            changes.counts,
            changes.notifications,
        )

    def changes(self) -> Changes:
        """Back to the value that panes understand; the origin is the engine."""
        return Changes(
            new=frozenset(map(ArticleId, self.new)),
            updated=frozenset(map(ArticleId, self.updated)),
            removed=frozenset(map(ArticleId, self.removed)),
            statuses=frozenset(map(ArticleId, self.statuses)),
            feeds=frozenset(map(FeedId, self.feeds)),
            counts=self.counts,
            notifications=self.notifications,
            origin="engine",
        )


@dataclass(frozen=True, slots=True)
class Subscribed:
    """Engine → window: the subscription made (or already there)."""

    name: ClassVar[str] = "subscribed"
    feed_id: int
    title: str


@dataclass(frozen=True, slots=True)
class Found:
    """Engine → window: feeds found at an address: (url, title, first headlines)."""

    name: ClassVar[str] = "found"
    url: str
    feeds: tuple[tuple[str, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """Engine → window: a request that could not be met, as sentences."""

    name: ClassVar[str] = "failed"
    url: str
    fr: str
    en: str


@dataclass(frozen=True, slots=True)
class Finished:
    """Engine → window: the round is over."""

    name: ClassVar[str] = "finished"
    feeds: int
    new: int
    updated: int
    failed: int
    cancelled: bool = False


Message = (
    Hello
    | Refresh
    | Subscribe
    | Discover
    | Cancel
    | Welcome
    | Repair
    | EstimateOffline
    | DownloadEnclosure
    | CleanUp
    | EmptyBin
    | TakeBack
    | Tidying
    | Tidied
    | Estimate
    | Fetching
    | Downloaded
    | RunRules
    | ImportOpml
    | ExportOpml
    | Imported
    | Exported
    | Progress
    | Changed
    | Subscribed
    | Found
    | Failed
    | Finished
)
_KINDS: dict[str, type[Any]] = {kind.name: kind for kind in get_args(Message)}


def encode(message: Message) -> bytes:
    """One JSON line, newline included."""
    body = {"type": message.name, **dataclasses.asdict(message)}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def decode(line: bytes) -> Message:
    """The message of one line. Raises ValueError for anything that is not one."""
    try:
        body = json.loads(line)
        kind = _KINDS[body.pop("type")]
        message: Message = kind(**{key: _frozen(value) for key, value in body.items()})
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"not a message: {line[:80]!r}") from error
    return message


def _frozen(value: Any) -> Any:  # noqa: ANN401 - JSON is what it is
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
