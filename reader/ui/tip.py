"""Words of feeds in tool tips: Qt reads tags there, and a feed's title is anybody's text."""

import html


def tip(words: str) -> str:
    """Plain words as a tool tip that shows them as they are, and wraps."""
    return "<qt>" + html.escape(words, quote=False).replace("\n", "<br>") + "</qt>"
