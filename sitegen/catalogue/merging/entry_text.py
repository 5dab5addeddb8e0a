"""One entry, ready to be compared: its title in the forms that matter, its abstract if that says anything."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from sitegen.catalogue.merging.boilerplate import says_nothing
from sitegen.catalogue.merging.byline import NOTHING_STATED, Byline
from sitegen.catalogue.merging.editions import Edition, edition
from sitegen.catalogue.merging.title_form import TitleForm, title_form
from sitegen.catalogue.merging.titles import CHANGING, is_column
from sitegen.words.normalise import normal_words, title_key

_LONGEST_TITLE = 600  # characters that are looked at in parts; the longest title seen had 170
_SUBTITLE = re.compile(r"\s*[:;?!(\[–—]\s*|\s+-+\s+|\s*--+\s*|(?<=[a-z]{3})\.\s+(?=[A-Z])")
_MAY_HAVE_PARTS = frozenset(":;?!([–—-.")  # most titles have none of these, and are spared the search
_KINDS = """
    a an the of on in and or to for from with by its toward towards new novel brief short comprehensive systematic
    literature survey surveys review reviews overview study studies analysis analyses meta approach approaches method
    methods framework perspective tutorial primer guide introduction case cohort report reports trial trials randomised
    randomized controlled double blind placebo multicentre multicenter prospective retrospective observational clinical
    empirical theoretical experimental evaluation investigation theory practice experiments results findings evidence
    lessons learned challenges opportunities directions future past present part position paper benchmark dataset
    technical notes note series state art recent advances progress preliminary pilot large scale
"""
_KINDS_OF_PAPER = frozenset(_KINDS.split())  # subtitles made of these alone stand under many titles
_ABSTRACT_FROM, _TITLE_UP_TO, _TIMES = 35, 30, 2  # words of an abstract that stands in the title's place, and back
_SENTENCE_FROM, _SENTENCE_LETTERS, _ENDS = 18, 90, (".", "!", "?")  # of a short one, which ends as sentences do


def are_swapped(title: str, abstract: str) -> bool:
    """Whether the abstract stands in the title's place, and the title in the abstract's."""
    if len(title) < _TIMES * len(abstract) or len(title) < _SENTENCE_LETTERS or not abstract:
        return False
    size, its = len(title.split()), len(abstract.split())
    if its > _TITLE_UP_TO or size < _SENTENCE_FROM:
        return False
    return size >= _ABSTRACT_FROM or (its > 2 and title.endswith(_ENDS) and not abstract.endswith(_ENDS))


def entry_text(title: str, abstract: str, byline: Byline = NOTHING_STATED) -> EntryText:
    """The text of an entry; title and abstract that a list has swapped are put in their places."""
    if are_swapped(title, abstract):
        title, abstract = abstract, title
    return EntryText(title, abstract, byline)


@dataclass(frozen=True)
class EntryText:
    """One title and abstract. Not slotted: what is asked of the title is kept."""

    printed: str
    abstract: str
    byline: Byline = NOTHING_STATED

    @cached_property
    def form(self) -> TitleForm:
        """The title without what lists put around it."""
        return title_form(self.printed)

    @property
    def title(self) -> str:
        """The title alone."""
        return self.form.title

    @cached_property
    def key(self) -> str:
        """The title without its spelling form."""
        return title_key(self.title)

    @cached_property
    def beginning(self) -> str:
        """The key of a title that breaks off: its last word, which may be half a word, stands as it is."""
        *whole, last = self.title_words or [""]
        if whole and whole[-1] == "and":
            del whole[-1]
        return title_key(" ".join(whole)) + ("" if "and".startswith(last) else last)

    @cached_property
    def edition(self) -> Edition:
        """The title's edition marks."""
        return edition(self.title)

    @cached_property
    def title_words(self) -> list[str]:
        """The title's words, folded."""
        return normal_words(self.title)

    @cached_property
    def title_parts(self) -> dict[str, list[str]]:
        """The title's own parts, without subtitle or without an acronym in front: their words, by their keys."""
        if _MAY_HAVE_PARTS.isdisjoint(self.title):
            return {}
        title = " ".join(self.title[:_LONGEST_TITLE].split())
        cuts = [cut for cut in _SUBTITLE.finditer(title) if not _goes_on(title, cut)]
        parts = {title[: cut.start()] for cut in cuts} | {title[cut.end() :] for cut in cuts}
        return {title_key(part): said for part in sorted(parts) if _says_enough(said := normal_words(part))}

    @cached_property
    def has_abstract(self) -> bool:
        """Whether there is enough of an abstract to compare, and not a notice that there is none."""
        return not says_nothing(self.abstract)


def _goes_on(title: str, cut: re.Match[str]) -> bool:
    """Whether what stands behind a mark is no subtitle, but makes another title: "Is It Enough? Revisited"."""
    rest = title[cut.end() :]
    is_sentence = cut[0].strip() in ("?", "!") and rest[:1].islower() and not title.islower()
    return is_sentence or CHANGING.issuperset(normal_words(rest))


def _says_enough(said: list[str]) -> bool:
    """Whether a part of a title can be taken for it: "A Survey" is a part of many."""
    return len("".join(said)) > 1 and not (_KINDS_OF_PAPER.issuperset(said) or is_column(said))
