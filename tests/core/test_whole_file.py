"""A file is there whole or as it was, whoever else writes it at the same time."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from reader.core.whole_file import write_whole


def test_threads_that_write_the_same_file_do_not_take_each_other_s(tmp_path):
    file, body = tmp_path / "ab" / "picture.png", b"x" * 200_000
    start = threading.Barrier(4)

    def write(_):
        start.wait()
        for _ in range(25):
            write_whole(file, body)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(write, range(4)))
    assert file.read_bytes() == body
    assert [one.name for one in file.parent.iterdir()] == ["picture.png"]


def test_a_file_that_cannot_be_written_is_as_it_was(tmp_path):
    (tmp_path / "folder").write_text("a file where a folder should be")
    with pytest.raises(OSError, match="folder"):
        write_whole(tmp_path / "folder" / "file", b"new")
    assert (tmp_path / "folder").read_text() == "a file where a folder should be"
