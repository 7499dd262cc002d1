"""Pages in the manner of newspapers, blogs, documentation and forums: what of them becomes the article, as a table."""

from pathlib import Path

import pytest

from reader.content.extract import extract

PAGES = Path(__file__).parent / "pages"

# page: (title, author, published, section, language, access)
FACTS = {
    "journal-fr": ("Le port de Kervarec rouvre ses quais", "Maëlle Le Goff, Yann Cariou", "2026-03-04T06:12", "Mer",
                   "fr-FR", "open"),
    "newspaper-en": ("Council votes to keep last night bus", "Priya Nandakumar", "2026-02-11T18:05", "Transport",
                     "en-GB", "open"),
    "wordpress": ("Le carnet d’un relieur", "Lucie Bonnard", "2025-10-02T09:30", None, "fr", "open"),
    "documentation": ("Retries", None, None, None, "en", "open"),
    "forum": ("How do I oil a squeaky winch?", None, None, None, "en", "open"),
    "recette": ("Far aux pruneaux", "Soazig Riou", "2026-01-15T00:00", None, "fr", "open"),
    "abonnes": ("Les archives secrètes du canal", "Hervé Talec", "2026-05-20T04:00", "Enquête", "fr", "teaser"),
    "subscribers": ("The quiet market for lighthouses", None, "2026-04-01T04:00", None, "en", "teaser"),
    "notes": ("On the area of a sail", None, None, None, "en", "open"),
    "arabe": ("حارس المنارة الأخير", None, None, None, "ar", "open"),
}  # fmt: skip

# page: (what the Markdown holds, what it must not hold)
WORDS = {
    "journal-fr": (
        ["Les pêcheurs n'y croyaient plus.", "## Un chantier de nuit", "> Le port est le poumon de la ville",
         "[sans relâche](https://exemple.org/ville/nuit?id=4)", "1,2 million d'euros"],
        ["Lire aussi", "cookies", "La lettre du port", "commentaires", "Sur le même sujet", "phare éteint", "Facebook",
         "Mise à jour", "Maëlle", "# [MàJ]", "impôts"],
    ),
    "newspaper-en": (
        ["will keep running", "![A night bus](https://exemple.org/img/bus-1500.jpg)\\\n\u2003The 43 on Quay Street.\\\n"
         "\u2003\u2003Photograph: Tom Okafor/The Harbour Post", "| 2025 | 74,900 |", "Passengers on route 43"],
        ["Bus fares to rise", "Share on", "Skip to", "Tram line", "Terms and conditions", "follow her"],
    ),
    "wordpress": (
        ["![La presse](https://papier.example/wp-content/uploads/2025/10/presse-1024x683.jpg)\\\n"
         "\u2003La presse de mon grand-père.\\\n\u2003\u2003Photo : Lucie", "  1. fil ciré,", "- un plioir en os.",
         "[![Le point de chaînette (YouTube)](https://i.ytimg.com/vi/AbCdEfGhIjk/hqdefault.jpg)]"
         "(https://www.youtube.com/watch?v=AbCdEfGhIjk)", "tranchefile"],
        ["Partager", "similaires", "Dorer", "Étiqueté", "Archives", "métier à coudre", "blank.gif"],
    ),
    "documentation": (
        ["```python\nfrom ferry import Policy\n\npolicy = Policy(tries=3", "`Policy.allow(method)`\n\n: Lets requests",
         "| `tries` | 5 | how often |\n|  | 0 means `a \\| b`: never |  |", "H~n~ = 2^n^", "never sent twice"],
        ["Table of contents", "Copyright", "Install"],
    ),
    "forum": (["two-speed bronze winch", "**winch grease**", "drum > bearings > gears > pawls"], ["Log in", "dinghy"]),
    "recette": (
        ["## Ingrédients\n\n- 200 g de farine\n- 4 œufs", "2. Mélangez la farine", "un far froid colle"],
        ["Imprimer", "votes", "Kouign", "Entrées"],
    ),
    "abonnes": (["les carnets de l’éclusier", "sans payer"], ["Je m’abonne", "Déjà abonné"]),
    "subscribers": (["tape measures"], ["Sign in", "Cancel"]),
    "notes": (
        ["cloth[1](#note-1)", "`A = \\frac{1}{2} b h`", "▸ **Why the leech is round**\n\nBattens hold it out",
         "[tables](https://sails.example/tables#areas)", "> Nothing beats a well cut mainsail",
         "1. Cloth stretches, above all when it is wet. [↩](#ref-1)"],
        [],
    ),
    "arabe": (["**السفن**", "العادة أقوى"], ["الرئيسية"]),
}  # fmt: skip


def read(name):
    return extract((PAGES / f"{name}.html").read_bytes(), url="https://exemple.org/a/b")


@pytest.mark.parametrize("name", FACTS)
def test_the_facts_of_a_page(name):
    found = read(name)
    published = found.published.isoformat()[:16] if found.published else None
    facts = (found.title, found.author, published, found.section, found.language, found.access.value)
    assert facts == FACTS[name]


@pytest.mark.parametrize("name", WORDS)
def test_the_words_of_a_page(name):
    markdown = read(name).markdown
    held, foreign = WORDS[name]
    assert [words for words in held if words not in markdown] == []
    assert [words for words in foreign if words in markdown] == []


def test_what_stands_in_the_head_of_the_pane():
    found = read("journal-fr")
    assert found.kicker == "Fermés depuis la tempête, les quais accueillent de nouveau les chalutiers."
    assert (found.site, found.tags, found.canonical_url) == (
        "La Vigie", ("port", "pêche", "tempête"), "https://lavigie.example/mer/quais-kervarec")  # fmt: skip
    assert found.update.at.isoformat() == "2026-03-04T10:40:00+00:00"  # 11 h 40 at the publisher's
    assert (found.update.marker, found.update.block) == (
        "MàJ",
        "la préfecture confirme la réouverture complète du chenal.",
    )
    lead = found.lead_image
    assert (lead.url, lead.alt, lead.caption, lead.credit) == (
        "https://cdn.lavigie.example/2026/quais-1600.webp", "Les quais au petit matin",
        "Les premiers bateaux sont rentrés mardi à l'aube.", "Crédits : Gwenn Morvan/Ouest Photo")  # fmt: skip
    assert "quais-1" not in found.markdown


def test_absent_facts_are_none():
    found = extract(b"<html><body><p>Bonjour le monde, rien de plus.</p></body></html>")
    facts = (found.title, found.kicker, found.author, found.published, found.updated, found.section, found.site,
             found.language, found.update, found.lead_image, found.canonical_url)  # fmt: skip
    assert facts == (None,) * 11
    assert found.tags == ()
