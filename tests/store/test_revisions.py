"""How revisions are kept: small, whole, and thinned in the middle only."""

import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.core.entities import ChangeKind, ParsedEntry, UpdateNote
from reader.core.errors import StoreError
from reader.core.filters import ArticleFilter
from reader.core.plans import ArticlePlan
from reader.store import SCHEMA_VERSION, Store, revisions
from reader.store.encoding import packed, unpacked
from reader.store.thinning import Held, to_drop
from reader.text import typeset

NOW = datetime(2026, 11, 18, tzinfo=UTC)
HOUR = 3_600_000_000
OPEN, QUIET, NEWS = ChangeKind.FIRST, ChangeKind.COSMETIC, ChangeKind.CORRECTED


@pytest.mark.parametrize(
    ("held", "read", "most", "dropped"),
    [
        ([(1, 0, OPEN), (2, 5, NEWS), (3, 9, NEWS)], None, 3, []),
        ([(1, 0, OPEN), (2, 5, NEWS), (3, 9, NEWS)], None, 2, [2]),
        ([(1, 0, OPEN), (2, 5, NEWS), (3, 9, NEWS)], 2, 2, []),
        ([(1, 0, OPEN), (2, 1, NEWS), (3, 30, QUIET), (4, 60, NEWS)], None, 3, [3]),
        ([(1, 0, OPEN), (2, 30, NEWS), (3, 31, NEWS), (4, 60, NEWS), (5, 61, NEWS)], None, 4, [3]),
        ([(1, 0, OPEN), (2, 1, NEWS), (3, 2, NEWS), (4, 90, NEWS)], 2, 3, [3]),
        ([(1, 0, OPEN), (2, 1, NEWS)], 2, 1, []),
    ],
)
def test_middle_ones_go_quiet_and_close_ones_first(held, read, most, dropped):
    assert to_drop([Held(number, hour * HOUR, kind) for number, hour, kind in held], read, most) == dropped


