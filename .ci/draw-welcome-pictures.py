"""Draw the pictures of the welcome articles: ours, made by rules, so that nobody else's work is in the repository."""

import math
import random
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

OUT = Path(__file__).resolve().parent.parent / "resources" / "welcome" / "pictures"
W, H, S = 1280, 800, 2


def mix(one, other, share):
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other, strict=True))


def sky(top, bottom, curve=1.0):
    strip = Image.new("RGB", (1, H * S))
    for y in range(H * S):
        strip.putpixel((0, y), mix(top, bottom, (y / (H * S)) ** curve))
    return strip.resize((W * S, H * S))


def hills(draw, rng, base, height, colour, rough=5):
    waves = [(rng.uniform(0.6, 4.2), rng.uniform(0, 7), rng.uniform(0.25, 1.0)) for _ in range(rough)]
    total = sum(size for *_, size in waves)
    line = []
    for x in range(0, W * S + 8, 8):
        y = sum(math.sin(x / (W * S) * speed * 2 * math.pi + phase) * size for speed, phase, size in waves) / total
        line.append((x, (base - y * height) * S))
    draw.polygon([*line, (W * S, H * S), (0, H * S)], fill=colour)
    return line


def glow(image, x, y, radius, colour, strength=0.8):
    light = Image.new("L", image.size, 0)
    ImageDraw.Draw(light).ellipse([(x - radius) * S, (y - radius) * S, (x + radius) * S, (y + radius) * S], fill=255)
    light = light.filter(ImageFilter.GaussianBlur(radius * S * 0.6)).point(lambda value: int(value * strength))
    image.paste(Image.new("RGB", image.size, colour), (0, 0), light)


def grain(image, rng_seed, amount=10):
    small = Image.effect_noise((W, H), amount * 2.2).convert("L")
    noise = Image.merge("RGB", [small] * 3)
    flat = Image.new("RGB", (W, H), (128, 128, 128))
    return ImageChops.add(
        ImageChops.subtract(image, ImageChops.subtract(flat, noise)), ImageChops.subtract(noise, flat)
    )


def save(image, name):
    small = image.resize((W, H), Image.Resampling.LANCZOS)
    small.save(OUT / f"{name}.jpg", quality=80, optimize=True, progressive=True)


def lighthouse():
    rng = random.Random(11)
    image = sky((24, 44, 82), (247, 176, 121), 1.35)
    glow(image, 830, 520, 190, (255, 219, 160), 0.75)
    draw = ImageDraw.Draw(image)
    draw.ellipse([785 * S, 470 * S, 875 * S, 560 * S], fill=(255, 240, 205))
    hills(draw, rng, 520, 60, (121, 104, 128))
    hills(draw, rng, 560, 50, (84, 82, 116))
    draw.rectangle([0, 590 * S, W * S, H * S], fill=(44, 62, 98))
    for row in range(46):
        y = 594 + row * row * 0.095 + row * 0.5
        for _ in range(14):
            x, length = rng.uniform(0, W), rng.uniform(20, 160)
            near = max(0.0, 1 - abs(x + length / 2 - 830) / 420)
            colour = mix((58, 78, 116), (255, 214, 158), near * rng.uniform(0.2, 0.95))
            draw.line([x * S, y * S, (x + length) * S, y * S], fill=colour, width=round((1 + row / 16) * S))
    beam = Image.new("L", image.size, 0)
    pen = ImageDraw.Draw(beam)
    pen.polygon([(334 * S, 232 * S), (W * S, 60 * S), (W * S, 250 * S)], fill=84)
    pen.polygon([(334 * S, 232 * S), (0, 120 * S), (0, 260 * S)], fill=60)
    image.paste(Image.new("RGB", image.size, (255, 236, 190)), (0, 0), beam.filter(ImageFilter.GaussianBlur(10 * S)))
    draw = ImageDraw.Draw(image)
    draw.polygon(
        [
            (0, 700 * S),
            (150 * S, 600 * S),
            (300 * S, 575 * S),
            (430 * S, 585 * S),
            (560 * S, 680 * S),
            (690 * S, 742 * S),
            (700 * S, H * S),
            (0, H * S),
        ],
        fill=(22, 30, 52),
    )
    draw.polygon([(292 * S, 590 * S), (376 * S, 590 * S), (358 * S, 262 * S), (310 * S, 262 * S)], fill=(238, 230, 220))
    for top, bottom in ((330, 392), (454, 516)):
        draw.polygon(
            [
                ((310 - (top - 262) * 0.055) * S, top * S),
                ((358 + (top - 262) * 0.055) * S, top * S),
                ((358 + (bottom - 262) * 0.055) * S, bottom * S),
                ((310 - (bottom - 262) * 0.055) * S, bottom * S),
            ],
            fill=(176, 58, 52),
        )
    draw.rectangle([298 * S, 254 * S, 370 * S, 264 * S], fill=(30, 36, 56))
    draw.rectangle([314 * S, 214 * S, 354 * S, 254 * S], fill=(255, 226, 150))
    draw.polygon([(306 * S, 214 * S), (362 * S, 214 * S), (334 * S, 184 * S)], fill=(30, 36, 56))
    glow(image, 334, 234, 46, (255, 240, 190), 0.8)
    save(image, "phare")


