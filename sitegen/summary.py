"""The one honest summary at the end of a build."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sitegen.catalogue.assemble import CatalogueBuild
from sitegen.config.model import Settings
from sitegen.delivery import BuildResult
from sitegen.permalinks.text import block

MOST_LINES = 20
"""New names that the summary writes out."""


def summary(outcome: BuildResult, settings: Settings, seconds: Mapping[str, float], *, locked: bool = False) -> str:
    """What was read, what became of it, what was left out, where the time went, and which lines to commit."""
    assert outcome.assembled is not None  # a published outcome has a catalogue
    catalogue = outcome.assembled.catalogue
    entries = sum(len(digest.entries) for digest in catalogue.digests.values())
    left_out = sum(slug is None for slugs in catalogue.digest_papers.values() for slug in slugs)
    merged = entries - left_out - len(catalogue.papers)
    untagged = sum(not tags for tags in catalogue.paper_tags.values())
    rows = [("read", f"{_count(entries, 'entry', 'entries')} in {_count(len(catalogue.digests), 'digest')}")]
    rows += [("", f"{len(digest.entries):>6} {digest.source}") for digest in catalogue.digests.values()]
    rows += [
        ("papers", f"{len(catalogue.papers)}, after {_count(merged, 'repeated entry', 'repeated entries')} merged")
    ]
    if left_out:
        rows.append(("left out", f"{_count(left_out, 'entry', 'entries')}, as {settings.file} says"))
    rows += [
        ("untagged", _count(untagged, "paper")),
        ("pages", f"{outcome.pages}, in {len(outcome.paths)} files"),
        ("index", f"{outcome.index_bytes / 1e6:.1f} MB"),
    ]
    rows += _permalinks(outcome.assembled, locked)
    if not settings.base_url:
        rows.append(
            ("no base URL", "no canonical links, feeds and sitemap; the 404 page expects the site at its host's root")
        )
    elif outcome.assembled.permalinks is None:
        rows.append(("no feeds", "no day is recorded for inputs that are named on the command line"))
    total = sum(seconds.values())
    rows.append(("time", f"{total:.2f} s: " + ", ".join(f"{name} {spent:.2f}" for name, spent in seconds.items())))
    rows.append(("published", _shown(settings.output)))
    width = max(len(name) for name, _ in rows)
    lines = [f"{name:<{width}}  {value}".rstrip() for name, value in rows]
    if not locked and (new := _to_commit(outcome.assembled)):
        lines += ["", new]
    return "\n".join(lines)


def _permalinks(assembled: CatalogueBuild, locked: bool) -> list[tuple[str, str]]:
    """What became of the published names."""
    permalinks, names = assembled.permalinks, assembled.names
    if permalinks is None:
        return []
    rows = []
    known = len(permalinks.records)
    said = f"{_count(known, 'name')} in {permalinks.file}" if permalinks.exists else f"no {permalinks.file} yet"
    if names.unrecorded:
        said += f", {len(names.unrecorded)} new"
    rows.append(("permalinks", said))
    if changed := len(names.changed) - len(names.unrecorded):
        done = "could be brought up to date" if locked else "brought up to date"
        rows.append(("", f"{_count(changed, 'record')} of corrected titles or abstracts {done}"))
    catalogue = assembled.catalogue
    if catalogue.moved:
        rows.append(("", f"{_count(len(catalogue.moved), 'earlier name leads', 'earlier names lead')} on"))
    if catalogue.removed:
        rows.append(("", f"{_count(len(catalogue.removed), 'page says', 'pages say')} that a paper was removed"))
    return rows


def _to_commit(assembled: CatalogueBuild) -> str:
    """The new lines of `permalinks.yaml`, for a build whose file is lost, such as one in CI."""
    permalinks, names = assembled.permalinks, assembled.names
    if permalinks is None or not names.changed:
        return ""
    if not permalinks.exists or len(names.unrecorded) > MOST_LINES:
        return f"Commit {permalinks.file}: without it, a later build may give these pages other addresses."
    if not names.unrecorded:
        return f"Commit {permalinks.file}: it now knows the papers by their corrected titles and abstracts."
    return f"Commit {permalinks.file}, which now has these lines:\n{_blocks(assembled)}"


def unrecorded_lines(outcome: BuildResult) -> str:
    """The lines that `permalinks.yaml` lacks; ``""`` where it lacks none."""
    return _blocks(outcome.assembled) if outcome.assembled else ""


def _blocks(assembled: CatalogueBuild) -> str:
    return "".join(block(assembled.names.changed[slug]) for slug in assembled.names.unrecorded).rstrip()


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _shown(path: Path) -> str:
    """A path as a person would write it from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
