"""The gallery walked in every theme: what each control wears in each state, and nothing left of another theme."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from reader.style.apply import apply
from reader.style.palette import contrast
from reader.ui.gallery import STATES, Gallery
from tests.ui.conftest import PALETTES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
THEMES = {palette.id: palette for palette in PALETTES}
PIXELS_APART = 24


def near(one, other):
    first, second = QColor(one), QColor(other)
    return all(abs(a - b) <= PIXELS_APART // 4 for a, b in zip(first.getRgb()[:3], second.getRgb()[:3], strict=True))


def place_of(gallery, name):
    widget = gallery.findChild(QWidget, name)
    assert widget is not None, name
    return QRect(widget.mapTo(gallery, QPoint()), widget.size())


def ground(picture, box):
    """The colour most of the box has."""
    counts = {}
    for x in range(box.left() + 3, box.right() - 2, 2):
        for y in range(box.top() + 3, box.bottom() - 2, 2):
            colour = picture.pixelColor(x, y).name()
            counts[colour] = counts.get(colour, 0) + 1
    return max(counts, key=counts.get)


def best_ink(picture, box, against):
    return max(
        (
            contrast(picture.pixelColor(x, y).name(), against)
            for x in range(box.left() + 4, box.right() - 3)
            for y in range(box.top() + 4, box.bottom() - 3)
        ),
        default=0,
    )


@pytest.fixture
def worn(qapp, palette, tmp_path):
    """Puts the program and a new gallery in a theme; they go at once, or each switch would dress all of them."""
    made = []

    def wear(theme, gallery=None):
        apply(qapp, theme, tmp_path / "cache")
        if gallery is None:
            gallery = Gallery(PALETTES, theme)
            made.append(gallery)
            gallery.show()
        else:
            gallery.dress(theme)
        qapp.processEvents()
        return gallery, gallery.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)

    yield wear
    for gallery in made:
        gallery.close()
        gallery.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("theme", PALETTES, ids=lambda theme: theme.id)
def test_each_control_wears_its_theme_in_each_state(worn, theme):
    gallery, picture = worn(theme)
    grounds = {
        "button-rest": theme.control,
        "button-hover": theme.control_hover,
        "button-pressed": theme.control_pressed,
        "primary-rest": theme.accent,
        "primary-hover": theme.accent_hover,
        "primary-pressed": theme.accent_pressed,
        "tool-hover": theme.control_hover,
        "tool-pressed": theme.control_pressed,
        "field-rest": theme.raised,
        "field-hover": theme.control_hover,
        "field-disabled": theme.window,
        "combo-rest": theme.raised,
        "lines": theme.raised,
        "tree": theme.raised,
        "menu": theme.overlay,
        "label-title": theme.window,
        "swatch-accent": theme.accent,
        "swatch-error": theme.error,
    }
    seen = {name: ground(picture, place_of(gallery, name)) for name in grounds}
    assert {name: seen[name] for name in grounds if not near(seen[name], grounds[name])} == {}
    for name in ("button", "primary", "flat", "check", "radio", "field", "combo"):
        for state in STATES[:4]:
            box = place_of(gallery, f"{name}-{state}")
            own = ground(picture, box)
            assert best_ink(picture, box, own) >= 4.5, (name, state, own)


@pytest.mark.parametrize("theme", PALETTES, ids=lambda theme: theme.id)
def test_what_is_chosen_can_be_read_without_the_keyboard_too(worn, theme):
    gallery, picture = worn(theme)
    for name, row in (("lines", 1), ("tree", 0)):
        view = gallery.findChild(QWidget, name)
        box = view.visualRect(view.model().index(row, 0)).adjusted(4, 2, -8, -2)
        box = QRect(view.viewport().mapTo(gallery, box.topLeft()), box.size())
        assert near(ground(picture, box), theme.menu_selection), name
        assert best_ink(picture, box, theme.menu_selection) >= 4.5, name
    box = place_of(gallery, "text")
    assert best_ink(picture, QRect(box.left(), box.top(), box.width() // 2, 24), theme.selection) >= 4.5


def different(one, other):
    """How many pixels of two pictures differ by more than the tolerance."""
    assert one.size() == other.size()
    first, second, line = bytes(one.constBits()), bytes(other.constBits()), one.bytesPerLine()
    lines = [y for y in range(one.height()) if first[y * line : (y + 1) * line] != second[y * line : (y + 1) * line]]
    return sum(
        not near(one.pixelColor(x, y), other.pixelColor(x, y))
        for y in lines
        for x in range(one.width())
        if one.pixel(x, y) != other.pixel(x, y)
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("base", "yinyang-sombre"),
        ("yinyang-sombre", "rose-clair"),
        ("orange-mecanique-clair", "sombre"),
        ("rose-sombre", "orange-mecanique-sombre"),
    ],
)
def test_nothing_is_left_in_another_theme_s_colours(worn, before, after):
    gallery, _ = worn(THEMES[before])
    _, switched = worn(THEMES[after], gallery)
    gallery.hide()
    _, fresh = worn(THEMES[after])
    assert different(switched, fresh) == 0


def test_the_gallery_s_own_list_changes_the_theme(qtbot, palette, palettes):
    gallery = Gallery(palettes, palette)
    qtbot.addWidget(gallery)
    heard = []
    gallery.theme_chosen.connect(heard.append)
    gallery.themes.setCurrentIndex(3)
    gallery.themes.activated.emit(3)
    assert heard == ["yinyang-sombre"]
