"""Articles' own pages at refresh: fetched where the feed holds a summary, kept when they are better, never when worse."""

import pytest

from reader.core.entities import (
    Access,
    ChangeKind,
    Enclosure,
    FullText,
    NotificationKind,
    OfflineState,
    ParsedEntry,
    Reflag,
)
from reader.core.filters import ArticleFilter, View
from reader.engine.fulltext import wants_page
from reader.engine.refresh import RefreshOptions, refresh
from tests.engine.pages import CONSENT, WORDS, made_words, news_page
from tests.loopback import picture, rss

pytestmark = pytest.mark.network
SUMMARY = "Le gardien du phare de Kermor quitte son poste après trente années […]"


@pytest.fixture
def go(library, paths):
    def go(**options):
        events = []
        summary = refresh(library, paths, RefreshOptions(language="fr", **options), events.append)
        return summary, events

    return go


def only(library):
    (article_id,) = library.ids(ArticleFilter())
    return library.article(article_id)


def asked(site, path):
    return [one for one, _ in site.asked if one == path]


def test_a_summary_gets_its_page_with_pictures_and_facts(library, site, go):
    head = (
        "<meta property='article:section' content='Littoral'><meta name='author' content='Anne Morvan'>"
        "<meta property='og:image' content='/tour.png'>"
    )
    figure = (
        "<figure><img src='/lampe.png' alt='La lampe'><figcaption>La lampe, hier. Crédits : A. M.</figcaption></figure>"
    )
    site.pages = {
        "/fil": rss("Le Journal", [("a", "Le phare change de mains", SUMMARY)]),
        "/a/a": news_page("Le phare change de mains", head=head, after=figure),
        "/tour.png": picture("#112233"),
        "/lampe.png": picture("#445566"),
    }
    library.add_feed(f"{site.url}/fil")
    summary, _ = go()
    assert (summary.new, summary.updated, summary.pages_stored, summary.images_stored) == (1, 0, 1, 2)
    article = only(library)
    for words in WORDS:
        assert words.replace("'", "’")[:30] in article.markdown.replace("'", "’")
    assert (article.section, article.author, article.offline) == ("Littoral", "Anne Morvan", OfflineState.READY)
    assert article.lead_image.url == f"{site.url}/tour.png"
    assert f"{site.url}/lampe.png" in [one.url for one in article.pictures]
    # The same article, the same version: nothing that would be announced as an update.
    assert [(one.number, one.change) for one in article.revisions] == [(1, ChangeKind.FIRST)]
    assert not library.ids(ArticleFilter(View.UPDATED))
    assert [one.kind for one in library.notifications()] == [NotificationKind.NEW]
    assert [hit.row.id for hit in library.search("digue")] == [article.id]
    site.asked.clear()
    summary, _ = go(force=True)
    assert (summary.new, summary.updated) == (0, 0)
    assert asked(site, "/a/a") == []


def test_the_feed_s_own_words_again_never_replace_the_page_s(library, site, go):
    items = [("a", "Le phare change de mains", SUMMARY)]
    site.pages = {"/fil": rss("Le Journal", items), "/a/a": news_page("Le phare change de mains")}
    library.add_feed(f"{site.url}/fil")
    go()
    before = only(library).markdown
    # Another article arrives, so that the feed's bytes are new; this one says what it said.
    note = "Un mot bref."
    site.pages["/fil"] = rss("Le Journal", [("b", "Un mot bref", note), *items])
    summary, _ = go(force=True)
    assert (summary.new, summary.updated) == (1, 0)
    assert asked(site, "/a/a") == ["/a/a"]
    assert library.article(library.ids(ArticleFilter())[1]).markdown == before


