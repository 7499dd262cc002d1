"""The composition root of the window: builds it, connects it, runs it."""

import sys

from reader.core.startup import WindowOptions


def run_window(options: WindowOptions) -> int:
    """Open the window; the exit status."""
    sys.stderr.write("The window is not part of this version; --help lists the commands.\n")
    return 1
