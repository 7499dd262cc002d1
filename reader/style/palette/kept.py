"""The themes as they were read last time: deriving and measuring eight palettes anew would be a tenth of each start.

Kept only while every theme file, and Encre's own rules for them, are the very files they were made from. Pure; no Qt.
"""

import dataclasses
import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.core.errors import ThemeError
from reader.core.imported_later import imported_later
from reader.core.whole_file import write_whole
from reader.style.palette.tokens import Palette

if TYPE_CHECKING:
    from reader.style.palette import files
else:
    files = imported_later("reader.style.palette.files")

_FILE = "palettes.json"
_RULES = Path(__file__).parent


def load_kept_themes(folder: Path, own_folder: Path | None, cache: Path) -> tuple[list[Palette], list[ThemeError]]:
    """As `load_themes`; from `cache` where nothing has changed. Faults are never kept: they are looked for each time.

    A cache that cannot be read or written costs time, not the themes.
    """
    file = cache / "themes" / _FILE
    sources = [source for source in (folder, own_folder) if source is not None]
    mark = _mark([*(one for source in sources for one in source.glob("*.toml")), *_RULES.glob("*.py")])
    kept = _kept(file, mark)
    if kept is not None:
        return kept, []
    palettes, errors = files.load_themes(folder, own_folder)
    if not errors:
        document = {"mark": mark, "themes": [dataclasses.asdict(palette) for palette in palettes]}
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, json.dumps(document).encode())
    return palettes, errors


def _mark(sources: list[Path]) -> str:
    facts = []
    for file in sorted(sources):
        with suppress(OSError):
            found = file.stat()
            facts.append(f"{file} {found.st_mtime_ns} {found.st_size} {found.st_ino}")
    return hashlib.blake2b("\n".join(facts).encode(), digest_size=16).hexdigest()


def _kept(file: Path, mark: str) -> list[Palette] | None:
    try:
        document: Any = json.loads(file.read_text(encoding="utf-8"))
        return [Palette(**values) for values in document["themes"]] if document["mark"] == mark else None
    except (OSError, ValueError, TypeError, KeyError):
        return None
