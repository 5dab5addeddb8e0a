"""Raised and lowered characters of Unicode: how `10^{160}` and `CO_2` look where there is only plain text."""

from __future__ import annotations

# Unicode 16, blocks "Superscripts and Subscripts", "Phonetic Extensions", "Modifier Letters"; only characters that
# NFKC maps back to the plain one, so that a search for the plain form still finds them.
_RAISED = dict(
    zip(
        "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ",
        strict=True,
    )
)
_RAISED |= {prime: prime for prime in "′″‴°"}  # raised as they are
_LOWERED = dict(
    zip(
        "0123456789+-−=()aehijklmnoprstuvxβγρφχ",
        "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
        strict=True,
    )
)


def as_superscript(text: str) -> str:
    """``text`` raised, where Unicode has every character of it; otherwise ``^text`` or ``^(text)``."""
    return _shift(text, _RAISED, "^")


def as_subscript(text: str) -> str:
    """``text`` lowered, where Unicode has every character of it; otherwise ``_text`` or ``_(text)``."""
    return _shift(text, _LOWERED, "_")


def _shift(text: str, table: dict[str, str], mark: str) -> str:
    if text and all(char in table for char in text):
        return "".join(table[char] for char in text)
    whole = text.isalpha() or text.isdecimal()
    if (whole and (text.isupper() or text.islower())) or len(text) == 1 or (text[:1] == "(" and text[-1:] == ")"):
        return mark + text
    return f"{mark}({text})" if text else ""
