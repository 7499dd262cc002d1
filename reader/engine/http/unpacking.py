"""Bodies out of their compression (RFC 9110, 8.4), never more in memory than was asked for: no bomb goes off."""

import sys
import zlib
from collections.abc import Iterator
from typing import Any, Protocol

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ACCEPTED = "gzip, deflate, br, zstd"
DAMAGED: tuple[type[Exception], ...] = (zlib.error, brotli.error, zstd.ZstdError, EOFError)
_PIECE = 262_144


class Unpacker(Protocol):
    """Takes compressed pieces and gives plain ones, each of at most a quarter of a megabyte or so."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The plain pieces that `data` makes; lazily, so that the caller can stop."""
        ...


class _Plain:
    def feed(self, data: bytes) -> Iterator[bytes]:
        yield data


class _Inflate:
    """gzip, also of several members, and deflate both as RFC 1950 says and as some servers send it (raw)."""

    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._stream = zlib.decompressobj(bits)
        self._first = bits == zlib.MAX_WBITS
        self._between = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._between:
                # What follows the last member and is no other is padding, as gzip's own program takes it.
                data = data.lstrip(b"\0")
                if not data.startswith(b"\x1f"):
                    return
                self._stream, self._between = zlib.decompressobj(self._bits), False
            try:
                plain = self._stream.decompress(data, _PIECE)
            except zlib.error:
                if not self._first:
                    raise
                self._stream = zlib.decompressobj(-zlib.MAX_WBITS)
                plain = self._stream.decompress(data, _PIECE)
            self._first = False
            yield plain
            data = self._stream.unconsumed_tail
            if self._stream.eof:
                data = self._stream.unused_data
                self._between = True


class _Brotli:
    def __init__(self) -> None:
        self._stream = brotli.Decompressor()

    def feed(self, data: bytes) -> Iterator[bytes]:
        plain = bytes(self._stream.process(data, output_buffer_limit=_PIECE))
        yield plain
        # `can_accept_more_data` is true as soon as the input is used up, with output still to come.
        while plain and not self._stream.is_finished():
            plain = bytes(self._stream.process(b"", output_buffer_limit=_PIECE))
            yield plain


class _Zstandard:
    def __init__(self) -> None:
        self._stream: Any = zstd.ZstdDecompressor()

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data or not (self._stream.needs_input or self._stream.eof):
            yield bytes(self._stream.decompress(data, _PIECE))
            data = b""
            if self._stream.eof:
                data = self._stream.unused_data
                if not data:
                    return
                self._stream = zstd.ZstdDecompressor()


class _Chain:
    """Several codings, one in the other; the last one named is the outermost."""

    def __init__(self, inner: Unpacker, outer: Unpacker) -> None:
        self._inner, self._outer = inner, outer

    def feed(self, data: bytes) -> Iterator[bytes]:
        for piece in self._outer.feed(data):
            yield from self._inner.feed(piece)


def unpacker(encoding: str) -> Unpacker:
    """The unpacker for a Content-Encoding; an unknown coding is left as it is."""
    names = [name.strip().lower() for name in encoding.split(",") if name.strip()]
    made: Unpacker = _Plain()
    for name in names[:3]:
        one = _one(name)
        made = one if isinstance(made, _Plain) else _Chain(made, one)
    return made


def _one(name: str) -> Unpacker:
    if name in ("gzip", "x-gzip"):
        return _Inflate(zlib.MAX_WBITS | 16)
    if name == "deflate":
        return _Inflate(zlib.MAX_WBITS)
    if name == "br":
        return _Brotli()
    return _Zstandard() if name == "zstd" else _Plain()
