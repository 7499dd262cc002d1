"""Adding a feed: one field that understands addresses, sites and OPML dropped on it; what was found, with a preview."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.engine.protocol import Failed, Found, Subscribed
from reader.style.palette import Palette
from reader.ui.dialogs.folder_box import FolderBox
from reader.ui.dialogs.found_feed import FoundFeed
from reader.ui.language import spoken
from reader.ui.motion import show_busy


def opml_file(words: str) -> str | None:
    """The path of the OPML file that the words name, None when they name none."""
    text = words.strip().strip("'\"")
    if text.startswith("file:"):
        text = unquote(urlsplit(text).path)
    path = Path(text).expanduser()
    try:
        return str(path) if path.suffix.lower() in (".opml", ".xml") and path.is_file() else None
    except (OSError, ValueError):
        return None


def looks_like_address(words: str) -> bool:
    """Whether pasted words are worth putting into the field: one word with a dot or a scheme, and no more."""
    text = words.strip()
    if not text or len(text) > 500 or any(sign.isspace() for sign in text):
        return False
    try:
        parts = urlsplit(text if "://" in text else f"//{text}")
    except ValueError:
        return False
    return parts.scheme in ("", "http", "https", "feed") and "." in (parts.hostname or "") and "@" not in parts.netloc


class AddFeedDialog(QDialog):
    """Asks the window to look and to subscribe, and shows what came of it. Nothing is fetched here."""

    look_requested = Signal(str)
    subscribe_requested = Signal(str, object)
    opml_dropped = Signal(str)

    def __init__(
        self, folders: Sequence[str], palette: Palette, parent: QWidget | None = None, address: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName("addFeedDialog")
        self.setWindowTitle(self.tr("Add a feed"))
        self.setAcceptDrops(True)
        self.resize(560, 236)
        self._theme = palette
        self._looked = ""
        self._waiting: set[str] = set()
        self._cards: list[FoundFeed] = []
        self.field = QLineEdit(address)
        self.field.setObjectName("addressField")
        self.field.setPlaceholderText(self.tr("example.org, https://example.org/feed…"))
        self.field.setAccessibleName(self.tr("Address of a site or feed"))
        self.field.setAcceptDrops(False)
        self.field.setClearButtonEnabled(True)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setObjectName("refreshLine")
        show_busy(self.progress)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Looking"))
        self.folder = FolderBox(folders)
        self.close_button = QPushButton(self.tr("Cancel"))
        self.deed = QPushButton()
        self.deed.setProperty("primary", True)
        self.deed.setDefault(True)
        self._lay()
        self.field.textChanged.connect(self._edited)
        self.deed.clicked.connect(self._act)
        self.close_button.clicked.connect(self.reject)
        if not address and looks_like_address(QGuiApplication.clipboard().text()):
            self.field.setText(QGuiApplication.clipboard().text().strip())
            self.field.selectAll()
        self._edited()
        self.field.setFocus()

    def _lay(self) -> None:
        title = QLabel(self.tr("Add a feed"))
        title.setProperty("role", "title")
        body = QWidget()
        body.setObjectName("dialogBody")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        self._folder_label = QLabel(self.tr("&Folder"))
        self._folder_label.setBuddy(self.folder)
        self.folder.setMinimumWidth(180)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._folder_label)
        buttons.addWidget(self.folder)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.deed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(title)
        whole.addWidget(self.field)
        whole.addWidget(self.progress)
        whole.addWidget(self.sentence)
        whole.addWidget(area, 1)
        whole.addLayout(buttons)
        QWidget.setTabOrder(self.field, self.folder)
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self.progress.hide()

    def look(self) -> None:
        """Ask what the address offers; a file of subscriptions is handed over as one."""
        words = self.field.text().strip()
        if not words:
            return
        if (file := opml_file(words)) is not None:
            self._hand_over(file)
            return
        self._looked = words
        self._clear()
        self._say(self.tr("Looking at {0}…").format(words))
        self._busy(True)
        self.look_requested.emit(words)

    def show_found(self, found: Found) -> None:
        """The feeds of the address, with their headlines; the first is ticked."""
        if found.url != self._looked:
            return
        self._busy(False)
        self._clear()
        if not found.feeds:
            self._say(self.tr("No feed was found there."), failed=True)
            self._edited()
            return
        self._say(self.tr("%n feed(s) found.", None, len(found.feeds)))
        for place, (url, title, headlines) in enumerate(found.feeds):
            card = FoundFeed(url, title, tuple(headlines), self._theme, ticked=place == 0)
            card.ticked_changed.connect(self._name_deed)
            self._column.insertWidget(self._column.count() - 1, card)
            self._cards.append(card)
        self._name_deed()
        self.resize(self.width(), max(self.height(), min(640, 260 + sum(card.height() + 8 for card in self._cards))))

    def show_failed(self, failed: Failed) -> None:
        """Why it went wrong, as a sentence: of the look, or of one subscription."""
        words = failed.fr if spoken() == "fr" else failed.en
        card = next((card for card in self._cards if card.url == failed.url), None)
        if failed.url in self._waiting:
            self._waiting.discard(failed.url)
            if card is not None:
                card.show_state(words, failed=True)
                card.set_ticked(False)
            self._say(words, failed=True)
            self._settle(closing=False)
        elif failed.url == self._looked:
            self._busy(False)
            self._say(words, failed=True)
            self._edited()

    def show_subscribed(self, subscribed: Subscribed, url: str = "") -> None:
        """One subscription is made; the dialog closes after the last. Without `url` it is the one asked for first."""
        done = url if url in self._waiting else next(iter(sorted(self._waiting, key=self._place)), "")
        self._waiting.discard(done)
        for card in self._cards:
            if card.url == done:
                card.show_state(self.tr("Subscribed as “{0}”").format(subscribed.title))
                card.set_ticked(False)
        self._settle(closing=not any(card.failed for card in self._cards))

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._theme = palette
        for card in self._cards:
            card.dress(palette)

    def cards(self) -> list[FoundFeed]:
        """The feeds on show, from top to bottom."""
        return list(self._cards)

    def _place(self, url: str) -> int:
        return next((place for place, card in enumerate(self._cards) if card.url == url), 0)

    def _settle(self, *, closing: bool) -> None:
        if self._waiting:
            return
        self._busy(False)
        if closing:
            self.accept()
        else:
            self._name_deed()

    def _edited(self) -> None:
        """Another address: what was found for the last one goes."""
        if self._cards and self.field.text().strip() != self._looked:
            self._clear()
        if not self._cards and not self.progress.isVisibleTo(self) and not self.sentence.property("told"):
            hint = self.tr("The address of a site or of its feed. A file of subscriptions (OPML) can be dropped here.")
            self._say(hint, told=False)
        self._name_deed()

    def _name_deed(self) -> None:
        ticked = sum(card.ticked for card in self._cards)
        if self._cards:
            self.deed.setText(self.tr("Add %n feed(s)", None, ticked) if ticked > 1 else self.tr("Add"))
            self.deed.setEnabled(ticked > 0 and not self._waiting)
        else:
            self.deed.setText(self.tr("Look"))
            self.deed.setEnabled(bool(self.field.text().strip()) and not self.progress.isVisibleTo(self))
        for part in (self.folder, self._folder_label):
            part.setVisible(bool(self._cards))

    def _act(self) -> None:
        if not self._cards:
            self.look()
            return
        wanted = [card.url for card in self._cards if card.ticked]
        if not wanted or self._waiting:
            return
        self._waiting = set(wanted)
        self._busy(True)
        self._say(self.tr("Subscribing…"))
        for url in wanted:
            self.subscribe_requested.emit(url, self.folder.folder())

    def _hand_over(self, file: str) -> None:
        self.opml_dropped.emit(file)
        self.accept()

    def _clear(self) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            card.deleteLater()
        self._cards = []
        self.sentence.setProperty("told", False)

    def _busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.close_button.setText(self.tr("Cancel"))
        self._name_deed()

    def _say(self, words: str, *, failed: bool = False, told: bool = True) -> None:
        self.sentence.setText(words)
        self.sentence.setProperty("told", told)
        self.sentence.setProperty("role", "error" if failed else "secondary")
        self.sentence.style().unpolish(self.sentence)
        self.sentence.style().polish(self.sentence)
        self.sentence.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: Enter acts wherever one is, Escape leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.deed.isEnabled():
                self._act()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt's: files and addresses."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt's: a file of subscriptions is imported, an address is looked at."""
        data = event.mimeData()
        words = data.urls()[0].toString() if data.hasUrls() else data.text().strip().splitlines()[0]
        event.acceptProposedAction()
        if (file := opml_file(words)) is not None:
            self._hand_over(file)
            return
        if words.startswith("file:"):
            self._say(self.tr("That file is not a list of subscriptions (OPML)."), failed=True)
            return
        self.field.setText(words)
        self.look()
