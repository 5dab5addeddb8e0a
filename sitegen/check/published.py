"""What was published before: as a built site, an inventory on disk or on the web, or a `permalinks.yaml` says."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from sitegen import urls
from sitegen.check.inventory import Name, NotAnInventoryError, looks_like_inventory, read_inventory
from sitegen.problem import MachineError
from sitegen.user_file import mode

INVENTORY = "objects.inv"
_WEB = re.compile(r"https?://", re.IGNORECASE)
# The second and further pages of the A–Z list come and go with the number of papers; nobody's link means one of them.
_NUMBERED = re.compile(r"papers-\d+\.html")

TIMEOUT = 30  # seconds without an answer
LARGEST = 64 * 1024 * 1024
"""Bytes that are taken from the web: an inventory of half a million names."""


@dataclass(frozen=True, slots=True)
class PublishedSite:
    """What must still be there. ``source`` is what was read, as messages name it.

    ``paths`` are files of the site; ``names`` lead from names to files.
    """

    source: str
    paths: frozenset[str]
    names: Mapping[Name, str] = field(default_factory=dict)


def read_published(old: str) -> PublishedSite | None:
    """What was published, None where there is nothing yet. Raises MachineError where that cannot be found out.

    ``old`` is a folder, a file, or an http address; an address that does not end in ``.inv`` is a site's.
    """
    if _WEB.match(old):
        address = old if old.partition("?")[0].endswith(".inv") else f"{old.rstrip('/')}/{INVENTORY}"
        data = _fetched(address)
        return None if data is None else _of_inventory(address, data)
    path = Path(old)
    try:
        there = mode(path)
        if there is not None and stat.S_ISDIR(there):
            return _of_folder(old, path)
        if there is not None and stat.S_ISREG(there):
            data = path.read_bytes()
            return _of_inventory(old, data) if looks_like_inventory(data) else _of_permalinks(old, path)
    except OSError as cause:
        raise MachineError(f"cannot read {old}, which is to be compared with") from cause
    raise MachineError(f"there is no file or folder {old} to compare with")


def _of_inventory(source: str, data: bytes) -> PublishedSite:
    try:
        names = read_inventory(data)
    except NotAnInventoryError as cause:
        raise MachineError(f"{source} is not an inventory that can be compared with") from cause
    paths = {name: _path(address) for name, address in names.items()}
    return PublishedSite(source, frozenset(paths.values()), paths)


def _path(address: str) -> str:
    return unquote(re.split("[?#]", address, maxsplit=1)[0])


def _of_folder(source: str, folder: Path) -> PublishedSite:
    files = set(_files(folder))
    if "index.html" not in files:
        raise MachineError(f"{source} is not the folder of a built site: there is no index.html in it")
    paths = {path for path in files if path.endswith(".html") or ("/" not in path and _is_ours(path))}
    names: Mapping[Name, str] = {}
    if INVENTORY in paths:
        names = _of_inventory(f"{source.rstrip('/')}/{INVENTORY}", (folder / INVENTORY).read_bytes()).names
    return PublishedSite(source, frozenset(path for path in paths if not _NUMBERED.fullmatch(path)), names)


def _files(folder: Path) -> Iterator[str]:
    """Every file below a folder by its path in it; a folder that cannot be listed raises OSError."""

    def fail(caught: OSError) -> None:
        raise caught

    for parent, _, names in os.walk(folder, onerror=fail):
        yield from (Path(parent, name).relative_to(folder).as_posix() for name in names)


def _is_ours(name: str) -> bool:
    """Whether a build puts a file of this name beside the home page; `sitegen pack` adds a zip file to a built site."""
    return not name.startswith(".") and not name.endswith(".zip")


def _of_permalinks(source: str, path: Path) -> PublishedSite:
    from sitegen.permalinks.read import read_file

    permalinks, problems = read_file(path, path.parent)
    if permalinks is None:
        raise MachineError(f"{source} is neither an inventory nor a permalinks.yaml that can be read: {problems[0]}")
    return PublishedSite(source, frozenset(map(urls.paper, permalinks.records)))


def _fetched(address: str) -> bytes | None:
    """What stands at an address; None for 404. Only http and https, redirects included."""
    import http.client
    import urllib.error
    import urllib.request

    from sitegen import __version__

    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    opener.addheaders = [("User-Agent", f"sitegen/{__version__}")]
    try:
        with opener.open(address, timeout=TIMEOUT) as answer:
            data: bytes = answer.read(LARGEST + 1)
    except urllib.error.HTTPError as answer:
        answer.close()
        if answer.code == 404:
            return None
        raise MachineError(f"cannot read {address}: the server answers {answer.code} {answer.reason}") from answer
    except (OSError, http.client.HTTPException, ValueError) as cause:
        raise MachineError(f"cannot read {address}") from cause
    if len(data) > LARGEST:
        raise MachineError(f"{address} is larger than {LARGEST:,} bytes")
    return data
