"""Theme files: read and checked, every fault said with file, line and sentence; and written. Pure; no Qt."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.core.errors import ThemeError
from reader.style.palette.contract import Contrast, failing
from reader.style.palette.derive import derived
from reader.style.palette.tokens import COLOURS, LETTERS, NEEDED, SHAPES, Palette

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_ID = re.compile(r"[a-z0-9][a-z0-9\-]{0,39}")
_MOST = 65_536
_ORDER = (
    *("base", "sombre", "yinyang-clair", "yinyang-sombre"),
    *("orange-mecanique-clair", "orange-mecanique-sombre", "rose-clair", "rose-sombre"),
)
_VISIONS_FR = {"protanopia": "protanopie", "deuteranopia": "deutéranopie", "tritanopia": "tritanopie"}


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as its file has it: only what is given. `colours` and `forms` hold tokens by name."""

    id: str
    scheme: str
    pair: str = ""
    name_fr: str = ""
    name_en: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, int | bool | str] = field(default_factory=dict)

    def palette(self) -> Palette:
        """All tokens; what is not given is derived."""
        forms = {name: shape.default for name, shape in {**SHAPES, **LETTERS}.items()}
        values: dict[str, Any] = {**forms, **self.forms, **derived(self.colours, self.scheme)}
        scheme: Any = self.scheme
        names = (self.name_fr or self.name_en or self.id, self.name_en or self.name_fr or self.id)
        return Palette(
            id=self.id, name_fr=names[0], name_en=names[1], scheme=scheme, pair=self.pair or self.id, **values
        )

    def to_toml(self) -> str:
        """The file's text."""
        names = ", ".join(
            f"{key} = {_quoted(name)}" for key, name in (("fr", self.name_fr), ("en", self.name_en)) if name
        )
        lines = [f'id = "{self.id}"', f'scheme = "{self.scheme}"', f'pair = "{self.pair or self.id}"']
        lines += [f"name = {{ {names} }}"] if names else []
        lines += ["", "[colors]", *(f'{name} = "{self.colours[name]}"' for name in COLOURS if name in self.colours)]
        for table, allowed in (("shape", SHAPES), ("letters", LETTERS)):
            given = [f"{name} = {_plain(self.forms[name])}" for name in allowed if name in self.forms]
            lines += ["", f"[{table}]", *given] if given else []
        return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    kept = "".join(sign for sign in words if sign.isprintable())
    return '"' + kept.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _plain(value: int | bool | str) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value) if isinstance(value, int) else f'"{value}"'


