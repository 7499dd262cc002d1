"""Encre, a desktop reader that keeps articles.

The tour: `core` holds values and rules; `store` keeps them in SQLite; `content` turns bytes and HTML into values;
`engine` fetches, parses and stores in a child process without Qt; `text` sets Markdown as blocks and runs;
`render` draws those runs into a Qt document; `style` dresses the window from a theme file; `ui` is the window;
`cli` the command line; `app` puts window, store and engine together. `tests/test_house.py` says who may import whom.
"""

__version__ = "0.1.0"
