"""The engine's words for the reader, in French and English: what the tray and the feeds show."""

from collections.abc import Sequence

from reader.core.comparison import Comparison
from reader.core.entities import ChangeKind


def new_articles(language: str, headlines: Sequence[str]) -> str:
    """The text of a "new" notification: how many, and the first headlines."""
    count = len(headlines)
    if language == "fr":
        lead = f"{count} nouveaux articles" if count > 1 else "Nouvel article"
        joined = " · ".join(headlines[:3])
        return f"{lead} : {joined}" + (" …" if count > 3 else "")
    lead = f"{count} new articles" if count > 1 else "New article"
    return f"{lead}: {' · '.join(headlines[:3])}" + (" …" if count > 3 else "")


def update(language: str, feed: str, kind: ChangeKind, found: Comparison | None) -> str:
    """The text of an "updated" notification: who says so, and how much changed since it was read."""
    size = change_size(language, found.difference.added_words, found.difference.removed_words) if found else ""
    if language == "fr":
        lead = f"Mis à jour par {feed}" if kind is ChangeKind.MARKED else f"Modifié · {feed}"
        return f"{lead}\u00a0: {size}" if size else lead
    lead = f"Updated by {feed}" if kind is ChangeKind.MARKED else f"Changed · {feed}"
    return f"{lead}: {size}" if size else lead


def change_size(language: str, added: int, removed: int) -> str:
    """ "57 words added, 3 removed"; an empty string when no word came or went."""
    parts = []
    if language == "fr":
        if added:
            parts.append(f"{added} mot{'s' if added > 1 else ''} ajouté{'s' if added > 1 else ''}")
        if removed:
            noun = "" if added else f" mot{'s' if removed > 1 else ''}"
            parts.append(f"{removed}{noun} retiré{'s' if removed > 1 else ''}")
    else:
        if added:
            parts.append(f"{added} word{'s' if added > 1 else ''} added")
        if removed:
            noun = "" if added else f" word{'s' if removed > 1 else ''}"
            parts.append(f"{removed}{noun} removed")
    return ", ".join(parts)


def moved(language: str, address: str) -> str:
    """The text of a "feed-moved" notification."""
    return f"Le flux a déménagé : {address}" if language == "fr" else f"The feed has moved: {address}"


def bug(language: str) -> str:
    """What a feed shows when Encre itself failed on it."""
    if language == "fr":
        return "Encre n'a pas su lire ce flux ; le journal en garde la raison."
    return "Encre could not read this feed; the log holds the reason."


def cleaned(language: str, articles: int, days: int) -> tuple[str, str]:
    """Title and text of the notification of a clean-up."""
    if language == "fr":
        lead = f"{articles} articles lus ont été mis" if articles > 1 else "Un article lu a été mis"
        return "Ménage", f"{lead} à la corbeille. «\u00a0Activité\u00a0» peut l’annuler pendant {days} jours."
    lead = f"{articles} read articles have" if articles > 1 else "One read article has"
    return "Clean-up", f"{lead} gone into the bin. “Activity” can undo it for {days} days."


def purged(language: str, articles: int, size: int) -> tuple[str, str]:
    """Title and text of the notification that the bin's old content is gone for good; `size` in bytes."""
    if language == "fr":
        lead = f"{articles} articles sont sortis" if articles > 1 else "Un article est sorti"
        return "Corbeille", f"{lead} du disque, leur délai passé\u00a0: {_size(language, size)} libérés."
    lead = f"{articles} articles have" if articles > 1 else "One article has"
    return "Bin", f"{lead} left the disk, their days in the bin being over: {_size(language, size)} freed."


def made_room(language: str, articles: int, size: int) -> tuple[str, str]:
    """Title and text of the notification that a full disk has emptied the bin before its time; `size` in bytes."""
    if language == "fr":
        lead = f"{articles} articles ont quitté" if articles > 1 else "Un article a quitté"
        return "Disque presque plein", f"{lead} la corbeille avant l’heure\u00a0: {_size(language, size)} libérés."
    lead = f"{articles} articles have" if articles > 1 else "One article has"
    return "The disk is nearly full", f"{lead} left the bin before their time: {_size(language, size)} freed."


def _size(language: str, size: int) -> str:
    """Bytes in words: "34 MB", "34 Mo"."""
    letter = "o" if language == "fr" else "B"
    for limit, unit in ((1_000_000_000, "G"), (1_000_000, "M"), (1_000, "k")):
        if size >= limit:
            value = f"{size / limit:.1f}" if size < 10 * limit else f"{size / limit:.0f}"
            return f"{value.replace('.', ',') if language == 'fr' else value}\u00a0{unit}{letter}"
    return f"{size}\u00a0{letter if language == 'en' else 'octets'}"
