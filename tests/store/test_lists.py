"""Filters as a table (filter, expected titles); orders and groups; counts; and that no list needs a scan or a sort."""

import itertools
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from reader.core.display import DisplayOptions, options_by_view, options_from_text, views_to_text
from reader.core.entities import Access, ChangeKind, ParsedEntry, Picture, UpdateNote
from reader.core.filters import ArticleFilter, Grouping, Order, View
from reader.core.plans import ArticlePlan
from reader.store import Store, queries

NOON = datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0)


def entry(number, **facts):
    given = {"guid": f"g{number}", "title": f"T{number}", "markdown": f"Le récit numéro {number}."}
    return ParsedEntry(**given | {"published": NOON - timedelta(hours=30 * number)} | facts)


def put(store, feed, folder, entries, minutes=None):
    feed_id, _ = store.add_feed(f"https://{feed}.example/", title=feed, folder=folder)
    plans = [ArticlePlan(one, ChangeKind.FIRST, one.guid, 100, (minutes or {}).get(one.title, 2)) for one in entries]
    store.apply(feed_id, plans, NOON + timedelta(hours=1))
    return feed_id


@pytest.fixture
def store(library):
    """T1–T4 in Alpha (folder Presse), T5–T6 in Beta; T2 and T5 are read, T6 is starred."""
    picture = (Picture("https://p.example/a.png"),)
    alpha = [
        entry(1, section="Droit", language="fr", tags=("mer",)),
        entry(2, section="Actualités", author="Camille"),
        entry(3, access=Access.SUBSCRIBER, pictures=picture, kicker="Un phare dans la nuit"),
        entry(4, section="Économie", update=UpdateNote("MàJ", NOON, "Note.")),
    ]
    put(library, "Alpha", "Presse", alpha, {"T1": 9, "T4": 1})
    put(library, "Beta", None, [entry(5, section="droit", access=Access.TEASER), entry(6, language="en-GB")], {"T6": 5})
    by_title = {row.title: row.id for row in library.rows(library.ids(ArticleFilter()))}
    library.mark([by_title["T2"], by_title["T5"]], read=True)
    library.mark([by_title["T6"]], starred=True)
    library.named = by_title
    return library


def titles(store, wanted):
    return "".join(row.title[1:] for row in store.rows(store.ids(wanted)))


OPTIONS = [
    ({}, "123456"),
    ({"hide_read": True}, "1346"),
    ({"subscriber": False}, "1246"),
    ({"news": False}, "145"),
    ({"without_sections": frozenset({"droit"})}, "2346"),
    ({"without_sections": frozenset({"économie"})}, "12356"),
    ({"news": False, "without_sections": frozenset({"droit"})}, "4"),
    ({"without_feeds": frozenset({2})}, "1234"),
    ({"ready_only": True}, "1246"),
    ({"order": Order.OLDEST}, "654321"),
    ({"order": Order.LONGEST}, "162354"),
    ({"order": Order.SHORTEST}, "453261"),
    ({"grouping": Grouping.FEED}, "123456"),
    ({"grouping": Grouping.SECTION}, "215436"),
    ({"grouping": Grouping.SECTION, "order": Order.OLDEST}, "251463"),
    ({"view": View.UNREAD, "folder": "Presse", "subscriber": False}, "14"),
    ({"view": View.STARRED, "hide_read": True}, "6"),
    ({"view": View.UPDATED, "news": False}, "4"),
    ({"view": View.SUBSCRIBER}, "35"),
    ({"view": View.TODAY}, ""),
    ({"section": "DROIT", "hide_read": True}, "1"),
    ({"section": ""}, "36"),
    ({"search": "récit", "hide_read": True, "order": Order.OLDEST}, "6431"),
]


@pytest.mark.parametrize(("wanted", "expected"), OPTIONS)
def test_display_options_show_these_articles(store, wanted, expected):
    shown = replace(ArticleFilter(), **wanted)
    assert titles(store, shown) == expected
    assert store.count(shown) == len(expected)
    assert sorted(store.matching(store.named.values(), shown)) == sorted(store.ids(shown))
    for start, size in ((0, 2), (1, 3), (4, 9)):
        part = store.listing(shown, size, start)
        assert list(part.ids) == list(store.ids(shown))[start : start + size]
        assert len(part.times) == len(part.ids)


