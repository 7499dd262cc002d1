"""Formulas as text: the TeX that MathML, MathJax and KaTeX carry with them, else the signs of the MathML in a line."""

from typing import Any, TypeAlias

from lxml import html as lxml_html

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_LONGEST = 2_000
_SHIFTS = {
    "msup": ("sup",), "mover": ("sup",), "msub": ("sub",), "munder": ("sub",), "msubsup": ("sub", "sup"),
    "munderover": ("sub", "sup"),
}  # fmt: skip


def settle_formulas(tree: Element) -> None:
    """A formula with TeX becomes a `code` element, one without a line with raised signs; drawings of it besides go."""
    for script in list(tree.iter("script")):
        if (script.get("type") or "").startswith("math/tex"):
            _replace(script, script.text or "")
    formulas = list(tree.iter("math"))
    for formula in formulas:
        if formula.getparent() is not None:
            _settle(formula)
    if formulas or tree.xpath("boolean(//*[contains(@class, 'katex')])"):
        for drawn in tree.xpath("//*[contains(@class, 'katex-html') or contains(@class, 'MathJax_Preview')]"):
            if drawn.getparent() is not None and drawn.getparent().find(".//code") is not None:
                drawn.drop_tree()


def _settle(formula: Element) -> None:
    tex = next((one.text for one in formula.iter("annotation") if "tex" in (one.get("encoding") or "")), None)
    tex = (tex or formula.get("alttext") or "").strip()
    if tex.startswith("{\\displaystyle") and tex.endswith("}"):
        tex = tex.removeprefix("{\\displaystyle")[:-1].strip()
    holder = formula.getparent()
    if holder.tag in ("span", "mjx-assistive-mml") and holder.get("style"):
        del holder.attrib["style"]  # hidden, since a picture of the formula stands beside it
    for other in list(holder.itersiblings("img")) + list(formula.itersiblings("img")):
        if "math" in (other.get("class") or ""):
            other.drop_tree()
    if tex:
        _replace(formula, tex)
        return
    drawn = _drawn(formula)
    drawn.tail = formula.tail
    holder.replace(formula, drawn)


def _replace(element: Element, words: str) -> None:
    code = lxml_html.Element("code")
    code.text = " ".join(words.split())[:_LONGEST]
    code.tail = element.tail
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, code)


def _drawn(element: Element, depth: int = 0) -> Element:
    """Presentation MathML in one line, raised and lowered as it should be; the element names are those of MathML 3."""
    out = lxml_html.Element("span")
    if depth > 60 or not isinstance(element.tag, str) or element.tag in ("annotation", "annotation-xml"):
        return out
    parts = [_drawn(child, depth + 1) for child in element]
    out.text = (element.text or "").strip()
    shifts = _SHIFTS.get(element.tag, ())
    if shifts and len(parts) == len(shifts) + 1:
        for part, tag in zip(parts[1:], shifts, strict=True):
            part.tag = tag
    if element.tag == "mfrac" and len(parts) == 2:
        _group(parts[0])
        parts[0].tail = "/"
        _group(parts[1])
    elif element.tag in ("msqrt", "mroot"):
        out.text = "√("
    out.extend(parts)
    tail = {"msqrt": ")", "mroot": ")", "mtr": "; ", "mtd": " "}.get(element.tag)
    if tail and len(parts):
        parts[-1].tail = (parts[-1].tail or "") + tail
    return out


def _group(part: Element) -> None:
    """Brackets around what is more than one sign."""
    if len("".join(part.itertext())) > 1:
        part.text = "(" + (part.text or "")
        if len(part):
            part[-1].tail = (part[-1].tail or "") + ")"
        else:
            part.text += ")"
