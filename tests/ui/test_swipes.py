"""Rows pushed aside on a touchpad, by the events that systems send: with phases, without, and as native gestures."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication

from reader.core.filters import ArticleFilter, View
from reader.ui.row_view.swipe import Swipe
from tests.ui.articles import pixels
from tests.ui.test_desktop import opened
from tests.ui.triage import ALL, fill, titles

PHASE = Qt.ScrollPhase
KINDS = QPointingDevice.PointerType.Finger, QInputDevice.DeviceType.TouchPad
TOUCHPAD = QPointingDevice("touchpad", 7, KINDS[1], KINDS[0], QInputDevice.Capability.PixelScroll, 3, 3)


@pytest.fixture
def desktop(qtbot, qapp, palette, paths):
    fill(paths)
    with opened(qapp, paths, offline=True) as desktop:
        desktop.first_start.leave()
        desktop.navigation.go(ALL)
        QApplication.processEvents()
        yield desktop


@pytest.fixture
def view(desktop):
    return desktop.article_list.view


def place_of(view, row):
    return QPointF(view.visualRect(view.rows.index(row, 0)).center())


def wheel(view, row, across, down=0, phase=PHASE.NoScrollPhase, *, angle=None):
    place = place_of(view, row)
    turned = QPoint(across * 8, down * 8) if angle is None else QPoint(*angle)
    moved = QPoint(across, down) if angle is None else QPoint()
    event = QWheelEvent(
        place,
        QPointF(view.viewport().mapToGlobal(place.toPoint())),
        moved,
        turned,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        phase,
        False,
        Qt.MouseEventSource.MouseEventSynthesizedBySystem,
        TOUCHPAD,
    )
    QApplication.sendEvent(view.viewport(), event)


def swipe(view, row, across, *, steps=5, lift=True):
    wheel(view, row, 0, 0, PHASE.ScrollBegin)
    for _ in range(steps):
        wheel(view, row, across // steps, 1, PHASE.ScrollUpdate)
    if lift:
        wheel(view, row, 0, 0, PHASE.ScrollEnd)


def row_of(desktop, number):
    (row,) = desktop.store.rows([desktop.article_list.ids()[number]])
    return row


def test_pushed_right_an_article_is_read_and_unread_again_and_left_it_has_a_star(qtbot, desktop, view):
    swipe(view, 1, 120)
    assert row_of(desktop, 1).read and not row_of(desktop, 0).read
    swipe(view, 1, 120)
    assert not row_of(desktop, 1).read
    swipe(view, 1, -120)
    assert row_of(desktop, 1).starred and not row_of(desktop, 1).read
    assert desktop.article_list.current() is None, "a swipe opens nothing"
    desktop.actions["undo"].trigger()
    assert not row_of(desktop, 1).starred
    qtbot.waitUntil(lambda: view.pushed() == (-1, 0.0))


def test_a_short_push_does_nothing_and_the_row_comes_back(qtbot, desktop, view):
    swipe(view, 2, 60, lift=False)
    row, offset = view.pushed()
    assert row == 2 and 40 < offset <= 60
    wheel(view, 2, 0, 0, PHASE.ScrollEnd)
    qtbot.waitUntil(lambda: view.pushed() == (-1, 0.0))
    assert not row_of(desktop, 2).read


def test_a_push_that_is_taken_back_does_nothing(desktop, view):
    swipe(view, 2, 150, lift=False)
    wheel(view, 2, -140, 0, PHASE.ScrollUpdate)
    wheel(view, 2, 0, 0, PHASE.ScrollEnd)
    assert not row_of(desktop, 2).read


def test_what_rolls_on_after_the_fingers_are_lifted_pushes_nothing(desktop, view):
    swipe(view, 0, 120)
    for _ in range(5):
        wheel(view, 0, 60, 0, PHASE.ScrollMomentum)
    wheel(view, 0, 0, 0, PHASE.ScrollEnd)
    assert row_of(desktop, 0).read and desktop.store.journal()[0].count == 1
    assert len(desktop.store.journal()) == 1


def test_scrolling_that_drifts_sideways_stays_scrolling(desktop, view):
    desktop.window.resize(1280, 420)
    wheel(view, 0, 0, 0, PHASE.ScrollBegin)
    for across, down in ((2, -14), (40, -6), (60, -4), (60, -4)):
        wheel(view, 0, across, down, PHASE.ScrollUpdate)
    wheel(view, 0, 0, 0, PHASE.ScrollEnd)
    assert view.verticalScrollBar().value() > 0
    assert view.pushed() == (-1, 0.0) and not any(row_of(desktop, n).read for n in range(3))


def test_without_phases_a_rest_lifts_the_fingers(qtbot, desktop, view):
    for _ in range(10):
        wheel(view, 3, 0, angle=(31, 1))
    assert view.pushed()[0] == 3 and not row_of(desktop, 3).read
    qtbot.waitUntil(lambda: row_of(desktop, 3).read, timeout=2_000)


def test_a_wheel_that_is_tilted_pushes_nothing(qtbot, desktop, view):
    place = place_of(view, 0)
    event = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(120, 0),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        PHASE.NoScrollPhase,
        False,
    )
    for _ in range(5):
        QApplication.sendEvent(view.viewport(), event)
    assert view.pushed() == (-1, 0.0)


def test_the_directions_are_settings_and_nothing_is_one(desktop, view):
    desktop.settings.set("swipe_right", "none")
    desktop.settings.set("swipe_left", "read")
    desktop.setting_changed("swipe_right")
    swipe(view, 0, 150)
    assert not row_of(desktop, 0).read
    swipe(view, 0, -150)
    assert row_of(desktop, 0).read and not row_of(desktop, 0).starred


def test_in_the_unread_list_a_row_that_is_pushed_stays_until_one_leaves(desktop, view):
    desktop.navigation.go(ArticleFilter(View.UNREAD))
    before = titles(desktop)
    swipe(view, 1, 120)
    desktop.library.flush()
    assert titles(desktop) == before and row_of(desktop, 1).read
    desktop.navigation.go(ArticleFilter(View.UNREAD))
    assert titles(desktop) == [before[0], *before[2:]]


def test_three_fingers_where_the_system_tells_of_them(desktop, view):
    place = place_of(view, 1)

    def gesture(kind, value=0.0, across=0.0):
        over = QPointF(view.viewport().mapToGlobal(place.toPoint()))
        QApplication.sendEvent(
            view.viewport(),
            QNativeGestureEvent(kind, TOUCHPAD, 3, place, place, over, value, QPointF(across, 0)),
        )

    kinds = Qt.NativeGestureType
    gesture(kinds.SwipeNativeGesture, 180.0)
    assert row_of(desktop, 1).starred
    gesture(kinds.SwipeNativeGesture, 90.0)
    gesture(kinds.BeginNativeGesture)
    for _ in range(6):
        gesture(kinds.PanNativeGesture, across=20.0)
    gesture(kinds.EndNativeGesture)
    assert row_of(desktop, 1).read and row_of(desktop, 1).starred


def test_home_s_cards_are_pushed_too(desktop):
    desktop.navigation.go(ArticleFilter(View.HOME))
    QApplication.processEvents()
    swipe(desktop.home.view, 0, -120)
    assert desktop.store.rows([desktop.home.ids()[0]])[0].starred


def test_under_the_row_the_deed_is_seen_faint_then_full(desktop, view, palette):
    swipe(view, 0, 60, lift=False)
    box = view.visualRect(view.rows.index(0, 0))
    faint = view.viewport().grab(box).toImage()
    wheel(view, 0, 60, 0, PHASE.ScrollUpdate)
    full = view.viewport().grab(box).toImage()
    assert pixels(faint, palette.list_accent, near=4) < 1_000
    assert pixels(full, palette.list_accent, near=4) > 5_000


@pytest.mark.parametrize(
    ("moves", "owner", "offset", "armed"),
    [
        ([(5, 5)], "", 0, False),
        ([(20, 2)], "row", 20, False),
        ([(20, 2), (60, 40)], "row", 80, True),
        ([(100, 10), (80, 0)], "row", 110, True),
        ([(-20, 15)], "list", 0, False),
        ([(0, 13), (200, 0)], "list", 0, False),
        ([(-90, 0)], "row", 0, False),
    ],
)
def test_whose_a_movement_is(moves, owner, offset, armed):
    swipe = Swipe(right="read", left="none")
    swipe.begin()
    for across, down in moves:
        swipe.move(across, down)
    assert (swipe.owner, round(swipe.offset), swipe.armed) == (owner, offset, armed)
