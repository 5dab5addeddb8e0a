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

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

GAP_WORDS = 4
"""How many words ``...`` may stand for."""

_GAP = -1
_STOP = 0  # the atom of a sentence's end; phrases never run across it
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+|[.!?。！？](?=\s|$)")
_STOPS = frozenset(".!?。！？")
_VOWEL = re.compile("[aeiouy]")
_UNDOUBLED = frozenset("bdfglmnprst")


@dataclass(frozen=True, slots=True)
class Span:
    """A phrase's place in a text, as word numbers: from ``start`` up to, not including, ``end``."""

    phrase: int
    start: int
    end: int


def words(text: str) -> list[str]:
    """The text's words in their own case, and a stop after each sentence. Cost: 20 µs for an abstract."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _TOKEN.findall(text)


def fold(word: str) -> str:
    """Lower case, without accents, British and American spelling made equal (not always to a correct word)."""
    word = word.lower()
    if not word.isascii():
        word = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    word = word.replace("z", "s")
    if len(word) > 5:
        word = word.replace("our", "or")
        if word.endswith("tre"):
            word = word[:-2] + "er"
    return word


def stem(folded: str) -> str:
    """A folded word without plural, ``-ing``, ``-ed`` and final ``e``: equal for the forms of one word, not a word."""
    if len(folded) < 4:
        return folded
    if folded.endswith("ies"):
        folded = folded[:-3] + "y"
    elif folded.endswith("s") and not folded.endswith(("ss", "us", "is")):
        folded = folded[:-1]
    if folded.endswith("ing") and len(folded) > 5 and _VOWEL.search(folded[:-3]):
        folded = folded[:-3]
    elif folded.endswith("ed") and not folded.endswith("eed") and len(folded) > 4 and _VOWEL.search(folded[:-2]):
        folded = folded[:-2]
    if len(folded) > 3 and folded.endswith("e"):
        folded = folded[:-1]
    if len(folded) > 3 and folded[-1] == folded[-2] and folded[-1] in _UNDOUBLED:
        folded = folded[:-1]
    return folded


class Phrases:
    """A fixed list of phrases, ready to be found in any number of texts.

    ``find`` costs some 50 µs for an abstract, nearly independent of the number of phrases: each distinct word is
    reduced once to the phrase words ("atoms") that it satisfies, and only words that begin a phrase are looked at.
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        self._atoms: dict[str, int] = {}
        self._starts: dict[int, list[tuple[tuple[int, ...], int]]] = {}
        for number, phrase in enumerate(phrases):
            for first, *rest in _variants(phrase):
                atoms = tuple(_GAP if word == "..." else self._atom(word) for word in rest)
                self._starts.setdefault(self._atom(first), []).append((atoms, number))
        self._known: dict[str, tuple[int, ...]] = dict.fromkeys(_STOPS, (_STOP,))

    def atoms(self, text: str) -> list[tuple[int, ...]]:
        """For each word of the text, the atoms that it satisfies: the form in which texts are searched."""
        known = self._known
        tokens = words(text)
        try:
            return [known[token] for token in tokens]
        except KeyError:
            for token in tokens:
                if token not in known:
                    known[token] = self._satisfied(token)
        return [known[token] for token in tokens]

    def find(self, atoms: Sequence[tuple[int, ...]]) -> Iterator[Span]:
        """Every occurrence of every phrase, in order of its first word; occurrences may overlap."""
        starts = self._starts
        for at, satisfied in enumerate(atoms):
            for atom in satisfied:
                for rest, number in starts.get(atom, ()):
                    end = _matches(rest, 0, atoms, at + 1) if rest else at + 1
                    if end:
                        yield Span(number, at, end)

    def _atom(self, written: str) -> int:
        return self._atoms.setdefault(_key(written), len(self._atoms) + 1)

    def _satisfied(self, token: str) -> tuple[int, ...]:
        folded = fold(token)
        keys = [stem(folded), "=" + folded, "'" + token]
        if token.endswith("s"):
            keys.append("'" + token[:-1])
        keys += [folded[:length] + "*" for length in range(2, len(folded) + 1)]
        return tuple(self._atoms[key] for key in keys if key in self._atoms)


def _key(written: str) -> str:
    """How an atom is told from others: ``stem``, ``=form``, ``'Capitals`` or ``prefix*``."""
    if written.startswith("="):
        return "=" + fold(written[1:])
    if written.endswith("*"):
        return fold(written[:-1]) + "*"
    return "'" + written if _capitals(written) else stem(fold(written))


def _capitals(word: str) -> bool:
    return word[1:] != word[1:].lower()


def _variants(phrase: str) -> Iterator[tuple[str, ...]]:
    """The word sequences that a written phrase stands for; none where it holds no word."""
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


def _matches(rest: tuple[int, ...], done: int, atoms: Sequence[tuple[int, ...]], at: int) -> int:
    """Where the phrase ends if the rest of it, from ``done``, stands at word ``at``; 0 where it does not."""
    while done < len(rest):
        if rest[done] == _GAP:
            for skip in range(GAP_WORDS + 1):
                end = _matches(rest, done + 1, atoms, at + skip)
                if end:
                    return end
                if at + skip >= len(atoms) or _STOP in atoms[at + skip]:
                    return 0
            return 0
        if at >= len(atoms) or rest[done] not in atoms[at]:
            return 0
        done += 1
        at += 1
    return at


def stops(atoms: Iterable[tuple[int, ...]]) -> list[int]:
    """The word numbers at which sentences end, in order."""
    return [at for at, satisfied in enumerate(atoms) if _STOP in satisfied]
