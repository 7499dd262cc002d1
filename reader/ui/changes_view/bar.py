"""The bar over a comparison: which two versions, how far along the changes, and the way back."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QToolButton,
    QWidget,
)

from reader.core.entities import ChangeKind, Revision
from reader.render.moments import long_moment
from reader.style.icons import icon
from reader.style.palette import Palette

_STACKED = 640
_TOOLS = {"back": "arrow-left", "previous": "arrow-up", "next": "arrow-down", "whole": "list-tree"}


def kind_words(kind: ChangeKind) -> str:
    """What a version is, in a few words."""
    return {
        ChangeKind.FIRST: QCoreApplication.translate("ChangesView", "first version"),
        ChangeKind.COSMETIC: QCoreApplication.translate("ChangesView", "details"),
        ChangeKind.CORRECTED: QCoreApplication.translate("ChangesView", "corrected"),
        ChangeKind.ADDED: QCoreApplication.translate("ChangesView", "text added"),
        ChangeKind.MARKED: QCoreApplication.translate("ChangesView", "marked update"),
    }[kind]


class VersionsBar(QFrame):
    """`chosen` has the two versions' numbers, the older one first."""

    chosen = Signal(int, int)
    back_wanted = Signal()
    step_wanted = Signal(int)
    whole_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changesBar")
        self._versions: tuple[Revision, ...] = ()
        self.tools = {name: QToolButton(self) for name in _TOOLS}
        for tool in self.tools.values():
            tool.setIconSize(QSize(18, 18))
            tool.setFixedSize(32, 32)
        self.tools["whole"].setCheckable(True)
        self.title = QLabel(self)
        self.title.setProperty("role", "viewTitle")
        self.count = QLabel(self)
        self.count.setProperty("role", "secondary")
        self.before, self.after = QComboBox(self), QComboBox(self)
        self.arrow = QLabel("→", self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setPageStep(1)
        self.told = QLabel(self)
        self.told.setProperty("role", "secondary")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self._lay()
        self._connect()
        self.speak()

    def _lay(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.tools["back"])
        line.addSpacing(4)
        line.addWidget(self.title)
        line.addStretch(1)
        for part in (self.count, self.tools["previous"], self.tools["next"], self.tools["whole"]):
            line.addWidget(part)
        ends = self._ends = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        ends.setSpacing(8)
        for end in (self.before, self.after):
            end.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            end.setMinimumContentsLength(10)
        ends.addWidget(self.before, 1)
        ends.addWidget(self.arrow)
        ends.addWidget(self.after, 1)
        whole = QGridLayout(self)
        whole.setContentsMargins(12, 8, 12, 8)
        whole.setVerticalSpacing(6)
        whole.addLayout(line, 0, 0)
        whole.addLayout(ends, 1, 0)
        whole.addWidget(self.slider, 2, 0)
        whole.addWidget(self.told, 3, 0)
        for one, other in zip(self.order(), self.order()[1:], strict=False):
            QWidget.setTabOrder(one, other)

    def order(self) -> list[QWidget]:
        """The controls in the order of Tab."""
        tools = self.tools
        return [tools["back"], tools["previous"], tools["next"], tools["whole"], self.before, self.after, self.slider]

    def _connect(self) -> None:
        self.tools["back"].clicked.connect(lambda: self.back_wanted.emit())
        self.tools["previous"].clicked.connect(lambda: self.step_wanted.emit(-1))
        self.tools["next"].clicked.connect(lambda: self.step_wanted.emit(1))
        self.tools["whole"].toggled.connect(self.whole_wanted)
        self.before.activated.connect(lambda _: self._choose(moved="before"))
        self.after.activated.connect(lambda _: self._choose(moved="after"))
        self.slider.valueChanged.connect(self._slide)

    def _slide(self, place: int) -> None:
        """The newer end goes along the versions; the older one gives way."""
        with QSignalBlocker(self.after):
            self.after.setCurrentIndex(place)
        self._choose(moved="after")

    def _choose(self, *, moved: str) -> None:
        one, other = self.before.currentIndex(), self.after.currentIndex()
        last = len(self._versions) - 1
        if one >= other and moved == "after":
            one, other = (other - 1, other) if other else (0, min(1, last))
        elif one >= other:
            one, other = (one, one + 1) if one < last else (max(0, last - 1), last)
        self._set(one, other)
        if one < other:
            self.chosen.emit(self._versions[one].number, self._versions[other].number)

    def _set(self, one: int, other: int) -> None:
        with QSignalBlocker(self.before), QSignalBlocker(self.after), QSignalBlocker(self.slider):
            self.before.setCurrentIndex(one)
            self.after.setCurrentIndex(other)
            self.slider.setValue(other)

    def show_versions(self, versions: Sequence[Revision], read: int | None, before: int, after: int) -> None:
        """The versions held and the two compared; `read` is the number of the one last read."""
        self._versions = tuple(versions)
        with QSignalBlocker(self.before), QSignalBlocker(self.after), QSignalBlocker(self.slider):
            for box in (self.before, self.after):
                box.clear()
                for version in versions:
                    words = [long_moment(version.fetched), kind_words(version.change)]
                    if version.number == read:
                        words.insert(1, QCoreApplication.translate("ChangesView", "last read"))
                    box.addItem(" · ".join(words), version.number)
            self.slider.setRange(0, max(1, len(versions) - 1))
        numbers = [version.number for version in versions]
        self._set(numbers.index(before), numbers.index(after))
        self.slider.setVisible(len(versions) > 2)
        self.told.setVisible(len(versions) > 2)

    def tell(self, words: str) -> None:
        """One line on the newer version: when, how much, of what kind."""
        self.told.setText(words)
        self.slider.setAccessibleDescription(words)

    def show_count(self, present: int, count: int) -> None:
        """ "3 of 7"; `present` from 0, -1 before the first."""
        if not count:
            words = QCoreApplication.translate("ChangesView", "No changes")
        elif present < 0:
            words = self.tr("%n change(s)", "", count)
        else:
            words = QCoreApplication.translate("ChangesView", "{0} of {1}").format(present + 1, count)
        self.count.setText(words)
        self.tools["previous"].setEnabled(count > 0)
        self.tools["next"].setEnabled(count > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: where it is narrow the two versions stand one under the other."""
        super().resizeEvent(event)
        narrow = event.size().width() < _STACKED
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._ends.direction() != direction:
            self._ends.setDirection(direction)
            self._ends.setSpacing(4 if narrow else 8)
            self.arrow.setVisible(not narrow)

    def speak(self) -> None:
        """Say the words, in the language of the moment."""
        translate = QCoreApplication.translate
        self.title.setText(translate("ChangesView", "What changed"))
        tips = {
            "back": (translate("ChangesView", "Back to the article"), "Esc"),
            "previous": (translate("ChangesView", "Previous change"), "P · Shift+F8"),
            "next": (translate("ChangesView", "Next change"), "N · F8"),
            "whole": (translate("ChangesView", "Show the unchanged text too"), "U"),
        }
        for name, (words, keys) in tips.items():
            self.tools[name].setToolTip(f"{words} ({keys})")
            self.tools[name].setAccessibleName(words)
        self.before.setAccessibleName(translate("ChangesView", "Compare from version"))
        self.after.setAccessibleName(translate("ChangesView", "to version"))
        self.before.setToolTip(translate("ChangesView", "Compare from this version"))
        self.after.setToolTip(translate("ChangesView", "to this version"))
        self.slider.setAccessibleName(translate("ChangesView", "Versions"))
        self.slider.setToolTip(translate("ChangesView", "Go through the versions"))

    def dress(self, palette: Palette) -> None:
        """Tint the icons."""
        for name, tool in self.tools.items():
            tool.setIcon(icon(_TOOLS[name], palette.text_secondary, 18, disabled=palette.text_disabled))
