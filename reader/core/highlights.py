"""Words a reader marked, with a colour and maybe a note. They are kept by their words and what stood around them, not
by numbers, so that they are found again in a later version of the article.
"""

from dataclasses import dataclass
from datetime import datetime

from reader.core.entities import ArticleId

COLOURS = 4
CONTEXT = 40


@dataclass(frozen=True, slots=True)
class Highlight:
    """One highlight. `id` is 0 until it is stored; `colour` 1 to 4; `before` and `after` up to 40 characters around;
    `at` where it stood, 0 to 1, to choose between equal places."""

    id: int
    article_id: ArticleId
    colour: int
    quote: str
    before: str
    after: str
    at: float
    note: str
    made: datetime
