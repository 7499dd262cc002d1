"""Which quotations are pull quotes: a sentence of the article's own text, set large between its paragraphs. Pure."""

from collections.abc import Sequence

from reader.render.search import fold
from reader.text.blocks import Block, Kind

_SHORTEST, _LONGEST = 20, 240
_MARKS = " «»“”„\"'’…."


def pull_quotes(blocks: Sequence[Block]) -> frozenset[str]:
    """The texts of quotations of one paragraph whose words stand in the article's running text as well."""
    alone = [
        block
        for index, block in enumerate(blocks)
        if block.quote == 1
        and block.kind is Kind.PARAGRAPH
        and _SHORTEST <= len(block.text) <= _LONGEST
        and not (index and blocks[index - 1].quote)
        and not (index + 1 < len(blocks) and blocks[index + 1].quote)
    ]
    if not alone:
        return frozenset()
    running = "\n".join(_bare(block.text) for block in blocks if not block.quote and block.kind is not Kind.CODE)
    return frozenset(block.text for block in alone if _bare(block.text).strip(_MARKS) in running)


def _bare(text: str) -> str:
    return " ".join(fold(text).split())
