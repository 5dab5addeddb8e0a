r"""An expression as TeX again: names get their backslashes back, thin spaces and sets theirs, words stand upright."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.repair.bare_math import thin_spaces
from sitegen.repair.bare_math.operands import ENDS, MINUS, STARTS
from sitegen.repair.bare_math.senses import resolve
from sitegen.repair.bare_math.tokens import Tokens
from sitegen.repair.bare_math.vocabulary import Sense, is_script_name
from sitegen.repair.placeholders import KEPT
from sitegen.repair.symbols import ALIASES, SETS, SYMBOLS, Kind

_NAMED = frozenset(
    (Sense.GREEK, Sense.SYMBOL, Sense.SIGN, Sense.MAYBE, Sense.TAKING, Sense.ACCENT, Sense.FONT, Sense.FUNCTION)
) | {Sense.LARGE, Sense.OPEN, Sense.CLOSE, Sense.GAP}
_SAID = frozenset((Sense.OTHER, Sense.UPRIGHT, Sense.WORD))
_SPELT = {"−": "-", "∼": "\\sim ", "+/-": "\\pm ", "+-": "\\pm ", "’": "'", "...": "\\ldots "}
_SPELT |= {"->": "\\to ", "-->": "\\to ", "=>": "\\Rightarrow ", "<=": "\\leq ", ">=": "\\geq "}
_SPELT |= {"left<": "\\langle ", "left <": "\\langle ", "right>": "\\rangle ", "right >": "\\rangle "}
_SPELT |= {"<~": "\\lesssim ", ">~": "\\gtrsim ", "not": "\\not "}
_PLAIN_SIGNS = {"+/-": "±", "+-": "±"}
_PARTING = frozenset((Sense.SIGN, Sense.SPACE, Sense.COMMA, Sense.OPEN))
_FUNCTIONS = frozenset(name for name, (kind, _) in SYMBOLS.items() if kind in (Kind.FUNCTION, Kind.LARGE))
_JOINING = frozenset(("bigcup", "bigcap", "cup", "cap", "setminus", "in", "backslash", "subset", "\\cup", "\\setminus"))
_RELATIONS = frozenset(("<", ">", "=", "in", "leq", "geq", "le", "ge", "neq", "ne", "notin"))
_TAKERS = frozenset((Sense.SCRIPT, Sense.TAKING, Sense.ACCENT, Sense.FONT))
_LETTERS = frozenset(
    (Sense.LETTER, Sense.GREEK, Sense.WORD, Sense.UPRIGHT, Sense.FUNCTION, Sense.TAKING, Sense.FONT, Sense.LARGE)
) | {Sense.KEPT, Sense.COMMA, Sense.BANG, Sense.DROPPED, Sense.OTHER, Sense.PRIME, Sense.GAP}


def spelt(source: str) -> str:
    """A formula between its dollar signs that lacks only the backslashes, with them."""
    tokens = Tokens(source)
    resolve(tokens)
    return to_tex(tokens, 0, len(tokens), str)


def to_tex(tokens: Tokens, start: int, stop: int, kept: Callable[[str], str]) -> str:
    """The tokens from ``start`` to before ``stop`` as TeX; ``kept`` gives the TeX of a finished formula."""
    pieces: list[str] = []
    opened: list[tuple[int, int]] = []  # where in `pieces` each open bracket stands, and the product before it
    product = 0  # where the operands began that no sign or space parts from what comes
    at = start
    while at < stop:
        sense = tokens.senses[at]
        if at > start and tokens.senses[at - 1] is Sense.CLOSE and sense not in (Sense.SCRIPT, Sense.OPEN):
            product = len(pieces)
        if tokens.words[at] == "{" and not _is_argument(tokens, at):
            close = min(tokens.pairs.get(at, stop), stop)
            inside = to_tex(tokens, at + 1, close, kept)
            if product < len(pieces) and _is_denominator(tokens, at) and not _is_applied(pieces[product:]):
                pieces[product:] = [f"\\frac{{{''.join(pieces[product:])}}}{{{inside}}}"]
            elif close == at + 2 and tokens.senses[at + 1] is Sense.SIGN:
                pieces.append(inside)  # {sim}
            else:
                pieces.append(f"\\{{{inside}\\}}" if _is_set(tokens, at, close) else f"{{{inside}}}")
            at = close + 1
        elif tokens.words[at] == "(" and at > start and tokens.senses[at - 1] is Sense.SCRIPT:
            close = min(tokens.pairs.get(at, stop), stop)
            inside = to_tex(tokens, at + 1, close, kept)
            pieces.append(f"{{{inside}}}" if inside[:1] in "-+0123456789" else f"{{({inside})}}")
            at = close + 1
        elif (
            sense is Sense.SIGN
            and tokens.senses[at + 1] is Sense.NUMBER
            and at > start
            and tokens.senses[at - 1] is Sense.SCRIPT
        ):
            pieces.append(f"{{{tokens.words[at]}{tokens.words[at + 1]}}}")
            at += 2
        elif _is_charge(tokens, at):
            signs = "".join(tokens.words[at : at + 2])
            pieces.append(f"{{{_SPELT.get(signs, signs)}}}")
            at += 2
        elif sense in _SAID and tokens.words[at].isalpha() and not _names_script(tokens, at):
            if pieces and pieces[-1].isspace() and tokens.senses[at - 2] in ENDS:
                pieces[-1] = "\\ "
            at = _said(tokens, at, stop, pieces)
        else:
            if sense is Sense.OPEN:
                opened.append((len(pieces), product))
            pieces.append(_restored(tokens, at, kept))
            if sense is Sense.CLOSE and opened:
                began, before = opened.pop()
                product = before if _is_script(tokens, at) else began
            elif sense in _PARTING:
                product = len(pieces)
            at += 1
    return "".join(pieces)


def _is_charge(tokens: Tokens, at: int) -> bool:
    """Whether two signs are a script: ``Xi^++``, ``K^+-``."""
    signs = tokens.words[at] in MINUS and tokens.words[at + 1] in MINUS and tokens.senses[at + 2] not in STARTS
    return signs and at > 0 and tokens.senses[at - 1] is Sense.SCRIPT


def _is_script(tokens: Tokens, close: int) -> bool:
    """Whether a bracket closes a script, which belongs to what stands before it."""
    open_ = tokens.pairs.get(close, 0)
    return open_ > 0 and tokens.senses[open_ - 1] is Sense.SCRIPT


def _restored(tokens: Tokens, at: int, kept: Callable[[str], str]) -> str:
    word, sense = tokens.words[at], tokens.senses[at]
    if word[:1] >= KEPT[0]:
        return f"{{{kept(word)}}}"
    if word in _SPELT:
        return _SPELT[word]
    match sense:
        case Sense.COMMA:
            return thin_spaces.comma(tokens, at)
        case Sense.SPACE if word in (",", ";"):
            return f"\\{word}"
        case Sense.GAP if word[0] in ",;":
            return f"{word[0]}\\;" if word[0] == "," else "\\;"
        case Sense.SPACE if thin_spaces.parts_units(tokens, at):
            return "\\ "
        case Sense.PERCENT:
            return "\\%"
        case Sense.DROPPED:
            return ""
        case Sense.SIGN if word == "x":
            return "\\times "
        case Sense.TIE:
            return "\\sim " if _is_about(tokens, at) else "~"
        case Sense.BANG:
            return "" if _is_thin(tokens, at) else word
    if word[0] == "\\" and word[1:].isalpha():
        return f"{word} "
    if word == "over" and not _is_in(tokens, at, "{"):
        return "/"
    named = word.isalpha() and word.isascii() and len(word) > 1
    return f"\\{word} " if named and (sense in _NAMED or word in SYMBOLS or word in ALIASES) else word


def _is_about(tokens: Tokens, at: int) -> bool:
    """Whether a tilde means "about", ``z~2``, and ties no number to its unit, ``2~m``."""
    before = tokens.before_space(at - 1)
    if before < 0 or tokens.senses[before] is Sense.OPEN:
        return True
    return tokens.senses[tokens.after_space(at + 1)] is Sense.NUMBER and tokens.senses[before] is not Sense.NUMBER


def _names_script(tokens: Tokens, at: int) -> bool:
    """Whether a word is the name of a symbol as a script: ``A^top``."""
    named = at > 0 and tokens.senses[at - 1] is Sense.SCRIPT and is_script_name(tokens.words[at])
    return named and tokens.senses[at] is not Sense.UPRIGHT


def _said(tokens: Tokens, at: int, stop: int, pieces: list[str]) -> int:
    """Upright words with the spaces and hyphens between them; the token after them."""
    begin = at
    while at < stop and (tokens.senses[at] in _SAID or tokens.senses[at] is Sense.SPACE or tokens.words[at] == "-"):
        if not (tokens.words[at].isalpha() or tokens.senses[at] is Sense.SPACE or tokens.words[at] == "-"):
            break
        at += 1
    while tokens.senses[at - 1] is Sense.SPACE or tokens.words[at - 1] == "-":
        at -= 1
    said = "".join(tokens.words[begin:at])
    if said in SETS and len(said) == 2 and _is_number_set(tokens, begin):
        pieces.append(f"\\mathbb{{{said[0]}}}")
        return at
    is_product = tokens.senses[begin] is Sense.WORD and len(said) == 2
    if is_product and tokens.senses[begin - 1] is Sense.SCRIPT:
        said = f"{{{said}}}"
    pieces.append(said if is_product else f"\\text{{{said}}}")
    return at


def _is_number_set(tokens: Tokens, at: int) -> bool:
    r"""Whether doubled letters were a macro for a set: ``in NN``, ``RR^n``."""
    before = tokens.before_space(at - 1)
    return tokens.words[at + 1] == "^" or (before >= 0 and tokens.words[before] in _JOINING)


def _is_argument(tokens: Tokens, at: int) -> bool:
    """Whether a brace opens what a script or command takes."""
    if at == 0:
        return False
    before = tokens.senses[at - 1]
    if at > 1 and tokens.senses[at - 2] is Sense.TAKING and before in (Sense.NUMBER, Sense.LETTER):
        return tokens.words[at - 2].endswith("frac")  # frac1{x}
    if before is Sense.CLOSE:  # the second of two: frac{}{}, sqrt[]{}
        taker = tokens.pairs.get(at - 1, 0) - 1
        return (
            taker >= 0
            and tokens.senses[taker] is Sense.TAKING
            and (tokens.words[at - 1] == "]" or tokens.words[taker].endswith("frac"))
        )
    return before in _TAKERS or (before is Sense.SPACE and at > 1 and tokens.senses[at - 2] is Sense.SCRIPT)


def _is_denominator(tokens: Tokens, at: int) -> bool:
    r"""Whether a group is what is left of ``\frac{a}{b}``: ``a{b}``, without a space, no matter what it holds."""
    first = tokens.senses[tokens.after_space(at + 1)]
    close = tokens.pairs.get(at, at)
    if close == at + 2 and tokens.words[at + 1][0] == "\\":
        return False  # 3{\\mu}m
    enclosed = tokens.words[at + 1] == "(" and tokens.pairs.get(at + 1) == close - 1
    if any(
        tokens.words[inner] in _RELATIONS and tokens.enclosing(inner) == at
        for inner in range(at + 1, min(close, at + 40))
    ):
        return False  # 1{x > 0}
    if at == 0 or first in (Sense.FONT, Sense.TAKING, Sense.SIGN) or close <= at + 1 or enclosed:
        return False
    if tokens.senses[at - 1] in (Sense.NUMBER, Sense.LETTER, Sense.GREEK, Sense.SYMBOL, Sense.CLOSE):
        return tokens.senses[close + 1] is not Sense.SCRIPT
    return False


def _is_applied(pieces: list[str]) -> bool:
    """Whether a function stands among what would be a numerator: ``log_2{n}`` has its argument in braces."""
    return any(piece.strip().removeprefix("\\") in _FUNCTIONS for piece in pieces)


def _is_set(tokens: Tokens, open_: int, close: int) -> bool:
    r"""Whether the braces were ``\\{…\\}``: they hold a list, a condition or a number; others held a group together."""
    inside = range(open_ + 1, close)
    listed = any(tokens.words[at] in (",", ";", ":", "|", "mid", "...") or "," in tokens.words[at] for at in inside)
    first = tokens.after_space(open_ + 1)
    alone = tokens.senses[first] is Sense.NUMBER and tokens.before_space(close - 1) == first
    indexed = tokens.senses[first] is not Sense.FONT and tokens.senses[open_ + 2] is Sense.SCRIPT  # P({sigma_i})
    if tokens.words[open_ - 1] == "(" and tokens.words[close + 1] == ")" and not listed and not alone:
        return indexed
    if tokens.senses[close + 1] is Sense.SCRIPT:
        if open_ > 1 and tokens.senses[open_ - 2] is Sense.SCRIPT and tokens.senses[open_ + 1] is Sense.NUMBER:
            return True  # v_2{4}^2
        if close - open_ == 2 and not listed:
            return False
        if tokens.words[close + 1] == "_" and any(tokens.senses[at] is Sense.SCRIPT for at in inside):
            return True  # {x_n}_{n > 0}
    if "over" in (tokens.words[close + 1], tokens.words[tokens.before_space(open_ - 1)], *tokens.words[open_:close]):
        return False
    related = any(tokens.words[at] in _RELATIONS for at in inside)
    before = tokens.before_space(open_ - 1)
    after = tokens.after_space(close + 1)
    joined = (before >= 0 and tokens.words[before] in _JOINING) or tokens.words[after] in ("cup", "cap", "setminus")
    if tokens.senses[first] in (Sense.FONT, Sense.TAKING):
        return related or ("," in tokens.words[first:close] and tokens.senses[close - 1] is not Sense.CLOSE)
    if joined:
        return True
    apart = before < 0 or tokens.senses[before] in (Sense.OTHER, Sense.OPEN, Sense.COMMA)
    named = (
        apart
        and tokens.senses[close - 2] is Sense.SCRIPT
        and tokens.senses[close - 1] is not Sense.NUMBER
        and tokens.senses[close + 1] is not Sense.SCRIPT
    )
    return listed or alone or related or named or tokens.words[first] in ("pm", "-", "−")


def _is_in(tokens: Tokens, at: int, bracket: str) -> bool:
    """Whether the innermost bracket around a token is ``bracket``."""
    open_ = tokens.enclosing(at)
    return open_ >= 0 and tokens.words[open_] == bracket


def _is_thin(tokens: Tokens, at: int) -> bool:
    r"""Whether an exclamation mark was ``\!``."""
    beside = (tokens.senses[at - 1] if at else Sense.OTHER, tokens.senses[at + 1])
    return Sense.SIGN in beside or beside[1] is Sense.OPEN or beside[0] is Sense.OPEN


def _ends_in_name(tokens: Tokens, start: int, at: int) -> bool:
    """Whether the space after ``at`` only ended a name: ``langle 1``, ``1pm 2``, ``pm 2%``; not "1 pm 2"."""
    word = tokens.words[at].lstrip("\\")
    signed = word in ("pm", "mp", "times") and (at == start or tokens.senses[at - 1] is not Sense.SPACE)
    return signed or (word.isalpha() and tokens.senses[at] is Sense.OPEN)


def plain(tokens: Tokens, start: int, stop: int) -> str | None:
    """An expression without letters as it stands, its names as characters; None where it needs a formula."""
    pieces: list[str] = []
    for at in range(start, stop):
        if tokens.senses[at] in _LETTERS:
            return None
        if tokens.senses[at] is Sense.SPACE and at > start and _ends_in_name(tokens, start, at - 1):
            continue
        word = tokens.words[at].lstrip("\\")
        word = ALIASES.get(word, word)
        shown = SYMBOLS[word][1] if word.isalpha() and word in SYMBOLS else _PLAIN_SIGNS.get(word, word)
        if shown.isalpha():
            return None
        pieces.append(shown)
    return "".join(pieces)
