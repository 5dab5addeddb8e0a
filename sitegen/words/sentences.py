"""Where sentences begin, in English and in text that ends its sentences alike."""

from __future__ import annotations

import re

# A full stop, its closing quotes and brackets, a gap, and what a sentence may begin with.
_SEAM = re.compile(r"""[.!?。！？][\"'”’)\]»]*(?:\s+|(?<=[。！？]))(?=[\"'“‘(\[«]*[^\W_a-z])""")
# What ends in a full stop and no sentence does. Single letters are initials: "J. Doe", "a. k. a.".
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\[])(?:[A-Za-z]|[Ee]\.g|[Ii]\.e|[Ee]t\.?\s[Aa]l|[Cc]f|vs|[Ee]tc|w\.r\.t|s\.t|a\.k\.a|i\.i\.d|[Rr]esp|[Aa]pprox"
    r"|[Ff]igs?|[Ee]qs?|[Ss]ecs?|[Tt]ab|[Tt]hm|[Nn]os?|[Vv]ol|pp?|[Dd]rs?|Mr|Mrs|Ms|Prof|St)\.$"
)
_TOO_LONG = 14  # characters before a full stop that are looked at: more than any abbreviation has


def sentence_starts(text: str) -> tuple[int, ...]:
    """The offset of each sentence, the first one's included; none in a text without a word."""
    first = len(text) - len(text.lstrip())
    if first == len(text):
        return ()
    found = [first]
    for seam in _SEAM.finditer(text, first):
        stop = seam.start() + 1
        if text[stop - 1] == "." and _ABBREVIATED.search(text[max(found[-1], stop - _TOO_LONG) : stop]):
            continue
        found.append(seam.end())
    return tuple(found)
