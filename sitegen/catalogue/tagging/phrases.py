"""Where do the phrases of the tag rules stand in a text? One pass over the words, whatever the number of phrases.

How a phrase is written (for authors of `site.yaml`):

- words match as such and inflected: plural, ``-ing``, ``-ed``, British or American spelling, accents or none;
- a space also matches a hyphen; a hyphen also matches a space or nothing (``multi-task``: multi task, multitask);
- a capital after a word's first letter asks for exactly these capitals (``GAN`` matches GAN and GANs, never gan);
- ``=`` before a word asks for this form alone, whatever its capitals (``=pre-training`` is not pre-trained);
- ``*`` at a word's end matches any ending (``equivarian*``);
- ``/`` separates alternatives for one word (``predict/generate weights``);
- ``...`` stands for up to four words of the same sentence (``predict ... weights``).

Words of scripts without spaces (Chinese, Japanese, Thai …) are matched character by character.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from types import MappingProxyType
from typing import NamedTuple

from sitegen.words.stem import spelling, stem
from sitegen.words.tokens import tokeniser

GAP_WORDS = 4
"""How many words ``...`` may stand for."""

_STOP = 0  # the atom of a sentence's end; phrases never run across it
_STOPS = frozenset(".!?。！？")
_tokens = tokeniser(r"[.!?。！？](?=\s|$)")


Span = tuple[int, int, int]
"""A phrase in a text: the phrase's number, the number of its first word, that of the word after its last."""


def words(text: str) -> list[str]:
    """The text's words in their own case, and a stop after each sentence."""
    return _tokens(text if text.isascii() else unicodedata.normalize("NFKC", text))


@dataclass(slots=True)
class _Node:
    """A place in the tree of all phrases: the phrases that end here and the words that may follow."""

    ends: list[int] = field(default_factory=list)
    next: dict[int, _Node] = field(default_factory=dict)
    gap: _Node | None = None  # what may follow after some words in between


class Word(NamedTuple):
    """A word of a text, as the phrases see it: which of their words ("atoms") it is, and what it can begin."""

    atoms: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()  # phrases of this word alone
    pairs: Mapping[int, Sequence[_Node]] = MappingProxyType({})  # where phrases are after the atom that comes next
    gaps: tuple[_Node, ...] = ()  # what may follow after some words in between


_PLAIN = Word()
_END = Word(atoms=(_STOP,))


