r"""Formulas that lost their dollar signs, and often their backslashes: ``O(n^2)``, ``n to infty``, ``sim30%``.

The package `bare_math` finds them and restores their TeX. What has no letters ends as plain characters (``∼30%``,
``16×16``), the rest as a formula.
"""

from __future__ import annotations

import re

from sitegen.repair.bare_math import restore
from sitegen.repair.bare_math.extent import expressions
from sitegen.repair.bare_math.senses import resolve
from sitegen.repair.bare_math.tokens import Tokens
from sitegen.repair.bare_math.triggers import holds_names
from sitegen.repair.bare_math.vocabulary import Sense
from sitegen.repair.formula import formula
from sitegen.repair.inline import Unclear
from sitegen.repair.placeholders import INCOMPLETE, KEPT, MARKS, SUPERSCRIPT, SUPERSCRIPT_END, UNEXPANDED, Draft
from sitegen.repair.rule import Rule
from sitegen.repair.symbols import GREEK

_EATEN = re.compile(r"math(?:cal|bb|scr|frak)\s*\{(?=[^{}]*[_^/+*(])")
_MARKED = re.compile(f"[{MARKS}]")
_POWER = re.compile(r"\s?\^(?:\{([^{}A-Za-z]*)\}|([-+−]?\d+|[*+∘°]))")
# A sentence at a time: most hold no formula, and what stands beside a sign is in its sentence.
_SENTENCE = re.compile(r"(?<=[a-z]\. )(?=[A-Z])")
_NAME = re.compile(r"[A-Za-z]+")
_THIN_SPACE = re.compile(r",(?<=\d,)(?=%)")  # 68\,\% without its backslashes
# A dollar sign that closed a formula; not "US$ 10", nor "10$".
_CLOSING = re.compile(rf"\$(?<=[A-Za-z)\]}}.,{KEPT} ]\$)(?<![A-Z][A-Z]\$)(?! ?\d|[\w$/:{{(])(?<! \$(?![,.;:)]))")


def _repair(text: str, draft: Draft) -> str:
    repaired = "".join(
        _sentence(sentence, draft) if holds_names(sentence) else sentence for sentence in _SENTENCE.split(text)
    )
    if ",%" in repaired:
        repaired = _THIN_SPACE.sub("", repaired)
    return _CLOSING.sub("", repaired) if "$" in repaired and repaired != text else repaired


def _sentence(text: str, draft: Draft) -> str:
    tokens = Tokens(text, lambda stand_in: bool(draft.tex(stand_in)))
    proofs = resolve(tokens)
    pieces: list[str] = []
    at = 0
    for first, stop in expressions(tokens, proofs):
        begin, end = tokens.starts[first], tokens.ends[stop - 1]
        begin, end = _widened(text, begin, end, at)
        written = _written(tokens, first, stop, draft)
        if written is None:
            continue
        draft.seen_symbols.update(name for name in _NAME.findall(text[begin:end]) if name in GREEK)
        pieces += (text[at:begin], written)
        at = end
    return "".join(pieces) + text[at:]


def _widened(text: str, begin: int, end: int, at: int) -> tuple[int, int]:
    """An expression with the dollar sign beside it whose partner is lost, or a thin space that lost its backslash."""
    if begin - 1 > at and text[begin - 2 : begin] == " ,":
        begin -= 1
    if text[begin - 3 : begin] == " % ":
        begin -= 2  # the end of a line of source
    opening = text.rfind("$", max(begin - 2, at), begin)
    if opening >= 0 and not text[opening + 1 : begin].strip() and not text[opening - 1 : opening].isupper():
        begin = opening
    if text[end : end + 1] == "$" and not text[end + 1 : end + 2].isalnum():
        end += 1
    if text[end : end + 2] == ",," and text[end + 2 : end + 3] in ("", " "):
        end += 1  # c^\dagger,\,
    return begin, end


def _written(tokens: Tokens, first: int, stop: int, draft: Draft) -> str | None:
    """What an expression becomes; None where it touches what is finished and no formula."""
    words = tokens.words[first:stop]
    if any(_MARKED.match(word) for word in words):
        return None
    plain = restore.plain(tokens, first, stop)
    if plain is not None:
        raised = _POWER.sub(_power, plain)
        if "^" not in raised and "_" not in raised and "{" not in raised:
            return raised
    unfinished = [
        word for at, word in enumerate(words, first) if _is_kept(word) and tokens.senses[at] is not Sense.KEPT
    ]
    if not all(draft.shown(word).isalnum() for word in unfinished):
        return None
    node = formula(
        restore.to_tex(tokens, first, stop, lambda kept: draft.tex(kept) or f"\\text{{{draft.shown(kept)}}}")
    )
    if unfinished:
        return draft.keep(Unclear((node,), UNEXPANDED))
    if _EATEN.search("".join(words)):
        # `\sqrt{\mathcal{C}_\Phi/m}` that lost its outer command leaves one group around all of it.
        return draft.keep(Unclear((node,), INCOMPLETE))
    return draft.keep(node)


def _is_kept(word: str) -> bool:
    return KEPT[0] <= word[:1] <= KEPT[-1]


def _power(found: re.Match[str]) -> str:
    exponent = (found[1] if found[1] is not None else found[2]).strip()
    if exponent in ("∘", "°"):
        return "°"
    return f"{SUPERSCRIPT}{exponent.replace('-', '−')}{SUPERSCRIPT_END}" if exponent else ""


RULE = Rule("bare math", (), _repair, bare=True)
