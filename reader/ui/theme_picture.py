"""A theme as a small picture of the window it makes: sidebar, list, page, accent, in its own colours and corners."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from reader.style.palette import Palette


def theme_icon(palette: Palette, *, ticked: bool = False) -> QIcon:
    """For a menu: 32×20, the panes and the accent; a tick on the page of the one that is worn."""
    picture = QPixmap(QSize(64, 40))
    picture.setDevicePixelRatio(2.0)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = min(palette.radius, 8) * 0.7
    frame = QPainterPath()
    frame.addRoundedRect(QRectF(0.5, 0.5, 31, 19), radius, radius)
    painter.setClipPath(frame)
    painter.fillRect(QRectF(0, 0, 32, 20), QColor(palette.pane))
    painter.fillRect(QRectF(0, 0, 11, 20), QColor(palette.sidebar))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.sidebar_selection))
    painter.drawRoundedRect(QRectF(2.5, 4, 6, 4), min(2, palette.radius), min(2, palette.radius))
    painter.setPen(QPen(QColor(palette.accent), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    if ticked:
        painter.drawPolyline([QPointF(17, 10), QPointF(20.5, 13.5), QPointF(26.5, 6.5)])
    else:
        painter.drawLine(QPointF(15.5, 6.5), QPointF(20, 6.5))
        painter.setPen(QPen(QColor(palette.text_secondary), 1))
        painter.drawLine(QPointF(15.5, 10.5), QPointF(27, 10.5))
        painter.drawLine(QPointF(15.5, 13.5), QPointF(24, 13.5))
    painter.setClipping(False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(palette.control_border), 1))
    painter.drawPath(frame)
    painter.end()
    return QIcon(picture)


def theme_pixmap(palette: Palette, size: QSize, ratio: float = 1.0) -> QPixmap:
    """The picture in logical pixels."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_theme(painter, QRectF(0, 0, size.width(), size.height()), palette)
    painter.end()
    return picture


def paint_theme(painter: QPainter, rect: QRectF, p: Palette) -> None:
    """The window in small: three panes, a chosen line, an unread dot, a headline and its lines."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = rect.width() / 32
    radius = min(p.radius, 10)
    frame = QPainterPath()
    frame.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setClipPath(frame)
    side, rows = 8 * unit, 10 * unit
    painter.fillRect(rect, QColor(p.pane))
    painter.fillRect(QRectF(rect.left(), rect.top(), side, rect.height()), QColor(p.sidebar))
    painter.fillRect(QRectF(rect.left() + side, rect.top(), rows, rect.height()), QColor(p.list))
    painter.setPen(Qt.PenStyle.NoPen)

    def bar(left: float, top: float, width: float, colour: str, height: float = 1.4) -> None:
        painter.setBrush(QColor(colour))
        round_ = height * unit / 2 if p.radius else 0.0
        painter.drawRoundedRect(
            QRectF(rect.left() + left * unit, rect.top() + top * unit, width * unit, height * unit), round_, round_
        )

    bar(1, 3, 6, p.sidebar_selection, 3)
    for top in (8.0, 11.0, 14.0):
        bar(1.6, top, 4.4, p.sidebar_text_secondary, 1.2)
    bar(8.8, 3, 8.4, p.list_selection, 5)
    bar(10, 4.8, 5.6, p.list_selection_text, 1.4)
    for top in (10.6, 14.2):
        bar(10, top, 5.6, p.list_text_secondary, 1.2)
    painter.setBrush(QColor(p.unread))
    painter.drawEllipse(QRectF(rect.left() + 8.5 * unit, rect.top() + 10.5 * unit, 1.3 * unit, 1.3 * unit))
    bar(20, 3, 3.6, p.accent, 1.8)
    bar(20, 6.4, 9.6, p.text, 2.2)
    for top, width in ((10.6, 9.6), (13.0, 9.6), (15.4, 6.0)):
        bar(20, top, width, p.text_secondary, 1)
    painter.setClipping(False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(p.control_border), 1))
    painter.drawPath(frame)
    painter.restore()
