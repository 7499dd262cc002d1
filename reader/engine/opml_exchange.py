"""Subscriptions from and to OPML files, for the window and the command line."""

from dataclasses import dataclass
from pathlib import Path

from reader.content.opml import OpmlFeed, parse_opml, write_opml
from reader.core.changes import Changes
from reader.core.entities import FeedId
from reader.core.errors import UsageError
from reader.core.whole_file import write_whole
from reader.store import Store


@dataclass(frozen=True, slots=True)
class OpmlOutcome:
    """What an import did: ids of the new subscriptions, and (address, reason fr, reason en) of those passed over."""

    added: tuple[FeedId, ...]
    skipped: tuple[tuple[str, str, str], ...]
    problems: tuple[str, ...]
    changes: Changes


def read_file(file: Path) -> bytes:
    """The bytes of a file that the reader named. Raises UsageError with the reason."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(
            f"{file} cannot be read: {error.strerror or error}.",
            f"{file} ne peut pas être lu : {error.strerror or error}.",
        ) from error


def import_opml(store: Store, file: Path, *, dry_run: bool = False) -> OpmlOutcome:
    """Merge the feeds of `file` by normalised address, as one operation that can be undone. Raises EncreError."""
    parsed = parse_opml(read_file(file))
    wanted: list[OpmlFeed] = []
    skipped: list[tuple[str, str, str]] = []
    for feed in parsed.feeds:
        if store.is_subscribed(feed.url):
            skipped.append((feed.url, "déjà abonné", "already subscribed"))
        elif any(store.same_address(feed.url, other.url) for other in wanted):
            skipped.append((feed.url, "deux fois dans le fichier", "twice in the file"))
        else:
            wanted.append(feed)
    if dry_run:
        return OpmlOutcome((), tuple(skipped), parsed.problems, Changes())
    added, changes = store.import_feeds([(feed.url, feed.title, feed.folder, feed.site_url) for feed in wanted])
    return OpmlOutcome(tuple(added), tuple(skipped), parsed.problems, changes)


def export_opml(store: Store) -> tuple[bytes, int]:
    """The subscriptions as OPML, and how many; the welcome stays at home."""
    feeds = [feed for feed in store.feeds() if feed.url.startswith("http")]
    given = [OpmlFeed(feed.url, feed.title, feed.folder, feed.site_url) for feed in feeds]
    return write_opml(given), len(given)


def save_file(file: Path, body: bytes) -> None:
    """Write a file that the reader named. Raises UsageError with the reason."""
    try:
        write_whole(file, body)
    except OSError as error:
        raise UsageError(
            f"{file} cannot be written: {error.strerror or error}.",
            f"{file} ne peut pas être écrit : {error.strerror or error}.",
        ) from error