class _Reading:
    """One file being read: what is wrong is said with the line of the key it concerns."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.text = ""

    def wrong(self, en: str, fr: str, table: str = "", key: str = "") -> ThemeError:
        name, number = self.file.name, self._line(table, key) if key else 0
        at_en, at_fr = (f", line {number},", f", ligne {number},") if number else ("", "")
        return ThemeError(
            f"The theme {name}{at_en} cannot be used: {en}.", f"Le thème {name}{at_fr} est inutilisable : {fr}."
        )

    def _line(self, table: str, key: str) -> int:
        """The line of `key` in `table` ("" for the top), as far as the text shows it; 0 where it does not."""
        at = ""
        written = re.compile(rf'\s*(?:{re.escape(table)}\s*\.\s*)?["\']?{re.escape(key)}["\']?\s*[.=]')
        for number, line in enumerate(self.text.splitlines(), 1):
            head = re.match(r'\s*\[\s*["\']?([^\]"\']+?)["\']?\s*\]', line)
            if head:
                at = head.group(1)
                if not table and at == key:
                    return number
            elif written.match(line) and (at == table or line.lstrip().startswith(f"{table}.")):
                return number
        return 0

    def document(self) -> dict[str, Any]:
        try:
            if self.file.stat().st_size > _MOST:
                raise self.wrong("it is larger than 64 KB", "il dépasse 64 Ko")
            self.text = self.file.read_text(encoding="utf-8-sig")
            return tomllib.loads(self.text)
        except (OSError, UnicodeDecodeError) as error:
            raise self.wrong(f"it cannot be read ({error})", f"il est illisible ({error})") from error
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            # Python says "(at line 3, column 5)": that is the line.
            raise self.wrong(f"it is not TOML: {error}", f"ce n'est pas du TOML : {error}") from error

    def theme(self) -> Theme:
        document = self.document()
        for key in document:
            if key not in ("id", "name", "scheme", "pair", "colors", "shape", "letters"):
                raise self.wrong(f"“{key}” is no key of a theme", f"« {key} » n'est pas une clé de thème", key=key)
        names, colours, shape, letters = (document.get(key, {}) for key in ("name", "colors", "shape", "letters"))
        for key, table in (("name", names), ("colors", colours), ("shape", shape), ("letters", letters)):
            if not isinstance(table, dict):
                raise self.wrong(f"“{key}” must be a table", f"« {key} » doit être une table", key=key)
        theme_id, scheme, pair = document.get("id"), document.get("scheme"), document.get("pair", "")
        for key, value in (("id", theme_id), ("pair", pair or theme_id)):
            if not isinstance(value, str) or not _ID.fullmatch(value):
                en = f"“{key}” must be at most 40 small letters, digits and hyphens"
                raise self.wrong(en, f"« {key} » : 40 minuscules, chiffres et tirets au plus", key=key)
        if scheme not in ("light", "dark"):
            raise self.wrong("“scheme” must be light or dark", "« scheme » doit être light ou dark", key="scheme")
        self._check_names(names)
        self._check_colours(colours)
        self._check_forms("shape", shape)
        self._check_forms("letters", letters)
        return Theme(
            str(theme_id), scheme, pair, names.get("fr", ""), names.get("en", ""), colours, {**shape, **letters}
        )

    def _check_names(self, names: Mapping[str, Any]) -> None:
        for key, value in names.items():
            if key not in ("fr", "en") or not isinstance(value, str) or not 0 < len(value) <= 60:
                en = f"name.{key}: only fr and en, each of 1 to 60 characters"
                raise self.wrong(en, f"name.{key} : fr et en seulement, de 1 à 60 signes", "name", key)

    def _check_colours(self, colours: Mapping[str, Any]) -> None:
        for name, value in colours.items():
            if name not in COLOURS:
                raise self.wrong(
                    f"“{name}” is no colour token", f"« {name} » n'est pas un nom de couleur", "colors", name
                )
            if not isinstance(value, str) or not _COLOUR.fullmatch(value):
                en = f"{name}: “{value}” is no colour #rrggbb"
                raise self.wrong(en, f"{name} : « {value} » n'est pas une couleur #rrggbb", "colors", name)
        for name in NEEDED:
            if name not in colours:
                raise self.wrong(f"the colour “{name}” is missing", f"la couleur « {name} » manque", key="colors")

    def _check_forms(self, table: str, values: Mapping[str, Any]) -> None:
        allowed = SHAPES if table == "shape" else LETTERS
        for name, value in values.items():
            if name not in allowed:
                raise self.wrong(f"{table}.{name} is unknown", f"{table}.{name} est inconnu", table, name)
            if not allowed[name].accepts(value):
                said = allowed[name].said()
                en = f"{table}.{name}: “{value}” is not allowed ({said})"
                raise self.wrong(en, f"{table}.{name} : « {value} » n'est pas permis ({said})", table, name)

    def check_contrast(self, theme: Theme, palette: Palette) -> None:
        def guessed(one: Contrast) -> int:
            """How many of the two colours are derived: what the file itself says is named first."""
            return sum(name not in theme.colours for name in one.pair.split("/"))

        for one in sorted(failing(palette), key=guessed):
            ink, _, ground = one.pair.partition("/")
            key = next((name for name in (ink, ground) if name in theme.colours), "text")
            eyes_en = "" if one.vision == "normal" else f" to eyes with {one.vision}"
            eyes_fr = "" if one.vision == "normal" else f" pour un œil atteint de {_VISIONS_FR[one.vision]}"
            if one.measure == "difference":
                en = f"{ink} and {ground} look alike{eyes_en}"
                fr = f"{ink} et {ground} se ressemblent trop{eyes_fr}"
            else:
                en = f"{ink} on {ground} has a contrast of {one.ratio:.1f}{eyes_en}; it needs {one.needs:g}"
                fr = f"{ink} sur {ground} : contraste de {one.ratio:.1f}{eyes_fr}, il faut {one.needs:g}"
                fr = fr.replace(".", ",")
            raise self.wrong(en, fr, "colors", key)


def read_theme(file: Path) -> Theme:
    """What a theme file gives, checked but for its contrast. Raises ThemeError naming file, line and fault."""
    return _Reading(file).theme()


def load_theme(file: Path) -> Palette:
    """The palette of a theme file. Raises ThemeError naming the file, the line and what is wrong, contrast included."""
    reading = _Reading(file)
    theme = reading.theme()
    palette = theme.palette()
    reading.check_contrast(theme, palette)
    return palette


def load_themes(folder: Path, own_folder: Path | None = None) -> tuple[list[Palette], list[ThemeError]]:
    """Encre's themes in the menu's order, then the reader's own; an unusable file is an error in the answer."""
    palettes: dict[str, Palette] = {}
    errors: list[ThemeError] = []
    for source in filter(None, (folder, own_folder)):
        for file in theme_files(source):
            try:
                palette = load_theme(file)
            except ThemeError as error:
                errors.append(error)
                continue
            if palette.id in palettes:
                fault = f"the id “{palette.id}” is taken", f"l'id « {palette.id} » est déjà pris"
                errors.append(_Reading(file).wrong(*fault))
            else:
                palettes[palette.id] = palette
    rank = {theme_id: index for index, theme_id in enumerate(_ORDER)}
    return sorted(palettes.values(), key=lambda palette: rank.get(palette.id, len(rank))), errors


def theme_files(folder: Path) -> list[Path]:
    """The theme files of a folder, by name; hidden ones are an editor's own and no themes."""
    try:
        return sorted(file for file in folder.glob("*.toml") if not file.name.startswith("."))
    except OSError:
        return []
