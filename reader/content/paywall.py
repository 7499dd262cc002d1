"""How much of an article the publisher lets us hold: open, whole but for subscribers, or the beginning only.

What a page declares (`isAccessibleForFree`), what it says ("La suite est réservée…"), and how much text there is.
"""

import re
from collections.abc import Iterable

from reader.core.entities import Access

_LABELS = re.compile(
    r"^(?:article |contenu |édition )?(?:abonn[ée](?:\(?e?\)?s?|·e·s)|(?:r[ée]serv[ée]s? )?(?:aux|[àa] nos"
    r"|pour les) abonn[ée]s?"
    r"|premium|subscribers?(?:[ -](?:only|exclusive))?|members?[ -](?:only|exclusive)"
    r"|(?:for )?(?:paid )?subscribers|paywall(?:ed)?|plus"
    r"|payant|exclusif abonn[ée]s?|subscription)$",
    re.I,
)
# Sentences that a page only shows where it stops: wherever they stand, the text before them is a beginning.
_STOPPED = re.compile(
    r"il (?:vous )?reste (?:encore )?\d{1,2}(?:[.,]\d+)?\s*% (?:de (?:cet |l[’'] ?|ce )?(?:article|texte|contenu)"
    r"|[àa] (?:lire|d[ée]couvrir))"
    r"|\b\d{1,2}\s*% (?:de (?:cet|l[’']) ?article )?(?:reste|restent)(?:nt)? [àa] (?:lire|d[ée]couvrir)"
    r"|(?:la suite|l[’']int[ée]gralit[ée]|la totalit[ée]|la lecture compl[èe]te)(?: de (?:cet |l[’'] ?|ce "
    r"|notre )?(?:article|contenu|enqu[êe]te|texte))?,? est r[ée]serv[ée]e"
    r"|(?:cet|l[’']) ?article (?:complet )?est (?:exclusivement )?r[ée]serv[ée] (?:[àa] nos|aux) (?:abonn[ée]"
    r"|membre|adh[ée]rent)"
    r"|ce contenu est (?:exclusivement )?r[ée]serv[ée] (?:[àa] nos|aux) (?:abonn[ée]|membre|adh[ée]rent)"
    r"|(?:article|contenu) r[ée]serv[ée] (?:aux|[àa] nos) abonn[ée]s"
    r"|abonnez-vous (?:pour|afin de|et) (?:lire|acc[ée]der|continuer|poursuivre|d[ée]couvrir|d[ée]bloquer)"
    r"|pour (?:lire|d[ée]couvrir|acc[ée]der [àa]) (?:la suite|l[’']int[ée]gralit[ée]|cet article"
    r"|cet contenu)[^.]{0,40}(?:abonne|connecte|inscri)"
    r"|(?:connectez-vous|identifiez-vous) pour lire (?:la suite|l[’']article|cet article)"
    r"|this (?:post|article|story|episode|content|issue) is (?:only |exclusively )?(?:for|available to"
    r"|reserved for) (?:our )?(?:paid|paying|premium|subscrib|member)"
    r"|(?:the rest|the remainder|the full (?:text|article|story)) (?:of (?:this|the) (?:article|post"
    r"|story) )?is (?:only )?(?:for|available to|reserved for) (?:our )?(?:paid |paying )?(?:subscrib|member)"
    r"|subscribe (?:now )?to (?:continue|keep|finish|unlock|read (?:the (?:full|rest|whole)|this|more))"
    r"|(?:to|want to) (?:continue|keep|finish) reading(?: this (?:article|story))?,? (?:please )?(?:subscribe"
    r"|log in|sign in|register|sign up|become|create)"
    r"|already a subscriber\? (?:log|sign) in to (?:continue|read)"
    r"|you(?:’ve|'ve| have) (?:reached|read|used) (?:your|the) (?:(?:monthly |weekly )?limit of (?:free )?articles"
    r"|(?:last|final) free article|all (?:of )?your free articles)"
    r"|(?:continue|keep) reading (?:with a|by starting) (?:free )?(?:trial|subscription|account)"
    r"|keep reading with a (?:7-day )?free trial",
    re.I,
)
# Each of those sentences holds one of these; looking for them takes a twentieth of the time.
_STOPPING = (
    *("%", "réserv", "reserv", "abonne", "connecte", "inscri", "identifiez", "subscri", "member", "paid", "paying"),
    *("premium", "reading", "limit of", "free article"),
)
# Weaker ones: they tell only at the end of a text that is short.
_ASKING = re.compile(
    r"d[ée]j[àa] (?:abonn[ée]|inscrit|membre)\(?e?\)?\s*\?|r[ée]serv[ée]e? aux abonn[ée]s"
    r"|(?:for )?subscribers?[- ]only|for subscribers only"
    r"|already (?:a subscriber|have an account|subscribed)\s*\?|(?:choose|see) (?:your|a) (?:plan|subscription)"
    r"|sans engagement"
    r"|essai (?:gratuit|offert)|(?:1|un) ?(?:€|euro) (?:le premier|pour le premier|par) mois|unlock (?:this"
    r"|the full) (?:article|story)"
    r"|acc[ée]dez [àa] (?:l[’']int[ée]gralit[ée]|tous (?:nos|les) (?:articles|contenus))",
    re.I,
)
# A feed's text that goes on elsewhere says so in its last words (WordPress, Medium, newspapers' summaries).
_CUT = re.compile(
    r"(?:\[\s*(?:…|\.\.\.|&hellip;)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|(?:…|\.\.\.)\s*(?:\[?\s*(?:read|lire|more|suite"
    r"|continue)\b[^.!?]{0,60})?"
    r"|\b(?:continue reading|read (?:more|on|the (?:rest|full|whole|entire|complete))|keep reading"
    r"|click (?:here )?to (?:read|continue)|full (?:story|article|text) (?:at|on|here)"
    r"|(?:lire|voir|lisez|d[ée]couvrir?|retrouvez) (?:la suite|l[’']article(?: complet| entier)?|plus|en entier"
    r"|l[’']int[ée]gralit[ée])|la suite (?:sur|ici)|en savoir plus|suite de l[’']article)\b[^.!?]{0,90})"
    r"[\s)\]»”>→]*$",
    re.I | re.S,
)
_ADDRESS = re.compile(r"\]\([^)\s]*\)")
_BEGINNING = 1_500
_WHOLE = 6_000


