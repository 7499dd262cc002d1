"""What the desktop asks for, heard from a portal of our own (a D-Bus connection between two ends, no bus needed)."""

import os

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusServer, QDBusVariant, QDBusVirtualObject
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QLabel, QProgressBar

from reader.core.wishes import Wishes
from reader.settings import load_settings
from reader.style.palette import contrast, contrast_report, failing, heightened
from reader.style.palette.contract import MARK, SMALL, TEXT, pairs
from reader.ui.desktop_wishes import INTERFACE, PATH, DesktopWishes
from reader.ui.motion import keep_still, milliseconds, show_busy
from reader.ui.preferences import Preferences
from reader.ui.text_size import drawn_at, wanted_factor
from tests.ui.conftest import PALETTES

APPEARANCE, GNOME = "org.freedesktop.appearance", "org.gnome.desktop.interface"


class Portal(QDBusVirtualObject):
    """Answers Read as the portal does, with an error for what it does not know."""

    def __init__(self, values):
        super().__init__()
        self.values, self.asked, self.ends = values, [], []
        self.server = QDBusServer()
        self.server.newConnection.connect(self._meet)

    def _meet(self, connection):
        end = QDBusConnection(connection)
        end.registerVirtualObject(PATH, self)
        self.ends.append(end)

    def introspect(self, path):
        return ""

    def handleMessage(self, message, connection):
        about = tuple(message.arguments())
        self.asked.append(about)
        if about in self.values:
            # The real one wraps it twice, which PySide unwraps when it reads and cannot write.
            connection.send(message.createReply([QDBusVariant(self.values[about])]))
        else:
            connection.send(message.createErrorReply("org.freedesktop.portal.Error.NotFound", "not here"))
        return True

    def say(self, namespace, key, value):
        self.values[namespace, key] = value
        signal = QDBusMessage.createSignal(PATH, INTERFACE, "SettingChanged")
        signal.setArguments([namespace, key, QDBusVariant(value)])
        for end in self.ends:
            end.send(signal)


@pytest.fixture
def portal(qapp):
    return Portal({(APPEARANCE, "contrast"): 1, (GNOME, "text-scaling-factor"): 1.3})


@pytest.fixture
def wishes(qapp, portal):
    bus = QDBusConnection.connectToPeer(portal.server.address(), "encre-test")
    if not bus.isConnected():
        pytest.skip("no D-Bus library here")
    wishes = DesktopWishes(qapp, bus, "")
    wishes.heard = []
    wishes.changed.connect(wishes.heard.append)
    yield wishes
    wishes.deleteLater()
    QDBusConnection.disconnectFromPeer("encre-test")


@pytest.fixture
def preferences(qapp, palette, tmp_path):
    preferences = Preferences(load_settings(tmp_path / "settings.toml"), PALETTES, tmp_path / "cache", "en", lambda: "")
    preferences.dress()
    yield preferences
    keep_still(False)
    QGuiApplication.styleHints().unsetColorScheme()


def test_the_portal_is_asked_and_heard(wishes, portal, qtbot):
    wishes.begin()
    qtbot.waitUntil(lambda: bool(wishes.heard), timeout=5000)
    assert wishes.heard == [Wishes(contrast=True, text=1.3)]
    assert (APPEARANCE, "reduced-motion") in portal.asked
    portal.say(APPEARANCE, "color-scheme", 1)
    qtbot.waitUntil(lambda: len(wishes.heard) == 2, timeout=5000)
    portal.say(GNOME, "enable-animations", False)
    qtbot.waitUntil(lambda: len(wishes.heard) == 3, timeout=5000)
    assert wishes.heard[-1] == Wishes("dark", contrast=True, calm=True, text=1.3)
    portal.say("org.gnome.desktop.interface", "gtk-theme", "Adwaita")
    portal.say(APPEARANCE, "contrast", 0)
    qtbot.waitUntil(lambda: len(wishes.heard) == 4, timeout=5000)
    assert not wishes.wishes.contrast


def test_the_theme_follows_the_desktop_live_through_the_portal(wishes, portal, preferences, qtbot):
    preferences.choose_theme("rose-clair")
    preferences.choose_follow("system")
    wishes.changed.connect(preferences.take_wishes)
    portal.values.clear()
    wishes.begin()
    qtbot.waitUntil(lambda: len(portal.asked) >= 8, timeout=5000)
    worn = []
    preferences.theme_changed.connect(lambda palette: worn.append(palette.id))
    for number, value in enumerate((1, 2, 1, 0), 1):
        portal.say(APPEARANCE, "color-scheme", value)
        qtbot.waitUntil(lambda wanted=number: len(worn) == wanted, timeout=5000)
    assert worn == ["rose-sombre", "rose-clair", "rose-sombre", "rose-clair"]
    assert preferences.settings.text("theme") == "rose-clair"


def test_a_desktop_without_a_portal_asks_for_nothing(qapp, qtbot):
    wishes = DesktopWishes(qapp, QDBusConnection("nobody"))
    wishes.begin()
    qtbot.wait(20)
    assert wishes.wishes == Wishes()
    wishes.deleteLater()


