"""The settings of one feed: its title, its folder, its full texts, its health; leaving it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.entities import Feed, FullText, Reflag
from reader.core.retention import Policy, policy_from_text
from reader.render.moments import long_moment
from reader.render.numbers import count_words
from reader.style.palette import Palette
from reader.ui.dialogs.folder_box import FolderBox
from reader.ui.dialogs.limit_fields import LimitFields
from reader.ui.switch import Switch

_REFLAGS = (None, *Reflag)


def full_text_words(mode: FullText) -> str:
    """The name of a mode."""
    names = {
        FullText.AUTO: QCoreApplication.translate("FeedSettings", "When the feed gives only a part"),
        FullText.ALWAYS: QCoreApplication.translate("FeedSettings", "Always from the page of the article"),
        FullText.NEVER: QCoreApplication.translate("FeedSettings", "Only what the feed gives"),
    }
    return names[mode]


def reflag_words(choice: Reflag | None) -> str:
    """The name of a choice of changes that are news."""
    names = {
        None: QCoreApplication.translate("FeedSettings", "As in the settings"),
        Reflag.MARKED: QCoreApplication.translate("FeedSettings", "Only what the site marks as updated"),
        Reflag.SIGNIFICANT: QCoreApplication.translate("FeedSettings", "Additions and corrections too"),
        Reflag.ALL: QCoreApplication.translate("FeedSettings", "Every change, even of details"),
        Reflag.NEVER: QCoreApplication.translate("FeedSettings", "None"),
    }
    return names[choice]


class FeedSettings(QDialog):
    """Says only what was changed, when it is accepted."""

    renamed = Signal(int, str)
    moved = Signal(int, object)
    full_text_chosen = Signal(int, object)
    notify_chosen = Signal(int, bool)
    reflag_chosen = Signal(int, object)
    attachments_chosen = Signal(int, bool)
    retention_chosen = Signal(int, object)
    refresh_requested = Signal(int)
    remove_requested = Signal(int)

    def __init__(
        self,
        feed: Feed,
        folders: Sequence[str],
        palette: Palette,
        parent: QWidget | None = None,
        *,
        notify: bool | None = None,
    ) -> None:
        """`notify` is whether the feed's new articles are told in the tray; None where that cannot be set."""
        super().__init__(parent)
        self.setObjectName("feedSettings")
        self.setWindowTitle(self.tr("Feed settings"))
        self.setMinimumWidth(520)
        self._feed, self._notify = feed, notify
        self.name = QLineEdit(feed.title)
        self.name.setPlaceholderText(self.tr("The feed’s own title"))
        self.folder = FolderBox(folders, feed.folder)
        self.full_text = QComboBox()
        for mode in FullText:
            self.full_text.addItem(full_text_words(mode), mode)
        self.full_text.setCurrentIndex(list(FullText).index(feed.full_text))
        self.reflag = QComboBox()
        for choice in _REFLAGS:
            self.reflag.addItem(reflag_words(choice), choice)
        self.reflag.setCurrentIndex([one and one.value for one in _REFLAGS].index(feed.reflag or None))
        self.reflag.setToolTip(self.tr("Which changes show an article that you have read as modified, and tell you."))
        self.attachments = Switch(palette)
        self.attachments.setChecked(feed.attachments)
        self.attachments.setToolTip(self.tr("Sound and video files that come with articles are kept on your disk."))
        self.keeps, self.limits = QComboBox(), LimitFields(policy_from_text(feed.retention) or Policy(), one_feed=True)
        self._make_keeps(policy_from_text(feed.retention))
        self.notify = Switch(palette)
        self.notify.setChecked(bool(notify))
        self._lay()

    def _make_keeps(self, policy: Policy | None) -> None:
        for words in (self.tr("As in the settings"), self.tr("Everything"), self.tr("Within limits of its own")):
            self.keeps.addItem(words)
        self.keeps.setCurrentIndex(0 if policy is None else 2 if policy else 1)
        self.keeps.currentIndexChanged.connect(lambda place: self.limits.setVisible(place == 2))
        self.limits.setVisible(self.keeps.currentIndex() == 2)

    def retention(self) -> Policy | None:
        """How much is kept; None for what the setting says."""
        return (None, Policy(), self.limits.policy())[self.keeps.currentIndex()]

    def _lay(self) -> None:
        title = QLabel(self._feed.title)
        title.setProperty("role", "title")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: list[tuple[str, QWidget]] = [
            (self.tr("&Title"), self.name),
            (self.tr("&Folder"), self.folder),
            (self.tr("Full &text"), self.full_text),
            (self.tr("&Changes that count"), self.reflag),
            (self.tr("Keep &attachments"), self.attachments),
            (self.tr("Articles &kept"), self.keeps),
        ]
        if self._notify is not None:
            rows.append((self.tr("&Notify of new articles"), self.notify))
        for words, control in rows:
            form.addRow(words, control)
            control.setAccessibleName(words.replace("&", ""))
        form.addRow(self.limits)
        leave = QPushButton(self.tr("Unsubscribe"))
        leave.setProperty("flat", True)
        leave.setAutoDefault(False)
        leave.setToolTip(self.tr("Its starred articles stay, and it can be undone."))
        leave.clicked.connect(self._leave)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        save = QPushButton(self.tr("Save"))
        save.setProperty("primary", True)
        save.setDefault(True)
        save.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(leave)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(title)
        whole.addWidget(self._address())
        whole.addWidget(self._health())
        whole.addSpacing(4)
        whole.addLayout(form)
        whole.addSpacing(8)
        whole.addLayout(buttons)

    def _address(self) -> QLabel:
        label = QLabel(self._feed.url)
        label.setProperty("role", "secondary")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setWordWrap(True)
        label.setAccessibleName(self.tr("Address: {0}").format(self._feed.url))
        return label

    def _health(self) -> QWidget:
        feed = self._feed
        words = self.tr("%n article(s)", None, feed.total).replace(str(feed.total), count_words(feed.total), 1)
        if feed.last_success is not None:
            words += " · " + self.tr("refreshed on {0}").format(long_moment(feed.last_success))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(feed.last_error or words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "error" if feed.last_error else "secondary")
        label.setWordWrap(True)
        row.addWidget(label, 1)
        if feed.last_error:
            again = QPushButton(self.tr("Try again"))
            again.setAutoDefault(False)
            again.clicked.connect(lambda: self.refresh_requested.emit(int(feed.id)))
            row.addWidget(again)
        return box

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self.notify.dress(palette)
        self.attachments.dress(palette)

    def accept(self) -> None:
        """Qt's: say what has changed."""
        feed, name = self._feed, self.name.text().strip()
        if name != feed.title:
            self.renamed.emit(int(feed.id), name)
        if self.folder.folder() != feed.folder:
            self.moved.emit(int(feed.id), self.folder.folder())
        if (mode := FullText(self.full_text.currentData())) is not feed.full_text:
            self.full_text_chosen.emit(int(feed.id), mode)
        choice = _REFLAGS[self.reflag.currentIndex()]
        if (choice.value if choice else None) != (feed.reflag or None):
            self.reflag_chosen.emit(int(feed.id), choice)
        if self.attachments.isChecked() != feed.attachments:
            self.attachments_chosen.emit(int(feed.id), self.attachments.isChecked())
        if self.retention() != policy_from_text(feed.retention):
            self.retention_chosen.emit(int(feed.id), self.retention())
        if self._notify is not None and self.notify.isChecked() != self._notify:
            self.notify_chosen.emit(int(feed.id), self.notify.isChecked())
        super().accept()

    def _leave(self) -> None:
        self.remove_requested.emit(int(self._feed.id))
        self.reject()
