"""English endings are taken off words, and something is always left of them."""

from __future__ import annotations

from itertools import product

import pytest

from sitegen.words.stem import root, spelling

ENDINGS = ("", "a", "s", "x", "ness", "ies", "es", "ly", "ional", "e", "ing", "ed", "ion", "ity", "at", "is", "ize")


@pytest.mark.parametrize(
    ("word", "left"),
    [
        ("pruned", "prun"),
        ("pruning", "prun"),
        ("networks", "network"),
        ("policies", "policy"),
        ("robustness", "robust"),
        ("oneness", "one"),
        ("ness", "nes"),
    ],
)
def test_a_word_loses_its_ending_but_never_all_of_itself(word: str, left: str) -> None:
    assert root(spelling(word)) == left


def test_no_pile_of_endings_is_taken_off_to_nothing() -> None:
    piles = {"".join(pile) for pile in product(ENDINGS, repeat=3)}
    assert [pile for pile in piles if pile and not root(spelling(pile))] == []
