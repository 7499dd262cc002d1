"""What the commands share: the language, the two streams, and the exit statuses of CLI.md."""

import json
import re
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum
from typing import Any

from reader.core.errors import UsageError
from reader.paths import Paths
from reader.store import Store

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Exit(IntEnum):
    """Exit statuses; programs rely on them."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    PARTLY = 3
    BUSY = 4
    UNREACHED = 5


@dataclass(frozen=True, slots=True)
class Context:
    """One run: where the library lives, the language, whether standard output is one JSON document."""

    paths: Paths
    language: str
    as_json: bool = False

    def words(self, fr: str, en: str) -> str:
        """The sentence in the reader's language."""
        return fr if self.language == "fr" else en

    def say(self, fr: str, en: str) -> None:
        """A line for people, on standard output; nothing when the output is JSON."""
        if not self.as_json:
            print(harmless(self.words(fr, en)))

    def warn(self, fr: str, en: str) -> None:
        """A line on standard error."""
        print(harmless(self.words(fr, en)), file=sys.stderr)

    @contextmanager
    def library(self, *, engine: bool = False) -> Iterator[Store]:
        """The library, opened and closed; as the engine for what fetches."""
        with closing(Store.open(self.paths, role="engine" if engine else "window")) as store:
            yield store


def harmless(text: str) -> str:
    """Text without what would command a terminal: control characters and direction overrides."""
    return _CONTROL.sub("", text)


def put_json(value: object) -> None:
    """One JSON document on standard output."""
    # Lone surrogates of a broken feed cannot be written as UTF-8; they are escaped instead.
    text = json.dumps(value, ensure_ascii=False, indent=2)
    print(text.encode("utf-8", "backslashreplace").decode())


def moment(value: datetime | None) -> str | None:
    """RFC 3339 in UTC."""
    return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z") if value else None


def unknown_article(article_id: int) -> UsageError:
    """The sentence for an id that is in no library."""
    return UsageError(f"There is no article {article_id}.", f"Il n'y a pas d'article {article_id}.")


def unknown_revision(article_id: int, number: int) -> UsageError:
    """The sentence for a version that is not held."""
    return UsageError(
        f"Article {article_id} has no version {number}.", f"L'article {article_id} n'a pas de version {number}."
    )


def read_stream(name: str) -> bytes:
    """The bytes of a file, or of standard input for "-". Raises UsageError with the reason."""
    if name == "-":
        return sys.stdin.buffer.read()
    from pathlib import Path

    try:
        return Path(name).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"{name} cannot be read: {reason}.", f"{name} ne peut pas être lu : {reason}.") from error


def plural(count: int, one: str, many: str, *, french: bool) -> str:
    """ "1 article", "2 articles"; in French zero is singular."""
    return f"{count} {one if count == 1 or (french and count == 0) else many}"


Json = dict[str, Any]
