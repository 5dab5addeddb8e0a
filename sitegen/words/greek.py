"""Greek letters as words: their names, for symbols, and their sounds, for Greek text."""

from __future__ import annotations

_LETTERS = "αβγδεζηθικλμνξοπρσςτυφχψω"
_NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon "
    "phi chi psi omega"
)
_SOUNDS = "a b g d e z e th i k l m n x o p r s s t u ph ch ps o"

NAMES = dict(zip(_LETTERS, _NAMES.split(), strict=True))
"""``β`` and its kin to ``beta``; small letters without accents."""

SOUNDS = dict(zip(_LETTERS, _SOUNDS.split(), strict=True))
"""``χ`` to ``ch``: how Greek words are written in Latin letters."""
