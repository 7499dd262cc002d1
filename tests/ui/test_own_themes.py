import time
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from reader.paths import THEMES
from reader.settings import load_settings
from reader.style.apply import apply
from reader.style.palette import failing, half_of, is_night, load_theme, load_themes, mended, read_theme, wanted_scheme
from reader.ui.own_themes import OwnThemes
from reader.ui.preferences import Preferences
from reader.ui.theme_chooser import ThemeChooser
from reader.ui.theme_menu import theme_menu
from tests.style.test_style import MINIMAL

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def preferences(qapp, palette, palettes, tmp_path):
    desktop = [""]
    settings = load_settings(tmp_path / "settings.toml")
    preferences = Preferences(settings, palettes, tmp_path / "cache", "en", lambda: desktop[-1])
    preferences.desktop = desktop
    preferences.heard = []
    preferences.theme_changed.connect(lambda worn: preferences.heard.append(worn.id))
    preferences.said.connect(preferences.heard.append)
    yield preferences
    QGuiApplication.styleHints().unsetColorScheme()
    preferences.deleteLater()


@pytest.fixture
def own(qtbot, preferences, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    folder = tmp_path / "themes"
    folder.mkdir()
    own = OwnThemes(preferences, folder, window)
    own.folder = folder
    own.heard = []
    own.said.connect(own.heard.append)
    return own


def test_the_night_goes_over_midnight():
    assert [hour for hour in range(24) if is_night(hour, 20, 7)] == [*range(7), *range(20, 24)]
    assert [hour for hour in range(24) if is_night(hour, 1, 6)] == [1, 2, 3, 4, 5]
    assert not any(is_night(hour, 5, 5) for hour in range(24))
    assert wanted_scheme("chosen", "dark", 23, 20, 7) == ""
    assert wanted_scheme("system", "dark", 12, 20, 7) == "dark"
    assert wanted_scheme("hours", "", 23, 20, 7) == "dark"


def test_a_theme_follows_the_desktop_live(preferences, palettes, qtbot):
    # The offscreen platform has no scheme of its own: Qt's signal is real, the desktop's answer is told.
    preferences.choose_theme("rose-clair")
    preferences.choose_follow("system")
    assert preferences.heard[-1] == "rose-clair"
    preferences.desktop.append("dark")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert preferences.heard[-1] == "rose-sombre"
    assert preferences.settings.text("theme") == "rose-clair"
    preferences.desktop.append("light")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert preferences.heard[-1] == "rose-clair"


def test_a_theme_goes_by_the_hour(preferences):
    hour = datetime.now().astimezone().hour
    preferences.choose_theme("base")
    preferences.settings.set("night_begins", hour)
    preferences.settings.set("night_ends", (hour + 2) % 24)
    preferences.choose_follow("hours")
    assert preferences.heard[-1] == "sombre"
    preferences.settings.set("night_begins", (hour + 2) % 24)
    preferences.settings.set("night_ends", (hour + 3) % 24)
    preferences.dress_again()
    assert preferences.heard[-1] == "base"


def test_who_chooses_the_other_half_has_it_and_follows_no_more(preferences):
    preferences.settings.set("night_begins", 0)
    preferences.settings.set("night_ends", 0)
    preferences.choose_follow("hours")
    assert preferences.palette.scheme == "light"
    preferences.choose_theme("yinyang-sombre")
    assert (preferences.palette.id, preferences.follow) == ("yinyang-sombre", "chosen")
    assert "Yinyang dark is worn; it no longer changes by itself." in preferences.heard
    preferences.choose_place(6)
    assert preferences.palette.id == "rose-clair"
    preferences.choose_place(40)
    assert preferences.palette.id == "rose-clair"


def test_a_theme_without_another_half_stays(palettes):
    alone = load_theme(THEMES / "base.toml")
    assert half_of(alone, "dark", [alone]) is alone
    assert half_of(palettes[0], "dark", palettes).id == "sombre"


class Follower(QDialog):
    def __init__(self):
        super().__init__()
        self.worn = []

    def dress(self, palette):
        self.worn.append(palette.id)


def test_open_dialogs_follow(preferences, shown):
    dialog = shown(Follower())
    preferences.dress("rose-sombre")
    preferences.dress("base")
    assert dialog.worn == ["rose-sombre", "base"]


def test_a_theme_dropped_there_and_edited_is_worn_live(own, preferences, qtbot):
    file = own.folder / "mien.toml"
    file.write_text(MINIMAL)
    qtbot.waitUntil(lambda: preferences.find("mien") is not None, timeout=5000)
    preferences.choose_theme("mien")
    assert preferences.palette.accent == "#c00000"
    file.write_text(MINIMAL.replace("#c00000", "#0000c0"))
    qtbot.waitUntil(lambda: preferences.palette.accent == "#0000c0", timeout=5000)
    preferences.heard.clear()
    file.write_text(MINIMAL.replace("#c00000", "blue"))
    qtbot.waitUntil(lambda: bool(own.heard), timeout=5000)
    assert own.heard == ["The theme mien.toml, line 7, cannot be used: accent: “blue” is no colour #rrggbb."]
    assert (preferences.palette.accent, preferences.heard) == ("#0000c0", [])
    own.reload()
    assert len(own.heard) == 1
    file.write_text(MINIMAL.replace("#c00000", "#007000"))
    qtbot.waitUntil(lambda: preferences.palette.accent == "#007000", timeout=5000)
    file.unlink()
    qtbot.waitUntil(lambda: preferences.palette.id == "base", timeout=5000)


def test_a_theme_is_imported_and_exported(own, preferences, tmp_path):
    file = tmp_path / "elsewhere.toml"
    file.write_text(MINIMAL)
    assert own.take(file)
    assert preferences.palette.id == "mien"
    assert own.take(file)
    assert preferences.palette.id == "mien-2"
    file.write_text("id = 3")
    assert not own.take(file)
    assert "elsewhere.toml" in own.heard[-1]
    assert own.export(preferences.find("rose-clair"), tmp_path / "out")
    assert load_theme(tmp_path / "out.toml") == load_theme(THEMES / "rose-clair.toml")
    assert own.heard[-1] == "The theme is in out.toml."


def test_one_of_encre_s_themes_is_edited_as_a_copy(own, preferences, qtbot):
    preferences.choose_theme("base")
    own.do("edit")
    editor = own.editor
    assert editor.theme.id == "base-2"
    editor.choose("accent")
    editor.colour.code.selectAll()
    QTest.keyClicks(editor.colour.code, "#a01060")
    qtbot.waitUntil(lambda: preferences._worn.accent == "#a01060")
    assert editor.save.isEnabled()
    editor.name.setText("")
    QTest.keyClicks(editor.name, "Mine")
    QTest.mouseClick(editor.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: own.editor is None)
    assert (preferences.palette.id, preferences.palette.display_name("en")) == ("base-2", "Mine")
    assert read_theme(own.folder / "base-2.toml").colours["accent"] == "#a01060"
    assert load_themes(THEMES)[0][0].accent != "#a01060"


def test_leaving_the_editor_puts_the_theme_back(own, preferences, qtbot):
    preferences.choose_theme("sombre")
    own.do("edit")
    own.editor.choose("window")
    QTest.mouseClick(own.editor.colour.strips[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: preferences._worn.id == "sombre-2")
    QTest.keyClick(own.editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: own.editor is None)
    assert preferences._worn is preferences.palette
    assert list(own.folder.iterdir()) == []


def test_the_editor_shows_what_cannot_be_read_and_mends_it(own, preferences):
    preferences.choose_theme("base")
    own.do("edit")
    editor = own.editor
    editor.choose("text")
    editor.colour.strips[0].moved.emit(0.8)
    assert not editor.save.isEnabled()
    first = editor.contrasts.topLevelItem(0)
    assert (first.text(3), float(first.text(1)) < float(first.text(2))) == ("✗", True)
    QTest.mouseClick(editor.mend, Qt.MouseButton.LeftButton)
    assert editor.save.isEnabled()
    assert failing(editor.theme.palette()) == []
    assert editor.verdict.text() == "Every pair can be read."
    editor.reject()


def test_the_editor_s_strips_obey_the_arrows(own, preferences):
    preferences.choose_theme("base")
    own.do("edit")
    editor = own.editor
    before = editor.theme.colours["accent"]
    QTest.keyClick(editor.colour.strips[2], Qt.Key.Key_PageUp)
    assert editor.theme.colours["accent"] != before
    editor.choose("link")
    assert not editor.derived.isEnabled()
    QTest.keyClick(editor.colour.strips[0], Qt.Key.Key_Left)
    assert "link" in editor.theme.colours
    QTest.mouseClick(editor.derived, Qt.MouseButton.LeftButton)
    assert "link" not in editor.theme.colours
    box = editor.forms["radius"]
    box.setValue(14)
    assert editor.theme.palette().radius == 14
    editor.reject()


@pytest.mark.parametrize(
    "broken",
    [
        {"text": "#999999"},
        {"window": "#777777", "pane": "#808080"},
        {"accent": "#fefefe", "link": "#ffffff", "unread": "#fdfdfd"},
        {"diff_added": "#d0f0d0", "diff_removed": "#d0f0d0"},
        {"code_background": "#101010", "code_text": "#202020"},
    ],
)
def test_what_cannot_be_read_is_mended(broken, tmp_path):
    file = tmp_path / "mien.toml"
    file.write_text(MINIMAL)
    theme = read_theme(file)
    theme = type(theme)("mien", "light", colours={**theme.colours, **broken})
    assert failing(theme.palette())
    assert failing(mended(theme).palette()) == []


def test_the_menu_follows_and_asks(qtbot, palette, palettes):
    menu = theme_menu(palettes, "base", "en", follow="system")
    qtbot.addWidget(menu)
    heard = []
    menu.follow_chosen.connect(heard.append)
    menu.deed_requested.connect(heard.append)
    menu.chosen.connect(heard.append)
    plain = {action.text(): action for action in menu.actions() if action.text() and not action.data()}
    assert plain["Light or dark as the system"].isChecked()
    for action in plain.values():
        action.trigger()
    assert heard == ["chosen", "hours", "edit", "import", "export", "folder"]


def test_the_chooser_shows_new_themes_and_asks(qtbot, palette, palettes):
    chooser = ThemeChooser(palettes, "base", "en", deeds=True)
    holder = QWidget()
    qtbot.addWidget(holder)
    QVBoxLayout(holder).addWidget(chooser)
    chooser.show_palettes(palettes[:3], "sombre")
    assert [card.theme.id for card in chooser.cards if card.isChecked()] == ["sombre"]
    assert len(chooser.cards) == 3


def test_a_cache_that_cannot_be_written_costs_no_theme(qapp, preferences, tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    other = Preferences(preferences.settings, preferences.palettes, blocked, "en")
    started = time.monotonic()
    other.dress("rose-clair")
    assert time.monotonic() - started < 30
    widget = QWidget()
    widget.resize(40, 40)
    assert widget.palette().window().color() == QColor(other.find("rose-clair").window)


def forgotten(widgets):
    """The widgets that Qt's tables of rules hold and whose end nobody would tell them."""
    return [
        widget.metaObject().className()
        for widget in widgets
        if widget.testAttribute(Qt.WidgetAttribute.WA_StyleSheet) and not widget.receivers("2destroyed(QObject*)")
    ]


def test_no_widget_is_forgotten_when_the_sheet_goes_and_comes(qapp, own, preferences, palettes, tmp_path):
    # Qt walked over freed memory here: the lists of closed combo boxes were measured while the sheet was taken off.
    preferences.choose_theme("base")
    own.do("edit")
    own.editor.findChild(QTabWidget).setCurrentIndex(1)
    qapp.processEvents()
    everything = [own.editor, *own.editor.findChildren(QWidget)]
    for palette in palettes[:3]:
        qapp.setStyleSheet(qapp.styleSheet() + " ")
        qapp.setStyleSheet("")
        apply(qapp, palette, tmp_path / "cache")
        assert forgotten(everything) == []
    own.editor.reject()