SEARCHES = [
    ("récit", "123456"),
    ("RECI", "123456"),
    ("numero -récit", ""),
    ("numéro 3", "3"),
    ('"récit numéro"', "123456"),
    ('"numéro récit"', ""),
    ("-phare", "12456"),
    ("titre:t2", "2"),
    ("title:récit", ""),
    ("author:camille", "2"),
    ("auteur:camil", "2"),
    ("kicker:phare", "3"),
    ("feed:alph", "1234"),
    ('flux:"beta"', "56"),
    ("-feed:alpha récit", "56"),
    ("section:economie", "4"),
    ("rubrique:DROIT", "15"),
    ("is:starred", "6"),
    ("is:unread is:starred", "6"),
    ("est:lu", "25"),
    ("-is:read section:droit", "1"),
    ("is:updated", "4"),
    ("is:subscriber", "3"),
    ("est:extrait", "5"),
    ("is:ready -is:starred", "124"),
    ("has:image", "3"),
    ("-avec:image récit", "12456"),
    ("lang:fr", "1"),
    ("langue:EN", "6"),
    ("tag:mer", "1"),
    ("min:5", "16"),
    ("max:1", "4"),
    ("after:3d", "12"),
    ("before:3d", "3456"),
    ("is:nonsense", ""),
    ("https://exemple.org", ""),
    ('" - : * ( ) ^ {', ""),
    ("-", ""),
]


@pytest.mark.parametrize(("typed", "expected"), SEARCHES)
def test_a_search_finds_these_articles(store, typed, expected):
    wanted = ArticleFilter(search=typed)
    assert titles(store, wanted) == expected
    assert list(store.listing(wanted, quick=True).ids) == list(store.ids(wanted))
    assert sorted(hit.row.title[1:] for hit in store.search(typed)) == sorted(expected)
    assert titles(store, replace(wanted, view=View.UNREAD)) == "".join(one for one in expected if one not in "25")


def test_a_common_word_is_ranked_by_headline_and_newness(store, monkeypatch):
    from reader.store import search

    put(store, "Gamma", None, [entry(9, title="Un grand récit")])
    monkeypatch.setattr(search, "COMMON", 3)
    assert [hit.row.title for hit in store.search("récit", 3)] == ["Un grand récit", "T6", "T5"]
    hit = store.search("numero", 1)[0]
    assert "\x02numéro\x03" in hit.snippet
    assert list(store.listing(ArticleFilter(search="récit"), 9, quick=True).ids) == list(
        store.ids(ArticleFilter(search="récit"))
    )


def test_a_feed_left_is_not_found_but_its_starred_articles_are(store):
    store.remove_feed(2)
    assert {hit.row.title for hit in store.search("récit")} == {"T1", "T2", "T3", "T4", "T6"}
    assert titles(store, ArticleFilter()) == "12346"
    assert store.count(ArticleFilter()) == 5
    assert store.count(ArticleFilter(View.UNREAD)) == 4
    assert titles(store, ArticleFilter(View.STARRED)) == "6"


def test_suggestions_are_feeds_sections_and_words(store):
    put(store, "Gamma", None, [entry(9, title="Droiture des phares")])
    assert [one.lower() for one in store.suggestions("dro")] == ['section:"droit"', "droiture"]
    assert store.suggestions("mer alp") == ['mer feed:"Alpha"']
    assert "phares" in store.suggestions("phar")
    assert store.suggestions("x") == [] and store.suggestions("") == []


def test_kept_articles_are_in_their_places_in_every_order(store):
    for order, grouping in itertools.product(Order, Grouping):
        plain = ArticleFilter(order=order, grouping=grouping)
        kept = replace(plain, view=View.UNREAD, keep=frozenset(store.named.values()))
        assert titles(store, kept) == titles(store, plain), (order, grouping)
        assert store.count(kept) == 6


