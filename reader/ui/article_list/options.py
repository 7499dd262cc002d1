"""The display options of each list: what the settings say of all of them, and what the reader chose for one."""

from dataclasses import replace

from reader.core.display import DisplayOptions, options_by_view, view_key, views_to_text
from reader.core.filters import ArticleFilter


class ViewOptions:
    """`plain` is what "reset" goes back to; `text` holds, as settings keep it, the lists that differ from it."""

    def __init__(self, text: str = "") -> None:
        self.plain = DisplayOptions()
        self.text = text

    def of(self, wanted: ArticleFilter) -> DisplayOptions:
        """The options of a list."""
        return options_by_view(self.text, self.plain).get(view_key(wanted), self.plain)

    def keep(self, wanted: ArticleFilter, options: DisplayOptions) -> None:
        """These are the options of a list from now on."""
        views = options_by_view(self.text, self.plain) | {view_key(wanted): options}
        self.text = views_to_text(views, self.plain)

    def change(self, *, density: str | None = None, pictures: bool | None = None) -> None:
        """The settings say otherwise now; what was chosen for one list stays."""
        plain = self.plain
        self.plain = replace(
            plain,
            density=plain.density if density is None else density,
            pictures=plain.pictures if pictures is None else pictures,
        )
