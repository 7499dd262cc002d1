"""Pictures: fetched, looked at, and kept as files named by their content. Never in the cache folder.

A file is written under a temporary name, synced, renamed: a kill at any moment leaves no half picture under its name.
What the window cannot read (AVIF, drawings) is made readable in the workshop. The same bytes are one file.
"""

import asyncio
import hashlib
from datetime import UTC, datetime
from pathlib import Path

from reader.content.images import ImageFacts, identify
from reader.content.pictures import needs_making
from reader.core.changes import Changes
from reader.core.errors import DiskFull
from reader.core.plans import Asset
from reader.core.whole_file import write_whole
from reader.engine.protocol import Fetching
from reader.engine.stages import Tools, trusted_by, understood, wait_after

_AT_ONCE = 8
_AT_A_TIME = 200
_TELL_EVERY = 20


async def fetch_pictures(tools: Tools) -> int:
    """Fetch what is pending until nothing is left to try; how many pictures were stored."""
    gathering = _Gathering(tools)
    seen: set[int] = set()
    while True:
        # One that is still pending after its turn (a bug, a clock that moved) is not tried again and again.
        found = tools.store.pending_assets(_AT_A_TIME, datetime.now(UTC))
        pending = [one for one in found if one.id not in seen]
        if not pending:
            return gathering.stored
        seen = {one.id for one in found}
        await gathering.fetch(pending)


class _Gathering:
    """The pictures of one round, noted and told in bursts; a kill in between costs fetching a few of them again."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._ready: list[tuple[Asset, str, int, ImageFacts]] = []
        self._done = 0
        self.stored = 0

    async def fetch(self, pending: list[Asset]) -> None:
        queue = list(reversed(pending))

        async def work() -> None:
            while queue:
                await self._one(queue.pop())
                self._done += 1
                if self._done % _TELL_EVERY == 0:
                    self.tell_rest()

        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(min(_AT_ONCE, len(pending))):
                    group.create_task(work())
        finally:
            self.tell_rest()

    def tell_rest(self) -> None:
        """Note and tell what came since the last time."""
        ready, self._ready = self._ready, []
        changes = Changes()
        with self._tools.store.together():
            for asset, file, size, facts in ready:
                changes |= self._tools.store.asset_stored(
                    asset.id,
                    file=file,
                    content_hash=Path(file).stem,
                    size=size,
                    width=facts.width,
                    height=facts.height,
                )
        self.stored += len(ready)
        self._tools.told(changes)
        if self._done:
            left = self._tools.store.count_pending_assets(datetime.now(UTC))
            self._tools.tell(Fetching("pictures", self._done, self._done + left))

    async def _one(self, asset: Asset) -> None:
        tools = self._tools
        try:
            file, size, facts = await fetch_picture(tools, asset.url, asset.feed_url)
        except Exception as problem:  # noqa: BLE001 - see `understood`
            error = understood(problem, f"picture {asset.url}")
            wait = wait_after(error, asset.tries)
            retry_at = None if wait is None else datetime.now(UTC) + wait
            tools.store.asset_failed(asset.id, error=error.sentence(tools.language), retry_at=retry_at)
            return
        self._ready.append((asset, file, size, facts))


async def fetch_picture(tools: Tools, url: str, feed_url: str) -> tuple[str, int, ImageFacts]:
    """A picture onto the disk: its file (relative to the data folder), bytes and facts. Raises EncreError."""
    answer = await tools.client.get(url, kind="picture", trusted=trusted_by(feed_url))
    body = answer.body
    if needs_making(body):
        body, facts = await tools.workshop.readable(body)
    else:
        facts = identify(body)
    file = media_file(body, facts.extension)
    await asyncio.to_thread(_keep, tools.paths.data / file, body)
    return file.as_posix(), len(body), facts


def _keep(file: Path, body: bytes) -> None:
    """Write a file that is named by its content, unless it is there. In a thread: the disk may make it wait."""
    if not _is_there(file, len(body)):
        write_picture(file, body)


def media_file(body: bytes, extension: str) -> Path:
    """Where a picture lies, relative to the data folder: its name is its content."""
    name = hashlib.blake2b(body, digest_size=20).hexdigest()
    return Path("media") / name[:2] / f"{name}.{extension}"


def _is_there(file: Path, size: int) -> bool:
    try:
        return file.stat().st_size == size
    except OSError:
        return False


def find_lost(tools: Tools) -> Changes:
    """Stored pictures whose files are gone from the disk, or cut short, become pending again."""
    lost = []
    for asset_id, name, size in tools.store.stored_files():
        file = tools.paths.data / name
        if not (_is_there(file, size) if size else file.exists()):
            lost.append(asset_id)
    return tools.store.pictures_lost(lost) if lost else Changes()


def write_picture(file: Path, body: bytes) -> None:
    """Write a picture so that `file` is whole or not there. Raises DiskFull for what the disk refuses."""
    try:
        write_whole(file, body)
    except OSError as error:
        raise DiskFull(
            "A picture could not be written to the disk.",
            "Une image n'a pas pu être écrite sur le disque.",
            cause=repr(error),
            retry=True,
        ) from error
