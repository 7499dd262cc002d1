"""A real web server on loopback whose answers a test writes, and sample feeds to put on it."""

import gzip
import io
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from PIL import Image


class Site(ThreadingHTTPServer):
    """`pages` maps a path to bytes, to (bytes, headers), to a status, or to a function of the request's headers."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages = {}
        self.asked = []
        self.slow = 0.0

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request, client_address):
        """Clients that are killed break their connections; that is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        site = self.server
        site.asked.append((self.path, dict(self.headers)))
        if site.slow:
            time.sleep(site.slow)
        page = site.pages.get(self.path, 404)
        if callable(page):
            page = page(self.headers)
        status, headers, body = 200, {}, b""
        if isinstance(page, int):
            status = page
        elif isinstance(page, tuple) and isinstance(page[0], int):
            status, headers = page
        elif isinstance(page, tuple):
            body, headers = page
        else:
            body = page
        tag = headers.get("ETag")
        if tag and self.headers.get("If-None-Match") == tag:
            status, body = 304, b""
        asked = self.headers.get("Range")
        if asked and status == 200 and self.headers.get("If-Range") in (None, tag):
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            status, body = 206, body[start:]
        if headers.get("Content-Encoding") == "gzip" and body:
            body = gzip.compress(body)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def serving():
    site = Site()
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        thread.join()
        site.server_close()


def rss(title, items, extra=""):
    """RSS of (guid, headline, body HTML) triples; the first is the newest."""
    parts = [
        f"<item><guid isPermaLink='false'>{guid}</guid><title>{headline}</title><link>/a/{guid}</link>"
        f"<pubDate>Wed, 18 Nov 2026 {10 - number % 10:02d}:00:00 GMT</pubDate>"
        f"<description><![CDATA[{body}]]></description></item>"
        for number, (guid, headline, body) in enumerate(items)
    ]
    return f"<rss version='2.0'><channel><title>{title}</title><language>fr</language>{extra}{''.join(parts)}</channel></rss>".encode()


def picture(colour="#336699", size=(60, 40), kind="PNG"):
    stream = io.BytesIO()
    Image.new("RGB", size, colour).save(stream, kind)
    return stream.getvalue()
