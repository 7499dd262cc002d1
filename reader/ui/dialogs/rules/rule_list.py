"""All rules with what each caught; on and off, change, remove. In the dialog of rules and on a page of the settings."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from reader.core.rules import Rule
from reader.render.numbers import count_words
from reader.style.icons import icon
from reader.style.palette import Palette
from reader.ui.dialogs.rules.words import deed_words, end_words, parts
from reader.ui.empty_state import EmptyState
from reader.ui.sidebar.tree import folded
from reader.ui.switch import Switch


class RuleRow(QFrame):
    """One rule: its switch, what it looks for, what it has caught."""

    edit_requested = Signal(int)
    remove_requested = Signal(int)
    articles_requested = Signal(int)
    switched = Signal(int, bool)

    def __init__(self, rule: Rule, feeds: Mapping[int, str], palette: Palette) -> None:
        super().__init__()
        self.setObjectName("settingRow")
        self.rule = rule
        self.switch = Switch(palette)
        self.switch.setChecked(rule.enabled and not rule.ended)
        self.switch.setEnabled(not rule.ended)
        self.switch.setAccessibleName(self.tr("{0}: on or off").format(rule.name))
        self.switch.setToolTip(self.tr("What it hides comes back while it is off."))
        self.switch.toggled.connect(lambda on: self.switched.emit(int(rule.id), on))
        name = _label(rule.name, "heading")
        looks = _label("  ·  ".join(parts(rule.net, feeds)), "secondary")
        self.state = _label(self.state_words(), "error" if rule.slow else "secondary")
        words = QVBoxLayout()
        words.setSpacing(2)
        # A rule that was named after its words need not say them twice.
        for label in (name, looks, self.state):
            words.addWidget(label)
        self.look = self._button(self.tr("Show its articles"))
        self.look.setAccessibleName(f"{self.look.toolTip()}: {rule.name}")
        self.look.clicked.connect(lambda: self.articles_requested.emit(int(rule.id)))
        self.edit = self._button(self.tr("Change “{0}”").format(rule.name))
        self.edit.clicked.connect(lambda: self.edit_requested.emit(int(rule.id)))
        self.remove = self._button(self.tr("Remove “{0}”").format(rule.name))
        self.remove.clicked.connect(lambda: self.remove_requested.emit(int(rule.id)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(8)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(4)
        row.addLayout(words, 1)
        row.addWidget(self.look, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignVCenter)
        self.dress(palette)

    def _button(self, words: str) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def state_words(self) -> str:
        """What it does, what it has caught, when it ends."""
        rule = self.rule
        if rule.slow:
            return self.tr("Stopped: its expression takes too long. Change it, or try it again.")
        caught = self.tr("%n article(s) caught", None, rule.caught)
        caught = caught.replace(str(rule.caught), count_words(rule.caught), 1)
        if rule.acts and rule.left:
            done = round(100 * (1 - rule.left))
            caught += " " + self.tr("(looking through the library: {0} %)").format(done)
        said = [deed_words(rule.deed), caught, end_words(rule)]
        if not rule.enabled:
            said.insert(0, self.tr("Off"))
        return "  ·  ".join(filter(None, said))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt's: change it."""
        self.edit_requested.emit(int(self.rule.id))

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self.switch.dress(palette)
        self.look.setIcon(icon("newspaper", palette.text_secondary, 16))
        self.edit.setIcon(icon("pencil", palette.text_secondary, 16))
        self.remove.setIcon(icon("trash-2", palette.text_secondary, 16))


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setVisible(bool(words))
    return label


class RuleList(QWidget):
    """The rules, the newest first. It says what is wanted; who made it does it and shows the rules anew."""

    new_requested = Signal()
    edit_requested = Signal(int)
    remove_requested = Signal(int)
    articles_requested = Signal(int)
    switched = Signal(int, bool)
    muted_requested = Signal()

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._theme = palette
        self._rules: list[Rule] = []
        self._feeds: dict[int, str] = {}
        self.rows: list[RuleRow] = []
        intro = self.tr(
            "Rules act on what comes in and on what is here. Nothing is deleted, and all of it can be undone."
        )
        self._intro = _label(intro, "secondary")
        self._empty = EmptyState("nothing_selected")
        self._empty.show_words(
            "nothing_unread",
            self.tr("No rule yet"),
            self.tr(
                "A rule hides, marks as read or stars what has certain words, or comes from an author or a section."
            ),
            self.tr("New rule…"),
        )
        self._empty.chosen.connect(self.new_requested)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        self.new = QPushButton(self.tr("New rule…"))
        self.new.setAutoDefault(False)
        self.new.clicked.connect(self.new_requested)
        self.muted = QPushButton()
        self.muted.setProperty("flat", True)
        self.muted.setAutoDefault(False)
        self.muted.clicked.connect(self.muted_requested)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 16, 0, 0)
        foot.addWidget(self.new)
        foot.addWidget(self.muted)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._intro)
        column.addLayout(self._body)
        column.addLayout(foot)
        column.addWidget(self._empty, 1)
        column.addStretch(0)
        self.dress(palette)

    def show_rules(self, rules: Sequence[Rule], feeds: Mapping[int, str], muted: int) -> None:
        """Show these; `feeds` are titles by id, `muted` articles are hidden in all. The keyboard stays where it is."""
        place = next(
            (place for place, row in enumerate(self.rows) if row.isAncestorOf(self.focusWidget() or self)), None
        )
        which = next((o for o in ("switch", "look", "edit", "remove") if self._has_focus(place, o)), "switch")
        same = [row.rule for row in self.rows] == list(rules) and self._feeds == dict(feeds)
        self._rules, self._feeds = list(rules), dict(feeds)
        self.muted.setText(self.tr("Show the %n hidden article(s)", None, muted))
        self.muted.setVisible(muted > 0)
        for part in (self._intro, self.new):
            part.setVisible(bool(rules))
        self._empty.setVisible(not rules)
        if same:
            return
        for row in self.rows:
            self._body.removeWidget(row)
            row.deleteLater()
        self.rows = [self._row(rule) for rule in rules]
        if place is not None and self.rows:
            getattr(self.rows[min(place, len(self.rows) - 1)], which).setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_focus(self, place: int | None, name: str) -> bool:
        return place is not None and bool(getattr(self.rows[place], name).hasFocus())

    def _row(self, rule: Rule) -> RuleRow:
        row = RuleRow(rule, self._feeds, self._theme)
        row.edit_requested.connect(self.edit_requested)
        row.remove_requested.connect(self.remove_requested)
        row.articles_requested.connect(self.articles_requested)
        row.switched.connect(self.switched)
        self._body.addWidget(row)
        return row

    def show_words(self, words: str) -> int:
        """Show the rules that have these words, for the search of the settings; how many."""
        sought, found = folded(words).split(), 0
        for row in self.rows:
            text = folded(" ".join((row.rule.name, *parts(row.rule.net, self._feeds))))
            fits = all(word in text for word in sought)
            row.setVisible(fits)
            found += fits
        name = folded(self.tr("Rules"))
        return found or int(bool(sought) and all(word in name for word in sought))

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._theme = palette
        self._empty.dress(palette, palette.window)
        for row in self.rows:
            row.dress(palette)
