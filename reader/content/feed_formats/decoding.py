"""Feed bytes to text: by byte-order mark, else UTF-8 where it is UTF-8, else as declared. Declarations lie."""

import codecs
import contextlib
import re

from charset_normalizer import from_bytes

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# Without a mark, the first "<" tells the width (XML 1.0, appendix F).
_WIDTHS = (
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
    (b"{\x00", "utf-16-le"),
    (b"\x00{", "utf-16-be"),
)
WIDE = tuple(mark for mark, _ in (*_MARKS, *_WIDTHS))
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([A-Za-z0-9._\-]+)\s*["']""")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.\-]+)", re.I)
# WHATWG's Encoding Standard: what is labelled Latin-1 or ASCII is windows-1252, GB2312 is GBK, and so on.
_MEANT = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "big5": "big5hkscs",
}
_JAMO = re.compile("[\u3131-\u318e]")
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LEAST = 20
_SAMPLE = 20_000
_OTHERS = ("cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "tis_620", "gb18030", "big5", "cp932", "euc_jp", "cp949")
_UNICODE = ("utf-8", "utf8", "utf-16", "utf16", "utf-32", "utf-16le", "utf-16be", "ucs-2", "unicode", "utf-7")

# Python knows these as encodings; the web does not, and some take quadratic time.
_NO_CHARSETS = (
    "punycode",
    "idna",
    "unicode_escape",
    "raw_unicode_escape",
    "unicode-escape",
    "raw-unicode-escape",
    "undefined",
)


def _as_western(error: UnicodeError) -> tuple[str, int]:
    """A byte that is no UTF-8 is what its writer's editor meant: windows-1252."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("encre-western", _as_western)


def decoded(body: bytes, content_type: str | None = None) -> str:
    """The text of `body`; every byte becomes some character. `content_type` is the server's, with its charset."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    start = body[:64].lstrip(b"\r\n\t ")
    if b"\x00" in start[:4]:
        for beginning, encoding in _WIDTHS:
            if start.startswith(beginning):
                return body.decode(encoding, "replace")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.match(body[:1000])
    charset = _CHARSET.search(content_type or "")
    for name in (declared[1].decode() if declared else None, charset[1] if charset else None):
        if name and name.lower() not in _UNICODE:
            try:
                encoding = codecs.lookup(_MEANT.get(name.lower(), name)).name
                if encoding not in _NO_CHARSETS:
                    return body.decode(encoding, "replace")
            except (LookupError, ValueError):
                continue
    return _guessed(body) or body.removeprefix(codecs.BOM_UTF8).decode("utf-8", "encre-western")


def _guessed(body: bytes) -> str | None:
    """The text where most letters lie beyond ASCII: no Western language, and no UTF-8; else None."""
    words = re.sub(rb"<[^<>]*>|[\s\d]+", b"", body[:_SAMPLE])
    letters = words.translate(None, bytes(range(128)))
    high, sound = len(letters), sum(map(len, _SEQUENCE.findall(words)))
    if high < _LEAST or high * 3 < len(words) or sound * 2 > high:
        return None
    if sum(0xC0 <= byte <= 0xDF for byte in letters) * 4 > high * 3:
        return body.decode("koi8_r", "replace")  # small Cyrillic letters lie there, and no other alphabet's
    best = from_bytes(words, cp_isolation=list(_OTHERS)).best()
    if best is None:
        return None
    text = body.decode(best.encoding, "replace")
    # Japanese read as Korean shows single letters of Hangul, which Korean hardly ever writes.
    if best.encoding == "cp949" and len(_JAMO.findall(text)) * 20 > high // 2:
        with contextlib.suppress(UnicodeDecodeError):
            return body.decode("euc_jp")
    return text
