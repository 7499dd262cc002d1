"""The pane's menus: its outline, what can be done with a selection, what else can be done with the article. Words and
keys are those of the table of actions.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from reader.core.entities import Article
from reader.ui.actions import BY_NAME
from reader.ui.reading_pane.following import SCHEMES

if TYPE_CHECKING:
    from reader.ui.reading_pane.deeds import Deeds
    from reader.ui.reading_pane.pane import ReadingPane


def _act(menu: QMenu, name: str, do: Callable[[], object], *, usable: bool = True) -> QAction:
    """A line of the menu with the words and the key that the action has everywhere."""
    row = BY_NAME[name]
    made = menu.addAction(row.words)
    if row.keys:
        made.setShortcut(QKeySequence(row.keys[0]))
        made.setShortcutVisibleInContextMenu(True)
    made.setEnabled(usable)
    made.triggered.connect(lambda: do())
    return made


def outline_menu(pane: "Deeds") -> QMenu:
    """One line for each heading, indented by its level."""
    menu = QMenu(pane)
    headings = pane.reading.headings()
    least = min((heading.level for heading in headings), default=1)
    for index, heading in enumerate(headings):
        words = heading.text if len(heading.text) <= 70 else heading.text[:69] + "…"
        act = menu.addAction("    " * (heading.level - least) + words.replace("&", "&&"))
        act.triggered.connect(lambda _=False, index=index: pane.reading.go_to_heading(index))
    return menu


def context_menu(pane: "ReadingPane", href: str) -> QMenu:
    """What can be done with the words selected and the link under the pointer."""
    menu = QMenu(pane)
    words = bool(pane.selected_text())
    _act(menu, "copy", pane.copy, usable=words)
    if words:
        _act(menu, "copy_markdown", pane.copy_as_markdown)
        _act(menu, "copy_quotation", pane.copy_as_quotation)
        menu.addSeparator()
        _act(menu, "highlight", pane.highlight)
        _act(menu, "note", lambda: pane.highlight(with_note=True))
        menu.addSeparator()
        _act(menu, "look_up", pane.look_up)
        _act(menu, "look_up_web", lambda: pane.look_up(web=True))
        menu.addSeparator()
        _act(menu, "mute", lambda: pane.mute_requested.emit(pane.selected_text()))
    if href.startswith(SCHEMES):
        menu.addSeparator()
        link = menu.addAction(QCoreApplication.translate("ReadingPane", "Open the link in the browser"))
        link.triggered.connect(lambda: pane.link_activated.emit(href))
        address = menu.addAction(QCoreApplication.translate("ReadingPane", "Copy the link’s address"))
        address.triggered.connect(lambda: QGuiApplication.clipboard().setText(href))
    menu.addSeparator()
    whole = menu.addAction(QCoreApplication.translate("ReadingPane", "Select all"))
    whole.triggered.connect(pane.select_all)
    return menu


def more_menu(pane: "ReadingPane", article: Article) -> QMenu:
    """Read otherwise, copy, take out, open elsewhere."""
    menu = QMenu(pane)
    selected = pane.view.textCursor().hasSelection()
    _act(menu, "auto_scroll", pane.reading.toggle_auto_scroll)
    focus = _act(menu, "paragraph_focus", pane.toggle_paragraph_focus)
    focus.setCheckable(True)
    focus.setChecked(pane.view.focused)
    menu.addSeparator()
    _act(menu, "copy", pane.copy, usable=selected)
    _act(menu, "copy_markdown", pane.copy_as_markdown)
    _act(menu, "copy_quotation", pane.copy_as_quotation, usable=selected)
    menu.addSeparator()
    _act(menu, "copy_link", pane.copy_link, usable=bool(article.url))
    _act(menu, "mail_link", pane.mail_link, usable=bool(article.url))
    _act(menu, "open_browser", lambda: pane.browser_requested.emit(article.id), usable=bool(article.url))
    menu.addSeparator()
    for kind in ("pdf", "epub", "html", "markdown"):
        _act(menu, f"save_{kind}", partial(pane.save_as, kind))
    _act(menu, "print", pane.print)
    return menu