def night_train():
    rng = random.Random(3)
    image = sky((13, 18, 42), (62, 58, 108), 1.1)
    draw = ImageDraw.Draw(image)
    for _ in range(260):
        x, y, size = rng.uniform(0, W), rng.uniform(0, 430), rng.choice((0.7, 0.7, 1, 1.4))
        draw.ellipse(
            [(x - size) * S, (y - size) * S, (x + size) * S, (y + size) * S],
            fill=mix((80, 84, 130), (255, 250, 235), rng.random()),
        )
    glow(image, 1010, 170, 110, (230, 226, 250), 0.35)
    draw = ImageDraw.Draw(image)
    draw.ellipse([960 * S, 120 * S, 1060 * S, 220 * S], fill=(246, 240, 224))
    draw.ellipse([990 * S, 108 * S, 1082 * S, 200 * S], fill=(41, 42, 84))
    hills(draw, rng, 470, 80, (46, 48, 94))
    hills(draw, rng, 540, 70, (32, 36, 76))
    hills(draw, rng, 610, 40, (21, 25, 57))
    draw.rectangle([0, 662 * S, W * S, 668 * S], fill=(90, 82, 104))
    x = -60
    for _car in range(6):
        right = x + 236
        draw.rounded_rectangle([x * S, 566 * S, right * S, 656 * S], 16 * S, fill=(141, 52, 60))
        draw.rectangle([x * S, 618 * S, right * S, 626 * S], fill=(230, 206, 166))
        for window in range(6):
            left = x + 20 + window * 35
            lit = rng.random() < 0.72
            draw.rounded_rectangle(
                [left * S, 584 * S, (left + 24) * S, 610 * S], 4 * S, fill=(255, 220, 138) if lit else (64, 44, 70)
            )
        for wheel in (x + 40, x + 78, right - 78, right - 40):
            draw.ellipse([(wheel - 11) * S, 646 * S, (wheel + 11) * S, 668 * S], fill=(16, 16, 30))
        x = right + 8
    hills(draw, rng, 716, 12, (12, 15, 34))
    for _ in range(70):
        x, height = rng.uniform(0, W), rng.uniform(24, 74)
        draw.polygon([((x - 11) * S, 742 * S), ((x + 11) * S, 742 * S), (x * S, (735 - height) * S)], fill=(9, 11, 27))
    save(image, "train-de-nuit")


