"""Every bench, one after the other: `python -m tests.bench [NAME …]`. Each is a module with `run() -> list[str]`.

The figures are for people and for comparing within one run; no test depends on them.
"""

import importlib
import pkgutil
import sys
import time

from tests import bench


def main() -> int:
    names = [module.name for module in pkgutil.iter_modules(bench.__path__) if not module.name.startswith("_")]
    wanted = sys.argv[1:] or names
    for name in wanted:
        if name not in names:
            print(f"There is no bench “{name}”: {', '.join(names)}.", file=sys.stderr)
            return 2
        run = getattr(importlib.import_module(f"tests.bench.{name}"), "run", None)
        if run is None:
            continue
        print(f"\n{name}", flush=True)
        started = time.perf_counter()
        for line in run():
            print(f"  {line}", flush=True)
        print(f"  ({time.perf_counter() - started:.0f} s)", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
