"""A made-up press on loopback, in a process of its own: feeds of long articles with a picture each, and their pages."""

import asyncio
import hashlib
import io
import random
import sys
from xml.sax.saxutils import escape

from PIL import Image

SUBJECTS = ("Le gardien", "La maire", "Une physicienne", "Le navire", "L'atelier", "La bibliothèque", "Un jardinier")
VERBS = ("mesure", "répare", "raconte", "observe", "traduit", "dessine", "compare", "ouvre", "défend")
OBJECTS = ("la digue", "un vieux moteur", "les étoiles du nord", "le registre", "un poème", "la forêt", "le réseau")
WHENS = ("au matin", "depuis trois ans", "sans bruit", "avec ses voisins", "sous la pluie", "à la lampe")
LINKS = ("Pourtant", "Ensuite", "Ailleurs", "En ville", "D'après le rapport", "Selon elle")


def sentence(chance):
    words = [chance.choice(part) for part in (SUBJECTS, VERBS, OBJECTS, WHENS)]
    said = f"{words[0]} {words[1]} {words[2]} {words[3]}."
    if chance.random() < 0.08:
        said = f"{said[:-1]} (<a href='/page/{chance.randrange(99)}'>{words[2]}</a>)."
    if chance.random() < 0.4:
        said = f"{chance.choice(LINKS)}, {said[0].lower()}{said[1:]}"
    return f"<em>{said}</em>" if chance.random() < 0.05 else said


def body(feed, number, size):
    """Some `size` characters of HTML with headings, lists, quotations, links and one picture."""
    chance = random.Random(feed * 1009 + number)
    parts = [
        f"<figure><img src='/image/{feed}/{number}.jpg' alt='Vue {number}' width='320' height='180'>"
        f"<figcaption>Vue {number} du port. Crédits : N. N.</figcaption></figure>"
    ]
    length = 0
    while length < size:
        kind = chance.random()
        if kind < 0.15:
            part = f"<h2>{chance.choice(SUBJECTS)} et {chance.choice(OBJECTS)}</h2>"
        elif kind < 0.22:
            part = "<ul>" + "".join(f"<li>{sentence(chance)}</li>" for _ in range(3)) + "</ul>"
        elif kind < 0.3:
            part = f"<blockquote><p>« {sentence(chance)} »</p></blockquote>"
        else:
            part = "<p>" + " ".join(sentence(chance) for _ in range(chance.randrange(3, 6))) + "</p>"
        parts.append(part)
        length += len(part)
    return "".join(parts)


def feed_document(feed, entries, size):
    items = "".join(
        f"<item><guid isPermaLink='false'>f{feed}-{number}</guid><title>{escape(_headline(feed, number))}</title>"
        f"<link>/page/{feed}/{number}</link><pubDate>{1 + number % 28:02d} Nov 2026 {number % 24:02d}:00:00 GMT</pubDate>"
        f"<category>Rubrique {number % 7}</category>"
        f"<description><![CDATA[{body(feed, number, size)}]]></description></item>"
        for number in range(entries)
    )
    return (
        f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Journal {feed}</title>"
        f"<link>/site/{feed}</link><language>fr</language>{items}</channel></rss>"
    ).encode()


def _headline(feed, number):
    chance = random.Random(feed * 7919 + number)
    return f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(OBJECTS)} ({feed}-{number})"


def picture(name):
    """A JPEG of its own: the same pixels with another comment, so that making it costs nothing."""
    comment = name.encode()
    return _JPEG[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + _JPEG[2:]


def _jpeg():
    stream = io.BytesIO()
    grey = Image.linear_gradient("L").resize((640, 360))
    Image.merge("RGB", (grey, grey.rotate(180), grey)).save(stream, "JPEG", quality=88)
    return stream.getvalue()


_JPEG = _jpeg()


async def serve(feeds, entries, size):
    documents = {}
    for feed in range(feeds):
        document = feed_document(feed, entries, size)
        documents[f"/feed/{feed}"] = (document, f'"{hashlib.blake2b(document, digest_size=8).hexdigest()}"')

    async def client(reader, writer):
        while True:
            try:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            except (asyncio.IncompleteReadError, ConnectionError):
                break
            path = head.split(" ", 2)[1]
            status, kind, content, tag = "404 Not Found", "text/plain", b"", ""
            if path in documents:
                content, tag = documents[path]
                status, kind = "200 OK", "application/rss+xml"
                if tag in head:
                    status, content = "304 Not Modified", b""
            elif path.startswith("/image/"):
                status, kind, content = "200 OK", "image/jpeg", picture(path)
            lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(content)}"]
            lines += [f"ETag: {tag}"] if tag else []
            writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + content)
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(client, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    # The parent's end of the pipe is our life line.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(*map(int, sys.argv[1:4])))
