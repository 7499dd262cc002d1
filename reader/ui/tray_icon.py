"""Encre in the desktop's tray, where there is one: unread count, menu, toasts that mirror the notification tray."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from reader.render.numbers import count_words
from reader.style.icons import tray_icon

_LOOKS, _BETWEEN_LOOKS = 12, 5_000


class TrayIcon(QObject):
    """The icon, its menu and its toasts. `toast_clicked` gives back what came with the toast last shown."""

    toggle_requested = Signal()
    refresh_requested = Signal()
    mark_all_read_requested = Signal()
    settings_requested = Signal()
    quit_requested = Signal()
    toast_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unread = 0
        self._drawn = -1
        self._refreshing = False
        self._payload: object = None
        self._looks_left = _LOOKS
        self._look = QTimer(self, singleShot=True, interval=_BETWEEN_LOOKS)
        self._look.timeout.connect(self.show)
        self._icon = QSystemTrayIcon(self)
        self.menu = QMenu()
        self._toggle = self._add(self.toggle_requested)
        self.menu.setDefaultAction(self._toggle)
        self._refresh = self._add(self.refresh_requested)
        self._mark = self._add(self.mark_all_read_requested)
        self.menu.addSeparator()
        self._settings = self._add(self.settings_requested)
        self._quit = self._add(self.quit_requested)
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(lambda: self.toast_clicked.emit(self._payload))
        self.set_unread(0)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now; a QObject is not told by Qt when it changes."""
        self._toggle.setText(self.tr("Show or hide Encre"))
        self._mark.setText(self.tr("Mark all as read"))
        self._settings.setText(self.tr("Settings…"))
        self._quit.setText(self.tr("Quit"))
        self.set_refreshing(self._refreshing)

    @staticmethod
    def available() -> bool:
        """Whether the desktop has a tray; an icon says it is visible even where there is none."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Appear where the desktop has a tray; looked for a few times more, since a panel may start after Encre."""
        if self.available():
            self._draw()
            self._icon.show()
        elif self._looks_left:
            self._looks_left -= 1
            self._look.start()

    def hide(self) -> None:
        """Go."""
        self._look.stop()
        self._icon.hide()

    def set_unread(self, count: int) -> None:
        """The number on the icon."""
        self._unread = count
        self._mark.setEnabled(count > 0)
        # Bursts of counts while a refresh runs: draw the icon once.
        QTimer.singleShot(0, self, self._draw)
        self._say()

    def set_refreshing(self, refreshing: bool) -> None:
        """Whether a refresh runs."""
        self._refreshing = refreshing
        self._refresh.setEnabled(not refreshing)
        self._refresh.setText(self.tr("Refreshing…") if refreshing else self.tr("Refresh"))
        self._say()

    def tool_tip(self) -> str:
        """What the icon says under the mouse."""
        return self._icon.toolTip()

    def toast(self, title: str, text: str, payload: object = None) -> None:
        """A message of the desktop, where it shows them."""
        self._payload = payload
        if self.available() and QSystemTrayIcon.supportsMessages():
            self._icon.showMessage(title, text, QIcon(QPixmap(tray_icon(0).pixmap(64, 64))), 8000)

    def _add(self, signal: object) -> QAction:
        action = self.menu.addAction("")
        action.triggered.connect(signal)
        return action

    def _draw(self) -> None:
        if self._drawn != self._unread:
            self._drawn = self._unread
            self._icon.setIcon(tray_icon(self._unread))

    def _say(self) -> None:
        words = [self.tr("Encre")]
        if self._unread:
            words.append(self.tr("{0} unread").format(count_words(self._unread)))
        if self._refreshing:
            words.append(self.tr("refreshing"))
        self._icon.setToolTip(" · ".join(words))

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.MiddleClick):
            self.toggle_requested.emit()