def test_a_mark_in_the_feed_fetches_the_page_again_and_is_one_announced_version(library, site, go):
    site.pages = {
        "/fil": rss("Le Journal", [("a", "Le phare change de mains", SUMMARY)]),
        "/a/a": news_page("Le phare change de mains"),
    }
    library.add_feed(f"{site.url}/fil")
    go()
    site.pages["/fil"] = rss("Le Journal", [("a", "[MàJ] Le phare change de mains", SUMMARY)])
    site.pages["/a/a"] = news_page("Le phare change de mains", (*WORDS, "La mairie a signé ce matin l'acte de vente."))
    go(force=True)
    article = only(library)
    assert article.update.marker == "MàJ"
    assert "signé ce matin" in article.markdown
    assert [one.change for one in article.revisions] == [ChangeKind.FIRST, ChangeKind.MARKED]
    (told,) = [one.text for one in library.notifications() if one.kind is NotificationKind.UPDATED]
    assert told.startswith("Mis à jour par Le Journal") and "mots ajoutés" in told
    assert library.article(article.id, 1).markdown != article.markdown
    assert "gardien du phare" in library.original(article.id, 1)
    site.pages["/fil"] = rss("Le Journal", [("a", "[MàJ 2] Le phare change de mains", SUMMARY)])
    site.pages["/a/a"] = news_page("Le phare change de mains", (*WORDS, "La vente est annulée, dit la mairie ce soir."))
    go(force=True)
    assert len(only(library).revisions) == 3
    assert [one.kind for one in library.notifications()].count(NotificationKind.UPDATED) == 1


def test_a_change_that_only_the_page_shows_is_news_by_the_feed_s_choice(library, site, go):
    site.pages = {
        "/fil": rss("Le Journal", [("a", "Le phare change de mains", SUMMARY)]),
        "/a/a": news_page("Le phare change de mains"),
    }
    feed_id, _ = library.add_feed(f"{site.url}/fil")
    go()
    library.mark(library.ids(ArticleFilter()), read=True)
    for number, (choice, rows) in enumerate([(Reflag.NEVER, 0), (Reflag.SIGNIFICANT, 1)]):
        library.reflag_feed(feed_id, choice)
        site.pages["/fil"] = rss("Le Journal", [("a", "Le phare change de mains", f"Résumé {number}. {SUMMARY}")])
        more = [f"Le conseil municipal a voté la somme de {one} euros pour la lampe." for one in range(number + 1)]
        site.pages["/a/a"] = news_page("Le phare change de mains", (*WORDS, *more))
        go(force=True)
        assert len(library.ids(ArticleFilter(View.UPDATED))) == rows
        assert [one.kind for one in library.notifications()].count(NotificationKind.UPDATED) == rows
    assert only(library).read


def test_the_fuller_of_two_feeds_articles_is_shown_once_its_page_has_come(library, site, go):
    short = "Le gardien du phare de Kermor quitte son poste après trente années de service, dit la mairie du bourg."
    for number, mode in enumerate((FullText.NEVER, FullText.ALWAYS)):
        path = f"/fil{number}"
        site.pages[path] = rss(f"Fil {number}", [("a", "Le phare change de mains", short)])
        site.pages["/a/a"] = news_page("Le phare change de mains")
        library.add_feed(f"{site.url}{path}", full_text=mode)
        go()
    assert only(library).feed == "Fil 1" and only(library).also_in == ("Fil 0",)
    assert library.count(ArticleFilter()) == 1


@pytest.mark.parametrize(
    "later",
    [
        pytest.param(CONSENT, id="consent"),
        pytest.param(news_page("Le phare change de mains", WORDS[:1]), id="stub"),
        pytest.param(
            news_page(
                "Le phare change de mains",
                (*WORDS[:3], "La suite de cet article est réservée aux abonnés."),
                head='<script type="application/ld+json">{"@type":"NewsArticle","headline":"Le phare change de mains",'
                '"isAccessibleForFree":false}</script>',
            ),
            id="teaser",
        ),
        pytest.param(404, id="gone"),
        pytest.param((302, {"Location": "/login?next=a"}), id="login"),
    ],
)
def test_nothing_worse_replaces_a_text_that_is_held(library, site, go, later):
    site.pages = {
        "/fil": rss("Le Journal", [("a", "Le phare change de mains", SUMMARY)]),
        "/a/a": news_page("Le phare change de mains"),
        "/login?next=a": news_page("Connexion", ("Entrez votre nom et votre mot de passe.",) * 6),
    }
    library.add_feed(f"{site.url}/fil")
    go()
    held = only(library)
    site.pages["/fil"] = rss("Le Journal", [("a", "Le phare change de mains", SUMMARY + " Lire la suite")])
    site.pages["/a/a"] = later
    summary, _ = go(force=True)
    assert len(asked(site, "/a/a")) == 2
    assert summary.failed == []
    assert (only(library).markdown, only(library).access) == (held.markdown, Access.OPEN)
    assert only(library).offline is OfflineState.READY


