"""The diff: what a reader of both versions would say has changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader.core.differences import Op, difference, opcodes, place_map, word_changes
from reader.core.sameness import same_length

OLD = (
    "Le phare ferme.\n\nLe gardien part après quarante ans.\n\nSa maison devient un musée pour les enfants de la côte."
)


def told(found):
    return [(str(one.op), one.before, one.after) for one in found.blocks]


def test_a_figure_and_a_paragraph():
    new = "Il rouvre lundi.\n\n" + OLD.replace("quarante", "trente")
    found = difference(OLD, new)
    assert told(found) == [
        ("insert", None, "Il rouvre lundi."),
        ("equal", "Le phare ferme.", "Le phare ferme."),
        ("replace", "Le gardien part après quarante ans.", "Le gardien part après trente ans."),
        ("equal", OLD.split("\n\n")[2], OLD.split("\n\n")[2]),
    ]
    assert [(str(op), text) for op, text in found.blocks[2].words] == [
        ("equal", "Le gardien part après "),
        ("delete", "quarante "),
        ("insert", "trente "),
        ("equal", "ans."),
    ]
    assert (found.added_words, found.removed_words, found.first_changed) == (4, 1, 0)


def test_what_does_not_count_is_no_difference():
    old = 'Il dit "non" hier.\n\n12 commentaires\n\nPublié le 18 novembre 2026'
    new = "Il dit « non » hier.\n\n48 commentaires\n\nPublié le 19 novembre 2026"
    found = difference(old, new)
    assert {one.op for one in found.blocks} == {Op.EQUAL}
    assert (found.added_words, found.first_changed) == (0, None)


def test_a_counter_that_appears_counts_no_words():
    found = difference("Le phare ferme.", "Le phare ferme.\n\n12 commentaires")
    assert (found.added_words, found.first_changed) == (0, None)


def test_a_moved_block_is_told_once_and_counts_no_words():
    blocks = [
        f"Le paragraphe {name} parle longuement de la mer et du vent." for name in ("un", "deux", "trois", "quatre")
    ]
    moved = [blocks[0], blocks[2], blocks[3], blocks[1]]
    found = difference("\n\n".join(blocks), "\n\n".join(moved))
    gone = next(one for one in found.blocks if one.op is Op.DELETE)
    come = next(one for one in found.blocks if one.op is Op.INSERT)
    assert (gone.before, come.after) == (blocks[1], blocks[1])
    assert (found.blocks[gone.moved], found.blocks[come.moved]) == (come, gone)
    assert (found.added_words, found.removed_words) == (0, 0)


def test_a_block_moved_and_edited_counts_its_edit_only():
    blocks = [
        f"Le {name} paragraphe parle de choses {name}es et {name}aines sans fin." for name in ("rouge", "vert", "gris")
    ]
    edited = blocks[0].replace("sans fin", "sans cesse")
    found = difference("\n\n".join(blocks), "\n\n".join([*blocks[1:], edited]))
    assert (found.added_words, found.removed_words) == (1, 1)


def test_two_edited_paragraphs_stay_each_with_its_own():
    old = "Le vent souffle du nord depuis mardi soir.\n\nLa mer monte sur la digue du vieux port."
    new = "Le vent souffle du sud depuis mardi soir.\n\nLa mer monte sur la digue du nouveau port."
    assert [one.op for one in difference(old, new).blocks] == [Op.REPLACE, Op.REPLACE]


def test_paragraphs_that_have_nothing_in_common_are_not_paired():
    old = "Le vent souffle du nord depuis mardi soir sur toute la côte."
    new = "Quatre trains supplémentaires circuleront dimanche prochain vers Nantes."
    assert [one.op for one in difference(old, new).blocks] == [Op.DELETE, Op.INSERT]


def test_unchanged_stretches_fold():
    blocks = [f"Bloc numéro {number} du texte." for number in range(9)]
    changed = [*blocks[:4], "Bloc tout autre du texte.", *blocks[5:]]
    found = difference("\n\n".join(blocks), "\n\n".join(changed))
    assert [(folded, list(part)) for folded, part in found.stretches(1)] == [
        (True, [0, 1, 2]),
        (False, [3, 4, 5]),
        (True, [6, 7, 8]),
    ]
    assert [folded for folded, _ in difference(OLD, OLD).stretches()] == [True]
    assert list(difference("", "").stretches()) == []


def test_changes_are_not_told_as_confetti():
    words = list(word_changes("il a dit oui, puis non", "elle a crié peut-être, puis non"))
    assert [op for op, _ in words].count(Op.DELETE) <= 2
    assert words[-1] == (Op.EQUAL, words[-1][1])


def test_a_fresh_link_target_is_seen_and_a_tracked_one_is_not():
    kinds = {op for op, _ in word_changes("[a](http://e.org/x?utm_source=1) b c", "[a](http://e.org/x) b d")}
    assert kinds == {Op.EQUAL, Op.DELETE, Op.INSERT}
    found = difference("Il a lu [ceci](http://e.org/x) hier.", "Il a lu [ceci](http://e.org/y) hier.")
    assert (found.blocks[0].op, found.added_words) == (Op.REPLACE, 0)


WORDS = some.lists(some.sampled_from(["le", "la", "mer", "phare", "vent,", "nord.", "12", "«", "»."]), max_size=40).map(
    " ".join
)
TEXTS = some.lists(WORDS.filter(str.strip), max_size=12).map("\n\n".join)


@given(WORDS, WORDS)
def test_the_words_join_to_both_versions(old, new):
    words = list(word_changes(old, new))
    assert "".join(text for op, text in words if op is not Op.DELETE) == new
    kept = "".join(text for op, text in words if op is not Op.INSERT)
    assert "".join(same_length(kept).split()) == "".join(same_length(old).split())


@given(TEXTS, TEXTS)
def test_the_blocks_are_all_told_once_and_in_order(old, new):
    found = difference(old, new)
    assert [one.after for one in found.blocks if one.after is not None] == [one for one in new.split("\n\n") if one]
    assert sorted(one.before for one in found.blocks if one.before is not None) == sorted(
        one for one in old.split("\n\n") if one
    )
    for index, one in enumerate(found.blocks):
        if one.moved is not None:
            assert found.blocks[one.moved].moved == index


@given(some.lists(some.integers(0, 6), max_size=60), some.lists(some.integers(0, 6), max_size=60))
def test_opcodes_rebuild_the_new_from_the_old(old, new):
    built = []
    for op, start, stop, other, end in opcodes(old, new):
        assert (old[start:stop] == new[other:end]) or op is not Op.EQUAL
        built += new[other:end]
    assert built == new


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        (["a", "b", "c"], ["x", "a", "b", "c"], (1, 2, 3)),
        (["un long bloc a", "un long bloc b", "un long bloc c"], ["un long bloc a", "un long bloc c"], (0, ~1, 1)),
        (["le vent souffle du nord", "b"], ["x", "le vent souffle du sud", "b"], (1, 2)),
        (["a"], [], (~0,)),
        ([], ["a"], ()),
    ],
)
def test_the_reader_goes_on_at_the_same_block(old, new, places):
    assert place_map(old, new) == places
