"""Markdown with front matter, as notes programs read it; pictures of the library in a folder beside it."""

import html
import json
import re
from pathlib import Path
from urllib.parse import quote

from reader.core.entities import Article
from reader.render.export.files import picture_bytes, write_file
from reader.render.export.page import Album
from reader.text.blocks import parse_blocks

_SUMMARY = re.compile(r"^([▸▾]) \*\*(.+)\*\*$")
_PICTURE = re.compile(r"(!\[(?:[^\]\\]|\\.)*\]\()<?([^\s)>]+)>?")


def _scalar(value: str) -> str:
    # A JSON string is a YAML string.
    return json.dumps(value, ensure_ascii=False)


def front_matter(article: Article) -> str:
    """Title, author, source and dates between `---` lines (YAML)."""
    facts: list[tuple[str, str | None]] = [
        ("title", _scalar(article.title)),
        ("description", _scalar(article.kicker) if article.kicker else None),
        ("author", _scalar(article.author) if article.author else None),
        ("feed", _scalar(article.feed)),
        ("url", _scalar(article.url) if article.url else None),
        ("published", article.published.isoformat() if article.published else None),
        ("modified", article.updated.isoformat() if article.updated else None),
        ("section", _scalar(article.section) if article.section else None),
        ("tags", f"[{', '.join(map(_scalar, article.tags))}]" if article.tags else None),
        ("language", _scalar(article.language) if article.language else None),
    ]
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in facts if value) + "---\n"


def article_markdown(article: Article) -> str:
    """Front matter, headline, lead picture where the text does not hold it, update, text."""
    out = [front_matter(article), f"# {article.title}\n"]
    if article.kicker:
        out.append(f"*{article.kicker}*\n" if "*" not in article.kicker else f"{article.kicker}\n")
    lead = article.lead_image
    if lead is not None and lead.url not in article.markdown:
        words = " — ".join(filter(None, (lead.caption, lead.credit)))
        out.append(f"![{lead.alt or ''}](<{lead.url}>)\n" + (f"\n*{words}*\n" if words else ""))
    if article.update is not None and article.update.block:
        out.append("\n".join(f"> {line}".rstrip() for line in article.update.block.strip().split("\n")) + "\n")
    out.append(_with_details(article.markdown.strip()) + "\n")
    return "\n".join(out)


def _with_details(markdown: str) -> str:
    """Details as the HTML that other programs know; the text in them stays Markdown."""
    lines = markdown.split("\n")
    opened: list[int] = []
    fence = ""
    for index, line in enumerate(lines):
        mark = re.match(r"`{3,}", line)
        if fence or mark:
            fence = "" if fence and line.startswith(fence) else fence or (mark.group() if mark else "")
        elif _SUMMARY.match(line):
            opened.append(index)
        elif line == "▴" and opened:
            first = opened.pop()
            found = _SUMMARY.match(lines[first])
            words = html.escape(parse_blocks(found[2])[0].text) if found else ""
            lines[first] = f"<details{' open' if lines[first].startswith('▾') else ''}>\n<summary>{words}</summary>"
            lines[index] = "</details>"
    return "\n".join(lines)


def write_markdown(article: Article, file: Path, data_folder: Path) -> None:
    """Write the text, and its pictures into a folder beside it named after it. Raises ExportError."""
    album = Album(article, data_folder)
    folder = file.with_name(f"{file.stem} (images)")
    names: dict[str, str] = {}

    def placed(found: re.Match[str]) -> str:
        url = found.group(2)
        if url not in names:
            picture = picture_bytes(album.find(url))
            names[url] = url
            if picture is not None:
                name = f"{sum(value != key for key, value in names.items()) + 1:02d}{picture[1]}"
                write_file(folder / name, picture[0])
                names[url] = f"{quote(folder.name)}/{name}"
        return f"{found.group(1)}<{names[url]}>"

    text = _PICTURE.sub(placed, article_markdown(article))
    write_file(file, text.encode())
