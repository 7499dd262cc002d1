"""Which articles a rule catches, as a table; how it is kept as text."""

import pytest

from reader.core.rules import Catcher, Facts, Net, catches, net_from_text, words_of
from reader.store.expressions import bounded

ARTICLE = Facts(
    7,
    "L'Eurovision à Bâle : le C++ gagne",
    "Un été de musique",
    "Zoé Müller, Jean Petit",
    "Télévision",
    "Le [récit du concours](https://exemple.org/football \"foot\"), c’est ici. ![affiche](https://x.example/tennis.png)\n\nC'est l'ÉTÉ 日本語の文章.",
)
CASES = [
    (Net(words=("eurovision",)), True),
    (Net(words=("EUROVISION", "rien")), True),
    (Net(words=("vision",)), False),
    (Net(words=("euro*",)), True),
    (Net(words=("bale",)), True),
    (Net(words=("recit du concours",)), True),
    (Net(words=("concours du récit",)), False),
    (Net(words=("l'été",)), True),
    (Net(words=("l’ete",)), True),
    (Net(words=("football",)), False),  # it stands in an address, which no reader sees
    (Net(words=("tennis",)), False),
    (Net(words=("c++",)), True),
    (Net(words=("c#",)), False),
    (Net(words=("語",)), True),
    (Net(words=("concours",), title_only=True), False),
    (Net(words=("musique",)), True),
    (Net(words=("musique",), title_only=True), False),
    (Net(words=("gagne",), without=("bâle",)), False),
    (Net(words=("gagne",), without=("berne",)), True),
    (Net(without=("berne",)), False),  # "all but" alone would catch nearly everything by a slip
    (Net(words=("gagne",), without=("concours",), title_only=True), True),
    (Net(authors=("zoe muller",)), True),
    (Net(authors=("Petit",)), True),
    (Net(authors=("Pet",)), False),
    (Net(sections=("television",)), True),
    (Net(sections=("tele",)), False),
    (Net(feeds=(7, 9)), True),
    (Net(feeds=(9,)), False),
    (Net(feeds=(7,), words=("rien",)), False),
    (Net(authors=("Zoé",), sections=("Droit", "Télévision"), words=("été",)), True),
    (Net(expression=r"\beuro\w+ a b"), True),
    (Net(expression=r"^l'eurovision.*bâle", title_only=True), True),
    (Net(expression=r"concours", title_only=True), False),
    (Net(expression=r"C'EST L'ÉTÉ"), True),
    (Net(expression=r"foot"), False),
    (Net(expression=r"\d{4}"), False),
    (Net(expression=r"gagne", words=("rien",)), False),
    (Net(), False),
    (Net(words=(" ", "…")), False),
    (Net(title_only=True), False),
]


@pytest.mark.parametrize(("net", "caught"), CASES, ids=str)
def test_a_net_catches_this_article_or_not(net, caught):
    assert catches(net, ARTICLE, bounded(net.expression)) is caught


@pytest.mark.parametrize("net", [net for net, _ in CASES], ids=str)
def test_a_net_is_kept_as_text(net):
    again = net_from_text(net.to_text())
    assert again == net
    assert Catcher(again, bounded(net.expression)).catches(ARTICLE) == Catcher(net, bounded(net.expression)).catches(
        ARTICLE
    )


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "3", '{"words": "x"}', '{"feeds": ["a"]}', '{"expression": 3}', "null"]
)
def test_what_is_damaged_catches_nothing(text):
    assert not net_from_text(text)
    assert not catches(net_from_text(text), ARTICLE)


def test_what_a_later_version_adds_is_left_out():
    assert net_from_text('{"words": ["mer", 3], "moon": true}') == Net(words=("mer",))


def test_an_article_without_facts_is_not_caught_by_them():
    plain = Facts(1, "Titre")
    assert not catches(Net(authors=("Zoé",)), plain) and not catches(Net(sections=("Droit",)), plain)


def test_an_expression_that_nobody_can_search_catches_nothing():
    assert not catches(Net(expression="x", words=("gagne",)), ARTICLE)


def test_words_are_separated_by_commas_and_lines():
    assert words_of("Mer,  mèr ; le  phare\n\n,bateau*") == ("Mer", "le phare", "bateau*")
