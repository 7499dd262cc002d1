"""Markdown to the HTML that the pane shows, with HTML off and three schemes allowed: the second gate.

Beside CommonMark: tables, strikethrough, `~sub~`, `^super^`, definition lists, notes, figures and galleries (see
`figures`), and details that open: a paragraph of `▸` (`▾` where they are shown open) and bold words, and all up to a
paragraph of `▴`.
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
DETAILS, DETAILS_END = ("▸ ", "▾ "), "▴"


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
        inner = _gallery(children) or _figure(children) if any(one.type == "image" for one in children) else None
        if inner is not None:
            token.children = inner
            for side in (state.tokens[index - 1], state.tokens[index + 1]):
                side.tag, side.hidden = "figure", False


def _mark_details(state: StateCore) -> None:
    """The line of a sign and bold words, and all up to the paragraph of the sign that ends it, are details."""
    tokens = state.tokens
    opened: list[int] = []
    starts: dict[int, str] = {}
    ends: set[int] = set()
    for index, token in enumerate(tokens):
        if token.type != "inline" or tokens[index - 1].type != "paragraph_open":
            continue
        while opened and tokens[opened[-1]].level > token.level:
            opened.pop()
        if token.content == DETAILS_END and opened and tokens[opened[-1]].level == token.level:
            first = opened.pop()
            starts[first - 1] = (tokens[first].children or []).pop(0).content
            ends.add(index - 1)
        elif _opens(token.children or []):
            opened.append(index)
    if starts:
        state.tokens = _with_details(tokens, starts, ends)


def _opens(children: list[Token]) -> bool:
    kinds = [child.type for child in children if child.type != "text" or child.content]
    return (
        len(kinds) > 2 and children[0].content in DETAILS and (kinds[1], kinds[-1]) == ("strong_open", "strong_close")
    )


def _with_details(tokens: list[Token], starts: dict[int, str], ends: set[int]) -> list[Token]:
    out: list[Token] = []
    for index, token in enumerate(tokens):
        if index in ends:
            out.append(Token("details_close", "details", -1, block=True))
        elif not {index - 1, index - 2} & ends:
            if index in starts:
                is_open: dict[str, str | int | float] = {"open": "open"} if starts[index] == DETAILS[1] else {}
                out.append(Token("details_open", "details", 1, attrs=is_open, block=True))
            if {index, index - 2} & starts.keys():
                token.tag, token.hidden = "summary", False
            out.append(token)
    return out


def _gallery(children: list[Token]) -> list[Token] | None:
    """Several pictures and nothing but their words in one paragraph: a figure for each; None for anything else."""
    parts: list[list[Token]] = [[]]
    for index, child in enumerate(children):
        linked = child.type == "link_open" and children[index + 1].type == "image"
        if linked or (child.type == "image" and (not index or children[index - 1].type != "link_open")):
            parts.append([])
        parts[-1].append(child)
    if len(parts) < 3 or any(child.content.strip() for child in parts[0]):
        return None
    out: list[Token] = []
    for part in parts[1:]:
        while part[-1].type in ("hardbreak", "softbreak") or (part[-1].type == "text" and not part[-1].content):
            part.pop()
        inner = _figure(part)
        if inner is None and part[-1].type not in ("image", "link_close"):
            return None
        out += [Token("figure_open", "figure", 1), *(inner or part), Token("figure_close", "figure", -1)]
    return out


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
    reader.core.ruler.push("details", _mark_details)
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