def test_more_contrast_is_worn_at_once_and_remembered(preferences, qtbot):
    plain, probe = preferences.palette, QLabel("words")
    qtbot.addWidget(probe)
    probe.show()
    preferences.take_wishes(Wishes(contrast=True))
    assert preferences.worn == heightened(plain) != plain
    assert probe.palette().windowText().color() == QColor(preferences.worn.text)
    later = Preferences(load_settings(preferences.settings.file), PALETTES, preferences._cache, "en", lambda: "")
    assert later.palette == heightened(plain)
    preferences.settings.set("contrast", "usual")
    preferences.changed("contrast")
    assert preferences.worn == plain
    preferences.take_wishes(Wishes())
    preferences.settings.set("contrast", "more")
    preferences.changed("contrast")
    preferences.choose_theme("rose-sombre")
    assert preferences.worn == heightened(preferences.find("rose-sombre"))
    assert preferences.find("rose-sombre") in PALETTES


@pytest.mark.parametrize("theme", PALETTES, ids=lambda theme: theme.id)
def test_more_contrast_keeps_the_contract_and_goes_beyond_it(theme):
    more = heightened(theme)
    assert failing(more) == []
    assert heightened(more) == more
    found, wanted, colours = {}, {TEXT: 12.0, SMALL: 7.0, MARK: 4.5}, more.colors()
    for needs, ink, grounds in pairs():
        found.setdefault((ink, needs), []).extend(contrast(colours[ink], colours[ground]) for ground in grounds)
    surfaces = [contrast(more.text, getattr(more, name)) for name in ("window", "list", "pane", "raised", "overlay")]
    assert min(surfaces) >= 12
    # What is chosen has 7 on a ground that is 7 from the list's; tints must still be told apart.
    chosen = ("selection_text", "list_selection_text", "sidebar_selection_text", "menu_selection_text", "text")
    below = {
        ink: min(ratios)
        for (ink, needs), ratios in found.items()
        if ink not in (*chosen, "focus_ring") and min(ratios) < wanted[needs] - 0.05
    }
    assert below == {}
    assert min(min(found[ink, TEXT]) for ink in chosen) >= 7
    assert min(found["focus_ring", MARK]) >= 3
    for ground, surface in (
        ("list_selection", "list"),
        ("menu_selection", "overlay"),
        ("sidebar_selection", "sidebar"),
    ):
        assert contrast(colours[ground], colours[surface]) >= 7
    assert more.border_width >= 2
    worst = min(one.ratio for one in contrast_report(theme) if one.measure == "contrast")
    assert min(one.ratio for one in contrast_report(more) if one.measure == "contrast") >= worst


def test_nothing_moves_where_the_desktop_or_the_reader_wants_it_still(preferences, qtbot):
    bar = QProgressBar()
    qtbot.addWidget(bar)
    assert milliseconds(bar, 160) == 160
    show_busy(bar)
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    preferences.take_wishes(Wishes(calm=True))
    assert milliseconds(bar, 160) == 0
    show_busy(bar)
    assert (bar.maximum(), bar.value()) == (1, 1)
    preferences.settings.set("motion", "usual")
    preferences.changed("motion")
    assert milliseconds(bar, 160) == 160
    preferences.settings.set("motion", "less")
    preferences.take_wishes(Wishes())
    preferences.changed("motion")
    assert milliseconds(bar, 160) == 0


def test_larger_letters_of_the_desktop_hold_from_the_next_start(preferences):
    settings, told = preferences.settings, []
    preferences.size_changed.connect(lambda: told.append(1))
    assert wanted_factor(settings, {"WAYLAND_DISPLAY": "wayland-0"}) == 1.0
    preferences.take_wishes(Wishes(text=1.3))
    assert told == [1]
    assert wanted_factor(settings, {"WAYLAND_DISPLAY": "wayland-0"}) == 1.3
    # Under X11 they come as the screen's resolution, which Qt follows: not twice.
    assert wanted_factor(settings, {"DISPLAY": ":0"}) == 1.0
    assert wanted_factor(settings, {"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"}) == 1.0
    settings.set("interface_size", "160")
    preferences.changed("interface_size")
    assert told == [1, 1]
    assert wanted_factor(settings, {"DISPLAY": ":0"}) == 1.6


def test_programs_that_encre_starts_are_not_drawn_larger(monkeypatch):
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    with drawn_at(1.3):
        assert os.environ["QT_SCALE_FACTOR"] == "2.6"
    assert os.environ["QT_SCALE_FACTOR"] == "2"
    monkeypatch.delenv("QT_SCALE_FACTOR")
    with drawn_at(1.3):
        assert os.environ["QT_SCALE_FACTOR"] == "1.3"
    assert "QT_SCALE_FACTOR" not in os.environ


def test_a_new_start_is_offered_for_another_size(desktop, qtbot):
    desktop.settings.set("interface_size", "145")
    desktop.setting_changed("interface_size")
    assert desktop.notice.words() == "The new size of the interface holds from the next start on."
    ended = []
    desktop.ended.connect(ended.append)
    desktop.notice.action_chosen.emit(QCoreApplication.translate("Commands", "Undo"))
    assert (ended, desktop.following.again) == ([], False)
    desktop.notice.action_chosen.emit("Restart Encre")
    assert (ended, desktop.following.again) == ([0], True)
