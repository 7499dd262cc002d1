"""The part of the store's facade for rules: making, changing, switching and removing them, and letting them act."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from reader.core.changes import Changes
from reader.core.entities import ArticleId
from reader.core.rules import Deed, Net, Preview, Rule, RuleDraft, RuleId, search_of
from reader.store import journal, rule_runs, rules, smart

_AT_ONCE = 300
_PIECE = 200


class RuleDeeds:
    """Base of `Store`; it has the open database."""

    _database: Any

    def rules(self) -> list[Rule]:
        """All rules, the newest first, with what each has caught."""
        return rules.rules(self._database)

    def rule(self, rule_id: RuleId) -> Rule | None:
        """One rule, or None."""
        return next((one for one in self.rules() if one.id == rule_id), None)

    def save_rule(self, draft: RuleDraft, rule_id: RuleId | None = None) -> tuple[RuleId, Changes]:
        """Make a rule, or change the one with this id; `undo` takes it back with all that it did.

        The articles that came last are looked at at once, the rest piece by piece in `run_rules`.
        """
        with self._database.atomic():
            held = None if rule_id is None else rules.held(self._database, rule_id)
            saved = rules.keep(self._database, draft, rule_id if held is not None else None)
            kind = "save-rule" if held is None else "change-rule"
            shown = self._show_collected(draft, held)
            record = {"rule": [saved, {"removed": 1} if held is None else held], "marks": shown}
            entry = journal.write(self._database, kind, 0, record)
            rules.run_again(self._database, saved, entry)
            changes = Changes(removed=frozenset(rules.settle_rule(self._database, saved)), counts=True)
            rule = self.rule(saved)
            if rule is not None:
                changes |= rule_runs.first_step(self._database, rule, _AT_ONCE)
        return saved, changes

    def _show_collected(self, draft: RuleDraft | None, before: dict[str, Any] | None) -> list[dict[str, Any]]:
        """The smart feed of a rule that collects: made with it, renamed with it, gone with it; what takes that back."""
        known = {one.query: one for one in smart.feeds(self._database)}
        collected = before is not None and before["action"] == Deed.COLLECT.value
        collects = draft is not None and draft.deed is Deed.COLLECT
        held = known.get(search_of(before["name"])) if before is not None and collected else None
        if held is None:
            if draft is None or not collects or draft.search in known:
                return []
            return [{"smart_gone": smart.save(self._database, draft.name, draft.search)}]
        back = {"smart_feed": [held.id, held.name, held.query]}
        if draft is None or not collects:
            smart.remove(self._database, held.id)
        elif draft.search != held.query:
            # A name of the reader's own stays.
            name = draft.name if before is not None and held.name == before["name"] else held.name
            smart.save(self._database, name, draft.search, held.id)
        else:
            return []
        return [back]

    def switch_rule(self, rule_id: RuleId, enabled: bool) -> Changes:
        """Let a rule act, or rest; what it hid comes back while it rests. Can be undone."""
        kind = "start-rule" if enabled else "stop-rule"
        return self._set(rule_id, kind, {"enabled": int(enabled)} | ({"trouble": None} if enabled else {}))

    def remove_rule(self, rule_id: RuleId) -> Changes:
        """Forget a rule; what it hid comes back. Can be undone."""
        return self._set(rule_id, "remove-rule", {"removed": 1})

    def _set(self, rule_id: RuleId, kind: str, columns: dict[str, Any]) -> Changes:
        with self._database.atomic():
            held = rules.held(self._database, rule_id)
            if held is None or all(held[name] == value for name, value in columns.items()):
                return Changes()
            gone = columns.get("removed") == 1
            marks = self._show_collected(None, held) if gone else []
            record = {"rule": [rule_id, held], "marks": marks}
            journal.write(self._database, kind, rules.caught(self._database, rule_id), record)
            hidden = rules.restore(self._database, rule_id, columns)
            if gone:
                smart.rebuild(self._database)
        return Changes(removed=frozenset(hidden), counts=True)

    def rules_pending(self) -> bool:
        """Whether a rule has still to look at what is in the library."""
        return rules.pending(self._database) is not None

    def run_rules(self, limit: int = _PIECE) -> Changes | None:
        """Let a waiting rule look at the next `limit` articles, in one short transaction; None when none waits."""
        return rule_runs.step(self._database, limit)

    def end_rules(self, now: datetime) -> Changes:
        """End the rules whose time is over; what they hid comes back."""
        with self._database.atomic():
            hidden = rules.end(self._database, now)
        return Changes(removed=frozenset(hidden), counts=bool(hidden))

    def not_hidden(self, ids: Collection[ArticleId]) -> list[ArticleId]:
        """Those of these articles that no rule hides, in order of id."""
        return rules.not_hidden(self._database, ids)

    def rules_hiding(self, article_id: ArticleId) -> list[RuleId]:
        """The rules that hide this article."""
        return rules.catching(self._database, article_id)

    def preview_rule(self, net: Net, below: tuple[int, int] | None = None, limit: int = _PIECE) -> Preview:
        """What a net would catch of the newest `limit` articles, or of the next ones, from `Preview.below` on.

        Raises UsageError for an expression that means nothing.
        """
        return rule_runs.preview(self._database, net, below, limit)
