"""The head of Home: the day, what is new, where the reader stopped, the reading budget, the display options."""

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.entities import Row
from reader.style.icons import icon
from reader.style.palette import Palette

BUDGETS = (10, 20, 40)
_NARROWEST, _ROOMY = 300, 480


class HomeHeader(QWidget):
    """`budget_chosen` with minutes (0: none), `options_requested`, `stopped_chosen`."""

    budget_chosen = Signal(int)
    options_requested = Signal()
    stopped_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("homeHeader")
        self.title, self.news = QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.news.setProperty("role", "secondary")
        self.news.setWordWrap(True)
        self._stopped_words = ""
        self.stopped = QPushButton()
        self.stopped.setObjectName("stopped")
        self.stopped.setProperty("flat", True)
        self.stopped.setMinimumWidth(80)
        self.stopped.hide()
        self.stopped.clicked.connect(self.stopped_chosen)
        self.options = QToolButton()
        self.options.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.options.clicked.connect(self.options_requested)
        self._budget = QButtonGroup(self)
        self._budget.setExclusive(False)
        self._lay_out()
        self.speak()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.news)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        self._have = QLabel()
        self._have.setProperty("role", "secondary")
        tools.addWidget(self._have)
        for minutes in BUDGETS:
            tools.addWidget(self._budget_button(minutes))
        tools.addStretch()
        tools.addWidget(self.options)
        self.stopped.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 8)
        column.setSpacing(8)
        column.addLayout(words)
        column.addWidget(self.stopped)
        column.addLayout(tools)

    def _budget_button(self, minutes: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("budget", True)
        button.setCheckable(True)
        self._budget.addButton(button, minutes)
        button.clicked.connect(lambda checked: self._budget_clicked(minutes, checked))
        return button

    def _budget_clicked(self, minutes: int, checked: bool) -> None:
        for button in self._budget.buttons():
            button.setChecked(checked and self._budget.id(button) == minutes)
        self.budget_chosen.emit(minutes if checked else 0)

    def speak(self) -> None:
        """Say what never changes, in the language that is spoken now."""
        self._have.setText(self.tr("I have"))
        self.options.setText(" " + self.tr("Display options"))
        self.options.setToolTip(self.tr("What Home shows, and how"))
        self.options.setAccessibleName(self.tr("Display options"))
        for button in self._budget.buttons():
            minutes = self._budget.id(button)
            button.setText(self.tr("{0} min").format(minutes))
            button.setToolTip(self.tr("Pick what can be read in {0} minutes").format(minutes))
            button.setAccessibleName(self.tr("Pick what can be read in {0} minutes").format(minutes))

    def say(self, day: str, fresh: int, unread: int, minutes: int) -> None:
        """The day, and in a line how much is new since the last visit and unread."""
        self.title.setText(day)
        facts = []
        if fresh:
            facts.append(self.tr("%n new since your last visit", "", fresh))
        if unread:
            facts.append(self.tr("%n unread", "", unread))
        if minutes:
            hours, rest = divmod(minutes, 60)
            length = f"{QLocale().toString(hours)} h {rest:02d}" if hours else self.tr("{0} min").format(rest)
            facts.append(self.tr("{0} of reading").format(length))
        self.news.setText("  ·  ".join(facts) or self.tr("Everything is read."))

    def minimumSizeHint(self) -> QSize:
        """Narrower than all its words: `resizeEvent` leaves some out."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the options are an icon, and the budget goes without its words."""
        super().resizeEvent(event)
        roomy = event.size().width() >= _ROOMY
        styles = Qt.ToolButtonStyle
        self.options.setToolButtonStyle(styles.ToolButtonTextBesideIcon if roomy else styles.ToolButtonIconOnly)
        self._have.setVisible(roomy)
        self._fit_stopped(event.size().width())

    def say_stopped(self, row: Row | None) -> None:
        """Where the reader stopped the last time; None hides it."""
        self.stopped.setVisible(row is not None)
        if row is not None:
            self._stopped_words = self.tr("You stopped here: {0}").format(row.title)
            self.stopped.setAccessibleName(self._stopped_words)
            self._fit_stopped(self.width())

    def _fit_stopped(self, width: int) -> None:
        room = min(640, width - 84)
        words = self.stopped.fontMetrics().elidedText(self._stopped_words, Qt.TextElideMode.ElideRight, room)
        self.stopped.setText(f" {words}")

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self.options.setIcon(icon("list-checks", palette.text))
        self.stopped.setIcon(icon("book-open", palette.link))
