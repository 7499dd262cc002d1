"""Two revisions of one article side by side: what `diff` prints and the window draws. Pure."""

from dataclasses import dataclass

from reader.core.differences import Difference, difference
from reader.core.entities import Article, ArticleId, ChangeKind
from reader.core.significance import Version, significance


@dataclass(frozen=True, slots=True)
class Comparison:
    """From revision `before` to revision `after`; `title` holds both headlines when they differ."""

    article_id: ArticleId
    before: int
    after: int
    change: ChangeKind
    title: tuple[str, str] | None
    difference: Difference


def compare(before: Article, after: Article) -> Comparison:
    """What changed between two revisions of one article; the update block counts as the first block of the text."""
    return Comparison(
        before.id,
        before.revision,
        after.revision,
        significance(_version(before), _version(after)),
        (before.title, after.title) if before.title != after.title else None,
        difference(whole_text(before), whole_text(after)),
    )


def whole_text(article: Article) -> str:
    """The publisher's update block, then the text."""
    block = article.update.block if article.update else None
    return f"{block}\n\n{article.markdown}" if block else article.markdown


def _version(article: Article) -> Version:
    note = article.update
    return Version(article.title, article.markdown, note.marker if note else None, note.block if note else None)
