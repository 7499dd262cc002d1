"""The engine as the window sees it: a child process, requests to it, messages from it, restarts after a crash.

The articles never cross the pipe, the library does. A crash costs the request under way: "due" and missing pictures
are rows, so the next round finds them.
"""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, QTimer, Signal

from reader.core.imported_later import imported_later
from reader.paths import ROOT

if TYPE_CHECKING:
    from reader.engine import protocol
else:
    protocol = imported_later("reader.engine.protocol")

_log = logging.getLogger(__name__)
_BACK_OFF = (1, 5, 30, 120)
_PATIENCE = 4_000


def engine_command(data_folder: Path, language: str, *, offline: bool) -> list[str]:
    """Program and arguments of the engine for the library in `data_folder`."""
    command = [sys.executable, str(ROOT / "main.py"), "--engine", "--data-dir", str(data_folder), "--lang", language]
    return [*command, "--offline"] if offline else command


class EngineClient(QObject):
    """Starts the engine when it is first needed. `received` carries every message but the handshake."""

    received = Signal(object)
    refreshing_changed = Signal(bool)
    failed = Signal(str)

    def __init__(self, command: Sequence[str], schema_version: int) -> None:
        super().__init__()
        self._command = list(command)
        self._schema = schema_version
        self._process: QProcess | None = None
        self._buffer = b""
        self._crashes = 0
        self._stopping = False
        self._rounds = 0
        self._agreed = False
        self._waiting: list[protocol.Message] = []

    @property
    def refreshing(self) -> bool:
        """Whether a round is under way or waiting."""
        return self._rounds > 0

    def process_id(self) -> int:
        """The engine's process, 0 when none runs."""
        return int(self._process.processId()) if self._process is not None else 0

    def send(self, request: "protocol.Message") -> None:
        """Ask the engine; it answers one request after the other."""
        if self._stopping:
            return
        if self._process is None:
            self._start()
        self._waiting.append(request)
        self._pass_on()
        if isinstance(request, protocol.Refresh | protocol.Repair):
            self._rounds += 1
            self.refreshing_changed.emit(True)

    def _pass_on(self) -> None:
        """Requests wait until the engine has said that it is of our version."""
        if self._process is None or not self._agreed:
            return
        for request in self._waiting:
            self._process.write(protocol.encode(request))
        self._waiting.clear()

    def cancel(self) -> None:
        """Stop the round after the transaction under way."""
        if self._process is not None and self.refreshing:
            self._process.write(protocol.encode(protocol.Cancel()))

    def stop(self) -> None:
        """Let the engine finish its transaction and quit; one that does not answer is ended: nothing is lost by it."""
        self._stopping = True
        process = self._process
        if process is None:
            return
        process.closeWriteChannel()
        if process.state() is not QProcess.ProcessState.NotRunning and not process.waitForFinished(_PATIENCE):
            process.terminate()
            if not process.waitForFinished(_PATIENCE):
                process.kill()
                process.waitForFinished(_PATIENCE)
        self._process = None

    def _start(self) -> None:
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONUNBUFFERED", "1")
        process.setProcessEnvironment(environment)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._could_not_start)
        process.start(self._command[0], self._command[1:])
        process.write(protocol.encode(protocol.Hello(protocol.PROTOCOL_VERSION, self._schema)))
        self._buffer, self._agreed = b"", False
        self._process = process

    def _read(self) -> None:
        if self._process is None:
            return
        self._buffer += bytes(self._process.readAllStandardOutput().data())
        *lines, self._buffer = self._buffer.split(b"\n")
        for line in lines:
            try:
                message = protocol.decode(line)
            except ValueError as error:
                _log.warning("engine: %s", error)
                continue
            self._take(message)

    def _take(self, message: "protocol.Message") -> None:
        if isinstance(message, protocol.Hello):
            self._agreed = (message.protocol, message.schema) == (protocol.PROTOCOL_VERSION, self._schema)
            self._pass_on()
            if not self._agreed:
                self._stopping = True
                self.failed.emit(
                    QCoreApplication.translate("Engine", "Encre was updated while it was open. Please start it again.")
                )
            return
        self._crashes = 0
        self.received.emit(message)
        if isinstance(message, protocol.Finished):
            self._round_over()

    def _round_over(self) -> None:
        self._rounds = max(0, self._rounds - 1)
        if not self._rounds:
            self.refreshing_changed.emit(False)

    def _could_not_start(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._ended()

    def _ended(self) -> None:
        self._read()
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        if self._stopping:
            return
        interrupted, self._rounds = self._rounds > 0, 0
        self._waiting.clear()
        self.refreshing_changed.emit(False)
        wait = _BACK_OFF[min(self._crashes, len(_BACK_OFF) - 1)]
        self._crashes += 1
        _log.warning("the engine ended; next start in %s s", wait)
        self.failed.emit(
            QCoreApplication.translate("Engine", "The engine stopped unexpectedly and starts again. Nothing is lost.")
        )
        if interrupted:
            QTimer.singleShot(wait * 1000, self._resume)

    def _resume(self) -> None:
        if not self._stopping and self._process is None:
            self.send(protocol.Refresh())
