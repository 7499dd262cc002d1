"""Pictures at refresh: every one of every article, in a form that the window reads; what is missing, and repair."""

import io

import pytest
from PIL import Image, ImageChops

from reader.core.entities import OfflineState
from reader.core.errors import DiskFull
from reader.core.filters import ArticleFilter
from reader.engine import protocol
from reader.engine.refresh import RefreshOptions, refresh
from tests.loopback import picture, rss

pytestmark = pytest.mark.network
TEXT = "<p>" + "Une phrase qui tient debout toute seule, et une autre après elle. " * 60 + "</p>"


@pytest.fixture
def go(library, paths):
    def go(**options):
        events = []
        cancelled = options.pop("cancelled", lambda: False)
        summary = refresh(library, paths, RefreshOptions(language="fr", **options), events.append, cancelled)
        return summary, events

    return go


@pytest.fixture
def stored(library, paths, site, go):
    """Put one picture into an article, refresh, and give back the stored picture and its file."""

    def stored(body, headers=None):
        site.pages = {"/fil": rss("J", [("a", "Un", f"{TEXT}<img src='/p'>")]), "/p": (body, headers or {})}
        library.add_feed(f"{site.url}/fil")
        go(force=True)
        article = library.article(library.ids(ArticleFilter())[0])
        shown = article.pictures[0]
        return shown, (paths.data / shown.file).read_bytes() if shown.file else None

    return stored


def photograph(kind, size=(320, 200), **options):
    image = Image.linear_gradient("L").resize(size)
    whole = Image.merge("RGB", (image, image.transpose(Image.Transpose.FLIP_LEFT_RIGHT), image.rotate(180)))
    stream = io.BytesIO()
    whole.save(stream, kind, **options)
    return stream.getvalue()


def moving(kind):
    frames = [Image.new("RGB", (24, 16), colour) for colour in ("red", "green", "blue")]
    stream = io.BytesIO()
    frames[0].save(stream, kind, save_all=True, append_images=frames[1:], duration=100, loop=0)
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP"])
def test_what_the_window_reads_is_kept_to_the_byte(stored, kind):
    body = photograph(kind)
    shown, held = stored(body)
    assert (held, shown.width, shown.height) == (body, 320, 200)


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_moving_pictures_keep_moving(stored, kind):
    body = moving(kind)
    _, held = stored(body)
    assert held == body
    assert Image.open(io.BytesIO(held)).n_frames == 3


@pytest.mark.parametrize("size", [(320, 200), (1200, 800)])
def test_avif_becomes_webp_with_the_same_pixels(stored, size):
    body = photograph("AVIF", size, quality=90)
    shown, held = stored(body)
    assert (shown.file[-5:], shown.width, shown.height) == (".webp", *size)
    before = Image.open(io.BytesIO(body)).convert("RGB")
    difference = ImageChops.difference(before, Image.open(io.BytesIO(held)).convert("RGB"))
    squares = sum(value * (step % 256) ** 2 for step, value in enumerate(difference.histogram()))
    assert squares / (size[0] * size[1] * 3) < 10, "some 38 dB or more: not to be told apart"


def test_a_moving_avif_keeps_moving(stored):
    _, held = stored(moving("AVIF"))
    assert Image.open(io.BytesIO(held)).n_frames == 3


def test_the_window_s_toolkit_reads_what_is_made(stored, monkeypatch):
    reader = pytest.importorskip("PySide6.QtGui").QImage
    _, held = stored(photograph("AVIF"))
    assert reader.fromData(held).width() == 320


SVG = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' {}>{}</svg>"
RED = "<rect width='100%' height='100%' fill='red'/>"


