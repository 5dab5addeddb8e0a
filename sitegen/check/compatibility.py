"""Does everything that was published still lead somewhere? Names that documentation links by, addresses, data files.

Pages that lead on, and pages that say a paper was removed, count as there: a reader of an old link is told where to go.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from sitegen import urls
from sitegen.catalogue.model import Catalogue
from sitegen.check.inventory import Name, read_inventory
from sitegen.check.published import INVENTORY, PublishedSite
from sitegen.permalinks.model import OTHER_KINDS
from sitegen.problem import Location, Problem, error

BESIDE = (".json", ".bib", ".ris", ".csl.json", ".links.md", ".feed.xml", ".feed.json")
"""What the files beside the page of a paper, tag or digest end with, in this version or an earlier one."""

AT_THE_ROOT = (
    "index.html", "papers.html", "tags.html", "digests.html", "authors.html", "years.html", "venues.html",
    "map.html", "statistics.html", "search.html", "saved.html", "about.html", "linking.html",
    "myst.xref.json", "links.md", "papers.bib", "papers.ris", "papers.csl.json", "papers.json",
    "papers.schema.json", "catalogue.csv", "catalogue.sqlite", "feed.xml", "feed.json", "sitemap.xml", "robots.txt",
    "permalinks.yaml",
)  # fmt: skip
"""What stands at the root of a site, if it has everything; its inventory is asked for by itself."""

FEW = 20
"""So many files of one kind are asked for one by one; of more, three speak for all."""

_LETTING_GO = "if that is meant, publish once without this check"
_SWITCH = f"see 'exports' in site.yaml; {_LETTING_GO}"
_RESTORE = "restore its block in permalinks.yaml; 'sitegen names --from' takes it from what is published"


def _missed(path: str) -> bool:
    return False


def vanished(
    published: PublishedSite, paths: AbstractSet[str], inventory: bytes, *, unmissed: Callable[[str], bool] = _missed
) -> Iterator[Problem]:
    """An error for each page that is gone, with its names, for each name gone from a page, for each kind of file.

    ``paths`` are all files of the site as it would be, ``inventory`` its `objects.inv` (``b""``: it has none);
    ``unmissed`` are paths whose absence says nothing. Raises MachineError where the web has to be asked and fails.
    """
    place = Location(published.source)
    before = published.paths | set(published.names.values())
    gone = {path for path in before - paths if not unmissed(path)}
    yield from _pages(place, sorted(path for path in gone if path.endswith(".html")), published.names)
    listed = [path for path in gone if not path.endswith(".html") and f"{_page(path)}.html" not in gone]
    asked = _asked(published, before, paths, unmissed)
    yield from _files(place, _by_kind([*listed, *asked]))
    if published.names:
        yield from _names(place, published, paths, inventory)


def excused(unwritten: Collection[str], catalogue: Catalogue) -> Callable[[str], bool]:
    """Which paths need not be missed: those of files that have nothing to hold any more, or cannot be written now.

    ``unwritten`` are names at the root of exports that are not written, whose parts end like them. What is beside the
    page of a removed paper, or of a list that has become empty, goes with its content; the page stays.
    """
    endings = tuple(f".{name}" for name in unwritten)
    bare = {urls.paper(slug, "") for slug in catalogue.removed}
    bare |= {urls.tag(slug, "") for slug, papers in catalogue.papers_of_tag.items() if not papers}
    bare |= {
        urls.digest(catalogue.digests[id].slug, "") for id, papers in catalogue.papers_of_digest.items() if not papers
    }
    bare |= {before for before, now in catalogue.moved.items() if now in bare}

    def is_excused(path: str) -> bool:
        return path in unwritten or path.endswith(endings) or (not path.endswith(".html") and _page(path) in bare)

    return is_excused


def _page(file: str) -> str:
    """What a file stands beside: ``tags/topic`` of ``tags/topic.feed.xml``."""
    folder, slash, name = file.rpartition("/")
    return f"{folder}{slash}{name.partition('.')[0]}"


def _pages(place: Location, gone: Sequence[str], names: Mapping[Name, str]) -> Iterator[Problem]:
    """An error for each page, with the names that led to it."""
    names_of: dict[str, list[str]] = {}
    for name, path in names.items() if gone else ():
        names_of.setdefault(path, []).append(str(name))
    for path in gone:
        also = f", and with it {_list(names_of[path])}" if path in names_of else ""
        yield error(place, f"{path} was published and is gone{also}", _what_to_do(path))


def _what_to_do(page: str) -> str:
    kind, _, name = page.removesuffix(".html").rpartition("/")
    if kind in ("papers", *OTHER_KINDS):
        return _RESTORE
    if kind in urls.KINDS:
        return f"if a {urls.KINDS[kind]} has its place, list '{name}' under its 'aliases' in site.yaml; {_LETTING_GO}"
    return _LETTING_GO


def _asked(
    published: PublishedSite, before: AbstractSet[str], paths: AbstractSet[str], unmissed: Callable[[str], bool]
) -> Iterator[str]:
    """Files that were published though nothing lists them, and are gone: those that must be asked for."""
    pages = sorted(path for path in before & paths if path.partition("/")[0] in urls.KINDS and path.endswith(".html"))
    beside = [page.removesuffix(".html") + ending for page in pages for ending in BESIDE]
    missing = [path for path in (*AT_THE_ROOT, *beside) if path not in paths | before and not unmissed(path)]
    for of_kind in _by_kind(missing).values():
        few = len(of_kind) <= FEW
        sample = of_kind if few else (of_kind[0], of_kind[len(of_kind) // 2], of_kind[-1])
        there = [path for path in sample if published.has(path)]
        yield from of_kind if there and not few else there


def _by_kind(files: Collection[str]) -> dict[str, list[str]]:
    """Files by what they are: ``papers/*.bib``; what stands at the root is a kind of its own."""
    kinds: dict[str, list[str]] = {}
    for path in sorted(files):
        folder, slash, name = path.rpartition("/")
        kinds.setdefault(f"{folder}/*.{name.partition('.')[2]}" if slash else path, []).append(path)
    return kinds


def _files(place: Location, kinds: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """An error for each kind of files."""
    for kind, files in kinds.items():
        if len(files) == 1:
            yield error(place, f"{files[0]} was published and is gone", _SWITCH)
        else:
            said = f"{len(files)} files {kind} were published and are gone, {files[0]} first"
            yield error(place, said, _SWITCH)


def _names(place: Location, published: PublishedSite, paths: AbstractSet[str], inventory: bytes) -> Iterator[Problem]:
    """An error for each name that is gone though its page is there."""
    if not inventory:
        if INVENTORY not in published.paths:
            yield error(place, f"{INVENTORY} was published and is gone, and with it every name", _SWITCH)
        return
    now: Collection[Name] = read_inventory(inventory).keys()
    for name, path in published.names.items():
        if path in paths and name not in now:
            message = f"the name '{name}' ({name.kind}) was published and is gone; it led to {path}"
            yield error(place, message, _LETTING_GO)


def _list(names: list[str]) -> str:
    names = sorted(dict.fromkeys(names))
    shown = ", ".join(f"'{name}'" for name in names[:6])
    return f"the name{'s' if len(names) > 1 else ''} {shown}{' …' if len(names) > 6 else ''}"
