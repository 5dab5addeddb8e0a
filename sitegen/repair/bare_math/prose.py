"""What English says with the words that mathematics uses, too: "from x_0 to x_1", "the zeros of f in D", "3 pm"."""

from __future__ import annotations

from sitegen.repair.bare_math.operands import is_certain
from sitegen.repair.bare_math.tokens import Tokens
from sitegen.repair.bare_math.vocabulary import UNITS, Sense
from sitegen.repair.symbols import SETS
from sitegen.repair.word_sets import word_set

# Before an element of a set: "for every x in X", "a point p in P".
_QUANTIFIERS = word_set(
    """each every any some all for with where if when whenever let given that and point points element elements vector
    vectors matrix exists no parameter fixed almost integer integers prime index state node vertex item edge value time
    input arbitrary real complex whose suppose assume over number word string constant exponent sample"""
)
_STRONG = word_set("each every any some all exists given let suppose")
# Right before what goes "to" something in English; and a few words further back.
_LEADING = word_set(
    """equate compare compared comparing respect reduce reduces reduced increase increases increasing decrease decreases
    change changes isometries maps map mapping sends send add adds added apply applied applying close closer equal up
    restricted restrict extends extend according due belongs belong leads lead prior next corresponds similar related
    set sets setting reset tune tunes tuning tuned switch switching moved moving shift shifts shifted
    correction corrections contribution contributions approximation approximations solution solutions
    cover access assign assigns couplings dedicated devoted relates relate proportional isomorphic orthogonal
    homeomorphic equivalent couples coupled amounts transform transforms converts takes diffeomorphisms"""
)
_VERBS = word_set(
    """compress embed project lift attach connect link join raise lower bring push pull contract expand bind route
    transfer transport transmit convert translate promote associate append pass bound limit confine deform quantize"""
)
_LEADING |= {verb.removesuffix("e") + ending for verb in _VERBS for ending in ("e", "", "s", "es", "ed", "ing")}
_SPANNING = word_set("from between ratio ratios ranging ranges range relative")
_LEADING_NOUNS = word_set("cover restriction extension reduction lift comparison relation")  # the lift of X to Y
_COMPARING = frozenset(("relative", "ratio", "ratios"))
SPOKEN = word_set("alpha beta gamma delta kappa lambda theta epsilon sigma Alpha Beta Gamma Delta Phi Sigma")
"""Greek names that other fields have for words: bands of the EEG, rays, chains of proteins, variants."""

_COLLIDING = frozenset(("gg", "qq"))  # gg to H
_BEFORE_NOUNS = word_set("a an the this that these those its their our every each no am")
_TIMES = word_set("at until by before after from to till between around about and")
_NUMBER_SETS = frozenset("RZNQC")
_VARIABLES = frozenset("xyzwabpqst") | {"alpha", "beta", "theta", "lambda", "xi"}
_SPAN, _CLAUSE = 3, 8  # English words back


