"""Pairs of words that name two subjects, however like a slip of the pen they look.

"Nonlinear" has a letter or three more than "linear", "nitrite" one other than "nitrate": as spellings they are near,
as subjects they are not.
"""

from __future__ import annotations

from functools import lru_cache

_NOT = "not no non never without cannot isn aren don doesn didn won wasn weren"
NEGATIONS = frozenset(_NOT.split())
"""Words that turn a statement round; the first parts of "isn't" and the like among them."""

_ADDED = """
    a an anti auto bi co counter de dis hyper hypo il im in inter intra ir macro meta micro mis mono multi nano
    non over poly post pre pseudo quasi re self semi sub super trans tri ultra un under uni
"""
_EXCHANGED = """
    ab ad allo ante anti aniso auto back con cross de di down dys ecto em en endo eu ex exo extro fore for
    hetero homo hyper hypo im in infra inter intra intro iso macro max meso micro min mono multi nano normo off
    on out over peri poly post pre pro self semi sub super supra tachy brady trans un under uni up bi tri
"""
_ALONE = """
    anti bi cross endo exo fully hetero homo hyper hypo inter intra macro meso micro mono multi nano non poly
    post pre pseudo quasi self semi single sub super trans tri un uni weakly
"""
_ADDED_PREFIXES = frozenset(_ADDED.split())
_PREFIXES = frozenset(_EXCHANGED.split()) | (_ADDED_PREFIXES - {"a", "an"})
_STANDING_ALONE = frozenset(_ALONE.split())  # "self-supervised" is two words
_LONGEST_PREFIX = 6  # letters
_ENDINGS = (("ate", "ite", "ide"), ("ane", "ene", "yne"), ("ful", "less"), ("er", "ee"), ("ose", "ase"))
_SPELLINGS = ({"en", "in"}, {"em", "im"})  # "imbedding" is an embedding
_STEM = 3  # letters behind a prefix or in front of an ending
_VOWELS = "aeiouy"

# Opposites, and words that a slip of the pen makes of each other.
_OPPOSED = """
    above below, active passive, acute chronic, adults children, afferent efferent, after before, against for,
    angel angle, anion cation, anions cations, arteritis arthritis, ascending descending, ascent descent,
    benefit harm, benign malignant, best worst, between within, big small, bottom top, boys girls, buy sell,
    censor sensor, cis trans, closed open, cold hot, cold warm, colder hotter, column row, concave convex,
    conservation conversation, continuous discrete, country county, dark light, day night, deep shallow, deeper
    shallower, dense sparse, deterministic random, deterministic stochastic, discreet discrete, down up, dry
    wet, dynamic static, dysphagia dysphasia, early late, east west, eastern western, easy hard, election
    electron, even odd, failure success, fall rise, false true, fast slow, faster slower, father mother, female
    male, first last, from to, gain loss, generic genetic, global local, glucagon glycogen, greater lesser, hard
    soft, high low, higher lower, ileum ilium, in out, infection inflection, inference interference, inner
    outer, large small, larger smaller, least most, left right, less more, long short, longer shorter,
    longitudinal transverse, lower upper, man mouse, man woman, massage message, maternal paternal, maximum
    minimum, meiosis mitosis, men mice, men women, mice rats, modal model, negative positive, neural neutral,
    neuron neutron, neurons neutrons, new old, north south, northern southern, ode pde, ode sde, off on, old
    young, older younger, ordinary partial, ordinary stochastic, over under, oxidation reduction, parallel
    sequential, parallel serial, pde sde, perfusion profusion, photon proton, photons protons, private public,
    prostate prostrate, rural urban, sensor tensor, silico vitro, silico vivo, source target, stationary
    stationery, strong weak, stronger weaker, summer winter, trail trial, vitro vivo, weather whether, with
    without
"""
_PAIRS = frozenset(frozenset(pair.split()) for pair in _OPPOSED.split(","))


@lru_cache(maxsize=1 << 14)
def are_opposed(one: str, other: str) -> bool:
    """Whether two words (folded) that stand in one place of two titles name different subjects."""
    if one == other:
        return False
    if frozenset((one, other)) in _PAIRS or frozenset((one.removesuffix("s"), other.removesuffix("s"))) in _PAIRS:
        return True
    if one in _STANDING_ALONE and other in _STANDING_ALONE:
        return True
    return _has_prefix_more(*sorted((one, other), key=len)) or _other_prefix(one, other) or _other_ending(one, other)


def _has_prefix_more(shorter: str, longer: str) -> bool:
    prefix = longer[: -len(shorter)]
    if not longer.endswith(shorter) or prefix not in _ADDED_PREFIXES or len(shorter) < _STEM:
        return False
    return prefix not in ("a", "an") or (shorter[0] in _VOWELS) == (prefix == "an")  # "aarchitecture" is a slip


def _other_prefix(one: str, other: str) -> bool:
    for size in range(1, min(_LONGEST_PREFIX, len(one) - _STEM) + 1):
        if one[:size] in _PREFIXES:
            prefix = other.removesuffix(one[size:])
            if prefix not in (other, one[:size]) and prefix in _PREFIXES and not _is_misspelt({prefix, one[:size]}):
                return True
    return False


def _is_misspelt(prefixes: set[str]) -> bool:
    """Whether two prefixes may be one: spelt in two ways, or without its last letter ("covnets", "unform")."""
    shorter, longer = sorted(prefixes, key=len)
    return prefixes in _SPELLINGS or longer[:-1] == shorter


def _other_ending(one: str, other: str) -> bool:
    for endings in _ENDINGS:
        ours = next((end for end in endings if one.endswith(end)), "")
        theirs = next((end for end in endings if other.endswith(end)), "")
        stem = one[: -len(ours)]
        if ours and theirs and ours != theirs and len(stem) >= _STEM and stem == other[: -len(theirs)]:
            return True
    return False
