"""What the window asks of the engine and what comes back: rounds, new feeds, OPML, offline; words for each outcome."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.core.changes import Changes
from reader.core.entities import FeedId
from reader.core.imported_later import imported_later
from reader.settings import Settings
from reader.style.palette import Palette
from reader.ui.engine_client import EngineClient
from reader.ui.library import Library
from reader.ui.toolbar import Toolbar

if TYPE_CHECKING:
    from reader.engine import protocol
    from reader.ui.dialogs.add_feed import AddFeedDialog
else:
    protocol = imported_later("reader.engine.protocol")


class Errands(QObject):
    """`said` has words for a notice, `arrived` the numbers of a round (new, updated) for the tray icon.

    `fetching` and `tidying` carry the engine's messages of how far it is.
    """

    said = Signal(str)
    arrived = Signal(int, int)
    subscribed = Signal(int)
    fetching = Signal(object)
    tidying = Signal(object)

    def __init__(
        self, client: EngineClient, library: Library, settings: Settings, toolbar: Toolbar, language: str, online: bool
    ) -> None:
        super().__init__()
        self._client, self._library, self._settings, self._toolbar = client, library, settings, toolbar
        self._language = language
        self.online = online
        self.last_refresh: datetime | None = None
        self._asked = False
        self._dialog: AddFeedDialog | None = None
        self._expected = 0
        self._tidying = False
        client.received.connect(self._take)
        client.refreshing_changed.connect(toolbar.show_busy)
        client.failed.connect(self.said)
        self._rhythm = QTimer(self)
        self._rhythm.timeout.connect(self._refresh_due)
        self.keep_rhythm()

    @property
    def refreshing(self) -> bool:
        """Whether a round is under way."""
        return self._client.refreshing

    def keep_rhythm(self) -> None:
        """Refresh by itself as often as the setting says."""
        minutes = round(self._settings.number("refresh_minutes"))
        if minutes and self.online:
            self._rhythm.start(minutes * 60_000)
        else:
            self._rhythm.stop()

    def begin(self) -> None:
        """The window is there: refresh what is due, if the reader wants that at start."""
        if self._settings.flag("refresh_on_start"):
            self._refresh_due()

    def _refresh_due(self) -> None:
        if self.online and not self._client.refreshing and self._library.store.due_feeds(datetime.now(UTC)):
            self._asked = False
            self._client.send(protocol.Refresh())

    def refresh(self, feeds: Sequence[int] = ()) -> None:
        """The reader asks for a round, of all feeds or of these."""
        if not self.online:
            self.said.emit(QCoreApplication.translate("Errands", "Encre was started offline: nothing is fetched."))
            return
        if not any(feed.url.startswith("http") for feed in self._library.store.feeds()):
            self.said.emit(QCoreApplication.translate("Errands", "There is nothing to refresh yet: add a feed first."))
            return
        self._asked = True
        self._client.send(protocol.Refresh(tuple(feeds), force=True))

    def cancel(self) -> None:
        """Stop the round."""
        self._client.cancel()

    def fetch_missing(self) -> None:
        """Prepare for offline: fetch what is missing."""
        self._asked = True
        self._client.send(protocol.Repair())

    def welcome(self) -> None:
        """Put the welcome articles into the library."""
        self._client.send(protocol.Welcome())

    def subscribe(self, addresses: Sequence[str], folder: str | None = None) -> None:
        """Subscribe to feeds by address."""
        self._expected += len(addresses)
        for address in addresses:
            self._client.send(protocol.Subscribe(address, folder))

    def import_opml(self, file: str) -> None:
        """Subscribe to the feeds of an OPML file."""
        self._client.send(protocol.ImportOpml(file))

    def export_opml(self, file: str) -> None:
        """Write the subscriptions to an OPML file."""
        self._client.send(protocol.ExportOpml(file))

    def clean_up(self) -> None:
        """Put what the reader's limits leave into the bin."""
        self._tidying = True
        self._client.send(protocol.CleanUp())

    def empty_bin(self) -> None:
        """Let all that is in the bin go for good."""
        self._tidying = True
        self._client.send(protocol.EmptyBin())

    def take_back(self, entry: int) -> None:
        """Undo a clean-up or a deletion of very many articles."""
        self._tidying = True
        self._client.send(protocol.TakeBack(entry))

    def add_feed(self, parent: QWidget, palette: Palette, address: str = "") -> None:
        """Open the dialog that adds a feed."""
        if self._dialog is None:
            # Not with the module: the start has no use for it.
            from reader.ui.dialogs.add_feed import AddFeedDialog

            dialog = AddFeedDialog(self._library.store.folders(), palette, parent, address)
            dialog.look_requested.connect(lambda url: self._client.send(protocol.Discover(url)))
            dialog.subscribe_requested.connect(lambda url, folder: self.subscribe([url], folder))
            dialog.opml_dropped.connect(self.import_opml)
            dialog.finished.connect(self._dialog_closed)
            self._dialog = dialog
        self._dialog.open()
        if address:
            self._dialog.look()

    def _dialog_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _take(self, message: "protocol.Message") -> None:
        if isinstance(message, protocol.Progress):
            self._toolbar.show_progress(message.done, message.total, message.title)
        elif isinstance(message, protocol.Fetching):
            self._toolbar.show_progress(message.done, message.total, message.title)
            self.fetching.emit(message)
        elif isinstance(message, protocol.Tidying | protocol.Tidied):
            self._tidied(message)
        elif isinstance(message, protocol.Changed):
            self._library.tell(message.changes())
        elif isinstance(message, protocol.Finished):
            self._finished(message)
        elif isinstance(message, protocol.Found) and self._dialog is not None:
            self._dialog.show_found(message)
        elif isinstance(message, protocol.Subscribed):
            self._subscribed(message)
        elif isinstance(message, protocol.Failed):
            self._failed(message)
        elif isinstance(message, protocol.Imported):
            words = self.tr("%n feed(s) added.", "", message.added)
            passed = self.tr("%n passed over.", "", len(message.skipped)) if message.skipped else ""
            self.said.emit(f"{words} {passed}".strip())
        elif isinstance(message, protocol.Exported):
            self.said.emit(self.tr("%n feed(s) written.", "", message.feeds))

    def _tidied(self, message: "protocol.Tidying | protocol.Tidied") -> None:
        self._tidying = isinstance(message, protocol.Tidying)
        if isinstance(message, protocol.Tidying):
            self._toolbar.show_progress(message.done, message.total, "")
        else:
            self._toolbar.show_progress(0, 0, "")
            self._library.flush()
        self.tidying.emit(message)

    def _subscribed(self, message: "protocol.Subscribed") -> None:
        self._expected = max(0, self._expected - 1)
        self._library.tell(Changes(counts=True), now=True)
        if self._dialog is not None:
            feed = self._library.store.feed(FeedId(message.feed_id))
            self._dialog.show_subscribed(message, feed.url if feed else "")
        if self._expected == 0:
            self.subscribed.emit(message.feed_id)

    def _failed(self, message: "protocol.Failed") -> None:
        self._expected = max(0, self._expected - 1)
        if self._tidying:
            self._tidying = False
            self.tidying.emit(protocol.Tidied())
        if self._dialog is not None:
            self._dialog.show_failed(message)
        else:
            self.said.emit(message.fr if self._language == "fr" else message.en)

    def _finished(self, message: "protocol.Finished") -> None:
        self._library.flush()
        self.last_refresh = datetime.now(UTC)
        self.arrived.emit(message.new, message.updated)
        if not self._asked:
            return
        self._asked = False
        if message.cancelled:
            self.said.emit(QCoreApplication.translate("Errands", "Stopped. What had come is kept."))
            return
        words = self.tr("%n new article(s).", "", message.new) if message.new else self._nothing_new()
        failed = self.tr("%n feed(s) could not be reached.", "", message.failed) if message.failed else ""
        self.said.emit(f"{words} {failed}".strip())

    def _nothing_new(self) -> str:
        return QCoreApplication.translate("Errands", "Nothing new.")