def type_case():
    rng = random.Random(21)
    image = Image.new("RGB", (W * S, H * S), (52, 38, 30))
    draw = ImageDraw.Draw(image)
    columns, rows, gap = 9, 6, 10
    width, height = (W - gap) / columns, (H - gap) / rows
    for column in range(columns):
        for row in range(rows):
            left, top = gap + column * width, gap + row * height
            shade = rng.uniform(-0.12, 0.12)
            base = mix((112, 82, 58), (150, 112, 78), 0.5 + shade)
            draw.rounded_rectangle(
                [left * S, top * S, (left + width - gap) * S, (top + height - gap) * S],
                5 * S,
                fill=mix(base, (20, 14, 10), 0.45),
            )
            for _ in range(rng.randint(5, 16)):
                size = rng.uniform(20, 34)
                x = rng.uniform(left + 4, left + width - gap - size - 4)
                y = rng.uniform(top + 6, top + height - gap - size - 6)
                metal = mix((128, 132, 138), (214, 214, 208), rng.random())
                draw.rectangle([(x + 3) * S, (y + 4) * S, (x + size + 3) * S, (y + size + 4) * S], fill=(28, 20, 16))
                draw.rectangle([x * S, y * S, (x + size) * S, (y + size) * S], fill=metal)
                draw.rectangle(
                    [(x + 2) * S, (y + 2) * S, (x + size - 2) * S, (y + size - 2) * S],
                    fill=mix(metal, (255, 255, 255), 0.22),
                )
                ink = (52, 50, 52)
                form = rng.randint(0, 4)
                a, b = x + size * 0.28, x + size * 0.72
                c, d = y + size * 0.25, y + size * 0.75
                stroke = max(2, round(size * 0.12 * S))
                if form == 0:
                    draw.ellipse([a * S, c * S, b * S, d * S], outline=ink, width=stroke)
                elif form == 1:
                    draw.line([a * S, d * S, (a + b) / 2 * S, c * S, b * S, d * S], fill=ink, width=stroke)
                elif form == 2:
                    draw.line([a * S, c * S, b * S, c * S], fill=ink, width=stroke)
                    draw.line([(a + b) / 2 * S, c * S, (a + b) / 2 * S, d * S], fill=ink, width=stroke)
                elif form == 3:
                    draw.line([a * S, c * S, a * S, d * S, b * S, d * S], fill=ink, width=stroke)
                else:
                    draw.arc([a * S, c * S, b * S, d * S], 40, 320, fill=ink, width=stroke)
    shade = Image.new("L", (W * S, H * S), 0)
    ImageDraw.Draw(shade).ellipse([-200 * S, -300 * S, 1100 * S, 700 * S], fill=110)
    image.paste(
        Image.new("RGB", image.size, (255, 226, 170)),
        (0, 0),
        shade.filter(ImageFilter.GaussianBlur(220 * S)).point(lambda value: value // 3),
    )
    save(image, "casse")


def ink_landscape():
    rng = random.Random(8)
    image = sky((239, 232, 216), (250, 246, 236))
    draw = ImageDraw.Draw(image)
    draw.ellipse([860 * S, 120 * S, 1010 * S, 270 * S], fill=(201, 74, 48))
    for base, height, share in ((380, 130, 0.16), (450, 110, 0.3), (530, 100, 0.48), (620, 70, 0.72)):
        layer = Image.new("L", image.size, 0)
        hills(ImageDraw.Draw(layer), rng, base, height, 255, rough=7)
        fade = Image.new("L", (1, H * S))
        for y in range(H * S):
            fade.putpixel((0, y), max(0, round(255 * share * (1 - max(0, y / S - base) / 330))))
        image.paste(
            Image.new("RGB", image.size, (26, 34, 52)), (0, 0), ImageChops.multiply(layer, fade.resize(image.size))
        )
    draw = ImageDraw.Draw(image)
    for _ in range(24):
        x, y = rng.uniform(180, 620), rng.uniform(150, 260)
        draw.arc([(x - 12) * S, y * S, x * S, (y + 9) * S], 200, 340, fill=(40, 44, 60), width=2 * S)
        draw.arc([x * S, y * S, (x + 12) * S, (y + 9) * S], 200, 340, fill=(40, 44, 60), width=2 * S)
    save(image, "encre-et-collines")


def rails():
    rng = random.Random(5)
    image = Image.new("RGB", (W * S, H * S), (244, 239, 228))
    draw = ImageDraw.Draw(image)
    for x in range(0, W, 40):
        draw.line([x * S, 0, x * S, H * S], fill=(232, 225, 211), width=S)
    for y in range(0, H, 40):
        draw.line([0, y * S, W * S, y * S], fill=(232, 225, 211), width=S)
    draw.polygon(
        [
            (0, 80 * S),
            (90 * S, 130 * S),
            (60 * S, 260 * S),
            (150 * S, 330 * S),
            (80 * S, 470 * S),
            (170 * S, 600 * S),
            (120 * S, H * S),
            (0, H * S),
        ],
        fill=(190, 214, 222),
    )
    lines = (
        ((46, 94, 142), ((190, 420), (360, 420), (470, 310), (700, 310), (820, 390), (1180, 390))),
        ((196, 74, 52), ((240, 640), (420, 640), (560, 500), (820, 500), (820, 390), (900, 250), (1120, 140))),
        ((70, 128, 92), ((360, 140), (470, 310), (560, 500), (700, 640), (1080, 640))),
    )
    for colour, points in lines:
        draw.line([(x * S, y * S) for x, y in points], fill=colour, width=12 * S, joint="curve")
    for _, points in lines:
        for x, y in points:
            draw.ellipse([(x - 13) * S, (y - 13) * S, (x + 13) * S, (y + 13) * S], fill=(44, 46, 56))
            draw.ellipse([(x - 7) * S, (y - 7) * S, (x + 7) * S, (y + 7) * S], fill=(255, 252, 244))
            length = rng.uniform(60, 110)
            draw.rounded_rectangle(
                [(x + 20) * S, (y - 30) * S, (x + 20 + length) * S, (y - 20) * S], 4 * S, fill=(120, 116, 112)
            )
    save(image, "carte-des-lignes")


def desk():
    image = sky((236, 214, 190), (222, 190, 160))
    draw = ImageDraw.Draw(image)
    draw.rectangle([0, 560 * S, W * S, H * S], fill=(122, 82, 60))
    draw.rectangle([0, 560 * S, W * S, 572 * S], fill=(150, 106, 78))
    draw.rounded_rectangle([90 * S, 70 * S, 470 * S, 430 * S], 8 * S, fill=(250, 244, 232))
    draw.rectangle([106 * S, 86 * S, 454 * S, 414 * S], fill=(150, 190, 206))
    draw.ellipse([300 * S, 120 * S, 380 * S, 200 * S], fill=(250, 232, 180))
    draw.polygon(
        [
            (106 * S, 414 * S),
            (106 * S, 330 * S),
            (220 * S, 260 * S),
            (330 * S, 340 * S),
            (454 * S, 290 * S),
            (454 * S, 414 * S),
        ],
        fill=(88, 130, 118),
    )
    draw.line([280 * S, 86 * S, 280 * S, 414 * S], fill=(250, 244, 232), width=10 * S)
    draw.line([106 * S, 250 * S, 454 * S, 250 * S], fill=(250, 244, 232), width=10 * S)
    draw.rounded_rectangle([560 * S, 250 * S, 1040 * S, 566 * S], 14 * S, fill=(40, 42, 54))
    draw.rectangle([576 * S, 266 * S, 1024 * S, 546 * S], fill=(252, 249, 242))
    draw.rectangle([576 * S, 266 * S, 664 * S, 546 * S], fill=(236, 230, 218))
    for row in range(5):
        draw.rounded_rectangle(
            [588 * S, (284 + row * 26) * S, 648 * S, (292 + row * 26) * S], 3 * S, fill=(176, 166, 150)
        )
    draw.rounded_rectangle([692 * S, 290 * S, 940 * S, 306 * S], 4 * S, fill=(44, 50, 66))
    draw.rounded_rectangle([692 * S, 314 * S, 880 * S, 330 * S], 4 * S, fill=(44, 50, 66))
    draw.rectangle([692 * S, 346 * S, 1000 * S, 440 * S], fill=(198, 86, 58))
    draw.ellipse([900 * S, 360 * S, 950 * S, 410 * S], fill=(250, 226, 170))
    for row, width in enumerate((300, 290, 306, 220)):
        draw.rounded_rectangle(
            [692 * S, (456 + row * 20) * S, (692 + width) * S, (463 + row * 20) * S], 3 * S, fill=(170, 164, 158)
        )
    draw.polygon([(530 * S, 566 * S), (1070 * S, 566 * S), (1110 * S, 606 * S), (490 * S, 606 * S)], fill=(62, 64, 78))
    draw.rounded_rectangle([250 * S, 500 * S, 350 * S, 600 * S], 16 * S, fill=(46, 84, 118))
    draw.arc([330 * S, 520 * S, 390 * S, 580 * S], 270, 90, fill=(46, 84, 118), width=12 * S)
    for left in (275, 300, 325):
        draw.arc([(left - 10) * S, 440 * S, (left + 10) * S, 470 * S], 90, 270, fill=(255, 250, 240), width=4 * S)
        draw.arc([(left - 10) * S, 465 * S, (left + 10) * S, 495 * S], 270, 90, fill=(255, 250, 240), width=4 * S)
    draw.rounded_rectangle([1110 * S, 470 * S, 1200 * S, 590 * S], 6 * S, fill=(204, 120, 84))
    for angle in range(-60, 61, 20):
        x = 1155 + math.sin(math.radians(angle)) * 120
        y = 470 - math.cos(math.radians(angle)) * 170
        draw.line([1155 * S, 474 * S, x * S, y * S], fill=(70, 108, 76), width=5 * S)
        draw.ellipse([(x - 20) * S, (y - 34) * S, (x + 20) * S, (y + 34) * S], fill=(88, 138, 92))
    save(image, "bureau")


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    for draw_picture in (lighthouse, night_train, type_case, ink_landscape, rails, desk):
        draw_picture()
