"""Articles of the tests: made here, stored nowhere."""

from datetime import UTC, datetime

from reader.core.entities import Access, Article, ArticleId, ChangeKind, FeedId, OfflineState, Revision, UpdateNote
from reader.paths import THEMES
from reader.style.palette import load_themes
from reader.text import typeset

PALETTES = {palette.id: palette for palette in load_themes(THEMES)[0]}
NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
FRENCH = (
    "L'enveloppe du secteur nord est estimée à 18,6 millions d'euros, dont 40 % seulement sont financés à ce jour ; "
    "la commune demande « une réponse avant l'été », et chacun attend : les propriétaires, les pêcheurs, l'agence."
)


def long_text(words, language="fr"):
    """About that many words, with headings, lists, quotations, code."""
    out, count, part = [], 0, 0
    while count < words:
        part += 1
        if part % 9 == 1:
            out.append(f"## Partie {part // 9 + 1} du récit")
        elif part % 9 == 4:
            out.append(
                "> La mer ne négocie pas, mais elle laisse du temps à ceux qui acceptent de la regarder en face."
            )
            count += 18
        elif part % 9 == 6:
            out.append(
                "- le **secteur nord**, où les maisons seront rachetées ;\n- le *bourg*, dont la digue s'abaisse."
            )
            count += 17
        elif part % 9 == 8:
            out.append(f"Un [lien](https://encre.invalid/{part}) et du `code_{part}()` dans la phrase, puis la suite.")
            count += 12
        else:
            out.append(f"{FRENCH} {FRENCH}")
            count += 68
    return "\n\n".join(out)


def article(markdown="Un mot.", *, runs=True, **changed):
    """An article with that text; any fact may be given."""
    language = changed.get("language", "fr")
    facts = {
        "id": ArticleId(7),
        "feed_id": FeedId(1),
        "feed": "Le Journal",
        "guid": "a-7",
        "url": "https://encre.invalid/7",
        "title": "La digue et le marais",
        "kicker": "Trois hivers de travaux",
        "author": "Maëlle Kerdoncuff",
        "section": "Environnement",
        "tags": (),
        "language": language,
        "published": NOON,
        "updated": None,
        "received": NOON,
        "words": 2,
        "minutes": 4,
        "read": False,
        "starred": False,
        "access": Access.OPEN,
        "update": None,
        "revision": 1,
        "revisions": (Revision(1, NOON, "La digue", ChangeKind.FIRST),),
        "changed_since_read": False,
        "offline": OfflineState.READY,
        "images": 0,
        "images_stored": 0,
        "bytes": 0,
        "pictures": (),
        "enclosures": (),
        "markdown": markdown,
        "runs": typeset(markdown, language) if runs else None,
        "place": None,
    }
    return Article(**{**facts, **changed})


UPDATED = {
    "update": UpdateNote("MàJ", NOON, "la préfecture confirme le report au printemps."),
    "revisions": (
        Revision(1, NOON, "La digue", ChangeKind.FIRST),
        Revision(2, NOON, "La digue et le marais", ChangeKind.MARKED),
    ),
}
