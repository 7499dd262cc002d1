"""The pane put together: text, tools, find bar, progress, empty states; what is opened, kept and asked for."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.core.entities import Article, ArticleId, ReadingPlace
from reader.render.article import ArticleDocument
from reader.render.figures import Pictures
from reader.render.formats import TextStyle
from reader.render.outline import Heading
from reader.style.palette import Palette
from reader.ui.empty_state import EmptyState
from reader.ui.reading_pane.code_button import CodeButton
from reader.ui.reading_pane.exporting import print_article, save_as
from reader.ui.reading_pane.finding import Finding
from reader.ui.reading_pane.following import SCHEMES, Following
from reader.ui.reading_pane.menus import context_menu, more_menu, outline_menu
from reader.ui.reading_pane.paging import go_to, next_heading, page_by
from reader.ui.reading_pane.places import go_to_place, keep, reading_place, restore
from reader.ui.reading_pane.progress_line import HEIGHT, ProgressLine
from reader.ui.reading_pane.taking import selected_text
from reader.ui.reading_pane.time_left import TimeLeft
from reader.ui.reading_pane.tools import PaneTools
from reader.ui.reading_pane.typography_panel import TypographyPanel
from reader.ui.reading_pane.view import ArticleView

_SLICE_MS = 5.0
_PLACE_MS = 500
_ZOOMS = (50, 60, 70, 80, 90, 100, 110, 120, 135, 150, 170, 200, 240, 300)


class ReadingPane(QWidget):
    """Shows one article. Every wish of the reader that is not the pane's own to fulfil is a signal."""

    link_activated = Signal(str)
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
    notice_raised = Signal(str)
    search_requested = Signal(str)

    def __init__(self, data_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readingPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(280)
        self._data_folder = data_folder
        self._article: Article | None = None
        self._palette: Palette | None = None
        self._style = TextStyle()
        self._told_end = False
        self._told_place: ReadingPlace | None = None
        self._pictures = Pictures(self)
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
        self._idle = QTimer(self, interval=0)
        self._place_timer = QTimer(self, singleShot=True, interval=_PLACE_MS)
        self._connect()

    def _connect(self) -> None:
        self._pictures.arrived.connect(self.view.viewport().update)
        self._idle.timeout.connect(self._go_on)
        self._place_timer.timeout.connect(self._tell_place)
        self.view.link_hovered.connect(self._hover)
        self.following.link_activated.connect(self.link_activated)
        self.following.changes_chosen.connect(lambda: self._tell("changes_requested"))
        self.following.versions_chosen.connect(lambda: self._tell("versions_requested"))
        self.following.subscriber_chosen.connect(lambda: self._tell("subscriber_prompt_requested"))
        self.following.text_needed.connect(self._finish)
        self.view.moved_over.connect(self._come_tools)
        self.view.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.finding.text_needed.connect(self._finish)
        self.tools.pressed.connect(self._tool)
        self.view.menu_wanted.connect(lambda place, href: context_menu(self, href).exec(place))

    # ---- what is shown --------------------------------------------------------------------------------------------
    def show_article(self, article: Article) -> None:
        """Open an article where its reader left it."""
        self._leave_article()
        self._article = article
        self._told_end = False
        self._told_place = article.place
        shown = self._build(article)
        if shown is None:
            return
        if article.place is not None:
            shown.write_until(article.place.block)
        self.view.show_document(shown)
        if article.place is not None:
            go_to_place(self.view, shown.outline.starts, article.place)
        self._show_text()
        self._start_idle()

    def refresh_article(self, article: Article) -> None:
        """The same article with newer facts: place and selection stay. Another article is opened instead."""
        old = self._article
        if old is None or old.id != article.id:
            self.show_article(article)
            return
        self._article = article
        if not _looks_alike(old, article):
            self._rebuild()
        self._show_tools_state()

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

    def _build(self, article: Article) -> ArticleDocument | None:
        if self._palette is None:
            return None
        self._pictures.forget_waiting()
        # A hidden view hears of its size only when it is shown: the column is measured before that.
        self.view.setGeometry(self.rect())
        self.view.set_margins()
        return ArticleDocument(
            article,
            self._style,
            self._palette,
            self._pictures,
            data_folder=self._data_folder,
            width=self.view.column(),
        )

    def _show_text(self) -> None:
        self._empty.hide()
        self.view.show()
        self.progress.show()
        self.progress.raise_()
        self.finding.forget()
        self.view.setAccessibleName(self._article.title if self._article else "")
        self._show_tools_state()

    def _rebuild(self) -> None:
        old = self.view.shown
        if self._article is None:
            return
        kept = keep(self.view, old.outline.starts) if old is not None else None
        shown = self._build(self._article)
        if shown is None:
            return
        if kept is not None:
            shown.write_until(max(kept.top.block, kept.anchor.block, kept.position.block))
        self.view.show_document(shown)
        if kept is not None:
            restore(self.view, shown.outline.starts, kept)
        self._show_text()
        self._start_idle()

    def _start_idle(self) -> None:
        if self.view.shown is not None and not self.view.shown.complete:
            self._idle.start()

    def _go_on(self) -> None:
        shown = self.view.shown
        if shown is None or (shown.write_more(_SLICE_MS) and not shown.tint_more(_SLICE_MS)):
            self._idle.stop()
            self.finding.forget()
            self._show_tools_state()

    def _finish(self) -> None:
        if self.view.shown is not None:
            self.view.shown.write_more(10_000)

    def wait_for_pictures(self, milliseconds: int = 5000) -> None:
        """Come back when what is in sight is drawn: for pictures of the window and for tests."""
        self._finish()
        waited = QTimer(singleShot=True)
        waited.start(milliseconds)
        self.view.viewport().repaint()
        while self._pictures.waiting() and waited.isActive():
            QGuiApplication.processEvents()

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
        kept = keep(self.view, self.view.shown.outline.starts) if self.view.shown and self._article else None
        self.view.set_style(style)
        if kept is not None and self._article is not None:
            self._rebuild()
            shown = self.view.shown
            if shown is not None:
                restore(self.view, shown.outline.starts, kept, scale)

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
        for part in (self.progress, self.tools, self.finding, self.following, self.code_button):
            part.dress(palette)
        self._empty.dress(palette)
        shown = self.view.shown
        if first_time and self._article is not None:
            self.show_article(self._article)
        elif shown is not None:
            kept = keep(self.view, shown.outline.starts)
            top = self.view.cursorForPosition(QPoint(0, 0)).position()
            rect = self.view.viewport().rect()
            if shown.dress(palette, top - 200, self.view.cursorForPosition(rect.bottomRight()).position() + 200):
                self._idle.start()
            restore(self.view, shown.outline.starts, kept)
            self.view.viewport().update()

    # ---- reading on -----------------------------------------------------------------------------------------------
    def page(self, forward: bool) -> bool:
        """A page on or back; False where there is no further page."""
        if self._article is None:
            return False
        if page_by(self.view, self._style, forward=forward):
            return True
        if forward and self.view.shown is not None and not self.view.shown.complete:
            self._finish()
            return page_by(self.view, self._style, forward=True)
        return False

    def headings(self) -> list[Heading]:
        """The outline of the article."""
        return list(self.view.shown.outline.headings) if self.view.shown and self._article else []

    def go_to_heading(self, index: int) -> None:
        """Scroll to the heading `index` of `headings`."""
        headings = self.headings()
        if 0 <= index < len(headings):
            go_to(self.view, headings[index].position)

    def next_heading(self, backwards: bool = False) -> bool:
        """Scroll to the next heading below the top, or the one before; False where there is none."""
        return next_heading(self.view, self.headings(), backwards=backwards)

    def _scrolled(self) -> None:
        self._place_timer.start()
        if self._article is not None and self.view.isVisible():
            self.time_left.tell(self._article.minutes, self.progress.share())
        bar, shown = self.view.verticalScrollBar(), self.view.shown
        if self._article and shown and shown.complete and 0 < bar.maximum() <= bar.value() + 2 and not self._told_end:
            self._told_end = True
            self.end_reached.emit(self._article.id)

    def place(self) -> ReadingPlace:
        """Where the reader is now."""
        return reading_place(self.view, self.view.shown.outline.starts if self.view.shown else [])

    def _tell_place(self) -> None:
        if self._article is None or self.view.shown is None or self.view.isHidden():
            return
        place = self.place()
        if place != (self._told_place or ReadingPlace(0, 0.0)):
            self._told_place = place
            self.place_changed.emit(self._article.id, place)

    def _leave_article(self) -> None:
        if self._place_timer.isActive():
            self._place_timer.stop()
            self._tell_place()
        self._idle.stop()

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
                headings=len(self.headings()) > 1,
            )
            self.tools.place()

    def _tool(self, name: str) -> None:
        article = self._article
        if article is None:
            return
        below = self.tools.buttons[name].mapToGlobal(self.tools.buttons[name].rect().bottomLeft()) + QPoint(0, 4)
        if name in ("star", "unread", "versions"):
            self._tell(f"{name}_requested")
        elif name == "find":
            self.open_find()
        elif name == "outline":
            outline_menu(self).exec(below)
        elif name == "more":
            more_menu(self, article).exec(below)
        else:
            panel = TypographyPanel(self._style, self)
            panel.style_chosen.connect(self._choose_style)
            panel.come(self.mapFromGlobal(below))

    # ---- find and copy --------------------------------------------------------------------------------------------
    def open_find(self) -> None:
        """Show the find bar, with the selected words in it."""
        if self._article is not None:
            self.tools.hide()
            words = self.selected_text()
            self.finding.open(words if "\n" not in words and len(words) < 80 else "")

    def find_next(self, backwards: bool = False) -> None:
        """The next hit of the find bar's words."""
        self.finding.step(backwards)

    def selected_text(self) -> str:
        """The selected words, clean."""
        return selected_text(self.view) if self._article else ""

    def copy(self) -> None:
        """The selection onto the clipboard, as text and as Markdown."""
        if self.view.textCursor().hasSelection():
            self.view.copy()

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
        self._finish()
        self.view.selectAll()

    # ---- Qt's own -------------------------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line along the top and the tools in their corner."""
        self.view.setGeometry(self.rect())
        self._empty.setGeometry(self.rect())
        self.progress.setGeometry(0, 0, self.width(), HEIGHT)
        self.tools.place()
        super().resizeEvent(event)

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
        if event.type() in (QEvent.Type.Hide, QEvent.Type.Close) and self._place_timer.isActive():
            self._leave_article()
            self._start_idle()
        return super().event(event)


def _looks_alike(one: Article, other: Article) -> bool:
    """Whether two states of an article are drawn alike: a star or a read mark changes no line of the text."""
    return all(getattr(one, name) == getattr(other, name) for name in _DRAWN)


_DRAWN = (
    *("title", "kicker", "author", "section", "published", "updated", "access", "update", "revisions", "markdown"),
    *("pictures", "enclosures", "minutes", "changed_since_read", "feed", "language"),
)
