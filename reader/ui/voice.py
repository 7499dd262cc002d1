"""A voice that says one sentence at a time: the system's speech service, else espeak-ng, each as a process of its own;
else, as on Windows and macOS, the system's voices through QtTextToSpeech, where the optional package is there (it lies
in an add-on of 170 MB, and on Linux hands over to the same speech service).
"""

import importlib
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QLocale, QObject, QProcess, QTimer, Signal, SignalInstance

# Words a minute of espeak-ng at its usual speed.
_WORDS_A_MINUTE = 175
_KILL_MS = 500
_NORMAL, _NO_START = QProcess.ExitStatus.NormalExit, QProcess.ProcessError.FailedToStart


class Voice(Protocol):
    """`said` when a sentence is over, `failed` when it could not be spoken."""

    said: SignalInstance
    failed: SignalInstance

    def say(self, words: str, language: str, speed: float) -> None:
        """Speak `words` in a voice of `language` ("fr"), `speed` times as fast as usual; ends what was being said."""

    def hush(self) -> None:
        """Be silent at once; neither signal follows."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program that speaks: its command for words, language and speed, and the command that hushes what it started."""

    command: Callable[[str, str, float], list[str]]
    hush: tuple[str, ...] = ()


def _spd_say(words: str, language: str, speed: float) -> list[str]:
    # The service counts from -100 (slowest) to 100; twice the usual speed lies at 50.
    rate = round((50 if speed >= 1 else 100) * (speed - 1))
    tongue = ["--language", language] if language else []
    return ["spd-say", "--wait", "--rate", str(max(-100, min(100, rate))), *tongue, "--", words]


def _espeak(words: str, language: str, speed: float) -> list[str]:
    tongue = ["-v", language] if language else []
    return ["espeak-ng", "-s", str(round(_WORDS_A_MINUTE * speed)), *tongue, "--", words]


# The service first: it speaks with the voice that the reader chose for the whole system.
_KNOWN = {"spd-say": Program(_spd_say, ("spd-say", "--cancel")), "espeak-ng": Program(_espeak)}


def find_voice(parent: QObject) -> Voice | None:
    """The voice of this machine; None where neither a program for it nor the optional package is installed."""
    programs = [program for name, program in _KNOWN.items() if shutil.which(name)]
    return ProcessVoice(programs, parent) if programs else find_system_voice(parent)


def find_system_voice(parent: QObject, engine: str = "") -> "SystemVoice | None":
    """The voice of Qt's speech package, by the engine of that name or the system's own; None where there is none."""
    try:
        speech = importlib.import_module("PySide6.QtTextToSpeech").QTextToSpeech
    except ImportError:
        return None
    engines = [name for name in speech.availableEngines() if name != "mock"]
    if not engine and not engines:
        return None
    return SystemVoice(speech(engine or engines[0], parent), parent)


class SystemVoice(QObject):
    """Speaks through Qt's `QTextToSpeech`, handed in; it may be absent from this machine, so it is not named here."""

    said = Signal()
    failed = Signal()

    def __init__(self, speech: Any, parent: QObject | None = None) -> None:  # noqa: ANN401 - an optional package
        super().__init__(parent)
        self._speech = speech
        self._speaking = False
        speech.stateChanged.connect(self._changed)

    def say(self, words: str, language: str, speed: float) -> None:
        """Speak; see `Voice`."""
        self.hush()
        spoken = QLocale(language) if language else QLocale()
        known = [one for one in self._speech.availableLocales() if one.language() == spoken.language()]
        if known and self._speech.locale().language() != spoken.language():
            self._speech.setLocale(known[0])
        # Qt counts from -1 to 1, 0 as usual: twice the usual speed lies at half way on every system of today.
        self._speech.setRate(max(-1.0, min(1.0, (0.5 if speed >= 1 else 1.0) * (speed - 1))))
        self._speaking = True
        self._speech.say(words)

    def _changed(self, state: Any) -> None:  # noqa: ANN401
        if not self._speaking or state.name not in ("Ready", "Error"):
            return
        self._speaking = False
        # Not from within the engine: what is said next would be swallowed by its change of state.
        QTimer.singleShot(0, self, self.said.emit if state.name == "Ready" else self.failed.emit)

    def hush(self) -> None:
        """Be silent at once."""
        self._speaking = False
        self._speech.stop()


class ProcessVoice(QObject):
    """Speaks through the first of `programs` that can; one that fails or does not end is not asked again."""

    said = Signal()
    failed = Signal()

    def __init__(self, programs: Sequence[Program], parent: QObject | None = None, patience: float = 1.0) -> None:
        super().__init__(parent)
        self._programs = list(programs)
        self._patience = patience
        self._process: QProcess | None = None
        self._asked = ("", "", 1.0)
        self._watch = QTimer(self, singleShot=True)
        self._watch.timeout.connect(self._give_up)

    def say(self, words: str, language: str, speed: float) -> None:
        """Speak; see `Voice`."""
        self.hush()
        self._asked = (words, language, speed)
        self._start()

    def _start(self) -> None:
        if not self._programs:
            # Not from within `say`: who asked must be back first.
            QTimer.singleShot(0, self, self.failed.emit)
            return
        words, _, speed = self._asked
        program, *arguments = self._programs[0].command(*self._asked)
        process = QProcess(self)
        self._process = process
        process.finished.connect(lambda status, how: self._over(process, status == 0 and how == _NORMAL))
        process.errorOccurred.connect(lambda error: self._over(process, False) if error == _NO_START else None)
        process.setStandardInputFile(QProcess.nullDevice())
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.start(program, arguments)
        # A service without a loudspeaker never says that it has finished.
        self._watch.start(round(self._patience * (8_000 + 150 * len(words) / min(speed, 1.0))))

    def _over(self, process: QProcess, well: bool) -> None:
        if process is not self._process:
            return
        self._process = None
        self._watch.stop()
        process.deleteLater()
        if well:
            self.said.emit()
        else:
            del self._programs[0]
            self._start()

    def _give_up(self) -> None:
        self.hush()
        if self._programs:
            del self._programs[0]
        self._start()

    def hush(self) -> None:
        """Be silent at once."""
        self._watch.stop()
        process, self._process = self._process, None
        if process is None:
            return
        if self._programs and self._programs[0].hush:
            name, *arguments = self._programs[0].hush
            QProcess.startDetached(name, arguments)
        process.kill()
        process.waitForFinished(_KILL_MS)
        process.deleteLater()
