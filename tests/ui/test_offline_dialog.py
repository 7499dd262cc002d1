"""Prepare for offline, with the real engine: what is missing and why, and fetching it once the site has it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.engine import protocol
from reader.ui.dialogs.offline import OfflineDialog
from tests.loopback import picture, rss
from tests.ui.whole_window import refreshed

pytestmark = pytest.mark.network


@pytest.fixture
def lacking(qtbot, desktop, site):
    body = f"<p>{'Words. ' * 80}</p><img src='{site.url}/lost.png' alt='A lamp'>"
    site.pages["/feed"] = rss("Le Journal", [("a", "With a picture", body)])
    site.pages["/lost.png"] = 404
    refreshed(qtbot, desktop, lambda: desktop.errands.subscribe([f"{site.url}/feed"]))
    desktop.first_start.leave()
    return desktop


def shown(desktop):
    dialog = OfflineDialog(desktop.preferences.palette, desktop.window)
    store = desktop.store
    dialog.show_missing(store.offline_summary(), store.offline_estimate(), store.missing(), fetching=False)
    return dialog


def test_what_is_missing_is_listed_with_its_reason(qtbot, lacking):
    dialog = shown(lacking)
    assert dialog.sentence.text().startswith("0 of 1 articles can be read with no network (0 %).")
    line = dialog.lines.topLevelItem(0)
    assert (line.text(0), line.text(1)) == ("With a picture", "picture")
    assert "404" in line.text(2)
    assert dialog.deed.text() == "Fetch what is missing"


def test_it_is_fetched_once_the_site_has_it(qtbot, lacking, site):
    site.pages["/lost.png"] = picture()
    dialog = shown(lacking)
    dialog.fetch_requested.connect(lacking.errands.fetch_missing)
    refreshed(qtbot, lacking, lambda: QTest.mouseClick(dialog.deed, Qt.MouseButton.LeftButton))
    store = lacking.store
    dialog.show_ended()
    dialog.show_missing(store.offline_summary(), store.offline_estimate(), store.missing(), fetching=False)
    assert dialog.sentence.text() == "1 of 1 articles can be read with no network (100 %)."
    assert dialog.lines.topLevelItemCount() == 0
    assert not dialog.deed.isEnabled()


def test_the_round_can_be_paused(qtbot, lacking):
    dialog = shown(lacking)
    dialog.show_fetching(protocol.Fetching("pictures", 3, 12, "Le Journal"))
    assert dialog.stage.text() == "3 / 12 · Le Journal"
    with qtbot.waitSignal(dialog.pause_requested, timeout=1_000):
        QTest.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)


def test_a_line_leads_to_its_article(qtbot, lacking):
    dialog = shown(lacking)
    with qtbot.waitSignal(dialog.article_requested, timeout=1_000) as asked:
        dialog.lines.itemActivated.emit(dialog.lines.topLevelItem(0), 0)
    assert lacking.store.article(asked.args[0]).title == "With a picture"
