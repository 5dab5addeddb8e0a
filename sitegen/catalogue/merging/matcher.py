"""Whether two entries are the same paper: the verdict on one pair, from what its lists say of each.

An id that both have decides, and so do two ids where a paper has one (`byline`). Then titles count, with authors and
year where lists state them (`records`), then abstracts. A corrigendum, a comment and a supplement are never the paper
that they are about. Where titles and abstracts are all there is, the rule is:

======================================  =============================================================
the titles (`kinship`)                  are one paper, if the abstracts
======================================  =============================================================
are the same but for spelling forms     share a fifth of the shorter one's phrases or most of its subject
                                        words, or one of them is missing, or their languages differ
are the same but for edition marks      are word for word the same, and a mark was only added
differ by slips of the pen              agree in half of their words, or one is missing and it is one slip
are one, the other cut short with dots  agree in half of their words
share their head or another part        agree in seven tenths
differ in small words                   agree in three quarters
lack words of each other on one side    agree in all but some words
share a third of their words            agree in seven eighths, and no number stands in another's place
are unrelated, or differ in a decisive  are the same text, cut short perhaps
word
name two subjects (linear, nonlinear),  never
or two years
======================================  =============================================================

Phrases are runs of three words. To agree is to have the same words in the same order; where one abstract is the other
cut short, only the shorter one's words count. Where the abstracts differ in just the words in which the titles differ,
they follow one pattern and are two papers. Verdicts depend on nothing else that the catalogue holds; only whether a
title that was cut, or a part of a title alone, ``fits`` is for `merge` to decide: it must be one paper's alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sitegen.catalogue.merging import records
from sitegen.catalogue.merging.alignment import Alignment
from sitegen.catalogue.merging.byline import NOTHING_STATED, different_id, same_id
from sitegen.catalogue.merging.editions import Difference, difference
from sitegen.catalogue.merging.entry_text import EntryText
from sitegen.catalogue.merging.kinship import Kin, Kinship, is_cut_from, kinship
from sitegen.catalogue.merging.pattern import telling_place
from sitegen.catalogue.merging.titles import differ_by_one_slip
from sitegen.words.languages import language
from sitegen.words.normalise import normal_words
from sitegen.words.stopwords import EMPTY

SAME_TITLE = 0.2
SAME_TITLE_SUBJECT = 0.6
NEEDED = {
    Kin.SLIP: 0.5,
    Kin.CUT: 0.5,
    Kin.PART: 0.7,
    Kin.SMALL: 0.75,
    Kin.ADDED: 0.93,
    Kin.RELATED: 0.87,
    Kin.UNRELATED: 0.93,
    Kin.DECISIVE: 0.93,
}
"""The share of words in which abstracts have to agree, by what the titles are to each other."""

SAME_EDITION = 0.98
CUT_SHORT = 0.93  # share of the shorter abstract's phrases in the longer for it to count as cut short
TOO_LITTLE = 0.2  # below this share of phrases no title can make them one, and nothing dearer is computed

TELLING = 15  # phrases that an abstract needs to make papers of different titles one
REPEATED = 0.6  # phrases for each word, below which an abstract is a sentence or two said again and again
_STEM = 6  # letters by which inflections are one word
_LANGUAGE_WORDS = 3  # of a title that is one paper's in two languages
_FEW_WORDS = 8  # subject words; of fewer no share is computed
UNRELATED = 0.12  # abstracts that share less than this of their phrases, and of their subject words
UNRELATED_SUBJECT = 0.4  # less than this, never stand in one cluster
_OF_ONE_VOLUME = 0.5  # likeness of titles below which one DOI may be that of the volume that both stand in
_LONGEST_TITLE = 600  # characters that are looked at; the longest title seen had 170

Phrases = frozenset[tuple[str, str, str]]


@lru_cache(maxsize=1024)  # an abstract takes 20 kB when taken apart: those of a large catalogue are not kept
def _phrases(abstract: str) -> Phrases:
    """Every three words in a row."""
    said = normal_words(abstract)
    return frozenset(zip(said, said[1:], said[2:], strict=False))


@lru_cache(maxsize=1024)
def _subject(abstract: str) -> frozenset[str]:
    """The telling words by their first letters."""
    return frozenset(word[:_STEM] for word in normal_words(abstract) if len(word) > 3 and word not in EMPTY)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two entries are one paper, how alike they are (0 to 1), and in words why.

    ``opposed``: they are so different that not even a third entry that resembles both may bring them together.
    ``renamed``: the abstracts alone speak for one paper.
    ``fits``: one has no abstract, and what it has of a title is the other's beginning or part: it is the same paper if
    it fits no second one.
    """

    same: bool
    score: float
    reason: str
    opposed: bool = False
    renamed: bool = False
    fits: bool = False


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
    if one.form.about != other.form.about:
        about = one.form.about or other.form.about
        return Verdict(False, 0.0, f"one is about a paper, not that paper ({about})", opposed=True)
    opposed = overlap is not None and overlap.contained < UNRELATED and _common_subject(one, other) < UNRELATED_SUBJECT
    marks = difference(one.edition, other.edition)
    if marks is not Difference.NONE:
        return _other_edition(marks, overlap)
    if one.key == other.key and one.key:
        return _same_title_stated(one, other, overlap) if stated else _same_title(one, other, overlap, opposed)
    if overlap is None and stated:
        judged = records.other_titles(tuple(one.title_words), tuple(other.title_words), one.byline, other.byline)
        return Verdict(*judged)
    if overlap is None:
        return _by_titles_alone(one, other)
    return _other_title(one, other, overlap, opposed)


