"""The only room that opens sockets: one HTTP client with the manners that servers expect (RFC 9110, 9111).

Validators are sent back verbatim; permanent redirects are reported; bodies are capped after decompression; two
requests at a time and a pace per host; a host that says "later" is left alone for the rest of the round; addresses on
private networks are refused unless the reader typed them.
"""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from types import TracebackType
from urllib.parse import urljoin, urlsplit

import aiohttp

from reader import __version__
from reader.core.entities import Validators
from reader.core.errors import FetchError
from reader.engine.http.guard import TRUSTED, GuardedResolver, Proxies, is_private, private_error
from reader.engine.http.refusals import Refused, max_age_of, refusal, translated, wait_of
from reader.engine.http.unpacking import ACCEPTED, unpacker

__all__ = ["LIMITS", "USER_AGENT", "HttpClient", "Refused", "Response", "is_private"]

USER_AGENT = f"Encre/{__version__} (desktop feed reader; fetches for one person)"
LIMITS = {"feed": 10_000_000, "page": 5_000_000, "picture": 20_000_000, "enclosure": 2_000_000_000}
_ACCEPT = {
    "feed": "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
    "page": "text/html, application/xhtml+xml, */*;q=0.5",
    "picture": "image/webp, image/avif, image/*, */*;q=0.5",
    "enclosure": "*/*",
}
_REDIRECTS = 8
_PERMANENT = (301, 308)
_PACE = {"feed": 0.05, "picture": 0.02, "page": 0.4, "enclosure": 0.4}
_TOTAL = {"feed": 60.0, "page": 45.0, "picture": 60.0, "enclosure": 6 * 3600.0}
_READ = 20.0
_CLOSED = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Response:
    """An answer. `moved_to` is set where every hop was permanent; `max_age_minutes` as Cache-Control says."""

    status: int
    url: str
    body: bytes
    content_type: str
    validators: Validators
    not_modified: bool = False
    moved_to: str | None = None
    max_age_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Download:
    """A large file on its way: where its pieces begin, its whole size if said, the validator to go on with later."""

    start: int
    total: int | None
    validator: str | None
    pieces: AsyncIterator[bytes]


@dataclass(slots=True)
class _Host:
    """A host's turn: two at a time, a pace between requests; left alone after it said "later"."""

    gate: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(2))
    next_turn: float = 0.0
    closed_until: float = 0.0
    closed_by: int = 0

    def refuse_if_closed(self) -> None:
        """Raises Refused with what is left of the wait."""
        left = self.closed_until - time.monotonic()
        if left > 0:
            raise refusal(self.closed_by, timedelta(seconds=left))

    def close(self, error: Refused) -> None:
        """After "too many requests" nobody else knocks before the wait is over. (503 may concern one address only.)"""
        if error.status == 429:
            wait = error.retry_after or _CLOSED
            self.closed_until = time.monotonic() + wait.total_seconds()
            self.closed_by = error.status


