"""Articles that change, as a reader meets them: real rounds on loopback, a real library."""

import json

import pytest

from reader.core.differences import Op
from reader.core.entities import ChangeKind, NotificationKind, ReadingPlace, Reflag
from reader.core.filters import ArticleFilter, View
from reader.engine.refresh import RefreshOptions, refresh
from reader.settings import load_settings
from tests.loopback import rss

pytestmark = pytest.mark.network

LEAD = "<p>Le gardien du phare a quitté la pointe hier soir, après quarante ans de service.</p>"
MORE = "<p>La mairie lui a remis trois médailles, et sa maison devient un musée pour les enfants.</p>"
SHARES = "<p>12 partages</p>"
BLOCK = "<p><strong>Mise à jour du 18 novembre, 14 h :</strong> il revient lundi pour former son successeur.</p>"


@pytest.fixture
def publish(library, paths, site):
    """Publish an edition of the only article and refresh; the summary and what was told."""

    def publish(title, body, *, language="fr", path="/fil", guid="a"):
        site.pages[path] = rss("Le Journal", [(guid, title, body)])
        if not library.is_subscribed(f"{site.url}{path}"):
            library.add_feed(f"{site.url}{path}")
        events = []
        return refresh(library, paths, RefreshOptions(language=language, force=True), events.append), events

    publish.again = lambda: refresh(library, paths, RefreshOptions(language="fr", force=True), lambda _: None)
    return publish


@pytest.fixture
def only(library):
    return lambda: library.article(library.ids(ArticleFilter())[0])


def updates(library):
    return [one for one in library.notifications() if one.kind is NotificationKind.UPDATED]


def test_the_story_of_three_editions(library, publish, only):
    publish("Le phare ferme", LEAD + MORE + SHARES)
    first = only()
    library.mark([first.id], read=True)

    summary, _ = publish(
        "[MàJ] Le phare ferme", BLOCK + LEAD + MORE.replace("trois", "quatre") + SHARES.replace("12", "34")
    )
    second = only()
    assert (summary.new, summary.updated) == (0, 1)
    assert (second.title, second.update.marker, second.update.block) == (
        "Le phare ferme", "MàJ", "il revient lundi pour former son successeur.")  # fmt: skip
    assert second.update.at.isoformat() == "2026-11-18T14:00:00+00:00"
    assert "revient" not in second.markdown
    assert [hit.row.id for hit in library.search("successeur")] == [second.id]
    row = library.rows([second.id])[0]
    assert (row.marker, row.changed, row.read) == ("MàJ", True, True)
    assert list(library.ids(ArticleFilter(View.UPDATED))) == [second.id]
    assert [one.change for one in second.revisions] == [ChangeKind.FIRST, ChangeKind.MARKED]
    (notice,) = updates(library)
    assert (notice.title, notice.article_ids) == ("Le phare ferme", (second.id,))
    assert notice.text == "Mis à jour par Le Journal\u00a0: 8 mots ajoutés, 1 retiré"

    found = library.compare(second.id)
    changed = [(one.op, one.after) for one in found.difference.blocks if one.op is not Op.EQUAL]
    assert (found.before, found.after, found.change) == (1, 2, ChangeKind.MARKED)
    assert changed == [
        (Op.INSERT, "il revient lundi pour former son successeur."),
        (Op.REPLACE, "La mairie lui a remis quatre médailles, et sa maison devient un musée pour les enfants."),
    ]
    (edited,) = [one for one in found.difference.blocks if one.op is Op.REPLACE]
    assert [text for op, text in edited.words if op is not Op.EQUAL] == ["trois ", "quatre "]

    library.mark_notifications_seen()
    summary, events = publish(
        "[MàJ] Le phare ferme", BLOCK + LEAD + MORE.replace("trois", "quatre") + SHARES.replace("12", "57")
    )
    assert (summary.new, summary.updated, summary.fetched) == (0, 0, 1)
    third = only()
    assert third == second
    assert library.unseen_notifications() == 0
    assert not any(getattr(event, "updated", None) for event in events)
    assert library.known(third.feed_id, [third.guid])[third.guid].hash != ""

    library.mark([third.id], read=True)
    assert not library.rows([third.id])[0].changed
    assert library.compare(third.id).before == 2


