"""The marks of Markdown: text that looks like them held back, and emphasis set so that CommonMark reads it as meant.

While a line is put together, emphasis and line breaks are control characters (which no text of the web holds); they
become signs once their neighbours are known, since CommonMark (0.31, section 6.2) reads `**` by what stands beside it.
"""

import re

STRONG, EM, STRIKE = ("\x01", "\x02"), ("\x03", "\x04"), ("\x05", "\x06")
BREAK = "\x07"
CODE = ("\x0e", "\x0f")
LOWERED, RAISED = ("\x10", "\x11"), ("\x12", "\x13")
_SIGNS = {"\x01": "**", "\x02": "**", "\x03": "*", "\x04": "*", "\x05": "~~", "\x06": "~~"}
_OPENS = {"\x01": "\x02", "\x03": "\x04", "\x05": "\x06"}
_SPACE = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")
_SPECIAL = re.compile(r"[\\`*\[\]|~^<]|&(?=#?\w{1,32};)|(?<![^\W_])_|_(?![^\W_])|!$")
_TELLING = re.compile(r"[\\`*\[\]|~^<&_!\t\r\n\f]")
_ESCAPED = re.compile(r"\\([^\w\s])")
_LINE_START = re.compile(r"#{1,6}(?=\s|$)|[-+=](?=\s|$|[-= ])|\d{1,9}[.)](?=\s|$)|>|:(?=\s|$)")
_ANY_SPAN = re.compile("[\x0e-\x13]")
_SPANS = {0x0E: None, 0x0F: None, 0x10: "~", 0x11: "~", 0x12: "^", 0x13: "^"}
_ANY_MARK = re.compile("[\x01-\x06]")
_ANY_SIGN = re.compile("[\x01-\x06\x0e-\x13]")
_TOUCHING = re.compile("\x02\x01|\x04\x03|\x06\x05")
_EMPTY = re.compile("\x01([ ]*)\x02|\x03([ ]*)\x04|\x05([ ]*)\x06")
_STARTERS = frozenset("#-+=>:0123456789")
_PARTS = re.compile("([\x01-\x06])")
_MOVABLE = ".,;:!?…»«”“’‘\"'–—"


def squeeze(text: str) -> str:
    """White space as HTML shows it: any run of it is one space."""
    return _SPACE.sub(" ", text)


def plain_text(text: str | None) -> str:
    """A text node, ready to stand in a line."""
    if not text:
        return ""
    if not _TELLING.search(text) and "  " not in text:
        return text
    return _SPECIAL.sub(r"\\\g<0>", _SPACE.sub(" ", text))


def paragraph(text: str) -> str:
    """A text node that is a paragraph of its own; "" when it is blank."""
    return _held(plain_text(text).strip())


def paragraphs(line: str) -> list[str]:
    """An assembled line as paragraphs: two breaks in a row part them, one is a hard break."""
    text = line.replace("  ", " ") if "  " in line else line
    while "  " in text:
        text = text.replace("  ", " ")
    if BREAK not in text:
        text = text.strip()
        return [_held(settle_marks(text))] if text else []
    text = re.sub("[ \x07]*\x07[ ]*\x07[ \x07]*", "\n", re.sub(" *\x07 *", BREAK, text))
    found = []
    for part in _reopened(text.split("\n")):
        rows = [settle_marks(row).strip() for row in _reopened(part.strip(" \x07").split(BREAK))]
        rows = [_held(row) for row in rows if row]
        if rows:
            found.append("\\\n".join(rows))
    return found


def one_line(line: str) -> str:
    """An assembled line where breaks cannot be: a heading, a cell, a caption."""
    text = squeeze(line.replace(BREAK, " "))
    return settle_marks(text).strip()


def bare_words(line: str) -> str:
    """The words of one line of Markdown, without its marks and addresses."""
    text = re.sub(r"(?<!\\)\]\((?:<[^>]*>|[^()\s]*)\)|(?<!\\)[*`\[\]~^]", "", line)
    return _ESCAPED.sub(r"\1", text).strip()


def _held(row: str) -> str:
    """A line that would begin a heading, list or quotation, held back by one backslash."""
    if row[:1] not in _STARTERS or (found := _LINE_START.match(row)) is None:
        return row
    at = found.end() - 1 if row[0].isdigit() else 0
    return f"{row[:at]}\\{row[at:]}"


