"""Clean up: the limits, what they would take feed by feed, and doing it once the reader has seen that; the bin."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
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

from reader.core.retention import FeedClearing, Policy, worth_showing
from reader.render.numbers import count_words, size_words
from reader.style.palette import Palette
from reader.ui.dialogs.limit_fields import LimitFields
from reader.ui.empty_state import EmptyState
from reader.ui.switch import Switch

_PAUSE = 300  # milliseconds without a change of the limits before what they take is counted


class CleanUp(QDialog):
    """Handed counts; asks by signals. Nothing is taken before `clean_requested` (limits, whether to go on daily)."""

    limits_changed = Signal(object)
    clean_requested = Signal(object, bool)
    empty_requested = Signal()
    undo_requested = Signal()

    def __init__(self, policy: Policy, palette: Palette, parent: QWidget | None = None, *, own: int = 0) -> None:
        """`own`: how many feeds have limits of their own."""
        super().__init__(parent)
        self.setObjectName("cleanUp")
        self.setWindowTitle(self.tr("Clean up"))
        self.resize(720, 640)
        self._busy, self._binned, self._done = False, 0, ""
        self.limits = LimitFields(policy)
        self.limits.changed.connect(self._limits_changed)
        self._later = QTimer(self, interval=_PAUSE, singleShot=True)
        self._later.timeout.connect(lambda: self.limits_changed.emit(self.limits.policy()))
        self.daily = Switch(palette)
        self.daily.setChecked(True)
        self.daily.setAccessibleName(self.tr("Do this by itself, once a day"))
        self.sentence = _words("", "heading")
        self.spared = _words(self.tr("What is starred, annotated, tagged, archived or unread stays."), "secondary")
        self.own = _words(self.tr("%n feed(s) have limits of their own.", "", own) if own else "", "secondary")
        self.own.setVisible(bool(own))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.progress.hide()
        self.lines = self._make_lines()
        self._empty = EmptyState("nothing_unread")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.lines)
        self.bin = _words("", "secondary")
        self._make_buttons()
        self._lay()
        self.dress(palette)
        self.show_counting(0, 0)

    def _make_lines(self) -> QTreeWidget:
        lines = QTreeWidget()
        lines.setObjectName("figures")
        lines.setRootIsDecorated(False)
        lines.setUniformRowHeights(True)
        lines.setAccessibleName(self.tr("What would go, by feed"))
        lines.setHeaderLabels(
            [self.tr("Feed"), self.tr("Articles"), self.tr("Text"), self.tr("Pictures"), self.tr("Stay")]
        )
        header = lines.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, 5):
            lines.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        lines.headerItem().setToolTip(4, self.tr("Beyond the limits, and kept all the same"))
        return lines

    def _make_buttons(self) -> None:
        self.empty_bin = QPushButton(self.tr("Empty the bin…"))
        self.empty_bin.setProperty("flat", True)
        self.empty_bin.setAutoDefault(False)
        self.empty_bin.clicked.connect(self._ask_to_empty)
        self.really = QPushButton()
        self.really.setAutoDefault(False)
        self.really.clicked.connect(self.empty_requested)
        self.really.hide()
        self.undo = QPushButton(self.tr("Undo"))
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(self.undo_requested)
        self.undo.hide()
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self.deed = QPushButton(self.tr("Clean up now"))
        self.deed.setProperty("primary", True)
        self.deed.setDefault(True)
        self.deed.clicked.connect(self._clean)

    def _lay(self) -> None:
        title = _words(self.tr("Clean up"), "title")
        daily = QHBoxLayout()
        words = QLabel(self.daily.accessibleName())
        words.setBuddy(self.daily)
        daily.addWidget(words)
        daily.addWidget(self.daily)
        daily.addStretch(1)
        bin_row, buttons = QHBoxLayout(), QHBoxLayout()
        bin_row.addWidget(self.bin, 1)
        bin_row.addWidget(self.empty_bin)
        bin_row.addWidget(self.really)
        buttons.addLayout(daily)
        buttons.addStretch(1)
        for button in (self.undo, self.close_button, self.deed):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (title, self.limits, self.own, self.sentence, self.spared, self.progress):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addLayout(bin_row)
        column.addLayout(buttons)

    # What is shown

    def show_counting(self, done: int, total: int) -> None:
        """What the limits take is being counted: `done` of `total` feeds."""
        self.sentence.setText(self.tr("Counting…") if total else "")
        self._show_progress(done, total)
        self.deed.setEnabled(False)

    def show_clearing(self, clearing: Sequence[FeedClearing]) -> None:
        """What would go; nothing has gone."""
        self._show_progress(0, 0)
        shown = worth_showing(clearing)
        self.lines.clear()
        for one in shown:
            self.lines.addTopLevelItem(_line(one))
        self._stack.setCurrentWidget(self.lines if shown else self._empty)
        articles = sum(one.articles for one in shown)
        self.sentence.setText(self._say(shown, articles))
        if self._limited():
            words = (self.tr("Nothing to clean up"), self.tr("All that is kept lies within these limits."))
        else:
            words = (self.tr("Everything is kept"), self.tr("Set a limit to see what it would take."))
        self._empty.show_words("nothing_unread", *words)
        self.deed.setEnabled(True)
        keep = self.tr("Keep to these limits") if self._limited() else self.tr("Keep everything")
        self.deed.setText(self.tr("Clean up now") if articles else keep)

    def _say(self, shown: Sequence[FeedClearing], articles: int) -> str:
        if not articles:
            return self._done or self.tr("Nothing has been deleted.")
        text, pictures = sum(one.text for one in shown), sum(one.pictures for one in shown)
        words = self.tr("%n read article(s) would go into the bin", "", articles)
        words = words.replace(str(articles), count_words(articles), 1)
        size = self.tr("{0} of text, {1} of pictures").format(size_words(text), size_words(pictures))
        return self.tr("{0}: {1}. Nothing has been deleted yet.").format(words, size)

    def show_bin(self, articles: int, size: int, days: int) -> None:
        """What is in the bin, and how many days it stays there."""
        self._binned = articles
        self.empty_bin.setVisible(bool(articles))
        self.really.hide()
        if not articles:
            self.bin.setText(self.tr("The bin is empty."))
            return
        held = self.tr("In the bin: %n article(s)", "", articles).replace(str(articles), count_words(articles), 1)
        stay = self.tr("They can come back for %n day(s), then they leave the disk.", "", days)
        self.bin.setText(f"{held}, {size_words(size)}. {stay}")

    def show_tidying(self, done: int, total: int) -> None:
        """A clean-up is under way."""
        self._busy = True
        self.limits.setEnabled(False)
        self.deed.setEnabled(False)
        self.sentence.setText(self.tr("{0} of {1}").format(count_words(done), count_words(total)))
        self._show_progress(done, max(1, total))

    def show_tidied(self, cleaned: int, purged: int, size: int) -> None:
        """It is done; new counts follow."""
        self._busy = False
        self.limits.setEnabled(True)
        self.undo.setVisible(bool(cleaned))
        if cleaned:
            said = self.tr("%n article(s) are in the bin now.", "", cleaned)
            self._done = said.replace(str(cleaned), count_words(cleaned), 1)
        elif purged:
            said = self.tr("%n article(s) have left the disk", "", purged).replace(str(purged), count_words(purged), 1)
            self._done = self.tr("{0}: {1}.").format(said, size_words(size))
        self._show_progress(0, 0)

    def show_undone(self) -> None:
        """What the clean-up took is back, or on its way; new counts follow."""
        self.undo.hide()
        self._done = ""

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setVisible(bool(total))
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    # What is asked

    def _limited(self) -> bool:
        return bool(self.limits.policy()) or self.own.isVisibleTo(self)

    def _limits_changed(self) -> None:
        self.deed.setEnabled(False)
        self.undo.hide()
        self._done = ""
        self._later.start()

    def _clean(self) -> None:
        if not self._busy:
            self.clean_requested.emit(self.limits.policy(), self.daily.isChecked())

    def _ask_to_empty(self) -> None:
        """The second button says what cannot be taken back."""
        words = self.tr("Delete %n article(s) for good", "", self._binned)
        self.really.setText(words.replace(str(self._binned), count_words(self._binned), 1))
        self.empty_bin.hide()
        self.really.show()
        self.really.setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self.daily.dress(palette)
        self._empty.dress(palette, palette.window)
        shades = self.lines.palette()
        shades.setColor(QPalette.ColorRole.Text, palette.text)
        self.lines.setPalette(shades)


def _words(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _line(one: FeedClearing) -> QTreeWidgetItem:
    figures = (one.articles, one.text, one.pictures, one.spared)
    counts = (count_words, size_words, size_words, count_words)
    parts = [words(value) if value else "–" for words, value in zip(counts, figures, strict=True)]
    line = QTreeWidgetItem([one.title, *parts])
    line.setToolTip(0, one.title)
    for column in range(1, 5):
        line.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return line
