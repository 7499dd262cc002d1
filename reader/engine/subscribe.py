"""From what people type to a subscription: an address, a site, a page whose feed is then found."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from reader.content.discovery import FoundFeed as PageFeed
from reader.content.discovery import find_feeds as feeds_of_page
from reader.content.discovery import guess_feeds, site_feeds
from reader.content.feed_formats import parse_feed
from reader.core.entities import FeedId, FullText, ParsedFeed
from reader.core.errors import ContentError, EncreError, FetchError, UsageError
from reader.engine.http import HttpClient, Response
from reader.store import Store

_MOST = 8
_AT_ONCE = 4
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that answered: its final address, its head and first entries, and the page's own word for it."""

    url: str
    parsed: ParsedFeed
    named: str = ""

    @property
    def title(self) -> str:
        """The feed's name, else the page's word for it, else its host."""
        return self.parsed.title or self.named or urlsplit(self.url).hostname or self.url


def typed_addresses(text: str) -> list[str]:
    """The addresses that `text` may mean, likeliest first. Raises UsageError for what cannot be one."""
    words = _spelled_out(text.strip().strip("<>\"'"))
    words = re.sub(r"^feed:(?://)?(?=https?:)", "", words, flags=re.I)
    words = re.sub(r"^feed://", "http://", words, flags=re.I)
    scheme = re.match(r"([a-z][a-z0-9+.\-]*)://", words, re.I)
    refused = UsageError(f"“{words}” is not an address of the web.", f"« {words} » n'est pas une adresse du web.")
    if scheme and scheme[1].lower() not in ("http", "https"):
        raise refused
    try:
        parts = urlsplit(words if scheme else f"http://{words}")
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise refused from error
    if not host or re.search(r"\s", words) or not ("." in host or host == "localhost" or ":" in host):
        raise refused
    if scheme:
        return [words]
    local = host == "localhost" or re.fullmatch(r"[\d.]+", host) is not None or parts.port not in (None, 443)
    schemes = ("http", "https") if local else ("https", "http")
    return [f"{scheme}://{words}" for scheme in schemes]


def _spelled_out(words: str) -> str:
    """Names that services have instead of addresses: "@anne@mastodon.example", "r/france"."""
    words = re.sub(r"^view-source:", "", words, flags=re.I)
    fediverse = re.fullmatch(r"@?([\w.\-]+)@([\w\-]+(?:\.[\w\-]+)+)", words)
    if fediverse and words.startswith("@"):
        return f"https://{fediverse[2]}/@{fediverse[1]}"
    reddit = re.fullmatch(r"/?(r|u)/([\w\-]+)/?", words)
    return f"https://www.reddit.com/{reddit[1]}/{reddit[2]}" if reddit else words


def look_for_feeds(text: str, *, offline: bool = False) -> list[FoundFeed]:
    """The feeds at what was typed. Raises an EncreError with the reason when there is none."""
    addresses = typed_addresses(text)
    trusted = {urlsplit(address).hostname or "" for address in addresses}

    async def look() -> list[FoundFeed]:
        async with HttpClient(trusted=trusted, offline=offline) as client:
            return await _look(client, addresses)

    return asyncio.run(look())


async def _look(client: HttpClient, addresses: list[str]) -> list[FoundFeed]:
    failure: EncreError | None = None
    for address in addresses:
        # What a service keeps by convention is asked for first: its pages are large, or behind a wall of consent.
        found = await _all(client, site_feeds(address))
        if found:
            return found
        try:
            answer = await client.get(address, kind="feed")
        except FetchError as error:
            failure = failure or error
            continue
        try:
            return [_found(answer, "")]
        except ContentError as error:
            reason = error
        found = await _of_page(client, answer)
        if found:
            return found
        raise ContentError(
            "No feed was found there. The site may have none, or only on another page.",
            "Aucun flux n'a été trouvé là. Le site n'en a peut-être pas, ou sur une autre page.",
            cause=reason.en,
        )
    assert failure is not None
    raise failure


def _found(answer: Response, named: str) -> FoundFeed:
    parsed = parse_feed(answer.body, url=answer.url, content_type=answer.content_type, most=_SHOWN)
    return FoundFeed(answer.moved_to or answer.url, parsed, named)


async def _of_page(client: HttpClient, page: Response) -> list[FoundFeed]:
    """What the page names; else what its site's first page names; else the usual places, the first that answers."""
    found = await _all(client, feeds_of_page(page.body, url=page.url))
    if found:
        return found
    root = urljoin(page.url, "/")
    if root != page.url:
        try:
            first = await client.get(root, kind="feed")
            found = await _all(client, feeds_of_page(first.body, url=first.url))
        except FetchError:
            found = []
        if found:
            return found
    guesses = guess_feeds(page.url)
    for start in range(0, len(guesses), _AT_ONCE):
        batch = [PageFeed(url, "") for url in guesses[start : start + _AT_ONCE]]
        found = await _all(client, batch)
        if found:
            return found[:1]
    return []


async def _all(client: HttpClient, named: Sequence[PageFeed]) -> list[FoundFeed]:
    """Those that answer with a feed, in the order given; the same feed in another format is named once."""
    answers = await asyncio.gather(*(_try(client, one) for one in named[:_MOST]))
    found: dict[tuple[str | None, tuple[str | None, ...]], FoundFeed] = {}
    for one in answers:
        if one is not None:
            entries = tuple(entry.url or entry.guid for entry in one.parsed.entries)
            found.setdefault((one.parsed.title if entries else one.url, entries), one)
    return list(found.values())


async def _try(client: HttpClient, named: PageFeed) -> FoundFeed | None:
    try:
        return _found(await client.get(named.url, kind="feed"), named.title)
    except (FetchError, ContentError):
        return None


def subscribe(
    store: Store,
    text: str,
    *,
    folder: str | None = None,
    full_text: FullText = FullText.AUTO,
    offline: bool = False,
) -> tuple[FeedId, FoundFeed | None]:
    """Subscribe to the first feed at what was typed; one already held gives its id. Raises EncreError."""
    held = next((feed for address in typed_addresses(text) if (feed := store.find_feed(address))), None)
    if held is not None:
        return held.id, None
    found = look_for_feeds(text, offline=offline)[0]
    feed_id, _ = store.add_feed(
        found.url, title=found.title, folder=folder, site_url=found.parsed.site_url, full_text=full_text
    )
    return feed_id, found
