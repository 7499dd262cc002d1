"""What of an article can be read with no network. Pure."""

from reader.core.entities import Access, OfflineState


def offline_state(access: Access, images: int, stored: int, has_text: bool, awaits_page: bool = False) -> OfflineState:
    """What the pane can show with the cable pulled. A summary that waits for its page is a part of the article."""
    if access is Access.TEASER:
        return OfflineState.TEASER
    if not has_text:
        return OfflineState.MISSING
    if awaits_page:
        return OfflineState.PARTIAL
    if images == stored:
        return OfflineState.READY
    return OfflineState.PARTIAL if stored else OfflineState.TEXT
