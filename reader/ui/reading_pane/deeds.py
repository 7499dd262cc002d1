"""What the actions of the window ask of the pane: copy, highlight, look up, outline, typography, read aloud."""

from urllib.parse import quote

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.core.entities import Article
from reader.ui.passing_menu import passing
from reader.ui.reading_pane.aloud import Aloud
from reader.ui.reading_pane.highlighting import Highlighting
from reader.ui.reading_pane.menus import outline_menu
from reader.ui.reading_pane.motion import Motion
from reader.ui.reading_pane.reading_on import ReadingOn
from reader.ui.reading_pane.stage import Stage
from reader.ui.reading_pane.taking import copy_as_markdown, copy_as_quotation, selected_text
from reader.ui.reading_pane.tools import PaneTools
from reader.ui.reading_pane.typography_panel import TypographyPanel
from reader.ui.reading_pane.view import ArticleView

LONGEST_QUERY = 120
_WEB = "https://duckduckgo.com/?q={0}"


class Deeds(QWidget):
    """The half of the pane that acts on the article and its selection. A wish that lacks something is answered by a
    sentence (`notice_raised`); `text_style_chosen` where the letters are wanted otherwise."""

    notice_raised = Signal(str)
    search_requested = Signal(str)
    mute_requested = Signal(str)
    link_activated = Signal(str)
    text_style_chosen = Signal(object)

    view: ArticleView
    stage: Stage
    motion: Motion
    reading: ReadingOn
    _article: Article | None
    tools: PaneTools
    highlighting: Highlighting
    aloud: Aloud

    def selected_text(self) -> str:
        """The selected words, clean."""
        return selected_text(self.view) if self._article else ""

    def _has_selection(self) -> bool:
        if self._article is not None and self.view.textCursor().hasSelection():
            return True
        self.notice_raised.emit(QCoreApplication.translate("ReadingPane", "Select some words first."))
        return False

    def copy(self) -> None:
        """The selection onto the clipboard, as text and as Markdown."""
        if self.view.textCursor().hasSelection():
            self.view.copy()

    def copy_as_markdown(self) -> None:
        """The selection, or the whole article, onto the clipboard as Markdown."""
        if self._article is not None:
            copy_as_markdown(self.view)
            self.notice_raised.emit(QCoreApplication.translate("ReadingPane", "Copied as Markdown."))

    def copy_as_quotation(self) -> None:
        """The selection onto the clipboard with its source."""
        if self._has_selection():
            copy_as_quotation(self.view)
            self.notice_raised.emit(QCoreApplication.translate("ReadingPane", "Copied with its source."))

    def highlight(self, with_note: bool = False) -> None:
        """Highlight the selection."""
        if self._has_selection():
            self.highlighting.highlight_selection(with_note)

    def look_up(self, web: bool = False) -> None:
        """Search the library, or the web, for the selected words."""
        if not self._has_selection():
            return
        words = " ".join(self.selected_text().split())[:LONGEST_QUERY]
        if web:
            self.link_activated.emit(_WEB.format(quote(words)))
        else:
            self.search_requested.emit(words)

    def mail_link(self) -> None:
        """A letter with the headline and the address, in the reader's own mail program."""
        article = self._article
        if article is not None and article.url:
            self.link_activated.emit(f"mailto:?subject={quote(article.title)}&body={quote(article.url)}")
        elif article is not None:
            self.notice_raised.emit(
                QCoreApplication.translate("ReadingPane", "This article has no address on the web.")
            )

    def copy_link(self) -> None:
        """The address onto the clipboard."""
        if self._article is not None and self._article.url:
            QGuiApplication.clipboard().setText(self._article.url)
            self.notice_raised.emit(QCoreApplication.translate("ReadingPane", "Link copied."))

    def open_outline(self) -> None:
        """The headings as a menu."""
        if self._article is None:
            return
        if not self.reading.headings():
            self.notice_raised.emit(QCoreApplication.translate("ReadingPane", "This article has no headings."))
            return
        menu = outline_menu(self)
        self.tools.come()
        passing(menu).popup(self.mapToGlobal(self.below_tool("outline")))
        menu.setActiveAction(menu.actions()[0])

    def below_tool(self, name: str) -> QPoint:
        """The place under a tool, in the pane."""
        button = self.tools.buttons[name]
        if button.isVisibleTo(self.tools):
            return button.mapTo(self, button.rect().bottomLeft()) + QPoint(0, 4)
        return self.tools.geometry().bottomLeft() + QPoint(0, 4)

    def open_typography(self) -> None:
        """The panel of letters and lines."""
        if self._article is not None:
            self.tools.come()
            panel = TypographyPanel(self.view.text_style, self)
            panel.style_chosen.connect(self.text_style_chosen)
            panel.come(self.below_tool("type"))

    def read_aloud(self) -> None:
        """Begin, pause or go on; where there is no voice, say how to get one."""
        if self._article is not None:
            self.stage.finish()
            self.aloud.toggle(self._article.language)

    def toggle_paragraph_focus(self) -> None:
        """Veil all but the paragraph read, or lift the veil."""
        self.reading.set_paragraph_focus(not self.view.focused)

    def calm(self) -> bool:
        """Stop what goes on by itself: the voice, then the text that moves, then the veil; False where nothing did."""
        if self.aloud.active():
            self.aloud.stop()
        elif self.motion.moves():
            self.motion.stop()
        elif self.view.focused:
            self.reading.set_paragraph_focus(False)
        else:
            return False
        return True
