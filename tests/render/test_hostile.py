"""Hostile markup from feeds: whatever a publisher sends, nothing runs and nothing is asked of the network.

Each way in (the vectors written here for Encre: tags × places × disguises) goes the whole way: cleaned, stored as
Markdown, shown in the pane, exported as a web page and as a chapter of a book.
"""

import html.parser
import itertools
import re
import zipfile
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from reader.content.markup import clean
from reader.render.article import ArticleDocument
from reader.render.export import article_html, write_epub
from reader.render.figures import Pictures
from reader.render.formats import TextStyle
from reader.style.fonts import load_fonts
from tests.render.articles import PALETTES, article

RUN = "alert(1)"
# What a book says itself of pictures in a row.
SHARE = re.compile(r"flex: [\d.]+ 1 [\d.]+em")
EVENTS = ("onload", "onerror", "onclick", "onfocus", "ontoggle", "onbegin", "onmouseover", "oNErRoR")
TAGS = ("img", "svg", "body", "details open", "video", "audio", "input autofocus", "a href=#x", "object", "marquee")
SCHEMES = (
    "javascript:", "JaVaScRiPt:", "java\tscript:", "java\nscript:", "\x01javascript:", " javascript:", "javascript&#58;",
    "&#106;avascript:", "&#x6A;avascript&colon;", "vbscript:", "data:text/html,<script>", "data:image/svg+xml,<svg>",
    "file:///etc/", "encre:changes#", "blob:", "jar:", "view-source:javascript:",
)  # fmt: skip
LINKS = (
    "<a href='{0}alert(1)'>x</a>", '<a href="{0}alert(1)">x</a>', "<a href={0}alert(1)>x</a>",
    "<img src='{0}alert(1)'>", "<iframe src='{0}alert(1)'></iframe>", "<form action='{0}a'><button>x</button></form>",
    "<svg><a xlink:href='{0}alert(1)'><text>x</text></a></svg>", "<embed src='{0}a'>", "<object data='{0}a'></object>",
    "<base href='{0}a'>", "<link rel=stylesheet href='{0}a'>", "<video poster='{0}a'><source src='{0}b'></video>",
    "<math href='{0}a'><mi>x</mi></math>", "<meta http-equiv=refresh content='0;url={0}a'>", "<q cite='{0}a'>x</q>",
)  # fmt: skip
WRAPPERS = (
    "{0}", "<!--{0}-->", "<![CDATA[{0}]]>", "<noscript><p title='</noscript>{0}'></noscript>", "<title>{0}</title>",
    "<textarea>{0}</textarea>", "<template>{0}</template>", "<svg><style>{0}</style></svg>", "<math><mtext>{0}</mtext></math>",
    "<table><td>{0}</table>", "<pre><code>{0}</code></pre>", "<xmp>{0}</xmp>", "<select>{0}</select>", "&lt;p&gt;{0}",
    "`{0}`", "[x]({0})", "![x]({0})", "<p>]({0}</p>", "<a title=\"'>{0}\">y</a>",
)  # fmt: skip
SCRIPTS = (
    f"<script>{RUN}</script>", f"<ScRiPt >{RUN}</sCrIpT>", f"<script/x>{RUN}</script>", f"<<script>{RUN}//<</script>",
    "<script src=//encre.invalid/x.js></script>", f"<scr<script>ipt>{RUN}</scr</script>ipt>", f"<style>*{{x:expression({RUN})}}</style>",
    "<style>@import '//encre.invalid/x.css'</style>", f"<p style='background:url(javascript:{RUN})'>x</p>",
    f"<svg><script>{RUN}</script></svg>", f"<svg><animate onbegin={RUN} attributeName=x></svg>", f"<x contenteditable onblur={RUN}>x",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<img srcset='javascript:a 1x'>", "\x00<script>a</script>",
    f"<?xml-stylesheet href='javascript:{RUN}'?>", f"<!ENTITY x '{RUN}'>", "<plaintext><script>a", "<a ping='//encre.invalid'>x</a>",
)  # fmt: skip


