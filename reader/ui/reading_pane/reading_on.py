"""Reading on: pages, headings, motion. The half of the pane that moves through the text."""

from PySide6.QtWidgets import QWidget

from reader.core.entities import Article
from reader.render.formats import TextStyle
from reader.render.outline import Heading
from reader.ui.reading_pane.motion import Motion
from reader.ui.reading_pane.paging import go_to, line_by, next_heading, page_by
from reader.ui.reading_pane.stage import Stage
from reader.ui.reading_pane.view import ArticleView


class ReadingOn(QWidget):
    """What `ReadingPane` can be asked while an article is read; the pane itself makes the parts."""

    view: ArticleView
    stage: Stage
    motion: Motion
    _article: Article | None
    _style: TextStyle

    def _choose_style(self, style: TextStyle) -> None:
        """Set the text otherwise, and tell: the pane's own part."""
        raise NotImplementedError

    def page(self, forward: bool) -> bool:
        """A page on or back; False where there is no further page."""
        if self._article is None:
            return False
        self.motion.settle()
        before = self.view.verticalScrollBar().value()
        if page_by(self.view, self._style, forward=forward):
            self.motion.glide_from(before)
            return True
        if forward and self.view.shown is not None and not self.view.shown.complete:
            self.stage.finish()
            return page_by(self.view, self._style, forward=True)
        return False

    def line(self, by: int) -> None:
        """A line on (1) or back (-1), or a paragraph where all others are veiled."""
        if self._article is not None:
            self.motion.settle()
            before = self.view.verticalScrollBar().value()
            line_by(self.view, self._style, by)
            if self.view.focused:
                self.motion.glide_from(before)

    def set_motion(self, smooth: bool) -> None:
        """Whether a page glides (160 ms) or is there at once; off where the system asks for less motion."""
        self.motion.smooth = smooth

    def set_paragraph_focus(self, on: bool) -> None:
        """Veil all but the paragraph that is being read, the one in the upper half of the pane."""
        self.view.focused = on
        self.view.viewport().update()

    def toggle_auto_scroll(self) -> bool:
        """Let the text move at the reader's pace (its words over its minutes), or stand; whether it moves now."""
        if self.motion.moves() or self._article is None:
            self.motion.stop()
            return False
        self.stage.finish()
        height = self.view.document().documentLayout().documentSize().height()
        self.motion.start(height / max(60.0, self._article.minutes * 60.0))
        return True

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
