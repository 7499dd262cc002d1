"""Rules in a real round: what they hide brings no notice and no number; a kill in the middle of a run loses nothing."""

import json
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta

import pytest

from reader.core.entities import ChangeKind, ParsedEntry
from reader.core.filters import ArticleFilter, View
from reader.core.plans import ArticlePlan
from reader.core.rules import Deed, Net, RuleDraft
from reader.engine import protocol
from reader.engine.refresh import RefreshOptions, refresh
from reader.engine.ruling import run_rules
from reader.paths import ROOT
from tests.engine.test_process import engine, heard, say
from tests.loopback import rss

pytestmark = pytest.mark.network


def round_of(library, paths):
    events = []
    return refresh(library, paths, RefreshOptions(force=True, language="fr"), events.append), events


def titles(library, **wanted):
    return [row.title for row in library.rows(library.ids(ArticleFilter(**wanted)))]


def test_a_round_announces_and_counts_only_what_no_rule_hides(library, paths, site):
    site.pages["/fil"] = rss("J", [("b", "Le phare", "b"), ("a", "Un", "a")])
    library.add_feed(f"{site.url}/fil")
    library.save_rule(RuleDraft("x", Net(words=("phare",))))
    summary, events = round_of(library, paths)
    assert summary.new == 1 and titles(library) == ["Un"] and titles(library, view=View.MUTED) == ["Le phare"]
    assert [notice.text for notice in library.notifications()] == ["Nouvel article : Un"]
    assert library.feeds()[0].unread == 1
    assert any(isinstance(event, protocol.Changed) and len(event.new) == 2 for event in events)
    site.pages["/fil"] = rss("J", [("c", "Un phare encore", "c"), ("b", "Le phare", "b"), ("a", "Un", "a")])
    assert round_of(library, paths)[0].new == 0 and len(library.notifications()) == 1


def test_a_change_of_a_muted_article_is_no_news(library, paths, site):
    text = "Le gardien du phare a quitté la pointe hier soir, après quarante ans de service. "
    site.pages["/fil"] = rss("J", [("a", "Le phare", text)])
    library.add_feed(f"{site.url}/fil")
    round_of(library, paths)
    library.mark(library.ids(ArticleFilter()), read=True, starred=True)
    library.mark_notifications_seen()
    library.save_rule(RuleDraft("x", Net(words=("phare",))))
    site.pages["/fil"] = rss("J", [("a", "Le phare", text + "Un autre gardien arrive demain avec sa famille. " * 6)])
    summary, _ = round_of(library, paths)
    assert summary.updated == 1 and library.unseen_notifications() == 0
    assert library.article(library.ids(ArticleFilter(View.MUTED))[0]).revision == 2


def test_a_round_ends_what_is_over_before_it_asks_the_feeds(library, paths, site):
    site.pages["/fil"] = rss("J", [("a", "Le phare", "a")])
    library.add_feed(f"{site.url}/fil")
    library.save_rule(RuleDraft("x", Net(words=("phare",)), until=datetime.now(UTC) - timedelta(seconds=1)))
    round_of(library, paths)
    assert titles(library) == ["Le phare"] and library.rules()[0].ended and library.unseen_notifications() == 1


def fill(library, count):
    feed_id, _ = library.add_feed("https://a.example/", title="A")
    now = datetime.now(UTC)
    for start in range(0, count, 20):
        plans = []
        for number in range(start, start + 20):
            words = f"Le {'phare' if number % 2 else 'train'} numéro {number}. " + "Des mots, encore des mots. " * 80
            entry = ParsedEntry(guid=f"g{number}", title=f"T{number}", markdown=words, published=now)
            plans.append(ArticlePlan(entry, ChangeKind.FIRST, str(number), 9, 2))
        library.apply(feed_id, plans, now)


def test_the_engine_runs_a_new_rule_over_the_library_and_tells(library, paths):
    fill(library, 700)
    library.save_rule(RuleDraft("x", Net(words=("phare",))))
    assert library.rules_pending() and library.rules()[0].caught == 150
    with engine(paths) as child:
        heard(child, protocol.Hello)
        say(child, protocol.RunRules())
        assert heard(child, protocol.Changed)[-1].counts
        while library.rules_pending():
            time.sleep(0.02)
    assert library.rules()[0].caught == 350 and library.totals()[View.MUTED] == 350
    assert library.totals()[View.ALL] == len(library.ids(ArticleFilter())) == 350
    assert [(one.kind, one.count) for one in library.journal()] == [("save-rule", 350)]


def test_a_run_that_is_killed_goes_on_where_it_was(library, paths):
    fill(library, 1500)
    library.save_rule(RuleDraft("x", Net(words=("phare",)), Deed.READ))
    for _ in range(12):
        with engine(paths) as child:
            heard(child, protocol.Hello)
            left = library.rules()[0].left
            say(child, protocol.RunRules())
            while library.rules_pending() and library.rules()[0].left == left:
                time.sleep(0.001)
            child.send_signal(signal.SIGKILL)
        if not library.rules_pending():
            break
    run_rules(library, lambda _: None)
    assert library.rules()[0].caught == 750 and library.totals()[View.UNREAD] == 750
    library.undo()
    assert library.totals()[View.UNREAD] == 1500 and library.check() == []


def test_a_cancelled_run_waits_for_the_next(library, paths):
    fill(library, 700)
    library.save_rule(RuleDraft("x", Net(words=("phare",))))
    run_rules(library, lambda _: None, lambda: True)
    assert library.rules_pending()
    run_rules(library, lambda _: None)
    assert not library.rules_pending()


def test_the_command_line_s_lists_leave_out_what_is_muted(library, paths):
    fill(library, 20)
    library.save_rule(RuleDraft("x", Net(words=("phare",))))
    command = [sys.executable, str(ROOT / "main.py"), "--data-dir", str(paths.data)]
    for words, count in (
        (("list", "--view", "unread"), 10),
        (("list", "--view", "muted"), 10),
        (("search", "phare"), 0),
    ):
        done = subprocess.run([*command, *words, "--json", "--limit", "50"], capture_output=True, check=True)
        assert len(json.loads(done.stdout)) == count, words
    assert b"save-rule" in subprocess.run([*command, "undo", "--list", "--json"], capture_output=True).stdout
    assert subprocess.run([*command, "undo"], capture_output=True).returncode == 0
    assert library.totals()[View.MUTED] == 0
