"""HTML to Markdown and back: every form a reader would miss, as a table."""

import pytest
from lxml import html as lxml_html

from reader.content.markup import clean, opening_picture
from reader.content.markup.addresses import safe_address
from reader.text.blocks import Kind, Style, parse_blocks

BASE = "https://exemple.org/a/page"
E, C = "\u2003", "\u2003\u2003"

CASES = [
    ("<p>a<b>mot,</b>fin</p>", "a**mot**,fin\n"),
    ("<p><b>a</b><b>b</b> <i>c</i><i>d</i></p>", "**ab** *cd*\n"),
    ("<p>mot<b><a href='/z'>gras</a></b>suite</p>", "mot[**gras**](https://exemple.org/z)suite\n"),
    ("<p><b>un<br><br>deux</b></p>", "**un**\n\n**deux**\n"),
    ("<p>Oh !<a href='/y'>l</a></p>", "Oh \\![l](https://exemple.org/y)\n"),
    ("<p>H<sub>2</sub>O, 10<sup>−3</sup></p>", "H~2~O, 10^−3^\n"),
    ("<p>x<sup>a b</sup></p>", "x^a\\ b^\n"),
    ("<dl><dt>Mât</dt><dd>Pièce de bois</dd><dd>ou d'acier</dd></dl>", "Mât\n\n: Pièce de bois\n\n: ou d'acier\n"),
    ("<details><summary>Plus</summary><p>Dedans</p></details>", "▸ **Plus**\n\nDedans\n\n▴\n"),
    ("<details open><summary>Plus</summary><p>Dedans</p></details>", "▾ **Plus**\n\nDedans\n\n▴\n"),
    ("<details><summary>Vide</summary></details>", "▾ **Vide**\n"),
    ("<details><p>Sans ligne</p></details>", "Sans ligne\n"),
    ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b\n"),
    ("<ol><li>a</li></ol><ol><li>b</li></ol>", "1. a\n\n1) b\n"),
    ("<ul>texte<li>a</li></ul>", "- texte\n- a\n"),
    ("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b\n"),
    ("<ul><li>a<ol start=4><li>b</li></ol></li></ul>", "- a\n\n  4. b\n"),
    ("<p>: pas une définition</p>", "\\: pas une définition\n"),
    ("<p>nom_de_variable et _souligné_</p>", "nom_de_variable et \\_souligné\\_\n"),
    ("<p><code>a`b</code> <kbd>Ctrl</kbd></p>", "``a`b`` `Ctrl`\n"),
    ("<pre data-lang='rust'>fn main() {}</pre>", "```rust\nfn main() {}\n```\n"),
    ("<div class='highlight-python'><pre>x</pre></div>", "```python\nx\n```\n"),
    ("<pre><div>a</div><div>b</div></pre>", "```\na\nb\n```\n"),
    ("<table><tr><th>a</th><th>b</th></tr><tr><td rowspan=2>x</td><td>1</td></tr><tr><td>2</td></tr></table>",
     "| a | b |\n| --- | --- |\n| x | 1 |\n|  | 2 |\n"),
    ("<table><tr><td><p>un</p><p>deux</p></td></tr></table>", "un\n\ndeux\n"),
    ("<a href='/c'><h3>Titre</h3><p>texte</p></a>", "### [Titre](https://exemple.org/c)\n\ntexte\n"),
    ("<p><a href='https://a.org/b_(c)'>l</a></p>", "[l](<https://a.org/b_(c)>)\n"),
    ("<p><a href='#bas'>bas</a></p>", "[bas](https://exemple.org/a/page#bas)\n"),
    ("<p dir='rtl'>مرحبا <b>بالعالم</b></p>", "مرحبا **بالعالم**\n"),
    ("<p><math><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><msqrt><mi>y</mi></msqrt></math></p>", "x^2^+√(y)\n"),
    ("<p><math alttext='E = mc^2'><mi>E</mi></math></p>", "`E = mc^2`\n"),
    ("<p><script type='math/tex'>a_1</script></p>", "`a_1`\n"),
    ("<figure><img src='/m.jpg'><figcaption>La <em>mer</em>. <span class='credit'>Anne</span></figcaption></figure>",
     f"![](https://exemple.org/m.jpg)\\\n{E}La *mer*.\\\n{C}Anne\n"),
    ("<figure><a href='/g'><img src='/m.jpg' alt='m'></a><figcaption>Mer</figcaption></figure>",
     f"[![m](https://exemple.org/m.jpg)](https://exemple.org/g)\\\n{E}Mer\n"),
    ("<table class='tr-caption-container'><tr><td><img src='/m.jpg'></td></tr><tr><td class='tr-caption'>Mer</td></tr>"
     "</table>", f"![](https://exemple.org/m.jpg)\\\n{E}Mer\n"),
    ("<picture><source srcset='/s.avif 400w, /b.avif 1500w'><img src='/p.gif' alt='p'></picture>",
     "![p](https://exemple.org/b.avif)\n"),
    ("<img src='/m.jpg' srcset='/m.jpg 1200w, /g.jpg 3000w'>", "![](https://exemple.org/m.jpg)\n"),
    ("<img src='/blank.gif'><noscript><img src='/vrai.jpg'></noscript>", "![](https://exemple.org/vrai.jpg)\n"),
    ("<img src='/blanket.png'>", "![](https://exemple.org/blanket.png)\n"),
    ("<p>a<img src='https://pixel.wp.com/g.gif?x'>b<img src='/s.png' class='emoji' alt='🙂'></p>", "ab🙂\n"),
    ("<iframe data-src='https://player.vimeo.com/video/12' title='Film'></iframe>", "[Film](https://vimeo.com/12)\n"),
    ("<lite-youtube videoid='abcDEF123'></lite-youtube>",
     "[![YouTube](https://i.ytimg.com/vi/abcDEF123/hqdefault.jpg)](https://www.youtube.com/watch?v=abcDEF123)\n"),
    ("<iframe src='https://www.googletagmanager.com/ns.html?id=1'></iframe><p>a</p>", "a\n"),
    ("<img src='/m.jpg' width=570 height=0><img src='/p.gif' width=0 height=0><img src='/t.gif' width=400 height=2>",
     "![](https://exemple.org/m.jpg)\n"),
    ("<p style='display: none'>caché</p><p>a</p>", "a\n"),
    ("<p><a href='/x'>le site<span class='screen-reader-text'> (nouvel onglet)</span></a></p>",
     "[le site](https://exemple.org/x)\n"),
    ("<table><tr><td class='gutter'><pre class='lineno'>1\n2</pre></td><td><pre>x\ny</pre></td></tr></table>",
     "```\nx\ny\n```\n"),
    ("<div class='highlight highlight-source-js'><pre>a = 1</pre></div>", "```js\na = 1\n```\n"),
    ("<pre><code><span class='line'>a</span><span class='line'>b</span></code></pre>", "```\na\nb\n```\n"),
    ("<pre><code><span class='line'>a\n</span><span class='line'>b</span></code></pre>", "```\na\nb\n```\n"),
    ("<ul><li><input type=checkbox checked> fait</li><li><label><input type='checkbox'> non</label></li></ul>",
     "- ☑ fait\n- ☐ non\n"),
    ("<p>T<span class='sidenote'>Côté.</span></p>", "T (Côté.)\n"),
    ("<h2>Un<a class='anchor' href='#un'>#</a></h2><h3><a href='#d' class='headerlink'>¶</a>Deux</h3>",
     "## Un\n\n### Deux\n"),
    ("<h2><a href='#un'>Un</a></h2>", "## [Un](https://exemple.org/a/page#un)\n"),
    ("<p><span style='font-weight:700'>gras</span> et <span style='font-style: italic'>penché</span></p>",
     "**gras** et *penché*\n"),
    ("<span style='display: none'><math alttext='{\\displaystyle a_1}'><mi>a</mi></math></span><img class='math' src='/m.svg'>",
     "`a_1`\n"),
    ("<object data='/a.svg' type='image/svg+xml'><img src='/a.png' alt='plan'></object>",
     "![plan](https://exemple.org/a.png)\n"),
    ("<amp-img src='/m.jpg' width=1 height=1 layout=responsive></amp-img>", "![](https://exemple.org/m.jpg)\n"),
    ("<figure><img src='/m.jpg'><figcaption><span>Mer.</span><span class='credit'><span>Credit</span>"
     "<span>Anne Marée</span></span></figcaption></figure>",
     f"![](https://exemple.org/m.jpg)\\\n{E}Mer.\\\n{C}Credit: Anne Marée\n"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "markdown"), CASES)
