"""Pictures of a page: which of its files is the best for the pane, which are no pictures at all, and their words."""

import re
from typing import Any, TypeAlias

from lxml import etree
from lxml import html as lxml_html

from reader.content.markup.addresses import safe_address
from reader.content.markup.source import Source

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
WANTED = 1_400  # pixels: a column of about 700 on a screen with two pixels a point
_GOOD_ENOUGH = 1_000
_FAR_TOO_WIDE = 2_800
# fmt: off
_LAZY = (
    "data-src", "data-lazy-src", "data-original", "data-lazy", "data-hi-res-src", "data-full-src", "data-orig-file",
    "data-actualsrc", "data-large-file", "data-image", "data-img-url", "data-echo", "data-url", "data-src-medium",
    "data-src-large", "data-srcset-src", "data-runner-src", "data-pagespeed-lazy-src", "data-flickity-lazyload",
    "data-ll-src", "data-sf-src", "data-lazyload", "data-defer-src", "data-raw-src",
)
_LAZY_SETS = ("data-srcset", "data-lazy-srcset", "data-original-set", "data-sizes-srcset")
# fmt: on
_PLACEHOLDER = re.compile(
    r"^(?:data:|about:|$)|(?:^|/)(?:blank|spacer|placeholder|transparent|pixel|1x1|lazy(?:load\w*)?|gr[ae]y|loading|loader|empty|clear"
    r"|trans|dot|img-?holder)(?:[-_.]?(?:\d+(?:x\d+)?|image|img|bg|pixel|transparent|placeholder|gr[ae]y))*\.(?:gif|png|svg|jpe?g|webp)"
    r"(?:\?|$)",
    re.I,
)
_PIXEL = re.compile(
    r"feedburner\.com/~r/|feeds\.wordpress\.com/1\.0/|pixel\.wp\.com|stats\.wordpress|doubleclick\.net|/b\?c1=|/pixel(?:\.gif|\?|/)"
    r"|google-analytics|facebook\.com/tr|scorecardresearch|quantserve|/beacon|mf\.gif|/~ff/|xiti\.com|smartadserver"
    r"|audience-mesures|republication-tracker|/count(?:er)?\.(?:gif|php)|/piwik\.php|/matomo\.php",
    re.I,
)
_FACE = re.compile(r"\b(?:wp-smiley|emoji)\b")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CAPTION_NAME = re.compile(
    r"(?:^|[\s_-])(?:wp-caption-text|(?:image|img|photo|picture|media|figure|embed)[-_]{0,2}(?:caption|legende?)|caption[-_]?text|caption"
    r"|legende?)(?:$|[\s_-])",
    re.I,
)
_CREDITED: Any = etree.XPath("//*[@itemprop='copyrightHolder' or @itemprop='creditText' or @itemprop='photographer']")
_NAMED_CAPTIONS: Any = etree.XPath("//*[contains(@class, 'aption') or contains(@class, 'egende')]")
PICTURES = ("img", "amp-img", "image", "noscript")


def settle_pictures(tree: Element, base_url: str | None) -> None:
    """Give every picture its best address, or take it out: a pixel that counts readers, a placeholder of a script."""
    for image in list(tree.iter("amp-img", "image")):
        image.tag = "img"
        if image.get("layout") in ("responsive", "intrinsic", "fill"):
            for side in ("width", "height"):  # a ratio, no size
                image.attrib.pop(side, None)
    for shelter in list(tree.iter("noscript")):
        _open(shelter)
    for image in list(tree.iter("img")):
        if image.getparent() is not None:
            _settle(image, base_url)


def _open(shelter: Element) -> None:
    """A `noscript` holds the picture for readers without scripts: it takes the placeholder's place."""
    if len(shelter) == 0 and shelter.text and "<img" in shelter.text:
        inner = lxml_html.fragment_fromstring(shelter.text[:20_000], create_parent="div")
        shelter.text = None
        shelter.extend(list(inner))
    image = shelter.find(".//img")
    if image is None:
        shelter.drop_tree()
        return
    before = _picture_before(shelter)
    if before is None or not image.get("src"):
        shelter.drop_tag() if image.get("src") else shelter.drop_tree()
        return
    if _address_of_own(before) is None:
        for name in ("src", "srcset"):
            if image.get(name):
                before.set(name, image.get(name))
    shelter.drop_tree()


def _picture_before(shelter: Element) -> Element | None:
    """The picture just before, or just above, that the shelter doubles; only blank space may lie between."""
    place = shelter
    for _ in range(3):
        before = place.getprevious()
        if before is not None:
            if (before.tail or "").strip():
                return None
            found = [before] if before.tag == "img" else list(before.iter("img"))
            return found[-1] if len(found) == 1 and not "".join(before.itertext()).strip() else None
        place = place.getparent()
        if place is None or (place.text or "").strip() or place.tag in ("body", "article", "td"):
            return None
    return None


def _address_of_own(image: Element) -> str | None:
    given = (image.get("src") or "").strip()
    own = [given if not _PLACEHOLDER.search(given) else "", *(image.get(name) or "" for name in (*_LAZY, *_LAZY_SETS))]
    found = next(filter(None, own), None) or image.get("srcset")
    return str(found) if found else None


