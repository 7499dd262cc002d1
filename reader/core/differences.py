"""What changed between two versions of a text: block by block, then word by word. Pure.

Blocks are aligned first: equal ones, then those that share most of their words, then those that only moved. Words are
aligned inside a pair by patience (the words that occur once on both sides hold the rest in place), which reads better
than the shortest edit script and is fast on long texts. What does not count (`core.sameness`) is no difference.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import chain

from reader.core.sameness import normal_blocks, plain_address, same_length, split_blocks

_UNIT = re.compile(r"(\]\([^)\s\]]{0,1500}(?:\s\"[^\"]{0,1500}\")?\)|\w+(?:['\-]\w+)*|[^\w\s])\s*|\s+")
_LARGEST_TABLE = 60_000
_RARE = 4
_SIMILAR, _SIMILAR_ALONE, _MOVED = 0.45, 0.2, 0.8
_FEWEST_MOVED_WORDS = 8


class Op(StrEnum):
    """What happened to a piece."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


Opcode = tuple[Op, int, int, int, int]
Piece = tuple[Op, str]


@dataclass(frozen=True, slots=True)
class BlockChange:
    """One block. `words` join to `before` (equal and delete) and to `after` (equal and insert, but for typography).

    `moved` is the index, in the same difference, of the place where the block went (a delete) or came from (an insert).
    `counts` is false for what does not count: a counter, a list of related links.
    """

    op: Op
    before: str | None
    after: str | None
    words: tuple[Piece, ...]
    moved: int | None = None
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Difference:
    """All blocks in reading order, and how many words came and went; moved words do neither."""

    blocks: tuple[BlockChange, ...] = ()
    added_words: int = 0
    removed_words: int = 0

    @property
    def first_changed(self) -> int | None:
        """Index in `blocks` of the first one that changed; None when nothing did."""
        return next((index for index, one in enumerate(self.blocks) if one.op is not Op.EQUAL and one.counts), None)

    def stretches(self, around: int = 1) -> Iterator[tuple[bool, range]]:
        """Runs of blocks as (folded, indices): unchanged blocks are folded but for `around` beside each change."""
        shown: set[int] = set()
        for index, one in enumerate(self.blocks):
            if one.op is not Op.EQUAL:
                shown.update(range(index - around, index + around + 1))
        start = 0
        for index in range(1, len(self.blocks) + 1):
            if index == len(self.blocks) or (index in shown) != (start in shown):
                yield start not in shown, range(start, index)
                start = index


def difference(before: str, after: str) -> Difference:
    """What changed from one Markdown text to the other."""
    old, new = split_blocks(before), split_blocks(after)
    old_keys, new_keys = _keys(old, new)
    steps = align(old_keys, new_keys)
    places = {one: index for index, (_, one, other, moved) in enumerate(steps) if moved and other is None}
    arrivals = {moved: index for index, (_, one, other, moved) in enumerate(steps) if moved and one is None}
    blocks = []
    for op, one, other, moved in steps:
        was, now = (None if one is None else old[one]), (None if other is None else new[other])
        words = _pieces(op, was, now, old[moved - 1] if moved and now is not None else None)
        where = None
        if moved:
            where = places.get(moved - 1) if now is not None else arrivals.get(moved)
        counts = bool(new_keys[other] if other is not None else old_keys[one or 0])
        blocks.append(BlockChange(op, was, now, words, where, counts))
    return Difference(tuple(blocks), _count(blocks, Op.INSERT), _count(blocks, Op.DELETE))


def _count(blocks: Sequence[BlockChange], op: Op) -> int:
    return sum(
        _words_in(text)
        for block in blocks
        if block.counts and not (block.moved is not None and block.op is Op.DELETE)
        for kind, text in block.words
        if kind is op
    )


def _words_in(text: str) -> int:
    return sum(1 for found in _UNIT.finditer(same_length(text)) if found[1] and found[1][0].isalnum())


def _pieces(op: Op, was: str | None, now: str | None, origin: str | None) -> tuple[Piece, ...]:
    if op is Op.REPLACE and was is not None and now is not None:
        return tuple(word_changes(was, now))
    if now is not None and origin is not None:
        return tuple(word_changes(origin, now))
    return ((op, now if now is not None else was or ""),)


def _keys(old: Sequence[str], new: Sequence[str]) -> tuple[list[str], list[str]]:
    """What blocks are compared by; blocks that are the same letter for letter on both sides are spared the work."""
    if old == new:
        return list(old), list(new)
    spared = set(old) & set(new)
    return list(normal_blocks(old, spared)), list(normal_blocks(new, spared))


Step = tuple[Op, int | None, int | None, int]


