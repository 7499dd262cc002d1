import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.paths import ROOT
from reader.style.apply import apply
from reader.ui.theme_chooser import ThemeChooser
from reader.ui.theme_menu import theme_menu

# The offscreen platform says of every pop-up that it can neither raise it nor grab the keyboard.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def menu(qtbot, palette, palettes):
    menu = theme_menu(palettes, "base", "fr")
    qtbot.addWidget(menu)
    menu.heard = []
    menu.previewed.connect(lambda theme: menu.heard.append(("try", theme)))
    menu.preview_ended.connect(lambda: menu.heard.append("back"))
    menu.chosen.connect(lambda theme: menu.heard.append(("keep", theme)))
    return menu


def themes(menu):
    return [action for action in menu.actions() if action.data()]


def test_the_eight_are_there_by_their_names_with_their_keys(menu):
    assert [action.text() for action in themes(menu)] == [
        "Thème de base\tCtrl+1",
        "Thème sombre\tCtrl+2",
        "Thème yinyang clair\tCtrl+3",
        "Thème yinyang sombre\tCtrl+4",
        "Thème orange mécanique clair\tCtrl+5",
        "Thème orange mécanique sombre\tCtrl+6",
        "Thème rose clair\tCtrl+7",
        "Thème rose sombre\tCtrl+8",
    ]
    assert [action.data() for action in themes(menu) if action.isChecked()] == ["base"]
    menu.set_current("rose-sombre")
    assert [action.data() for action in themes(menu) if action.isChecked()] == ["rose-sombre"]
    pictures = {bytes(action.icon().pixmap(32, 20).toImage().constBits()) for action in themes(menu)}
    assert len(pictures) == 8


def test_a_theme_is_tried_on_and_put_back(menu, qtbot):
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(themes(menu)[3])
    qtbot.waitUntil(lambda: menu.heard == [("try", "yinyang-sombre")])
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: menu.heard == [("try", "yinyang-sombre"), "back"])


def test_a_theme_tried_on_and_clicked_is_kept(menu, qtbot):
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(themes(menu)[7])
    qtbot.waitUntil(lambda: menu.heard == [("try", "rose-sombre")])
    place = menu.actionGeometry(themes(menu)[7]).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: ("keep", "rose-sombre") in menu.heard)
    qtbot.wait(20)
    assert menu.heard == [("try", "rose-sombre"), ("keep", "rose-sombre")]
    assert themes(menu)[7].isChecked()


def test_closing_a_menu_that_was_only_looked_at_says_nothing(menu, qtbot):
    menu.popup(QPoint(0, 0))
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.wait(20)
    assert menu.heard == []


def test_the_cards_are_chosen_by_click_and_arrow(qtbot, palette, palettes):
    chooser = ThemeChooser(palettes, "base", "fr")
    qtbot.addWidget(chooser)
    chooser.show()
    heard = []
    chooser.chosen.connect(heard.append)
    assert [card.text() for card in chooser.cards[:3]] == ["Base", "Sombre", "Yinyang clair"]
    assert chooser.cards[0].accessibleName() == "Thème de base"
    QTest.mouseClick(chooser.cards[2], Qt.MouseButton.LeftButton)
    QTest.keyClick(chooser.cards[2], Qt.Key.Key_Down)
    QTest.keyClick(chooser.cards[6], Qt.Key.Key_Right)
    QTest.keyClick(chooser.cards[7], Qt.Key.Key_Right)
    assert heard == ["yinyang-clair", "rose-clair", "rose-sombre"]
    assert [card.theme.id for card in chooser.cards if card.isChecked()] == ["rose-sombre"]
    chooser.dress(palettes[1])
    assert [card.theme.id for card in chooser.cards if card.isChecked()] == ["sombre"]
    assert heard == ["yinyang-clair", "rose-clair", "rose-sombre"]


def test_the_menu_keeps_its_shape_in_the_theme_that_is_tried_on(menu, qapp, palettes, tmp_path):
    menu.popup(QPoint(0, 0))
    qapp.processEvents()

    def lines():
        return [menu.actionGeometry(action).height() for action in themes(menu)]

    before = lines()
    assert min(before) >= 32
    for theme in (palettes[7], palettes[5], palettes[2]):
        apply(qapp, theme, tmp_path / "cache")
        qapp.processEvents()
        assert lines() == before, theme.id
        assert menu.grab().toImage().pixelColor(menu.width() - 12, menu.height() // 2).name() == theme.overlay
    menu.close()


def test_no_widget_has_a_style_of_its_own():
    """Such a widget would lose its rules when one sheet is taken off for the next."""
    for file in (ROOT / "reader" / "ui").rglob("*.py"):
        assert ".setStyle(" not in file.read_text(encoding="utf-8"), file.name
