"""How long a movement takes: what the panel asks for, or nothing where the desktop or the reader asks for less."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QProgressBar, QStyle, QWidget

_STILL = "encreStill"


def keep_still(still: bool) -> None:
    """Whether nothing may move by itself from now on, in the whole program."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(_STILL, still)


def is_still() -> bool:
    """Whether nothing may move by itself."""
    app = QCoreApplication.instance()
    return app is not None and bool(app.property(_STILL))


def milliseconds(widget: QWidget, wanted: int) -> int:
    """`wanted`, or 0 where animations are off."""
    allowed = widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget)
    return wanted if allowed > 0 and not is_still() else 0


def show_busy(bar: QProgressBar) -> None:
    """Something is being done and nobody knows how long: a line that runs, or a full one that stands."""
    bar.setRange(0, 1 if is_still() else 0)
    bar.setValue(1)
