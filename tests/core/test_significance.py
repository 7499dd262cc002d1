"""What a change means, as a table of pairs; what it asks for."""

import pytest

from reader.core.entities import ChangeKind, Reflag
from reader.core.sameness import normal_text, plain_address, split_blocks
from reader.core.significance import Version, announces, is_same, reflags, significance

FR = (
    "Le gardien du phare a quitté la pointe hier soir, après quarante ans de service sans une absence. "
    "La mairie lui a remis 3 médailles.\n\nSa maison devient un musée, qui ouvrira le 12 décembre à 10 h. "
    "« Je reviendrai », dit-il."
)
EN = (
    "The keeper left the lighthouse last night after forty years of service without a day's absence. "
    "The town gave him 3 medals.\n\nHis house becomes a museum, which opens on December 12 at 10:00. "
    "“I will be back,” he said."
)
NOTHING, COSMETIC, CORRECTED, ADDED, MARKED = (None, ChangeKind.COSMETIC, ChangeKind.CORRECTED, ChangeKind.ADDED, ChangeKind.MARKED)  # fmt: skip


def fr(*changes, before="", after=""):
    return FR + before, swap(FR, changes) + after


def en(*changes, before="", after=""):
    return EN + before, swap(EN, changes) + after


def swap(text, changes):
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def foot(old, new):
    return f"\n\n{old}", f"\n\n{new}"


def fr_foot(old, new):
    return FR + f"\n\n{old}", FR + f"\n\n{new}"


def en_foot(old, new):
    return EN + f"\n\n{old}", EN + f"\n\n{new}"


