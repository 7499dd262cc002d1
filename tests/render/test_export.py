"""Files that leave Encre: opened again here by other programs' means, and read."""

import html.parser
import io
import re
import zipfile
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from reader.core.entities import Access, ArticleId, Picture
from reader.render.export import ExportError, article_html, file_name, write_epub, write_html, write_markdown, write_pdf
from reader.render.export.outline_of_pdf import Bookmark, with_bookmarks
from reader.render.export.pdf import Line, page_breaks
from reader.render.export.xhtml import address, body_xhtml
from reader.style.fonts import load_fonts
from reader.text import compose
from tests.epubcheck import complaints, needs_epubcheck
from tests.render.articles import PALETTES, UPDATED, article, long_text
from tests.render.test_document import stored_picture

BASE, DARK = PALETTES["base"], PALETTES["sombre"]
XHTML = "{http://www.w3.org/1999/xhtml}"
TEXT = (
    "## Un titre & des signes <x>\n\nUn *mot*, `a<b`, [lien](https://encre.invalid/é?a=1&b=2), note[^1].\n\n"
    "> dit\n>\n> > et redit\n\n- un\n  - dedans\n- deux\n\n3. trois\n4. quatre\n\n```py\nif a < b: pass\n```\n\n"
    "| A | B |\n|---|---|\n| 1 | 2 |\n\n![Phare](https://encre.invalid/p.png)\n\n![Perdu](https://encre.invalid/q.png)\n\n"
    "▸ **Qui *paie* ?**\n\n- a\n- ▾ **Dedans**\n\n  b\n\n  ▴\n\n> cité\n\n▴\n\n"
    "![Un](https://encre.invalid/p.png)\\\n\u2003Aube\\\n![Deux](https://encre.invalid/p.png)\\\n\u2003\u2003Photo : Anne\n\n"
    "[^1]: La note & sa fin.\n"
)


@pytest.fixture(autouse=True)
def fonts(qapp):
    load_fonts()


@pytest.fixture
def rich(tmp_path):
    file = stored_picture(tmp_path)
    return article(
        TEXT, pictures=(Picture("https://encre.invalid/p.png", "Phare", file=file, width=400, height=200),), **UPDATED
    )


def body(markdown):
    text = body_xhtml(compose(markdown, "fr").blocks, lambda figure: "")
    return ElementTree.fromstring(f"<body xmlns:epub='http://www.idpf.org/2007/ops'>{text}</body>")


def test_lists_and_quotations_nest_as_they_were_written():
    tree = body("> a\n>\n> > b\n\n- un\n\n  suite\n  - dedans\n- deux\n\n3. trois\n4. quatre\n\nfin")
    assert ["".join(one.itertext()).split() for one in tree.findall("./blockquote/blockquote/p")] == [["b"]]
    assert ["".join(one.itertext()).split() for one in tree.findall("./ul/li")] == [["un", "suite", "dedans"], ["deux"]]
    assert ["".join(one.itertext()).split() for one in tree.findall("./ul/li/ul/li")] == [["dedans"]]
    assert (tree.find("./ol").get("start"), len(tree.findall("./ol/li"))) == ("3", 2)
    assert tree[-1].text == "fin" or tree[-2].text == "fin"


def test_details_hold_what_they_held_and_stand_open():
    tree = body("▸ **Un**\n\n- a\n- ▾ **Deux**\n\n  b\n\n  ▴\n- c\n\n> d\n\n▴\n\nfin")
    outer = tree.find("./details")
    assert outer.get("open") and outer.findtext("summary") == "Un"
    assert ["".join(one.itertext()).split() for one in outer.findall("./ul/li")] == [["a"], ["Deux", "b"], ["c"]]
    assert outer.find("./ul/li/details/p").text == "b"
    assert outer.findtext("./blockquote/p") == "d"
    assert [one.text for one in tree.findall("./p")] == ["fin"]


def test_a_gallery_stands_in_a_row_with_its_words():
    tree = body(
        "![a](https://e.org/a)\\\n\u2003Un\\\n![b](https://e.org/b)\\\n\u2003Deux\n\nmot\n\n![c](https://e.org/c)"
    )
    rows = tree.findall("./figure[@class='gallery']")
    assert [[one.findtext("figcaption") for one in row.findall("figure")] for row in rows] == [["Un", "Deux"]]
    assert len(tree.findall("./figure")) == 2
    shared = body("![a](https://e.org/a)\n![b](https://e.org/b)\\\n\u2003Tous deux").find("./figure")
    assert [one.findtext("figcaption") for one in shared.findall("figure")] == [None, None]
    assert shared.findtext("figcaption") == "Tous deux"


