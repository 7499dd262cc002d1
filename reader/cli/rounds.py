"""A round of the engine run from the command line: its progress on a terminal, or its events as JSON lines."""

import sys
from datetime import UTC, datetime

from reader.cli.output import Context, harmless
from reader.engine import protocol
from reader.engine.refresh import RefreshOptions, RefreshSummary, refresh
from reader.engine.tidying import Housekeeper
from reader.store import Store

_WIDTH = 24
_STAGES = {
    "pages": ("pages", "pages"),
    "pictures": ("images", "pictures"),
    "enclosures": ("pièce jointe", "attachment"),
}


def run_round(context: Context, store: Store, options: RefreshOptions, *, events: bool = False) -> RefreshSummary:
    """Run one round to its end. Raises EncreError."""
    shown = sys.stderr.isatty() and not events

    def on_event(message: protocol.Message) -> None:
        if events:
            sys.stdout.buffer.write(protocol.encode(message))
            sys.stdout.buffer.flush()
        elif shown and isinstance(message, protocol.Progress | protocol.Fetching):
            print(f"\r\x1b[K{progress_line(context, message)}", end="", file=sys.stderr, flush=True)

    summary = refresh(store, context.paths, options, on_event)
    if not options.offline:
        Housekeeper(store, context.paths, on_event, context.language).tidy(datetime.now(UTC))
    if shown:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
    return summary


def progress_line(context: Context, message: protocol.Progress | protocol.Fetching) -> str:
    """A bar and "12 of 40"; enclosures are counted in megabytes."""
    done, total, unit = message.done, message.total, ""
    if isinstance(message, protocol.Fetching):
        unit = f" {context.words(*_STAGES.get(message.stage, ('', '')))}"
        if message.stage == "enclosures":
            done, total, unit = done // 1_000_000, total // 1_000_000, context.words(" Mo", " MB")
    filled = min(_WIDTH, round(_WIDTH * done / max(1, total)))
    count = f"{done} {context.words('sur', 'of')} {total}{unit}"
    return f"{'━' * filled}{'─' * (_WIDTH - filled)} {count} · {harmless(message.title)[:40]}"
