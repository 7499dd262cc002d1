"""What the stages of a round share: the library, the client, the workshop, and how they tell what they do."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from reader.core.changes import Changes
from reader.core.entities import Reflag
from reader.core.errors import ContentError, EncreError, StoreError
from reader.engine.http import HttpClient, Refused
from reader.engine.protocol import Changed, Message
from reader.engine.workshop import Workshop
from reader.paths import Paths
from reader.store import Store

_FIRST_WAIT = timedelta(minutes=15)
TRIES = 4
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tools:
    """What a stage works with. `language` is that of the sentences it leaves; `reflag` is what counts as news in feeds
    without a choice of their own.
    """

    store: Store
    paths: Paths
    client: HttpClient
    workshop: Workshop
    tell: Callable[[Message], None]
    language: str
    reflag: Reflag = Reflag.SIGNIFICANT

    def told(self, changes: Changes) -> None:
        """Tell the window what a transaction touched, if it touched anything."""
        if changes:
            self.tell(Changed.of(changes))


def trusted_by(feed_url: str) -> frozenset[str]:
    """The one host on a private network that a feed's articles may name: its own. A feed at home shows its pictures."""
    try:
        host = urlsplit(feed_url).hostname
    except ValueError:
        return frozenset()
    return frozenset({host.lower()}) if host else frozenset()


def understood(error: Exception, subject: str) -> EncreError:
    """The error of one page, picture or enclosure. A bug in reading one must not stop the others; it is logged whole.

    Raises it again when the library itself cannot be written: that ends the round.
    """
    if isinstance(error, StoreError):
        raise error
    if isinstance(error, EncreError):
        _log.info("%s: %s (%s)", subject, error.en, error.cause)
        return error
    _log.error("%s", subject, exc_info=error)
    return ContentError("Encre could not read it.", "Encre n'a pas su le lire.", cause=repr(error))


def wait_after(error: EncreError, tries: int) -> timedelta | None:
    """How long until the next try of a page, picture or enclosure; None when there is none.

    A quarter of an hour, an hour, four hours; what the server asks for (Retry-After) when that is longer, up to a week.
    """
    if not error.retry or tries + 1 >= TRIES:
        return None
    wait: timedelta = _FIRST_WAIT * int(4**tries)
    if isinstance(error, Refused) and error.retry_after is not None:
        wait = max(wait, min(error.retry_after, timedelta(days=7)))
    return wait