def test_a_wall_instead_of_the_page_leaves_the_summary_and_says_why(library, site, go):
    site.pages = {"/fil": rss("Le Journal", [("a", "Le phare", SUMMARY)]), "/a/a": CONSENT}
    library.add_feed(f"{site.url}/fil")
    summary, _ = go()
    article = only(library)
    assert article.markdown.startswith("Le gardien du phare")
    assert article.offline is OfflineState.PARTIAL
    (lack,) = library.missing()
    assert (lack.article_id, lack.kind, lack.url) == (article.id, "page", f"{site.url}/a/a")
    assert lack.reason == "La page demande d'abord de se connecter ou d'accepter."
    assert summary.failed == []
    assert library.offline_summary().partial == 1
    # A repair asks at once, whatever the wait.
    site.pages["/a/a"] = news_page("Le phare change de mains")
    summary, _ = go(repair=True)
    assert (summary.pages_stored, only(library).offline, library.missing()) == (1, OfflineState.READY, [])


def test_a_page_that_fails_for_now_is_a_row_that_the_next_rounds_resume(library, site, go):
    site.pages = {"/fil": rss("Le Journal", [("a", "Le phare", SUMMARY)]), "/a/a": (503, {"Retry-After": "7200"})}
    library.add_feed(f"{site.url}/fil")
    go()
    assert only(library).offline is OfflineState.PARTIAL
    go(force=True)
    assert asked(site, "/a/a") == ["/a/a"], "not before its time"
    assert "surchargé" in library.missing()[0].reason


def test_a_teaser_page_is_held_as_such_when_it_has_more_than_the_feed(library, site, go):
    site.pages = {
        "/fil": rss("Le Journal", [("a", "Le phare change de mains", SUMMARY)]),
        "/a/a": news_page(
            "Le phare change de mains", (*WORDS[:3], "La suite de cet article est réservée aux abonnés.")
        ),
    }
    library.add_feed(f"{site.url}/fil")
    go()
    article = only(library)
    assert (article.access, article.offline) == (Access.TEASER, OfflineState.TEASER)
    assert "coopérative" in article.markdown


def test_never_asks_no_page_and_always_asks_that_of_a_full_text_too(library, site, go):
    texts = {name: [made_words(f"{name}{part}") for part in range(12)] for name in "bc"}
    whole = {name: "".join(f"<p>{words}</p>" for words in text) for name, text in texts.items()}
    site.pages = {
        "/jamais": rss("Jamais", [("a", "Le phare", SUMMARY)]),
        "/auto": rss("Auto", [("b", "La digue tient", whole["b"])]),
        "/toujours": rss("Toujours", [("c", "Le port ouvre", whole["c"])]),
    }
    for name, mode in (("jamais", FullText.NEVER), ("auto", FullText.AUTO), ("toujours", FullText.ALWAYS)):
        library.add_feed(f"{site.url}/{name}", full_text=mode)
    for name, title in (("a", "Le phare"), ("b", "La digue tient"), ("c", "Le port ouvre")):
        text = (*texts.get(name, WORDS), "Une phrase que seule la page contient.")
        site.pages[f"/a/{name}"] = news_page(title, text)
    go()
    assert (asked(site, "/a/a"), asked(site, "/a/b"), asked(site, "/a/c")) == ([], [], ["/a/c"])
    (hit,) = library.search("seule la page contient")
    assert hit.row.feed == "Toujours"


def test_a_feed_s_mode_can_be_changed_and_changed_back(library, site, go):
    site.pages = {
        "/fil": rss("Le Journal", [("a", "Le phare change de mains", SUMMARY)]),
        "/a/a": news_page("Le phare change de mains"),
    }
    feed_id, _ = library.add_feed(f"{site.url}/fil", full_text=FullText.NEVER)
    go()
    assert "coopérative" not in only(library).markdown
    changes = library.set_full_text(feed_id, FullText.ALWAYS)
    assert changes.feeds == {feed_id}
    assert library.feed(feed_id).full_text is FullText.ALWAYS
    go(force=True)
    assert "coopérative" in only(library).markdown
    entry, _ = library.undo()
    assert entry.kind == "change-full-text"
    assert library.feed(feed_id).full_text is FullText.NEVER
    assert not library.set_full_text(feed_id, FullText.NEVER)
    go(force=True)
    assert "coopérative" in only(library).markdown, "what is held stays"