PAIRS = [
    # Nothing happened.
    (fr(), NOTHING),
    (fr((" ", "  ")), NOTHING),
    (fr(("\n\n", "\n\n\n")), NOTHING),
    (fr(("ans de", "ans\u00a0de")), NOTHING),
    (fr(("« Je reviendrai »", "«\u202fJe reviendrai\u202f»")), NOTHING),
    (fr(("« Je reviendrai »", '"Je reviendrai"')), NOTHING),
    (fr(("« Je reviendrai »", "“Je reviendrai”")), NOTHING),
    (fr(("dit-il", "dit‑il")), NOTHING),
    (en(("“I will be back,”", '"I will be back,"')), NOTHING),
    (en(("day's", "day’s")), NOTHING),
    (en(("forty", "for\u00adty")), NOTHING),
    (en((" years", "\u00a0years")), NOTHING),
    (fr_foot("Publié le 18 novembre 2026 à 10 h 05", "Publié le 18 novembre 2026, mis à jour le 19 novembre 2026 à 8 h"), NOTHING),
    (fr_foot("Mis à jour il y a 3 heures", "Mis à jour il y a 2 jours"), NOTHING),
    (fr_foot("Par Camille Dupont, le 18/11/2026 à 10h05", "Par Camille Dupont, le 19/11/2026 à 8h00"), NOTHING),
    (fr_foot("18 novembre 2026", "19 novembre 2026"), NOTHING),
    (en_foot("Published November 18, 2026", "Updated November 19, 2026 at 5:04 p.m. ET"), NOTHING),
    (en_foot("Last updated 5 minutes ago", "Last updated 2 hours ago"), NOTHING),
    (en_foot("By Jane Doe, Nov. 18, 2026", "By Jane Doe, Nov. 19, 2026"), NOTHING),
    (fr_foot("12 commentaires", "348 commentaires"), NOTHING),
    (fr_foot("Partager (34)", "Partager (1,2 k)"), NOTHING),
    (fr_foot("12 partages · 3 commentaires", "57 partages · 4 commentaires"), NOTHING),
    (fr_foot("Cet article a été lu 1 234 fois", "Cet article a été lu 1 301 fois"), NOTHING),
    (fr_foot("12 commentaires", ""), NOTHING),
    (fr_foot("", "3 min de lecture"), NOTHING),
    (en_foot("34 shares", "1.2K shares"), NOTHING),
    (en_foot("Comments (3)", "Comments (12)"), NOTHING),
    (en_foot("This story has been shared 12 times", "This story has been shared 40 times"), NOTHING),
    (en_foot("Share on Facebook 12", "Share on Facebook 15"), NOTHING),
    (fr_foot("[la mairie](https://e.org/m?utm_source=rss&id=3)", "[la mairie](https://e.org/m?id=3&utm_source=web#xtor=RSS-1)"), NOTHING),
    (en_foot("[the town](https://e.org/t?fbclid=abc)", "[the town](https://e.org/t)"), NOTHING),
    (fr_foot("![Le phare](https://e.org/p-300x200.jpg)", "![Le phare](https://e.org/p-1024x683.jpg)"), NOTHING),
    (fr_foot("![Le phare](https://e.org/p.jpg?w=300&h=200)", "![Le phare](https://e.org/p.webp?w=1200&q=80)"), NOTHING),
    (en_foot("![](https://e.org/w_300,h_200/p.jpg)", "![](https://e.org/w_900,h_600/p.jpg)"), NOTHING),
    (en_foot("![](https://e.org/p.jpg)", "![](https://e.org/p@2x.jpg)"), NOTHING),
    (fr_foot("## À lire aussi\n\n- [Un](https://e.org/1)\n- [Deux](https://e.org/2)", "## À lire aussi\n\n- [Trois](https://e.org/3)"), NOTHING),
    (fr_foot("**Lire aussi :** [La mer monte](https://e.org/1)", "**Lire aussi :** [Le port s'ensable](https://e.org/2)"), NOTHING),
    (fr_foot("", "Sur le même sujet\n\n[La mer monte](https://e.org/1)"), NOTHING),
    (en_foot("Related stories\n\n- [One](https://e.org/1)", "Related stories\n\n- [Two](https://e.org/2)\n- [Three](https://e.org/3)"), NOTHING),
    (en_foot("Read more: [The sea rises](https://e.org/1)", "Read more: [The port silts up](https://e.org/2)"), NOTHING),
    (fr_foot("[![Le phare](https://e.org/p-300x200.jpg)](https://e.org/a?utm_source=x)", "[![Le phare](https://e.org/p.jpg)](https://e.org/a)"), NOTHING),
    # The same words.
    (fr_foot("[![Le phare](https://e.org/p.jpg)](https://e.org/un)", "[![Le phare](https://e.org/p.jpg)](https://e.org/deux)"), COSMETIC),
    (fr(("soir, après", "soir après")), COSMETIC),
    (fr(("service sans", "service, sans")), COSMETIC),
    (fr(("La mairie", "La Mairie")), COSMETIC),
    (fr(("musée", "**musée**")), COSMETIC),
    (fr(("La mairie", "[La mairie](https://e.org/mairie)")), COSMETIC),
    (fr(("quitté", "quitte")), COSMETIC),
    (fr(("absence", "abscence")), COSMETIC),
    (en(("lighthouse", "lighthosue")), COSMETIC),
    (en(("service", "servvice")), COSMETIC),
    (en(("museum,", "museum")), COSMETIC),
    # Another fact, though a small one.
    (fr(("quarante", "trente")), CORRECTED),
    (fr(("3 médailles", "4 médailles")), CORRECTED),
    (fr(("12 décembre", "19 décembre")), CORRECTED),
    (fr(("à 10 h", "à 11 h")), CORRECTED),
    (fr(("hier soir", "mardi")), CORRECTED),
    (fr(("a quitté", "n'a pas quitté")), CORRECTED),
    (fr((" sans une absence", "")), CORRECTED),
    (fr(("Sa maison devient un musée, qui ouvrira le 12 décembre à 10 h. ", "")), CORRECTED),
    (fr(("gardien", "gardiens")), CORRECTED),
    (en(("forty", "thirty")), CORRECTED),
    (en(("3 medals", "5 medals")), CORRECTED),
    (en(("December 12", "December 19")), CORRECTED),
    (en(("at 10:00", "at 11:00")), CORRECTED),
    (en(("left", "never left")), CORRECTED),
    (en(("I will", "I won't")), CORRECTED),
    (("Il est jugé légal.", "Il est jugé illégal."), CORRECTED),
    (("Elle a reçu 12 commentaires du maire.", "Elle a reçu 48 commentaires du maire."), CORRECTED),
    (("Le rapport publié le 18 novembre dit non.", "Le rapport publié le 25 novembre dit non."), CORRECTED),
    (("Il y a 12 morts.", "Il y a 15 morts."), CORRECTED),
    # A sentence or more came in.
    (fr(after=" Le maire a promis de rouvrir l'escalier au printemps."), ADDED),
    (fr(after="\n\nLe maire a promis de rouvrir l'escalier au printemps."), ADDED),
    (fr(("quarante ans", "quarante ans, dont douze passés seul sur le rocher pendant la guerre")), ADDED),
    (fr(("hier soir", "mardi, par une tempête telle que la mer passait par-dessus la digue")), ADDED),
    (fr(("3 médailles", "4 médailles"), after="\n\nLe maire promet de rouvrir l'escalier au printemps."), ADDED),
    (en(after=" The mayor promised to open the stairs again in spring."), ADDED),
    (en(after="\n\n## What comes next\n\nThe mayor promised to open the stairs again."), ADDED),
    (en(("forty years", "forty years, twelve of them alone on the rock during the war")), ADDED),
]  # fmt: skip


