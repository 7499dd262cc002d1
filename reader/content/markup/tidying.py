"""What publishing tools leave around the words and no reader sees, and what they say by style alone.

Signs that link a heading to itself, line numbers beside code, words for screen readers, labels of pictures go; boxes
that are ticked, bold and italics by style, lines of code that only a style sheet parts become words and elements.
"""

import re
from typing import Any, TypeAlias

from lxml import html as lxml_html

from reader.content.markup.source import Source

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
# Looked for as bytes: one expression of all these words takes longer than all the rest of the cleaning.
_NAMES = (
    *(b"screen-reader", b"sr-only", b"visually", b"a11y", b"anchor", b"permalink", b"headerlink", b"gutter", b"lineno"),
    *(b"line-no", b"ln-num", b"sidenote", b"side-note", b"marginnote", b"margin-note"),
    *(b"admonition-title", b"callout-title", b"alert-title"),
)
_ENDINGS = (b"#", "¶".encode(), "§".encode(), "🔗".encode())
_FOR_EARS = re.compile(
    r"(?:^|[\s_-])(?:screen-reader(?:-text|-only)?|sr-only|visually-?hidden|(?:u-)?hidden-visually|a11y-hidden)(?:$|[\s_-])",
    re.I,
)
_SELF = re.compile(
    r"(?:^|[\s_-])(?:anchor|permalink|header-?link|heading-?link|hash-?link|direct-link)(?:$|[\s_-])", re.I
)
_SIGNS = frozenset(("#", "¶", "§", "🔗", "", "link", "permalink", "lien", "permalien"))
_GUTTER = re.compile(
    r"(?:^|[\s_-])(?:gutter|line-?nos?|line-?numbers?|line-?numbers-rows|hljs-ln-numbers|blob-num)(?:$|\s)", re.I
)
_LINE = re.compile(r"(?:^|\s)(?:line|code-line|token-line|view-line|hljs-ln-line)(?:$|\s)")
_NOTE = re.compile(r"(?:^|\s)(?:side-?note|margin-?note)(?:$|\s)", re.I)
_ADMONITION = re.compile(r"(?:^|\s)(?:admonition-title|callout-title|alert-title)(?:$|\s)", re.I)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold(?:er)?|[6-9]00)", re.I)
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.I)
_LABEL = re.compile(r"\s*(?:image|photo|picture|bild|foto)\s*\Z", re.I)
_CREDIT = re.compile(r"\s*cr[eé]dits?\s*\Z", re.I)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST_LABEL = 80  # letters of words that are only spoken


def tidy(tree: Element, source: Source) -> None:
    """Settle all of it in the tree of `source`; a text without any of it costs a look at its letters."""
    if not _is_suspect(source):
        return
    for box in list(tree.iter("input")):
        if (box.get("type") or "").lower() == "checkbox" and any(up.tag == "li" for up in box.iterancestors()):
            _replace_by_words(box, "☑ " if box.get("checked") is not None else "☐ ")
    for heading in tree.iter(*_HEADINGS, "dt"):
        for link in list(heading.iter("a", "button")):
            if _is_sign(link):
                link.drop_tree()
    for element in tree.xpath("//*[@class]"):
        if element.getparent() is not None:
            _by_name(element, element.get("class"))
    for element in tree.xpath("//span[@style] | //font[@style]"):
        _by_style(element)


def _is_suspect(source: Source) -> bool:
    if source.holds(b"checkbox", b"font-weight", b"font-style"):
        return True
    if "a" in source.names and source.follows(b"</a", _ENDINGS):
        return True
    return source.holds(b"class") and (source.holds(*_NAMES) or ("pre" in source.names and source.holds(b"line")))


def _is_sign(link: Element) -> bool:
    """Whether a link in a heading only leads to the heading itself."""
    words = "".join(link.itertext()).strip().lower()
    here = (link.get("href") or "#").rpartition("#")
    marked = _SELF.search(link.get("class") or "") is not None
    return bool(here[1]) and words in _SIGNS and (marked or words != "" or len(link) == 0)


def _by_name(element: Element, name: str) -> None:
    if _FOR_EARS.search(name):
        if len("".join(element.itertext())) <= _LONGEST_LABEL and next(element.iter("math", "img"), None) is None:
            element.drop_tree()
    elif _GUTTER.search(name):
        if re.fullmatch(r"[\s\d.:|]*", "".join(element.itertext())):
            element.drop_tree()
    elif _ADMONITION.search(name) and element.tag == "p":
        element.set("class", "")
        strong = lxml_html.Element("strong")
        strong.text, element.text = element.text, None
        strong.extend(list(element))
        element.append(strong)
    elif _NOTE.search(name):
        if element.tag == "span" and element.text:
            element.text = " (" + element.text.lstrip()
            _append(element, ")")
    elif element.tag == "span" and _LINE.search(name) and any(up.tag == "pre" for up in element.iterancestors()):
        after = element.getnext()
        if after is not None and not (element.tail or "").startswith("\n") and not _ends_line(element):
            element.tail = "\n" + (element.tail or "")


def _ends_line(element: Element) -> bool:
    return "".join(element.itertext()).endswith("\n") or next(element.iter("br"), None) is not None


def _by_style(element: Element) -> None:
    """Bold and italics that an editor wrote as styles (word processors do)."""
    style = element.get("style") or ""
    bold, italic = _BOLD.search(style), _ITALIC.search(style)
    if not (bold or italic) or not "".join(element.itertext()).strip():
        return
    if next(element.iterancestors(*_HEADINGS), None) is not None:
        return
    element.tag = "strong" if bold else "em"
    if bold and italic:
        inner = lxml_html.Element("em")
        inner.text, element.text = element.text, None
        inner.extend(list(element))
        element.append(inner)


def unlabel(page: Element) -> None:
    """Take words out of a page's figures that only its style sheet hides: "Image" over it, "Credit" said twice."""
    for figure in page.iter("figure"):
        for part in list(figure.iterdescendants("span", "div", "p")):
            if len(part) or not part.text or part.getparent() is None:
                continue
            label = _LABEL.match(part.text) and part.getparent().tag != "figcaption"
            if label or (_CREDIT.match(part.text) and _next_words(part).startswith(part.text.strip())):
                part.drop_tree()


def _next_words(part: Element) -> str:
    after = part.getnext()
    return "".join([part.tail or "", *(after.itertext() if after is not None else ())]).strip()


def _replace_by_words(element: Element, words: str) -> None:
    element.tail = words + (element.tail or "").lstrip()
    element.drop_tree()


def _append(element: Element, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words
