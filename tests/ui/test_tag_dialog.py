"""Tagging in the window: many articles at once, known tags found by their beginnings, new ones written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.ui.article_row.words import last_line
from reader.ui.dialogs.tags import TagDialog
from tests.ui.test_desktop import opened
from tests.ui.triage import ALL, NOW, fill


@pytest.fixture
def dialog(palette, shown):
    return shown(TagDialog([("later", 3), ("Été", 2), ("work", 1)], [("later", "work"), ("later",)], 2))


def states(dialog):
    return {line.text(): line.checkState() for line in dialog.lines()}


def test_ticks_say_who_has_a_tag(dialog):
    on, some, off = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked
    assert states(dialog) == {"later": on, "work": some, "Été": off}
    assert dialog.changes() == ([], [])


def test_writing_finds_a_tag_makes_one_and_untick_takes_it_away(dialog):
    QTest.keyClicks(dialog.field, "ete")
    assert [line.text() for line in dialog.lines() if not line.isHidden()] == ["Été"]
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.field, "new one")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    dialog.lines()[0].setCheckState(Qt.CheckState.Unchecked)
    QTest.keyClicks(dialog.field, "last")
    dialog.buttons.button(dialog.buttons.StandardButton.Ok).click()
    assert dialog.result() == TagDialog.DialogCode.Accepted
    assert dialog.changes() == (["Été", "new one", "last"], ["later"])


def test_tags_of_several_rows_are_put_on_and_undone(qtbot, qapp, palette, paths, monkeypatch):
    fill(paths, feeds=1)
    with opened(qapp, paths, offline=True) as desktop:
        desktop.first_start.leave()
        desktop.navigation.go(ALL)
        ids = list(desktop.store.ids(ALL))[:2]
        desktop.article_list.view.choose_again(ids, None)
        monkeypatch.setattr(TagDialog, "exec", lambda dialog: (dialog.field.setText("later"), dialog._finish()) and 1)
        desktop.commands.update()
        desktop.actions["tag"].trigger()
        rows = desktop.store.rows(list(desktop.store.ids(ALL)))
        assert [row.tags for row in rows] == [("later",), ("later",), (), ()]
        assert last_line(rows[0], NOW).endswith("later")
        desktop.actions["undo"].trigger()
        assert desktop.store.tags() == []
