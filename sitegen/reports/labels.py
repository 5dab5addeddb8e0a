"""Tags that people gave to papers by reading: what the rules are measured by.

A file of labels is a list, in JSON or YAML, with one entry per paper::

    - slug: efficient-progressive-neural-architecture-search   # or title: as printed in a digest
      tags: [architecture-search, lightweight-models]          # all that apply, the best one first
      best_ok: []                                              # other tags that would do as the best one
      maybe: [elastic-dynamic-networks]                        # defensible, counted neither way
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.catalogue.model import Paper
from sitegen.problem import Location, Problem, error
from sitegen.words.normalise import title_key


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader says of one paper, named by slug or by a title as printed (the other is ``""``)."""

    slug: str
    title: str
    tags: frozenset[str]
    best: frozenset[str]  # each of these would do
    maybe: frozenset[str] = frozenset()


def read_labels(file: Path) -> tuple[tuple[Label, ...], tuple[Problem, ...]]:
    """The labels of a JSON or YAML file; an entry that is none is an error with its number."""
    import yaml  # on demand: only this command needs it here

    try:
        rows = yaml.load(file.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, yaml.YAMLError, ValueError) as failure:
        reason = str(failure).partition("\n")[0]
        return (), (error(Location(str(file)), f"cannot be read as a list of labels: {reason}"),)
    if not isinstance(rows, list):
        return (), (error(Location(str(file)), "is not a list of labels", "each entry has a slug or title, and tags"),)
    labels: list[Label] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows, 1):
        label = _label(row)
        if label:
            labels.append(label)
        else:
            message = f"entry {number} is no label: it needs a slug or title, and a list of tags"
            problems.append(error(Location(str(file)), message))
    return tuple(labels), tuple(problems)


def _label(row: object) -> Label | None:
    if not isinstance(row, dict):
        return None
    slug, title = str(row.get("slug") or ""), str(row.get("title") or "")
    tags = _words(row, "tags")
    if not tags or not (slug or title):
        return None
    best = str(row.get("best") or tags[0])
    return Label(
        slug=slug,
        title=title,
        tags=frozenset(tags),
        best=frozenset([best, *_words(row, "best_ok")]),
        maybe=frozenset(_words(row, "maybe")) - set(tags),
    )


def _words(row: Mapping[object, object], name: str) -> list[str]:
    value = row.get(name)
    return [word for word in value if isinstance(word, str)] if isinstance(value, list) else []


def labelled(papers: Sequence[Paper], labels: Sequence[Label]) -> dict[str, Label]:
    """The labels by the slug of their paper; those whose paper is not in this catalogue are left out."""
    slugs = {paper.slug for paper in papers}
    by_title = {title_key(title): paper.slug for paper in papers for title in _titles(paper)}
    named = (label.slug if label.slug in slugs else by_title.get(title_key(label.title), "") for label in labels)
    return {slug: label for slug, label in zip(named, labels, strict=True) if slug}


def _titles(paper: Paper) -> tuple[str, ...]:
    return (*(mention.title for mention in paper.mentions), paper.title_text)
