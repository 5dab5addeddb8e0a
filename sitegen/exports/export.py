"""What an export is: files for programs, and which pages they stand beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from sitegen.artifact import Artifact
from sitegen.pages.page import Alternate
from sitegen.pages.page_index import PageIndex
from sitegen.site import NavItem, Site


def none(*given: object) -> tuple[()]:
    """Nothing, whatever is given."""
    return ()


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of files for programs.

    ``key`` is the field of `ExportSettings` that turns it off (``""``: always written). ``name`` is its file at the
    site's root, ``""`` where it has none; ``beside`` are pages whose content that file holds in another form, and
    ``download`` says that the foot of every page offers it: it is then written whatever the catalogue holds.
    ``label`` and ``media_type`` are what pages call its files, ``ending`` is how all their names end.
    ``needs_address``: nothing is written where the site's own address is not known.

    The three functions are pure. ``artifacts`` makes the files, each path once; ``parts`` names those of them that
    hold a page's content in another form, each behind its page's path; ``of_pages`` makes files from the paths of
    all pages that search engines may list.
    """

    key: str
    name: str = ""
    label: str = ""
    media_type: str = ""
    ending: str = ""
    beside: tuple[str, ...] = ()
    download: bool = False
    needs_address: bool = False
    artifacts: Callable[[PageIndex], Iterable[Artifact]] = none
    parts: Callable[[PageIndex], Iterable[tuple[str, str]]] = none
    of_pages: Callable[[Sequence[str], Site], Iterable[Artifact]] = none

    def files(self, index: PageIndex, listed: Sequence[str]) -> Iterator[Artifact]:
        """All files; ``listed`` are the paths of the pages that search engines may list."""
        if self._written(index.site):
            yield from self.artifacts(index)
            yield from self.of_pages(listed, index.site)

    def alternates(self, index: PageIndex) -> Iterator[tuple[str, Alternate]]:
        """For each file that holds a page's content in another form, that page's path and the file."""
        if self._written(index.site):
            for page, file in chain(((page, self.name) for page in self.beside), self.parts(index)):
                yield page, Alternate(self.label, self.media_type, file)

    def _written(self, site: Site) -> bool:
        return bool(site.base_url) or not self.needs_address

    @property
    def offer(self) -> NavItem:
        """The file at the root as the foot of the pages offers it."""
        return NavItem(self.key, self.label, self.name)
