"""The tags of the selected articles: known ones to tick, the field to find one or to write a new one."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.sidebar.tree import folded

_ON, _SOME, _OFF = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


class _Field(QLineEdit):
    """Down goes to the list; what is typed narrows it."""

    def __init__(self, tags: QListWidget) -> None:
        super().__init__()
        self._tags = tags

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        if event.key() == Qt.Key.Key_Down:
            self._tags.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class TagDialog(QDialog):
    """`known` tags with their numbers; `held` tags of those articles, of `count`, that have any."""

    def __init__(
        self,
        known: Sequence[tuple[str, int]],
        held: Sequence[Sequence[str]],
        count: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tagDialog")
        self.setWindowTitle(self.tr("Tags"))
        self.resize(360, 420)
        title = QLabel(self.tr("Tags of %n article(s)", None, count))
        title.setProperty("role", "title")
        self.tags = QListWidget()
        self.tags.setAccessibleName(self.tr("Tags"))
        self.field = _Field(self.tags)
        self.field.setPlaceholderText(self.tr("Find or write a tag"))
        self.field.setAccessibleName(self.tr("Find or write a tag"))
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._take)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.accepted.connect(self._finish)
        self.buttons.rejected.connect(self.reject)
        for button in self.buttons.findChildren(QObject):
            if hasattr(button, "setAutoDefault"):
                button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (title, self.field, self.tags, self.buttons):
            column.addWidget(part)
        on = Counter(name for names in held for name in names)
        self._before: dict[str, Qt.CheckState] = {}
        for name, _ in known:
            self._add(name, _ON if count and on[name] == count else _SOME if on[name] else _OFF)
        self.field.setFocus()

    def _add(self, name: str, state: Qt.CheckState) -> QListWidgetItem:
        line = QListWidgetItem(name)
        line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        line.setCheckState(state)
        self._before[name] = state
        self.tags.addItem(line)
        return line

    def lines(self) -> list[QListWidgetItem]:
        """All tags, those on show and those that the field hides."""
        return [self.tags.item(row) for row in range(self.tags.count())]

    def _narrow(self, words: str) -> None:
        for line in self.lines():
            line.setHidden(folded(words.strip()) not in folded(line.text()))

    def _take(self) -> None:
        """Enter: tick what was written, made when it is new; with nothing written, done."""
        name = " ".join(self.field.text().split())
        if not name:
            self.accept()
            return
        same = next((line for line in self.lines() if folded(line.text()) == folded(name)), None)
        if same is None:
            same = self._add(name, _OFF)
        same.setCheckState(_ON)
        self.field.clear()
        self.tags.scrollToItem(same)

    def _finish(self) -> None:
        """What is written and was not entered is meant, too."""
        if self.field.text().strip():
            self._take()
        self.accept()

    def changes(self) -> tuple[list[str], list[str]]:
        """Tags to put on, tags to take away."""
        changed = [(line.text(), line.checkState()) for line in self.lines()]
        changed = [(name, state) for name, state in changed if state != self._before[name]]
        return [name for name, state in changed if state == _ON], [name for name, state in changed if state == _OFF]
