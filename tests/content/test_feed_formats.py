from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.content.feed_formats import parse_feed
from reader.core.entities import Access, Enclosure, Picture
from reader.core.errors import ContentError

URL = "https://exemple.org/fil/rss.xml"

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Le Phare &amp; la Mer</title><link>https://exemple.org/</link><language>fr</language><ttl>90</ttl>
<atom:link rel="self" href="https://exemple.org/fil/rss.xml"/>
<item><title>[MàJ] La fermeture du &lt;i&gt;site&lt;/i&gt;</title><link>/a/1</link><guid isPermaLink="false">art-1</guid>
<dc:creator>Anne Marée</dc:creator><category>Droit</category><category>Mer, Côte</category><category>Abonné</category>
<pubDate>Wed, 18 Nov 2026 09:00:00 +0100</pubDate><description>C'est ainsi que tout finit.</description>
<content:encoded><![CDATA[<figure><img src="/p/mer.jpg" alt="La mer"><figcaption>Le soir. Crédits : Anne</figcaption></figure>
<p><strong>Mise à jour, 10 h 05 :</strong> le tribunal a tranché.</p><p>Le <b>phare</b> ferme.</p>]]></content:encoded>
<enclosure url="/son.mp3" type="audio/mpeg" length="123"/></item>
<item><title>Sans corps</title><link>https://exemple.org/a/2</link><description>Un résumé seul.</description>
<media:content url="https://exemple.org/p/2.jpg" medium="image"><media:credit>Jean</media:credit></media:content></item>
</channel></rss>"""


def test_an_rss_entry_is_whole_and_clean():
    feed = parse_feed(RSS.encode(), url=URL)
    assert (feed.format, feed.title, feed.site_url, feed.ttl_minutes) == (
        "rss20", "Le Phare & la Mer", "https://exemple.org/", 90)  # fmt: skip
    first, second = feed.entries
    assert (first.guid, first.title, first.url) == ("art-1", "La fermeture du site", "https://exemple.org/a/1")
    assert (first.author, first.section, first.tags) == ("Anne Marée", "Droit", ("Mer", "Côte"))
    assert first.published == datetime(2026, 11, 18, 8, tzinfo=UTC)
    assert first.markdown == "Le **phare** ferme.\n"
    assert first.kicker == "C'est ainsi que tout finit."
    assert (first.update.marker, first.update.block) == ("MàJ", "le tribunal a tranché.")
    assert first.update.at == datetime(2026, 11, 18, 9, 5, tzinfo=UTC)
    assert first.access is Access.SUBSCRIBER
    assert first.lead_image == Picture(
        "https://exemple.org/p/mer.jpg", "La mer", "Le soir.", "Crédits : Anne", lead=True
    )
    assert first.enclosures == (Enclosure("https://exemple.org/son.mp3", "audio/mpeg", 123),)
    assert second.markdown == "Un résumé seul.\n"
    assert second.lead_image == Picture("https://exemple.org/p/2.jpg", credit="Jean", lead=True)
    assert (second.guid, second.published, second.language) == ("https://exemple.org/a/2", None, "fr")


def test_atom_with_its_three_kinds_of_text():
    feed = parse_feed(
        b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://exemple.org/b/" xml:lang="en">
        <title type="html">A &amp;amp; B</title><link href="/"/><author><name>Ada</name></author>
        <entry><id>1</id><title>1 &lt; 2</title><link href="one"/><updated>2026-11-18T10:00:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hello <em>you</em></p></div></content></entry>
        <entry><id>2</id><title type="html">&lt;b&gt;Bold&lt;/b&gt;</title><content type="html">&lt;p&gt;Hi&lt;/p&gt;</content></entry>
        <entry><id>3</id><title>T</title><content>a &lt; b</content></entry></feed>""",
        url=URL,
    )
    assert (feed.format, feed.title, feed.site_url) == ("atom10", "A & B", "https://exemple.org/")
    assert [entry.title for entry in feed.entries] == ["1 < 2", "Bold", "T"]
    assert [entry.markdown for entry in feed.entries] == ["Hello *you*\n", "Hi\n", "a \\< b\n"]
    assert feed.entries[0].url == "https://exemple.org/b/one"
    assert {entry.author for entry in feed.entries} == {"Ada"}
    assert feed.entries[0].published == datetime(2026, 11, 18, 10, tzinfo=UTC)


