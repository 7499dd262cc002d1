"""What floats casts a shadow in the theme's colour, goes with its panel, and lets the mouse through."""

import dataclasses

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QWidget

from reader.style.apply import apply
from reader.style.palette import contrast
from reader.ui.shadow import Shadow, cast_shadow
from tests.ui.conftest import PALETTES


class Ground(QWidget):
    def __init__(self):
        super().__init__()
        self.pressed = 0

    def mousePressEvent(self, event):
        self.pressed += 1


def test_a_panel_s_shadow_follows_it(qtbot, qapp, palette, tmp_path):
    ground = Ground()
    qtbot.addWidget(ground)
    ground.resize(300, 200)
    panel = QFrame(ground)
    panel.setObjectName("notice")
    panel.setGeometry(60, 60, 120, 60)
    shadow = cast_shadow(panel)
    ground.show()

    def beside(point):
        return ground.grab().toImage().pixelColor(point).name()

    assert contrast(beside(QPoint(120, 122)), beside(QPoint(290, 10))) > 1.05
    assert beside(QPoint(120, 90)) == palette.overlay
    QTest.mouseClick(ground, Qt.MouseButton.LeftButton, pos=QPoint(120, 122))
    assert ground.childAt(QPoint(120, 122)) is None and ground.pressed == 1
    panel.move(150, 100)
    assert beside(QPoint(70, 122)) == beside(QPoint(290, 10))
    apply(qapp, dataclasses.replace(palette, shadow="#ff0000"), tmp_path / "cache")
    near = ground.grab().toImage().pixelColor(QPoint(210, 162))
    assert near.red() > near.green() + 5
    panel.hide()
    assert not shadow.isVisible()
    panel.deleteLater()
    qtbot.waitUntil(lambda: ground.findChildren(Shadow) == [])


def test_the_notice_and_the_panel_of_notifications_cast_one(desktop, qtbot):
    for theme in (PALETTES[0], PALETTES[5]):
        desktop.preferences.wear_palette(theme)
        desktop.notice.show_words("A word")
        ground, box = desktop.window.ground, desktop.notice.geometry()
        picture = ground.grab().toImage()
        below = QPoint(box.center().x(), box.bottom() + 2)
        desktop.notice.withdraw()
        bare = ground.grab().toImage()
        assert QColor(picture.pixelColor(below)).lightness() < QColor(bare.pixelColor(below)).lightness()
        shadows = [one for one in desktop.window.findChildren(Shadow) if one.isVisible()]
        assert shadows == []
    assert len(desktop.window.ground.findChildren(Shadow, options=Qt.FindChildOption.FindDirectChildrenOnly)) >= 2
