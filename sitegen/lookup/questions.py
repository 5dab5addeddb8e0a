"""Which papers of a catalogue are worth a question, and what is known of them already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sitegen.catalogue.assemble import CatalogueBuild
from sitegen.catalogue.model import Catalogue
from sitegen.facts.model import NOTHING_KNOWN, FactRecord, Facts
from sitegen.lookup.model import Question
from sitegen.problem import Location, Problem, error
from sitegen.suggestion import did_you_mean
from sitegen.words.normalise import title_key


def lacks(known: Facts) -> bool:
    """Whether a paper is worth a question: nobody has stated who wrote it, or where it is."""
    return not known.authors or not known.href


def by_slug(stated: Iterable[FactRecord], assembled: CatalogueBuild) -> Mapping[str, FactRecord]:
    """The entries of `facts.yaml` by the slug of their paper; those of no paper are left out, as a build warns."""
    slugs = _Names(assembled)
    found: dict[str, FactRecord] = {}
    for one in stated:
        if slug := slugs.slug(one.paper):
            found.setdefault(slug, one)
    return found


def questions_of(
    assembled: CatalogueBuild, records: Mapping[str, FactRecord], names: Sequence[str] = ()
) -> tuple[tuple[Question, ...], tuple[Problem, ...]]:
    """A question for each paper that lacks something, or for those of ``names`` that do; A–Z, or as they are named.

    Papers for which `facts.yaml` says ``found: []`` are passed over, and those without a title. A name that is nobody's
    is an error.
    """
    catalogue = assembled.catalogue
    slugs, problems = _named(names, assembled) if names else (tuple(catalogue.papers), ())
    questions = (_question(slug, catalogue) for slug in slugs if not _passed_over(slug, catalogue, records))
    return tuple(question for question in questions if lacks(question.known)), problems


def _passed_over(slug: str, catalogue: Catalogue, records: Mapping[str, FactRecord]) -> bool:
    """Whether nobody is to ask, or there is no title to ask for."""
    return (slug in records and records[slug].settled) or not catalogue.papers[slug].printed_title.strip()


def _question(slug: str, catalogue: Catalogue) -> Question:
    paper = catalogue.papers[slug]
    return Question(slug, paper.title_text, paper.abstract_text, catalogue.facts.get(slug, NOTHING_KNOWN))


class _Names:
    """Whose a name is: a slug, an earlier slug, or the title of one paper."""

    def __init__(self, assembled: CatalogueBuild) -> None:
        self._papers = assembled.catalogue.papers
        self._aliases = assembled.names.aliases
        titles = [(title_key(paper.title_text), slug) for slug, paper in self._papers.items()]
        times = Counter(key for key, _ in titles)
        self._by_title = {key: slug for key, slug in titles if times[key] == 1}

    def slug(self, name: str) -> str:
        """The slug of the paper; ``""`` where there is none, or where several have the title."""
        slug = self._aliases.get(name, name)
        return slug if slug in self._papers else self._by_title.get(title_key(name), "")


def _named(names: Sequence[str], assembled: CatalogueBuild) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    slugs = _Names(assembled)
    found = {name: slugs.slug(name) for name in names}
    problems = tuple(_unknown(name, assembled.catalogue) for name, slug in found.items() if not slug)
    return tuple(dict.fromkeys(filter(None, found.values()))), problems


def _unknown(name: str, catalogue: Catalogue) -> Problem:
    known = [*catalogue.papers, *(paper.title_text for paper in catalogue.papers.values())]
    message = f"no paper has the slug or title '{name[:80]}'"
    return error(Location("sitegen facts"), message, did_you_mean(name, known, most=0))
