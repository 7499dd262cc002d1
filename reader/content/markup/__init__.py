"""HTML to Encre's Markdown and back. Two gates: `clean` on the way in, `to_html` with HTML off on the way out.

The forms beyond CommonMark are those of `rendering`; how a figure carries its caption and credit is told in `figures`.
"""

from dataclasses import dataclass

from reader.content.markup.dom import inert_tree
from reader.content.markup.figures import opening_picture
from reader.content.markup.rendering import to_html, to_text
from reader.content.markup.writer import MOST_LINKS, Writer
from reader.core.entities import Picture
from reader.core.wording import Sentence

__all__ = ["Cleaned", "clean", "opening_picture", "to_html", "to_text"]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A fragment made safe: its Markdown, what the pane shows of it, and what it points to."""

    markdown: str
    pictures: tuple[Picture, ...]
    links: tuple[str, ...]
    problems: tuple[str, ...] = ()

    @property
    def html(self) -> str:
        """What the pane shows of it, as HTML; made when asked, since storing needs none."""
        return to_html(self.markdown)

    @property
    def text(self) -> str:
        """The bare words, a paragraph a line."""
        return to_text(self.markdown)


def clean(html: str, *, base_url: str | None = None) -> Cleaned:
    """An HTML fragment as safe Markdown. Never raises: what cannot be kept is named in `problems`."""
    tree, problems = inert_tree(html, base_url)
    writer = Writer()
    markdown = writer.write(tree)
    if len(writer.links) >= MOST_LINKS:
        problems.append(
            Sentence(
                f"The text had more than {MOST_LINKS} links; the words of the others were kept.",
                f"Le texte avait plus de {MOST_LINKS} liens ; les mots des autres ont été gardés.",
            )
        )
    return Cleaned(
        markdown=markdown,
        pictures=tuple({picture.url: picture for picture in writer.pictures}.values()),
        links=tuple(dict.fromkeys(writer.links)),
        problems=tuple(problems),
    )
