"""Files under earlier names: whatever is written beside a page stays to be had where the page stood before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.artifact import Artifact, whole


def under_earlier_names(files: Iterable[Artifact], earlier: Mapping[str, Sequence[str]]) -> Iterator[Artifact]:
    """The files, and a copy of each whose page had other names, as `every_name` says.

    A copy says by its content what the thing is called now.
    """
    for file in files:
        _, *before = every_name(file.path, earlier)
        held = replace(file, data=whole(file)) if before else file  # a stream can be read only once
        yield held
        yield from (replace(held, path=path) for path in before)


def every_name(path: str, earlier: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The path of a file and those that it had before: ``tags/old.bib`` behind ``tags/new.bib``.

    ``earlier`` leads from pages to those that they were before, all without ending (`Catalogue.earlier_pages`).
    """
    page, ending = _parts(path)
    return (path, *(name + ending for name in earlier.get(page, ())))


def _parts(path: str) -> tuple[str, str]:
    """``("tags/new", ".feed.xml")``: no slug has a dot."""
    folder, slash, name = path.rpartition("/")
    stem, dot, ending = name.partition(".")
    return f"{folder}{slash}{stem}", dot + ending