def test_there_are_enough_pairs():
    assert len(PAIRS) + len(MARKS) >= 60


@pytest.mark.parametrize(("pair", "kind"), PAIRS, ids=[f"{index}-{kind}" for index, (_, kind) in enumerate(PAIRS)])
def test_a_change_means_this(pair, kind):
    old, new = (Version("Le phare", text) for text in pair)
    assert is_same(old, new) is (kind is None)
    assert significance(old, new) is (kind or ChangeKind.COSMETIC)
    back = significance(new, old)
    assert (back in (ChangeKind.CORRECTED, ChangeKind.ADDED)) is (kind in (ChangeKind.CORRECTED, ChangeKind.ADDED))


MARKS = [
    (Version("Le phare", FR), Version("Le phare", FR, "MàJ"), MARKED),
    (Version("Le phare", FR, "MàJ"), Version("Le phare", FR, "MàJ 2"), MARKED),
    (Version("Le phare", FR, "MàJ"), Version("Le phare", FR, "màj"), NOTHING),
    (Version("Le phare", FR, "MàJ"), Version("Le phare", FR), NOTHING),
    (Version("Le phare", FR), Version("Le phare", FR, None, "Il rouvre."), MARKED),
    (Version("Le phare", FR, "MàJ", "Il rouvre."), Version("Le phare", FR, "MàJ", "Il rouvre lundi."), MARKED),
    (Version("Le phare", FR, "MàJ", "Il  rouvre."), Version("Le phare", FR, "MàJ", "Il rouvre."), NOTHING),
    (Version("The lighthouse", EN), Version("The lighthouse", EN + "\n\nMore words were put in here.", "UPDATED"), MARKED),
    (Version("Le phare", FR, "MàJ"), Version("Le phare", FR.replace("quarante", "trente"), "MàJ"), CORRECTED),
    (Version("Le phare ferme", FR), Version("Le phare rouvre", FR), CORRECTED),
    (Version("Le phare ferme", FR), Version("Le Phare ferme", FR), COSMETIC),
    (Version("L'édit du phare", FR), Version("L’édit du phare", FR), NOTHING),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "kind"), MARKS)
def test_headlines_and_marks_mean_this(old, new, kind):
    assert is_same(old, new) is (kind is None)
    assert significance(old, new) is (kind or ChangeKind.COSMETIC)


@pytest.mark.parametrize(
    ("choice", "flagging"),
    [
        (Reflag.MARKED, {MARKED}),
        (Reflag.SIGNIFICANT, {MARKED, ADDED, CORRECTED}),
        (Reflag.ALL, {MARKED, ADDED, CORRECTED, COSMETIC}),
        (Reflag.NEVER, set()),
    ],
)
def test_each_choice_flags_these(choice, flagging):
    kinds = (COSMETIC, CORRECTED, ADDED, MARKED)
    assert {kind for kind in kinds if reflags(choice, kind)} == flagging
    assert {kind for kind in kinds if announces(choice, kind, read=True, starred=False)} == flagging
    assert {kind for kind in kinds if announces(choice, kind, read=False, starred=True)} == flagging
    assert {kind for kind in kinds if announces(choice, kind, read=False, starred=False)} == flagging & {MARKED}


def test_a_fence_is_one_block_whatever_it_holds():
    assert split_blocks("a\n\n```\nb\n\nc\n```\n\n\nd\n") == ["a", "```\nb\n\nc\n```", "d"]
    assert normal_text("```\nx = 1\n```") != normal_text("```\nx = 2\n```")


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("https://e.org/a?utm_source=x&id=3&fbclid=y#part", "https://e.org/a?id=3#part"),
        ("https://e.org/a?w=3", "https://e.org/a?w=3"),
        ("http://[x", "http://[x"),
    ],
)
def test_an_address_without_its_tracking(address, plain):
    assert plain_address(address) == plain
