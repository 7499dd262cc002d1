"""Pictures in the text: a text object as wide as the column, drawn from files of the library and nothing else.

Files are decoded in a pool of threads at the size they are shown, kept while memory allows, and drawn with the
theme's corners; a missing picture is a quiet frame with its words and the reason.
"""

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QRunnable,
    QSize,
    QSizeF,
    Qt,
    QThread,
    QThreadPool,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QImageReader,
    QMovie,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from reader.core.entities import Picture
from reader.render.formats import Property
from reader.style.fonts import WINDOW
from reader.style.palette import Palette, mix

FIGURE = QTextFormat.ObjectTypes.UserObject.value + 1
_KEPT_BYTES = 96 * 1024 * 1024
_LARGEST_PIXELS = 80_000_000
_FRAME = 112.0
_LEAST_BESIDE = 240
# What is taken for the shape of a picture that is not here.
_UNKNOWN_RATIO = 1.5
# Between pictures in a row, in pixels.
GAP = 8
# Stands for the gap itself where pictures are counted.
NO_PICTURE = -1
_MOVING = frozenset({".gif", ".webp"})


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture of the document: its words, its file (None when missing) and natural size in pixels."""

    picture: Picture
    file: Path | None
    width: int
    height: int
    href: str = ""


def look_up(picture: Picture, data_folder: Path) -> Shown:
    """The file and size of a picture. Only files under the data folder's media count; others are missing."""
    if not picture.file:
        return Shown(picture, None, 0, 0)
    media = data_folder / "media"
    file = data_folder / picture.file
    if ".." in Path(picture.file).parts or media not in file.parents or not file.is_file():
        return Shown(picture, None, 0, 0)
    width, height = picture.width or 0, picture.height or 0
    if width <= 0 or height <= 0:
        size = QImageReader(str(file)).size()
        if not size.isValid():
            return Shown(picture, None, 0, 0)
        width, height = size.width(), size.height()
    return Shown(picture, file, width, height)


def read_image(file: Path, size: QSize | None = None) -> QImage:
    """The picture decoded, turned as its camera says, at `size`; null when it cannot be read or is monstrous."""
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    natural = reader.size()
    if natural.isValid() and natural.width() * natural.height() > _LARGEST_PIXELS:
        return QImage()
    if size is not None and natural.isValid():
        turned = reader.transformation().value & 4
        reader.setScaledSize(size.transposed() if turned else size)
    return reader.read()


class _Decoded(QObject):
    done = Signal(str, QSize, QImage, bool)


class _Job(QRunnable):
    def __init__(self, file: Path, size: QSize, told: _Decoded) -> None:
        super().__init__()
        self._facts = (file, size, told)

    def run(self) -> None:
        """Decode in the pool's thread."""
        file, size, told = self._facts
        image = read_image(file, size)
        moves = file.suffix.lower() in _MOVING and QImageReader(str(file)).imageCount() > 1
        if not image.isNull() and image.format() not in (
            QImage.Format.Format_RGB32,
            QImage.Format.Format_ARGB32_Premultiplied,
        ):
            wanted = (
                QImage.Format.Format_ARGB32_Premultiplied if image.hasAlphaChannel() else QImage.Format.Format_RGB32
            )
            image = image.convertToFormat(wanted)
        try:
            told.done.emit(str(file), size, image, moves)
        except RuntimeError:
            # The window closed while this thread was decoding: nobody waits for the picture any more.
            return


class Pictures(QObject):
    """Decoded pictures, the latest used kept. `arrived` when one more can be drawn."""

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[tuple[str, int, int], QImage] = OrderedDict()
        self._bytes = 0
        self._asked: set[tuple[str, int, int]] = set()
        self.moving: set[Path] = set()
        self._pool = QThreadPool(self)
        # One core stays with the window: a frame must not wait for a picture.
        self._pool.setMaxThreadCount(max(1, min(4, QThread.idealThreadCount() - 1)))
        self._told = _Decoded()
        self._told.done.connect(self._keep)

    def image(self, file: Path, size: QSize) -> QImage | None:
        """The picture at `size` device pixels, or None while it is being decoded."""
        key = (str(file), size.width(), size.height())
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        elif key not in self._asked and not size.isEmpty():
            self._asked.add(key)
            self._pool.start(_Job(file, size, self._told))
        return found

    def waiting(self) -> bool:
        """Whether pictures are still being decoded."""
        return bool(self._asked)

    def forget_waiting(self) -> None:
        """Drop what nobody needs any more."""
        self._pool.clear()
        self._asked.clear()

    def _keep(self, file: str, size: QSize, image: QImage, moves: bool) -> None:
        key = (file, size.width(), size.height())
        if moves:
            self.moving.add(Path(file))
        self._asked.discard(key)
        self._kept[key] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > _KEPT_BYTES and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()
        self.arrived.emit()