@pytest.mark.parametrize(
    ("frame", "natural", "pixels"),
    [
        ("width='40' height='20'", (40, 20), (80, 40)),
        ("viewBox='0 0 60 30'", (60, 30), (120, 60)),
        ("width='1in' viewBox='0 0 2 1'", (96, 48), (192, 96)),
        ("width='4000' height='1000'", (4000, 1000), (2048, 512)),
        ("", (300, 150), (600, 300)),
    ],
)
def test_drawings_become_pixels(stored, frame, natural, pixels):
    shown, held = stored(SVG.format(frame, RED).encode())
    image = Image.open(io.BytesIO(held))
    assert (shown.width, shown.height) == natural
    assert (image.format, image.size) == ("PNG", pixels)
    assert image.convert("RGB").getpixel((pixels[0] // 2, pixels[1] // 2)) == (255, 0, 0)


def test_the_words_of_a_drawing_are_drawn(stored):
    _, held = stored(SVG.format("width='100' height='40'", "<text x='5' y='30' font-size='30'>Mm</text>").encode())
    assert Image.open(io.BytesIO(held)).convert("RGBA").getchannel("A").getextrema()[1] == 255


def test_a_drawing_reads_no_file_and_no_other_address(stored, tmp_path, site):
    (tmp_path / "secret.png").write_bytes(picture("#ff0000", (10, 10)))
    inside = (
        f"<image href='{tmp_path}/secret.png' width='40' height='20'/>"
        f"<image xlink:href='file://{tmp_path}/secret.png' width='40' height='20'/>"
        f"<image href='../../../../../../..{tmp_path}/secret.png' width='40' height='20'/>"
        f"<image href='{site.url}/spy.png' width='40' height='20'/>"
        "<script>alert(1)</script><style>@import url('http://127.0.0.1/x.css');</style>"
    )
    _, held = stored(SVG.format("width='40' height='20'", inside).encode())
    assert Image.open(io.BytesIO(held)).convert("RGBA").getextrema()[3] == (0, 0), "nothing was drawn"
    assert "/spy.png" not in [path for path, _ in site.asked]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'><g>", id="broken"),
        pytest.param(SVG.format("width='90000' height='90000'", RED).encode(), id="huge"),
        pytest.param(
            ("<!DOCTYPE svg [<!ENTITY a 'x'>" + "".join(f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 10}'>" for n in range(9))
             + "]>" + SVG.format("", "<text>&j;</text>")).encode(), id="laughs"),
        pytest.param(
            SVG.format("", "<g id='g0'><rect width='1' height='1'/></g>" + "".join(
                f"<g id='g{n}'>" + f"<use href='#g{n - 1}'/>" * 12 + "</g>" for n in range(1, 9)) + "<use href='#g8'/>").encode(),
            id="uses"),
        pytest.param(b"<html>no picture</html>", id="page"),
        pytest.param(photograph("AVIF")[:200], id="cut avif"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\0" * 40, id="broken png"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused_with_a_reason(library, stored, body):
    shown, held = stored(body)
    assert (shown.file, held) == (None, None)
    (lack,) = library.missing()
    assert lack.kind == "picture"
    assert (lack.reason.endswith(".") and "image" in lack.reason.lower()) or "long" in lack.reason


def test_the_same_picture_at_two_addresses_is_one_file(library, paths, site, go):
    body = photograph("JPEG")
    site.pages = {
        "/fil": rss("J", [("a", "Un", f"{TEXT}<img src='/1.jpg'><img src='/2.jpg'>")]),
        "/1.jpg": body,
        "/2.jpg": body,
    }
    library.add_feed(f"{site.url}/fil")
    assert go()[0].images_stored == 2
    assert len([one for one in paths.media.rglob("*") if one.is_file()]) == 1
    assert library.offline_summary().ready == 1


def test_a_picture_that_fails_for_now_is_tried_later_and_one_that_never_will_is_not(library, site, go):
    site.pages = {
        "/fil": rss("J", [("a", "Un", f"{TEXT}<img src='/plus-tard.png'><img src='/jamais.png'>")]),
        "/plus-tard.png": (503, {"Retry-After": "86400"}),
        "/jamais.png": 404,
    }
    library.add_feed(f"{site.url}/fil")
    go()
    go(force=True)
    assert len([path for path, _ in site.asked if path.endswith(".png")]) == 2
    reasons = {one.url.rsplit("/", 1)[1]: one.reason for one in library.missing()}
    assert "503" in reasons["plus-tard.png"] and "404" in reasons["jamais.png"]
    article = library.article(library.ids(ArticleFilter())[0])
    assert (article.offline, article.images, article.images_stored) == (OfflineState.TEXT, 2, 0)


def test_repair_brings_what_failed_and_what_was_lost_from_the_disk(library, paths, site, go):
    body = f"{TEXT}<img src='/a.png'><img src='/b.png'><img src='/c.png'>"
    site.pages = {
        "/fil": rss("J", [("a", "Un", body)]),
        "/a.png": photograph("PNG"),
        "/b.png": picture("#00ff00"),
        "/c.png": 404,
    }
    library.add_feed(f"{site.url}/fil")
    go()
    article_id = library.ids(ArticleFilter())[0]
    first, second, _ = (one.file for one in library.article(article_id).pictures)
    (paths.data / first).unlink()
    (paths.data / second).write_bytes(b"cut")
    site.pages["/c.png"] = picture("#0000ff")
    estimate = library.offline_estimate()
    assert (estimate.pages, estimate.pictures) == (0, 1)
    assert estimate.bytes > 0
    site.asked.clear()
    summary, events = go(repair=True)
    assert summary.images_stored == 3
    assert [path for path, _ in site.asked if path == "/fil"] == []
    assert (paths.data / first).read_bytes() == site.pages["/a.png"]
    assert (paths.data / second).read_bytes() == site.pages["/b.png"]
    assert library.article(article_id).offline is OfflineState.READY
    assert library.missing() == []
    stages = [one for one in events if isinstance(one, protocol.Fetching)]
    assert (stages[-1].stage, stages[-1].done, stages[-1].total) == ("pictures", 3, 3)


def test_a_repair_can_be_cancelled_and_goes_on_later(library, site, go):
    images = "".join(f"<img src='/{number}.png'>" for number in range(60))
    site.pages = {f"/{number}.png": picture(f"#{number:02x}0000") for number in range(60)}
    site.pages["/fil"] = rss("J", [("a", "Un", TEXT + images)])
    library.add_feed(f"{site.url}/fil")
    go(images=False)
    site.slow = 0.05
    site.asked.clear()
    summary, _ = go(repair=True, cancelled=lambda: len(site.asked) > 8)
    assert summary.cancelled
    held = library.article(library.ids(ArticleFilter())[0])
    assert 0 < held.images_stored < 60
    site.slow = 0
    go(repair=True)
    assert library.article(held.id).offline is OfflineState.READY


def test_the_site_s_icon_is_kept_and_looked_for_once_a_month(library, paths, site, go):
    site.pages = {
        "/fil": rss("J", [("a", "Un", TEXT)], extra="<link>/site</link>"),
        "/deux": rss("K", [("b", "Deux", TEXT)], extra="<link>/site</link>"),
        "/site": (
            b"<html><head><link rel='icon' href='/petite.png' sizes='16x16'>"
            b"<link rel='apple-touch-icon' href='/grande.png' sizes='180x180'></head></html>",
            {"Content-Type": "text/html"},
        ),
        "/grande.png": picture("#123456", (180, 180)),
    }
    for path in ("fil", "deux"):
        library.add_feed(f"{site.url}/{path}")
    go()
    files = {feed.icon_file for feed in library.feeds()}
    assert len(files) == 1
    assert (paths.data / files.pop()).read_bytes() == site.pages["/grande.png"]
    assert [path for path, _ in site.asked].count("/site") == 1
    site.asked.clear()
    go(force=True)
    assert {path for path, _ in site.asked} == {"/fil", "/deux"}


def test_a_site_without_a_linked_icon_is_asked_for_the_usual_one(library, paths, site, go):
    stream = io.BytesIO()
    Image.new("RGBA", (32, 32), "#abcdef").save(stream, "ICO")
    site.pages = {"/fil": rss("J", [("a", "Un", TEXT)]), "/favicon.ico": stream.getvalue()}
    feed_id, _ = library.add_feed(f"{site.url}/fil")
    go()
    assert (paths.data / library.feed(feed_id).icon_file).read_bytes() == stream.getvalue()


def test_a_photograph_of_several_frames_is_kept(stored):
    stream = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(stream, "MPO", save_all=True, append_images=[Image.new("RGB", (30, 20))])
    shown, held = stored(stream.getvalue())
    assert (shown.file[-4:], held) == (".jpg", stream.getvalue())


def test_a_bug_on_one_picture_is_logged_and_the_others_come(library, site, go, monkeypatch):
    from reader.engine import assets

    real = assets.identify
    monkeypatch.setattr(assets, "identify", lambda body: 1 / 0 if body == b"odd" else real(body))
    site.pages = {
        "/fil": rss("J", [("a", "Un", f"{TEXT}<img src='/1.png'><img src='/2.png'>")]),
        "/1.png": b"odd",
        "/2.png": picture(),
    }
    library.add_feed(f"{site.url}/fil")
    assert go()[0].images_stored == 1
    assert library.missing()[0].reason == "Encre n'a pas su le lire."


def test_a_full_disk_ends_the_round_with_its_sentence(library, paths, site, go):
    site.pages = {
        "/fil": rss("J", [("a", "Un", f"{TEXT}<img src='/1.png'><img src='/2.png'>")]),
        "/1.png": picture("red"),
        "/2.png": picture("blue"),
    }
    library.add_feed(f"{site.url}/fil")
    paths.media.rmdir()
    paths.media.write_bytes(b"in the way")
    with pytest.raises(DiskFull, match="could not be written"):
        go()
    paths.media.unlink()
    assert go(repair=True)[0].images_stored == 2
