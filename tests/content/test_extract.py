from datetime import UTC, datetime

import pytest

from reader.content.extract import extract
from reader.core.entities import Access
from reader.core.errors import ContentError

PARAGRAPHS = [
    "Le gardien du phare a quitté la pointe hier soir, après quarante ans passés à veiller sur les bateaux de la baie.",
    "Personne ne le remplacera : la lampe est désormais commandée depuis la ville, par une machine qui ne dort pas.",
    "Les pêcheurs disent qu'ils continueront de saluer la tour en rentrant, parce que l'habitude est plus forte.",
]
PAGE = f"""<!DOCTYPE html><html lang="fr"><head><title>Le dernier gardien | Le Journal</title>
<meta property="og:site_name" content="Le Journal"><meta property="og:image" content="/p/phare.jpg">
<link rel="canonical" href="https://exemple.org/a/gardien"><script type="application/ld+json">
{{"@graph": [{{"@type": "NewsArticle", "headline": "[MàJ] Le dernier gardien", "author": [{{"name": "Anne Marée"}}],
"datePublished": "2026-11-18T09:00:00+01:00", "articleSection": "Mer", "keywords": "phare, mer",
"isAccessibleForFree": "http://schema.org/False"}}]}}</script></head><body>
<nav><a href="/">Accueil</a><a href="/x">Toutes les rubriques</a></nav><main><article><h1>[MàJ] Le dernier gardien</h1>
<figure><img src="/p/phare.jpg" alt="Le phare"><figcaption>La pointe. Crédits : Anne</figcaption></figure>
<p>{PARAGRAPHS[0]}</p><h2>Une machine</h2><p>{PARAGRAPHS[1]} <a href="/b">Lire aussi</a></p>
<blockquote><p>{PARAGRAPHS[2]}</p></blockquote>
<table><tr><th>Année</th><th>Gardiens</th></tr><tr><td>1986</td><td>4</td></tr></table>
</article></main><aside class="related"><p>À lire aussi : dix recettes de crêpes pour un dimanche.</p></aside>
<footer><p>Mentions légales, cookies et contacts du journal, tous droits réservés.</p></footer></body></html>"""


def test_the_article_is_cut_out_of_its_page():
    found = extract(PAGE.encode(), url="https://exemple.org/a/gardien?utm_source=x")
    assert (found.title, found.author, found.site, found.section) == (
        "Le dernier gardien", "Anne Marée", "Le Journal", "Mer")  # fmt: skip
    assert found.published == datetime(2026, 11, 18, 8, tzinfo=UTC)
    assert (found.update.marker, found.access, found.language) == ("MàJ", Access.TEASER, "fr")
    assert found.canonical_url == "https://exemple.org/a/gardien"
    assert (found.lead_image.url, found.lead_image.credit) == ("https://exemple.org/p/phare.jpg", "Crédits : Anne")
    for paragraph in PARAGRAPHS:
        assert paragraph in found.text
    assert "## Une machine" in found.markdown
    assert "> Les pêcheurs" in found.markdown
    assert "| 1986 | 4 |" in found.markdown
    assert "[Lire aussi](https://exemple.org/b)" in found.markdown
    for foreign in ("crêpes", "Mentions", "Toutes les rubriques"):
        assert foreign not in found.markdown


@pytest.mark.parametrize(
    ("page", "sentence"), [(b"", "The page is empty."), (b"x" * 50_000_001, "The page is larger than 50 MB.")]
)
def test_what_is_no_page_gets_a_sentence(page, sentence):
    with pytest.raises(ContentError) as caught:
        extract(page)
    assert caught.value.en == sentence


def test_a_page_without_an_article_says_so():
    found = extract(b"<html><body><p>Bonjour</p></body></html>")
    assert "Bonjour" in found.markdown
