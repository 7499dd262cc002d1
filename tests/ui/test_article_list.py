import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from reader.core.changes import Changes
from reader.core.display import DisplayOptions
from reader.core.entities import ChangeKind
from reader.core.filters import ArticleFilter, Grouping, Order, View
from reader.core.plans import ArticlePlan
from reader.paths import THEMES
from reader.style.fonts import load_fonts
from reader.style.palette import load_themes
from reader.ui.article_list import ArticleList
from tests.ui.articles import NOON, entry, pixels, small, stored, titles

PALETTES = {palette.id: palette for palette in load_themes(THEMES)[0]}


@pytest.fixture
def shown(qtbot, library, paths):
    """A list of 384×700 with the small library in it."""
    load_fonts()
    small(library)
    pane = ArticleList(library, paths.data)
    qtbot.addWidget(pane)
    pane.dress(PALETTES["base"])
    pane.resize(384, 700)
    pane.show_filter(ArticleFilter())
    pane.show()
    QApplication.processEvents()
    yield pane
    pane.wait()


def heard(signal):
    found = []
    signal.connect(lambda *values: found.append(values[0] if len(values) == 1 else values))
    return found


def key(pane, code, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(pane.view, code, modifiers)


def middle(pane, title):
    """The middle of the row with this title, in the viewport."""
    row = titles(pane._store, pane.ids()).index(title)
    return pane.view.visualRect(pane.view.rows.index(row, 0)).center()


def click(pane, title, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, modifiers, middle(pane, title))


def shown_titles(pane):
    return titles(pane._store, pane.ids())


ALL = [f"Titre {number}" for number in range(1, 9)]


def test_newest_first_and_a_click_chooses(shown):
    chosen = heard(shown.article_chosen)
    assert shown_titles(shown) == ALL
    assert shown.current() is None
    click(shown, "Titre 2")
    assert titles(shown._store, chosen) == ["Titre 2"]
    assert shown.selected() == [shown.current()]


def test_arrows_enter_and_double_click(shown):
    chosen, opened = heard(shown.article_chosen), heard(shown.article_opened)
    click(shown, "Titre 1")
    key(shown, Qt.Key.Key_Down)
    key(shown, Qt.Key.Key_End)
    key(shown, Qt.Key.Key_Return)
    QTest.mouseDClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=middle(shown, "Titre 8"))
    assert titles(shown._store, chosen) == ["Titre 1", "Titre 2", "Titre 8"]
    assert titles(shown._store, opened) == ["Titre 8", "Titre 8"]


def test_moving_stops_at_both_ends(shown):
    assert shown.move(1)
    assert titles(shown._store, [shown.current()]) == ["Titre 1"]
    assert not shown.move(-1)
    assert shown.move(100)
    assert titles(shown._store, [shown.current()]) == ["Titre 8"]
    assert not shown.move(1)
    assert titles(shown._store, shown.above()) == ALL[:7]
    assert shown.below() == []


def test_letters_and_space_are_left_to_the_window(shown, qtbot):
    shown.choose(shown.ids()[0])
    window = shown.window()
    seen = []
    window.keyPressEvent = lambda event: seen.append(event.text())
    for code in (Qt.Key.Key_J, Qt.Key.Key_Space, Qt.Key.Key_N):
        QTest.keyClick(shown.view, code)
    assert seen == ["j", " ", "n"]
    assert titles(shown._store, [shown.current()]) == ["Titre 1"]


def test_shift_and_control_choose_many(shown):
    click(shown, "Titre 2")
    click(shown, "Titre 4", Qt.KeyboardModifier.ShiftModifier)
    assert titles(shown._store, shown.selected()) == ["Titre 2", "Titre 3", "Titre 4"]
    click(shown, "Titre 3", Qt.KeyboardModifier.ControlModifier)
    assert titles(shown._store, shown.selected()) == ["Titre 2", "Titre 4"]


