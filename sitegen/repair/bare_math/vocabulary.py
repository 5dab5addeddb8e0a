r"""What a word without its backslash could be in a formula: ``infty``, ``Omega``, ``to``."""

from __future__ import annotations

import enum

from sitegen.repair.symbols import GREEK, SYMBOLS, Kind
from sitegen.repair.word_sets import word_set


class Sense(enum.Enum):
    """What a token is, or could be."""

    SPACE = enum.auto()
    LETTER = enum.auto()
    NUMBER = enum.auto()
    GREEK = enum.auto()  # a Greek letter's name, which is a word, too
    SYMBOL = enum.auto()  # a name that is no English word and stands for something: infty
    WORD = enum.auto()  # capitals, doubled letters (BF, pp): part of a formula where they touch one
    UPRIGHT = enum.auto()  # a word that a formula holds: T_{eff}
    FUNCTION = enum.auto()
    LARGE = enum.auto()  # sum, prod, int
    SIGN = enum.auto()  # stands between operands, or before one
    MAYBE = enum.auto()  # a sign or an English word: in, to, times
    TAKING = enum.auto()  # takes what follows: mathcal, sqrt
    ACCENT = enum.auto()  # so do these, which are English elsewhere: hat, bar
    FONT = enum.auto()  # changes letters up to the end of a group: rm, bf, cal
    DROPPED = enum.auto()  # left, right, Big, displaystyle
    GAP = enum.auto()  # quad
    POINTS = enum.auto()  # dots, English elsewhere
    OPEN = enum.auto()
    CLOSE = enum.auto()
    SCRIPT = enum.auto()
    BAR = enum.auto()
    COMMA = enum.auto()
    PRIME = enum.auto()
    BANG = enum.auto()
    PERCENT = enum.auto()
    TIE = enum.auto()
    KEPT = enum.auto()  # a finished formula
    OTHER = enum.auto()  # English


# Names of five letters and more that English or another field has, too.
_ENGLISH = word_set(
    """partial exists angle prime dagger percent degree checkmark square natural sharp triangle complement
    therefore because bullet diamond backslash models smile frown implies surd arcsec measuredangle subset times
    parallel approx wedge mathellipsis restriction intercal Diamond softmax amalg earth Subset lozenge colon
    cdotp Supset owns backsim bowtie pitchfork Join nless ngtr nexists"""
)
# An n before a sign is more often a letter: `n\\geq 3`, not `\\ngeq`.
_NEGATED = frozenset(name for name in SYMBOLS if name[:1] == "n" and name[1:] in SYMBOLS)
_SHORT = word_set(
    "infty nabla ell hbar aleph leq geq neq cdot odot oplus simeq notin ldots cdots geqq leqq vdots ddots lceil "
    "rceil cong emptyset forall"
)
_MAYBE_SIGNS = word_set(
    "in to le ge ne ll gg pm mp sim mid cap cup circ times approx subset perp parallel wedge vee ast star bullet div "
    "prec succ equiv backslash lt gt la ga lsim gsim alt agt over colon prime dagger top bot natural sharp flat"
)
_TAKING = word_set(
    """mathcal mathbb mathbf mathrm mathfrak mathscr mathsf mathds mathbbm mathit mathtt boldsymbol operatorname
    sqrt frac dfrac tfrac widetilde widehat overline underline overrightarrow mathring ddot pmod"""
)
_ACCENTS = frozenset(("hat", "tilde", "bar", "vec", "dot", "check", "breve", "acute", "grave", "text"))
SUBSCRIPTS = word_set(
    """max min eff opt tot avg ref ij ik jk kl mn st ab xy out in eq cm pl sun th sat exp obs vis iso rel abs crit
    fit top bot kin lim"""
)
"""Words that stand in a subscript without braces: ``T_eff``."""

UNITS = word_set(
    """Mpc kpc pc GeV TeV MeV keV eV meV km cm mm nm yr Gyr Myr mas pb fb nb ps ns fs ms GHz MHz kHz Hz THz mK erg kcal
    kJ mol mag dex Jy mJy sr kbar Pa kPa MPa GPa hPa mT nT mV kV dB"""
)
_FONTS = frozenset(("rm", "bf", "it", "cal", "sf", "tt", "em", "sl", "sc", "scr", "frak", "Bbb"))
DROPPED = word_set(
    "left right big Big bigl bigr Bigl Bigr bigg Bigg biggl biggr Biggl Biggr displaystyle textstyle scriptstyle "
    "scriptscriptstyle limits nolimits xspace ensuremath"
)
"""Names that say nothing of what a formula is."""

_OTHERS = {
    **dict.fromkeys(("sum", "prod", "int", "coprod", "oint"), Sense.LARGE),
    **dict.fromkeys(("partial",), Sense.GREEK),
    **dict.fromkeys(("varepsilon", "vartheta", "varphi", "varrho", "varsigma"), Sense.SYMBOL),
    **dict.fromkeys(("quad", "qquad"), Sense.GAP),
    **dict.fromkeys(("vert", "Vert"), Sense.BAR),
    **dict.fromkeys(("jpsi", "Jpsi"), Sense.SYMBOL),
    "eps": Sense.GREEK,
    "dots": Sense.POINTS,
    "not": Sense.MAYBE,
}
_BY_KIND = {
    Kind.ORDINARY: Sense.SYMBOL,
    Kind.BINARY: Sense.SIGN,
    Kind.RELATION: Sense.SIGN,
    Kind.LARGE: Sense.LARGE,
    Kind.OPEN: Sense.OPEN,
    Kind.CLOSE: Sense.CLOSE,
}
NAMES: dict[str, Sense] = {
    **{
        name: _BY_KIND[kind]
        for name, (kind, _) in SYMBOLS.items()
        if kind in _BY_KIND
        and name.isalpha()
        and name not in _NEGATED
        and (name in _SHORT or (len(name) >= 5 and name not in _ENGLISH))
    },
    **{name: Sense.FUNCTION for name, (kind, _) in SYMBOLS.items() if kind is Kind.FUNCTION},
    **dict.fromkeys(GREEK, Sense.GREEK),
    **dict.fromkeys(_MAYBE_SIGNS, Sense.MAYBE),
    **dict.fromkeys(_TAKING, Sense.TAKING),
    **dict.fromkeys(_ACCENTS, Sense.ACCENT),
    **dict.fromkeys(_FONTS, Sense.FONT),
    **dict.fromkeys(DROPPED, Sense.DROPPED),
    **_OTHERS,
}
"""Words that are names of TeX's; those that are English words, too, are looked at in context by `senses`."""


def is_script_name(name: str) -> bool:
    """Whether a word right after ``_`` or ``^`` is a symbol's name: ``prime``, ``top``; ``AA`` are letters."""
    return name in SYMBOLS and SYMBOLS[name][0] is not Kind.FUNCTION and not name.isupper()
