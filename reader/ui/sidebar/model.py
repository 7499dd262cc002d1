"""The sidebar's tree for Qt: titles, counts, spoken words, renaming in place, feeds dragged into folders."""

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from reader.core.filters import View
from reader.render.moments import long_moment
from reader.render.numbers import count_words
from reader.ui.sidebar.tree import SEPARATOR, SMART_HEADING, TAG_HEADING, Node, walk
from reader.ui.tip import tip
from reader.ui.view_names import view_name

Index = QModelIndex | QPersistentModelIndex
NODE = int(Qt.ItemDataRole.UserRole)
_SAID = 64
MIME, FOLDER = "application/x-encre-feed", "application/x-encre-folder"
ARTICLES = "application/x-encre-articles"
_TAKES_ARTICLES = (View.STARRED, View.UNREAD)


def title_of(node: Node) -> str:
    """The words of a line."""
    if node.view is not None:
        return view_name(node.view)
    if node.key == SMART_HEADING:
        return QCoreApplication.translate("Sidebar", "Smart feeds")
    if node.key == TAG_HEADING:
        return QCoreApplication.translate("Sidebar", "Tags")
    return QCoreApplication.translate("Sidebar", "Feeds") if node.kind == "heading" else node.title


def _folder_of(node: Node) -> str | None:
    return node.feed.folder if node.feed is not None else node.folder


def _path_in(data: QMimeData) -> str:
    return bytes(data.data(FOLDER).data()).decode()


