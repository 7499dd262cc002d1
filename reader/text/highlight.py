"""Code to runs with a class each, by pygments; imported when the first code with a language comes."""

from functools import lru_cache
from typing import Any

from reader.text.blocks import Run

_LONGEST = 100_000


@lru_cache(maxsize=64)
def _lexer(language: str) -> Any | None:  # noqa: ANN401 - pygments makes them of many classes
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


def highlight(code: str, language: str) -> tuple[Run, ...]:
    """The runs of `code`; one plain run when the language is unknown or the code is longer than 100 KB."""
    lexer = _lexer(language.lower()) if language and len(code) <= _LONGEST else None
    if lexer is None:
        return (Run(code),)
    from pygments.token import Comment, Keyword, Name, Number, Operator, String

    classes = (
        (Comment, "comment"),
        (String, "string"),
        (Number, "number"),
        (Keyword, "keyword"),
        (Operator.Word, "keyword"),
        (Name.Function, "function"),
        (Name.Class, "function"),
        (Name.Decorator, "function"),
        (Name.Builtin, "function"),
        (Name.Tag, "keyword"),
    )
    runs: list[Run] = []
    for kind, text in lexer.get_tokens(code):
        token = next((name for parent, name in classes if kind in parent), "")
        if runs and runs[-1].token == token:
            runs[-1] = Run(runs[-1].text + text, token=token)
        else:
            runs.append(Run(text, token=token))
    return tuple(runs)
