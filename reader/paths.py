"""Where everything lives: data, settings, caches, themes, resources. `--data-dir` puts all of it in one folder."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
THEMES = ROOT / "themes"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one library. Nothing is created until `ensure`."""

    data: Path
    settings_file: Path
    cache: Path
    own_themes: Path

    @property
    def database(self) -> Path:
        """The library."""
        return self.data / "library.db"

    @property
    def media(self) -> Path:
        """Stored pictures: `ab/<hash>.<ext>`."""
        return self.data / "media"

    @property
    def backups(self) -> Path:
        """Verified copies of the library."""
        return self.data / "backups"

    @property
    def logs(self) -> Path:
        """Log files."""
        return self.data / "logs"

    @property
    def lock(self) -> Path:
        """The engine's lock: one engine per data folder."""
        return self.data / "engine.lock"

    def ensure(self) -> None:
        """Make the folders. Raises OSError when the disk will not."""
        for folder in (self.data, self.media, self.backups, self.logs, self.cache, self.settings_file.parent):
            folder.mkdir(parents=True, exist_ok=True)


def find_paths(data_dir: str | None = None) -> Paths:
    """The library's folders: `data_dir`, else ENCRE_DATA_DIR, else the platform's own places."""
    chosen = data_dir or os.environ.get("ENCRE_DATA_DIR")
    if chosen:
        data = Path(chosen).expanduser().absolute()
        return Paths(data, data / "settings.toml", data / "cache", data / "themes")
    config = platformdirs.user_config_path("encre")
    return Paths(
        platformdirs.user_data_path("encre"),
        config / "settings.toml",
        platformdirs.user_cache_path("encre"),
        config / "themes",
    )