def test_html_becomes_this_markdown(html, markdown):
    assert clean(html, base_url=BASE).markdown == markdown


@pytest.mark.parametrize(
    ("caption", "words", "credit"),
    [
        ("Le port. Crédits : Anne Marée", "Le port.", "Crédits : Anne Marée"),
        ("Le port. Photo : Anne / AFP", "Le port.", "Photo : Anne / AFP"),
        ("The harbour. Photograph: Tom Okafor/The Post", "The harbour.", "Photograph: Tom Okafor/The Post"),
        ("The harbour. (Photo by Tom Okafor)", "The harbour.", "Photo by Tom Okafor"),
        ("Le port © Anne Marée", "Le port", "© Anne Marée"),
        ("Le port au matin. Anne Marée/AFP", "Le port au matin.", "Anne Marée/AFP"),
        ("Le port (Reuters)", "Le port", "Reuters"),
        ("Une photo du port", "Une photo du port", None),
        ("Source d'eau : la fontaine", "Source d'eau : la fontaine", None),
    ],
)
def test_the_credit_is_told_from_the_caption(caption, words, credit):
    html = f"<figure><img src='/m.jpg'><figcaption>{caption}</figcaption></figure>"
    picture = clean(html, base_url=BASE).pictures[0]
    assert (picture.caption, picture.credit) == (words, credit)


