from datetime import UTC, datetime, timedelta

import pytest

from reader.core.likeness import Piece, canonical_address, is_same_story, keys

NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)
TEXT = (
    "Le gardien du phare a quitté la pointe hier soir après quarante ans. La mairie lui a remis trois médailles et sa "
    "maison devient un musée pour les enfants de la côte, qui ouvrira en décembre avec ses lampes et ses cartes."
)
OTHER = (
    "Quatre trains supplémentaires circuleront dimanche vers Nantes. La compagnie répond ainsi aux élus qui demandaient "
    "depuis le printemps une desserte plus fréquente des petites gares entre la capitale et la mer."
)
PAGE = "exemple.org/phare"


def piece(title="Le phare ferme", markdown=TEXT, hours=0, address=None):
    return Piece(title, markdown, NOW + timedelta(hours=hours), address)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (piece(), True),
        (piece("LE PHARE FERME !"), True),
        (piece("Le phare ferme - L'Agence de la côte"), True),
        (piece("Le phare ferme ce soir", TEXT.replace("hier soir", "mardi")), True),
        (piece(markdown=TEXT[:120] + "…"), True),
        (piece(markdown=TEXT + " " + OTHER), True),
        (piece(hours=24 * 9), False),
        (piece(hours=-24 * 9), False),
        (piece("Tout autre chose arrive"), False),
        (piece(markdown=OTHER), False),
        (piece(markdown="Un mot."), False),
        (piece("Le phare 2 ferme"), False),
    ],
)
def test_without_an_address_headline_and_text_within_days(other, same):
    assert is_same_story(piece(), other) is same
    assert is_same_story(other, piece()) is same


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (piece("Fermeture du phare", TEXT[:100], hours=24 * 40, address=PAGE), True),
        (piece(markdown="Commentaires", address=PAGE), True),
        (piece("Lien du jour", "Commentaires", address=PAGE), False),
        (piece(markdown=OTHER * 3, address=PAGE), False),
        (piece("Lien du jour", OTHER, address=PAGE), False),
    ],
)
def test_with_the_same_address_headline_or_text(other, same):
    assert is_same_story(piece(markdown=TEXT * 2, address=PAGE), other) is same


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.exemple.org/phare/?utm_source=rss#haut", "exemple.org/phare"),
        ("http://exemple.org/phare", "exemple.org/phare"),
        ("https://m.exemple.org/phare/amp/", "exemple.org/phare"),
        ("https://exemple.org/phare/index.html", "exemple.org/phare"),
        ("https://exemple.org/?p=12", "exemple.org?p=12"),
        ("https://exemple.org:8080/x", "exemple.org:8080/x"),
        ("https://exemple.org/", None),
        ("https://exemple.org", None),
        ("mailto:a@exemple.org", None),
        ("http://[x", None),
        ("", None),
        (None, None),
    ],
)
def test_one_form_for_one_page(url, address):
    assert canonical_address(url) == address


def test_near_copies_share_a_key_and_others_none():
    own = set(keys("Le phare ferme", TEXT))
    assert len(own) == 4
    assert own & set(keys("Fermeture du phare", TEXT.replace("hier soir", "mardi")))
    assert own & set(keys("Le phare ferme", OTHER))
    assert not own & set(keys("Des trains pour Nantes", OTHER))
    assert keys("Phare", "Un mot.") == ()
