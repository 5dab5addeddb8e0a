"""What do the tag rules do? Per tag: how many papers, which are doubtful; and, given labels, how good it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.catalogue.model import Paper
from sitegen.catalogue.tagging.tag import Tagger, TagScore, carried
from sitegen.config.model import TagSettings
from sitegen.reports.labels import Label, labelled

NEAR = 0.2
"""A paper is near a tag's threshold if its points differ from it by at most this part."""
LISTED = 2
"""So many papers are named for each tag; the table counts them all."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often rules and readers agree: tags that both give, that only the rules, that only the readers give."""

    both: int = 0
    rules_only: int = 0
    readers_only: int = 0

    @property
    def precision(self) -> float:
        """The share of the rules' tags that readers give too; 1 where there are none."""
        return self.both / (self.both + self.rules_only) if self.both + self.rules_only else 1.0

    @property
    def recall(self) -> float:
        """The share of the readers' tags that the rules give too; 1 where there are none."""
        return self.both / (self.both + self.readers_only) if self.both + self.readers_only else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both, micro-averaged where it covers several tags."""
        total = 2 * self.both + self.rules_only + self.readers_only
        return 2 * self.both / total if total else 1.0

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(
            self.both + other.both, self.rules_only + other.rules_only, self.readers_only + other.readers_only
        )


@dataclass(frozen=True, slots=True)
class Scores:
    """Rules against labels, over all labelled papers: per tag, in sum, and how often the best tag was right."""

    papers: int
    tags: Mapping[str, Agreement]
    best_right: int
    differences: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]  # slug, too many, missing

    @property
    def total(self) -> Agreement:
        """All tags in one: its `f1` is the micro-F1."""
        return sum(self.tags.values(), Agreement())

    @property
    def best_accuracy(self) -> float:
        """The share of papers whose first tag a reader would accept as the best one."""
        return self.best_right / self.papers if self.papers else 1.0


def compare(given: Mapping[str, Sequence[str]], labels: Mapping[str, Label]) -> Scores:
    """Tags given (by slug, best first) against the labels of the same papers; ``maybe`` counts neither way."""
    tags: dict[str, Agreement] = {}
    differences = []
    right = 0
    for slug, label in labels.items():
        found = given.get(slug, ())
        too_many = tuple(tag for tag in found if tag not in label.tags | label.maybe)
        missing = tuple(sorted(label.tags.difference(found)))
        right += bool(found) and found[0] in label.best
        for tag in {*found, *label.tags} - (label.maybe - label.tags):
            one = Agreement(int(tag in found and tag in label.tags), int(tag in too_many), int(tag in missing))
            tags[tag] = tags.get(tag, Agreement()) + one
        if too_many or missing:
            differences.append((slug, too_many, missing))
    return Scores(len(labels), tags, right, tuple(differences))


def tag_report(papers: Sequence[Paper], tags: Sequence[TagSettings], labels: Sequence[Label] = ()) -> str:
    """What `sitegen tags` prints: of the rules alone, before what `site.yaml` says about single papers."""
    tagger = Tagger(tags)
    scores = {paper.slug: tagger.score(paper.title_text, paper.abstract_text) for paper in papers}
    given = {slug: carried(rows) for slug, rows in scores.items()}
    lines = [*_counts(tags, scores, given), *_doubtful(scores, given), *_untagged(scores, given)]
    if labels:
        known = labelled(papers, labels)
        slugs = {slug: tuple(row.slug for row in rows) for slug, rows in given.items()}
        lines += _measured(compare(slugs, known), len(labels), [tag.slug for tag in tags])
    return "\n".join(lines)


_Rows = Mapping[str, Sequence[TagScore]]


def _counts(tags: Sequence[TagSettings], scores: _Rows, given: _Rows) -> list[str]:
    carrying = Counter(row.slug for rows in given.values() for row in rows)
    best = Counter(rows[0].slug for rows in given.values() if rows)
    near = Counter(row.slug for rows in scores.values() for row in rows if _is_near(row))
    weak = sum(1 for rows in given.values() if rows and not rows[0].carried)
    bare = sum(1 for rows in given.values() if not rows)
    each = sum(carrying.values()) / len(given) if given else 0.0
    width = max((len(tag.slug) for tag in tags), default=3)
    head = (
        f"{len(given)} papers, {len(tags)} tags, {each:.2f} tags a paper; {bare} untagged, {weak} by their nearest tag"
    )
    table = [
        f"{tag.slug:<{width}} {carrying[tag.slug]:>7} {best[tag.slug]:>7} {near[tag.slug]:>7}"
        for tag in sorted(tags, key=lambda tag: (-carrying[tag.slug], tag.slug))
    ]
    return [head, "", f"{'tag':<{width}} {'papers':>7} {'best':>7} {'near':>7}", *table]


def _is_near(row: TagScore) -> bool:
    return abs(row.score - row.threshold) <= NEAR * row.threshold


def _doubtful(scores: _Rows, given: _Rows) -> list[str]:
    near = [(slug, row) for slug, rows in scores.items() for row in rows if _is_near(row)]
    near.sort(key=lambda pair: (pair[1].slug, abs(pair[1].score - pair[1].threshold), pair[0]))
    named: Counter[str] = Counter()
    lines = []
    for slug, row in near:
        named[row.slug] += 1
        if named[row.slug] <= LISTED:
            sign = "+" if row in given[slug] else "-"
            phrases = ", ".join(row.phrases)
            lines.append(f"  {sign} {row.score:.1f} of {row.threshold:g} {row.slug}  {slug}  ({phrases})")
    more = [f"  … and {len(near) - len(lines)} more"] if len(near) > len(lines) else []
    return (
        ["", "Nearest to a threshold (+ carried; - not, or dropped beside a stronger tag):", *lines, *more]
        if near
        else []
    )


def _untagged(scores: _Rows, given: _Rows) -> list[str]:
    lines = []
    for slug, rows in given.items():
        if not rows:
            best = scores[slug][:1]
            lines.append(f"  {slug}" + "".join(f"  (nearest: {row.slug}, {row.score:.1f})" for row in best))
    return ["", "Untagged:", *lines] if lines else []


def _measured(scores: Scores, labels: int, order: Sequence[str]) -> list[str]:
    total = scores.total
    width = max(map(len, order), default=3)
    lines = [
        "",
        f"{scores.papers} of {labels} labelled papers are in this catalogue: micro-F1 {total.f1:.3f} (precision"
        f" {total.precision:.3f}, recall {total.recall:.3f}), best tag right {scores.best_accuracy:.3f}",
        "",
        f"{'tag':<{width}} {'readers':>7} {'rules':>7} {'both':>7} {'precis.':>7} {'recall':>7} {'F1':>7}",
    ]
    for tag in order:
        one = scores.tags.get(tag)
        if one:
            readers, rules = one.both + one.readers_only, one.both + one.rules_only
            figures = f"{one.precision:>7.2f} {one.recall:>7.2f} {one.f1:>7.2f}"
            lines.append(f"{tag:<{width}} {readers:>7} {rules:>7} {one.both:>7} {figures}")
    if scores.differences:
        lines += ["", "Where rules and readers differ (+ rules only, - readers only):"]
    for slug, too_many, missing in scores.differences:
        lines.append(f"  {slug}: " + " ".join([*(f"+{tag}" for tag in too_many), *(f"-{tag}" for tag in missing)]))
    return lines