def test_the_picture_that_opens_a_text_can_be_taken_off():
    text = clean(
        "<figure><img src='/m.jpg'><figcaption>Mer. © A</figcaption></figure><p>Un.</p>", base_url=BASE
    ).markdown
    assert opening_picture(text) == ("https://exemple.org/m.jpg", "Un.\n")
    assert opening_picture("Un.\n\n![](https://exemple.org/m.jpg)\n") is None


def test_tracking_parameters_go_and_the_others_stay_as_written():
    kept = clean('<a href="/b?utm_source=x&amp;q=a+b&amp;fbclid=1&amp;vide=#xtor=RSS-1">l</a>', base_url=BASE)
    assert kept.links == ("https://exemple.org/b?q=a+b&vide=",)


@pytest.mark.parametrize(
    ("address", "resolved"),
    [
        ("/a/b.html?x=1", "https://exemple.org/a/b.html?x=1"),
        ("/a/../b", "https://exemple.org/b"),
        ("//autre.org/c", "https://autre.org/c"),
        ("/a b", "https://exemple.org/a%20b"),
        ("/?utm_source=x", "https://exemple.org/"),
        ("c#d", "https://exemple.org/dossier/c#d"),
        ("javascript:alert(1)", None),
        ("/javascript:alert(1)", "https://exemple.org/javascript:alert(1)"),
    ],
)
def test_addresses_are_resolved_against_the_page(address, resolved):
    assert safe_address(address, "https://exemple.org/dossier/page?p=1#n") == resolved


def test_the_forms_reach_the_pane():
    markdown = clean(
        "<p>H<sub>2</sub>O et x<sup>2</sup>, une note<sup><a href='#n'>1</a></sup>.</p>"
        "<dl><dt>Mât</dt><dd>Pièce</dd></dl><figure><img src='/m.jpg' alt='[m]'><figcaption>Mer. © A</figcaption></figure>"
        "<ol><li id='n'>La note.</li></ol>",
        base_url=BASE,
    ).markdown
    blocks = parse_blocks(markdown)
    assert [block.kind for block in blocks] == [
        Kind.PARAGRAPH, Kind.TERM, Kind.DEFINITION, Kind.FIGURE, Kind.FOOTNOTE]  # fmt: skip
    styled = [(run.text, run.style, run.href) for run in blocks[0].runs if run.style]
    assert styled == [("2", Style.LOWERED, ""), ("2", Style.RAISED, ""), ("1", Style.RAISED, "encre:note-1")]
    figure = blocks[3].figure
    assert (figure.alt, figure.caption, figure.credit) == ("[m]", "Mer.", "© A")
    assert (blocks[4].marker, blocks[4].text) == ("1", "La note.")


