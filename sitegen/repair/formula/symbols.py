"""The commands of TeX mathematics that a single character or a short upright word stands for.

Names and characters follow LaTeX's symbol tables and the "unicode-math" mapping; the classes are TeX's own
(TeXbook, chapter 17), since spacing and MathML's element both follow from them.
"""

from __future__ import annotations

import enum


class Kind(enum.Enum):
    """What a symbol is in a formula."""

    ORDINARY = enum.auto()  # x, α, ∞
    LARGE = enum.auto()  # ∑: its scripts stand above and below
    BINARY = enum.auto()  # +, ×
    RELATION = enum.auto()  # =, ≤
    OPEN = enum.auto()
    CLOSE = enum.auto()
    POINT = enum.auto()  # comma, semicolon
    FUNCTION = enum.auto()  # log, max: upright
    SPACE = enum.auto()


def _table(kind: Kind, source: str) -> dict[str, tuple[Kind, str]]:
    words = source.split()
    return {name: (kind, char) for name, char in zip(words[::2], words[1::2], strict=True)}


GREEK = _table(
    Kind.ORDINARY,
    """alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ
    mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ
    omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω""",
)
SYMBOLS: dict[str, tuple[Kind, str]] = {
    **GREEK,
    **_table(
        Kind.ORDINARY,
        """infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ emptyset ∅
        varnothing ∅ top ⊤ bot ⊥ angle ∠ prime ′ dagger † ddagger ‡ ldots … dots … cdots ⋯ dotsc … dotsb ⋯ vdots ⋮
        ddots ⋱ checkmark ✓ degree ° square □ blacksquare ■ triangle △ bigstar ★ clubsuit ♣ heartsuit ♡ imath ı jmath ȷ
        natural ♮ sharp ♯ flat ♭ surd √ backslash ∖ textdegree ° percent % wp ℘ complement ∁""",
    ),
    **_table(
        Kind.LARGE,
        """sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄""",
    ),
    **_table(Kind.ORDINARY, "int ∫ iint ∬ iiint ∭ oint ∮"),
    **_table(
        Kind.BINARY,
        """times × cdot · div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • cap ∩ cup ∪ uplus ⊎ vee ∨ lor ∨ wedge ∧ land ∧
        setminus ∖ smallsetminus ∖ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ amalg ⨿ diamond ⋄ wr ≀ ltimes ⋉ rtimes ⋊
        sqcap ⊓ sqcup ⊔ boxplus ⊞ boxtimes ⊠""",
    ),
    **_table(
        Kind.RELATION,
        """leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ gg ≫ lll ⋘ ggg ⋙ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ propto ∝
        lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ leqslant ⩽ geqslant ⩾ prec ≺ succ ≻ preceq ⪯ succeq ⪰ subset ⊂
        supset ⊃ subseteq ⊆ supseteq ⊇
        subsetneq ⊊ in ∈ ni ∋ notin ∉ mid ∣ nmid ∤ parallel ∥ perp ⟂ to → rightarrow → leftarrow ← leftrightarrow ↔
        Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ iff ⟺ longrightarrow ⟶ longleftarrow ⟵
        longleftrightarrow ⟷ mapsto ↦ longmapsto ⟼ uparrow ↑ downarrow ↓ updownarrow ↕ nearrow ↗ searrow ↘
        hookrightarrow ↪ rightharpoonup ⇀ rightleftharpoons ⇌ rightsquigarrow ⇝ leadsto ⇝ vdash ⊢ models ⊨ vDash ⊨
        asymp ≍ doteq ≐ triangleq ≜ coloneqq ≔
        trianglelefteq ⊴ because ∵ therefore ∴ approxeq ≊ gtrless ≷ lessgtr ≶ xrightarrow →""",
    ),
    **_table(Kind.OPEN, "langle ⟨ lfloor ⌊ lceil ⌈ lbrace { lbrack [ lvert | lVert ‖ ulcorner ⌜"),
    **_table(Kind.CLOSE, "rangle ⟩ rfloor ⌋ rceil ⌉ rbrace } rbrack ] rvert | rVert ‖ urcorner ⌝"),
    **_table(Kind.ORDINARY, "vert | Vert ‖ | ‖"),
    **_table(
        Kind.FUNCTION,
        """log log ln ln lg lg exp exp sin sin cos cos tan tan cot cot sec sec csc csc sinh sinh cosh cosh tanh tanh
        arcsin arcsin arccos arccos arctan arctan min min max max sup sup inf inf lim lim limsup limsup liminf liminf
        argmin argmin argmax argmax arg arg det det dim dim ker ker hom hom gcd gcd deg deg Pr Pr tr tr mod mod bmod mod
        diag diag rank rank sign sign sgn sgn softmax softmax poly poly polylog polylog""",
    ),
}
LIMITS = frozenset(("min", "max", "sup", "inf", "lim", "limsup", "liminf", "argmin", "argmax", "gcd", "det", "Pr"))
"""Functions whose subscript stands below them."""

SPACES = {",": "\u2009", ":": "\u2005", ";": "\u2004", " ": " ", "!": "", "quad": "\u2003", "qquad": "\u2003\u2003"}
SPACES |= {"thinspace": "\u2009", "enspace": "\u2002", "~": "\u00a0", ">": "\u2005", "\\": " "}

CHARACTERS: dict[str, Kind] = {
    **dict.fromkeys("+-−*×·⋅±∓∘⊗⊕⊙∪∩∖∧∨", Kind.BINARY),
    **dict.fromkeys("=<>≤≥≠≈∼≃≡≪≫≲≳∝∈∉⊂⊆⊃⊇→←↔⇒⇔↦∣", Kind.RELATION),
    **dict.fromkeys("([⟨⌊⌈", Kind.OPEN),
    **dict.fromkeys(")]⟩⌋⌉", Kind.CLOSE),
    **dict.fromkeys(",;:", Kind.POINT),
    **dict.fromkeys("∑∏", Kind.LARGE),
}

ACCENTS = {
    "hat": "^",
    "widehat": "^",
    "tilde": "~",
    "widetilde": "~",
    "bar": "¯",
    "overline": "¯",
    "vec": "→",
    "overrightarrow": "→",
    "dot": "˙",
    "ddot": "¨",
    "check": "ˇ",
    "breve": "˘",
    "mathring": "˚",
    "acute": "´",
    "grave": "`",
}
"""Marks above a symbol, as MathML wants them (spacing characters); their combining forms are in `write`."""

UPRIGHT = frozenset(
    {
        "mathrm",
        "rm",
        "text",
        "textrm",
        "textnormal",
        "mathup",
        "operatorname",
        "mbox",
        "hbox",
        "textsf",
        "mathsf",
        "sf",
        "texttt",
        "mathtt",
        "tt",
        "textit",
        "emph",
        "textbf",
        "textsc",
        "sc",
        "mathop",
        "textup",
    }
)
"""Commands whose argument is a word rather than a product of letters."""

ALPHABETS = {
    "mathcal": "script",
    "cal": "script",
    "mathscr": "script",
    "mathbb": "double",
    "mathds": "double",
    "Bbb": "double",
    "mathfrak": "fraktur",
    "mathbf": "bold",
    "bf": "bold",
    "boldsymbol": "bold",
    "bm": "bold",
    "pmb": "bold",
    "mathit": "italic",
    "it": "italic",
}
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
