"""Narrow no-break spaces in justified lines, where Qt widens every space: joiners of words with room after them."""

from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextCursor

from reader.render.formats import Property
from reader.render.outline import Outline

NARROW = "\u202f"
_JOINER = "\u2060"


def insert_with_narrow_spaces(cursor: QTextCursor, outline: Outline, text: str, format_: QTextCharFormat) -> None:
    """Insert text, its narrow spaces as joiners as wide as these; the outline notes where they are."""
    narrow = QTextCharFormat(format_)
    font = narrow.font()
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, QFontMetricsF(font).horizontalAdvance(NARROW))
    narrow.setFont(font)
    narrow.setProperty(Property.NARROW, True)
    for index, part in enumerate(text.split(NARROW)):
        if index:
            outline.narrow.append(cursor.position())
            cursor.insertText(_JOINER, narrow)
        cursor.insertText(part, format_)
