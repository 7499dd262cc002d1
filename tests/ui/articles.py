"""A small library for tests of lists: three feeds, four days, known titles; and pixels counted."""

from datetime import datetime, timedelta

from PySide6.QtGui import QColor, QImage

from reader.core.entities import Access, ChangeKind, ParsedEntry, Picture, UpdateNote
from reader.core.plans import ArticlePlan

NOON = datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0)


def entry(number, days=0, **facts):
    given = {"guid": f"g{number}", "title": f"Titre {number}", "markdown": f"Le récit numéro {number}."}
    when = NOON - timedelta(days=days, minutes=number)
    return ParsedEntry(**given | {"published": when} | facts)


def stored(store, *entries, feed="Le Journal", folder=None, minutes=3, now=None):
    feed_id, _ = store.add_feed(f"https://{feed.lower().replace(' ', '-')}.example/", title=feed, folder=folder)
    plans = [ArticlePlan(one, ChangeKind.FIRST, f"hash {one.guid}", 400, minutes) for one in entries]
    return store.apply(feed_id, plans, now or NOON + timedelta(days=1))


def small(store):
    """Eight articles: 1–3 today, 4–5 yesterday, 6 the day before, 7–8 of the same feeds four days ago."""
    update = UpdateNote("MàJ", NOON, "Une précision.")
    stored(store, entry(1, kicker="Le sous-titre", section="Droit"), entry(2, section="Actualités"), folder="Presse")
    stored(store, entry(3, update=update, section="Droit"), entry(4, 1, access=Access.SUBSCRIBER), feed="La Revue")
    picture = Picture("https://p.example/a.png", lead=True)
    stored(store, entry(5, 1, access=Access.TEASER), entry(6, 2, pictures=(picture,)), feed="The Paper", minutes=9)
    stored(store, entry(7, 4), entry(8, 4), folder="Presse")


def titles(store, ids):
    return [row.title for row in store.rows(list(ids))]


def pixels(image: QImage, colour: str, *, near: int = 12) -> int:
    """How many pixels of `image` have this colour, within `near` in each channel."""
    wanted = QColor(colour)
    found = 0
    for y in range(image.height()):
        for x in range(image.width()):
            seen = image.pixelColor(x, y)
            apart = (seen.red() - wanted.red(), seen.green() - wanted.green(), seen.blue() - wanted.blue())
            found += max(map(abs, apart)) <= near
    return found
