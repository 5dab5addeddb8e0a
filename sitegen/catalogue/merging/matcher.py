"""Whether two entries are the same paper: the verdict on one pair, from what its lists say of each.

An id that both have decides, and so do two ids where a paper has one (`byline`). Then titles count, with authors and
year where lists state them (`records`), then abstracts. Where titles and abstracts are all there is, the rule is:

======================================  =============================================================
the titles are                          one paper, if the abstracts
======================================  =============================================================
the same but for spelling forms         share a fifth of the shorter one's phrases or most of its subject
                                        words, or one of them is missing
the same but for edition marks          are word for word the same, and a mark was only added
different by a slip of the pen          agree in half of their words, or one of them is missing
nearly the same, or one lacks the       agree in three quarters of their words
other's subtitle or acronym
one inside the other ("X", "X for Y")   agree in all but some words
anything else                           agree in seven eighths, and are long enough to mean something
======================================  =============================================================

Phrases are runs of three words. To agree is to have the same words in the same order; where one abstract is the other
cut short, only the shorter one's words count. No verdict depends on what else the catalogue holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sitegen.catalogue.merging import records
from sitegen.catalogue.merging.byline import NOTHING_STATED, Byline, different_id, same_id
from sitegen.catalogue.merging.editions import Difference, Edition, difference, edition, numbers_disagree
from sitegen.words.normalise import normal_words, title_key
from sitegen.words.stopwords import EMPTY

SAME_TITLE = 0.2
SAME_TITLE_SUBJECT = 0.6
SLIP_IN_TITLE = 0.5
NEAR_TITLE = 0.75
PART_OF_TITLE = 0.93
ANY_TITLE = 0.87
SAME_EDITION = 0.98
CUT_SHORT = 0.93  # share of the shorter abstract's phrases in the longer for it to count as cut short
TOO_LITTLE = 0.2  # below this share of phrases no title can make them one, and nothing dearer is computed

MISSING_BELOW = 6  # words
LONG = 600  # characters: more than twenty words in any language
NOTICE_BELOW = 20  # words that may be a notice instead: "The abstract of this paper is not available."
TELLING = 15  # phrases that an abstract needs to make papers of different titles one
REPEATED = 0.6  # phrases for each word, below which an abstract is a sentence or two said again and again
_A_WORD = 4  # letters of a title for its standing in another to mean anything
_FEW_WORDS = 8  # subject words; of fewer no share is computed
UNRELATED = 0.12  # abstracts that share less than this of their phrases, and of their subject words
_OF_ONE_VOLUME = 0.5  # likeness of titles below which one DOI may be that of the volume that both stand in
UNRELATED_SUBJECT = 0.4  # less than this, never stand in one cluster

_LONGEST_TITLE = 600  # characters that are looked at in parts; the longest title seen had 170
_SUBTITLE = re.compile(r"\s*[:;?!(\[–—]\s*|\s+-+\s+|\s*--+\s*")
_NO_ABSTRACT = re.compile(
    r"\babstract\b.*\b(?:not|un|missing|withdrawn)|\b(?:no|missing|without)\b.*\babstract\b", re.I | re.S
)


@dataclass(frozen=True)
class EntryText:
    """One title and abstract, ready to be compared. Not slotted: what is asked of the title is kept."""

    title: str
    abstract: str
    byline: Byline = NOTHING_STATED

    @cached_property
    def key(self) -> str:
        """The title without its spelling form."""
        return title_key(self.title)

    @cached_property
    def edition(self) -> Edition:
        """The title's edition marks."""
        return edition(self.title)

    @cached_property
    def title_words(self) -> list[str]:
        """The title's words, folded."""
        return normal_words(self.title)

    @cached_property
    def title_parts(self) -> frozenset[str]:
        """Keys of the title's own parts: without subtitle, or without an acronym in front."""
        title = " ".join(self.title[:_LONGEST_TITLE].split())
        cuts = list(_SUBTITLE.finditer(title))
        parts = {title[: cut.start()] for cut in cuts} | {title[cut.end() :] for cut in cuts}
        return frozenset(part for part in map(title_key, parts) if len(part) > 1)

    @cached_property
    def has_abstract(self) -> bool:
        """Whether there is enough of an abstract to compare, and not a notice that there is none."""
        if len(self.abstract) >= LONG:
            return True
        count = len(normal_words(self.abstract))
        return count >= NOTICE_BELOW or (count >= MISSING_BELOW and not _NO_ABSTRACT.search(self.abstract))


