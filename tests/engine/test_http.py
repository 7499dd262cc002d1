"""The client's manners, on real sockets."""

import asyncio
import contextlib
import gzip
import socket
import zlib

import brotli
import pytest

from reader.core.entities import Validators
from reader.core.errors import FetchError
from reader.engine.http import HttpClient, Refused, user_agent
from reader.engine.http.refusals import max_age_of, wait_of
from reader.engine.http.unpacking import unpacker, zstd
from reader.engine.schedule import after_failure, when_unchanged
from tests.store.test_store import NOW

pytestmark = pytest.mark.network
TEXT = b"Le phare, la mer, le vent. " * 500


def run(work, **options):
    async def go():
        async with HttpClient(**options) as client:
            return await work(client)

    return asyncio.run(go())


def at_home(site):
    return {"trusted": {"127.0.0.1"}}


PACKED = {
    "gzip": gzip.compress(TEXT),
    "deflate": zlib.compress(TEXT),
    "br": brotli.compress(TEXT),
    "zstd": zstd.compress(TEXT),
}


@pytest.mark.parametrize("name", PACKED)
def test_every_compression_that_is_offered_is_read(site, name):
    site.pages["/a"] = (PACKED[name], {"X": name})

    class Raw(dict):
        """Headers that the site does not act upon itself."""

    site.pages["/a"] = lambda headers: (PACKED[name], {"content-encoding": name})
    answer = run(lambda client: client.get(f"{site.url}/a"), **at_home(site))
    assert answer.body == TEXT
    assert name in site.asked[0][1]["Accept-Encoding"]


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:])),
        ("gzip", gzip.compress(TEXT) + b"\0" * 20),
        ("deflate", zlib.compress(TEXT)[2:-4]),
        ("zstd", zstd.compress(TEXT[:100]) + zstd.compress(TEXT[100:])),
        ("gzip, br", brotli.compress(gzip.compress(TEXT))),
        ("identity", TEXT),
    ],
    # Not the bodies: gzip writes the second of its making into them, and workers must name the tests alike.
    ids=["two members", "padded", "raw deflate", "two frames", "twice", "plain"],
)
def test_bodies_as_servers_really_send_them(encoding, body):
    for size in (7, 4096, 10**9):
        unpack = unpacker(encoding)
        pieces = [body[start : start + size] for start in range(0, len(body), size)]
        assert b"".join(plain for piece in pieces for plain in unpack.feed(piece)) == TEXT


@pytest.mark.parametrize("name", PACKED)
def test_a_bomb_comes_out_in_small_pieces(name):
    zeros = b"\0" * 80_000_000
    packed = {"gzip": gzip.compress, "deflate": zlib.compress, "br": lambda b: brotli.compress(b, quality=1)}
    bomb = packed.get(name, zstd.compress)(zeros)
    assert len(bomb) < 100_000
    pieces = unpacker(name).feed(bomb)
    assert max(len(next(pieces)) for _ in range(20)) < 2_000_000


@pytest.mark.parametrize("name", PACKED)
def test_a_bomb_over_the_wire_is_one_sentence(site, name):
    packed = {"gzip": gzip.compress, "deflate": zlib.compress, "br": lambda b: brotli.compress(b, quality=1)}
    bomb = packed.get(name, zstd.compress)(b" " * 11_000_000)
    site.pages["/a"] = lambda headers: (bomb, {"content-encoding": name})
    with pytest.raises(FetchError, match="larger than 10 MB"):
        run(lambda client: client.get(f"{site.url}/a"), **at_home(site))


def test_a_damaged_body_is_one_sentence(site):
    site.pages["/a"] = lambda headers: (b"no gzip at all", {"content-encoding": "gzip"})
    with pytest.raises(FetchError, match="damaged"):
        run(lambda client: client.get(f"{site.url}/a"), **at_home(site))


