"""The window's frame: toolbar over sidebar, list and pane; what folds away when it is narrow; its place remembered.

It arranges widgets that are handed in and knows nothing of articles.
"""

import base64
import json
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

_SIZE = QSize(1360, 860)
_SIDEBAR, _LIST = 232, 384
_FOLD, _TURNS = 1000, 720


@dataclass(frozen=True, slots=True)
class Parts:
    """The widgets of the window, by place."""

    toolbar: QWidget
    sidebar: QWidget
    article_list: QWidget
    home: QWidget
    pane: QWidget


class Window(QMainWindow):
    """`close_asked` lets the program decide: it calls `event.ignore()` to stay in the tray."""

    close_asked = Signal(object)
    narrowed = Signal(int)
    ratio_changed = Signal()
    language_changed = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setWindowTitle("Encre")
        self.setMinimumSize(480, 400)
        self.setUnifiedTitleAndToolBarOnMac(True)
        self._parts = parts
        self._folded_open = False
        self._sidebar_wanted = True
        self._alone = False
        self._reading = False
        self._front_page = False
        self._lists = QStackedWidget()
        self._lists.addWidget(parts.article_list)
        self._lists.addWidget(parts.home)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for part in (parts.sidebar, self._lists, parts.pane):
            self._splitter.addWidget(part)
        self._splitter.setStretchFactor(2, 1)
        parts.sidebar.setMinimumWidth(180)
        self._lists.setMinimumWidth(260)
        parts.pane.setMinimumWidth(320)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._splitter)
        self.ground = QWidget()
        self.ground.setObjectName("central")
        column = QVBoxLayout(self.ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(parts.toolbar)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(self.ground)
        self._widths = [_SIDEBAR, _LIST]
        self._splitter.splitterMoved.connect(lambda *_: self._remember_widths())
        self.resize(_SIZE)

    def minimumSizeHint(self) -> QSize:
        """Small enough for list and pane to take turns."""
        return QSize(480, 400)

    def sizes(self) -> list[int]:
        """Widths of sidebar, list and pane in pixels."""
        return self._splitter.sizes()

    @property
    def turns(self) -> bool:
        """Whether list and pane take turns."""
        return self.width() < _TURNS

    def show_home(self, front_page: bool) -> None:
        """Home in the place of the list; as `front_page` it has the pane's room too."""
        self._lists.setCurrentWidget(self._parts.home)
        self._front_page = front_page
        self._fit()

    def show_list(self) -> None:
        """The list beside the pane."""
        self._lists.setCurrentWidget(self._parts.article_list)
        self._front_page = False
        self._fit()

    def show_reading(self, reading: bool) -> None:
        """In a narrow window: the pane in the place of the list, or back."""
        self._reading = reading
        if reading:
            self._front_page = False
        self._fit()

    @property
    def reading_alone(self) -> bool:
        """Whether nothing but the text is shown."""
        return self._alone

    def show_alone(self, alone: bool) -> None:
        """Nothing but the text, on the whole screen; or back."""
        if alone == self._alone:
            return
        self._alone = alone
        if alone:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)
        else:
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        self._fit()

    def toggle_sidebar(self) -> None:
        """Show or hide the sidebar; in a narrow window for the moment only."""
        if self.width() < _FOLD:
            self._folded_open = not self._folded_open
        else:
            self._sidebar_wanted = not self._sidebar_wanted
        self._fit()

    def fold_sidebar(self) -> None:
        """Something was chosen in a sidebar that was open for the moment."""
        if self._folded_open:
            self._folded_open = False
            self._fit()

    def show_page(self, page: QWidget | None) -> None:
        """A page in the place of the panes (the welcome), or the panes again."""
        if page is not None and self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page or self._splitter)
        self._parts.toolbar.setVisible(page is None and not self._alone)

    def page(self) -> QWidget | None:
        """The page shown in the place of the panes."""
        current = self._pages.currentWidget()
        return None if current is self._splitter else current

    def _fit(self) -> None:
        width = self.width()
        folded = width < _FOLD
        turns = width < _TURNS
        sidebar = self._folded_open if folded else self._sidebar_wanted
        self._parts.sidebar.setVisible(sidebar and not self._alone)
        only_pane = self._alone or (turns and self._reading)
        self._lists.setVisible(not only_pane)
        self._parts.pane.setVisible(only_pane or not (self._front_page or turns))
        self._parts.toolbar.setVisible(not self._alone and self.page() is None)
        self._share_out(width)

    def _share_out(self, width: int) -> None:
        """Sidebar and list keep their widths, the pane has the rest; without a pane the list has it."""
        pane = not self._parts.pane.isHidden()
        sidebar = 0 if self._parts.sidebar.isHidden() else self._widths[0]
        rest = width - sidebar
        lists = 0 if self._lists.isHidden() else (min(self._widths[1], max(260, rest - 340)) if pane else rest)
        self._splitter.setSizes([sidebar, lists, rest - lists])

    def _remember_widths(self) -> None:
        sidebar, lists, pane = self._splitter.sizes()
        self._widths = [sidebar or self._widths[0], lists if pane and lists else self._widths[1]]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        if event.size().width() >= _FOLD:
            self._folded_open = False
        self._fit()
        self.narrowed.emit(event.size().width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the program first."""
        self.close_asked.emit(event)

    def event(self, event: QEvent) -> bool:
        """Tell of a screen with other pixels: icons are drawn for those of the screens there are."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.ratio_changed.emit()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Tell of a change of language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.language_changed.emit()

    def _screen_key(self) -> str:
        size = self.screen().size()
        return f"{self.screen().name()} {size.width()}x{size.height()}"

    def state(self, before: str) -> str:
        """Place and sizes as text, for the settings; other screens' places in `before` are kept."""
        states = _states(before)
        states[self._screen_key()] = {
            "geometry": base64.b64encode(self.saveGeometry().data()).decode(),
            "sizes": self._widths,
            "sidebar": self._sidebar_wanted,
        }
        return json.dumps(states)

    def restore_state(self, text: str) -> None:
        """Go back to the place remembered for this screen; text that is not ours changes nothing."""
        state = _states(text).get(self._screen_key())
        if not isinstance(state, dict):
            return
        try:
            self.restoreGeometry(QByteArray(base64.b64decode(state["geometry"])))
            sizes = [int(size) for size in state["sizes"]]
        except (KeyError, TypeError, ValueError):
            return
        self._sidebar_wanted = bool(state.get("sidebar", True))
        if len(sizes) == 2 and all(100 <= size <= 2_000 for size in sizes):
            self._widths = sizes
        self._fit()


def _states(text: str) -> dict[str, object]:
    try:
        states = json.loads(text or "{}")
    except ValueError:
        return {}
    return states if isinstance(states, dict) else {}