def align(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """How the blocks `old` became `new`: (op, old index, new index, moved).

    `moved` is 0, or for a block that moved 1 + its old index, on both its delete and its insert.
    """
    steps: list[Step] = []
    for op, old_from, old_to, new_from, new_to in opcodes(old, new):
        if op is Op.EQUAL:
            steps += [(op, one, other, 0) for one, other in zip(range(old_from, old_to), range(new_from, new_to))]  # noqa: B905
        else:
            steps += _gap(old, new, range(old_from, old_to), range(new_from, new_to))
    return _with_moves(steps, old, new)


def _gap(old: Sequence[str], new: Sequence[str], left: range, right: range) -> Iterator[Step]:
    start, other_start = left.start, right.start
    for one, other in [*_pairs(old, new, left, right), (left.stop, right.stop)]:
        yield from ((Op.DELETE, index, None, 0) for index in range(start, one))
        yield from ((Op.INSERT, None, index, 0) for index in range(other_start, other))
        if one < left.stop:
            yield (Op.EQUAL if old[one] == new[other] else Op.REPLACE, one, other, 0)
        start, other_start = one + 1, other + 1


def _pairs(old: Sequence[str], new: Sequence[str], left: range, right: range) -> list[tuple[int, int]]:
    """Blocks of a gap that are the same block edited, in order on both sides."""
    if not left or not right:
        return []
    if len(left) == len(right) == 1:
        short = min(len(old[left[0]]), len(new[right[0]])) < 40
        return [(left[0], right[0])] if short or _similarity(old[left[0]], new[right[0]]) >= _SIMILAR_ALONE else []
    found = [(one, other) for one, other, _ in _candidates(old, new, left, right) if one in left]
    return _in_order(found)


def _candidates(
    old: Sequence[str], new: Sequence[str], left: Sequence[int], right: Sequence[int]
) -> list[tuple[int, int, float]]:
    """For each new block the old one that shares most with it, found through the words that few blocks have."""
    words = {one: Counter(old[one].lower().split()) for one in left}
    holders: dict[str, list[int]] = {}
    for one, held in words.items():
        for word in held:
            holders.setdefault(word, []).append(one)
    # A word of many blocks tells nothing, unless there are few blocks at all.
    telling = {word: blocks for word, blocks in holders.items() if len(blocks) <= max(_RARE, len(left) // 50)}
    chosen: dict[int, tuple[int, float]] = {}
    for other in right:
        own = Counter(new[other].lower().split())
        shared = Counter(chain.from_iterable(telling[word] for word in own if word in telling))
        best = max(
            ((_shared(words[one], own), -abs(one - other), one) for one, _ in shared.most_common(2)), default=None
        )
        if best is not None and best[0] >= _SIMILAR and best[0] > chosen.get(best[2], (0, 0.0))[1]:
            chosen[best[2]] = (other, best[0])
    return sorted((one, other, alike) for one, (other, alike) in chosen.items())


def _similarity(one: str, other: str) -> float:
    return _shared(Counter(one.lower().split()), Counter(other.lower().split()))


def _shared(words: Counter[str], others: Counter[str]) -> float:
    """The share of words in common, 0 to 1."""
    return 2 * (words & others).total() / (words.total() + others.total() or 1)


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rises on both sides (patience)."""
    tails: list[int] = []
    heads: list[int] = []
    before = [-1] * len(pairs)
    for index, (_, other) in enumerate(pairs):
        place = bisect_left(tails, other)
        before[index] = heads[place - 1] if place else -1
        tails[place : place + 1] = [other]
        heads[place : place + 1] = [index]
    run, index = [], heads[-1] if heads else -1
    while index >= 0:
        run.append(pairs[index])
        index = before[index]
    return run[::-1]


def _with_moves(steps: list[Step], old: Sequence[str], new: Sequence[str]) -> list[Step]:
    gone = {one: index for index, (op, one, _, _) in enumerate(steps) if op is Op.DELETE and one is not None}
    come = {other: index for index, (op, _, other, _) in enumerate(steps) if op is Op.INSERT and other is not None}
    if not gone or not come:
        return steps
    for one, other, alike in _candidates(old, new, list(gone), list(come)):
        enough = len(old[one].split()) >= _FEWEST_MOVED_WORDS or (alike == 1 and len(old[one]) > 15)
        if alike >= _MOVED and enough:
            steps[gone[one]] = (Op.DELETE, one, None, one + 1)
            steps[come[other]] = (Op.INSERT, None, other, one + 1)
    return steps


def place_map(old: Sequence[str], new: Sequence[str]) -> tuple[int, ...]:
    """For each old block the index of the new block where a reader who stopped at it goes on reading.

    For a block that is gone it is `~index` (negative) of the block that follows.
    """
    places = [0] * len(old)
    reached, last = 0, max(0, len(new) - 1)
    steps = align(old, new)
    arrived = {moved: other for _, _, other, moved in steps if moved and other is not None}
    for _, one, other, moved in steps:
        if one is not None:
            there = other if other is not None else arrived[moved] if moved else None
            places[one] = ~min(reached, last) if there is None else there
        if other is not None:
            reached = other + 1
    return tuple(places)


def word_changes(before: str, after: str) -> Iterator[Piece]:
    """The words of two versions of one block; equal pieces are worded as in `after`."""
    old, new = _units(before), _units(after)
    old_keys, new_keys = [key for key, _ in old], [key for key, _ in new]
    for op, start, stop, other_start, other_stop in _calm(opcodes(old_keys, new_keys), new_keys):
        if op is Op.EQUAL:
            yield Op.EQUAL, "".join(text for _, text in new[other_start:other_stop])
            continue
        if stop > start:
            yield Op.DELETE, "".join(text for _, text in old[start:stop])
        if other_stop > other_start:
            yield Op.INSERT, "".join(text for _, text in new[other_start:other_stop])


def _units(block: str) -> list[tuple[str, str]]:
    """Words and signs with the white space behind them: what they are compared by, and how they are written."""
    plain = same_length(block)
    if "](" not in plain:
        return [(found[1] or " ", block[found.start() : found.end()]) for found in _UNIT.finditer(plain)]
    return [(_key(found[1] or " "), block[found.start() : found.end()]) for found in _UNIT.finditer(plain)]


def _key(unit: str) -> str:
    return "](" + plain_address(unit[2:]) if unit.startswith("](") else unit


def _calm(found: Sequence[Opcode], keys: Sequence[str]) -> list[Opcode]:
    """Neighbouring changes that only a sign or one short word parts are told as one: confetti cannot be read."""
    calm: list[Opcode] = []
    for index, one in enumerate(found):
        between = one[0] is Op.EQUAL and calm and index + 1 < len(found) and _is_confetti(one, keys)
        if between:
            calm.append(one)
        elif len(calm) >= 2 and calm[-1][0] is Op.EQUAL and _is_confetti(calm[-1], keys) and one[0] is not Op.EQUAL:
            calm.pop()
            first = calm.pop()
            calm.append((Op.REPLACE, first[1], one[2], first[3], one[4]))
        else:
            calm.append(one)
    return calm


def _is_confetti(one: Opcode, keys: Sequence[str]) -> bool:
    between = keys[one[3] : one[4]]
    words = [key for key in between if key[0].isalnum()]
    return len(between) <= 2 and (not words or (len(words) == 1 == len(between) and len(words[0]) <= 2))


def opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Opcode]:
    """How `old` became `new`, as difflib's opcodes, adjacent ones joined."""
    found: list[Opcode] = []
    one = other = 0
    for start, other_start, size in [*_matches(old, new), (len(old), len(new), 0)]:
        if one < start or other < other_start:
            op = Op.REPLACE if one < start and other < other_start else Op.DELETE if one < start else Op.INSERT
            found.append((op, one, start, other, other_start))
        if size and found and found[-1][0] is Op.EQUAL:
            found[-1] = (Op.EQUAL, found[-1][1], start + size, found[-1][3], other_start + size)
        elif size:
            found.append((Op.EQUAL, start, start + size, other_start, other_start + size))
        one, other = start + size, other_start + size
    return found


def _matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int, int]]:
    """Equal runs (old index, new index, length), in order."""
    found: list[tuple[int, int, int]] = []
    todo = [(0, len(old), 0, len(new))]
    while todo:
        start, stop, other, end = todo.pop()
        size = 0
        while start + size < stop and other + size < end and old[start + size] == new[other + size]:
            size += 1
        if size:
            found.append((start, other, size))
            start, other = start + size, other + size
        size = 0
        while stop - size > start and end - size > other and old[stop - size - 1] == new[end - size - 1]:
            size += 1
        if size:
            stop, end = stop - size, end - size
            found.append((stop, end, size))
        # One word for one other, the most common of all: they differ, else they had been trimmed.
        if start < stop and other < end and (stop - start, end - other) != (1, 1):
            anchors = _anchors(old, new, range(start, stop), range(other, end))
            if anchors:
                for one, there in [*anchors, (stop, end)]:
                    todo.append((start, one, other, there))
                    start, other = one, there
            elif (stop - start) * (end - other) <= _LARGEST_TABLE:
                matcher = SequenceMatcher(None, old[start:stop], new[other:end], autojunk=False)
                found += [(start + one, other + there, size) for one, there, size in matcher.get_matching_blocks()[:-1]]
    return sorted(found)


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], left: range, right: range) -> list[tuple[int, int]]:
    """What occurs exactly once on both sides, in the longest run that is in order."""
    counts, others = Counter(old[one] for one in left), Counter(new[other] for other in right)
    where = {new[other]: other for other in right}
    single = [(one, where[old[one]]) for one in left if counts[old[one]] == 1 and others.get(old[one]) == 1]
    return _in_order(single)
