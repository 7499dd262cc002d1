"""The only module that opens sockets: one HTTP client with the manners that servers expect (RFC 9110, 9111).

Validators are sent back verbatim; permanent redirects are reported; bodies are capped after decompression; two
requests at a time and a short pace per host; addresses on private networks are refused unless the reader typed them.
"""

import asyncio
import email.utils
import ipaddress
import re
import socket
import ssl
import time
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Any
from urllib.parse import urljoin, urlsplit

import aiohttp
import brotli
from aiohttp.abc import AbstractResolver, ResolveResult

from reader import __version__
from reader.core.entities import Validators
from reader.core.errors import FetchError

USER_AGENT = f"Encre/{__version__} (desktop feed reader; fetches for one person)"
LIMITS = {"feed": 10_000_000, "page": 5_000_000, "picture": 20_000_000}
_ACCEPT = {
    "feed": "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
    "page": "text/html, application/xhtml+xml, */*;q=0.5",
    "picture": "image/avif, image/webp, image/*, */*;q=0.5",
}
_REDIRECTS = 8
_PERMANENT = (301, 308)
_PACE = 0.05
_TOTAL = 60.0
_READ = 20.0


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


class Refused(FetchError):
    """The server said no; `status` is its answer, `retry_after` how long it asks to wait."""

    def __init__(self, en: str, fr: str, *, status: int, retry_after: timedelta | None, retry: bool) -> None:
        super().__init__(en, fr, cause=f"HTTP {status}", retry=retry)
        self.status = status
        self.retry_after = retry_after


class _Private(Exception):
    """The name leads into a private network."""


class _GuardedResolver(AbstractResolver):
    """Names to addresses; those on private networks only for hosts the reader typed."""

    def __init__(self, trusted: set[str]) -> None:
        self._inner = aiohttp.ThreadedResolver()
        self._trusted = trusted

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of `host`. Raises _Private."""
        found = await self._inner.resolve(host, port, family)
        if host.lower() not in self._trusted and any(is_private(one["host"]) for one in found):
            raise _Private(host)
        return found

    async def close(self) -> None:
        """Nothing is held."""
        await self._inner.close()


def is_private(address: str) -> bool:
    """Whether an IP address lies on this machine or a private network; False for names."""
    try:
        number = ipaddress.ip_address(address.strip("[]").partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(number, "ipv4_mapped", None)
    return not (mapped or number).is_global


class HttpClient:
    """One client for one round; an async context manager. `trusted` are hosts of feeds that the reader typed."""

    def __init__(self, *, trusted: set[str] | None = None, offline: bool = False) -> None:
        self._trusted = {host.lower() for host in trusted or ()}
        self._offline = offline
        self._hosts: dict[str, tuple[asyncio.Semaphore, list[float]]] = {}
        self._session: aiohttp.ClientSession | None = None
        self.requests = 0
        self.bytes = 0

    async def __aenter__(self) -> "HttpClient":
        connector = aiohttp.TCPConnector(
            limit=32, limit_per_host=2, resolver=_GuardedResolver(self._trusted), use_dns_cache=False
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            auto_decompress=False,
            trust_env=True,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=_TOTAL, connect=15, sock_read=_READ),
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate, br"},
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()
            # aiohttp closes TLS transports a moment later than it says.
            await asyncio.sleep(0)

    async def get(self, url: str, *, kind: str = "feed", validators: Validators | None = None) -> Response:
        """Fetch `url`. `kind` is feed, page or picture: what is accepted and how much. Raises FetchError."""
        if self._offline:
            raise FetchError("Encre is offline.", "Encre est hors ligne.")
        address, permanent, hops = url, True, 0
        while True:
            answer = await self._once(address, kind, validators or Validators())
            if not isinstance(answer, tuple):
                moved = answer.url if permanent and hops else None
                return answer if moved is None else _moved(answer, moved)
            status, target = answer
            hops += 1
            if hops > _REDIRECTS:
                raise FetchError("The address leads around in circles.", "L'adresse tourne en rond.", retry=True)
            permanent = permanent and status in _PERMANENT
            address = target

    async def _once(self, url: str, kind: str, validators: Validators) -> Response | tuple[int, str]:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise FetchError(f"“{url}” is not an address of the web.", f"« {url} » n'est pas une adresse du web.")
        if is_private(parts.hostname) and parts.hostname.lower() not in self._trusted:
            raise _private_error(parts.hostname)
        assert self._session is not None
        async with _Turn(self._hosts, parts.netloc.lower()):
            self.requests += 1
            return await _translated(lambda: self._ask(url, kind, validators), parts.hostname)

    async def _ask(self, url: str, kind: str, validators: Validators) -> Response | tuple[int, str]:
        headers = {"Accept": _ACCEPT[kind]}
        if validators.etag:
            headers["If-None-Match"] = validators.etag
        if validators.last_modified:
            headers["If-Modified-Since"] = validators.last_modified
        assert self._session is not None
        async with self._session.get(url, headers=headers, allow_redirects=False) as answer:
            status = answer.status
            if status in (301, 302, 303, 307, 308) and answer.headers.get("Location"):
                return status, urljoin(url, answer.headers["Location"])
            held = Validators(answer.headers.get("ETag"), answer.headers.get("Last-Modified"))
            age = _max_age(answer.headers.get("Cache-Control", ""))
            if status == 304:
                kept = Validators(held.etag or validators.etag, held.last_modified or validators.last_modified)
                return Response(304, url, b"", "", kept, not_modified=True, max_age_minutes=age)
            if status >= 400:
                raise _refused(status, _wait(answer.headers.get("Retry-After")))
            body = await _body(answer, LIMITS[kind])
            self.bytes += len(body)
            return Response(status, url, body, answer.headers.get("Content-Type", ""), held, max_age_minutes=age)


class _Turn:
    """A host's turn: two at a time, a short pace between requests."""

    def __init__(self, hosts: dict[str, tuple[asyncio.Semaphore, list[float]]], host: str) -> None:
        self._gate, self._last = hosts.setdefault(host, (asyncio.Semaphore(2), [0.0]))

    async def __aenter__(self) -> None:
        await self._gate.acquire()
        wait = self._last[0] + _PACE - time.monotonic()
        self._last[0] = max(time.monotonic(), self._last[0] + _PACE)
        if wait > 0:
            await asyncio.sleep(wait)

    async def __aexit__(self, *_: object) -> None:
        self._gate.release()


