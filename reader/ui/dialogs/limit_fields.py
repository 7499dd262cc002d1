"""The fields for how much is kept: so many articles, so many months, and what goes beyond them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSpinBox, QWidget

from reader.core.retention import Policy, Removal

_MOST, _OLDEST = 100_000, 240


class LimitFields(QWidget):
    """`changed` carries the policy that the fields say; 0 is "no limit"."""

    changed = Signal(object)

    def __init__(self, policy: Policy, parent: QWidget | None = None, *, one_feed: bool = False) -> None:
        super().__init__(parent)
        self._said = policy
        self.newest = self._number(policy.newest, _MOST, 50, self.tr("Keep the newest articles of each feed"))
        self.months = self._number(policy.months, _OLDEST, 1, self.tr("Keep what came in the last months"))
        self.removes = QComboBox()
        self.removes.setAccessibleName(self.tr("What goes of the rest"))
        self.removes.addItem(self.tr("their text and pictures"), Removal.TEXT)
        self.removes.addItem(self.tr("the whole article"), Removal.ARTICLE)
        self.removes.setCurrentIndex(list(Removal).index(policy.removes))
        self.removes.currentIndexChanged.connect(self._say)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        rows = (
            (self.tr("Keep the &newest") if one_feed else self.tr("Of each feed, keep the &newest"), self.newest),
            (self.tr("And what came in the &last"), self.months),
            (self.tr("Of &read articles beyond, take"), self.removes),
        )
        for place, (words, field) in enumerate(rows):
            label = QLabel(words)
            label.setBuddy(field)
            grid.addWidget(label, place, 0)
            grid.addWidget(field, place, 1)
        grid.setColumnStretch(2, 1)
        self._count()

    def _number(self, value: int, most: int, step: int, name: str) -> QSpinBox:
        box = QSpinBox()
        box.setRange(0, most)
        box.setSingleStep(step)
        box.setGroupSeparatorShown(True)
        box.setSpecialValueText(self.tr("no limit"))
        box.setValue(value)
        box.setMinimumWidth(192)
        box.setAccessibleName(name)
        # The sheet's padding does not reach the field inside a spin box.
        if (field := box.lineEdit()) is not None:
            field.setTextMargins(6, 0, 0, 0)
        box.valueChanged.connect(self._say)
        return box

    def policy(self) -> Policy:
        """What the fields say."""
        return Policy(self.newest.value(), self.months.value(), Removal(self.removes.currentData()))

    def _count(self) -> None:
        """What the numbers count, in the right form."""
        self.newest.setSuffix("\u00a0" + self.tr("article(s)", "", self.newest.value()))
        self.months.setSuffix("\u00a0" + self.tr("month(s)", "", self.months.value()))

    def _say(self) -> None:
        self._count()
        # Enter in a field says its value once more; that changes nothing.
        if self.policy() != self._said:
            self._said = self.policy()
            self.changed.emit(self._said)