def vectors():
    yield from SCRIPTS
    yield from (f"<{tag} {event}={RUN}>x" for tag, event in itertools.product(TAGS, EVENTS))
    yield from (f"<{tag}/{event}='{RUN}'//>x" for tag, event in itertools.product(TAGS, EVENTS))
    links = [link.format(scheme) for link, scheme in itertools.product(LINKS, SCHEMES)]
    yield from links
    inside = [*SCRIPTS, *links[::7], f"<img src=x onerror={RUN}>"]
    yield from (wrapper.format(one) for wrapper, one in itertools.product(WRAPPERS[1:], inside))


VECTORS = list(vectors())
ACTIVE = {
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "form",
    "base",
    "link",
    "svg",
    "math",
    "input",
    "button",
    "audio",
}
ACTIVE |= {"video", "template", "meta", "marquee", "noscript", "frame", "applet", "animate"}


OWN = ("article-", "cover.png", "images/")


class Seen(html.parser.HTMLParser):
    """What a browser would find in a page."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        if tag in ACTIVE:
            self.found.append(tag)
        for name, value in attributes:
            if name.startswith("on") or name in ("style", "srcset", "srcdoc", "ping", "xlink:href", "action"):
                self.found.append((tag, name, value))
            elif name in ("href", "src", "cite", "poster", "data"):
                plain = "".join((value or "").split()).lower()
                if not plain.startswith(("http://", "https://", "mailto:", "#", "data:image/png", "data:image/jpeg")):
                    self.found.append((tag, name, value))


def active(page):
    """Everything active in the article's part of a page; the page's own head has its policy and sheet."""
    seen = Seen()
    seen.feed(page[page.index("<article>") :] if "<article>" in page else page)
    seen.close()
    return seen.found


def test_there_are_more_than_a_thousand_ways_in_and_each_is_another():
    assert len(set(VECTORS)) == len(VECTORS) > 1_000


@pytest.fixture(scope="module")
def cleaned():
    return [clean(vector, base_url="https://encre.invalid/a/").markdown for vector in VECTORS]


def test_no_page_runs_anything(qapp, cleaned, tmp_path):
    load_fonts()
    for vector, markdown in zip(VECTORS, cleaned, strict=True):
        # What the cleaner left, and what an older or foreign library may hold: the vector itself.
        for text in (markdown, vector):
            page = article_html(article(text, title=vector[:80]), tmp_path, PALETTES["base"])
            assert active(page) == [], (vector, text)


def test_no_link_of_the_pane_leads_to_code(qapp, cleaned, tmp_path):
    load_fonts()
    pictures = Pictures()
    for start in range(0, len(VECTORS), 50):
        many = "\n\n".join((*cleaned[start : start + 50], *VECTORS[start : start + 50]))
        shown = ArticleDocument(
            article(many, id=start), TextStyle(), PALETTES["base"], pictures, data_folder=tmp_path, width=600
        )
        shown.write_more(60_000)
        block = shown.document.begin()
        while block.isValid():
            for span in block.textFormats():
                scheme = urlsplit(span.format.anchorHref()).scheme
                assert scheme in ("", "http", "https", "mailto", "encre"), span.format.anchorHref()
                assert "encre:changes#" not in span.format.anchorHref(), "a publisher cannot press our own buttons"
                assert not span.format.isImageFormat(), "Qt would fetch it"
            block = block.next()


def test_a_book_of_them_is_well_formed(qapp, cleaned, tmp_path):
    load_fonts()
    write_epub([article("\n\n".join(cleaned)), article("\n\n".join(VECTORS[::5]), id=8)], tmp_path / "b.epub", tmp_path)
    with zipfile.ZipFile(tmp_path / "b.epub") as book:
        for name in book.namelist():
            if name.endswith(".xhtml"):
                ElementTree.fromstring(book.read(name))
                page = book.read(name).decode()
                found = active(page[page.index("<body>") :])
                found = [one for one in found if not (isinstance(one, tuple) and str(one[2]).startswith(OWN))]
                assert [one for one in found if not (one[:2] == ("figure", "style") and SHARE.fullmatch(one[2]))] == []
