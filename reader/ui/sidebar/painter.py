"""Paints one line of the sidebar: icon or the feed's own sign, words, count, the dot of a feed in trouble."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.core.filters import View
from reader.render.numbers import count_words
from reader.style.fonts import WINDOW, font
from reader.style.icons import pixmap
from reader.style.palette import Palette, contrast, legible, mix
from reader.ui.sidebar.model import NODE, title_of
from reader.ui.sidebar.tree import Node

ROW, HEADING, INSET = 30, 40, 8
GUTTER, SIGN, INDENT = 16, 16, 16
_ICONS = {
    View.HOME: "house",
    View.ALL: "inbox",
    View.UNREAD: "circle-dot",
    View.STARRED: "star",
    View.TODAY: "calendar",
    View.UPDATED: "history",
    View.ARCHIVE: "archive",
    View.MUTED: "eye-off",
}


def left_of(node: Node) -> int:
    """Where the sign of a line begins; the folding arrow is in the gutter before it."""
    return INSET + GUTTER + node.depth * INDENT


class LinePainter(QStyledItemDelegate):
    """Paints with the palette itself: the sheet's rules do not reach what a delegate paints."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Palette | None = None
        self.data_folder = Path()
        self.expanded: set[str] = set()
        self.ring = False
        self._signs: dict[tuple[str, int], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt's: all lines are of one height, the heading a little more."""
        node: Node = index.data(NODE)
        return QSize(120, HEADING if node.kind == "heading" else ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt's: one line."""
        theme, node = self.theme, index.data(NODE)
        if theme is None or not isinstance(node, Node):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if node.kind == "heading":
            self._heading(painter, rect, node, theme)
        else:
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            hovered = bool(state & QStyle.StateFlag.State_MouseOver)
            focused = self.ring and bool(state & QStyle.StateFlag.State_HasFocus)
            ground = theme.sidebar_selection if chosen else theme.sidebar_hover if hovered else theme.sidebar
            self._ground(painter, rect, ground if chosen or hovered else "", theme, focused=focused)
            self._line(painter, rect, node, theme, ground, chosen=chosen)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, node: Node, theme: Palette) -> None:
        words = title_of(node)
        letters = font(WINDOW, 12, 600)
        if theme.uppercase_labels:
            words = words.upper()
            letters.setLetterSpacing(letters.SpacingType.AbsoluteSpacing, 1)
        if theme.label_typeface != WINDOW:
            letters.setFamily(theme.label_typeface)
            letters.setPixelSize(14)
        painter.setFont(letters)
        painter.setPen(QColor(theme.sidebar_text_secondary))
        box = rect.adjusted(INSET + GUTTER, 12, -INSET, -4)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _ground(self, painter: QPainter, rect: QRect, ground: str, theme: Palette, *, focused: bool) -> None:
        box = QRectF(rect).adjusted(INSET, 1, -INSET, -1)
        radius = min(float(max(0, theme.radius - 2)), box.height() / 2)
        painter.setPen(QPen(QColor(theme.focus_ring), 2) if focused else Qt.PenStyle.NoPen)
        if ground or focused:
            painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1) if focused else box, radius, radius)

    def _line(self, painter: QPainter, rect: QRect, node: Node, theme: Palette, ground: str, *, chosen: bool) -> None:
        quiet = node.kind == "feed" and not node.count and not chosen
        words = theme.sidebar_selection_text if chosen else theme.sidebar_text
        faint = theme.sidebar_selection_secondary if chosen else theme.sidebar_text_secondary
        left = left_of(node)
        sign = QRect(left, rect.center().y() - SIGN // 2 + 1, SIGN, SIGN)
        if node.kind == "folder":
            arrow = "chevron-down" if node.key in self.expanded else "chevron-right"
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(sign.left() - 15, sign.top() + 2, pixmap(arrow, faint, 12, ratio))
        self._sign(painter, sign, node, theme, words if chosen else faint)
        if node.kind == "feed" and node.broken:
            self._dot(painter, QPointF(sign.right() + 0.5, sign.bottom() + 0.5), theme, ground)
        end = self._count(painter, rect, node, faint)
        painter.setFont(font(WINDOW, 13, theme.selected_weight if chosen else 400))
        painter.setPen(QColor(faint if quiet else words))
        box = QRect(left + SIGN + 8, rect.top(), end - left - SIGN - 8, rect.height())
        title = QFontMetrics(painter.font()).elidedText(title_of(node), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)

    def _count(self, painter: QPainter, rect: QRect, node: Node, colour: str) -> int:
        """Paint the number at the right; where the title has to end."""
        end = rect.right() - INSET - 8
        if not node.count:
            return end
        painter.setFont(font(WINDOW, 12, 400, tabular=True))
        painter.setPen(QColor(colour))
        words = count_words(node.count)
        width = QFontMetrics(painter.font()).horizontalAdvance(words)
        box = QRect(end - width, rect.top(), width + 1, rect.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        return end - width - 8

    def _dot(self, painter: QPainter, centre: QPointF, theme: Palette, ground: str) -> None:
        painter.setPen(QPen(QColor(ground), 1.5))
        painter.setBrush(QColor(legible(theme.error, [ground], 3.1)))
        painter.drawEllipse(centre, 4, 4)

    def _sign(self, painter: QPainter, box: QRect, node: Node, theme: Palette, colour: str) -> None:
        ratio = painter.device().devicePixelRatioF()
        if node.feed is None:
            name = (
                "search"
                if node.smart
                else "tag"
                if node.tag is not None
                else "folder"
                if node.view is None
                else _ICONS[node.view]
            )
            painter.drawPixmap(box.topLeft(), pixmap(name, colour, SIGN, ratio))
            return
        picture = self._site_sign(node.feed.icon_file, ratio)
        if picture is None:
            _letter(painter, box, node.title, theme)
            return
        path = QPainterPath()
        path.addRoundedRect(QRectF(box), min(3, theme.radius), min(3, theme.radius))
        painter.save()
        painter.setClipPath(path)
        painter.drawPixmap(box, picture)
        painter.restore()

    def _site_sign(self, file: str | None, ratio: float) -> QPixmap | None:
        if not file:
            return None
        key = (file, round(SIGN * ratio))
        if key not in self._signs:
            picture = QPixmap(str(self.data_folder / file))
            if not picture.isNull():
                smooth = Qt.TransformationMode.SmoothTransformation
                picture = picture.scaled(key[1], key[1], Qt.AspectRatioMode.KeepAspectRatio, smooth)
                picture = self._plated(picture)
            self._signs[key] = picture
        return None if self._signs[key].isNull() else self._signs[key]

    def _plated(self, picture: QPixmap) -> QPixmap:
        """The sign on a light plate where its transparent parts would leave it dark on a dark sidebar."""
        if self.theme is None or not picture.hasAlphaChannel() or not _is_lost_on(picture, self.theme.sidebar):
            return picture
        plate = QPixmap(picture.size())
        plate.fill(QColor(mix(self.theme.sidebar, self.theme.sidebar_text, 0.9)))
        painter = QPainter(plate)
        inner = QRect(QPoint(), picture.size() * 0.8)
        inner.moveCenter(plate.rect().center())
        painter.drawPixmap(inner, picture)
        painter.end()
        return plate

    def forget_signs(self) -> None:
        """Another theme, another ground: look at the signs again."""
        self._signs.clear()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Qt's: the field in which a feed is renamed."""
        field = QLineEdit(parent)
        field.setObjectName("renameField")
        field.setAccessibleName(str(index.data()))
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt's: over the words, not over the sign."""
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(left_of(index.data(NODE)) + SIGN + 2, 1, -INSET, -1))


def _is_lost_on(picture: QPixmap, ground: str) -> bool:
    """Whether what is opaque of a picture hardly differs from `ground` (contrast of the means below 2)."""
    image = picture.toImage().scaled(8, 8)
    colours = [image.pixelColor(x, y) for x in range(8) for y in range(8)]
    opaque = [colour for colour in colours if colour.alpha() > 127]
    if not opaque or len(opaque) == len(colours):
        return False
    red, green, blue = (
        round(sum(part) / len(opaque)) for part in zip(*((c.red(), c.green(), c.blue()) for c in opaque), strict=True)
    )
    return contrast(f"#{red:02x}{green:02x}{blue:02x}", ground) < 2


def _letter(painter: QPainter, box: QRect, title: str, theme: Palette) -> None:
    """A feed without a picture: its first letter on a square of a colour that stays the same."""
    hues = (theme.accent, theme.success, theme.badge_subscriber, theme.badge_update, theme.info, theme.star)
    hue = hues[sum(map(ord, title)) % len(hues)]
    ground = mix(mix(theme.sidebar, theme.sidebar_text, 0.16), hue, 0.3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(box), theme.sign_radius, theme.sign_radius)
    painter.setFont(font(WINDOW, 10, 700))
    painter.setPen(QColor(legible(theme.sidebar_text, [ground], 4.6)))
    letter = next((sign for sign in title if sign.isalnum()), "·").upper()
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
