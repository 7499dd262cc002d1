"""A view's display options ("Options d'affichage") as a value, saved as text and applied to a filter."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from reader.core.entities import FeedId
from reader.core.filters import ArticleFilter, Grouping, Order

DENSITIES = ("comfortable", "compact", "cards")


@dataclass(frozen=True, slots=True)
class DisplayOptions:
    """What one view shows and how; the defaults are what "reset" goes back to."""

    subscriber: bool = True
    news: bool = True
    without_sections: frozenset[str] = frozenset()
    without_feeds: frozenset[FeedId] = frozenset()
    pictures: bool = True
    density: str = "comfortable"
    grouping: Grouping = Grouping.DAY
    order: Order = Order.NEWEST
    hide_read: bool = False
    ready_only: bool = False

    def narrowed(self, wanted: ArticleFilter) -> ArticleFilter:
        """`wanted` as these options show it."""
        return replace(
            wanted,
            subscriber=self.subscriber,
            news=self.news,
            without_sections=self.without_sections,
            without_feeds=self.without_feeds,
            grouping=self.grouping,
            order=self.order,
            hide_read=self.hide_read,
            ready_only=self.ready_only,
        )

    @property
    def hides(self) -> bool:
        """Whether they leave anything out."""
        lasting = ("pictures", "density", "grouping", "order")
        plain = DisplayOptions()
        return self != replace(plain, **{name: getattr(self, name) for name in lasting})

    @property
    def arranges(self) -> bool:
        """Whether they change which articles are listed, or their order; looks alone do not."""
        plain = DisplayOptions()
        return self != replace(plain, density=self.density, pictures=self.pictures)

    def to_text(self, given: "DisplayOptions | None" = None) -> str:
        """As JSON, only what differs from `given` (the defaults); "" for nothing."""
        plain = asdict(given or DisplayOptions())
        changed = {name: value for name, value in asdict(self).items() if value != plain[name]}
        return json.dumps(changed, default=sorted, ensure_ascii=False, sort_keys=True) if changed else ""


def options_from_text(text: str, plain: DisplayOptions | None = None) -> DisplayOptions:
    """The options of `to_text`; what is not understood (a damaged file, a newer Encre) stays as in `plain`."""
    plain = plain or DisplayOptions()
    try:
        given = json.loads(text) if text else {}
    except ValueError:
        given = {}
    if not isinstance(given, Mapping):
        return plain
    found = {one.name: _understood(one.name, given[one.name]) for one in fields(DisplayOptions) if one.name in given}
    return replace(plain, **{name: value for name, value in found.items() if value is not None})


def view_key(wanted: ArticleFilter) -> str:
    """The name under which the options of a list are kept; all searches share one."""
    if wanted.search is not None:
        return "search"
    if wanted.feed_id is not None:
        return f"feed {wanted.feed_id}"
    if wanted.folder is not None:
        return f"folder {wanted.folder}"
    if wanted.tag is not None:
        return f"tag {wanted.tag}"
    return f"section {wanted.section}" if wanted.section is not None else wanted.view.value


def options_by_view(text: str, plain: DisplayOptions | None = None) -> dict[str, DisplayOptions]:
    """The options of several views, by the view's name, as `views_to_text` has written them."""
    try:
        given = json.loads(text) if text else {}
    except ValueError:
        given = {}
    if not isinstance(given, Mapping):
        return {}
    return {name: options_from_text(json.dumps(one), plain) for name, one in given.items()}


def views_to_text(views: Mapping[str, DisplayOptions], plain: DisplayOptions | None = None) -> str:
    """As JSON, only the views that differ from the defaults; "" for none."""
    changed = {name: json.loads(text) for name, one in sorted(views.items()) if (text := one.to_text(plain))}
    return json.dumps(changed, ensure_ascii=False) if changed else ""


def _understood(name: str, value: object) -> Any:  # noqa: ANN401
    if name == "without_sections":
        return frozenset(filter(_is_text, value)) if isinstance(value, list) else None
    if name == "without_feeds":
        return frozenset(FeedId(one) for one in value if type(one) is int) if isinstance(value, list) else None
    if name == "density":
        return value if value in DENSITIES else None
    if name == "grouping":
        return next((one for one in Grouping if one == value), None)
    if name == "order":
        return next((one for one in Order if one == value), None)
    return value if isinstance(value, bool) else None


def _is_text(value: object) -> bool:
    return isinstance(value, str)