def holds_mathematics(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether nothing between two tokens is English."""
    return all(tokens.senses[at] is not Sense.OTHER for at in range(start, stop))


def is_time(tokens: Tokens, hour: int) -> bool:
    """Whether a number before "pm" is an hour: "at 3 pm"."""
    word = tokens.words[hour]
    return word.isdecimal() and len(word) < 3 and int(word) <= 12 and set(_words_before(tokens, hour - 1, 1)) <= _TIMES


def is_afternoon(tokens: Tokens, before: int) -> bool:
    """Whether "pm" after this word is a time of day: "the pm 2 group", "am and pm"."""
    word = tokens.words[before].lower()
    return word in _BEFORE_NOUNS or (word in ("and", "or") and tokens.words[before - 2 : before - 1] == ["am"])


def is_membership(tokens: Tokens, at: int, left: int, right: int) -> bool:
    """Whether "in" is ∈: between an element and what can only be a set, or where something is quantified."""
    if not _may_be_set(tokens, right):
        return False
    worded = left == at - 1 and right > at + 1 and tokens.senses[left] is Sense.LETTER  # the bin [1, 6]
    if worded and tokens.senses[right] is Sense.OPEN and tokens.words[max(left - 2, 0)].lower() in _BEFORE_NOUNS:
        return False
    if left == at - 1 and right == at + 1 and tokens.senses[left - 1] is Sense.SCRIPT:
        return True  # omega_tin[omega_0]
    indexed = tokens.words[right] == "[" and tokens.pairs.get(right) == right + 2
    if indexed and (worded or "," not in tokens.words[right + 1]):
        return bool(_QUANTIFIERS & set(_words_before(tokens, left - 1, _SPAN)))  # some i in [n]
    if tokens.senses[right] is Sense.OPEN:
        listed = tokens.senses[left] is Sense.CLOSE and tokens.senses[tokens.pairs.get(left, 0) - 1] is Sense.SCRIPT
        return (
            _is_interval(tokens, right) and not listed and (_is_bounded(tokens, right) or _is_quantified(tokens, left))
        )
    named = tokens.senses[right] in (Sense.TAKING, Sense.FONT, Sense.SYMBOL) or tokens.senses[right + 1] is Sense.SCRIPT
    applied = tokens.senses[right] in (Sense.FUNCTION, Sense.WORD, Sense.OTHER)
    if right == at + 1 or (left == at - 1 and (named or applied or _is_capital(tokens, right))):
        return True
    if tokens.words[left] == ")" and _is_tuple(tokens, left):
        return True
    if tokens.words[right] == "mathbb":
        return True
    if tokens.words[right] in _NUMBER_SETS and tokens.senses[right + 1] is Sense.SCRIPT:
        scripted = left > 1 and tokens.senses[left - 1] is Sense.SCRIPT
        if scripted or tokens.words[left] in _VARIABLES:
            return True  # inputs x in R^n; but "a body K in R^n"
    if not _is_quantified(tokens, left):
        return False
    return named or is_certain(tokens, left) or tokens.senses[left] in (Sense.LETTER, Sense.CLOSE)


def _is_quantified(tokens: Tokens, left: int) -> bool:
    """Whether the term that ends at ``left`` opens a formula, or "every", "let", "point" or their like stand before."""
    start = _start_of_term(tokens, left)
    before = tokens.before_space(start - 1)
    opened = before < 0 or tokens.words[before] in ("(", "{", ",", ":", "[", "|", "mid")
    word = tokens.words[before].lower()
    return opened or word in _QUANTIFIERS or bool(_STRONG & set(_words_before(tokens, start - 1, _SPAN)))


def _is_tuple(tokens: Tokens, close: int) -> bool:
    open_ = tokens.pairs.get(close, close)
    return "," in tokens.words[open_:close] and holds_mathematics(tokens, open_ + 1, close)


def _may_be_set(tokens: Tokens, right: int) -> bool:
    sense, word = tokens.senses[right], tokens.words[right]
    if sense is Sense.OPEN:
        return right in tokens.pairs
    if _is_unit(tokens, right):
        return False
    charged = tokens.words[right + 1] == "^" and tokens.words[right + 2] in ("+", "-", "−") and word not in _NUMBER_SETS
    if sense is Sense.WORD and word in SETS:
        return True
    if sense in (Sense.FUNCTION, Sense.WORD) or (sense is Sense.OTHER and word[:1].isupper()):
        return tokens.words[right + 1] in ("(", "_", "^")  # Aut(G), GL_n
    if sense is not Sense.LETTER:
        return sense in (Sense.TAKING, Sense.FONT, Sense.SYMBOL) or (sense is Sense.GREEK and not charged)
    return word.isupper() and not charged and tokens.words[right + 1] not in ("-", "'", "/")


def _is_unit(tokens: Tokens, at: int) -> bool:
    """Whether a quantity is given "in" it: ``k in Mpc^{-1}``, ``T in K^{-1}``, ``M in M_odot``."""
    script = [word for word in tokens.words[at + 1 : at + 5] if word != "{"]
    power = script[:1] == ["^"] and script[1] in ("-", "−") and script[2][:1].isdecimal()
    return tokens.words[at] in UNITS or power or script[:2] in (["_", "odot"], ["_", "oplus"])


def _is_capital(tokens: Tokens, at: int) -> bool:
    return tokens.senses[at] in (Sense.LETTER, Sense.GREEK) and tokens.words[at][0].isupper()


def _is_interval(tokens: Tokens, open_: int) -> bool:
    """``[0,1]``, ``(0, infty)``, ``{1, 2}``: brackets that hold a comma and no English."""
    close = tokens.pairs.get(open_, 0)
    if tokens.senses[open_] is not Sense.OPEN or not 0 < close - open_ < 40:
        return False
    if tokens.words[open_] in ("{", "\\{"):
        return True
    listed = any("," in word or ";" in word for word in tokens.words[open_ + 1 : close])
    return listed and holds_mathematics(tokens, open_ + 1, close)


def _is_bounded(tokens: Tokens, open_: int) -> bool:
    """Whether numbers or infinity bound an interval; ``(M, omega)`` is no interval."""
    return tokens.words[open_] != "(" or any(
        tokens.senses[at] in (Sense.NUMBER, Sense.SYMBOL) for at in range(open_, tokens.pairs[open_])
    )


def is_arrow(tokens: Tokens, at: int, left: int, right: int) -> bool:
    """Whether "to" is →."""
    if left == at - 1 or right == at + 1:
        return True
    start = _start_of_term(tokens, left)
    before = tokens.before_space(start - 1)
    if (before > 0 and tokens.words[before] == ":") or ":" in tokens.words[start:left]:
        return True
    words = _words_before(tokens, start - 1, _CLAUSE)
    if "branching" in words:
        words = [word for word in words if word not in ("ratio", "ratios", "from")]
    if words[:1] == ["map"] and {"the", "a"} & set(words[1:_SPAN]):
        words = words[1:]  # the map X_1 to X_2
    if set(words[:1]) & _LEADING or set(words[:_SPAN]) & _SPANNING or "from" in words:
        return False
    if (words[:1] == ["of"] and words[1:2] and words[1] in _LEADING_NOUNS) or _word_after(tokens, right) in _COMPARING:
        return False
    if tokens.senses[start] is tokens.senses[right] is Sense.NUMBER and start != left:
        return False  # 10^4 to 10^5
    if tokens.senses[left] is Sense.CLOSE and not holds_mathematics(tokens, tokens.pairs.get(left, left), left):
        return False
    if tokens.senses[left] is Sense.NUMBER and tokens.senses[left - 1] is not Sense.SCRIPT:
        return False
    if _is_limit(tokens, right):
        return True
    if tokens.senses[right] is Sense.NUMBER or tokens.words[tokens.after_space(right + 1)] == "=":
        return False  # T_{eff} to 10^4 K, R^P to b=2 bits
    if (
        start == left
        and tokens.words[left] in SPOKEN
        and tokens.words[right] in SPOKEN
        and not _is_scripted(tokens, right)
    ):
        return False  # alpha to beta: bands of the EEG, blockers
    if tokens.words[left] in _COLLIDING and tokens.senses[right] is not Sense.NUMBER:
        return True
    left_certain = any(is_certain(tokens, at) for at in range(start, left + 1)) or tokens.senses[left] is Sense.CLOSE
    right_certain = is_certain(tokens, right)
    return (left_certain and right_certain) or (
        (left_certain or right_certain) and tokens.senses[right] is not Sense.NUMBER
    )


def _is_scripted(tokens: Tokens, at: int) -> bool:
    return tokens.senses[at + 1] is Sense.SCRIPT


def _is_limit(tokens: Tokens, right: int) -> bool:
    word = tokens.words[right + (tokens.senses[right] is Sense.SIGN)]
    return word in ("infty", "∞") or (word == "0" and tokens.senses[right + 1] is not Sense.SIGN)


def _word_after(tokens: Tokens, at: int) -> str:
    """The first English word after the token at ``at``, if it is near."""
    near = range(at, min(at + 10, len(tokens)))
    return next((tokens.words[after] for after in near if tokens.senses[after] is Sense.OTHER), "")


def _words_before(tokens: Tokens, at: int, count: int) -> list[str]:
    """The English words nearest before the token at ``at`` in its sentence, the nearest first."""
    found: list[str] = []
    for before in range(at, max(at - 60, -1), -1):
        word = tokens.words[before]
        if tokens.senses[before] is Sense.OTHER and word[:1].isalpha():
            found.append(word.lower())
            if len(found) == count:
                break
        elif word in (".", ";") and tokens.senses[before + 1] is Sense.SPACE:
            break
    return found


def _start_of_term(tokens: Tokens, at: int) -> int:
    """Where the term that ends at ``at`` begins, roughly: over scripts and brackets, to a space."""
    while at > 0:
        at = min(tokens.pairs.get(at, at), at)
        if at == 0 or tokens.senses[at - 1] in (Sense.SPACE, Sense.OTHER, Sense.COMMA) or tokens.words[at - 1] == "(":
            break
        at -= 1
    return at
