"""The tokens of a text that may hold mathematics: what each could be, where it stands, and which brackets pair."""

from __future__ import annotations

import re
from collections.abc import Callable

from sitegen.repair.bare_math.gluing import Piece, read_script, read_word
from sitegen.repair.bare_math.vocabulary import NAMES, SUBSCRIPTS, UNITS, Sense
from sitegen.repair.placeholders import KEPT
from sitegen.repair.symbols import ALPHABETS

_TOKEN = re.compile(
    r"\\[A-Za-z]+|\\.|left ?<|right ?>|[A-Za-z]+|\d+(?:[.,]\d+)*|[ \u00a0]+"
    r"|\+/-|\+-(?= ?\d)|-{1,2}>|=>|[<>]=|[<>]~|:=|--+|\.{3,}|[,;]{2,}|.",
    re.DOTALL,
)
_SIZED = re.compile(r"(.*?)(left|right|[bB]igg?[lrm]?)(?=$)")
_SET = re.compile(r" ?[(\[][^()\[\]]{1,12},[^()\[\]]{1,12}[)\]]| [A-Z](?![\w(])")  # s\in(0,1), s\in V
_BOUNDS = re.compile(r" ?[(\[][-−]?(?:\d|infty)[^()\[\]a-zA-Z]{0,8}, ?\+?(?:\d[\d./]*|infty)[)\]]")  # of m
_BODY = re.compile(r" ?(?:\\?\{|\\?([A-Za-z]+))")  # of an accent
# Letters before a name in the braces of a script, a_{n\ell}, g_{b\mu}; not words: _{cell}, _{meta}.
_INDEX = re.compile(
    r"(?!stau|meta|beta|gnu|emu)(?:[a-zA-Z]|[ijklmnpqrt]{2,4}|(?=[aijklmnpqrt]ell)[a-z])"
    r"(?P<name>(?<!^[bcdfhstwy])ell|mu|nu|tau|alpha|beta|gamma|delta|sigma|theta|lambda|omega|phi|psi|rho)"
)
_GLUED_FONT = re.compile(r"([B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]|A(?=cal))(cal|rm|sf)")  # nrm poly(k), Acal O
_CHARACTERS = {
    **dict.fromkeys("+-−*/=<>≤≥≈∼×·±∈→:⊂⊆∪∩∘≠≪≫≲≳∝⟂⊕⊗", Sense.SIGN),
    **dict.fromkeys("([{⟨", Sense.OPEN),
    **dict.fromkeys(")]}⟩", Sense.CLOSE),
    **dict.fromkeys("_^", Sense.SCRIPT),
    **dict.fromkeys(",;", Sense.COMMA),
    **dict.fromkeys("∞∂∇ℓ∅°…⋯", Sense.SYMBOL),
    "|": Sense.BAR,
    "'": Sense.PRIME,
    "’": Sense.PRIME,
    "!": Sense.BANG,
    "%": Sense.PERCENT,
    "~": Sense.TIE,
}
_COMPOUND = dict.fromkeys(("+/-", "+-", "->", "-->", "=>", "<=", ">=", "<~", ">~", ":="), Sense.SIGN)
_COMPOUND |= {"left<": Sense.OPEN, "left <": Sense.OPEN, "right>": Sense.CLOSE, "right >": Sense.CLOSE}
_ESCAPED = {"{": Sense.OPEN, "}": Sense.CLOSE, ",": Sense.GAP, ";": Sense.GAP, ":": Sense.GAP, "!": Sense.GAP}
_ESCAPED |= {"|": Sense.BAR, "%": Sense.PERCENT, " ": Sense.SPACE}
_ENGLISH_FONTS = frozenset(("it", "em", "sl", "sc", "tt"))  # fonts in braces only
_PARTNERS = {"(": ")", "[": "]", "{": "}", "\\{": "\\}", "⟨": "⟩", "langle": "rangle"}
_PARTNERS |= {"left<": "right>", "left <": "right >"}
_KET = frozenset(("lvert", "langle", "rvert", "rangle"))
_PARTNERS |= {f"l{name}": f"r{name}" for name in ("floor", "ceil", "brack", "brace", "vert", "Vert", "lbracket")}
MAX_REACH = 40
"""Tokens that are looked at for a bracket around something."""

MAX_KET = 12
"""Tokens of the longest ``|state⟩`` or ``⟨state|``."""

