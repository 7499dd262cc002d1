"""The menu "Themes": a picture of each, worn for a moment under the mouse, kept by a click."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from reader.style.palette import Palette
from reader.ui.theme_picture import theme_icon

_WAIT = 140


class ThemeMenu(QMenu):
    """`previewed` when the mouse or the arrows rest on a theme, `preview_ended` when none was chosen, else `chosen`.

    `follow_chosen` says "system", "hours" or "chosen", `deed_requested` "edit", "import", "export" or "folder".
    The keys Ctrl+1…8 are shown here and belong to the window: a key that two actions claim works for neither.
    """

    chosen = Signal(str)
    previewed = Signal(str)
    preview_ended = Signal()
    follow_chosen = Signal(str)
    deed_requested = Signal(str)

    def __init__(
        self,
        palettes: Sequence[Palette],
        current: str,
        language: str,
        parent: QWidget | None = None,
        *,
        follow: str | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("themeMenu")
        self.setTitle(QCoreApplication.translate("ThemeMenu", "Themes"))
        self.setAccessibleName(self.title())
        self.setToolTipsVisible(False)
        self._worn = ""
        self._picked = False
        self._palettes: dict[str, Palette] = {}
        self._group = QActionGroup(self)
        for place, palette in enumerate(palettes, 1):
            self._add(place, palette, language, current)
        if follow is not None:
            self._add_follow(follow)
            self._add_deeds()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT)
        self._wait.timeout.connect(self._preview)
        self.hovered.connect(lambda _: self._wait.start())
        self.triggered.connect(self._choose)
        self.aboutToShow.connect(self._begin)
        self.aboutToHide.connect(self._hidden)

    def set_current(self, theme_id: str) -> None:
        """Tick another theme."""
        for action in self._group.actions():
            self._tick(action, ticked=action.data() == theme_id)

    def _add(self, place: int, palette: Palette, language: str, current: str) -> None:
        if place > 1 and (place - 1) % 2 == 0 and place <= 9:
            self.addSeparator()
        key = f"\tCtrl+{place}" if place <= 8 else ""
        action = self.addAction(palette.display_name(language) + key)
        action.setData(palette.id)
        action.setCheckable(True)
        self._group.addAction(action)
        self._palettes[palette.id] = palette
        self._tick(action, ticked=palette.id == current)

    def _add_follow(self, follow: str) -> None:
        self.addSeparator()
        names = {
            "system": QCoreApplication.translate("ThemeMenu", "Light or dark as the system"),
            "hours": QCoreApplication.translate("ThemeMenu", "Light or dark by the hour"),
        }
        for choice, name in names.items():
            action = self.addAction(name)
            action.setCheckable(True)
            action.setChecked(choice == follow)
            action.toggled.connect(lambda on, chosen=choice: self.follow_chosen.emit(chosen if on else "chosen"))

    def _add_deeds(self) -> None:
        self.addSeparator()
        names = {
            "edit": QCoreApplication.translate("ThemeMenu", "Edit this theme…"),
            "import": QCoreApplication.translate("ThemeMenu", "Import a theme…"),
            "export": QCoreApplication.translate("ThemeMenu", "Export this theme…"),
            "folder": QCoreApplication.translate("ThemeMenu", "Open the themes folder"),
        }
        for deed, name in names.items():
            self.addAction(name).triggered.connect(lambda _=False, wanted=deed: self.deed_requested.emit(wanted))

    def _tick(self, action: QAction, *, ticked: bool) -> None:
        action.setChecked(ticked)
        action.setIcon(theme_icon(self._palettes[str(action.data())], ticked=ticked))
        letters = action.font()
        letters.setBold(ticked)
        action.setFont(letters)

    def _begin(self) -> None:
        self._worn, self._picked = "", False

    def _preview(self) -> None:
        action = self.activeAction()
        theme_id = str(action.data()) if action is not None and action.data() else ""
        if self.isVisible() and theme_id and theme_id != self._worn:
            self._worn = theme_id
            self.previewed.emit(theme_id)
        elif self.isVisible() and not theme_id and self._worn:
            self._worn = ""
            self.preview_ended.emit()

    def _choose(self, action: QAction) -> None:
        if not action.data():
            return
        self._picked = True
        self._worn = ""
        self.set_current(str(action.data()))
        self.chosen.emit(str(action.data()))

    def _hidden(self) -> None:
        self._wait.stop()
        # Qt hides the menu before it says which line was chosen: look again once that is known.
        QTimer.singleShot(0, self, self._end)

    def _end(self) -> None:
        if self._worn and not self._picked and not self.isVisible():
            self._worn = ""
            self.preview_ended.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Qt's: outside no theme is tried on."""
        super().leaveEvent(event)
        self._wait.stop()


def theme_menu(
    palettes: Sequence[Palette],
    current: str,
    language: str,
    parent: QWidget | None = None,
    *,
    follow: str | None = None,
) -> ThemeMenu:
    """The menu of these themes, `current` ticked, names in `language`; with `follow`, all that one can do."""
    return ThemeMenu(palettes, current, language, parent, follow=follow)
