"""How a paper came about: its entries, why they are one, and the papers that came nearest and were kept apart."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from sitegen import urls
from sitegen.catalogue.merging.blocking import phrases
from sitegen.catalogue.merging.boilerplate import boilerplate
from sitegen.catalogue.merging.byline import byline
from sitegen.catalogue.merging.cluster import Cluster, RepairedEntry
from sitegen.catalogue.merging.entry_text import EntryText, entry_text
from sitegen.catalogue.merging.matcher import Verdict, compare
from sitegen.facts.model import NOTHING_KNOWN, FactRecord, Facts
from sitegen.inputs.model import Digest
from sitegen.problem import Location
from sitegen.reports.facts_report import facts_report

NO_ABSTRACT = "  abstract  none"

_NEAREST = 5
_SHORTLIST = 20  # papers that are judged, for each of likest titles and most shared phrases
_TEXTS = 4  # of each paper that are compared


def explain(
    name: str,
    papers: Sequence[tuple[str, Cluster]],
    digests: Mapping[str, Digest],
    known: Mapping[str, tuple[Facts, Sequence[FactRecord]]] | None = None,
) -> str:
    """Explain the paper with this slug, printed title or entry (``digest#position``), in plain text.

    ``papers`` are all, each with its slug; ``digests``, by id, know the lines; ``known`` are the facts of papers by
    slug, each with the records that state some. Raises `LookupError`, with the
    likeliest slugs, where nothing has the name.
    """
    slug, cluster = _find(name, papers)
    places = _places(cluster, digests)
    named = max(len(copy.name) for copy in cluster.copies)
    width = max(len(place) for place in places.values())
    title = cluster.copies[cluster.best_title]
    abstract = cluster.copies[cluster.best_abstract]
    nothing = boilerplate((copy.title, copy.abstract) for _, its in papers for copy in its.copies if copy.abstract)
    lines = [
        urls.paper(slug),
        f"  title     {title.title}  (of {title.name})",
        f"  abstract  {len(abstract.abstract):,} characters  (of {abstract.name})"
        if abstract.abstract
        else NO_ABSTRACT,
        "",
        f"{_counted(len(cluster.copies), 'entry', 'entries')}",
    ]
    for copy in cluster.copies:
        lines.append(f"  {copy.name:{named}}  {places[copy]:{width}}  {copy.printed_title or '(no title)'}")
        if not _entry_text(copy, nothing).has_abstract:
            lines.append(f"  {'':{named}}  {'':{width}}  ({_why_without(copy, nothing)}: its title alone can tell)")
    if cluster.reasons:
        lines += ["", "one paper because"]
        lines += [
            f"  {join.score:.2f}  {cluster.copies[join.one].name} and {cluster.copies[join.other].name}: {join.reason}"
            for join in cluster.reasons
        ]
    lines += facts_report(*(known or {}).get(slug, (NOTHING_KNOWN, ())))
    apart = _nearest(cluster, [paper for paper in papers if paper[1] is not cluster], nothing)
    if apart:
        lines += ["", "nearest papers that are kept apart"]
        for verdict, other, its in apart:
            lines += [f"  {verdict.score:.2f}  {other}", f"        {_shown(its)}", f"        {verdict.reason}"]
    return "\n".join(lines) + "\n"


def _places(cluster: Cluster, digests: Mapping[str, Digest]) -> dict[RepairedEntry, str]:
    """Where each copy stands, as ``file:line``."""
    lines = {(id, entry.position): entry.line for id, digest in digests.items() for entry in digest.entries}
    return {
        copy: str(Location(digests[copy.digest].path, lines[copy.digest, copy.position])) for copy in cluster.copies
    }


def _find(name: str, papers: Sequence[tuple[str, Cluster]]) -> tuple[str, Cluster]:
    for slug, cluster in papers:
        if slug == name:
            return slug, cluster
    for slug, cluster in papers:
        if any(name in (copy.printed_title, copy.title, copy.name) for copy in cluster.copies):
            return slug, cluster
    slugs = [slug for slug, _ in papers]
    close = [slug for slug in slugs if name in slug][:3] or get_close_matches(name, slugs, n=3, cutoff=0.5)
    hint = f"; did you mean {' or '.join(close)}?" if close else ""
    raise LookupError(f"no paper has the slug '{name}'{hint}")


def _why_without(copy: RepairedEntry, nothing: Container[str]) -> str:
    if not copy.abstract:
        return "no abstract"
    return "its abstract stands under several titles" if copy.abstract in nothing else "its abstract says nothing"


def _nearest(
    cluster: Cluster, others: Sequence[tuple[str, Cluster]], nothing: Container[str]
) -> list[tuple[Verdict, str, Cluster]]:
    ours = _entry_texts(cluster, nothing)
    judged: list[tuple[Verdict, str, Cluster]] = []
    for place in sorted({*_alike_in_title(cluster, others), *_alike_in_abstract(ours, others)}):
        slug, other = others[place]
        verdicts = [compare(one, its) for one in ours for its in _entry_texts(other, nothing)]
        judged.append((_kept_apart(verdicts), slug, other))
    judged.sort(key=lambda found: (-found[0].score, found[1]))
    return judged[:_NEAREST]


def _kept_apart(verdicts: Sequence[Verdict]) -> Verdict:
    """The verdict that comes nearest, and what stood against it where it is that two are one paper."""
    nearest = max(verdicts, key=lambda verdict: verdict.score)
    if not nearest.same:
        return nearest
    against = next((f"two of their entries cannot be: {one.reason}" for one in verdicts if one.opposed), "")
    against = against or "'merge:' in site.yaml, or a third paper that they would bring together, keeps them apart"
    return replace(nearest, reason=f"{nearest.reason}; but {against}")


def _alike_in_title(cluster: Cluster, others: Sequence[tuple[str, Cluster]]) -> Iterable[int]:
    from rapidfuzz import fuzz, process

    titles = [_shown(other).casefold() for _, other in others]
    found = process.extract(_shown(cluster).casefold(), titles, scorer=fuzz.token_set_ratio, limit=_SHORTLIST)
    return [place for _, _, place in found]


def _alike_in_abstract(ours: Sequence[EntryText], others: Sequence[tuple[str, Cluster]]) -> Iterable[int]:
    said = {phrase for text in ours for phrase in phrases(text)}
    shared = [(len(said.intersection(phrases(_shown_text(other)))), place) for place, (_, other) in enumerate(others)]
    shared.sort(key=lambda found: (-found[0], found[1]))
    return [place for count, place in shared[:_SHORTLIST] if count]


def _entry_texts(cluster: Cluster, nothing: Container[str]) -> list[EntryText]:
    """The different texts of a paper's copies, the shown ones first, as merging compares them."""
    copies = [cluster.copies[cluster.best_abstract], cluster.copies[cluster.best_title], *cluster.copies]
    return list(dict.fromkeys(_entry_text(copy, nothing) for copy in copies))[:_TEXTS]


def _entry_text(copy: RepairedEntry, nothing: Container[str]) -> EntryText:
    return entry_text(copy.title, "" if copy.abstract in nothing else copy.abstract, byline(copy.facts))


def _shown_text(cluster: Cluster) -> EntryText:
    return _entry_text(cluster.copies[cluster.best_abstract], ())


def _shown(cluster: Cluster) -> str:
    return cluster.copies[cluster.best_title].title


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
