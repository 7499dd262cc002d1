"""One engine per data folder: a lock that the system frees when its owner dies, however it dies."""

import os
from pathlib import Path
from types import TracebackType
from typing import IO

from reader.core.errors import Busy, StoreError


class EngineLock:
    """Held while a round writes; a context manager. Raises Busy when another engine is at work."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._stream: IO[str] | None = None

    def __enter__(self) -> "EngineLock":
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            stream = self._file.open("a+")
        except OSError as error:
            raise StoreError(
                f"The data folder cannot be written: {self._file.parent}.",
                f"Le dossier des données n'est pas accessible en écriture : {self._file.parent}.",
                cause=str(error),
            ) from error
        try:
            _lock(stream)
        except OSError as error:
            stream.close()
            raise Busy(
                "Another engine is at work on this library.", "Un autre moteur travaille sur cette bibliothèque."
            ) from error
        stream.seek(0)
        stream.truncate()
        stream.write(str(os.getpid()))
        stream.flush()
        self._stream = stream
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None


def _lock(stream: IO[str]) -> None:
    """Raises OSError when another process holds it."""
    try:
        import fcntl
    except ImportError:
        _lock_windows(stream)
    else:
        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def _lock_windows(stream: IO[str]) -> None:
    import importlib

    msvcrt = importlib.import_module("msvcrt")
    stream.seek(0)
    msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
