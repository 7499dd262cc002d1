"""OPML as other readers write it, and as nobody should."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.content.opml import OpmlFeed, parse_opml, write_opml
from reader.core.errors import ContentError, EncreError


def opml(body, head=""):
    return f"{head}<opml version='2.0'><head><title>Mes flux</title></head><body>{body}</body></opml>".encode()


def test_there_and_back():
    feeds = (
        OpmlFeed("https://e.org/fil", "Le Journal", "Presse", "https://e.org/"),
        OpmlFeed("https://e.org/b?a=1&b=2", "Ü & <b>", None, None),
        OpmlFeed("https://e.org/c", "“C”", "Presse / Mer", None),
    )
    assert parse_opml(write_opml(feeds)).feeds == feeds


def test_folders_within_folders_and_categories():
    parsed = parse_opml(
        opml("""<outline text="A"><outline title="B" text="x"><outline text="Un" XMLURL="http://un.example/feed"/></outline>
          <outline text="Vide" type="rss"/></outline><outline text="Deux" xmlUrl="feed://deux.example/" category="/Mer/Port,x"/>
          <outline text="Groupe" xmlUrl="https://trois.example/"><outline text="Quatre" xmlUrl="quatre.example/rss"/></outline>
          <outline text="odd" xmlUrl="ftp://x"/>""")
    )
    assert [(feed.title, feed.folder, feed.url) for feed in parsed.feeds] == [
        ("Un", "A / B", "http://un.example/feed"),
        ("Deux", "Mer / Port", "http://deux.example/"),
        ("Groupe", None, "https://trois.example/"),
        ("Quatre", None, "http://quatre.example/rss"),
    ]
    assert parsed.problems == ("Vide: no address is given.", "odd: “ftp://x” is not an address of the web.")


@pytest.mark.parametrize(
    "body",
    [
        opml("<outline text='Caf&eacute; & th&#233;' xmlUrl='https://e.org/?a=1&b=2'/>"),
        opml("<outline text='Café & thé' xmlUrl='https://e.org/?a=1&amp;b=2'>"),
        opml("<outline text='Café &amp; thé' xmlUrl='https://e.org/?a=1&amp;b=2'/>")[:-10],
        b"<?xml version='1.0' encoding='iso-8859-1'?>" + opml("<outline text='Caf\xe9 &amp; thé' xmlUrl='https://e.org/?a=1&amp;b=2'/>").decode().encode("cp1252"),
        opml("<outline text='Café &amp; thé' xmlUrl='https://e.org/?a=1&amp;b=2'/>").decode().encode("utf-16"),
        opml("<outline text='&c; &amp; thé' xmlUrl='https://e.org/?a=1&amp;b=2'/>", "<!DOCTYPE opml [<!ENTITY c 'Café'>]>"),
        b"\n\n junk " + opml("<outline text='Café &amp; thé' xmlUrl='https://e.org/?a=1&amp;b=2'/>"),
    ],
    ids=["entities", "unclosed", "cut", "latin", "utf-16", "declared", "noise"],
)  # fmt: skip
def test_what_is_no_xml_is_read_all_the_same(body):
    (feed,) = parse_opml(body).feeds
    assert (feed.title, feed.url) == ("Café & thé", "https://e.org/?a=1&b=2")


def test_a_quotation_mark_within_an_attribute_hides_no_feed():
    parsed = parse_opml(
        opml("""<outline text="Un" description="par <a href="https://x.example">X</a>" xmlUrl="https://un.example/"/>
          <outline text="Deux" xmlUrl="https://deux.example/"/>""")
    )
    assert {(feed.title, feed.url) for feed in parsed.feeds} == {
        ("Un", "https://un.example/"),
        ("Deux", "https://deux.example/"),
    }
    assert parsed.problems


@pytest.mark.parametrize(
    "body",
    [
        b"", b"not at all", b"<html><body>x</body></html>", opml(""), b" " * 20_000_001,
        opml("<outline text='&l9;' xmlUrl='https://e.org/'/>", "<!DOCTYPE opml [<!ENTITY l0 'lol'>"
             + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"),
    ],
    ids=["empty", "words", "page", "none", "large", "bomb"],
)  # fmt: skip
def test_what_is_refused_gets_a_sentence(body):
    with pytest.raises(ContentError) as caught:
        parse_opml(body)
    assert caught.value.fr != caught.value.en


def test_a_file_from_outside_stays_outside(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("le mot de passe")
    body = opml(
        "<outline text='a&x;' xmlUrl='https://e.org/'/>", f"<!DOCTYPE opml [<!ENTITY x SYSTEM 'file://{secret}'>]>"
    )
    assert "mot de passe" not in repr(parse_opml(body))


def test_nesting_without_end():
    body = opml("<outline text='a'>" * 50_000 + "<outline text='b' xmlUrl='https://e.org/'/>")
    try:
        assert {feed.url for feed in parse_opml(body).feeds} <= {"https://e.org/"}
    except ContentError as error:
        assert error.fr


PIECES = st.lists(
    st.sampled_from(
        ["<outline ", "<outline text='a'>", "</outline>", "xmlUrl=\"http://[", "xmlUrl='https://e.org/'", "/>", ">", "<", "&", "&eacute;",
         "category=',,/'", "text='é'", "<body>", "</body>", "<!--", "]]>", "<![CDATA[", "\x00", "type='rss'", "xmlns:a='x'", "a:b='c'"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=250, deadline=None, derandomize=True)
@given(
    st.binary(max_size=100), PIECES, st.sampled_from([b"", b"<opml>", b"<opml><body><outline xmlUrl='", b"\xff\xfe"])
)
def test_no_bytes_break_it(noise, pieces, start):
    try:
        parsed = parse_opml(start + pieces.encode() + noise)
    except EncreError as error:
        assert error.fr
    else:
        assert all(feed.url.lower().startswith(("http://", "https://")) for feed in parsed.feeds)
