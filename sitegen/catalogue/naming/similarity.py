"""Whether a paper is the one that a published name was given to, though title or abstract have changed since.

The rule is that of `matcher`, title by title, with what a fingerprint can say of two abstracts: which part of their
phrases they share, to 6 in 100. A changed word breaks the three phrases around it, so an agreement of ``a`` in words is
taken for ``a³`` in phrases. In one point recognising goes further: of a paper whose title stayed, the abstract may be
another altogether, if nothing else can be meant (`Kind.TITLE`).
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import cached_property

from sitegen.catalogue.merging.editions import Difference, difference
from sitegen.catalogue.merging.entry_text import EntryText
from sitegen.catalogue.merging.kinship import Kin, kinship
from sitegen.catalogue.merging.matcher import NEEDED, SAME_TITLE, TELLING, TOO_LITTLE
from sitegen.catalogue.merging.titles import differ_by_one_slip
from sitegen.catalogue.naming.fingerprint import contained, identical, shared
from sitegen.permalinks.model import Fingerprint

_SLACK = 0.1
"""Two standard errors of a sketch: a paper that is the same is missed once in forty times, not every other time."""


class Kind(enum.IntEnum):
    """How sure a recognition is; a surer kind goes before a less sure one, whatever the scores."""

    TITLE = 1  # the title alone: the abstract is another one
    TEXT = 2  # the abstract, under a title that was corrected
    BOTH = 3  # title and abstract


@dataclass(frozen=True)
class Candidate:
    """One title with the fingerprint of its abstract. Not slotted: what is asked of the title is kept.

    ``own``: this very abstract is one, and no other paper's, so that a paper can be known by it though it is short.
    """

    title: str
    fingerprint: Fingerprint | None
    own: bool = False

    @cached_property
    def text(self) -> EntryText:
        """The title, ready to be compared."""
        return EntryText(self.title, "")

    @cached_property
    def telling(self) -> bool:
        """Whether there is enough of an abstract to know a paper by it."""
        return self.fingerprint is not None and self.fingerprint.phrases >= TELLING


@dataclass(frozen=True, slots=True, order=True)
class Recognition:
    """How sure it is that two are one paper (greater is surer)."""

    kind: Kind
    score: float


def recognise(one: Candidate, other: Candidate) -> Recognition | None:
    """Whether two are the same paper; None if not. Symmetric, like `matcher.compare`."""
    ours, theirs = one.text, other.text
    comparable = one.telling and other.telling
    marks = difference(ours.edition, theirs.edition) if one.title != other.title else Difference.NONE
    if marks is not Difference.NONE:
        same = comparable and marks is Difference.ADDED and identical(one.fingerprint, other.fingerprint)
        return Recognition(Kind.TEXT, 0.5) if same else None
    if ours.key == theirs.key and ours.key:
        return _same_title(one, other, comparable)
    if identical(one.fingerprint, other.fingerprint) and (comparable or (one.own and other.own)):
        return Recognition(Kind.TEXT, 1.0)
    if comparable:
        return _other_title(one, other)
    return Recognition(Kind.TITLE, 0.5) if differ_by_one_slip(ours.title_words, theirs.title_words) else None


def _same_title(one: Candidate, other: Candidate, comparable: bool) -> Recognition:
    both = shared(one.fingerprint, other.fingerprint)
    if not comparable or contained(one.fingerprint, other.fingerprint) >= SAME_TITLE:
        return Recognition(Kind.BOTH, 0.5 + both / 2)
    return Recognition(Kind.TITLE, both)


def _other_title(one: Candidate, other: Candidate) -> Recognition | None:
    """Two titles that are not the same, with abstracts that can be compared."""
    part = contained(one.fingerprint, other.fingerprint)
    if part < TOO_LITTLE:
        return None
    needed = _needed(kinship(one.text, other.text).kin)
    return None if needed is None or part < needed else Recognition(Kind.TEXT, part)


def _needed(kin: Kin) -> float | None:
    """The part of the phrases that must be shared, for two titles that are not the same; None where nothing helps.

    An author may rename what the same file held before, so what tells two papers apart in two lists tells less here.
    """
    if kin is Kin.OPPOSED:
        return None
    if kin in (Kin.SLIP, Kin.CUT):
        return TOO_LITTLE
    if kin in (Kin.PART, Kin.ADDED):  # near papers are named like the second
        return NEEDED[kin] ** 3
    return NEEDED[Kin.SMALL if kin is Kin.SMALL else Kin.RELATED] ** 3 - _SLACK
