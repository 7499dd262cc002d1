from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reader.core.entities import ArticleId
from reader.core.filters import ArticleFilter
from reader.core.highlights import Highlight
from reader.engine.welcome import install_welcome
from reader.store import Store

NOW = datetime(2026, 11, 18, 12, 0, 0, 123, tzinfo=UTC)


@pytest.fixture
def article_id(library, paths):
    install_welcome(library, paths, "fr")
    return ArticleId(library.ids(ArticleFilter())[0])


def highlight(article_id, quote, at, note=""):
    return Highlight(0, article_id, 2, quote, "avant ", " après", at, note, NOW)


def test_highlights_are_kept_changed_found_and_removed(library, paths, article_id):
    shelf = library.highlights
    second = shelf.keep(highlight(article_id, "La mer ne négocie pas", 0.6, "à relire"))
    first = shelf.keep(highlight(article_id, "le phare", 0.2))
    assert shelf.of_article(article_id) == [first, second]
    assert replace(second, id=0) == highlight(article_id, "La mer ne négocie pas", 0.6, "à relire")
    changed = shelf.keep(replace(first, colour=4, note="oui"))
    assert (changed.id, changed.colour, changed.note, changed.quote) == (first.id, 4, "oui", "le phare")
    assert [one.id for one in shelf.find("NEGOCIE relire")] == [second.id]
    assert [one.id for one in shelf.find()] == [first.id, second.id]
    assert shelf.find("rien") == []
    with closing(Store.open(paths)) as again:
        assert again.highlights.of_article(article_id) == [changed, second]
    assert shelf.remove(second.id)
    assert not shelf.remove(second.id)
    assert shelf.of_article(article_id) == [changed]


def test_unsubscribing_takes_no_highlight(library, article_id):
    kept = library.highlights.keep(highlight(article_id, "le phare", 0.2))
    library.remove_feed(library.article(article_id).feed_id)
    assert library.highlights.find() == [kept]
