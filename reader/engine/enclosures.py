"""Enclosures (podcasts, documents) onto the disk, on request or per feed; never executed.

A download that breaks off goes on where it stopped when the server still has the same file (RFC 9110, 13.1.5).
"""

import asyncio
import hashlib
import os
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from reader.core.entities import ArticleId
from reader.core.errors import DiskFull
from reader.core.plans import Attachment
from reader.engine.protocol import Fetching
from reader.engine.stages import Tools, trusted_by, understood, wait_after

_SPARE = 200_000_000  # bytes left free for the rest of the system
_TELL_EVERY = 1_000_000
# What a player or viewer opens; a name that a system would run is never given.
_KINDS = {
    "audio/mpeg": "mp3", "audio/mp3": "mp3", "audio/mp4": "m4a", "audio/x-m4a": "m4a", "audio/aac": "aac",
    "audio/ogg": "ogg", "audio/opus": "opus", "audio/flac": "flac", "audio/wav": "wav", "audio/x-wav": "wav",
    "video/mp4": "mp4", "video/webm": "webm", "video/ogg": "ogv", "video/quicktime": "mov", "video/x-m4v": "m4v",
    "application/pdf": "pdf", "application/epub+zip": "epub", "application/zip": "zip", "text/plain": "txt",
    "text/vtt": "vtt", "application/x-subrip": "srt", "application/x-bittorrent": "torrent",
}  # fmt: skip


async def fetch_enclosures(tools: Tools, article_id: ArticleId | None = None) -> tuple[int, int]:
    """Download what is wanted, of one article only when it is given; how many are stored, how many failed."""
    stored = failed = 0
    for one in tools.store.wanted_enclosures(datetime.now(UTC), 1_000, article_id):
        if await _fetch(tools, one):
            stored += 1
        else:
            failed += 1
    return stored, failed


async def _fetch(tools: Tools, one: Attachment) -> bool:
    file = Path("attachments") / file_name(one.url, one.type)
    try:
        size = await _download(tools, one, tools.paths.data / file)
    except DiskFull as full:
        tools.told(tools.store.enclosure_failed(one.id, error=full.sentence(tools.language), retry_at=None))
        return False
    except Exception as problem:  # noqa: BLE001 - see `understood`
        error = understood(problem, f"enclosure {one.url}")
        wait = wait_after(error, one.tries)
        retry_at = None if wait is None else datetime.now(UTC) + wait
        tools.told(tools.store.enclosure_failed(one.id, error=error.sentence(tools.language), retry_at=retry_at))
        return False
    tools.told(tools.store.enclosure_stored(one.id, file=file.as_posix(), size=size))
    return True


def file_name(url: str, kind: str | None) -> str:
    """A name that a person recognises and no system runs: the file's own words, a short hash, a harmless extension."""
    name = unquote(urlsplit(url).path.rsplit("/", 1)[-1])
    stem, _, ending = name.rpartition(".")
    known = _KINDS.get((kind or "").partition(";")[0].strip().lower())
    extension = known or (ending.lower() if ending.lower() in _KINDS.values() else "bin")
    words = re.sub(r"[^\w-]+", "-", stem or name).strip("-_")[:60] or "file"
    mark = hashlib.blake2b(url.encode("utf-8", "replace"), digest_size=6).hexdigest()
    return f"{words}-{mark}.{extension}"


async def _download(tools: Tools, one: Attachment, file: Path) -> int:
    """The file whole on the disk; its size in bytes. Raises EncreError."""
    part, tag = file.with_name(f".{file.name}.part"), file.with_name(f".{file.name}.tag")
    since, validator = _left_over(part, tag)
    async with tools.client.stream(one.url, trusted=trusted_by(one.feed_url), since=since, validator=validator) as got:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            _check_room(file.parent, got.total, got.start)
            tag.write_text(got.validator or "", encoding="utf-8")
            told = size = got.start
            with part.open("ab" if got.start else "wb") as stream:
                async for piece in got.pieces:
                    await asyncio.to_thread(stream.write, piece)
                    size += len(piece)
                    if size - told >= _TELL_EVERY:
                        told = size
                        tools.tell(Fetching("enclosures", size, got.total or 0, file.name))
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(file)
            tag.unlink(missing_ok=True)
        except OSError as error:
            raise _disk_full(repr(error)) from error
    return size


def _left_over(part: Path, tag: Path) -> tuple[int, str | None]:
    """Where an earlier download stopped, and the validator of its file; from the start when there is none."""
    try:
        validator = tag.read_text(encoding="utf-8")
        size = part.stat().st_size
    except (OSError, UnicodeDecodeError):
        return 0, None
    return (size, validator) if validator and size else (0, None)


def _check_room(folder: Path, total: int | None, start: int) -> None:
    free = shutil.disk_usage(folder).free
    if total is not None and total - start + _SPARE > free:
        raise _disk_full(f"{total} bytes, {free} free")


def _disk_full(cause: str) -> DiskFull:
    return DiskFull(
        "There is no room on the disk for this attachment.",
        "Il n'y a pas de place sur le disque pour cette pièce jointe.",
        cause=cause,
    )
