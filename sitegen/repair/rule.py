"""What a repair rule is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.repair.placeholders import Draft


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of damage and its repair.

    ``apply`` takes a text and its draft and returns the text anew; it must cost no more than linear time. It is called
    only for texts that hold one of ``needs`` (plain substrings; none given: always), which keeps clean text cheap.
    ``bare``: it reads signs without commands as mathematics, ``x_i``, and so leaves texts alone that are typeset.
    """

    name: str
    needs: tuple[str, ...]
    apply: Callable[[str, Draft], str]
    bare: bool = False

    def concerns(self, text: str) -> bool:
        """Whether the rule could have anything to do."""
        for need in self.needs:
            if need in text:
                return True
        return not self.needs