def test_reading_again_is_undone_to_the_version_read_before(library, publish, only):
    publish("Le phare", LEAD)
    library.mark([only().id], read=True)
    publish("Le phare", LEAD + MORE)
    article_id = only().id
    assert library.rows([article_id])[0].changed
    assert library.mark([article_id], read=True).statuses == {article_id}
    assert not library.rows([article_id])[0].changed
    assert not library.mark([article_id], read=True), "nothing more to note"
    library.undo()
    row = library.rows([article_id])[0]
    assert (row.read, row.changed, only().read_revision) == (True, True, 1)
    library.undo()
    assert (only().read, only().read_revision) == (False, None)


def test_one_line_in_the_tray_replaced_by_the_next(library, publish, only):
    publish("The lighthouse", LEAD, language="en")
    library.mark([only().id], read=True)
    publish("The lighthouse", LEAD + MORE, language="en")
    assert [one.text for one in updates(library)] == ["Changed · Le Journal: 16 words added"]
    library.mark_notifications_seen()
    publish("The lighthouse", LEAD + MORE + "<p>Elle ouvre le 12 décembre.</p>", language="en")
    (notice,) = updates(library)
    assert (notice.text, notice.seen) == ("Changed · Le Journal: 21 words added", False)


def test_what_was_not_read_is_announced_only_when_the_publisher_marks_it(library, publish):
    publish("Le phare", LEAD)
    publish("Le phare", LEAD + MORE)
    assert updates(library) == []
    publish("[MàJ] Le phare", LEAD + MORE)
    assert len(updates(library)) == 1


@pytest.mark.parametrize(
    ("choice", "changed"),
    [
        (Reflag.MARKED, [False, False, False, True]),
        (Reflag.SIGNIFICANT, [False, True, True, True]),
        (Reflag.ALL, [True, True, True, True]),
        (Reflag.NEVER, [False, False, False, False]),
    ],
)
@pytest.mark.parametrize("how", ["feed", "setting"])
def test_each_feed_has_its_own_news(library, paths, publish, only, choice, changed, how):
    publish("Le phare", LEAD)
    if how == "feed":
        load_settings(paths.settings_file).set("reflag", "never")
        library.reflag_feed(only().feed_id, choice)
        assert library.feed(only().feed_id).reflag == choice.value
    else:
        load_settings(paths.settings_file).set("reflag", choice.value)
    seen = []
    for title, body in [
        ("Le phare", LEAD.replace("soir, après", "soir après")),
        ("Le phare", LEAD.replace("quarante", "trente")),
        ("Le phare", LEAD.replace("quarante", "trente") + MORE),
        ("[MàJ] Le phare", LEAD.replace("quarante", "trente") + MORE),
    ]:
        library.mark([only().id], read=True)
        publish(title, body)
        seen.append(library.rows([only().id])[0].changed)
        assert bool(updates(library)) is any(seen)
        assert only().read, "a read mark is never touched"
    assert seen == changed
    assert len(only().revisions) == 5, "all that changed is kept, whatever is told"


def test_a_feed_s_choice_can_be_undone(library, publish, only):
    publish("Le phare", LEAD)
    library.reflag_feed(only().feed_id, Reflag.NEVER)
    assert library.undo()[0].kind == "reflag-feed"
    assert library.feed(only().feed_id).reflag is None


def test_the_reader_goes_on_at_the_same_block(library, publish, only):
    publish("Le phare", LEAD + MORE + "<ul><li>Un</li><li>Deux</li></ul>")
    library.save_place(only().id, ReadingPlace(3, 0.5))
    publish(
        "Le phare", "<h2>Avant</h2><p>Un paragraphe de plus.</p>" + LEAD + MORE + "<ul><li>Un</li><li>Deux</li></ul>"
    )
    assert only().place == ReadingPlace(5, 0.5)
    publish("Le phare", "<h2>Avant</h2>" + LEAD + "<ul><li>Un</li></ul>")
    assert only().place == ReadingPlace(2, 0)


