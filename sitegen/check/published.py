"""What was published before: as a built site, a file of it, a site on the web or a `permalinks.yaml` says."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from sitegen import urls
from sitegen.check.inventory import Name, NotAnInventoryError, looks_like_inventory, read_inventory
from sitegen.problem import MachineError
from sitegen.user_file import mode
from sitegen.web import ADDRESS

INVENTORY = "objects.inv"

# The second and further pages of a list come and go with the number of its papers; nobody's link means one of them.
_NUMBERED = re.compile(r"papers-\d+\.html|(?:[a-z]+/)?[a-z0-9-]+(?:\.newest)?\.\d+\.html")

# What pages are drawn and searched with, and what `myst.xref.json` alone leads to.
_INSIDE = ("static/", "pagefind/", "search/", "saved/")
_FOUND_BY_OTHERS = (".zip", ".myst.json")  # `sitegen pack` adds a zip file to a built site

_KINDS = tuple(f"{kind}/" for kind in urls.KINDS)


def _none(path: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class PublishedSite:
    """What must still be there. ``source`` is what was read, as messages name it.

    ``paths`` are files of the site; ``names`` lead from names to files. ``has`` answers for any other path whether it
    was published too: it may have to ask the web, and raise MachineError.
    """

    source: str
    paths: frozenset[str]
    names: Mapping[Name, str] = field(default_factory=dict)
    has: Callable[[str], bool] = _none


def read_published(old: str) -> PublishedSite | None:
    """What was published, None where there is nothing yet. Raises MachineError where that cannot be found out.

    ``old`` is a folder, a file, or the http address of a site or of one of its files.
    """
    if ADDRESS.match(old):
        from sitegen.check.live import read_live

        return read_live(old)
    path = Path(old)
    try:
        there = mode(path)
        if there is not None and stat.S_ISDIR(there):
            return _of_folder(old, path)
        if there is not None and stat.S_ISREG(there):
            return _of_file(old, path)
    except OSError as cause:
        raise MachineError(f"cannot read {old}, which is to be compared with") from cause
    raise MachineError(f"there is no file or folder {old} to compare with; an address begins with https://")


def of_inventory(source: str, data: bytes) -> PublishedSite:
    """What an `objects.inv` names."""
    try:
        names = read_inventory(data)
    except NotAnInventoryError as cause:
        raise MachineError(f"{source} is not an inventory that can be compared with") from cause
    paths = {name: _path(address) for name, address in names.items()}
    # The names that a page had before lead to the present one; each has a page of its own all the same.
    documents = {f"{name.name}.html" for name in names if name.kind == "std:doc" and name.name.startswith(_KINDS)}
    return PublishedSite(source, frozenset({*documents, *paths.values()}), paths)


def _path(address: str) -> str:
    return unquote(re.split("[?#]", address, maxsplit=1)[0])


def _of_folder(source: str, folder: Path) -> PublishedSite:
    files = set(_files(folder))
    if "index.html" not in files:
        raise MachineError(f"{source} is not the folder of a built site: there is no index.html in it")
    names: Mapping[Name, str] = {}
    if INVENTORY in files:
        names = of_inventory(f"{source.rstrip('/')}/{INVENTORY}", (folder / INVENTORY).read_bytes()).names
    return PublishedSite(source, frozenset(filter(is_promise, files)), names)


def _files(folder: Path) -> Iterator[str]:
    """Every file below a folder by its path in it; a folder that cannot be listed raises OSError."""

    def fail(caught: OSError) -> None:
        raise caught

    for parent, _, names in os.walk(folder, onerror=fail):
        yield from (Path(parent, name).relative_to(folder).as_posix() for name in names)


def is_promise(path: str) -> bool:
    """Whether a file of a site is one that others may count on."""
    if path.startswith((".", *_INSIDE)) or "/." in path:
        return False
    return not (_NUMBERED.fullmatch(path) or path.endswith(_FOUND_BY_OTHERS))


def _of_file(source: str, path: Path) -> PublishedSite:
    from sitegen.check.listing import looks_like_papers_json, of_papers_json

    data = path.read_bytes()
    if looks_like_inventory(data):
        return of_inventory(source, data)
    return of_papers_json(source, data) if looks_like_papers_json(data) else _of_permalinks(source, path)


def _of_permalinks(source: str, path: Path) -> PublishedSite:
    from sitegen.permalinks.model import page
    from sitegen.permalinks.read import read_file

    permalinks, problems = read_file(path, path.parent)
    if permalinks is None:
        raise MachineError(f"{source} is neither an inventory nor a permalinks.yaml that can be read: {problems[0]}")
    return PublishedSite(source, frozenset(map(page, permalinks.all)))
