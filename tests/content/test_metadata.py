"""Facts of a page in the many forms sites declare or only show them; what is absent is None."""

from datetime import UTC, datetime

import pytest

from reader.content.extract import extract
from reader.content.language import language_of
from reader.content.metadata.spoken_dates import date_in

TEXT = "<p>" + "Le gardien a quitté le phare hier soir, après quarante ans de veille sur la baie. " * 6 + "</p>"


def page(head="", body="", title="Le dernier gardien"):
    return extract(
        f"<html><head>{head}</head><body><main><h1>{title}</h1>{body}{TEXT}</main></body></html>".encode(),
        url="https://journal.example/mer/gardien",
    )


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="author" content="Anne Marée">', ""),
        ('<meta property="article:author" content="https://fb.example/anne"><meta name="dc.creator" content="Anne Marée">', ""),
        ('<script type="application/ld+json">{"@type":"Article","author":{"name":["Anne Marée"]}}</script>', ""),
        ('<script type="application/ld+json">[{"@graph":[{"@type":["NewsArticle"],"author":"Par Anne Marée"}]}]</script>', ""),
        ('<script type="application/ld+json">{"@type":"Article","author":{"name":"Anne Marée",},}</script>', ""),
        ("", '<a rel="author" href="/a">Anne Marée</a>'),
        ("", '<span itemprop="author"><span itemprop="name">Anne Marée</span></span>'),
        ("", '<p class="byline">Par Anne Marée, envoyée spéciale à Brest | 12 mars</p>'),
        ("", '<div class="post-author">Written by Anne Marée on March 3</div>'),
        ("", '<a href="/author/anne-maree">Anne Marée</a>'),
        ("", '<a href="/journaliste/anne-maree">Anne Marée</a>'),
        ("", '<div class="sig hasnt-bio"><span class="pb-byline">By <a href="/p">Anne Marée</a></span></div>'),
        ("", '<h3 class="byline">by Anne Marée<br><span>Monday, March 2, 2026</span></h3>'),
        ("", '<span itemprop="author creator">Texte : Anne Marée</span>'),
        ("", "<div>By Anne Marée</div>"),
        ("", '<div class="byline-box"><span class="author">Anne Marée</span><span>The Harbour Post</span></div>'),
        ('<meta name="author" content="Anne Marée | Agence du Port">', ""),
        ('<meta name="author" content="Anne Marée, PhD, RD">', ""),
        ('<meta property="og:site_name" content="Le Port"><meta name="author" content="Anne Marée, Le Port Mer">', ""),
    ],
)  # fmt: skip
def test_the_author(head, body):
    assert page(head, body).author == "Anne Marée"


@pytest.mark.parametrize("byline", ["Anne Marée and Yann B. Cariou", "Par Anne Marée et Yann B. Cariou"])
def test_two_authors_of_one_byline(byline):
    assert page(body=f'<p class="byline">{byline}</p>').author == "Anne Marée, Yann B. Cariou"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="author" content="admin">', ""),
        ("", "<p>Par temps clair, on voit la côte.</p>"),
        ('<meta name="author" content="https://e.org/anne">', ""),
        ("", '<div class="comment"><span class="author">Anne Marée</span></div>'),
        ("", '<p class="byline">12 mars 2026</p>'),
    ],
)
def test_what_is_no_author(head, body):
    assert page(head, body).author is None


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2026-03-04T09:00:00+01:00">', ""),
        ('<script type="application/ld+json">{"@type":"WebPage","datePublished":"2026-03-04"}</script>', ""),
        ('<meta itemprop="datePublished" content="2026-03-04">', ""),
        ("", '<time datetime="2026-03-04T08:00">mercredi</time>'),
        ("", '<p class="date">Publié le 4 mars 2026 à 9 h, mis à jour le 6 mars 2026</p>'),
        ("", '<span class="posted-on">March 4, 2026</span>'),
        ("", '<div class="meta">04/03/2026</div>'),
        ("", "<p>Le 4 mars 2026</p>"),
    ],
)
def test_the_day_of_publication(head, body):
    found = page(head, body).published
    assert found is not None and (found.year, found.month, found.day) == (2026, 3, 4)