def test_rss_1_and_json_feed():
    rdf = parse_feed(
        b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>R</title><link>https://e.org/</link></channel>
        <item><title>Un</title><link>https://e.org/1</link><dc:date>2026-11-18</dc:date></item></rdf:RDF>"""
    )
    assert (rdf.format, [entry.title for entry in rdf.entries]) == ("rss10", ["Un"])
    assert rdf.entries[0].published == datetime(2026, 11, 18, tzinfo=UTC)
    carnet = parse_feed(
        b"""{"version": "https://jsonfeed.org/version/1.1", "title": "C", "items": [7, {"id": 12, "title": "a < b",
        "content_text": "Un\\n\\nDeux", "image": "https://e.org/i.png", "tags": ["Encre", 3], "authors": [{"name": "Zo"}],
        "date_published": "2026-11-18T10:00:00+01:00"}]}"""
    )
    (entry,) = carnet.entries
    assert (carnet.format, entry.guid, entry.title, entry.markdown) == ("json11", "12", "a < b", "Un\n\nDeux\n")
    assert (entry.section, entry.author, entry.lead_image.url) == ("Encre", "Zo", "https://e.org/i.png")
    assert carnet.problems


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("<rss version='2.0'><channel><item><title>café</title></item></channel></rss>".encode(), None),
        (
            "<?xml version='1.0' encoding='iso-8859-1'?><rss version='2.0'><channel><item><title>café</title></item>"
            "</channel></rss>".encode(),
            None,
        ),
        (
            "<?xml version='1.0' encoding='iso-8859-1'?><rss version='2.0'><channel><item><title>café</title></item>"
            "</channel></rss>".encode("cp1252"),
            None,
        ),
        (
            "<rss version='2.0'><channel><item><title>café</title></item></channel></rss>".encode("cp1252"),
            "text/xml; charset=windows-1252",
        ),
        (
            "<?xml version='1.0' encoding='utf-16'?><rss version='2.0'><channel><item><title>café</title></item>"
            "</channel></rss>".encode("utf-16"),
            None,
        ),
        (b"<rss version='2.0'><channel><item><title>caf&eacute;</title></item></channel></rss>", None),
        ("<rss version='2.0'><channel><item><title>café</title><description>a & b</description></item>".encode(), None),
        (b"<rss version='2.0'><channel><item><title>caf&amp;eacute;</title></item></channel></rss>", None),
    ],
)
def test_lying_encodings_and_broken_xml_keep_the_words(body, content_type):
    (entry,) = parse_feed(body, content_type=content_type).entries
    assert entry.title == "café"


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "The answer is empty."),
        (b"<!DOCTYPE html><html><body>hello</body></html>", "This is a web page, not a feed."),
        (b"\x1f\x8b\x08\x00garbage" * 200, "This is not a feed."),
        (b'{"a": 1}', "This JSON is not a feed."),
        (b"{broken", "The JSON of this feed is broken."),
        (b"<rss>" + b"x" * 10_000_001, "The feed is larger than 10 MB."),
    ],
)
def test_what_is_no_feed_gets_a_sentence(body, sentence):
    with pytest.raises(ContentError) as caught:
        parse_feed(body)
    assert caught.value.en == sentence
    assert caught.value.fr != sentence


def test_a_bomb_and_a_file_leak_nothing(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("le mot de passe")
    leak = f"""<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]><rss version="2.0"><channel><title>t</title>
      <item><title>&x;</title><link>https://e.org/</link></item></channel></rss>"""
    assert "mot de passe" not in repr(parse_feed(leak.encode()))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"<rss><channel><item>", b"<feed>", b'{"items":[', RSS.encode()[:700]]),
)
def test_no_bytes_break_it(noise, start):
    try:
        parse_feed(start + noise, url=URL)
    except ContentError as error:
        assert error.fr


def test_a_category_for_machines_is_shown_by_its_words_for_readers():
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Port</title><entry><id>a</id><title>Un</title>'
        '<category term="vie-du-port" label="Vie du port"/><category term="mer"/><content>mot</content></entry></feed>'
    )
    entry = parse_feed(feed.encode()).entries[0]
    assert (entry.section, entry.tags) == ("Vie du port", ("mer",))
    assert entry.given.categories == ("vie-du-port", "mer")
