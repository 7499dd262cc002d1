"""Headlines broken into lines once for each width, kept as strings; the last line is shortened with "…"."""

from collections import OrderedDict

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_KEPT = 2_000


class Lines:
    """Lines already broken. `laid_out` counts what had to be broken, so that a test can see the cache hit."""

    def __init__(self) -> None:
        self._held: OrderedDict[tuple[str, int, str, int], tuple[str, ...]] = OrderedDict()
        self.laid_out = 0

    def broken(self, text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
        """At most `most` lines of `text`, `width` pixels wide."""
        key = (text, width, font.key(), most)
        found = self._held.get(key)
        if found is None:
            found = self._held[key] = _break(text, font, width, most)
            self.laid_out += 1
            if len(self._held) > _KEPT:
                self._held.popitem(last=False)
        return found


def _break(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    text = " ".join(text[:600].split(" ")).replace("\n", " ")
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    start = 0
    while len(lines) < most - 1 and start < len(text):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        lines.append(text[start : start + line.textLength()].rstrip())
        start += line.textLength()
    layout.endLayout()
    if start < len(text):
        lines.append(QFontMetricsF(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, width))
    return tuple(lines)
