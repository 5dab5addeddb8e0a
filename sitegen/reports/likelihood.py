"""Whether a phrase is tied to some papers, or stands there by chance."""

from __future__ import annotations

from math import log


def likelihood_ratio(inside: int, outside: int, size: int, rest: int) -> float:
    """Dunning's log-likelihood ratio, 0 where a phrase is not more frequent inside than outside.

    ``inside`` of ``size`` papers have the phrase, and ``outside`` of the ``rest``. Chance alone goes beyond 6.6 in one
    case of a hundred, beyond 10.8 in one of a thousand. https://aclanthology.org/J93-1003/
    """
    if not size or inside * max(rest, 1) <= outside * size:
        return 0.0
    total = size + rest
    seen = inside + outside

    def part(observed: float, expected: float) -> float:
        return observed * log(observed / expected) if observed else 0.0

    return 2 * (
        part(inside, seen * size / total)
        + part(outside, seen * rest / total)
        + part(size - inside, (total - seen) * size / total)
        + part(rest - outside, (total - seen) * rest / total)
    )
