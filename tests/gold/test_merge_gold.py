"""Merging measured: on the labelled cases, on the real digests, and on variants made of every real paper.

The variants are made here while the test runs; each class has a share that must be right, so that a change of a
threshold that costs something shows where.
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sitegen.catalogue.merging.cluster import RepairedEntry
from sitegen.catalogue.merging.merge import merge
from sitegen.config.load import load
from sitegen.inputs import read

pytestmark = pytest.mark.real

Entry = tuple[str, str]


def copies_in(folder: Path, checkout: Path) -> list[RepairedEntry]:
    settings, problems = load(checkout / "site.yaml", inputs=[folder])
    assert settings is not None, problems
    digests, _ = read(settings)
    return [RepairedEntry(d.id, e.position, e.title, e.abstract, e.title) for d in digests for e in d.entries]


@pytest.fixture(scope="module")
def real(shared: Path, checkout: Path) -> list[RepairedEntry]:
    return copies_in(shared / "digests", checkout)


@pytest.fixture(scope="module")
def papers(real: list[RepairedEntry]) -> tuple[Entry, ...]:
    clusters = merge(real)
    return tuple((c.copies[c.best_title].title, c.copies[c.best_abstract].abstract) for c in clusters)


def one_paper(*entries: Entry) -> bool:
    copies = [RepairedEntry(f"d{n}", 1, title, abstract, title) for n, (title, abstract) in enumerate(entries)]
    return len(merge(copies)) == 1


def test_the_real_digests_hold_364_papers(real: list[RepairedEntry]) -> None:
    assert (len(real), len(merge(real))) == (397, 364)


def test_the_sample_holds_508_papers(shared: Path, checkout: Path) -> None:
    sample = copies_in(shared / "sample-digests", checkout)
    assert (len(sample), len(merge(sample))) == (585, 508)


@pytest.mark.parametrize("mixed", [False, True], ids=["alone", "among the real papers"])
def test_every_labelled_case_is_right(shared: Path, real: list[RepairedEntry], mixed: bool) -> None:
    cases: list[dict[str, Any]] = json.loads((shared / "gold" / "dedupe-visible.json").read_text("utf-8"))
    wrong = []
    for case in cases:
        records = case["records"]
        copies = [RepairedEntry(r["rid"], 1, r["title"], r["abstract"], r["title"]) for r in records]
        clusters = merge([*copies, *(real if mixed else [])])
        found = {copy.digest: number for number, cluster in enumerate(clusters) for copy in cluster.copies}
        if any(
            (found[a["rid"]] == found[b["rid"]]) != (a["cluster"] == b["cluster"]) for a in records for b in records
        ):
            wrong.append((case["id"], case["kind"]))
    assert len(cases) == 24
    assert wrong == []


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?]) +", text)


@cache
def telling(entry: Entry) -> frozenset[str]:
    return frozenset(re.findall("[a-z]{4,}", " ".join(entry).lower()))


@cache
def nearest(paper: Entry, papers: tuple[Entry, ...]) -> Entry:
    mine = telling(paper)
    others = (entry for entry in papers if entry != paper)
    return max(others, key=lambda entry: len(mine & telling(entry)) / len(mine | telling(entry)))


class Maker:
    """Makes variants of one real paper and near papers of it."""

    def __init__(self, papers: tuple[Entry, ...], number: int) -> None:
        self.chance = random.Random(number)
        self.title, self.abstract = papers[number]
        self.other = papers[(number + 1 + self.chance.randrange(len(papers) - 1)) % len(papers)]
        self.papers = papers

    @property
    def nearest(self) -> Entry:
        """The other paper that shares most words with this one."""
        return nearest((self.title, self.abstract), self.papers)

    def cut(self, share: float) -> str:
        return self.abstract[: int(len(self.abstract) * share)] + "…"

    def revised(self, share: float) -> str:
        words, strange = self.abstract.split(), self.other[1].split()
        for place in self.chance.sample(range(len(words)), int(len(words) * share)):
            words[place] = self.chance.choice(strange)
        return " ".join(words)

    def inner(self) -> str:
        return " ".join(sentences(self.abstract)[1:-1]) if len(sentences(self.abstract)) > 4 else self.abstract

    def follow_up(self, share: float) -> str:
        """Some of the paper's sentences, filled up to length with those of its nearest neighbour."""
        mine, theirs = sentences(self.abstract), sentences(self.nearest[1])
        kept = self.chance.sample(mine, max(1, round(len(mine) * share)))
        return " ".join(kept + theirs[: max(1, round(len(kept) / share) - len(kept))])

    def slip(self) -> str:
        words = self.title.split()
        place = self.chance.choice([n for n, word in enumerate(words) if len(word) > 6] or [0])
        word = words[place]
        at = self.chance.randrange(1, max(2, len(word) - 1))
        words[place] = self.chance.choice(
            [
                word[:at] + word[at + 1 :],
                word[:at] + word[at - 1 :],
                word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
            ]
        )
        return " ".join(words)

    def mostly(self) -> str:
        """Four fifths of the abstract's sentences, the others from another paper."""
        mine, theirs = sentences(self.abstract), sentences(self.other[1])
        changed = set(self.chance.sample(range(len(mine)), len(mine) // 5))
        return " ".join(theirs[n % len(theirs)] if n in changed else said for n, said in enumerate(mine))

    def another_word(self) -> Entry:
        """Title and abstract with another paper's word in place of one that both have; its nearest where none is."""
        both = [word for word in re.findall("[a-z]{5,}", self.title.lower()) if f" {word} " in self.abstract.lower()]
        if not both:
            return self.nearest
        word, their = max(both, key=len), max(re.findall("[a-z]+", self.other[0].lower()), key=len)
        title, abstract = (re.sub(rf"\b{word}\b", their, text, flags=re.I) for text in (self.title, self.abstract))
        return title, abstract

    def another_form(self) -> Entry:
        """Another title over the abstract as a form: its numbers and ten of its words are others."""
        words = self.abstract.split()
        for place in self.chance.sample(range(len(words)), 10):
            words[place] = self.chance.choice(self.other[1].split())
        return self.other[0], re.sub(r"\d+", lambda found: str(int(found[0]) + 7), " ".join(words))

    def head(self) -> str:
        return self.title.partition(": ")[0]

    def tail(self) -> str:
        return self.title.partition(": ")[2] or self.title


VARIANTS: dict[str, tuple[float, Callable[[Maker], Entry]]] = {
    "capitals": (1, lambda m: (m.title.upper(), m.abstract)),
    "small letters, no abstract": (1, lambda m: (m.title.lower(), "")),
    "small letters, cut": (1, lambda m: (m.title.lower(), m.cut(0.3))),
    "dash for colon": (1, lambda m: (m.title.replace(": ", " – "), m.abstract)),
    "spaces for hyphens, no abstract": (1, lambda m: (m.title.replace("-", " "), "")),
    "no hyphens, cut": (1, lambda m: (m.title.replace("-", ""), m.cut(0.2))),
    "decomposed": (1, lambda m: (unicodedata.normalize("NFD", m.title), unicodedata.normalize("NFD", m.abstract))),
    "cut to a twentieth": (0.99, lambda m: (m.title, m.cut(0.05))),
    "cut to a half": (1, lambda m: (m.title, m.cut(0.5))),
    "first sentence only": (0.99, lambda m: (m.title, sentences(m.abstract)[0])),
    "last sentence only": (0.99, lambda m: (m.title, sentences(m.abstract)[-1])),
    "no first and last sentence": (1, lambda m: (m.title, m.inner())),
    "every fifth word changed": (1, lambda m: (m.title, m.revised(0.2))),
    "half rewritten": (0.99, lambda m: (m.title, m.follow_up(0.5))),
    "slip": (0.99, lambda m: (m.slip(), m.abstract)),
    "slip, cut": (0.99, lambda m: (m.slip(), m.cut(0.3))),
    "slip, every fifth word changed": (0.97, lambda m: (m.slip(), m.revised(0.2))),
    "slip, no abstract": (0.85, lambda m: (m.slip(), "")),
    "no subtitle": (0.99, lambda m: (m.head(), m.abstract)),
    "no subtitle, cut": (0.99, lambda m: (m.head(), m.cut(0.3))),
    "no subtitle, every tenth word changed": (0.99, lambda m: (m.head(), m.revised(0.1))),
    "no acronym": (0.99, lambda m: (m.tail(), m.abstract)),
    "no acronym, no first and last sentence": (0.98, lambda m: (m.tail(), m.inner())),
    "another title": (1, lambda m: (m.other[0], m.abstract)),
    "another title, cut": (0.99, lambda m: (m.other[0], m.cut(0.3))),
    "title cut, abstract cut": (0.99, lambda m: (m.title[: len(m.title) // 2] + "…", m.cut(0.3))),
    "title cut, no abstract": (0.97, lambda m: (m.title[: len(m.title) * 2 // 3] + "…", "")),
    "title cut, every fifth word changed": (0.97, lambda m: (m.title[: len(m.title) * 2 // 3] + "…", m.revised(0.2))),
    "head alone": (0.97, lambda m: (m.head(), "")),
    "subtitle alone": (0.97, lambda m: (m.tail(), "")),
    "PDF": (1, lambda m: (m.title + " [PDF]", "")),
    "PDF, cut": (1, lambda m: ("[PDF] " + m.title, m.cut(0.2))),
    "swapped": (1, lambda m: (m.abstract, m.title)),
    "sign in": (
        1,
        lambda m: (m.title, "Sign in to view the full text of this article, or check your institution's access."),
    ),
    "head kept, four fifths of the abstract": (0.95, lambda m: (f"{m.head()}: Kneading Dough by Touch", m.mostly())),
    "title goes on": (0.99, lambda m: (m.title + " for Everything", m.abstract)),
}

NEAR: dict[str, tuple[float, Callable[[Maker], Entry]]] = {
    "nearest paper": (1, lambda m: m.nearest),
    "nearest paper, no abstract": (1, lambda m: (m.nearest[0], "")),
    "title of another": (0.99, lambda m: (m.title, m.other[1])),
    "title of the nearest": (0.98, lambda m: (m.title, m.nearest[1])),
    "follow-up with a fifth of the sentences": (1, lambda m: (m.nearest[0], m.follow_up(0.2))),
    "follow-up with half of the sentences": (0.99, lambda m: (m.nearest[0], m.follow_up(0.5))),
    "X for Y, half of the sentences": (0.99, lambda m: (m.title + " for Robot Grasping", m.follow_up(0.5))),
    "X for Y, most sentences": (0.98, lambda m: (m.title + " for Robot Grasping", m.follow_up(0.7))),
    "X for Y, no abstract": (1, lambda m: (m.title + " for Robot Grasping", "")),
    "a study, half of the sentences": (0.98, lambda m: (m.title + ": A Study on Robot Grasping", m.follow_up(0.5))),
    "part two, half of the sentences": (1, lambda m: (m.title + ", Part II", m.follow_up(0.5))),
    "part two, no abstract": (1, lambda m: (m.title + ": Part II", "")),
    "pluses, most sentences": (0.99, lambda m: (m.title.replace(m.head(), m.head() + "++"), m.follow_up(0.7))),
    "another title, every twentieth word changed": (0.97, lambda m: (m.other[0], m.revised(0.05))),
    "another word in the title, and the same in the abstract": (0.97, Maker.another_word),
    "another title over the abstract as a form": (0.99, Maker.another_form),
    "second version": (1, lambda m: (m.head() + " 2.0", m.nearest[1])),
}


@pytest.mark.parametrize("kind", VARIANTS)
def test_variants_of_real_papers_are_one_paper(papers: tuple[Entry, ...], kind: str) -> None:
    share, make = VARIANTS[kind]
    right = [one_paper(papers[number], make(Maker(papers, number))) for number in range(0, len(papers), 3)]
    assert sum(right) / len(right) >= share


@pytest.mark.parametrize("kind", NEAR)
def test_near_papers_of_real_papers_stay_apart(papers: tuple[Entry, ...], kind: str) -> None:
    share, make = NEAR[kind]
    right = [not one_paper(papers[number], make(Maker(papers, number))) for number in range(0, len(papers), 3)]
    assert sum(right) / len(right) >= share
