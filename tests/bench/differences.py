"""How long a diff of 20,000 words takes, beside what Python's own difflib needs for one word in a paragraph.

Run by `python -m tests.bench.differences`. Ratios: the machine's speed leaves them as they are.
"""

import random
import time
from collections.abc import Callable
from difflib import SequenceMatcher

from reader.core.differences import difference

_WORDS = 20_000


def article(seed: int) -> list[str]:
    """Paragraphs of made-up words, with as many common ones as prose has."""
    chance = random.Random(seed)
    words = [f"mot{number}" for number in range(4_000)] + ["le", "la", "de", "et", "à", "un", "des"] * 300
    blocks, written = [], 0
    while written < _WORDS:
        size = chance.randint(35, 105)
        blocks.append(" ".join(chance.choice(words) for _ in range(size)).capitalize() + ".")
        written += size
    return blocks


def edited(blocks: list[str], words: int) -> list[str]:
    """The same blocks with so many words replaced in each."""
    chance = random.Random(words)
    out = []
    for block in blocks:
        parts = block.split(" ")
        for _ in range(words):
            parts[chance.randrange(len(parts))] = f"nouveau{chance.randrange(99)}"
        out.append(" ".join(parts))
    return out


def shortest(work: Callable[[], object], times: int = 5) -> float:
    """Seconds of processor time of the fastest run: other programs at work leave it as it is."""
    best = float("inf")
    for _ in range(times):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def cases() -> dict[str, tuple[str, str]]:
    """Pairs of texts by what happened to them."""
    old = article(3)
    update = ["Mise à jour.", *old]
    update[50] = update[50].replace(" ", " 12 ", 1)
    moved = [*old[:10], *old[14:200], *old[10:14], *old[200:]]
    shuffled = list(old)
    random.Random(1).shuffle(shuffled)
    pairs = {
        "an update and a figure": update,
        "four blocks moved": moved,
        "one word in every block": edited(old, 1),
        "ten words in every block": edited(old, 10),
        "all blocks shuffled": shuffled,
        "rewritten from end to end": article(4),
    }
    return {name: ("\n\n".join(old), "\n\n".join(new)) for name, new in pairs.items()}


def main() -> None:
    """Print milliseconds and the ratio to difflib on one paragraph of 1,000 words."""
    words = " ".join(article(5)).split()[:1000]
    other = edited([" ".join(words)], 10)[0].split()
    unit = shortest(lambda: SequenceMatcher(None, words, other, autojunk=False).get_opcodes())
    print(f"{'difflib, 1,000 words':32}{unit * 1000:8.1f} ms")
    for name, (old, new) in cases().items():
        taken = shortest(lambda old=old, new=new: difference(old, new))  # type: ignore[misc]
        print(f"{name:32}{taken * 1000:8.1f} ms{taken / unit:8.1f} ×")


if __name__ == "__main__":
    main()
