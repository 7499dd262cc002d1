"""The mess of the real world: spellings, encodings, broken XML, double identifiers. Every sample is ours."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.content.feed_formats import parse_feed
from reader.content.feed_formats.dates import moment, zoned_moment
from reader.core.entities import Enclosure
from reader.core.errors import ContentError, EncreError

URL = "https://exemple.org/fil/rss.xml"


def rss(item="", channel="", spaces=""):
    return f"<rss version='2.0' {spaces}><channel><title>Phare</title>{channel}{item}</channel></rss>"


def entry_of(text, **options):
    (entry,) = parse_feed(text.encode() if isinstance(text, str) else text, url=URL, **options).entries
    return entry


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Wed, 18 Nov 2026 09:00:00 +0100", datetime(2026, 11, 18, 8)),
        ("18 Nov 26 09:00 GMT", datetime(2026, 11, 18, 9)),
        ("Wed, 18 Nov 2026 09:00:00 EST", datetime(2026, 11, 18, 14)),
        ("Wed, 18 Nov 2026 9:00 pm CET", datetime(2026, 11, 18, 20)),
        ("Wed, Nov 18 2026 09:02:33 PM", datetime(2026, 11, 18, 21, 2, 33)),
        ("mer. 18 nov. 2026 à 9 h 05", datetime(2026, 11, 18, 9, 5)),
        ("mercredi 18 novembre 2026 09:05:00 +0100", datetime(2026, 11, 18, 8, 5)),
        ("1er décembre 2026", datetime(2026, 12, 1)),
        ("lun., 03 août 2026 10:00:00 CEST", datetime(2026, 8, 3, 8)),
        ("18. Dezember 2026", datetime(2026, 12, 18)),
        ("November 18, 2026 10:05 AM", datetime(2026, 11, 18, 10, 5)),
        ("2026-11-18T09:00:00.123+01:00", datetime(2026, 11, 18, 8, 0, 0, 123000)),
        ("2026-11-18 09:00:00 +0100", datetime(2026, 11, 18, 8)),
        ("20261118T090000Z", datetime(2026, 11, 18, 9)),
        ("2026-11-18", datetime(2026, 11, 18)),
        ("2026-11", datetime(2026, 11, 1)),
        ("2026", datetime(2026, 1, 1)),
        ("2026-322", datetime(2026, 11, 18)),
        ("2026/11/18 09:00", datetime(2026, 11, 18, 9)),
        ("18/11/2026 09:00", datetime(2026, 11, 18, 9)),
        ("1795000000", datetime(2026, 11, 18, 11, 6, 40)),
        ("1795000000000", datetime(2026, 11, 18, 11, 6, 40)),
        ("Tue, 18 Nov 2026 24:00:00 GMT", datetime(2026, 11, 19)),
    ],
)
def test_dates_in_every_shape(written, meant):
    assert moment(written) == meant.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    ["", "hier", "12", "0001-01-01T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 GMT", "1970-01-01", "40 Nov 2026", "9" * 500],
)
def test_what_names_no_day_is_no_time(written):
    assert moment(written) is None


def test_the_order_of_day_and_month_is_the_language_s():
    assert moment("03/04/2026", day_first=True) == datetime(2026, 4, 3, tzinfo=UTC)
    assert moment("03/04/2026") == datetime(2026, 3, 4, tzinfo=UTC)
    assert zoned_moment("18 Nov 2026 09:00 +0530").utcoffset().total_seconds() == 19_800
    french = rss("<item><title>a</title><pubDate>03/04/2026</pubDate></item>", "<language>fr-FR</language>")
    assert entry_of(french).published == datetime(2026, 4, 3, tzinfo=UTC)


def test_weaker_elements_do_not_override_and_foreign_ones_are_not_mistaken():
    spaces = """xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:itunes='HTTP://www.itunes.com/DTDs/Podcast-1.0.dtd'
      xmlns:media='https://search.yahoo.com/mrss' xmlns:thr='http://purl.org/syndication/thread/1.0'
      xmlns:wfw='http://wellformedweb.org/CommentAPI/' xmlns:slash='http://purl.org/rss/1.0/modules/slash/'
      xmlns:georss='http://www.georss.org/georss' xmlns:atom='http://www.w3.org/2005/Atom' xmlns:x='urn:x'"""
    item = """<item><itunes:title>Épisode</itunes:title><media:title>Vignette</media:title><title>Le titre</title>
      <thr:in-reply-to href='https://exemple.org/autre' ref='x'/><wfw:commentRss>https://exemple.org/c</wfw:commentRss>
      <slash:comments>12</slash:comments><georss:point>48.4 -5.1</georss:point><x:link>https://exemple.org/x</x:link>
      <x:description>étranger</x:description><atom:link rel='self' href='https://exemple.org/soi'/>
      <link>https://exemple.org/a</link><dc:creator>Anne</dc:creator><dc:creator>Bob</dc:creator>
      <description>Un texte qui dit tout.</description><itunes:subtitle>Sous-titre</itunes:subtitle>
      <itunes:keywords>mer, phare</itunes:keywords><enclosure url='/son.mp3' type='audio/mpeg' length='1,234'/>
      <media:content url='/autre.mp4' type='video/mp4'/><media:description>Légende</media:description></item>"""
    entry = entry_of(rss(item, spaces=spaces))
    assert (entry.title, entry.url, entry.author) == ("Le titre", "https://exemple.org/a", "Anne, Bob")
    assert entry.markdown == "Un texte qui dit tout.\n"
    assert (entry.section, entry.tags) == ("mer", ("phare",))
    assert entry.enclosures == (Enclosure("https://exemple.org/son.mp3", "audio/mpeg", 1234),)


def test_a_video_channel_has_only_media_elements():
    atom = """<feed xmlns='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/'>
      <entry><id>yt:video:1</id><title>La lampe</title><link rel='alternate' href='https://exemple.org/v/1'/>
      <media:group><media:title>La lampe</media:title><media:thumbnail url='https://exemple.org/v/1.jpg'/>
      <media:description>Première ligne.\nSeconde &lt;ligne&gt;.</media:description></media:group></entry></feed>"""
    entry = entry_of(atom)
    assert entry.markdown == "Première ligne.\\\nSeconde \\<ligne>.\n"
    assert entry.lead_image.url == "https://exemple.org/v/1.jpg"


def test_a_podcast_and_its_rhythm():
    channel = """<itunes:author>Radio Phare</itunes:author><itunes:image href='/logo.jpg'/><ttl>30</ttl>
      <skipHours><hour>9</hour><hour>10</hour></skipHours><skipDays><day>Sunday</day></skipDays>"""
    item = "<item><title>Un</title><itunes:summary>Long &lt;b&gt;résumé&lt;/b&gt;.</itunes:summary></item>"
    text = rss(item, channel, "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'").encode()
    feed = parse_feed(text, url=URL, now=datetime(2026, 11, 18, 8, 45, tzinfo=UTC))
    assert (feed.icon, feed.ttl_minutes) == ("https://exemple.org/logo.jpg", 135)
    assert (feed.entries[0].author, feed.entries[0].markdown) == ("Radio Phare", "Long **résumé**.\n")
    saturday = datetime(2026, 11, 21, 23, 45, tzinfo=UTC)
    assert parse_feed(text, url=URL, now=saturday).ttl_minutes == 24 * 60 + 15


def test_the_syndication_module_tells_the_rhythm():
    rdf = """<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'
      xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel><title>R</title>
      <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
      <image><url>/i.png</url></image><item rdf:about='urn:un'><title>Un</title><link>/1</link></item></rdf:RDF>"""
    feed = parse_feed(rdf.encode(), url=URL)
    assert (feed.format, feed.ttl_minutes, feed.icon) == ("rss10", 360, "https://exemple.org/i.png")
    assert (feed.entries[0].guid, feed.entries[0].url) == ("urn:un", "https://exemple.org/1")


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'>"
         "<channel><title>P</title></channel><item><title>Un</title></item></rdf:RDF>", "rss09x"),
        ("<rss version='0.91'><channel><item><title>Un</title></item></channel></rss>", "rss09x"),
        ("<rss xmlns='http://un.espace.a/moi'><channel><item><title>Un</title></item></channel></rss>", "rss20"),
        ("<rss><item><title>Un</title></item></rss>", "rss20"),
        ("<CHANNEL HREF='/'><ITEM HREF='/un'><TITLE>Un</TITLE></ITEM></CHANNEL>", "cdf"),
        ("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title mode='base64'>VW4=</title></entry></feed>",
         "atom03"),
        ("<feed><entry><title>Un</title></entry></feed>", "atom10"),
        ("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title type='html'>&lt;i&gt;Un&lt;/i&gt;</a:title>"
         "</a:entry></a:feed>", "atom10"),
        ('{"version": "https://jsonfeed.org/version/1", "items": [{"id": 1, "title": "Un"}]}', "json10"),
    ],
)  # fmt: skip
def test_every_format(document, kind):
    feed = parse_feed(document.encode(), url=URL)
    assert (feed.format, [entry.title for entry in feed.entries], feed.problems) == (kind, ["Un"], ())


def test_addresses_are_resolved_by_the_nearest_base():
    atom = """<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/a/'><link href='.'/><link rel='self' href='soi'/>
      <icon>i.png</icon><entry xml:base='b/'><id>1</id><title>T</title><link href='un'/>
      <content type='html' xml:base='c/'>&lt;a href="deux"&gt;x&lt;/a&gt; &lt;img src="/p.png"&gt;</content></entry></feed>"""
    feed = parse_feed(atom.encode(), url=URL)
    assert (feed.site_url, feed.feed_url, feed.icon) == tuple(
        f"https://exemple.org/a/{name}" for name in ("", "soi", "i.png")
    )
    assert feed.entries[0].url == "https://exemple.org/a/b/un"
    assert "https://exemple.org/a/b/deux" in feed.entries[0].markdown or "/a/b/c/deux" in feed.entries[0].markdown


def test_an_address_stays_as_the_publisher_wrote_it():
    item = "<item><title>a</title><link> https://exemple.org/a_(b)?utm_source=rss&amp;x=%C3%A9#c d </link></item>"
    assert entry_of(rss(item)).url == "https://exemple.org/a_(b)?utm_source=rss&x=%C3%A9#c%20d"
    for bad in ("javascript:alert(1)", "data:text/html,x", "java\nscript:x", "file:///etc/passwd", "http://"):
        assert entry_of(rss(f"<item><title>a</title><link>{bad}</link></item>")).url is None


WORDS = "L’été à Brest coûte 3 €"


@pytest.mark.parametrize(
    ("encoding", "declared", "server"),
    [
        ("utf-8", "utf-8", None),
        ("utf-8", "iso-8859-1", None),
        ("utf-8", "x-klingon", None),
        ("utf-8-sig", "utf-8", None),
        ("cp1252", "iso-8859-1", None),
        ("cp1252", "utf-8", None),
        ("cp1252", None, "text/xml; charset=windows-1252"),
        ("cp1252", None, None),
        ("cp1252", "punycode", None),
        ("iso-8859-15", "iso-8859-15", None),
        ("utf-16", "utf-16", None),
        ("utf-16-le", None, None),
        ("utf-16-be", "utf-16", None),
        ("utf-32", None, None),
    ],
)
def test_encodings_declared_and_wrong(encoding, declared, server):
    words = WORDS.replace("’", "'") if encoding == "iso-8859-15" else WORDS
    declaration = f"<?xml version='1.0' encoding='{declared}'?>" if declared else ""
    body = (declaration + rss(f"<item><title>{words}</title></item>")).encode(encoding)
    assert entry_of(body, content_type=server).title == words


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1251", "Сегодня утром над портом стоял густой туман, и маяк светил до полудня."),
        ("koi8-r", "Сегодня утром над портом стоял густой туман, и маяк светил до полудня."),
        ("cp1253", "Σήμερα το πρωί πυκνή ομίχλη σκέπαζε το λιμάνι και ο φάρος έφεγγε ως το μεσημέρι."),
        ("shift_jis", "今朝、港には濃い霧が立ち込め、灯台は正午まで光を放っていた。船は沖で待っていた。"),
        ("euc-jp", "今朝、港には濃い霧が立ち込め、灯台は正午まで光を放っていた。船は沖で待っていた。"),
        ("gb18030", "今天早晨港口大雾弥漫，灯塔一直亮到中午。船只在锚地等待。"),
        ("big5", "今天早晨港口大霧瀰漫，燈塔一直亮到中午。船隻在錨地等待。"),
        ("euc-kr", "오늘 아침 항구에는 짙은 안개가 끼었고 등대는 정오까지 빛을 비추었다."),
    ],
)
def test_other_alphabets_without_a_declared_encoding(encoding, words):
    body = rss(f"<item><title>{words}</title><description>{words * 3}</description></item>").encode(encoding)
    assert entry_of(body).title == words


def test_one_wrong_byte_spoils_nothing_else():
    body = rss("<item><title>déjà vu</title><description>caf? €</description></item>").encode().replace(b"?", b"\xe9")
    entry = entry_of(body)
    assert (entry.title, entry.markdown) == ("déjà vu", "café €\n")


ENTITIES = """<!DOCTYPE rss [<!ENTITY moi "Anne &amp; &lui;"><!ENTITY lui "B&#233;a">]>"""


@pytest.mark.parametrize(
    ("body", "title", "markdown"),
    [
        (rss("<item><title>caf&eacute; & th&#233;</title></item>"), "café & thé", ""),
        (rss("<item><title><![CDATA[a & b &nbsp; c]]></title></item>"), "a & b c", ""),
        (ENTITIES + rss("<item><title>&moi;</title></item>"), "Anne & Béa", ""),
        ("<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://exemple.org/x.dtd'>"
         + rss("<item><title>&Agrave; vous</title></item>"), "À vous", ""),
        ("<br />\n<b>Warning</b>: x in y.php on line 3\n<?xml version='1.0'?>" + rss("<item><title>a</title></item>")
         + "<script>x</script>", "a", ""),
        (rss("<item><title>a</title><description>x \x0b\x08y</description></item>"), "a", "x y\n"),
        (rss("<item><title>a</title><foo:bar>x</foo:bar><dc:creator>Anne</dc:creator></item>"), "a", ""),
        (rss("<item><title>1 < 2</title><description>a <- b</description></item>"), "1 < 2", "a \\<- b\n"),
        (rss("<item><title>a</title><description>&amp;lt;p&amp;gt;Un &amp;lt;b&amp;gt;mot&amp;lt;/b&amp;gt;&amp;lt;/p&amp;gt;"
             "</description></item>"), "a", "Un **mot**\n"),
        (rss("<item><title>a</title><description><p>Un <em>mot</em></p></description></item>"), "a", "Un *mot*\n"),
        (rss("<item><title>&#147;a&#148;</title></item>"), "“a”", ""),
        ("<?xml version='1.0'?><?xml-stylesheet href='x'?><!-- a <rss> b -->" + rss("<item><title>a</title></item>"), "a", ""),
        ("<?xml?xml version='1.0' ?? ?>" + rss("<item><title>a</title></item>"), "a", ""),
    ],
)  # fmt: skip
def test_broken_xml_keeps_its_words(body, title, markdown):
    entry = entry_of(body)
    assert (entry.title, entry.markdown) == (title, markdown)


@pytest.mark.parametrize("cut", [1, 8, 20, 40, 60, 75])
def test_a_document_cut_off_keeps_what_came(cut):
    whole = rss("".join(f"<item><title>{name}</title><description><![CDATA[Le {name}.]]></description></item>"
                        for name in ("un", "deux")))  # fmt: skip
    feed = parse_feed(whole[:-cut].encode(), url=URL)
    assert feed.entries[0].title == "un" and feed.entries[0].markdown == "Le un.\n"
    assert feed.problems[0].startswith("The feed is not well-formed")


def test_fields_that_are_never_closed_stand_beside_one_another():
    soup = "<rss><channel><title>Phare<item><title>un<link>http://a.example/1<pubDate>2026-11-18<item><title>deux</channel>"
    first, second = parse_feed(soup.encode()).entries
    assert (first.title, first.url, first.published) == ("un", "http://a.example/1", datetime(2026, 11, 18, tzinfo=UTC))
    assert second.title == "deux"


def test_of_two_documents_one_behind_the_other_the_first_is_read():
    body = rss("<item><title>un</title></item>") + "\n<?xml version='1.0'?>" + rss("<item><title>deux</title></item>")
    assert [entry.title for entry in parse_feed(body.encode()).entries] == ["un"]


@pytest.mark.parametrize("cut", [1, 2, 9, 14])
def test_json_that_breaks_off_keeps_its_whole_items(cut):
    body = '{"version":"https://jsonfeed.org/version/1.1","title":"Phare","items":[{"id":"a","content_text":"Un."}, {"id":"b"}]}'
    feed = parse_feed(body[:-cut].encode())
    assert (feed.title, feed.entries[0].markdown) == ("Phare", "Un.\n")
    assert feed.problems[0].startswith("The JSON of this feed is broken")


def test_tag_soup_is_read():
    soup = "<rss><channel><title>Phare</title><item><title>un</title><description>a<b>c</description></item><item><title>deux"
    assert [entry.title for entry in parse_feed(soup.encode()).entries] == ["un", "deux"]


def test_a_feed_behind_a_browser_s_view_of_its_source():
    source = (
        rss("<item><title>a &amp; b</title></item>").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    )
    page = f"<!doctype html><html><body><table><tr><td>1</td><td class='line'><span>{source}</span></td></table></html>"
    assert entry_of(page, content_type="text/html").title == "a & b"


def test_a_feed_served_as_a_page_is_a_feed():
    assert entry_of(rss("<item><title>a</title></item>"), content_type="text/html; charset=utf-8").title == "a"


def test_entries_that_share_an_identifier_do_not_hide_one_another():
    items = "".join(
        f"<item><guid isPermaLink='false'>meme</guid><title>{title}</title><link>/{title}</link></item>"
        for title in ("un", "deux", "deux")
    )
    feed = parse_feed(rss(items).encode(), url=URL)
    assert [entry.title for entry in feed.entries] == ["un", "deux"]
    assert len({entry.guid for entry in feed.entries}) == 2
    assert feed.problems == (
        "An entry repeats another or is an older version of it: meme",
        "2 different entries have the same identifier; all were kept: meme",
    )
    later = "<item><guid isPermaLink='false'>meme</guid><title>trois</title><link>/trois</link></item>" + items
    again = parse_feed(rss(later).encode(), url=URL)
    assert {entry.guid for entry in feed.entries} < {entry.guid for entry in again.entries}


def test_of_two_versions_the_newest_is_kept():
    atom = "<feed xmlns='http://www.w3.org/2005/Atom'>" + "".join(
        f"<entry><id>a</id><title>T</title><updated>2026-11-{day}T10:00:00Z</updated><content>Le {day}.</content></entry>"
        for day in ("18", "19")
    ) + "</feed>"  # fmt: skip
    feed = parse_feed(atom.encode())
    assert [(entry.guid, entry.markdown) for entry in feed.entries] == [("a", "Le 19.\n")]


def test_entries_without_an_identifier_get_a_lasting_one():
    first = parse_feed(rss("<item><title>un</title></item><item><title>deux</title></item><item/>").encode())
    again = parse_feed(rss("<item><title>trois</title></item><item><title>un</title></item>").encode())
    assert len({entry.guid for entry in first.entries}) == 2
    assert first.entries[0].guid == again.entries[1].guid
    assert first.problems == ("An empty entry was left out.",)


def test_pictures_attached_are_shown_or_listed():
    picture = "<enclosure url='/p/{}.jpg' type='image/jpeg' length='1'/>"
    shown = entry_of(rss(f"<item><title>a</title>{picture.format(1)}</item>"))
    assert (shown.lead_image.url, shown.enclosures) == ("https://exemple.org/p/1.jpg", ())
    body = "<description>&lt;p&gt;&lt;img src='/p/2.jpg'&gt;&lt;/p&gt;&lt;p&gt;Un&lt;/p&gt;</description>"
    listed = entry_of(rss(f"<item><title>a</title>{body}{picture.format(1)}</item>"))
    assert [one.url for one in listed.enclosures] == ["https://exemple.org/p/1.jpg"]


def test_the_feed_s_own_words_are_kept_beside_the_tidy_ones():
    entry = entry_of(
        rss("<item><title>a</title><author>anne@exemple.org (Anne)</author><category>A, B</category></item>")
    )
    assert (entry.author, entry.given.author) == ("Anne", "anne@exemple.org (Anne)")
    assert (entry.section, entry.tags, entry.given.categories) == ("A", ("B",), ("A, B",))


def bomb(levels):
    declared = "<!ENTITY l0 'lol'>" + "".join(
        f"<!ENTITY l{level} '{f'&l{level - 1};' * 10}'>" for level in range(1, levels)
    )
    return f"<!DOCTYPE rss [{declared}]>" + rss(f"<item><title>&l{levels - 1};</title></item>")


@pytest.mark.parametrize("levels", [7, 9, 40])
def test_an_entity_bomb_is_refused(levels):
    with pytest.raises(ContentError) as caught:
        parse_feed(bomb(levels).encode())
    assert "grow beyond measure" in caught.value.en and "enflent sans mesure" in caught.value.fr


def test_entities_from_outside_stay_outside(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("le mot de passe")
    for declared in (
        f"<!ENTITY x SYSTEM 'file://{secret}'>",
        f"<!ENTITY % p SYSTEM 'file://{secret}'> %p; <!ENTITY x 'y'>",
    ):
        feed = parse_feed((f"<!DOCTYPE rss [{declared}]>" + rss("<item><title>t&x;</title></item>")).encode())
        assert "mot de passe" not in repr(feed) and feed.entries[0].title.startswith("t")


@pytest.mark.parametrize(
    "body",
    [
        rss("<item><title>avant</title></item><item>" + "<a>" * 100_000 + "</a>" * 100_000 + "</item>"),
        rss("<item><title>avant</title><description>" + "&lt;div&gt;" * 20_000 + "</description></item>"),
        rss("<item><title>avant</title><description>" + "mot " * 250_000 + "</description></item>"),
        rss("<item><title>avant</title></item>" + "<item><title>a</title><guid>g</guid></item>" * 20_000),
        rss("<item><title>avant</title></item><!--" + "<!--" * 100_000),
        rss("<item><title>avant</title></item>" + "<![CDATA[" * 50_000),
        rss("<item><title>avant</title></item>" + "&" * 200_000),
        rss("<item><title>avant</title></item>") + "<" * 200_000,
    ],
    ids=["nested", "nested html", "long line", "copies", "comments", "sections", "ampersands", "brackets"],
)
def test_the_endless_is_read_as_far_as_it_makes_sense(body):
    feed = parse_feed(body.encode(), url=URL)
    assert feed.entries[0].title == "avant" and len(feed.entries) <= 2


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<rss>" + b"x" * 100_000_000, "10 MB"),
        (b"\x1f\x8b\x08\x00garbage" * 20_000, "not a feed"),
        (b"[" * 100_000, "JSON"),
        (b'{"items":' + b"[" * 100_000, "JSON"),
        (b'{"items": 5}', "not a feed"),
        (b"<html><body>x</body></html>", "web page"),
        (b"\x00" * 1000, "empty"),
    ],
    ids=["100 MB", "gzip", "brackets", "nested json", "json", "page", "nothing"],
)
def test_what_is_refused_gets_a_sentence(body, words):
    with pytest.raises(ContentError) as caught:
        parse_feed(body)
    assert words in caught.value.en and caught.value.fr != caught.value.en


STARTS = [
    b"", b"\xef\xbb\xbf", b"\xff\xfe", b"<rss><channel><item>", b"<rss><channel><item><title>a</title><pubDate>",
    b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'><div>", b"<!DOCTYPE rss [<!ENTITY a '&a;'>]><rss>&a;",
    b"<rdf:RDF><channel/><item>", b"<CHANNEL><ITEM>", b'{"version":"1","items":[{"id":', b"<rss><![CDATA[", b"<rss><channel xml:base='",
    b"<rss><channel><item><link>http://[", b"&lt;rss&gt;&lt;channel&gt;",
]  # fmt: skip
PIECES = st.lists(
    st.sampled_from(
        ["<item>", "</item>", "<title>", "</title>", "<link>", "<guid>", "<description>", "</description>", "<![CDATA[", "]]>", "<!--",
         "-->", "&amp;", "&eacute;", "&#0;", "&#x110000;", "&", "<", ">", "<x:y z='", "'/>", "http://[::1", "2026-99-99", "\x00", "é", "\ud7ff",
         "<media:content url='", "<enclosure length='9' url='x'/>", "<skipHours><hour>99</hour>", "<ttl>-1</ttl>", "xml:base='http://['"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


def read(body):
    try:
        feed = parse_feed(body, url=URL)
    except EncreError as error:
        assert error.fr and error.en
    else:
        assert len({entry.guid for entry in feed.entries}) == len(feed.entries)
        repr(feed).encode("utf-8")


@settings(max_examples=250, deadline=None, derandomize=True)
@given(st.binary(max_size=300), st.sampled_from(STARTS))
def test_no_bytes_break_it(noise, start):
    read(start + noise)


@settings(max_examples=250, deadline=None, derandomize=True)
@given(PIECES, st.sampled_from(STARTS))
def test_no_pieces_break_it(pieces, start):
    read(start + pieces.encode())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(["http://[", "\ud800", "\x00"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["id", "url", "title", "content_html", "content_text", "tags", "authors", "author", "name", "attachments",
                         "size_in_bytes", "date_published", "image", "summary", "items", "language"]), inner, max_size=5),
    max_leaves=15,
)  # fmt: skip


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(JSON, max_size=4), JSON)
def test_no_json_breaks_it(items, other):
    import json

    document = {"version": "https://jsonfeed.org/version/1.1", "items": items, "title": other, "authors": other}
    read(json.dumps(document).encode())


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(max_size=40))
def test_no_text_breaks_a_date(words):
    found = moment(words)
    assert found is None or found.tzinfo is UTC


def test_known_entries_are_not_cleaned_again():
    items = "".join(
        f"<item><title>{name}</title><link>/{name}</link><pubDate>2026-11-18</pubDate></item>"
        for name in ("un", "deux")
    )
    first = parse_feed(rss(items).encode(), url=URL)
    known = {entry.given.digest for entry in first.entries}
    again = parse_feed(rss(items.replace("<title>deux", "<title>Deux")).encode(), url=URL, known=known)
    assert [entry.title for entry in again.entries] == ["Deux"]
    assert (again.unchanged, len(again.times), first.unchanged) == (1, 2, 0)


def test_an_entry_that_is_only_a_file_has_its_name():
    entry = entry_of(rss("<item><enclosure url='/sons/La%20mer.mp3' type='audio/mpeg'/></item>"))
    assert (entry.title, entry.markdown) == ("La mer.mp3", "")
