"""Another language while the window is open: what is on the screen is said anew."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QLabel, QWidget

from reader.core.entities import OfflineSummary
from reader.core.filters import View
from reader.settings import load_settings
from reader.ui.dialogs.settings import SettingsDialog
from reader.ui.notification_tray import NotificationTray
from reader.ui.sidebar import Sidebar
from reader.ui.tray_icon import TrayIcon

FRENCH = {
    "Unread": "Non lus",
    "Add": "Ajouter",
    "Filter feeds": "Filtrer les flux",
    "{0} % ready offline": "{0}\u00a0% prêts hors ligne",
    "Appearance": "Apparence",
    "You have no notifications yet": "Vous n’avez pas encore de notification",
    "Quit": "Quitter",
}


class French(QTranslator):
    def isEmpty(self):
        return False

    def translate(self, context, source, disambiguation=None, count=-1):
        return FRENCH.get(source, source)


@pytest.fixture
def french(qapp, qtbot):
    """Switches the program to French."""
    translator = French()

    def switch():
        QLocale.setDefault(QLocale("fr_FR"))
        QCoreApplication.installTranslator(translator)
        qtbot.wait(20)

    yield switch
    QCoreApplication.removeTranslator(translator)


def test_the_sidebar_is_said_anew(shown, palette, french):
    sidebar = shown(Sidebar())
    sidebar.dress(palette)
    sidebar.show_feeds([], {View.UNREAD: 1240}, Path())
    sidebar.show_offline(OfflineSummary(articles=1240, ready=1216), True)
    french()
    index = sidebar.tree.model().index(2, 0)
    assert index.data() == "Non lus"
    assert (sidebar.foot.add.text(), sidebar.quick_filter.placeholderText()) == ("Ajouter", "Filtrer les flux")
    assert sidebar.foot.offline.text() == "1\u202f240 article(s) · 98\u00a0% prêts hors ligne"


def test_the_settings_follow_the_language_chosen_in_them(shown, palette, palettes, paths, french):
    dialog = shown(SettingsDialog(load_settings(paths.settings_file), palettes, palette))
    changed = []
    dialog.changed.connect(changed.append)
    dialog.changed.connect(lambda _: french())
    language = next(row for row in dialog.rows if row.setting.name == "language")
    language.control.setCurrentIndex(1)
    assert changed == ["language"]
    assert dialog.groups.item(0).text() == "Apparence"
    row = next(row for row in dialog.rows if row.setting.name == "language")
    assert row.control.currentText() == "Français"
    assert row.findChild(QLabel).text() == "Langue d’Encre"


def test_the_tray_and_the_desktop_s_icon_are_said_anew(shown, palette, french):
    window = shown(QWidget())
    tray = NotificationTray(window)
    tray.dress(palette)
    tray.show_notifications([], datetime.now(UTC))
    tray.open()
    icon = TrayIcon()
    french()
    icon.retranslate()
    assert "Vous n’avez pas encore de notification" in [label.text() for label in tray.findChildren(QLabel)]
    assert icon.menu.actions()[-1].text() == "Quitter"