def _moved(answer: Response, target: str) -> Response:
    facts = {name: getattr(answer, name) for name in Response.__slots__}
    return Response(**{**facts, "moved_to": target})


async def _body(answer: aiohttp.ClientResponse, limit: int) -> bytes:
    """The decompressed body, cut off with an error as soon as it is larger than `limit` bytes."""
    unpack = _unpacker(answer.headers.get("Content-Encoding", ""))
    parts: list[bytes] = []
    size = 0
    async for chunk in answer.content.iter_chunked(65_536):
        for start in range(0, len(chunk), 4_096):
            part = unpack(chunk[start : start + 4_096])
            size += len(part)
            if size > limit:
                megabytes = limit // 1_000_000
                raise FetchError(
                    f"The answer is larger than {megabytes} MB.", f"La réponse dépasse {megabytes} Mo.", retry=False
                )
            parts.append(part)
    return b"".join(parts)


def _unpacker(encoding: str) -> Callable[[bytes], bytes]:
    name = encoding.strip().lower()
    if name in ("gzip", "x-gzip"):
        return _Inflate(zlib.MAX_WBITS | 16)
    if name == "deflate":
        return _Inflate(zlib.MAX_WBITS)
    if name == "br":
        decoder = brotli.Decompressor()
        return lambda data: bytes(decoder.process(data))
    if name == "zstd":
        from backports import zstd

        stream: Any = zstd.ZstdDecompressor()
        return lambda data: bytes(stream.decompress(data))
    return bytes


class _Inflate:
    """gzip, and deflate both as RFC 1950 says and as some servers send it (raw)."""

    def __init__(self, bits: int) -> None:
        self._stream = zlib.decompressobj(bits)
        self._first = bits == zlib.MAX_WBITS

    def __call__(self, data: bytes) -> bytes:
        try:
            out = self._stream.decompress(data)
        except zlib.error:
            if not self._first:
                raise
            self._stream = zlib.decompressobj(-zlib.MAX_WBITS)
            out = self._stream.decompress(data)
        self._first = False
        return out


