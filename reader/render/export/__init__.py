"""Articles taken out of Encre: Markdown with front matter, one HTML file, EPUB 3, PDF. Each opens without Encre.

Nothing is fetched: only pictures that the library holds go along. Files are written beside their name first and then
renamed, so that a full disk leaves no half a file.
"""

from reader.render.export.epub import write_epub
from reader.render.export.files import ExportError, file_name
from reader.render.export.html import article_html, write_html
from reader.render.export.markdown import article_markdown, write_markdown
from reader.render.export.pdf import write_pdf

# fmt: off
__all__ = [
    "ExportError", "article_html", "article_markdown", "file_name", "write_epub", "write_html", "write_markdown",
    "write_pdf",
]
# fmt: on