def row(*figures):
    """Figures of one paragraph."""
    return "\\\n".join(figures) + "\n"


A, B = "![](https://exemple.org/a.jpg)", "![](https://exemple.org/b.jpg)"
IMG_A, IMG_B = "<img src='/a.jpg'>", "<img src='/b.jpg'>"
WORDS_A = f"<figure>{IMG_A}<figcaption>Aube</figcaption></figure>"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (f"<figure>{WORDS_A}<figure>{IMG_B}</figure></figure>", row(A, f"{E}Aube", B)),
        (f"<figure>{IMG_A}{IMG_B}<figcaption>Deux heures</figcaption></figure>", row(A, B, f"{E}Deux heures")),
        (f"<ul><li>{WORDS_A}</li><li><a href='/b.jpg'>{IMG_B}</a></li></ul>",
         row(A, f"{E}Aube", f"[{B}](https://exemple.org/b.jpg)")),
        (f"<div class='slideshow'><div>{IMG_A}</div><div>{IMG_B}</div></div>", row(A, B)),
        (f"<div class='gallery'><dl><dt>{IMG_A}</dt></dl><dl><dt>{IMG_B}</dt></dl></div>", row(A, B)),
        (f"<figure><figure>{IMG_A}</figure><figure>{IMG_B}</figure><figcaption>Tout. © C</figcaption></figure>",
         row(A, B, f"{E}Tout.", f"{C}© C")),
        # Words beside the pictures make a list or a text of it, not a gallery.
        (f"<ul><li>{IMG_A} Un mot</li><li>{IMG_B}</li></ul>", f"- {A} Un mot\n- {B}\n"),
        (f"<div class='gallery'><p>Un mot</p>{IMG_A}<p>Deux mots</p>{IMG_B}</div>",
         f"Un mot\n\n{A}\n\nDeux mots\n\n{B}\n"),
        (f"<div>{IMG_A}</div><div>{IMG_B}</div>", f"{A}\n\n{B}\n"),
    ],
)  # fmt: skip
def test_a_gallery_is_one_paragraph_of_figures(html, markdown):
    assert clean(html, base_url=BASE).markdown == markdown


def test_a_gallery_and_details_come_back_as_what_they_were():
    html = f"<figure>{WORDS_A}<figure>{IMG_B}</figure></figure><details><summary>Plus</summary><p>a</p></details>"
    cleaned = clean(html, base_url=BASE)
    tree = lxml_html.fromstring(f"<div>{cleaned.html}</div>")
    inner = tree.findall("figure/figure")
    assert [(one.find("img").get("src")[-5:], one.findtext("figcaption")) for one in inner] == [
        ("a.jpg", "Aube"),
        ("b.jpg", None),
    ]
    assert "".join(tree.find("details/summary").itertext()) == "Plus"
    assert tree.findtext("details/p") == "a"
    assert cleaned.text.split() == ["Aube", "Plus", "a"]
    assert clean(cleaned.html).markdown == cleaned.markdown


def test_details_are_folds_and_a_lone_sign_is_a_word():
    blocks = parse_blocks("▸ **Un**\n\na\n\n▾ **Deux**\n\nb\n\n▴\n\n▴\n\nc\n\n> ▸ **Cité**\n\n▴")
    assert [(block.kind, block.fold, block.text) for block in blocks] == [
        (Kind.FOLD, 0, "Un"),
        (Kind.PARAGRAPH, 1, "a"),
        (Kind.FOLD, 1, "Deux"),
        (Kind.PARAGRAPH, 2, "b"),
        (Kind.PARAGRAPH, 0, "c"),
        (Kind.PARAGRAPH, 0, "▸ Cité"),
        (Kind.PARAGRAPH, 0, "▴"),
    ]
    assert [block.level for block in blocks if block.kind is Kind.FOLD] == [0, 1]
