"""The command line of CLI.md: one small module per command family; never Qt at import time."""

from collections.abc import Sequence


def run(argv: Sequence[str]) -> int:
    """Run one command; the exit status of CLI.md."""
    return 0 if not argv else 2
