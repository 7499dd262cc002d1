"""Which machines may be asked: those on private networks only where the reader typed their very name."""

import contextvars
import ipaddress
import socket
import urllib.request
from urllib.parse import urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from reader.core.errors import FetchError

TRUSTED: contextvars.ContextVar[frozenset[str]] = contextvars.ContextVar("trusted", default=frozenset())


class Private(Exception):
    """The name leads into a private network."""


class GuardedResolver(AbstractResolver):
    """Names to addresses; those on private networks only for the hosts that the request at hand may trust.

    The addresses given are the ones connected to, so that a name cannot change its mind in between. `private` holds the
    names that led into a private network: connections to them are kept alive, and must not serve another's request.
    `spared` are the hosts of the system's proxies: the reader's choice, be they on this machine.
    """

    def __init__(self, spared: frozenset[str]) -> None:
        self._inner = aiohttp.ThreadedResolver()
        self._proxies = spared
        self.private: set[str] = set()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of `host`. Raises Private."""
        name = host.lower()
        try:
            found = await self._inner.resolve(host, port, family)
        except OSError:
            if name != "localhost" and not name.endswith(".localhost"):
                raise
            # RFC 6761, 6.3: this machine, also where no hosts file says so (a bare container).
            found = [{**one, "hostname": host} for one in await self._inner.resolve("127.0.0.1", port, family)]
        if name not in self._proxies and any(is_private(one["host"]) for one in found):
            self.private.add(name)
            if name not in TRUSTED.get():
                raise Private(host)
        return found

    async def close(self) -> None:
        """Nothing is held."""
        await self._inner.close()


class Proxies:
    """The system's own proxies, read once: asking aiohttp to look for them costs two threads' turns a request."""

    def __init__(self) -> None:
        given = urllib.request.getproxies()
        self._by_scheme = {scheme: url if "//" in url else f"http://{url}" for scheme, url in given.items()}
        self._bypassed: dict[str, bool] = {}
        hosts = (urlsplit(url).hostname for url in self._by_scheme.values())
        self.hosts = frozenset(host.lower() for host in hosts if host)

    def for_host(self, scheme: str, host: str) -> str | None:
        """The proxy through which a host is reached, its name and password in it; None for none."""
        proxy = self._by_scheme.get(scheme) or self._by_scheme.get("all")
        if proxy is None or not proxy.startswith("http"):
            return None
        if host not in self._bypassed:
            self._bypassed[host] = bool(urllib.request.proxy_bypass(host))
        return None if self._bypassed[host] else proxy


def is_private(address: str) -> bool:
    """Whether an IP address lies on this machine or a private network; False for names."""
    try:
        number = ipaddress.ip_address(address.strip("[]").partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(number, "ipv4_mapped", None)
    return not (mapped or number).is_global


def private_error(host: str) -> FetchError:
    """The sentence for an address that a feed or page may not name."""
    return FetchError(
        f"“{host}” lies on a private network; only addresses that you type yourself may.",
        f"« {host} » est sur un réseau privé ; seules les adresses que vous tapez peuvent y être.",
    )
