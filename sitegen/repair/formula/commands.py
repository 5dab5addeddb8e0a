r"""TeX commands that take something: an argument (``\sqrt{x}``), both sides (``\over``), the rest (``\rm``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from unicodedata import normalize

from sitegen.repair.alphabets import in_alphabet
from sitegen.repair.formula.tree import Accent, Fraction, Number, Part, Root, Row, Scripts, Symbol, Words
from sitegen.repair.symbols import ACCENTS, ALPHABETS, UPRIGHT, Kind
from sitegen.repair.word_sets import word_set

INFIX = frozenset(("over", "atop", "choose"))
"""Between two halves of a group."""

SWITCHES = word_set("rm bf it cal sf tt sc em sl mit scr frak")
"""They change the letters up to the end of their group."""

_TEXT = word_set("text textrm textnormal mbox hbox fbox textit textbf emph textsf texttt textsc textup")
_PLAIN_WORD = re.compile(r"[^\\{}$_^]*")
MAX_NAME = 40
_NAME = re.compile(r"(?=[A-Za-z0-9-]*[a-z])[A-Za-z][A-Za-z0-9-]{2,}")

if TYPE_CHECKING:
    from sitegen.repair.formula.parse import Reader

    Handler = Callable[[Reader, str], Part | None]


def infix(name: str, before: Row, after: Row) -> Part:
    r"""``a \over b``, ``n \choose k``."""
    if name == "atop":
        return Row((before, Symbol(Kind.POINT, ",", ","), after))
    return Fraction(before, after, line=name == "over")


def switched(parts: Sequence[Part], switches: Sequence[tuple[int, str]]) -> Row:
    r"""A row in which ``\rm`` and its like changed the letters, each from one part on."""
    changed = tuple(parts)
    for start, name in reversed(switches):
        rest = changed[start:]
        if name in UPRIGHT:
            rest = _upright(Row(rest)).parts
        else:
            rest = tuple(_lettered(part, ALPHABETS[name], name) for part in rest)
        changed = changed[:start] + rest
    return Row(changed)


def _fraction(reader: Reader, name: str) -> Part:
    return Fraction(reader.argument(), reader.argument())


def _binomial(reader: Reader, name: str) -> Part:
    return Fraction(reader.argument(), reader.argument(), line=False)


def _root(reader: Reader, name: str) -> Part:
    degree = _optional(reader)
    return Root(reader.argument(), degree)


def _optional(reader: Reader) -> Row | None:
    reader.skip_space()
    if reader.peek() != "[":
        return None
    reader.at += 1
    return reader.row("]")


def _stacked(reader: Reader, name: str) -> Part:
    first, base = reader.argument(), reader.argument()
    if name == "stackrel" and isinstance(first, Symbol) and isinstance(base, Symbol) and base.char == "∼":
        sign = {"<": ("≲", "\\lesssim"), ">": ("≳", "\\gtrsim")}.get(first.char)
        if sign:
            return Symbol(Kind.RELATION, *sign)
    return Scripts(base, first, None, True) if name == "underset" else Scripts(base, None, first, True)


def _arrow(reader: Reader, name: str) -> Part:
    below = _optional(reader)
    char, tex = ("→", "\\to") if name == "xrightarrow" else ("←", "\\leftarrow")
    return Scripts(Symbol(Kind.RELATION, char, tex), below, reader.argument(), True)


def _fenced(left: str, right: str, tex: tuple[str, str]) -> Handler:
    def read(reader: Reader, name: str) -> Part:
        body = reader.argument()
        return Row((Symbol(Kind.OPEN, left, tex[0]), body, Symbol(Kind.CLOSE, right, tex[1])))

    return read


def _modulo(reader: Reader, name: str) -> Part:
    return Row((Symbol(Kind.OPEN, "(", "("), Words("mod "), reader.argument(), Symbol(Kind.CLOSE, ")", ")")))


def _negated(reader: Reader, name: str) -> Part:
    part = reader.argument()
    if isinstance(part, Symbol):
        return Symbol(part.kind, normalize("NFC", part.char + "\u0338"), f"\\not {part.tex}")
    return part


def _accent(reader: Reader, name: str) -> Part:
    return Accent(reader.argument(), name)


def _body(reader: Reader, name: str) -> Part:
    return reader.argument()


def _silent(reader: Reader, name: str) -> None:
    reader.argument()


def _environment(reader: Reader, name: str) -> None:
    reader.complete = False  # its rows are read as one
    reader.argument()


def _length(reader: Reader, name: str) -> None:
    r"""``\kern-0.2em``, ``\raise.17ex``: a distance in TeX's units."""
    reader.skip_space()
    while reader.peek() in ("-", "+", ".") or reader.peek()[:1].isdigit():
        reader.at += 1
    reader.skip_space()
    if "".join(reader.tokens[reader.at : reader.at + 2]) in ("ex", "em", "pt", "mu", "mm", "cm", "in", "pc", "sp"):
        reader.at += 2


def _words(reader: Reader, name: str) -> Part:
    r"""``\text{if}``, ``\operatorname*{argmax}``, ``\rm eff``: upright words; formulas within them stay formulas."""
    reader.skip_space()
    if reader.peek() == "*":
        reader.at += 1
    if reader.peek() != "{":
        return _upright_part(reader.argument())
    stop = reader.at + 1
    while stop < len(reader.tokens) and _PLAIN_WORD.fullmatch(reader.tokens[stop]):
        stop += 1
    if stop < len(reader.tokens) and reader.tokens[stop] == "}":
        said = "".join(reader.tokens[reader.at + 1 : stop])
        reader.at = stop + 1
        return Words(" ".join(said.split(" ")))
    if name in _TEXT:
        reader.at += 1
        return _said(reader)
    return _upright_part(reader.argument())


