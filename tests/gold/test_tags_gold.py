"""The shipped rules against papers that people have read; run as a script it prints the whole report."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from sitegen.catalogue.assemble import assemble
from sitegen.catalogue.model import Paper
from sitegen.catalogue.tagging.tag import Tagger, carried
from sitegen.config.load import load
from sitegen.config.model import TagSettings
from sitegen.inputs import read
from sitegen.reports.labels import Label, labelled, read_labels
from sitegen.reports.tag_report import Agreement, Scores, compare, tag_report

CHECKOUT = Path(__file__).resolve().parent.parent.parent
OWN = CHECKOUT / "tests" / "gold" / "labels.yaml"
HELD = CHECKOUT / "tests" / "gold" / "labels-held.yaml"
APART = CHECKOUT / "tests" / "gold" / "labels-apart.yaml"
REST = CHECKOUT / "tests" / "gold" / "labels-rest.yaml"


@cache
def catalogue(digests: Path) -> tuple[tuple[Paper, ...], tuple[TagSettings, ...]]:
    settings, problems = load(CHECKOUT / "site.yaml", inputs=[digests])
    assert settings is not None, problems
    found, _ = read(settings)
    return tuple(assemble(found, settings).catalogue.papers.values()), settings.tags


def given(digests: Path) -> dict[str, tuple[str, ...]]:
    papers, tags = catalogue(digests)
    tagger = Tagger(tags)
    scores = {paper.slug: carried(tagger.score(paper.title_text, paper.abstract_text)) for paper in papers}
    return {slug: tuple(score.slug for score in rows) for slug, rows in scores.items()}


def scored(digests: Path, labels: Sequence[Label]) -> Scores:
    return compare(given(digests), labelled(catalogue(digests)[0], labels))


def visible(shared: Path) -> tuple[Label, ...]:
    labels, problems = read_labels(shared / "gold" / "tags-visible.json")
    assert problems == ()
    return labels


@pytest.mark.real
def test_the_visible_labels_are_met_on_full_abstracts(shared: Path) -> None:
    scores = scored(shared / "digests", visible(shared))
    assert scores.papers == 60
    assert scores.total.f1 >= 0.9
    assert scores.best_accuracy >= 0.9


@pytest.mark.real
def test_the_visible_labels_are_met_on_short_summaries(shared: Path, checkout: Path) -> None:
    scores = scored(checkout / "digests", visible(shared))
    assert scores.papers == 60
    assert scores.total.f1 >= 0.87
    assert scores.best_accuracy >= 0.85


@pytest.mark.real
def test_our_own_labels_are_met_on_full_abstracts(shared: Path) -> None:
    scores = scored(shared / "digests", read_labels(OWN)[0])
    assert scores.papers == 142
    assert scores.total.f1 >= 0.9
    assert scores.best_accuracy >= 0.93


def test_our_own_labels_are_met_on_short_summaries(checkout: Path) -> None:
    scores = scored(checkout / "digests", read_labels(OWN)[0])
    assert scores.papers == 142
    assert scores.total.f1 >= 0.87
    assert scores.best_accuracy >= 0.9


@pytest.mark.real
def test_papers_that_nobody_tuned_for_are_tagged_well_from_full_abstracts(shared: Path) -> None:
    scores = scored(shared / "digests", read_labels(HELD)[0])
    assert scores.papers == 24
    assert scores.total.f1 >= 0.84
    assert scores.best_accuracy >= 0.80


def test_papers_that_nobody_tuned_for_are_tagged_well_from_short_summaries(checkout: Path) -> None:
    scores = scored(checkout / "digests", read_labels(HELD)[0])
    assert scores.papers == 24
    assert scores.total.f1 >= 0.83
    assert scores.best_accuracy >= 0.80


@pytest.mark.real
def test_the_labels_kept_apart_are_met_on_full_abstracts(shared: Path) -> None:
    scores = scored(shared / "digests", read_labels(APART)[0])
    assert scores.papers == 60
    assert scores.total.f1 >= 0.88
    assert scores.best_accuracy >= 0.85


def test_the_labels_kept_apart_are_met_on_short_summaries(checkout: Path) -> None:
    scores = scored(checkout / "digests", read_labels(APART)[0])
    assert scores.papers == 60
    assert scores.total.f1 >= 0.86
    assert scores.best_accuracy >= 0.85


@pytest.mark.real
def test_the_papers_that_nobody_had_labelled_are_tagged_well(shared: Path) -> None:
    scores = scored(shared / "digests", read_labels(REST)[0])
    assert scores.papers == 78
    assert scores.total.f1 >= 0.91


@pytest.mark.real
def test_no_tag_with_ten_papers_is_weak(shared: Path) -> None:
    together: dict[str, Agreement] = {}
    for labels in (visible(shared), *(read_labels(file)[0] for file in (OWN, HELD, APART, REST))):
        for slug, agreement in scored(shared / "digests", labels).tags.items():
            together[slug] = together.get(slug, Agreement()) + agreement
    often = {slug: found for slug, found in together.items() if found.both + found.readers_only >= 10}
    assert len(often) >= 15
    assert {slug: found for slug, found in often.items() if min(found.precision, found.recall) < 0.65} == {}


@pytest.mark.real
def test_few_real_papers_stay_untagged(shared: Path) -> None:
    tags = given(shared / "digests")
    assert len(tags) == 364
    assert sum(not found for found in tags.values()) <= 0.03 * len(tags)


def test_few_papers_of_the_sample_stay_untagged(checkout: Path) -> None:
    tags = given(checkout / "digests")
    assert sum(not found for found in tags.values()) <= 0.03 * len(tags)


def test_every_tag_has_a_rule_and_papers_in_the_sample(checkout: Path) -> None:
    known = {tag.slug for tag in catalogue(checkout / "digests")[1]}
    assert {tag for found in given(checkout / "digests").values() for tag in found} == known


@pytest.mark.parametrize("file", [OWN, HELD, APART, REST], ids=lambda file: file.name)
def test_our_own_labels_name_tags_that_exist(checkout: Path, file: Path) -> None:
    labels, problems = read_labels(file)
    assert problems == ()
    known = {tag.slug for tag in catalogue(checkout / "digests")[1]}
    assert {tag for label in labels for tag in label.tags | label.best | label.maybe} <= known


if __name__ == "__main__":
    digests, labels = Path(sys.argv[1]), read_labels(Path(sys.argv[2]))[0]
    print(tag_report(*catalogue(digests), labels))
