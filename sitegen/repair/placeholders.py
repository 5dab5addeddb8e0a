"""A text while it is being repaired: one string, in which finished parts are single stand-in characters.

Rules work on one plain string, so each sees its neighbours across a link, a formula or an emphasised word, and a
rule is a few regular expressions. What a rule has finished, no later rule may touch: it goes into the draft with
`keep` and leaves a stand-in (a private-use character of plane 15). Spans are opened and closed by marks (Unicode
noncharacters, which no text may contain), so that later rules still reach the words inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.repair.edits import Edit, Finder, edited
from sitegen.repair.inline import (
    Emphasis,
    Inline,
    Math,
    Node,
    Strong,
    Subscript,
    Superscript,
    Text,
    Unclear,
    to_text,
)

EMPHASIS, EMPHASIS_END = "\ufdd0", "\ufdd1"
STRONG, STRONG_END = "\ufdd2", "\ufdd3"
SUPERSCRIPT, SUPERSCRIPT_END = "\ufdd4", "\ufdd5"
SUBSCRIPT, SUBSCRIPT_END = "\ufdd6", "\ufdd7"
UNCLEAR, UNCLEAR_END = "\ufdd8", "\ufdd9"
MARKS = "\ufdd0-\ufdd9"
MAX_NESTING = 8
"""Spans within spans that are shown; what is deeper keeps its words only."""

KEPT = "\U000f0000-\U000ffffd"
"""The stand-ins, as the inside of a regular expression's character class; so are `MARKS`."""

_BLOCKS = (0xF0000, 0xF4000, 0xF8000, 0xFC000)
_BLOCK_SIZE = 0x3FFE
_ENDS = {
    EMPHASIS: EMPHASIS_END,
    STRONG: STRONG_END,
    SUPERSCRIPT: SUPERSCRIPT_END,
    SUBSCRIPT: SUBSCRIPT_END,
    UNCLEAR: UNCLEAR_END,
}
_ANY_MARK = re.compile(f"[{MARKS}{KEPT}]")
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_PRIVATE = re.compile(f"[{KEPT}]")
# Greek, primes, scripts, letterlike symbols, arrows, operators, mathematical letters; not what people type: ×, ±, °, ².
_TYPESET = re.compile(
    "[\u0300-\u036f\u0370-\u03ff\u1d2c-\u1d6a\u2032-\u2034\u2070-\u209f\u2102-\u2138\u2190-\u23ff\u27c0-\u2aff"
    "\U0001d400-\U0001d7ff]"
)
_SPACES = re.compile(" {2,}")
_UNFINISHED = re.compile(f"[^{KEPT}]+")

UNEXPANDED = "A command of the author's that this text does not define"
INCOMPLETE = "The source of this formula is damaged; a part of it may be missing"


def _placed(edit: Edit, places: list[int]) -> Edit | None:
    """An edit of the text as seen as one of the draft; None where it would change what is finished, or a mark."""
    start, end, replacement = edit
    inside = places[start:end]
    if not inside:
        before = places[start - 1] + 1 if start and places[start - 1] >= 0 else -1
        place = places[start] if start < len(places) and places[start] >= 0 else before
        return (place, place, replacement) if place >= 0 else None
    if min(inside) < 0 or inside[-1] - inside[0] != len(inside) - 1:
        return None
    return inside[0], inside[-1] + 1, replacement


def is_typeset(text: str) -> bool:
    """Whether a text has mathematics in Unicode, so that it was not written in TeX, or was repaired before."""
    if text.isascii() or _TYPESET.search(text) is None:
        return False
    return not ("\\" in text or "_{" in text or "^{" in text)


def starts_word(char: str) -> bool:
    """Whether a character, or what a stand-in stands for, begins like a word."""
    return char.isalnum() or "\U000f0000" <= char <= "\U000f7fff"


def ends_word(char: str) -> bool:
    """Whether a character, or what a stand-in stands for, ends like a word."""
    return char.isalnum() or "\U000f0000" <= char <= "\U000f3fff" or "\U000f8000" <= char <= "\U000fbfff"


