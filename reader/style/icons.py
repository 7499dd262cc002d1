"""Icons tinted from the theme: Lucide's drawings (ISC), sharp at every scale, drawn once for each colour and size."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader.paths import RESOURCES
from reader.style.palette import Palette
from reader.style.palette.fixed import TRAY_BADGE, TRAY_NUMBER


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    file = RESOURCES / "icons" / f"{name}.svg"
    return file.read_text(encoding="utf-8") if file.exists() else ""


@lru_cache(maxsize=512)
def pixmap(name: str, color: str, size: int = 20, ratio: float = 1.0, *, filled: bool = False) -> QPixmap:
    """One icon as a picture of `size` logical pixels, with the 1.5 px stroke of the house."""
    source = _source(name).replace("currentColor", color).replace('stroke-width="2"', 'stroke-width="1.75"')
    if filled:
        source = source.replace('fill="none"', f'fill="{color}"', 1)
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    if source:
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size, size))
        painter.end()
    return picture


def _ratios() -> tuple[float, ...]:
    """Those of the screens there are: for no other is an icon drawn. A window that comes to another is dressed anew."""
    return tuple(sorted({1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}))


def icon(name: str, color: str, size: int = 20, *, disabled: str = "", filled: bool = False) -> QIcon:
    """The icon called `name` in resources/icons, in `color`; `disabled` is its colour when it cannot be used."""
    return _icon(name, color, size, disabled, filled, _ratios())


@lru_cache(maxsize=512)
def _icon(name: str, color: str, size: int, disabled: str, filled: bool, ratios: tuple[float, ...]) -> QIcon:
    found = QIcon()
    for ratio in ratios:
        found.addPixmap(pixmap(name, color, size, ratio, filled=filled))
        if disabled:
            found.addPixmap(pixmap(name, disabled, size, ratio, filled=filled), QIcon.Mode.Disabled)
    return found


def menu_icon(name: str, palette: Palette) -> QIcon:
    """An icon for a menu or a list: quiet, and in the colour of the words on the chosen line."""
    found = QIcon(icon(name, palette.text_secondary, 16))
    for ratio in _ratios():
        chosen = pixmap(name, palette.list_selection_text, 16, ratio)
        for mode in (QIcon.Mode.Active, QIcon.Mode.Selected):
            found.addPixmap(chosen, mode)
    return found


def app_icon() -> QIcon:
    """Encre's own sign: a drop of ink."""
    found = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        found.addPixmap(_logo(size))
    return found


def _logo(size: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(_source("encre").encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def tray_icon(count: int) -> QIcon:
    """The drop with the number of unread articles, "99+" above 99."""
    picture = _logo(64)
    if count > 0:
        words = str(count) if count < 100 else "99+"
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = {1: 34.0, 2: 42.0}.get(len(words), 52.0)
        box = QRectF(64 - width, 30, width, 34)
        painter.setBrush(QColor(TRAY_BADGE))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 17, 17)
        letters = QFont("Inter")
        letters.setPixelSize(26)
        letters.setWeight(QFont.Weight.Bold)
        painter.setFont(letters)
        painter.setPen(QColor(TRAY_NUMBER))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
    return QIcon(picture)
