from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from reader.content.identity import normal_hash
from reader.core.entities import Access, ArticleId, ChangeKind, ParsedEntry, UpdateNote
from reader.core.plans import KnownArticle
from reader.engine.decide import decide
from reader.engine.schedule import after_failure, next_due

TEXT = "Le gardien du phare a quitté la pointe hier soir, après quarante ans. " * 8


def held(title="Le phare", markdown=TEXT, access=Access.OPEN, marker=None):
    return KnownArticle(ArticleId(7), normal_hash(title, markdown), title, markdown, access, None, marker)


def offered(title="Le phare", markdown=TEXT, **facts):
    return ParsedEntry(guid="g", title=title, markdown=markdown, language="fr", **facts)


@pytest.mark.parametrize(
    ("entry", "known", "kind"),
    [
        (offered(), None, ChangeKind.FIRST),
        (offered(), held(), None),
        (offered(markdown=TEXT.replace(" ", "  ")), held(), None),
        (offered(markdown=TEXT + "\n\n12 commentaires"), held(markdown=TEXT + "\n\n9 commentaires"), None),
        (offered(markdown=TEXT.replace("hier", "Hier,")), held(), ChangeKind.COSMETIC),
        (offered(markdown=TEXT.replace("quitté", "quitte", 1)), held(), ChangeKind.COSMETIC),
        (offered(markdown=TEXT.replace("quarante", "trente et un")), held(), ChangeKind.CORRECTED),
        (offered(markdown=TEXT.replace("quarante", "trente")), held(), ChangeKind.CORRECTED),
        (offered(title="Le phare ferme"), held(), ChangeKind.CORRECTED),
        (offered(markdown=TEXT + "Un paragraphe de plus. " * 10), held(), ChangeKind.ADDED),
        (offered(update=UpdateNote("MàJ")), held(), ChangeKind.MARKED),
        (offered(update=UpdateNote("MàJ")), held(marker="MàJ"), None),
        (offered(update=UpdateNote("MàJ 2"), markdown=TEXT + "x"), held(marker="MàJ"), ChangeKind.MARKED),
    ],
)
def test_an_entry_means_this(entry, known, kind):
    plan = decide(entry, known)
    assert (plan.kind if plan else None) is kind
    if plan and known:
        assert plan.article_id == 7


@pytest.mark.parametrize(
    "worse",
    [
        offered(markdown="Début. La suite est réservée aux abonnés.", access=Access.TEASER),
        offered(markdown=""),
        offered(markdown="Erreur 502, revenez plus tard."),
    ],
)
def test_a_full_text_is_never_replaced_by_less(worse):
    assert decide(worse, held()) is None


@pytest.mark.parametrize(
    "facts",
    [
        {"kicker": "C'est ainsi", "markdown": TEXT},
        {"markdown": TEXT + "\n\n12 partages"},
        {"markdown": TEXT, "access": Access.SUBSCRIBER},
        {"markdown": TEXT.replace("Le gardien du phare a quitté", "Le gardien  du phare\u00a0a quitté")},
    ],
)
def test_what_does_not_count_brings_the_facts_up_to_date_and_no_revision(facts):
    plan = decide(offered(**facts), held())
    if plan is not None:
        assert (plan.kind, plan.article_id, plan.runs) == (None, 7, None)
        again = replace(held(), hash=plan.hash, access=plan.entry.access)
        assert decide(offered(**facts), again) is None


def test_only_the_rest_of_an_excerpt_is_quiet():
    excerpt = "Le gardien du phare a quitté la pointe…"
    plan = decide(offered(), held(markdown=excerpt))
    assert plan.kind is ChangeKind.COSMETIC
    assert decide(offered(), held(markdown="Le début.", access=Access.TEASER)).kind is ChangeKind.COSMETIC
    assert decide(offered(markdown=excerpt), held()) is None
    assert decide(offered(markdown=TEXT + " Une phrase de plus, et longue."), held()).kind is ChangeKind.ADDED


NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("gaps_hours", "facts", "minutes"),
    [
        ([], {}, 60),
        ([0.1, 0.2, 0.3], {}, 15),
        ([6, 12, 18], {}, 180),
        ([24 * 30], {}, 1440),
        ([0.1], {"ttl_minutes": 90}, 90),
        ([0.1], {"max_age_minutes": 100_000}, 1440),
    ],
)
def test_a_feed_is_due_by_its_own_rhythm(gaps_hours, facts, minutes):
    published = [NOW - timedelta(hours=hours) for hours in gaps_hours]
    assert next_due(NOW, published, **facts) - NOW == timedelta(minutes=minutes)


def test_failures_back_off_and_retry_after_is_kept_to():
    waits = [after_failure(NOW, failures) - NOW for failures in (0, 1, 2, 50)]
    assert waits == [timedelta(minutes=15), timedelta(minutes=30), timedelta(hours=1), timedelta(hours=24)]
    assert after_failure(NOW, 0, timedelta(hours=30)) - NOW == timedelta(hours=30)