def may_be_same(one: EntryText, other: EntryText) -> bool:
    """Whether a look at the abstracts leaves it open; if not, `compare` would only say why they are two papers."""
    stated = one.byline is not NOTHING_STATED and other.byline is not NOTHING_STATED
    if stated or one.key == other.key or not (one.has_abstract and other.has_abstract):
        return True
    overlap = _overlap(one, other)
    return overlap is None or overlap.contained >= TOO_LITTLE


def _needs(share: float) -> str:
    return f", at least {share:.0%} needed"


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


def _other_edition(marks: Difference, overlap: _Overlap | None) -> Verdict:
    identical = overlap is not None and overlap.shared >= SAME_EDITION and overlap.size >= TELLING
    same = identical and marks is Difference.ADDED
    compared = overlap or "no abstract to compare"
    needs = _needs(SAME_EDITION) if overlap and marks is Difference.ADDED else ""
    return Verdict(same, overlap.shared if overlap else 0.0, f"{marks.value}; {compared}{needs}", opposed=not same)


def _same_title_stated(one: EntryText, other: EntryText, overlap: _Overlap | None) -> Verdict:
    """The verdict on one title under which authors, year or venue are stated."""
    judged = records.same_title(one.title_words, one.byline, other.byline)
    needed = SAME_TITLE if judged.same else NEEDED[Kin.SMALL]
    if overlap is not None and overlap.contained >= needed:
        return Verdict(True, 0.5 + overlap.contained / 2, f"same title; {overlap}{_needs(needed)}")
    if overlap is not None and judged.same and not judged.certain and not _in_two_languages(one, other):
        return Verdict(False, overlap.contained, f"same title, but {overlap}{_needs(needed)}")
    return Verdict(judged.same, judged.score, judged.reason, opposed=not judged.same)


