import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QSpinBox

from reader.settings import SETTINGS, load_settings
from reader.ui.dialogs.settings import SettingsDialog
from reader.ui.switch import Switch
from reader.ui.theme_chooser import ThemeChooser
from tests.ui.heard import Heard


@pytest.fixture
def settings(shown, palette, palettes, paths):
    dialog = shown(SettingsDialog(load_settings(paths.settings_file), palettes, palette))
    dialog.file = paths.settings_file
    dialog.heard = Heard().listen(dialog, "changed")
    return dialog


def named(dialog, name):
    return next(row for row in dialog.rows if row.setting.name == name)


def visible(dialog):
    return [row.setting.name for row in dialog.rows if row.isVisible()]


def test_every_setting_with_a_group_is_there_with_its_sentence(settings):
    names = [setting.name for setting in SETTINGS if setting.group]
    assert [row.setting.name for row in settings.rows] == names
    assert {"window_state", "last_visit"}.isdisjoint(names)
    for row in settings.rows:
        assert row.control.accessibleName() == row.setting.title_in("en")
        assert row.setting.help_in("en") in [label.text() for label in row.findChildren(QLabel)]
        assert row.setting.title_in("fr") != row.setting.title_in("en")
        if row.setting.choices:
            assert len(row.setting.words) == len(row.setting.choices)


def test_a_change_is_written_at_once_and_said(settings):
    settings.groups.setCurrentRow(1)
    QTest.mouseClick(named(settings, "mark_read_on_open").findChild(Switch), Qt.MouseButton.LeftButton)
    named(settings, "zoom").findChild(QSpinBox).setValue(120)
    named(settings, "mark_read_delay").findChild(QDoubleSpinBox).setValue(2.5)
    box = named(settings, "density").findChild(QComboBox)
    box.setCurrentIndex(box.findText("Compact"))
    named(settings, "theme").findChild(ThemeChooser).cards[7].click()
    assert [name for _, name in settings.heard] == ["mark_read_on_open", "zoom", "mark_read_delay", "density", "theme"]
    kept = load_settings(settings.file)
    values = (kept["mark_read_on_open"], kept["zoom"], kept["mark_read_delay"], kept["density"], kept["theme"])
    assert values == (False, 120, 2.5, "compact", "rose-sombre")


def test_groups_and_search_choose_what_is_shown(settings):
    appearance = ["theme", "theme_follow", "night_begins", "night_ends", "language"]
    assert visible(settings) == [*appearance, "interface_size", "contrast", "motion"]
    settings.show_setting("toasts")
    assert "toasts" in visible(settings) and "theme" not in visible(settings)
    settings.search.setText("délai")
    assert visible(settings) == []
    settings.search.setText("PICTURES list")
    assert visible(settings) == ["list_pictures"]
    assert settings.groups.selectedItems() == []
    settings.groups.setCurrentRow(1)
    assert settings.search.text() == "" and "zoom" in visible(settings)
    settings.groups.setCurrentRow(0)
    settings.show_setting("zoom")
    assert "zoom" in visible(settings)


def test_a_setting_goes_back_to_how_it_came(settings):
    settings.groups.setCurrentRow(1)
    row = named(settings, "zoom")
    assert not row.back.isVisible()
    row.findChild(QSpinBox).setValue(150)
    assert row.back.isVisible()
    QTest.mouseClick(row.back, Qt.MouseButton.LeftButton)
    assert (row.findChild(QSpinBox).value(), load_settings(settings.file)["zoom"]) == (100, 100)
    assert not row.back.isVisible()


def test_a_disk_that_refuses_is_said_and_the_old_value_stays(settings):
    settings.groups.setCurrentRow(1)
    settings.file.parent.mkdir(parents=True, exist_ok=True)
    # In the place of the file: what is there cannot be replaced.
    settings.file.unlink(missing_ok=True)
    settings.file.mkdir()
    named(settings, "zoom").findChild(QSpinBox).setValue(150)
    assert settings.heard == []
    assert any("could not be saved" in label.text() for label in settings.findChildren(QLabel) if label.isVisible())


def test_the_dialog_speaks_french(shown, palette, palettes, paths):
    QLocale.setDefault(QLocale("fr_FR"))
    dialog = shown(SettingsDialog(load_settings(paths.settings_file), palettes, palette))
    titles = [label.text() for label in named(dialog, "theme").findChildren(QLabel)]
    assert titles[0] == "Thème"
    assert named(dialog, "theme").findChild(ThemeChooser).cards[5].accessibleName() == "Thème orange mécanique sombre"
