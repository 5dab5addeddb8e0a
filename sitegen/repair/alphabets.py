"""Letters of other alphabets, calligraphic, blackboard, Fraktur and bold ones: Unicode has them as characters."""

from __future__ import annotations

# Letters that Unicode had before the mathematical alphabets, which leave holes there (Unicode 16, chapter 22.2).
_HOLES = {
    "script": dict(zip("BEFHILMR", "ℬℰℱℋℐℒℳℛ", strict=True)),
    "double": dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)),
    "fraktur": dict(zip("CHIRZ", "ℭℌℑℜℨ", strict=True)),
    "bold": {},
}
_STARTS = {"script": 0x1D49C, "double": 0x1D538, "fraktur": 0x1D504, "bold": 0x1D400}
_GREEK_BOLD = {
    **{chr(0x391 + i): chr(0x1D6A8 + i) for i in range(25) if i != 17},
    **{chr(0x3B1 + i): chr(0x1D6C2 + i) for i in range(25)},
    "∇": "𝛁",
}
_DIGITS = {"double": 0x1D7D8, "bold": 0x1D7CE}


def in_alphabet(char: str, alphabet: str) -> str:
    """The mathematical letter of Unicode for ``char`` in ``script``, ``double``, ``fraktur`` or ``bold``; else itself.

    Letters, not ``mathvariant``: browsers' MathML Core knows only ``mathvariant="normal"``.
    """
    if alphabet not in _STARTS:
        return char
    if char in _HOLES[alphabet]:
        return _HOLES[alphabet][char]
    if alphabet == "script" and not "A" <= char <= "Z":
        return char  # TeX's calligraphic alphabet has capitals only
    if "A" <= char <= "Z":
        return chr(_STARTS[alphabet] + ord(char) - 65)
    if "a" <= char <= "z":
        return chr(_STARTS[alphabet] + 26 + ord(char) - 97)
    if "0" <= char <= "9" and alphabet in _DIGITS:
        return chr(_DIGITS[alphabet] + ord(char) - 48)
    return _GREEK_BOLD.get(char, char) if alphabet == "bold" else char