@pytest.mark.parametrize("size", [0, 1, 2_000, 31_999, 60_000, 400_000])
@pytest.mark.parametrize("base", ["", "same", "edited", "short"])
def test_text_comes_back_as_it_was_packed(size, base):
    text = "".join(f"Le mot numéro {number} « é » 🗼. " for number in range(size // 20 + 1))[:size]
    model = {"": "", "same": text, "edited": text.replace("numéro 7", "numéro sept"), "short": "Un mot"}[base]
    blob = packed(text, model)
    assert unpacked(blob, model) == text
    if base in ("same", "edited") and size >= 30_000:
        assert len(blob) < len(packed(text)) / 4


def plan(markdown, html, article_id=None, kind=ChangeKind.FIRST, note=None):
    entry = ParsedEntry("g", "Le phare", markdown, content_html=html, update=note)
    return ArticlePlan(entry, kind, markdown, 4, 1, article_id)


def test_the_text_of_a_better_source_takes_the_place_of_the_version_s(library):
    feed_id, _ = library.add_feed("https://exemple.org/fil")
    library.apply(feed_id, [plan("Le début…", "<p>Le début…</p>")], NOW)
    article_id = library.ids(ArticleFilter())[0]
    database = library._database
    for number in (1, 2):
        whole = plan(f"Le texte entier {number}.", None, article_id, note=UpdateNote("MàJ", NOW, "Oui."))
        with database.atomic():
            revisions.replace_text(database, article_id, number, whole)
            database.execute_sql("UPDATE article_text SET markdown = ?", (whole.entry.markdown,))
        assert revisions.body(database, article_id, number) == (
            "Le phare", f"Le texte entier {number}.", UpdateNote("MàJ", NOW, "Oui."))  # fmt: skip
        assert library.original(article_id, number) == "<p>Le début…</p>"
        if number == 1:
            later = plan("Le début…", "<p>Le début…</p>", article_id, ChangeKind.CORRECTED)
            library.apply(feed_id, [later], NOW + timedelta(hours=1))
    assert library.article(article_id, 1).markdown == "Le texte entier 1."


def test_a_version_shows_its_own_note_and_length(library):
    feed_id, _ = library.add_feed("https://exemple.org/fil")
    library.apply(feed_id, [plan("Un mot ou deux.", None)], NOW)
    article_id = library.ids(ArticleFilter())[0]
    for number, note in ((2, UpdateNote("MàJ", NOW, "Oui.")), (3, UpdateNote("MàJ 2", NOW, "Non."))):
        library.apply(feed_id, [plan("Un mot. " * number, None, article_id, ChangeKind.MARKED, note)], NOW)
    shown = [library.article(article_id, number) for number in (1, 2, 3)]
    assert [one.update and one.update.block for one in shown] == [None, "Oui.", "Non."]
    assert [one.words for one in shown[:2]] == [4, 4]
    assert "Oui." in [one.after for one in library.compare(article_id, 1, 2).difference.blocks]


def test_revisions_cost_at_most_a_third_of_the_library(library, paths, tmp_path):
    """1.3 versions an article, with their originals; random words compress worse than prose does."""
    chance = random.Random(7)
    words = ["".join(chance.choice("aeiourstnlmdpcé") for _ in range(chance.randint(2, 9))) for _ in range(3_000)]

    def written(paragraphs):
        return "\n\n".join(" ".join(chance.choice(words) for _ in range(70)) for _ in range(paragraphs))

    def stored(number, text, article_id=None):
        page = "".join(f'<p class="wp-block">{part}</p>\n' for part in text.split("\n\n"))
        entry = ParsedEntry(f"g{number}", f"Titre {number}", text, content_html=page)
        kind = ChangeKind.FIRST if article_id is None else ChangeKind.CORRECTED
        return ArticlePlan(entry, kind, text[:40], 700, 3, article_id, typeset(text, "fr"))

    feed_id, _ = library.add_feed("https://exemple.org/fil")
    texts = [written(10) for _ in range(200)]
    for number, text in enumerate(texts):
        library.apply(feed_id, [stored(number, text)], NOW)
    for number in range(60):
        edited = texts[number].replace(" a", " à", 5) + "\n\n" + written(1)
        held = library.known(feed_id, [f"g{number}"])[f"g{number}"].id
        library.apply(feed_id, [stored(number, edited, held)], NOW + timedelta(hours=1))
    assert sum(len(library.article(one).revisions) for one in library.ids(ArticleFilter())) == 260
    library.close()
    with closing(sqlite3.connect(paths.database)) as database:
        sizes = []
        for sql in ("SELECT 1", "DELETE FROM revision"):
            database.execute(sql)
            database.commit()
            database.execute("VACUUM")
            sizes.append(database.execute("PRAGMA page_count").fetchone()[0])
    assert sizes[0] <= sizes[1] * 1.35, f"{sizes[0] / sizes[1] - 1:.0%}"


@pytest.mark.parametrize("damaged", [b"", b"\x78\x9cnot", b"\x28\xb5\x2f\xfdnot", b"\xff" * 20])
def test_a_damaged_version_gets_a_sentence_and_the_newest_is_there(library, damaged):
    feed_id, _ = library.add_feed("https://exemple.org/fil")
    library.apply(feed_id, [plan("Un mot.", None)], NOW)
    library.apply(feed_id, [plan("Deux mots.", None, 1, ChangeKind.CORRECTED)], NOW)
    library.apply(feed_id, [plan("Trois mots.", None, 1, ChangeKind.CORRECTED)], NOW)
    library._database.execute_sql("UPDATE revision SET markdown = ? WHERE number = 2", (damaged or b"x",))
    with pytest.raises(StoreError, match="damaged") as caught:
        library.article(1, 2)
    assert caught.value.fr.startswith("Cette version")
    assert library.article(1).markdown == "Trois mots."
    assert library.compare(1, 1, 3).difference.added_words == 2


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_the_versions_of_an_older_library_are_all_there(tmp_path, paths, version):
    paths.ensure()
    script = Path(__file__).parent / "fixtures" / f"schema-{version}.sql"
    with closing(sqlite3.connect(paths.database)) as old:
        old.executescript(script.read_text(encoding="utf-8"))
    with closing(Store.open(paths)) as library:
        texts = ["Le phare.", "Le gardien du phare", "Le gardien du phare."]
        assert [library.article(1, number).markdown for number in (1, 2, 3)] == texts
        library.apply(1, [ArticlePlan(ParsedEntry("a", "Le phare", "Le phare rouvre."), NEWS, "x", 3, 1, 1)], NOW)
        assert library.article(1, 4).markdown == "Le phare rouvre."
        assert [library.article(1, number).markdown for number in (1, 2, 3)] == texts
        library.apply(1, [ArticlePlan(ParsedEntry("b", "La mer", "La mer descend."), NEWS, "y", 3, 1, 2)], NOW)
        assert [library.article(2, number).markdown for number in (1, 2)] == ["La mer monte.", "La mer descend."]
        assert library.undo()[0].kind == "mark-read"
