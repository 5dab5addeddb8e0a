"""English endings are taken off words, and something is always left of them."""

from __future__ import annotations

from itertools import product

import pytest

from sitegen.catalogue.relating.terms import Stems, stem
from sitegen.catalogue.relating.terms import read as read_terms

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
        ("ness", "ness"),
        ("inness", "inness"),
    ],
)
def test_a_word_loses_its_ending_but_never_all_of_itself(word: str, left: str) -> None:
    assert stem(word) == left


def test_no_pile_of_endings_is_taken_off_to_nothing() -> None:
    piles = {"".join(pile) for pile in product(ENDINGS, repeat=3)}
    assert [pile for pile in piles if len(pile) >= 4 and not stem(pile)] == []


def test_a_text_of_the_word_ness_alone_is_read() -> None:
    assert read_terms("Ness", "ness", Stems()).stems == ("ness", "", "ness")
