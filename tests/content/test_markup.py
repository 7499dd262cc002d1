import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from reader.content.markup import clean, to_html
from reader.core.entities import Picture
from reader.text.blocks import parse_blocks

BASE = "https://exemple.org/a/page"

CASES = [
    ("<p>Un  <b>mot</b> et <i>un autre</i>.</p>", "Un **mot** et *un autre*.\n"),
    ("<h2>Titre #</h2><p>a<br>b</p>", "## Titre \\#\n\na\\\nb\n"),
    ("<p>1. pas une liste</p>", "1\\. pas une liste\n"),
    ("<p># pas un titre</p>", "\\# pas un titre\n"),
    ("<p>2 * 3 * 4 [x] &lt;b&gt;</p>", "2 \\* 3 \\* 4 \\[x\\] \\<b>\n"),
    ("<ul><li>un<ul><li>dedans</li></ul></li><li>deux</li></ul>", "- un\n  - dedans\n- deux\n"),
    ('<ol start="3"><li>trois</li><li>quatre</li></ol>', "3. trois\n4. quatre\n"),
    ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b\n"),
    ('<pre><code class="language-python">a = 1\n  b</code></pre>', "```python\na = 1\n  b\n```\n"),
    ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2|3</td></tr></table>",
     "| a | b |\n| --- | --- |\n| 1 | 2\\|3 |\n"),
    ('<a href="../b?utm_source=x&amp;id=2">lien</a>', "[lien](https://exemple.org/b?id=2)\n"),
    ('<a href="javascript:alert(1)">lien</a>', "lien\n"),
    ('<a href="java\tscript:alert(1)">lien</a>', "lien\n"),
    ('<img src="data:image/png;base64,xx" alt="x">', ""),
    ('<p>a</p><img src="p.gif" width="1" height="1">', "a\n"),
    ('<img src="x.gif" data-src="vrai.jpg" alt="mer">', "![mer](https://exemple.org/a/vrai.jpg)\n"),
    ('<img src="s.jpg" srcset="m.jpg 800w, l.jpg 1500w, xl.jpg 4000w">', "![](https://exemple.org/a/l.jpg)\n"),
    ('<iframe src="https://video.example/1" title="Un film"></iframe>', "[Un film](https://video.example/1)\n"),
    ("<script>alert(1)</script><style>p{}</style>", ""),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("html", "markdown"), CASES)
def test_html_becomes_this_markdown(html, markdown):
    assert clean(html, base_url=BASE).markdown == markdown


def test_a_figure_keeps_caption_and_credit_apart():
    cleaned = clean(
        '<figure><img src="/m.jpg" alt="La mer">'
        '<figcaption>Marée "haute". Crédits : jmiks/iStock</figcaption></figure>',
        base_url=BASE,
    )
    address = "https://exemple.org/m.jpg"
    assert cleaned.pictures == (Picture(address, "La mer", 'Marée "haute".', "Crédits : jmiks/iStock"),)
    figure = lxml_html.fromstring(cleaned.html)
    assert figure.find("img").get("src") == address
    assert figure.findtext("figcaption/small") == "Crédits : jmiks/iStock"


ATTACKS = [
    "<img src=x onerror=alert(1)>",
    '<svg><script>alert(1)</script></svg><math><mtext><img src=x onerror=alert(1)>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<img src="https://e.org/x&quot;onerror=&quot;alert(1)">',
    '<figure><img src="https://e.org/a"><figcaption>&lt;img src=x onerror=alert(1)&gt;</figcaption></figure>',
    '<a href="smb://host/x">x</a><a href="file:///etc/passwd">y</a><a href="intent:x">z</a>',
]  # fmt: skip


def alive(html):
    if not html.strip():
        return []
    tree = lxml_html.document_fromstring(html)
    bad = [element.tag for element in tree.iter("script", "iframe", "object", "embed", "svg", "form", "style")]
    for element in tree.iter():
        bad += [name for name in element.attrib if name.startswith("on")]
        for name in ("href", "src"):
            scheme = (element.get(name) or "").partition(":")[0].lower()
            bad += [scheme] if element.get(name) and scheme not in ("http", "https", "mailto") else []
    return bad


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_alive_survives(attack):
    assert alive(clean(attack, base_url=BASE).html) == []
    assert alive(to_html(attack)) == [] or attack.startswith("<img src=x")


def test_bottomless_nesting_keeps_its_words():
    cleaned = clean("<div>" * 5_000 + "au fond" + "</div>" * 5_000, base_url=BASE)
    assert "au fond" in cleaned.text
    assert cleaned.problems


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab <>/=\"'&;*_`#[]()!-\n|\\é\u202f\x00div", max_size=120))
def test_no_text_breaks_the_cleaning(text):
    assert alive(clean(text, base_url=BASE).html) == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab *_`#[]()!-+.1|~\\&;é", min_size=1, max_size=60))
def test_words_survive_the_way_there_and_back(text):
    page = lxml_html.Element("p")
    page.text = text
    cleaned = clean(lxml_html.tostring(page, encoding="unicode"), base_url=BASE)
    shown = lxml_html.document_fromstring(cleaned.html or "<p></p>").text_content()
    assert shown.split() == text.split()


def test_notes_of_the_web_become_footnotes():
    cleaned = clean(
        '<p>Un mot<sup id="r1"><a href="#fn1">1</a></sup> et deux<a href="#x2" id="b2">[2]</a>.</p><p>Suite.</p>'
        '<ol><li id="fn1"><p>La note. <a href="#r1">↩</a></p></li><li id="x2">Autre <em>note</em> <a href="#b2">^</a></li></ol>',
        base_url="https://e.org/",
    )
    assert cleaned.markdown == (
        "Un mot[1](#note-1) et deux[\\[2\\]](#note-2).\n\nSuite.\n\n"
        "1. La note. [↩](#ref-1)\n2. Autre *note* [\\^](#ref-2)\n"
    )
    assert cleaned.text == "Un mot[1] et deux[2].\nSuite.\nLa note.\nAutre note"
    assert [(block.kind.value, block.marker, block.text) for block in parse_blocks(cleaned.markdown)] == [
        ("p", "", "Un mot1 et deux2."), ("p", "", "Suite."), ("fn", "1", "La note."), ("fn", "2", "Autre note"),
    ]  # fmt: skip


def test_a_link_to_itself_or_to_nowhere_is_no_footnote():
    assert clean('<p id="a"><a href="#a">1</a> et <a href="#rien">2</a></p>', base_url=None).markdown == "1 et 2\n"
