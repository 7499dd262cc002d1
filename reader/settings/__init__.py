"""Every setting, declared once: name, type, default, range, a sentence in French and English. Kept in settings.toml.

A file that cannot be read, or a value out of its range, is said in `problems` and the default is used; unknown keys
are kept untouched, since a newer Encre may have written them. May be imported by everybody but core.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli_w

from reader.core.imported_later import imported_later
from reader.core.whole_file import write_whole
from reader.settings.setting import Setting, Value
from reader.settings.storage import STORAGE

if TYPE_CHECKING:
    from reader.core import retention
    from reader.core.retention import Policy
else:
    retention = imported_later("reader.core.retention")

__all__ = ["SETTINGS", "TYPEFACES", "Setting", "Settings", "Value", "load_settings"]

TYPEFACES = ("Literata", "Spectral", "Inter", "Public Sans", "Atkinson Hyperlegible Next")


def _swipe(name: str, default: str, fr: str, en: str) -> Setting:
    """What two fingers on a touchpad do that push a row to one side."""
    return Setting(
        name,
        default,
        f"Deux doigts sur le pavé tactile poussent une ligne vers la {fr}\u00a0: ce que cela fait.",
        f"Two fingers on the touchpad push a row to the {en}: what that does.",
        ("none", "read", "star", "browser"),
        group="list",
        title=(f"Glisser vers la {fr}", f"Swipe to the {en}"),
        words=(
            ("Rien", "Nothing"),
            ("Marquer lu ou non lu", "Mark as read or unread"),
            ("Mettre ou ôter l’étoile", "Star or unstar"),
            ("Ouvrir dans le navigateur", "Open in the browser"),
        ),
    )


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "theme",
        "base",
        "Les couleurs, les formes et les habitudes de toute la fenêtre.",
        "The colours, shapes and habits of the whole window.",
        group="appearance",
        title=("Thème", "Theme"),
    ),
    Setting(
        "theme_follow",
        "chosen",
        "La moitié claire ou sombre du thème\u202f: celle que vous avez choisie, celle du bureau, ou selon l’heure.",
        "The light or the dark half of the theme: the one you chose, the desktop’s, or by the hour.",
        ("chosen", "system", "hours"),
        group="appearance",
        title=("Clair ou sombre", "Light or dark"),
        words=(
            ("Comme choisi", "As chosen"),
            ("Suivre le système", "Follow the system"),
            ("Selon l’heure", "By the hour"),
        ),
    ),
    Setting(
        "night_begins",
        20,
        "L’heure où la moitié sombre est mise, si le thème suit l’heure.",
        "The hour at which the dark half is worn, where the theme goes by the hour.",
        low=0,
        high=23,
        group="appearance",
        title=("La nuit commence à", "The night begins at"),
        unit="h",
    ),
    Setting(
        "night_ends",
        7,
        "L’heure où la moitié claire revient.",
        "The hour at which the light half comes back.",
        low=0,
        high=23,
        group="appearance",
        title=("La nuit finit à", "The night ends at"),
        unit="h",
    ),
    Setting(
        "language",
        "system",
        "La langue des menus et des boutons\u202f; les articles gardent la leur.",
        "The language of menus and buttons; articles keep theirs.",
        ("system", "fr", "en"),
        group="appearance",
        title=("Langue d’Encre", "Encre’s language"),
        words=(("Celle du système", "The system’s"), ("Français", "Français"), ("English", "English")),
    ),
    Setting(
        "interface_size",
        "system",
        "La taille de tout ce qu’Encre montre : lettres, lignes, icônes. Vaut au prochain démarrage.",
        "The size of all that Encre shows: letters, rows, icons. It holds from the next start on.",
        ("system", "90", "100", "115", "130", "145", "160", "200"),
        group="appearance",
        title=("Taille de l’interface", "Size of the interface"),
        words=(
            ("Celle du bureau", "The desktop’s"),
            *((f"{size} %", f"{size}%") for size in ("90", "100", "115", "130", "145", "160", "200")),
        ),
    ),
    Setting(
        "contrast",
        "system",
        "Des mots et des traits plus francs, dans le thème que vous avez choisi.",
        "Stronger words and lines, in the theme that you chose.",
        ("system", "usual", "more"),
        group="appearance",
        title=("Contraste", "Contrast"),
        words=(
            ("Celui du bureau", "The desktop’s"),
            ("Habituel", "As usual"),
            ("Renforcé", "More"),
        ),
    ),
    Setting(
        "motion",
        "system",
        "Les panneaux glissent à leur place, ou y sont tout de suite.",
        "Panels glide to their place, or are there at once.",
        ("system", "usual", "less"),
        group="appearance",
        title=("Mouvements", "Motion"),
        words=(
            ("Ceux du bureau", "The desktop’s"),
            ("Habituels", "As usual"),
            ("Aucun", "None"),
        ),
    ),
    Setting(
        "zoom",
        100,
        "La taille du texte des articles. Ctrl + et Ctrl − la changent en lisant.",
        "The size of the articles’ text. Ctrl + and Ctrl − change it while you read.",
        low=50,
        high=300,
        group="reading",
        title=("Taille du texte", "Text size"),
        unit="%",
    ),
    Setting(
        "measure",
        68,
        "La largeur de la colonne, en signes\u202f; entre 60 et 75, l’œil retrouve le mieux la ligne suivante.",
        "The width of the column, in characters; between 60 and 75 the eye finds the next line best.",
        low=45,
        high=90,
        group="reading",
        title=("Signes par ligne", "Characters per line"),
    ),
    Setting(
        "typeface",
        "theme",
        "La lettre du texte\u202f; toutes sont livrées avec Encre.",
        "The letters of the text; all of them come with Encre.",
        ("theme", *TYPEFACES),
        group="reading",
        title=("Caractère", "Typeface"),
        words=(
            ("Celui du thème", "The theme’s"),
            *((name.removesuffix(" Next"), name.removesuffix(" Next")) for name in TYPEFACES),
        ),
    ),
    Setting(
        "line_height",
        155,
        "L’espace d’une ligne à l’autre.",
        "The space from line to line.",
        low=120,
        high=220,
        group="reading",
        title=("Interligne", "Line height"),
        unit="%",
    ),
    Setting(
        "justified",
        False,
        "Les deux bords de la colonne sont droits.",
        "Both edges of the column are straight.",
        group="reading",
        title=("Texte justifié", "Justified text"),
    ),
    Setting(
        "hyphens",
        True,
        "Les mots longs sont coupés en fin de ligne, dans la langue de l’article.",
        "Long words are divided at the end of a line, in the article’s language.",
        group="reading",
        title=("Césure", "Hyphenation"),
    ),
    Setting(
        "dim_pictures",
        False,
        "Les images sont un peu assombries dans les thèmes sombres.",
        "Pictures are a little darker in dark themes.",
        group="reading",
        title=("Adoucir les images la nuit", "Dim pictures at night"),
    ),
    Setting(
        "mark_read_on_open",
        True,
        "Un article ouvert passe dans les articles lus.",
        "An article that is opened counts as read.",
        group="reading",
        title=("Marquer comme lu à l’ouverture", "Mark as read when opened"),
    ),
    Setting(
        "mark_read_delay",
        1.0,
        "Le temps qu’un article reste ouvert avant d’être marqué comme lu (0\u00a0: aussitôt).",
        "How long an article stays open before it is marked as read (0: at once).",
        low=0,
        high=60,
        group="reading",
        title=("Délai avant «\u00a0lu\u00a0»", "Delay before “read”"),
        unit="s",
    ),
    Setting(
        "mark_read_on_scroll",
        False,
        "Un article qui sort par le haut de la liste passe dans les articles lus\u202f; Ctrl+Z l’annule.",
        "An article that leaves the list at the top counts as read; Ctrl+Z takes it back.",
        group="list",
        title=("Marquer comme lu en défilant", "Mark as read when scrolled past"),
    ),
    Setting(
        "density",
        "theme",
        "La hauteur des lignes de la liste.",
        "The height of the list’s rows.",
        ("theme", "comfortable", "compact"),
        group="list",
        title=("Densité", "Density"),
        words=(("Celle du thème", "The theme’s"), ("Confortable", "Comfortable"), ("Compacte", "Compact")),
    ),
    Setting(
        "list_pictures",
        True,
        "L’image de tête de chaque article, à droite de son titre.",
        "The lead picture of each article, at the right of its headline.",
        group="list",
        title=("Images dans la liste", "Pictures in the list"),
    ),
    _swipe("swipe_right", "read", "droite", "right"),
    _swipe("swipe_left", "star", "gauche", "left"),
    Setting(
        "refresh_on_start",
        True,
        "Encre cherche les nouveaux articles dès qu’il s’ouvre.",
        "Encre looks for new articles as soon as it opens.",
        group="refresh",
        title=("Actualiser au démarrage", "Refresh at start"),
    ),
    Setting(
        "refresh_minutes",
        30,
        "Le temps entre deux actualisations (0\u00a0: sur demande). Chaque site garde son rythme.",
        "The time between refreshes (0: only when you ask). Every site keeps its own pace.",
        low=0,
        high=1440,
        group="refresh",
        title=("Actualiser toutes les", "Refresh every"),
        unit="min",
    ),
    Setting(
        "reflag",
        "significant",
        "Ce qui signale de nouveau un article déjà lu. Chaque flux peut avoir son propre choix.",
        "What shows an article that you have read as changed. Every feed can have a choice of its own.",
        ("marked", "significant", "all", "never"),
        group="refresh",
        title=("Signaler un article modifié", "Show an article as changed"),
        words=(
            ("Annoncé par l’éditeur", "When the publisher says so"),
            ("Changement notable", "When the change matters"),
            ("Tout changement", "At any change"),
            ("Jamais", "Never"),
        ),
    ),
    Setting(
        "contact",
        "",
        "L’adresse (courriel ou web) que les sites voient dans nos requêtes\u202f; vide\u00a0: aucune.",
        "The address (e-mail or web) that sites see in our requests; empty: none.",
        group="refresh",
        title=("Adresse de contact", "Contact address"),
    ),
    Setting(
        "toasts",
        True,
        "Le bureau annonce les nouveaux articles\u202f; le panneau d’Encre les garde de toute façon.",
        "The desktop announces new articles; Encre’s own panel keeps them in any case.",
        group="notifications",
        title=("Notifications du bureau", "Desktop notifications"),
    ),
    Setting(
        "close_to_tray",
        False,
        "Fermer la fenêtre laisse Encre actif dans la zone de notification, là où le bureau en a une.",
        "Closing the window keeps Encre running in the tray, where the desktop has one.",
        group="notifications",
        title=("Rester actif une fois fermé", "Keep running when closed"),
    ),
    *STORAGE,
    Setting("desktop_wishes", "", "Ce que le bureau demande.", "What the desktop asks for.", group=""),
    Setting("home_options", "", "Options d’affichage de l’accueil.", "Home’s display options.", group=""),
    Setting("list_options", "", "Options d’affichage de chaque liste.", "Display options of each list.", group=""),
    Setting("search_history", "", "Recherches récentes.", "Recent searches.", group=""),
    Setting("sidebar_state", "", "Dossiers pliés.", "Folded folders.", group=""),
    Setting("stopped_at", "", "Article ouvert en dernier.", "Article last open.", group=""),
    Setting("window_state", "", "Place de la fenêtre.", "Place of the window.", group=""),
    Setting("last_visit", "", "Dernière visite.", "Last visit.", group=""),
    Setting("welcomed", False, "Accueil déjà vu.", "Welcome already seen.", group=""),
    Setting("told_no_tray", False, "Absence de barre déjà dite.", "Missing tray already told.", group=""),
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

    def policy(self) -> "Policy":
        """How much of every feed is kept that has no choice of its own."""
        limits = (round(self.number("retention_newest")), round(self.number("retention_months")))
        return retention.Policy(*limits, retention.Removal(self.text("retention_removes")))

    def set(self, name: str, value: Value) -> None:
        """Change and save. Raises ValueError for a value out of range, OSError when the disk refuses."""
        if not _BY_NAME[name].accepts(value):
            raise ValueError(f"{name}: {value!r}")
        self._values[name] = value
        self._save()

    def keys(self) -> dict[str, tuple[str, ...]]:
        """The reader's own keys by action, the table `keys`; what is no list of words is left out."""
        table = self._values.get("keys")
        kept = table.items() if isinstance(table, dict) else ()
        return {
            name: tuple(keys) for name, keys in kept if isinstance(keys, list) and all(type(one) is str for one in keys)
        }

    def set_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Change the reader's own keys and save. Raises OSError when the disk refuses."""
        self._values["keys"] = {name: list(held) for name, held in keys.items()}
        self._save()

    def _save(self) -> None:
        write_whole(self.file, tomli_w.dumps(self._values).encode())


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
