"""Words that are near as spellings and name two subjects."""

from __future__ import annotations

import pytest

from sitegen.words.opposites import are_opposed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("linear", "nonlinear"),
        ("supervised", "unsupervised"),
        ("symmetric", "asymmetric"),
        ("aerobic", "anaerobic"),
        ("self", "semi"),
        ("forward", "backward"),
        ("hypertension", "hypotension"),
        ("intermolecular", "intramolecular"),
        ("absorption", "adsorption"),
        ("increases", "decreases"),
        ("encoder", "decoder"),
        ("heterogeneous", "homogeneous"),
        ("nitrate", "nitrite"),
        ("propane", "propene"),
        ("upper", "lower"),
        ("neurons", "neutrons"),
    ],
)
def test_two_subjects_are_told_whichever_comes_first(one: str, other: str) -> None:
    assert are_opposed(one, other)
    assert are_opposed(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("linear", "linear"),
        ("network", "networks"),
        ("colour", "color"),
        ("architecture", "aarchitecture"),
        ("anatomical", "aatomical"),
        ("unsupervised", "unsupevised"),
        ("generalise", "generalize"),
        ("weather", "wether"),
    ],
)
def test_spellings_of_one_word_are_not_opposed(one: str, other: str) -> None:
    assert not are_opposed(one, other)
    assert not are_opposed(other, one)
