"""Pictures with their words. A figure is the picture and, under it, lines that begin with an em space:

    ![alt](https://…)\\
     the caption, with its own links\\
      the credit (two em spaces)

Any Markdown reader shows that as it should be; ours tells caption and credit apart. A gallery is several of them in
one paragraph.
"""

import re
from typing import Any, TypeAlias

from reader.content.markup.rendering import CAPTION, CREDIT

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_AGENCY = "|".join(
    (
        "AFP|Agence France-Presse|Reuters|AP(?: Photo)?|Associated Press|EPA(?:-EFE)?|EFE|dpa|ANSA|Belga|Keystone",
        "Getty(?: Images)?|iStock(?:photo)?|Shutterstock|Unsplash|Pexels|Pixabay|Wikimedia(?: Commons)?|Flickr|Alamy",
        "SIPA(?: Press)?|MAXPPP|Abaca(?:press)?|Hans Lucas|Bestimage|Adobe Stock|REA|Divergence|Magnum(?: Photos)?",
        "PA(?: Media| Wire)?|Bloomberg|NASA|ESA|Sputnik|Xinhua|Opale|Leemage|Bridgeman(?: Images)?",
    )
)
_NAMED_CREDIT = (
    r"(?:crédits?(?:\s+(?:photo|image|visuel|illustration)s?)?|credits?|(?:photo|image|picture|video)\s+credits?"
    r"|photos?(?:graph(?:y|ie)?)?|image|illustration|visuel|source|foto|dessin|infographie|graphic)\s*:\s*.{2,140}"
)
_CREDIT = re.compile(
    r"(?:^|(?<=[\s.;,!?»”\")\]]))(?P<credit>[\[(]?(?:"
    r"(?:©|\(c\)|copyright\b)\s*.{2,140}"
    rf"|{_NAMED_CREDIT}"
    r"|(?:photos?|photograph(?:y|ed)?|photographie|illustration|picture|image|foto)\s+(?:by|par|de|von)\s+"
    r"[^\W\d_].{1,100}"
    r"|(?:image |photo )?courtesy (?:of )?.{2,100}"
    r"))$",
    re.I | re.S,
)
_AGENCY_END = re.compile(
    r"(?:\s*[—–|]\s*|\s+-\s+|\s*\(|(?<=[.!?»”\"])\s+)"
    rf"(?P<credit>(?:[^\W\d_][\w.’'\-]*[ ,]*){{0,5}}(?:\s*(?:/|via|for|pour)\s*)?(?:{_AGENCY})"
    r"(?:\s*/\s*[\w .\-]{2,30}|\s+(?:via|for)\s+[\w .]{2,30})?)\)?\.?$"
)
_FIGURE_BLOCK = re.compile(
    r"\[?!\[[^\n]*?\]\((?P<url><[^>\n]*>|[^\s)]+)(?:\s+\"[^\n]*\")?\)(?:\]\(\S+\))?(?:\\\n\u2003[^\n]*)*"
)
_FIGURES = re.compile(rf"(?:{_FIGURE_BLOCK.pattern}(?:\\\n)?)+".replace("?P<url>", ""))
_GALLERY_NAME = re.compile(r"galler|mosaic|mosaique|carou?sel|slide-?show|diaporama|portfolio|lightbox", re.I)
_CREDIT_NAME = re.compile(
    r"credit|copyright|photographer|photo-?by|\bsource\b|attribution|auteur-?photo|image-?author", re.I
)
_LONGEST_CREDIT = 200
# "CreditJane Doe": the label and the name stand in elements of their own, parted by style alone.
_GLUED = re.compile(r"^(Credits?|Crédits?|Photo)(?=[A-ZÀ-Þ])")
LONGEST_BESIDE = 120
GALLERIES = frozenset(("div", "section", "figure", "ul", "ol"))


def split_credit(caption: str) -> tuple[str, str]:
    """A caption's words and the credit at its end ("Crédits : …", "© …", "Photo: …", "— AFP"); each may be empty."""
    words = caption.strip()
    found = _CREDIT.search(words) or _AGENCY_END.search(words)
    if found is None:
        return words, ""
    credit = words[found.start("credit") :].strip()
    rest = words[: found.start()].rstrip(" -–—|(/")
    opened = credit.startswith(("(", "[")) or (credit.endswith((")", "]")) and not re.search(r"[(\[]", credit))
    return rest.strip(), credit.strip("()[] ") if opened and not credit.lower().startswith("(c)") else credit


