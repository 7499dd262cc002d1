"""Pictures that the window cannot read, made into ones that it can: AVIF into WebP, drawings (SVG) into PNG.

Runs in the engine's worker process, under limits: both are decoders fed by strangers.
"""

import io
import re
from typing import Any

from lxml import etree
from PIL import Image

from reader.content.images import MOST_PIXELS, ImageFacts, identify
from reader.core.errors import ContentError

_LARGEST_DRAWING = 2_000_000
_LARGEST_SIDE = 2_048
_LOSSLESS_BELOW = 300_000  # pixels: drawings and screen shots; a photograph of more is indistinguishable at 95
_INSIDE = re.compile(r"#|data:image/(?:png|jpe?g|gif|webp);", re.I)
_ALIVE = ("script", "foreignobject", "iframe", "handler", "listener")


def is_drawing(body: bytes) -> bool:
    """Whether the bytes are an SVG."""
    return b"<svg" in body[:4096] and body[:512].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def needs_making(body: bytes) -> bool:
    """Whether the window needs another form of these bytes."""
    return is_drawing(body) or body[4:12] in (b"ftypavif", b"ftypavis")


def readable(body: bytes, fonts: str) -> tuple[bytes, ImageFacts]:
    """A form that the window can show; facts give the natural size. `fonts`: a folder for the words of drawings.

    Raises ContentError.
    """
    return _rasterised(body, fonts) if is_drawing(body) else _as_webp(body)


def _refused(en: str, fr: str, cause: str = "") -> ContentError:
    return ContentError(f"The picture cannot be used: {en}.", f"L'image est inutilisable : {fr}.", cause=cause)


def _as_webp(body: bytes) -> tuple[bytes, ImageFacts]:
    facts = identify(body)
    out = io.BytesIO()
    try:
        with Image.open(io.BytesIO(body), formats=["AVIF"]) as picture:
            lossless = (facts.width or 0) * (facts.height or 0) < _LOSSLESS_BELOW
            moving = getattr(picture, "n_frames", 1) > 1
            kept = {"icc_profile": picture.info["icc_profile"]} if picture.info.get("icc_profile") else {}
            picture.save(out, "WEBP", lossless=lossless, quality=95, method=4, save_all=moving, **kept)
    except (OSError, ValueError, SyntaxError, RuntimeError, Image.DecompressionBombError) as error:
        raise _refused("it is damaged", "elle est abîmée", str(error)) from error
    return out.getvalue(), ImageFacts("webp", facts.width, facts.height)


def _rasterised(body: bytes, fonts: str) -> tuple[bytes, ImageFacts]:
    """A drawing as pixels, twice as fine as its natural size; nothing in it runs, nothing outside it is read."""
    import resvg_py

    if len(body) > _LARGEST_DRAWING:
        raise _refused("the drawing is larger than 2 MB", "le dessin dépasse 2 Mo")
    root = _inert(body)
    width, height = _natural_size(root)
    if width * height > MOST_PIXELS:
        raise _refused(f"{width} × {height} pixels are too many", f"{width} × {height} pixels, c'est trop")
    scale = min(2.0, _LARGEST_SIDE / max(width, height))
    for name, side in (("width", width), ("height", height)):
        root.set(name, str(side))
    try:
        made = resvg_py.svg_to_bytes(
            svg_string=etree.tostring(root, encoding="unicode", with_tail=False),
            zoom=max(scale, 1 / max(width, height)),
            font_dirs=[fonts],
            font_family="Inter",
            sans_serif_family="Inter",
            serif_family="Literata",
            monospace_family="JetBrains Mono",
        )
    except ValueError as error:
        raise _refused("its drawing is broken", "son dessin est abîmé", str(error)) from error
    return bytes(made), ImageFacts("png", width, height)


def _inert(body: bytes) -> Any:  # noqa: ANN401 - lxml's own
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    try:
        root: Any = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refused("its drawing is broken", "son dessin est abîmé", str(error)) from error
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or etree.QName(element).localname.lower() in _ALIVE:
            if element.getparent() is not None:
                element.getparent().remove(element)
            continue
        for key, value in list(element.attrib.items()):
            name = etree.QName(key).localname.lower()
            outside = name in ("href", "src", "base") and not _INSIDE.match(value.strip())
            if name.startswith("on") or outside:
                del element.attrib[key]
    return root


def _natural_size(root: Any) -> tuple[int, int]:  # noqa: ANN401
    """Width and height in CSS pixels: as declared, else those of the view box, else the size CSS gives to such."""
    width, height = _length(root.get("width")), _length(root.get("height"))
    numbers = re.findall(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?", root.get("viewBox") or "", re.I)
    box = (float(numbers[2]), float(numbers[3])) if len(numbers) == 4 else (0.0, 0.0)
    if box[0] > 0 and box[1] > 0 and max(box) < 1e6:
        if width and not height:
            height = width * box[1] / box[0]
        elif height and not width:
            width = height * box[0] / box[1]
        elif not width:
            width, height = box
    return max(1, round(width or 300)), max(1, round(height or 150))


def _length(text: str | None) -> float:
    found = re.match(r"\s*(\d{1,6}(?:\.\d+)?)\s*(px|pt|pc|mm|cm|in|em|rem|ex)?\s*$", text or "")
    if not found:
        return 0.0
    units = {"pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "em": 16, "rem": 16, "ex": 8}
    return float(found[1]) * units.get(found[2] or "px", 1.0)