_ENDING_ACCENTS = ("bar", "hat", "tilde", "vec", "dot", "check", "breve", "acute", "grave")
_BODIES = (Sense.GREEK, Sense.SYMBOL, Sense.LETTER)
_SYMBOLS = (Sense.GREEK, Sense.SYMBOL, Sense.CLOSE, Sense.FUNCTION, Sense.LARGE)
_BRACKETS = "([{|)]}.<>/"


class Tokens:
    """A text's tokens as parallel lists, ended by three that stand for what is outside the text.

    ``is_formula`` tells the stand-ins that are formulas. ``senses`` is what each is taken for, changed by
    `senses.resolve`; ``pairs`` leads from a bracket to its partner.
    """

    __slots__ = ("_is_membership", "_takes_accent", "ends", "pairs", "senses", "starts", "words")

    def __init__(self, text: str, is_formula: Callable[[str], bool] = lambda _: False) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.senses: list[Sense] = []
        for found in _TOKEN.finditer(text):
            word = found[0]
            if word[0].isalpha() and word[-1].isalpha() and word.isascii():
                self._takes_accent = word.endswith(_ENDING_ACCENTS) and _begins_body(text, found.end())
                self._is_membership = (
                    len(word) == 3
                    and word.islower()
                    and word.endswith("in")
                    and (_BOUNDS if word == "min" else _SET).match(text, found.end()) is not None
                )
                self._word(word, found.start(), text[found.end() : found.end() + 1])
            elif KEPT[0] <= word <= KEPT[2]:
                self._append(word, found.start(), Sense.KEPT if is_formula(word) else Sense.OTHER)
            elif not (word[0] == " " and self._parts_script(text, found.end())):
                self._append(word, found.start(), _sense(word))
        for _ in range(3):
            self._append("", len(text), Sense.OTHER)
        self.pairs = self._paired()

    def __len__(self) -> int:
        return len(self.words) - 3

    def _parts_script(self, text: str, end: int) -> bool:
        """Whether a space stands between a symbol and its script: ``phi _1``."""
        scripted = text[end : end + 1] in ("_", "^") and text[end + 1 : end + 2] not in ("", " ")
        return scripted and bool(self.senses) and self.senses[-1] in _SYMBOLS

    def _append(self, word: str, start: int, sense: Sense) -> None:
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(start + len(word))
        self.senses.append(sense)

    def _word(self, word: str, start: int, after: str) -> None:
        if after and after in _BRACKETS:
            sized = _SIZED.fullmatch(word)
            if sized and sized[1] and read_word(sized[1])[0][0] is not Sense.OTHER:  # sigmaleft(
                self._word(sized[1], start, "")
                self._append(sized[2], start + len(sized[1]), Sense.DROPPED)
                return
        for sense, piece in self._pieces(word, after):
            self._append(piece, start, sense)
            start += len(piece)

    def _pieces(self, word: str, after: str) -> tuple[Piece, ...]:
        """A word's pieces, where what stands beside it decides."""
        before = self.senses[-1] if self.senses else Sense.OTHER
        if before is Sense.SCRIPT:
            if len(word) == 2 and after and after in "_^" and word not in SUBSCRIPTS and word not in NAMES:
                return (Sense.LETTER, word[0]), (Sense.LETTER, word[1])  # p_jz^j
            if len(word) == 2 and after == "(" and word[1] in "fghuv" and word not in SUBSCRIPTS and word not in NAMES:
                return (Sense.LETTER, word[0]), (Sense.LETTER, word[1])  # int_0^Tf(t)
            if len(word) == 3 and word.endswith("in") and after == "[" and word not in SUBSCRIPTS and word not in NAMES:
                return (Sense.LETTER, word[0]), (Sense.MAYBE, "in")  # omega_tin[0,1]
            if word in ("nd", "st", "rd") and len(self.senses) > 1 and self.senses[-2] is Sense.LETTER:
                return (Sense.LETTER, word[0]), (Sense.LETTER, word[1])  # p^nd, not 2^nd
            return read_script(word)
        if before is Sense.OPEN and self.senses[-2:-1] == [Sense.SCRIPT] and (index := _INDEX.fullmatch(word)):
            name = index["name"]
            return *((Sense.LETTER, letter) for letter in word.removesuffix(name)), (NAMES[name], name)
        if after == " " and (font := _GLUED_FONT.fullmatch(word)):
            return (Sense.LETTER, font[1]), (Sense.FONT, font[2])
        if before is Sense.COMMA and word in UNITS:
            return ((Sense.UPRIGHT, word),)  # 4.1,kcal,mol
        if word in _ENGLISH_FONTS and self.words[-1:] != ["{"]:
            return ((Sense.OTHER, word),)
        if word in ("rtimes", "ltimes") and not self._has_operand():
            return (Sense.LETTER, word[0]), (Sense.MAYBE, "times")
        if self._is_membership and (word in ("sin", "min") or after == "("):
            return (Sense.LETTER, word[0]), (Sense.MAYBE, "in")
        if after == "(" and len(word) == 3 and word[0].isupper() and word.endswith("in"):
            return ((Sense.FUNCTION, word),)  # Bin(n, p)
        if len(word) <= 3 and word not in NAMES and self._follows_alphabet():
            return tuple((Sense.LETTER, letter) for letter in word)  # mathfrak so(n)
        if word in ("sl", "gl") and after == "_":
            return ((Sense.WORD, word),)
        pieces = read_word(word)
        if word in ("topi", "tophi") and before in (Sense.SPACE, Sense.OTHER) and not self._has_operand():
            return ((Sense.OTHER, word),)  # the animal, what gout leaves
        if len(pieces) > 1:
            accented = pieces[-1][0] is not Sense.ACCENT or self._takes_accent
            return pieces if accented or len(pieces[0][1]) == 1 else ((Sense.OTHER, word),)  # nubar
        if pieces[0][0] is Sense.OTHER and after and after in "_^":
            return _scripted_pieces(word) or pieces
        return pieces

    def _follows_alphabet(self) -> bool:
        return (
            len(self.words) > 1
            and self.senses[-1] is Sense.SPACE
            and self.senses[-2] is Sense.TAKING
            and self.words[-2] in ALPHABETS
        )

    def _has_operand(self) -> bool:
        last = next((sense for sense in reversed(self.senses[-2:]) if sense is not Sense.SPACE), Sense.OTHER)
        scripted = [sense for sense in self.senses[-3:] if sense is not Sense.SPACE][-2:]
        if scripted == [Sense.SCRIPT, Sense.NUMBER]:
            return True
        if self.words[-2:] in (["a", " "], ["A", " "]):
            return False  # an article
        return last in (Sense.LETTER, Sense.CLOSE, Sense.GREEK, Sense.SYMBOL, Sense.WORD)

    def _paired(self) -> dict[int, int]:
        pairs: dict[int, int] = {}
        open_: list[int] = []
        for at, sense in enumerate(self.senses):
            if sense is Sense.OPEN:
                open_.append(at)
            elif sense is Sense.CLOSE and open_:
                if self.words[at] == "rangle" and self.words[open_[-1]] in _KET and self._says(open_[-1], at):
                    open_.pop()  # langle 0| and |1rangle
                    continue
                if not _are_partners(self.words, open_[-1], at):
                    continue
                before = open_.pop()
                pairs[before], pairs[at] = at, before
        for close, word in enumerate(self.words):
            if word == "rangle" and close not in pairs:
                self._pair_ket(close, pairs)
            elif word == "langle" and close not in pairs:
                self._pair_bra(close, pairs)
        return pairs

    def _says(self, start: int, stop: int) -> bool:
        """Whether English stands between two tokens, outside of braces, after a bar."""
        depth, barred = 0, False
        for at in range(start, stop):
            depth += (self.words[at] == "{") - (self.words[at] == "}")
            barred |= self.senses[at] is Sense.BAR
            if depth == 0 and barred and self.senses[at] is Sense.OTHER:
                return True
        return False

    def _pair_ket(self, close: int, pairs: dict[int, int]) -> None:
        """The bar of ``|psirangle`` opens it."""
        bar = next((at for at in range(close - 1, max(close - MAX_KET, -1), -1) if self.senses[at] is Sense.BAR), -1)
        if bar >= 0 and not self._says(bar, close):
            self.senses[bar] = Sense.OPEN
            pairs[bar], pairs[close] = close, bar

    def _pair_bra(self, open_: int, pairs: dict[int, int]) -> None:
        """The bar of ``langle phi|`` closes it."""
        bar = next((at for at in range(open_ + 1, open_ + MAX_KET) if self.senses[at : at + 1] == [Sense.BAR]), -1)
        if bar >= 0 and Sense.OTHER not in self.senses[open_:bar]:
            self.senses[bar] = Sense.CLOSE
            pairs[bar], pairs[open_] = open_, bar

    def enclosing(self, at: int) -> int:
        """The innermost bracket that opens before the token at ``at`` and closes after it; -1 for none near."""
        before = at - 1
        while before >= max(at - MAX_REACH, 0):
            if self.senses[before] is Sense.CLOSE and before in self.pairs:
                before = self.pairs[before]
            elif self.senses[before] is Sense.OPEN and self.pairs.get(before, 0) > at:
                return before
            before -= 1
        return -1

    def is_glued(self, at: int) -> bool:
        """Whether no space stands before the token at ``at``."""
        return at > 0 and self.senses[at - 1] is not Sense.SPACE

    def is_upright(self, open_: int) -> bool:
        """Whether a bracket holds a word in upright letters, ``({rm stat})``, ``(rm GeV)``."""
        return "rm" in self.words[open_ + 1 : open_ + 3]

    def after_space(self, at: int) -> int:
        """The token at ``at``, or the first after it that is no space."""
        while self.senses[at] is Sense.SPACE:
            at += 1
        return at

    def before_space(self, at: int) -> int:
        """The token at ``at``, or the last before it that is no space; -1 before the text."""
        while at >= 0 and self.senses[at] is Sense.SPACE:
            at -= 1
        return at


