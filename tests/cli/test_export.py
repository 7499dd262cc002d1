"""`export` as other programs meet it: files that open without Encre."""

import json
import zipfile
from xml.etree import ElementTree

import pytest

from tests.cli.test_cli import encre, journal
from tests.epubcheck import complaints, needs_epubcheck

__all__ = ["encre", "journal"]
pytestmark = pytest.mark.network


@pytest.fixture
def ids(encre, journal):
    return [str(row["id"]) for row in json.loads(encre("list", "--json")[1])]


def test_one_article_is_one_file_of_the_kind_its_name_says(encre, ids, tmp_path):
    file = tmp_path / "deux.md"
    status, out, _ = encre("export", ids[0], "-o", str(file))
    assert (status, out.strip()) == (0, f"1 article : {file}")
    assert file.read_text().startswith('---\ntitle: "Deux"')
    assert "Le texte du phare." in file.read_text()
    page = tmp_path / "deux.html"
    assert encre("export", ids[0], "-o", str(page))[0] == 0
    assert "data:image/" in page.read_text()
    assert "Lire là où il a été publié" in page.read_text()


def test_several_are_one_book_in_the_order_asked_for(encre, ids, tmp_path):
    file = tmp_path / "livre.epub"
    status, out, _ = encre("export", *reversed(ids), "-o", str(file), lang="en")
    assert (status, out.strip()) == (0, f"2 articles: {file}")
    with zipfile.ZipFile(file) as book:
        contents = ElementTree.fromstring(book.read("book/contents.xhtml"))
        assert [one.text for one in contents.iter("{http://www.w3.org/1999/xhtml}a")] == ["Un", "Deux"]


@needs_epubcheck
def test_the_book_is_valid_to_epubcheck(encre, ids, tmp_path):
    file = tmp_path / "livre.epub"
    assert encre("export", *ids, "-o", str(file))[0] == 0
    assert complaints(file) == ""


def test_several_files_go_into_a_folder_and_none_is_lost_to_its_name(encre, ids, tmp_path):
    folder = tmp_path / "pages"
    assert encre("export", *ids, ids[0], "-o", str(folder), "--format", "pdf")[0] == 0
    files = sorted(folder.iterdir())
    assert [file.name.split(" ", 1)[1] for file in files] == ["Deux.pdf", "Un.pdf"]
    assert all(b"Literata" in file.read_bytes() for file in files), "the letters are those of the theme"
    assert all(file.read_bytes().startswith(b"%PDF-") for file in files)


def test_what_cannot_be_done_is_said_in_a_sentence(encre, ids, tmp_path):
    assert "--format" in encre("export", ids[0], "-o", str(tmp_path / "sans"))[2]
    status, _, told = encre("export", "9999", "-o", str(tmp_path / "a.md"))
    assert (status, told.strip()) == (1, "Il n'y a pas d'article 9999.")
    kept = tmp_path / "garde.md"
    kept.write_text("à moi")
    status, _, told = encre("export", *ids, "-o", str(kept))
    assert status == 1 and "dossier" in told
    assert kept.read_text() == "à moi"