def test_next_unread_skips_what_is_read_and_comes_round(shown):
    by_title = dict(zip(ALL, shown.ids(), strict=True))
    shown._store.mark([by_title[f"Titre {number}"] for number in (2, 3, 5, 6, 7, 8)], read=True)
    assert shown.next_unread()
    assert shown.current() == by_title["Titre 1"]
    assert shown.next_unread()
    assert shown.current() == by_title["Titre 4"]
    assert shown.next_unread()
    assert shown.current() == by_title["Titre 1"]
    assert shown.next_unread(backwards=True)
    assert shown.current() == by_title["Titre 4"]
    shown._store.mark(list(by_title.values()), read=True)
    assert not shown.next_unread()


def test_what_is_being_read_stays_in_unread(shown):
    shown.show_filter(ArticleFilter(View.UNREAD))
    for title in ("Titre 1", "Titre 2"):
        click(shown, title)
        shown.apply_changes(shown._store.mark([shown.current()], read=True))
    shown.reload()
    assert shown_titles(shown) == ALL
    assert titles(shown._store, [shown.current()]) == ["Titre 2"]
    assert shown.view.rows.row(1).read
    shown.show_filter(ArticleFilter(View.UNREAD))
    assert shown_titles(shown) == ALL[2:]


def test_marking_above_as_read_takes_them_out_of_unread_but_not_the_one_being_read(shown):
    shown.show_filter(ArticleFilter(View.UNREAD))
    shown.choose(shown.ids()[3])
    shown.apply_changes(shown._store.mark([*shown.above(), shown.current()], read=True))
    assert shown_titles(shown) == ALL[3:]
    _, changes = shown._store.undo()
    shown.apply_changes(changes)
    assert shown_titles(shown) == ALL
    assert titles(shown._store, shown.selected()) == ["Titre 4"]


def test_new_articles_wait_behind_a_bar_while_one_is_open(shown):
    asked = heard(shown.new_arrivals_requested)
    bar = shown.findChild(QPushButton, "arrivals")
    click(shown, "Titre 2")
    changes = stored(shown._store, entry(9, -1), entry(10, -1))
    shown.apply_changes(changes)
    shown.apply_changes(changes)
    assert shown_titles(shown) == ALL
    assert bar.isVisible() and bar.text().startswith("2 ")
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton)
    assert shown_titles(shown)[:3] == ["Titre 9", "Titre 10", "Titre 1"]
    assert not bar.isVisible() and asked
    assert titles(shown._store, shown.selected()) == ["Titre 2"]


def test_new_articles_come_in_at_once_where_nothing_is_being_read(shown):
    shown.apply_changes(stored(shown._store, entry(9, -1)))
    assert shown_titles(shown)[0] == "Titre 9"
    shown.show_filter(ArticleFilter(section="Droit"))
    shown.apply_changes(stored(shown._store, entry(10, -1)))
    assert shown_titles(shown) == ["Titre 1", "Titre 3"]


def test_a_reload_keeps_the_place(shown):
    shown.resize(384, 300)
    QApplication.processEvents()
    shown.view.verticalScrollBar().setValue(333)
    before = {title: middle(shown, title).y() for title in ALL[2:5]}
    stored(shown._store, entry(9, -1), entry(10, -1))
    shown.reload()
    assert {title: middle(shown, title).y() for title in ALL[2:5]} == before
    shown.set_density("compact")
    shown.set_density("comfortable")
    assert {title: middle(shown, title).y() for title in ALL[2:5]} == before


def test_a_changed_article_is_painted_anew(shown):
    feed_id = shown._store.rows(shown.ids()[:1])[0].feed_id
    article_id = shown.ids()[0]
    plan = ArticlePlan(entry(1, title="Un autre titre"), ChangeKind.CORRECTED, "h", 400, 3, article_id)
    shown.apply_changes(shown._store.apply(feed_id, [plan], NOON))
    assert shown.view.rows.data(shown.view.rows.index(0, 0)) == "Un autre titre"


def test_a_feed_left_takes_its_articles_away(shown):
    feed_id = shown._store.rows(shown.ids()[:1])[0].feed_id
    shown.apply_changes(shown._store.remove_feed(feed_id))
    assert shown_titles(shown) == ["Titre 3", "Titre 4", "Titre 5", "Titre 6"]


