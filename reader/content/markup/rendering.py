"""Markdown to the HTML that the pane shows, with HTML off and three schemes allowed: the second gate.

Beside CommonMark: tables, strikethrough, `~sub~`, `^super^`, definition lists, notes, and figures (see `figure_lines`).
"""

from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from reader.content.markup.addresses import SCHEMES

SEPARATOR = "\u241f"
CAPTION = "\u2003"
CREDIT = "\u2003\u2003"


def _allowed(address: str) -> bool:
    try:
        return urlsplit(address.strip()).scheme.lower() in (*SCHEMES, "")
    except ValueError:
        return False


def _mark_figures(state: StateCore) -> None:
    """A picture and the lines under it that begin with an em space are a figure."""
    for index, token in enumerate(state.tokens):
        children = token.children or []
        if token.type != "inline" or index == 0 or state.tokens[index - 1].type != "paragraph_open":
            continue
        _mark_notes(children)
        if any(child.type == "image" for child in children) and (inner := _figure(children)) is not None:
            token.children = inner
            for side in (state.tokens[index - 1], state.tokens[index + 1]):
                side.tag, side.hidden = "figure", False


def _figure(children: list[Token]) -> list[Token] | None:
    """The same tokens with caption and credit in their elements; None when this is no figure."""
    picture = next(child for child in children if child.type == "image")
    caption, _, credit = str(picture.attrs.get("title", "")).partition(SEPARATOR)
    picture.attrs.pop("title", None)
    out: list[Token] = []
    inside = ""
    for child in children:
        line = child.content if child.type == "text" else ""
        if line.startswith(CAPTION) and out and out[-1].type == "hardbreak":
            out.pop()
            if not inside:
                out.append(Token("figcaption_open", "figcaption", 1))
            elif inside == "small":
                out += [Token("small_close", "small", -1), Token("softbreak", "br", 0)]
            elif inside == "caption":
                out.append(Token("softbreak", "br", 0))
            inside = "small" if line.startswith(CREDIT) else "caption"
            if inside == "small":
                out.append(Token("small_open", "small", 1))
            child.content = line.lstrip(CAPTION)
        out.append(child)
    if not inside and (caption or credit):
        return [*children, *_old_caption(caption, credit)]
    if not inside:
        return None
    if inside == "small":
        out.append(Token("small_close", "small", -1))
    return [*out, Token("figcaption_close", "figcaption", -1)]


def _old_caption(caption: str, credit: str) -> list[Token]:
    """Texts stored before captions were lines of their own keep them in the picture's title."""
    parts = [Token("figcaption_open", "figcaption", 1), Token("text", "", 0, content=caption)]
    if credit:
        parts += [Token("small_open", "small", 1), Token("text", "", 0, content=credit)]
        parts += [Token("small_close", "small", -1)]
    return [*parts, Token("figcaption_close", "figcaption", -1)]


def _mark_notes(children: list[Token]) -> None:
    for child in children:
        address = str(child.attrs.get("href", "")) if child.type == "link_open" else ""
        if address.startswith("#note-"):
            child.attrs["id"] = "ref-" + address.removeprefix("#note-")
        elif address.startswith("#ref-"):
            child.attrs["id"] = "note-" + address.removeprefix("#ref-")


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    reader.use(footnote_plugin).use(sub_plugin).use(superscript_plugin).use(deflist_plugin)
    reader.validateLink = _allowed  # type: ignore[method-assign, assignment]
    reader.core.ruler.push("figures", _mark_figures)
    return reader


_READER = _reader()


def to_html(markdown: str) -> str:
    """The HTML of our Markdown; nothing in it is alive, whatever the Markdown says."""
    return str(_READER.render(markdown))


def to_text(markdown: str) -> str:
    """The bare words, a paragraph a line; the sign of a note in brackets, pictures leave nothing."""
    lines = []
    for token in _READER.parse(markdown):
        if token.type == "inline":
            lines.append(_bare(token.children or []))
        elif token.type in ("fence", "code_block"):
            lines.append(token.content.rstrip("\n"))
    return "\n".join(line for line in lines if line.strip())


def _bare(children: list[Token]) -> str:
    parts: list[str] = []
    address = ""
    for child in children:
        if child.type in ("link_open", "link_close"):
            address = str(child.attrs.get("href", ""))
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif address.startswith("#note-"):
            parts.append(f"[{child.content.strip('[]')}]")
        elif child.type != "image" and not address.startswith("#ref-"):
            parts.append(child.content)
    return "".join(parts).strip()