def access_of(labels: Iterable[str], markdown: str, *, free: bool | None = None, page: str = "") -> Access:
    """`labels` are categories; `free` is what the page declares (`isAccessibleForFree`), None when it says nothing.

    `page` are the words around the article, where many sites say that the text stops. A text that says itself that it
    goes on for subscribers is a teaser; one that is only labelled, and is long, is whole.
    """
    short = len(markdown) < _BEGINNING
    tail = markdown[-800:]
    stopped = _says_it_stops(markdown if short else tail)
    if not stopped and page and len(markdown) < _WHOLE:
        stopped = _says_it_stops(page)
    labelled = free is False or any(_LABELS.match(label.strip()) for label in labels)
    asking = short and (_ASKING.search(tail) is not None or (labelled and _ASKING.search(page) is not None))
    if stopped or (asking and free is not True) or (short and free is False):
        return Access.TEASER
    return Access.SUBSCRIBER if labelled else Access.OPEN


def _says_it_stops(words: str) -> bool:
    plain = words.casefold()
    return any(word in plain for word in _STOPPING) and _STOPPED.search(words) is not None


def is_label(word: str) -> bool:
    """Whether a category only says that the article is for subscribers, and is no section."""
    return _LABELS.match(word.strip()) is not None


def is_notice(words: str) -> bool:
    """Whether a block only says that the text stops here for those who have not subscribed, or asks them to."""
    return len(words) < 400 and (_STOPPED.search(words) is not None or _ASKING.search(words) is not None)


def is_cut(markdown: str) -> bool:
    """Whether a feed's text says by its last words that it goes on elsewhere ("[…]", "Lire la suite")."""
    words = _ADDRESS.sub("", markdown[-600:]).replace("\\", "").replace("[", "", 0).strip(" *_\n")
    return _CUT.search(words) is not None or _STOPPED.search(words) is not None
