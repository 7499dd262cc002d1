"""Pictures: fetched, looked at, and kept as files named by their content. Never in the cache folder.

A file is written under a temporary name, synced, renamed: a kill at any moment leaves no half picture under its name.
"""

import asyncio
import hashlib
import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader.content.images import identify
from reader.core.changes import Changes
from reader.core.errors import DiskFull, EncreError
from reader.core.plans import Asset
from reader.engine.http import HttpClient
from reader.paths import Paths
from reader.store import Store

_AT_ONCE = 8
_TRIES = 4
_log = logging.getLogger(__name__)


async def fetch_pictures(store: Store, paths: Paths, client: HttpClient, on_changes: Callable[[Changes], None]) -> int:
    """Fetch what is pending until nothing is left to try; how many pictures were stored."""
    stored = 0
    seen: set[int] = set()
    while True:
        pending = [one for one in store.pending_assets(200, datetime.now(UTC)) if one.id not in seen]
        if not pending:
            return stored
        seen.update(one.id for one in pending)
        queue = list(reversed(pending))

        async def work(queue: list[Asset] = queue) -> int:
            count = 0
            while queue:
                count += await _fetch(store, paths, client, queue.pop(), on_changes)
            return count

        stored += sum(await asyncio.gather(*(work() for _ in range(_AT_ONCE))))


async def _fetch(
    store: Store, paths: Paths, client: HttpClient, asset: Asset, on_changes: Callable[[Changes], None]
) -> bool:
    try:
        answer = await client.get(asset.url, kind="picture")
        facts = identify(answer.body)
        name = hashlib.blake2b(answer.body, digest_size=20).hexdigest()
        file = Path("media") / name[:2] / f"{name}.{facts.extension}"
        await asyncio.to_thread(write_safely, paths.data / file, answer.body)
    except EncreError as error:
        if isinstance(error, DiskFull):
            raise
        again = error.retry and asset.tries + 1 < _TRIES
        retry_at = datetime.now(UTC) + timedelta(minutes=15 * 4**asset.tries) if again else None
        store.asset_failed(asset.id, error=error.en, retry_at=retry_at)
        _log.info("picture %s: %s (%s)", asset.url, error.en, error.cause)
        return False
    changes = store.asset_stored(
        asset.id,
        file=file.as_posix(),
        content_hash=name,
        size=len(answer.body),
        width=facts.width,
        height=facts.height,
    )
    on_changes(changes)
    return True


def write_safely(file: Path, body: bytes) -> None:
    """Write `body` so that `file` is whole or not there. Raises DiskFull for what the disk refuses."""
    if file.exists() and file.stat().st_size == len(body):
        return
    fresh = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as stream:
            stream.write(body)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(file)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise DiskFull(
            "A picture could not be written to the disk.",
            "Une image n'a pas pu être écrite sur le disque.",
            cause=repr(error),
            retry=True,
        ) from error