class Phrases:
    """A fixed list of phrases, ready to be found in any number of texts.

    Each distinct word of the texts is reduced once to what it means for the phrases; then only words that can begin a
    phrase are followed. So a text costs nearly the same for ten phrases and for thousands (0.1 ms an abstract).
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        self._atoms: dict[str, int] = {}
        self._prefixes: dict[str, list[tuple[str, int]]] = {}
        self._roots: dict[int, _Node] = {}
        self._keys: dict[str, int] = {}
        self._heads: set[str] = set()
        self._words = _Words(self._word)
        for number, phrase in enumerate(phrases):
            for first, *rest in _variants(phrase):
                node = self._roots.setdefault(self._atom(first), _Node())
                for word in rest:
                    if word == "...":
                        node.gap = node = node.gap or _Node()
                    else:
                        node = node.next.setdefault(self._atom(word), _Node())
                node.ends.append(number)

    def read(self, text: str) -> list[Word]:
        """The text in the form in which it is searched."""
        return list(map(self._words.__getitem__, words(text)))

    def find(self, text: Sequence[Word]) -> list[Span]:
        """Every occurrence of every phrase, in order of its first word; occurrences may overlap."""
        found: list[Span] = []
        last = len(text)
        for at, (_, ends, pairs, gaps) in enumerate(text, 1):
            if ends:
                found += [(number, at - 1, at) for number in ends]
            if pairs and at < last:
                for atom in text[at][0]:
                    for node in pairs.get(atom, ()):
                        _arrive(node, text, at - 1, at + 1, found, None)
            for node in gaps:
                _leap(node, text, at - 1, at, found, None)
        return found

    def _atom(self, written: str) -> int:
        atom = self._keys.get(written)
        if atom is None:
            key = _key(written)
            atom = self._keys[written] = self._atoms.setdefault(key, len(self._atoms) + 1)
            self._heads.add(spelling(written.strip("=*"))[:3])
            if key.endswith("*"):
                prefixes = self._prefixes.setdefault(key[:2], [])
                if (key[:-1], atom) not in prefixes:
                    prefixes.append((key[:-1], atom))
        return atom

    def _word(self, token: str) -> Word:
        """What a word that was not met before means for the phrases."""
        if token in _STOPS:
            return _END
        folded = spelling(token)
        if folded[:3] not in self._heads and folded[:2] not in self._heads:
            return _PLAIN
        keys = [stem(folded), "=" + folded]
        if _capitals(token):
            keys += ["'" + token, "'" + token.removesuffix("s")]
        atoms = {self._atoms[key] for key in keys if key in self._atoms}
        atoms.update(atom for prefix, atom in self._prefixes.get(folded[:2], ()) if folded.startswith(prefix))
        if not atoms:
            return _PLAIN
        roots = [self._roots[atom] for atom in sorted(atoms) if atom in self._roots]
        pairs: dict[int, list[_Node]] = {}
        for root in roots:
            for atom, node in root.next.items():
                pairs.setdefault(atom, []).append(node)
        return Word(
            atoms=tuple(sorted(atoms)),
            ends=tuple(number for root in roots for number in root.ends),
            pairs=pairs,
            gaps=tuple(root.gap for root in roots if root.gap),
        )


class _Words(dict[str, Word]):
    """Each distinct word, looked into once."""

    def __init__(self, look: Callable[[str], Word]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, token: str) -> Word:
        word = self[token] = self._look(token)
        return word


_Seen = set[tuple[int, int, int]]
"""Where gaps led already (which gap, to which word, as which atom): several in a phrase must not multiply the ways."""


def _arrive(node: _Node, text: Sequence[Word], start: int, at: int, found: list[Span], seen: _Seen | None) -> None:
    """Adds the phrases that begin at word ``start`` and lead to ``node`` before word ``at``, and follows those on."""
    if node.ends:
        found += [(number, start, at) for number in node.ends]
    if node.next and at < len(text):
        for atom in text[at][0]:
            if atom in node.next:
                _arrive(node.next[atom], text, start, at + 1, found, seen)
    if node.gap:
        _leap(node.gap, text, start, at, found, seen)


def _leap(gap: _Node, text: Sequence[Word], start: int, at: int, found: list[Span], seen: _Seen | None) -> None:
    """Goes on with what may follow a gap, at each word from ``at`` on that the gap can lead to."""
    following = gap.next
    for after in range(at, min(at + GAP_WORDS + 1, len(text))):
        atoms = text[after][0]
        for atom in atoms:
            if atom in following:
                seen = set() if seen is None else seen
                if (id(gap), after, atom) not in seen:
                    seen.add((id(gap), after, atom))
                    _arrive(following[atom], text, start, after + 1, found, seen)
        if text[after] is _END:
            break


def _key(written: str) -> str:
    """How an atom is told from others: ``stem``, ``=form``, ``'Capitals`` or ``prefix*``."""
    if written.startswith("="):
        return "=" + spelling(written[1:])
    if written.endswith("*"):
        return spelling(written[:-1]) + "*"
    return "'" + written if _capitals(written) else stem(spelling(written))


def _capitals(word: str) -> bool:
    return word[1:] != word[1:].lower()


def _variants(phrase: str) -> Iterator[tuple[str, ...]]:
    """The word sequences that a written phrase stands for; none where it holds no word."""
    if phrase.isascii() and phrase.replace(" ", "").isalnum():
        yield tuple(phrase.split())
        return
    places = [list(_alternatives(place)) for place in phrase.split()]
    for choice in product(*(place for place in places if place)):
        sequence = tuple(word for part in choice for word in part)
        while sequence and sequence[-1] == "...":
            sequence = sequence[:-1]
        while sequence and sequence[0] == "...":
            sequence = sequence[1:]
        if sequence:
            yield sequence


def _alternatives(place: str) -> Iterator[tuple[str, ...]]:
    if place in {"...", "…"}:
        yield ("...",)
        return
    for written in place.split("/"):
        form, ending = "=" * written.startswith("="), "*" * written.endswith("*")
        parts = [part for part in words(written) if part not in _STOPS]
        if parts:
            yield (*(form + part for part in parts[:-1]), form + parts[-1] + ending)
        if len(parts) > 1 and "-" in written:
            joined = "".join(parts)
            yield (form + (joined if any(map(_capitals, parts)) else joined.lower()) + ending,)


def stops(text: Iterable[Word]) -> list[int]:
    """The word numbers at which sentences end, in order."""
    return [at for at, word in enumerate(text) if word is _END]
