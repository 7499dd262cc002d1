"""Two starts on one library: the second hands over its wishes; on another library it does not."""

import subprocess
import sys

import pytest

from reader.ui.single_instance import SingleInstance

_SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from reader.ui.single_instance import SingleInstance
app = QCoreApplication([])
print(SingleInstance(Path(sys.argv[1])).hand_over({"article": 7, "view": None}))
"""


def second(folder):
    return subprocess.Popen([sys.executable, "-c", _SECOND, str(folder)], stdout=subprocess.PIPE, text=True)


@pytest.fixture
def first(qtbot, tmp_path):
    instance = SingleInstance(tmp_path)
    instance.listen()
    yield instance
    instance.close()


def test_a_second_start_is_heard(qtbot, first, tmp_path):
    heard = []
    process = second(tmp_path)
    qtbot.wait(500)
    first.attend(heard.append)
    qtbot.waitUntil(lambda: heard == [{"article": 7, "view": None}], timeout=15_000)
    assert process.communicate(timeout=10)[0].strip() == "True"


def test_the_name_can_be_had_once(first, tmp_path):
    assert not SingleInstance(tmp_path).listen()


def test_another_library_has_its_own_window(first, tmp_path):
    process = second(tmp_path / "other")
    assert process.communicate(timeout=10)[0].strip() == "False"


def test_the_name_is_free_again_after_the_end(first, tmp_path):
    first.close()
    assert second(tmp_path).communicate(timeout=10)[0].strip() == "False"
