"""The search field: live search, suggestions under it, what was searched before, the fields one can name, saving."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QMenu

from reader.style import icons
from reader.style.palette import Palette

_NARROW, _TIGHT, _WIDE = 180, 200, 340
_TYPED, _SUGGEST = 160, 90
_KEPT, _SHOWN = 30, 8
_CLEAR = int(Qt.ItemDataRole.UserRole)
_ALT = Qt.KeyboardModifier.AltModifier


def remembered(history: Sequence[str], words: str) -> tuple[str, ...]:
    """The history with one search more, newest first; a search that only grew takes the place of its beginning."""
    kept = (one for one in history if one != words and not words.startswith(one))
    return (words, *kept)[:_KEPT]


class _Lines(QListWidget):
    """What hangs under the field. No popup: the field keeps the keyboard, and a click elsewhere reaches its goal."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("searchSuggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(16, 16))
        self.hide()

    def hang_under(self, field: QLineEdit) -> None:
        """Open under the field, in its window."""
        window = field.window()
        if self.parent() is not window:
            self.setParent(window)
        width, rows = max(_WIDE, field.width()), self.count()
        height = sum(self.sizeHintForRow(row) for row in range(rows)) + 2 * self.frameWidth() + 2
        corner = field.mapTo(window, QPoint(field.width() - width, field.height() + 4))
        self.setGeometry(max(4, corner.x()), corner.y(), width, height)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Walk through the lines; before the first one lies the field itself."""
        self.setCurrentRow((self.currentRow() + 1 + by) % (self.count() + 1) - 1)


class SearchField(QLineEdit):
    """Search that grows while it is used. `searched` carries the words, "" when cleared; `left` on Escape or Down.

    `suggest` gives whole searches for what was typed; `save_requested` carries a search to keep, `history_changed` all
    that was searched, newest first.
    """

    searched = Signal(str)
    left = Signal()
    save_requested = Signal(str)
    history_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("searchField")
        self.setClearButtonEnabled(True)
        self.setFixedWidth(_NARROW)
        self.suggest: Callable[[str], Sequence[str]] = lambda _: ()
        self._history: tuple[str, ...] = ()
        self._signs = (QIcon(), QIcon(), QIcon())
        self._typed = QTimer(self, interval=_TYPED, singleShot=True)
        self._typed.timeout.connect(self._search)
        self._pause = QTimer(self, interval=_SUGGEST, singleShot=True)
        self._pause.timeout.connect(self._offer)
        self._told, self._wide = "", _WIDE
        self._lines = _Lines()
        self._lines.itemClicked.connect(self._take)
        self._help, self._save = QAction(self), QAction(self)
        self._help.triggered.connect(self.open_help)
        self._save.triggered.connect(lambda: self.save_requested.emit(self.text().strip()))
        for action in (self._save, self._help):
            self.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
            action.setVisible(False)
        self.textChanged.connect(lambda _: self._changed())
        self.textEdited.connect(lambda _: self._pause.start())
        self.speak()

    def speak(self) -> None:
        """Words in the language of the moment."""
        self.setPlaceholderText(self.tr("Search"))
        self.setAccessibleName(self.tr("Search all articles"))
        self._help.setText(self.tr("What one can search for"))
        self._help.setToolTip(self.tr("What one can search for (Alt+Down)"))
        self._save.setText(self.tr("Save this search"))
        self._save.setToolTip(self.tr("Save this search (Ctrl+Enter)"))

    def dress(self, palette: Palette) -> None:
        """Tint the icons."""
        self._help.setIcon(icons.icon("circle-help", palette.text_secondary, 16))
        self._save.setIcon(icons.icon("plus", palette.text_secondary, 16))
        names = ("history", "search", "x")
        one, two, three = (icons.icon(name, palette.text_secondary, 16) for name in names)
        self._signs = (one, two, three)

    def clear_quietly(self) -> None:
        """Empty the field without a search: the list is about to show something else."""
        self._told = ""
        self.clear()
        self._typed.stop()
        self._pause.stop()
        self._fit()

    def set_history(self, history: Sequence[str]) -> None:
        """What was searched before, newest first."""
        self._history = tuple(history)

    def suggestions(self) -> list[str]:
        """The lines under the field, as they are shown."""
        if self._lines.isHidden():
            return []
        return [self._lines.item(row).text() for row in range(self._lines.count())]

    def _changed(self) -> None:
        self._typed.start()
        self._fit()

    def _search(self) -> None:
        words = self.text().strip()
        if words != self._told:
            self._told = words
            self.searched.emit(words)

    def _search_now(self) -> None:
        """The search is meant as it stands: it is remembered, and the list has the keys."""
        self._close()
        self._search()
        words = self.text().strip()
        if words:
            self._keep(remembered(self._history, words))
        self.left.emit()

    def _keep(self, history: tuple[str, ...]) -> None:
        if history != self._history:
            self._history = history
            self.history_changed.emit(list(history))

    def _close(self) -> None:
        self._typed.stop()
        self._pause.stop()
        self._lines.hide()

    def _offer(self) -> None:
        """Show what was searched before and what the library suggests for what was typed."""
        words = self.text().strip()
        self._lines.clear()
        self._lines.setAccessibleName(self.tr("Suggestions"))
        known = [one for one in self._history if words.casefold() in one.casefold() and one != words]
        for one in known[: 3 if words else _SHOWN]:
            self._lines.addItem(QListWidgetItem(self._signs[0], one))
        for one in self.suggest(self.text().lstrip()) if words else ():
            if one not in known and self._lines.count() < _SHOWN:
                self._lines.addItem(QListWidgetItem(self._signs[1], one))
        if known and not words:
            clear = QListWidgetItem(self._signs[2], self.tr("Forget these searches"))
            clear.setData(_CLEAR, True)
            self._lines.addItem(clear)
        if self._lines.count() and self.hasFocus():
            self._lines.hang_under(self)
        else:
            self._lines.hide()

    def _take(self, line: QListWidgetItem) -> None:
        if line.data(_CLEAR):
            self._lines.hide()
            self._keep(())
            return
        self.setText(line.text())
        self._search_now()

    def fields(self) -> list[tuple[str, str]]:
        """What can be written before a word, and what it means."""
        return [
            ("title:", self.tr("in the headline")),
            ("author:", self.tr("by this author")),
            ("feed:", self.tr("from feeds of this name")),
            ("section:", self.tr("in this section")),
            ("tag:", self.tr("with this tag")),
            ("after:7d", self.tr("of the last seven days; or a date: 2026-03-14")),
            ("before:2026", self.tr("older than this date")),
            ("is:unread", self.tr("unread; also: read, starred, updated, subscriber, ready")),
            ("has:image", self.tr("with pictures")),
            ("lang:fr", self.tr("in this language")),
            ("min:10", self.tr("ten minutes or longer; max: for shorter ones")),
            ('"…"', self.tr("these words one after the other")),
            ("-", self.tr("without the word that follows")),
        ]

    def open_help(self) -> None:
        """The fields as a menu: choosing one writes it."""
        menu = self.help_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def help_menu(self) -> QMenu:
        """A line for each field that can be named."""
        menu = QMenu(self)
        menu.setAccessibleName(self._help.text())
        for field, meaning in self.fields():
            menu.addAction(f"{field}\t{meaning}").triggered.connect(lambda _=False, one=field: self._write(one))
        return menu

    def _write(self, field: str) -> None:
        before = self.text().rstrip()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setText(f"{before} {field}".lstrip() if field != '"…"' else f'{before} ""'.lstrip())
        if field == '"…"':
            self.cursorBackward(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter searches at once, Escape empties, Down goes to the list; with lines under the field, to these."""
        key, lines = event.key(), self._lines
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not lines.isHidden() and key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers() & _ALT:
            lines.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            line = None if lines.isHidden() else lines.currentItem()
            if control and self.text().strip():
                self._close()
                self.save_requested.emit(self.text().strip())
            elif line is not None:
                self._take(line)
            else:
                self._search_now()
        elif key == Qt.Key.Key_Escape and not lines.isHidden():
            lines.hide()
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self._close()
            self._search()
            self.left.emit()
        elif key == Qt.Key.Key_Down and event.modifiers() & _ALT:
            self.open_help()
        elif key == Qt.Key.Key_Down and not self.text() and self._history:
            self._offer()
        elif key == Qt.Key.Key_Down:
            self._search_now()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Grow."""
        super().focusInEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Shrink again when empty."""
        super().focusOutEvent(event)
        self._lines.hide()
        self._fit()

    def fit(self, width: int) -> None:
        """Leave room to the rest of a toolbar of this width."""
        self._wide = _WIDE if width >= 800 else _TIGHT
        self._fit()

    def _fit(self) -> None:
        used = bool(self.text()) or self.hasFocus()
        self.setFixedWidth(self._wide if used else _NARROW)
        self._help.setVisible(used)
        self._save.setVisible(bool(self.text().strip()))
