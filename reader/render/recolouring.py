"""Another palette's colours on a document that is written already."""

from collections.abc import Iterable

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from reader.render.formats import colour_of
from reader.render.outline import Span
from reader.style.palette import Palette


def recolour(document: QTextDocument, palette: Palette, spans: Iterable[Span]) -> None:
    """Give the spans their role's colour of another palette, in one step; places and selections are kept."""
    made: dict[str, QTextCharFormat] = {}
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for span in spans:
        role = str(span.what)
        if role not in made:
            made[role] = QTextCharFormat()
            colour_of(palette, role, made[role])
        cursor.setPosition(span.position)
        cursor.setPosition(span.position + span.length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(made[role])
    cursor.endEditBlock()
