"""How much of an article the publisher lets us hold: open, whole but for subscribers, or the beginning only."""

import re
from collections.abc import Iterable

from reader.core.entities import Access

_LABELS = re.compile(
    r"^(?:abonn[ée]s?|r[ée]serv[ée]s? (?:aux|à nos) abonn[ée]s?|premium|subscribers?(?:[ -]only)?|members?[ -]only"
    r"|paywall)$",
    re.I,
)
_CUT = re.compile(
    r"la suite (?:de (?:cet|l[’'])\s?article )?est r[ée]serv[ée]e"
    r"|(?:article|contenu) r[ée]serv[ée] (?:aux|à nos) abonn[ée]s"
    r"|il vous reste \d+(?:[.,]\d+)?\s*% de (?:cet|l[’']) ?article"
    r"|abonnez-vous pour (?:lire|acc[ée]der)|d[ée]j[àa] abonn[ée]\s*\?"
    r"|for subscribers only|subscribers[- ]only (?:article|content)"
    r"|subscribe to (?:continue|keep) reading|to continue reading,? (?:please )?subscribe"
    r"|this (?:post|article) is for (?:paid|paying) subscribers",
    re.I,
)
_BEGINNING = 1_500


def access_of(labels: Iterable[str], markdown: str, *, free: bool | None = None) -> Access:
    """`labels` are categories; `free` is what the page declares (`isAccessibleForFree`), None when it says nothing.

    A text that says itself that it goes on for subscribers is a teaser; one that is only labelled is whole.
    """
    tail = markdown[-600:]
    cut = _CUT.search(tail) is not None or (len(markdown) < _BEGINNING and _CUT.search(markdown) is not None)
    labelled = free is False or any(_LABELS.match(label.strip()) for label in labels)
    if cut or (labelled and free is False and len(markdown) < _BEGINNING):
        return Access.TEASER
    return Access.SUBSCRIBER if labelled else Access.OPEN


def is_label(word: str) -> bool:
    """Whether a category only says that the article is for subscribers, and is no section."""
    return _LABELS.match(word.strip()) is not None
