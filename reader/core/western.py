"""Western texts by way of their bytes, which takes a fraction of the time that an expression takes over their letters.

Nearly all texts fit in Latin-1, most of the others in Windows-1252, which has typographers' quotes and dashes besides.
"""

from collections.abc import Callable

Kinds = dict[str, bytes]


def kinds(of: Callable[[str], str]) -> Kinds:
    """For each encoding what every sign of it becomes, one sign as well."""
    tables = {}
    for encoding in ("latin-1", "cp1252"):
        signs = (bytes([code]).decode(encoding, "replace") for code in range(256))
        tables[encoding] = b"".join(of(sign).encode(encoding) for sign in signs)
    return tables


def words(text: str, tables: Kinds) -> list[str] | None:
    """What white space parts in the text that `tables` make of this one; None when it is not Western."""
    found = _turned(text, tables)
    return None if found is None else found[0].decode(found[1]).split()


def _turned(text: str, tables: Kinds) -> tuple[bytes, str] | None:
    for encoding, table in tables.items():
        try:
            return text.encode(encoding).translate(table), encoding
        except UnicodeEncodeError:
            continue
    return None
