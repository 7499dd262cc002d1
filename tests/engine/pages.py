"""Web pages written for the tests, in the manner of a newspaper's."""

import random

WORDS = (
    "Le gardien du phare de Kermor quitte son poste après trente années passées face à la tempête.",
    "La coopérative des pêcheurs rachète la tour et promet de garder la lampe allumée chaque nuit.",
    "Les élus du canton ont voté une aide pour réparer la digue, abîmée par les vagues de janvier.",
    "Un musée ouvrira dans l'ancienne salle des machines, avec les carnets de bord et les lentilles.",
    "Les visiteurs monteront les deux cents marches par groupes de dix, sous la conduite d'un marin.",
    "Le port attend de nouveaux bateaux au printemps, quand la passe aura été draguée jusqu'au chenal.",
)


def news_page(title, paragraphs=WORDS, head="", before="", after=""):
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    return (
        f"<!DOCTYPE html><html lang='fr'><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>"
        f"<nav><a href='/'>Accueil</a></nav><main><article><h1>{title}</h1>{before}{body}{after}</article></main>"
        "<footer>© Le Journal</footer></body></html>"
    ).encode(), {"Content-Type": "text/html; charset=utf-8"}


CONSENT = (
    (
        "<!DOCTYPE html><html lang='fr'><head><title>Vos choix</title></head><body><main><h1>Votre vie privée</h1>"
        + "<p>Nous et nos partenaires utilisons des traceurs. Accepter tous les cookies ou gérer mes choix. "
        "Ces traceurs mesurent la fréquentation et personnalisent la publicité que vous voyez sur ce site et ailleurs, "
        "selon votre navigation et votre position approximative, avec votre accord, que vous pouvez retirer.</p>"
        * 2
        + "</main></body></html>"
    ).encode(),
    {"Content-Type": "text/html; charset=utf-8"},
)


def made_words(seed, count=60):
    """Words of nobody's language, always the same for one seed: no two articles alike."""
    chance = random.Random(seed)
    parts = ("ba", "che", "di", "fo", "gur", "lan", "mi", "nor", "pel", "qua", "ri", "sto", "tur", "vé", "zan")
    words = ("".join(chance.choice(parts) for _ in range(chance.randint(2, 4))) for _ in range(count))
    return " ".join(words).capitalize() + "."
