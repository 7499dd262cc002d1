"""Typeset runs made ahead: only of texts so long that the reader would notice their making.

Setting 5,000 characters takes the window some 2 ms when the article is opened, and took the engine nearly half of the
CPU of a first refresh; what is never opened need not be set.
"""

from reader.core.plans import ArticlePlan
from reader.text import typeset

LONG = 20_000  # characters of Markdown: some 10 ms to set


def runs_of(plan: ArticlePlan) -> bytes | None:
    """The runs of a plan's text, or None: the window then makes them on the spot."""
    entry = plan.entry
    return typeset(entry.markdown, entry.language) if len(entry.markdown) >= LONG else None
