"""Painting one article: the comfortable row, the compact row, the card; and the star's place, which can be clicked."""

import re
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from reader.core.entities import Access, ArticleId, OfflineState, Row
from reader.style.icons import pixmap
from reader.style.palette import mix
from reader.ui.article_row import words
from reader.ui.article_row.look import BESIDE, LEFT, RIGHT, Density, Inks, Look
from reader.ui.article_row.thumbnails import Thumbnails, Wish
from reader.ui.article_row.titles import Lines

STAR = 28
_PICTURE = {Density.COMFORTABLE: (96, 72), Density.COMPACT: (64, 44)}
_LEAST_WORDS = 72  # pixels; less would show no name
_GLYPHS = {OfflineState.PARTIAL: "image-off", OfflineState.TEXT: "image-off", OfflineState.MISSING: "cloud-off"}


@dataclass(frozen=True, slots=True)
class State:
    """How a row is shown just now."""

    chosen: bool = False
    hovered: bool = False
    focused: bool = False
    star_hovered: bool = False
    following_chosen: bool = False


class RowPainter:
    """Paints rows in one look. `pictures` off leaves their place to the words."""

    def __init__(self, look: Look, thumbnails: Thumbnails, ratio: float) -> None:
        self.look, self.thumbnails, self.ratio = look, thumbnails, ratio
        self.lines = Lines()
        self.pictures = True
        self.now = datetime.now().astimezone()
        self.notes: dict[ArticleId, str] = {}

    def paint(self, painter: QPainter, rect: QRect, row: Row, state: State, density: Density) -> None:
        """One article into `rect`."""
        inks = self._ground(painter, rect, state, density)
        if density is Density.CARDS:
            self._card(painter, rect, row, inks, state)
        elif density is Density.COMPACT:
            self._compact(painter, rect, row, inks, state)
        else:
            self._comfortable(painter, rect, row, inks, state)
        if state.focused:
            self._ring(painter, rect)

    def star_place(self, rect: QRect, row: Row, density: Density) -> QRect:
        """Where the star of a row is and can be clicked."""
        if density is Density.CARDS:
            return QRect(rect.right() - 12 - STAR - 8, rect.bottom() - 12 - STAR, STAR, STAR)
        width, _ = self._picture_size(row, density)
        right = rect.right() - RIGHT + 4 - (width + 12 if width else 0)
        bottom = rect.bottom() - (5 if density is Density.COMFORTABLE else 7)
        return QRect(right - STAR + 5, bottom - STAR + 2, STAR, STAR)

    def _picture_size(self, row: Row, density: Density) -> tuple[int, int]:
        return _PICTURE[density] if self.pictures and row.picture else (0, 0)

    def _ground(self, painter: QPainter, rect: QRect, state: State, density: Density) -> Inks:
        look, radius = self.look, self.look.palette.radius
        card = density is Density.CARDS
        inks = look.chosen if state.chosen else look.hover if state.hovered else look.plain
        if card and not state.chosen and not state.hovered:
            inks = look.raised
        if not (card or state.chosen or state.hovered):
            return inks
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect.adjusted(8, 4, -8, -4) if card else rect.adjusted(4, 2, -4, -2))
        if card:
            box = box.adjusted(0.5, 0.5, -0.5, -0.5)
            self._card_shadow(painter, box, hovered=state.hovered)
        painter.setPen(QPen(look.border, look.palette.border_width) if card else Qt.PenStyle.NoPen)
        painter.setBrush(inks.ground)
        if radius or card:
            painter.drawRoundedRect(box, radius, radius)
        else:
            painter.drawRect(rect)
            if state.chosen:
                painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), inks.accent)
        return inks

    def _card_shadow(self, painter: QPainter, box: QRectF, *, hovered: bool) -> None:
        """A card lies on the page, and a little above it under the mouse; within the 4 px between two cards."""
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.look.palette.radius
        for grown, alpha in ((2.0, 7), (1.0, 10), (0.0, 16)):
            ink = QColor(self.look.shadow)
            ink.setAlpha(alpha * (2 if hovered else 1))
            painter.setBrush(ink)
            painter.drawRoundedRect(box.adjusted(-grown, 1 - grown, grown, 1.5 + grown), radius + grown, radius + grown)

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.ring, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self.look.palette.radius
        painter.drawRoundedRect(QRectF(rect).adjusted(4, 3, -4, -3), radius, radius)

    def _comfortable(self, painter: QPainter, rect: QRect, row: Row, inks: Inks, state: State) -> None:
        look = self.look
        left, top, right = rect.left() + LEFT, rect.top(), rect.right() - RIGHT
        self._hairline(painter, rect, state)
        width, height = self._picture_size(row, Density.COMFORTABLE)
        if width:
            self._picture(painter, QRect(right - width, top + (rect.height() - height) // 2, width, height), row, inks)
            right -= width + 12
        room = right - left
        self._mark(painter, QPointF(rect.left() + 13, top + 19), row, inks)
        self._words(painter, look.source, inks.accent, QPointF(left, top + 23), words.source_line(row), room)
        title = look.title_read if row.read else look.title_unread
        hit = self.notes.get(row.id)
        lines = self.lines.broken(row.title, title, room, 1 if hit else 2)
        for number, line in enumerate(lines):
            ink = inks.title_read if row.read else inks.title
            self._words(painter, title, ink, QPointF(left, top + 44 + 20 * number), line)
        if hit:
            self._hits(painter, QPointF(left, top + 65), hit, room, inks)
        elif len(lines) == 1 and row.kicker:
            line = self.lines.broken(row.kicker, look.kicker, room, 1)[0]
            self._words(painter, look.kicker, inks.secondary, QPointF(left, top + 64), line)
        self._last_line(painter, left, top + 89, right, row, inks, state)
        self._star(painter, rect, row, inks, state, Density.COMFORTABLE)

    def _compact(self, painter: QPainter, rect: QRect, row: Row, inks: Inks, state: State) -> None:
        look = self.look
        left, top, right = rect.left() + LEFT, rect.top(), rect.right() - RIGHT
        self._hairline(painter, rect, state)
        width, height = self._picture_size(row, Density.COMPACT)
        if width:
            self._picture(painter, QRect(right - width, top + (rect.height() - height) // 2, width, height), row, inks)
            right -= width + 12
        self._mark(painter, QPointF(rect.left() + 13, top + 21), row, inks)
        title = look.title_read if row.read else look.title_unread
        line = self.lines.broken(row.title, title, right - left, 1)
        ink = inks.title_read if row.read else inks.title
        self._words(painter, title, ink, QPointF(left, top + 26), line[0] if line else "")
        feed = look.source_metrics.elidedText(row.feed, Qt.TextElideMode.ElideRight, (right - left) * 0.45)
        self._words(painter, look.source, inks.accent, QPointF(left, top + 48), feed)
        after = left + round(look.source_metrics.horizontalAdvance(feed)) + 12
        self._last_line(painter, after, top + 48, right, row, inks, state)
        self._star(painter, rect, row, inks, state, Density.COMPACT)

    def _card(self, painter: QPainter, rect: QRect, row: Row, inks: Inks, state: State) -> None:
        """A card: its picture (or the feed's initial) above the words, or beside them where it is wide."""
        box = rect.adjusted(8, 4, -8, -4)
        left, right, y = box.left() + 16, box.right() - 16, box.top() + 12
        place = self._card_picture(box, wide=rect.width() >= BESIDE, has_one=bool(row.picture))
        if place is not None and row.picture:
            self._picture(painter, place, row, inks)
        elif place is not None:
            self._initial(painter, place, row, inks)
        if place is not None and place.height() < box.height() - 24:
            y = place.bottom() + 9
        elif place is not None:
            left, y = place.right() + 21, y + 8
        last = box.bottom() - 18
        y = self._card_words(painter, QRect(left, y, right - left, last - y), row, inks)
        self._card_note(painter, QRect(left, y, right - left, last - y), row, inks)
        self._last_line(painter, left, last, right, row, inks, state)
        self._star(painter, rect, row, inks, state, Density.CARDS)

    def _card_picture(self, box: QRect, *, wide: bool, has_one: bool) -> QRect | None:
        if not self.pictures or box.height() < 200 or (wide and not has_one):
            return None
        if wide:
            return QRect(box.left() + 12, box.top() + 12, round(box.width() * 0.4), box.height() - 24)
        return QRect(box.left() + 12, box.top() + 12, box.width() - 24, box.height() - 146)

    def _initial(self, painter: QPainter, place: QRect, row: Row, inks: Inks) -> None:
        """In place of a picture: the feed's initial, large and faint."""
        radius = self.look.palette.radius
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.teaser_ground)
        painter.drawRoundedRect(QRectF(place), radius, radius)
        painter.setFont(self.look.initial)
        painter.setPen(QColor(mix(inks.teaser_ground.name(), inks.accent.name(), 0.35)))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, row.feed.removeprefix("The ")[:1].upper())

    def _card_words(self, painter: QPainter, room: QRect, row: Row, inks: Inks) -> int:
        """Feed and headline; the base of the line below them."""
        look, left = self.look, room.left()
        if not row.read:
            self._mark(painter, QPointF(left + 4, room.top() + 9), row, inks)
            left += 16
        source = QPointF(left, room.top() + 13)
        self._words(painter, look.source, inks.accent, source, words.source_line(row), room.right() - left)
        y = room.top() + 40
        most = max(2, min(4, (room.height() - 60) // 25)) if room.height() > 124 else 2
        for line in self.lines.broken(row.title, look.card_title, room.width(), most):
            ink = inks.title_read if row.read else inks.title
            self._words(painter, look.card_title, ink, QPointF(room.left(), y), line)
            y += 25
        return y

    def _card_note(self, painter: QPainter, room: QRect, row: Row, inks: Inks) -> None:
        """The words around a search's hit, else the kicker, in as many lines as there is room for."""
        hit = self.notes.get(row.id, "").replace("\x02", "").replace("\x03", "").replace("\n", " ")
        note, most, y = hit or row.kicker, (room.height() - 6) // 19, room.top()
        if note and most > 0:
            for line in self.lines.broken(note, self.look.kicker, room.width(), min(4, most)):
                self._words(painter, self.look.kicker, inks.secondary, QPointF(room.left(), y), line)
                y += 19

    def _hairline(self, painter: QPainter, rect: QRect, state: State) -> None:
        if not (state.chosen or state.hovered or state.following_chosen):
            line = QRect(rect.left() + LEFT, rect.bottom(), rect.width() - LEFT - RIGHT, 1)
            painter.fillRect(line, self.look.border)

    def _words(
        self, painter: QPainter, font: QFont, ink: QColor, place: QPointF, text: str, room: float | None = None
    ) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        if room is not None:
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(room)))
        painter.drawText(place, text)

    def _hits(self, painter: QPainter, place: QPointF, snippet: str, room: int, inks: Inks) -> None:
        """The words around a hit on one line, the hit itself (between U+0002 and U+0003) in bold ink."""
        x, end = place.x(), place.x() + room
        parts = re.split("[\x02\x03]", snippet.replace("\n", " "))
        if self.look.around_metrics.horizontalAdvance("".join(parts[:2])) > 0.8 * room:
            # The hit would be cut off: begin a few words before it.
            parts[0] = "…" + parts[0][-24:].partition(" ")[2]
        for number, part in enumerate(parts):
            bold = number % 2 == 1
            painter.setFont(self.look.hit if bold else self.look.hit_around)
            text = painter.fontMetrics().elidedText(part, Qt.TextElideMode.ElideRight, max(0, int(end - x)))
            painter.setPen(inks.title if bold else inks.secondary)
            painter.drawText(QPointF(x, place.y()), text)
            x += painter.fontMetrics().horizontalAdvance(text)
            if text != part:
                return

    def _mark(self, painter: QPainter, centre: QPointF, row: Row, inks: Inks) -> None:
        """The unread mark: a dot, or the half circle of yinyang; a square where everything is square."""
        if row.read:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(inks.unread)
        if self.look.palette.unread_mark == "half":
            circle = QRectF(centre.x() - 4.5, centre.y() - 4.5, 9, 9)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPie(circle, 90 * 16, 180 * 16)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(inks.unread, 1.4))
            painter.drawEllipse(circle)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        if self.look.palette.unread_mark == "square":
            painter.drawRect(QRectF(centre.x() - 4, centre.y() - 4, 8, 8))
            return
        painter.drawEllipse(centre, 4, 4)

    def _picture(self, painter: QPainter, place: QRect, row: Row, inks: Inks) -> None:
        radius = self.look.palette.radius
        wish = Wish(row.picture or "", place.width(), place.height(), radius, self.ratio)
        found: QImage | None = self.thumbnails.get(wish)
        found = self.thumbnails.meanwhile(wish) if found is None else found
        if found is not None and not found.isNull():
            painter.drawImage(place.topLeft(), found)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.teaser_ground)
        painter.drawRoundedRect(QRectF(place), radius, radius)
        if found is not None:
            sign = pixmap("image-off", inks.secondary.name(), 20, self.ratio)
            painter.drawPixmap(place.center().x() - 10, place.center().y() - 10, sign)

    def _last_line(
        self, painter: QPainter, left: int, base: int, right: int, row: Row, inks: Inks, state: State
    ) -> None:
        look = self.look
        text = words.last_line(row, self.now)
        self._words(painter, look.small, inks.secondary, QPointF(left, base), text)
        x = left + look.small_metrics.horizontalAdvance(text) + 10
        end = right - (STAR if row.starred or state.hovered else 0)
        for badge in words.badges(row):
            label = badge.words.upper() if look.capitals else badge.words
            width = look.badge_metrics.horizontalAdvance(label) + 12
            if x + width > end:
                return
            self._badge(painter, QRectF(x, base - 13, width, 17), badge.kind, label, inks)
            x += width + 6
        glyphs = [("archive", inks.secondary)] if row.archived else []
        if row.offline in _GLYPHS and row.access is not Access.TEASER:
            glyphs.append((_GLYPHS[row.offline], self._glyph_ink(row, inks)))
        for glyph, ink in glyphs:
            if x + 14 > end:
                return
            painter.drawPixmap(QPointF(x, base - 12), pixmap(glyph, ink.name(), 14, self.ratio))
            x += 14 + 6
        if row.also_in and end - x >= _LEAST_WORDS:
            self._words(painter, look.small, inks.secondary, QPointF(x, base), words.also_in(row), end - x)

    def _glyph_ink(self, row: Row, inks: Inks) -> QColor:
        """An article that is not here is worse than one without its pictures."""
        return inks.missing if row.offline is OfflineState.MISSING else inks.partial

    def _badge(self, painter: QPainter, box: QRectF, kind: words.Kind, label: str, inks: Inks) -> None:
        look = self.look
        radius = min(look.palette.badge_radius, box.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = {
            "update": inks.update_words,
            "changed": inks.changed,
            "subscriber": inks.subscriber,
            "teaser": inks.teaser,
        }[kind]
        if kind in ("update", "teaser"):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.update if kind == "update" else inks.teaser_ground)
            painter.drawRoundedRect(box, radius, radius)
        else:
            painter.setPen(QPen(ink, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setFont(look.badge)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)

    def _star(self, painter: QPainter, rect: QRect, row: Row, inks: Inks, state: State, density: Density) -> None:
        if not (row.starred or state.hovered):
            return
        place = self.star_place(rect, row, density)
        if state.star_hovered:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.teaser_ground)
            painter.drawEllipse(QRectF(place).adjusted(1, 1, -1, -1))
        ink = (inks.star if row.starred else inks.secondary).name()
        sign = pixmap("star", ink, 16, self.ratio, filled=row.starred)
        painter.drawPixmap(place.left() + 6, place.top() + 6, sign)
