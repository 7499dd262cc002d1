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
    """

    def __init__(self) -> None:
        self._inner = aiohttp.ThreadedResolver()
        self._proxies = proxy_hosts()
        self.private: set[str] = set()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of `host`. Raises Private."""
        found = await self._inner.resolve(host, port, family)
        name = host.lower()
        if name not in self._proxies and any(is_private(one["host"]) for one in found):
            self.private.add(name)
            if name not in TRUSTED.get():
                raise Private(host)
        return found

    async def close(self) -> None:
        """Nothing is held."""
        await self._inner.close()


def proxy_hosts() -> frozenset[str]:
    """The hosts of the system's own proxies: the reader's choice, be they on this machine."""
    hosts = (urlsplit(url if "//" in url else f"//{url}").hostname for url in urllib.request.getproxies().values())
    return frozenset(host.lower() for host in hosts if host)


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
