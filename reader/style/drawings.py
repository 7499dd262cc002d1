"""Drawings for empty states, in the theme's two colours: simple lines, painted, so that every theme has its own."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from reader.style.palette import Palette, mix

SIZE = 160.0


def pixmap(name: str, size: int, palette: Palette, ratio: float = 1.0, ground: str = "") -> QPixmap:
    """The drawing called `name` as a square picture of `size` logical pixels."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, QRectF(0, 0, size, size), name, palette, ground)
    painter.end()
    return picture


def draw(painter: QPainter, rect: QRectF, name: str, palette: Palette, ground: str = "") -> None:
    """Paint the drawing into `rect`; an unknown name paints the page of "nothing_selected"."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = min(rect.width(), rect.height()) / SIZE
    painter.translate(rect.center().x() - SIZE * scale / 2, rect.center().y() - SIZE * scale / 2)
    painter.scale(scale, scale)
    base = ground or palette.pane
    ink, tint = palette.text_secondary, mix(base, palette.accent, 0.16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tint))
    painter.drawEllipse(QRectF(18, 18, 124, 124))
    pen = QPen(QColor(ink), 3.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(base))
    _DRAWINGS.get(name, _page)(painter, pen, QColor(palette.accent))
    painter.restore()


def _accent(painter: QPainter, pen: QPen, accent: QColor) -> None:
    marked = QPen(pen)
    marked.setColor(accent)
    painter.setPen(marked)


def _page(painter: QPainter, pen: QPen, accent: QColor) -> None:
    painter.drawRoundedRect(QRectF(50, 36, 60, 84), 6, 6)
    _accent(painter, pen, accent)
    painter.drawLine(QPointF(61, 54), QPointF(99, 54))
    painter.setPen(pen)
    for height, end in ((68, 99), (80, 99), (92, 86)):
        painter.drawLine(QPointF(61, height), QPointF(end, height))


def _cup(painter: QPainter, pen: QPen, accent: QColor) -> None:
    handle = QPainterPath(QPointF(103, 80))
    handle.cubicTo(126, 76, 126, 106, 99, 104)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(handle)
    cup = QPainterPath(QPointF(52, 74))
    cup.lineTo(106, 74)
    cup.cubicTo(106, 104, 96, 118, 79, 118)
    cup.cubicTo(62, 118, 52, 104, 52, 74)
    painter.drawPath(cup)
    painter.drawLine(QPointF(44, 126), QPointF(114, 126))
    _accent(painter, pen, accent)
    for left in (66, 80, 94):
        steam = QPainterPath(QPointF(left, 64))
        steam.cubicTo(left - 7, 56, left + 7, 50, left, 40)
        painter.drawPath(steam)


def _glass(painter: QPainter, pen: QPen, accent: QColor) -> None:
    painter.drawEllipse(QRectF(46, 42, 56, 56))
    painter.drawLine(QPointF(95, 91), QPointF(118, 116))
    _accent(painter, pen, accent)
    painter.drawLine(QPointF(64, 62), QPointF(84, 80))
    painter.drawLine(QPointF(84, 62), QPointF(64, 80))


def _bell(painter: QPainter, pen: QPen, accent: QColor) -> None:
    bell = QPainterPath(QPointF(48, 104))
    bell.cubicTo(58, 94, 54, 52, 80, 52)
    bell.cubicTo(106, 52, 102, 94, 112, 104)
    bell.closeSubpath()
    painter.drawPath(bell)
    painter.drawArc(QRectF(70, 98, 20, 20), 180 * 16, 180 * 16)
    _accent(painter, pen, accent)
    for left, top, size in ((108, 34, 14), (124, 22, 9)):
        painter.drawLine(QPointF(left, top), QPointF(left + size, top))
        painter.drawLine(QPointF(left + size, top), QPointF(left, top + size))
        painter.drawLine(QPointF(left, top + size), QPointF(left + size, top + size))


def _drop(painter: QPainter, pen: QPen, accent: QColor) -> None:
    drop = QPainterPath(QPointF(80, 30))
    drop.cubicTo(92, 52, 112, 68, 112, 92)
    drop.cubicTo(112, 112, 98, 124, 80, 124)
    drop.cubicTo(62, 124, 48, 112, 48, 92)
    drop.cubicTo(48, 68, 68, 52, 80, 30)
    painter.drawPath(drop)
    _accent(painter, pen, accent)
    painter.drawLine(QPointF(64, 88), QPointF(96, 88))
    painter.drawLine(QPointF(64, 100), QPointF(86, 100))


def _waves(painter: QPainter, pen: QPen, accent: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for size in (24, 48, 72):
        painter.drawArc(QRectF(52 - size, 112 - size, 2 * size, 2 * size), 0, 90 * 16)
    _accent(painter, pen, accent)
    painter.setBrush(accent)
    painter.drawEllipse(QPointF(54, 110), 6, 6)


def _cloud(painter: QPainter, pen: QPen, accent: QColor) -> None:
    cloud = QPainterPath(QPointF(58, 106))
    cloud.cubicTo(36, 106, 36, 78, 58, 78)
    cloud.cubicTo(60, 54, 98, 50, 102, 74)
    cloud.cubicTo(126, 74, 124, 106, 104, 106)
    cloud.closeSubpath()
    painter.drawPath(cloud)
    _accent(painter, pen, accent)
    painter.drawLine(QPointF(46, 48), QPointF(116, 120))


_DRAWINGS: dict[str, Callable[[QPainter, QPen, QColor], None]] = {
    "nothing_selected": _page,
    "nothing_unread": _cup,
    "no_result": _glass,
    "bell_asleep": _bell,
    "welcome": _drop,
    "no_feeds": _waves,
    "offline": _cloud,
}
