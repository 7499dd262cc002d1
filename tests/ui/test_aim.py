"""Menus are about the rows they are opened on; a search's words are marked in the article."""

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from reader.core.filters import ArticleFilter
from reader.render.search import prepare
from tests.ui.test_desktop import opened
from tests.ui.triage import ALL, fill, titles, unread

# What the offscreen platform says of pop-ups.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


class Browser(QObject):
    """What the desktop would open."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def take(self, url):
        self.opened.append(url.toString())


@pytest.fixture
def browser(qapp):
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "take")
    yield made
    QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def desktop(qtbot, qapp, palette, paths):
    fill(paths)
    with opened(qapp, paths, offline=True) as desktop:
        desktop.store._database.execute_sql(
            "UPDATE article SET url = 'https://x.example/' || replace(lower(title), ' ', '-')"
        )
        desktop.first_start.leave()
        desktop.navigation.go(ALL)
        QApplication.processEvents()
        yield desktop


def menu_on(desktop, title):
    """The menu that the right button opens on a row."""
    view = desktop.article_list.view
    place = view.visualRect(view.rows.index(titles(desktop).index(title), 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    return next(one for one in desktop.window.findChildren(QMenu) if one.isVisible())


def choose(qtbot, desktop, menu, words):
    """Choose a line of the menu as a key does: it closes first."""
    action = next(one for one in menu.actions() if one.text().startswith(words))
    assert action.isEnabled(), words
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.navigation.aimed == ())


def starred(desktop):
    return {row.title for row in desktop.store.rows(list(desktop.store.ids(ALL))) if row.starred}


def test_a_menu_is_about_the_row_under_the_pointer(qtbot, desktop):
    desktop.article_list.choose(desktop.article_list.ids()[0])
    opened_one = desktop.navigation.article.title
    choose(qtbot, desktop, menu_on(desktop, "Beta 2"), "Star")
    assert starred(desktop) == {"Beta 2"} and desktop.navigation.article.title == opened_one
    desktop.actions["toggle_star"].trigger()
    assert starred(desktop) == {"Beta 2", opened_one}, "afterwards the keys are about the selection again"


def test_a_menu_on_one_of_many_chosen_rows_is_about_all_of_them(qtbot, desktop):
    view = desktop.article_list.view
    wanted = [row.id for row in desktop.store.rows(list(desktop.store.ids(ALL))) if row.title in ("Alpha 1", "Beta 1")]
    view.choose_again(wanted, None)
    choose(qtbot, desktop, menu_on(desktop, "Beta 1"), "Star")
    assert starred(desktop) == {"Alpha 1", "Beta 1"}


def test_above_and_below_the_row_of_the_menu(qtbot, desktop):
    order = titles(desktop)
    choose(qtbot, desktop, menu_on(desktop, order[2]), "Mark those above")
    assert unread(desktop) == set(order[2:])
    choose(qtbot, desktop, menu_on(desktop, order[5]), "Mark those below")
    assert unread(desktop) == set(order[2:6])


def test_all_chosen_articles_open_in_the_browser_and_their_links_are_copied(qtbot, desktop, browser):
    view = desktop.article_list.view
    order = titles(desktop)
    view.choose_again(list(view.rows.ids[:3]), None)
    desktop.commands.update()
    desktop.actions["open_browser"].trigger()
    wanted = [f"https://x.example/{title.lower().replace(' ', '-')}" for title in order[:3]]
    assert browser.opened == wanted
    desktop.actions["copy_link"].trigger()
    assert QGuiApplication.clipboard().text().split("\n") == wanted
    choose(qtbot, desktop, menu_on(desktop, order[6]), "Open in the browser")
    assert browser.opened[3:] == [f"https://x.example/{order[6].lower().replace(' ', '-')}"]


def test_the_words_of_a_search_are_marked_in_the_article_until_it_ends(qtbot, desktop):
    desktop.navigation.search("light")
    desktop.article_list.choose(desktop.article_list.ids()[0])
    pane = desktop.pane

    def marked():
        text = pane.view.document().toRawText()
        return [text[start : start + length] for start, length in pane.finding.hits.places]

    qtbot.waitUntil(lambda: marked() == ["lighthouse"])
    assert not pane.finding.bar.isVisible()
    QTest.keyClick(desktop.window, Qt.Key.Key_F3)
    assert pane.finding.hits.present == 0
    desktop.navigation.search("train ")
    assert marked() == []
    desktop.article_list.choose(desktop.article_list.ids()[0])
    qtbot.waitUntil(lambda: marked() == ["train"])
    desktop.navigation.search("")
    assert marked() == [] and desktop.navigation.wanted == ArticleFilter()


@pytest.mark.parametrize(
    ("words", "begins", "found"),
    [
        (["nuit"], False, ["Nuit", "nuit"]),
        (["nui"], True, ["Nuit", "nuit", "nuits"]),
        (["nui"], False, []),
        (["phare", "nuit"], False, ["Nuit", "phare", "nuit"]),
        (["ete"], False, ["Été"]),
        ([], True, []),
    ],
)
def test_words_are_found_as_words(words, begins, found):
    text = "Nuit d’Été : le phare, la nuit ; des nuits, minuit."
    places = prepare(text).find_words(words, begins=begins)
    assert [text[start : start + length] for start, length in places] == found
