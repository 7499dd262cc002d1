"""Statistics: articles per day as a plot, what was read of them, and how each feed fares."""

from datetime import datetime

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.figures import FeedFigures, Figures, is_silent
from reader.render.moments import short_moment
from reader.render.numbers import count_words
from reader.style.icons import icon
from reader.style.palette import Palette
from reader.ui.day_plot import DayPlot
from reader.ui.sidebar.tree import folded
from reader.ui.tip import tip

_VALUE = int(Qt.ItemDataRole.UserRole)
_FEED, _WEEK, _READ, _NEWEST, _SIZE = range(5)


class _Line(QTreeWidgetItem):
    """Sorted by the value behind the words."""

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        tree = self.treeWidget()
        column = tree.sortColumn() if tree is not None else 0
        mine, theirs = self.data(column, _VALUE), other.data(column, _VALUE)
        return bool(mine < theirs)


class Statistics(QDialog):
    """Handed `Figures`; a double click or Enter on a feed goes to it."""

    feed_requested = Signal(int)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statistics")
        self.setWindowTitle(self.tr("Statistics"))
        self.resize(760, 680)
        self._theme = palette
        self._figures: Figures | None = None
        self._now: datetime | None = None
        title = QLabel(self.tr("Statistics"))
        title.setProperty("role", "title")
        self._tiles = QHBoxLayout()
        self._tiles.setSpacing(12)
        self._plot_words = QLabel()
        self._plot_words.setProperty("role", "secondary")
        self.plot = DayPlot(palette)
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Which feeds"))
        for words in (self.tr("All feeds"), self.tr("Silent for three months"), self.tr("In trouble")):
            self.which.addItem(words)
        self.which.currentIndexChanged.connect(lambda _: self._fill())
        self.table = self._make_table()
        head = QHBoxLayout()
        feeds = QLabel(self.tr("Feeds"))
        feeds.setProperty("role", "heading")
        head.addWidget(feeds, 1)
        head.addWidget(self.which)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(title)
        column.addLayout(self._tiles)
        column.addWidget(self._plot_words)
        column.addWidget(self.plot)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self.table.setFocus()

    def _make_table(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setObjectName("figures")
        table.setAccessibleName(self.tr("Feeds and their figures"))
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setHeaderLabels(
            [self.tr("Feed"), self.tr("A week"), self.tr("Read"), self.tr("Newest"), self.tr("Pictures")]
        )
        header = table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (_WEEK, _READ, _NEWEST, _SIZE):
            table.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_FEED, QHeaderView.ResizeMode.Stretch)
        table.setSortingEnabled(True)
        table.sortByColumn(_WEEK, Qt.SortOrder.DescendingOrder)
        table.itemActivated.connect(lambda item, _: self.feed_requested.emit(item.data(_FEED, _VALUE + 1)))
        return table

    def show_figures(self, figures: Figures, now: datetime) -> None:
        """Show the library's figures."""
        self._figures, self._now = figures, now
        self._show_tiles()
        self.plot.show_days(figures.days)
        words = self.tr("The last {0} days: {1}.").format(len(figures.days), self.plot.accessibleName())
        self._plot_words.setText(words)
        self._fill()

    def lines(self) -> list[list[str]]:
        """The table as it stands."""
        rows = [self.table.topLevelItem(place) for place in range(self.table.topLevelItemCount())]
        return [[row.text(column) for column in range(5)] for row in rows if row is not None]

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._theme = palette
        self.plot.dress(palette)
        self._fill()

    def _show_tiles(self) -> None:
        figures = self._figures
        if figures is None:
            return
        while (item := self._tiles.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        size = QLocale().formattedDataSize(figures.bytes, 1)
        for value, words in (
            (count_words(figures.total), self.tr("articles kept")),
            (count_words(figures.unread), self.tr("unread")),
            (count_words(figures.starred), self.tr("starred")),
            (size, self.tr("of pictures")),
        ):
            self._tiles.addWidget(_tile(value, words), 1)

    def _fill(self) -> None:
        figures, now = self._figures, self._now
        if figures is None or now is None:
            return
        tests = (lambda feed: True, lambda feed: is_silent(feed, now), lambda feed: bool(feed.error))
        wanted = tests[self.which.currentIndex()]
        self.table.setSortingEnabled(False)
        self.table.clear()
        for feed in filter(wanted, figures.feeds):
            self.table.addTopLevelItem(self._line(feed, len(figures.days), now))
        self.table.setSortingEnabled(True)

    def _line(self, feed: FeedFigures, days: int, now: datetime) -> _Line:
        week = feed.arrived * 7 / max(1, days)
        share = feed.read / feed.arrived if feed.arrived else -1.0
        newest = short_moment(feed.newest, now) if feed.newest is not None else self.tr("never")
        item = _Line(
            [
                feed.title,
                QLocale().toString(week, "f", 1 if week < 10 else 0),
                f"{round(share * 100)}\u00a0%" if feed.arrived else "–",
                newest,
                QLocale().formattedDataSize(feed.bytes, 1) if feed.bytes else "–",
            ]
        )
        ages = -(now - feed.newest).total_seconds() if feed.newest is not None else float("-inf")
        for column, value in enumerate((folded(feed.title), week, share, ages, feed.bytes)):
            item.setData(column, _VALUE, value)
            if column:
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setData(_FEED, _VALUE + 1, int(feed.id))
        if feed.error:
            item.setIcon(_FEED, icon("triangle-alert", self._theme.error, 16))
            item.setToolTip(_FEED, tip(feed.error))
        return item


def _tile(value: str, words: str) -> QWidget:
    tile = QWidget()
    tile.setObjectName("figureTile")
    tile.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    tile.setAccessibleName(f"{value} {words}")
    figure = QLabel(value)
    figure.setObjectName("figure")
    label = QLabel(words)
    label.setProperty("role", "secondary")
    grid = QGridLayout(tile)
    grid.setContentsMargins(16, 10, 16, 10)
    grid.setVerticalSpacing(0)
    grid.addWidget(figure, 0, 0)
    grid.addWidget(label, 1, 0)
    return tile
