"""The dialog, the sidebar and the tray beside a real engine and a real site: what a new reader does first."""

from contextlib import closing
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reader.core.filters import ArticleFilter
from reader.engine import protocol
from reader.store import Store
from reader.ui.dialogs.add_feed import AddFeedDialog
from reader.ui.notification_tray import NotificationTray
from reader.ui.sidebar import Sidebar
from tests.engine.test_process import engine, heard, say
from tests.loopback import rss
from tests.ui.sample_sidebar import lines

pytestmark = [pytest.mark.network, pytest.mark.slow]
PAGE = (
    b'<html><head><link rel="alternate" type="application/rss+xml" title="Le Journal" href="/fil">'
    b'<link rel="alternate" type="application/rss+xml" title="Podcast" href="/podcast"></head><body>x</body></html>'
)


@pytest.fixture
def dialog(shown, palette):
    QGuiApplication.clipboard().clear()
    return shown(AddFeedDialog(["Presse"], palette))


def test_a_site_is_found_subscribed_and_seen_in_sidebar_and_tray(dialog, paths, site, shown, palette):
    items = [(name, f"Titre {name}", "Un texte.") for name in ("a", "b")]
    site.pages = {"/": PAGE, "/fil": rss("Le Journal", items), "/podcast": rss("Podcast", [("z", "Zéro", "x")])}
    with engine(paths) as child:
        heard(child, protocol.Hello)
        dialog.look_requested.connect(lambda url: say(child, protocol.Discover(url)))
        dialog.subscribe_requested.connect(lambda url, folder: say(child, protocol.Subscribe(url, folder)))
        QTest.keyClicks(dialog.field, site.url)
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        dialog.show_found(heard(child, protocol.Found)[-1])
        assert [card.title for card in dialog.cards()] == ["Le Journal", "Podcast"]
        assert set(dialog.cards()[0].headlines) == {"Titre a", "Titre b"}
        dialog.folder.setCurrentText("Presse")
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        dialog.show_subscribed(heard(child, protocol.Subscribed)[-1])
        assert not dialog.isVisible()
        heard(child, protocol.Finished)
    with closing(Store.open(paths)) as library:
        sidebar = shown(Sidebar())
        sidebar.dress(palette)
        sidebar.resize(232, 600)
        sidebar.show_feeds(library.feeds(), library.totals(), paths.data)
        assert lines(sidebar)[-2:] == ["Presse 2", "  Le Journal 2"]
        assert library.count(ArticleFilter(folder="Presse")) == 2
        window = shown(QWidget())
        tray = NotificationTray(window)
        tray.dress(palette)
        tray.show_notifications(library.notifications(), datetime.now(UTC))
        tray.open()
        assert [(row.words.lead, set(row.words.lines)) for row in tray.rows()] == [
            ("2 nouveaux articles", {"Titre a", "Titre b"})
        ]


def test_a_page_that_is_not_there_is_a_sentence_in_the_dialog(dialog, paths, site):
    site.pages = {"/vide": b"<html><body><p>Rien</p></body></html>"}
    with engine(paths) as child:
        heard(child, protocol.Hello)
        dialog.look_requested.connect(lambda url: say(child, protocol.Discover(url)))
        for path in ("/absente", "/vide"):
            dialog.field.setText(site.url + path)
            QTest.keyClick(dialog.field, Qt.Key.Key_Return)
            failed = heard(child, protocol.Failed)[-1]
            dialog.show_failed(failed)
            assert dialog.sentence.text() == failed.en != ""
            assert dialog.sentence.property("role") == "error"
            assert dialog.cards() == [] and dialog.deed.isEnabled()
