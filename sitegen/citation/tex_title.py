r"""A title as a BibTeX field: TeX, with braces around what a style must not set in small letters.

Styles in sentence case make ``On the Norm of {BERT} and {ResNet-50}`` from title case; braces keep names as they are.
Braces around the whole title would forbid styles their own case, so only these are kept: words with a capital that
is not just the first letter, single capitals, words with a digit, formulas and symbols, and words that the paper's own
abstract has with a capital within a sentence (``Bayesian``) and nowhere without, but for terms whose capitals only show
where a short form comes from: ``Graph Neural Networks (GNNs)``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.repair.inline import Inline, Math, Text, Unclear, to_tex
from sitegen.repair.tex_letters import escape_tex

_PIECES = re.compile(r"([^\W_](?:[\w'’+*.]*[\w+*])?)|[^\w\s]+|_+")
_BRACES = re.compile(r"[{}]")
_COMPOUND = re.compile(r"[^\W_]\w*(?:-\w+)+")
_SHORT_FORM = re.compile(r"\((\w{2,10})\)")
_LONG_FORM = re.compile(r"(?:[A-Z][a-z]+ )+\Z")
_LONGEST = 300  # characters of a long form
_WITHIN = frozenset("abcdefghijklmnopqrstuvwxyz,;")  # what stands before the space inside a sentence
_CASED = 4  # letters of a word whose case tells titles in sentence case from those in title case


def tex_title(title: Inline, text: str, abstract: str) -> str:
    """The title in TeX, in one line, its braces balanced; ``text`` is the same plain, ``abstract`` the paper's."""
    tex = " ".join(_inline(title, _names(text, abstract)).split())
    return tex if _balances(tex) else escape_tex(" ".join(text.split()))


def _balances(tex: str) -> bool:
    r"""Whether the field ends where it should: BibTeX counts every brace, that of ``\{`` in a formula too."""
    depth = 0
    for brace in _BRACES.findall(tex):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _inline(title: Inline, names: frozenset[str]) -> str:
    """Only plain text is at the mercy of a style: what stands in the braces of a command is kept as it is."""
    parts = []
    for node in title:
        match node:
            case Text(text):
                parts.append(_PIECES.sub(lambda piece: _piece(piece, names), text))
            case Unclear(children):
                parts.append(_inline(children, names))
            case Math():
                parts.append(f"{{{to_tex((node,))}}}")
            case _:
                parts.append(to_tex((node,)))
    return "".join(parts)


def _piece(piece: re.Match[str], names: frozenset[str]) -> str:
    word = piece[1]
    if word is None:
        tex = escape_tex(piece[0])
        return f"{{{tex}}}" if "$" in tex.replace("\\$", "") or tex != tex.lower() else tex
    tex = word if word.isascii() and word.isalnum() else escape_tex(word)
    return f"{{{tex}}}" if word in names or _is_name(word) or "$" in tex else tex


def _is_name(word: str) -> bool:
    """Whether its letters alone say that a word is no ordinary one."""
    if word.islower():
        return False
    if len(word) == 1:
        return word.isupper() and word != "A"
    rest = word[1:]
    if rest.islower():
        return False
    return rest != rest.lower() or (word != word.lower() and any(c.isdigit() for c in rest))


def _names(title: str, abstract: str) -> frozenset[str]:
    """The words with a capital that are so by themselves and not by the title's style."""
    behind = [word for word in _PIECES.findall(title) if word][1:]
    capital = [word for word in behind if word[0].isupper() and len(word) > 1]
    abstract = _without_spelt_out(abstract)
    if _is_sentence_case(behind):
        return frozenset(capital)
    kept = {word for word in capital if _is_so_within(word, abstract)}
    for compound in _COMPOUND.findall(title):  # "U-Net": not "U-net", as its abstract shows
        if compound != compound.lower() and _is_name_of_parts(compound) and compound in abstract:
            kept.update(part for part in compound.split("-") if part[0].isupper())
    return frozenset(kept)


def _is_sentence_case(words: Sequence[str]) -> bool:
    """Whether most longer words of a title, but for the first one, are in small letters."""
    longer = [word for word in words if len(word) >= _CASED and word.isalpha()]
    return 2 * sum(word.islower() for word in longer) > len(longer)


def _is_name_of_parts(compound: str) -> bool:
    return any(_is_name(part) for part in compound.split("-"))


def _without_spelt_out(text: str) -> str:
    """The text with small letters in each term that has its initials behind it in brackets."""
    parts: list[str] = []
    done = 0
    for short in _SHORT_FORM.finditer(text):
        term = _LONG_FORM.search(text, max(done, short.start() - _LONGEST), short.start())
        if term and _abbreviates(short[1], term[0]):
            parts += (text[done : term.start()], text[term.start() : short.end()].lower())
            done = short.end()
    return "".join((*parts, text[done:]))


def _abbreviates(short: str, term: str) -> bool:
    """Whether the capitals of a short form begin words of the term, all but one of them at most: ``ViT``."""
    capitals = [mark for mark in short if mark.isupper()]
    initials = [word[0] for word in term.split()]
    return len(initials) > 1 and len(capitals) > 1 and capitals[: len(initials)] == initials[: len(capitals)]


def _is_so_within(word: str, abstract: str) -> bool:
    small = word.lower()
    if f" {small}" in abstract or f" {small.removesuffix('s')} " in abstract:
        return False
    spaced = f" {word}"
    at = abstract.find(spaced)
    while at > 0:
        if abstract[at - 1] in _WITHIN and not abstract[at + len(spaced) : at + len(spaced) + 1].isalnum():
            return True
        at = abstract.find(spaced, at + 1)
    return False
