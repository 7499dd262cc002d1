"""What can be done with a line of the sidebar: its context menu, built afresh each time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from reader.style.icons import menu_icon
from reader.style.palette import Palette
from reader.ui.sidebar.tree import Node


@dataclass(frozen=True, slots=True)
class Deeds:
    """What the menu calls; the sidebar hands it in."""

    refresh: Callable[[Node], None]
    mark_read: Callable[[Node], None]
    rename: Callable[[Node], None]
    settings: Callable[[Node], None]
    remove: Callable[[Node], None]
    copy: Callable[[Node], None]
    move: Callable[[Node, str | None], None]
    move_to_new: Callable[[Node], None]
    hide_read: Callable[[bool], None]
    fold_all: Callable[[bool], None]
    add: Callable[[], None]
    change_search: Callable[[Node], None]


def line_menu(
    parent: QWidget, node: Node, folders: Sequence[str], deeds: Deeds, palette: Palette | None, *, hiding: bool
) -> QMenu:
    """The menu of one line; of the free space and the heading it holds what concerns all feeds."""
    menu = QMenu(parent)
    menu.setAccessibleName(node.title)

    def add(words: str, sign: str, deed: Callable[[Node], None], key: str = "") -> QAction:
        action = menu.addAction(_icon(sign, palette), words)
        action.setShortcutVisibleInContextMenu(True)
        if key:
            action.setShortcut(key)
        action.triggered.connect(lambda: deed(node))
        return action

    if node.kind in ("feed", "folder"):
        add(QCoreApplication.translate("Sidebar", "Refresh"), "refresh-cw", deeds.refresh)
    if node.filter is not None:
        words = QCoreApplication.translate("Sidebar", "Mark all as read")
        add(words, "check-check", deeds.mark_read).setEnabled(node.count > 0 or node.view is not None)
    if node.kind in ("feed", "folder", "smart", "tag"):
        menu.addSeparator()
        add(QCoreApplication.translate("Sidebar", "Rename"), "pencil", deeds.rename, "F2")
    if node.smart is not None:
        add(QCoreApplication.translate("Sidebar", "Change the search…"), "search", deeds.change_search)
        menu.addSeparator()
        add(QCoreApplication.translate("Sidebar", "Remove"), "trash-2", deeds.remove, "Del")
    if node.kind == "folder":
        menu.addSeparator()
        add(QCoreApplication.translate("Sidebar", "Unsubscribe from all of it"), "trash-2", deeds.remove)
    if node.tag is not None:
        add(QCoreApplication.translate("Sidebar", "Take it from all articles"), "trash-2", deeds.remove, "Del")
    if node.feed is not None:
        menu.addMenu(_folder_menu(menu, node, folders, deeds, palette))
        add(QCoreApplication.translate("Sidebar", "Copy the address"), "copy", deeds.copy)
        add(QCoreApplication.translate("Sidebar", "Feed settings…"), "settings", deeds.settings)
        menu.addSeparator()
        add(QCoreApplication.translate("Sidebar", "Unsubscribe"), "trash-2", deeds.remove, "Del")
    if node.kind in ("heading", "root"):
        hide = add(QCoreApplication.translate("Sidebar", "Hide read feeds"), "eye-off", lambda _: None)
        hide.setCheckable(True)
        hide.setChecked(hiding)
        hide.toggled.connect(deeds.hide_read)
        add(QCoreApplication.translate("Sidebar", "Open all folders"), "chevron-down", lambda _: deeds.fold_all(False))
        add(QCoreApplication.translate("Sidebar", "Fold all folders"), "chevron-right", lambda _: deeds.fold_all(True))
        menu.addSeparator()
        add(QCoreApplication.translate("Sidebar", "Add a feed…"), "plus", lambda _: deeds.add())
    return menu


def _icon(name: str, palette: Palette | None) -> QIcon:
    return QIcon() if palette is None else menu_icon(name, palette)


def _folder_menu(parent: QMenu, node: Node, folders: Sequence[str], deeds: Deeds, palette: Palette | None) -> QMenu:
    menu = QMenu(QCoreApplication.translate("Sidebar", "Move to"), parent)
    menu.setIcon(_icon("folder", palette))
    present = node.feed.folder if node.feed is not None else None

    def add(words: str, folder: str | None) -> None:
        # An ampersand in a folder's name is no mnemonic.
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(folder == present)
        action.triggered.connect(lambda: deeds.move(node, folder))

    add(QCoreApplication.translate("Sidebar", "No folder"), None)
    for folder in folders:
        add(folder, folder)
    menu.addSeparator()
    menu.addAction(QCoreApplication.translate("Sidebar", "New folder…")).triggered.connect(
        lambda: deeds.move_to_new(node)
    )
    return menu
