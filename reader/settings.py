"""Every setting, declared once: name, type, default, range, a sentence in French and English. Kept in settings.toml.

A file that cannot be read, or a value out of its range, is said in `problems` and the default is used; unknown keys
are kept untouched, since a newer Encre may have written them. May be imported by everybody but core.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomli_w

Value = bool | int | float | str


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. `choices` lists allowed words, `low` and `high` bound numbers (inclusive)."""

    name: str
    default: Value
    help_fr: str
    help_en: str
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None

    def accepts(self, value: object) -> bool:
        """Whether `value` has this setting's type and lies in its range."""
        if isinstance(self.default, float) and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if type(value) is not type(self.default):
            return False
        if self.choices and value not in self.choices:
            return False
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)
        return True


SETTINGS: tuple[Setting, ...] = (
    Setting("theme", "base", "Le thème de la fenêtre.", "The window's theme."),
    Setting("language", "system", "La langue d'Encre.", "Encre's language.", ("system", "fr", "en")),
    Setting(
        "mark_read_delay",
        1.0,
        "Secondes avant qu'un article ouvert soit marqué comme lu (0 : aussitôt).",
        "Seconds before an opened article is marked as read (0: at once).",
        low=0,
        high=60,
    ),
    Setting("mark_read_on_open", True, "Marquer comme lu à l'ouverture.", "Mark as read when opened."),
    Setting("zoom", 100, "Taille du texte, en pour cent.", "Text size, in per cent.", low=50, high=300),
    Setting("measure", 68, "Signes par ligne.", "Characters per line.", low=45, high=90),
    Setting("density", "comfortable", "Densité de la liste.", "Density of the list.", ("comfortable", "compact")),
    Setting("list_pictures", True, "Images dans la liste.", "Pictures in the list."),
    Setting("show_subscriber", True, "Articles abonnés sur l'accueil.", "Subscriber articles on Home."),
    Setting("show_news", True, "Actualités sur l'accueil.", "News on Home."),
    Setting(
        "refresh_minutes",
        30,
        "Minutes entre deux actualisations (0 : jamais seul).",
        "Minutes between refreshes (0: never by itself).",
        low=0,
        high=1440,
    ),
    Setting(
        "reflag",
        "significant",
        "Ce qui signale de nouveau un article lu : annoncé (marked), notable, tout ou jamais.",
        "What shows a read article as changed: what is marked, what is significant, all or never.",
        ("marked", "significant", "all", "never"),
    ),
    Setting("refresh_on_start", True, "Actualiser au démarrage.", "Refresh at start."),
    Setting("close_to_tray", False, "Fermer la fenêtre laisse Encre actif.", "Closing the window keeps Encre running."),
    Setting("toasts", True, "Notifications du bureau.", "Desktop notifications."),
    Setting("window_state", "", "Place de la fenêtre.", "Place of the window."),
    Setting("last_visit", "", "Dernière visite.", "Last visit."),
    Setting("welcomed", False, "Accueil déjà vu.", "Welcome already seen."),
    Setting("told_no_tray", False, "Absence de barre déjà dite.", "Missing tray already told."),
)
_BY_NAME = {setting.name: setting for setting in SETTINGS}


@dataclass(slots=True)
class Settings:
    """The settings of one library, read once and written at each change."""

    file: Path
    problems: list[str] = field(default_factory=list)
    _values: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Value:
        setting = _BY_NAME[name]
        value = self._values.get(name, setting.default)
        return value if setting.accepts(value) else setting.default

    def text(self, name: str) -> str:
        """A setting declared as text."""
        return str(self[name])

    def number(self, name: str) -> float:
        """A setting declared as a number."""
        return float(self[name])

    def flag(self, name: str) -> bool:
        """A setting declared as yes or no."""
        return bool(self[name])

    def set(self, name: str, value: Value) -> None:
        """Change and save. Raises ValueError for a value out of range, OSError when the disk refuses."""
        if not _BY_NAME[name].accepts(value):
            raise ValueError(f"{name}: {value!r}")
        self._values[name] = value
        self._save()

    def _save(self) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.file.with_suffix(".toml.new")
        with fresh.open("wb") as stream:
            tomli_w.dump(self._values, stream)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(self.file)


def load_settings(file: Path) -> Settings:
    """The settings in `file`; what cannot be used is named in `problems`, and a broken file is kept aside."""
    settings = Settings(file)
    try:
        values: Mapping[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return settings
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        settings.problems.append(f"{file.name}: {error}")
        _keep_aside(file)
        return settings
    settings._values = dict(values)
    for name, value in values.items():
        if name in _BY_NAME and not _BY_NAME[name].accepts(value):
            settings.problems.append(f"{file.name}: {name} = {value!r}")
    return settings


def _keep_aside(file: Path) -> None:
    aside = file.with_suffix(".toml.unreadable")
    if not aside.exists():
        file.replace(aside)
