"""How single characters are written in TeX source: what must be escaped, and the symbols text fonts lack."""

from __future__ import annotations

import re

from sitegen.repair.patterns import lazy

# Characters that mean something to TeX itself (TeXbook, chapter 7), and typographic ones with a classic spelling.
_SPELT = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",  # BibTeX would count an escaped brace as one
    "}": "\\textbraceright{}",
    "$": "\\$",
    "&": "\\&",
    "#": "\\#",
    "%": "\\%",
    "_": "\\_",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    "<": "\\textless{}",
    ">": "\\textgreater{}",
    "|": "\\textbar{}",
    "`": "\\textasciigrave{}",
    '"': "\\textquotedbl{}",
    "\u00a0": "~",
    "“": "``",
    "”": "''",
    "‘": "`",
    "’": "'",
    "–": "--",
    "—": "---",
    "…": "\\ldots{}",
    "°": "\\textdegree{}",
    "•": "\\textbullet{}",
    "§": "\\S{}",
}

# Symbols of mathematics that stand in running text; the names are those of LaTeX's own symbol tables.
MATH_NAMES = {
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "ε": "varepsilon",
    "ϵ": "epsilon",
    "ζ": "zeta",
    "η": "eta",
    "θ": "theta",
    "ϑ": "vartheta",
    "ι": "iota",
    "κ": "kappa",
    "λ": "lambda",
    "μ": "mu",
    "µ": "mu",
    "ν": "nu",
    "ξ": "xi",
    "π": "pi",
    "ρ": "rho",
    "σ": "sigma",
    "τ": "tau",
    "υ": "upsilon",
    "φ": "varphi",
    "ϕ": "phi",
    "χ": "chi",
    "ψ": "psi",
    "ω": "omega",
    "Γ": "Gamma",
    "Δ": "Delta",
    "Θ": "Theta",
    "Λ": "Lambda",
    "Ξ": "Xi",
    "Π": "Pi",
    "Σ": "Sigma",
    "Φ": "Phi",
    "Ψ": "Psi",
    "Ω": "Omega",
    "×": "times",
    "÷": "div",
    "·": "cdot",
    "⋅": "cdot",
    "±": "pm",
    "∓": "mp",
    "∞": "infty",
    "∼": "sim",
    "≃": "simeq",
    "≈": "approx",
    "≅": "cong",
    "≡": "equiv",
    "≠": "neq",
    "≤": "leq",
    "≥": "geq",
    "≪": "ll",
    "≫": "gg",
    "≲": "lesssim",
    "≳": "gtrsim",
    "∝": "propto",
    "∈": "in",
    "∉": "notin",
    "⊂": "subset",
    "⊆": "subseteq",
    "∪": "cup",
    "∩": "cap",
    "∀": "forall",
    "∃": "exists",
    "∂": "partial",
    "∇": "nabla",
    "√": "sqrt{}",
    "∑": "sum",
    "∏": "prod",
    "∫": "int",
    "→": "to",
    "←": "leftarrow",
    "↔": "leftrightarrow",
    "⇒": "Rightarrow",
    "↦": "mapsto",
    "∘": "circ",
    "⊙": "odot",
    "⊗": "otimes",
    "⊕": "oplus",
    "ℓ": "ell",
    "−": "-",
    "∗": "ast",
    "†": "dagger",
    "‡": "ddagger",
    "⊤": "top",
    "⊥": "bot",
}
_SPELT.update({char: f"$\\{name}$" if name != "-" else "$-$" for char, name in MATH_NAMES.items()})
# Two Greek letters in a row are a Greek word, not two symbols.
_SPECIAL = lazy("[\u0370-\u03ff\u1f00-\u1fff]{2,}|[" + re.escape("".join(_SPELT)) + "]")
_IN_URL = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", "%": "\\%", "#": "\\#"})


def escape_tex(text: str) -> str:
    """``text`` as TeX source that prints the same characters; its braces balance."""
    return _SPECIAL().sub(lambda found: _SPELT.get(found[0], found[0]), text)


def escape_tex_url(href: str) -> str:
    r"""``href`` as the argument of ``\url``, also inside another command's argument (BibTeX fields are one)."""
    return href.translate(_IN_URL)
