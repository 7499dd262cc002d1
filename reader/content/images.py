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
MOST_SHAPES = 50_000
_ALIVE = ("script", "foreignobject", "iframe", "handler", "listener", "embed", "object", "video", "audio")
_WITHIN = re.compile(r"#|data:image/(?:png|jpe?g|gif|webp);base64,", re.I)
_URL = re.compile(r"url\(\s*[\"']?(?!\s*#)", re.I)


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
    except Image.DecompressionBombError as error:
        raise _refused("it has too many pixels", "elle a trop de pixels", str(error)) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise _refused(
            "its bytes are not a picture Encre knows", "ses octets ne sont pas une image connue", str(error)
        ) from error
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise _refused(f"{width} × {height} pixels are too many", f"{width} × {height} pixels, c'est trop")
    # Some cameras put several JPEGs into one file, which Pillow gives a name of its own.
    return ImageFacts(_EXTENSIONS.get(kind, "jpg"), width, height)


def _vector(body: bytes) -> ImageFacts:
    """A drawing is looked at before anything draws it: no script, no part from elsewhere, no entity, no bomb."""
    if re.search(rb"<!ENTITY", body, re.I):
        raise _refused("it declares entities", "il déclare des entités")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise _refused("its drawing is broken", "son dessin est abîmé", str(error)) from error
    elements: Any = root.iter()
    for number, element in enumerate(elements):
        if number > MOST_SHAPES:
            raise _refused(f"it has more than {MOST_SHAPES} shapes", f"il a plus de {MOST_SHAPES} formes")
        name = etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""
        if name in _ALIVE or any(etree.QName(key).localname.lower().startswith("on") for key in element.attrib):
            raise _refused("a script hides in it", "un script s'y cache")
        if _reaches_out(element, name):
            raise _refused("it asks for something from elsewhere", "il demande quelque chose d'ailleurs")
    return ImageFacts("svg", _length(root.get("width")), _length(root.get("height")))


def _reaches_out(element: Any, name: str) -> bool:  # noqa: ANN401 - lxml's elements are untyped
    """Whether a part of a drawing refers to anything but the drawing itself or a picture held in it."""
    for key, value in element.attrib.items():
        if etree.QName(key).localname.lower() in ("href", "src") and not _WITHIN.match(value.strip()):
            return name != "a"  # a link is never followed in a picture
        if _URL.search(value):
            return True
    return name == "style" and (_URL.search(element.text or "") is not None or "@import" in (element.text or ""))


def _length(text: str | None) -> int | None:
    found = re.match(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$", text or "")
    return int(found[1]) if found else None
