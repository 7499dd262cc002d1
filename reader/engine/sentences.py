"""The engine's words for the reader, in French and English: what the tray and the feeds show."""

from collections.abc import Sequence


def new_articles(language: str, headlines: Sequence[str]) -> str:
    """The text of a "new" notification: how many, and the first headlines."""
    count = len(headlines)
    if language == "fr":
        lead = f"{count} nouveaux articles" if count > 1 else "Nouvel article"
        joined = " · ".join(headlines[:3])
        return f"{lead} : {joined}" + (" …" if count > 3 else "")
    lead = f"{count} new articles" if count > 1 else "New article"
    return f"{lead}: {' · '.join(headlines[:3])}" + (" …" if count > 3 else "")


def marked_update(language: str, feed: str) -> str:
    """The text of an "updated" notification."""
    return f"Mis à jour par {feed}" if language == "fr" else f"Updated by {feed}"


def moved(language: str, address: str) -> str:
    """The text of a "feed-moved" notification."""
    return f"Le flux a déménagé : {address}" if language == "fr" else f"The feed has moved: {address}"


def bug(language: str) -> str:
    """What a feed shows when Encre itself failed on it."""
    if language == "fr":
        return "Encre n'a pas su lire ce flux ; le journal en garde la raison."
    return "Encre could not read this feed; the log holds the reason."