class FeedTree(QAbstractItemModel):
    """Nodes of `tree.build`; one column."""

    renamed = Signal(object, str)
    dropped = Signal(int, object)
    folder_dropped = Signal(str, object)
    articles_dropped = Signal(list, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.root = Node("root", "")
        self._by_key: dict[str, Node] = {}

    def replace(self, root: Node) -> None:
        """Another tree in the place of this one."""
        self.beginResetModel()
        self._keep(root)
        self.endResetModel()

    def refresh(self, root: Node) -> None:
        """A tree of the same shape with other words and counts."""
        fresh = {node.key: node for node in walk(root)}
        changed = []
        for key, node in self._by_key.items():
            new = fresh[key]
            seen = (node.title, node.count, node.broken, node.feed, node.smart)
            node.title, node.count, node.broken, node.feed = new.title, new.count, new.broken, new.feed
            node.smart = new.smart
            if seen != (new.title, new.count, new.broken, new.feed, new.smart):
                changed.append(key)
        # Heights do not change and the view is painted anew in any case: thousands of signals would tell nobody more.
        for key in changed[:_SAID]:
            index = self.index_of(key)
            self.dataChanged.emit(index, index)

    def _keep(self, root: Node) -> None:
        self.root = root
        self._by_key = {node.key: node for node in walk(root)}

    def index_of(self, key: str) -> QModelIndex:
        """The index of a line, invalid when it is not there."""
        node = self._by_key.get(key)
        return QModelIndex() if node is None else self.createIndex(node.row, 0, node)

    def node(self, index: Index) -> Node:
        """The line at an index; the root for an invalid one."""
        found = index.internalPointer() if index.isValid() else self.root
        return found if isinstance(found, Node) else self.root

    def trouble_of(self, node: Node) -> str:
        """Why a feed is in trouble, or how many of a folder are; empty when all is well."""
        if node.feed is not None and node.feed.last_error:
            if node.feed.last_success is None:
                return node.feed.last_error
            since = self.tr("Last refreshed on {0}.").format(long_moment(node.feed.last_success))
            return f"{node.feed.last_error}\n{since}"
        return self.tr("%n feed(s) in trouble", None, node.broken) if node.kind == "folder" and node.broken else ""

    def spoken_words(self, node: Node) -> str:
        """What a screen reader says of a line."""
        parts = [title_of(node)]
        if node.count:
            views = (View.ALL, View.STARRED, View.UPDATED, View.MUTED, View.ARCHIVE)
            whole = node.kind == "tag" or node.view in views
            parts.append(count_words(node.count) if whole else self.tr("{0} unread").format(count_words(node.count)))
        return ", ".join([*parts, *self.trouble_of(node).splitlines()[:1]])

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Qt's: the line at a place."""
        children = self.node(parent).children
        return self.createIndex(row, column, children[row]) if 0 <= row < len(children) else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Qt's: the folder around a line."""
        above = self.node(index).parent
        return QModelIndex() if above is None or above is self.root else self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt's: lines within a line."""
        return len(self.node(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt's: one."""
        return 1

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401
        """Qt's: words, and the node itself for the painter."""
        node = self.node(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return title_of(node)
        if role == NODE:
            return node
        if role == Qt.ItemDataRole.ToolTipRole:
            trouble = self.trouble_of(node)
            trouble = node.smart.query if node.smart is not None else trouble
            return tip(f"{title_of(node)}\n{trouble}" if trouble else title_of(node))
        return self.spoken_words(node) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def setData(self, index: Index, value: Any, role: int = 2) -> bool:  # noqa: ANN401
        """Qt's: a feed or folder renamed in place."""
        words = str(value).strip()
        if not words or words == title_of(self.node(index)):
            return False
        self.renamed.emit(self.node(index), words)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt's: the heading cannot be chosen, feeds can be dragged, folders and the heading take drops."""
        kind = self.node(index).kind
        plain = Qt.ItemFlag.ItemIsEnabled
        if kind == "heading":
            other = self.node(index).key in (SMART_HEADING, TAG_HEADING)
            return plain if other else plain | Qt.ItemFlag.ItemIsDropEnabled
        plain |= Qt.ItemFlag.ItemIsSelectable
        if kind in ("feed", "folder"):
            movable = Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
            return plain | movable | Qt.ItemFlag.ItemIsEditable
        if kind == "tag":
            return plain | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDropEnabled
        if kind == "smart":
            return plain | Qt.ItemFlag.ItemIsEditable
        if kind == "view":
            takes = self.node(index).view in _TAKES_ARTICLES
            return plain | Qt.ItemFlag.ItemIsDropEnabled if takes else plain
        return Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        """Qt's: feeds, folders, and the articles of a list."""
        return [MIME, FOLDER, ARTICLES]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]
        """Qt's: the ids of the dragged feeds, or the path of a folder."""
        data = QMimeData()
        nodes = list(map(self.node, indexes))
        feeds = [node.feed for node in nodes if node.feed is not None]
        if folders := [node.folder for node in nodes if node.folder is not None]:
            data.setData(FOLDER, folders[0].encode())
            return data
        data.setData(MIME, " ".join(str(feed.id) for feed in feeds).encode())
        data.setText("\n".join(feed.url for feed in feeds))
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Qt's: moving; articles stay in their list."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def takes(self, data: QMimeData, node: Node) -> bool:
        """Whether a line takes what is dragged: feeds and folders go into folders (not into themselves), articles onto
        tags, "Starred" and "Unread"."""
        if data.hasFormat(ARTICLES):
            return node.kind == "tag" or node.view in _TAKES_ARTICLES
        if node.kind in ("view", "smart", "tag") or node.key in (SMART_HEADING, TAG_HEADING):
            return False
        if data.hasFormat(FOLDER):
            path, target = _path_in(data), _folder_of(node) or ""
            return target != path and not target.startswith(path + SEPARATOR)
        return data.hasFormat(MIME)

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Qt's: onto a folder, a feed (into its folder), the heading, or the free space below; articles onto a tag."""
        return self.takes(data, self.node(parent))

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Qt's: says where a feed, folder or article was let go; the library moves it, not the model."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        node = self.node(parent)
        folder = _folder_of(node)
        if data.hasFormat(ARTICLES):
            ids = [int(one) for one in bytes(data.data(ARTICLES).data()).split()]
            self.articles_dropped.emit(ids, node.tag if node.tag is not None else node.view)
        elif data.hasFormat(FOLDER):
            self.folder_dropped.emit(_path_in(data), folder)
        for feed_id in bytes(data.data(MIME).data()).split():
            self.dropped.emit(int(feed_id), folder)
        # Not "moved": Qt would take the row out, and the next show_feeds does that.
        return False