def test_validators_go_back_verbatim_and_stay_when_a_304_has_none(site):
    held = Validators('W/"étrange  #1"'.encode("latin-1").decode("latin-1"), "Wed, 18 Nov 2026 9:00:00 GMT")
    site.pages["/a"] = lambda headers: (304, {})
    answer = run(lambda client: client.get(f"{site.url}/a", validators=held), **at_home(site))
    headers = site.asked[0][1]
    assert headers["If-Modified-Since"] == "Wed, 18 Nov 2026 9:00:00 GMT"
    assert (answer.not_modified, answer.validators) == (True, held)


def test_only_permanent_hops_move_a_feed(site):
    site.pages = {
        "/1": (301, {"Location": "/2"}),
        "/2": (308, {"Location": "/fin"}),
        "/3": (301, {"Location": "/4"}),
        "/4": (302, {"Location": "/fin"}),
        "/fin": b"x",
    }

    async def work(client):
        return [await client.get(f"{site.url}{path}") for path in ("/1", "/3", "/fin")]

    moved, lent, straight = run(work, **at_home(site))
    assert (moved.moved_to, lent.moved_to, straight.moved_to) == (f"{site.url}/fin", None, None)
    assert lent.url == f"{site.url}/fin"


def test_a_host_that_says_too_many_is_left_alone_for_the_rest_of_the_round(site):
    site.pages = {"/a": (429, {"Retry-After": "3600"}), "/b": b"x"}

    async def work(client):
        errors = []
        for path in ("/a", "/b"):
            try:
                await client.get(f"{site.url}{path}")
            except Refused as error:
                errors.append(error)
        return errors

    first, second = run(work, **at_home(site))
    assert [path for path, _ in site.asked] == ["/a"]
    assert (first.status, second.status) == (429, 429)
    assert 3500 < second.retry_after.total_seconds() <= 3600


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f.1:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
    ],
)
def test_this_machine_is_refused_however_it_is_written(site, address):
    site.pages["/"] = b"secret"
    with pytest.raises(FetchError):
        run(lambda client: client.get(address.format(port=site.server_port), kind="picture"))
    assert site.asked == []


def test_only_the_feed_that_lives_there_may_name_a_host_at_home(site):
    site.pages["/p"] = b"x"

    async def work(client):
        url = f"http://localhost:{site.server_port}/p"
        # The connection that the first request leaves open must not serve the second.
        await client.get(url, kind="picture", trusted={"localhost"})
        with pytest.raises(FetchError, match="private network"):
            await client.get(url, kind="picture", trusted={"exemple.org"})

    run(work)
    assert len(site.asked) == 1


