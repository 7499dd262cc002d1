"""Prepare for offline: what is missing and why, about how much it is, and fetching it, which can be paused."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.entities import MissingItem, OfflineEstimate, OfflineSummary
from reader.engine.protocol import Fetching
from reader.render.numbers import count_words, size_words
from reader.style.palette import Palette
from reader.ui.empty_state import EmptyState


class OfflineDialog(QDialog):
    """Handed what is missing; asks by signals. `article_requested` when a line is opened."""

    fetch_requested = Signal()
    pause_requested = Signal()
    article_requested = Signal(int)

    def __init__(self, palette: Palette, parent: QWidget | None = None, *, online: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("offlineDialog")
        self.setWindowTitle(self.tr("Prepare for offline"))
        self.resize(640, 480)
        self._online = online
        self._fetching = False
        title = QLabel(self.tr("Prepare for offline"))
        title.setProperty("role", "title")
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.stage = QLabel()
        self.stage.setProperty("role", "secondary")
        self.stage.setTextFormat(Qt.TextFormat.PlainText)
        self.lines = QTreeWidget()
        self.lines.setColumnCount(3)
        self.lines.setRootIsDecorated(False)
        self.lines.setUniformRowHeights(True)
        self.lines.setHeaderLabels([self.tr("Article"), self.tr("Missing"), self.tr("Why")])
        self.lines.setAccessibleName(self.tr("What is missing, and why"))
        self.lines.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.lines.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.lines.itemActivated.connect(self._open)
        self._empty = EmptyState("nothing_unread")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.lines)
        self._stack.addWidget(self._empty)
        self.deed = QPushButton()
        self.deed.setProperty("primary", True)
        self.deed.setDefault(True)
        self.deed.clicked.connect(self._act)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.stage, 1)
        buttons.addWidget(close)
        buttons.addWidget(self.deed)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (title, self.sentence, self.progress):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addLayout(buttons)
        self.dress(palette)

    def show_missing(
        self, summary: OfflineSummary, estimate: OfflineEstimate, missing: Sequence[MissingItem], *, fetching: bool
    ) -> None:
        """How the library stands."""
        self._fetching = fetching
        share = round(100 * summary.ready / summary.articles) if summary.articles else 100
        words = self.tr("{0} of {1} articles can be read with no network ({2} %).").format(
            count_words(summary.ready), count_words(summary.articles), share
        )
        if estimate.pages or estimate.pictures:
            pages = self.tr("%n text(s)", "", estimate.pages) if estimate.pages else ""
            pictures = self.tr("%n picture(s)", "", estimate.pictures) if estimate.pictures else ""
            both = ", ".join(filter(None, (pages, pictures)))
            words += " " + self.tr("Missing: {0}, about {1}.").format(both, size_words(estimate.bytes))
        self.sentence.setText(words)
        self.lines.clear()
        for item in missing:
            kind = self.tr("text") if item.kind == "page" else self.tr("picture")
            line = QTreeWidgetItem([item.title, kind, item.reason or self.tr("not fetched yet")])
            line.setData(0, Qt.ItemDataRole.UserRole, item.article_id)
            line.setToolTip(0, item.title)
            line.setToolTip(2, item.reason or item.url)
            self.lines.addTopLevelItem(line)
        self._empty.show_words(
            "nothing_unread",
            QCoreApplication.translate("OfflineDialog", "Everything is on your disk."),
            QCoreApplication.translate("OfflineDialog", "You can pull the cable."),
        )
        self._stack.setCurrentWidget(self.lines if missing else self._empty)
        self._name_deed(bool(missing))

    def show_fetching(self, message: Fetching) -> None:
        """How far the round is."""
        self._fetching = True
        self.progress.setRange(0, max(1, message.total))
        self.progress.setValue(message.done)
        self.progress.show()
        self.stage.setText(f"{count_words(message.done)} / {count_words(message.total)} · {message.title}".rstrip(" ·"))
        self._name_deed(True)

    def show_ended(self) -> None:
        """The round is over."""
        self._fetching = False
        self.progress.hide()
        self.stage.clear()

    def _name_deed(self, anything: bool) -> None:
        self.deed.setText(self.tr("Pause") if self._fetching else self.tr("Fetch what is missing"))
        self.deed.setEnabled(self._fetching or (anything and self._online))
        self.deed.setToolTip("" if self._online else self.tr("Encre was started offline."))

    def _act(self) -> None:
        if self._fetching:
            self.pause_requested.emit()
        else:
            self.fetch_requested.emit()

    def _open(self, line: QTreeWidgetItem) -> None:
        self.article_requested.emit(line.data(0, Qt.ItemDataRole.UserRole))
        self.accept()

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._empty.dress(palette, palette.window)
        shades = self.lines.palette()
        shades.setColor(QPalette.ColorRole.Text, palette.text)
        self.lines.setPalette(shades)