def _begins_body(text: str, at: int) -> bool:
    """Whether an accent that ends at ``at`` has something to stand on: ``nubar p``, not ``nubar or``."""
    body = _BODY.match(text, at)
    if body is None:
        return False
    return body[1] is None or len(body[1]) == 1 or read_word(body[1])[0][0] in _BODIES


def _scripted_pieces(word: str) -> tuple[Piece, ...]:
    """A letter and a Greek one before a script, ``pmu^+``, ``alphae^{-t}``; none for other words."""
    if word in ("square", "Box", "triangle"):
        return ((Sense.SYMBOL, word),)
    if word[1:] in ("sum", "prod", "max", "min", "sup", "inf", "log", "lim"):
        return (Sense.LETTER, word[0]), (NAMES[word[1:]], word[1:])  # ssum_{i<j}
    if NAMES.get(word[1:]) is Sense.GREEK:
        return (Sense.LETTER, word[0]), (Sense.GREEK, word[1:])
    if NAMES.get(word[:-1]) is Sense.GREEK and len(word) > 4:
        return (Sense.GREEK, word[:-1]), (Sense.LETTER, word[-1])
    return ()


def _are_partners(words: list[str], open_: int, close: int) -> bool:
    ket = words[open_] in _KET and words[close] in _KET  # lvert psi rangle
    return ket or _PARTNERS.get(words[open_]) == words[close] or _is_interval(words, open_, close)


