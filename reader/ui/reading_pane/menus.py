"""The pane's two menus: its outline, and what else can be done with the article."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from reader.core.entities import Article
from reader.ui.reading_pane.following import SCHEMES
from reader.ui.reading_pane.taking import copy_as_markdown, copy_as_quotation

if TYPE_CHECKING:
    from reader.ui.reading_pane.pane import ReadingPane

_LONGEST_QUERY = 120
_WEB = "https://duckduckgo.com/?q={0}"


def outline_menu(pane: "ReadingPane") -> QMenu:
    """One line for each heading, indented by its level."""
    menu = QMenu(pane)
    headings = pane.headings()
    least = min((heading.level for heading in headings), default=1)
    for index, heading in enumerate(headings):
        words = heading.text if len(heading.text) <= 70 else heading.text[:69] + "…"
        act = menu.addAction("    " * (heading.level - least) + words.replace("&", "&&"))
        act.triggered.connect(lambda _=False, index=index: pane.go_to_heading(index))
    return menu


def context_menu(pane: "ReadingPane", href: str) -> QMenu:
    """What can be done with the words selected and the link under the pointer."""
    menu = QMenu(pane)
    words = pane.selected_text()
    copy = menu.addAction(QCoreApplication.translate("ReadingPane", "Copy"))
    copy.setEnabled(bool(words))
    copy.triggered.connect(pane.copy)
    if words:
        marked = menu.addAction(QCoreApplication.translate("ReadingPane", "Copy as Markdown"))
        marked.triggered.connect(lambda: copy_as_markdown(pane.view))
        quoted = menu.addAction(QCoreApplication.translate("ReadingPane", "Copy as a quotation with its source"))
        quoted.triggered.connect(lambda: copy_as_quotation(pane.view))
        mark = menu.addAction(QCoreApplication.translate("Highlights", "Highlight (H)"))
        mark.triggered.connect(lambda: pane.highlighting.highlight_selection())
        note = menu.addAction(QCoreApplication.translate("Highlights", "Highlight with a note (N)"))
        note.triggered.connect(lambda: pane.highlighting.highlight_selection(True))
        if len(words) <= _LONGEST_QUERY and "\n" not in words:
            menu.addSeparator()
            library = menu.addAction(QCoreApplication.translate("ReadingPane", "Search the library for these words"))
            library.triggered.connect(lambda: pane.search_requested.emit(words))
            web = menu.addAction(QCoreApplication.translate("ReadingPane", "Search the web for these words"))
            web.triggered.connect(lambda: pane.link_activated.emit(_WEB.format(quote(words))))
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
    """Copy and open elsewhere."""
    menu = QMenu(pane)
    selected = pane.view.textCursor().hasSelection()
    copy = menu.addAction(QCoreApplication.translate("ReadingPane", "Copy"))
    copy.setEnabled(selected)
    copy.triggered.connect(pane.copy)
    marked = menu.addAction(QCoreApplication.translate("ReadingPane", "Copy as Markdown"))
    marked.triggered.connect(lambda: copy_as_markdown(pane.view))
    quoted = menu.addAction(QCoreApplication.translate("ReadingPane", "Copy as a quotation with its source"))
    quoted.setEnabled(selected)
    quoted.triggered.connect(lambda: copy_as_quotation(pane.view))
    menu.addSeparator()
    link = menu.addAction(QCoreApplication.translate("ReadingPane", "Copy the link"))
    link.setEnabled(bool(article.url))
    link.triggered.connect(lambda: QGuiApplication.clipboard().setText(article.url or ""))
    mail = menu.addAction(QCoreApplication.translate("ReadingPane", "Send the link by e-mail"))
    mail.setEnabled(bool(article.url))
    letter = f"mailto:?subject={quote(article.title)}&body={quote(article.url or '')}"
    mail.triggered.connect(lambda: pane.link_activated.emit(letter))
    menu.addSeparator()
    for kind, words in (
        ("pdf", QCoreApplication.translate("ReadingPane", "Save as PDF…")),
        ("epub", QCoreApplication.translate("ReadingPane", "Save as EPUB…")),
        ("html", QCoreApplication.translate("ReadingPane", "Save as a web page…")),
        ("markdown", QCoreApplication.translate("ReadingPane", "Save as Markdown…")),
    ):
        act = menu.addAction(words)
        act.triggered.connect(lambda _=False, kind=kind: pane.save_as(kind))
    printed = menu.addAction(QCoreApplication.translate("ReadingPane", "Print…"))
    printed.triggered.connect(pane.print)
    menu.addSeparator()
    browser = menu.addAction(QCoreApplication.translate("ReadingPane", "Open in the browser"))
    browser.setEnabled(bool(article.url))
    browser.triggered.connect(lambda: pane.browser_requested.emit(article.id))
    return menu
