"""The tree on the screen: folding, the ring of the keyboard, keys, where a click goes."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView

from reader.ui.sidebar.model import FeedTree
from reader.ui.sidebar.painter import INDENT, INSET, LinePainter, left_of
from reader.ui.sidebar.tree import Node, walk


class FeedTreeView(QTreeView):
    """A tree whose lines are painted whole by `LinePainter`."""

    line_chosen = Signal(object)
    rename_asked = Signal()
    removal_asked = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, tree: FeedTree) -> None:
        super().__init__()
        self.tree = tree
        self.painter = LinePainter(self)
        self.setModel(tree)
        self.setItemDelegate(self.painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(True)
        self.setAutoExpandDelay(600)
        # Where a feed would go is shown by `paintEvent`, in the theme's own way.
        self.setDropIndicatorShown(False)
        self._target = ""
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.expanded.connect(lambda index: self.painter.expanded.add(tree.node(index).key))
        self.collapsed.connect(lambda index: self.painter.expanded.discard(tree.node(index).key))
        self.setAccessibleName(self.tr("Views and feeds"))

    def show_tree(self, root: Node, folded: set[str], key: str) -> None:
        """Another tree: folders open but those in `folded`, `key` chosen, the place kept."""
        place = self.verticalScrollBar().value()
        self.painter.expanded.clear()
        self.tree.replace(root)
        for node in walk(root):
            if node.kind == "folder":
                self.setExpanded(self.tree.index_of(node.key), node.key not in folded)
        self.select_key(key)
        self.verticalScrollBar().setValue(place)

    def select_key(self, key: str) -> bool:
        """Choose a line without saying so; whether it is there."""
        index = self.tree.index_of(key)
        if not index.isValid():
            self.selectionModel().clear()
            return False
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        # A folded folder stays folded: the view would scroll to the line and open what hides it.
        self.setAutoScroll(False)
        self.selectionModel().setCurrentIndex(index, flag)
        self.setAutoScroll(True)
        return True

    def visible_nodes(self) -> list[Node]:
        """The lines on show, from top to bottom, folded ones left out."""

        def within(node: Node) -> list[Node]:
            found = []
            for child in node.children:
                found.append(child)
                if child.key in self.painter.expanded:
                    found += within(child)
            return found

        return within(self.tree.root)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Qt's: a line was reached by mouse or key."""
        super().currentChanged(current, previous)
        if current.isValid() and (node := self.tree.node(current)).filter is not None:
            self.line_chosen.emit(node)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Qt's: nothing; the line paints its own arrow."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's: the arrow folds; only the left button chooses."""
        index = self.indexAt(event.position().toPoint())
        node = self.tree.node(index)
        if node.kind == "folder" and INSET <= event.position().x() - node.depth * INDENT < left_of(node) - 2:
            self.setExpanded(index, not self.isExpanded(index))
            return
        if event.button() is Qt.MouseButton.RightButton:
            return
        again = index.isValid() and index == self.currentIndex()
        super().mousePressEvent(event)
        if again and node.filter is not None:
            # Clicked once more, say after a search: the reader wants this list.
            self.line_chosen.emit(node)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt's: a folder folds, a feed is renamed by F2 and by the menu only."""
        index = self.indexAt(event.position().toPoint())
        if self.tree.node(index).kind == "folder" and event.position().x() >= left_of(self.tree.node(index)):
            self.setExpanded(index, not self.isExpanded(index))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Qt's: shows the folder into which the feed would go."""
        super().dragMoveEvent(event)
        node = self.tree.node(self.indexAt(event.position().toPoint()))
        if node.feed is not None and node.parent is not None:
            node = node.parent
        if not self.tree.takes(event.mimeData(), node):
            # Qt would take it for the free space around the lines, that is, for "out of its folder".
            event.ignore()
        self._aim((node.key or "heading") if event.isAccepted() else "")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Qt's: nowhere now."""
        super().dragLeaveEvent(event)
        self._aim("")

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt's: the model says where it was let go; views take nothing."""
        if self.tree.takes(event.mimeData(), self.tree.node(self.indexAt(event.position().toPoint()))):
            super().dropEvent(event)
        self._aim("")

    def _aim(self, key: str) -> None:
        if key != self._target:
            self._target = key
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: the lines, and a frame round the target of a drag."""
        super().paintEvent(event)
        theme = self.painter.theme
        rect = self.visualRect(self.tree.index_of(self._target)) if self._target else QRect()
        if theme is not None and rect.isValid():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.sidebar_accent), 2))
            box = QRectF(rect).adjusted(INSET + 1, 2, -INSET - 1, -2)
            radius = min(max(0, theme.radius - 2), box.height() / 2)
            painter.drawRoundedRect(box, radius, radius)
            painter.end()

    def event(self, event: QEvent) -> bool:
        """Qt's: Delete is about the line here, not about the article that the window's own key would delete."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Delete
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: F2 renames, Delete leaves a feed, smart feed or tag, Menu opens the line's menu, the arrows walk."""
        node = self.tree.node(self.currentIndex())
        if event.key() == Qt.Key.Key_F2 and node.kind in ("feed", "folder", "smart", "tag"):
            self.rename_asked.emit()
        elif event.key() == Qt.Key.Key_Delete and node.kind in ("feed", "smart", "tag"):
            self.removal_asked.emit(node)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and node.kind == "folder":
            self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Qt's: off; single letters are the window's keys."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's: the ring is for those who came by key."""
        self.painter.ring = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        super().focusInEvent(event)

    def _ask_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            index = self.currentIndex()
        self.menu_asked.emit(self.tree.node(index), self.viewport().mapToGlobal(place))
