"""The small tools over the text at the top right: they come with the pointer or with Tab and go away by themselves."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QWidget

from reader.style.icons import icon
from reader.style.palette import Palette
from reader.ui.shadow import cast_shadow

_STAYS_MS = 2600


class PaneTools(QFrame):
    """Buttons of the pane. `pressed` names the button: star, unread, versions, outline, find, type, aloud, more."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("paneTools")
        self.setAccessibleName(QCoreApplication.translate("PaneTools", "Tools of the article"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        self._icons = {"star": "star", "unread": "mail", "versions": "history", "outline": "list-tree"}
        self._icons |= {"find": "search", "type": "type", "aloud": "volume-2", "more": "ellipsis"}
        self.buttons: dict[str, QToolButton] = {}
        for name in self._icons:
            button = QToolButton()
            button.setIconSize(QSize(20, 20))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, name=name: self.pressed.emit(name))
            button.installEventFilter(self)
            self.buttons[name] = button
            row.addWidget(button)
        self._palette: Palette | None = None
        self._starred = False
        self._read = True
        self._timer = QTimer(self, singleShot=True, interval=_STAYS_MS)
        self._timer.timeout.connect(self._leave)
        self.retranslate()
        self.hide()
        cast_shadow(self)

    def retranslate(self) -> None:
        """The words of the buttons."""
        words = {
            "star": QCoreApplication.translate("PaneTools", "Remove the star (S)")
            if self._starred
            else QCoreApplication.translate("PaneTools", "Keep with a star (S)"),
            "unread": QCoreApplication.translate("PaneTools", "Mark as unread (M)")
            if self._read
            else QCoreApplication.translate("PaneTools", "Mark as read (M)"),
            "versions": QCoreApplication.translate("PaneTools", "Versions of this article"),
            "outline": QCoreApplication.translate("PaneTools", "Headings"),
            "find": QCoreApplication.translate("PaneTools", "Find in the article (Ctrl+F)"),
            "type": QCoreApplication.translate("PaneTools", "Typography"),
            "aloud": QCoreApplication.translate("PaneTools", "Read aloud (L)"),
            "more": QCoreApplication.translate("PaneTools", "More"),
        }
        for name, button in self.buttons.items():
            button.setToolTip(words[name])
            button.setAccessibleName(words[name])

    def show_state(self, *, starred: bool, read: bool, versions: bool, headings: bool) -> None:
        """What the article allows."""
        self._starred, self._read = starred, read
        self.buttons["versions"].setVisible(versions)
        self.buttons["outline"].setVisible(headings)
        self.retranslate()
        self._draw()

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._palette = palette
        self._draw()

    def _draw(self) -> None:
        if self._palette is None:
            return
        for name, button in self.buttons.items():
            starred = name == "star" and self._starred
            colour = self._palette.star if starred else self._palette.text
            button.setIcon(icon(self._icons[name], colour, 20, filled=starred))

    def come(self) -> None:
        """Appear, and stay a moment."""
        if self.isHidden():
            self.adjustSize()
            self.place()
            self.show()
            self.raise_()
        self._timer.start()

    def place(self) -> None:
        """At the top right, clear of the scroll bar."""
        size = self.sizeHint()
        right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setGeometry(20 if right else self._over.width() - size.width() - 20, 12, size.width(), size.height())

    def _leave(self) -> None:
        busy = self.underMouse() or any(button.hasFocus() for button in self.buttons.values())
        if busy or QApplication.activePopupWidget() is not None:
            self._timer.start()
        else:
            self.hide()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Stay while a button is in use."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.Enter):
            self.come()
        return False
