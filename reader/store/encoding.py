"""Times, tags and addresses as the tables keep them. Used by `reader.store` alone."""

import sys
import zlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from reader.core.errors import StoreError
from reader.core.imported_later import imported_later

if TYPE_CHECKING:
    from backports import zstd
else:
    zstd = imported_later("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
# zlib looks back 32 KB, which is as far as it can see into a base; longer texts go through zstd, which sees all of it.
_WINDOW = 32_000
_SHORTEST_MODEL = 8
_ZSTD = b"\x28\xb5\x2f\xfd"


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


def packed(text: str, base: str = "") -> bytes:
    """Text compressed for a revision; against `base`, a text that it resembles, when one is given."""
    body, model = text.encode("utf-8", "surrogatepass"), _model(base)
    if len(model) > _WINDOW or len(body) > _WINDOW:
        return bytes(zstd.compress(body, 9, zstd_dict=_prefix(model))) if model else bytes(zstd.compress(body, 9))
    # Beside a text that it resembles, level 3 finds nearly all that 6 does, in three quarters of the time.
    packer = zlib.compressobj(3, zdict=model) if model else zlib.compressobj(6)
    return packer.compress(body) + packer.flush()


def unpacked(blob: bytes, base: str = "") -> str:
    """The text of a compressed revision; `base` is the one that it was compressed against.

    Raises StoreError for bytes that the disk has damaged.
    """
    model = _model(base)
    try:
        if blob.startswith(_ZSTD):
            body = bytes(zstd.decompress(blob, zstd_dict=_prefix(model)) if model else zstd.decompress(blob))
        else:
            opener = zlib.decompressobj(zdict=model) if model else zlib.decompressobj()
            body = opener.decompress(blob) + opener.flush()
            if not opener.eof:
                raise zlib.error("cut off")
        return body.decode("utf-8", "surrogatepass")
    except (zlib.error, zstd.ZstdError, UnicodeDecodeError) as error:
        raise StoreError(
            "This version of the article is damaged on the disk; the newest one is not concerned.",
            "Cette version de l'article est abîmée sur le disque ; la plus récente n'est pas touchée.",
            cause=str(error),
        ) from error


def _model(base: str) -> bytes:
    """The base as bytes; one too short to be of use (zstd refuses it) is none."""
    model = base.encode("utf-8", "surrogatepass")
    return model if len(model) >= _SHORTEST_MODEL else b""


def _prefix(model: bytes) -> Any:  # noqa: ANN401 - as the library types it
    return zstd.ZstdDict(model, is_raw=True).as_prefix