def shown_size(shown: Shown, column: float, frame: float = _FRAME) -> QSizeF:
    """The size in the text: never wider than the column, small pictures as they are, tall ones held in bounds."""
    if shown.file is None:
        return QSizeF(column, frame)
    width = min(column, float(shown.width)) if shown.width < column * 0.6 else column
    height = width * shown.height / shown.width
    tallest = max(480.0, column * 1.25)
    if height > tallest:
        width, height = width * tallest / height, tallest
    return QSizeF(width, height)


def ratio_of(shown: Shown) -> float:
    """The width of a picture in heights."""
    return shown.width / shown.height if shown.width > 0 and shown.height > 0 else _UNKNOWN_RATIO


def fits_beside(shown: Shown, *, missing: bool = False) -> bool:
    """Whether a picture may share a row: it is large enough and no ribbon, and a press on it opens it. One that is not
    here may where the publisher made a gallery of it (`missing`)."""
    if shown.href:
        return False
    if shown.file is None:
        return missing
    return shown.width >= _LEAST_BESIDE and shown.height * 3 >= shown.width


class Figure(QPyTextObject):
    """Draws the pictures of one document. `palette` may change at any time; sizes follow the column."""

    def __init__(self, document: QTextDocument, pictures: Pictures, palette: Palette) -> None:
        super().__init__(document)
        self.pictures = pictures
        self.palette = palette
        self.shown: list[Shown] = []
        self.dimmed = False
        self._movies: dict[int, QMovie] = {}
        self._rows: dict[int, tuple[list[int], float]] = {}

    def add(self, shown: Shown) -> int:
        """Keep a picture; its number goes into the format."""
        self.shown.append(shown)
        return len(self.shown) - 1

    @property
    def count(self) -> int:
        """How many pictures it has."""
        return len(self.shown)

    def set_row(self, numbers: list[int], inset: float = 0.0) -> None:
        """Give pictures one height, so that together they are as wide as the column less `inset` pixels."""
        self._rows |= dict.fromkeys(numbers, (numbers, inset))

    def _size(self, number: int, column: float) -> QSizeF:
        numbers, inset = self._rows.get(number, ([number], 0.0))
        if len(numbers) < 2:
            return shown_size(self.shown[number], column)
        # A pixel is left so that rounding never breaks the line.
        height = (column - inset - 1 - GAP * (len(numbers) - 1)) / sum(ratio_of(self.shown[one]) for one in numbers)
        return QSizeF(height * ratio_of(self.shown[number]), height)

    def moves(self, number: int) -> bool:
        """Whether a picture has more than one frame."""
        return self.shown[number].file in self.pictures.moving

    def plays(self, number: int) -> bool:
        """Whether it is moving now."""
        return number in self._movies

    def toggle(self, number: int) -> None:
        """Set a moving picture going, or stop it: nothing moves while one reads unless it is asked to."""
        if number in self._movies:
            self._movies.pop(number).stop()
        elif self.moves(number):
            movie = QMovie(str(self.shown[number].file))
            movie.setParent(self)
            movie.frameChanged.connect(self.pictures.arrived)
            self._movies[number] = movie
            movie.start()
        self.pictures.arrived.emit()

    def of(self, letters: QTextFormat) -> Shown | None:
        """The picture of a format, if it is one of ours."""
        number = letters.property(Property.PICTURE)
        return self.shown[number] if isinstance(number, int) and 0 <= number < len(self.shown) else None

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: N803
        """The size at the present column."""
        shown = self.of(format)
        block = doc.findBlock(posInDocument).blockFormat()
        width = doc.textWidth() if doc.textWidth() > 0 else 680.0
        column = max(80.0, width - block.leftMargin() - block.rightMargin())
        return self._size(int(format.property(Property.PICTURE)), column) if shown else QSizeF(GAP, 1)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803
        format: QTextFormat,
    ) -> None:
        """Draw the picture, or what stands in its place."""
        shown, rect = self.of(format), QRectF(rect)
        if shown is None:
            return
        if shown.file is None:
            draw_missing(painter, rect, shown.picture, self.palette, why_missing(shown.picture))
            return
        ratio = painter.device().devicePixelRatio() if painter.device() else 1.0
        size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        number = int(format.property(Property.PICTURE))
        playing = self._movies.get(number)
        image = playing.currentImage() if playing else self.pictures.image(shown.file, size)
        if image is not None and image.isNull():
            words = QCoreApplication.translate("ReadingPane", "This picture cannot be read.")
            draw_missing(painter, rect, shown.picture, self.palette, words)
            return
        draw_picture(painter, rect, image, self.palette, dimmed=self.dimmed)
        if image is not None and not playing and (shown.href or self.moves(number)):
            _draw_play(painter, rect, self.palette)


