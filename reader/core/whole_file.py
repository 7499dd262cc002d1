"""A file is there whole or as it was: written beside its name, synced, then renamed."""

import contextlib
import itertools
import os
from pathlib import Path

_number = itertools.count()


def write_whole(file: Path, body: bytes) -> None:
    """Write all of `body` to `file`, its folder made when missing. Raises OSError, with the old file as it was."""
    # Two threads may write the same file at once (one picture at two addresses): each has its own beside it.
    fresh = file.with_name(f".{file.name}.{os.getpid()}.{next(_number)}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as stream:
            stream.write(body)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
