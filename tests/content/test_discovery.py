"""The feeds of a page: what it declares, what its service keeps by convention, what it links to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.content.discovery import FoundFeed, find_feeds, guess_feeds, site_feeds


def urls(page, url="https://exemple.org/"):
    return [feed.url for feed in find_feeds(page, url=url)]


def test_declared_feeds_come_with_their_titles_and_comments_come_last():
    page = """<html><head><base href="https://exemple.org/x/">
      <link rel="alternate" type="application/rss+xml" title="Le Phare » Commentaires" href="/comments/flux/">
      <link rel="alternate" type="application/rss+xml; charset=utf-8" title=" Le
        Fil " href="rss.xml"><link rel="alternate" type="text/html" href="/en">
      <link rel="ALTERNATE nofollow" type="application/feed+json" href="//exemple.org/feed.json">
      <link rel="alternate" type="application/json" href="https://exemple.org/wp-json/wp/v2/pages/2">
      <link rel="alternate" type="application/json+oembed" href="https://exemple.org/wp-json/oembed/1.0/embed">
      <link rel="feed" href="feed:https://exemple.org/atom"><link rel="alternate" type="application/rss+xml" href="data:x">
      </head><body><a href="/feed/">f</a></body></html>"""
    assert find_feeds(page.encode(), url="https://exemple.org/") == [
        FoundFeed("https://exemple.org/x/rss.xml", "Le Fil"),
        FoundFeed("https://exemple.org/feed.json", ""),
        FoundFeed("https://exemple.org/atom", ""),
        FoundFeed("https://exemple.org/comments/flux/", "Le Phare » Commentaires"),
    ]


def test_links_are_taken_where_nothing_is_declared():
    page = b"""<a href="/about/">About</a><a href="/blog/feed/">RSS</a><a href="/spip.php?page=backend">flux</a>
      <a href="https://feedly.com/i/subscription/feed/x">Feedly</a><a href="/feedback">say</a><a href="rss.php?id=2">2</a>"""
    assert find_feeds(page, url="https://exemple.org/a/") == [
        FoundFeed("https://exemple.org/blog/feed/", "RSS"),
        FoundFeed("https://exemple.org/spip.php?page=backend", "flux"),
        FoundFeed("https://exemple.org/a/rss.php?id=2", "2"),
    ]


def test_a_page_about_feeds_offers_all_of_them():
    page = b"""<link rel="alternate" type="application/rss+xml" href="/rss/une.xml" title="Une">
      <a href="/rss/mer.xml">Mer</a><a href="/rss/une.xml">La une</a><a href="/rss/port.xml">Port</a>"""
    assert urls(page, "https://exemple.org/les-flux-rss") == [
        f"https://exemple.org/rss/{name}.xml" for name in ("une", "mer", "port")
    ]
    assert urls(page, "https://exemple.org/") == ["https://exemple.org/rss/une.xml"]


def test_the_feed_that_only_a_script_names():
    page = rb"""<script>window.state={"show":{"feedUrl":"https:\/\/exemple.org\/son\u002Frss","x":1}}</script>"""
    assert urls(page, "https://podcasts.apple.com/fr/podcast/x/id1") == ["https://exemple.org/son/rss"]


CHANNEL = "UC" + "aB3_-" * 4 + "zz"


@pytest.mark.parametrize(
    ("url", "feeds"),
    [
        (
            f"https://www.youtube.com/channel/{CHANNEL}/videos",
            [f"https://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}"],
        ),
        (
            "https://www.youtube.com/playlist?list=PLphare",
            ["https://www.youtube.com/feeds/videos.xml?playlist_id=PLphare"],
        ),
        ("https://m.youtube.com/user/phare", ["https://www.youtube.com/feeds/videos.xml?user=phare"]),
        ("https://old.reddit.com/r/bretagne/", ["https://www.reddit.com/r/bretagne/.rss"]),
        (
            "https://github.com/phare/lampe",
            [f"https://github.com/phare/lampe/{kind}.atom" for kind in ("releases", "tags", "commits")],
        ),
        ("https://github.com/phare/lampe/commits/main", ["https://github.com/phare/lampe/commits/main.atom"]),
        ("https://github.com/phare", ["https://github.com/phare.atom"]),
        ("https://github.com/features", []),
        ("https://mastodon.example/@anne", ["https://mastodon.example/@anne.rss"]),
        ("https://medium.com/@anne", ["https://medium.com/feed/@anne"]),
        ("https://medium.com/@anne/le-phare-12ab?x=1", ["https://medium.com/feed/@anne"]),
        ("https://medium.com/tag/phare", ["https://medium.com/feed/tag/phare"]),
        ("https://dev.to/anne/le-phare-3k2", ["https://dev.to/feed/anne"]),
        ("https://dev.to/t/python", []),
        ("https://lobste.rs/t/python", ["https://lobste.rs/t/python.rss"]),
        ("https://arxiv.org/list/cs.CL/recent", ["https://rss.arxiv.org/rss/cs.CL"]),
        ("https://www.pinterest.fr/anne/", ["https://www.pinterest.com/anne/feed.rss"]),
        ("https://www.tumblr.com/anne", ["https://anne.tumblr.com/rss"]),
        ("https://anne.tumblr.com/", ["https://anne.tumblr.com/rss"]),
        ("https://anne.wordpress.com/category/mer/", ["https://anne.wordpress.com/category/mer/feed/"]),
        ("https://anne.substack.com/p/un-texte", ["https://anne.substack.com/feed"]),
        ("https://bsky.app/profile/anne.example", ["https://bsky.app/profile/anne.example/rss"]),
        ("https://exemple.org/@", []),
        ("https://exemple.org/", []),
        ("http://[", []),
    ],
)
def test_what_a_service_keeps_by_convention(url, feeds):
    assert [feed.url for feed in site_feeds(url)] == feeds


def test_the_page_of_a_channel_tells_its_feed():
    feed = f"https://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}"
    page = f'<script>var d = {{"externalId":"{CHANNEL}","x":"{CHANNEL[:-1]}y"}}</script>'.encode()
    assert urls(page, "https://www.youtube.com/@phare") == [feed]
    assert urls(page, "https://exemple.org/@phare") == ["https://exemple.org/@phare.rss"]


def test_the_usual_places_are_under_the_folder_first():
    assert guess_feeds("https://exemple.org/blog/")[:4] == [
        "https://exemple.org/blog/feed/",
        "https://exemple.org/blog/rss",
        "https://exemple.org/blog/feed.xml",
        "https://exemple.org/feed/",
    ]
    assert len(guess_feeds("https://exemple.org")) == len(set(guess_feeds("https://exemple.org")))
    assert guess_feeds("http://[") == []


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.binary(max_size=300),
    st.sampled_from(
        [
            b"",
            b"<link rel=alternate type=application/rss+xml href='",
            b"<a href='/feed/",
            b'"feedUrl":"http',
            b"<base href='",
        ]
    ),
    st.sampled_from(["https://exemple.org/a", "https://www.youtube.com/@x", "http://exemple.org/rss?a=b"]),
)
def test_no_page_breaks_it(noise, start, url):
    for feed in find_feeds(start + noise, url=url):
        assert feed.url.startswith(("http://", "https://"))
