"""The one honest summary at the end of a build."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sitegen.build import Outcome
from sitegen.config.model import Settings


def summary(outcome: Outcome, settings: Settings, seconds: Mapping[str, float]) -> str:
    """What was read, what became of it, what was left out, and where the time went."""
    assert outcome.assembled is not None  # a published outcome has a catalogue
    catalogue = outcome.assembled.catalogue
    entries = sum(len(digest.entries) for digest in catalogue.digests.values())
    left_out = sum(slug is None for slugs in catalogue.digest_papers.values() for slug in slugs)
    merged = entries - left_out - len(catalogue.papers)
    untagged = sum(not tags for tags in catalogue.paper_tags.values())
    rows = [("read", f"{entries} entries in {_count(len(catalogue.digests), 'digest')}")]
    rows += [("", f"{len(digest.entries):>6} {digest.source}") for digest in catalogue.digests.values()]
    rows += [("papers", f"{len(catalogue.papers)}, after {_count(merged, 'repeated entry', 'repeated entries')} merged")]
    if left_out:
        rows.append(("left out", f"{_count(left_out, 'entry', 'entries')}, as {settings.file} says"))
    rows += [
        ("untagged", _count(untagged, "paper")),
        ("pages", f"{outcome.pages}, in {outcome.files} files"),
        ("index", f"{outcome.index_bytes / 1e6:.1f} MB"),
    ]
    if not settings.base_url:
        rows.append(("no base URL", "canonical links are left out; the 404 page expects the site at the root of its host"))
    total = sum(seconds.values())
    rows.append(("time", f"{total:.2f} s: " + ", ".join(f"{name} {spent:.2f}" for name, spent in seconds.items())))
    rows.append(("published", _shown(settings.output)))
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:<{width}}  {value}".rstrip() for name, value in rows)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _shown(path: Path) -> str:
    """A path as a person would write it from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