def why_missing(picture: Picture) -> str:
    """The reason, for the reader."""
    if picture.file:
        return QCoreApplication.translate("ReadingPane", "Its file is gone. The next repair fetches it again.")
    return QCoreApplication.translate("ReadingPane", "Not fetched yet. It comes with the next refresh.")


def draw_picture(painter: QPainter, rect: QRectF, image: QImage | None, palette: Palette, *, dimmed: bool) -> None:
    """The picture with the theme's corners; transparent ones in dark themes on a light plate; a tint while waiting."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    path = QPainterPath()
    radius = min(palette.radius, 12)
    path.addRoundedRect(rect, radius, radius)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    if image is None:
        painter.fillRect(rect, QColor(mix(palette.pane, palette.text, 0.06)))
    else:
        if image.hasAlphaChannel() and palette.scheme == "dark":
            painter.fillRect(rect, QColor(palette.plate))
        painter.drawImage(rect, image, QRectF(image.rect()))
        if dimmed and palette.scheme == "dark":
            shade = QColor(palette.pane)
            shade.setAlpha(70)
            painter.fillRect(rect, shade)
    painter.restore()


def _draw_play(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    """The sign that a press sets something going."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    size = min(56.0, rect.height() * 0.6, rect.width() * 0.6)
    middle = rect.center()
    painter.setPen(Qt.PenStyle.NoPen)
    ground = QColor(palette.veil)
    ground.setAlpha(180)
    painter.setBrush(ground)
    painter.drawEllipse(middle, size / 2, size / 2)
    sign = QPolygonF([QPointF(-0.14, -0.22), QPointF(0.24, 0.0), QPointF(-0.14, 0.22)])
    painter.translate(middle)
    painter.scale(size, size)
    painter.setBrush(QColor(palette.veil_text))
    painter.drawPolygon(sign)
    painter.restore()


def draw_missing(painter: QPainter, rect: QRectF, picture: Picture, palette: Palette, why: str) -> None:
    """A quiet frame: the picture's words and why it is not here."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = min(palette.radius, 12)
    painter.setBrush(QColor(mix(palette.pane, palette.text, 0.03)))
    painter.setPen(QPen(QColor(palette.border), 1, Qt.PenStyle.DashLine))
    frame = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(frame, radius, radius)
    inner = frame.adjusted(24, 12, -24, -12)
    letters = QFont(WINDOW)
    letters.setPixelSize(15)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    words = picture.alt or QCoreApplication.translate("ReadingPane", "A picture")
    for text, role, height, place in (
        (words, "text", 15, Qt.AlignmentFlag.AlignBottom),
        (why, "text_secondary", 13, Qt.AlignmentFlag.AlignTop),
    ):
        letters.setPixelSize(height)
        painter.setFont(letters)
        painter.setPen(QColor(getattr(palette, role)))
        half = inner.height() / 2
        top = inner.top() if place is Qt.AlignmentFlag.AlignBottom else inner.center().y() + 4
        painter.drawText(QRectF(inner.left(), top, inner.width(), half - 2), flags | place, text)
    painter.restore()


def figure_format(number: int, words: str) -> QTextCharFormat:
    """The character format that stands for the picture kept as `number`."""
    found = QTextCharFormat()
    found.setObjectType(FIGURE)
    found.setProperty(Property.PICTURE, number)
    found.setToolTip(words)
    return found
