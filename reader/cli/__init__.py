"""The command line of CLI.md: one small module per command family; never Qt at import time."""

import argparse
import locale
import logging
import os
import sys
from collections.abc import Callable, Sequence

from reader.core.errors import Busy, EncreError, FetchError
from reader.core.filters import View
from reader.core.startup import WindowOptions

OpenWindow = Callable[[WindowOptions], int]
_VIEWS = [view.value for view in View]
_log = logging.getLogger(__name__)


def run(argv: Sequence[str], open_window: OpenWindow) -> int:
    """Run one command, or the window when there is none; the exit status of CLI.md."""
    window = _only_window(argv)
    if window is not None:
        return open_window(window)
    parser = _parser()
    try:
        given = parser.parse_args(list(argv))
    except SystemExit as stop:
        return int(stop.code or 0)
    if given.command is None:
        return open_window(_window_options(given))
    from reader.cli.output import Context, Exit
    from reader.paths import find_paths
    from reader.settings import load_settings

    paths = find_paths(given.data_dir)
    language = given.lang or _language(load_settings(paths.settings_file).text("language"))
    context = Context(paths, language, getattr(given, "json", False))
    if given.verbose:
        logging.basicConfig(stream=sys.stderr, level=logging.INFO)
    try:
        return int(_command(given.command)(context, given))
    except Busy as error:
        context.warn(error.fr, error.en)
        return Exit.BUSY
    except FetchError as error:
        context.warn(error.fr, error.en)
        from reader.engine.http import Refused

        return Exit.REFUSED if isinstance(error, Refused) else Exit.UNREACHED
    except EncreError as error:
        context.warn(error.fr, error.en)
        return Exit.REFUSED
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except KeyboardInterrupt:
        context.warn("Interrompu ; ce qui est fait est gardé.", "Interrupted; what was done is kept.")
        return 130
    except OSError as error:
        reason = error.strerror or str(error)
        context.warn(f"Le disque ou le système refuse : {reason}.", f"The disk or the system refuses: {reason}.")
        return Exit.REFUSED
    except Exception:  # noqa: BLE001 - a bug: a sentence for the reader, the whole of it for the log
        from reader.engine.process import log_to_file

        log_to_file(paths, "encre.log")
        _log.exception("%s", given.command)
        context.warn(
            f"Encre a rencontré une erreur inattendue ; {paths.logs / 'encre.log'} en garde la trace.",
            f"Encre met an unexpected error; {paths.logs / 'encre.log'} holds it.",
        )
        return Exit.REFUSED


def _language(setting: str) -> str:
    if setting in ("fr", "en"):
        return setting
    said = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "fr" if (said or locale.getlocale()[0] or "").lower().startswith("fr") else "en"


def _command(name: str) -> Callable[..., int]:
    """The function of a command; only its own family is imported, so that each starts fast."""
    if name in ("add", "remove", "feeds", "refresh", "import-opml", "export-opml"):
        from reader.cli import subscriptions as own

        return {
            "add": own.add,
            "remove": own.remove,
            "feeds": own.feeds,
            "refresh": own.refresh_feeds,
            "import-opml": own.opml_in,
            "export-opml": own.opml_out,
        }[name]
    if name in ("parse-feed", "parse-opml", "extract", "clean", "batch", "themes"):
        from reader.cli import documents

        return {"batch": documents.batch, "themes": documents.themes}.get(name, documents.document)
    if name == "export":
        from reader.cli import exports

        return exports.export
    from reader.cli import library, revisions

    return {
        "list": library.list_articles,
        "show": library.show,
        "diff": revisions.diff,
        "search": library.search,
        "mark": library.mark,
        "undo": library.undo,
        "notifications": library.notifications,
        "offline": library.offline,
        "download": library.download,
    }[name]


