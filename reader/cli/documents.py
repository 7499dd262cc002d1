"""Commands that read a document and touch no library: parse-feed, parse-opml, extract, clean, batch; and themes."""

import argparse
import json
import logging
import sys
from pathlib import Path

from reader.cli import shapes
from reader.cli.output import Context, Exit, Json, harmless, put_json, read_stream
from reader.content.extract import extract
from reader.content.feed_formats import parse_feed
from reader.content.markup import clean
from reader.content.opml import parse_opml
from reader.core.errors import EncreError, UsageError
from reader.core.wording import spoken
from reader.paths import THEMES
from reader.style.palette import load_themes
from reader.text import to_terminal

_log = logging.getLogger(__name__)


def _as_json(op: str, language: str, body: bytes, url: str | None, content_type: str | None = None) -> Json:
    found = _found(op, body, url, content_type)
    found["problems"] = [spoken(problem, language) for problem in found["problems"]]
    return found


def _found(op: str, body: bytes, url: str | None, content_type: str | None) -> Json:
    if op == "parse-feed":
        return shapes.parsed_feed(parse_feed(body, url=url, content_type=content_type))
    if op == "extract":
        return shapes.extracted(extract(body, url=url))
    if op == "clean":
        return shapes.cleaned(clean(body.decode("utf-8", "replace"), base_url=url))
    if op == "parse-opml":
        return shapes.parsed_opml(parse_opml(body))
    raise UsageError(f"“{op}” is no operation.", f"« {op} » n'est pas une opération.")


def document(context: Context, given: argparse.Namespace) -> Exit:
    """One of the four, on one file."""
    url = getattr(given, "url", None)
    found = _as_json(
        given.command, context.language, read_stream(given.file), url, getattr(given, "content_type", None)
    )
    if context.as_json:
        put_json(found)
        return Exit.DONE
    if given.command == "clean":
        print(found["markdown"], end="")
    elif given.command == "extract":
        print(harmless(found["title"] or ""))
        print("\n" + harmless(to_terminal(found["markdown"])))
    elif given.command == "parse-feed":
        print(harmless(f"{found['title'] or '—'} ({found['format']})"))
        for entry in found["entries"]:
            print(harmless(f"  {entry['published'] or '—':20}  {entry['title']}"))
    else:
        for feed in found["feeds"]:
            print(harmless("  ".join(filter(None, (feed["folder"], feed["title"], feed["url"])))))
    for problem in found["problems"]:
        print(harmless(problem), file=sys.stderr)
    return Exit.DONE


def batch(context: Context, given: argparse.Namespace) -> Exit:
    """JSON lines in, one JSON line out for each, until the end of input."""
    for line in sys.stdin.buffer:
        if line.strip():
            answer = json.dumps(_answered(line, context.language), ensure_ascii=False)
            sys.stdout.buffer.write(answer.encode("utf-8", "backslashreplace") + b"\n")
            sys.stdout.buffer.flush()
    return Exit.DONE


def _answered(line: bytes, language: str) -> Json:
    try:
        request = json.loads(line)
        op, file = str(request["op"]), str(request["file"])
    except (ValueError, KeyError, TypeError):
        return {"error": "A line must be a JSON object with “op” and “file”."}
    try:
        url = request.get("url")
        return _as_json(
            op, language, read_stream(str(Path(file))), str(url) if url else None, request.get("content_type")
        )
    except EncreError as error:
        return {"error": error.sentence(language)}
    except Exception as error:  # one bad document must not end a helper that answers thousands  # noqa: BLE001
        _log.exception("%s %s", op, file)
        return {"error": f"Encre met an unexpected error ({type(error).__name__})."}


def themes(context: Context, given: argparse.Namespace) -> Exit:
    """The themes, with the reader's own; a file that cannot be used is said on standard error."""
    palettes, errors = load_themes(THEMES, context.paths.own_themes)
    if context.as_json:
        put_json([shapes.theme(palette) for palette in palettes])
    else:
        for palette in palettes:
            print(f"{palette.id:26}{palette.display_name(context.language)}")
    for error in errors:
        context.warn(error.fr, error.en)
    return Exit.DONE