def test_the_rest_of_a_text_is_no_news_and_an_excerpt_never_takes_it_away(library, publish, only):
    excerpt = LEAD.replace(" de service.</p>", "…</p>")
    publish("Le phare", excerpt)
    library.mark([only().id], read=True)
    publish("Le phare", LEAD + MORE)
    assert [one.change for one in only().revisions] == [ChangeKind.FIRST, ChangeKind.COSMETIC]
    assert updates(library) == []
    publish("Le phare", excerpt)
    assert "médailles" in only().markdown
    assert len(only().revisions) == 2


def test_counters_and_tags_alone_leave_the_article_as_it_is_held(library, publish, only, site):
    publish("Le phare", LEAD + MORE)
    site.pages["/fil"] = (
        site.pages["/fil"]
        .replace(b"<description>", b"<category>Mer</category><description>")
        .replace(b"12 partages", b"13 partages")
    )
    publish.again()
    assert (only().revision, only().section) == (1, None), "tags alone are no reason to write"
    publish("Le phare", LEAD + MORE + SHARES)
    assert (only().revision, "partages" in only().markdown) == (1, False)


def test_every_version_and_its_original_come_back(library, publish, only):
    bodies = [
        LEAD + "".join(f"<p>Jour {day} : la mer monte de {day * 7} cm.</p>" for day in range(count))
        for count in range(1, 6)
    ]
    for body in bodies:
        publish("Le phare", body)
    article = only()
    assert article.revision == 5
    for number, body in enumerate(bodies, start=1):
        held = library.article(article.id, number)
        assert held.markdown.count("Jour") == body.count("Jour")
        assert library.original(article.id, number) == body
    assert library.compare(article.id, 1, 3).difference.removed_words == 0
    assert library.compare(article.id, 5, 1).difference.added_words == 0
    assert library.compare(article.id, 1, 9) is None
    assert library.compare(article.id, 2, 2).difference.first_changed is None


def test_a_long_feed_of_editions_is_thinned_but_for_first_read_and_last(library, publish, only):
    def edition(number):
        publish("Le phare", LEAD + f"<p>Le maire a parlé {number + 2} fois.</p>")

    for number in range(1, 5):
        edition(number)
    library.mark([only().id], read=True)
    for number in range(5, 20):
        edition(number)
    numbers = [one.number for one in only().revisions]
    assert (len(numbers), numbers[0], numbers[-1]) == (12, 1, 19)
    assert 4 in numbers
    assert library.compare(only().id).before == 4
    assert "3 fois" in library.article(only().id, 1).markdown
    library.mark([only().id], starred=True)
    for number in range(20, 30):
        edition(number)
    assert len(only().revisions) == 22, "a kept article keeps all of them"


TEXT = "<p>" + "Le gardien du phare a quitté la pointe hier soir, dit la mairie du bourg voisin. " * 3 + "</p>"


def test_one_article_of_two_feeds_is_shown_once_and_read_together(library, publish, site):
    publish("Le phare ferme", TEXT)
    _, events = publish(
        "Le phare ferme - L'Agence", TEXT.replace("dit la mairie", "dit le maire"), path="/agence", guid="b"
    )
    first, second = sorted(feed.id for feed in library.feeds())
    assert [event.statuses for event in events if getattr(event, "new", None)] == [(library.ids(ArticleFilter())[0],)]
    (shown,) = library.ids(ArticleFilter())
    (twin,) = library.ids(ArticleFilter(feed_id=second))
    assert list(library.ids(ArticleFilter(feed_id=first))) == [shown]
    assert shown != twin
    library.rename_feed(second, "L'Agence")
    assert (library.rows([shown])[0].also_in, library.rows([twin])[0].also_in) == (("L'Agence",), ("Le Journal",))
    assert library.article(shown).also_in == ("L'Agence",)
    totals = library.totals()
    assert (totals[View.ALL], totals[View.UNREAD], library.count(ArticleFilter(View.UNREAD))) == (1, 1, 1)
    assert [hit.row.id for hit in library.search("gardien")] == [shown]

    assert library.mark([shown], read=True).statuses == {shown, twin}
    assert [row.read for row in library.rows([shown, twin])] == [True, True]
    assert (library.totals()[View.UNREAD], library.feed(second).unread) == (0, 0)
    library.undo()
    assert [row.read for row in library.rows([shown, twin])] == [False, False]
    library.mark([twin], starred=True)
    assert list(library.ids(ArticleFilter(View.STARRED))) == [shown]
    library.undo()

    library.remove_feed(first)
    assert list(library.ids(ArticleFilter())) == [twin], "the other one stands in"
    assert library.rows([twin])[0].also_in == ()
    library.undo()
    assert list(library.ids(ArticleFilter())) == [shown]


