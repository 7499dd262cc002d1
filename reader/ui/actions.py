"""Every action of the window, in one table: words, keys, icon, and when it can be used.

Menus, toolbar, shortcut sheet and key settings read it; nothing else names a key. A letter without a modifier is off
while the reader types (a field takes it before it becomes a shortcut).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from reader.style import icons
from reader.style.palette import Palette


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides whether an action can be used."""

    article: bool = False
    feed: bool = False
    rows: bool = False
    refreshing: bool = False
    online: bool = True
    undoable: bool = False
    redoable: bool = False
    pressing: bool = False
    writable: bool = True


_ALWAYS: Callable[[Situation], bool] = lambda _: True  # noqa: E731
_ARTICLE: Callable[[Situation], bool] = lambda now: now.article  # noqa: E731
_WRITE: Callable[[Situation], bool] = lambda now: now.article and now.writable  # noqa: E731


@dataclass(frozen=True, slots=True)
class Action:
    """One row of the table. `keys` in Qt's portable spelling, the first one shown; `icon` of resources/icons."""

    name: str
    group: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    usable: Callable[[Situation], bool] = _ALWAYS

    @property
    def words(self) -> str:
        """The text in the reader's language."""
        return QCoreApplication.translate("Actions", self.text)

    @property
    def group_words(self) -> str:
        """The group in the reader's language."""
        return QCoreApplication.translate("Actions", self.group)


_READ = str(QT_TRANSLATE_NOOP("Actions", "Reading"))
_TEXT = str(QT_TRANSLATE_NOOP("Actions", "This article"))
_SORT = str(QT_TRANSLATE_NOOP("Actions", "Articles"))
_FEEDS = str(QT_TRANSLATE_NOOP("Actions", "Feeds"))
_SHOW = str(QT_TRANSLATE_NOOP("Actions", "View"))
_PROGRAM = str(QT_TRANSLATE_NOOP("Actions", "Encre"))

