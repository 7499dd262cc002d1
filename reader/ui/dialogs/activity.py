"""What was done and can be undone: yesterday's "mark all as read" is one click away."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from reader.core.entities import JournalEntry
from reader.render.moments import clock, day_heading
from reader.render.numbers import count_words
from reader.style.icons import icon
from reader.style.palette import Palette
from reader.ui.empty_state import EmptyState

_ICONS = {
    "mark-read": "check-check",
    "mark-unread": "mail",
    "star": "star",
    "unstar": "star",
    "remove-feed": "trash-2",
    "rename-feed": "pencil",
    "move-feed": "folder",
    "change-retention": "archive",
    "archive": "archive",
    "unarchive": "archive",
    "delete": "trash-2",
    "clean-up": "brush-cleaning",
    "daily-clean-up": "brush-cleaning",
    "import": "file-down",
    "tag": "tag",
    "save-smart-feed": "search",
    "change-smart-feed": "search",
    "remove-smart-feed": "search",
    "save-rule": "eye-off",
    "change-rule": "eye-off",
    "remove-rule": "eye-off",
    "stop-rule": "eye-off",
    "start-rule": "eye-off",
}


class ActivityRow(QFrame):
    """One operation with its button."""

    undo_requested = Signal(int)
    redo_requested = Signal(int)

    def __init__(self, entry: JournalEntry, palette: Palette) -> None:
        super().__init__()
        self.setObjectName("settingRow")
        self.entry = entry
        self._sign = QLabel()
        words = QLabel(self.words())
        time = QLabel(clock(entry.at))
        time.setProperty("role", "secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(words, 1)
        row.addWidget(time)
        if entry.undone:
            words.setProperty("role", "secondary")
            done = QLabel(self.tr("gone for good") if entry.lapsed else self.tr("undone"))
            done.setProperty("role", "secondary")
            row.addWidget(done)
        if entry.redoable:
            again = QPushButton(self.tr("Redo"))
            again.setAutoDefault(False)
            again.setAccessibleName(self.tr("Redo: {0}").format(words.text()))
            again.clicked.connect(lambda: self.redo_requested.emit(int(entry.id)))
            row.addWidget(again)
        elif not entry.undone:
            button = QPushButton(self.tr("Undo"))
            button.setAutoDefault(False)
            button.setAccessibleName(self.tr("Undo: {0}").format(words.text()))
            button.clicked.connect(lambda: self.undo_requested.emit(int(entry.id)))
            row.addWidget(button)
        self.dress(palette)

    def words(self) -> str:
        """The operation as a sentence: "42 articles marked as read"."""
        kind, count = self.entry.kind, self.entry.count
        words = {
            "mark-read": self.tr("%n article(s) marked as read", None, count),
            "mark-unread": self.tr("%n article(s) marked as unread", None, count),
            "star": self.tr("%n article(s) starred", None, count),
            "unstar": self.tr("%n star(s) taken away", None, count),
            "remove-feed": self.tr("%n feed(s) left", None, count),
            "rename-feed": self.tr("%n feed(s) renamed", None, count),
            "move-feed": self.tr("%n feed(s) moved", None, count),
            "change-full-text": self.tr("Full text changed for %n feed(s)", None, count),
            "import": self.tr("%n feed(s) imported", None, count),
            "archive": self.tr("%n article(s) archived", None, count),
            "unarchive": self.tr("%n article(s) taken back from the archive", None, count),
            "delete": self.tr("%n article(s) deleted", None, count),
            "clean-up": self.tr("Clean-up: %n article(s) into the bin", None, count),
            "daily-clean-up": self.tr("Daily clean-up: %n article(s) into the bin", None, count),
            "change-retention": self.tr("What is kept changed for %n feed(s)", None, count),
            "tag": self.tr("Tags of %n article(s) changed", None, count),
            "save-smart-feed": self.tr("%n search(es) saved", None, count),
            "change-smart-feed": self.tr("%n smart feed(s) changed", None, count),
            "remove-smart-feed": self.tr("%n smart feed(s) removed", None, count),
            "save-rule": self.tr("New rule: %n article(s) caught", None, count),
            "change-rule": self.tr("Rule changed: %n article(s) caught", None, count),
            "remove-rule": self.tr("Rule removed: %n article(s) let go", None, count),
            "stop-rule": self.tr("Rule switched off: %n article(s) let go", None, count),
            "start-rule": self.tr("Rule switched on: %n article(s) caught", None, count),
        }
        said = words.get(kind) or f"{kind} ({count})"
        return said.replace(str(count), count_words(count), 1) if count > 999 else said

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        name = _ICONS.get(self.entry.kind, "history")
        self._sign.setPixmap(icon(name, palette.text_secondary, 16).pixmap(QSize(16, 16)))


class Activity(QDialog):
    """The journal by day, newest first; `undo_requested` and `redo_requested` with the id of an entry."""

    undo_requested = Signal(int)
    redo_requested = Signal(int)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("activity")
        self.setWindowTitle(self.tr("Activity"))
        self.resize(600, 520)
        self._theme = palette
        self._rows: list[ActivityRow] = []
        title = QLabel(self.tr("Activity"))
        title.setProperty("role", "title")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._empty = EmptyState("nothing_unread")
        self._empty.show_words(
            "nothing_unread",
            self.tr("Nothing done yet"),
            self.tr("What you mark, star, import or leave is listed here, and can be undone days later."),
        )
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._area)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 8, 8)
        column.addWidget(title)
        column.addWidget(stack, 1)
        self.dress(palette)

    def show_entries(self, entries: Sequence[JournalEntry], now: datetime) -> None:
        """The journal, newest first."""
        place = self._area.verticalScrollBar().value()
        self._stack.setCurrentWidget(self._area if entries else self._empty)
        body = QWidget()
        body.setObjectName("dialogBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 16, 16)
        column.setSpacing(0)
        day, self._rows = None, []
        for entry in entries:
            if entry.at.astimezone().date() != day:
                day = entry.at.astimezone().date()
                heading = QLabel(day_heading(day, now.astimezone().date()))
                heading.setProperty("role", "section")
                heading.setContentsMargins(0, 16, 0, 4)
                column.addWidget(heading)
            row = ActivityRow(entry, self._theme)
            row.undo_requested.connect(self.undo_requested)
            row.redo_requested.connect(self.redo_requested)
            column.addWidget(row)
            self._rows.append(row)
        column.addStretch(1)
        self._area.setWidget(body)
        self._area.verticalScrollBar().setValue(place)

    def rows(self) -> list[ActivityRow]:
        """The operations on show."""
        return list(self._rows)

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._theme = palette
        self._empty.dress(palette, palette.window)
        for row in self._rows:
            row.dress(palette)
