"""Marks and update blocks of publishers, both ways: what is one, and what only speaks of an update."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from reader.content.feed_formats import parse_feed
from reader.content.update_markers import lift_update_block, split_marker
from tests.loopback import rss

MARKED = [
    ("[MàJ] La fermeture", "La fermeture", "MàJ"),
    ("[MAJ] La fermeture", "La fermeture", "MAJ"),
    ("La fermeture [Maj 2]", "La fermeture", "Maj 2"),
    ("[Mise à jour] La fermeture", "La fermeture", "Mise à jour"),
    ("[mise à jour n°3] La fermeture", "La fermeture", "mise à jour n°3"),
    ("[MàJ : réponse de la mairie] La fermeture", "La fermeture", "MàJ"),
    ("[MàJ 14h30] La fermeture", "La fermeture", "MàJ"),
    ("La fermeture (mis à jour le 18 novembre à 14 h)", "La fermeture", "mis à jour"),
    ("La fermeture (actualisé)", "La fermeture", "actualisé"),
    ("La panne (actualisée)", "La panne", "actualisée"),
    ("MISE À JOUR : la fermeture", "la fermeture", "MISE À JOUR"),
    ("MISE À JOUR - la fermeture", "la fermeture", "MISE À JOUR"),
    ("MàJ : la fermeture", "la fermeture", "MàJ"),
    ("MàJ 14h30 : la fermeture", "la fermeture", "MàJ"),
    ("🔴 MISE À JOUR : la fermeture", "la fermeture", "MISE À JOUR"),
    ("Mise à jour – la fermeture", "la fermeture", "Mise à jour"),
    ("La fermeture – mis à jour", "La fermeture", "mis à jour"),
    ("La fermeture | MàJ", "La fermeture", "MàJ"),
    ("Correction : la fermeture", "la fermeture", "Correction"),
    ("[Corrigé] La fermeture", "La fermeture", "Corrigé"),
    ("[Rectificatif] La fermeture", "La fermeture", "Rectificatif"),
    ("Erratum : la fermeture", "la fermeture", "Erratum"),
    ("[Édit] La fermeture", "La fermeture", "Édit"),
    ("[Update] It closes", "It closes", "Update"),
    ("[UPDATED] It closes", "It closes", "UPDATED"),
    ("UPDATED: it closes", "it closes", "UPDATED"),
    ("UPDATE 2: it closes", "it closes", "UPDATE 2"),
    ("UPDATE 2-Oil rises again", "Oil rises again", "UPDATE"),
    ("CORRECTED-Oil rises again", "Oil rises again", "CORRECTED"),
    ("Update: it closes", "it closes", "Update"),
    ("It closes (update)", "It closes", "update"),
    ("It closes (updated Nov. 18)", "It closes", "updated"),
    ("[Update: 5pm] It closes", "It closes", "Update"),
    ("Correction: it closes", "it closes", "Correction"),
    ("Edit: it closes", "it closes", "Edit"),
    ("[Edit] [Update 2] It closes", "It closes", "Edit"),
    ("It closes – updated", "It closes", "updated"),
    ("Clarification: it closes", "it closes", "Clarification"),
]
PLAIN = [
    "Mise à jour de Windows : ce qui change",
    "La mise à jour de Firefox : ce qui change",
    "Mise à jour 24H2 : les nouveautés",
    "Mise à jour 7.2 : les nouveautés",
    "Mise à jour majeure de Signal : les appels en groupe",
    "Mises à jour de sécurité du 10 novembre : 120 failles corrigées",
    "Une correction (gratuite) pour les voitures",
    "Correction du bac : le sujet de philosophie",
    "Le fichier clients mis à jour par erreur",
    "Bercy a actualisé ses prévisions",
    "Windows 11 – Update",
    "Windows Update fails",
    "Update Tuesday: what to install",
    "Update 1.5: the new patch",
    "Edit wars: how an encyclopaedia settles them",
    "Updated maps for the coast",
    "How to edit (and update) your profile",
    "Editorial: it closes",
    "Edition spéciale : la mer",
    "L'édit de Nantes : une histoire",
    "Major (update required) flaw",
    "Maj. Smith: “We held the bridge”",
    "Ajouts de l'été : dix livres",
    "Corrections et clarifications",
    "MAJORITÉ - le vote de ce soir",
    "[MàJ]",
    "Mise à jour :",
    "",
]


@pytest.mark.parametrize(("headline", "title", "marker"), MARKED)
def test_the_marker_leaves_the_headline(headline, title, marker):
    assert split_marker(headline) == (title, marker)


@pytest.mark.parametrize("headline", PLAIN)
def test_an_article_about_an_update_keeps_its_headline(headline):
    assert split_marker(headline) == (headline, None)


NEAR = datetime(2026, 11, 18, 8, tzinfo=UTC)
BODY = "Il ferme demain, dit la mairie.\n\nLe phare avait quarante ans."


def at(*moment):
    return datetime(*moment, tzinfo=UTC)


BLOCKS = [
    ("**Mise à jour, 10 h 05 :** le juge a tranché.", "le juge a tranché.", at(2026, 11, 18, 10, 5)),
    ("**Mise à jour du 18 novembre, 14 h :** il rouvre.", "il rouvre.", at(2026, 11, 18, 14)),
    ("Mise à jour du mardi 17 novembre 2026 à 14h30 : il rouvre.", "il rouvre.", at(2026, 11, 17, 14, 30)),
    ("*Mise à jour le 17/11 à 9h :* il rouvre.", "il rouvre.", at(2026, 11, 17, 9)),
    ("[MàJ 2] : il rouvre.", "il rouvre.", None),
    ("**MàJ (18 nov., 16h)** – il rouvre.", "il rouvre.", at(2026, 11, 18, 16)),
    ("**Mise à jour.** Il rouvre.", "Il rouvre.", None),
    ("> **Mise à jour :** le juge.", "le juge.", None),
    ("> **Mise à jour du 18 novembre :**\n>\n> Il rouvre.", "Il rouvre.", at(2026, 11, 18)),
    ("## Mise à jour (18 novembre)\n\nIl rouvre.", "Il rouvre.", at(2026, 11, 18)),
    ("**Mise à jour :**\n\nIl rouvre.", "Il rouvre.", None),
    ("Article mis à jour à 15h avec la réaction du ministre.", None, None),
    ("*Cet article a été mis à jour le 18 novembre à 15 h avec la réaction du ministre.*",
     "Cet article a été mis à jour le 18 novembre à 15 h avec la réaction du ministre.", at(2026, 11, 18, 15)),
    ("Rectificatif : il a trente ans.", "il a trente ans.", None),
    ("Erratum du 18 novembre : il a trente ans.", "il a trente ans.", at(2026, 11, 18)),
    ("Edit : il rouvre.", "il rouvre.", None),
    ("Ajout du 18 novembre : il rouvre.", "il rouvre.", at(2026, 11, 18)),
    ("Update 14:30: it is over.", "it is over.", at(2026, 11, 18, 14, 30)),
    ("**Update, November 17, 2:30 p.m.:** it is over.", "it is over.", at(2026, 11, 17, 14, 30)),
    ("**UPDATE (17 Nov.):** it is over.", "it is over.", at(2026, 11, 17)),
    ("Updated Nov. 17 at 5:04 pm UTC: it is over.", "it is over.", at(2026, 11, 17, 17, 4)),
    ("Update – it is over.", "it is over.", None),
    ("**Correction, Nov. 17:** it has thirty rooms.", "it has thirty rooms.", at(2026, 11, 17)),
    ("An earlier version of this article misstated the age of the keeper.",
     "An earlier version of this article misstated the age of the keeper.", None),
    ("This story has been updated to add the mayor's answer.",
     "This story has been updated to add the mayor's answer.", None),
    ("Update: see the [ruling](https://e.org/r).", "see the [ruling](https://e.org/r).", None),
]  # fmt: skip


@pytest.mark.parametrize("place", ["head", "end", "under a picture"])
@pytest.mark.parametrize(("block", "text", "moment"), [row for row in BLOCKS if row[1]])
def test_the_update_block_is_lifted_with_its_date(block, text, moment, place):
    picture = "![](https://e.org/p.jpg)\n\n" if place == "under a picture" else ""
    given = f"{BODY}\n\n{block}\n" if place == "end" else f"{picture}{block}\n\n{BODY}\n"
    left, note = lift_update_block(given, near=NEAR)
    assert left == f"{picture}{BODY}\n"
    assert (note.block, note.at) == (text, moment)


@pytest.mark.parametrize(
    "block",
    [
        "Mise à jour de Windows : l'éditeur corrige 120 failles.",
        "Mise à jour majeure : tout change.",
        "Mise à jour 24H2 : tout change.",
        "Mis à jour le : 18 novembre 2026",
        "Mis à jour le 18 novembre 2026 à 10 h 05",
        "Updated: November 18, 2026",
        "Article mis à jour le 18 novembre 2026.",
        "Il a parlé : mise à jour.",
        "- Mise à jour : un mot",
        "Edit wars: they never end.",
        "Correction du bac : le sujet.",
        "Update Tuesday: what to install.",
        "L'article a été modifié par le Sénat : il ne dit plus rien.",
    ],
)
@pytest.mark.parametrize("place", ["head", "end"])
def test_what_only_speaks_of_an_update_stays(block, place):
    given = f"{BODY}\n\n{block}\n" if place == "end" else f"{block}\n\n{BODY}\n"
    assert lift_update_block(given, near=NEAR) == (given, None)


def test_in_the_middle_it_stays_where_it_is():
    given = "Avant.\n\nIl a parlé.\n\nPuis ceci.\n\nMise à jour : il rouvre.\n\nEncore.\n\nAprès.\n\nLà.\n\nFin.\n\nVoilà.\n"
    assert lift_update_block(given, near=NEAR) == (given, None)


def test_several_notes_are_one_each_under_its_label_and_none_twice():
    given = (
        "**Mise à jour 2, 16 h :** il rouvre.\n\n**Mise à jour, 14 h :** le juge.\n\n"
        + BODY
        + "\n\nMise à jour : il rouvre.\n"
    )
    left, note = lift_update_block(given, "MàJ 2", near=NEAR)
    assert left == BODY + "\n"
    assert note.block == "**Mise à jour 2, 16 h :** il rouvre.\n\n**Mise à jour, 14 h :** le juge."
    assert (note.marker, note.at) == ("MàJ 2", at(2026, 11, 18, 16))


def test_a_note_of_several_paragraphs_ends_at_the_original_article():
    given = f"**Mise à jour, 14 h :** il rouvre.\n\nLe juge l'a dit.\n\n*Article original :*\n\n{BODY}\n"
    left, note = lift_update_block(given, near=NEAR)
    assert (left, note.block) == (BODY + "\n", "il rouvre.\n\nLe juge l'a dit.")


def test_the_same_words_further_down_are_not_shown_again():
    given = f"Mise à jour : Le gardien revient lundi.\n\n{BODY}\n\nLe gardien revient lundi.\n"
    assert lift_update_block(given)[0] == BODY + "\n"


def test_a_section_of_updates_at_the_end_is_lifted_whole():
    given = f"{BODY}\n\n## Mise à jour\n\nIl rouvre.\n\nLe juge l'a dit.\n"
    left, note = lift_update_block(given)
    assert (left, note.block) == (BODY + "\n", "Il rouvre.\n\nLe juge l'a dit.")


def test_an_article_that_is_all_update_keeps_its_text():
    for given in ("Mise à jour : il rouvre.\n", "**Mise à jour :**\n\nIl rouvre.\n", ""):
        assert lift_update_block(given) == (given, None)


def test_the_hour_is_the_publisher_s_and_years_are_close():
    paris = datetime(2026, 1, 2, 9, tzinfo=timezone(timedelta(hours=1)))
    assert lift_update_block(f"Mise à jour, 14 h : oui.\n\n{BODY}", near=paris)[1].at == at(2026, 1, 2, 13)
    assert lift_update_block(f"Mise à jour du 30 décembre : oui.\n\n{BODY}", near=paris)[1].at == at(2025, 12, 29, 23)
    assert lift_update_block(f"Mise à jour du 40 novembre, 31 h : oui.\n\n{BODY}", near=paris)[1].at is None
    assert lift_update_block(f"Mise à jour, 14 h : oui.\n\n{BODY}")[1].at is None


def test_a_feed_s_entry_has_mark_and_block_apart():
    body = "<p><strong>Mise à jour du 18 novembre, 14 h :</strong> il rouvre.</p><p>Il ferme.</p><p>Demain.</p>"
    (entry,) = parse_feed(rss("J", [("a", "[MàJ] Le phare", body)]), url="https://e.org/fil").entries
    assert (entry.title, entry.markdown) == ("Le phare", "Il ferme.\n\nDemain.\n")
    assert (entry.update.marker, entry.update.block, entry.update.at) == ("MàJ", "il rouvre.", at(2026, 11, 18, 14))


@pytest.mark.parametrize(
    "hostile",
    [
        "12 vues ",
        "18/11 ",
        "12:",
        "*",
        "**",
        "[",
        "le le ",
        "Mise à jour ",
        "Par A ",
        "1 1, ",
        "14:30 à ",
        "\\",
        "\u00a0\n",
        "(à ",
    ],
)
@pytest.mark.parametrize("head", ["", "Mise à jour, ", "[MàJ ", "**MàJ "])
def test_hostile_repetitions_are_read_in_no_time(hostile, head):
    """An expression that tried every way to split these would run for years, into the suite's time limit."""
    text = head + hostile * 60 + "€"
    assert isinstance(split_marker(text)[0], str)
    left, _ = lift_update_block(f"{text}\n\n{BODY}\n\n{text}", near=NEAR)
    assert BODY.split("\n\n")[0] in left