ACTIONS: tuple[Action, ...] = (
    Action("next", _READ, str(QT_TRANSLATE_NOOP("Actions", "Next article")), ("J",), "arrow-down"),
    Action("previous", _READ, str(QT_TRANSLATE_NOOP("Actions", "Previous article")), ("K",), "arrow-up"),
    Action("next_unread", _READ, str(QT_TRANSLATE_NOOP("Actions", "Next unread article")), ("N",)),
    Action("previous_unread", _READ, str(QT_TRANSLATE_NOOP("Actions", "Previous unread article")), ("Shift+N",)),
    Action("next_unread_feed", _READ, str(QT_TRANSLATE_NOOP("Actions", "Next feed with unread articles")), ("G",)),
    Action(
        "read_on",
        _READ,
        str(QT_TRANSLATE_NOOP("Actions", "Read on, then the next unread article")),
        ("Space",),
        usable=lambda now: not now.pressing,
    ),
    Action(
        "read_back",
        _READ,
        str(QT_TRANSLATE_NOOP("Actions", "A page back")),
        ("Shift+Space",),
        usable=lambda now: not now.pressing,
    ),
    Action("find", _READ, str(QT_TRANSLATE_NOOP("Actions", "Find in the article")), ("Ctrl+F",), "search", _ARTICLE),
    Action("find_next", _READ, str(QT_TRANSLATE_NOOP("Actions", "Find next")), ("F3",), "", _ARTICLE),
    Action("find_previous", _READ, str(QT_TRANSLATE_NOOP("Actions", "Find previous")), ("Shift+F3",), "", _ARTICLE),
    Action("copy", _READ, str(QT_TRANSLATE_NOOP("Actions", "Copy")), ("Ctrl+C",), "copy", _ARTICLE),
    Action("zoom_in", _READ, str(QT_TRANSLATE_NOOP("Actions", "Larger text")), ("Ctrl++", "Ctrl+="), "type"),
    Action("zoom_out", _READ, str(QT_TRANSLATE_NOOP("Actions", "Smaller text")), ("Ctrl+-",)),
    Action("zoom_reset", _READ, str(QT_TRANSLATE_NOOP("Actions", "Usual text size")), ("Ctrl+0",)),
    Action(
        "copy_markdown", _TEXT, str(QT_TRANSLATE_NOOP("Actions", "Copy as Markdown")), ("Ctrl+Shift+C",), "", _ARTICLE
    ),
    Action(
        "copy_quotation",
        _TEXT,
        str(QT_TRANSLATE_NOOP("Actions", "Copy as a quotation with its source")),
        ("Ctrl+Alt+C",),
        "quote",
        _ARTICLE,
    ),
    Action("highlight", _TEXT, str(QT_TRANSLATE_NOOP("Actions", "Highlight")), ("H",), "highlighter", _ARTICLE),
    Action("note", _TEXT, str(QT_TRANSLATE_NOOP("Actions", "Highlight with a note")), ("Shift+H",), "pencil", _ARTICLE),
    Action(
        "look_up",
        _TEXT,
        str(QT_TRANSLATE_NOOP("Actions", "Search the library for these words")),
        ("Ctrl+Alt+F",),
        "search",
        _ARTICLE,
    ),
    Action(
        "look_up_web",
        _TEXT,
        str(QT_TRANSLATE_NOOP("Actions", "Search the web for these words")),
        ("Ctrl+Alt+W",),
        "",
        _ARTICLE,
    ),
    Action("outline", _TEXT, str(QT_TRANSLATE_NOOP("Actions", "Headings")), ("O",), "list-tree", _ARTICLE),
    Action("next_heading", _TEXT, str(QT_TRANSLATE_NOOP("Actions", "Next heading")), ("Alt+Down", "]"), "", _ARTICLE),
    Action(
        "previous_heading", _TEXT, str(QT_TRANSLATE_NOOP("Actions", "Previous heading")), ("Alt+Up", "["), "", _ARTICLE
    ),
    Action("typography", _TEXT, str(QT_TRANSLATE_NOOP("Actions", "Typography")), ("Shift+T",), "type", _ARTICLE),
    Action(
        "read_aloud",
        _TEXT,
        str(QT_TRANSLATE_NOOP("Actions", "Read aloud, or pause")),
        ("L", "Media Play", "Toggle Media Play/Pause"),
        "volume-2",
        _ARTICLE,
    ),
    Action(
        "auto_scroll",
        _TEXT,
        str(QT_TRANSLATE_NOOP("Actions", "Let the text scroll by itself, or stop it")),
        ("Ctrl+Space",),
        "",
        _ARTICLE,
    ),
    Action(
        "paragraph_focus",
        _TEXT,
        str(QT_TRANSLATE_NOOP("Actions", "Dim all but one paragraph")),
        ("P",),
        "",
        _ARTICLE,
    ),
    Action("print", _TEXT, str(QT_TRANSLATE_NOOP("Actions", "Print…")), ("Ctrl+P",), "printer", _ARTICLE),
    Action("save_pdf", _TEXT, str(QT_TRANSLATE_NOOP("Actions", "Save as PDF…")), (), "file-down", _ARTICLE),
    Action("save_epub", _TEXT, str(QT_TRANSLATE_NOOP("Actions", "Save as EPUB…")), (), "", _ARTICLE),
    Action("save_html", _TEXT, str(QT_TRANSLATE_NOOP("Actions", "Save as a web page…")), (), "", _ARTICLE),
    Action("save_markdown", _TEXT, str(QT_TRANSLATE_NOOP("Actions", "Save as Markdown…")), (), "", _ARTICLE),
    Action("mail_link", _TEXT, str(QT_TRANSLATE_NOOP("Actions", "Send the link by e-mail")), (), "share-2", _ARTICLE),
    Action("toggle_read", _SORT, str(QT_TRANSLATE_NOOP("Actions", "Read or unread")), ("M",), "mail", _ARTICLE),
    Action("toggle_star", _SORT, str(QT_TRANSLATE_NOOP("Actions", "Star or unstar")), ("S",), "star", _ARTICLE),
    Action("tag", _SORT, str(QT_TRANSLATE_NOOP("Actions", "Tags…")), ("T",), "tag", _ARTICLE),
    Action("archive", _SORT, str(QT_TRANSLATE_NOOP("Actions", "Archive or take back")), ("E",), "archive", _WRITE),
    Action("delete", _SORT, str(QT_TRANSLATE_NOOP("Actions", "Delete")), ("Del",), "trash-2", _WRITE),
    Action("mute", _SORT, str(QT_TRANSLATE_NOOP("Actions", "Mute these words…")), ("Ctrl+Shift+M",), "eye-off", _WRITE),
    Action(
        "mark_all",
        _SORT,
        str(QT_TRANSLATE_NOOP("Actions", "Mark all as read")),
        ("Shift+A",),
        "check-check",
        lambda now: now.rows,
    ),
    Action(
        "mark_above", _SORT, str(QT_TRANSLATE_NOOP("Actions", "Mark those above as read")), ("Shift+K",), "", _ARTICLE
    ),
    Action(
        "mark_below", _SORT, str(QT_TRANSLATE_NOOP("Actions", "Mark those below as read")), ("Shift+J",), "", _ARTICLE
    ),
    Action("mark_feed", _SORT, str(QT_TRANSLATE_NOOP("Actions", "Mark its whole feed as read")), (), "", _ARTICLE),
    Action("mark_folder", _SORT, str(QT_TRANSLATE_NOOP("Actions", "Mark its whole folder as read")), (), "", _ARTICLE),
    Action("mark_day", _SORT, str(QT_TRANSLATE_NOOP("Actions", "Mark as read what is older than a day"))),
    Action("mark_week", _SORT, str(QT_TRANSLATE_NOOP("Actions", "Mark as read what is older than a week"))),
    Action("mark_month", _SORT, str(QT_TRANSLATE_NOOP("Actions", "Mark as read what is older than a month"))),
    Action(
        "open_browser",
        _SORT,
        str(QT_TRANSLATE_NOOP("Actions", "Open in the browser")),
        ("B",),
        "external-link",
        _ARTICLE,
    ),
    Action("copy_link", _SORT, str(QT_TRANSLATE_NOOP("Actions", "Copy the link")), ("Ctrl+L",), "link", _ARTICLE),
    Action("changes", _SORT, str(QT_TRANSLATE_NOOP("Actions", "See what changed")), ("C",), "history", _ARTICLE),
    Action(
        "undo",
        _SORT,
        str(QT_TRANSLATE_NOOP("Actions", "Undo")),
        ("Ctrl+Z",),
        "undo-2",
        lambda now: now.undoable and now.writable,
    ),
    Action(
        "redo",
        _SORT,
        str(QT_TRANSLATE_NOOP("Actions", "Redo")),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "redo-2",
        lambda now: now.redoable and now.writable,
    ),
    Action("clean_up", _SORT, str(QT_TRANSLATE_NOOP("Actions", "Clean up…")), (), "brush-cleaning"),
    Action("rules", _SORT, str(QT_TRANSLATE_NOOP("Actions", "Rules…")), (), "list-checks", lambda now: now.writable),
    Action("activity", _SORT, str(QT_TRANSLATE_NOOP("Actions", "Activity…")), (), "history"),
    Action(
        "refresh",
        _FEEDS,
        str(QT_TRANSLATE_NOOP("Actions", "Refresh")),
        ("F5", "Ctrl+R"),
        "refresh-cw",
        lambda now: now.online and not now.refreshing,
    ),
    Action(
        "refresh_feed",
        _FEEDS,
        str(QT_TRANSLATE_NOOP("Actions", "Refresh this feed")),
        ("Shift+F5",),
        "",
        lambda now: now.online and now.feed,
    ),
    Action(
        "cancel",
        _FEEDS,
        str(QT_TRANSLATE_NOOP("Actions", "Stop refreshing")),
        ("Ctrl+.",),
        "x",
        lambda now: now.refreshing,
    ),
    Action("add_feed", _FEEDS, str(QT_TRANSLATE_NOOP("Actions", "Add a feed…")), ("Ctrl+N",), "plus"),
    Action("import_opml", _FEEDS, str(QT_TRANSLATE_NOOP("Actions", "Import subscriptions (OPML)…")), (), "file-down"),
    Action("export_opml", _FEEDS, str(QT_TRANSLATE_NOOP("Actions", "Export subscriptions (OPML)…")), (), "file-up"),
    Action(
        "prepare_offline",
        _FEEDS,
        str(QT_TRANSLATE_NOOP("Actions", "Prepare for offline")),
        (),
        "download",
        lambda now: now.online and not now.refreshing,
    ),
    Action("statistics", _FEEDS, str(QT_TRANSLATE_NOOP("Actions", "Statistics")), (), "list-checks"),
    Action("next_feed", _FEEDS, str(QT_TRANSLATE_NOOP("Actions", "Next feed")), ("Ctrl+Down",)),
    Action("previous_feed", _FEEDS, str(QT_TRANSLATE_NOOP("Actions", "Previous feed")), ("Ctrl+Up",)),
    Action("go_home", _SHOW, str(QT_TRANSLATE_NOOP("Actions", "Home")), ("Alt+Home", "Alt+1"), "house"),
    Action("go_all", _SHOW, str(QT_TRANSLATE_NOOP("Actions", "All articles")), ("Alt+2",), "inbox"),
    Action("go_unread", _SHOW, str(QT_TRANSLATE_NOOP("Actions", "Unread")), ("Alt+3",), "circle-dot"),
    Action("go_starred", _SHOW, str(QT_TRANSLATE_NOOP("Actions", "Starred")), ("Alt+4",), "star"),
    Action("go_archive", _SHOW, str(QT_TRANSLATE_NOOP("Actions", "Archive")), ("Alt+5",), "archive"),
    Action("search", _SHOW, str(QT_TRANSLATE_NOOP("Actions", "Search all articles")), ("Ctrl+Shift+F", "/"), "search"),
    Action("notifications", _SHOW, str(QT_TRANSLATE_NOOP("Actions", "Notifications")), ("F7",), "bell"),
    Action("highlights", _SHOW, str(QT_TRANSLATE_NOOP("Actions", "All highlights")), (), "pencil"),
    Action("display_options", _SHOW, str(QT_TRANSLATE_NOOP("Actions", "Display options")), ("V",), "list-checks"),
    Action("sidebar", _SHOW, str(QT_TRANSLATE_NOOP("Actions", "Show or hide the sidebar")), ("F9",), "panel-left"),
    Action("focus", _SHOW, str(QT_TRANSLATE_NOOP("Actions", "Only the text")), ("F11",), "book-open", _ARTICLE),
    Action("back", _SHOW, str(QT_TRANSLATE_NOOP("Actions", "Back to the list")), ("Esc",), "arrow-left"),
    Action(
        "history_back",
        _SHOW,
        str(QT_TRANSLATE_NOOP("Actions", "The article read before")),
        ("Alt+Left",),
        "arrow-left",
    ),
    Action("history_forward", _SHOW, str(QT_TRANSLATE_NOOP("Actions", "Forward again")), ("Alt+Right",)),
    Action("settings", _PROGRAM, str(QT_TRANSLATE_NOOP("Actions", "Settings…")), ("Ctrl+,",), "settings"),
    Action("shortcuts", _PROGRAM, str(QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts")), ("?", "F1"), "keyboard"),
    Action("welcome", _PROGRAM, str(QT_TRANSLATE_NOOP("Actions", "Welcome")), (), "sparkles"),
    Action("data_folder", _PROGRAM, str(QT_TRANSLATE_NOOP("Actions", "Open the data folder")), (), "folder"),
    Action("about", _PROGRAM, str(QT_TRANSLATE_NOOP("Actions", "About Encre")), (), "info"),
    Action("quit", _PROGRAM, str(QT_TRANSLATE_NOOP("Actions", "Quit")), ("Ctrl+Q",), "log-out"),
)


_PLAYING = [QKeySequence(key) for key in (Qt.Key.Key_MediaPlay, Qt.Key.Key_MediaTogglePlayPause)]
BY_NAME: dict[str, Action] = {action.name: action for action in ACTIONS}


class ActionTable:
    """The table as Qt's actions; they work once they belong to a window."""

    def __init__(self) -> None:
        self._actions: dict[str, QAction] = {}
        self._palette: Palette | None = None
        self._tinted: Palette | None = None
        for action in ACTIONS:
            made = QAction(action.words)
            made.setObjectName(action.name)
            made.setShortcuts([QKeySequence(key) for key in action.keys])
            made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            made.setAutoRepeat(
                action.name in ("next", "previous", "read_on", "read_back", "zoom_in", "zoom_out", "next_heading")
            )
            self._actions[action.name] = made

    def belong_to(self, window: QWidget) -> None:
        """Work in `window`."""
        for made in self._actions.values():
            made.setParent(window)
            window.addAction(made)

    def bind(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Give the actions these keys, by name."""
        for name, held in keys.items():
            self._actions[name].setShortcuts([QKeySequence(key) for key in held])

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Give each action what it does. Raises KeyError for an action left without."""
        for name, made in self._actions.items():
            handler = handlers[name]
            made.triggered.connect(lambda _=False, do=handler: do())

    def update(self, situation: Situation) -> None:
        """Switch actions on and off."""
        for action in ACTIONS:
            self._actions[action.name].setEnabled(action.usable(situation))

    def speak(self) -> None:
        """Say the words again after a change of language."""
        for action in ACTIONS:
            self._actions[action.name].setText(action.words)

    def dress(self, palette: Palette) -> None:
        """Wear a theme: an open menu shows it at once, others when they are made (to tint all icons takes 14 ms)."""
        self._palette = palette
        if QApplication.activePopupWidget() is not None:
            self.tint()

    def tint(self) -> None:
        """A menu is made: its icons in the colours of the theme that is worn."""
        palette = self._palette
        if palette is None or palette == self._tinted:
            return
        self._tinted = palette
        for action in ACTIONS:
            if action.icon:
                made = icons.icon(action.icon, palette.text_secondary, 16, disabled=palette.text_disabled)
                self._actions[action.name].setIcon(made)

    def tip(self, name: str) -> str:
        """Words and key for a tool tip: "Refresh (F5)"."""
        made = self._actions[name]
        key = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return f"{made.text().rstrip('…')} ({key})" if key else made.text().rstrip("…")

    def sheet(self) -> list[tuple[str, str, str]]:
        """Rows (group, words, keys) for the shortcut sheet."""
        rows = []
        for action in ACTIONS:
            # A keyboard's own key for playing says itself what it does.
            held = [key for key in self._actions[action.name].shortcuts() if key not in _PLAYING]
            keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in held]
            if keys:
                rows.append((action.group_words, action.words.rstrip("…"), " · ".join(keys)))
        return rows
