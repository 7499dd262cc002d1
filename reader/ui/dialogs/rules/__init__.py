"""The reader's rules: all of them with what each caught, and the editor with its live preview."""

from reader.ui.dialogs.rules.dialog import RulesDialog, Sources
from reader.ui.dialogs.rules.rule_list import RuleList

__all__ = ["RuleList", "RulesDialog", "Sources"]
