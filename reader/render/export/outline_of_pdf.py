"""Bookmarks and language for a PDF that Qt wrote, as an incremental update (ISO 32000-1, 7.5.6 and 12.3.3). Pure.

What was written stays byte for byte; the catalogue is written again with the outline, and a new cross-reference
section points back to the old one. A file of another shape than expected is given back as it came.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One line of the outline: words, level (1 the topmost), page from 0, the part of that page above it (0-1)."""

    title: str
    level: int
    page: int
    part: float


def _text(words: str) -> bytes:
    return b"<" + (b"\xfe\xff" + words.encode("utf-16-be", "replace")).hex().encode() + b">"


def _parents(marks: list[Bookmark]) -> list[int]:
    """For each bookmark the index of the one it stands under, -1 for the top."""
    found: list[int] = []
    path: list[int] = []
    for index, mark in enumerate(marks):
        while path and marks[path[-1]].level >= mark.level:
            path.pop()
        found.append(path[-1] if path else -1)
        path.append(index)
    return found


def with_bookmarks(body: bytes, marks: list[Bookmark], language: str) -> bytes:
    """The PDF with an outline that opens with it."""
    trailer = re.search(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$", body, re.S)
    if trailer is None or not marks:
        return body
    root = re.search(rb"/Root (\d+) 0 R", trailer[1])
    size = re.search(rb"/Size (\d+)", trailer[1])
    catalogue = re.search(rb"\n%s 0 obj\s*<<(.*?)>>\s*endobj" % root[1], body, re.S) if root else None
    kids = re.search(rb"/Kids\s*\[(.*?)\]", body, re.S)
    if root is None or size is None or catalogue is None or kids is None:
        return body
    pages = re.findall(rb"(\d+) 0 R", kids[1])
    box = re.search(rb"/MediaBox \[0 0 [\d.]+ ([\d.]+)\]", body)
    height = float(box[1]) if box else 842.0
    first = int(size[1])
    objects: dict[int, bytes] = {
        int(root[1]): b"<<%s/Outlines %d 0 R\n/PageMode /UseOutlines\n%s>>"
        % (catalogue[1], first, b"/Lang " + _text(language) + b"\n" if language else b"")
    }
    objects |= _outline(marks, first, pages, height)
    return _updated(body, objects, trailer[1], int(trailer[2]))


def _outline(marks: list[Bookmark], first: int, pages: list[bytes], height: float) -> dict[int, bytes]:
    parents = _parents(marks)
    children: dict[int, list[int]] = {}
    for index, parent in enumerate(parents):
        children.setdefault(parent, []).append(index)

    def number(index: int) -> int:
        return first + 1 + index

    top = children[-1]
    objects = {
        first: b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>"
        % (number(top[0]), number(top[-1]), len(marks))
    }
    for index, mark in enumerate(marks):
        family, own = children[parents[index]], children.get(index, [])
        place = family.index(index)
        page = pages[min(mark.page, len(pages) - 1)]
        parts = [b"/Title " + _text(mark.title), b"/Parent %d 0 R" % (number(parents[index]))]
        parts.append(b"/Dest [%s 0 R /XYZ 0 %d 0]" % (page, round(height * (1 - mark.part))))
        if place:
            parts.append(b"/Prev %d 0 R" % number(family[place - 1]))
        if place + 1 < len(family):
            parts.append(b"/Next %d 0 R" % number(family[place + 1]))
        if own:
            parts.append(b"/First %d 0 R /Last %d 0 R /Count %d" % (number(own[0]), number(own[-1]), len(own)))
        objects[number(index)] = b"<< " + b" ".join(parts) + b" >>"
    return objects


def _updated(body: bytes, objects: dict[int, bytes], trailer: bytes, before: int) -> bytes:
    out = body if body.endswith(b"\n") else body + b"\n"
    rows: list[tuple[int, int]] = []
    for number, content in objects.items():
        rows.append((number, len(out)))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n" + b"".join(b"%d 1\n%010d 00000 n \n" % row for row in sorted(rows))
    size = max(objects) + 1
    kept = re.sub(rb"/Size \d+", b"/Size %d" % size, trailer)
    return out + b"trailer\n<<%s/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (kept, before, start)
