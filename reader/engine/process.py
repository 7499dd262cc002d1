"""The engine as the window's child process: JSON lines in and out, one request after the other.

Standard output carries the protocol and nothing else. The lock is held while a request writes, so that the command
line can work in between. End of input, or a signal, ends the transaction under way and then the process.
"""

import argparse
import contextlib
import logging
import logging.handlers
import os
import queue
import signal
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from reader.core.entities import ArticleId, FeedId, JournalId
from reader.core.errors import Busy, EncreError, UsageError
from reader.engine import protocol
from reader.engine.lock import EngineLock
from reader.engine.opml_exchange import export_opml, import_opml, save_file
from reader.engine.refresh import RefreshOptions, RefreshSummary, refresh
from reader.engine.ruling import run_rules
from reader.engine.subscribe import look_for_feeds, subscribe
from reader.engine.tidying import Housekeeper
from reader.engine.welcome import install_welcome
from reader.paths import Paths, find_paths
from reader.settings import load_settings
from reader.store import Store

_log = logging.getLogger(__name__)


def log_to_file(paths: Paths, name: str, level: int = logging.INFO) -> None:
    """Send the log to a rotating file in the data folder's `logs`."""
    paths.logs.mkdir(parents=True, exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(
        paths.logs / name, maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)


def run_engine(argv: Sequence[str]) -> int:
    """Serve the pipe until the end of input; the exit status (0, or 1 for a library that cannot be opened)."""
    options = argparse.ArgumentParser(prog="encre --engine")
    options.add_argument("--data-dir")
    options.add_argument("--lang", default="en", choices=("fr", "en"))
    options.add_argument("--offline", action="store_true")
    given = options.parse_args(list(argv))
    paths = find_paths(given.data_dir)
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not end up between the messages.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(5)
    try:
        log_to_file(paths, "engine.log")
        store = Store.open(paths, role="engine")
    except EncreError as error:
        _send(out, protocol.Failed("", error.fr, error.en))
        return 1
    except OSError as error:
        _send(
            out, protocol.Failed("", f"Le dossier des données est inaccessible : {error}.", f"No data folder: {error}.")
        )
        return 1
    with contextlib.closing(store):
        engine = _Engine(store, paths, given.lang, out, offline=given.offline)
        return engine.serve(sys.stdin.buffer)


def _send(out: BinaryIO, message: protocol.Message) -> None:
    out.write(protocol.encode(message))
    out.flush()


class _Engine:
    def __init__(self, store: Store, paths: Paths, language: str, out: BinaryIO, *, offline: bool) -> None:
        self._store = store
        self._paths = paths
        self._language = language
        self._out = out
        self._offline = offline
        self._requests: queue.SimpleQueue[protocol.Message | None] = queue.SimpleQueue()
        self._cancelled = threading.Event()
        self._ended = threading.Event()
        self._speaking = threading.Lock()

    def serve(self, stdin: BinaryIO) -> int:
        """Answer requests until the end of input."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._end())
        self._tell(protocol.Hello(protocol.PROTOCOL_VERSION, self._store.schema_version))
        threading.Thread(target=self._listen, args=(stdin,), daemon=True).start()
        while True:
            request = self._requests.get()
            if request is None or self._ended.is_set():
                return 0
            self._cancelled.clear()
            self._answer(request)

    def _listen(self, stdin: BinaryIO) -> None:
        for line in stdin:
            try:
                message = protocol.decode(line)
            except ValueError as error:
                _log.warning("%s", error)
                continue
            if isinstance(message, protocol.Cancel):
                self._cancelled.set()
            elif isinstance(message, protocol.Discover):
                # Somebody waits in a dialog: looking needs neither the library nor the end of the round.
                threading.Thread(target=self._answer, args=(message,), daemon=True).start()
            elif not isinstance(message, protocol.Hello):
                self._requests.put(message)
        self._end()

    def _end(self) -> None:
        self._ended.set()
        self._cancelled.set()
        self._requests.put(None)

    def _tell(self, message: protocol.Message) -> None:
        try:
            with self._speaking:
                _send(self._out, message)
        except BrokenPipeError:
            # The window is gone; the transaction under way is finished, then the process ends.
            self._end()

    def _answer(self, request: protocol.Message) -> None:
        subject = getattr(request, "url", "") or getattr(request, "file", "")
        try:
            with (
                contextlib.nullcontext()
                if isinstance(request, protocol.Discover | protocol.EstimateOffline)
                else EngineLock(self._paths.lock)
            ):
                self._do(request)
        except EncreError as error:
            _log.info("%s: %s (%s)", request.name, error.en, error.cause)
            self._tell(protocol.Failed(subject, error.fr, error.en))
            if isinstance(request, protocol.Refresh | protocol.Repair):
                self._tell(protocol.Finished(0, 0, 0, 0, cancelled=isinstance(error, Busy)))
        except Exception:  # noqa: BLE001 - a bug in one request must not take the others down; it is logged whole
            _log.exception("%s", request)
            self._tell(
                protocol.Failed(
                    subject,
                    "Encre a rencontré une erreur inattendue ; le journal en garde la trace.",
                    "Encre met an unexpected error; the log holds it.",
                )
            )
            if isinstance(request, protocol.Refresh | protocol.Repair):
                self._tell(protocol.Finished(0, 0, 0, 0))

    def _do(self, request: protocol.Message) -> None:
        if isinstance(request, protocol.Refresh):
            self._refresh(RefreshOptions(tuple(map(FeedId, request.feeds)), request.force, language=self._language))
        elif isinstance(request, protocol.Repair):
            self._refresh(RefreshOptions(repair=True, language=self._language))
        elif isinstance(request, protocol.EstimateOffline):
            self._estimate()
        elif isinstance(request, protocol.DownloadEnclosure):
            self._download(request)
        elif isinstance(request, protocol.CleanUp):
            self._tell(self._housekeeper().clean_up(datetime.now(UTC)))
        elif isinstance(request, protocol.EmptyBin):
            self._tell(self._housekeeper().empty_bin(datetime.now(UTC)))
        elif isinstance(request, protocol.TakeBack):
            self._tell(self._housekeeper().take_back(JournalId(request.entry)))
        elif isinstance(request, protocol.RunRules):
            run_rules(self._store, self._tell, self._cancelled.is_set)
            self._tell(protocol.Changed(counts=True))
        elif isinstance(request, protocol.Discover):
            found = look_for_feeds(request.url, offline=self._offline)
            feeds = tuple((one.url, one.title, tuple(entry.title for entry in one.parsed.entries[:3])) for one in found)
            self._tell(protocol.Found(request.url, feeds))
        elif isinstance(request, protocol.Subscribe):
            feed_id, found_feed = subscribe(self._store, request.url, folder=request.folder, offline=self._offline)
            feed = self._store.feed(feed_id)
            self._tell(protocol.Subscribed(feed_id, feed.title if feed else request.url))
            self._tell(protocol.Changed(feeds=(feed_id,), counts=True))
            if found_feed is not None:
                self._refresh(RefreshOptions((feed_id,), force=True, language=self._language))
        elif isinstance(request, protocol.Welcome):
            changes = install_welcome(self._store, self._paths, self._language)
            self._tell(protocol.Changed.of(changes))
        elif isinstance(request, protocol.ImportOpml):
            outcome = import_opml(self._store, Path(request.file))
            column = 1 if self._language == "fr" else 2
            skipped = tuple((one[0], one[column]) for one in outcome.skipped)
            self._tell(protocol.Changed.of(outcome.changes))
            self._tell(protocol.Imported(request.file, len(outcome.added), skipped))
            if outcome.added and not self._offline:
                self._refresh(RefreshOptions(outcome.added, language=self._language))
        elif isinstance(request, protocol.ExportOpml):
            body, count = export_opml(self._store)
            save_file(Path(request.file), body)
            self._tell(protocol.Exported(request.file, count))
        else:
            raise UsageError(f"The engine does not know “{request.name}”.")

    def _estimate(self) -> None:
        found = self._store.offline_estimate()
        self._tell(protocol.Estimate(found.pages, found.pictures, found.bytes))

    def _download(self, request: protocol.DownloadEnclosure) -> None:
        article_id = ArticleId(request.article_id)
        self._tell(protocol.Changed.of(self._store.want_enclosures(article_id, request.url)))
        summary = self._run(RefreshOptions(download=article_id, language=self._language))
        self._tell(protocol.Downloaded(article_id, summary.enclosures_stored, summary.enclosures_failed))

    def _refresh(self, options: RefreshOptions) -> None:
        if options.repair:
            self._estimate()
        summary = self._run(options)
        if not summary.cancelled:
            tidied = self._housekeeper().tidy(datetime.now(UTC))
            if tidied != protocol.Tidied():
                self._tell(tidied)
        self._tell(
            protocol.Finished(
                summary.feeds, summary.new, summary.updated, len(summary.failed), cancelled=summary.cancelled
            )
        )

    def _housekeeper(self) -> Housekeeper:
        return Housekeeper(self._store, self._paths, self._tell, self._language, self._cancelled.is_set)

    def _run(self, options: RefreshOptions) -> RefreshSummary:
        if self._offline:
            raise UsageError("Encre is offline: nothing is fetched.", "Encre est hors ligne : rien n'est récupéré.")
        contact = load_settings(self._paths.settings_file).text("contact")
        options = replace(options, contact=contact)
        return refresh(self._store, self._paths, options, self._tell, self._cancelled.is_set)