Phrases = frozenset[tuple[str, str, str]]


@lru_cache(maxsize=1024)  # an abstract takes 20 kB when taken apart: those of a large catalogue are not kept
def _phrases(abstract: str) -> Phrases:
    """Every three words in a row."""
    said = normal_words(abstract)
    return frozenset(zip(said, said[1:], said[2:], strict=False))


@lru_cache(maxsize=1024)
def _subject(abstract: str) -> frozenset[str]:
    """The telling words by their first six letters, so that inflections are one."""
    return frozenset(word[:6] for word in normal_words(abstract) if len(word) > 3 and word not in EMPTY)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two entries are one paper, how alike they are (0 to 1), and in words why.

    ``opposed``: they are so different that not even a third entry that resembles both may bring them together.
    ``renamed``: their titles have nothing to do with each other, the abstracts alone speak for one paper.
    """

    same: bool
    score: float
    reason: str
    opposed: bool = False
    renamed: bool = False


@dataclass(frozen=True, slots=True)
class _Overlap:
    """How much two abstracts share."""

    shared: float  # phrases in both, of those in either
    contained: float  # phrases in both, of the shorter abstract's
    size: int  # phrases of the shorter abstract

    def __str__(self) -> str:
        return f"abstracts share {self.contained:.0%} of their phrases"


def compare(one: EntryText, other: EntryText) -> Verdict:
    """Decide whether two entries are the same paper; symmetric, and without regard to any third entry."""
    overlap = _overlap(one, other) if one.has_abstract and other.has_abstract else None
    stated = one.byline is not NOTHING_STATED and other.byline is not NOTHING_STATED
    if stated and (known := _by_id(one, other)):
        return known
    opposed = overlap is not None and overlap.contained < UNRELATED and _common_subject(one, other) < UNRELATED_SUBJECT
    marks = difference(one.edition, other.edition)
    if marks is not Difference.NONE:
        identical = overlap is not None and overlap.shared >= SAME_EDITION and overlap.size >= TELLING
        same = identical and marks is Difference.ADDED
        score = overlap.shared if overlap else 0.0
        return Verdict(same, score, f"{marks.value}; {overlap or 'no abstract to compare'}", opposed=not same)
    if one.key == other.key and one.key:
        return _same_title_stated(one, other, overlap) if stated else _same_title(one, other, overlap, opposed)
    if overlap is None and stated:
        judged = records.other_titles(tuple(one.title_words), tuple(other.title_words), one.byline, other.byline)
        return Verdict(*judged)
    if overlap is None:
        same = is_slip(one.title_words, other.title_words)
        reason = "titles differ by a slip of the pen" if same else "titles differ"
        return Verdict(same, likeness(one, other) * 0.9, f"{reason}; no abstract to compare")
    if overlap.contained < TOO_LITTLE:
        return Verdict(False, overlap.contained, f"titles differ; {overlap}", opposed)
    return _other_title(one, other, overlap, opposed)


def _by_id(one: EntryText, other: EntryText) -> Verdict | None:
    """What ids decide; None where they say nothing, or name a volume that both appeared in."""
    if id := same_id(one.byline, other.byline):
        strangers = records.strangers(one.byline, other.byline)
        alike = likeness(one, other)
        if alike >= _OF_ONE_VOLUME or not (strangers or id.startswith("doi:")):
            return Verdict(True, 1.0, f"same id: {id}")
    if kind := different_id(one.byline, other.byline):
        return Verdict(False, 0.0, f"different ids: {kind}", opposed=True)
    return None


def _same_title_stated(one: EntryText, other: EntryText, overlap: _Overlap | None) -> Verdict:
    """The verdict on one title under which authors, year or venue are stated."""
    judged = records.same_title(one.title_words, one.byline, other.byline)
    if overlap is not None and overlap.contained >= (SAME_TITLE if judged.same else NEAR_TITLE):
        return Verdict(True, 0.5 + overlap.contained / 2, f"same title; {overlap}")
    if overlap is not None and judged.same and not judged.certain:
        return Verdict(False, overlap.contained, f"same title, but {overlap}")
    return Verdict(judged.same, judged.score, judged.reason, opposed=not judged.same)


def _same_title(one: EntryText, other: EntryText, overlap: _Overlap | None, opposed: bool) -> Verdict:
    if overlap is None:
        return Verdict(True, 0.9, "same title; no abstract to compare")
    if overlap.contained >= SAME_TITLE:
        return Verdict(True, 0.5 + overlap.contained / 2, f"same title; {overlap}")
    subject = _common_subject(one, other)
    if subject >= SAME_TITLE_SUBJECT and overlap.size >= TELLING:
        return Verdict(True, subject, f"same title; abstracts share {subject:.0%} of their subject words")
    return Verdict(False, overlap.contained, f"same title, but {overlap}", opposed)


def _other_title(one: EntryText, other: EntryText, overlap: _Overlap, opposed: bool) -> Verdict:
    alike = likeness(one, other)
    if alike >= 0.85 and numbers_disagree(one.edition, other.edition):
        return Verdict(False, overlap.contained, f"titles name different numbers; {overlap}", opposed=True)
    if is_slip(one.title_words, other.title_words):
        relation, needed, size = "titles differ by a slip of the pen", SLIP_IN_TITLE, 0
    elif one.key in other.title_parts or other.key in one.title_parts:
        relation, needed, size = "one title lacks a part of the other", NEAR_TITLE, 0
    elif min(len(one.key), len(other.key)) >= _A_WORD and (one.key in other.key or other.key in one.key):
        relation, needed, size = "one title goes on where the other ends", PART_OF_TITLE, TELLING
    elif alike >= 0.9:
        relation, needed, size = "titles are nearly the same", NEAR_TITLE, 0
    else:
        relation, needed, size = "titles differ", ANY_TITLE, TELLING
    agreed = overlap.contained if overlap.contained >= CUT_SHORT else _agreement(one, other)
    same = agreed >= needed and overlap.size >= size
    if same and needed == ANY_TITLE:
        same = not (_repeats(one) or _repeats(other))
    reason = f"{relation}; abstracts agree in {agreed:.0%} of their words"
    return Verdict(same, agreed * (0.9 + alike / 10), reason, opposed, renamed=needed == ANY_TITLE)


def _repeats(text: EntryText) -> bool:
    """Whether the abstract says the same words over and over, as a placeholder does."""
    return len(_phrases(text.abstract)) < REPEATED * (len(normal_words(text.abstract)) - 2)


def _overlap(one: EntryText, other: EntryText) -> _Overlap | None:
    ours, theirs = _phrases(one.abstract), _phrases(other.abstract)
    if not ours or not theirs:
        return None  # a long row of signs
    common = len(ours & theirs)
    size = min(len(ours), len(theirs))
    return _Overlap(shared=common / (len(ours) + len(theirs) - common), contained=common / size, size=size)


def _common_subject(one: EntryText, other: EntryText) -> float:
    """Subject words that both abstracts and neither title have, of the shorter abstract's."""
    about = frozenset(word[:6] for word in (*one.title_words, *other.title_words))
    ours, theirs = _subject(one.abstract) - about, _subject(other.abstract) - about
    return len(ours & theirs) / max(_FEW_WORDS, min(len(ours), len(theirs)))


def likeness(one: EntryText, other: EntryText) -> float:
    """How alike two titles' letters are, 0 to 1."""
    from rapidfuzz.fuzz import ratio  # 10 ms to import: most catalogues have no pair that comes this far

    return float(ratio(one.key[:_LONGEST_TITLE], other.key[:_LONGEST_TITLE])) / 100


def _agreement(one: EntryText, other: EntryText) -> float:
    """Words in the same order, of all words of both: a changed word costs one word, not the three phrases around it."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(normal_words(one.abstract), normal_words(other.abstract)))


def is_slip(one: list[str], other: list[str]) -> bool:
    """Whether the titles differ in one long word by one letter that is not its first ("supervised", "unsupervised")."""
    if len(one) != len(other):
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1:
        return False
    (a, b) = differing[0]
    if min(len(a), len(b)) < 6 or a[0] != b[0] or not (a.isalpha() and b.isalpha()):
        return False
    from rapidfuzz.distance import OSA

    return int(OSA.distance(a, b)) <= 1
