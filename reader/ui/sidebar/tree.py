"""What the sidebar shows, as a tree of values: views, smart feeds, then folders within folders, then feeds. No Qt.

A folder's name is a path: " / " parts its levels, as OPML gives nested outlines.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.core.entities import Feed, SmartFeed
from reader.core.filters import ArticleFilter, View

SEPARATOR = " / "
SMART_HEADING = "heading smart"
TAG_HEADING = "heading tags"
_FIXED = ("view", "heading", "smart", "tag")
VIEWS = (View.HOME, View.ALL, View.UNREAD, View.STARRED, View.TODAY, View.UPDATED, View.ARCHIVE, View.MUTED)
_WHEN_THERE_ARE_SOME = (View.MUTED,)


@dataclass(slots=True)
class Node:
    """One line: a view, a heading, a smart feed, a tag, a folder (with its path) or a feed."""

    kind: str
    key: str
    title: str = ""
    count: int = 0
    view: View | None = None
    feed: Feed | None = None
    smart: SmartFeed | None = None
    folder: str | None = None
    tag: str | None = None
    broken: int = 0
    depth: int = 0
    row: int = 0
    children: list["Node"] = field(default_factory=list)
    parent: "Node | None" = None

    @property
    def filter(self) -> ArticleFilter | None:
        """What the list shows when this line is chosen."""
        if self.view is not None:
            return ArticleFilter(view=self.view)
        if self.feed is not None:
            return ArticleFilter(feed_id=self.feed.id)
        if self.smart is not None:
            return ArticleFilter(search=self.smart.query)
        if self.tag is not None:
            return ArticleFilter(tag=self.tag)
        return ArticleFilter(folder=self.folder) if self.kind == "folder" else None


def folded(words: str) -> str:
    """Words without accents or case, for sorting and for the quick filter."""
    parts = unicodedata.normalize("NFKD", words.replace("œ", "oe").replace("Œ", "OE"))
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def key_of(wanted: ArticleFilter) -> str:
    """The key of the line that shows a filter; sections have none of their own and give their view."""
    if wanted.search is not None:
        return f"search {wanted.search}"
    if wanted.tag is not None:
        return f"tag {folded(wanted.tag)}"
    if wanted.feed_id is not None:
        return f"feed {wanted.feed_id}"
    if wanted.folder is not None:
        return f"folder {wanted.folder}"
    return f"view {wanted.view.value}"


def build(
    feeds: Sequence[Feed],
    totals: Mapping[View, int],
    *,
    words: str = "",
    hide_read: bool = False,
    chosen: str = "",
    smart: Sequence[SmartFeed] = (),
    tags: Sequence[tuple[str, int]] = (),
) -> Node:
    """The root of the tree. `words` keeps feeds whose title or folder holds them; `hide_read` keeps those with
    something unread, in trouble, or chosen: what one is reading does not vanish."""
    root = Node("root", "")
    for view in VIEWS:
        if view in _WHEN_THERE_ARE_SOME and not totals.get(view) and chosen != f"view {view.value}":
            continue
        _hang(root, Node("view", f"view {view.value}", count=totals.get(view, 0), view=view))
    sought = folded(words.strip())
    _hang_smart(root, [one for one in smart if sought in folded(one.name)])
    _hang_tags(root, [(name, count) for name, count in tags if sought in folded(name)])
    _hang(root, Node("heading", "heading"))
    folders: dict[str, Node] = {}
    for feed in feeds:
        if sought and sought not in folded(f"{feed.folder or ''} {feed.title} {feed.url}"):
            continue
        leaf = Node("feed", f"feed {feed.id}", feed.title, feed.unread, feed=feed, broken=int(bool(feed.last_error)))
        folder = f"folder {feed.folder}" if feed.folder else ""
        if hide_read and not (leaf.count or leaf.broken or chosen in (leaf.key, folder or leaf.key)):
            continue
        _hang(_folder(root, folders, feed.folder) if feed.folder else root, leaf)
    for folder_node in (*folders.values(), root):
        _order(folder_node)
    _sum(root)
    return root


def _hang_smart(root: Node, smart: Sequence[SmartFeed]) -> None:
    """The saved searches under a heading of their own; none, no heading."""
    if smart:
        _hang(root, Node("heading", SMART_HEADING))
    used: set[str] = set()
    for one in smart:
        key = key_of(ArticleFilter(search=one.query))
        # Two names for one search are two lines: the second cannot be found by its search alone.
        key = f"{key} {one.id}" if key in used else key
        used.add(key)
        _hang(root, Node("smart", key, one.name, one.unread, smart=one))


def _hang_tags(root: Node, tags: Sequence[tuple[str, int]]) -> None:
    """The reader's tags with the number of their articles, under a heading of their own; none, no heading."""
    if tags:
        _hang(root, Node("heading", TAG_HEADING))
    for name, count in tags:
        _hang(root, Node("tag", key_of(ArticleFilter(tag=name)), name, count, tag=name))


def _hang(parent: Node, child: Node) -> None:
    child.parent = parent
    child.depth = 0 if parent.kind == "root" else parent.depth + 1
    parent.children.append(child)


def _folder(root: Node, folders: dict[str, Node], path: str) -> Node:
    if path not in folders:
        outer, _, name = path.rpartition(SEPARATOR)
        node = Node("folder", f"folder {path}", name or path, folder=path)
        _hang(_folder(root, folders, outer) if outer and name else root, node)
        folders[path] = node
    return folders[path]


def _in_order(title: str) -> list[tuple[int, str]]:
    """Titles as one reads them: "Journal 2" before "Journal 10"."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d{1,9})", folded(title))]


def _order(node: Node) -> None:
    """Folders first, then feeds, by title; the views and the heading stay where they are."""
    fixed = [one for one in node.children if one.kind in _FIXED]
    moving = [one for one in node.children if one.kind not in _FIXED]
    node.children = fixed + sorted(moving, key=lambda one: (one.kind != "folder", _in_order(one.title)))
    for row, child in enumerate(node.children):
        child.row = row


def _sum(node: Node) -> None:
    for child in node.children:
        _sum(child)
    if node.kind == "folder":
        node.count = sum(child.count for child in node.children)
        node.broken = sum(child.broken for child in node.children)


def walk(node: Node) -> list[Node]:
    """Every line under `node`, from top to bottom."""
    found = []
    for child in node.children:
        found.append(child)
        found += walk(child)
    return found


def shape(node: Node) -> list[tuple[str, int]]:
    """Keys and depths from top to bottom: two trees of one shape differ only in words and counts."""
    return [(one.key, one.depth) for one in walk(node)]
