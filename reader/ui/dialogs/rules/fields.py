"""The fields of a rule: what it looks for, what it does, until when; they give a draft at any time."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from reader.core.rules import Deed, Net, RuleDraft, words_of
from reader.style.palette import Palette
from reader.ui.dialogs.rules.feed_picker import FeedPicker
from reader.ui.dialogs.rules.words import deed_help, deed_words, usual_name

_DAYS = {"day": 1, "week": 7, "month": 30}


def end_of(date: QDate) -> datetime:
    """The midnight that ends a day of the reader's own calendar."""
    return (datetime(date.year(), date.month(), date.day()) + timedelta(days=1)).astimezone(UTC)


class UntilBox(QWidget):
    """How long a rule is to act: for ever, for some days, until a date."""

    changed = Signal()

    def __init__(self, until: datetime | None) -> None:
        super().__init__()
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("How long"))
        for words, name in (
            (self.tr("For ever"), "ever"),
            (self.tr("For a day"), "day"),
            (self.tr("For a week"), "week"),
            (self.tr("For a month"), "month"),
            (self.tr("Until the end of…"), "date"),
        ):
            self.choice.addItem(words, name)
        self.date = QDateEdit()
        self.date.setCalendarPopup(True)
        self.date.setAccessibleName(self.tr("The last day"))
        today = QDate.currentDate()
        self.date.setMinimumDate(today)
        held = None if until is None else (until - timedelta(seconds=1)).astimezone().date()
        self.date.setDate(today.addDays(7) if held is None else QDate(held.year, held.month, held.day))
        self._held, self._shown = until, self.date.date()
        self.choice.setCurrentIndex(0 if until is None else 4)
        self.date.setVisible(until is not None)
        self.choice.currentIndexChanged.connect(self._choose)
        self.date.dateChanged.connect(lambda _: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.choice, 1)
        row.addWidget(self.date)

    def _choose(self) -> None:
        self.date.setVisible(self.choice.currentData() == "date")
        self.changed.emit()

    def until(self, now: datetime) -> datetime | None:
        """When the rule is to end; what was not touched stays as it was, to the minute."""
        name = str(self.choice.currentData())
        if name == "date":
            untouched = self._held is not None and self._held > now and self.date.date() == self._shown
            return self._held if untouched else end_of(self.date.date())
        return now + timedelta(days=_DAYS[name]) if name in _DAYS else None


class RuleFields(QWidget):
    """`feeds` are titles by id, `sections` those to complete with. `changed` at every key."""

    changed = Signal()

    def __init__(self, draft: RuleDraft, feeds: Mapping[int, str], sections: Sequence[str], palette: Palette) -> None:
        super().__init__()
        net, self._feeds = draft.net, dict(feeds)
        self.name = _line(draft.name)
        self.words = _line(", ".join(net.words), self.tr("football, world cup, elect*"))
        self.words.setToolTip(
            self.tr("Words or phrases, separated by commas. Accents and capitals make no difference.")
        )
        self.without = _line(", ".join(net.without))
        self.where = QComboBox()
        self.where.addItem(self.tr("Anywhere in the article"), False)
        self.where.addItem(self.tr("In the headline only"), True)
        self.where.setCurrentIndex(int(net.title_only))
        self.expression = _line(net.expression)
        self.expression.setObjectName("expression")
        self.expression.setToolTip(self.tr("A regular expression. It is searched in the text without accents."))
        self.authors = _line(", ".join(net.authors))
        self.sections = _line(", ".join(net.sections))
        completer = QCompleter(list(sections), self.sections)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.sections.setCompleter(completer)
        self.feeds = FeedPicker(feeds, net.feeds, palette)
        self.deed = QComboBox()
        for deed in Deed:
            self.deed.addItem(deed_words(deed), deed)
        self.deed.setCurrentIndex(list(Deed).index(draft.deed))
        self.help = QLabel()
        self.help.setProperty("role", "secondary")
        self.help.setWordWrap(True)
        self.until = UntilBox(draft.until)
        self._lay()
        for field in (self.words, self.without, self.expression, self.authors, self.sections, self.name):
            field.textChanged.connect(lambda _: self._said())
        for box in (self.where, self.deed):
            box.currentIndexChanged.connect(lambda _: self._said())
        self.feeds.changed.connect(self._said)
        self.until.changed.connect(self._said)
        self._said()

    def _lay(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("&Words"), self.words),
            (self.tr("B&ut not"), self.without),
            (self.tr("Wher&e"), self.where),
            (self.tr("&Author"), self.authors),
            (self.tr("&Section"), self.sections),
            (self.tr("&Feeds"), self.feeds),
            (self.tr("E&xpression"), self.expression),
            (self.tr("&Then"), self.deed),
            ("", self.help),
            (self.tr("How &long"), self.until),
            (self.tr("&Name"), self.name),
        )
        for words, control in rows:
            form.addRow(words, control)
            if words and control is not self.until:
                control.setAccessibleName(words.replace("&", ""))
        label = form.labelForField(self.until)
        if isinstance(label, QLabel):
            label.setBuddy(self.until.choice)

    def _said(self) -> None:
        self.help.setText(deed_help(Deed(self.deed.currentData())))
        self.name.setPlaceholderText(usual_name(self.net(), self._feeds))
        self.changed.emit()

    def net(self) -> Net:
        """What is looked for."""
        return Net(
            words=words_of(self.words.text()),
            without=words_of(self.without.text()),
            expression=self.expression.text().strip(),
            feeds=self.feeds.chosen(),
            authors=words_of(self.authors.text()),
            sections=words_of(self.sections.text()),
            title_only=bool(self.where.currentData()),
        )

    def draft(self, now: datetime) -> RuleDraft:
        """The rule as it is written."""
        net = self.net()
        name = " ".join(self.name.text().split()) or usual_name(net, self._feeds)
        return RuleDraft(name, net, Deed(self.deed.currentData()), self.until.until(now))


def _line(text: str, hint: str = "") -> QLineEdit:
    field = QLineEdit(text)
    field.setPlaceholderText(hint)
    field.setCursorPosition(0)
    return field
