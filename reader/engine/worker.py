"""The workshop's child process: reads one task at a time, works under limits of CPU and memory, answers.

Pages and pictures come from strangers. A task that runs away ends this process, not the engine: the next one gets a
fresh process. Each message is its length (four bytes) and a pickle; both ends are ours.
"""

import contextlib
import gc
import os
import pickle
import struct
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

from reader.core.errors import ContentError

MEMORY = 2_000_000_000
_LENGTH = struct.Struct(">I")


def run_worker() -> int:
    """Answer tasks until the end of input."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _limit_memory()
    while True:
        body = read_message(sys.stdin.buffer)
        if body is None:
            return 0
        name, arguments, seconds = pickle.loads(body)
        _limit_cpu(seconds)
        try:
            answer: tuple[str, Any] = ("done", _TASKS[name](*arguments))
        except ContentError as error:
            answer = ("refused", (error.en, error.fr, error.cause))
        except MemoryError:
            answer = ("refused", ("It needs too much memory.", "Cela demande trop de mémoire.", "MemoryError"))
        except Exception as error:  # noqa: BLE001 - a bug on one page is said; the worker goes on
            answer = ("failed", repr(error))
        out.write(message(answer))
        out.flush()
        del answer, body
        gc.collect()


def message(value: object) -> bytes:
    """A value with its length before it."""
    body = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(body)) + body


def read_message(stream: BinaryIO) -> bytes | None:
    """The next message's pickle, or None at the end of input."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(head)
    body = stream.read(size)
    return body if len(body) == size else None


def _extract(page: bytes, url: str | None) -> object:
    from reader.content.extract import extract

    return extract(page, url=url)


def _picture(body: bytes) -> object:
    from reader.content.pictures import readable
    from reader.paths import RESOURCES

    return readable(body, str(RESOURCES / "fonts"))


_TASKS: dict[str, Callable[..., object]] = {"extract": _extract, "picture": _picture}


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_cpu(seconds: int) -> None:
    """From now on so many seconds; the system ends the process that takes more."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime) + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))