def test_groups_are_named_where_they_begin(store):
    economy = ArticleFilter(View.UNREAD, grouping=Grouping.SECTION, keep=frozenset({store.named["T4"]}))
    store.mark([store.named["T4"]], read=True)
    assert "4" in titles(store, economy), "an accented section keeps what is being read"
    by_section = store.listing(ArticleFilter(grouping=Grouping.SECTION))
    assert [(start, name) for start, name in by_section.groups] == [
        (0, "Actualités"), (1, "Droit"), (3, "Économie"), (4, "")]  # fmt: skip
    later = store.listing(ArticleFilter(grouping=Grouping.FEED), 3, 2)
    assert later.groups == ((0, "Alpha"), (2, "Beta"))


def test_a_long_list_is_read_in_pieces_that_fit(store, monkeypatch):
    monkeypatch.setattr(queries, "_BULK", 2)
    for order in Order:
        whole = list(store.ids(ArticleFilter(order=order)))
        assert sorted(whole) == sorted(store.named.values())
        assert list(store.ids(ArticleFilter(order=order), 3, 1)) == whole[1:4]


def test_the_next_unread_in_a_list_by_date(store):
    listing = store.listing(ArticleFilter())
    place = (listing.times[0], listing.ids[0])
    named = {one: title for title, one in store.named.items()}
    assert named[store.next_unread(ArticleFilter(), place)] == "T3"
    assert named[store.next_unread(ArticleFilter(order=Order.OLDEST), (listing.times[3], listing.ids[3]))] == "T3"
    assert named[store.next_unread(ArticleFilter(), (listing.times[2], listing.ids[2]), backwards=True)] == "T1"
    assert store.next_unread(ArticleFilter(feed_id=2), (listing.times[5], listing.ids[5])) is None
    assert store.unread_among(listing.ids) == {store.named[one] for one in ("T1", "T3", "T4", "T6")}


def test_numbers_of_folders(store):
    assert store.folder_counts() == {"Presse": (3, 4)}
    store.mark_all(ArticleFilter(folder="Presse"))
    assert store.folder_counts() == {"Presse": (0, 4)}
    assert store.totals()[View.UPDATED] == 1


@pytest.fixture
def twins(store):
    """T7 of Gamma is T1 of Alpha, for subscribers and in a section of its own; both are in the same folder."""
    text = (
        "Le gardien du phare quitte la pointe ce soir, dit la mairie du bourg, et personne ne le remplace avant mars."
    )
    one = entry(1, guid="t1", title="Le phare ferme", markdown=text, section="Droit", access=Access.SUBSCRIBER)
    put(store, "Delta", "Presse", [one])
    put(store, "Gamma", "Presse", [replace(one, guid="t2", section="Mer", access=Access.OPEN)])
    return store


def feeds_of(store, **options):
    rows = store.rows(store.ids(ArticleFilter(**options)))
    return [row.feed for row in rows if row.title == "Le phare ferme"]


TWINS = [
    ({}, ["Delta"]),
    ({"hide_read": True}, ["Delta"]),
    ({"view": View.UNREAD, "folder": "Presse"}, ["Delta"]),
    ({"order": Order.LONGEST}, ["Delta"]),
    ({"view": View.SUBSCRIBER}, ["Delta"]),
    ({"subscriber": False}, ["Gamma"]),
    ({"without_feeds": frozenset({3})}, ["Gamma"]),
    ({"section": "Mer"}, ["Gamma"]),
    ({"without_sections": frozenset({"droit"})}, ["Gamma"]),
    ({"feed_id": 4}, ["Gamma"]),
    ({"grouping": Grouping.FEED}, ["Delta"]),
    ({"grouping": Grouping.SECTION}, ["Delta"]),
    ({"search": "gardien"}, ["Delta"]),
    ({"search": "gardien section:mer"}, ["Gamma"]),
]


@pytest.mark.parametrize(("options", "shown"), TWINS, ids=str)
def test_an_article_of_two_feeds_is_shown_once_by_the_one_that_is_in_the_list(twins, options, shown):
    assert feeds_of(twins, **options) == shown
    wanted = ArticleFilter(**options)
    assert twins.count(wanted) == len(twins.ids(wanted))


