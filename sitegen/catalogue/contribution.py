"""Which sentence of an abstract says what the paper does: where a preview of two lines should begin.

Most abstracts open with what everybody knows. The cues are those by which rhetorical classifiers tell a paper's own
contribution from its background: the paper speaking of itself, and its authors of what they do (S. Teufel and
M. Moens, Summarizing Scientific Articles, https://aclanthology.org/J02-4002/).
"""

from __future__ import annotations

import re
from itertools import pairwise

from sitegen.words.sentences import sentence_starts

_WORK = (
    r"(?:papers?|work|article|study|survey|review|letter|note|report|thesis|dissertation|manuscript|chapter|tutorial"
    r"|overview|investigation|contribution|monograph|essay|project|research)"
)
# "this line of work" is other people's, and so is "this research area".
_ITSELF = (
    rf"\b(?:this|our|the\s(?:present|current))\s(?:(?!line\b|body\b|area\b)[\w-]+\s)?{_WORK}\b"
    r"(?!\s(?:area|field|direction|topic|community|question|problem|line)s?\b)"
    r"|\bherein\b"
    r"|^(?:objectives?|aims?|purpose|goals?|methods?|approach)\s?:"
)
# What everybody does, may do or knows.
_EVERYBODY = (
    r"(?:(?:often|usually|typically|commonly|generally|currently|normally|frequently|always|never|only|still|all|humans"
    r"|can|could|may|might|must|should|would|will|cannot|need|know|see|have|had|has|are|were|do|did|live|want|wish"
    r"|understand|expect|tend|face|lack|think|say|call|encounter|use\sto|used\sto|rely)\b|’|')"
)
_DOING = (
    rf"(?<!can\s)(?<!could\s)(?<!should\s)(?<!do\s)(?<!if\s)(?<!where\s)\bwe\s(?!{_EVERYBODY})"
    r"|\bwe\s(?:are\sthe\sfirst|have\s(?:also\s|now\s)?(?:propos|present|introduc|develop|show|demonstrat"
    r"|stud|investigat|built|construct|collect|design|train|deriv|explor|analy[sz]|describ|discuss|prov|creat|report))"
    r"|\bI\s(?:also\s|first\s)?(?:propose|present|introduce|show|argue|describe|study|investigate|prove|develop|discuss"
    r"|review|demonstrate|explore|derive|analy[sz]e)"
    r"|\bthe\sauthors?\s(?:propose|present|introduce|show|argue|describe|study|investigate|prove|develop|discuss|review)"
    r"|\bour\s(?:[\w-]+\s)?(?:method|approach|model|framework|algorithm|results?|experiments?|analys[ie]s|technique"
    r"|system|goal|aim|contributions?|architecture|proposal|theory|findings?|solution|benchmark|dataset)\b"
)
# Every cue begins a word, with one of these letters: whatever does not is passed over at once, ten times as fast.
_OWN = re.compile(rf"\b(?=[aghimoptw])(?:{_ITSELF}|{_DOING})", re.IGNORECASE)
# Where nobody speaks in the first person. In the past or perfect tense it is what others did.
_IMPERSONAL = re.compile(
    r"^(?!(?:it|its|they|from\sthis|effects)\b).*?(?:\bthe\sproposed\b"
    r"|\b(?:is|are)\s(?:\w+ly\s|here\s|also\s|then\s)?(?:proposed|presented|introduced|developed)\b)",
    re.IGNORECASE | re.DOTALL,
)


def contribution(abstract: str) -> int:
    """The offset of the first sentence that states what the paper contributes; 0 where none says so, or it opens."""
    starts = sentence_starts(abstract)
    sentences = list(pairwise((*starts, len(abstract))))
    for cue in (_OWN, _IMPERSONAL):
        for number, (start, end) in enumerate(sentences):
            if cue.search(abstract[start:end]):
                return start if number else 0
    return 0