def _max_age(cache_control: str) -> int | None:
    found = re.search(r"max-age\s*=\s*\"?(\d{1,9})", cache_control, re.I)
    return int(found[1]) // 60 if found and "no-cache" not in cache_control.lower() else None


def _wait(retry_after: str | None) -> timedelta | None:
    """Seconds or a date (RFC 9110, 10.2.3)."""
    if not retry_after:
        return None
    if retry_after.strip().isdigit():
        return timedelta(seconds=min(int(retry_after), 10_000_000))
    try:
        moment = email.utils.parsedate_to_datetime(retry_after)
    except (ValueError, TypeError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(moment - datetime.now(UTC), timedelta())


_SENTENCES: dict[int, tuple[str, str]] = {
    401: ("The site asks for a name and password (401).", "Le site demande un nom et un mot de passe (401)."),
    402: ("The site asks for a subscription (402).", "Le site demande un abonnement (402)."),
    403: ("The site refuses access (403).", "Le site refuse l'accès (403)."),
    404: ("The site says that this page does not exist (404).", "Le site dit que cette page n'existe pas (404)."),
    410: ("The site says that this page is gone for good (410).", "Le site dit que cette page n'existe plus (410)."),
    429: ("The site asks us to come back later (429).", "Le site demande de revenir plus tard (429)."),
    503: ("The site is overloaded or closed for now (503).", "Le site est surchargé ou fermé pour l'instant (503)."),
}


def _refused(status: int, wait: timedelta | None) -> Refused:
    if status in _SENTENCES:
        en, fr = _SENTENCES[status]
    elif status >= 500:
        en, fr = f"The site has a problem of its own ({status}).", f"Le site a lui-même un problème ({status})."
    else:
        en, fr = f"The site refuses the request ({status}).", f"Le site refuse la demande ({status})."
    return Refused(en, fr, status=status, retry_after=wait, retry=status >= 500 or status in (408, 425, 429))


def _private_error(host: str) -> FetchError:
    return FetchError(
        f"“{host}” lies on a private network; only addresses that you type yourself may.",
        f"« {host} » est sur un réseau privé ; seules les adresses que vous tapez peuvent y être.",
    )


async def _translated(
    ask: Callable[[], Awaitable[Response | tuple[int, str]]], host: str
) -> Response | tuple[int, str]:
    """Run a request; whatever goes wrong on the wire becomes a FetchError with a sentence."""
    try:
        return await ask()
    except FetchError:
        raise
    except _Private as error:
        raise _private_error(host) from error
    except (TimeoutError, aiohttp.ServerTimeoutError) as error:
        raise FetchError(
            f"{host} did not answer in time.", f"{host} n'a pas répondu à temps.", cause=repr(error), retry=True
        ) from error
    except (aiohttp.ClientSSLError, ssl.SSLError) as error:
        raise FetchError(
            f"The certificate of {host} cannot be trusted.",
            f"Le certificat de {host} n'est pas digne de confiance.",
            cause=repr(error),
        ) from error
    except aiohttp.ClientConnectorDNSError as error:
        if isinstance(error.os_error, _Private) or isinstance(error.__cause__, _Private):
            raise _private_error(host) from error
        raise FetchError(
            f"{host} cannot be found; is the network there?",
            f"{host} est introuvable ; le réseau est-il là ?",
            cause=repr(error),
            retry=True,
        ) from error
    except aiohttp.ClientConnectorError as error:
        raise FetchError(
            f"{host} accepts no connection.", f"{host} n'accepte pas la connexion.", cause=repr(error), retry=True
        ) from error
    except (zlib.error, brotli.error) as error:
        raise FetchError("The answer is damaged.", "La réponse est abîmée.", cause=repr(error), retry=True) from error
    except (aiohttp.ClientError, OSError, ValueError, EOFError) as error:
        raise FetchError(
            f"The connection to {host} broke off.",
            f"La connexion avec {host} s'est rompue.",
            cause=repr(error),
            retry=True,
        ) from error
