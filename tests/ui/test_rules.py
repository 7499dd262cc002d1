"""Rules in the window: written with a live preview, made from an article, seen in the sidebar, undone."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from reader.core.entities import ChangeKind, ParsedEntry
from reader.core.errors import UsageError
from reader.core.filters import ArticleFilter, View
from reader.core.plans import ArticlePlan
from reader.core.rules import Deed, Net, Preview, RuleDraft
from reader.ui.dialogs.activity import Activity
from reader.ui.dialogs.rules import RulesDialog, Sources
from reader.ui.sidebar.tree import walk
from tests.ui.test_desktop import opened
from tests.ui.triage import NOW, fill, titles


@pytest.fixture
def desktop(qtbot, qapp, palette, paths):
    """Two feeds of four articles each: odd ones tell of a lighthouse, even ones of a train."""
    fill(paths)
    with opened(qapp, paths, offline=True) as desktop:
        desktop.first_start.leave()
        desktop.navigation.go(ArticleFilter())
        yield desktop


@pytest.fixture
def sources(desktop):
    store = desktop.store
    feeds = {int(feed.id): feed.title for feed in store.feeds()}
    return Sources(store.preview_rule, store.rows, feeds, ["Law", "Sea"])


@pytest.fixture
def dialog(sources, palette, shown):
    dialog = shown(RulesDialog(sources, palette))
    dialog.saved_ones = []
    dialog.saved.connect(lambda draft, one: dialog.saved_ones.append((draft, one)))
    return dialog


def previewed(qtbot, editor):
    qtbot.waitUntil(lambda: not editor.preview.running)
    return [row.title for row in editor.preview.model.rows]


def views(desktop):
    return [(node.title or node.view.value, node.count) for node in walk(desktop.sidebar.tree.tree.root) if node.view]


def inside(desktop, deed, act):
    """Do something in the modal dialog that `act` opens."""
    QTimer.singleShot(0, lambda: deed(QApplication.activeModalWidget()))
    act()


def test_each_key_shows_what_the_rule_would_catch(qtbot, dialog):
    dialog.show_rules([], 0)
    QTest.mouseClick(dialog.list._empty._button, Qt.MouseButton.LeftButton)
    editor = dialog.editor
    assert not editor.save.isEnabled() and previewed(qtbot, editor) == []
    assert editor.fields.words.hasFocus()
    QTest.keyClicks(editor.fields.words, "light")
    assert previewed(qtbot, editor) == [] and editor.preview.heading.text().startswith("0 ")
    QTest.keyClicks(editor.fields.words, "house")
    assert previewed(qtbot, editor) == ["Beta 1", "Alpha 1", "Beta 3", "Alpha 3"]
    assert editor.preview.heading.text().startswith("4 ") and editor.preview.note.text() == "of all 8 articles"
    QTest.keyClicks(editor.fields.without, "beta")
    assert previewed(qtbot, editor) == ["Alpha 1", "Alpha 3"]
    editor.fields.where.setCurrentIndex(1)
    assert previewed(qtbot, editor) == []
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert [(draft.name, draft.net, draft.deed, draft.until, one) for draft, one in dialog.saved_ones] == [
        ("lighthouse", Net(words=("lighthouse",), without=("beta",), title_only=True), Deed.HIDE, None, None)
    ]
    assert dialog.editor is None


def test_enter_saves_also_where_the_editor_was_there_before_the_dialog(qtbot, sources, palette):
    dialog, saved = RulesDialog(sources, palette), []
    qtbot.addWidget(dialog)
    dialog.saved.connect(lambda draft, one: saved.append(draft.net))
    dialog.edit(RuleDraft("", Net(words=("lighthouse",))), straight=True)
    dialog.show()
    qtbot.waitExposed(dialog)
    save, words = dialog.editor.save, dialog.editor.fields.words
    assert save.width() >= save.fontMetrics().horizontalAdvance(save.text()) + 28, "its word has room"
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert saved == [Net(words=("lighthouse",))] and not dialog.isVisible()


def test_a_wrong_expression_is_said_and_cannot_be_saved(qtbot, dialog):
    dialog.edit(RuleDraft("", Net(expression="(lighthouse")))
    editor = dialog.editor
    assert editor.fields.expression.hasFocus()
    assert "character" in editor.preview.note.text() and not editor.save.isEnabled()
    assert editor.preview.note.property("role") == "error"
    editor.fields.expression.setText("light(house|ship)")
    assert len(previewed(qtbot, editor)) == 4 and editor.save.isEnabled()
    assert editor.preview.note.property("role") == "secondary"


def test_an_expression_that_takes_too_long_is_said(qtbot, desktop, dialog):
    plans = [
        ArticlePlan(
            ParsedEntry(guid=f"z{n}", title=f"Z {n}", markdown="a" * 5000, published=NOW),
            ChangeKind.FIRST,
            f"z{n}",
            9,
            2,
        )
        for n in range(5)
    ]
    desktop.store.apply(1, plans, NOW)
    dialog.edit(RuleDraft("", Net(expression="(a+a+)+b")))
    qtbot.waitUntil(lambda: not dialog.editor.preview.running)
    assert "too long" in dialog.editor.preview.note.text() and not dialog.editor.save.isEnabled()


def test_a_large_library_is_looked_at_slice_by_slice_and_a_new_key_begins_anew(qtbot, sources, palette, shown):
    asked = []

    def look(net, below, limit):
        asked.append((net.words, below, limit))
        looked = (below[1] if below else 0) + limit
        return Preview((), limit, (0, looked))

    dialog = shown(RulesDialog(Sources(look, sources.rows, {}, []), palette))
    dialog.edit(RuleDraft("", Net(words=("one",))))
    preview = dialog.editor.preview
    assert preview.running and "…" in preview.note.text()
    QTest.keyClicks(dialog.editor.fields.words, "two")
    assert asked[-1][:2] == (("two",), None)
    qtbot.waitUntil(lambda: not preview.running)
    assert preview.looked == 5_000 and preview.note.text().startswith("of the last 5")
    assert sum(limit for words, _, limit in asked if words == ("two",)) == 5_000
    dialog.edit(RuleDraft("", Net(words=("three",))))
    dialog.close()
    before = len(asked)
    qtbot.wait(50)
    assert len(asked) == before, "a closed dialog looks no further"


def test_feeds_are_ticked_and_found(qtbot, dialog):
    dialog.edit(RuleDraft("", Net(words=("lighthouse",), feeds=(99,))))
    picker = dialog.editor.fields.feeds
    assert picker.text() == "A feed that was left" and previewed(qtbot, dialog.editor) == []
    QTest.keyClicks(picker.field, "bet")
    assert [line.text() for line in picker.lines() if not line.isHidden()] == ["Beta"]
    beta = next(line for line in picker.lines() if line.text() == "Beta")
    picker.list.itemActivated.emit(beta)
    assert picker.chosen() == (2, 99)
    assert previewed(qtbot, dialog.editor) == ["Beta 1", "Beta 3"]


def test_how_long_a_rule_lasts(dialog):
    now = datetime.now(UTC)
    dialog.edit(RuleDraft("", Net(words=("x",))))
    until = dialog.editor.fields.until
    assert until.until(now) is None and not until.date.isVisible()
    for place, days in ((1, 1), (2, 7), (3, 30)):
        until.choice.setCurrentIndex(place)
        assert until.until(now) == now + timedelta(days=days)
    until.choice.setCurrentIndex(4)
    assert until.date.isVisible()
    until.date.setDate(QDate.currentDate().addDays(3))
    end = until.until(now).astimezone()
    assert (end.hour, end.minute, (end.date() - now.astimezone().date()).days) == (0, 0, 4)
    held = now + timedelta(days=2, hours=3)
    dialog.edit(RuleDraft("", Net(words=("x",)), until=held))
    assert dialog.editor.fields.until.until(now) == held, "what nobody touched stays to the minute"


def test_a_list_says_what_each_rule_is_and_has_done(desktop, dialog):
    store = desktop.store
    store.save_rule(RuleDraft("Lights", Net(words=("lighthouse", "beacon"), feeds=(1,))))
    store.save_rule(RuleDraft("Old", Net(authors=("Zoé",)), Deed.READ, datetime.now(UTC)))
    store.end_rules(datetime.now(UTC))
    slow, _ = store.save_rule(RuleDraft("Slow", Net(expression="x")))
    store._database.execute_sql("UPDATE rule SET enabled = 0, trouble = 'slow' WHERE id = ?", (slow,))
    off, _ = store.save_rule(RuleDraft("Off", Net(sections=("Law",))))
    store.switch_rule(off, False)
    dialog.show_rules(store.rules(), 2)
    rows = {row.rule.name: row for row in dialog.list.rows}
    assert list(rows) == ["Off", "Slow", "Old", "Lights"]
    assert rows["Lights"].state_words().startswith("Hide from the lists  ·  2 ")
    assert "ended on" in rows["Old"].state_words() and not rows["Old"].switch.isEnabled()
    assert "too long" in rows["Slow"].state_words() and rows["Slow"].switch.isEnabled()
    assert rows["Off"].state_words().startswith("Off") and not rows["Off"].switch.isChecked()
    assert rows["Lights"].switch.isChecked() and dialog.list.muted.isVisible()
    for row in rows.values():
        for control in (row.switch, row.edit, row.remove):
            assert row.rule.name in QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
    assert dialog.list.show_words("beacon") == 1 and dialog.list.show_words("") == 4


def test_the_keyboard_stays_in_the_list_while_its_numbers_change(desktop, dialog):
    for name in "abc":
        desktop.store.save_rule(RuleDraft(name, Net(words=(name,))))
    dialog.show_rules(desktop.store.rules(), 0)
    dialog.list.rows[1].remove.setFocus()
    desktop.store.remove_rule(desktop.store.rules()[1].id)
    dialog.show_rules(desktop.store.rules(), 0)
    assert dialog.list.rows[1].remove.hasFocus() and [row.rule.name for row in dialog.list.rows] == ["c", "a"]


def save_one(dialog):
    QTest.keyClicks(dialog.editor.fields.words, "lighthouse")
    QTest.mouseClick(dialog.editor.save, Qt.MouseButton.LeftButton)
    dialog.accept()


def test_a_rule_made_in_the_dialog_hides_counts_and_is_undone(qtbot, desktop):
    assert "muted" not in [name for name, _ in views(desktop)]

    def make(dialog):
        dialog.list.new_requested.emit()
        save_one(dialog)

    inside(desktop, make, desktop.actions["rules"].trigger)
    assert titles(desktop) == ["Beta 0", "Alpha 0", "Beta 2", "Alpha 2"]
    numbers = dict(views(desktop))
    assert (numbers["all"], numbers["unread"], numbers["muted"]) == (4, 4, 4)
    assert "lighthouse" in desktop.notice.accessibleName() or "lighthouse" in desktop.notice._words.text()
    desktop.navigation.go(ArticleFilter(View.MUTED))
    assert titles(desktop) == ["Beta 1", "Alpha 1", "Beta 3", "Alpha 3"]
    assert "Muted" in desktop.window.windowTitle()
    desktop.actions["undo"].trigger()
    assert titles(desktop) == [] and desktop.store.rules() == []
    desktop.navigation.go(ArticleFilter())
    desktop.signs.show_feeds()
    assert len(titles(desktop)) == 8 and "muted" not in [name for name, _ in views(desktop)]
    dialog = Activity(desktop.preferences.palette, desktop.window)
    dialog.show_entries(desktop.store.journal(), datetime.now(UTC))
    assert "rule" in dialog.rows()[0].words() and "4" in dialog.rows()[0].words()
    dialog.deleteLater()


def menu_lines(desktop):
    menu = QMenu()
    desktop.rules.fill_menu(menu)
    return menu, [action.text() for action in menu.actions() if action.text()]


def test_an_article_s_menu_makes_rules_of_it(qtbot, desktop):
    entry = ParsedEntry(
        guid="x", title="Law & order", markdown="Text.", author="Zoé, Jean", section="Law & Peace", published=NOW
    )
    desktop.library.tell(desktop.store.apply(1, [ArticlePlan(entry, ChangeKind.FIRST, "x", 9, 2)], NOW), now=True)
    desktop.navigation.open(desktop.store.ids(ArticleFilter(search="law"))[0])
    menu, lines = menu_lines(desktop)
    assert lines == ["What Zoé, Jean writes…", "The section “Law && Peace” of this feed…", "Words in “Alpha”…"]
    seen = []

    def look(dialog):
        seen.append((dialog.editor.fields.net(), previewed(qtbot, dialog.editor)))
        dialog.editor.cancel.click()

    for action in menu.actions():
        inside(desktop, look, action.trigger)
    assert seen[0] == (Net(authors=("Zoé Jean",)), ["Law & order"])
    assert seen[1] == (Net(sections=("Law & Peace",), feeds=(1,)), ["Law & order"])
    assert seen[2][0] == Net(feeds=(1,)) and len(seen[2][1]) == 5
    inside(desktop, look, desktop.actions["mute"].trigger)
    assert seen[3] == (Net(words=("Law & order",), title_only=True), ["Law & order"])
    assert desktop.store.rules() == []
    menu.deleteLater()


def test_the_menu_of_a_muted_article_leads_to_the_rule_that_hides_it(qtbot, desktop):
    desktop.library.save_rule(RuleDraft("Lights", Net(words=("lighthouse",))))
    desktop.navigation.go(ArticleFilter(View.MUTED))
    desktop.navigation.open(desktop.article_list.ids()[0])
    menu, lines = menu_lines(desktop)
    assert lines[-1] == "Hidden by “Lights”: change this rule…"

    def change(dialog):
        assert dialog.editor.rule_id == desktop.store.rules()[0].id
        dialog.editor.fields.words.setText("train")
        dialog.editor.save.click()

    inside(desktop, change, menu.actions()[-1].trigger)
    desktop.navigation.go(ArticleFilter())
    assert titles(desktop) == ["Beta 1", "Alpha 1", "Beta 3", "Alpha 3"] and len(desktop.store.rules()) == 1
    menu.deleteLater()


def test_words_chosen_in_the_text_become_a_rule(qtbot, desktop):
    desktop.navigation.open(desktop.article_list.ids()[0])
    desktop.pane.select_all()
    seen = []

    def look(dialog):
        seen.append(dialog.editor.fields.net())
        dialog.editor.cancel.click()

    inside(desktop, look, lambda: desktop.pane.mute_requested.emit("of a, train; "))
    assert seen == [Net(words=("of a train",))]


def test_the_engine_finishes_a_run_that_the_window_began(qtbot, desktop, monkeypatch):
    from reader.store import rule_deeds

    monkeypatch.setattr(rule_deeds, "_AT_ONCE", 1)
    desktop.rules.begin()
    desktop.library.save_rule(RuleDraft("Lights", Net(words=("lighthouse",))))
    qtbot.waitUntil(lambda: not desktop.store.rules_pending(), timeout=20_000)
    qtbot.waitUntil(lambda: titles(desktop) == ["Beta 0", "Alpha 0", "Beta 2", "Alpha 2"], timeout=5_000)
    qtbot.waitUntil(lambda: not desktop.rules._asked)
    desktop.library.save_rule(RuleDraft("Trains", Net(words=("train",))))
    qtbot.waitUntil(lambda: titles(desktop) == [], timeout=20_000)


def test_a_rule_whose_time_is_over_ends_while_the_window_is_open_and_says_so(qtbot, desktop):
    desktop.library.save_rule(RuleDraft("Lights", Net(words=("lighthouse",)), until=datetime.now(UTC)))
    assert len(titles(desktop)) == 4
    desktop.rules.look_at_the_clock()
    assert len(titles(desktop)) == 8 and "Lights" in desktop.notice._words.text()


def test_the_settings_have_a_page_of_rules(qtbot, desktop):
    dialog = desktop.desk.settings_dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    page = dialog.pages["rules"]
    desktop.library.save_rule(RuleDraft("Lights", Net(words=("lighthouse",))))
    assert [row.rule.name for row in page.rows] == ["Lights"]
    page.rows[0].switch.click()
    assert len(titles(desktop)) == 8 and not desktop.store.rules()[0].enabled
    page.rows[0].remove.click()
    assert page.rows == [] and desktop.store.rules() == []
    dialog.search.setText("rules")
    assert page.isVisible()
    dialog.close()
    desktop.library.save_rule(RuleDraft("Later", Net(words=("lighthouse",))))


def test_a_muted_list_with_nothing_in_it_has_words(desktop):
    from reader.ui.article_list.empty_words import empty_words

    assert empty_words(ArticleFilter(View.MUTED), None).heading == "Nothing is muted"


def test_no_library_of_a_newer_encre_is_written(desktop):
    desktop.store.read_only = True
    desktop.navigation.open(desktop.article_list.ids()[0])
    _, lines = menu_lines(desktop)
    assert lines == []
    with pytest.raises(UsageError):
        desktop.store.preview_rule(Net(expression="("))
