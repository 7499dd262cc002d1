"""Which keys do what: the reader's own choices over the table of actions, who has a key already, what is reserved.

A choice is kept only where it differs from the table; an empty one means "no key". Pure functions over names and keys
in Qt's portable spelling.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from reader.ui.actions import ACTIONS

Keys = Mapping[str, Sequence[str]]
DEFAULTS: dict[str, tuple[str, ...]] = {action.name: action.keys for action in ACTIONS}
# The menu and the themes have these, see `wiring`.
RESERVED = ("F10", *(f"Ctrl+{number}" for number in range(1, 10)))
_MODIFIERS = (
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta),
    *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_unknown),
)


def plain(key: str) -> str:
    """A key in the one spelling that can be compared; "" for what is no key."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def in_force(own: Keys) -> dict[str, tuple[str, ...]]:
    """The keys of every action: the reader's, else the table's. Actions that are not known are left out."""
    chosen = {name: tuple(filter(None, map(plain, keys))) for name, keys in own.items() if name in DEFAULTS}
    return {name: chosen.get(name, tuple(map(plain, keys))) for name, keys in DEFAULTS.items()}


def holder(own: Keys, key: str, besides: str) -> str | None:
    """The action other than `besides` that has a key; "" for a reserved one, None for a free one."""
    sought = plain(key)
    if sought in map(plain, RESERVED):
        return ""
    return next((name for name, keys in in_force(own).items() if name != besides and sought in keys), None)


def given(own: Keys, name: str, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The choices with these keys for an action, taken from whoever has them; none clears it."""
    wanted = tuple(map(plain, keys))
    now = in_force(own)
    for other, held in now.items():
        now[other] = wanted if other == name else tuple(key for key in held if key not in wanted)
    return _differing(now)


def as_it_came(own: Keys, name: str) -> dict[str, tuple[str, ...]]:
    """The choices with an action's keys back as the table has them, but those that another action has now."""
    return given(own, name, [key for key in DEFAULTS[name] if holder(own, key, name) is None])


def _differing(keys: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {name: held for name, held in keys.items() if held != tuple(map(plain, DEFAULTS[name]))}


def shown(key: str) -> str:
    """A key as the reader's keyboard calls it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def pressed(event: QKeyEvent) -> str:
    """The key of an event in portable spelling; "" for a modifier alone. A sign that needs Shift is the sign itself."""
    if event.key() in _MODIFIERS:
        return ""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    sign = event.text()
    if len(sign) == 1 and sign.isprintable() and not sign.isspace() and not sign.isalpha():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(event.key() | modifiers.value).toString(QKeySequence.SequenceFormat.PortableText)