def test_the_backlog_of_a_feed_is_bounded_and_a_repair_brings_the_rest(library, site, go):
    items = [(f"g{number}", f"Le phare change de mains, {number}", SUMMARY) for number in range(130)]
    site.pages = {"/fil": rss("Le Journal", items)}
    for guid, title, _ in items:
        site.pages[f"/a/{guid}"] = news_page(title)
    library.add_feed(f"{site.url}/fil")
    summary, _ = go()
    assert (summary.new, summary.pages_stored) == (130, 50)
    newest = library.article(library.ids(ArticleFilter())[0])
    assert "coopérative" in newest.markdown
    assert go(force=True)[0].pages_stored == 50
    assert go(force=True)[0].pages_stored == 0
    assert len(library.missing()) == 30
    assert go(repair=True)[0].pages_stored == 30
    assert library.offline_summary().ready == 130


def entry(markdown, **facts):
    return ParsedEntry("g", facts.pop("title", "Un titre à lui"), markdown, url="https://a.example/1", **facts)


PARAGRAPH = " ".join(WORDS)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        pytest.param(entry("Court."), True, id="short"),
        pytest.param(entry("\n\n".join([PARAGRAPH] * 7)), False, id="long"),
        pytest.param(entry("\n\n".join([PARAGRAPH] * 3)), False, id="three paragraphs"),
        pytest.param(entry("\n\n".join([PARAGRAPH] * 3) + "\n\n[Lire la suite](https://a.example/1)"), True, id="suite"),
        pytest.param(entry("\n\n".join([PARAGRAPH] * 3) + " [...]"), True, id="dots"),
        pytest.param(entry("\n\n".join([PARAGRAPH] * 3) + "\n\nRead more"), True, id="more"),
        pytest.param(entry(PARAGRAPH * 2), True, id="one paragraph"),
        pytest.param(entry("Un titre à lui, et la suite du billet.", title="Un titre à lui…"), False, id="note"),
        pytest.param(entry(PARAGRAPH, enclosures=(Enclosure("https://a.example/a.mp3", "audio/mpeg"),)), False, id="podcast"),
        pytest.param(entry(PARAGRAPH * 3, access=Access.TEASER), True, id="teaser"),
        pytest.param(ParsedEntry("g", "t", "Court."), False, id="no address"),
    ],
)  # fmt: skip
def test_what_looks_like_a_summary(given, wanted):
    assert wants_page(given, FullText.AUTO) is wanted
    assert not wants_page(given, FullText.NEVER)
    assert wants_page(given, FullText.ALWAYS) is (given.url is not None)


@pytest.mark.parametrize("later", [pytest.param(CONSENT, id="consent"), pytest.param((503, {}), id="overloaded")])
def test_a_mark_in_the_feed_is_told_though_the_page_stays_away(library, site, go, later):
    site.pages = {
        "/fil": rss("Le Journal", [("a", "Le phare change de mains", SUMMARY)]),
        "/a/a": news_page("Le phare change de mains"),
    }
    library.add_feed(f"{site.url}/fil")
    go()
    held = only(library).markdown
    site.pages["/fil"] = rss("Le Journal", [("a", "[MàJ] Le phare change de mains", SUMMARY)])
    site.pages["/a/a"] = later
    go(force=True)
    article = only(library)
    assert (article.update.marker, article.markdown) == ("MàJ", held)


def test_a_summary_whose_page_has_no_more_for_strangers_is_marked_for_subscribers(library, site, go):
    closed = "Il vous reste 89 % de cet article à lire. La suite est réservée aux abonnés."
    site.pages = {
        "/fil": rss("Le Journal", [("a", "Le phare change de mains", SUMMARY)]),
        "/a/a": news_page("Le phare change de mains", ("Le gardien du phare de Kermor quitte son poste.", closed)),
    }
    library.add_feed(f"{site.url}/fil")
    go()
    assert (only(library).access, only(library).offline) == (Access.TEASER, OfflineState.TEASER)
