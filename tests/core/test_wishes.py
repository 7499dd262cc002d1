import pytest

from reader.core.wishes import Wishes, wishes_from, wishes_from_text

APPEARANCE, GNOME = "org.freedesktop.appearance", "org.gnome.desktop.interface"
KDE, FONTS = "org.kde.kdeglobals.KDE", "org.kde.kdeglobals.General"


@pytest.mark.parametrize(
    ("answers", "wishes"),
    [
        ({}, Wishes()),
        ({(APPEARANCE, "color-scheme"): 1}, Wishes(scheme="dark")),
        ({(APPEARANCE, "color-scheme"): 2}, Wishes(scheme="light")),
        ({(APPEARANCE, "color-scheme"): 0}, Wishes()),
        ({(APPEARANCE, "contrast"): 1}, Wishes(contrast=True)),
        ({("org.gnome.desktop.a11y.interface", "high-contrast"): True}, Wishes(contrast=True)),
        ({(APPEARANCE, "reduced-motion"): 1}, Wishes(calm=True)),
        ({(GNOME, "enable-animations"): False}, Wishes(calm=True)),
        ({(GNOME, "enable-animations"): True}, Wishes()),
        ({(KDE, "AnimationDurationFactor"): "0"}, Wishes(calm=True)),
        ({(KDE, "AnimationDurationFactor"): "0.5"}, Wishes()),
        ({(GNOME, "text-scaling-factor"): 1.3}, Wishes(text=1.3)),
        ({(FONTS, "font"): "Noto Sans,14,-1,5,50,0,0,0,0,0"}, Wishes(text=1.4)),
        # What makes no sense is no wish, and no factor makes the window useless.
        ({(FONTS, "font"): "Noto Sans", (GNOME, "text-scaling-factor"): "large"}, Wishes()),
        ({(GNOME, "text-scaling-factor"): 40.0}, Wishes(text=3.0)),
        ({(GNOME, "text-scaling-factor"): float("nan"), (APPEARANCE, "contrast"): None}, Wishes()),
        ({(GNOME, "text-scaling-factor"): -1}, Wishes()),
    ],
)
def test_what_desktops_say_is_understood(answers, wishes):
    assert wishes_from(answers) == wishes


def test_another_door_may_ask_for_contrast():
    assert wishes_from({}, contrast=True) == Wishes(contrast=True)


def test_what_was_heard_last_is_kept():
    heard = Wishes("dark", contrast=True, calm=True, text=1.3)
    assert wishes_from_text(heard.to_text()) == heard


@pytest.mark.parametrize("words", ["", "{", "[]", "3", '{"text": "large"}', '{"text": 90}', '{"scheme": 4}'])
def test_what_is_no_wish_is_none(words):
    assert wishes_from_text(words) == Wishes()
