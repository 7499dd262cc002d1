"""What a page lets us hold, told by what it declares and by what it says, in French and English."""

import pytest

from reader.content.extract import extract
from reader.content.paywall import access_of, is_cut, is_label
from reader.core.entities import Access

BEGINNING = "Le gardien a quitté le phare hier soir, après quarante ans de veille sur la baie. "
LONG = BEGINNING * 60


@pytest.mark.parametrize(
    "sentence",
    [
        "Il reste 89 % de l'article à découvrir.",
        "Il vous reste 72.3% de cet article à lire.",
        "Il vous reste 12,5 % de cet article à lire. La suite est réservée aux abonnés.",
        "La suite de cet article est réservée à nos abonnés.",
        "Cet article est réservé aux abonnés.",
        "Cet article est exclusivement réservé à nos adhérents",
        "Article réservé aux abonnés",
        "Abonnez-vous pour lire la suite",
        "Connectez-vous pour lire la suite",
        "This post is for paid subscribers",
        "This article is for subscribers only.",
        "Subscribe to continue reading",
        "To continue reading, please subscribe or log in.",
        "You have reached your monthly limit of free articles.",
        "The rest of this article is for members.",
        "Keep reading with a 7-day free trial",
    ],
)
def test_a_page_that_says_that_it_stops_is_a_teaser(sentence):
    assert access_of((), BEGINNING + sentence) is Access.TEASER
    assert access_of((), BEGINNING, page=f"Menu {BEGINNING} {sentence} Mentions légales") is Access.TEASER


@pytest.mark.parametrize(
    "sentence",
    [
        "Il reste 3 % des stocks de morue.",
        "Les abonnés du théâtre ont réservé leurs places.",
        "The club is for members, and the pool is for children.",
        "She subscribed to the theory that tides are a lie.",
        "Elle est abonnée au journal depuis 1986.",
        "Lire la suite demain, dit-il en fermant le livre.",
    ],
)
def test_a_text_that_speaks_of_readers_is_open(sentence):
    assert access_of((), BEGINNING + sentence + " " + BEGINNING) is Access.OPEN


def declaring(value, words=LONG):
    return (
        '<html lang="fr"><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "t", '
        f"{value}}}</script></head><body><article><h1>t</h1><p>{words}</p></article></body></html>"
    ).encode()


@pytest.mark.parametrize(
    ("value", "access"),
    [
        ('"isAccessibleForFree": false', Access.SUBSCRIBER),
        ('"isAccessibleForFree": "False"', Access.SUBSCRIBER),
        ('"isAccessibleForFree": "http://schema.org/False"', Access.SUBSCRIBER),
        ('"isAccessibleForFree": ["false"]', Access.SUBSCRIBER),
        ('"hasPart": [{"isAccessibleForFree": "False", "cssSelector": ".x"}]', Access.SUBSCRIBER),
        ('"hasPart": {"isAccessibleForFree": false}', Access.SUBSCRIBER),
        ('"isAccessibleForFree": true', Access.OPEN),
        ('"isAccessibleForFree": ""', Access.OPEN),
        ('"wordCount": 12', Access.OPEN),
    ],
)
def test_what_a_page_declares(value, access):
    assert extract(declaring(value)).access is access


def test_a_short_text_that_is_not_free_is_a_teaser():
    assert extract(declaring('"isAccessibleForFree": "False"', BEGINNING * 3)).access is Access.TEASER


@pytest.mark.parametrize(
    "label", ["Abonné", "Abonnés", "Réservé aux abonnés", "Premium", "Subscribers only", "Members-only"]
)
def test_labels_for_subscribers(label):
    assert is_label(label)
    assert access_of((label,), LONG) is Access.SUBSCRIBER


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Le début de l'article […]", True),
        ("Le début [...]\n", True),
        ("The beginning \\[…\\]", True),
        ("The beginning... [Continue reading](https://e.org/a)", True),
        ("Le début. [Lire la suite](https://e.org/a)", True),
        ("Le début. Lire la suite sur le site →", True),
        ("The beginning… Read more", True),
        ("Il reste 89 % de l'article à découvrir", True),
        ("Un article entier, qui finit bien.", False),
        ("He asked me to read the full text. I did.", False),
    ],
)
def test_a_feed_s_text_that_goes_on_elsewhere(text, cut):
    assert is_cut(text) is cut