def _is_interval(words: list[str], open_: int, close: int) -> bool:
    """Whether a bracket of another kind closes this one: ``[0,1)``."""
    return words[open_] in "([" and words[close] in ")]" and close - open_ < 12


def _sense(word: str) -> Sense:
    char = word[0]
    if char == "\\":
        if len(word) > 1 and not word[1].isalpha():
            return _ESCAPED.get(word[1], Sense.OTHER)
        return _commanded(word[1:])
    if char.isdecimal():
        return Sense.NUMBER
    if char in ",;":
        return Sense.COMMA if len(word) == 1 else Sense.GAP
    if len(word) > 1 and not char.isspace():
        return _COMPOUND.get(word, Sense.POINTS if char == "." else Sense.OTHER)
    if char in _CHARACTERS:
        return _CHARACTERS[char]
    if char.isspace():
        return Sense.SPACE
    if "\u0370" <= char <= "\u03ff":
        return Sense.LETTER
    return Sense.OTHER


def _commanded(name: str) -> Sense:
    """What a name with its backslash is: no English word, at any rate."""
    sense = NAMES.get(name, Sense.OTHER)
    if name in ("em", "it", "sl", "sc", "tt", "bf", "rm", "sf", "text"):
        return Sense.FONT if name in ("bf", "rm", "sf") else Sense.OTHER
    return {
        Sense.GREEK: Sense.SYMBOL,
        Sense.MAYBE: Sense.SIGN,
        Sense.ACCENT: Sense.TAKING,
        Sense.POINTS: Sense.SYMBOL,
    }.get(sense, sense)
