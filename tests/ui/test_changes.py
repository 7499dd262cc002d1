"""An article that changes, as its reader meets it: site, engine, list, tray, pane and the view of what changed."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.core.entities import NotificationKind
from reader.core.filters import ArticleFilter, View
from reader.ui.article_row.words import badges
from tests.loopback import rss
from tests.ui.articles import pixels
from tests.ui.test_desktop import opened, refreshed

pytestmark = pytest.mark.network

CALM = "".join(
    f"<p>Le paragraphe numéro {n} du compte rendu raconte la séance de mardi sans rien y changer, vote {n} compris.</p>"
    for n in range(1, 13)
)
FIGURE = "<p>Le projet coûtera {} millions d’euros à la commune, selon le rapport remis mardi aux élus.</p>"
SHARES = "<p>{} partages</p>"
UPDATE = (
    "<p><strong>Mise à jour du 18 novembre, 14 h :</strong> la mairie a confirmé jeudi le nouveau montant et annoncé "
    "une réunion publique avant la fin du mois.</p>"
)


def edition(number):
    """Edition 2 is marked, has an update block and a corrected figure; edition 3 has another share counter."""
    body = CALM + FIGURE.format(12 if number == 1 else 17) + CALM.replace("mardi", "mercredi")
    body += SHARES.format({1: 3, 2: 3, 3: 250}[number])
    title = "Le tramway arrivera en 2028"
    if number == 1:
        return rss("Le Journal", [("tram", title, body)])
    return rss("Le Journal", [("tram", f"[MàJ] {title}", UPDATE + body)])


@pytest.fixture
def desktop(qtbot, qapp, palette, paths, site):
    site.pages["/feed"] = edition(1)
    with opened(qapp, paths) as desktop:
        desktop.settings.set("mark_read_delay", 0.0)
        refreshed(qtbot, desktop, lambda: desktop.errands.subscribe([f"{site.url}/feed"]))
        desktop.first_start.leave()
        desktop.window.show()
        desktop.navigation.go(ArticleFilter(View.ALL))
        yield desktop


@pytest.fixture
def read(qtbot, desktop):
    """The article, read in its first edition, the pane left."""
    (article_id,) = desktop.article_list.ids()
    QTest.keyClick(desktop.window, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: desktop.store.article(article_id).read, timeout=3_000)
    desktop.navigation.close_article()
    return article_id


def published(qtbot, desktop, site, number):
    site.pages["/feed"] = edition(number)
    refreshed(qtbot, desktop, desktop.errands.refresh)


def row_of(desktop, article_id):
    return desktop.store.rows([article_id])[0]


def words(desktop):
    return desktop.changes.text.document().toPlainText().replace("\u00a0", " ").replace("\u202f", " ")


def marked(desktop):
    """The marked words by the ground they stand on."""
    made = desktop.changes.text.compared
    text = made.document.toPlainText()
    return [(span.what, text[span.position : span.position + span.length]) for span in made.writer.changes]


def updates(desktop):
    return [one for one in desktop.store.notifications() if one.kind is NotificationKind.UPDATED]


def test_an_update_is_seen_in_list_tray_pane_and_changes_and_a_counter_is_not(qtbot, desktop, site, read):
    published(qtbot, desktop, site, 2)
    row = row_of(desktop, read)
    assert (row.title, [badge.words for badge in badges(row)]) == ("Le tramway arrivera en 2028", ["Updated"])
    assert row.changed and row.read
    assert list(desktop.store.ids(ArticleFilter(View.UPDATED))) == [read]
    (told,) = updates(desktop)
    assert told.article_ids == (read,) and "words added" in told.text

    desktop.desk.toggle_tray()
    (line,) = [one for one in desktop.tray.rows() if one.notification.kind is NotificationKind.UPDATED]
    line.click()
    assert desktop.reading.currentWidget() is desktop.changes
    text = words(desktop)
    assert text.index("Le tramway") < text.index("réunion publique") < text.index("millions")
    assert text.count("réunion publique") == 1
    assert text.count("unchanged") == 2
    assert [what for what in marked(desktop) if "1" in what[1]] == [("diff_removed", "12"), ("diff_added", "17")]
    assert [(one.sign.value, one.whole) for one in desktop.changes.text.compared.writer.signed] == [
        ("+", True),
        ("±", False),
    ]
    assert desktop.changes.bar.count.text() == "1 of 2"
    after = row_of(desktop, read)
    assert not after.changed, "who has seen what changed has read the newest version"

    before = desktop.store.article(read)
    published(qtbot, desktop, site, 3)
    assert len(desktop.store.article(read).revisions) == len(before.revisions) == 2
    assert len(updates(desktop)) == 1 and not row_of(desktop, read).changed


def test_keys_go_from_change_to_change_open_the_folds_and_lead_back(qtbot, desktop, site, read):
    published(qtbot, desktop, site, 2)
    desktop.navigation.reveal(read)
    desktop.pane.view.verticalScrollBar().setValue(300)
    QTest.keyClick(desktop.window, Qt.Key.Key_C)
    view = desktop.changes
    assert desktop.reading.currentWidget() is view
    qtbot.waitUntil(view.text.hasFocus, timeout=2_000)
    QTest.keyClick(view.text, Qt.Key.Key_N)
    assert view.bar.count.text() == "2 of 2"
    assert 0 <= view.point_of(1).y() < view.text.viewport().height()
    assert "Removed: 12" in view.text.accessibleDescription() and "Added: 17" in view.text.accessibleDescription()
    QTest.keyClick(view.text, Qt.Key.Key_P)
    assert view.bar.count.text() == "1 of 2"
    QTest.keyClick(view.text, Qt.Key.Key_F8)
    assert view.bar.count.text() == "2 of 2"
    assert "numéro 5 du" not in words(desktop)
    QTest.keyClick(view.text, Qt.Key.Key_U)
    assert words(desktop).count("numéro 5 du") == 2 and "unchanged" not in words(desktop)
    QTest.keyClick(desktop.window, Qt.Key.Key_Escape)
    assert desktop.reading.currentWidget() is desktop.seat
    assert desktop.pane.view.verticalScrollBar().value() == 300


def test_a_fold_opens_by_its_link_and_stays_in_place(qtbot, desktop, site, read):
    published(qtbot, desktop, site, 2)
    desktop.navigation.reveal(read)
    QTest.keyClick(desktop.window, Qt.Key.Key_C)
    made = desktop.changes.text.compared
    assert len(made.decorator.bands) == 2
    desktop.changes.text.link_chosen.emit("encre:unfold-2")
    assert len(desktop.changes.text.compared.decorator.bands) == 1
    assert words(desktop).count("numéro 5 du") == 1


def test_reading_a_changed_article_again_marks_its_newest_version_and_can_be_undone(qtbot, desktop, site, read):
    published(qtbot, desktop, site, 2)
    assert row_of(desktop, read).changed
    desktop.navigation.open(read)
    qtbot.waitUntil(lambda: not row_of(desktop, read).changed, timeout=3_000)
    assert "See what changed" in desktop.pane.view.document().toPlainText()
    desktop.commands.undo()
    assert row_of(desktop, read).changed and row_of(desktop, read).read
    desktop.navigation.close_article()
    desktop.navigation.open(read)
    qtbot.waitUntil(lambda: not row_of(desktop, read).changed, timeout=3_000)
    QTest.keyClick(desktop.window, Qt.Key.Key_C)
    compared = desktop.changes.comparison()
    assert (compared.before, compared.after) == (1, 2), "from what was read, not from what is being read"


def test_an_article_of_one_version_says_so(qtbot, desktop, read):
    desktop.navigation.open(read)
    QTest.keyClick(desktop.window, Qt.Key.Key_C)
    assert desktop.notice.words() == "There is only one version of this article."
    assert desktop.reading.currentWidget() is desktop.seat


def test_the_grounds_are_the_themes_own_and_follow_it(qtbot, desktop, site, read, palettes):
    published(qtbot, desktop, site, 2)
    desktop.navigation.reveal(read)
    QTest.keyClick(desktop.window, Qt.Key.Key_C)
    for palette in palettes[:3]:
        desktop.dress(palette)
        picture = desktop.changes.text.viewport().grab().toImage()
        assert pixels(picture, palette.diff_added, near=3) > 2000
        assert pixels(picture, palette.diff_removed, near=3) > 50


def test_the_moment_of_reading_is_told_with_the_versions(qtbot, desktop, site, read):
    published(qtbot, desktop, site, 2)
    desktop.navigation.reveal(read)
    QTest.keyClick(desktop.window, Qt.Key.Key_C)
    bar = desktop.changes.bar
    assert [bar.before.itemText(0).split(" · ")[1:], bar.after.itemText(1).split(" · ")[1:]] == [
        ["last read", "first version"],
        ["marked update"],
    ]
    words = "Le rapport ajoute une phrase entière que personne n’avait lue auparavant dans cette salle."
    site.pages["/feed"] = site.pages["/feed"].replace(b"]]>", f"<p>{words}</p>]]>".encode())
    refreshed(qtbot, desktop, desktop.errands.refresh)
    qtbot.waitUntil(bar.slider.isVisible, timeout=3_000)
    qtbot.waitUntil(lambda: bar.told.text().startswith("Version 3 of 3"), timeout=3_000)
    assert str(datetime.now(UTC).astimezone().year) in bar.told.text()
    assert "14 word(s) added" in bar.told.text().replace("words", "word(s)") and bar.told.text().endswith("text added")
    QTest.keyClick(bar.slider, Qt.Key.Key_Left)
    compared = desktop.changes.comparison()
    assert (compared.before, compared.after) == (1, 2)
    QTest.keyClick(bar.slider, Qt.Key.Key_Right)
    bar.before.setCurrentIndex(1)
    bar.before.activated.emit(1)
    compared = desktop.changes.comparison()
    assert (compared.before, compared.after) == (2, 3)


def test_the_text_is_set_anew_for_another_width_and_its_signs_stay_beside_it(qtbot, desktop, site, read):
    published(qtbot, desktop, site, 2)
    desktop.navigation.reveal(read)
    QTest.keyClick(desktop.window, Qt.Key.Key_C)
    view = desktop.changes
    assert view.text.compared.width == view.text.column()
    for width in (600, 1500):
        desktop.window.resize(width, 800)
        qtbot.waitUntil(lambda: view.text.compared.width == view.text.column(), timeout=3_000)
        assert view.text.gutter.geometry().right() < view.text.viewport().geometry().left()
        assert view.bar.count.text() == "1 of 2"
    widths = [part.width() for part in (view.bar.before, view.bar.after)]
    assert min(widths) > 150


def test_an_article_of_two_feeds_is_drawn_once_and_marked_in_both(qtbot, desktop, site):
    body = CALM + FIGURE.format(12)
    site.pages["/other"] = rss("La Revue", [("elsewhere", "Le tramway arrivera en 2028", body)]).replace(
        b"<link>/a/elsewhere</link>", f"<link>{site.url}/a/tram</link>".encode()
    )
    refreshed(qtbot, desktop, lambda: desktop.errands.subscribe([f"{site.url}/other"]))
    desktop.navigation.go(ArticleFilter(View.ALL))
    (article_id,) = desktop.article_list.ids()
    (row,) = desktop.store.rows([article_id])
    others = row.also_in
    assert {row.feed, *others} == {"Le Journal", "La Revue"}
    desktop.navigation.open(article_id)
    assert f"also in {others[0]}" in desktop.pane.view.document().toPlainText()
    qtbot.waitUntil(lambda: desktop.store.totals().get(View.UNREAD, 0) == 0, timeout=3_000)
    assert [feed.unread for feed in desktop.store.feeds()] == [0, 0]
