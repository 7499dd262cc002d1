"""Build resources/fonts from npm's @fontsource packages: python .ci/build-fonts.py FOLDER_WITH_NODE_MODULES.

The latin and latin-ext subsets of each style become one TTF; the spaces that French needs (U+202F, U+2009) and the
no-break hyphen (U+2011) are added, so that no run falls back to another font. All families are OFL without a
reserved name. Names of packages after the folder build only those.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

OUT = Path(__file__).resolve().parent.parent / "resources" / "fonts"
STYLES = {
    "literata": ("Literata", ((400, "normal"), (400, "italic"), (600, "normal"), (700, "normal"), (700, "italic"))),
    "spectral": ("Spectral", ((400, "normal"), (400, "italic"), (600, "normal"), (700, "normal"), (700, "italic"))),
    "public-sans": (
        "PublicSans",
        ((400, "normal"), (400, "italic"), (600, "normal"), (700, "normal"), (700, "italic")),
    ),
    "inter": ("Inter", ((400, "normal"), (400, "italic"), (600, "normal"), (700, "normal"))),
    "jetbrains-mono": ("JetBrainsMono", ((400, "normal"), (700, "normal"))),
    "barlow-condensed": ("BarlowCondensed", ((600, "normal"),)),
    "atkinson-hyperlegible-next": (
        "AtkinsonHyperlegibleNext",
        ((400, "normal"), (400, "italic"), (600, "normal"), (700, "normal"), (700, "italic")),
    ),
}


def add_space(font, code, name, width):
    glyph = Glyph()
    glyph.numberOfContours = 0
    font["glyf"][name] = glyph
    font["hmtx"][name] = (width, 0)
    if "vmtx" in font:
        font["vmtx"][name] = (font["head"].unitsPerEm, 0)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


# Packages whose styles do not call themselves by one family name.
LABELS = {"Spectral": "Spectral", "PublicSans": "Public Sans", "BarlowCondensed": "Barlow Condensed"}
WEIGHTS = {400: "Regular", 600: "SemiBold", 700: "Bold"}


def set_names(font, label, weight, slant):
    """One family, a style for each weight and slant: by these names Qt finds them."""
    style = " ".join(filter(None, (WEIGHTS[weight], "Italic" if slant == "italic" else ""))).replace(
        "Regular Italic", "Italic"
    )
    plain = weight != 600
    names = {
        1: label if plain else f"{label} SemiBold",
        2: style if plain else style.replace("SemiBold", "").strip() or "Regular",
    }
    names |= {4: f"{label} {style}", 16: label, 17: style}
    for number, words in names.items():
        font["name"].setName(words, number, 3, 1, 0x409)


def build(packages, package, family, weight, slant):
    files = []
    with tempfile.TemporaryDirectory() as folder:
        for subset in ("latin", "latin-ext"):
            source = packages / package / "files" / f"{package}-{subset}-{weight}-{slant}.woff2"
            if source.exists():
                font = TTFont(source)
                font.flavor = None
                file = Path(folder) / f"{subset}.ttf"
                font.save(file)
                files.append(str(file))
        merged = Merger().merge(files) if len(files) > 1 else TTFont(files[0])
        # Opened anew: a merged font in memory does not take new glyphs.
        whole = Path(folder) / "whole.ttf"
        merged.save(whole)
        font = TTFont(whole, lazy=False)
        font.ensureDecompiled()
    glyphs = font.getBestCmap()
    advance = font["hmtx"][glyphs[0x20]][0]
    mono = "Mono" in family
    if 0x202F not in glyphs:
        add_space(font, 0x202F, "uni202F", advance if mono else round(advance * 0.62))
    if 0x2009 not in glyphs:
        add_space(font, 0x2009, "uni2009", advance if mono else round(advance * 0.7))
    hyphen = glyphs.get(0x2010, glyphs[0x2D])
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code in (0x2010, 0x2011, 0xAD):
                table.cmap.setdefault(code, hyphen)
    if family in LABELS:
        set_names(font, LABELS[family], weight, slant)
    font.save(OUT / f"{family}-{weight}{'i' if slant == 'italic' else ''}.ttf")


def main():
    packages = Path(sys.argv[1]) / "node_modules" / "@fontsource"
    OUT.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[2:] or [*STYLES, "noto-emoji"]
    if "noto-emoji" in wanted:
        wanted.remove("noto-emoji")
        # Emoji drawn with lines, for systems that have none: taken as they are.
        font = TTFont(packages / "noto-emoji" / "files" / "noto-emoji-emoji-400-normal.woff2")
        font.flavor = None
        font.save(OUT / "NotoEmoji-400.ttf")
        shutil.copy(packages / "noto-emoji" / "LICENSE", OUT / "NotoEmoji-OFL.txt")
    for package, (family, styles) in ((name, STYLES[name]) for name in wanted):
        for weight, slant in styles:
            build(packages, package, family, weight, slant)
        shutil.copy(packages / package / "LICENSE", OUT / f"{family}-OFL.txt")


if __name__ == "__main__":
    main()
