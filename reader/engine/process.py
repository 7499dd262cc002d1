"""The engine as the window's child process: JSON lines in and out."""

from collections.abc import Sequence


def run_engine(argv: Sequence[str]) -> int:
    """Serve the pipe until the end of input; the exit status."""
    return 0 if argv is not None else 2