def test_numbers_leave_out_what_another_feed_s_article_stands_for(twins):
    assert twins.folder_counts() == {"Presse": (4, 5)}
    totals = twins.totals()
    for view in (View.ALL, View.UNREAD, View.STARRED, View.UPDATED):
        assert totals[view] == len(twins.ids(ArticleFilter(view))), view
    assert [hit.row.feed for hit in twins.search("gardien")] == ["Delta"]
    listing = twins.listing(ArticleFilter())
    shown = next(one.id for one in twins.rows(listing.ids) if one.title == "Le phare ferme")
    twin = next(one.id for one in twins.rows(twins.ids(ArticleFilter(feed_id=4))))
    assert twins.matching([shown, twin], ArticleFilter()) == [shown]
    twins.mark([shown], read=True)
    assert twins.folder_counts() == {"Presse": (3, 5)} and twins.totals()[View.UNREAD] == 4 - 0


PLANS = [
    *(ArticleFilter(view) for view in View if view is not View.HOME),
    *(ArticleFilter(order=order) for order in Order),
    *(ArticleFilter(view, feed_id=1) for view in (View.ALL, View.UNREAD)),
    ArticleFilter(section="Droit"),
    ArticleFilter(hide_read=True),
]


@pytest.mark.parametrize("wanted", PLANS, ids=str)
def test_the_first_rows_of_a_list_need_neither_scan_nor_sort(store, wanted):
    planned(store, wanted)


def planned(store, wanted):
    lead, spread = queries._plan(store._database, wanted)
    where, values = queries._where(store._database, wanted, lead, spread=spread)
    by_length = wanted.order in (Order.LONGEST, Order.SHORTEST)
    source = queries._source(where + (" article." if by_length else ""), lead)
    sql = f"EXPLAIN QUERY PLAN SELECT {queries._key(lead)} {source} WHERE {where}"
    steps = [row[3] for row in store._database.execute_sql(f"{sql} ORDER BY {queries._order(wanted, lead)}", values)]
    assert not any("TEMP B-TREE" in step for step in steps), steps
    assert all("INDEX" in step or "PRIMARY KEY" in step or "CORRELATED" in step for step in steps), steps
    return steps


@pytest.mark.parametrize("wanted", PLANS, ids=str)
def test_twins_do_not_cost_a_list_its_index(store, twins, wanted, monkeypatch):
    with_twins = planned(twins, wanted)
    monkeypatch.setattr(queries.duplicates, "any_stories", lambda _: False)
    plain = planned(twins, wanted)
    assert with_twins[0] == plain[0] and set(plain) <= set(with_twins)
    if wanted.feed_id is None:
        own = with_twins.index("SEARCH own USING COVERING INDEX article_twin (id=?)")
        assert "INDEX article_story (story=? AND turn<?)" in with_twins[own + 1], with_twins


def test_display_options_are_kept_as_text():
    options = DisplayOptions(
        subscriber=False, without_sections=frozenset({"droit"}), without_feeds=frozenset({3}), order=Order.LONGEST
    )
    assert options_from_text(options.to_text()) == options
    assert DisplayOptions().to_text() == "" and options_from_text("") == DisplayOptions()
    for damaged in ("{", "[]", '{"order": 3, "density": "huge", "without_feeds": "x", "news": "no"}', "null"):
        assert options_from_text(damaged) == DisplayOptions()
    assert options_from_text('{"hide_read": true, "from_the_future": 1}') == DisplayOptions(hide_read=True)


def test_each_view_keeps_its_own_options():
    views = {"unread": DisplayOptions(density="cards"), "home": DisplayOptions(), "feed 3": DisplayOptions(news=False)}
    text = views_to_text(views)
    assert options_by_view(text) == {name: one for name, one in views.items() if name != "home"}
    assert views_to_text({}) == "" and options_by_view("") == options_by_view("[1") == options_by_view("3") == {}


def test_a_list_can_be_read_in_a_thread_of_its_own(store, paths):
    import threading

    found = []

    def read():
        found.extend(store.listing(ArticleFilter()).ids)
        store.leave_thread()

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert found == list(store.ids(ArticleFilter()))
    with closing(Store.open(paths)) as again:
        assert len(again.ids(ArticleFilter())) == 6
