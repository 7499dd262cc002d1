"""What makes parsers of HTML slow is cut before they see it: tags with hundreds of attributes. All in linear time."""

import re

MOST_ATTRIBUTES = 200
_HARMLESS = 20_000  # letters; a shorter text cannot hold enough to cost a second
# Possessive throughout: whatever the text, each letter is looked at once.
_GIANT_TAG = re.compile(
    r"(<[a-zA-Z][^\s<>/]*+)(?:[\s/]++[^\s=<>/\"']++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s<>\"']++))?+)"
    rf"{{{MOST_ATTRIBUTES},}}+"
)
_TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)\s*>|<[^>]*+>", re.I | re.S)


def tamed(html: str) -> str:
    """The HTML with no tag of more than 200 attributes (parsers are quadratic in them): such a tag is left without."""
    return html if len(html) < _HARMLESS else _GIANT_TAG.sub(r"\1", html)


def bare_paragraphs(html: str) -> str:
    """The words alone, as paragraphs: what is left to do with HTML that no parser reads."""
    words = " ".join(_TAG.sub(" ", html).split()).replace("<", "&lt;")
    return f"<p>{words}</p>" if words else ""
