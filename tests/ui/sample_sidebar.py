"""Feeds in folders, and how a test looks at and presses the sidebar."""

from datetime import UTC, datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from reader.core.entities import Feed, FeedId
from reader.core.filters import View

NOW = datetime(2026, 11, 18, 10, 5, tzinfo=UTC)
TOTALS = {View.HOME: 9, View.ALL: 40, View.UNREAD: 9, View.STARRED: 2, View.TODAY: 1, View.UPDATED: 3}
SENTENCE = "The site says that this page is gone (404)."


def feed(number, title, folder=None, unread=0, **facts):
    return Feed(FeedId(number), f"https://{number}.example.org/", title, folder=folder, unread=unread, **facts)


FEEDS = [
    feed(1, "Été", "News", 4),
    feed(2, "eau", "News", 0),
    feed(3, "Linux", "Tech / Free", 2),
    feed(4, "Chips", "Tech", 3, last_error=SENTENCE, last_success=NOW),
    feed(5, "Zèbre", None, 0),
]


def lines(sidebar):
    """Depth and words of every line on show, from top to bottom."""
    view = sidebar.tree
    found, index = [], view.model().index(0, 0)
    while index.isValid():
        node = view.tree.node(index)
        found.append(f"{'  ' * node.depth}{index.data()}" + (f" {node.count}" if node.count else ""))
        index = view.indexBelow(index)
    return found


def press(sidebar, words, button=Qt.MouseButton.LeftButton, x=None):
    view = sidebar.tree
    index = view.model().index(0, 0)
    while index.isValid() and index.data() != words:
        index = view.indexBelow(index)
    assert index.isValid(), words
    place = view.visualRect(index).center() if x is None else QPoint(x, view.visualRect(index).center().y())
    QTest.mouseClick(view.viewport(), button, pos=place)
    return index


WHOLE = [
    "Home 9", "All articles 40", "Unread 9", "Starred 2", "Today 1", "Updated 3", "Archive", "Feeds",
    "News 4", "  eau", "  Été 4", "Tech 5", "  Free 2", "    Linux 2", "  Chips 3", "Zèbre",
]  # fmt: skip


def count_of(image: QImage, colour):
    wanted = QColor(colour)
    return sum(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def indexes(view):
    found, index = [], view.model().index(0, 0)
    while index.isValid():
        found.append(index)
        index = view.indexBelow(index)
    return found
