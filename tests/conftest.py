"""Every test gets a HOME and a data folder of its own."""

from contextlib import closing

import pytest

from reader.paths import find_paths
from reader.store import Store
from tests.loopback import serving


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("ENCRE_DATA_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def paths(tmp_path):
    return find_paths(str(tmp_path / "library"))


@pytest.fixture
def library(paths):
    with closing(Store.open(paths)) as store:
        yield store


@pytest.fixture
def site():
    with serving() as site:
        yield site
