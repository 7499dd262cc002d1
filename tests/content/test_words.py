"""Update markers, identity, paywall, language, pictures, OPML, discovery."""

import io
from datetime import UTC, datetime

import pytest
from PIL import Image

from reader.content.identity import normal_hash
from reader.content.images import ImageFacts, identify
from reader.content.language import language_of
from reader.content.paywall import access_of
from reader.content.update_markers import lift_update_block, split_marker
from reader.core.entities import Access
from reader.core.errors import ContentError


@pytest.mark.parametrize(
    ("headline", "title", "marker"),
    [
        ("[MàJ] La fermeture", "La fermeture", "MàJ"),
        ("La fermeture [Maj 2]", "La fermeture", "Maj 2"),
        ("MISE À JOUR : la fermeture", "la fermeture", "MISE À JOUR"),
        ("UPDATED: it closes", "it closes", "UPDATED"),
        ("It closes (update)", "It closes", "update"),
        ("[Update: 5pm] It closes", "It closes", "Update"),
        ("La mise à jour de Firefox : ce qui change", "La mise à jour de Firefox : ce qui change", None),
        ("Windows Update fails", "Windows Update fails", None),
        ("[MàJ]", "[MàJ]", None),
    ],
)
def test_the_marker_leaves_the_headline(headline, title, marker):
    assert split_marker(headline) == (title, marker)


NEAR = datetime(2026, 11, 18, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("markdown", "rest", "block", "hour"),
    [
        ("**Mise à jour, 10 h 05 :** le juge a tranché.\n\nAvant.\n", "Avant.\n", "le juge a tranché.", 10),
        ("> **Mise à jour :** le juge.\n\nAvant.\n", "Avant.\n", "le juge.", None),
        ("Avant.\n\nUpdate 14:30: it is over.\n", "Avant.\n", "it is over.", 14),
        ("## Mise à jour\n\nLe juge.\n\nAvant.\n", "Avant.\n", "Le juge.", None),
        ("Avant.\n\nIl a parlé : mise à jour.\n\nAprès.\n\nFin.\n", "Avant.\n\nIl a parlé : mise à jour.\n\nAprès.\n\nFin.\n",
         None, None),
    ],
)  # fmt: skip
def test_the_update_block_is_lifted(markdown, rest, block, hour):
    left, note = lift_update_block(markdown, near=NEAR)
    assert left == rest
    assert (note.block if note else None) == block
    assert (note.at.hour if note and note.at else None) == hour


def test_dates_counters_and_tracking_do_not_make_a_change():
    before = (
        "Publié le 18 novembre 2026 à 10 h 05. 12 commentaires. [x](https://e.org/a?utm_source=rss)\n\nLe phare  ferme."
    )
    after = "Publié le 19 novembre 2026 à 11:20. 48 commentaires. [x](https://e.org/a?utm_source=web)\nLe phare ferme."
    assert normal_hash("T", before) == normal_hash(" T ", after)
    assert normal_hash("T", before) != normal_hash("T", before + " Demain.")
    assert normal_hash("T", before) != normal_hash("U", before)


@pytest.mark.parametrize(
    ("labels", "text", "free", "access"),
    [
        ((), "Un texte.", None, Access.OPEN),
        (("Abonné",), "Un long texte. " * 200, None, Access.SUBSCRIBER),
        (("Politique",), "Début. Il vous reste 72 % de cet article à lire.", None, Access.TEASER),
        ((), "Start. Subscribe to continue reading.", None, Access.TEASER),
        ((), "Court.", False, Access.TEASER),
        ((), "Long. " * 500, False, Access.SUBSCRIBER),
    ],
)
def test_access(labels, text, free, access):
    assert access_of(labels, text, free=free) is access


def test_language_is_as_declared_or_plain_to_see():
    assert language_of("x", "fr_FR") == "fr-FR"
    french = "Le phare est sur la côte et les marins ne sont pas loin de ce qui reste dans la brume du matin."
    assert language_of(french) == "fr"
    assert (
        language_of("The lighthouse is on the coast and the sailors are not far from it in the mist of dawn.") == "en"
    )
    assert language_of("Phare") is None


def picture(kind, size=(40, 30)):
    stream = io.BytesIO()
    Image.new("RGB", size, "#336699").save(stream, kind)
    return stream.getvalue()


@pytest.mark.parametrize(("kind", "extension"), [("JPEG", "jpg"), ("PNG", "png"), ("GIF", "gif"), ("WEBP", "webp")])
def test_a_picture_s_facts(kind, extension):
    assert identify(picture(kind)) == ImageFacts(extension, 40, 30)


def test_vector_pictures_are_looked_into():
    assert identify(b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10px"/>') == ImageFacts("svg", 20, 10)
    for alive in (b"<svg><script>1</script></svg>", b'<svg onload="x()"/>', b"<svg><g>"):
        with pytest.raises(ContentError):
            identify(alive)


NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


@pytest.mark.parametrize(
    "inside",
    [
        '<image xlink:href="file:///etc/passwd"/>',
        '<image href="https://e.org/pixel.gif"/>',
        '<use href="https://e.org/a.svg#x"/>',
        '<rect fill="url(https://e.org/x)"/>',
        "<style>@import 'https://e.org/a.css';</style>",
        "<style>rect { fill: url('//e.org/x') }</style>",
        "<foreignObject/>",
        '<g xlink:onload="x()"/>',
        "<g/>" * 50_001,
    ],
)
def test_a_drawing_that_reaches_out_is_refused(inside):
    with pytest.raises(ContentError) as caught:
        identify(f"<svg {NS}>{inside}</svg>".encode())
    assert caught.value.en != caught.value.fr


def test_a_drawing_that_keeps_to_itself_is_a_picture():
    inside = '<defs><g id="a"/></defs><use href="#a"/><rect fill="url(#a)"/><image href="data:image/png;base64,xx"/>'
    assert identify(f'<svg {NS} width="12">{inside}</svg>'.encode()) == ImageFacts("svg", 12, None)
    with pytest.raises(ContentError):
        identify(b'<!DOCTYPE svg [<!ENTITY a "x">]><svg>&a;</svg>')


def test_what_is_no_picture_is_refused():
    for body in (b"", b"<html>", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, picture("PNG", (30_001, 1))):
        with pytest.raises(ContentError) as caught:
            identify(body)
        assert caught.value.fr.startswith("L'image")
