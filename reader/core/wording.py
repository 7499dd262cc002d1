"""A sentence in both languages, made where what it says is found; who shows it chooses. Standard library only."""

from typing import Self


class Sentence(str):
    """A sentence in English, which it is wherever nothing is chosen, with its French beside it."""

    __slots__ = ("french",)
    french: str

    def __new__(cls, english: str, french: str) -> Self:
        """`french` with its own typography."""
        made = super().__new__(cls, english)
        made.french = french
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        """Both languages come along from another process."""
        return str(self), self.french


def spoken(sentence: str, language: str) -> str:
    """The sentence in "fr" or "en"; what has one language only stays as it is."""
    return sentence.french if language == "fr" and isinstance(sentence, Sentence) else str(sentence)


def counted(number: int, one: Sentence, many: Sentence) -> Sentence:
    """The sentence for one, or that for many with their number in place of "{}"."""
    return one if number == 1 else Sentence(many.format(number), many.french.format(number))
