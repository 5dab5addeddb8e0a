"""Topics as tags with rules: how a phrase is written, and which phrases find its papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from sitegen.catalogue.tagging.phrases import Phrases
from sitegen.config.model import TagRule
from sitegen.reports.proposals.reading import key_of
from sitegen.reports.proposals.terms import Gram, Term
from sitegen.reports.proposals.topics import Topic
from sitegen.urls import slugify

_VERBAL = ("ed", "ing")

FEW = 0.3  # ways of writing a phrase that are rarer than this part of the most frequent one do not count
MOST = 5  # phrases of a rule
THRESHOLD = 3.0  # points: a hit in the title, or two in an abstract


def phrase(term: Term, names: Collection[str]) -> str:
    """A topic in words: as it is written where it ends, spelt out, in the plural if it has one."""
    forms = term.final or term.forms
    spelt_out = Counter({form: times for form, times in forms.items() if len(form) == len(term.key)})
    written = _forms(term, spelt_out or forms, names)
    return next((form for form in written if form in (f"{written[0]}s", f"{written[0]}es")), written[0])


def name(phrase: str) -> str:
    """What a tag is called: its topic, with a capital."""
    return phrase[:1].upper() + phrase[1:]


def rule(topic: Topic, names: Collection[str]) -> TagRule:
    """The phrases that find a topic's papers: the ways in which it is written; companions point to it."""
    strong = list(_different(_phrases((topic.term, *topic.variants), names)))[:MOST]
    known = Phrases(strong)
    companions = _different(_phrases(topic.companions, names))
    return TagRule(
        strong=tuple(strong),
        any=tuple(phrase for phrase in companions if not known.find(known.read(phrase))),
        threshold=THRESHOLD,
    )


def _phrases(terms: Iterable[Term], names: Collection[str]) -> Iterator[str]:
    """How terms are written; of a noun not the verb that it comes from: "augmentation", but "augmented" is another."""
    for term in terms:
        first, *others = _forms(term, term.forms, names)
        yield _singular(first)
        yield from (_singular(form) for form in others if not form.endswith(_VERBAL))


def slugs(called: Iterable[str]) -> Iterator[str]:
    """A slug for each name, no two the same."""
    taken: Counter[str] = Counter()
    for its in called:
        slug = slugify(its)
        taken[slug] += 1
        yield slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"


def _forms(term: Term, forms: Counter[Gram], names: Collection[str]) -> list[str]:
    """How a term is written, most often first; what is hardly ever written is left out."""
    counted: Counter[str] = Counter()
    for form, times in forms.items():
        words = (_cased(word, names) for word in form)
        counted[("" if term.unspaced else " ").join(words)] += times
    rows = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return [form for place, (form, times) in enumerate(rows) if place == 0 or times >= FEW * rows[0][1]]


def _cased(word: str, names: Collection[str]) -> str:
    """A word without the capitals of titles: "galaxy", but "Jupiter", "X-ray" and "GAN"."""
    return "-".join(
        part if part[1:] != part[1:].lower() else part.capitalize() if key_of(part) in names else part.lower()
        for part in word.split("-")
    )


def _singular(form: str) -> str:
    """A form as rules need it: capitals are matched as they stand, so "GANs" would not find "GAN"."""
    return form[:-1] if form[-2:-1].isupper() and form.endswith("s") else form


def _different(forms: Iterable[str]) -> Iterator[str]:
    """The forms in which those before them are not found."""
    kept: list[str] = []
    for form in forms:
        known = Phrases(kept)
        if not known.find(known.read(form)):
            kept.append(form)
            yield form
