"""What the actions of the reading pane do, and the way back and forward through what was read."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWindow
from PySide6.QtWidgets import QWidget

from reader.ui.navigation import Navigation
from reader.ui.pane_seat import PaneSeat
from reader.ui.reading_history import ReadingHistory

_STEPS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class ReadingCommands(QObject):
    """The pane's part of the table of actions; hears the mouse's two side buttons in `window`."""

    def __init__(self, seat: PaneSeat, navigation: Navigation, window: QWidget) -> None:
        super().__init__(window)
        self._seat, self._navigation, self._window = seat, navigation, window
        self._history = ReadingHistory()
        navigation.shown.connect(self._visited)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)

    def _watch(self, window: QWindow | None) -> None:
        """The side buttons are seen at the window: a filter on the whole program would cost for every event."""
        if window is not None and window is self._window.windowHandle():
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def table(self) -> dict[str, Callable[[], object]]:
        """What each action does."""
        seat = self._seat
        return {
            "copy_markdown": lambda: seat.pane.copy_as_markdown(),
            "copy_quotation": lambda: seat.pane.copy_as_quotation(),
            "highlight": lambda: seat.pane.highlight(),
            "note": lambda: seat.pane.highlight(with_note=True),
            "look_up": lambda: seat.pane.look_up(),
            "look_up_web": lambda: seat.pane.look_up(web=True),
            "outline": lambda: seat.pane.open_outline(),
            "next_heading": lambda: seat.pane.reading.next_heading(),
            "previous_heading": lambda: seat.pane.reading.next_heading(backwards=True),
            "typography": lambda: seat.pane.open_typography(),
            "read_aloud": lambda: seat.pane.read_aloud(),
            "auto_scroll": lambda: seat.pane.reading.toggle_auto_scroll(),
            "paragraph_focus": lambda: seat.pane.toggle_paragraph_focus(),
            "print": lambda: seat.pane.print(),
            "save_pdf": lambda: seat.pane.save_as("pdf"),
            "save_epub": lambda: seat.pane.save_as("epub"),
            "save_html": lambda: seat.pane.save_as("html"),
            "save_markdown": lambda: seat.pane.save_as("markdown"),
            "mail_link": lambda: seat.pane.mail_link(),
            "history_back": lambda: self.step(-1),
            "history_forward": lambda: self.step(1),
        }

    def _visited(self) -> None:
        if self._navigation.article is not None:
            self._history.visit(self._navigation.article.id)

    def step(self, by: int) -> bool:
        """To the article read before (-1) or after (1); False where there is none."""
        article = self._history.step(by)
        while article is not None:
            self._navigation.reveal(article)
            shown = self._navigation.article
            if shown is not None and shown.id == article:
                return True
            # Deleted meanwhile: go past it.
            self._history.forget(article)
            article = self._history.step(by if by < 0 else 0)
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mouse's side buttons go back and forward, wherever in the window they are pressed."""
        if event.type() is not QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        by = _STEPS.get(event.button())
        if by is None:
            return False
        self.step(by)
        return True