def _only_window(argv: Sequence[str]) -> WindowOptions | None:
    """The options where there are none but the window's own: describing every command costs a start some 5 ms."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    _add_window_options(parser)
    try:
        given, rest = parser.parse_known_args(list(argv))
    except argparse.ArgumentError:
        return None
    return None if rest else _window_options(given)


def _window_options(given: argparse.Namespace) -> WindowOptions:
    return WindowOptions(
        given.data_dir,
        given.lang,
        given.verbose,
        given.theme,
        given.article,
        given.view,
        given.offline,
        given.hidden,
        given.shot,
        given.size,
        given.gallery,
    )


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    size = int(width), int(height)
    if not all(200 <= side <= 8000 for side in size):
        raise ValueError(text)
    return size


def _count(text: str) -> int:
    number = int(text)
    if not 0 <= number < 2**62:
        raise ValueError(text)
    return number


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="encre", description="A desktop reader that keeps articles.")
    _add_window_options(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _subscription_commands(commands)
    _library_commands(commands)
    _document_commands(commands)
    return parser


def _add_window_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data-dir", metavar="DIR", help="keep everything under DIR")
    parser.add_argument("--lang", choices=("fr", "en"), help="language of the words")
    parser.add_argument("-v", "--verbose", action="store_true", help="say more on standard error")
    window = parser.add_argument_group("the window")
    window.add_argument("--theme", metavar="ID")
    window.add_argument("--article", type=_count, metavar="ID")
    window.add_argument("--view", choices=_VIEWS)
    window.add_argument("--gallery", action="store_true", help="every control in every state, in any theme")
    window.add_argument("--offline", action="store_true", help="make no request at all")
    window.add_argument("--hidden", action="store_true", help="start in the system tray")
    window.add_argument("--shot", metavar="FILE.png", help="save a picture of the window and quit")
    window.add_argument("--size", type=_size, metavar="WxH")


Commands = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _subscription_commands(commands: Commands) -> None:  # type: ignore[valid-type]
    add = _added(commands, "add", "subscribe to a feed, or to the feed of a page")
    add.add_argument("url", metavar="URL")
    add.add_argument("--folder", metavar="NAME")
    add.add_argument("--full-text", choices=("auto", "always", "never"))
    add.add_argument("--no-refresh", action="store_true")
    _added(commands, "remove", "unsubscribe", json=False).add_argument("feed", metavar="FEED")
    _added(commands, "feeds", "list the subscriptions and their health")
    refresh = _added(commands, "refresh", "fetch what is due")
    refresh.add_argument("--feed", type=_count, action="append", default=[], metavar="ID")
    refresh.add_argument("--force", action="store_true")
    refresh.add_argument("--no-images", action="store_true")
    refresh.add_argument("--events", action="store_true", help="JSON lines while it runs")
    opml = _added(commands, "import-opml", "merge the subscriptions of an OPML file")
    opml.add_argument("file", metavar="FILE")
    opml.add_argument("--dry-run", action="store_true")
    _added(commands, "export-opml", "write the subscriptions as OPML").add_argument("file", metavar="FILE", nargs="?")


def _library_commands(commands: Commands) -> None:  # type: ignore[valid-type]
    listed = _added(commands, "list", "articles, newest first")
    listed.add_argument("--view", choices=_VIEWS, default="all")
    listed.add_argument("--feed", metavar="ID")
    listed.add_argument("--folder", metavar="NAME")
    listed.add_argument("--section", metavar="NAME")
    listed.add_argument("--search", metavar="QUERY")
    listed.add_argument("--limit", type=_count, metavar="N")
    listed.add_argument("--offset", type=_count, metavar="N", default=0)
    show = _added(commands, "show", "one article", json=False)
    show.add_argument("id", type=_count, metavar="ID")
    show.add_argument("--format", choices=("text", "markdown", "html", "json"), default="text")
    show.add_argument("--revision", type=_count, metavar="N")
    export = _added(commands, "export", "articles as Markdown, web pages, a book or PDF", json=False)
    export.add_argument("ids", nargs="+", type=_count, metavar="ID")
    export.add_argument("-o", "--output", required=True, metavar="PATH", help="the file, or a folder for several")
    export.add_argument("--format", choices=("markdown", "html", "epub", "pdf"), help="else the name's ending says it")
    diff = _added(commands, "diff", "what changed between two revisions")
    diff.add_argument("id", type=_count, metavar="ID")
    diff.add_argument("before", type=_count, metavar="FROM", nargs="?")
    diff.add_argument("after", type=_count, metavar="TO", nargs="?")
    search = _added(commands, "search", "full-text search")
    search.add_argument("query", metavar="QUERY")
    search.add_argument("--limit", type=_count, metavar="N", default=50)
    mark = _added(commands, "mark", "change statuses", json=False)
    mark.add_argument("status", choices=("read", "unread", "starred", "unstarred"))
    mark.add_argument("ids", nargs="*", metavar="ID")
    mark.add_argument("--all", action="store_true")
    mark.add_argument("--view", choices=_VIEWS)
    _added(commands, "undo", "undo the last reversible operation").add_argument("--list", action="store_true")
    _added(commands, "notifications", "the tray's content").add_argument("--seen", action="store_true")
    offline = _added(commands, "offline", "how much can be read with no network")
    offline.add_argument("--repair", action="store_true", help="fetch what is missing")
    download = _added(commands, "download", "attachments of articles onto the disk")
    download.add_argument("ids", nargs="*", type=_count, metavar="ID")
    download.add_argument("--feed", metavar="FEED", help="from now on, those of this feed's new articles")
    download.add_argument("--off", action="store_true", help="with --feed: no longer")


def _document_commands(commands: Commands) -> None:  # type: ignore[valid-type]
    _added(commands, "themes", "the themes, their colours and contrast")
    parse = _added(commands, "parse-feed", "what would be stored of a feed")
    parse.add_argument("file", metavar="FILE")
    parse.add_argument("--url")
    parse.add_argument("--content-type", metavar="TYPE")
    for name, words in (("extract", "the article of a page"), ("clean", "an HTML fragment as Markdown")):
        command = _added(commands, name, words)
        command.add_argument("file", metavar="FILE")
        command.add_argument("--url")
    _added(commands, "parse-opml", "the feeds of an OPML file").add_argument("file", metavar="FILE")
    _added(commands, "batch", "answer JSON lines, for scripts", json=False)


def _added(commands: Commands, name: str, words: str, *, json: bool = True) -> argparse.ArgumentParser:  # type: ignore[valid-type]
    command: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)  # type: ignore[attr-defined]
    if json:
        command.add_argument("--json", action="store_true", help="one JSON document on standard output")
    return command