def _reopened(parts: list[str]) -> list[str]:
    """Emphasis that goes on over the end of a paragraph is closed there and opened again."""
    if len(parts) == 1 or not _ANY_MARK.search("".join(parts)):
        return parts
    open_marks: list[str] = []
    out = []
    for part in parts:
        text = "".join(open_marks) + part
        for sign in _ANY_MARK.findall(part):
            if sign in _OPENS:
                open_marks.append(sign)
            elif open_marks:
                open_marks.pop()
        out.append(text + "".join(_OPENS[sign] for sign in reversed(open_marks)))
    return out


def settle_marks(text: str) -> str:
    """Control characters as signs; emphasis that CommonMark could not read is moved by a sign or given up."""
    if not _ANY_SIGN.search(text):
        return text
    if _ANY_SPAN.search(text):
        text = _settle_spans(text)
    if not _ANY_MARK.search(text):
        return text
    text = _TOUCHING.sub("", text)
    for _ in range(4):
        emptied = _EMPTY.sub(r"\1\2\3", text)
        if emptied == text:
            break
        text = emptied
    parts = _PARTS.split(text)
    stack: list[int] = []
    for place in range(1, len(parts), 2):
        if parts[place] in _OPENS:
            stack.append(place)
        elif stack and _OPENS.get(parts[stack[-1]]) == parts[place]:
            _fit(parts, stack.pop(), place)
        else:
            parts[place] = ""
    for place in stack:
        parts[place] = ""
    return "".join(_SIGNS.get(part, part) for part in parts)


def _settle_spans(text: str) -> str:
    """Code and raised or lowered signs: two that touch are one, else their marks would run together."""
    text = re.sub("\x11\x10|\x13\x12", "", text)
    text = re.sub(
        "(?<!`)(`+)\x0f\x0e(`+)(?!`)", lambda found: "" if found[1] == found[2] else f"{found[1]} {found[2]}", text
    )
    text = re.sub("(?<=[\x05\x06~])\x10([^\x11]*)\x11|\x10([^\x11]*)\x11(?=[\x05\x06~])", r"\1\2", text)
    return text.translate(_SPANS)


def _fit(parts: list[str], opening: int, closing: int) -> None:
    """Move white space and, where needed, punctuation out of the emphasis; else leave it out."""
    for _ in range(6):
        after, before = parts[opening + 1], parts[closing - 1]
        if after[:1].isspace():
            parts[opening - 1] += after[:1]
            parts[opening + 1] = after[1:]
        elif before[-1:].isspace():
            parts[closing - 1] = before[:-1]
            parts[closing + 1] = before[-1:] + parts[closing + 1]
        else:
            break
    outer_left, inner_left = _near(parts, opening, -1), _near(parts, opening, 1)
    inner_right, outer_right = _near(parts, closing, -1), _near(parts, closing, 1)
    if not inner_left or inner_left.isspace() or not inner_right or inner_right.isspace():
        parts[opening] = parts[closing] = ""
        return
    if not _is_word(inner_left) and _is_word(outer_left):
        if parts[opening + 1][:1] not in _MOVABLE or not parts[opening + 1]:
            parts[opening] = parts[closing] = ""
            return
        parts[opening - 1] += parts[opening + 1][0]
        parts[opening + 1] = parts[opening + 1][1:]
        return _fit(parts, opening, closing)
    if not _is_word(inner_right) and _is_word(outer_right):
        last = parts[closing - 1]
        if last[-1:] not in _MOVABLE or not last:
            parts[opening] = parts[closing] = ""
            return
        cut = 2 if last[-2:-1] == "\\" else 1
        parts[closing - 1], parts[closing + 1] = last[:-cut], last[-cut:] + parts[closing + 1]
        _fit(parts, opening, closing)


def _near(parts: list[str], place: int, step: int) -> str:
    """The next real character on that side of a mark; "" at an end."""
    place += step
    while 0 <= place < len(parts):
        if place % 2 == 0 and parts[place]:
            return parts[place][0 if step > 0 else -1]
        place += step
    return ""


def _is_word(sign: str) -> bool:
    return (
        bool(sign)
        and (sign.isalnum() or not (sign.isspace() or sign.isascii() or not sign.isprintable()))
        and sign not in _MOVABLE
    )
