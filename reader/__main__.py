"""Window, command line or engine, chosen from the arguments."""

import gc
import sys
from collections.abc import Sequence

from reader.core.startup import WindowOptions


def main(argv: Sequence[str] | None = None) -> int:
    """Run Encre; returns the exit status of CLI.md. `--engine` and `--worker` are child processes, never typed."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["--engine"]:
        from reader.engine.process import run_engine

        return run_engine(arguments[1:])
    if arguments[:1] == ["--worker"]:
        from reader.engine.worker import run_worker

        return run_worker()
    from reader.cli import run

    return run(arguments, _open_window)


def _open_window(options: WindowOptions) -> int:
    # What a start makes stays: looking through it for garbage again and again costs a tenth of the start. The window
    # turns the collector on again once it has been painted.
    gc.disable()
    from reader.ui.plain_imports import restore_import

    restore_import()
    from reader.app import run_window

    return run_window(options)


if __name__ == "__main__":
    sys.exit(main())
