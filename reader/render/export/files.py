"""Names and files of exports: safe names, whole files or none, pictures of the library."""

import re
import unicodedata
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice

from reader.core.entities import Article
from reader.core.errors import EncreError
from reader.core.whole_file import write_whole
from reader.render.figures import Shown, read_image

MEDIA_TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
}


class ExportError(EncreError):
    """A file could not be written."""


def refused(file: Path, error: OSError) -> ExportError:
    """The disk's refusal, for the reader."""
    why = error.strerror or str(error)
    return ExportError(f"{file.name} could not be written: {why}.", f"{file.name} n'a pas pu être écrit : {why}.")


def file_name(article: Article, suffix: str) -> str:
    """A name for an article's file: day and headline, with no sign that a file system refuses."""
    words = unicodedata.normalize("NFC", article.title)
    words = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", words)
    words = re.sub(r"\s+", " ", words).strip(" .")[:80].strip(" .")
    day = f"{article.published.astimezone():%Y-%m-%d} " if article.published else ""
    return f"{day}{words or 'article'}{suffix}"


def write_file(file: Path, body: bytes) -> None:
    """Write all of `body` or leave what was there. Raises ExportError."""
    try:
        write_whole(file, body)
    except OSError as error:
        raise refused(file, error) from error


def picture_bytes(shown: Shown) -> tuple[bytes, str] | None:
    """The body and suffix of a picture that every reader of books and pages knows; None when it cannot be had."""
    if shown.file is None:
        return None
    suffix = shown.file.suffix.lower()
    try:
        if suffix in MEDIA_TYPES:
            return shown.file.read_bytes(), suffix
    except OSError:
        return None
    image = read_image(shown.file)
    if image.isNull():
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data()), ".png"
