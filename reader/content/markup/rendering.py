"""Markdown to the HTML that the pane shows, with HTML off and three schemes allowed: the second gate."""

import html
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from reader.content.markup.addresses import SCHEMES

SEPARATOR = "\u241f"


def _allowed(address: str) -> bool:
    try:
        return urlsplit(address.strip()).scheme.lower() in (*SCHEMES, "")
    except ValueError:
        return False


def _picture(_self: Any, tokens: Sequence[Token], index: int, _options: Any, _environment: Any) -> str:  # noqa: ANN401
    token = tokens[index]
    source = html.escape(str(token.attrs.get("src", "")))
    image = f'<img src="{source}" alt="{html.escape(token.content)}" />'
    caption, _, credit = str(token.attrs.get("title", "")).partition(SEPARATOR)
    if not caption and not credit:
        return image
    small = f"<small>{html.escape(credit)}</small>" if credit else ""
    words = " ".join(filter(None, (html.escape(caption), small)))
    return f"<figure>{image}<figcaption>{words}</figcaption></figure>"


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).use(footnote_plugin)
    reader.validateLink = _allowed  # type: ignore[method-assign, assignment]
    reader.add_render_rule("image", _picture)
    return reader


_READER = _reader()


def to_html(markdown: str) -> str:
    """The HTML of our Markdown; nothing in it is alive, whatever the Markdown says."""
    return str(_READER.render(markdown))


def to_text(markdown: str) -> str:
    """The bare words, a paragraph a line."""
    lines = []
    for token in _READER.parse(markdown):
        if token.type == "inline":
            parts = (child.content if child.type != "softbreak" else " " for child in token.children or ())
            lines.append("".join(part or ("\n" if part is None else "") for part in parts))
        elif token.type in ("fence", "code_block"):
            lines.append(token.content.rstrip("\n"))
    return "\n".join(line for line in lines if line.strip())
