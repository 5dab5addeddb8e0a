"""Formulas without their dollar signs in which a script has nothing."""

from __future__ import annotations

import pytest

from sitegen.repair import repair
from sitegen.repair.inline import to_text


@pytest.mark.parametrize(
    ("damaged", "shown"),
    [
        ("for n^{} leq 3 rivers", "for n ≤ 3 rivers"),
        ("a 3times10^{} grid", "a 3×10 grid"),
        ("a 3times10^{ } grid", "a 3×10 grid"),
    ],
)
def test_an_empty_power_is_no_power(damaged: str, shown: str) -> None:
    assert to_text(repair(damaged)) == shown
