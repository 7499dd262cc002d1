"""Files are there whole or not at all, also when several write the same one at once."""

from concurrent.futures import ThreadPoolExecutor

from reader.core.whole_file import write_whole


def test_the_same_file_written_by_many_at_once_is_whole_and_alone(tmp_path):
    file, body = tmp_path / "ab" / "picture.jpg", b"x" * 200_000
    with ThreadPoolExecutor(16) as many:
        for done in [many.submit(write_whole, file, body) for _ in range(64)]:
            done.result()
    assert file.read_bytes() == body
    assert [one.name for one in file.parent.iterdir()] == ["picture.jpg"]
