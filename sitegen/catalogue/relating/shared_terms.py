"""How the terms that two papers share are written: in the paper's own words, phrases before single words.

Only terms that tell a topic (`Statistics.telling`) are shown; a word by itself only where one of the two papers says it
repeatedly, and it is not of those that every paper of a field uses (`words/stopwords.txt`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import islice
from typing import NamedTuple

from sitegen.catalogue.relating.terms import Terms, Text, generic, halves, number_of, tokens
from sitegen.catalogue.relating.weights import COMMON_TOPIC, Vector
from sitegen.words.scripts import is_unspaced
from sitegen.work import Later, Task, Work

MOST = 4
LONGEST_PHRASE = 4  # words
LONGEST_UNSPACED = 6  # characters of a script without spaces
PHRASE_BONUS = 1.6  # a pair stands before a single word that weighs as much
WORTH_SAYING = 0.25  # share of the best term's rating from which on another is shown too
_FAR = 40  # characters in which the next word is looked for


class Weighed(NamedTuple):
    """A text with its terms, and what the weightiest of them weigh: those in ``columns``."""

    text: Text
    terms: Terms
    weights: bytes
    columns: bytes


class Side(NamedTuple):
    """A paper beside those that it may share terms with; ``telling`` says how well each of its ``columns`` tells."""

    one: Weighed
    telling: bytes
    others: tuple[Weighed, ...]


Shared = tuple[tuple[str, ...], ...]
"""For each other paper up to `MOST` terms, strongest first; none where none tells a topic."""


def shared_terms(
    texts: Sequence[Text],
    terms: Sequence[Terms],
    vectors: Sequence[Vector],
    telling: bytes,
    neighbours: Iterable[Sequence[int]],
    work: Work,
) -> Iterator[Shared]:
    """What each paper shares with its ``neighbours``, given by their places. 80 µs a paper."""
    papers = [Weighed(text, its, *v[1:]) for text, its, v in zip(texts, terms, vectors, strict=True)]
    digest = cache(lambda place: _digest(papers[place]))

    def side(place: int, others: Sequence[int]) -> Later[Side]:
        tells = bytes(map(telling.__getitem__, vectors[place].rows))
        key = b"".join([tells, *map(digest, (place, *others))])
        return Later(key, lambda: Side(papers[place], tells, tuple(map(papers.__getitem__, others))))

    return work.each(_SHARED, None, map(side, range(len(papers)), neighbours))


def only_generic(terms: Sequence[str]) -> bool:
    """Whether terms are shared, but such as any text of the field has ("neural network")."""
    return bool(terms) and all(map(_is_generic, terms))


def _digest(paper: Weighed) -> bytes:
    """What tells this paper from any other; its terms follow from its text."""
    text = "\0".join(paper.text).encode("utf-8", "surrogatepass")
    return blake2b(b"\0".join((paper.weights, paper.columns, text)), digest_size=16).digest()


def _sharing(nothing: None) -> Callable[[Side], Shared]:
    return _shared


def _shared(side: Side) -> Shared:
    one, telling, others = side
    if not others:
        return ()
    ids = one.terms.ids()
    own = {
        ids[column]: (column, weight * tells if tells > COMMON_TOPIC else 0)
        for column, weight, tells in zip(one.columns, one.weights, telling, strict=True)
        if tells
    }
    forms = one.terms.forms.split("\n")
    text = ". ".join(one.text)
    found = []
    for other in others:
        rated = sorted(_rated(own, one.terms, other))
        telling_ones = [forms[column] for rating, column in rated if rating < rated[0][0] * WORTH_SAYING]
        common = [forms[column] for rating, column in rated if not rating]
        found.append(_written(telling_ones, common, text, ". ".join(other.text)))
    return tuple(found)


def _rated(own: Mapping[int, tuple[int, int]], terms: Terms, other: Weighed) -> Iterator[tuple[float, int]]:
    """The terms of a paper, as columns, that the other has too, by what they weigh; ``own`` is column and weight."""
    theirs = other.terms.ids()
    for its_column, its_weight in zip(other.columns, other.weights, strict=True):
        if theirs[its_column] in own:
            column, weight = own[theirs[its_column]]
            if column >= terms.words:
                yield -PHRASE_BONUS * weight * its_weight, column
            elif column < terms.repeated or its_column < other.terms.repeated:
                yield -weight * its_weight, column


def _written(telling: Iterable[str], common: Iterable[str], text: str, other: str) -> tuple[str, ...]:
    """The first few terms as ``text`` has them, phrases as long as both texts have them, none twice.

    Where none of those that tell a topic is left, one is better than none: of generic words ("language models"), or a
    ``common`` one ("architecture search", where half of the papers are on it).
    """
    lower = other.lower()
    found: dict[str, frozenset[int]] = {}
    of_generic_words = []
    for form in telling:
        words = _words(form)
        if _is_generic(form):
            of_generic_words.append(form)
        elif not any(words <= longer for longer in found.values()):
            phrase = _grown(form, text, lower)
            if not (words := _words(phrase)):
                continue
            found = {known: its for known, its in found.items() if not its <= words}
            found[_lowered(phrase, (text, other))] = words
            if len(found) == MOST:
                break
    if not found:
        phrases = [form for form in of_generic_words if " " in form]
        phrases += [form for form in common if not _is_generic(form)]
        whole = filter(None, (_grown(form, text, lower) for form in phrases))
        return tuple([_lowered(phrase, (text, other)) for phrase in islice(whole, 1)])
    return tuple(sorted(found, key=lambda form: len(found[form]) == 1)) if len(found) > 1 else tuple(found)


@lru_cache(1024)
def _words(form: str) -> frozenset[int]:
    return frozenset(map(number_of, tokens(form)))


def _is_generic(form: str) -> bool:
    """Whether a term is of words that tell no topic; half a word does with its other half ("sub-network")."""
    words = list(map(number_of, tokens(form)))
    return generic().issuperset(words) and halves().isdisjoint(words[:-1])


def _grown(form: str, text: str, other: str) -> str:
    """A term of ``text`` with the words around it that stand in ``other`` too, which is in small letters.

    Where ``text`` has the term for the last time, or else the first, with more in common than itself. ``""`` where it
    is a part of compounds alone, of which the other has none: "pre" of "pre-training".
    """
    for written in (form, form.replace(" ", "-"), form.replace(" ", "")) if " " in form else (form,):
        if (last := text.rfind(written)) >= 0:
            phrase = _around(last, last + len(written), text, other)
            if len(phrase) <= len(written) and (first := text.find(written)) < last:
                phrase = _around(first, first + len(written), text, other)
            return phrase
    return form.replace(" ", "") if is_unspaced(form) else form


def _around(start: int, end: int, text: str, other: str) -> str:
    """The longest phrase around the one between two places."""
    for _ in range((LONGEST_UNSPACED if is_unspaced(text[start]) else LONGEST_PHRASE) - 2):
        if (longer := _end_of_next(text, end)) and _is_in(text[start:longer], other):
            end = longer
        elif (longer := _start_of_last(text, start)) < start and _is_in(text[longer:end], other):
            start = longer
        else:
            break
    phrase = text[start : _end_of_compound(text, start, end, other)]
    return "".join(phrase.split()) if is_unspaced(phrase) else " ".join(phrase.split())


def _end_of_compound(text: str, start: int, end: int, other: str) -> int:
    """Where a phrase ends that tears no compound: behind "pre-training" if both texts have that, else before "pre".

    A first part that is a word by itself, like the one of "attention-based", may stand alone.
    """
    while text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        longer = _end_of_next(text, end)
        if not longer or not _is_in(text[start:longer], other):
            last = re.escape(text[max(start, text.rfind(" ", start, end) + 1) : end])
            alone = re.compile(rf"\b{last}s?\b(?!-)", re.IGNORECASE).search
            return end if alone(text) or alone(other) else max(start, text.rfind(" ", start, end))
        end = longer
    return end


def _end_of_next(text: str, end: int) -> int:
    """Where the word after a phrase ends; 0 if none follows that may belong to it."""
    following = tokens(text[end : end + _FAR])[:1]
    return text.index(following[0], end) + len(following[0]) if following and number_of(following[0]) else 0


def _start_of_last(text: str, start: int) -> int:
    """Where the word before a phrase begins; ``start`` if none stands there that may belong to it."""
    before = tokens(text[max(0, start - _FAR) : start])[-1:]
    return text.rindex(before[0], 0, start) if before and number_of(before[0]) else start


def _is_in(phrase: str, other: str) -> bool:
    """Whether a text in small letters has the phrase; in the plural or not."""
    low = phrase.lower()
    return low in other or low.removesuffix("s") in other


def _lowered(phrase: str, texts: Iterable[str]) -> str:
    """The phrase without capitals that its words lack elsewhere in the texts: "pruning", but "LoRA" and "Fourier"."""
    if phrase.islower():
        return phrase
    for word in tokens(phrase):
        if word[0].isupper() and word[1:].islower():
            low = word.lower()
            if any(before + low in text for text in texts for before in (" ", "-", "(")):
                phrase = phrase.replace(word, low)
    return phrase


_SHARED = Task(_sharing, None, Side, Shared)
