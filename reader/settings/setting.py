"""What one setting is: name, type, default, range, and its words in both languages. Used by `reader.settings`."""

from dataclasses import dataclass

Value = bool | int | float | str


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. `choices` lists allowed words, `low` and `high` bound numbers (inclusive).

    `group` is its place in the settings dialog ("": not shown there), `title` its name and `words` its choices' names
    (French, English), `unit` what a number counts.
    """

    name: str
    default: Value
    help_fr: str
    help_en: str
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    group: str = "other"
    title: tuple[str, str] = ("", "")
    words: tuple[tuple[str, str], ...] = ()
    unit: str = ""

    def title_in(self, language: str) -> str:
        """The name in `language` ("fr" or "en"); the sentence where a setting has none."""
        return self.title[0 if language == "fr" else 1] or self.help_in(language).rstrip(".")

    def help_in(self, language: str) -> str:
        """The sentence in `language`."""
        return self.help_fr if language == "fr" else self.help_en

    def choice_in(self, choice: str, language: str) -> str:
        """The name of one choice in `language`."""
        names = dict(zip(self.choices, self.words, strict=False))
        return names[choice][0 if language == "fr" else 1] if choice in names else choice

    def accepts(self, value: object) -> bool:
        """Whether `value` has this setting's type and lies in its range."""
        if isinstance(self.default, float) and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if type(value) is not type(self.default):
            return False
        if self.choices and value not in self.choices:
            return False
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)
        return True