class HttpClient:
    """One client for one round; an async context manager.

    `trusted` are hosts that the reader typed and that every request may name; a request can be given its own.
    `pace` scales the pause between two requests to one host (1: polite). `contact` is the reader's own address, shown
    to servers when the reader has set one.
    """

    def __init__(
        self, *, trusted: Collection[str] = (), offline: bool = False, pace: float = 1.0, contact: str = ""
    ) -> None:
        self._trusted = frozenset(host.lower() for host in trusted)
        self._offline = offline
        self._pace = pace
        self._agent = user_agent(contact)
        self._hosts: dict[str, _Host] = {}
        self._resolver: GuardedResolver | None = None
        self._proxies: Proxies
        self._session: aiohttp.ClientSession | None = None
        self.requests = 0
        self.bytes = 0

    async def __aenter__(self) -> "HttpClient":
        self._proxies = Proxies()
        self._resolver = GuardedResolver(self._proxies.hosts)
        connector = aiohttp.TCPConnector(limit=32, limit_per_host=2, resolver=self._resolver, use_dns_cache=False)
        self._session = aiohttp.ClientSession(
            connector=connector,
            auto_decompress=False,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self._agent, "Accept-Encoding": ACCEPTED},
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()
            # aiohttp closes TLS transports a moment later than it says.
            await asyncio.sleep(0)

    async def get(
        self, url: str, *, kind: str = "feed", validators: Validators | None = None, trusted: Collection[str] = ()
    ) -> Response:
        """Fetch `url`. `kind` is feed, page or picture: what is accepted and how much. Raises FetchError.

        `trusted` are the hosts on private networks that this request may name and be redirected to.
        """
        async with self._asked(url, kind, validators or Validators(), trusted) as (answer, address, moved):
            held = Validators(answer.headers.get("ETag"), answer.headers.get("Last-Modified"))
            age = max_age_of(answer.headers.get("Cache-Control", ""))
            if answer.status == 304:
                sent = validators or Validators()
                held = Validators(held.etag or sent.etag, held.last_modified or sent.last_modified)
                return Response(304, address, b"", "", held, True, moved, age)
            parts: list[bytes] = []
            host = urlsplit(address).hostname or ""
            await translated(lambda: self._collect(answer, kind, parts), host)
            kind_said = answer.headers.get("Content-Type", "")
            return Response(answer.status, address, b"".join(parts), kind_said, held, False, moved, age)

    async def _collect(self, answer: aiohttp.ClientResponse, kind: str, parts: list[bytes]) -> None:
        async for piece in self._pieces(answer, LIMITS[kind]):
            parts.append(piece)

    @asynccontextmanager
    async def stream(
        self, url: str, *, trusted: Collection[str] = (), since: int = 0, validator: str | None = None
    ) -> AsyncIterator[Download]:
        """A large file in pieces, from byte `since` on if it is still the file of `validator`, else from its start."""
        more = {"Accept-Encoding": "identity"}
        if since and validator:
            more |= {"Range": f"bytes={since}-", "If-Range": validator}
        async with self._asked(url, "enclosure", Validators(), trusted, more) as (answer, address, _):
            start = since if answer.status == 206 else 0
            length = answer.content_length
            total = None if length is None else start + length
            etag = answer.headers.get("ETag") or ""
            held = etag if etag.startswith('"') else answer.headers.get("Last-Modified")
            yield Download(start, total, held, self._translated_pieces(answer, urlsplit(address).hostname or ""))

    async def _translated_pieces(self, answer: aiohttp.ClientResponse, host: str) -> AsyncIterator[bytes]:
        pieces = self._pieces(answer, LIMITS["enclosure"])
        while True:
            piece = await translated(lambda: anext(pieces, None), host)
            if piece is None:
                return
            yield piece

    @asynccontextmanager
    async def _asked(
        self,
        url: str,
        kind: str,
        validators: Validators,
        trusted: Collection[str],
        more: dict[str, str] | None = None,
    ) -> AsyncIterator[tuple[aiohttp.ClientResponse, str, str | None]]:
        """The open answer behind all redirects, its address, and that address again if every hop was permanent."""
        if self._offline:
            raise FetchError("Encre is offline.", "Encre est hors ligne.")
        allowed = self._trusted | {host.lower() for host in trusted}
        headers = _headers(kind, validators) | (more or {})
        address, permanent = url, True
        for hop in range(_REDIRECTS + 1):
            host, name = self._host(address, allowed)
            async with host.gate:
                await self._turn(host, name, kind)
                answer = await self._knock(address, kind, headers, allowed, name)
                try:
                    target = answer.headers.get("Location")
                    if answer.status in (301, 302, 303, 307, 308) and target:
                        permanent = permanent and answer.status in _PERMANENT
                        address = urljoin(address, target)
                        continue
                    if answer.status >= 400:
                        error = refusal(answer.status, wait_of(answer.headers.get("Retry-After")))
                        host.close(error)
                        raise error
                    yield answer, address, address if permanent and hop else None
                    return
                finally:
                    answer.close() if not answer.closed and not answer.content.at_eof() else answer.release()
        raise FetchError("The address leads around in circles.", "L'adresse tourne en rond.", retry=True)

    def _host(self, url: str, allowed: frozenset[str]) -> tuple[_Host, str]:
        try:
            parts = urlsplit(url)
            name = (parts.hostname or "").lower()
            valid = parts.scheme in ("http", "https") and bool(name) and parts.port != 0
        except ValueError:
            valid = False
        if not valid:
            raise FetchError(f"“{url}” is not an address of the web.", f"« {url} » n'est pas une adresse du web.")
        assert self._resolver is not None
        if (is_private(name) or name in self._resolver.private) and name not in allowed:
            raise private_error(name)
        return self._hosts.setdefault(parts.netloc.rpartition("@")[2].lower(), _Host()), name

    async def _turn(self, host: _Host, name: str, kind: str) -> None:
        host.refuse_if_closed()
        # A machine of the reader's own network is spared the pauses: nobody else waits behind it.
        at_home = is_private(name) or (self._resolver is not None and name in self._resolver.private)
        pause = 0.0 if at_home else _PACE[kind] * self._pace
        now = time.monotonic()
        wait = host.next_turn - now
        host.next_turn = max(now, host.next_turn) + pause
        if wait > 0:
            await asyncio.sleep(wait)
            host.refuse_if_closed()

    async def _knock(
        self, url: str, kind: str, headers: dict[str, str], allowed: frozenset[str], name: str
    ) -> aiohttp.ClientResponse:
        assert self._session is not None
        session = self._session
        proxy = self._proxies.for_host(urlsplit(url).scheme, name)
        limits = aiohttp.ClientTimeout(total=_TOTAL[kind], connect=15, sock_read=_READ)

        async def ask() -> aiohttp.ClientResponse:
            token = TRUSTED.set(allowed)
            try:
                return await session.get(url, headers=headers, allow_redirects=False, timeout=limits, proxy=proxy)
            finally:
                TRUSTED.reset(token)

        self.requests += 1
        return await translated(ask, name)

    async def _pieces(self, answer: aiohttp.ClientResponse, limit: int) -> AsyncIterator[bytes]:
        """The decompressed body in pieces; an error as soon as it is larger than `limit` bytes."""
        unpack = unpacker(answer.headers.get("Content-Encoding", ""))
        size = 0
        async for chunk in answer.content.iter_chunked(65_536):
            for piece in unpack.feed(chunk):
                size += len(piece)
                if size > limit:
                    megabytes = limit // 1_000_000
                    raise FetchError(
                        f"The answer is larger than {megabytes} MB.", f"La réponse dépasse {megabytes} Mo."
                    )
                yield piece
        self.bytes += size


def user_agent(contact: str = "") -> str:
    """Who asks: Encre, and where the one who runs it can be reached, if that was set (an e-mail or a web address)."""
    reach = re.sub(r"[^\x21-\x7e]|[();\\]", "", contact)[:100]
    return f"{USER_AGENT[:-1]}; {reach})" if reach else USER_AGENT


def _headers(kind: str, validators: Validators) -> dict[str, str]:
    headers = {"Accept": _ACCEPT[kind]}
    if validators.etag:
        headers["If-None-Match"] = validators.etag
    if validators.last_modified:
        headers["If-Modified-Since"] = validators.last_modified
    return headers
