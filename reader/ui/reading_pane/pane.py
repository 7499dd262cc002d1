"""The pane put together: text, tools, find bar, progress, empty states; what is opened, kept and asked for."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.core.entities import Article, ArticleId, ReadingPlace
from reader.core.highlights import Highlight
from reader.render.formats import TextStyle
from reader.style.palette import Palette
from reader.ui.empty_state import EmptyState
from reader.ui.passing_menu import passing
from reader.ui.reading_pane.aloud import Aloud
from reader.ui.reading_pane.code_button import CodeButton
from reader.ui.reading_pane.deeds import Deeds
from reader.ui.reading_pane.exporting import print_article, save_as
from reader.ui.reading_pane.finding import Finding
from reader.ui.reading_pane.following import SCHEMES, Following
from reader.ui.reading_pane.highlighting import Highlighting
from reader.ui.reading_pane.menus import context_menu, more_menu
from reader.ui.reading_pane.motion import Motion
from reader.ui.reading_pane.overlay import Overlay
from reader.ui.reading_pane.place_keeper import PlaceKeeper
from reader.ui.reading_pane.progress_line import HEIGHT, ProgressLine
from reader.ui.reading_pane.reading_on import ReadingOn
from reader.ui.reading_pane.stage import Stage
from reader.ui.reading_pane.time_left import TimeLeft
from reader.ui.reading_pane.tools import PaneTools
from reader.ui.reading_pane.view import ArticleView

_ZOOMS = (50, 60, 70, 80, 90, 100, 110, 120, 135, 150, 170, 200, 240, 300)


class ReadingPane(Deeds):
    """Shows one article. Every wish of the reader that is not the pane's own to fulfil is a signal."""

    link_hovered = Signal(str)
    changes_requested = Signal(int)
    versions_requested = Signal(int)
    place_changed = Signal(int, object)
    star_requested = Signal(int)
    unread_requested = Signal(int)
    browser_requested = Signal(int)
    end_reached = Signal(int)
    subscriber_prompt_requested = Signal(int)
    text_style_changed = Signal(object)
    highlight_made = Signal(object)
    highlight_changed = Signal(object)
    highlight_removed = Signal(object)

    def __init__(self, data_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readingPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(280)
        self._data_folder = data_folder
        self._article = None
        self._palette: Palette | None = None
        self._style = TextStyle()
        self.view = ArticleView(data_folder, self)
        self._empty = EmptyState()
        self._empty.setParent(self)
        self.view.hide()
        self.progress = ProgressLine(self.view.verticalScrollBar(), self)
        self.tools = PaneTools(self)
        self.time_left = TimeLeft(self)
        self.finding = Finding(self.view, self)
        self.code_button = CodeButton(self.view)
        self.following = Following(self.view, self)
        self.highlighting = Highlighting(self.view, self)
        self.aloud = Aloud(self.view, self)
        self.motion = Motion(self.view.verticalScrollBar(), self)
        self.stage = Stage(self.view, self, data_folder)
        self.reading = ReadingOn(self.view, self.stage, self.motion, lambda: self._article)
        self.places = PlaceKeeper(self.view, self)
        self._connect()

    def _connect(self) -> None:
        self.stage.written.connect(self._written)
        self.places.moved.connect(self._moved)
        self.places.ended.connect(lambda: self._tell("end_reached"))
        self.view.link_hovered.connect(self._hover)
        self.following.link_activated.connect(self.link_activated)
        self.following.changes_chosen.connect(lambda: self._tell("changes_requested"))
        self.following.versions_chosen.connect(lambda: self._tell("versions_requested"))
        self.following.subscriber_chosen.connect(lambda: self._tell("subscriber_prompt_requested"))
        self.following.text_needed.connect(self.stage.finish)
        self.view.moved_over.connect(self._come_tools)
        self.view.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.finding.text_needed.connect(self.stage.finish)
        self.tools.pressed.connect(self._tool)
        self.highlighting.text_needed.connect(self.stage.finish)
        self.highlighting.made.connect(self.highlight_made)
        self.highlighting.changed.connect(self.highlight_changed)
        self.highlighting.removed.connect(self.highlight_removed)
        self.view.line_wanted.connect(self.reading.line)
        self.text_style_chosen.connect(self._choose_style)
        self.view.opened.connect(self.aloud.refold)
        self.aloud.told.connect(self.notice_raised)
        self.view.menu_wanted.connect(lambda place, href: passing(context_menu(self, href)).exec(place))

    # ---- what is shown --------------------------------------------------------------------------------------------
    def show_article(self, article: Article) -> None:
        """Open an article where its reader left it."""
        self._leave_article()
        self._article = article
        self.places.open(article.place)
        if self._palette is not None:
            self.stage.show(article, self._style, self._palette)
            self._show_text()

    def refresh_article(self, article: Article) -> None:
        """The same article with newer facts: place and selection stay. Another article is opened instead."""
        old = self._article
        if old is None or old.id != article.id:
            self.show_article(article)
            return
        self._article = article
        if not _looks_alike(old, article) and self._palette is not None:
            self.stage.rebuild(article, self._style, self._palette, self.stage.keep())
            self._show_text()
        self._show_tools_state()

    def show_highlights(self, highlights: list[Highlight]) -> None:
        """The highlights the library keeps of the article shown; call it after `show_article` and after each change."""
        self.highlighting.show(highlights)

    def go_to_highlight(self, highlight: Highlight) -> bool:
        """Scroll to a highlight of the article shown; False where its words are gone."""
        self.stage.finish()
        self.highlighting.anchor()
        return self.highlighting.go_to(highlight)

    def show_empty(self, drawing: str, heading: str, sentence: str = "") -> None:
        """Show no article but a drawing and words."""
        self._leave_article()
        self._article = None
        self._empty.show_words(drawing, heading, sentence)
        self.view.hide()
        self._empty.show()
        self.progress.hide()
        self.tools.hide()
        self.finding.bar.hide()

    def article_id(self) -> ArticleId | None:
        """The article shown."""
        return self._article.id if self._article else None

    def _show_text(self) -> None:
        self._empty.hide()
        self.view.show()
        self.progress.show()
        self.progress.raise_()
        self.finding.forget()
        self.highlighting.anchor()
        self.aloud.anchor()
        self.view.setAccessibleName(self._article.title if self._article else "")
        self._show_tools_state()

    def _written(self) -> None:
        self.finding.forget()
        self.highlighting.anchor()
        self._show_tools_state()

    def wait_for_pictures(self, milliseconds: int = 5000) -> None:
        """Come back when what is in sight is drawn: for pictures of the window and for tests."""
        self.stage.wait_for_pictures(milliseconds)

    # ---- typography and themes ------------------------------------------------------------------------------------
    def text_style(self) -> TextStyle:
        """The typography now."""
        return self._style

    def set_text_style(self, style: TextStyle) -> None:
        """Set the text otherwise; the reader's line stays where it is."""
        style = style.within_bounds()
        if style == self._style:
            return
        scale, self._style = style.pixels / self._style.pixels, style
        kept = self.stage.keep()
        self.view.set_style(style)
        if self._article is not None and self._palette is not None:
            self.stage.rebuild(self._article, style, self._palette, kept, scale)
            self._show_text()

    def zoom_by(self, step: int) -> None:
        """Larger (1) or smaller (-1) letters; 0 is 100 per cent. `text_style_changed` tells."""
        zoom = 100
        if step:
            sizes = [size for size in _ZOOMS if (size > self._style.zoom if step > 0 else size < self._style.zoom)]
            zoom = (min(sizes) if step > 0 else max(sizes)) if sizes else self._style.zoom
        self._choose_style(replace(self._style, zoom=zoom))

    def _choose_style(self, style: TextStyle) -> None:
        self.set_text_style(style)
        self.text_style_changed.emit(self._style)

    def dress(self, palette: Palette) -> None:
        """Wear a theme, live: place and selection stay."""
        first_time, self._palette = self._palette is None, palette
        self.view.dress(palette)
        for part in (
            self.progress,
            self.tools,
            self.finding,
            self.following,
            self.code_button,
            self.highlighting,
            self.aloud,
        ):
            part.dress(palette)
        self._empty.dress(palette)
        if first_time and self._article is not None:
            self.show_article(self._article)
        else:
            self.stage.dress(palette)

    # ---- places ------------------------------------------------------------------------------------------------------
    def _scrolled(self) -> None:
        if self._article is not None and self.view.isVisible():
            self.time_left.tell(self._article.minutes, self.progress.share())

    def place(self) -> ReadingPlace:
        """Where the reader is now."""
        return self.places.place()

    def _moved(self, place: ReadingPlace) -> None:
        if self._article is not None:
            self.place_changed.emit(self._article.id, place)

    def _leave_article(self) -> None:
        for panel in self.findChildren(Overlay):
            panel.close()
        self.following.leave()
        self.aloud.stop()
        self.motion.stop()
        self.motion.settle()
        self.places.leave()
        self.stage.stop()

    # ---- links and tools ------------------------------------------------------------------------------------------
    def _tell(self, signal: str) -> None:
        if self._article is not None:
            getattr(self, signal).emit(self._article.id)

    def _hover(self, address: str) -> None:
        self.link_hovered.emit(address if address.startswith(SCHEMES) else "")

    def _come_tools(self) -> None:
        if self._article is not None and not self.finding.bar.isVisible():
            self.tools.come()

    def _show_tools_state(self) -> None:
        article = self._article
        if article is not None:
            self.tools.show_state(
                starred=article.starred,
                read=article.read,
                versions=len(article.revisions) > 1,
                headings=len(self.reading.headings()) > 1,
            )
            self.tools.place()

    def _tool(self, name: str) -> None:
        article = self._article
        if article is None:
            return
        if name in ("star", "unread", "versions"):
            self._tell(f"{name}_requested")
        elif name == "find":
            self.open_find()
        elif name == "outline":
            self.open_outline()
        elif name == "more":
            passing(more_menu(self, article)).exec(self.mapToGlobal(self.below_tool("more")))
        elif name == "aloud":
            self.read_aloud()
        else:
            self.open_typography()

    # ---- find and copy --------------------------------------------------------------------------------------------
    def open_find(self) -> None:
        """Show the find bar, with the selected words in it."""
        if self._article is not None:
            self.tools.hide()
            words = self.selected_text()
            self.finding.open(words if "\n" not in words and len(words) < 80 else "")

    def mark_words(self, words: Sequence[str], *, begins: bool = False) -> None:
        """Mark what was searched in the library; the keys of finding go from one to the next."""
        self.finding.mark_words(words, begins=begins)

    def close_find(self) -> bool:
        """Close the find bar; False when it is not open."""
        shown = self.finding.bar.isVisibleTo(self)
        if shown:
            self.finding.close()
        return shown

    def find_next(self, backwards: bool = False) -> None:
        """The next hit of the find bar's words."""
        self.finding.step(backwards)

    def save_as(self, kind: str) -> None:
        """Save the article as pdf, epub, html or markdown where the reader says; `notice_raised` tells how it went."""
        if self._article is not None and self._palette is not None:
            told = save_as(kind, self._article, self._data_folder, self._palette, self._style, self)
            if told:
                self.notice_raised.emit(told)

    def print(self) -> None:
        """Show the pages, and print them."""
        if self._article is not None and self._palette is not None:
            print_article(self._article, self._data_folder, self._palette, self._style, self)

    def select_all(self) -> None:
        """Select the whole article."""
        self.stage.finish()
        self.view.selectAll()

    # ---- Qt's own -------------------------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line along the top and the tools in their corner."""
        self.view.setGeometry(self.rect())
        self._empty.setGeometry(self.rect())
        self.progress.setGeometry(0, 0, self.width(), HEIGHT)
        self.tools.place()
        self.aloud.bar.place()
        super().resizeEvent(event)
        if self._article is not None and self._palette is not None and self.stage.outgrown():
            self.stage.rebuild(self._article, self._style, self._palette, self.stage.keep())
            self._show_text()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and wheel sizes the letters."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lets go of the selection."""
        if event.key() == Qt.Key.Key_Escape and self.view.textCursor().hasSelection():
            cursor = self.view.textCursor()
            cursor.clearSelection()
            self.view.setTextCursor(cursor)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The reader's place is told before the pane goes."""
        if event.type() in (QEvent.Type.Hide, QEvent.Type.Close):
            self.places.leave()
        return super().event(event)


def _looks_alike(one: Article, other: Article) -> bool:
    """Whether two states of an article are drawn alike: a star or a read mark changes no line of the text."""
    return all(getattr(one, name) == getattr(other, name) for name in _DRAWN)


_DRAWN = (
    *("title", "kicker", "author", "section", "published", "updated", "access", "update", "revisions", "markdown"),
    *("pictures", "enclosures", "minutes", "changed_since_read", "feed", "language"),
)
