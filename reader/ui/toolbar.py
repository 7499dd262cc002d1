"""The one line over the panes: where one is, refresh and its progress, search, the bell, themes, the menu."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.render.numbers import count_words
from reader.style import icons
from reader.style.palette import Palette
from reader.ui.actions import ActionTable
from reader.ui.motion import show_busy
from reader.ui.passing_menu import passing
from reader.ui.search_field import SearchField

_ICON = 20
_ROOMY, _LEAST = 800, 560


class Toolbar(QWidget):
    """The toolbar; `menu_requested` and `themes_requested` carry where to open."""

    menu_requested = Signal(QPoint)
    themes_requested = Signal(QPoint)

    def __init__(self, actions: ActionTable) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = actions
        self._buttons: dict[str, tuple[QToolButton, str]] = {}
        self.search = SearchField()
        self._title, self._count, self._progress = QLabel(), QLabel(), QLabel()
        self._title.setProperty("role", "viewTitle")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setObjectName("viewCount")
        self._progress.setObjectName("progressWords")
        self._progress.setTextFormat(Qt.TextFormat.PlainText)
        self._progress.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title.setMinimumWidth(24)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.save = QPushButton()
        self.save.setProperty("flat", "true")
        self.save.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.save.hide()
        self._savable, self._roomy, self._optional = False, True, False
        self._line = QProgressBar()
        self._line.setObjectName("refreshLine")
        self._line.setTextVisible(False)
        self._bell = QLabel(self)
        self._bell.setObjectName("bellCount")
        self._bell.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bell.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._bell.hide()
        self._arrange()
        self.show_progress(0, 0, "")

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(4)
        row.addWidget(self._button("sidebar", "panel-left"))
        row.addSpacing(8)
        row.addWidget(self._title)
        row.addSpacing(4)
        row.addWidget(self._count)
        row.addWidget(self._button("display_options", "list-checks"))
        row.addSpacing(8)
        row.addWidget(self.save)
        row.addSpacing(4)
        row.addWidget(self._progress, 1)
        row.addWidget(self._button("cancel", "x"))
        row.addWidget(self._button("refresh", "refresh-cw"))
        row.addWidget(self._button("mark_all", "check-check"))
        row.addSpacing(4)
        row.addWidget(self.search)
        row.addSpacing(4)
        row.addWidget(self._button("notifications", "bell"))
        row.addWidget(self._button("", "palette", self._open_themes))
        row.addWidget(self._button("", "menu", self._open_menu))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._line)
        self._buttons["cancel"][0].hide()
        self.options.setCheckable(True)
        self.options.hide()

    @property
    def options(self) -> QToolButton:
        """The button of the display options."""
        return self._buttons["display_options"][0]

    def _button(self, action: str, icon: str, pressed: object = None) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons[action or icon] = (button, icon)
        if action:
            source = self._actions[action]
            button.clicked.connect(source.trigger)
            source.changed.connect(lambda: button.setEnabled(source.isEnabled()))
        elif callable(pressed):
            button.clicked.connect(pressed)
        button.installEventFilter(self)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The bell's number sits on the bell, wherever the layout puts it."""
        kinds = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show)
        if event.type() in kinds and watched is self._buttons.get("notifications", (None, ""))[0]:
            self._place_bell()
        return super().eventFilter(watched, event)

    def _place_bell(self) -> None:
        bell = self._buttons["notifications"][0]
        self._bell.adjustSize()
        corner = bell.geometry().topRight()
        self._bell.move(corner.x() - self._bell.width() + 4, max(0, corner.y() - 2))
        self._bell.raise_()

    def speak(self) -> None:
        """Words in the language of the moment."""
        for name, (button, _) in self._buttons.items():
            tips = {
                "palette": QCoreApplication.translate("Toolbar", "Themes"),
                "menu": QCoreApplication.translate("Toolbar", "Menu (F10)"),
            }
            tip = tips.get(name) or self._actions.tip(name)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        self.save.setText(QCoreApplication.translate("Toolbar", "Save this search"))
        self.save.setToolTip(QCoreApplication.translate("Toolbar", "Keep this search in the sidebar, with its count"))
        self.search.speak()
        self.search.setToolTip(self._actions.tip("search"))

    def show_place(self, title: str, count: int | None, *, savable: bool = False) -> None:
        """Where one is: the view's name and the number of its articles; `savable` offers to keep a search."""
        self._savable = savable
        self.save.setVisible(savable and self._roomy)
        self._title.setText(title)
        self._count.setText("" if count is None else f"·\u2002{count_words(count)}")

    def show_options(self, own: bool | None) -> None:
        """Whether the list has display options of its own; None where they have their button elsewhere."""
        self._optional = own is not None
        self.options.setVisible(self._optional and self.width() >= _LEAST)
        self.options.setChecked(bool(own))

    def show_progress(self, done: int, total: int, title: str) -> None:
        """How far the round is; `total` 0 when none is under way or its size is not known yet."""
        busy = total > 0
        self._line.setRange(0, max(1, total))
        self._line.setValue(done if busy else 0)
        words = QCoreApplication.translate("Toolbar", "{0} of {1}").format(done, total) if busy else ""
        self._progress.setText(f"{words} · {title}" if busy and title else words)

    def show_busy(self, busy: bool) -> None:
        """A round has begun or ended."""
        self._buttons["cancel"][0].setVisible(busy)
        self._buttons["refresh"][0].setVisible(not busy)
        if busy:
            show_busy(self._line)
        else:
            self.show_progress(0, 0, "")

    def show_bell(self, unseen: int) -> None:
        """The bell's number; hidden when all is seen."""
        self._bell.setText(str(unseen) if unseen < 100 else "99+")
        self._bell.setVisible(unseen > 0)
        words = self.tr("%n new notification(s)", "", unseen) if unseen else self._actions.tip("notifications")
        self._buttons["notifications"][0].setAccessibleName(words)
        self._place_bell()

    def fit(self, width: int) -> None:
        """Leave room in a narrow window: the offer to save, the progress words and the count go first."""
        self._roomy = width >= _ROOMY
        self.save.setVisible(self._savable and self._roomy)
        self.search.fit(width)
        self.options.setVisible(self._optional and width >= _LEAST)
        self._progress.setVisible(width >= 720)
        self._count.setVisible(width >= 640)

    def ask_menu(self) -> None:
        """F10."""
        self._open_menu()

    def _open_themes(self) -> None:
        self.themes_requested.emit(self._under("palette"))

    def _open_menu(self) -> None:
        self.menu_requested.emit(self._under("menu"))

    def _under(self, name: str) -> QPoint:
        button = self._buttons[name][0]
        return button.mapToGlobal(QPoint(button.width(), button.height() + 4))

    def dress(self, palette: Palette) -> None:
        """Tint the icons."""
        self.search.dress(palette)
        for button, icon in self._buttons.values():
            button.setIcon(icons.icon(icon, palette.text_secondary, _ICON, disabled=palette.text_disabled))


def open_menu(menu: QMenu, corner: QPoint) -> None:
    """Open `menu` with its right edge at `corner`, where the toolbar's buttons are; it goes once it was used."""
    passing(menu).popup(QPoint(corner.x() - menu.sizeHint().width(), corner.y()))
