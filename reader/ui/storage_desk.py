"""The clean-up dialog and what it needs: counts from a thread, the engine's hand, limits that were agreed to."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reader.core.imported_later import imported_later
from reader.store import Store
from reader.ui.errands import Errands
from reader.ui.library import Library
from reader.ui.preferences import Preferences

if TYPE_CHECKING:
    from reader.core import retention
    from reader.core.retention import Policy
    from reader.engine import protocol
    from reader.ui.dialogs.clean_up import CleanUp
else:
    retention = imported_later("reader.core.retention")
    protocol = imported_later("reader.engine.protocol")


class Counter(QObject):
    """One thread that counts what limits would take; only the newest question is answered.

    `counting(token, done, total)` in feeds, then `counted(token, list[FeedClearing], (articles, bytes) in the bin)`.
    """

    counting = Signal(int, int, int)
    counted = Signal(int, object, object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.token = 0

    def ask(self, policy: "Policy") -> None:
        """Count anew."""
        self.cancel()
        self._pool.start(_Counting(self, self._store, policy, self.token))

    def cancel(self) -> None:
        """Nobody waits for what is being counted."""
        self.token += 1
        self._pool.clear()

    def wait(self) -> None:
        """Until the thread has nothing to do."""
        self._pool.waitForDone()


class _Counting(QRunnable):
    def __init__(self, counter: Counter, store: Store, policy: "Policy", token: int) -> None:
        super().__init__()
        self._counter, self._store, self._policy, self._token = counter, store, policy, token

    def run(self) -> None:
        """Feed by feed, so that a new question does not wait long."""
        store, counter, now = self._store, self._counter, datetime.now(UTC)
        try:
            policies, found = store.policies(self._policy), []
            for done, (feed_id, policy) in enumerate(policies.items()):
                if self._token != counter.token:
                    return
                with suppress(RuntimeError):  # the window may have gone meanwhile
                    counter.counting.emit(self._token, done, len(policies))
                found.append(store.clearing(feed_id, policy, now))
            with suppress(RuntimeError):
                counter.counted.emit(self._token, found, store.bin_content())
        finally:
            store.leave_thread()


class StorageDesk(QObject):
    """Opens the dialog, counts for it, and carries out what it asks."""

    def __init__(self, window: QWidget, library: Library, preferences: Preferences, errands: Errands) -> None:
        super().__init__()
        self._window, self._library, self._preferences, self._errands = window, library, preferences, errands
        self.counter = Counter(library.store, self)
        self.counter.counting.connect(self._show_counting)
        self.counter.counted.connect(self._show_counted)
        errands.tidying.connect(self._show_tidying)
        library.take_back = errands.take_back
        self._dialog: CleanUp | None = None
        self._watched: QWidget | None = None

    def show_clean_up(self) -> None:
        """What the limits would take, and doing it."""
        dialog = self.clean_up_dialog()
        dialog.exec()
        self.counter.cancel()
        self.counter.wait()
        self._dialog = None
        dialog.deleteLater()

    def clean_up_dialog(self) -> "CleanUp":
        """The dialog, not open yet; counting begins."""
        # Not with the module: the start has no use for it.
        from reader.ui.dialogs.clean_up import CleanUp

        policy = self._preferences.settings.policy()
        own = sum(feed.retention is not None for feed in self._library.store.feeds())
        dialog = CleanUp(policy, self._preferences.palette, self._window, own=own)
        dialog.limits_changed.connect(self.counter.ask)
        dialog.clean_requested.connect(self._clean)
        dialog.empty_requested.connect(self._errands.empty_bin)
        dialog.undo_requested.connect(self._undo)
        self._dialog = dialog
        self.counter.ask(policy)
        return dialog

    def limits_touched(self) -> None:
        """The limits were changed in a dialog: once that is closed, show what they take, if nobody has seen it."""
        asking = QApplication.activeModalWidget()
        if isinstance(asking, QDialog) and asking is not self._dialog and asking is not self._watched:
            self._watched = asking
            asking.finished.connect(self._other_closed)

    def _other_closed(self) -> None:
        self._watched = None
        if not self._is_agreed():
            QTimer.singleShot(0, self, self.show_clean_up)

    def _is_agreed(self) -> bool:
        settings = self._preferences.settings
        return retention.is_agreed(self._library.store.policies(settings.policy()), settings.text("retention_agreed"))

    def _clean(self, policy: "Policy", daily: bool) -> None:
        """The reader has seen what these limits take."""
        settings, dialog = self._preferences.settings, self._dialog
        policies = self._library.store.policies(policy)
        settings.set("retention_newest", policy.newest)
        settings.set("retention_months", policy.months)
        settings.set("retention_removes", policy.removes.value)
        settings.set("retention_agreed", retention.agreement(policies) if daily else "")
        if dialog is not None:
            dialog.show_tidying(0, 0)
        self._errands.clean_up()

    def _undo(self) -> None:
        entries = self._library.store.journal(20)
        last = next((one for one in entries if one.kind == "clean-up" and not one.undone), None)
        if last is not None and self._dialog is not None:
            self._library.undo(last.id)
            self._dialog.show_undone()
            self.counter.ask(self._dialog.limits.policy())

    def _show_counting(self, token: int, done: int, total: int) -> None:
        if token == self.counter.token and self._dialog is not None:
            self._dialog.show_counting(done, total)

    def _show_counted(self, token: int, clearing: object, held: tuple[int, int]) -> None:
        if token == self.counter.token and self._dialog is not None:
            days = round(self._preferences.settings.number("bin_days"))
            self._dialog.show_clearing(clearing)  # type: ignore[arg-type]
            self._dialog.show_bin(*held, days)

    def _show_tidying(self, message: "protocol.Tidying | protocol.Tidied") -> None:
        if self._dialog is None:
            return
        if isinstance(message, protocol.Tidying):
            self._dialog.show_tidying(message.done, message.total)
        else:
            self._dialog.show_tidied(message.cleaned, message.purged, message.bytes)
            self.counter.ask(self._dialog.limits.policy())
