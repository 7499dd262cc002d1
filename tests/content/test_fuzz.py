"""Whatever comes in, only a sentence for the reader is raised, and nothing alive comes out. Bounded, the same each run."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from reader.content.extract import extract
from reader.content.markup import clean, to_html, to_text
from reader.content.markup.dom import inert_tree, walled
from reader.content.markup.writer import Writer
from reader.core.errors import EncreError
from reader.text import typeset

BOUNDED = settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
TAGS = [
    "p",
    "div",
    "span",
    "a",
    "b",
    "i",
    "sup",
    "sub",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "tr",
    "td",
    "th",
    "caption",
    "pre",
    "code",
    "blockquote",
    "figure",
    "figcaption",
    "img",
    "picture",
    "source",
    "noscript",
    "iframe",
    "video",
    "details",
    "summary",
    "math",
    "mi",
    "msup",
    "annotation",
    "svg",
    "script",
    "style",
    "form",
    "input",
    "br",
    "hr",
    "h1",
    "h2",
    "template",
    "base",
    "meta",
    "link",
    "object",
    "embed",
    "xmp",
    "title",
    "textarea",
    "select",
    "option",
    "cite",
    "time",
    "article",
    "section",
    "aside",
    "main",
]
VALUES = (
    "javascript:alert(1)", "java\tscript:alert(1)", "&#106;avascript:alert(1)", "data:text/html,x", "file:///etc/passwd",
    "vbscript:x", "smb://h/x", "/a.jpg", "https://e.org/x", "#n", "n", "1", "0", "-1", "99999999999", "a,b 2x, c 3w",
    "wp-caption-text", "credit", "encre-note", "&quot;><img src=x onerror=alert(1)>", "](javascript:alert(1))", "",
)  # fmt: skip
NAMES = [
    "href",
    "src",
    "srcset",
    "data-src",
    "class",
    "id",
    "style",
    "onclick",
    "onerror",
    "title",
    "alt",
    "colspan",
    "rowspan",
    "start",
    "value",
    "width",
    "poster",
    "name",
]
TEXTS = (
    "mot", "[x](javascript:alert(1))", "![x](data:a)", "<script>", "**", "`", "~", "^", "|", "\\", "&lt;script&gt;alert(1)",
    "\u2003credit", "<javascript:alert(1)>", "[a]: javascript:alert(1)", "1. ", "# ", "> ", ": ", "\x00", "\ud7ff", "é\u202e",
    "[^1]: x", "::: x", "$$", "---", "é" * 300, "&#0;", "&#x110000;", "]]>", "<!--", "-->", "<![CDATA[",
)  # fmt: skip


@st.composite
def markup(draw, depth=4):
    """A piece of HTML: well-formed or not, with hostile values."""
    if depth == 0 or draw(st.booleans()):
        return draw(st.sampled_from(TEXTS))
    tag = draw(st.sampled_from(TAGS))
    given_attributes = draw(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES)), max_size=3))
    attributes = "".join(f' {name}="{value}"' for name, value in given_attributes)
    inner = "".join(draw(st.lists(markup(depth=depth - 1), max_size=3)))
    closing = draw(st.sampled_from((f"</{tag}>", "", "</p>", "</div>")))
    return f"<{tag}{attributes}>{inner}{closing}"


def alive(html):
    """What a browser would run, fetch or follow in this HTML that must not be there."""
    if not html.strip():
        return []
    tree = lxml_html.document_fromstring(html)
    allowed = {"html", "body", "p", "a", "img", "strong", "em", "s", "code", "pre", "ul", "ol", "li", "blockquote", "h1",
               "h2", "h3", "h4", "h5", "h6", "hr", "br", "table", "thead", "tbody", "tr", "th", "td", "sup", "sub", "dl",
               "dt", "dd", "figure", "figcaption", "small", "section"}  # fmt: skip
    bad = [element.tag for element in tree.iter() if element.tag not in allowed]
    for element in tree.iter():
        bad += [
            name
            for name in element.attrib
            if name.startswith("on") or (name == "style" and "text-align" not in element.get(name))
        ]
        for name in ("href", "src"):
            address = re.sub(r"[\x00-\x20]", "", element.get(name) or "").lower()
            if address and not address.startswith(("http://", "https://", "mailto:", "#")):
                bad.append(address)
    return bad


PLAIN_TAGS = [
    "p",
    "div",
    "a",
    "b",
    "em",
    "span",
    "ul",
    "ol",
    "li",
    "h2",
    "blockquote",
    "figure",
    "figcaption",
    "pre",
    "code",
]
PLAIN_PIECES = (
    *(
        "mot",
        " ",
        "\n",
        "a &amp; b",
        "&nbsp;",
        "&#13;",
        "&#1;",
        "\r\n",
        "<br>",
        "<hr>",
        "<img src='/a.png'>",
        "</p>",
        "</b>",
    ),
    *(
        "<li>",
        "<p>",
        "<b>",
        "<a href='/z'>",
        "<a href='http://a b/'>",
        "<a href='http://1.2.3/'>",
        "<image src='/q.png'>",
    ),
    *(
        "<table><tr><td>",
        "<wbr>",
        "<dd>",
        "<p>",
        "<h2>",
        "</a>",
        "<script>",
        "<x-y>",
        "<svg>",
        "<noscript><img src=/a>",
    ),
)


@st.composite
def plain_markup(draw, depth=4):
    """A piece of HTML that is mostly plain, and now and then not."""
    if depth == 0 or draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from(PLAIN_PIECES))
    tag = draw(st.sampled_from(PLAIN_TAGS))
    attribute = draw(st.sampled_from(("", "", f' {draw(st.sampled_from(NAMES))}="{draw(st.sampled_from(VALUES))}"')))
    inner = "".join(draw(st.lists(plain_markup(depth=depth - 1), max_size=3)))
    return f"<{tag}{attribute}>{inner}{draw(st.sampled_from((f'</{tag}>', f'</{tag}>', '')))}"


@settings(BOUNDED, max_examples=600)
@given(st.lists(plain_markup(), min_size=1, max_size=4).map("".join))
def test_the_second_wall_would_change_nothing_where_it_is_not_needed(html):
    tree, _ = inert_tree(html, "https://exemple.org/a/b")
    without, behind = Writer(), Writer()
    behind_wall = behind.write(walled(tree))
    assert without.write(tree) == behind_wall
    assert (without.links, without.pictures) == (behind.links, behind.pictures)


@BOUNDED
@given(st.lists(markup(), min_size=1, max_size=4).map("".join))
def test_nothing_alive_comes_out_of_any_fragment(html):
    cleaned = clean(html, base_url="https://exemple.org/a/b")
    assert alive(cleaned.html) == []
    assert not re.search(
        r"<(?:script|iframe|svg|style|form|object|embed)\b", re.sub(r"\\<|`[^`]*`", "", cleaned.markdown)
    )
    assert all(address.startswith(("http", "mailto:")) for address in cleaned.links)
    assert all(picture.url.startswith("http") for picture in cleaned.pictures)
    typeset(cleaned.markdown, "fr")


@BOUNDED
@given(
    st.lists(markup(), max_size=5).map("".join),
    st.sampled_from(["", "<html><body>", "<!doctype html><html lang=fr><h1>t</h1>"]),
)
def test_only_a_sentence_is_raised_by_any_page(inside, before):
    page = f"{before}{inside}".encode("utf-8", "replace")
    try:
        found = extract(page, url="https://exemple.org/a/b")
    except EncreError as error:
        assert error.fr and error.en
        return
    assert alive(found.html) == []


@BOUNDED
@given(st.binary(max_size=400))
def test_only_a_sentence_is_raised_by_any_bytes(body):
    try:
        found = extract(body, url=None)
    except EncreError as error:
        assert error.fr and error.en
    else:
        assert alive(found.html) == []


@BOUNDED
@given(st.lists(st.sampled_from(TEXTS + tuple(f"<{tag}>" for tag in TAGS)), max_size=12).map(" ".join))
def test_the_second_gate_holds_alone(markdown):
    assert alive(to_html(markdown)) == []
    to_text(markdown)


@BOUNDED
@given(st.lists(st.tuples(st.sampled_from(["b", "i", "del", "span", "a href=/x", "code", "sup", "sub"]), st.sampled_from(
    ["mot", " mot ", "«mot»", "mot,", "(", ")", "a*b", "!", " ", "", "5 € ", "d'un", "_x_"])), max_size=7))  # fmt: skip
def test_marks_are_read_back_as_marks(parts):
    """No asterisk of ours is ever seen as a sign, no word is lost, whatever stands beside the emphasis."""
    html = "".join(f"<{tag}>{words}</{tag.split()[0]}>" for tag, words in parts)
    said = lxml_html.document_fromstring(f"<p>{html}</p>").text_content()
    shown = lxml_html.document_fromstring(
        to_html(clean(f"<p>{html}</p>", base_url="https://e.org/").markdown) or "<p></p>"
    )
    assert "".join(shown.text_content().split()) == "".join(said.split())


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "\x01javascript:alert(1)", "data:text/html,x",
     "vbscript:x", "file:///etc/passwd", "smb://h/s", "intent://x", "ms-settings:x", "view-source:http://e.org", "blob:x",
     "//", "http://", "https:///x", "http://[::1", "ftp://e.org/x"],
)  # fmt: skip
def test_no_other_scheme_is_followed(address):
    cleaned = clean(
        f'<a href="{address}">mot</a><img src="{address}"><video src="{address}"></video>', base_url="https://e.org/"
    )
    assert (cleaned.links, cleaned.pictures) == ((), ()) or all(
        link.startswith("https://e.org") for link in cleaned.links
    )
    assert "mot" in cleaned.text
