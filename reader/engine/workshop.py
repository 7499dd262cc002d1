"""Heavy work on strangers' bytes (pages, drawings) in a child process, so that the engine's loop stays live.

The process is started when first needed (its libraries cost a third of a second) and ends with the round; one that
dies of its limits is replaced by a fresh one.
"""

import asyncio
import contextlib
import pickle
import struct
import sys
from types import TracebackType
from typing import TYPE_CHECKING, Any

from reader.core.errors import ContentError
from reader.engine.worker import message
from reader.paths import ROOT

if TYPE_CHECKING:
    from reader.content.extract import Extracted
    from reader.content.images import ImageFacts

_CPU_SECONDS = 20
_PATIENCE = 120.0  # seconds by the clock; the worker's own limit counts CPU seconds
_LARGEST = 300_000_000
_FRESH_AFTER = 300  # tasks: whatever a library leaks goes with its process


class Workshop:
    """One worker process, one task at a time, each of `cpu_seconds` at most; an async context manager."""

    def __init__(self, cpu_seconds: int = _CPU_SECONDS) -> None:
        self._cpu_seconds = cpu_seconds
        self._turn = asyncio.Lock()
        self._child: asyncio.subprocess.Process | None = None
        self._tasks = 0

    async def __aenter__(self) -> "Workshop":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._dismiss()

    async def extract(self, page: bytes, url: str) -> "Extracted":
        """The article of a page. Raises ContentError."""
        found: Extracted = await self._do("extract", page, url)
        return found

    async def readable(self, body: bytes) -> "tuple[bytes, ImageFacts]":
        """A picture as the window can show it, and its facts. Raises ContentError."""
        made: tuple[bytes, ImageFacts] = await self._do("picture", body)
        return made

    async def _do(self, name: str, *arguments: object) -> Any:  # noqa: ANN401 - the caller knows the task's type
        async with self._turn:
            try:
                async with asyncio.timeout(_PATIENCE):
                    outcome, value = await self._ask((name, arguments, self._cpu_seconds))
            except (TimeoutError, asyncio.IncompleteReadError, ConnectionError, OSError) as error:
                await self._dismiss()
                raise ContentError(
                    "It takes too long or too much memory to be read.",
                    "C'est trop long à lire, ou trop gourmand en mémoire.",
                    cause=repr(error),
                ) from error
            except asyncio.CancelledError:
                await self._dismiss()
                raise
        if outcome == "done":
            return value
        if outcome == "refused":
            raise ContentError(value[0], value[1], cause=value[2])
        raise ContentError("Encre could not read it.", "Encre n'a pas su le lire.", cause=str(value))

    async def _ask(self, task: tuple[str, tuple[object, ...], int]) -> tuple[str, Any]:
        if self._tasks >= _FRESH_AFTER or (self._child is not None and self._child.returncode is not None):
            await self._dismiss()
        if self._child is None:
            self._child = await asyncio.create_subprocess_exec(
                *(sys.executable, str(ROOT / "main.py"), "--worker"),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
            )
        self._tasks += 1
        stdin, stdout = self._child.stdin, self._child.stdout
        assert stdin is not None and stdout is not None
        stdin.write(message(task))
        await stdin.drain()
        (size,) = struct.unpack(">I", await stdout.readexactly(4))
        if size > _LARGEST:
            raise OSError(f"an answer of {size} bytes")
        outcome, value = pickle.loads(await stdout.readexactly(size))
        return outcome, value

    async def _dismiss(self) -> None:
        child, self._child, self._tasks = self._child, None, 0
        if child is None:
            return
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        await child.wait()
        # The transport closes its pipes on the next turn of the loop.
        await asyncio.sleep(0)
