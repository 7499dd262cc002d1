"""The choice of feeds that a rule looks at: all, or those that are ticked in a list that can be searched."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from reader.core.entities import FeedId
from reader.style.icons import pixmap
from reader.style.palette import Palette
from reader.ui.sidebar.tree import folded

_MOST_NAMED = 2


class FeedPicker(QPushButton):
    """A button that names what is chosen. `changed` at every tick."""

    changed = Signal()

    def __init__(
        self, feeds: Mapping[int, str], chosen: Sequence[FeedId], palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = palette
        self.setObjectName("feedPicker")
        self.setAutoDefault(False)
        self._feeds = dict(feeds)
        self.panel = QFrame(self, Qt.WindowType.Popup)
        self.panel.setObjectName("optionsPanel")
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find a feed"))
        self.field.setAccessibleName(self.tr("Find a feed"))
        self.field.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Feeds"))
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        # A feed that was left since is kept in the rule: its articles may be, too.
        for feed_id in [*feeds, *(one for one in chosen if one not in feeds)]:
            line = QListWidgetItem(self._feeds.get(feed_id, self.tr("A feed that was left")))
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            line.setCheckState(Qt.CheckState.Checked if feed_id in chosen else Qt.CheckState.Unchecked)
            line.setData(Qt.ItemDataRole.UserRole, int(feed_id))
            self.list.addItem(line)
        self.list.itemChanged.connect(lambda _: self._said())
        self.list.itemActivated.connect(self._flip)
        self.clicked.connect(self._open)
        self._said(quietly=True)

    def lines(self) -> list[QListWidgetItem]:
        """Every feed."""
        return [self.list.item(row) for row in range(self.list.count())]

    def chosen(self) -> tuple[FeedId, ...]:
        """The ticked feeds; none is all of them."""
        ticked = [line for line in self.lines() if line.checkState() is Qt.CheckState.Checked]
        return tuple(FeedId(line.data(Qt.ItemDataRole.UserRole)) for line in ticked)

    def _flip(self, line: QListWidgetItem) -> None:
        on = line.checkState() is Qt.CheckState.Checked
        line.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _said(self, *, quietly: bool = False) -> None:
        names = [line.text() for line in self.lines() if line.checkState() is Qt.CheckState.Checked]
        words = self.tr("All feeds")
        if names:
            few = len(names) <= _MOST_NAMED
            words = ", ".join(names) if few else self.tr("%n feed(s)", None, len(names))
        self.setText(words.replace("&", "&&"))
        self.setToolTip(", ".join(names))
        if not quietly:
            self.changed.emit()

    def _open(self) -> None:
        self.panel.resize(max(self.width(), 260), 300)
        self.panel.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self.panel.show()
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: the button, and the sign that it opens."""
        super().paintEvent(event)
        painter = QPainter(self)
        sign = pixmap("chevron-down", self._theme.text, 16, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - 22, (self.height() - 16) // 2, sign)
        painter.end()

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._theme = palette
        self.update()

    def _narrow(self, words: str) -> None:
        for line in self.lines():
            line.setHidden(folded(words.strip()) not in folded(line.text()))
