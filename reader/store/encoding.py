"""Times, tags and addresses as the tables keep them. Used by `reader.store` alone."""

import zlib
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit, urlunsplit

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_ticks(moment: datetime | None) -> int | None:
    """Microseconds since 1970 in UTC; exact, unlike a float timestamp."""
    return None if moment is None else (moment - _EPOCH) // _MICROSECOND


def from_ticks(ticks: int | None) -> datetime | None:
    """The aware UTC time of `ticks`."""
    return None if ticks is None else _EPOCH + ticks * _MICROSECOND


def normal_address(url: str) -> str:
    """One form for one subscription: host in lower case, no fragment, no default port, http as https."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").lower()
    host = f"[{host}]" if ":" in host else host
    if parts.port and parts.port not in (80, 443):
        host = f"{host}:{parts.port}"
    scheme = "http" if parts.scheme in ("http", "https", "feed", "") else parts.scheme
    return urlunsplit((scheme, host, parts.path or "/", parts.query, ""))


def packed(text: str) -> bytes:
    """Text compressed for a revision."""
    return zlib.compress(text.encode(), 6)


def unpacked(blob: bytes) -> str:
    """The text of a compressed revision."""
    return zlib.decompress(blob).decode()