def _same_title(one: EntryText, other: EntryText, overlap: _Overlap | None, opposed: bool) -> Verdict:
    if overlap is None:
        return Verdict(True, 0.9, "same title; no abstract to compare")
    if overlap.contained >= SAME_TITLE:
        return Verdict(True, 0.5 + overlap.contained / 2, f"same title; {overlap}{_needs(SAME_TITLE)}")
    subject = _common_subject(one, other)
    if subject >= SAME_TITLE_SUBJECT and overlap.size >= TELLING:
        return Verdict(True, subject, f"same title; abstracts share {subject:.0%} of their subject words")
    if len(one.title_words) >= _LANGUAGE_WORDS and _in_two_languages(one, other):
        return Verdict(True, 0.85, "same title; the abstracts are in two languages")
    return Verdict(False, overlap.contained, f"same title, but {overlap}{_needs(SAME_TITLE)}", opposed)


def _in_two_languages(one: EntryText, other: EntryText) -> bool:
    ours, theirs = language(one.abstract), language(other.abstract)
    return bool(ours and theirs) and ours != theirs


def _by_titles_alone(one: EntryText, other: EntryText) -> Verdict:
    """The verdict on titles that differ where an abstract is missing."""
    score = likeness(one, other) * 0.9
    if differ_by_one_slip(one.title_words, other.title_words):
        return Verdict(True, score, "titles differ by a slip of the pen; no abstract to compare")
    if fits := _fits(one, other) or _fits(other, one):
        return Verdict(False, score, f"{fits}; no abstract to compare: one paper if no other fits", fits=True)
    relation = kinship(one, other)
    reason = f"{relation}; no abstract to compare: the titles must be the same but for a slip of the pen"
    return Verdict(False, score, reason, opposed=relation.kin is Kin.OPPOSED)


def _fits(one: EntryText, other: EntryText) -> str:
    """In words, how all that is known of one entry is in the title of the other; ``""`` where it is not."""
    if is_cut_from(one, other):
        return "one title is cut short"
    return "one title is a part of the other" if not one.has_abstract and one.key in other.title_parts else ""


def _other_title(one: EntryText, other: EntryText, overlap: _Overlap, opposed: bool) -> Verdict:
    relation = kinship(one, other)
    if relation.kin is Kin.OPPOSED:
        return Verdict(False, overlap.contained, f"{relation}; {overlap}", opposed=True)
    if relation.kin is Kin.SLIP and _each_says_its_own(one, other):
        relation = Kinship(Kin.DECISIVE, relation.places)
    needed = NEEDED[relation.kin]
    if overlap.contained < TOO_LITTLE:
        return Verdict(False, overlap.contained, f"{relation}; {overlap}, {needed:.0%} of their words needed", opposed)
    abstracts = Alignment(tuple(normal_words(one.abstract)), tuple(normal_words(other.abstract)))
    agreed = overlap.contained if overlap.contained >= CUT_SHORT else abstracts.agreed
    reason = f"{relation}; abstracts agree in {agreed:.0%} of their words{_needs(needed)}"
    same = agreed >= needed
    if same and (place := telling_place(relation, abstracts)):
        same, reason = False, f"{reason}, but one has “{_said(place.ours)}” where the other has “{_said(place.theirs)}”"
    renamed = relation.kin in (Kin.RELATED, Kin.UNRELATED, Kin.DECISIVE)
    if same and (renamed or relation.kin is Kin.ADDED):
        same = overlap.size >= TELLING and not (renamed and (_repeats(one) or _repeats(other)))
    return Verdict(same, agreed * (0.9 + likeness(one, other) / 10), reason, opposed, renamed=renamed)


def _said(words: tuple[str, ...]) -> str:
    return " ".join(words) or "–"


def _each_says_its_own(one: EntryText, other: EntryText) -> bool:
    """Whether each abstract has the word that its own title has in place of the other's: both words are meant."""
    differing = [
        (a, b) for a, b in zip(one.title_words, other.title_words, strict=False) if a.rstrip("s") != b.rstrip("s")
    ]
    ours, theirs = (frozenset(normal_words(text.abstract)) for text in (one, other))
    return any(a in ours - theirs and b in theirs - ours for a, b in differing)


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
