"""From what people type to feeds, over real sockets on loopback."""

import pytest

from reader.core.errors import ContentError, UsageError
from reader.engine.subscribe import look_for_feeds, typed_addresses
from tests.loopback import serving

pytestmark = pytest.mark.network


def rss(title, *names):
    items = "".join(f"<item><title>{name}</title><link>https://e.org/{name}</link></item>" for name in names)
    return f"<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>".encode()


@pytest.fixture
def site():
    with serving() as site:
        yield site


def test_several_feeds_are_offered_with_their_titles(site):
    site.pages["/"] = b"""<link rel=alternate type=application/rss+xml href=/com title=Commentaires>
      <link rel=alternate type=application/rss+xml href=/fil title=Le-fil>
      <link rel=alternate type=application/atom+xml href=/fil.atom><link rel=alternate type=application/rss+xml href=/rien>
      <link rel=alternate type=application/rss+xml href=/vide title="Sans titre">"""
    site.pages |= {"/fil": rss("Le Phare", "un", "deux"), "/fil.atom": rss("Le Phare", "un", "deux")}
    site.pages |= {"/com": rss("Commentaires", "bravo"), "/vide": rss("")}
    found = look_for_feeds(site.url)
    assert [(one.url.removeprefix(site.url), one.title) for one in found] == [
        ("/fil", "Le Phare"),
        ("/vide", "Sans titre"),
        ("/com", "Commentaires"),
    ]
    assert [entry.title for entry in found[0].parsed.entries] == ["un", "deux"]


def test_an_article_s_site_is_asked_when_the_article_names_no_feed(site):
    site.pages |= {
        "/2026/un": b"<p>Un article.</p>",
        "/": b"<a href='/flux.php'>RSS</a>",
        "/flux.php": rss("Le Phare", "un"),
    }
    assert [one.title for one in look_for_feeds(site.url + "/2026/un")] == ["Le Phare"]


def test_the_usual_places_are_tried_last(site):
    site.pages |= {"/": b"<p>Rien.</p>", "/atom.xml": rss("Atome", "un")}
    assert [one.url for one in look_for_feeds(site.url)] == [site.url + "/atom.xml"]


def test_a_profile_of_the_fediverse(site):
    site.pages |= {"/@anne.rss": rss("Anne", "bonjour"), "/@anne": b"<p>Anne</p>"}
    assert [one.title for one in look_for_feeds(site.url + "/@anne")] == ["Anne"]


def test_none_at_all_is_a_sentence(site):
    site.pages["/"] = b"<p>Rien.</p>"
    with pytest.raises(ContentError) as caught:
        look_for_feeds(site.url)
    assert caught.value.fr.startswith("Aucun flux")


@pytest.mark.parametrize(
    ("typed", "addresses"),
    [
        ("exemple.org/blog", ["https://exemple.org/blog", "http://exemple.org/blog"]),
        ("feed://exemple.org/rss", ["http://exemple.org/rss"]),
        ("feed:https://exemple.org/rss", ["https://exemple.org/rss"]),
        ("view-source:https://exemple.org/rss", ["https://exemple.org/rss"]),
        ("@anne@mastodon.example", ["https://mastodon.example/@anne"]),
        ("r/bretagne", ["https://www.reddit.com/r/bretagne"]),
        ("localhost:8080", ["http://localhost:8080", "https://localhost:8080"]),
    ],
)
def test_what_people_type(typed, addresses):
    assert typed_addresses(typed) == addresses


@pytest.mark.parametrize("typed", ["", "un phare", "file:///etc/passwd", "javascript://x.y", "http://", "phare"])
def test_what_cannot_be_an_address(typed):
    with pytest.raises(UsageError):
        typed_addresses(typed)
