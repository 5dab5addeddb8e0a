"""The commands of TeX mathematics that a single character or a short upright word stands for.

Names and characters follow LaTeX's symbol tables, the "unicode-math" mapping and the macros of AASTeX, which
astronomers use everywhere; the classes are TeX's own (TeXbook, chapter 17), since spacing and MathML's element both
follow from them.
"""

from __future__ import annotations

import enum

from sitegen.repair.word_sets import word_set


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
    """alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
    lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ
    chi χ psi ψ omega ω digamma ϝ Gamma Γ varGamma Γ Delta Δ varDelta Δ Theta Θ varTheta Θ Lambda Λ varLambda Λ Xi Ξ
    Pi Π Sigma Σ varSigma Σ Upsilon Υ Phi Φ varPhi Φ Psi Ψ varPsi Ψ Omega Ω varOmega Ω""",
)
SYMBOLS: dict[str, tuple[Kind, str]] = {
    **GREEK,
    **_table(
        Kind.ORDINARY,
        """infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ hslash ℏ Re ℜ Im ℑ aleph ℵ beth ℶ forall ∀ exists ∃ nexists ∄ neg ¬
        lnot ¬ emptyset ∅ varnothing ∅ top ⊤ bot ⊥ angle ∠ measuredangle ∡ prime ′ dagger † ddagger ‡
        ldots … dots … cdots ⋯ dotsc … dotsb ⋯ dotsm ⋯ mathellipsis … vdots ⋮ ddots ⋱ checkmark ✓ degree ° textdegree °
        arcsec ″ square □ Box □ blacksquare ■ triangle △ bigstar ★ clubsuit ♣ heartsuit ♡
        diamondsuit ♢ spadesuit ♠ imath ı jmath ȷ natural ♮ sharp ♯ flat ♭ surd √ backslash ∖ percent % wp ℘ mho ℧ eth ð
        complement ∁ AA Å lozenge ◊ Diamond ◇ therefore ∴ because ∵""",
    ),
    **_table(
        Kind.LARGE,
        """sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄
        bigsqcup ⨆""",
    ),
    **_table(Kind.ORDINARY, "int ∫ intop ∫ iint ∬ iiint ∭ oint ∮"),
    **_table(
        Kind.BINARY,
        """times × cdot · cdotp · centerdot · div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • cap ∩ cup ∪ uplus ⊎ vee ∨
        lor ∨ wedge ∧ land ∧ setminus ∖ smallsetminus ∖ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ amalg ⨿ diamond ⋄ wr ≀
        ltimes ⋉ rtimes ⋊ sqcap ⊓ sqcup ⊔ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ circledast ⊛ intercal ⊺ Cup ⋓ Cap ⋒
        bigtriangleup △ bigtriangledown ▽ triangleleft ◁ triangleright ▷ bigcirc ◯""",
    ),
    **_table(
        Kind.RELATION,
        """leq ≤ le ≤ leqq ≦ geq ≥ ge ≥ geqq ≧ neq ≠ ne ≠ ll ≪ gg ≫ lll ⋘ ggg ⋙ equiv ≡ sim ∼ thicksim ∼ backsim ∽
        simeq ≃ approx ≈ thickapprox ≈ cong ≅ ncong ≇ nsim ≁ propto ∝ varpropto ∝ lesssim ≲ gtrsim ≳ lessapprox
        ⪅ gtrapprox ⪆ leqslant ⩽ geqslant ⩾ nleq ≰ ngeq ≱ nless ≮ ngtr ≯ prec ≺ succ ≻ preceq ⪯ succeq ⪰
        preccurlyeq ≼ succcurlyeq ≽ precsim ≾ succsim ≿ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ nsubseteq ⊈
        nsupseteq ⊉ subsetneq ⊊ supsetneq ⊋ subsetneqq ⫋ Subset ⋐ Supset ⋑ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑
        sqsupseteq ⊒ in ∈ ni ∋ owns ∋ notin ∉ mid ∣ nmid ∤ shortmid ∣ parallel ∥ nparallel ∦ perp ⟂ to →
        rightarrow → gets ← leftarrow ← leftrightarrow ↔ nrightarrow ↛ nleftarrow ↚ Rightarrow ⇒ Leftarrow ⇐
        Leftrightarrow ⇔ implies ⟹ impliedby ⟸ iff ⟺ longrightarrow ⟶ longleftarrow ⟵ Longrightarrow ⟹
        Longleftrightarrow ⟺ longleftrightarrow ⟷ mapsto ↦ longmapsto ⟼ uparrow ↑ downarrow ↓ Uparrow ⇑
        Downarrow ⇓ updownarrow ↕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪ hookleftarrow ↩
        twoheadrightarrow ↠ rightarrowtail ↣ rightharpoonup ⇀ leftharpoonup ↼ rightharpoondown ⇁
        rightleftharpoons ⇌ leftrightarrows ⇆ rightrightarrows ⇉ rightsquigarrow ⇝ leadsto ⇝ dashrightarrow ⇢
        circlearrowleft ↺ circlearrowright ↻ curvearrowright ↷ curvearrowleft ↶ upharpoonright ↾ restriction ↾
        vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ nvdash ⊬ nvDash ⊭ asymp ≍ doteq ≐ triangleq ≜ coloneqq ≔
        coloneq ≔ eqqcolon ≕ trianglelefteq ⊴ vartriangleleft ⊲ lhd ⊲ rhd ⊳ bowtie ⋈ Join ⋈ smile ⌣ frown ⌢
        pitchfork ⋔ approxeq ≊ gtrless ≷ lessgtr ≶""",
    ),
    "colon": (Kind.POINT, ":"),
    **_table(Kind.OPEN, "langle ⟨ lfloor ⌊ lceil ⌈ lbrace { lbrack [ lvert | lVert ‖ ulcorner ⌜ llbracket ⟦"),
    **_table(Kind.CLOSE, "rangle ⟩ rfloor ⌋ rceil ⌉ rbrace } rbrack ] rvert | rVert ‖ urcorner ⌝ rrbracket ⟧"),
    **_table(Kind.ORDINARY, "vert | Vert ‖ | ‖"),
    **_table(
        Kind.FUNCTION,
        """log log ln ln lg lg exp exp sin sin cos cos tan tan cot cot sec sec csc csc sinh sinh cosh cosh tanh tanh
        coth coth arcsin arcsin arccos arccos arctan arctan min min max max sup sup inf inf lim lim limsup limsup
        liminf liminf varlimsup limsup varliminf liminf argmin argmin argmax argmax arg arg det det dim dim ker ker
        hom hom gcd gcd lcm lcm deg deg Pr Pr tr tr Tr Tr mod mod bmod mod diag diag rank rank sign sign sgn sgn
        softmax softmax poly poly polylog polylog supp supp span span conv conv Aut Aut End End Hom Hom Ext Ext
        Spec Spec Ric Ric Lip Lip Gal Gal Sym Sym Pic Pic Isom Isom
        injlim injlim projlim projlim esssup esssup""",
    ),
}
_ALIASES = """
    la lesssim ga gtrsim lsim lesssim gsim gtrsim simlt lesssim simgt gtrsim alt lesssim agt gtrsim sun odot earth oplus
    degr circ arcmin prime dag dagger ddag ddagger lt < gt > defeq coloneqq eps epsilon"""