def test_headings_say_the_days_and_stick(shown):
    shown.show_filter(ArticleFilter(), since=datetime.now(UTC) - timedelta(days=1, hours=18))
    labels = [(band.row, band.kind, band.count) for _, band in shown.view.geometry_.bands_between(0, 9_999)]
    assert labels[0] == (0, "heading", 3)
    assert ("visit" in {kind for _, kind, _ in labels}) is True
    band, _ = shown.view.geometry_.heading_over(200)
    assert band.label == NOON.date()
    last, _ = shown.view.geometry_.heading_over(shown.view.geometry_.height - 10)
    assert (last.label, last.count) == ((NOON - timedelta(days=4)).date(), 2)


def test_the_star_can_be_clicked_without_choosing(shown):
    starred, chosen = heard(shown.star_clicked), heard(shown.article_chosen)
    rect = shown.view.visualRect(shown.view.rows.index(1, 0))
    row = shown.view.rows.row(1)
    place = shown.view.painter_.star_place(rect, row, shown.view.geometry_.density(1)).center()
    QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert titles(shown._store, starred) == ["Titre 2"] and chosen == []
    assert shown.view.tip_at(place) == "Star (S)"
    shown.apply_changes(shown._store.mark([shown.ids()[1]], starred=True))
    assert shown.view.tip_at(place) == "Remove the star (S)"
    assert shown.view.tip_at(middle(shown, "Titre 6")) == "Pictures are not stored yet"
    assert shown.view.tip_at(middle(shown, "Titre 1")) == ""


def test_the_menu_is_for_the_chosen_or_for_the_row_under_the_pointer(shown):
    asked = heard(shown.menu_requested)

    def right_click(title):
        place = middle(shown, title)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, shown.view.viewport().mapToGlobal(place))
        QApplication.sendEvent(shown.view.viewport(), event)

    click(shown, "Titre 1")
    click(shown, "Titre 2", Qt.KeyboardModifier.ControlModifier)
    right_click("Titre 2")
    right_click("Titre 4")
    assert [titles(shown._store, ids) for ids, _ in asked] == [["Titre 1", "Titre 2"], ["Titre 4"]]
    assert titles(shown._store, shown.selected()) == ["Titre 1", "Titre 2"]


EMPTY = [
    (ArticleFilter(View.STARRED), "No starred article yet"),
    (ArticleFilter(search="introuvable "), "Nothing for “introuvable”"),
    (ArticleFilter(View.UNREAD), "Everything is read."),
    (ArticleFilter(folder="Vide"), "No article here yet"),
    (ArticleFilter(folder="Vide", grouping=Grouping.FEED), "No article here yet"),
]


@pytest.mark.parametrize(("wanted", "words"), EMPTY)
def test_an_empty_list_says_what_to_do(shown, wanted, words):
    shown._store.mark(list(shown.ids()), read=True)
    shown.show_filter(wanted)
    shown.wait()
    QApplication.processEvents()
    assert words in shown._empty.accessibleName() and shown._empty.isVisible()
    assert shown._empty.isVisible() and not shown.view.isVisible()


