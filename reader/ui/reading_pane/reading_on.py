"""Reading on: pages, headings, motion: the part of the pane that moves through the text."""

from collections.abc import Callable

from reader.core.entities import Article
from reader.render.outline import Heading
from reader.ui.reading_pane.motion import Motion
from reader.ui.reading_pane.paging import go_to, line_by, next_heading, page_by
from reader.ui.reading_pane.stage import Stage
from reader.ui.reading_pane.view import ArticleView


class ReadingOn:
    """What the pane is asked while an article is read; `article` tells which, None for none."""

    def __init__(self, view: ArticleView, stage: Stage, motion: Motion, article: Callable[[], Article | None]) -> None:
        self._view = view
        self._stage = stage
        self._motion = motion
        self._article = article
        view.wheel_turned.connect(motion.glide_by)

    def page(self, forward: bool) -> bool:
        """A page on or back; False where there is no further page."""
        if self._article() is None:
            return False
        self._motion.settle()
        before = self._view.verticalScrollBar().value()
        if page_by(self._view, self._view.text_style, forward=forward):
            self._motion.glide_from(before)
            return True
        if forward and self._view.shown is not None and not self._view.shown.complete:
            self._stage.finish()
            return page_by(self._view, self._view.text_style, forward=True)
        return False

    def line(self, by: int) -> None:
        """A line on (1) or back (-1), or a paragraph where all others are veiled."""
        if self._article() is not None:
            self._motion.settle()
            before = self._view.verticalScrollBar().value()
            line_by(self._view, self._view.text_style, by)
            if self._view.focused:
                self._motion.glide_from(before)

    def set_motion(self, smooth: bool) -> None:
        """Whether a page and the wheel glide (160 ms) or are there at once; off where the system asks for less."""
        self._motion.smooth = self._view.gliding = smooth

    def set_paragraph_focus(self, on: bool) -> None:
        """Veil all but the paragraph that is being read, the one in the upper half of the pane."""
        self._view.focused = on
        self._view.viewport().update()

    def toggle_auto_scroll(self) -> bool:
        """Let the text move at the reader's pace (its words over its minutes), or stand; whether it moves now."""
        article = self._article()
        if self._motion.moves() or article is None:
            self._motion.stop()
            return False
        self._stage.finish()
        height = self._view.document().documentLayout().documentSize().height()
        self._motion.start(height / max(60.0, article.minutes * 60.0))
        return True

    def headings(self) -> list[Heading]:
        """The outline of the article."""
        return list(self._view.shown.outline.headings) if self._view.shown and self._article() else []

    def go_to_heading(self, index: int) -> None:
        """Scroll to the heading `index` of `headings`."""
        headings = self.headings()
        if 0 <= index < len(headings):
            go_to(self._view, headings[index].position)

    def next_heading(self, backwards: bool = False) -> bool:
        """Scroll to the next heading below the top, or the one before; False where there is none."""
        return next_heading(self._view, self.headings(), backwards=backwards)
