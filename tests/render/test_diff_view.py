"""Marks of changed blocks, as a reader sees them: what went, what came, and whole words and links around it."""

import pytest

from reader.core.comparison import Comparison
from reader.core.differences import BlockChange, Op, difference
from reader.core.entities import ArticleId, ChangeKind
from reader.render.diff_view.document import numbered
from reader.render.diff_view.marking import ADDED, REMOVED, RESTYLED, Sign, marked_blocks


def seen(before, after):
    """[-gone-] {+come+} ~styled~ of each block with its sign."""
    change = BlockChange(Op.REPLACE, before, after, ())
    shown = []
    for part in marked_blocks(change, None, "en"):
        runs = part.block.runs or [run for row in part.block.rows for cell in row for run in cell]
        shown.append(
            (
                part.sign.value if part.sign else "",
                "".join(map(_signed, runs)).replace("\u2009", "|").replace("\u00a0", " "),
            )
        )
    return shown


def _signed(run):
    for mark, left, right in ((REMOVED, "[-", "-]"), (ADDED, "{+", "+}"), (RESTYLED, "~", "~")):
        if run.style & mark:
            return f"{left}{run.text}{right}"
    return run.text


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "It costs **12 million** today.",
            "It costs **17 million** today.",
            [("±", "It costs [-12-] {+17+} million today.")],
        ),
        ("The end in March", "The end in May", [("±", "The end in [-March-]|{+May+}")]),
        ("One sentence here.", "One long sentence here.", [("+", "One {+long+} sentence here.")]),
        ("One long sentence here.", "One sentence here.", [("−", "One [-long-] sentence here.")]),
        (
            "See [the report](https://a.example/1) now.",
            "See [the report](https://a.example/2) now.",
            [("~", "See ~the report~ now.")],
        ),
        ("A word matters.", "A **word** matters.", [("~", "A ~word~ matters.")]),
        (
            "- one thing in March\n- another thing",
            "- one thing in May\n- a third thing comes\n- another thing",
            [("±", "one thing in [-March-]|{+May+}"), ("+", "a third thing comes"), ("", "another thing")],
        ),
        ("## A cost", "## A higher cost", [("+", "A {+higher+} cost")]),
        (
            "| Part | Cost |\n|---|---|\n| Rails | 4 |",
            "| Part | Cost |\n|---|---|\n| Rails | 5 |\n| Trains | 9 |",
            [("±", "PartCostRails[-4-]|{+5+}{+Trains+}{+9+}")],
        ),
        (
            "```\nfirst\n    second\n```",
            "```\nfirst\n    changed\n```",
            [("±", "first\n    [-second-]\n    {+changed+}")],
        ),
        ("A note[^1] here.", "A note[^1] there.", [("±", "A note1 [-here-]|{+there+}.")]),
        ("[^1]: The source.", "[^1]: The new source.", [("+", "The {+new+} source.")]),
    ],
)
def test_words_are_marked_and_whole(before, after, expected):
    assert seen(before, after) == expected


def test_another_kind_of_block_goes_and_comes_whole():
    change = BlockChange(Op.REPLACE, "A plain sentence.", "```\nA plain sentence.\n```", ())
    assert [(one.sign, one.whole) for one in marked_blocks(change, None, "en")] == [
        (Sign.REMOVED, True),
        (Sign.ADDED, True),
    ]


def test_a_block_that_moved_is_signed_so_and_its_words_compared():
    change = BlockChange(Op.INSERT, None, "It came here with 17 wheels.", (), moved=4)
    (part,) = marked_blocks(change, "It came here with 12 wheels.", "en")
    assert part.sign is Sign.MOVED
    assert "".join(map(_signed, part.block.runs)) == "It came here with [-12-] {+17+} wheels."


def test_what_does_not_count_is_shown_unmarked():
    (part,) = marked_blocks(BlockChange(Op.REPLACE, "3 shares", "250 shares", (), counts=False), None, "en")
    assert (part.sign, part.block.text) == (None, "250 shares")


def test_blocks_that_came_together_are_one_change_and_a_headline_is_the_first():
    texts = [f"Paragraph {name} says something of its own." for name in ("one", "two", "three", "four")]
    old = "\n\n".join(texts)
    new = "\n\n".join([texts[0], "A first addition, quite new.", "A second one, also new.", *texts[1:3], "The end."])
    found = difference(old, new)
    made = Comparison(ArticleId(1), 1, 2, ChangeKind.ADDED, ("Old", "New"), found)
    numbers = numbered(made)
    assert numbers[-1] == 0
    assert numbers[1] == numbers[2] == 1
    assert max(numbers.values()) == 2
