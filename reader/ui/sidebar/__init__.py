"""The sidebar: views with their counts, feeds in folders, the foot. Handed values; says what the reader wants."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.core.entities import Feed, OfflineSummary, SmartFeed
from reader.core.filters import ArticleFilter, View
from reader.style.icons import icon
from reader.style.palette import Palette
from reader.ui.sidebar.foot import Foot
from reader.ui.sidebar.menus import Deeds, line_menu
from reader.ui.sidebar.model import FeedTree
from reader.ui.sidebar.tree import SEPARATOR, Node, build, key_of, shape, walk
from reader.ui.sidebar.view import FeedTreeView


class _Filter(QLineEdit):
    """The quick filter; Escape empties and leaves it."""

    left = Signal()
    went_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_down.emit()
        else:
            super().keyPressEvent(event)


class Sidebar(QWidget):
    """Views, folders, feeds. `choose` selects without saying so; everything else is said by signals."""

    filter_chosen = Signal(object)
    add_requested = Signal()
    settings_requested = Signal()
    offline_requested = Signal()
    feed_refresh_requested = Signal(int)
    feed_remove_requested = Signal(int)
    feed_settings_requested = Signal(int)
    feed_renamed = Signal(int, str)
    feed_moved = Signal(int, object)
    folder_called = Signal(str, str)
    folder_leave_requested = Signal(str)
    mark_read_requested = Signal(object)
    smart_feed_renamed = Signal(int, str)
    smart_feed_changed = Signal(int, str)
    smart_feed_remove_requested = Signal(int)
    articles_dropped = Signal(list, object)
    tag_renamed = Signal(str, str)
    tag_remove_requested = Signal(str)
    state_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(180)
        self._palette: Palette | None = None
        self._feeds: tuple[Feed, ...] = ()
        self._totals: dict[View, int] = {}
        self._smart: tuple[SmartFeed, ...] = ()
        self._tags: tuple[tuple[str, int], ...] = ()
        self._key = key_of(ArticleFilter(view=View.HOME))
        self._folded: set[str] = set()
        self._hide_read = False
        self._silent = False
        self._tree = FeedTree(self)
        self.tree = FeedTreeView(self._tree)
        self.foot = Foot()
        self.quick_filter, self._filter_row = self._make_filter()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        for part in (self._filter_row, self.tree, self.foot):
            column.addWidget(part)
        self._filter_row.hide()
        self._heading_tools = self._make_heading_tools()
        self._connect()
        self._say()
        self._show()

    def _say(self) -> None:
        """The words that stay, in the language of now."""
        self.quick_filter.setPlaceholderText(self.tr("Filter feeds"))
        self.quick_filter.setAccessibleName(self.tr("Filter feeds"))
        for button, words in zip(
            self._heading_tools, (self.tr("Filter feeds"), self.tr("More about feeds")), strict=True
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's: another language, said anew."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
            self.tree.viewport().update()

    def sizeHint(self) -> QSize:
        """232 px wide."""
        return QSize(232, 600)

    def show_feeds(
        self,
        feeds: Sequence[Feed],
        totals: Mapping[View, int],
        data_folder: Path,
        smart: Sequence[SmartFeed] = (),
        tags: Sequence[tuple[str, int]] = (),
    ) -> None:
        """Subscriptions, saved searches, tags, the numbers beside them; selection, folding and place are kept."""
        self._feeds, self._totals, self._smart = tuple(feeds), dict(totals), tuple(smart)
        self._tags = tuple(tags)
        self.tree.painter.data_folder = data_folder
        self._show()

    def show_offline(self, summary: OfflineSummary, online: bool) -> None:
        """How much of the library can be read with no network."""
        self.foot.show_offline(summary, online)

    def choose(self, wanted: ArticleFilter) -> None:
        """Select the line of a filter, silently."""
        self._key = key_of(wanted)
        if self._hide_read:
            self._show()
        self._quietly(lambda: self.tree.select_key(self._key))
        self.tree.scrollTo(self.tree.currentIndex())

    def step(self, direction: int) -> None:
        """The next line down (+1) or up (-1) is chosen, and said; folded lines are passed over."""
        lines = [node for node in self.tree.visible_nodes() if node.filter is not None]
        here = next((place for place, node in enumerate(lines) if node.key == self._key), -1)
        there = here + direction
        if here < 0:
            there = 0
        if 0 <= there < len(lines):
            self.tree.select_key(lines[there].key)
            self.tree.scrollTo(self.tree.currentIndex())

    def state(self) -> str:
        """Folded folders and whether read feeds are hidden, to be remembered as text."""
        return json.dumps({"folded": sorted(self._folded), "hide_read": self._hide_read})

    def restore(self, state: str) -> None:
        """What `state` gave; anything else is ignored."""
        try:
            kept = json.loads(state)
            self._folded = set(map(str, kept.get("folded", [])))
            self._hide_read = bool(kept.get("hide_read", False))
        except (ValueError, AttributeError, TypeError):
            return
        self._show(anew=True)

    def hide_read(self, hide: bool) -> None:
        """Show only feeds with something unread, in trouble or chosen."""
        if hide != self._hide_read:
            self._hide_read = hide
            self._show()
            self.state_changed.emit()

    def fold_all(self, folded: bool) -> None:
        """Fold or open every folder."""
        keys = {node.key for node in walk(self._tree.root) if node.kind == "folder"}
        self._folded = keys if folded else set()
        self._show(anew=True)
        self.state_changed.emit()

    def start_filter(self) -> None:
        """Open the quick filter and put the cursor into it."""
        self._filter_row.show()
        self.quick_filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.quick_filter.selectAll()

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._palette = palette
        # The line at the right is the sidebar's own border: what it holds must not lie over it.
        self._column.setContentsMargins(0, 8, palette.border_width, 0)
        self.tree.painter.theme = palette
        self.tree.painter.forget_signs()
        self.foot.dress(palette)
        for button, name in zip(self._heading_tools, ("search", "ellipsis"), strict=True):
            button.setIcon(icon(name, palette.sidebar_text_secondary, 16))
        self.tree.viewport().update()

    def _make_filter(self) -> tuple[_Filter, QWidget]:
        row = QWidget()
        row.setObjectName("sidebarFilter")
        field = _Filter(row)
        field.setObjectName("quickFilter")
        field.setClearButtonEnabled(True)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(12, 0, 12, 8)
        layout.addWidget(field)
        return field, row

    def _make_heading_tools(self) -> tuple[QToolButton, QToolButton]:
        """The two small buttons on the heading "Feeds": filter, and what concerns all feeds."""
        made = []
        for _ in range(2):
            button = QToolButton(self.tree.viewport())
            button.setObjectName("headingTool")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setIconSize(QSize(16, 16))
            button.setFixedSize(26, 26)
            made.append(button)
        made[0].clicked.connect(self._toggle_filter)
        made[1].clicked.connect(self._more)
        return made[0], made[1]

    def _connect(self) -> None:
        self.foot.add_requested.connect(self.add_requested)
        self.foot.settings_requested.connect(self.settings_requested)
        self.foot.offline_requested.connect(self.offline_requested)
        self.quick_filter.textChanged.connect(lambda _: self._show(anew=True))
        self.quick_filter.left.connect(self._leave_filter)
        self.quick_filter.went_down.connect(lambda: self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.tree.line_chosen.connect(self._chosen)
        self.tree.rename_asked.connect(self._rename)
        self.tree.removal_asked.connect(self._remove)
        self.tree.menu_asked.connect(self._menu)
        self.tree.expanded.connect(lambda index: self._folding(index, folded=False))
        self.tree.collapsed.connect(lambda index: self._folding(index, folded=True))
        self.tree.verticalScrollBar().valueChanged.connect(self._place_tools)
        self.tree.verticalScrollBar().rangeChanged.connect(self._place_tools)
        self._tree.renamed.connect(self._renamed)
        self._tree.dropped.connect(self.feed_moved)
        self._tree.articles_dropped.connect(self.articles_dropped)
        self._tree.folder_dropped.connect(self._move_folder)

    def _show(self, *, anew: bool = False) -> None:
        words = self.quick_filter.text() if self._filter_row.isVisibleTo(self) else ""
        root = build(
            self._feeds,
            self._totals,
            words=words,
            hide_read=self._hide_read,
            chosen=self._key,
            smart=self._smart,
            tags=self._tags,
        )
        if not anew and shape(root) == shape(self._tree.root):
            self._tree.refresh(root)
            self.tree.viewport().update()
        else:
            folded = set() if words else self._folded
            self._quietly(lambda: self.tree.show_tree(root, folded, self._key))
        QTimer.singleShot(0, self, self._place_tools)

    def _quietly(self, deed: Callable[[], object]) -> None:
        before, self._silent = self._silent, True
        try:
            deed()
        finally:
            self._silent = before

    def _chosen(self, node: Node) -> None:
        if self._silent or node.filter is None:
            return
        self._key = node.key
        self.filter_chosen.emit(node.filter)

    def _folding(self, index: object, *, folded: bool) -> None:
        if self._silent or self.quick_filter.text():
            return
        key = self._tree.node(index).key  # type: ignore[arg-type]
        (self._folded.add if folded else self._folded.discard)(key)
        self.state_changed.emit()
        self._place_tools()

    def _place_tools(self) -> None:
        rect = self.tree.visualRect(self._tree.index_of("heading"))
        right = rect.right() - 8
        for button in reversed(self._heading_tools):
            button.move(right - button.width(), rect.center().y() - button.height() // 2 + 4)
            button.setVisible(rect.isValid())
            right -= button.width()

    def _toggle_filter(self) -> None:
        if self._filter_row.isVisibleTo(self):
            self._leave_filter()
        else:
            self.start_filter()

    def _leave_filter(self) -> None:
        self.quick_filter.clear()
        self._filter_row.hide()
        self.tree.setFocus()
        self._show()

    def _rename(self) -> None:
        self.tree.edit(self.tree.currentIndex())

    def _renamed(self, node: Node, words: str) -> None:
        if node.feed is not None:
            self.feed_renamed.emit(node.feed.id, words)
            return
        if node.smart is not None:
            self.smart_feed_renamed.emit(node.smart.id, words)
            return
        if node.tag is not None:
            self.tag_renamed.emit(node.tag, words)
            return
        old = node.folder or ""
        self._call_folder(old, old.removesuffix(node.title) + words)

    def _move_folder(self, path: str, target: str | None) -> None:
        name = path.rpartition(SEPARATOR)[2]
        self._call_folder(path, f"{target}{SEPARATOR}{name}" if target else name)

    def _call_folder(self, old: str, new: str) -> None:
        """What lies deeper goes along, and so does the list on show."""
        if new == old:
            return
        shown = self._key.removeprefix("folder ") if self._key.startswith("folder ") else ""
        self.folder_called.emit(old, new)
        if (shown + SEPARATOR).startswith(old + SEPARATOR):
            self.filter_chosen.emit(ArticleFilter(folder=new + shown[len(old) :]))

    def _refresh(self, node: Node) -> None:
        for one in [node, *walk(node)]:
            if one.feed is not None:
                self.feed_refresh_requested.emit(one.feed.id)

    def _remove(self, node: Node) -> None:
        if node.feed is not None:
            self.feed_remove_requested.emit(node.feed.id)
        elif node.smart is not None:
            self.smart_feed_remove_requested.emit(node.smart.id)
        elif node.kind == "folder" and node.folder:
            self.folder_leave_requested.emit(node.folder)
        elif node.tag is not None:
            self.tag_remove_requested.emit(node.tag)

    def rename_smart(self, query: str) -> None:
        """Open the field in which the name of a saved search is written, where its line can be seen."""
        index = self._tree.index_of(key_of(ArticleFilter(search=query)))
        if index.isValid() and self.isVisible():
            self.tree.scrollTo(index)
            self.tree.edit(index)

    def _change_search(self, node: Node) -> None:
        if node.smart is None:
            return
        asked = QInputDialog(self.window())
        asked.setWindowTitle(self.tr("Change the search"))
        asked.setLabelText(self.tr("What “{0}” looks for").format(node.smart.name))
        asked.setTextValue(node.smart.query)
        query = asked.textValue().strip() if asked.exec() else ""
        if query:
            self.smart_feed_changed.emit(node.smart.id, query)

    def _edit(self, node: Node) -> None:
        self.tree.edit(self._tree.index_of(node.key))

    def _move_to_new(self, node: Node) -> None:
        # The window's child, not ours: the sidebar's colours are not for what stands on the window's ground.
        asked = QInputDialog(self.window())
        asked.setWindowTitle(self.tr("New folder"))
        asked.setLabelText(self.tr("Name of the folder"))
        name = asked.textValue().strip() if asked.exec() else ""
        if name and node.feed is not None:
            self.feed_moved.emit(node.feed.id, name)

    def _more(self) -> None:
        button = self._heading_tools[1]
        self._menu(self._tree.root, button.mapToGlobal(button.rect().bottomLeft()))

    def _menu(self, node: Node, place: QPoint) -> None:
        menu = self.menu_for(node)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def menu_for(self, node: Node) -> QMenu:
        """The context menu of a line."""
        folders = sorted({feed.folder for feed in self._feeds if feed.folder}, key=str.casefold)
        deeds = Deeds(
            refresh=self._refresh,
            mark_read=lambda one: self.mark_read_requested.emit(one.filter),
            rename=self._edit,
            settings=lambda one: self.feed_settings_requested.emit(one.feed.id) if one.feed else None,
            remove=self._remove,
            copy=lambda one: QGuiApplication.clipboard().setText(one.feed.url) if one.feed else None,
            move=lambda one, folder: self.feed_moved.emit(one.feed.id, folder) if one.feed else None,
            move_to_new=self._move_to_new,
            hide_read=self.hide_read,
            fold_all=self.fold_all,
            add=self.add_requested.emit,
            change_search=self._change_search,
        )
        return line_menu(self, node, folders, deeds, self._palette, hiding=self._hide_read)
