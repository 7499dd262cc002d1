"""A module that is read when it is first used: for what a start is built with but does not need at once."""

import importlib.util
import sys
from types import ModuleType


def imported_later(name: str) -> ModuleType:
    """The module `name`; its source runs at the first use of anything in it. Its package is imported at once."""
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(name)
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
