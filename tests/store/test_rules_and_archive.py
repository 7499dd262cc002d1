"""Rules beside archive and deletion: each is a reason of its own to be out of the lists, and each is taken back alone."""

from itertools import permutations

import pytest

from reader.core.filters import ArticleFilter, View
from reader.core.rules import Net, RuleDraft
from tests.store.test_rules import finish, right, store, titles

__all__ = ["store"]


def deeds(store, one):
    return {
        "mute": lambda: store.save_rule(RuleDraft("x", Net(authors=("Zoé",)))),
        "archive": lambda: store.archive([one]),
        "delete": lambda: store.delete([one]),
        "read": lambda: store.mark([one], read=True),
        "star": lambda: store.mark([one], starred=True),
    }


@pytest.mark.parametrize("order", [*permutations(("mute", "archive", "delete")), ("star", "read", "mute"), ("mute", "archive", "star")], ids="-".join)  # fmt: skip
def test_in_whatever_order_things_are_done_they_are_undone_exactly(store, order):
    store.save_search("Mer", "mer")
    (one,) = store.ids(ArticleFilter(search="author:zoe"))
    seen = []
    for name in order:
        seen.append((titles(store), titles(store, view=View.MUTED), titles(store, view=View.ARCHIVE), store.totals()))
        assert deeds(store, one)[name]()
        finish(store)
        right(store)
    assert "2" not in titles(store)
    for before in reversed(seen):
        store.undo()
        finish(store)
        right(store)
        assert (
            titles(store),
            titles(store, view=View.MUTED),
            titles(store, view=View.ARCHIVE),
            store.totals(),
        ) == before


def test_what_is_muted_and_archived_is_in_both_views_and_deleted_in_none(store):
    (one,) = store.ids(ArticleFilter(search="author:zoe"))
    store.archive([one])
    store.save_rule(RuleDraft("x", Net(authors=("Zoé",))))
    assert titles(store, view=View.MUTED) == titles(store, view=View.ARCHIVE) == "2"
    store.delete([one])
    assert titles(store, view=View.MUTED) == titles(store, view=View.ARCHIVE) == titles(store, search="is:muted") == ""
    right(store)
