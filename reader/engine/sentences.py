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
