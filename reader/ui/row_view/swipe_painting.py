"""What lies under a row that is pushed aside: a ground, a sign, a word; faint until letting go would do it."""

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from reader.core.entities import Row
from reader.style.icons import pixmap
from reader.style.palette import contrast, mix
from reader.ui.article_row.look import Look

_SIGN, _LINE, _AROUND = 20, 16, 8


def word_of(deed: str, row: Row) -> str:
    """What letting go does, in a word or two."""
    if deed == "read":
        if row.read:
            return QCoreApplication.translate("Swipes", "Unread")
        return QCoreApplication.translate("Swipes", "Read")
    if deed == "star":
        if row.starred:
            return QCoreApplication.translate("Swipes", "Unstar")
        return QCoreApplication.translate("Swipes", "Star")
    return QCoreApplication.translate("Swipes", "Browser") if deed == "browser" else ""


def paint_under(
    painter: QPainter, look: Look, place: QRect, offset: float, deed: str, row: Row, *, armed: bool
) -> None:
    """The stretch of `place` that a row pushed by `offset` pixels leaves open."""
    wide = round(abs(offset))
    left = place.left() if offset > 0 else place.right() + 1 - wide
    open_ = QRect(left, place.top(), wide, place.height())
    ground = look.plain.ground.name()
    colour = (look.plain.star if deed == "star" else look.plain.accent).name()
    fill = colour if armed else mix(ground, colour, 0.16)
    ink = max((ground, look.plain.title.name(), colour), key=lambda one: contrast(one, fill))
    painter.fillRect(open_, QColor(fill))
    word = word_of(deed, row)
    roomy = QFontMetricsF(look.small).horizontalAdvance(word) + _AROUND <= wide
    high = _SIGN + (_LINE + 2 if roomy else 0)
    top = open_.center().y() - high // 2
    sign = {"read": "mail" if row.read else "mail-open", "star": "star", "browser": "external-link"}.get(deed, "")
    if sign and wide >= _SIGN:
        filled = deed == "star" and armed and not row.starred
        picture = pixmap(sign, ink, _SIGN, painter.device().devicePixelRatio(), filled=filled)
        painter.drawPixmap(open_.center().x() - _SIGN // 2, top, picture)
    if roomy:
        painter.setFont(look.small)
        painter.setPen(QColor(ink))
        line = QRect(open_.left(), top + _SIGN + 2, wide, _LINE)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, word)