def _said(reader: Reader) -> Part:
    """The rest of a group of text."""
    parts: list[Part] = []
    said = ""
    while (token := reader.peek()) and token != "}":
        if token == "$":
            reader.at += 1
            found: Part | None = reader.row("$")
        elif token in "{^_" or token[0] == "\\":
            found = reader.argument() if token in "^_" else reader.part()
        else:
            said += token
            reader.at += 1
            continue
        if said:
            parts.append(Words(said))
            said = ""
        if found is not None:
            parts.extend(found.parts if isinstance(found, Row) else (found,))
    reader.at += 1
    if said:
        parts.append(Words(said))
    return parts[0] if len(parts) == 1 else Row(tuple(parts))


def _lettered_next(reader: Reader, name: str) -> Part:
    alphabet = ALPHABETS[name]
    if alphabet == "bold" and _is_name(reader):
        return _words(reader, name)
    return _lettered(reader.argument(), alphabet, name)


def _is_name(reader: Reader) -> bool:
    r"""Whether a word in braces comes next: ``\\mathbf{FooNet}`` is a name, no product of seven bold letters."""
    if reader.peek() != "{":
        return False
    stop = reader.at + 1
    while stop < len(reader.tokens) and stop - reader.at <= MAX_NAME and reader.tokens[stop] != "}":
        stop += 1
    return _NAME.fullmatch("".join(reader.tokens[reader.at + 1 : stop])) is not None


def _lettered(part: Part, alphabet: str, name: str) -> Part:
    """``part`` with its letters in another alphabet."""
    name = _CURRENT.get(name, name)
    match part:
        case Symbol(kind, char, tex) if in_alphabet(char, alphabet) != char or alphabet == "italic":
            return Symbol(kind, in_alphabet(char, alphabet), f"\\{name}{{{tex}}}", part.upright or alphabet == "double")
        case Number(digits) if alphabet in ("double", "bold"):
            changed = "".join(in_alphabet(char, alphabet) for char in digits)
            return Symbol(Kind.ORDINARY, changed, f"\\{name}{{{digits}}}", upright=True)
        case Row(parts):
            return Row(tuple(_lettered(inner, alphabet, name) for inner in parts))
        case Scripts(base, below, above, stacked):
            return Scripts(_lettered(base, alphabet, name), below, above, stacked)
        case Accent(body, mark):
            return Accent(_lettered(body, alphabet, name), mark)
        case _:
            return part


def _upright(row: Row) -> Row:
    """``row`` with runs of letters as words."""
    parts: list[Part] = []
    for part in map(_upright_part, row.parts):
        last = parts[-1] if parts else None
        if isinstance(last, Words) and isinstance(part, Words):
            parts[-1] = Words(last.text + part.text)
        elif isinstance(last, Words) and isinstance(part, Scripts) and isinstance(part.base, Words):
            parts[-1] = Scripts(Words(last.text + part.base.text), part.below, part.above)
        else:
            parts.append(part)
    return Row(tuple(parts))


def _upright_part(part: Part) -> Part:
    match part:
        case Symbol(Kind.ORDINARY, char) if char.isascii() and char.isalpha():
            return Words(char)
        case Row():
            return _upright(part)
        case Scripts(base, below, above, stacked):
            return Scripts(_upright_part(base), below and _upright_part(below), above and _upright_part(above), stacked)
        case _:
            return part


_CURRENT = {"cal": "mathcal", "scr": "mathscr", "bf": "mathbf", "it": "mathit", "mit": "mathit", "frak": "mathfrak"} | {
    "Bbb": "mathbb",
    "bbold": "mathbb",
    "mathbbm": "mathbb",
    "mathds": "mathbb",
    "bm": "boldsymbol",
    "pmb": "boldsymbol",
}

TAKING: dict[str, Handler] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac", "flatfrac"), _fraction),
    **dict.fromkeys(("binom", "dbinom", "tbinom"), _binomial),
    **dict.fromkeys(("stackrel", "overset", "underset"), _stacked),
    **dict.fromkeys(("xrightarrow", "xleftarrow"), _arrow),
    **dict.fromkeys((*ACCENTS, "underline"), _accent),
    **dict.fromkeys(ALPHABETS, _lettered_next),
    **dict.fromkeys(UPRIGHT, _words),
    **dict.fromkeys(word_set("overbrace underbrace substack boxed mathstrut cancel widebar mathring"), _body),
    **dict.fromkeys(
        word_set("phantom hphantom vphantom label tag hspace vspace color textcolor raisebox rule"), _silent
    ),
    **dict.fromkeys(word_set("kern mkern hskip mskip vskip raise lower"), _length),
    **dict.fromkeys(("begin", "end"), _environment),
    **dict.fromkeys(("norm", "Norm"), _fenced("‖", "‖", ("\\|", "\\|"))),
    **dict.fromkeys(("abs", "card"), _fenced("|", "|", ("|", "|"))),
    "ket": _fenced("|", "⟩", ("|", "\\rangle")),
    "bra": _fenced("⟨", "|", ("\\langle", "|")),
    **dict.fromkeys(("braket", "inner", "ev", "expval"), _fenced("⟨", "⟩", ("\\langle", "\\rangle"))),
    "floor": _fenced("⌊", "⌋", ("\\lfloor", "\\rfloor")),
    "ceil": _fenced("⌈", "⌉", ("\\lceil", "\\rceil")),
    "set": _fenced("{", "}", ("\\{", "\\}")),
    "sqrt": _root,
    "pmod": _modulo,
    "not": _negated,
}