def _settle(image: Element, base_url: str | None) -> None:
    if _is_pixel(image):
        image.drop_tree()
        return
    if _FACE.search(image.get("class") or "") and image.get("alt"):
        _replace_by_words(image, image.get("alt"))
        return
    for address in _addresses(image):
        found = safe_address(address, base_url)
        if found and found.startswith("http") and not _PIXEL.search(found):
            image.set("src", found)
            return
    image.drop_tree()


def _replace_by_words(image: Element, words: str) -> None:
    image.tail = words + (image.tail or "")
    image.drop_tree()


def _addresses(image: Element) -> list[str]:
    """The picture's addresses, the best first."""
    given = (image.get("src") or "").strip()
    real = "" if _PLACEHOLDER.search(given) else given
    late = any(name.startswith("data-") for name in image.keys())  # noqa: SIM118 - asking each of them takes longer
    lazy = next((image.get(name).strip() for name in _LAZY if _is_address(image.get(name))), "") if late else ""
    sets = [image.get(name) for name in (*_LAZY_SETS, "srcset")] if late else [image.get("srcset")]
    # libxml2 takes `source` for an element with content: the picture is rarely the parent.
    holder = next(image.iterancestors("picture"), None)
    if holder is not None:
        sets += [source.get("data-srcset") or source.get("srcset") for source in holder.iter("source")]
    offered = [one for text in sets if text and not text.startswith("data:") for one in candidates(text)]
    sized = [one for one in offered if one[0] > 1]
    plain = lazy or real
    if plain and (any(url == plain and width >= _GOOD_ENOUGH for width, url in sized) or not sized):
        best = plain
    else:
        best = _best(sized) or plain
    unsized = [url for _, url in offered if not _PLACEHOLDER.search(url)]
    return list(filter(None, (best, lazy, real, *unsized[:2])))


def _is_address(text: str | None) -> bool:
    return (
        bool(text)
        and re.match(r"(?:https?:)?//|[./\w%-]+\.(?:jpe?g|png|gif|webp|avif)|/|\.\.?/", text or "", re.I) is not None
    )


def candidates(text: str) -> list[tuple[float, str]]:
    """What a `srcset` offers: (width in pixels, address); a density of 2 counts as 1,600, none as 1."""
    found: list[tuple[float, str]] = []
    for part in re.finditer(r"([^\s,]\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)", text[:20_000]):
        number = part[2] or "0"
        size = float(number) if number.count(".") < 2 and number != "." else 0.0
        found.append((size * 800 if part[3] == "x" else size or 1, part[1]))
    return found


def _best(offered: list[tuple[float, str]]) -> str | None:
    """The narrowest that fills the pane; not one far too wide where a nearly good one is at hand."""
    if not offered:
        return None
    wide = min((one for one in offered if one[0] >= WANTED), key=lambda one: one[0], default=None)
    narrow = max((one for one in offered if one[0] < WANTED), key=lambda one: one[0], default=None)
    if wide and narrow and wide[0] > _FAR_TOO_WIDE and narrow[0] >= _GOOD_ENOUGH:
        return narrow[1]
    return (wide or narrow or offered[0])[1]


def _is_pixel(image: Element) -> bool:
    sizes = [size.strip().removesuffix("px") for name in ("width", "height") if (size := image.get(name)) is not None]
    if any(size in ("1", "2") for size in sizes):
        return True
    if sizes and all(size in ("0", "00") for size in sizes):  # one side of nought beside a real one is not known yet
        return True
    style = image.get("style") or ""
    return "px" in style and re.search(r"(?:^|[;\s])(?:width|height)\s*:\s*[01]px", style) is not None


def settle_captions(tree: Element, source: Source) -> None:
    """Captions that sites write without `figcaption` (WordPress' `wp-caption-text` and its kin) become one."""
    frames = source.holds(b"tr-caption")
    for frame in tree.xpath("//table[contains(@class, 'tr-caption-container')]") if frames else ():
        frame.tag = "figure"  # Blogger sets a picture and its caption as a table
        for part in list(frame.iter("tbody", "tr", "td")):
            if part.tag == "td" and "tr-caption" in (part.get("class") or ""):
                part.tag = "figcaption"
            else:
                part.drop_tag()
    credited = source.holds(b"itemprop")
    for element in _CREDITED(tree) if credited else ():
        if next(element.iterancestors("figure"), None) is not None:
            element.set("class", "credit")
    for caption in list(tree.iter("figcaption")):
        before = caption.getprevious()
        alone = caption.getparent().tag != "figure" and before is not None and before.tag == "figure"
        if alone and before.find(".//figcaption") is None and not (before.tail or "").strip():
            before.append(caption)
    named = source.count(b"aption") > source.count(b"figcaption") or source.holds(b"egende")
    for element in _NAMED_CAPTIONS(tree) if named else ():
        if element.tag not in ("p", "div", "span", "small", "em", "dd", "cite") or not _CAPTION_NAME.search(
            element.get("class")
        ):
            continue
        holder = element.getparent()
        for _ in range(2):
            if holder is None or holder.tag in ("figure", "body", "figcaption", "a", "li", "td"):
                break
            images = list(holder.iter("img"))
            words = len("".join(holder.itertext()).strip()) - len("".join(element.itertext()).strip())
            if len(images) == 1 and words < 120 and next(holder.iter("figure", "figcaption"), None) is None:
                holder.tag, element.tag = "figure", "figcaption"
                break
            holder = holder.getparent() if not images else None