@pytest.mark.parametrize(
    ("href", "safe"),
    [
        ("https://encre.invalid/é?a=1&b=[2]", "https://encre.invalid/%C3%A9?a=1&b=%5B2%5D"),
        ("javascript:alert(1)", ""),
        ("encre:changes", ""),
        ("https://", ""),
        ("http://[bad", ""),
        ("http://a b.invalid/", ""),
        ("http://encre.invalid:99999/", ""),
        ("mailto:a@encre.invalid", "mailto:a@encre.invalid"),
    ],
)
def test_only_addresses_that_lead_somewhere_stand_in_a_page(href, safe):
    assert address(href) == safe


class Sources(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found, self.tags = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.found += [value for name, value in attrs if name in ("src", "srcset", "data", "poster")]


def test_the_page_holds_everything_and_asks_for_nothing(rich, tmp_path):
    page = article_html(rich, tmp_path, BASE, DARK)
    sources = Sources()
    sources.feed(page)
    assert len(sources.found) == 3
    assert all(one.startswith("data:image/png;base64,") for one in sources.found)
    assert not {"script", "link", "iframe", "form"} & set(sources.tags)
    assert "default-src 'none'" in page
    assert "url(" not in page
    assert "\u00ad" not in page
    assert BASE.pane in page
    assert DARK.pane in page
    assert "[Perdu]" in page
    write_html(rich, tmp_path / "out.html", tmp_path, BASE)
    assert (tmp_path / "out.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_markdown_has_front_matter_and_its_pictures_beside_it(rich, tmp_path):
    file = tmp_path / "sorti" / "un article.md"
    write_markdown(rich, file, tmp_path)
    text = file.read_text(encoding="utf-8")
    head, _, rest = text.removeprefix("---\n").partition("---\n")
    assert 'title: "La digue et le marais"\n' in head
    assert 'url: "https://encre.invalid/7"\n' in head
    assert "published: 2026-11-18T12:00:00+00:00\n" in head
    assert "# La digue et le marais" in rest
    assert "![Phare](<un%20article%20%28images%29/01.png>)" in rest
    assert "![Perdu](<https://encre.invalid/q.png>)" in rest
    assert "<details>\n<summary>Qui paie ?</summary>\n\n- a\n" in rest and "> cité\n\n</details>\n" in rest
    assert "01.png>)\\\n\u2003Aube\\\n![Deux](<" in rest
    assert not QImage(str(file.with_name("un article (images)") / "01.png")).isNull()


def book(file):
    with zipfile.ZipFile(file) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"application/epub+zip"
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_book_of_several_articles_is_whole_and_well_formed(rich, tmp_path):
    other = article("Une autre.", id=ArticleId(8), guid="a-8", title="L'autre & la fin", access=Access.TEASER)
    write_epub([rich, other], tmp_path / "b.epub", tmp_path, "Deux <articles>")
    files = book(tmp_path / "b.epub")
    package = ElementTree.fromstring(files["book/package.opf"])
    items = {item.get("id"): item for item in package.iter("{http://www.idpf.org/2007/opf}item")}
    assert {f"book/{item.get('href')}" for item in items.values()} | {
        "mimetype", "META-INF/container.xml", "book/package.opf"
    } == set(files)  # fmt: skip
    spine = [items[ref.get("idref")].get("href") for ref in package.iter("{http://www.idpf.org/2007/opf}itemref")]
    assert spine == ["cover.xhtml", "contents.xhtml", "article-0001.xhtml", "article-0002.xhtml"]
    assert sorted(item.get("properties") or "" for item in items.values())[-2:] == ["cover-image", "nav"]
    for name, content in files.items():
        if name.endswith(".xhtml"):
            page = ElementTree.fromstring(content)
            ids = [one.get("id") for one in page.iter() if one.get("id")]
            assert len(ids) == len(set(ids))
            for link in page.iter(f"{XHTML}a"):
                href = link.get("href")
                inside = href.removeprefix("#") in ids if href.startswith("#") else f"book/{href}" in files
                assert inside or href.startswith("https://"), href
            for picture in page.iter(f"{XHTML}img"):
                assert f"book/{picture.get('src')}" in files
    nav = ElementTree.fromstring(files["book/contents.xhtml"])
    assert [link.text for link in nav.iter(f"{XHTML}a")] == ["La digue et le marais", "L'autre & la fin"]
    assert QImage.fromData(files["book/cover.png"]).height() == 1800


def test_a_full_or_forbidden_disk_leaves_the_old_file(rich, tmp_path):
    file = tmp_path / "dir"
    file.mkdir()
    for write in (
        lambda: write_html(rich, file, tmp_path, BASE),
        lambda: write_epub([rich], file, tmp_path),
        lambda: write_pdf(rich, file, tmp_path, BASE),
        lambda: write_markdown(rich, file, tmp_path),
    ):
        with pytest.raises(ExportError, match="could not be written"):
            write()
    assert [one.name for one in tmp_path.iterdir() if one.name.endswith(".new")] == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Un titre: a/b\\c?", "2026-11-18 Un titre a b c.pdf"),
        ("...", "2026-11-18 article.pdf"),
        ("é" * 200, f"2026-11-18 {'é' * 80}.pdf"),
    ],
)
def test_names_of_files_are_safe(title, name):
    assert file_name(article(title=title), ".pdf") == name


