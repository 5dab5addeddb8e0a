"""The names and days that a site has published: its `permalinks.yaml`, or what its `papers.json` says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from sitegen.catalogue.naming.fingerprint import fingerprint
from sitegen.catalogue.naming.names import stored_title
from sitegen.check.listing import looks_like_papers_json
from sitegen.check.live import LiveSite
from sitegen.day import Day
from sitegen.foreign_json import decoded
from sitegen.permalinks.model import NAME, PermalinkRecord, Permalinks
from sitegen.permalinks.read import parse
from sitegen.permalinks.text import updated
from sitegen.problem import MachineError, Problem
from sitegen.user_file import decode
from sitegen.web import ADDRESS, Visit

PAPERS = "papers.json"

_Read = Callable[[str, Callable[[bytes], bool]], bytes | None]  # a file of the site, if it looks as it should


class PublishedPaper(msgspec.Struct, frozen=True):
    """A paper of a `papers.json`, or a removed one: what `permalinks.yaml` has of it too."""

    slug: str
    title: str = ""
    abstract: str = ""
    aliases: list[str] = []
    first_seen: str | None = None
    reason: str = ""
    day: str | None = None


class PublishedPapers(msgspec.Struct, frozen=True):
    """What a `papers.json` says of names."""

    papers: list[PublishedPaper]
    removed: list[PublishedPaper] = []


def published_names(old: str) -> tuple[Permalinks | None, tuple[Problem, ...]]:
    """The names that ``old`` has, the address or the folder of a site, or one of the two files.

    None without a problem means that nothing is published there yet. What a site says is checked like a file that
    people write. Raises MachineError where it cannot be read, or has neither file.
    """
    if ADDRESS.match(old):
        return _of_live(LiveSite(old, Visit()))
    path = Path(old)
    if path.is_dir():
        return _of_site(old.rstrip("/") + "/", lambda name, looks_right: _file(path / name))
    data = _file(path)
    if data is None:
        raise MachineError(f"there is no file or folder {old} to take names from; an address begins with https://")
    return _of_papers_json(data, old) if looks_like_papers_json(data) else _of_permalinks(data, old)


def _of_live(site: LiveSite) -> tuple[Permalinks | None, tuple[Problem, ...]]:
    found, problems = _of_site(site.place.root, site.file, missing=site.stands)
    return found, problems


def _of_site(
    root: str, read: _Read, missing: Callable[[], bool] = lambda: True
) -> tuple[Permalinks | None, tuple[Problem, ...]]:
    if (data := read(NAME, _looks_like_permalinks)) is not None:
        return _of_permalinks(data, root + NAME)
    if (data := read(PAPERS, looks_like_papers_json)) is not None:
        return _of_papers_json(data, root + PAPERS)
    if missing():
        raise MachineError(f"{root} has neither {NAME} nor {PAPERS} to take names from: publish once without them")
    return None, ()


def _file(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as cause:
        raise MachineError(f"cannot read {path} to take names from it") from cause


def _looks_like_permalinks(data: bytes) -> bool:
    return not data[:1000].lstrip().startswith(b"<")


def _of_permalinks(data: bytes, source: str) -> tuple[Permalinks | None, tuple[Problem, ...]]:
    text, problem = decode(data, source)
    if text is None:
        return None, (problem,) if problem else ()
    return parse(text.replace("\r\n", "\n"), source)


def _of_papers_json(data: bytes, source: str) -> tuple[Permalinks | None, tuple[Problem, ...]]:
    try:
        listed = decoded(data, PublishedPapers)
    except ValueError as cause:
        raise MachineError(f"{source} is not a papers.json that names can be taken from") from cause
    records = {record.slug: record for record in _records(listed)}
    return parse(updated(Permalinks(), records), source)  # whatever stands there is judged as if people had written it


def _records(listed: PublishedPapers) -> Iterator[PermalinkRecord]:
    for paper in listed.removed:
        yield PermalinkRecord(paper.slug, stored_title(paper.title), removed=_day(paper.day), reason=paper.reason)
    for paper in listed.papers:
        title, printed = stored_title(paper.title), fingerprint(paper.abstract)
        yield PermalinkRecord(paper.slug, title, _day(paper.first_seen), printed)
        yield from (PermalinkRecord(alias, "", moved_to=paper.slug) for alias in paper.aliases)


def _day(text: str | None) -> str:
    """A full day, or nothing."""
    day = Day.parse(text or "")
    return str(day) if day and day.year else ""