def test_everything_read_says_when_it_was_refreshed_and_words_can_be_given(shown):
    shown._store.mark(list(shown.ids()), read=True)
    shown.show_filter(ArticleFilter(View.UNREAD))
    shown.set_last_refresh(datetime.now(UTC) - timedelta(minutes=4))
    assert shown._empty.accessibleName() == "Everything is read. Last refresh 4 min ago."
    shown.set_empty_words("no_feeds", "No feeds yet", "Add one.", "Add a feed")
    chosen = heard(shown.empty_chosen)
    QTest.mouseClick(shown._empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert shown._empty.accessibleName() == "No feeds yet Add one." and len(chosen) == 1


def test_scrolling_past_tells_what_went_out_at_the_top(shown):
    shown.resize(384, 260)
    QApplication.processEvents()
    past = heard(shown.scrolled_past)
    bar = shown.view.verticalScrollBar()
    for value in range(0, 280, 40):
        bar.setValue(value)
    assert titles(shown._store, [one for ids in past for one in ids]) == ["Titre 1", "Titre 2"]
    bar.setValue(0)
    assert len(past) == 2


def picture(pane):
    QApplication.processEvents()
    pane.wait()
    QApplication.processEvents()
    return pane.view.viewport().grab().toImage()


def test_unread_ones_have_a_mark_in_the_margin(shown):
    image = picture(shown)
    unread = pixels(image.copy(8, 40, 12, 100), PALETTES["base"].unread)
    assert unread > 30
    shown.apply_changes(shown._store.mark([shown.ids()[0]], read=True))
    assert pixels(picture(shown).copy(8, 40, 12, 100), PALETTES["base"].unread) == 0


def test_the_chosen_row_of_yinyang_is_inverted(shown):
    palette = PALETTES["yinyang-clair"]
    shown.dress(palette)
    plain = pixels(picture(shown), "#000000")
    click(shown, "Titre 2")
    image = picture(shown)
    rect = shown.view.visualRect(shown.view.rows.index(1, 0))
    inside = image.copy(rect.adjusted(30, 20, -30, -10))
    assert pixels(inside, "#000000") > inside.width() * inside.height() * 0.7
    assert pixels(inside, "#ffffff") > 20
    assert plain < pixels(image, "#000000")


def test_an_update_wears_its_badge_and_a_screen_reader_hears_it(shown):
    rect = shown.view.visualRect(shown.view.rows.index(2, 0))
    assert pixels(picture(shown).copy(rect), PALETTES["base"].badge_update) > 200
    interface = QAccessible.queryAccessibleInterface(shown.view)
    assert interface.childCount() >= 8
    spoken = [
        shown.view.rows.data(shown.view.rows.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(6)
    ]
    assert spoken[0].startswith("Unread. Titre 1. Le sous-titre. Le Journal. Droit. ")
    assert spoken[2].endswith("3 min. Updated")
    assert spoken[3].endswith("Subscriber")
    assert spoken[4].endswith("Excerpt")
    assert spoken[5].endswith("Pictures are not stored yet")


def test_a_picture_is_decoded_and_shown(shown, paths):
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill("#ff00ff")
    (paths.data / "media").mkdir(exist_ok=True)
    image.save(str(paths.data / "media" / "a.png"))
    (asset,) = shown._store.pending_assets(5, datetime.now(UTC))
    shown.apply_changes(
        shown._store.asset_stored(asset.id, file="media/a.png", content_hash="a", size=9, width=400, height=300)
    )
    shown.view.scrollTo(shown.view.rows.index(5, 0))
    assert 96 * 72 * 0.95 < pixels(picture(shown), "#ff00ff") <= 96 * 72
    shown.set_pictures(False)
    assert pixels(picture(shown), "#ff00ff") == 0


def test_a_search_shows_the_words_around_its_hits(shown):
    plain = picture(shown)
    shown.show_filter(ArticleFilter(search="récit"))
    assert shown_titles(shown) == ALL
    assert picture(shown) != plain
    assert shown.view.painter_.notes[shown.ids()[0]] == "Le \x02récit\x03 numéro 1."
    shown.show_filter(ArticleFilter())
    assert picture(shown) == plain


def test_headlines_are_laid_out_once_for_each_width(shown):
    picture(shown)
    before = shown.view.painter_.lines.laid_out
    shown.view.verticalScrollBar().setValue(20)
    picture(shown)
    shown.view.verticalScrollBar().setValue(0)
    picture(shown)
    fresh = shown.view.painter_.lines.laid_out - before
    assert before >= 5 and fresh <= 1


@pytest.mark.parametrize("theme", list(PALETTES))
@pytest.mark.parametrize("density", ["comfortable", "compact", "cards"])
def test_every_theme_paints_every_density(shown, theme, density):
    shown.set_density(density)
    shown.dress(PALETTES[theme])
    click(shown, "Titre 1")
    image = picture(shown)
    assert pixels(image.copy(0, 0, 384, 200), PALETTES[theme].list) > 400
    assert pixels(image.copy(0, 40, 384, 60), PALETTES[theme].list_selection) > 2_000


def test_the_focus_ring_is_for_those_who_come_by_key(shown):
    ring = PALETTES["base"].focus_ring
    click(shown, "Titre 2")
    rect = shown.view.visualRect(shown.view.rows.index(1, 0))
    edge = rect.adjusted(0, 1, -rect.width() + 8, -1)
    shown.activateWindow()
    shown.view.setFocus(Qt.FocusReason.MouseFocusReason)
    before = pixels(picture(shown).copy(edge), ring, near=40)
    key(shown, Qt.Key.Key_Up)
    key(shown, Qt.Key.Key_Down)
    assert pixels(picture(shown).copy(edge), ring, near=40) > before + 40


GROUPED = [
    ({"grouping": Grouping.FEED}, ["La Revue", "Le Journal", "The Paper"], [0, 2, 6]),
    ({"grouping": Grouping.SECTION}, ["Actualités", "Droit", ""], [0, 1, 3]),
]


@pytest.mark.parametrize(("wanted", "names", "starts"), GROUPED)
def test_groups_have_headings(shown, wanted, names, starts):
    shown.show_filter(replace(ArticleFilter(), **wanted))
    bands = [band for _, band in shown.view.geometry_.bands_between(0, 9_999)]
    assert [band.label for band in bands] == names
    assert [band.row for band in bands] == starts


def test_a_long_list_grows_in_the_background_and_keeps_what_is_chosen(shown, qtbot):
    feed = [entry(number, 30 + number // 50, title=f"Ancien {number}") for number in range(100, 1_400)]
    for start in range(0, len(feed), 20):
        stored(shown._store, *feed[start : start + 20])
    before = sys.getswitchinterval()
    shown.show_filter(ArticleFilter())
    assert (len(shown.ids()), shown.count()) == (200, 1_308)
    shown.choose(shown.ids()[5])
    last = shown._store.ids(ArticleFilter())[-1]
    assert not shown.choose(last)
    qtbot.waitUntil(lambda: len(shown.ids()) == 1_308, timeout=20_000)
    qtbot.waitUntil(lambda: shown.current() == last, timeout=5_000)
    assert list(shown.ids()) == list(shown._store.ids(ArticleFilter()))
    shown.wait()
    assert sys.getswitchinterval() == pytest.approx(before), "giving way is for the time of reading alone"
    shown.show_filter(ArticleFilter(order=Order.OLDEST))
    assert shown.ids()[0] == last


def test_display_options_narrow_the_list_and_what_is_marked_in_it(shown):
    chosen = heard(shown.options_changed)
    shown.choose(shown.ids()[5])
    shown.open_options(shown)
    boxes = {box.text(): box for box in shown._panel.findChildren(QCheckBox)}
    boxes["Subscriber articles"].click()
    boxes["Droit"].click()
    assert shown_titles(shown) == ["Titre 2", "Titre 6", "Titre 7", "Titre 8"]
    assert titles(shown._store, shown.selected()) == ["Titre 6"]
    assert chosen[-1] == DisplayOptions(subscriber=False, without_sections=frozenset({"droit"}))
    shown._store.mark_all(shown.filter())
    assert titles(shown._store, shown._store.ids(ArticleFilter(View.UNREAD))) == ["Titre 1", *ALL[2:5]]
    shown.show_filter(ArticleFilter(View.UNREAD))
    assert shown_titles(shown) == ["Titre 1", *ALL[2:5]]
    shown.set_options(DisplayOptions(density="cards", order=Order.OLDEST))
    assert shown.view.geometry_.density(0).value == "cards" and shown_titles(shown)[0] == "Titre 5"


def test_each_view_has_its_own_display_options_and_reset_goes_back_to_the_settings(shown, library, paths, qtbot):
    shown.set_density("compact")
    shown.set_options(DisplayOptions(density="cards", hide_read=True))
    assert shown.has_own_options()
    shown.show_filter(ArticleFilter(feed_id=1))
    assert not shown.has_own_options() and shown.view.geometry_.density(0).value == "compact"
    again = ArticleList(library, paths.data)
    qtbot.addWidget(again)
    again.set_density("comfortable")
    again.restore_views(shown.views())
    again.show_filter(ArticleFilter())
    assert again.options() == DisplayOptions(density="cards", hide_read=True)
    again.open_options(again)
    reset = again._panel.findChild(QPushButton)
    reset.click()
    assert again.options() == DisplayOptions() and not again.has_own_options() and again.views() == ""
    assert not reset.isEnabled()


def test_a_list_that_its_options_empty_says_so_and_offers_to_reset_them(shown):
    every = [feed.id for feed in shown._store.feeds()]
    shown.set_options(DisplayOptions(without_feeds=frozenset(every)))
    assert shown_titles(shown) == []
    assert shown._empty.accessibleName().startswith("Nothing under these display options")
    changed = heard(shown.options_changed)
    shown._empty.findChild(QPushButton).click()
    assert shown_titles(shown) == ALL and changed == [DisplayOptions()]
    shown._store.mark_all(ArticleFilter())
    shown.show_filter(ArticleFilter(View.UNREAD))
    assert shown._empty.accessibleName().startswith("Everything is read.")


def test_the_health_of_a_feed_moves_nothing(shown):
    fetched = shown.view.rows.pages_read
    shown.apply_changes(Changes(feeds=frozenset({1})))
    QApplication.processEvents()
    assert shown.view.rows.pages_read == fetched
    shown.apply_changes(shown._store.rename_feed(1, "Autre nom"))
    assert shown.view.rows.row(0).feed == "Autre nom"


def test_nothing_happens_after_the_pane_is_gone(shown):
    shown.apply_changes(Changes())
    shown.show_filter(ArticleFilter())
    QApplication.sendEvent(shown.view, QEvent(QEvent.Type.Leave))
    assert shown.view.indexAt(QPoint(5, 5)).isValid() is False


def test_a_line_tells_where_one_stopped(shown):
    def lines():
        return [(band.kind, band.row) for _, band in shown.view.geometry_.bands_between(0, 9_999)]

    by_title = dict(zip(ALL, shown.ids(), strict=True))
    shown.show_filter(ArticleFilter(), stopped=by_title["Titre 4"])
    # The heading of yesterday, then the line, then the article.
    assert lines()[1:3] == [("heading", 3), ("stopped", 3)]
    assert shown.view.visualRect(shown.view.rows.index(3, 0)).top() == 36 + 3 * 104 + 36 + 28
    shown.reload()
    assert ("stopped", 3) in lines()
    shown.show_filter(ArticleFilter(), stopped=by_title["Titre 1"])
    assert not any(kind == "stopped" for kind, _ in lines())
    shown.show_filter(ArticleFilter(), stopped=by_title["Titre 2"], since=NOON - timedelta(minutes=1, seconds=30))
    assert ("visit", 1) in lines() and ("stopped", 1) not in lines()


def test_what_another_program_adds_is_told_and_moves_nothing_that_is_read(shown):
    shown.choose(shown.ids()[1])
    place = shown.view.visualRect(shown.view.currentIndex())
    for number in (10, 11):
        stored(shown._store, entry(number, -1))
    shown.look_again()
    assert shown._bar.isVisible() and shown._bar.text() == "2 new articles"
    assert shown_titles(shown) == ALL and shown.view.visualRect(shown.view.currentIndex()) == place
    shown.look_again()
    assert shown._bar.text() == "2 new articles"
    shown.reload()
    assert titles(shown._store, [shown.current()]) == ["Titre 2"] and len(shown.ids()) == 10
    assert shown.view.visualRect(shown.view.currentIndex()) == place, "the row that is read stays where it is"


def test_what_another_program_takes_away_is_gone(shown):
    shown.choose(shown.ids()[1])
    shown._store.remove_feed(shown._store.find_feed("La Revue").id)
    shown.look_again()
    assert shown_titles(shown) == [one for one in ALL if one not in ("Titre 3", "Titre 4")]
    assert titles(shown._store, [shown.current()]) == ["Titre 2"]
