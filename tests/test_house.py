"""Who may import whom (docs/design.md), walked over the source itself. No exceptions, no cycles."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = {
    "core": set(),
    "paths": {"core"},
    "settings": {"core", "paths"},
    "store": {"core", "paths"},
    "content": {"core"},
    "text": {"core"},
    "services": {"core", "content"},
    "engine": {"core", "settings", "paths", "store", "content", "text", "services"},
    "cli": {
        "core",
        "settings",
        "paths",
        "store",
        "engine",
        "content",
        "text",
        "style.palette",
        "render",
        "app",
        "tour",
    },
    "style.palette": {"core", "paths"},
    "style": {"core", "paths", "style.palette"},
    "render": {"core", "text", "style.palette", "style.fonts"},
    "ui": {"core", "settings", "paths", "store", "render", "text", "style", "engine.protocol"},
    "app": None,
    "tour": None,
    "__main__": None,
    "": set(),
}
ONLY_IN = {
    "peewee": ("store",),
    "playhouse": ("store",),
    "regex": ("store",),
    "qdarktheme": ("style.apply",),
    "aiohttp": ("engine.http",),
    "PySide6": ("render", "style", "ui", "app", "tour", "cli"),
}


def modules():
    for path in sorted((ROOT / "reader").rglob("*.py")):
        parts = path.relative_to(ROOT / "reader").with_suffix("").parts
        yield ".".join(part for part in parts if part != "__init__"), path


def imports(path, *, top_level_only=False):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body if top_level_only else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(module, table):
    return max((room for room in table if module == room or module.startswith(room + ".")), key=len, default="")


@pytest.mark.parametrize(("module", "path"), list(modules()), ids=lambda value: value if isinstance(value, str) else "")
def test_a_room_imports_only_what_it_may(module, path):
    room = room_of(module, OURS)
    allowed = OURS[room]
    for name in imports(path):
        if name.startswith("reader.") and allowed is not None:
            target = name.removeprefix("reader.")
            inside = target == room or target.startswith(room + ".")
            known = any(target == other or target.startswith(other + ".") for other in allowed)
            assert inside or known or name == "reader.__version__", f"reader.{module} imports {name}"


@pytest.mark.parametrize(("module", "path"), list(modules()), ids=lambda value: value if isinstance(value, str) else "")
def test_a_library_stays_in_its_room(module, path):
    for name in imports(path):
        rooms = ONLY_IN.get(name.split(".")[0])
        if rooms is not None:
            assert any(module == room or module.startswith(room + ".") for room in rooms), f"{module} imports {name}"
    if module.startswith("style.palette") or module == "style":
        assert not any(name.startswith("PySide6") for name in imports(path)), "the palette is pure"
    if module.startswith("render"):
        assert not any("QtWidgets" in name for name in imports(path)), "render draws documents, not widgets"
    if module.startswith("cli"):
        assert not any(name.startswith("PySide6") for name in imports(path, top_level_only=True))


def test_no_import_cycles():
    names = {module for module, _ in modules()}
    graph = {}
    for module, path in modules():
        targets = set()
        for name in imports(path, top_level_only=True):
            target = name.removeprefix("reader.")
            while name.startswith("reader.") and target and target not in names:
                target = target.rpartition(".")[0]
            if target in names and target and target != module:
                targets.add(target)
        graph[module] = targets
    done, path = set(), []

    def visit(module):
        assert module not in path, " → ".join([*path, module])
        if module not in done:
            path.append(module)
            for target in graph[module]:
                visit(target)
            done.add(path.pop())

    for module in graph:
        visit(module)


def test_the_top_level_is_the_client_s():
    allowed = {"reader", "resources", "themes", "tests", "docs", "main.py", "pyproject.toml", "README.md", "LICENSE"}
    allowed |= {"CHANGELOG.md", "CONTRIBUTING.md", "Makefile", "requirements.lock", "build"}
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found <= allowed
