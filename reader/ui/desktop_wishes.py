"""Asks the desktop what it asks of every program: more contrast, larger text, less motion, light or dark.

Freedesktop's portal (org.freedesktop.portal.Settings) says it on Linux and says each change; GNOME's and KDE's own
settings come through the same door. Qt's accessibility hints say the contrast elsewhere. Asked after the first paint
and never waited for: a desktop without a portal costs nothing.
"""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant
from PySide6.QtGui import QGuiApplication

from reader.core.wishes import KEYS, Wishes, wishes_from

SERVICE, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Settings"
# PySide takes a slot by Qt's own spelling of it, with the digit that says "slot"; as text, whatever its stubs say.
_SLOT: Any = "1_heard(QString,QString,QDBusVariant)"


class DesktopWishes(QObject):
    """Asks the desktop and hears of its changes; `changed` carries the Wishes when they are others than before."""

    changed = Signal(object)

    def __init__(self, parent: QObject, bus: QDBusConnection | None = None, service: str = SERVICE) -> None:
        super().__init__(parent)
        self._bus, self._service = bus, service
        self._answers: dict[tuple[str, str], object] = {}
        self._asked: list[QDBusPendingCallWatcher] = []
        self.wishes = Wishes()

    def begin(self) -> None:
        """Ask once, and listen from then on."""
        hints = QGuiApplication.styleHints()
        # Since Qt 6.10; before, the portal alone says it.
        access = hints.accessibility() if hasattr(hints, "accessibility") else None
        if access is not None:
            access.contrastPreferenceChanged.connect(self._look)
        bus = self._bus or QDBusConnection.sessionBus()
        if bus.isConnected():
            bus.connect(self._service, PATH, INTERFACE, "SettingChanged", self, _SLOT)
            for namespace, key in KEYS:
                self._ask(bus, namespace, key)
        self._look()

    def _ask(self, bus: QDBusConnection, namespace: str, key: str) -> None:
        message = QDBusMessage.createMethodCall(self._service, PATH, INTERFACE, "Read")
        message.setArguments([namespace, key])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(message), self)
        watcher.finished.connect(lambda done, about=(namespace, key): self._answered(about, done))
        self._asked.append(watcher)

    def _answered(self, about: tuple[str, str], watcher: QDBusPendingCallWatcher) -> None:
        reply = watcher.reply()
        if reply.type() is QDBusMessage.MessageType.ReplyMessage and reply.arguments():
            self._answers[about] = _plain(reply.arguments()[0])
        self._asked.remove(watcher)
        watcher.deleteLater()
        if not self._asked:
            self._look()

    @Slot(str, str, QDBusVariant)
    def _heard(self, namespace: str, key: str, value: QDBusVariant) -> None:
        if (namespace, key) in KEYS:
            self._answers[namespace, key] = _plain(value)
            self._look()

    def _look(self) -> None:
        found = wishes_from(self._answers, contrast=_qt_contrast())
        if found != self.wishes:
            self.wishes = found
            self.changed.emit(found)


def _qt_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def _plain(value: object) -> object:
    """What a variant, or a variant in a variant, holds."""
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value