def opening_picture(markdown: str) -> tuple[str, str] | None:
    """The address of the picture that opens a text, and the text without that figure; None when words open it."""
    first, _, rest = markdown.strip().partition("\n\n")
    found = _FIGURE_BLOCK.fullmatch(first.strip())
    if found is None:
        return None
    return found["url"].strip("<>"), (rest.strip() + "\n" if rest.strip() else "")


def is_credit_element(element: Element) -> bool:
    """Whether an element says by its name that it holds the credit, and is short enough to be one."""
    name = element.get("class")
    if not name or element.tag == "figcaption" or not _CREDIT_NAME.search(name):
        return False
    return len("".join(element.itertext()).strip()) <= _LONGEST_CREDIT and element.find(".//img") is None


def has_pieces(element: Element) -> bool:
    """Whether an element of a figure holds more than one of its pieces: picture, caption, credit."""
    if len(element) == 0:
        return False
    if element.tag == "figcaption" or next(element.iterdescendants("img", "figcaption", "p", "div"), None) is not None:
        return True
    return any(is_credit_element(one) for one in element.iterdescendants("span", "small", "cite", "em", "i", "a", "b"))


def has_much_beside(element: Element) -> bool:
    """Whether a figure has more than a line of words outside its captions and credit."""
    letters = _letters(element)
    if letters <= LONGEST_BESIDE:
        return False
    inside = [one for one in element.iterdescendants() if one.tag == "figcaption" or is_credit_element(one)]
    outer = [one for one in inside if not any(above in inside for above in one.iterancestors())]
    return letters - sum(_letters(one) for one in outer) > LONGEST_BESIDE


def _letters(element: Element) -> int:
    return len("".join("".join(element.itertext()).split()))


def caption_parts(gathered: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Lines of one kind in a row as one; where none is a credit, the credit at the end of the caption becomes one."""
    joined: list[tuple[str, str]] = []
    for sign, text in gathered:
        words = _GLUED.sub(r"\1: ", text) if sign == CREDIT else text
        if joined and joined[-1][0] == sign:
            joined[-1] = (sign, f"{joined[-1][1]} {words}")
        else:
            joined.append((sign, words))
    if len(joined) == 1 and joined[0][0] == CAPTION:
        caption, credit = split_credit(joined[0][1])
        joined = [(sign, words) for sign, words in ((CAPTION, caption), (CREDIT, credit)) if words]
    return joined


def is_gallery(element: Element) -> bool:
    """Whether an element holds several pictures and no other words than theirs: a list in which each item is one, a
    figure of figures, or what its name calls a gallery."""
    if element.tag == "figure":
        named = next(element.iterdescendants("figure"), None) is not None
    elif element.tag in ("ul", "ol"):
        named = all(one.tag == "li" and next(one.iter("img"), None) is not None for one in element)
    else:
        named = bool(_GALLERY_NAME.search(element.get("class") or ""))
    if not named or next(element.iterdescendants("table", "pre", "blockquote", "h1", "h2", "h3"), None) is not None:
        return False
    return sum(1 for _ in element.iter("img")) > 1


def one_gallery(blocks: list[str]) -> str:
    """Figures as the one paragraph that a gallery is, with what was said of it as a whole under the last; empty where
    the blocks are more than that."""
    figures = [block for block in blocks if _FIGURES.fullmatch(block)]
    words = [block for block in blocks if not _FIGURES.fullmatch(block)]
    alone = not words or (len(words) == 1 and blocks[-1] == words[0] and len(words[0]) <= _LONGEST_CREDIT)
    if len(figures) < 2 or not alone:
        return ""
    paragraph = "\\\n".join(figures)
    if words and CAPTION in figures[-1].rpartition("![")[2]:
        return f"{paragraph}\n\n{words[0]}"
    parts = zip((CAPTION, CREDIT), split_credit(words[0]) if words else (), strict=False)
    return "\\\n".join([paragraph, *(sign + part for sign, part in parts if part)])
