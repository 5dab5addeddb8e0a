"""A text while it is being repaired: one string, in which finished parts are single stand-in characters.

Rules work on one plain string, so each sees its neighbours across a link, a formula or an emphasised word, and a
rule is a few regular expressions. What a rule has finished, no later rule may touch: it goes into the draft with
`keep` and leaves a stand-in (a private-use character of plane 15). Spans are opened and closed by marks (Unicode
noncharacters, which no text may contain), so that later rules still reach the words inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.repair.inline import Emphasis, Inline, Node, Strong, Subscript, Superscript, Text, Unclear

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

_FIRST, _LAST = 0xF0000, 0xFFFFD
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
_UNFINISHED = re.compile(f"[^{KEPT}]+")

UNEXPANDED = "A command of the author's that this text does not define"
INCOMPLETE = "The source of this formula is damaged; a part of it may be missing"


class Draft:
    """The parts of one text that are finished. Mutable: it lives as long as one text's repair."""

    __slots__ = ("_kept", "seen_symbols")

    def __init__(self) -> None:
        self._kept: list[Node] = []
        self.seen_symbols: set[str] = set()  # Greek names that the text uses as symbols beyond doubt

    def keep(self, node: Node) -> str:
        """A stand-in for ``node``, to put in the text; for more than 65,534 nodes the node's own characters."""
        if len(self._kept) > _LAST - _FIRST:
            return node.text if isinstance(node, Text) else ""
        self._kept.append(node)
        return chr(_FIRST + len(self._kept) - 1)

    def literal(self, text: str) -> str:
        """A stand-in for characters that no rule may change; what is finished among them stays what it is."""
        if _PRIVATE.search(text):
            return _UNFINISHED.sub(lambda found: self.keep(Text(found[0])), text)
        return self.keep(Text(text))

    def node(self, stand_in: str) -> Node:
        """What a stand-in stands for."""
        return self._kept[ord(stand_in) - _FIRST]

    def enter(self, text: str) -> str:
        """``text`` free of characters that mean something here: noncharacters become U+FFFD, private ones literals."""
        text = _NONCHARACTERS.sub("\ufffd", text)
        return _PRIVATE.sub(lambda found: self.keep(Text(found[0])), text)

    def finish(self, text: str) -> Inline:
        """The tree that a repaired text stands for. Marks without a partner vanish."""
        if not _ANY_MARK.search(text):
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
        return _joined(stack[0][1])

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
