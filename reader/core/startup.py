"""What the command line asks of the window, as a value; `__main__` hands it to `app`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """The options of CLI.md for the window. `size` is (width, height) in pixels, `shot` a PNG file to write."""

    data_dir: str | None = None
    language: str | None = None
    verbose: bool = False
    theme: str | None = None
    article: int | None = None
    view: str | None = None
    offline: bool = False
    hidden: bool = False
    shot: str | None = None
    size: tuple[int, int] | None = None
    gallery: bool = False