ALIASES = dict(zip(_ALIASES.split()[::2], _ALIASES.split()[1::2], strict=True))
"""Names of common style files (AASTeX, old plain TeX) for a symbol that LaTeX calls by another."""

SETS = {name: name[0] for name in ("R", "N", "Z", "Q", "C", "RR", "NN", "ZZ", "QQ", "CC", "FF")} | {"reals": "R"}
"""Macros that nearly every paper which uses them defines as a blackboard letter."""

LIMITS = frozenset(("min", "max", "sup", "inf", "lim", "limsup", "liminf", "argmin", "argmax", "gcd", "det", "Pr"))
"""Functions whose subscript stands below them."""

SPACES = {",": "\u2009", ":": "\u2005", ";": "\u2004", " ": " ", "!": "", "quad": "\u2003", "qquad": "\u2003\u2003"}
SPACES |= {
    "thinspace": "\u2009",
    "enspace": "\u2002",
    "~": "\u00a0",
    ">": "\u2005",
    "\\": " ",
    "/": "",
    "negthinspace": "",
}
SPACES |= {"medspace": "\u2005", "thickspace": "\u2004", "space": " "}

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
"""Marks above a symbol, as MathML wants them (spacing characters); their combining forms are in `formula.plain`."""

ALPHABETS = {
    "mathcal": "script",
    "cal": "script",
    "mathscr": "script",
    "scr": "script",
    "mathbb": "double",
    "mathbbm": "double",
    "mathds": "double",
    "Bbb": "double",
    "bbold": "double",
    "mathfrak": "fraktur",
    "frak": "fraktur",
    "mathbf": "bold",
    "bf": "bold",
    "boldsymbol": "bold",
    "bm": "bold",
    "pmb": "bold",
    "mathit": "italic",
    "it": "italic",
    "mit": "italic",
}
"""Commands that set letters in another alphabet (`alphabets.in_alphabet`)."""

UPRIGHT = word_set(
    "mathrm rm text textrm textnormal mathup operatorname mbox hbox textsf mathsf sf texttt mathtt tt textit emph "
    "textbf textsc sc mathop textup em sl textsl roman mathord fbox textmd"
)
"""Commands whose argument is a word rather than a product of letters."""