def test_a_date_of_the_text_is_not_the_article_s():
    assert page(body='<table class="infobox"><tr><td class="date">4 mars 2019</td></tr></table>').published is None
    assert page(body="<p>" + "En mars 2019, le 4 mars 2019 exactement, la tour brûla. " * 3 + "</p>").published is None
    assert (
        page(body='<blockquote><p>mot</p>— X <a href="https://x.example/1">4 mars 2019</a></blockquote>').published
        is None
    )


@pytest.mark.parametrize(
    ("words", "month_first", "day"),
    [
        ("1er avril 2026", False, (2026, 4, 1)),
        ("Nov. 18, 2025", True, (2025, 11, 18)),
        ("18. März 2025", False, (2025, 3, 18)),
        ("3 de mayo de 2025", False, (2025, 5, 3)),
        ("03/04/2025", False, (2025, 4, 3)),
        ("03/04/2025", True, (2025, 3, 4)),
        ("23/04/2025", True, (2025, 4, 23)),
        ("2025年3月4日", False, (2025, 3, 4)),
        ("Updated May 2, 2025. Published May 1, 2025", True, (2025, 5, 1)),
        ("31/02/2025", False, None),
        ("12 mars", False, None),
    ],
)
def test_dates_in_words(words, month_first, day):
    assert date_in(words, month_first=month_first) == (datetime(*day, tzinfo=UTC) if day else None)


@pytest.mark.parametrize(
    ("head", "h1", "title"),
    [
        ("<title>Le dernier gardien | Le Journal</title>", "Le Journal", "Le dernier gardien"),
        ("<title>Le dernier gardien quitte son phare - Le Journal</title>", "Le dernier gardien quitte son phare",
         "Le dernier gardien quitte son phare"),
        ('<meta property="og:site_name" content="Le Journal"><title>Le Journal : le phare ferme enfin</title>', "",
         "le phare ferme enfin"),
        ('<meta property="og:title" content="Le phare – qui l’eût cru – ferme">', "", "Le phare – qui l’eût cru – ferme"),
        ("<title>Retries — Ferry 2.4 documentation</title>", "Retries", "Retries"),
        ("<title>Un matin au phare (2) @ Carnet de bord :: Blogs du Port ::</title>", "Blogs du Port",
         "Un matin au phare (2) @ Carnet de bord"),
    ],
)  # fmt: skip
def test_the_headline_without_its_site(head, h1, title):
    assert page(head + '<link rel="canonical" href="https://lejournal.example/a">', title=h1).title == title


def test_facts_declared_under_several_names_at_once_and_a_site_named_by_its_address():
    found = page(
        '<meta property="x:title dc:creator" content="Anne Marée"><meta property="og:site_name" content="https://www.port.example">'
    )
    assert (found.author, found.site) == ("Anne Marée", "port.example")


def test_section_tags_and_picture():
    found = page(
        '<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"name":"Accueil"},'
        '{"item":{"name":"Mer"}},{"name":"Le dernier gardien"}]}</script><meta name="keywords" content="phare, mer , ,phare">'
        '<meta property="og:image" content="/p/phare.jpg"><meta property="og:image:alt" content="Le phare">'
    )
    assert (found.section, found.tags) == ("Mer", ("phare", "mer"))
    assert (found.lead_image.url, found.lead_image.alt) == ("https://journal.example/p/phare.jpg", "Le phare")
    assert page('<meta property="og:image" content="/img/logo.png">').lead_image is None


def test_a_template_that_declares_its_own_language_is_not_believed():
    french = "Le phare est sur la côte et les marins ne sont pas loin de ce qui reste dans la brume du matin. " * 8
    assert language_of(french, "en-US") == "fr"
    assert language_of(french, "fr_CA") == "fr-CA"
    assert language_of(french, "br") == "br"
    assert language_of("これは灯台の話です。霧の朝、船は港に帰ります。", None) == "ja"
