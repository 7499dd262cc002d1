"""From what people type to a subscription: an address, a site, a page whose feed is then found."""

import asyncio
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from reader.content.discovery import find_feeds as feeds_of_page
from reader.content.discovery import guess_feeds
from reader.content.feed_formats import parse_feed
from reader.core.entities import FeedId, FullText, ParsedFeed
from reader.core.errors import ContentError, EncreError, FetchError, UsageError
from reader.engine.http import HttpClient, Response
from reader.store import Store

_MOST = 6


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that answered: its final address and what is in it."""

    url: str
    parsed: ParsedFeed

    @property
    def title(self) -> str:
        """The feed's name, else its host."""
        return self.parsed.title or urlsplit(self.url).hostname or self.url


def typed_addresses(text: str) -> list[str]:
    """The addresses that `text` may mean, likeliest first. Raises UsageError for what cannot be one."""
    words = text.strip().strip("<>\"'")
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
        try:
            answer = await client.get(address, kind="feed")
        except FetchError as error:
            failure = failure or error
            continue
        try:
            return [_found(answer)]
        except ContentError:
            found = await _of_page(client, answer)
            if found:
                return found
        raise ContentError(
            "No feed was found there. The site may have none, or only on another page.",
            "Aucun flux n'a été trouvé là. Le site n'en a peut-être pas, ou sur une autre page.",
        )
    assert failure is not None
    raise failure


def _found(answer: Response) -> FoundFeed:
    parsed = parse_feed(answer.body, url=answer.url, content_type=answer.content_type)
    return FoundFeed(answer.moved_to or answer.url, parsed)


async def _of_page(client: HttpClient, page: Response) -> list[FoundFeed]:
    named = [feed.url for feed in feeds_of_page(page.body, url=page.url)][:_MOST]
    found = [one for one in await asyncio.gather(*(_try(client, url) for url in named)) if one]
    if found:
        return found
    for url in guess_feeds(page.url):
        guessed = await _try(client, url)
        if guessed:
            return [guessed]
    return []


async def _try(client: HttpClient, url: str) -> FoundFeed | None:
    try:
        return _found(await client.get(url, kind="feed"))
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
