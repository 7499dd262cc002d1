"""`diff`: what changed between two versions of an article, in signs that need no colour."""

import argparse
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from reader.cli import shapes
from reader.cli.output import Context, Exit, harmless, plural, put_json, unknown_article, unknown_revision
from reader.core.comparison import Comparison
from reader.core.differences import BlockChange, Op, Piece
from reader.core.entities import ArticleId, ChangeKind
from reader.core.sameness import bare_words
from reader.engine.sentences import change_size

_WIDTH = 78
_KINDS_FR = {
    ChangeKind.FIRST: "première version",
    ChangeKind.COSMETIC: "détails de forme",
    ChangeKind.CORRECTED: "corrigé",
    ChangeKind.ADDED: "complété",
    ChangeKind.MARKED: "mise à jour annoncée",
}


@dataclass(frozen=True, slots=True)
class _Signs:
    """How words that came and went are marked: by signs, and on a terminal by colour besides."""

    come: tuple[str, str] = ("{+", "+}")
    gone: tuple[str, str] = ("[-", "-]")

    def mark(self, op: Op, text: str) -> str:
        if op is Op.EQUAL or not text.strip():
            return text
        before, after = self.come if op is Op.INSERT else self.gone
        bare = text.rstrip()
        return f"{before}{bare}{after}{text[len(bare) :]}"


_PLAIN = _Signs()
_COLOURED = _Signs(("\x1b[32m{+", "+}\x1b[0m"), ("\x1b[31m[-", "-]\x1b[0m"))


def diff(context: Context, given: argparse.Namespace) -> Exit:
    """What changed, by default from the version last read (else the first) to the newest."""
    with context.library() as store:
        article = store.article(ArticleId(given.id))
        if article is None:
            raise unknown_article(given.id)
        held = {one.number for one in article.revisions}
        for number in (given.before, given.after):
            if number is not None and number not in held:
                raise unknown_revision(given.id, number)
        found = store.compare(ArticleId(given.id), given.before, given.after)
        if found is None:
            raise unknown_article(given.id)
    if context.as_json:
        put_json(shapes.comparison(found))
        return Exit.DONE
    print(harmless(article.title))
    kind = context.words(_KINDS_FR[found.change], found.change.value)
    size = change_size(context.language, found.difference.added_words, found.difference.removed_words)
    print(" · ".join(filter(None, (f"{found.before} → {found.after}", kind, size))) + "\n")
    signs = _COLOURED if sys.stdout.isatty() else _PLAIN
    lines = list(_lines(context, found, signs))
    if lines:
        print("\n\n".join(lines))
    else:
        context.say("Rien n'a changé.", "Nothing has changed.")
    return Exit.DONE


def _lines(context: Context, found: Comparison, signs: _Signs) -> Iterator[str]:
    if found.title:
        yield _wrapped("~ ", [(Op.DELETE, found.title[0] + " "), (Op.INSERT, found.title[1])], signs)
    blocks = found.difference.blocks
    if all(one.op is Op.EQUAL for one in blocks):
        return
    for folded, indices in found.difference.stretches(around=0):
        if folded:
            unchanged = context.words("sans changement", "unchanged")
            noun = ("bloc", "blocs") if context.language == "fr" else ("block", "blocks")
            yield f"  … {plural(len(indices), *noun, french=context.language == 'fr')} {unchanged}"
            continue
        for index in indices:
            yield _block(context, blocks[index], signs)


def _block(context: Context, one: BlockChange, signs: _Signs) -> str:
    if one.moved is not None:
        where = context.words("déplacé ailleurs", "moved elsewhere") if one.op is Op.DELETE else ""
        where = where or context.words("venu d'ailleurs", "moved here")
        words = [(op, text) for op, text in one.words if op is not Op.DELETE] if one.op is Op.INSERT else one.words
        edited = one.op is Op.INSERT and len(one.words) > 1
        text = bare_words(one.after or one.before or "") if not edited else ""
        return _wrapped(f"↕ ({where}) ", [(Op.EQUAL, text)] if text else list(words), signs)
    sign = {Op.INSERT: "+ ", Op.DELETE: "- ", Op.REPLACE: "~ ", Op.EQUAL: "  "}[one.op]
    return _wrapped(sign, list(one.words), signs)


def _wrapped(sign: str, words: list[Piece], signs: _Signs) -> str:
    # The publisher's own control characters go before our colours come.
    text = "".join(signs.mark(op, harmless(piece)) for op, piece in words)
    lines = []
    for part in text.split("\n"):
        lines += textwrap.wrap(part, _WIDTH, break_long_words=False, break_on_hyphens=False) or [""]
    return "\n".join((sign if index == 0 else " " * 2) + line for index, line in enumerate(lines))
