"""What a rule looks for and does, in the reader's words."""

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from reader.core.rules import Deed, Net, Rule
from reader.render.moments import long_moment

_LONGEST = 60


def quoted(words: str) -> str:
    """Words between the quotation marks of the reader's language."""
    return QCoreApplication.translate("Rules", "“{0}”").format(words)


def deed_words(deed: Deed) -> str:
    """What is done with what is caught."""
    return {
        Deed.HIDE: QCoreApplication.translate("Rules", "Hide from the lists"),
        Deed.READ: QCoreApplication.translate("Rules", "Mark as read"),
        Deed.STAR: QCoreApplication.translate("Rules", "Star"),
        Deed.COLLECT: QCoreApplication.translate("Rules", "Collect in a smart feed"),
    }[deed]


def deed_help(deed: Deed) -> str:
    """What that means for the articles."""
    return {
        Deed.HIDE: QCoreApplication.translate(
            "Rules", "They are kept whole, count nowhere and bring no notice. Search for is:muted, or open “Muted”."
        ),
        Deed.READ: QCoreApplication.translate("Rules", "They stay in the lists, and bring no notice."),
        Deed.STAR: QCoreApplication.translate("Rules", "They are kept under “Starred”."),
        Deed.COLLECT: QCoreApplication.translate("Rules", "They are shown together in the sidebar, under this name."),
    }[deed]


def parts(net: Net, feeds: Mapping[int, str]) -> list[str]:
    """What a net looks for, part by part; `feeds` are titles by id."""
    found = []
    if net.words:
        found.append(QCoreApplication.translate("Rules", " or ").join(map(quoted, net.words)))
    if net.expression:
        found.append(QCoreApplication.translate("Rules", "expression {0}").format(net.expression))
    if net.without:
        words = ", ".join(map(quoted, net.without))
        found.append(QCoreApplication.translate("Rules", "without {0}").format(words))
    if net.title_only and (net.words or net.without or net.expression):
        found.append(QCoreApplication.translate("Rules", "in the headline"))
    if net.authors:
        found.append(QCoreApplication.translate("Rules", "by {0}").format(", ".join(net.authors)))
    if net.sections:
        found.append(QCoreApplication.translate("Rules", "section {0}").format(", ".join(net.sections)))
    if net.feeds:
        gone = QCoreApplication.translate("Rules", "a feed that was left")
        found.append(
            QCoreApplication.translate("Rules", "in {0}").format(_some([feeds.get(o, gone) for o in net.feeds]))
        )
    return found


def _some(names: list[str]) -> str:
    more = "…" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more


def usual_name(net: Net, feeds: Mapping[int, str]) -> str:
    """The name of a rule that the reader gave none."""
    one = (*net.words, net.expression, *net.authors, *net.sections, *(feeds.get(feed, "") for feed in net.feeds))
    name = ", ".join(filter(None, one)) or QCoreApplication.translate("Rules", "Rule")
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def end_words(rule: Rule) -> str:
    """When a rule ends, or that it has; empty for one that lasts."""
    if rule.until is None:
        return ""
    # The midnight that ends a day belongs to the day before it.
    moment = long_moment(rule.until - timedelta(seconds=1))
    if rule.ended:
        return QCoreApplication.translate("Rules", "ended on {0}").format(moment)
    return QCoreApplication.translate("Rules", "until {0}").format(moment)
