"""The language of a piece of code, out of what publishers and highlighters write on it."""

import re
from typing import Any, TypeAlias

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_LANGUAGE = re.compile(
    r"(?:language|lang|highlight-source|highlight(?!-(?:source|text|default|wrapper|container|block)|\s+highlight)|brush:|sourceCode"
    r"|src)[-\s]\s*([\w+#-]+)"
)
_NAMED = re.compile(r"(?:^|\s)(?:hljs|highlight|prettyprint|code)\s+([a-z][\w+#-]{0,15})(?:\s|$)")
_NO_LANGUAGE = {
    "none",
    "text",
    "plaintext",
    "plain",
    "nohighlight",
    "undefined",
    "hljs",
    "no-highlight",
    "default",
    "code",
}


def language_of(element: Element) -> str:
    """The language of a piece of code, as publishers and highlighters name it; empty where none is said."""
    parts = [element, *element.iter("code"), *list(element.iterancestors())[:2]]
    for part in parts:
        given = part.get("data-lang") or part.get("data-language")
        names = part.get("class") or ""
        found = _LANGUAGE.search(names) or _NAMED.search(names)
        name = (given or (found[1] if found else "")).lower()
        if name and name not in _NO_LANGUAGE and re.fullmatch(r"[\w+#-]{1,20}", name):
            return name
    return ""
