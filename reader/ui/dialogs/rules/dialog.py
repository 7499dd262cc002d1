"""The dialog of rules: the list of them, and in its place the editor of one, with what it would catch beside it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.core.entities import ArticleId, Row
from reader.core.rules import Net, Rule, RuleDraft, RuleId
from reader.style.palette import Palette
from reader.ui.dialogs.rules.fields import RuleFields
from reader.ui.dialogs.rules.preview import LookFor, RulePreview
from reader.ui.dialogs.rules.rule_list import RuleList


@dataclass(frozen=True, slots=True)
class Sources:
    """What the dialog asks of the library: what a net catches, rows by id, titles of feeds by id, sections in use."""

    look: LookFor
    rows: Callable[[Sequence[ArticleId]], list[Row]]
    feeds: Mapping[int, str]
    sections: Sequence[str]


class RuleEditor(QWidget):
    """One rule at work; `rule_id` is None for a new one."""

    saved = Signal(object, object)
    left = Signal()

    def __init__(self, draft: RuleDraft, rule_id: RuleId | None, sources: Sources, palette: Palette) -> None:
        super().__init__()
        self.rule_id = rule_id
        self.fields = RuleFields(draft, sources.feeds, sources.sections, palette)
        self.preview = RulePreview(sources.look, sources.rows, palette)
        title = QLabel(self.tr("New rule") if rule_id is None else self.tr("Change the rule"))
        title.setProperty("role", "title")
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.left)
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("primary", True)
        self.save.clicked.connect(self._save)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        body.setObjectName("dialogBody")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 12, 0)
        inner.addWidget(self.fields)
        inner.addStretch(1)
        scroll.setWidget(body)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addWidget(scroll, 1)
        sides.addWidget(self.preview, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(title)
        column.addLayout(sides, 1)
        column.addLayout(buttons)
        self.preview.changed = self._judge
        self.fields.changed.connect(self._look)
        self._look()

    def _look(self) -> None:
        self.preview.show_net(self.fields.net())
        self._judge()

    def _judge(self) -> None:
        """A rule that catches nothing by its making, or cannot be searched, cannot be saved."""
        self.save.setEnabled(bool(self.fields.net()) and not self.preview.trouble)

    def _save(self) -> None:
        self.preview.stop()
        self.saved.emit(self.fields.draft(datetime.now(UTC)), self.rule_id)

    def begin(self) -> None:
        """Put the keyboard where the first word goes; what is prefilled there is chosen, so that typing replaces it."""
        net = self.fields.net()
        field = self.fields.words
        if not net.words and net.expression:
            field = self.fields.expression
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self.preview.dress(palette)
        self.fields.feeds.dress(palette)


class RulesDialog(QDialog):
    """`saved` carries a draft and an id (None for a new rule); the rest goes by the list's own signals."""

    saved = Signal(object, object)

    def __init__(self, sources: Sources, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rules")
        self.setWindowTitle(self.tr("Rules"))
        self.resize(920, 640)
        self.setMinimumSize(680, 420)
        self._sources, self._theme = sources, palette
        self._straight = False
        self.list = RuleList(palette)
        self.list.new_requested.connect(lambda: self.edit(RuleDraft("", Net())))
        self.list.edit_requested.connect(self._edit_known)
        self.editor: RuleEditor | None = None
        self._rules: list[Rule] = []
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list_page())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _list_page(self) -> QWidget:
        title = QLabel(self.tr("Rules"))
        title.setProperty("role", "title")
        body = QWidget()
        body.setObjectName("dialogBody")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(24, 0, 24, 16)
        inner.addWidget(self.list, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        self.done_button = QPushButton(self.tr("Close"))
        self.done_button.setAutoDefault(False)
        self.done_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 20)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        head.addWidget(title)
        column.addLayout(head)
        column.addWidget(area, 1)
        column.addLayout(foot)
        return page

    def show_rules(self, rules: Sequence[Rule], muted: int) -> None:
        """Show these in the list; an editor that is open stays."""
        self._rules = list(rules)
        self.list.show_rules(rules, self._sources.feeds, muted)

    def edit(self, draft: RuleDraft, rule_id: RuleId | None = None, *, straight: bool = False) -> None:
        """Open the editor; `straight` from elsewhere: when it is done, so is the dialog."""
        self._close_editor()
        self._straight = straight
        self.editor = RuleEditor(draft, rule_id, self._sources, self._theme)
        self.editor.saved.connect(self._save)
        self.editor.left.connect(self._leave)
        self._stack.addWidget(self.editor)
        self._stack.setCurrentWidget(self.editor)
        # Not before: a button learns of its dialog only when it stands in it, and says only once that Enter is its own.
        self.editor.save.setDefault(True)
        self.editor.begin()

    def _edit_known(self, rule_id: int) -> None:
        rule = next((one for one in self._rules if one.id == rule_id), None)
        if rule is not None:
            until = None if rule.ended else rule.until
            self.edit(RuleDraft(rule.name, rule.net, rule.deed, until), rule.id)

    def _save(self, draft: RuleDraft, rule_id: RuleId | None) -> None:
        self.saved.emit(draft, rule_id)
        self._leave()

    def _leave(self) -> None:
        if self._straight:
            self.accept()
            return
        self._close_editor()
        (self.list.new if self.list.rows else self.done_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_editor(self) -> None:
        if self.editor is not None:
            self.editor.preview.stop()
            self._stack.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: Escape in the editor goes back to the list."""
        if event.key() == Qt.Key.Key_Escape and self.editor is not None and not self._straight:
            self._leave()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Qt's: closed in whatever way."""
        self._close_editor()
        super().done(result)

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._theme = palette
        self.list.dress(palette)
        if self.editor is not None:
            self.editor.dress(palette)
