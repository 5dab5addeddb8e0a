"""What an export is: files for programs, and which pages they stand beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from sitegen.artifact import Artifact
from sitegen.config.model import ExportSettings
from sitegen.exports.record import Record
from sitegen.pages.page import Alternate
from sitegen.pages.page_index import PageIndex
from sitegen.site import NavItem, Site
from sitegen.wording.model import Wording
from sitegen.work.pieces import Pieces


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

    The functions are pure. ``of_paper`` is what the export says of one paper, and ``artifacts`` makes the files of all
    that, each path once. ``file_of_paper`` is a file that each paper has, whole, under the paper's own name and
    ``ending``. ``parts`` names those files that hold a page's content in another form, each behind its page's path;
    ``of_pages`` makes files from the paths of all pages that search engines may list.
    """

    key: str
    name: str = ""
    label: str = ""
    media_type: str = ""
    ending: str = ""
    beside: tuple[str, ...] = ()
    download: bool = False
    needs_address: bool = False
    of_paper: Callable[[Record, ExportSettings], str] | None = None
    file_of_paper: Callable[[Record], str] | None = None
    artifacts: Callable[[PageIndex, Pieces], Iterable[Artifact]] = none
    parts: Callable[[PageIndex], Iterable[tuple[str, str]]] = none
    of_pages: Callable[[Sequence[str], PageIndex], Iterable[Artifact]] = none

    def alternates(self, index: PageIndex) -> Iterator[tuple[str, Alternate]]:
        """For each file that holds a page's content in another form, that page's path and the file."""
        if self.written(index.site):
            called = self.called(index.site.words)
            for page, file in chain(((page, self.name) for page in self.beside), self.parts(index)):
                yield page, Alternate(called, self.media_type, file)

    def written(self, site: Site) -> bool:
        """Whether the site has what the files need, and wants them."""
        wanted = not self.key or getattr(site.exports, self.key)
        return wanted and (bool(site.base_url) or not self.needs_address)

    def called(self, words: Wording) -> str:
        """What pages call its files: their ``label``, unless the interface's language has words of its own."""
        message = f"files.{self.key}"
        return words.say(message) if message in words.messages else self.label

    def offer(self, words: Wording) -> NavItem:
        """The file at the root as the foot of the pages offers it."""
        return NavItem(self.key, self.called(words), self.name)