def test_a_twin_arrives_read_and_is_not_announced(library, publish):
    publish("Le phare ferme", TEXT)
    library.mark(library.ids(ArticleFilter()), read=True)
    before = len(library.notifications())
    publish("Le phare ferme", TEXT, path="/agence", guid="b")
    assert library.totals()[View.UNREAD] == 0
    assert len(library.notifications()) == before


def test_the_same_address_is_the_same_article_and_the_fuller_text_is_shown(library, publish):
    publish("Le phare ferme", "<p>Commentaires</p>", path="/liens", guid="a")
    publish("Le phare ferme", TEXT, path="/fil", guid="a")
    (shown,) = library.ids(ArticleFilter())
    assert "gardien" in library.article(shown).markdown
    assert len(library.notifications()) == 1, "it was told of when it first came"


def test_a_changed_identifier_is_the_same_article(library, site, publish, only):
    def item(guid, title, body, link="/a/phare"):
        return rss("Le Journal", [(guid, title, body)]).replace(f"/a/{guid}".encode(), link.encode())

    publish("x", "x")
    site.pages["/fil"] = item("1", "Le phare ferme", TEXT)
    publish.again()
    article_id = library.ids(ArticleFilter())[0]
    library.mark([article_id], read=True)
    site.pages["/fil"] = item("2", "[MàJ] Le phare ferme", TEXT + MORE)
    for _ in range(2):
        publish.again()
        assert library.count(ArticleFilter(search="gardien")) == 1
    article = library.article(article_id)
    assert (article.read, article.guid, article.update.marker, article.revision) == (True, "1", "MàJ", 2)
    site.pages["/fil"] = item("3", "Un tout autre article", TEXT)
    publish.again()
    assert library.count(ArticleFilter(search="gardien")) == 2


def test_a_comment_on_a_page_is_not_that_page(library, publish):
    opinion = (
        "<p>"
        + "Voici pourquoi cette histoire de phare me laisse perplexe, et ce que j'en retiens pour ma part. " * 6
        + "</p>"
    )
    publish("Le phare ferme", TEXT * 2)
    publish("Le phare ferme", opinion, path="/blog", guid="a")
    assert library.count(ArticleFilter()) == 2


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Épisode 13 : le phare", TEXT.replace("gardien", "marin").replace("hier soir", "ce matin")),
        ("Un tout autre sujet que la mer", TEXT),
        ("Épisode 12 : le phare", "<p>" + "Rien de commun avec le premier texte, pas même un mot rare. " * 5 + "</p>"),
    ],
)
def test_what_is_only_alike_stays_apart(library, publish, title, body):
    publish("Épisode 12 : le phare", TEXT)
    publish(title, body, path="/agence", guid="b")
    assert library.count(ArticleFilter()) == 2


def test_an_update_through_two_feeds_is_one_line(library, publish):
    publish("Le phare ferme", TEXT)
    publish("Le phare ferme", TEXT, path="/agence", guid="b")
    library.mark(library.ids(ArticleFilter()), read=True)
    publish("[MàJ] Le phare ferme", TEXT + MORE)
    publish("[MàJ] Le phare ferme", TEXT + MORE, path="/agence", guid="b")
    assert len(updates(library)) == 1


def test_folder_lists_show_the_twin_that_is_theirs(library, publish, site):
    publish("Le phare ferme", TEXT)
    publish("Le phare ferme", TEXT, path="/agence", guid="b")
    first, second = sorted(feed.id for feed in library.feeds())
    library.move_feed(second, "Agences")
    assert library.count(ArticleFilter(folder="Agences")) == 1
    library.move_feed(first, "Agences")
    assert library.count(ArticleFilter(folder="Agences")) == 1


def test_a_notification_holds_whole_json(library, publish):
    publish("Le phare", LEAD)
    publish("[MàJ] Le phare", LEAD)
    (notice,) = updates(library)
    assert json.dumps(list(notice.article_ids)) == f"[{notice.article_ids[0]}]"
