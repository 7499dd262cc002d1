"""The page "Keys" of the settings: every action with its keys; click, press, and it is changed at once."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from reader.style.icons import icon
from reader.style.palette import Palette
from reader.ui.actions import ACTIONS, Action
from reader.ui.bindings import DEFAULTS, as_it_came, given, holder, in_force, plain, pressed, shown
from reader.ui.sidebar.tree import folded


class KeyButton(QPushButton):
    """Shows an action's keys; once clicked, takes the next key that is pressed. `key_pressed` carries it."""

    key_pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self.setMinimumWidth(168)
        self.listening = False
        self._keys: tuple[str, ...] = ()
        self.clicked.connect(lambda: self._listen(True))

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show these; none is said."""
        self._keys = tuple(keys)
        self._listen(False)

    def _listen(self, listening: bool) -> None:
        self.listening = listening
        words = " · ".join(map(shown, self._keys)) or self.tr("No key")
        # An ampersand is a key here, no mnemonic.
        self.setText(self.tr("Press a key…") if listening else words.replace("&", "&&"))

    def event(self, event: QEvent) -> bool:
        """Qt's: while it listens, no key means anything else, not even Tab."""
        if self.listening and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if self.listening and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._take(event)
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        key = pressed(event)
        if event.key() == Qt.Key.Key_Escape:
            self._listen(False)
        elif key:
            self._listen(False)
            self.key_pressed.emit(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's: the reader has gone elsewhere."""
        super().focusOutEvent(event)
        if self.listening:
            self._listen(False)


class KeyRow(QFrame):
    """One action: its words, its keys, clear, and a way back; who has a key already is said under it."""

    wanted = Signal(str, bool)
    cleared = Signal()
    reset = Signal()

    def __init__(self, action: Action) -> None:
        super().__init__()
        self.setObjectName("settingRow")
        self.action = action
        self.words = action.words.rstrip("…")
        title = QLabel(self.words)
        title.setTextFormat(Qt.TextFormat.PlainText)
        self.button = KeyButton()
        self.clear, self.back = QToolButton(), QToolButton()
        for tool, words in ((self.clear, self.tr("No key")), (self.back, self.tr("As it came"))):
            tool.setIconSize(QSize(16, 16))
            tool.setToolTip(words)
            tool.setAccessibleName(f"{self.words}: {words}")
            policy = tool.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            tool.setSizePolicy(policy)
        self.clear.clicked.connect(self.cleared)
        self.back.clicked.connect(self.reset)
        self.trouble = QLabel()
        self.trouble.setProperty("role", "error")
        self.trouble.setWordWrap(True)
        self.take_over = QPushButton(self.tr("Use it here"))
        self.take_over.setAutoDefault(False)
        self._asked = ""
        self.take_over.clicked.connect(lambda: self.wanted.emit(self._asked, True))
        self.button.key_pressed.connect(lambda key: self.wanted.emit(key, False))
        self._lay(title)
        self.hide_trouble()

    def _lay(self, title: QLabel) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(title, 1)
        for part in (self.back, self.clear, self.button):
            row.addWidget(part)
        under = QHBoxLayout()
        under.setSpacing(12)
        under.addWidget(self.trouble, 1)
        under.addWidget(self.take_over)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addLayout(under)

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """The keys in force."""
        self.button.show_keys(keys)
        words = " · ".join(map(shown, keys)) or self.tr("No key")
        self.button.setAccessibleName(f"{self.words}: {words}")
        self.button.setToolTip(self.tr("Click, then press the key; Escape leaves it as it is"))
        self.clear.setVisible(bool(keys))
        self.back.setVisible(keys != tuple(map(plain, DEFAULTS[self.action.name])))
        self.hide_trouble()

    def show_conflict(self, key: str, other: str) -> None:
        """Somebody has this key: another action (in words), or Encre itself ("")."""
        self._asked = key
        words = self.tr("{0} does “{1}”.") if other else self.tr("{0} is Encre’s own and stays where it is.")
        self.trouble.setText(words.format(shown(key), other))
        self.trouble.show()
        self.take_over.setVisible(bool(other))

    def hide_trouble(self) -> None:
        """Nothing to say."""
        self.trouble.hide()
        self.take_over.hide()


class KeyPage(QWidget):
    """All actions by group. `changed` carries the reader's own choices, as `bindings` has them."""

    changed = Signal(object)

    def __init__(self, own: Mapping[str, Sequence[str]], palette: Palette) -> None:
        super().__init__()
        self.own: Mapping[str, Sequence[str]] = own
        self.reset_all = QPushButton(self.tr("All as they came"))
        self.reset_all.setAutoDefault(False)
        self.reset_all.clicked.connect(lambda: self._choose({}))
        hint = QLabel(self.tr("Letters without Ctrl or Alt are off while you type."))
        hint.setProperty("role", "secondary")
        hint.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(hint, 1)
        head.addWidget(self.reset_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        self.rows: list[KeyRow] = []
        self._headings: dict[str, QLabel] = {}
        for action in ACTIONS:
            if action.group not in self._headings:
                heading = self._headings[action.group] = QLabel(action.group_words)
                heading.setProperty("role", "section")
                heading.setContentsMargins(0, 16, 0, 4)
                column.addWidget(heading)
            column.addWidget(self._row(action))
        self._show()
        self.dress(palette)

    def _row(self, action: Action) -> KeyRow:
        row = KeyRow(action)
        row.wanted.connect(lambda key, over: self._want(row, key, over=over))
        row.cleared.connect(lambda: self._choose(given(self.own, action.name, ())))
        row.reset.connect(lambda: self._choose(as_it_came(self.own, action.name)))
        self.rows.append(row)
        return row

    def row(self, name: str) -> KeyRow:
        """The row of an action."""
        return next(row for row in self.rows if row.action.name == name)

    def _want(self, row: KeyRow, key: str, *, over: bool) -> None:
        held = holder(self.own, key, row.action.name)
        if held is None or (held and over):
            self._choose(given(self.own, row.action.name, (key,)))
        else:
            row.show_conflict(key, self.row(held).words if held else "")

    def _choose(self, own: Mapping[str, Sequence[str]]) -> None:
        self.own = own
        self._show()
        self.changed.emit(own)

    def _show(self) -> None:
        keys = in_force(self.own)
        for row in self.rows:
            row.show_keys(keys[row.action.name])
        self.reset_all.setEnabled(bool(self.own))

    def show_words(self, words: str) -> int:
        """Show the actions that have all these words; how many."""
        found = 0
        sought = folded(words).split()
        groups: set[str] = set()
        for row in self.rows:
            text = folded(f"{row.words} {row.action.group_words} {row.button.text()}")
            fits = all(word in text for word in sought)
            row.setVisible(fits)
            found += fits
            groups |= {row.action.group} if fits else set()
        for group, heading in self._headings.items():
            heading.setVisible(group in groups)
        return found

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        for row in self.rows:
            row.clear.setIcon(icon("x", palette.text_secondary, 16))
            row.back.setIcon(icon("undo-2", palette.text_secondary, 16))