class Draft:
    """The parts of one text that are finished. Mutable: it lives as long as one text's repair."""

    __slots__ = ("_free", "_kept", "_last_seen", "holds_marks", "seen_symbols", "typeset")

    def __init__(self) -> None:
        self._kept: dict[str, Node] = {}
        self._free = list(_BLOCKS)
        self._last_seen: tuple[str, str, list[int]] = ("", "", [])
        self.holds_marks = False  # whether there may be stand-ins or marks
        self.typeset = False  # whether the text has mathematics in Unicode, so that it was not written in TeX
        self.seen_symbols: set[str] = set()  # Greek names that the text uses as symbols beyond doubt

    def keep(self, node: Node) -> str:
        """A stand-in for ``node``, to put in the text; its own characters after 16,382 nodes of a kind."""
        shown = to_text((node,))
        block = 2 * (not shown[:1].isalnum()) + (not shown[-1:].isalnum())
        code = self._free[block]
        if code >= _BLOCKS[block] + _BLOCK_SIZE:
            return shown
        self._free[block] += 1
        self.holds_marks = True
        self._kept[chr(code)] = node
        return chr(code)

    def literal(self, text: str) -> str:
        """A stand-in for characters that no rule may change; what is finished among them stays what it is."""
        if _PRIVATE.search(text):
            return _UNFINISHED.sub(lambda found: self.keep(Text(found[0])), text)
        return self.keep(Text(text))

    def node(self, stand_in: str) -> Node:
        """What a stand-in stands for."""
        return self._kept[stand_in]

    def shown(self, char: str) -> str:
        """What a reader sees of a character, which may be a stand-in."""
        return to_text((self._kept[char],)) if char in self._kept else char

    def edit(self, text: str, find: Finder) -> str:
        """``text`` with the edits that ``find`` wants in what a reader sees of it; what is finished stays as it is."""
        if not self.holds_marks or text.isascii() or not _ANY_MARK.search(text):
            return edited(text, find(text))
        seen, places = self._seen(text)
        return edited(text, (edit for found in find(seen) if (edit := _placed(found, places))))

    def _seen(self, text: str) -> tuple[str, list[int]]:
        """What a reader sees, and where in ``text`` each of its characters is; -1 within a finished part."""
        if self._last_seen[0] == text:
            return self._last_seen[1:]
        pieces: list[str] = []
        places: list[int] = []
        at = 0
        for found in _ANY_MARK.finditer(text):
            pieces.append(text[at : found.start()])
            places.extend(range(at, found.start()))
            at = found.end()
            if found[0] in self._kept:
                shown = self.shown(found[0])
                pieces.append(shown)
                places.extend([-1] * len(shown))
        pieces.append(text[at:])
        places.extend(range(at, len(text)))
        self._last_seen = text, "".join(pieces), places
        return self._last_seen[1:]

    def tex(self, stand_in: str) -> str:
        """The TeX of the formula that a stand-in stands for; "" for what is none."""
        node = self.node(stand_in)
        return node.tex if isinstance(node, Math) else ""

    def enter(self, text: str) -> str:
        """``text`` free of characters that mean something here: noncharacters become U+FFFD, private ones literals."""
        if text.isascii():
            return text
        self.typeset = is_typeset(text)
        text = _NONCHARACTERS.sub("\ufffd", text)
        return _PRIVATE.sub(lambda found: self.keep(Text(found[0])), text)

    def finish(self, text: str) -> Inline:
        """The tree that a repaired text stands for. Marks without a partner vanish."""
        if not self.holds_marks or text.isascii() or not _ANY_MARK.search(text):
            return (Text(text),) if text else ()
        stack: list[tuple[str, list[Node]]] = [("", [])]
        ignored = 0  # spans nested too deep
        for piece in self._pieces(text):
            if isinstance(piece, str):
                if piece in _ENDS:
                    if len(stack) > MAX_NESTING:
                        ignored += 1
                    else:
                        stack.append((piece, []))
                elif ignored:
                    ignored -= 1
                elif len(stack) > 1 and _ENDS[stack[-1][0]] == piece:
                    mark, children = stack.pop()
                    stack[-1][1].extend(_wrap(mark, children))
            else:
                stack[-1][1].append(piece)
        while len(stack) > 1:
            stack[-2][1].extend(stack.pop()[1])
        return _tidied(_joined(stack[0][1]))

    def _pieces(self, text: str) -> Iterator[Node | str]:
        at = 0
        for found in _ANY_MARK.finditer(text):
            if found.start() > at:
                yield Text(text[at : found.start()])
            at = found.end()
            yield self.node(found[0]) if found[0] >= "\U000f0000" else found[0]
        if at < len(text):
            yield Text(text[at:])


def _wrap(mark: str, children: list[Node]) -> list[Node]:
    inline = _joined(children)
    if not inline:
        return []
    match mark:
        case "\ufdd0":
            return [Emphasis(inline)]
        case "\ufdd2":
            return [Strong(inline)]
        case "\ufdd4":
            return [Superscript(inline)]
        case "\ufdd6":
            return [Subscript(inline)]
        case _:
            return [Unclear(inline, UNEXPANDED)]


def _tidied(inline: Inline) -> Inline:
    """``inline`` with single spaces, none at its ends, also where marks were between them."""
    shown = to_text(inline)
    if "  " not in shown and shown[:1] != " " and shown[-1:] != " ":
        return inline
    left, _ = _single_spaced(inline, True)
    return _without_end_space(left)


def _single_spaced(inline: Inline, spaced: bool) -> tuple[Inline, bool]:
    """Each run of spaces as one; ``spaced`` if one stands before, and in the answer, if one stands at the end."""
    nodes: list[Node] = []
    for node in inline:
        match node:
            case Text(text):
                text = _SPACES.sub(" ", text)
                text = text[1:] if spaced and text[:1] == " " else text
                if text:
                    nodes.append(Text(text))
                    spaced = text[-1] == " "
            case Emphasis(children) | Strong(children) | Superscript(children) | Subscript(children):
                children, spaced = _single_spaced(children, spaced)
                if children:
                    nodes.append(type(node)(children))
            case Unclear(children, reason):
                children, spaced = _single_spaced(children, spaced)
                if children:
                    nodes.append(Unclear(children, reason))
            case _:
                nodes.append(node)
                spaced = False
    return tuple(nodes), spaced


def _without_end_space(inline: Inline) -> Inline:
    match inline:
        case (*nodes, Text(text)) if text[-1:] == " ":
            return _without_end_space((*nodes, Text(text.rstrip(" "))) if text.strip(" ") else tuple(nodes))
        case (*nodes, Emphasis(children) | Strong(children) | Superscript(children) | Subscript(children) as last):
            children = _without_end_space(children)
            return (*nodes, type(last)(children)) if children else _without_end_space(tuple(nodes))
        case (*nodes, Unclear(children, reason)):
            children = _without_end_space(children)
            return (*nodes, Unclear(children, reason)) if children else _without_end_space(tuple(nodes))
        case _:
            return inline


def _joined(nodes: list[Node]) -> Inline:
    """Neighbouring texts as one."""
    joined: list[Node] = []
    for node in nodes:
        last = joined[-1] if joined else None
        if isinstance(node, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + node.text)
        else:
            joined.append(node)
    return tuple(joined)
