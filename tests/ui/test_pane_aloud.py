"""Reading aloud: a voice that is a process of its own, the sentence marked, steering; and no voice at all."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.render.sentences import sentences_of
from reader.ui.reading_pane.aloud import Aloud, no_voice
from reader.ui.voice import ProcessVoice, Program, find_system_voice, find_voice
from tests.render.articles import article
from tests.ui.test_reading_pane import LONG, pane

__all__ = ["pane"]
SPEAKER = """
import sys, time
with open(sys.argv[1], "a", encoding="utf-8") as heard:
    heard.write("|".join(sys.argv[2:]) + "\\n")
time.sleep(float(sys.argv[2]))
"""


def heard(file):
    return [line.split("|") for line in Path(file).read_text(encoding="utf-8").splitlines()] if file.exists() else []


@pytest.fixture
def speaker(tmp_path):
    """A program that notes what it is to say and takes its time over it."""
    script, log = tmp_path / "speaker.py", tmp_path / "heard.txt"
    script.write_text(SPEAKER)

    def program(seconds=0.0, hush=()):
        return Program(
            lambda words, language, speed: [
                sys.executable, "-I", str(script), str(log), str(seconds), language, str(speed), words
            ],
            hush,
        )  # fmt: skip

    program.log = log
    return program


def with_voice(pane, *programs, patience=1.0):
    pane.aloud = Aloud(pane.view, pane, lambda parent: ProcessVoice(programs, parent, patience))
    pane.aloud.told.connect(pane.notice_raised)
    pane.aloud.dress(pane._palette)


TEXT = "M. Durand est venu. Il a dit « non ! » à Mme Petit[^1]. 🙂 Fin ?\n\n![Un phare](https://encre.invalid/p.png)\n\n[^1]: La note.\n"


def test_sentences_are_whole_and_stand_where_they_are_said(pane):
    pane.show_article(article(TEXT))
    document = pane.view.document()
    found = sentences_of(document)
    said = [one.words for one in found]
    assert "M. Durand est venu." in said
    assert said.index("M. Durand est venu.") > said.index("La digue et le marais")
    assert any("Mme Petit." in one for one in said), "no mark of a note is said"
    assert "Un phare" in said
    assert any("La note." in one and "↑" not in one for one in said)
    first = found[said.index("M. Durand est venu.")]
    cursor = pane.view.textCursor()
    cursor.setPosition(first.first)
    cursor.setPosition(first.last, cursor.MoveMode.KeepAnchor)
    assert cursor.selectedText().strip().replace("\xa0", " ") == "M. Durand est venu."


def test_sentence_after_sentence_is_spoken_in_the_article_s_language_and_marked(pane, qtbot, speaker):
    with_voice(pane, speaker())
    pane.show_article(article("Premier. Second.", language="fr-FR"))
    words = [one.words for one in sentences_of(pane.view.document())]
    pane.read_aloud()
    assert pane.aloud.bar.isVisible()
    (mark,) = pane.view.extraSelections()
    assert " ".join(mark.cursor.selectedText().split()) == words[0]
    qtbot.waitUntil(lambda: not pane.aloud.active(), timeout=20_000)
    assert [line[-1] for line in heard(speaker.log)] == words
    assert {line[1] for line in heard(speaker.log)} == {"fr"}
    assert pane.view.extraSelections() == []
    assert not pane.aloud.bar.isVisible()


def test_it_pauses_goes_on_skips_and_speaks_faster(pane, qtbot, speaker):
    with_voice(pane, speaker(30))
    pane.show_article(article("Premier. Second. Troisième."))
    pane.read_aloud()
    qtbot.waitUntil(lambda: len(heard(speaker.log)) == 1, timeout=20_000)
    pane.read_aloud()
    first = pane.aloud.sentence()
    QTest.mouseClick(pane.aloud.bar.buttons["after"], Qt.MouseButton.LeftButton)
    second = pane.aloud.sentence()
    assert first != second and len(heard(speaker.log)) == 1, "it pauses"
    QTest.mouseClick(pane.aloud.bar.buttons["faster"], Qt.MouseButton.LeftButton)
    assert pane.aloud.bar.speed.text() == "1.2×"
    pane.read_aloud()
    qtbot.waitUntil(lambda: len(heard(speaker.log)) == 2, timeout=20_000)
    assert heard(speaker.log)[1][2:] == ["1.2", second]
    assert pane.calm()
    assert not pane.aloud.active()
    assert pane.aloud.bar.buttons["pause"].accessibleName()


def test_it_begins_where_the_reader_is_and_stays_there_in_other_letters(pane, speaker):
    with_voice(pane, speaker(30))
    pane.show_article(article(LONG))
    pane.view.verticalScrollBar().setValue(4000)
    pane.read_aloud()
    words = pane.aloud.sentence()
    assert sentences_of(pane.view.document())[0].words != words
    pane.zoom_by(1)
    assert pane.aloud.sentence() == words
    (mark,) = pane.view.extraSelections()
    assert words[:20] in mark.cursor.selectedText().replace("\xad", "")
    pane.show_article(article("Un autre.", id=8))
    assert not pane.aloud.active()


def test_a_program_that_fails_or_never_ends_is_not_asked_again(pane, qtbot, speaker, tmp_path):
    broken = Program(lambda *_: [sys.executable, "-I", "-c", "raise SystemExit(3)"])
    absent = Program(lambda *_: [str(tmp_path / "nothing-here")])
    stuck = Program(lambda *_: [sys.executable, "-I", "-c", "import time; time.sleep(60)"])
    with_voice(pane, broken, absent, stuck, speaker(), patience=0.02)
    pane.show_article(article("Un."))
    pane.aloud._voice = None
    pane.read_aloud()
    qtbot.waitUntil(lambda: len(heard(speaker.log)) >= 1, timeout=20_000)
    pane.aloud.stop()
    with_voice(pane, broken)
    with qtbot.waitSignal(pane.notice_raised, timeout=20_000) as told:
        pane.read_aloud()
    assert told.args == ["The voice of this system could not speak."]


def test_without_a_voice_the_reader_is_told_how_to_get_one(pane, qtbot, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_voice(pane) is None
    pane.show_article(article("Un."))
    with qtbot.waitSignal(pane.notice_raised) as told:
        pane.read_aloud()
    assert "espeak-ng" in told.args[0]
    assert not pane.aloud.active()


@pytest.mark.parametrize(("system", "word"), [("linux", "espeak-ng"), ("win32", "PySide6-Addons=="), ("darwin", "pip")])
def test_how_a_voice_is_got_is_said_for_the_system(qapp, system, word):
    assert word in no_voice(system)


def test_the_media_keys_steer_while_it_reads_and_only_then(pane, qtbot, speaker):
    with_voice(pane, speaker(30))
    pane.show_article(article("Premier. Second. Troisième."))
    pane.activateWindow()
    pane.view.setFocus()
    QTest.keyClick(pane.view, Qt.Key.Key_MediaNext)
    assert not pane.aloud.active()
    pane.read_aloud()
    first = pane.aloud.sentence()
    QTest.keyClick(pane.view, Qt.Key.Key_MediaNext)
    assert pane.aloud.sentence() != first
    QTest.keyClick(pane.view, Qt.Key.Key_MediaPrevious)
    assert pane.aloud.sentence() == first
    QTest.keyClick(pane.view, Qt.Key.Key_MediaStop)
    assert not pane.aloud.active()


def test_the_systems_voices_speak_where_the_optional_package_is(pane, qtbot):
    pytest.importorskip("PySide6.QtTextToSpeech")
    voice = find_system_voice(pane, "mock")
    with qtbot.waitSignal(voice.said, timeout=20_000):
        voice.say("Bonjour", "fr", 1.4)
    voice.say("Encore", "en", 1.0)
    with qtbot.assertNotEmitted(voice.said, wait=300):
        voice.hush()