def objects(pdf):
    """Every object by number, found through the last cross-reference section and those before it."""
    found, start = {}, int(re.search(rb"startxref\s*(\d+)\s*%%EOF\s*$", pdf)[1])
    while start:
        table, _, trailer = pdf[start:].partition(b"trailer")
        at = 0
        for line in table.split(b"\n")[1:]:
            row = re.match(rb"(\d+) (\d+) ?$", line.strip())
            if row and len(line.strip()) < 18:
                at = int(row[1])
            elif line.strip().endswith(b"n"):
                place = int(line[:10])
                assert pdf[place:].startswith(b"%d 0 obj" % at), (at, pdf[place : place + 20])
                found.setdefault(at, pdf[place:].partition(b"endobj")[0])
                at += 1
            elif line.strip().endswith(b"f"):
                at += 1
        before = re.search(rb"/Prev (\d+)", trailer.partition(b"startxref")[0])
        start = int(before[1]) if before else 0
    return found


def titles(pdf):
    return [bytes.fromhex(one.decode()).decode("utf-16") for one in re.findall(rb"/Title <([0-9A-Fa-f]+)>", pdf)]


def test_the_pdf_has_pages_bookmarks_links_and_language(rich, tmp_path):
    file = tmp_path / "a.pdf"
    text = TEXT + "\n\n" + long_text(3000)
    write_pdf(article(text, pictures=rich.pictures, **UPDATED), file, tmp_path, BASE)
    pdf = file.read_bytes()
    found = objects(pdf)
    pages = [one for one in found.values() if re.search(rb"/Type /Page\b", one)]
    assert 6 <= len(pages) <= 14
    root = found[int(re.findall(rb"/Root (\d+)", pdf)[-1])]
    outlines = found[int(re.search(rb"/Outlines (\d+)", root)[1])]
    assert int(re.search(rb"/Count (\d+)", outlines)[1]) == len(titles(pdf))
    assert titles(pdf)[:3] == ["La digue et le marais", "Un titre & des signes <x>", "Partie 1 du récit"]
    assert b"/URI (https://encre.invalid/8)" in pdf
    assert b"encre:" not in pdf
    assert b"/Lang <feff00660072>" in pdf


def test_bookmarks_leave_a_file_of_another_shape_alone():
    mark = Bookmark("x", 1, 0, 0.0)
    assert with_bookmarks(b"not a pdf", [mark], "fr") == b"not a pdf"
    assert with_bookmarks(b"%PDF-1.4\ntrailer\n<< /Size 1 >>\nstartxref\n9\n%%EOF\n", [mark], "").endswith(
        b"9\n%%EOF\n"
    )


def lines(*facts):
    return [Line(10.0 * n, 10.0 * n + 10, "h" in fact, "w" in fact) for n, fact in enumerate(facts)]


@pytest.mark.parametrize(
    ("facts", "height", "tops"),
    [
        (("",) * 10, 50, [0, 50]),
        (("", "", "", "", "h", "", ""), 50, [0, 40]),
        (("", "", "", "", "", "w", ""), 50, [0, 40]),
        (("h",) * 8, 50, [0, 50]),
        (("",) * 3, 50, [0]),
        ((), 50, [0]),
    ],
)
def test_pages_break_where_a_reader_would(facts, height, tops):
    assert page_breaks(lines(*facts), height) == tops


def test_a_line_taller_than_a_page_does_not_stop_the_pages():
    tall = [Line(0, 10, False, False), Line(10, 400, False, False), Line(400, 410, False, False)]
    assert page_breaks(tall, 100) == [0, 10, 400]


def test_the_bytes_of_a_book_are_a_zip(rich, tmp_path):
    write_epub([rich], tmp_path / "one.epub", tmp_path)
    assert zipfile.is_zipfile(io.BytesIO((tmp_path / "one.epub").read_bytes()))


@needs_epubcheck
def test_a_book_of_all_that_an_article_can_hold_is_valid(rich, tmp_path):
    arabic = article("نص قصير.\n\n## عنوان\n\nنص[^1].\n\n[^1]: حاشية.\n", language="ar", title="عنوان & آخر")
    odd = article(
        "# A\n\n### C\n\n[x](javascript:a) [y](http://[bad) <b>\n\nTerm\n: Meaning\n\nH~2~O x^2^\n", title="<i>"
    )
    empty = article("", title="Rien", language=None, url=None)
    write_epub([rich, arabic, odd, empty, rich], tmp_path / "livre.epub", tmp_path, "Tout & plus")
    assert complaints(tmp_path / "livre.epub") == ""
