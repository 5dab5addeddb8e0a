"""What a site on the web has published, found out with few questions.

Its inventory says which names and pages there are; without one, its `papers.json` does, or its `sitemap.xml`. Only
where the home page is missing too, nothing has been published. Which other files there are, nothing lists: they are
asked for one by one, and only those that a build would leave out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from sitegen.check.inventory import looks_like_inventory
from sitegen.check.listing import (
    SITEMAPS,
    addresses,
    is_index,
    looks_like_papers_json,
    looks_like_sitemap,
    of_addresses,
    of_papers_json,
)
from sitegen.check.published import INVENTORY, PublishedSite, of_inventory
from sitegen.problem import MachineError
from sitegen.web import GONE, Visit

_NOWHERE = "sitegen/asks/for/what/is/nowhere.html"


class Place(NamedTuple):
    """Where a site stands: ``root`` ends in a slash; ``inventory`` is the address of its names."""

    root: str
    inventory: str


def place_of(address: str) -> Place:
    """The site that an address means: its own, or that of one of its files."""
    path = address.partition("?")[0].partition("#")[0]
    folder, _, name = path.rpartition("/")
    if "." not in name or folder.endswith(("/", ":")):  # no file: behind "https://" stands a host
        root = path.rstrip("/") + "/"
        return Place(root, root + INVENTORY)
    return Place(f"{folder}/", address if name.endswith(".inv") else f"{folder}/{INVENTORY}")


def read_live(address: str, visit: Visit | None = None) -> PublishedSite | None:
    """What was published at an address; None where nothing was. Raises MachineError where that cannot be found out."""
    site = LiveSite(address, visit or Visit())
    if found := site.listed():
        return replace(found, has=site.has)
    if site.stands():
        missing = "no objects.inv, papers.json or sitemap.xml to compare with: publish once without this check"
        raise MachineError(f"there is a site at {site.place.root}, but it has {missing}")
    return None


class LiveSite:
    """A site on the web, for one visit."""

    def __init__(self, address: str, visit: Visit) -> None:
        self.place = place_of(address)
        self._visit = visit
        self._known: dict[str, bool] = {}

    def file(self, path: str, looks_right: Callable[[bytes], bool]) -> bytes | None:
        """A file of the site; None where there is none, or where a host puts some page in place of all that it lacks.

        What does not look right comes back all the same where that is not so, for whoever reads it to say why.
        """
        data = self._visit.read(self._address(path))
        return None if data is None or (not looks_right(data) and self._answers_everything()) else data

    def has(self, path: str) -> bool:
        """Whether there is a file; nothing can be said of a host that has an answer to everything."""
        if path not in self._known:
            self._known[path] = not self._answers_everything() and self._answers(path)
        return self._known[path]

    def stands(self) -> bool:
        """Whether there is a home page, or a server that keeps it for itself."""
        return self._visit.status(self.place.root) not in GONE

    def listed(self) -> PublishedSite | None:
        """What the first file says that is there of those that list names or pages."""
        if (data := self.file(INVENTORY, looks_like_inventory)) is not None:
            return of_inventory(self.place.inventory, data)
        if (data := self.file("papers.json", looks_like_papers_json)) is not None:
            return of_papers_json(self._address("papers.json"), data)
        if (data := self.file("sitemap.xml", looks_like_sitemap)) is None:
            return None
        found = addresses(data)
        if is_index(data):
            parts = (self.file(part.rpartition("/")[2], looks_like_sitemap) for part in found[:SITEMAPS])
            found = [one for part in parts for one in addresses(part or b"")]
        return of_addresses(self._address("sitemap.xml"), found)

    def _address(self, path: str) -> str:
        return self.place.inventory if path == INVENTORY else self.place.root + path

    def _answers_everything(self) -> bool:
        if _NOWHERE not in self._known:
            self._known[_NOWHERE] = self._answers(_NOWHERE)
        return self._known[_NOWHERE]

    def _answers(self, path: str) -> bool:
        """Whether a file can be had. Some hosts say 403 of what is not there."""
        status = self._visit.status(self._address(path))
        if status >= 500:
            raise MachineError(f"cannot read {self._address(path)}: the server answers {status}")
        return status < 300
