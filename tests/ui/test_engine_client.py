"""The window's side of the pipe, with the real engine as a child process and a real server on loopback."""

import os
import signal

import pytest

from reader.core.filters import ArticleFilter
from reader.engine import protocol
from reader.store import SCHEMA_VERSION
from reader.ui.engine_client import EngineClient, engine_command
from tests.loopback import rss

pytestmark = pytest.mark.network


@pytest.fixture
def client(qtbot, paths, library):
    client = EngineClient(engine_command(paths.data, "en", offline=False), SCHEMA_VERSION)
    yield client
    client.stop()


def heard(client):
    messages = []
    client.received.connect(messages.append)
    return messages


def test_a_subscription_arrives_in_the_library(qtbot, client, library, site):
    site.pages["/feed"] = rss("Le Journal", [("b", "Second", "<p>Two</p>"), ("a", "First", "<p>One</p>")])
    messages = heard(client)
    with qtbot.waitSignal(client.received, timeout=20_000, check_params_cb=lambda m: isinstance(m, protocol.Finished)):
        client.send(protocol.Subscribe(f"{site.url}/feed"))
    titles = [row.title for row in library.rows(list(library.ids(ArticleFilter())))]
    assert titles == ["Second", "First"]
    assert [m.title for m in messages if isinstance(m, protocol.Subscribed)] == ["Le Journal"]


def test_a_dead_engine_starts_again_and_finishes_the_round(qtbot, client, library, site):
    site.pages["/feed"] = rss("Le Journal", [("a", "First", "<p>One</p>")])
    site.slow = 1.0
    library.add_feed(f"{site.url}/feed")
    client.send(protocol.Refresh(force=True))
    qtbot.waitUntil(lambda: len(site.asked) > 0, timeout=15_000)
    with qtbot.waitSignal(client.failed, timeout=10_000) as said:
        os.kill(client.process_id(), signal.SIGKILL)
    assert "Nothing is lost" in said.args[0]
    site.slow = 0.0
    qtbot.waitUntil(lambda: library.count(ArticleFilter()) == 1, timeout=20_000)
    qtbot.waitUntil(lambda: not client.refreshing, timeout=10_000)


def test_an_engine_of_another_version_is_not_used(qtbot, paths, library):
    client = EngineClient(engine_command(paths.data, "en", offline=True), SCHEMA_VERSION + 1)
    with qtbot.waitSignal(client.failed, timeout=15_000) as said:
        client.send(protocol.Welcome())
    assert "updated" in said.args[0]
    client.stop()
    assert library.count(ArticleFilter()) == 0


def test_an_engine_that_cannot_start_is_said_and_not_waited_for(qtbot, paths):
    client = EngineClient([str(paths.data / "no-such-program")], SCHEMA_VERSION)
    with qtbot.waitSignal(client.failed, timeout=5_000):
        client.send(protocol.Refresh())
    assert not client.refreshing
    client.stop()
