"""The reader's rules over what is in the library already: those whose time is over end, those that wait are run.

Piece by piece, each a short transaction; what is left when it is stopped or killed is rows.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from reader.core.changes import Changes
from reader.engine.protocol import Changed, Message
from reader.store import Store

_PAUSE = 0.002
_TELL_EVERY = 0.4


def run_rules(store: Store, tell: Callable[[Message], None], cancelled: Callable[[], bool] = lambda: False) -> None:
    """End what is over and run what waits, telling what changed a few times a second. Raises StoreError."""
    waiting = store.end_rules(datetime.now(UTC))
    told = time.monotonic()
    while not cancelled():
        changes = store.run_rules()
        if changes is None:
            break
        waiting |= changes
        if time.monotonic() - told > _TELL_EVERY:
            tell(Changed.of(waiting))
            waiting, told = Changes(), time.monotonic()
        time.sleep(_PAUSE)
    if waiting:
        tell(Changed.of(waiting))
