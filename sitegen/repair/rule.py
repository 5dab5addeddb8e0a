"""What a repair rule is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.repair.draft import Draft


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of damage and its repair.

    ``apply`` takes a text and its draft and returns the text anew; it must cost no more than linear time. It is called
    only for texts that hold one of ``needs`` (plain substrings; none given: always), which keeps clean text cheap.
    """

    name: str
    needs: tuple[str, ...]
    apply: Callable[[str, Draft], str]

    def concerns(self, text: str) -> bool:
        """Whether the rule could have anything to do."""
        return not self.needs or any(need in text for need in self.needs)