def test_localhost_is_this_machine_where_no_hosts_file_says_so(site, monkeypatch):
    site.pages["/p"] = b"x"
    asked = socket.getaddrinfo

    def without_hosts_file(host, *rest, **options):
        if host == "localhost":
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return asked(host, *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", without_hosts_file)
    url = f"http://localhost:{site.server_port}/p"
    assert run(lambda client: client.get(url, kind="picture", trusted={"localhost"})).body == b"x"
    with pytest.raises(FetchError, match="private network"):
        run(lambda client: client.get(url, kind="picture"))


def test_a_redirect_to_a_private_address_is_refused(site):
    site.pages["/a"] = (301, {"Location": f"http://localhost:{site.server_port}/secret"})
    with pytest.raises(FetchError, match="private network"):
        run(lambda client: client.get(f"{site.url}/a"), **at_home(site))
    assert [path for path, _ in site.asked] == ["/a"]


def test_the_system_s_proxy_is_used_be_it_on_this_machine(site, monkeypatch):
    monkeypatch.setenv("http_proxy", f"http://localhost:{site.server_port}")
    site.pages["http://exemple.org/fil"] = b"through the proxy"
    answer = run(lambda client: client.get("http://exemple.org/fil"))
    assert answer.body == b"through the proxy"


def test_a_proxy_s_name_and_password_are_sent_to_it_and_what_it_is_not_for_goes_straight(site, monkeypatch):
    monkeypatch.setenv("http_proxy", f"http://moi:secret@127.0.0.1:{site.server_port}")
    monkeypatch.setenv("no_proxy", "localhost")
    site.pages = {"http://exemple.org/fil": b"x", "/fil": b"straight"}

    async def work(client):
        await client.get("http://exemple.org/fil")
        return await client.get(f"http://localhost:{site.server_port}/fil", trusted={"localhost"})

    assert run(work).body == b"straight"
    assert site.asked[0][1]["Proxy-Authorization"] == "Basic bW9pOnNlY3JldA=="
    assert "Authorization" not in site.asked[0][1]


def test_no_password_of_the_machine_is_sent_unasked(site, own_home):
    (own_home / ".netrc").write_text("machine 127.0.0.1 login moi password secret\n")
    (own_home / ".netrc").chmod(0o600)
    site.pages["/a"] = b"x"
    run(lambda client: client.get(f"{site.url}/a"), **at_home(site))
    assert "Authorization" not in site.asked[0][1]


def test_a_server_that_says_nothing_is_given_up(site, monkeypatch):
    from reader.engine import http

    monkeypatch.setattr(http, "_READ", 0.2)
    site.slow = 3
    with pytest.raises(FetchError, match="did not answer in time") as caught:
        run(lambda client: client.get(f"{site.url}/a"), **at_home(site))
    assert caught.value.retry


def test_who_asks_and_where_to_reach_them(site):
    site.pages["/a"] = b"x"
    run(lambda client: client.get(f"{site.url}/a"), contact="moi@exemple.org\r\nEvil: 1", **at_home(site))
    assert site.asked[0][1]["User-Agent"].endswith("fetches for one person; moi@exemple.orgEvil:1)")
    assert user_agent("") == user_agent()


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("max-age=3600", 60),
        ("public, MAX-AGE=90", 1),
        ("s-maxage=7200", None),
        ("no-cache, max-age=3600", None),
        ("", None),
        ("max-age=abc", None),
    ],
)
def test_how_long_an_answer_stays_fresh(said, minutes):
    assert max_age_of(said) == minutes


def test_retry_after_is_seconds_or_a_date():
    assert wait_of("120").total_seconds() == 120
    assert wait_of("Wed, 18 Nov 2020 09:00:00 GMT").total_seconds() == 0
    assert wait_of("soon") is None
    assert wait_of("9" * 500).total_seconds() <= 10_000_000


def test_a_silent_feed_is_asked_less_and_less_within_a_day():
    minutes, seen = 15, []
    for _ in range(40):
        due = when_unchanged(NOW, minutes)
        minutes = round((due - NOW).total_seconds() / 60)
        seen.append(minutes)
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (19, 24 * 60)
    assert when_unchanged(NOW, 15, max_age_minutes=120) > when_unchanged(NOW, 15)


def test_what_is_gone_for_good_is_asked_once_a_week():
    assert (after_failure(NOW, 0, gone=True) - NOW).days == 7
    assert after_failure(NOW, 9) - NOW < after_failure(NOW, 0, gone=True) - NOW


def test_a_server_that_drips_is_given_up_after_the_whole_time(monkeypatch):
    from reader.engine import http

    monkeypatch.setitem(http._TOTAL, "feed", 0.6)

    async def drip(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        with contextlib.suppress(ConnectionError):
            for _ in range(200):
                writer.write(b"<")
                await writer.drain()
                await asyncio.sleep(0.05)
            writer.close()
            await writer.wait_closed()
        gone.set()

    gone = asyncio.Event()

    async def go():
        server = await asyncio.start_server(drip, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        async with HttpClient(trusted={"127.0.0.1"}) as client:
            with pytest.raises(FetchError, match="did not answer in time"):
                await client.get(f"http://127.0.0.1:{port}/")
        await gone.wait()
        server.close()

    asyncio.run(go())
