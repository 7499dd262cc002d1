"""How long a movement takes: what the panel asks for, or nothing when the desktop asks for less."""

from PySide6.QtWidgets import QStyle, QWidget


def milliseconds(widget: QWidget, wanted: int) -> int:
    """`wanted`, or 0 where animations are off."""
    allowed = widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget)
    return wanted if allowed > 0 else 0
