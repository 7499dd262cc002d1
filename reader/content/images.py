"""What a picture's bytes are. Pillow reads the header only; an SVG is looked at as XML and refused when it is alive."""

import io
import re
import warnings
from dataclasses import dataclass
from typing import Any

from lxml import etree
from PIL import Image, UnidentifiedImageError

from reader.core.errors import ContentError

_EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp", "AVIF": "avif", "BMP": "bmp", "ICO": "ico"}
MOST_PIXELS = 100_000_000
LONGEST_SIDE = 30_000


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """Extension without the dot, width and height in pixels (None for a vector picture that does not say)."""

    extension: str
    width: int | None
    height: int | None


def _refused(reason_en: str, reason_fr: str, cause: str = "") -> ContentError:
    return ContentError(
        f"The picture cannot be used: {reason_en}.", f"L'image est inutilisable : {reason_fr}.", cause=cause
    )


def identify(body: bytes) -> ImageFacts:
    """The facts of a picture. Raises ContentError for what is no picture, is too large, or has a script in it."""
    head = body[:512].lstrip()
    if head.startswith((b"<svg", b"<?xml", b"<!--", b"<!DOCTYPE svg")) and b"<svg" in body[:4096]:
        return _vector(body)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(body), formats=list(_EXTENSIONS)) as picture:
                width, height, kind = *picture.size, picture.format or ""
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise _refused(
            "its bytes are not a picture Encre knows", "ses octets ne sont pas une image connue", str(error)
        ) from error
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise _refused(f"{width} × {height} pixels are too many", f"{width} × {height} pixels, c'est trop")
    # Some cameras put several JPEGs into one file, which Pillow gives a name of its own.
    return ImageFacts(_EXTENSIONS.get(kind, "jpg"), width, height)


def _vector(body: bytes) -> ImageFacts:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise _refused("its drawing is broken", "son dessin est abîmé", str(error)) from error
    elements: Any = root.iter()
    for element in elements:
        name = etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""
        if name in ("script", "foreignobject", "iframe") or any(key.lower().startswith("on") for key in element.attrib):
            raise _refused("a script hides in it", "un script s'y cache")
    return ImageFacts("svg", _length(root.get("width")), _length(root.get("height")))


def _length(text: str | None) -> int | None:
    found = re.match(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$", text or "")
    return int(found[1]) if found else None
