"""The settings about what stays on the disk. Used by `reader.settings`."""

from reader.settings.setting import Setting

STORAGE: tuple[Setting, ...] = (
    Setting(
        "retention_newest",
        0,
        "Ces articles, les plus récents de chaque flux, restent toujours (0\u00a0: pas de limite de nombre).",
        "These articles, the newest of each feed, always stay (0: no limit by number).",
        low=0,
        high=100_000,
        group="storage",
        title=("Garder les plus récents", "Keep the newest"),
    ),
    Setting(
        "retention_months",
        0,
        "Ce qui est arrivé depuis moins de mois que cela reste toujours (0\u00a0: pas de limite d’âge)."
        " Sans limite, Encre garde tout.",
        "What came in these last months always stays (0: no limit by age). With no limit, Encre keeps everything.",
        low=0,
        high=240,
        group="storage",
        title=("Garder les derniers mois", "Keep the last months"),
    ),
    Setting(
        "retention_removes",
        "text",
        "Ce que le ménage enlève des articles lus qui dépassent les limites. Ce qui est favori, annoté, étiqueté,"
        " archivé ou non lu n’est jamais touché.",
        "What a clean-up takes of read articles beyond the limits. What is starred, annotated, tagged, archived or"
        " unread is never touched.",
        ("text", "article"),
        group="storage",
        title=("Le ménage enlève", "A clean-up takes"),
        words=(("Le texte et les images", "Text and pictures"), ("L’article entier", "The whole article")),
    ),
    Setting(
        "bin_days",
        30,
        "Le temps pendant lequel une suppression ou un ménage peut s’annuler, avant que la place soit libérée.",
        "How long a deletion or a clean-up can be undone, before its space is freed.",
        low=1,
        high=365,
        group="storage",
        title=("Jours dans la corbeille", "Days in the bin"),
    ),
    Setting("retention_agreed", "", "Limites acceptées.", "Limits agreed to.", group=""),
)
